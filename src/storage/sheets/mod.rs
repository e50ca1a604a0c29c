//! Sheets that other programs saved: workbooks, and text with commas or
//! tabs. What is read is bounded before it is taken in; nothing is ever guessed at the
//! price of a letter.

pub mod apart;
pub mod bounds;
pub mod caps;
mod text;
mod workbook;

use self::bounds::{LARGEST, Letters, SheetFault};
use crate::domain::grid::Grid;

/// The sheets of a file, whatever its name says it is.
///
/// # Errors
/// It is none that may be read.
pub fn read(bytes: &[u8], letters: Option<Letters>) -> Result<Vec<Grid>, SheetFault> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
    if bytes.len() > LARGEST {
        return Err(SheetFault::TooLarge);
    }
    match bytes {
        _ if bytes.starts_with(ZIP) => {
            let kind = caps::of_archive(bytes)?;
            workbook::read(bytes, kind)
        }
        _ if bytes.starts_with(COMPOUND) => {
            if caps::is_locked(bytes) {
                return Err(SheetFault::Locked);
            }
            workbook::read(bytes, caps::Packed::Compound)
        }
        _ => text::read(bytes, letters).map(|grid| vec![grid]),
    }
}
