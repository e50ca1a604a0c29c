//! The code of a row in a form that is filled in outside the program: `T-7H3KM2QXA4`.
//!
//! It is the letters of a new event's id behind `T-`, drawn for each row of each form, so that no
//! two rows ever have one code. Whoever brings the row in makes the record with that id: a row
//! whose code was brought in before is the same record.

use super::id::{Id, Kind};

const MARK: &str = "T-";

/// The code that a new event id gives.
pub fn of(id: Id) -> String {
    let id = id.to_string();
    format!("{MARK}{}", id.strip_prefix(char::from(Kind::Event.letter())).unwrap_or(&id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_the_letters_of_the_id_that_gave_it() {
        let id = Id::from_random(Kind::Event, &[0, 31, 32, 63, 255, 10, 9, 8, 7, 6]);
        let code = of(id);
        assert_eq!(format!("E{}", code.trim_start_matches(MARK)), id.to_string());
    }
}
