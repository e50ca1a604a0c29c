//! Workbooks: each sheet is filled, and what else tells of its rows moves with them.

use std::cell::RefCell;

use super::book::{BookSheet, Each, FormBook};
use super::cell_ref::Added;
use super::filling::FormFilling;
use super::moved::{drawing_reaches, moved, name_moved, reaches, unmovable};
use super::package::PackageParts;
use super::shared_texts::without_names;
use super::sheet::SheetWalk;
use super::sheet_copies::SheetCopies;
use super::wrapped::WrappedStyles;
use super::xml::{Element, Xml};
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::{FormFault, FormFileFault, FormPlace, Unmovable};

impl FormBook<'_> {
    /// The parts that are filled.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn filled(
        &self,
        filling: &FormFilling,
        each: &Each,
    ) -> Result<PackageParts, FormFileFault> {
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
            self.can_move(filling, sheet, &added)?;
            moved(&mut root, &added);
            Ok((root, added))
        };
        let mut parts = PackageParts::new();
        let mut book = self.book.clone();
        let copies = SheetCopies::of(self, filling, each);
        match copies {
            Some(copies) => copies.put(self, &walk, (&mut parts, &mut book))?,
            None => {
                let at = each.ats.first().cloned().unwrap_or_default();
                for sheet in &self.sheets {
                    let (root, added) = walk(sheet, &at)?;
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

    /// Tells what cannot move where rows are repeated. The rows that may be repeated are known
    /// by their names alone, so that this is told before anybody is filled in.
    fn can_move(
        &self,
        filling: &FormFilling,
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
