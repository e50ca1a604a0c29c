//! A school's own forms: documents and workbooks with names in braces. Only texts are changed in
//! them; what is not a text, and every part in which no name stands, stays as it is.

mod book;
mod cell_ref;
mod document;
mod document_copies;
mod filling;
pub mod folder;
mod leftover;
mod moved;
mod package;
mod shared_texts;
mod sheet;
mod sheet_copies;
mod sheet_list;
mod text;
mod workbook;
mod wrapped;
mod xml;
mod xml_letters;
mod xml_tag;

pub use self::book::Each;
use self::book::FormBook;
use self::document::DocumentWalk;
use self::filling::FormFilling;
pub use self::filling::{Met, MetName};
use self::package::{Package, PackageParts};
use self::sheet_copies::SheetCopies;

use self::xml::Xml;
use super::layout::has_extension;
use crate::domain::own_form::answers::{At, FormAnswers, Nothing};
use crate::domain::own_form::fault::{
    DocumentPart, FormFault, FormFileFault, FormPlace, PlacedFault,
};
use crate::domain::own_form::known_names::FormNames;
use crate::domain::own_form::name::FormName;

/// What a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    Document,
    Workbook,
}

impl FormKind {
    /// Both, with the endings of their files.
    pub const ALL: [(FormKind, &'static str); 2] =
        [(FormKind::Document, "docx"), (FormKind::Workbook, "xlsx")];

    /// How the names of such files end.
    pub fn extension(self) -> &'static str {
        FormKind::ALL.iter().find(|(own, _)| *own == self).map_or("", |(_, end)| end)
    }
}

/// A form that can be filled.
pub struct OwnForm {
    pub kind: FormKind,
    package: Package,
    main: String,
}

/// The parts of a document besides its body in which names may stand, by how it refers to them.
const BESIDE: [(&str, DocumentPart); 4] = [
    ("header", DocumentPart::Header),
    ("footer", DocumentPart::Footer),
    ("footnotes", DocumentPart::Notes),
    ("endnotes", DocumentPart::Notes),
];

impl OwnForm {
    /// A form of somebody else's, under this name.
    ///
    /// # Errors
    /// It is none that may be filled.
    pub fn open(name: &str, bytes: Vec<u8>) -> Result<OwnForm, FormFileFault> {
        let package = Package::open(bytes)?;
        let main = package.main()?;
        let root = package.xml(&main)?.ok_or(FormFileFault::Neither)?.root;
        let kind = match root.local() {
            "document" => FormKind::Document,
            "workbook" => FormKind::Workbook,
            _ => return Err(FormFileFault::Neither),
        };
        if !has_extension(name, kind.extension()) {
            return Err(FormFileFault::Misnamed);
        }
        Ok(OwnForm { kind, package, main })
    }

    /// Looks the form through: the names in it, and everything that is wrong with it.
    ///
    /// # Errors
    /// It contradicts itself.
    pub fn met(&self, names: &FormNames) -> Result<Met, FormFileFault> {
        let filling = FormFilling::new(names, &Nothing);
        let at = [At { child: Some(0), number: 1, ..At::default() }];
        let parts = self.parts(&filling, &Each { ats: &at, labels: &[] })?;
        for place in leftover::places(&self.package, &parts)? {
            filling.fault(&place, FormFault::NotHere);
        }
        let mut met = filling.met();
        if met.names.is_empty() && met.faults.is_empty() {
            met.faults.push(FormFileFault::NoName.into());
        }
        if met.is_of_all {
            let outside =
                met.names.iter().filter(|own| own.name.is_of_a_child() && !own.in_child_row);
            let faults = outside.map(|own| PlacedFault {
                place: own.place.clone(),
                fault: FormFault::OutsideRow { name: own.written.clone() },
            });
            let faults: Vec<PlacedFault> = faults.collect();
            met.faults.extend(faults);
        }
        Ok(met)
    }

    /// The form filled in: once for each of these, in one file.
    ///
    /// # Errors
    /// All that stands in the way.
    pub fn filled(
        &self,
        (names, answers): (&FormNames, &dyn FormAnswers),
        each: &Each,
    ) -> Result<Vec<u8>, Vec<PlacedFault>> {
        let filling = FormFilling::new(names, answers);
        let of_file = |fault: FormFileFault| vec![fault.into()];
        let parts = self.parts(&filling, each).map_err(of_file)?;
        if each.ats.len() > 1 && self.kind == FormKind::Workbook {
            let book = FormBook::read(&self.package, &self.main).map_err(of_file)?;
            SheetCopies::check(&book, &filling).map_err(of_file)?;
        }
        let mut met = filling.met();
        if each.ats.len() > 1 {
            met.faults.extend(met.names.iter().filter_map(in_header));
        }
        match met.faults.is_empty() {
            true => self.package.with(&parts).map_err(of_file),
            false => Err(met.faults),
        }
    }

    fn parts(&self, filling: &FormFilling, each: &Each) -> Result<PackageParts, FormFileFault> {
        match self.kind {
            FormKind::Document => self.document(filling, each),
            FormKind::Workbook => FormBook::read(&self.package, &self.main)?.filled(filling, each),
        }
    }

    fn document(&self, filling: &FormFilling, each: &Each) -> Result<PackageParts, FormFileFault> {
        let mut parts = PackageParts::new();
        let body = self.package.xml(&self.main)?.ok_or(FormFileFault::Neither)?;
        let walk = DocumentWalk::of(filling, DocumentPart::Body, &body.root)
            .ok_or(FormFileFault::Neither)?;
        let root = document_copies::filled(&walk, &body.root, each.ats);
        parts.insert(self.main.clone(), Xml { root, ..body }.written());
        let at = match each.ats {
            [at] => at.clone(),
            _ => At::default(),
        };
        for relation in self.package.relations(&self.main)? {
            let Some((_, part)) = BESIDE.iter().find(|(kind, _)| *kind == relation.kind) else {
                continue;
            };
            let Some(xml) = self.package.xml(&relation.target)? else { continue };
            if let Some(walk) = DocumentWalk::of(filling, *part, &xml.root) {
                let root = walk.within(&xml.root, &at);
                parts.insert(relation.target, Xml { root, ..xml }.written());
            }
        }
        Ok(parts)
    }
}

/// A name of one child where the document has one text for all of them.
fn in_header(own: &MetName) -> Option<PlacedFault> {
    let is_beside = matches!(
        own.place,
        FormPlace::Paragraph(DocumentPart::Header | DocumentPart::Footer | DocumentPart::Notes, _)
            | FormPlace::Row(DocumentPart::Header | DocumentPart::Footer | DocumentPart::Notes, ..)
    );
    let is_of_one = own.name.is_of_a_child() || matches!(own.name, FormName::Record(..));
    let fault = FormFault::ChildInHeader { name: own.written.clone() };
    (is_beside && is_of_one).then(|| PlacedFault { place: own.place.clone(), fault })
}
