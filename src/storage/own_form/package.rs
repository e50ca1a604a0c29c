//! The parts of a document or a workbook. Those that nothing is put in are copied as they are
//! packed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::xml::Xml;
use crate::domain::own_form::fault::FormFileFault;
use crate::storage::sheets::bounds::SheetFault;
use crate::storage::sheets::caps;

/// The largest form that is looked at, packed; and the largest of its parts that is read.
const LARGEST: usize = 16 << 20;
const LARGEST_PART: u64 = 16 << 20;

/// A file of parts.
pub struct Package {
    bytes: Vec<u8>,
    names: Vec<String>,
}

/// Parts by their names, as they are to be.
pub type PackageParts = BTreeMap<String, Vec<u8>>;

/// What a part refers to.
pub struct Relation {
    pub id: String,
    /// The last word of its type.
    pub kind: String,
    /// The part, or an address outside.
    pub target: String,
    pub is_outside: bool,
}

impl Relation {
    /// Is it fetched from elsewhere when the file is opened? A link is followed by whoever clicks
    /// on it, and a template on the same disk is nobody else's.
    fn is_fetched(&self) -> bool {
        let target = self.target.to_lowercase().replace('\\', "/");
        let target = target.strip_prefix("file:///").unwrap_or(&target);
        let is_far =
            target.starts_with("//") || target.contains("://") || target.contains("mhtml:");
        self.is_outside && is_far && self.kind != "hyperlink"
    }
}

impl Package {
    /// The parts of a file of somebody else's.
    ///
    /// # Errors
    /// It is no package that may be read.
    pub fn open(bytes: Vec<u8>) -> Result<Package, FormFileFault> {
        const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
        if bytes.is_empty() {
            return Err(FormFileFault::Empty);
        }
        if bytes.len() > LARGEST {
            return Err(FormFileFault::TooLarge);
        }
        if bytes.starts_with(COMPOUND) {
            let is_locked = caps::is_locked(&bytes);
            return Err(if is_locked { FormFileFault::Locked } else { FormFileFault::Old });
        }
        let mut names = Vec::new();
        caps::counted(&bytes, &mut |name, _| names.push(name.to_owned()))
            .map_err(|fault| of_sheet(&fault))?;
        let single: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        if single.len() < names.len() {
            return Err(FormFileFault::Broken);
        }
        let package = Package { bytes, names };
        package.is_safe()?;
        Ok(package)
    }

    /// Goes on when nothing in it runs, or is fetched, when it is opened.
    fn is_safe(&self) -> Result<(), FormFileFault> {
        let is_macro = |name: &String| {
            let name = name.to_lowercase();
            ["vbaproject.bin", "vbadata.xml"].iter().any(|own| name.ends_with(own))
                || ["/macrosheets/", "/activex/"].iter().any(|own| name.contains(own))
        };
        let types = self.bytes_of("[Content_Types].xml")?.ok_or(FormFileFault::Neither)?;
        let types = String::from_utf8_lossy(&types).to_lowercase();
        if self.names.iter().any(is_macro) || types.contains("macroenabled") {
            return Err(FormFileFault::Macro);
        }
        for name in self.names.iter().filter(|name| name.to_lowercase().ends_with(".rels")) {
            if self.relations_in(name)?.iter().any(Relation::is_fetched) {
                return Err(FormFileFault::Remote);
            }
        }
        Ok(())
    }

    /// The names of its parts, in their order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// What stands in a part; none when there is no such part.
    ///
    /// # Errors
    /// It cannot be unpacked, or is larger than what is read.
    pub fn bytes_of(&self, name: &str) -> Result<Option<Vec<u8>>, FormFileFault> {
        let Some(at) = self.names.iter().position(|own| own == name) else { return Ok(None) };
        let mut archive = self.archive()?;
        let entry = archive.by_index(at).map_err(|_| FormFileFault::Broken)?;
        let mut bytes = Vec::new();
        let read = entry.take(LARGEST_PART + 1).read_to_end(&mut bytes);
        read.map_err(|_| FormFileFault::Broken)?;
        match bytes.len() as u64 > LARGEST_PART {
            true => Err(FormFileFault::TooLarge),
            false => Ok(Some(bytes)),
        }
    }

    /// A part as a tree.
    ///
    /// # Errors
    /// It is no XML.
    pub fn xml(&self, name: &str) -> Result<Option<Xml>, FormFileFault> {
        let Some(bytes) = self.bytes_of(name)? else { return Ok(None) };
        Xml::read(&bytes).map(Some).ok_or(FormFileFault::Broken)
    }

    /// What a part refers to.
    ///
    /// # Errors
    /// What says it cannot be read.
    pub fn relations(&self, part: &str) -> Result<Vec<Relation>, FormFileFault> {
        self.relations_in(&relations_of(part))
    }

    fn relations_in(&self, file: &str) -> Result<Vec<Relation>, FormFileFault> {
        let Some(xml) = self.xml(file)? else { return Ok(Vec::new()) };
        let folder = file.split("_rels/").next().unwrap_or_default();
        let relation = |own: &super::xml::Element| {
            let target = own.attribute("Target")?;
            let is_outside = own.attribute("TargetMode").is_some_and(|mode| mode == "External");
            Some(Relation {
                id: own.attribute("Id")?,
                kind: own.attribute("Type")?.rsplit('/').next()?.to_owned(),
                target: if is_outside { target } else { joined(folder, &target) },
                is_outside,
            })
        };
        Ok(xml.root.elements().filter_map(relation).collect())
    }

    /// The part that is the document or the workbook itself.
    ///
    /// # Errors
    /// There is none.
    pub fn main(&self) -> Result<String, FormFileFault> {
        let relations = self.relations_in("_rels/.rels")?;
        let main = relations.into_iter().find(|own| own.kind == "officeDocument");
        let main = main.map(|own| own.target).ok_or(FormFileFault::Neither)?;
        self.names.contains(&main).then_some(main).ok_or(FormFileFault::Neither)
    }

    /// The package with these parts in place of its own, or beside them.
    ///
    /// # Errors
    /// It cannot be packed.
    pub fn with(&self, parts: &PackageParts) -> Result<Vec<u8>, FormFileFault> {
        let packed = || -> zip::result::ZipResult<Vec<u8>> {
            let mut archive = ZipArchive::new(Cursor::new(&self.bytes[..]))?;
            let mut out = ZipWriter::new(Cursor::new(Vec::new()));
            let how = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            for (at, name) in self.names.iter().enumerate() {
                match parts.get(name) {
                    Some(bytes) => {
                        out.start_file(name, how)?;
                        out.write_all(bytes)?;
                    }
                    None => out.raw_copy_file(archive.by_index_raw(at)?)?,
                }
            }
            for (name, bytes) in parts.iter().filter(|(name, _)| !self.names.contains(name)) {
                out.start_file(name, how)?;
                out.write_all(bytes)?;
            }
            Ok(out.finish()?.into_inner())
        };
        packed().map_err(|_| FormFileFault::Broken)
    }

    fn archive(&self) -> Result<ZipArchive<Cursor<&[u8]>>, FormFileFault> {
        ZipArchive::new(Cursor::new(&self.bytes[..])).map_err(|_| FormFileFault::Broken)
    }
}

fn of_sheet(fault: &SheetFault) -> FormFileFault {
    match fault {
        SheetFault::Locked => FormFileFault::Locked,
        SheetFault::Swells => FormFileFault::Swells,
        SheetFault::TooLarge => FormFileFault::TooLarge,
        _ => FormFileFault::Broken,
    }
}

/// The part that says what a part refers to.
pub fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

/// A target as a path from the top of the package.
fn joined(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_from_whoever_refers_to_it() {
        assert_eq!(relations_of("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(relations_of("a.xml"), "_rels/a.xml.rels");
        assert_eq!(joined("xl/worksheets/", "../drawings/d1.xml"), "xl/drawings/d1.xml");
        assert_eq!(joined("word/", "/word/header1.xml"), "word/header1.xml");
        assert_eq!(joined("", "../../x"), "x");
    }

    #[test]
    fn what_is_no_package_is_refused_by_what_it_is() {
        let of = |bytes: &[u8]| Package::open(bytes.to_vec()).err();
        assert_eq!(of(b""), Some(FormFileFault::Empty));
        assert_eq!(of(b"PK\x03\x04"), Some(FormFileFault::Broken));
        assert_eq!(of(b"{\\rtf1}"), Some(FormFileFault::Broken));
        assert_eq!(of(b"\xd0\xcf\x11\xe0\xa1"), Some(FormFileFault::Old));
        let mut locked = b"\xd0\xcf\x11\xe0".to_vec();
        locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(of(&locked), Some(FormFileFault::Locked));
    }
}
