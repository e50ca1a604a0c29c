//! What a home needs when a school year begins: terms and free days, farewell to those who leave
//! school, and somebody for every class.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::calendar::Term;
use super::child::Child;
use super::class::ClassCode;
use super::home::Home;
use super::id::Id;
use super::rule::Rule;
use super::school_year::{self, EstimatedHoliday, EstimatedTerm, SchoolYear};
use super::spans::Span;

/// A year is opened from so many days before August on.
const DAYS_AHEAD: u64 = 62;

/// Something to be written for the new year, once it is confirmed.
pub enum Task {
    Term(EstimatedTerm),
    Holiday(EstimatedHoliday),
    /// The days on which lessons are made up are nowhere known before the notice comes.
    Workdays,
    /// The children of a class that has no grade in the new year, and their last day.
    Graduates {
        class: ClassCode,
        children: Vec<Id>,
        last: NaiveDate,
    },
}

/// A new school year beside the home as it is.
pub struct NewYear<'h> {
    home: &'h Home,
    today: NaiveDate,
    pub year: SchoolYear,
    /// The year in which it begins.
    begins: i32,
}

/// The first year of the last school year that the calendar has.
fn last_known(home: &Home) -> Option<i32> {
    home.calendar.years().last().and_then(|own| school_year::first_year(own.0))
}

impl<'h> NewYear<'h> {
    /// The school year of that name, or the one to be opened on a day: the next from June on, or
    /// the first of which the calendar has nothing.
    pub fn of(home: &'h Home, name: Option<&str>, today: NaiveDate) -> Option<NewYear<'h>> {
        let day = match name {
            Some(name) => {
                let begins = school_year::first_year(name)?;
                (school_year::name(begins) == name).then_some(())?;
                NaiveDate::from_ymd_opt(begins, 9, 1)?
            }
            None => today + Days::new(DAYS_AHEAD),
        };
        // A year that was left out is opened before those after it.
        let missing = last_known(home).filter(|_| name.is_none()).map(|own| own + 1);
        let missing = missing.and_then(|own| NaiveDate::from_ymd_opt(own, 9, 1));
        let year = school_year::in_hand(missing.map_or(day, |own| own.min(day)))?;
        let begins = school_year::first_year(&year.name)?;
        Some(NewYear { home, today, year, begins })
    }

    /// The first school year between the last that the calendar has and this one.
    pub fn left_out(&self) -> Option<String> {
        let known = last_known(self.home).filter(|own| own + 1 < self.begins);
        known.map(|own| school_year::name(own + 1))
    }

    pub fn home(&self) -> &'h Home {
        self.home
    }

    /// Has that day come?
    pub fn has_ended(&self, last: NaiveDate) -> bool {
        last <= self.today
    }

    /// Its days, as the calendar has them or as they are estimated.
    pub fn span(&self) -> Span {
        let (first, last) = (&self.year.terms[0].span, &self.year.terms[1].span);
        let estimated = Span { first: first.first, last: last.last };
        self.home.calendar.year(&self.year.name).unwrap_or(estimated)
    }

    /// The days of the school year before, as far as the calendar has it.
    fn old_year(&self) -> Option<Span> {
        self.home.calendar.year(&school_year::name(self.begins - 1))
    }

    /// What is lacking, in the order in which it is asked for.
    pub fn tasks(&self) -> Vec<Task> {
        let calendar = &self.home.calendar;
        let is_lacking = |term: &&EstimatedTerm| {
            let is_it = |own: &Term| own.id == term.id || own.span.overlap(&term.span).is_some();
            !calendar.terms().iter().any(is_it)
        };
        let terms = self.year.terms.iter().filter(is_lacking).cloned().map(Task::Term);
        let span = self.span();
        let is_free = |holiday: &&EstimatedHoliday| {
            !calendar.holidays.iter().any(|own| {
                own.span.overlap(&holiday.span).is_some()
                    || own.name.contains(&holiday.name) && own.span.overlap(&span).is_some()
            })
        };
        let holidays = self.year.holidays.iter().filter(is_free).cloned().map(Task::Holiday);
        let has_workday = calendar.workdays.iter().any(|own| span.contains(own.date));
        let workdays = (!has_workday).then_some(Task::Workdays);
        terms.chain(holidays).chain(workdays).chain(self.graduates()).collect()
    }

    /// Those who leave school, once the last day of the year before has come.
    fn graduates(&self) -> Vec<Task> {
        let last = self.last_of_old_year();
        let classes = self.leaving(last).into_iter().filter(|_| self.has_ended(last));
        classes.map(|(class, children)| Task::Graduates { class, children, last }).collect()
    }

    /// The classes without a grade in the new year whose children are still on the roll.
    pub fn leaving(&self, last: NaiveDate) -> BTreeMap<ClassCode, Vec<Id>> {
        let settings = &self.home.settings;
        let mut classes: BTreeMap<ClassCode, Vec<Id>> = BTreeMap::new();
        let stays = |child: &&Child| {
            let spell = child.spells.last();
            let goes_on = spell.is_some_and(|own| own.span.last == NaiveDate::MAX);
            goes_on && child.on_roll().contains(last)
        };
        for child in self.home.children.iter().filter(stays) {
            let class = child.class_on(last);
            let leaves = |own: &&ClassCode| settings.is_past_last_grade(own, self.begins);
            if let Some(class) = class.filter(leaves) {
                classes.entry(class.clone()).or_default().push(child.id);
            }
        }
        classes
    }

    /// The last day of the school year before, as far as the calendar tells; else that of August.
    pub fn last_of_old_year(&self) -> NaiveDate {
        let august = NaiveDate::from_ymd_opt(self.begins, 8, 31).unwrap_or(self.today);
        self.old_year().map_or(august, |span| span.last)
    }

    /// The classes of the new first grade, as many as the year before had: the code of each.
    pub fn first_classes(&self) -> Vec<ClassCode> {
        let last = self.last_of_old_year();
        let children = self.home.children.iter().filter(|own| own.on_roll().contains(last));
        let numbers = children.filter_map(|child| {
            let (entry, number) = child.class_on(last)?.year_and_number()?;
            (entry == self.begins - 1).then_some(number)
        });
        let most = numbers.max().unwrap_or(1);
        (1..=most).map(|number| ClassCode::of(&format!("{}-{number}", self.begins))).collect()
    }

    /// Is a child in that class already?
    pub fn has_children(&self, class: &ClassCode) -> bool {
        let first = self.span().first;
        let in_class = |day| self.home.children.iter().any(|own| own.class_on(day) == Some(class));
        in_class(first) || in_class(self.today)
    }

    /// The classes of the new year, the new first ones too, that have no head teacher on its first
    /// day.
    pub fn without_head(&self) -> Vec<ClassCode> {
        let first = self.span().first;
        let leaving = self.leaving(self.last_of_old_year());
        let children = self.home.children.iter().filter(|own| own.on_roll().contains(first));
        let of_children = children.filter_map(|own| own.class_on(first).cloned());
        let mut classes: Vec<ClassCode> = of_children.chain(self.first_classes()).collect();
        classes.sort();
        classes.dedup();
        classes.retain(|class| {
            !leaving.contains_key(class) && self.home.head_teacher(class, first).is_none()
        });
        classes
    }

    /// The rules that end before the new year does.
    pub fn ending_rules(&self) -> Vec<(&'h Rule, NaiveDate)> {
        let since = self.old_year().map_or(self.last_of_old_year(), |span| span.first);
        let span = self.span();
        let rules = self.home.rules.iter().filter_map(|rule| Some((rule, rule.until?)));
        rules.filter(|(_, until)| since <= *until && *until < span.last).collect()
    }
}
