//! The duties that more than one school has, and the letters that a class writes together.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::{Every, Span};
use crate::clerk::{Clerk, Duty};
use crate::log::Event;
use crate::people::Child;
use crate::words::{contact, help, parents, talk, visit};

/// One to one, each month.
pub const TALK: Duty = Duty::new("talk", "talk", Every::Month, "pair_teacher", talk::fill);

/// At the start, the middle and the end of a term.
pub const VISIT: Duty = Duty::new("visit", "visit", Every::Window, "head_teacher", visit::fill)
    .in_vain(7, visit::nobody);

pub const GUARDIAN: Duty =
    Duty::new("guardian", "guardian_contact", Every::Month, "head_teacher", contact::guardian)
        .in_vain(0, contact::guardian_silent);

/// A child has one a month more often than not.
pub const HELP: Duty =
    Duty::new("help", "help", Every::Month, "pair_teacher", help::help).left_out(55);

/// Once a term, early on; a child who comes later, soon after it came.
pub const SURVEY: Duty =
    Duty::new("survey", "survey", Every::Term, "head_teacher", help::survey).within(15);

/// One or two things a term go into each child's bag.
pub const GROWTH: Duty =
    Duty::new("growth", "growth", Every::Term, "head_teacher", help::growth).within(60).up_to(2);

/// Each child's first thing of the term is put in soon after it begins; a second one comes later.
pub const GROWTH_EARLY: Duty = GROWTH.within(6).up_to(1);

pub const GROWTH_LATER: Duty =
    Duty::new("growth later", "growth", Every::Term, "head_teacher", help::growth).left_out(40);

/// Now and then nobody answers, and it is tried again a few days later.
pub const FAMILY_CALL: Duty =
    Duty::new("touch", "family_call", Every::Month, "head_teacher", contact::family_call)
        .in_vain(8, contact::no_answer);

/// Each month by the child's proxy guardian.
pub const GUARDIAN_VISIT: Duty =
    Duty::new("visit", "visit", Every::Month, PROXY, visit::fill).in_vain(5, visit::nobody);

pub const PARENT_CALL: Duty =
    Duty::new("call", "call", Every::Month, PROXY, parents::call).in_vain(6, parents::no_answer);

pub const PARENT_LETTER: Duty = Duty::new("letter", "letter", Every::Term, PROXY, parents::letter);

const PROXY: &str = "proxy_guardian";

pub const FEEDBACK: Duty =
    Duty::new("feedback", "feedback", Every::Term, "head_teacher", parents::feedback);

/// The child's own, to the parents.
pub const LETTER: Duty =
    Duty::new("touch", "letter", Every::Month, "head_teacher", contact::letter);

/// How a school's classes write letters together, in the days before a festival.
pub struct Writing {
    pub occasions: &'static [contact::Occasion],
    pub days_before: u64,
    pub lowest_grade: i32,
    /// In how many of a hundred cases a class writes none.
    pub none: usize,
}

impl<'a> Clerk<'a> {
    /// Returns who wrote in which month.
    pub fn festival_letters(&mut self, how: &Writing) -> HashSet<(String, u32)> {
        let mut written = HashSet::new();
        for occasion in how.occasions {
            let (festival, _, _) = *occasion;
            let weeks = Span::new(festival - Days::new(how.days_before), festival);
            let open = |day: &NaiveDate| self.roll.calendar.is_school_day(*day);
            let days: Vec<NaiveDate> = weeks.days().filter(open).collect();
            for class in self.roll.classes() {
                let mut rng = self.stream(&format!("festival {class} {festival}"));
                let day = days[rng.below(days.len())];
                let pupils = self.writers(class, day);
                let grade = pupils.first().map_or(0, |child| child.grade_on(day));
                if pupils.len() < 2 || grade < how.lowest_grade || rng.chance(how.none) {
                    continue;
                }
                let event = contact::festival(Event::new("letter", day), occasion);
                let event = event.staff(self.roll.head_teacher(pupils[0], day));
                let event = pupils.iter().fold(event, |event, child| event.child(&child.id));
                written.extend(event.children.iter().map(|id| (id.clone(), day.month())));
                self.log.enter(event, &mut rng);
            }
        }
        written
    }

    /// Who of a class is there on a day and has no gap in writing home.
    fn writers(&self, class: &str, day: NaiveDate) -> Vec<&'a Child> {
        let today = Span::new(day, day);
        let writes = |child: &&Child| {
            let free = self.roll.school_days(child, FAMILY_CALL.name, today);
            child.class_on(day) == class && !free.is_empty()
        };
        self.roll.children.iter().filter(writes).collect()
    }
}
