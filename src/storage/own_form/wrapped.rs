//! Styles of cells whose text has several lines: as they are, and wrapped.

use std::collections::BTreeMap;

use super::xml::{Element, Xml, XmlNode};

/// The styles of a workbook, with those that were added.
#[derive(Default)]
pub struct WrappedStyles {
    styles: Option<Xml>,
    added: BTreeMap<usize, usize>,
}

impl WrappedStyles {
    pub fn of(styles: Option<Xml>) -> WrappedStyles {
        WrappedStyles { styles, added: BTreeMap::new() }
    }

    /// The style that is this one, wrapped; the same where there are no styles.
    pub fn wrapped(&mut self, style: usize) -> usize {
        if let Some(known) = self.added.get(&style) {
            return *known;
        }
        let new = self.add(style).unwrap_or(style);
        self.added.insert(style, new);
        new
    }

    fn add(&mut self, style: usize) -> Option<usize> {
        let formats = self.styles.as_mut()?.root.child_mut("cellXfs")?;
        let mut own = formats.elements().nth(style)?.clone();
        let prefix = own.prefix().to_owned();
        match own.child_mut("alignment") {
            Some(alignment) if alignment.attribute("wrapText").as_deref() == Some("1") => {
                return Some(style);
            }
            Some(alignment) => alignment.set("wrapText", "1"),
            None => {
                let name = format!("{prefix}alignment");
                let alignment = Element::new(&name, &[("wrapText", "1")], Vec::new());
                let mut children = vec![XmlNode::Element(alignment)];
                children.append(&mut own.children);
                own.fill(children);
            }
        }
        own.set("applyAlignment", "1");
        let new = formats.elements().count();
        let mut children = std::mem::take(&mut formats.children);
        children.push(XmlNode::Element(own));
        formats.fill(children);
        formats.set("count", &(new + 1).to_string());
        Some(new)
    }

    /// The part, when something was added.
    pub fn changed(&self) -> Option<Vec<u8>> {
        let is_changed = self.added.iter().any(|(old, new)| old != new);
        self.styles.as_ref().filter(|_| is_changed).map(Xml::written)
    }
}
