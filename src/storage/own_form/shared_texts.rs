//! The texts that the cells of a workbook share.

use super::text::Pieces;
use super::xml::{Element, Xml, XmlNode};

/// All of them, by their numbers.
#[derive(Default)]
pub struct SharedTexts {
    texts: Vec<Element>,
}

impl SharedTexts {
    /// The texts of the part that holds them.
    pub fn of(xml: &Xml) -> SharedTexts {
        let texts = xml.root.elements().filter(|own| own.local() == "si");
        SharedTexts { texts: texts.cloned().collect() }
    }

    pub fn get(&self, number: usize) -> Option<&Element> {
        self.texts.get(number)
    }
}

/// The part without the texts in which names stood: every cell that had one has its own text now.
/// The others keep their numbers.
pub fn without_names(xml: &Xml) -> Xml {
    let mut xml = xml.clone();
    for node in &mut xml.root.children {
        let XmlNode::Element(own) = node else { continue };
        let is_named = Pieces { pieces: vec![own.whole_text()] }.is_named();
        if own.local() == "si" && is_named {
            let name = format!("{}t", own.prefix());
            let blank = Element::new(&name, &[], Vec::new());
            own.fill(vec![XmlNode::Element(blank)]);
        }
    }
    xml
}
