//! A whole home in memory: what a school's module builds and `write.rs` puts on disk.

use chrono::NaiveDate;

use crate::calendar::{Calendar, Span, is_holiday, is_weekend};
use crate::log::Event;
use crate::people::{Child, Staff};

pub struct Home {
    /// The folder's name.
    pub name: &'static str,
    pub settings: String,
    pub rules: String,
    pub calendar: &'static Calendar,
    pub staff: Vec<Staff>,
    pub children: Vec<Child>,
    pub events: Vec<Event>,
    /// The school's own words in a report, behind the days that it is of.
    pub report: (&'static str, &'static str),
}

/// Nothing that counts for `duty` happens to this child in the span.
pub struct Gap {
    pub who: String,
    pub duty: &'static str,
    pub span: Span,
}

/// Who is there, and on which days something may happen to them.
pub struct Roll<'a> {
    pub calendar: &'a Calendar,
    pub staff: &'a [Staff],
    pub children: &'a [Child],
    pub gaps: &'a [Gap],
}

impl Roll<'_> {
    pub fn child(&self, key: &str) -> &Child {
        find_child(self.children, key)
    }

    /// A gap in `growth` is one in `growth later`, too.
    pub fn gap_holds(&self, who: &str, duty: &str, day: NaiveDate) -> bool {
        let stands = |gap: &Gap| {
            let duty = duty.split(' ').next().expect("a duty has a name");
            gap.who == who && gap.duty == duty && gap.span.holds(day)
        };
        self.gaps.iter().any(stands)
    }

    fn is_free(&self, child: &Child, duty: &str, day: NaiveDate) -> bool {
        child.present(day) && !self.gap_holds(&child.key, duty, day)
    }

    /// School days of the span on which the child is there and nothing stands in the way.
    pub fn school_days(&self, child: &Child, duty: &str, span: Span) -> Vec<NaiveDate> {
        let free =
            |day: &NaiveDate| self.calendar.is_school_day(*day) && self.is_free(child, duty, *day);
        span.days().filter(free).collect()
    }

    /// The same, and Saturdays and Sundays that are no holiday: a teacher visits then, too.
    pub fn visiting_days(&self, child: &Child, duty: &str, span: Span) -> Vec<NaiveDate> {
        let open = |day: NaiveDate| {
            self.calendar.is_school_day(day) || is_weekend(day) && !is_holiday(day)
        };
        span.days().filter(|day| open(*day) && self.is_free(child, duty, *day)).collect()
    }

    pub fn has_gap(&self, child: &Child, duty: &str) -> bool {
        self.gaps.iter().any(|gap| gap.who == child.key && gap.duty == duty)
    }

    /// Every class with a child on the roster, each once.
    pub fn classes(&self) -> Vec<&'static str> {
        let mut classes: Vec<&str> = self.children.iter().map(|child| child.class).collect();
        classes.dedup();
        classes
    }

    pub fn present_on(&self, day: NaiveDate) -> impl Iterator<Item = &Child> {
        self.children.iter().filter(move |child| child.present(day))
    }

    pub fn head_teacher(&self, child: &Child, day: NaiveDate) -> &str {
        let class = child.class_on(day);
        let found = self.staff.iter().find(|staff| staff.holds("head_teacher", class, day));
        found.map(|staff| staff.id.as_str()).expect("every class has a head teacher")
    }

    /// Who does it for this child: the pair in that role, else the head teacher.
    pub fn responsible<'b>(&'b self, child: &'b Child, role: &str, day: NaiveDate) -> &'b str {
        child.pair_on(role, day).unwrap_or_else(|| self.head_teacher(child, day))
    }

    pub fn name_of(&self, id: &str) -> &'static str {
        self.staff.iter().find(|person| person.id == id).expect("a person of the staff").name
    }

    pub fn staff(&self, name: &str) -> &Staff {
        find_staff(self.staff, name)
    }
}

pub fn find_child<'a>(children: &'a [Child], key: &str) -> &'a Child {
    children.iter().find(|child| child.key == key).expect("a child on the roster")
}

pub fn find_staff<'a>(staff: &'a [Staff], name: &str) -> &'a Staff {
    staff.iter().find(|person| person.name == name).expect("a person on the staff list")
}
