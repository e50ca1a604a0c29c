//! Every obligation as a screen.

use super::Names;
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::rules::obligation::{Obligation, STATES};

/// The obligations with their states, and how many there are of each.
pub fn screen(names: &Names, obligations: &[Obligation]) -> Screen {
    let lang = names.lang;
    let count = |state| obligations.iter().filter(|one| one.state == state).count();
    let counts = STATES.iter().map(|state| (*state, count(*state))).filter(|(_, count)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(state, count)| format!("{} {count}", words::state(state, lang))).collect();
    let title = Msg::ObligationsTitle { count: obligations.len(), today: names.plan.today };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet(names, obligations)],
        footer: Some(counts.join("  ")).filter(|text| !text.is_empty()),
        data: data(names, obligations),
    }
}

/// The rows for people.
pub fn sheet(names: &Names, obligations: &[Obligation]) -> Sheet {
    let lang = names.lang;
    let words = [
        Word::Duty,
        Word::Class,
        Word::Subject,
        Word::Slot,
        Word::Due,
        Word::State,
        Word::Count,
        Word::MetOn,
    ];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
    for one in obligations {
        let subject = names.subject(one.rule, one.party);
        sheet.rows.push(vec![
            names.rule(one.rule).into(),
            names.class(subject).into(),
            names.name(subject).into(),
            words::slot(&one.slot, lang).into(),
            Cell::date(one.dates.map(|dates| dates.due)),
            words::state(one.state, lang).into(),
            Cell::Number(i64::from(one.count)),
            Cell::date(one.met_on),
        ]);
    }
    sheet.numbered(Word::Number.text(lang))
}

/// The keys of `spec/interface.md`, in its order, and what a state rule lacks.
pub fn data(names: &Names, obligations: &[Obligation]) -> Sheet {
    let mut sheet = Sheet::new([
        "rule",
        "subject",
        "subject_id",
        "child",
        "slot",
        "first",
        "last",
        "due",
        "state",
        "count",
        "met_on",
        "lacks",
    ]);
    for one in obligations {
        let subject = names.subject(one.rule, one.party);
        let id = subject.id(names.home());
        let is_child = matches!(subject, crate::domain::subject::Subject::Child(_));
        sheet.rows.push(vec![
            names.plan.rules[one.rule].rule.id.as_str().into(),
            subject.kind().name().into(),
            id.as_str().into(),
            Cell::text(is_child.then_some(id.as_str())),
            one.slot.as_str().into(),
            Cell::date(one.dates.map(|dates| dates.first)),
            Cell::date(one.dates.map(|dates| dates.last)),
            Cell::date(one.dates.map(|dates| dates.due)),
            one.state.name().into(),
            Cell::Number(i64::from(one.count)),
            Cell::date(one.met_on),
            Cell::List(one.lacks.clone()),
        ]);
    }
    sheet
}
