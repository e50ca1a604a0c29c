//! What the school does for its children month by month, as the rules of the preset ask for it.

use chrono::NaiveDate;

use super::chance::Chance;
use super::log::{Happened, SampleLog};
use super::people::{Pupil, Teacher};
use super::stories;
use super::words;
use super::year::SampleTime;
use crate::domain::id::Id;
use crate::domain::spans::{Span, days_later};

/// The work of a home, of which a log is kept.
pub struct Work<'a> {
    pub time: &'a SampleTime,
    pub staff: &'a [Teacher],
    pub children: &'a [Pupil],
    pub log: SampleLog,
    pub chance: Chance,
}

impl Work<'_> {
    /// All that was done, each month and each term.
    pub fn all(&mut self) {
        let months = self.time.months();
        for (at, days) in months.iter().enumerate() {
            let left = months.len() - at;
            for pupil in self.children {
                self.monthly(pupil, days, left);
            }
            self.activities(days, at);
        }
        let terms: Vec<_> = self.time.terms().collect();
        let windows = terms.iter().flat_map(|term| term.windows());
        let windows: Vec<_> = windows.filter(|own| own.span.first < self.time.today).collect();
        for (at, window) in windows.iter().enumerate() {
            let days = self.time.calendar.school_days(&window.span);
            let left = windows.len() - at;
            let visited =
                self.children.iter().filter(|own| !stories::is_undone("visit", own, left));
            for pupil in visited {
                self.visit(pupil, days);
            }
        }
        for term in terms {
            for pupil in self.children {
                self.termly(pupil, &term.span);
            }
            self.school(&term.span);
        }
    }

    /// Adds what was done for a child as usual.
    fn did(
        &mut self,
        (register, day): (&'static str, Option<NaiveDate>),
        who: (&Pupil, usize),
        cells: &[(&str, &str)],
    ) {
        let day = day.filter(|day| !stories::is_told(who.0, *day, self.time));
        self.tell((register, day), who, cells);
    }

    /// Adds what happened with a child, when the child is here on that day.
    pub fn tell(
        &mut self,
        (register, day): (&'static str, Option<NaiveDate>),
        (pupil, staff): (&Pupil, usize),
        cells: &[(&str, &str)],
    ) {
        let Some(day) = day.filter(|day| pupil.is_here(*day)) else { return };
        let Some(teacher) = self.staff.get(staff) else { return };
        let what = Happened { register, day, children: &[pupil.id], staff: &[teacher.id] };
        self.log.add(&what, cells);
    }

    /// What every month asks for; `left` months are left, the one in hand among them.
    fn monthly(&mut self, pupil: &Pupil, days: &[NaiveDate], left: usize) {
        let number = pupil.number;
        let talk = self.time.done_on(days, number * 3 + 1);
        if !stories::is_undone("talk", pupil, left) {
            let at = self.chance.below(8) as usize;
            let (topic, content, effect) = words::TALKS[at];
            let (study, mood) = (self.chance.pick(&words::STUDY), self.chance.pick(&words::MOOD));
            let cells = [
                ("mode", "in_person"),
                ("topic", topic),
                ("study", study),
                ("mood", mood),
                ("content", content),
                ("effect", effect),
            ];
            self.did(("talk", talk), (pupil, pupil.pair.unwrap_or(pupil.head)), &cells);
        }
        if !stories::is_undone("letter", pupil, left) {
            self.letter(pupil, days, left);
        }
        let (life, result) = (self.chance.pick(&words::LIFE), self.chance.pick(&words::RESULTS));
        let cells = [("mode", "phone"), ("life", life), ("body", "健康"), ("result", result)];
        let told = self.time.done_on(days, number * 11 + 3);
        let told = told.filter(|_| !stories::is_undone("guardian_contact", pupil, left));
        self.did(("guardian_contact", told), (pupil, pupil.head), &cells);
    }

    /// In turn a letter to the parents and a call.
    fn letter(&mut self, pupil: &Pupil, days: &[NaiveDate], left: usize) {
        let number = pupil.number;
        let written = self.time.done_on(days, number * 7 + 4);
        if (number as usize + left).is_multiple_of(2) {
            let topic = self.chance.pick(&words::LETTERS);
            let cells = [("direction", "child_to_parent"), ("addressee", "爸妈"), ("topic", topic)];
            self.did(("letter", written), (pupil, pupil.head), &cells);
        } else {
            let note = self.chance.pick(&words::CALLS);
            let minutes = (3 + self.chance.below(12)).to_string();
            let cells = [
                ("mode", "phone"),
                ("receiver", "妈妈"),
                ("minutes", minutes.as_str()),
                ("line", "school_line"),
                ("note", note),
            ];
            self.did(("family_call", written), (pupil, pupil.head), &cells);
        }
    }

    fn visit(&mut self, pupil: &Pupil, days: &[NaiveDate]) {
        let day = self.time.done_on(days, pupil.number * 5 + 2);
        let (home, opinion) = (self.chance.pick(&words::HOMES), self.chance.pick(&words::OPINIONS));
        let cells = [
            ("mode", "in_person"),
            ("purpose", "routine"),
            ("home_state", home),
            ("guardian_opinion", opinion),
            ("at_home", "放学先写作业"),
            ("school_feedback", "作业按时交"),
        ];
        self.did(("visit", day), (pupil, pupil.head), &cells);
    }

    /// What is done once in a term: the survey, an item for the growth bag, and help.
    fn termly(&mut self, pupil: &Pupil, term: &Span) {
        let days = self.time.calendar.school_days(term);
        let early = days.split_at_checked(30).map_or(days, |(early, _)| early);
        let on = |step: u32| self.time.done_on(early, pupil.number * step + 5);
        let (survey, growth, help) = (on(2), on(3), on(4));
        let study = self.chance.pick(&words::STUDY);
        let cells = [
            ("study", study),
            ("life", "会做简单家务"),
            ("mind", "爱说爱笑"),
            ("safety", "上学路上有人接送"),
            ("health", "健康"),
        ];
        self.did(("survey", survey), (pupil, pupil.head), &cells);
        let (category, title) = words::ITEMS[self.chance.below(4) as usize];
        let cells = [("category", category), ("title", title), ("kept_in", "班级成长袋")];
        self.did(("growth", growth), (pupil, pupil.head), &cells);
        let content = self.chance.pick(&words::HELP);
        if let Some(pair) = pupil.pair {
            let cells = [("kind", "study"), ("content", content), ("effect", "能自己做了")];
            self.did(("help", help), (pupil, pair), &cells);
        }
    }

    fn activities(&mut self, days: &[NaiveDate], month: usize) {
        for (at, (kind, theme)) in words::THEMES.iter().enumerate().take(2 + month % 2) {
            let part = u32::try_from(at).unwrap_or(0);
            let Some(day) = self.time.done_on(days, part * 6 + 5) else { continue };
            let here = self.here(day, |pupil| (pupil.number + part).is_multiple_of(3));
            let cells = [
                ("session", "after_school"),
                ("place", "留守儿童之家"),
                ("kind", *kind),
                ("theme", *theme),
                ("effect", "玩得高兴"),
            ];
            let keeper = self.staff[9].id;
            let what = Happened { register: "activity", day, children: &here, staff: &[keeper] };
            self.log.add(&what, &cells);
        }
    }

    /// What the school does once in a term: a meeting, and training for those who care at home.
    fn school(&mut self, term: &Span) {
        let days = self.time.calendar.school_days(term);
        let principal = self.staff[0].id;
        if let Some(day) = self.time.done_on(days, 4) {
            let what = Happened { register: "meeting", day, children: &[], staff: &[principal] };
            let cells = [
                ("kind", "leading_group"),
                ("chair", self.staff[0].name),
                ("matters", "本学期家访和谈心的安排"),
                ("decisions", "各班月底前谈完一遍，期初家访三周内走完"),
            ];
            self.log.add(&what, &cells);
        }
        if let Some(day) = self.time.done_on(days, 24) {
            let here = self.here(day, |_| true);
            let what = Happened { register: "training", day, children: &here, staff: &[principal] };
            let guardians = here.len().to_string();
            let cells = [
                ("kind", "parent_meeting"),
                ("topic", "作业和手机"),
                ("guardians", guardians.as_str()),
            ];
            self.log.add(&what, &cells);
        }
    }

    /// The children who are here on a day and of whom something is so.
    fn here(&self, day: NaiveDate, is_meant: impl Fn(&Pupil) -> bool) -> Vec<Id> {
        let here = self.children.iter().filter(|pupil| pupil.is_here(day) && is_meant(pupil));
        here.map(|pupil| pupil.id).collect()
    }

    /// A day so many days ahead.
    pub fn ahead(&self, days: u32) -> String {
        days_later(self.time.today, days).to_string()
    }
}
