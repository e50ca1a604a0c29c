//! What a program that opens a file would read in it.

use std::io::{Cursor, Read};

/// A file as a text: of a workbook every part, the notes and hidden lists too.
pub fn text(bytes: &[u8]) -> String {
    if !bytes.starts_with(b"PK") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let parts: Vec<String> =
        parts(bytes).into_iter().flat_map(|(name, text)| [name, text]).collect();
    parts.join("\n")
}

/// The parts of a workbook by their names.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |at: usize| {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    let count = zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len();
    (0..count).map(part).collect()
}
