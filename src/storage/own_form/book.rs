//! A workbook as it is read: its sheets, and what they share.

use super::package::Package;
use super::shared_texts::SharedTexts;
use super::xml::{Element, Xml};
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::FormFileFault;

/// A workbook that is read.
pub struct FormBook<'p> {
    pub package: &'p Package,
    pub main: &'p str,
    pub book: Xml,
    pub sheets: Vec<BookSheet>,
    pub texts: Option<(String, Xml)>,
    pub styles: Option<String>,
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

impl<'p> FormBook<'p> {
    /// Reads what is filled.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn read(package: &'p Package, main: &'p str) -> Result<FormBook<'p>, FormFileFault> {
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
        Ok(FormBook { package, main, book, sheets, texts, styles })
    }

    /// The texts that its cells share.
    pub fn shared(&self) -> SharedTexts {
        self.texts.as_ref().map(|(_, xml)| SharedTexts::of(xml)).unwrap_or_default()
    }

    /// Is there a formula in any sheet?
    pub fn has_formulas(&self) -> bool {
        self.sheets.iter().any(|own| own.xml.root.all().iter().any(|own| own.local() == "f"))
    }

    /// What is written in the cells of a sheet.
    pub fn texts_of(&self, sheet: &BookSheet) -> Vec<String> {
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
