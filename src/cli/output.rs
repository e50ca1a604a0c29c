//! Where an answer may be put with `-o`.

use std::path::Path;

use super::call::Call;
use crate::lang::talk::Msg;
use crate::render::Format;
use crate::storage::{Store, disk};

/// Why an answer is not put there: a record stands there, or the file's name promises what is not
/// made.
pub fn refused<'p>(call: &Call, home: Option<&Store>, output: &'p Path) -> Option<Msg<'p>> {
    let path = output.to_str().unwrap_or_default();
    let is_record = |home: &Store| disk::is_record(home.root(), &call.directory.join(output));
    if home.is_some_and(is_record) {
        return Some(Msg::OutputOverRecord { path });
    }
    Format::is_of_an_office(output).then_some(Msg::NoOfficeFile { path })
}
