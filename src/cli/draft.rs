//! A row that is about to be written: what every register asks of it, and what is said of it once
//! it is saved.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::context::Context;
use super::failure::Failure;
use super::log_grammar::flag;
use super::typed;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::event::{Event, Header, Row, Status, escape, unescape};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::register::Register;
use crate::lang::saved_words::{SavedWord, weekday};
use crate::lang::talk::Msg;
use crate::lang::{Lang, label, listed};
use crate::render::saved;
use crate::render::screens::Names;
use crate::reports::verdicts::verdicts;
use crate::rules::plan::Plan;
use crate::session::new_id;
use crate::storage::log_append::NewRow;

/// More children than this are told by class and number.
const NAMED: usize = 8;

/// A row with what it means.
pub struct Draft<'a> {
    pub context: &'a Context,
    pub home: &'a Home,
    pub register: &'a Register,
    pub date: NaiveDate,
    pub children: Vec<Id>,
    pub staff: Vec<Id>,
    pub row: &'a NewRow,
}

impl<'a> Draft<'a> {
    /// The row, when a register admits it.
    ///
    /// # Errors
    /// It lacks what the register needs, or tells of a child that was not there.
    pub fn admit(
        context: &'a Context,
        home: &'a Home,
        register: &'a Register,
        row: &'a NewRow,
        force: bool,
    ) -> Result<Draft<'a>, Failure> {
        let cell = |name: &str| row.get(name).map_or("", String::as_str);
        let ids = |name, kind| {
            cell(name).split_ascii_whitespace().filter_map(|id| Id::parse(id, kind)).collect()
        };
        let named: Vec<Id> = ids("children", Kind::Child);
        let kept = named.into_iter().map(|id| home.kept_child(id).unwrap_or(id));
        let children: Vec<Id> = kept.collect();
        let staff = ids("staff", Kind::Staff);
        let date = cell("date").parse().unwrap_or(context.today);
        let draft = Draft { context, home, register, date, children, staff, row };
        draft.check_needed()?;
        if !force {
            draft.check_roll()?;
        }
        Ok(draft)
    }

    /// A register whose events need children or a column refuses a row without, naming the flag.
    fn check_needed(&self) -> Result<(), Failure> {
        let lang = self.context.lang;
        if self.register.needs_children && self.children.is_empty() {
            return Err(Failure::usage(&Msg::NoChildren, lang));
        }
        let missing = self.register.columns.iter().find(|column| {
            column.required && self.row.get(&column.name).is_none_or(|cell| cell.trim().is_empty())
        });
        missing.map_or(Ok(()), |column| {
            let flag = format!("--{} ({})", flag(&column.name), label(&column.label, lang));
            Err(Failure::usage(&Msg::NeedFlag { flag: &flag }, lang))
        })
    }

    /// Refuses an event outside the spells of its children: either the day or the child's file is
    /// wrong, and one of them must be mended.
    fn check_roll(&self) -> Result<(), Failure> {
        let lang = self.context.lang;
        let children = self.children.iter().filter_map(|id| self.home.child(*id));
        let outside: Vec<&Child> =
            children.filter(|child| !child.on_roll().contains(self.date)).collect();
        if outside.is_empty() {
            return Ok(());
        }
        let mut lines = Vec::new();
        for child in outside {
            let (name, date) = (child.name.as_str(), self.date);
            lines.push(Msg::OutsideSpells { name, date }.text(lang));
            let joined = child.spells.iter().map(|spell| spell.span.first).find(|day| *day > date);
            let id = child.id.to_string();
            lines.push(match joined {
                Some(day) => Msg::JoinedLater { day, id: &id }.text(lang),
                None => Msg::LeftBefore { id: &id }.text(lang),
            });
        }
        Err(Failure::Usage(lines))
    }

    /// Of the rows that stand, one that says all the same; else those that are alike.
    pub fn doubles(&self, standing: &[&Event]) -> (Option<Id>, Vec<Id>) {
        let same_people = standing.iter().filter(|event| self.is_of_same_people(event));
        let same_people: Vec<&Event> = same_people.copied().collect();
        match same_people.iter().find(|event| self.is_same(event)) {
            Some(whole) => (Some(whole.id), Vec::new()),
            // Of things, such as goods and documents, there are many on a day.
            None if self.children.is_empty() => (None, Vec::new()),
            None => (None, same_people.iter().map(|event| event.id).collect()),
        }
    }

    /// Is it about the same children, day and staff?
    fn is_of_same_people(&self, event: &Event) -> bool {
        let sorted = |ids: &[Id]| {
            let mut ids = ids.to_vec();
            ids.sort_unstable();
            ids
        };
        event.date == self.date
            && sorted(&event.children) == sorted(&self.children)
            && sorted(&event.staff) == sorted(&self.staff)
    }

    /// Is it equal in every cell that a person fills in?
    fn is_same(&self, event: &Event) -> bool {
        let attempted = self.row.get("outcome").is_some_and(|own| own == "attempted");
        let columns = self.register.columns.iter().map(|column| column.name.as_str());
        let mut typed = columns.chain(["note"]);
        event.attempted == attempted
            && typed.all(|name| {
                let own = self.row.get(name).map_or("", |cell| cell.trim());
                unescape(event.row.get(name)).trim() == own
            })
    }

    /// What was understood and saved, in one line.
    pub fn said(&self) -> String {
        let lang = self.context.lang;
        let day = day_said(self.date, self.context.today, lang);
        let staff = self.staff.iter().filter_map(|id| self.home.person(*id));
        let staff: Vec<String> = staff.map(|person| person.name.clone()).collect();
        let tried = self.row.get("outcome").is_some_and(|own| own == "attempted");
        let class = self.register.column("class").and_then(|column| self.row.get(&column.name));
        let class = class.filter(|code| !code.is_empty());
        let class = class.map(|code| self.home.class_name(&ClassCode::of(code), self.date));
        let who = if self.children.is_empty() { class.unwrap_or_default() } else { self.who() };
        SavedWord::Line {
            register: label(&self.register.label, lang),
            day: &day,
            who: &who,
            staff: &listed(&staff, lang),
            tried,
        }
        .text(lang)
    }

    /// What it counts for, rule by rule.
    pub fn counted(&self) -> Vec<String> {
        let plan = Plan::new(self.home, self.context.today, |_| true);
        let verdicts = verdicts(&plan, &self.register.name, &self.event());
        let names = Names::new(&plan, self.context.lang);
        saved::sentences(&names, &self.register.name, &verdicts)
    }

    /// The event that the row will be.
    pub fn event(&self) -> Event {
        let names = self.register.header().into_iter().map(Box::from).collect();
        let header = Arc::new(Header { file: "".into(), names });
        let cells: Vec<String> = header
            .names
            .iter()
            .map(|name| escape(self.row.get(&**name).map_or("", String::as_str)))
            .collect();
        Event {
            id: new_id(Kind::Event),
            date: self.date,
            children: self.children.clone().into(),
            staff: self.staff.clone().into(),
            attempted: self.row.get("outcome").is_some_and(|own| own == "attempted"),
            recorded: self.context.now,
            status: Status::Stands,
            replaces: Vec::new(),
            row: Row::new(header, 0, cells.iter().map(String::as_str)),
        }
    }

    /// The children by name, or by class and number.
    fn who(&self) -> String {
        let lang = self.context.lang;
        let children: Vec<&Child> =
            self.children.iter().filter_map(|id| self.home.child(*id)).collect();
        if children.len() <= NAMED {
            let names: Vec<String> = children.iter().map(|child| child.name.clone()).collect();
            return listed(&names, lang);
        }
        let mut classes: Vec<(String, usize)> = Vec::new();
        for child in children {
            let class = child.class_on(self.date);
            let class = class.map_or(String::new(), |class| self.home.class_name(class, self.date));
            match classes.iter_mut().find(|(own, _)| *own == class) {
                Some((_, count)) => *count += 1,
                None => classes.push((class, 1)),
            }
        }
        let said: Vec<String> = classes
            .iter()
            .map(|(class, count)| SavedWord::OfClass { class, count: *count }.text(lang))
            .collect();
        listed(&said, lang)
    }
}

/// The day of an event; it may lie ahead in a register that plans.
pub fn event_date(
    text: &str,
    register: &Register,
    context: &Context,
) -> Result<NaiveDate, Failure> {
    match register.planned {
        true => typed::coming_date(text, context),
        false => typed::past_date(text, context),
    }
}

/// A day with its weekday; the year only where it is another than today's.
pub fn day_said(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let weekday = weekday(day.weekday(), lang);
    match (lang, day.year() == today.year()) {
        (Lang::Zh, true) => format!("{}月{}日（{weekday}）", day.month(), day.day()),
        (Lang::Zh, false) => {
            format!("{}年{}月{}日（{weekday}）", day.year(), day.month(), day.day())
        }
        (Lang::En, _) => format!("{day} ({weekday})"),
    }
}

/// A child by name, and by class as the school called it on a day.
pub fn with_class(home: &Home, child: &Child, day: NaiveDate) -> String {
    match child.class_on(day) {
        Some(class) => format!("{} {}", child.name, home.class_name(class, day)),
        None => child.name.clone(),
    }
}
