//! For whom a list or a print is made, and how much of people it may tell them.

use super::mask::Mask;
use super::privacy::Privacy;

/// Who reads it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The school's own office.
    #[default]
    Office,
    /// The authorities above the school.
    Authority,
    /// The parents of a class, or of the school.
    Parents,
    /// Whoever passes a wall or is in a group chat.
    Wall,
}

/// The words for them.
pub const AUDIENCES: [(&str, Audience); 4] = [
    ("office", Audience::Office),
    ("authority", Audience::Authority),
    ("parents", Audience::Parents),
    ("wall", Audience::Wall),
];

impl Audience {
    /// The audience that a word means.
    pub fn parse(word: &str) -> Option<Audience> {
        AUDIENCES.iter().find(|(own, _)| *own == word).map(|(_, own)| *own)
    }

    /// How much of children's names is hidden; `usual` is what the home hides in its mails.
    pub fn hides_of_children(self, usual: Mask) -> Mask {
        match self {
            Audience::Office | Audience::Authority => Mask::Nothing,
            Audience::Parents | Audience::Wall => usual.at_least_partial(),
        }
    }

    /// The same of the names of staff: parents know them.
    pub fn hides_of_staff(self, usual: Mask) -> Mask {
        match self {
            Audience::Wall => usual.at_least_partial(),
            _ => Mask::Nothing,
        }
    }

    /// May values of this class be revealed to them at all?
    pub fn may_see(self, class: Privacy) -> bool {
        match self {
            Audience::Office => true,
            Audience::Authority => class != Privacy::Restricted,
            Audience::Parents | Audience::Wall => class == Privacy::Open,
        }
    }

    /// Is it read outside the school's office? Then a count so small that it points at one child is
    /// not told.
    pub fn is_outside(self) -> bool {
        self != Audience::Office
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::privacy::PRIVACY_NAMES;

    #[test]
    fn whoever_is_further_outside_sees_no_more_than_those_further_in() {
        let classes = || PRIVACY_NAMES.into_iter().filter_map(Privacy::parse);
        let seen = |own: Audience| classes().filter(|class| own.may_see(*class)).count();
        let hidden = |own: Audience| own.hides_of_children(Mask::Nothing) != Mask::Nothing;
        let told: Vec<(usize, bool, bool)> =
            AUDIENCES.iter().map(|(_, own)| (seen(*own), hidden(*own), own.is_outside())).collect();
        assert_eq!(told, [(4, false, false), (3, false, true), (1, true, true), (1, true, true)]);
    }

    #[test]
    fn what_a_home_hides_in_its_mails_is_hidden_on_a_wall_too() {
        assert_eq!(Audience::Wall.hides_of_children(Mask::Full), Mask::Full);
        assert_eq!(Audience::Wall.hides_of_staff(Mask::Nothing), Mask::Partial);
        assert_eq!(Audience::Parents.hides_of_staff(Mask::Full), Mask::Nothing);
        assert_eq!(Audience::Office.hides_of_children(Mask::Full), Mask::Nothing);
    }

    #[test]
    fn every_audience_is_known_by_its_word() {
        for (word, own) in AUDIENCES {
            assert_eq!(Audience::parse(word), Some(own));
        }
        assert_eq!(Audience::parse("all"), None);
    }
}
