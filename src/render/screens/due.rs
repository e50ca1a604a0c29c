//! What falls due soon, as a screen.

use chrono::NaiveDate;

use super::{Names, matters, obligations};
use crate::domain::matter::Matter;
use crate::domain::order::{ClassPlace, NamePlace};
use crate::lang::matter_words::MatterWord;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::render::feed::{Feed, FeedDay};
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::rules::obligation::Obligation;

/// The list by due date, each row with who ought to do it; and as a calendar.
pub fn screen(names: &Names, soon: &[Obligation], days: u32, feed: Feed) -> Screen {
    let lang = names.lang;
    let title = Msg::DueTitle { count: soon.len(), days, today: names.plan.today };
    let mut columns = vec![
        obligations::class(names),
        obligations::name(names, &Word::Name),
        obligations::duty(names),
        obligations::slot(names),
        obligations::due(names),
        obligations::state(names),
        SheetColumn::for_people(Word::Responsible.text(lang), |one: &Obligation| {
            names.person_cell(names.plan.responsible(one.case))
        }),
        obligations::count_done(names).without_heading(),
        obligations::met_on(names).without_heading(),
    ];
    columns.extend(obligations::subject_and_days(names));
    let sheet = Sheet::of(&columns, soon).for_people_by(soon.iter().map(|one| place(names, one)));
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        keys: obligations::KEYS,
        feed: Some(feed),
        ..Screen::default()
    }
}

/// The same with what people were asked and have not answered, below the list.
pub fn with_matters(names: &Names, screen: Screen, asked: &[Matter]) -> Screen {
    let Some(sheet) = matters::below(names, asked) else { return screen };
    let sheets = screen.sheets.into_iter().chain([sheet]).collect();
    Screen { sheets, footer: Some(MatterWord::HowToAnswer.text(names.lang)), ..screen }
}

/// Where people look for a row: on its day, then by class and name.
pub fn place(names: &Names, one: &Obligation) -> (Option<NaiveDate>, (ClassPlace, NamePlace)) {
    let subject = names.subject(one.case);
    (one.dates.map(|dates| dates.due), names.plan.place(subject))
}

/// The same as days of a calendar. What has no date has no place there.
pub fn feed_days(names: &Names, soon: &[Obligation]) -> Vec<FeedDay> {
    let day = |one: &Obligation| {
        let subject = names.subject(one.case);
        let rule = &names.plan.rules[one.case.rule].rule.id;
        let parts = [names.rule(one.case.rule), names.name(subject), names.class(subject)];
        Some(FeedDay {
            date: one.dates?.due,
            id: format!("{rule}.{}.{}", subject.id(names.home()), one.slot),
            title: parts.join(" ").trim_end().to_owned(),
        })
    };
    soon.iter().filter_map(day).collect()
}
