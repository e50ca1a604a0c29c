//! A workbook for several children: a sheet of its own for each.

use std::collections::BTreeSet;

use super::book::{BookSheet, Each, FormBook};
use super::cell_ref::{Added, mentioned};
use super::filling::FormFilling;
use super::package::{PackageParts, relations_of};
use super::sheet_list::{NewSheet, declare, list, names};
use super::text::Pieces;
use super::xml::{Element, Xml};
use super::xml_letters::escaped;
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::{FormFault, FormFileFault, FormPlace, Unmovable};

/// The longest name of a sheet, and what cannot be in it.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAME: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// Which sheets are copied, and for whom.
pub struct SheetCopies<'a> {
    each: &'a Each<'a>,
    /// By their places among the sheets.
    copied: Vec<usize>,
}

type WalkSheet<'w> = &'w dyn Fn(&BookSheet, &At) -> Result<(Element, Added), FormFileFault>;

impl<'a> SheetCopies<'a> {
    /// None when there is one child, or the form is of all of them.
    pub fn of(
        book: &FormBook,
        filling: &FormFilling,
        each: &'a Each<'a>,
    ) -> Option<SheetCopies<'a>> {
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
    pub fn check(book: &FormBook, filling: &FormFilling) -> Result<(), FormFileFault> {
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
        book: &FormBook,
        walk: WalkSheet,
        (parts, xml): (&mut PackageParts, &mut Xml),
    ) -> Result<(), FormFileFault> {
        let sheets = self.sheets(book);
        let mut seen = BTreeSet::new();
        let mut added = Vec::new();
        for own in &sheets {
            let Some(old) = book.sheets.get(own.old) else { continue };
            let at = self.each.ats.get(own.child).cloned().unwrap_or_default();
            let at = if self.copied.contains(&own.old) { at } else { At::default() };
            let (mut root, more) = walk(old, &at)?;
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
    fn sheets(&self, book: &FormBook) -> Vec<NewSheet> {
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
fn links(book: &FormBook, part: &str) -> Result<String, FormFileFault> {
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
