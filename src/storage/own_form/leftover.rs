//! Names where none can be filled in: in a comment, a drawing, a field, a page header of a
//! sheet. A form with such a name is refused; it would be printed with the name in it.

use super::package::{Package, PackageParts};
use super::xml::{Element, Xml};
use crate::domain::own_form::braces::has_braces;
use crate::domain::own_form::fault::{FormFileFault, FormPlace};
use crate::storage::layout::has_extension;

/// What tells of the file and is not printed.
const NOT_PRINTED: [&str; 3] = ["docProps/", "customXml/", "_rels/"];

/// The parts in which a name is left when all that can be filled is blank.
///
/// # Errors
/// A part cannot be read.
pub fn places(package: &Package, filled: &PackageParts) -> Result<Vec<FormPlace>, FormFileFault> {
    let mut places = Vec::new();
    for name in package.names() {
        let is_text = ["xml", "vml"].iter().any(|end| has_extension(name, end));
        if !is_text || NOT_PRINTED.iter().any(|own| name.contains(own)) {
            continue;
        }
        let is_left = match filled.get(name) {
            Some(bytes) => is_left_in(bytes),
            None => package.bytes_of(name)?.is_some_and(|bytes| is_left_in(&bytes)),
        };
        if is_left {
            places.push(FormPlace::Inside(name.clone()));
        }
    }
    Ok(places)
}

fn is_left_in(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    // A drawing breaks its texts into runs too.
    let is_paragraph = |own: &&Element| own.local() == "p" && has_braces(&own.whole_text());
    text.contains("{{")
        || text.contains("｛｛")
        || Xml::read(bytes).is_some_and(|xml| xml.root.all().iter().any(is_paragraph))
}
