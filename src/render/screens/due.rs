//! What falls due soon, as a screen.

use super::{Names, obligations};
use crate::lang::talk::Msg;
use crate::lang::words::{self, Word};
use crate::render::ics::Day;
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::rules::obligation::Obligation;

/// The list by due date, each row with who ought to do it.
pub fn screen(names: &Names, soon: &[Obligation], days: u32) -> Screen {
    let lang = names.lang;
    let words = [
        Word::Class,
        Word::Name,
        Word::Duty,
        Word::Slot,
        Word::Due,
        Word::State,
        Word::Responsible,
    ];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
    for one in soon {
        let subject = names.subject(one.rule, one.party);
        let responsible = names.plan.responsible((one.rule, one.party));
        sheet.rows.push(vec![
            names.class(subject).into(),
            names.name(subject).into(),
            names.rule(one.rule).into(),
            words::slot(&one.slot, lang).into(),
            Cell::date(one.dates.map(|dates| dates.due)),
            words::state(one.state, lang).into(),
            names.person(responsible).unwrap_or_else(|| "-".to_owned()).into(),
        ]);
    }
    let title = Msg::DueTitle { count: soon.len(), days, today: names.plan.today };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        footer: None,
        data: obligations::data(names, soon),
    }
}

/// The same as days of a calendar. What has no date has no place there.
pub fn feed_days(names: &Names, soon: &[Obligation]) -> Vec<Day> {
    let day = |one: &Obligation| {
        let subject = names.subject(one.rule, one.party);
        let rule = &names.plan.rules[one.rule].rule.id;
        let parts = [names.rule(one.rule), names.name(subject), names.class(subject)];
        Some(Day {
            date: one.dates?.due,
            id: format!("{rule}.{}.{}", subject.id(names.home()), one.slot),
            title: parts.join(" ").trim_end().to_owned(),
        })
    };
    soon.iter().filter_map(day).collect()
}
