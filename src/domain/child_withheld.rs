//! A child of whom no more is told than lists need: what is private is only said to be there.

use super::child::Child;
use super::facts::Fact;
use super::phone::{FIELD, has_phone};
use super::schema;

impl Child {
    /// The child without what its private fields say, and without the reasons that people wrote.
    /// One whose judgement would hang on what they say stays whole.
    #[must_use]
    pub fn withhold(mut self) -> Child {
        if !self.can_be_withheld() {
            return self;
        }
        self.facts.withhold(schema::is_withheld);
        self.earlier.retain(|was| !schema::is_withheld(&was.field));
        self.spells.iter_mut().for_each(|own| own.reason = None);
        self.pauses.iter_mut().for_each(|own| own.reason = None);
        self.pairs.iter_mut().for_each(|own| own.reason = None);
        self.buddies.iter_mut().for_each(|own| own.reason = None);
        self.exemptions.iter_mut().for_each(|own| own.reason = None);
        self
    }

    /// Is anything told of its private fields?
    pub fn tells_private(&self) -> bool {
        self.facts.iter().any(|(path, _)| schema::is_withheld(path))
    }

    /// Is all that a list asks of its private fields whether they are filled?
    fn can_be_withheld(&self) -> bool {
        let facts = || self.facts.iter().filter(|(path, _)| schema::is_withheld(path));
        // A date may still have to come, and not everything in a phone's place is one.
        let is_just_filled = |path: &str, fact: &Fact| {
            !matches!(fact, Fact::Date(_)) && (!path.ends_with(FIELD) || has_phone(fact))
        };
        let are_just_filled =
            facts().all(|(path, fact)| fact.is_blank() || is_just_filled(path, fact));
        let is_filled = |path: &str| self.facts.get(path).is_some_and(|fact| !fact.is_blank());
        // How old a child is may have to be told by its ID number.
        let is_age_told = !is_filled("id_number")
            || is_filled("birth_date") && self.earlier.iter().all(|was| was.field != "birth_date");
        let mut earlier = self.earlier.iter().filter(|was| schema::is_withheld(&was.field));
        are_just_filled && is_age_told && earlier.all(|was| is_filled(&was.field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::facts::Facts;
    use crate::domain::id::{Id, Kind};

    fn text(word: &str) -> Fact {
        Fact::Text(word.to_owned())
    }

    fn date(day: &str) -> Fact {
        Fact::Date(day.parse().unwrap())
    }

    /// A child with these facts, withheld.
    fn withheld(own: &[(&'static str, Fact)]) -> Child {
        let mut facts = Facts::default();
        for (path, fact) in own {
            facts.add(*path, fact.clone());
        }
        let id = Id::parse("C00000", Kind::Child).unwrap();
        Child::of_facts(id, facts, Vec::new()).withhold()
    }

    #[test]
    fn of_what_is_private_no_more_is_told_than_that_it_is_there() {
        let child = withheld(&[
            ("carer.phone", text("13903000255")),
            ("carer.name", text("张桂英")),
            ("address", text(" ")),
            ("x.allergies", text("花生")),
        ]);
        assert!(!child.tells_private());
        assert!(child.facts.is_withheld("carer.phone") && child.facts.is_withheld("x.allergies"));
        assert!(!child.facts.is_withheld("address"), "a blank says nothing");
        assert_eq!(child.facts.text("carer.name"), Some("张桂英"));
    }

    #[test]
    #[should_panic(expected = "was not read")]
    fn what_is_withheld_cannot_be_asked_for() {
        withheld(&[("carer.phone", text("13903000255"))]).facts.get("carer.phone");
    }

    #[test]
    fn a_child_whose_judgement_hangs_on_its_private_fields_stays_whole() {
        let number = ("id_number", text("990000201404042654"));
        for facts in [
            vec![("carer.phone", text("空号"))],
            vec![("x.card_given_on", date("2030-01-01"))],
            vec![number.clone()],
        ] {
            assert!(withheld(&facts).tells_private(), "{facts:?}");
        }
        let born = ("birth_date", date("2014-04-04"));
        assert!(!withheld(&[number, born]).tells_private());
    }
}
