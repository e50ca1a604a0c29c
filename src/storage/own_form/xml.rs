//! XML as a tree that is written back letter for letter where nothing was changed in it.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::xml_letters::{escaped, plain};

/// Deeper than this no office program writes; the tree is walked by calls.
const DEEPEST: usize = 200;
/// The most elements and texts of one part.
const MOST_NODES: usize = 600_000;

/// An element: its tags as they are written, and what stands between them.
#[derive(Clone, Debug)]
pub struct Element {
    /// With its prefix.
    pub name: String,
    pub(super) start: String,
    /// Blank of an element in one tag.
    end: String,
    pub children: Vec<XmlNode>,
}

/// What stands in an element.
#[derive(Clone, Debug)]
pub enum XmlNode {
    Element(Element),
    /// Text as it is written, with its entities.
    Text(String),
    /// A comment, an instruction.
    Other(String),
}

/// A part of a file: what goes before its root, the root, and what follows.
#[derive(Clone, Debug)]
pub struct Xml {
    pub before: String,
    pub root: Element,
    pub after: String,
}

impl Xml {
    /// Reads a part; none when it is no XML, in other letters than UTF-8, or of another build than
    /// any office program's.
    pub fn read(bytes: &[u8]) -> Option<Xml> {
        let text = std::str::from_utf8(bytes).ok()?;
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut open: Vec<Element> = Vec::new();
        let (mut before, mut root, mut after) = (String::new(), None, String::new());
        let mut reader = Reader::from_str(body);
        let (mut at, mut nodes) = (0, 0);
        loop {
            let event = reader.read_event().ok()?;
            let end = usize::try_from(reader.buffer_position()).ok()?;
            let written = body.get(at..end)?.to_owned();
            at = end;
            nodes += 1;
            if nodes > MOST_NODES {
                return None;
            }
            let done = match event {
                Event::Start(tag) => {
                    if open.len() >= DEEPEST {
                        return None;
                    }
                    let name = tag.name().as_ref().to_owned();
                    open.push(Element {
                        name,
                        start: written,
                        end: String::new(),
                        children: Vec::new(),
                    });
                    continue;
                }
                Event::Empty(tag) => {
                    let name = tag.name().as_ref().to_owned();
                    let own =
                        Element { name, start: written, end: String::new(), children: Vec::new() };
                    XmlNode::Element(own)
                }
                Event::End(_) => {
                    let mut own = open.pop()?;
                    own.end = written;
                    XmlNode::Element(own)
                }
                Event::Text(_) | Event::GeneralRef(_) => XmlNode::Text(written),
                Event::CData(own) => XmlNode::Text(escaped(own.as_ref())),
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => XmlNode::Other(written),
                // What it declares might be anything.
                Event::DocType(_) => return None,
                Event::Eof => break,
            };
            match (open.last_mut(), done) {
                (Some(parent), done) => parent.add(done),
                (None, XmlNode::Element(own)) if root.is_none() => root = Some(own),
                (None, XmlNode::Element(_)) => return None,
                (None, XmlNode::Text(own) | XmlNode::Other(own)) => match root.is_none() {
                    true => before.push_str(&own),
                    false => after.push_str(&own),
                },
            }
        }
        let root = root.filter(|_| open.is_empty())?;
        Some(Xml { before, root, after })
    }

    /// The part as it is written.
    pub fn written(&self) -> Vec<u8> {
        let mut text = self.before.clone();
        self.root.write(&mut text);
        text.push_str(&self.after);
        text.into_bytes()
    }
}

impl Element {
    /// A new element with these words in its tag, and this in it.
    pub fn new(name: &str, attributes: &[(&str, &str)], children: Vec<XmlNode>) -> Element {
        let mut own = Element {
            name: name.to_owned(),
            start: format!("<{name}/>"),
            end: String::new(),
            children: Vec::new(),
        };
        for (key, value) in attributes {
            own.set(key, value);
        }
        own.fill(children);
        own
    }

    /// The name without its prefix.
    pub fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default()
    }

    /// The prefix with its colon, as the names of its fellows need it.
    pub fn prefix(&self) -> &str {
        self.name.strip_suffix(self.local()).unwrap_or_default()
    }

    /// Has it this prefix and name?
    pub fn is(&self, prefix: &str, local: &str) -> bool {
        self.prefix() == prefix && self.local() == local
    }

    /// Other children in place of its own.
    pub fn fill(&mut self, children: Vec<XmlNode>) {
        self.children = children;
        if !self.children.is_empty() && self.end.is_empty() {
            let start = self.start.trim_end_matches('>').trim_end_matches('/');
            self.start = format!("{}>", start.trim_end());
            self.end = format!("</{}>", self.name);
        }
    }

    fn add(&mut self, node: XmlNode) {
        // A text and its entities are one text.
        match (self.children.last_mut(), node) {
            (Some(XmlNode::Text(text)), XmlNode::Text(more)) => text.push_str(&more),
            (_, node) => self.children.push(node),
        }
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            XmlNode::Element(own) => Some(own),
            _ => None,
        })
    }

    /// The first element in it that is called so, whatever its prefix.
    pub fn child(&self, local: &str) -> Option<&Element> {
        self.elements().find(|own| own.local() == local)
    }

    /// The same to be changed.
    pub fn child_mut(&mut self, local: &str) -> Option<&mut Element> {
        self.children.iter_mut().find_map(|node| match node {
            XmlNode::Element(own) if own.local() == local => Some(own),
            _ => None,
        })
    }

    /// Every element in it and below, itself first.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        let mut at = 0;
        while let Some(own) = all.get(at).copied() {
            all.extend(own.elements());
            at += 1;
        }
        all
    }

    /// Changes every element below it, and itself.
    pub fn each_mut(&mut self, change: &mut dyn FnMut(&mut Element)) {
        change(self);
        for node in &mut self.children {
            if let XmlNode::Element(own) = node {
                own.each_mut(change);
            }
        }
    }

    /// The text that stands in it itself, its entities read.
    pub fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            XmlNode::Text(own) => Some(plain(own)),
            _ => None,
        });
        texts.collect()
    }

    /// All text in it and below.
    pub fn whole_text(&self) -> String {
        let texts = self.children.iter().map(|node| match node {
            XmlNode::Text(own) => plain(own),
            XmlNode::Element(own) => own.whole_text(),
            XmlNode::Other(_) => String::new(),
        });
        texts.collect()
    }

    /// Another text in it.
    pub fn set_text(&mut self, text: &str) {
        self.fill(vec![XmlNode::Text(escaped(text))]);
    }

    /// Writes it as it stands.
    pub fn write(&self, text: &mut String) {
        text.push_str(&self.start);
        for node in &self.children {
            match node {
                XmlNode::Element(own) => own.write(text),
                XmlNode::Text(own) | XmlNode::Other(own) => text.push_str(own),
            }
        }
        text.push_str(&self.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_changed_is_written_letter_for_letter() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- x --><w:a \
            xmlns:w='u' b = \"&lt;1>\" >\
            甲&amp;&#x4e59;<w:b/><w:c />\t<!--y--><w:d></w:d ></w:a>\n";
        assert_eq!(Xml::read(text.as_bytes()).unwrap().written(), text.as_bytes());
        let root = Xml::read(text.as_bytes()).unwrap().root;
        assert_eq!((root.local(), root.prefix(), root.text().as_str()), ("a", "w:", "甲&乙\t"));
        assert_eq!(root.attribute("b").as_deref(), Some("<1>"));
        assert_eq!(root.attribute("c"), None);
    }

    #[test]
    fn an_attribute_is_set_and_taken_away_and_an_empty_element_is_filled() {
        let mut xml = Xml::read(b"<a b=\"1\" c='2'/>").unwrap();
        xml.root.set("c", "\"<&");
        xml.root.set("d", "4");
        xml.root.unset("b");
        xml.root.set_text("<\u{1}甲>\n'");
        let written = String::from_utf8(xml.written()).unwrap();
        assert_eq!(written, "<a c='&quot;&lt;&amp;' d=\"4\">&lt;甲&gt;\n'</a>");
        assert_eq!(Xml::read(written.as_bytes()).unwrap().root.text(), "<甲>\n'");
    }

    #[test]
    fn what_is_no_xml_is_not_read_and_nothing_panics() {
        let deep = "<a>".repeat(500) + &"</a>".repeat(500);
        for text in
            ["", "<", "<a", "<a>", "</a>", "<a></b>", "<a/><b/>", "x", "<!DOCTYPE a><a/>", &deep]
        {
            assert!(Xml::read(text.as_bytes()).is_none(), "{}", text.len());
        }
        assert!(Xml::read(&[0xff, 0xfe, 0x3c, 0]).is_none());
        for text in ["<a b/>", "<a b=/>", "<a b=\"/>", "<a =''/>", "<a &/>"] {
            if let Some(xml) = Xml::read(text.as_bytes()) {
                let mut root = xml.root;
                let _ = root.attribute("b");
                root.set("b", "1");
                root.set_text("x");
            }
        }
    }
}
