//! Which children an event is about: those named, those of a class by their numbers, whole classes,
//! or everybody.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::context::Context;
use super::draft::with_class;
use super::failure::Failure;
use super::{finder, number, typed};
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::household::household;
use crate::domain::id::Id;
use crate::domain::order::name_place;
use crate::lang::listed;
use crate::lang::saved_words::SavedWord;
use crate::lang::talk::Msg;

/// What was typed of the children.
pub struct WantedChildren<'a> {
    pub context: &'a Context,
    pub home: &'a Home,
    pub date: NaiveDate,
    /// Names, and numbers of a class's list.
    pub words: Vec<&'a str>,
    pub classes: Vec<&'a str>,
    pub all: bool,
    pub except: Vec<&'a str>,
    /// Also those who live with them.
    pub household: bool,
}

/// The children, and what is said of how they were understood.
pub struct ChosenChildren {
    pub children: Vec<Id>,
    pub said: Vec<String>,
}

impl WantedChildren<'_> {
    /// Finds them.
    ///
    /// # Errors
    /// A word names nobody or several, or somebody is left out who is not in.
    pub fn chosen(&self) -> Result<ChosenChildren, Failure> {
        let words = typed::names(&self.words);
        let (numbers, names): (Vec<&str>, Vec<&str>) =
            words.into_iter().partition(|word| numbers(word).is_some());
        let mut children = self.found(&names)?;
        let classes = self.classes()?;
        let mut said = Vec::new();
        let mut group = Vec::new();
        if numbers.is_empty() {
            let is_in = |child: &&Child| {
                let class = child.class_on(self.date);
                let is_of = self.all || class.is_some_and(|own| classes.contains(own));
                is_of && child.on_roll().contains(self.date)
            };
            group = self.home.children.iter().filter(is_in).map(|child| child.id).collect();
        } else {
            let picked = self.numbered(&numbers, &classes)?;
            said.push(self.numbers_said(&picked));
            children.extend(picked);
        }
        let except = self.found(&typed::names(&self.except))?;
        if self.all || numbers.is_empty() && !classes.is_empty() {
            self.check_left_out(&except, &group, &classes)?;
        }
        children.extend(group.into_iter().filter(|id| !except.contains(id)));
        let mut seen = BTreeSet::new();
        children.retain(|id| seen.insert(*id));
        if self.household {
            let added = self.living_with(&children, &except);
            said.push(self.household_said(&added));
            children.extend(added);
        }
        Ok(ChosenChildren { children, said })
    }

    fn found(&self, words: &[&str]) -> Result<Vec<Id>, Failure> {
        let find = |word: &&str| {
            let found = finder::child(self.home, word, self.date, self.context.lang);
            found.map_err(|failure| self.context.placed(failure, word))
        };
        words.iter().map(find).collect()
    }

    fn classes(&self) -> Result<Vec<ClassCode>, Failure> {
        let class = |text: &&str| {
            let class = typed::class(self.home, text, self.date, self.context.lang);
            class.map_err(|failure| self.context.placed(failure, text))
        };
        typed::names(&self.classes).iter().map(class).collect()
    }

    /// Who is left out and was not in it: somebody else was meant.
    fn check_left_out(
        &self,
        except: &[Id],
        group: &[Id],
        classes: &[ClassCode],
    ) -> Result<(), Failure> {
        let lang = self.context.lang;
        let Some(stranger) = except.iter().find(|id| !group.contains(id)) else { return Ok(()) };
        let name = self.home.child(*stranger).map_or("", |child| child.name.as_str());
        let named: Vec<String> =
            classes.iter().map(|class| self.home.class_name(class, self.date)).collect();
        let class = match self.all {
            true => SavedWord::Everybody.text(lang),
            false => listed(&named, lang),
        };
        Err(Failure::usage(&Msg::NotInClass { name, class: &class }, lang))
    }

    /// The children at these numbers of a class's list, as `care list --class` shows it today.
    fn numbered(&self, words: &[&str], classes: &[ClassCode]) -> Result<Vec<Id>, Failure> {
        let lang = self.context.lang;
        let [class] = classes else {
            let refused = Failure::usage(&Msg::NumbersOfClass, lang);
            return Err(self.context.placed(refused, words[0]));
        };
        let today = self.context.today;
        let is_listed = |child: &&Child| {
            child.class_on(today) == Some(class) && child.on_roll().contains(today)
        };
        let mut list: Vec<&Child> = self.home.children.iter().filter(is_listed).collect();
        list.sort_by_key(|child| name_place(&child.name));
        let mut picked = Vec::new();
        for word in words {
            let (first, last) = numbers(word).unwrap_or_default();
            for number in first..=last {
                let child = number.checked_sub(1).and_then(|at| list.get(at));
                let class = self.home.class_name(class, today);
                let unlisted = Msg::NoSuchNumber { number, class: &class, count: list.len() };
                let refused = || self.context.placed(Failure::usage(&unlisted, lang), word);
                picked.push(child.ok_or_else(refused)?.id);
            }
        }
        Ok(picked)
    }

    fn numbers_said(&self, picked: &[Id]) -> String {
        let names = picked.iter().filter_map(|id| self.home.child(*id));
        let names: Vec<String> = names.map(|child| child.name.clone()).collect();
        SavedWord::Numbered { who: &listed(&names, self.context.lang) }.text(self.context.lang)
    }

    /// Those who live with the children and are on the roll on the day, but for the exceptions.
    fn living_with(&self, named: &[Id], except: &[Id]) -> Vec<Id> {
        let children = named.iter().filter_map(|id| self.home.child(*id));
        let together = children.flat_map(|child| household(self.home, child));
        let together = together.filter(|child| child.on_roll().contains(self.date));
        let mut added: Vec<Id> = together.map(|child| child.id).collect();
        added.sort_unstable();
        added.dedup();
        added.retain(|id| !named.contains(id) && !except.contains(id));
        added
    }

    /// Who was taken in with `--household`.
    fn household_said(&self, added: &[Id]) -> String {
        let lang = self.context.lang;
        let said = |id: &Id| Some(with_class(self.home, self.home.child(*id)?, self.date));
        let who: Vec<String> = added.iter().filter_map(said).collect();
        match who.is_empty() {
            true => SavedWord::NoHousehold.text(lang),
            false => SavedWord::Household { who: &listed(&who, lang) }.text(lang),
        }
    }
}

/// More numbers than this are no part of a class's list.
const HIGHEST: usize = 9_999;

/// The first and the last number of a class's list that a word names.
fn numbers(word: &str) -> Option<(usize, usize)> {
    number::range(word).filter(|(first, last)| first.max(last) <= &HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_of_a_list_are_single_or_from_one_to_another() {
        for text in ["5-10", "５－１０", "5～10", "5—10", "5到10"] {
            assert_eq!(numbers(text), Some((5, 10)), "{text}");
        }
        assert_eq!(numbers("3"), Some((3, 3)));
        for text in ["", "-3", "3-", "李小明", "C7K3", "1-2-3", "99999"] {
            assert_eq!(numbers(text), None, "{text}");
        }
    }
}
