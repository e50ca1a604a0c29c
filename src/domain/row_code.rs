//! The code of a row in a form that is filled in outside the program: `T-7H3KM2QXA4`.
//!
//! It is the letters of a new event's id behind `T-`, drawn for each row of each form, so that no
//! two rows ever have one code. Whoever brings the row in makes the record with that id: a row
//! whose code was brought in before is the same record.

use super::id::{Id, Kind, as_written};

const MARK: &str = "T-";

/// The code that a new event id gives.
pub fn of(id: Id) -> String {
    let id = id.to_string();
    format!("{MARK}{}", id.strip_prefix(char::from(Kind::Event.letter())).unwrap_or(&id))
}

/// Is a text such a code, by its look?
pub fn is_one(text: &str) -> bool {
    text.trim().starts_with(MARK)
}

/// The id of the record whose row carries a code: one that was handed out with a form, of a child
/// as many of its letters as an id has, or the record's own.
pub fn id_of(text: &str, kind: Kind) -> Option<Id> {
    let text = as_written(text);
    let handed_out = text.strip_prefix(MARK).filter(|code| code.len() + 1 == Kind::Event.len());
    let id = handed_out.and_then(|code| {
        let letters = code.get(..kind.len() - 1)?;
        Id::parse(&format!("{}{letters}", char::from(kind.letter())), kind)
    });
    id.or_else(|| Id::parse(&text, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_the_letters_of_the_id_that_gave_it() {
        let id = Id::from_random(Kind::Event, &[0, 31, 32, 63, 255, 10, 9, 8, 7, 6]);
        let code = of(id);
        assert_eq!(format!("E{}", code.trim_start_matches(MARK)), id.to_string());
        assert_eq!(id_of(&code, Kind::Event), Some(id));
        let child = id_of("T-7H3KM2QXA4", Kind::Child).map(|id| id.to_string());
        assert_eq!(child.as_deref(), Some("C7H3KM"));
        assert_eq!(id_of("T-7H3KM", Kind::Child), None);
    }
}
