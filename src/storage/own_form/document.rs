//! Documents: paragraphs and rows of tables with names in them are filled, and repeated.

use std::cell::Cell;

use super::filling::FormFilling;
use super::text::Pieces;
use super::xml::{Element, XmlNode};
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::{DocumentPart, FormFault, FormPlace};
use crate::domain::own_form::name::{FormName, Repeat};

/// The names by which the language of documents is known.
const SPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// A walk through one part of a document.
pub struct DocumentWalk<'a> {
    filling: &'a FormFilling<'a>,
    part: DocumentPart,
    /// Of the language of documents, with its colon.
    prefix: String,
    paragraphs: Cell<usize>,
    tables: Cell<usize>,
}

/// The prefix of the language in which a part is written.
pub fn prefix_of(root: &Element, spaces: &[&str]) -> Option<String> {
    let attributes = root.attributes();
    let (name, _) = attributes.iter().find(|(name, value)| {
        spaces.contains(&value.as_str()) && (name == "xmlns" || name.starts_with("xmlns:"))
    })?;
    Some(name.strip_prefix("xmlns:").map(|own| format!("{own}:")).unwrap_or_default())
}

impl<'a> DocumentWalk<'a> {
    /// A walk through a part; none when it is not in the language of documents.
    pub fn of(
        filling: &'a FormFilling<'a>,
        part: DocumentPart,
        root: &Element,
    ) -> Option<DocumentWalk<'a>> {
        let prefix = prefix_of(root, &SPACES)?;
        Some(DocumentWalk { filling, part, prefix, paragraphs: Cell::new(0), tables: Cell::new(0) })
    }

    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What stands in an element, filled.
    pub fn within(&self, own: &Element, at: &At) -> Element {
        self.element(own, at, &self.place(None))
    }

    fn is(&self, own: &Element, local: &str) -> bool {
        own.is(&self.prefix, local)
    }

    fn place(&self, row: Option<(usize, usize)>) -> FormPlace {
        match row {
            Some((table, row)) => FormPlace::Row(self.part, table, row),
            None => FormPlace::Paragraph(self.part, self.paragraphs.get()),
        }
    }

    /// An element that is neither a paragraph nor a row.
    fn element(&self, own: &Element, at: &At, place: &FormPlace) -> Element {
        let mut filled = own.clone();
        let in_table = self.is(own, "tbl");
        if in_table {
            self.tables.set(self.tables.get() + 1);
        }
        let table = self.tables.get();
        filled.fill(self.siblings(&own.children, (at, place), in_table.then_some(table)));
        // A cell holds a paragraph, whatever else it holds.
        if self.is(own, "tc") && !filled.elements().any(|own| self.is(own, "p")) {
            let empty = Element::new(&format!("{}p", self.prefix), &[], Vec::new());
            filled.children.push(XmlNode::Element(empty));
        }
        filled
    }

    /// Things side by side: those with names are repeated, and so are blocks of them.
    fn siblings(
        &self,
        nodes: &[XmlNode],
        (at, place): (&At, &FormPlace),
        table: Option<usize>,
    ) -> Vec<XmlNode> {
        let (mut out, mut next, mut rows) = (Vec::new(), 0, 0);
        while let Some(node) = nodes.get(next) {
            next += 1;
            let XmlNode::Element(own) = node else {
                out.push(node.clone());
                continue;
            };
            let is_row = self.is(own, "tr");
            if !is_row && !self.is(own, "p") {
                let filled = self.element(own, at, place);
                // A table from which all rows are gone is none.
                let is_bare =
                    self.is(own, "tbl") && !filled.elements().any(|own| self.is(own, "tr"));
                if !is_bare {
                    out.push(XmlNode::Element(filled));
                }
                continue;
            }
            let place = match (is_row, table, place) {
                (true, table, _) => {
                    rows += 1;
                    self.place(Some((table.unwrap_or_default(), rows)))
                }
                (false, _, FormPlace::Row(..)) => place.clone(),
                (false, ..) => {
                    self.paragraphs.set(self.paragraphs.get() + 1);
                    self.place(None)
                }
            };
            if let Some((repeat, written)) = self.marker(own) {
                let rest = nodes.get(next..).unwrap_or_default();
                let Some(length) = rest.iter().position(|node| self.ends(node, &repeat)) else {
                    self.filling.fault(&place, FormFault::BlockOpen { name: written });
                    continue;
                };
                self.filling.begin(&repeat, &written, &place);
                let block = rest.get(..length).unwrap_or_default();
                let (paragraphs, tables) = (self.paragraphs.get(), self.tables.get());
                for at in self.filling.each(&repeat, at) {
                    self.paragraphs.set(paragraphs);
                    self.tables.set(tables);
                    out.extend(self.siblings(block, (&at, &place), table));
                }
                next += length + 1;
                if !is_row && !matches!(place, FormPlace::Row(..)) {
                    self.paragraphs.set(self.paragraphs.get() + 1);
                }
                continue;
            }
            let names = self.names_of(own);
            for at in self.filling.rows(&names, (at, &place), is_row) {
                out.push(XmlNode::Element(match is_row {
                    true => self.element(own, &at, &place),
                    false => self.paragraph(own, (&at, &place)),
                }));
            }
        }
        out
    }

    /// The block that begins in a paragraph or a row, when nothing else stands in it.
    fn marker(&self, own: &Element) -> Option<(Repeat, String)> {
        match self.only_name(own)? {
            (FormName::Begin(repeat), written) => Some((repeat, written)),
            _ => None,
        }
    }

    fn ends(&self, node: &XmlNode, repeat: &Repeat) -> bool {
        let XmlNode::Element(own) = node else { return false };
        let is_place = self.is(own, "p") || self.is(own, "tr");
        is_place
            && matches!(self.only_name(own), Some((FormName::End(other), _)) if other == *repeat)
    }

    /// The one name of a paragraph or a row in which nothing else is written.
    fn only_name(&self, own: &Element) -> Option<(FormName, String)> {
        let mut paragraphs = Vec::new();
        self.paragraphs_of(own, &mut paragraphs);
        let pieces = paragraphs.into_iter().flat_map(|own| self.pieces(own).pieces).collect();
        let text = Pieces { pieces };
        let written = text.is_one_name().then(|| text.braced().0.into_iter().next()).flatten()?;
        Some((self.filling.names.meant(&written.name).ok()?, written.name))
    }

    /// The names in a paragraph, or in the cells of a row; not those of tables in a cell.
    fn names_of(&self, own: &Element) -> Vec<FormName> {
        let mut paragraphs = Vec::new();
        self.paragraphs_of(own, &mut paragraphs);
        let known = paragraphs.into_iter().flat_map(|own| self.filling.known(&self.pieces(own)));
        let mut names: Vec<FormName> = known.collect();
        // A block in a cell is repeated there, and not with its row.
        let begun: Vec<Repeat> = names
            .iter()
            .filter_map(|name| match name {
                FormName::Begin(repeat) => Some(repeat.clone()),
                _ => None,
            })
            .collect();
        names.retain(|name| match name {
            FormName::Record(own, _) => !begun.contains(&Repeat::Records(own.clone())),
            FormName::Number => begun.is_empty(),
            _ => true,
        });
        names
    }

    fn paragraphs_of<'e>(&self, own: &'e Element, found: &mut Vec<&'e Element>) {
        if self.is(own, "p") {
            found.push(own);
            return;
        }
        let inner = own.elements().filter(|own| !self.is(own, "tbl"));
        inner.for_each(|own| self.paragraphs_of(own, found));
    }

    /// The texts of a paragraph, in order; what stands in a box of its own is not of them.
    fn pieces(&self, paragraph: &Element) -> Pieces {
        fn add(walk: &DocumentWalk, own: &Element, pieces: &mut Vec<String>) {
            for inner in own.elements().filter(|own| !walk.is(own, "txbxContent")) {
                match walk.is(inner, "t") {
                    true => pieces.push(inner.text()),
                    false => add(walk, inner, pieces),
                }
            }
        }
        let mut pieces = Vec::new();
        add(self, paragraph, &mut pieces);
        Pieces { pieces }
    }

    /// A paragraph with values in the places of its names, and what stands in its boxes.
    fn paragraph(&self, own: &Element, (at, place): (&At, &FormPlace)) -> Element {
        let pieces = self.pieces(own);
        let filled = self.filling.filled(&pieces, (at, place));
        let changed = pieces.pieces.iter().zip(filled);
        let changed: Vec<Option<String>> =
            changed.map(|(old, new)| (*old != new).then_some(new)).collect();
        let mut changed = changed.into_iter();
        self.with_texts(own, &mut changed, (at, place))
    }

    fn with_texts(
        &self,
        own: &Element,
        texts: &mut dyn Iterator<Item = Option<String>>,
        (at, place): (&At, &FormPlace),
    ) -> Element {
        let mut out = Vec::new();
        for node in &own.children {
            let XmlNode::Element(inner) = node else {
                out.push(node.clone());
                continue;
            };
            if self.is(inner, "t") {
                match texts.next().flatten() {
                    Some(text) => out.extend(self.lines(inner, &text)),
                    None => out.push(node.clone()),
                }
            } else if self.is(inner, "txbxContent") {
                out.push(XmlNode::Element(self.element(inner, at, place)));
            } else {
                out.push(XmlNode::Element(self.with_texts(inner, texts, (at, place))));
            }
        }
        let mut filled = own.clone();
        filled.fill(out);
        filled
    }

    /// A text of a run, line by line.
    fn lines(&self, own: &Element, text: &str) -> Vec<XmlNode> {
        let mut nodes = Vec::new();
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                let line_break = Element::new(&format!("{}br", self.prefix), &[], Vec::new());
                nodes.push(XmlNode::Element(line_break));
            }
            let mut piece = own.clone();
            piece.set("xml:space", "preserve");
            piece.set_text(line);
            nodes.push(XmlNode::Element(piece));
        }
        nodes
    }
}
