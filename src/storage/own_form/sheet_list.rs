//! The list of a workbook's sheets, when some of them were copied.

use std::collections::BTreeSet;

use super::book::FormBook;
use super::cell_ref::{Added, mentioned};
use super::moved::name_moved;
use super::package::{PackageParts, relations_of};
use super::xml::{Element, XmlNode};
use crate::domain::own_form::fault::FormFileFault;

/// The type of a sheet among the parts of a workbook, and of its relation.
const SHEET_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

/// A sheet of the new workbook: which one it was, for whom of the children it is filled.
pub struct NewSheet {
    pub old: usize,
    pub child: usize,
    pub name: String,
    pub part: String,
    pub id: String,
}

/// The list of sheets in the workbook.
pub fn list(book: &mut Element, old: &FormBook, sheets: &[NewSheet]) {
    let Some(listed) = book.child_mut("sheets") else { return };
    let entries: Vec<Element> = listed.elements().cloned().collect();
    let ids = entries.iter().filter_map(|own| own.attribute("sheetId")?.parse::<u32>().ok());
    let mut last = ids.max().unwrap_or(0);
    let mut seen = BTreeSet::new();
    let mut new = Vec::new();
    for own in sheets {
        let Some(sheet) = old.sheets.get(own.old) else { continue };
        let named = |entry: &&Element| entry.attribute("name").as_deref() == Some(&sheet.name);
        let Some(mut entry) = entries.iter().find(named).cloned() else { continue };
        entry.set("name", &own.name);
        if !seen.insert(own.old) {
            last += 1;
            entry.set("sheetId", &last.to_string());
            let ids = entry.attributes().into_iter().filter(|(name, _)| name.ends_with(":id"));
            for (name, _) in ids.collect::<Vec<_>>() {
                entry.set(&name, &own.id);
            }
        }
        new.push(XmlNode::Element(entry));
    }
    // Sheets that are charts stand behind.
    let is_known = |entry: &&Element| {
        old.sheets.iter().any(|own| entry.attribute("name").as_deref() == Some(&own.name))
    };
    new.extend(entries.iter().filter(|own| !is_known(own)).cloned().map(XmlNode::Element));
    listed.fill(new);
}

/// The names of ranges, each for every copy of its sheet.
pub fn names(book: &mut Element, old: &FormBook, (sheets, added): (&[NewSheet], &[Added])) {
    let Some(names) = book.child_mut("definedNames") else { return };
    let entries: Vec<Element> = names.elements().cloned().collect();
    let mut new = Vec::new();
    for entry in entries {
        let local = entry.attribute("localSheetId").and_then(|own| own.parse::<usize>().ok());
        let Some(local) = local else {
            new.push(XmlNode::Element(entry));
            continue;
        };
        for (at, (own, added)) in sheets.iter().zip(added).enumerate() {
            let Some(sheet) = old.sheets.get(own.old).filter(|_| own.old == local) else {
                continue;
            };
            let mut entry = entry.clone();
            let moved = name_moved(&entry.text(), &sheet.name, added);
            entry.set_text(&renamed(&moved, &sheet.name, &own.name));
            entry.set("localSheetId", &at.to_string());
            new.push(XmlNode::Element(entry));
        }
    }
    names.fill(new);
}

/// A range with another name of its sheet.
fn renamed(text: &str, old: &str, new: &str) -> String {
    let mut parts = Vec::new();
    let mut last = 0;
    for place in mentioned(text).into_iter().filter(|own| own.sheet.as_deref() == Some(old)) {
        let range = text.get(place.at.clone()).unwrap_or_default();
        parts.push(format!("'{}'!{range}", new.replace('\'', "''")));
        last = place.at.end;
    }
    match last == text.len() {
        true => parts.join(","),
        false => text.to_owned(),
    }
}

/// The new sheets among the parts of the package, and among what the workbook refers to.
///
/// # Errors
/// It contradicts itself.
pub fn declare(
    book: &FormBook,
    new: &[&NewSheet],
    parts: &mut PackageParts,
) -> Result<(), FormFileFault> {
    let types = "[Content_Types].xml";
    let mut xml = book.package.xml(types)?.ok_or(FormFileFault::Broken)?;
    let name = format!("{}Override", xml.root.prefix());
    for own in new {
        let part = format!("/{}", own.part);
        let entry = [("PartName", part.as_str()), ("ContentType", SHEET_TYPE)];
        xml.root.children.push(XmlNode::Element(Element::new(&name, &entry, Vec::new())));
    }
    parts.insert(types.to_owned(), xml.written());
    let relations = relations_of(book.main);
    let mut xml = book.package.xml(&relations)?.ok_or(FormFileFault::Broken)?;
    let name = format!("{}Relationship", xml.root.prefix());
    for own in new {
        let target = format!("/{}", own.part);
        let entry = [("Id", own.id.as_str()), ("Type", RELATION), ("Target", target.as_str())];
        xml.root.children.push(XmlNode::Element(Element::new(&name, &entry, Vec::new())));
    }
    parts.insert(relations, xml.written());
    Ok(())
}
