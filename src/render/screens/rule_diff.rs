//! Whose state changes between two sets of rules.

use super::Names;
use crate::domain::subject::Subject;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::reports::standing::{Change, Late};

/// The changes, by rule and subject, with what was late before and what would be.
pub fn screen(names: &Names, changes: &[Change], old: &str) -> Screen {
    let lang = names.lang;
    let words = [Word::Rule, Word::Class, Word::Subject, Word::Before, Word::After];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
    let mut data = Sheet::new([
        "rule",
        "subject",
        "subject_id",
        "child",
        "name",
        "days_before",
        "missed_before",
        "days_after",
        "missed_after",
    ]);
    for change in changes {
        let subject = &change.subject;
        sheet.rows.push(vec![
            change.rule.as_str().into(),
            names.class(subject).into(),
            names.name(subject).into(),
            late(names, change.before).into(),
            late(names, change.after).into(),
        ]);
        let id = subject.id(names.home());
        let is_child = matches!(subject, Subject::Child(_));
        let days = |late: Option<Late>| late.map_or(Cell::Null, |l| Cell::Number(l.days_overdue));
        let missed = |late: Option<Late>| late.map_or(Cell::Null, |l| Cell::count(l.missed));
        data.rows.push(vec![
            change.rule.as_str().into(),
            subject.kind().name().into(),
            id.as_str().into(),
            Cell::text(is_child.then_some(id.as_str())),
            names.name(subject).into(),
            days(change.before),
            missed(change.before),
            days(change.after),
            missed(change.after),
        ]);
    }
    let title = Msg::DiffTitle { count: changes.len(), old, today: names.plan.today };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        footer: None,
        data,
    }
}

fn late(names: &Names, late: Option<Late>) -> String {
    match late {
        None => Word::NotLate.text(names.lang),
        Some(late) => {
            Word::DaysLateTimes { days: late.days_overdue, times: late.missed }.text(names.lang)
        }
    }
}
