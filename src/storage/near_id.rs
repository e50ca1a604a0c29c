//! The id that a mistyped one was meant to be.

use crate::domain::id::Id;

/// The only id that is one slip of the finger away. Ids are random: a hint that went further
/// would name somebody else.
pub fn near_id(typed: &str, ids: &[Id]) -> Option<String> {
    let typed = typed.to_ascii_uppercase();
    let near = |id: &String| strsim::osa_distance(&typed, id) <= 1;
    let mut found = ids.iter().map(ToString::to_string).filter(near);
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::near_id;
    use crate::domain::id::{Id, Kind};

    #[test]
    fn an_id_is_offered_only_when_one_alone_is_a_slip_away() {
        let ids = ["C7K3FQ", "C7K3FR", "C2M9RD"].map(|id| Id::parse(id, Kind::Child).unwrap());
        assert_eq!(near_id("C2M9DR", &ids).as_deref(), Some("C2M9RD"));
        assert_eq!(near_id("c2m9r", &ids).as_deref(), Some("C2M9RD"));
        assert_eq!(near_id("C7K3FX", &ids), None);
        assert_eq!(near_id("C2M8RX", &ids), None);
    }
}
