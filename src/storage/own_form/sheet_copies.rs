//! A workbook for several children: a sheet of its own for each.

use std::collections::BTreeSet;

use super::cell_ref::{Added, mentioned};
use super::filling::Filling;
use super::package::{Parts, relations_of};
use super::text::Pieces;
use super::workbook::{BookSheet, Each, Workbook};
use super::xml::{Element, Node, Xml, escaped};
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::{FormFault, FormFileFault, FormPlace, Unmovable};

/// The longest name of a sheet, and what cannot be in it.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAME: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The type of a sheet among the parts of a workbook, and of its relation.
const SHEET_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

/// Which sheets are copied, and for whom.
pub struct SheetCopies<'a> {
    each: &'a Each<'a>,
    /// By their places among the sheets.
    copied: Vec<usize>,
}

/// A sheet of the new workbook: which one it was, for whom of the children it is filled.
struct NewSheet {
    old: usize,
    child: usize,
    name: String,
    part: String,
    id: String,
}

type Walk<'w> = &'w dyn Fn(&BookSheet, &At) -> (Element, Added);

impl<'a> SheetCopies<'a> {
    /// None when there is one child, or the form is of all of them.
    pub fn of(book: &Workbook, filling: &Filling, each: &'a Each<'a>) -> Option<SheetCopies<'a>> {
        if each.ats.len() < 2 {
            return None;
        }
        let is_copied = |own: &BookSheet| {
            let texts = book.texts_of(own);
            let names =
                texts.iter().flat_map(|text| filling.known(&Pieces { pieces: vec![text.clone()] }));
            names.into_iter().any(|own| own.is_of_a_child() || own.register().is_some())
        };
        let copied = book.sheets.iter().enumerate().filter(|(_, own)| is_copied(own));
        let copied: Vec<usize> = copied.map(|(at, _)| at).collect();
        Some(SheetCopies { each, copied })
    }

    /// Tells what of a sheet cannot be copied.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn check(book: &Workbook, filling: &Filling) -> Result<(), FormFileFault> {
        let listed = book.book.root.child("sheets").map_or(0, |own| own.elements().count());
        if listed != book.sheets.len() {
            filling.fault(&FormPlace::Whole, FormFault::CannotCopy(Unmovable::Chart));
        }
        for sheet in &book.sheets {
            let fault = |what: Unmovable| {
                let place = FormPlace::Cell(sheet.name.clone(), "A1".to_owned());
                filling.fault(&place, FormFault::CannotCopy(what));
            };
            for relation in book.package.relations(&sheet.part)? {
                match relation.kind.as_str() {
                    "printerSettings" | "hyperlink" => {}
                    "drawing" => fault(Unmovable::Drawing),
                    "comments" | "vmlDrawing" => fault(Unmovable::Comment),
                    "table" => fault(Unmovable::Table),
                    "pivotTable" => fault(Unmovable::Pivot),
                    _ => fault(Unmovable::Other),
                }
            }
            let formulas = sheet.xml.root.all().into_iter().filter(|own| own.local() == "f");
            let mut places = formulas.flat_map(|own| mentioned(&own.text()));
            if places.any(|own| own.sheet.is_some()) {
                fault(Unmovable::Formula);
            }
        }
        Ok(())
    }

    /// Puts the sheets into the parts, and their list into the workbook.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn put(
        &self,
        book: &Workbook,
        walk: Walk,
        (parts, xml): (&mut Parts, &mut Xml),
    ) -> Result<(), FormFileFault> {
        let sheets = self.sheets(book);
        let mut seen = BTreeSet::new();
        let mut added = Vec::new();
        for own in &sheets {
            let Some(old) = book.sheets.get(own.old) else { continue };
            let at = self.each.ats.get(own.child).cloned().unwrap_or_default();
            let at = if self.copied.contains(&own.old) { at } else { At::default() };
            let (mut root, more) = walk(old, &at);
            added.push(more);
            if !seen.insert(own.old) {
                alone(&mut root);
                let links = links(book, &old.part)?;
                parts.insert(relations_of(&own.part), links.into_bytes());
            }
            parts.insert(own.part.clone(), Xml { root, ..old.xml.clone() }.written());
        }
        list(&mut xml.root, book, &sheets);
        names(&mut xml.root, book, (&sheets, &added));
        let new: Vec<&NewSheet> = {
            let old: BTreeSet<&String> = book.sheets.iter().map(|own| &own.part).collect();
            sheets.iter().filter(|own| !old.contains(&own.part)).collect()
        };
        declare(book, &new, parts)
    }

    /// The sheets in their order: where the first copied one stood, all of the first child, then
    /// all of the second.
    fn sheets(&self, book: &Workbook) -> Vec<NewSheet> {
        let mut taken: BTreeSet<String> =
            book.sheets.iter().map(|own| own.name.to_lowercase()).collect();
        let (mut all, mut number) = (Vec::new(), 0);
        for (old, own) in book.sheets.iter().enumerate() {
            if !self.copied.contains(&old) {
                let (name, part) = (own.name.clone(), own.part.clone());
                all.push(NewSheet { old, child: 0, name, part, id: String::new() });
                continue;
            }
            if self.copied.first() != Some(&old) {
                continue;
            }
            for child in 0..self.each.ats.len() {
                for old in &self.copied {
                    let Some(own) = book.sheets.get(*old) else { continue };
                    number += 1;
                    let label = self.each.labels.get(child).map(String::as_str).unwrap_or_default();
                    let called = match self.copied.len() {
                        1 => label.to_owned(),
                        _ => format!("{label}-{}", own.name),
                    };
                    let part = match child {
                        0 => own.part.clone(),
                        _ => format!("xl/worksheets/child{number}.xml"),
                    };
                    let name = free_name(&called, &mut taken);
                    all.push(NewSheet {
                        old: *old,
                        child,
                        name,
                        part,
                        id: format!("careChild{number}"),
                    });
                }
            }
        }
        all
    }
}

impl Workbook<'_> {
    /// What is written in the cells of a sheet.
    fn texts_of(&self, sheet: &BookSheet) -> Vec<String> {
        let shared = self.shared();
        let cells = sheet.xml.root.all().into_iter().filter(|own| own.local() == "c");
        let text = |cell: &Element| match cell.attribute("t").as_deref() {
            Some("s") => {
                let number = cell.child("v")?.text().trim().parse().ok()?;
                shared.get(number).map(Element::whole_text)
            }
            _ => cell.child("is").map(Element::whole_text),
        };
        cells.filter_map(text).collect()
    }
}

/// A name for a sheet that no other one has.
fn free_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let fits: String = wanted.chars().filter(|own| !NOT_IN_NAME.contains(own)).collect();
    let fits = fits.trim_matches('\'');
    let first: String = fits.chars().take(LONGEST_NAME).collect();
    let mut name = if first.is_empty() { "1".to_owned() } else { first };
    let mut number = 1;
    while !taken.insert(name.to_lowercase()) {
        number += 1;
        let end = format!("-{number}");
        let room = LONGEST_NAME.saturating_sub(end.chars().count());
        name = fits.chars().take(room).collect::<String>() + &end;
    }
    name
}

/// A copy is not the sheet that is open, and refers to no settings of a printer.
fn alone(sheet: &mut Element) {
    sheet.each_mut(&mut |own| match own.local() {
        "sheetView" => own.unset("tabSelected"),
        "pageSetup" => {
            let ids = own.attributes().into_iter().filter(|(name, _)| name.ends_with(":id"));
            ids.for_each(|(name, _)| own.unset(&name));
        }
        _ => {}
    });
}

/// The links of a sheet, for its copy.
fn links(book: &Workbook, part: &str) -> Result<String, FormFileFault> {
    let links = book.package.relations(part)?.into_iter().filter(|own| own.kind == "hyperlink");
    let link = links.map(|own| {
        format!(
            "<Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escaped(&own.id),
            escaped(&own.target)
        )
    });
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        link.collect::<String>()
    ))
}

/// The list of sheets in the workbook.
fn list(book: &mut Element, old: &Workbook, sheets: &[NewSheet]) {
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
        new.push(Node::Element(entry));
    }
    // Sheets that are charts stand behind.
    let is_known = |entry: &&Element| {
        old.sheets.iter().any(|own| entry.attribute("name").as_deref() == Some(&own.name))
    };
    new.extend(entries.iter().filter(|own| !is_known(own)).cloned().map(Node::Element));
    listed.fill(new);
}

/// The names of ranges, each for every copy of its sheet.
fn names(book: &mut Element, old: &Workbook, (sheets, added): (&[NewSheet], &[Added])) {
    let Some(names) = book.child_mut("definedNames") else { return };
    let entries: Vec<Element> = names.elements().cloned().collect();
    let mut new = Vec::new();
    for entry in entries {
        let local = entry.attribute("localSheetId").and_then(|own| own.parse::<usize>().ok());
        let Some(local) = local else {
            new.push(Node::Element(entry));
            continue;
        };
        for (at, (own, added)) in sheets.iter().zip(added).enumerate() {
            let Some(sheet) = old.sheets.get(own.old).filter(|_| own.old == local) else {
                continue;
            };
            let mut entry = entry.clone();
            let moved = super::moved::name_moved(&entry.text(), &sheet.name, added);
            entry.set_text(&renamed(&moved, &sheet.name, &own.name));
            entry.set("localSheetId", &at.to_string());
            new.push(Node::Element(entry));
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
fn declare(book: &Workbook, new: &[&NewSheet], parts: &mut Parts) -> Result<(), FormFileFault> {
    let types = "[Content_Types].xml";
    let mut xml = book.package.xml(types)?.ok_or(FormFileFault::Broken)?;
    let name = format!("{}Override", xml.root.prefix());
    for own in new {
        let part = format!("/{}", own.part);
        let entry = [("PartName", part.as_str()), ("ContentType", SHEET_TYPE)];
        xml.root.children.push(Node::Element(Element::new(&name, &entry, Vec::new())));
    }
    parts.insert(types.to_owned(), xml.written());
    let relations = relations_of(book.main);
    let mut xml = book.package.xml(&relations)?.ok_or(FormFileFault::Broken)?;
    let name = format!("{}Relationship", xml.root.prefix());
    for own in new {
        let target = format!("/{}", own.part);
        let entry = [("Id", own.id.as_str()), ("Type", RELATION), ("Target", target.as_str())];
        xml.root.children.push(Node::Element(Element::new(&name, &entry, Vec::new())));
    }
    parts.insert(relations, xml.written());
    Ok(())
}
