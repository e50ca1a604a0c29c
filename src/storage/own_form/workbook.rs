//! Workbooks: each sheet is filled, and what else tells of its rows moves with them.

use std::cell::RefCell;

use super::cell_ref::Added;
use super::filling::Filling;
use super::moved::{drawing_reaches, moved, name_moved, reaches, unmovable};
use super::package::{Package, Parts};
use super::shared_texts::{SharedTexts, without_names};
use super::sheet::SheetWalk;
use super::sheet_copies::SheetCopies;
use super::wrapped::WrappedStyles;
use super::xml::{Element, Xml};
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::{FormFault, FormFileFault, FormPlace, Unmovable};

/// A workbook that is read.
pub struct Workbook<'p> {
    pub package: &'p Package,
    pub main: &'p str,
    pub book: Xml,
    pub sheets: Vec<BookSheet>,
    texts: Option<(String, Xml)>,
    styles: Option<String>,
}

/// A sheet of it.
pub struct BookSheet {
    pub name: String,
    pub part: String,
    pub xml: Xml,
}

/// For whom each sheet is filled, and what the copies are called: of several children each has a
/// sheet of its own.
pub struct Each<'a> {
    pub ats: &'a [At],
    pub labels: &'a [String],
}

impl<'p> Workbook<'p> {
    /// Reads what is filled.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn read(package: &'p Package, main: &'p str) -> Result<Workbook<'p>, FormFileFault> {
        let book = package.xml(main)?.ok_or(FormFileFault::Neither)?;
        let relations = package.relations(main)?;
        let part = |kind: &str| relations.iter().find(|own| own.kind == kind);
        let mut sheets = Vec::new();
        let listed = book.root.child("sheets").ok_or(FormFileFault::Broken)?;
        for own in listed.elements() {
            let id = own.attributes().into_iter().find(|(name, _)| name.ends_with(":id"));
            let relation = id.and_then(|(_, id)| relations.iter().find(|own| own.id == id));
            let relation = relation.ok_or(FormFileFault::Broken)?;
            // A sheet that is nothing but a chart has no cells.
            if relation.kind != "worksheet" {
                continue;
            }
            let xml = package.xml(&relation.target)?.ok_or(FormFileFault::Broken)?;
            let name = own.attribute("name").unwrap_or_default();
            sheets.push(BookSheet { name, part: relation.target.clone(), xml });
        }
        let texts = match part("sharedStrings") {
            Some(own) => package.xml(&own.target)?.map(|xml| (own.target.clone(), xml)),
            None => None,
        };
        let styles = part("styles").map(|own| own.target.clone());
        Ok(Workbook { package, main, book, sheets, texts, styles })
    }

    /// The parts that are filled.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn filled(&self, filling: &Filling, each: &Each) -> Result<Parts, FormFileFault> {
        let texts = self.shared();
        let styles = match &self.styles {
            Some(part) => self.package.xml(part)?,
            None => None,
        };
        let styles = RefCell::new(WrappedStyles::of(styles));
        let walk = |sheet: &BookSheet, at: &At| {
            let (name, texts) = (sheet.name.as_str(), &texts);
            let (mut root, added) =
                SheetWalk { filling, name, texts, styles: &styles }.filled(&sheet.xml.root, at);
            moved(&mut root, &added);
            (root, added)
        };
        let mut parts = Parts::new();
        let mut book = self.book.clone();
        let copies = SheetCopies::of(self, filling, each);
        match copies {
            Some(copies) => copies.put(self, &walk, (&mut parts, &mut book))?,
            None => {
                let at = each.ats.first().cloned().unwrap_or_default();
                for sheet in &self.sheets {
                    let (root, added) = walk(sheet, &at);
                    self.can_move(filling, sheet, &added)?;
                    rename_ranges(&mut book.root, &sheet.name, &added);
                    parts.insert(sheet.part.clone(), Xml { root, ..sheet.xml.clone() }.written());
                }
            }
        }
        if let Some((part, xml)) = &self.texts {
            parts.insert(part.clone(), without_names(xml).written());
        }
        if let Some((part, bytes)) = self.styles.clone().zip(styles.borrow().changed()) {
            parts.insert(part, bytes);
        }
        if self.has_formulas() {
            reckon_anew(&mut book.root);
        }
        parts.insert(self.main.to_owned(), book.written());
        Ok(parts)
    }

    /// The texts that its cells share.
    pub fn shared(&self) -> SharedTexts {
        self.texts.as_ref().map(|(_, xml)| SharedTexts::of(xml)).unwrap_or_default()
    }

    /// Is there a formula in any sheet?
    pub fn has_formulas(&self) -> bool {
        self.sheets.iter().any(|own| own.xml.root.all().iter().any(|own| own.local() == "f"))
    }

    /// Tells what cannot move where rows are repeated. The rows that may be repeated are known
    /// by their names alone, so that this is told before anybody is filled in.
    fn can_move(
        &self,
        filling: &Filling,
        sheet: &BookSheet,
        added: &Added,
    ) -> Result<(), FormFileFault> {
        let Some(first) = added.first() else { return Ok(()) };
        let fault = |what: Unmovable, cell: String| {
            let place = FormPlace::Cell(sheet.name.clone(), cell);
            filling.fault(&place, FormFault::CannotMove(what));
        };
        if let Some((what, cell)) = unmovable(&sheet.xml.root, &sheet.name, added) {
            fault(what, cell);
        }
        for other in self.sheets.iter().filter(|own| own.name != sheet.name) {
            let formulas = other.xml.root.all().into_iter().filter(|own| own.local() == "f");
            let mut texts = formulas.map(Element::text);
            if texts.any(|own| reaches(&own, (&other.name, &sheet.name), first, false)) {
                fault(Unmovable::Formula, first.to_string());
            }
        }
        for relation in self.package.relations(&sheet.part)? {
            match relation.kind.as_str() {
                "drawing" => {
                    let drawing = self.package.xml(&relation.target)?;
                    let drawn = self.package.relations(&relation.target)?;
                    if drawn.iter().any(|own| own.kind == "chart") {
                        fault(Unmovable::Chart, first.to_string());
                    } else if drawing.is_some_and(|own| drawing_reaches(&own.root, added)) {
                        fault(Unmovable::Drawing, first.to_string());
                    }
                }
                "pivotTable" => fault(Unmovable::Pivot, first.to_string()),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Moves the ranges that the workbook gives names: print areas and the like.
pub fn rename_ranges(book: &mut Element, sheet: &str, added: &Added) {
    let Some(names) = book.child_mut("definedNames").filter(|_| added.first().is_some()) else {
        return;
    };
    names.each_mut(&mut |own| {
        if own.local() == "definedName" {
            let moved = name_moved(&own.text(), sheet, added);
            own.set_text(&moved);
        }
    });
}

/// What was reckoned of a form before it was filled is reckoned anew when it is opened.
fn reckon_anew(book: &mut Element) {
    if let Some(own) = book.child_mut("calcPr") {
        own.set("fullCalcOnLoad", "1");
    }
}
