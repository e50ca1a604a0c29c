//! A sheet of a workbook: cells with names in them are filled, and their rows repeated.

use std::cell::RefCell;

use super::cell_ref::{Added, CellRef};
use super::filling::FormFilling;
use super::shared_texts::SharedTexts;
use super::text::Pieces;
use super::wrapped::WrappedStyles;
use super::xml::{Element, XmlNode};
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::{FormFault, FormPlace};
use crate::domain::own_form::name::FormName;

/// The longest text that a spreadsheet keeps in a cell.
use crate::storage::sheets::bounds::LONGEST;

/// A walk through one sheet.
pub struct SheetWalk<'a> {
    pub filling: &'a FormFilling<'a>,
    /// What the sheet is called.
    pub name: &'a str,
    pub texts: &'a SharedTexts,
    pub styles: &'a RefCell<WrappedStyles>,
}

impl SheetWalk<'_> {
    /// The sheet with its cells filled and its rows repeated, and which rows were added.
    pub fn filled(&self, sheet: &Element, at: &At) -> (Element, Added) {
        let (mut whole, mut added) = (sheet.clone(), Added::default());
        let Some(data) = whole.child_mut("sheetData") else { return (whole, added) };
        let (mut rows, mut last, mut shift) = (Vec::new(), 0, 0);
        for node in &data.children {
            let XmlNode::Element(row) = node else {
                rows.push(node.clone());
                continue;
            };
            let number = row.attribute("r").and_then(|own| own.parse().ok()).unwrap_or(last + 1);
            last = number;
            let place = FormPlace::Cell(self.name.to_owned(), number.to_string());
            let names: Vec<FormName> = row.elements().flat_map(|cell| self.known(cell)).collect();
            let each = self.filling.rows(&names, (at, &place), true);
            for (copy, at) in (0_u32..).zip(&each) {
                rows.push(XmlNode::Element(self.row(row, (number, number + shift + copy), at)));
            }
            let more = u32::try_from(each.len()).unwrap_or(u32::MAX).saturating_sub(1);
            added.add(number, more);
            shift += more;
        }
        data.fill(rows);
        (whole, added)
    }

    /// A row in its new place.
    fn row(&self, row: &Element, (old, new): (u32, u32), at: &At) -> Element {
        let mut filled = row.clone();
        if row.attribute("r").is_some() || old != new {
            filled.set("r", &new.to_string());
        }
        let mut column = 0;
        let cells = row.children.iter().map(|node| {
            let XmlNode::Element(cell) = node else { return node.clone() };
            let written = cell.attribute("r").and_then(|own| CellRef::read(&own)?.column);
            column = written.unwrap_or(column + 1);
            let place = CellRef::at(column, old).written();
            let mut cell = self.cell(cell, (at, &FormPlace::Cell(self.name.to_owned(), place)));
            if written.is_some() || old != new {
                cell.set("r", &CellRef::at(column, new).written());
            }
            XmlNode::Element(cell)
        });
        let cells = cells.collect();
        filled.fill(cells);
        filled
    }

    /// The text of a cell, in its pieces; none of a cell that holds none.
    fn text_of(&self, cell: &Element) -> Option<Element> {
        match cell.attribute("t").as_deref() {
            Some("s") => {
                let number = cell.child("v")?.text().trim().parse().ok()?;
                self.texts.get(number).cloned()
            }
            Some("inlineStr") => cell.child("is").cloned(),
            _ => None,
        }
    }

    fn known(&self, cell: &Element) -> Vec<FormName> {
        let text = self.text_of(cell);
        text.map(|own| self.filling.known(&pieces(&own))).unwrap_or_default()
    }

    /// A cell with values in the places of its names.
    fn cell(&self, cell: &Element, (at, place): (&At, &FormPlace)) -> Element {
        if cell.child("f").is_some_and(|own| Pieces { pieces: vec![own.text()] }.is_named()) {
            self.filling.fault(place, FormFault::InFormula);
        }
        let Some(text) = self.text_of(cell) else { return cell.clone() };
        let own = pieces(&text);
        if !own.is_named() {
            return cell.clone();
        }
        let known = self.filling.known(&own);
        if known.iter().any(|own| matches!(own, FormName::Begin(_) | FormName::End(_))) {
            let name = own.braced().0.into_iter().map(|own| own.name).next().unwrap_or_default();
            self.filling.fault(place, FormFault::BlockInSheet { name });
            return cell.clone();
        }
        let prefix = cell.prefix();
        if let Some(value) = own.is_one_name().then(|| own.braced().0.into_iter().next()).flatten()
        {
            let value = self.filling.value(&value.name, (at, place));
            if value.is_number {
                let mut number = Element::new(&format!("{prefix}v"), &[], Vec::new());
                number.set_text(&value.text);
                return holding(cell, None, vec![XmlNode::Element(number)]);
            }
            let mut given = Some(value);
            return self.with_text(
                cell,
                &text,
                &own.filled(&mut |_| given.take().unwrap_or_default()),
            );
        }
        self.with_text(cell, &text, &self.filling.filled(&own, (at, place)))
    }

    fn with_text(&self, cell: &Element, text: &Element, filled: &[String]) -> Element {
        if filled.concat().is_empty() {
            return holding(cell, None, Vec::new());
        }
        let name = format!("{}is", cell.prefix());
        let mut inner = Element::new(&name, &[], text.children.clone());
        let is_spoken = |own: &Element| ["rPh", "phoneticPr"].contains(&own.local());
        inner.children.retain(|node| !matches!(node, XmlNode::Element(own) if is_spoken(own)));
        let (mut filled, mut left) = (filled.iter(), LONGEST);
        each_text(&mut inner, &mut |own| {
            let text = filled.next().map(String::as_str).unwrap_or_default();
            let text: String = text.replace("\r\n", "\n").chars().take(left).collect();
            left -= text.chars().count();
            own.set("xml:space", "preserve");
            own.set_text(&text);
        });
        let is_long = inner.whole_text().contains('\n');
        let mut cell = holding(cell, Some("inlineStr"), vec![XmlNode::Element(inner)]);
        if is_long {
            let style = cell.attribute("s").and_then(|own| own.parse().ok()).unwrap_or(0);
            let style = self.styles.borrow_mut().wrapped(style);
            cell.set("s", &style.to_string());
        }
        cell
    }
}

/// The cell with something else in it.
fn holding(cell: &Element, kind: Option<&str>, children: Vec<XmlNode>) -> Element {
    let mut own = cell.clone();
    match kind {
        Some(kind) => own.set("t", kind),
        None => own.unset("t"),
    }
    own.fill(children);
    own
}

/// The pieces of a text of a cell; how it is spoken is none of it.
fn pieces(text: &Element) -> Pieces {
    let mut pieces = Vec::new();
    let mut text = text.clone();
    each_text(&mut text, &mut |own| pieces.push(own.text()));
    Pieces { pieces }
}

fn each_text(own: &mut Element, change: &mut dyn FnMut(&mut Element)) {
    for node in &mut own.children {
        match node {
            XmlNode::Element(inner) if inner.local() == "t" => change(inner),
            XmlNode::Element(inner) if inner.local() != "rPh" => each_text(inner, change),
            _ => {}
        }
    }
}
