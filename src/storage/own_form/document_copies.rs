//! One document of several forms, each of which begins on a page of its own.

use super::document::DocumentWalk;
use super::xml::{Element, XmlNode};
use crate::domain::own_form::answers::At;

/// What names a thing in a document and must not be there twice.
const MARKS: [&str; 4] = ["bookmarkStart", "bookmarkEnd", "permStart", "permEnd"];
/// Ids of paragraphs that newer programs give, by the end of their names.
const PARAGRAPH_IDS: [&str; 2] = [":paraId", ":textId"];
/// What goes before the mark of a new page in the settings of a paragraph.
const BEFORE_BREAK: [&str; 3] = ["pStyle", "keepNext", "keepLines"];

/// The body filled once for each, one form after another.
pub fn filled(walk: &DocumentWalk, root: &Element, each: &[At]) -> Element {
    if let [at] = each {
        return walk.within(root, at);
    }
    let mut whole = root.clone();
    let Some(body) = whole.child_mut("body") else { return whole };
    let is_end = |node: &XmlNode| matches!(node, XmlNode::Element(own) if own.local() == "sectPr");
    let mut content = body.clone();
    content.children.retain(|node| !is_end(node));
    let end: Vec<XmlNode> = body.children.iter().filter(|node| is_end(node)).cloned().collect();
    let has_sections = content.all().iter().any(|own| own.local() == "sectPr");
    let mut forms = Vec::new();
    for (number, at) in each.iter().enumerate() {
        let mut form = walk.within(&content, at);
        if number > 0 {
            form.each_mut(&mut as_copy);
            match has_sections {
                true => forms.push(XmlNode::Element(section(walk.prefix(), &end))),
                false => begin_page(walk.prefix(), &mut form),
            }
        }
        forms.append(&mut form.children);
    }
    forms.extend(end);
    let mut pictures = 0;
    body.fill(forms);
    body.each_mut(&mut |own| {
        if own.local() == "docPr" {
            pictures += 1;
            own.set("id", &pictures.to_string());
        }
    });
    whole
}

/// Without what must be there once.
fn as_copy(own: &mut Element) {
    own.children
        .retain(|node| !matches!(node, XmlNode::Element(own) if MARKS.contains(&own.local())));
    for (name, _) in own.attributes() {
        if PARAGRAPH_IDS.iter().any(|end| name.ends_with(end)) {
            own.unset(&name);
        }
    }
}

/// Lets a form begin on a new page: its first paragraph does, or one before its table.
fn begin_page(prefix: &str, form: &mut Element) {
    let break_before =
        || XmlNode::Element(Element::new(&format!("{prefix}pageBreakBefore"), &[], vec![]));
    let first = form.children.iter_mut().find_map(|node| match node {
        XmlNode::Element(own) => Some(own),
        _ => None,
    });
    let Some(paragraph) = first.filter(|own| own.is(prefix, "p")) else {
        let broken =
            Element::new(&format!("{prefix}br"), &[(&format!("{prefix}type"), "page")], Vec::new());
        let run = Element::new(&format!("{prefix}r"), &[], vec![XmlNode::Element(broken)]);
        let paragraph = Element::new(&format!("{prefix}p"), &[], vec![XmlNode::Element(run)]);
        form.children.insert(0, XmlNode::Element(paragraph));
        return;
    };
    if paragraph.child("pPr").is_none() {
        let settings = Element::new(&format!("{prefix}pPr"), &[], vec![break_before()]);
        let mut children = vec![XmlNode::Element(settings)];
        children.append(&mut paragraph.children);
        paragraph.fill(children);
        return;
    }
    let Some(settings) = paragraph.child_mut("pPr") else { return };
    if settings.child("pageBreakBefore").is_some() {
        return;
    }
    let goes_before = |node: &XmlNode| match node {
        XmlNode::Element(own) => BEFORE_BREAK.contains(&own.local()),
        _ => true,
    };
    let mut children = settings.children.clone();
    let at = children.iter().take_while(|node| goes_before(node)).count();
    children.insert(at, break_before());
    settings.fill(children);
}

/// A paragraph that ends a section as the whole document ends.
fn section(prefix: &str, end: &[XmlNode]) -> Element {
    let settings = Element::new(&format!("{prefix}pPr"), &[], end.to_vec());
    Element::new(&format!("{prefix}p"), &[], vec![XmlNode::Element(settings)])
}
