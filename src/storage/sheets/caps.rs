//! What is looked at before a packed file is unpacked: what is in it, and how much it comes to.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::bounds::SheetFault;

/// The most that one entry may come to, and all of them.
const LARGEST_ENTRY: u64 = 100 << 20;
const LARGEST_WHOLE: u64 = 300 << 20;
const MOST_ENTRIES: usize = 2_000;
/// What is packed more tightly than this, and large, is packed to swell.
const TIGHTEST: u64 = 200;
const SMALL: u64 = 8 << 20;
/// So much of an entry tells what it is.
const HEAD: u64 = 200;

/// What a file is packed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    OfficeOpen,
    OpenDocument,
    Compound,
}

/// Which workbook an archive is.
///
/// # Errors
/// It is none, or comes to too much.
pub fn of_archive(bytes: &[u8]) -> Result<Packed, SheetFault> {
    let mut kind = None;
    counted(bytes, &mut |name, first| match name {
        "xl/workbook.xml" => kind = kind.or(Some(Packed::OfficeOpen)),
        "mimetype" if first.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") => {
            kind = Some(Packed::OpenDocument);
        }
        _ => {}
    })?;
    kind.ok_or(SheetFault::NoSheet)
}

/// Tells the names of an archive's entries and how each begins. Every entry is unpacked once, and
/// counted: what it says of its own size may be a lie.
///
/// # Errors
/// It is none, or comes to too much.
pub fn counted(bytes: &[u8], each: &mut dyn FnMut(&str, &[u8])) -> Result<(), SheetFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetFault::Broken)?;
    if archive.len() > MOST_ENTRIES {
        return Err(SheetFault::Swells);
    }
    let mut whole = 0;
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|_| SheetFault::Broken)?;
        if entry.encrypted() {
            return Err(SheetFault::Locked);
        }
        let name = entry.name().map_err(|_| SheetFault::Broken)?.into_owned();
        let packed = entry.compressed_size().max(1);
        let mut first = Vec::new();
        let head = Read::by_ref(&mut entry).take(HEAD).read_to_end(&mut first);
        let head = head.map_err(|_| SheetFault::Broken)?;
        let rest = std::io::copy(&mut entry.take(LARGEST_ENTRY + 1), &mut std::io::sink());
        let size = rest.map_err(|_| SheetFault::Broken)? + head as u64;
        whole += size;
        let is_tight = size > SMALL && size / packed > TIGHTEST;
        if size > LARGEST_ENTRY || whole > LARGEST_WHOLE || is_tight {
            return Err(SheetFault::Swells);
        }
        each(&name, &first);
    }
    Ok(())
}

/// Does a compound file hold a workbook under a password?
pub fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}
