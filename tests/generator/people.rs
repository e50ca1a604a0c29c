//! Children, staff and what is known of them. `key` is "class name", as a reader would say it;
//! stories name children by it, because two children of one school may share a name.

use chrono::{Datelike, NaiveDate};

use crate::calendar::Span;

#[derive(Default)]
pub struct Parent {
    pub name: String,
    pub phone: Vec<String>,
    pub away_since: Option<NaiveDate>,
    pub work_place: &'static str,
    pub guardianship: &'static str,
}

#[derive(Default)]
pub struct Carer {
    pub name: String,
    pub relation: &'static str,
    pub phone: Vec<String>,
    pub birth_year: u32,
    pub health: &'static str,
    pub education: &'static str,
    pub rating: &'static str,
    pub notice_on: Option<NaiveDate>,
}

pub struct Spell {
    pub joined: NaiveDate,
    pub left: Option<(NaiveDate, &'static str)>,
}

pub struct Pair {
    pub staff: String,
    pub role: &'static str,
    pub from: NaiveDate,
    pub until: Option<(NaiveDate, &'static str)>,
}

pub struct Exempt {
    pub rule: &'static str,
    pub span: Span,
    pub reason: &'static str,
    pub by: String,
}

pub struct Was {
    pub field: &'static str,
    pub value: &'static str,
    pub until: NaiveDate,
}

pub struct Elder {
    pub name: String,
    pub birthday: String,
    pub calendar: &'static str,
}

#[derive(Default)]
pub struct Child {
    pub id: String,
    pub key: String,
    pub name: String,
    pub female: bool,
    pub birth: NaiveDate,
    pub id_number: String,
    pub class: &'static str,
    pub ethnic_group: &'static str,
    pub care_type: &'static str,
    pub risk: &'static str,
    pub address: String,
    /// Children of one household are visited together.
    pub household: String,
    pub tags: Vec<&'static str>,
    pub father: Parent,
    pub mother: Parent,
    pub carer: Carer,
    pub spells: Vec<Spell>,
    pub pairs: Vec<Pair>,
    pub buddies: Vec<(String, NaiveDate)>,
    pub card_on: Option<NaiveDate>,
    pub elders: Vec<Elder>,
    pub was: Vec<Was>,
    pub pauses: Vec<(Span, &'static str)>,
    pub exempts: Vec<Exempt>,
    pub interests: &'static str,
    /// A line for whoever opens the file.
    pub comment: &'static str,
}

impl Child {
    pub fn on_roll(&self, day: NaiveDate) -> bool {
        let within = |spell: &Spell| {
            spell.joined <= day && spell.left.as_ref().is_none_or(|(left, _)| day <= *left)
        };
        self.spells.iter().any(within)
    }

    pub fn present(&self, day: NaiveDate) -> bool {
        self.on_roll(day) && !self.pauses.iter().any(|(span, _)| span.holds(day))
    }

    pub fn class_on(&self, day: NaiveDate) -> &'static str {
        self.value_on("class", day, self.class)
    }

    /// What a field held on a day; `now` is what it holds at last.
    pub fn value_on(&self, field: &str, day: NaiveDate, now: &'static str) -> &'static str {
        let earlier = self.was.iter().filter(|was| was.field == field && day <= was.until);
        earlier.min_by_key(|was| was.until).map_or(now, |was| was.value)
    }

    /// The person in force in a role; of two, the one who came later.
    pub fn pair_on(&self, role: &str, day: NaiveDate) -> Option<&str> {
        let in_force = |pair: &&Pair| {
            pair.role == role
                && pair.from <= day
                && pair.until.as_ref().is_none_or(|(until, _)| day <= *until)
        };
        self.pairs.iter().rfind(in_force).map(|pair| pair.staff.as_str())
    }

    /// A school year begins in September.
    pub fn grade_on(&self, day: NaiveDate) -> i32 {
        let entry: i32 = self.class[..4].parse().expect("a class code begins with its year");
        let begun = day.year() - i32::from(day.month() < 9);
        begun - entry + 1
    }
}

pub struct Role {
    pub name: &'static str,
    pub class: &'static str,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// In the group that leads the home.
    pub rank: &'static str,
    pub duty: &'static str,
}

pub struct Staff {
    pub id: String,
    pub name: &'static str,
    pub female: bool,
    pub phone: String,
    pub email: String,
    /// Of one who is not of the school.
    pub employer: &'static str,
    pub roles: Vec<Role>,
    pub comment: &'static str,
}

impl Staff {
    pub fn holds(&self, role: &str, class: &str, day: NaiveDate) -> bool {
        self.roles.iter().any(|held| {
            held.name == role
                && (class.is_empty() || held.class == class)
                && held.from <= day
                && held.until.is_none_or(|until| day <= until)
        })
    }
}
