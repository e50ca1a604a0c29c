//! A small home for tests, made in memory a line at a time: two terms, and what a test adds.
//!
//! Children and staff are called by one letter. A rule looks at the register of its own id.

mod people;

use chrono::{FixedOffset, NaiveDate};

use super::case::Case;
use super::judge;
use super::obligation::Obligation;
use super::plan::Plan;
use super::tally::Tally;
use crate::domain::calendar::{Calendar, Holiday, Term, Workday};
use crate::domain::event::{Event, Status};
use crate::domain::expectations::Expectations;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::label::Label;
use crate::domain::mail::Mail;
use crate::domain::pairing::PairConditions;
use crate::domain::privacy::Privacy;
use crate::domain::register::{CellPrivacy, Choice, Column, ColumnType, Register};
use crate::domain::role::{self, RoleCode};
use crate::domain::row::{Header, Row};
use crate::domain::rule::{Condition, Every, Level, Requirement, Rule, RuleId, SubjectKind};
use crate::domain::settings::{ClassFormat, FORMAT, Settings};
use crate::domain::share::SharePrecision;
use crate::domain::spans::Span;
use crate::domain::subject::Subject;

/// The first and the last day of both terms: a Monday to a Friday each.
pub const AUTUMN: (&str, &str) = ("2024-09-02", "2025-01-17");
pub const SPRING: (&str, &str) = ("2025-02-17", "2025-07-04");

/// A home and its live events by register.
pub struct Sample {
    pub home: Home,
    events: Vec<(String, Event)>,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// From a day to another; to no end when the second is empty.
pub fn span(first: &str, last: &str) -> Span {
    Span::new(day(first), (!last.is_empty()).then(|| day(last)))
}

pub fn child_id(letter: char) -> Id {
    Id::parse(&format!("C0000{letter}"), Kind::Child).unwrap()
}

pub fn staff_id(letter: char) -> Id {
    Id::parse(&format!("T0000{letter}"), Kind::Staff).unwrap()
}

pub fn role_of(code: &str) -> RoleCode {
    role::find(code).unwrap().code
}

pub fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

pub fn text(word: &str) -> Fact {
    Fact::Text(word.to_owned())
}

pub fn state_rule(requires: &[(&str, Condition)]) -> Every {
    let named = |(name, condition): &(&str, Condition)| Requirement {
        name: (*name).to_owned(),
        condition: condition.clone(),
    };
    Every::State { requires: requires.iter().map(named).collect() }
}

/// A term, its year being the first nine letters of its id.
pub fn term(id: &str, first: &str, last: &str) -> Term {
    let year = id[..9].to_owned();
    Term { id: id.to_owned(), year, name: None, span: span(first, last), anchors: None, line: 0 }
}

impl Sample {
    /// A home with two terms and nobody in it.
    pub fn new() -> Sample {
        let settings = Settings {
            format: FORMAT,
            school: String::new(),
            home: String::new(),
            language: None,
            zone: FixedOffset::east_opt(8 * 3600).unwrap(),
            grades: 6,
            class_format: ClassFormat::Dot,
            other_classes: Vec::new(),
            code: None,
            commits: false,
            ranking: false,
            mail: Mail::default(),
            pairing: PairConditions::default(),
            shares: SharePrecision::default(),
            expects: Expectations::default(),
            users: None,
        };
        let mut sample = Sample {
            home: Home {
                settings,
                calendar: Calendar::default(),
                rules: Vec::new(),
                staff: Vec::new(),
                children: Vec::new(),
                registers: std::collections::BTreeMap::new(),
            },
            events: Vec::new(),
        };
        let (autumn, spring) = ("2024-2025-1", "2024-2025-2");
        sample.terms(vec![term(autumn, AUTUMN.0, AUTUMN.1), term(spring, SPRING.0, SPRING.1)]);
        sample
    }

    /// Other terms, without holidays.
    pub fn terms(&mut self, terms: Vec<Term>) {
        self.home.calendar = Calendar::new(terms, Vec::new(), Vec::new());
    }

    /// The same terms with a holiday and a make-up day.
    pub fn holiday(&mut self, first: &str, last: &str, workday: &str) {
        let holiday = Holiday { name: String::new(), span: span(first, last), line: 0 };
        let terms = self.home.calendar.terms().to_vec();
        self.home.calendar =
            Calendar::new(terms, vec![holiday], vec![Workday { date: day(workday), line: 0 }]);
    }

    /// A rule of each child that looks at the register of its own name.
    pub fn rule(&mut self, id: &str, every: Every) -> &mut Rule {
        self.register(id);
        self.home.rules.push(Rule {
            id: RuleId::of(id),
            name: Label::fixed("", ""),
            why: String::new(),
            records: if matches!(every, Every::State { .. }) { Vec::new() } else { texts(&[id]) },
            every,
            subject: SubjectKind::Child,
            role: None,
            times: 1,
            max: None,
            conditions: Vec::new(),
            filled: Vec::new(),
            unless: Vec::new(),
            applies: Vec::new(),
            by: None,
            by_only: false,
            from: None,
            until: None,
            due_days: None,
            grace_days: 0,
            min_school_days: None,
            level: Level::Required,
            line: 0,
        });
        self.home.rules.last_mut().unwrap()
    }

    fn register(&mut self, name: &str) -> &mut Register {
        self.home.registers.entry(name.to_owned()).or_insert_with(|| Register {
            name: name.to_owned(),
            label: Label::fixed("", ""),
            aliases: Vec::new(),
            restricted: false,
            synonyms: Vec::new(),
            needs_children: false,
            planned: false,
            columns: Vec::new(),
        })
    }

    /// A column of a register's own: of text when there are no choices.
    pub fn column(&mut self, register: &str, name: &str, choices: &[&str]) {
        let choice = |&code: &&str| Choice { code: code.to_owned(), label: Label::fixed("", "") };
        let choices: Vec<Choice> = choices.iter().map(choice).collect();
        let column = Column {
            name: name.to_owned(),
            label: Label::fixed("", ""),
            holds: if choices.is_empty() { ColumnType::Text } else { ColumnType::Choice(choices) },
            required: false,
            privacy: CellPrivacy::As(Privacy::Open),
            aliases: Vec::new(),
        };
        self.register(register).columns.push(column);
    }

    /// An event of children, by their letters.
    pub fn event(&mut self, register: &str, date: &str, children: &str) -> &mut Event {
        self.cells(register, date, children, &[])
    }

    /// An event with cells of columns of its own.
    pub fn cells(
        &mut self,
        register: &str,
        date: &str,
        children: &str,
        cells: &[(&str, &str)],
    ) -> &mut Event {
        let names = cells.iter().map(|(name, _)| (*name).into()).collect();
        let header = std::sync::Arc::new(Header { file: "log".into(), names });
        let event = Event {
            id: Id::parse(&format!("E{:010}", self.events.len()), Kind::Event).unwrap(),
            date: day(date),
            children: children.chars().map(child_id).collect(),
            staff: Vec::new().into(),
            attempted: false,
            recorded: format!("{date}T12:00:00+08:00").parse().unwrap(),
            status: Status::Stands,
            replaces: Vec::new(),
            row: Row::new(header, 2, cells.iter().map(|(_, cell)| *cell)),
        };
        self.events.push((register.to_owned(), event));
        &mut self.events.last_mut().unwrap().1
    }

    /// Tried, and not done.
    pub fn attempt(&mut self, register: &str, date: &str, children: &str) {
        self.event(register, date, children).attempted = true;
    }

    pub fn events(&self) -> &[(String, Event)] {
        &self.events
    }

    /// Every rule, for one day of judgement.
    pub fn plan(&self, today: &str) -> Plan<'_> {
        Plan::new(&self.home, day(today), |_| true)
    }

    /// All events, counted.
    pub fn tally(&self, plan: &Plan) -> Tally {
        let mut tally = Tally::new(plan);
        for (register, event) in &self.events {
            tally.add(plan, register, std::slice::from_ref(event));
        }
        tally.settle();
        tally
    }

    /// How a subject is called here: a letter, a class, or `school`.
    pub fn called(&self, subject: &Subject) -> String {
        let id = subject.id(&self.home);
        match subject {
            Subject::Child(_) | Subject::Staff(_) => id[5..].to_owned(),
            Subject::Class(_) | Subject::School => id,
        }
    }

    /// Every obligation, with whose it is.
    pub fn judged(&self, today: &str) -> Vec<(String, Obligation)> {
        let plan = self.plan(today);
        let tally = self.tally(&plan);
        let mut judged = Vec::new();
        for (rule, compiled) in plan.rules.iter().enumerate() {
            for (member, own) in compiled.members.iter().enumerate() {
                let name = self.called(&own.subject);
                let all = judge::obligations(&plan, &tally, Case { rule, member }, None);
                judged.extend(all.into_iter().map(|one| (name.clone(), one)));
            }
        }
        judged
    }

    /// The obligation of a subject in a slot, when it is owed.
    pub fn owed(&self, today: &str, who: &str, slot: &str) -> Option<Obligation> {
        let mut judged = self.judged(today).into_iter();
        judged.find(|(name, one)| name == who && &*one.slot == slot).map(|(_, one)| one)
    }

    /// The word for its state; `not owed` when there is none.
    pub fn state(&self, today: &str, who: &str, slot: &str) -> &'static str {
        self.owed(today, who, slot).map_or("not owed", |one| one.state.name())
    }

    /// Whose slots are in which state: `A 2024-10 open`.
    pub fn states(&self, today: &str) -> Vec<String> {
        let line = |(name, one): &(String, Obligation)| {
            format!("{name} {} {}", one.slot, one.state.name())
        };
        self.judged(today).iter().map(line).collect()
    }
}
