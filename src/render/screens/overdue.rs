//! The overdue list as a screen.

use super::Names;
use crate::domain::class::ClassCode;
use crate::domain::subject::Subject;
use crate::lang::listed;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::reports::overdue::{Row, children};

/// What stands around the list.
pub struct Around<'a> {
    pub enrolled: usize,
    pub term: Option<&'a str>,
    /// How many obligations fall due within a week.
    pub due_soon: usize,
    pub rules: usize,
}

/// How the rows are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Class,
    Staff,
    Rule,
}

/// The list for people and for machines.
pub fn screen(names: &Names, rows: &[Row], group: Option<Group>, around: &Around) -> Screen {
    let lang = names.lang;
    let title = Msg::OverdueTitle {
        rows: rows.len(),
        children: children(names.plan, rows),
        enrolled: around.enrolled,
        today: names.plan.today,
        term: around.term.unwrap_or_default(),
    };
    let nothing = match (around.enrolled, around.rules) {
        (_, 0) => Some(Msg::NoRules.text(lang)),
        (0, _) => Some(Msg::EmptyRoll.text(lang)),
        _ => None,
    };
    let soon = match around.due_soon {
        0 => Msg::NothingSoon.text(lang),
        count => Msg::DueSoon { count }.text(lang),
    };
    Screen {
        title: Some(title.text(lang)),
        sheets: grouped(names, rows, group),
        footer: Some(nothing.unwrap_or(soon)),
        data: data(names, rows),
    }
}

fn grouped(names: &Names, rows: &[Row], group: Option<Group>) -> Vec<Sheet> {
    let Some(group) = group else {
        return vec![sheet(names, rows.iter())];
    };
    let key = |row: &Row| match group {
        Group::Class => names.class(names.subject(row.rule, row.party)),
        Group::Staff => match responsible(names, row) {
            nobody if nobody == "-" => Word::Ownerless.text(names.lang),
            person => person,
        },
        Group::Rule => names.rule(row.rule),
    };
    let mut keys: Vec<String> = rows.iter().map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    let of_key = |wanted: String| {
        let own = sheet(names, rows.iter().filter(|row| key(row) == wanted));
        let heading = format!("{wanted} ({})", own.rows.len());
        Sheet { heading: Some(heading), ..own }
    };
    keys.into_iter().map(of_key).collect()
}

fn sheet<'r>(names: &Names, rows: impl Iterator<Item = &'r Row>) -> Sheet {
    let lang = names.lang;
    let words = [
        Word::Class,
        Word::Name,
        Word::Duty,
        Word::Due,
        Word::Late,
        Word::LastDone,
        Word::Responsible,
    ];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
    for row in rows {
        let subject = names.subject(row.rule, row.party);
        sheet.rows.push(vec![
            names.class(subject).into(),
            names.name(subject).into(),
            names.rule(row.rule).into(),
            due(names, row).into(),
            late(names, row).into(),
            last_done(names, row).into(),
            responsible(names, row).into(),
        ]);
    }
    sheet.numbered(Word::Number.text(lang))
}

/// The due date, with the session when the day has several; or what a state rule misses.
pub fn due(names: &Names, row: &Row) -> String {
    match row.due {
        None => lacks(names, row),
        Some(_) if !names.plan.rules[row.rule].rule.sessions().is_empty() => {
            words::slot(&row.slot, names.lang)
        }
        Some(due) => due.to_string(),
    }
}

fn lacks(names: &Names, row: &Row) -> String {
    let words =
        row.lacks.iter().map(|name| crate::lang::requires::name(names.home(), name, names.lang));
    let words: Vec<String> = words.collect();
    Msg::Lacks { what: &listed(&words, names.lang) }.text(names.lang)
}

pub fn late(names: &Names, row: &Row) -> String {
    match row.due {
        Some(_) if row.missed > 1 => {
            Word::DaysLateTimes { days: row.days_overdue, times: row.missed }.text(names.lang)
        }
        Some(_) => Word::DaysLate { days: row.days_overdue }.text(names.lang),
        None => Word::Now.text(names.lang),
    }
}

/// The last date; or how often it was tried since, which says more than a date.
pub fn last_done(names: &Names, row: &Row) -> String {
    match (row.attempts, row.last_done, row.due) {
        (_, _, None) => String::new(),
        (0, None, _) => Word::Never.text(names.lang),
        (0, Some(date), _) => date.to_string(),
        (times, _, _) => Word::Tried { times }.text(names.lang),
    }
}

fn responsible(names: &Names, row: &Row) -> String {
    names.person(names.plan.responsible(row.pair())).unwrap_or_else(|| "-".to_owned())
}

/// The keys of `spec/interface.md`, in its order.
fn data(names: &Names, rows: &[Row]) -> Sheet {
    let mut sheet = Sheet::new([
        "rule",
        "rule_name",
        "subject",
        "subject_id",
        "child",
        "name",
        "class",
        "slot",
        "due",
        "since",
        "days_overdue",
        "missed",
        "last_done",
        "attempts",
        "responsible",
        "responsible_name",
        "lacks",
    ]);
    let home = names.home();
    for row in rows {
        let compiled = &names.plan.rules[row.rule];
        let subject = names.subject(row.rule, row.party);
        let id = subject.id(home);
        let is_child = matches!(subject, Subject::Child(_));
        let responsible = names.plan.responsible(row.pair());
        sheet.rows.push(vec![
            compiled.rule.id.as_str().into(),
            names.rule(row.rule).into(),
            subject.kind().name().into(),
            id.as_str().into(),
            Cell::text(is_child.then_some(id.as_str())),
            names.name(subject).into(),
            Cell::text(names.plan.class_of(subject).map(ClassCode::as_str)),
            row.slot.as_str().into(),
            Cell::date(row.due),
            Cell::date(row.since),
            Cell::Number(row.days_overdue),
            Cell::count(row.missed),
            Cell::date(row.last_done),
            Cell::count(row.attempts),
            Cell::text(responsible.map(|id| id.to_string())),
            Cell::text(names.person(responsible)),
            Cell::List(row.lacks.clone()),
        ]);
    }
    sheet
}
