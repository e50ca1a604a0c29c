//! The terms of a list that is brought in.

use chrono::{Datelike, NaiveDate};

use super::calendar_entry::{holiday_text, put, term_text};
use crate::cli::context::Context;
use crate::cli::draft::day_said;
use crate::cli::failure::Failure;
use crate::cli::import::judged::Judged;
use crate::cli::import::sheeted::Sheeted;
use crate::domain::school_year;
use crate::domain::spans::Span;
use crate::lang::calendar_words::CalendarSaid;
use crate::lang::import_words::ImportSaid;
use crate::session::change::Change;

/// Takes a list of terms into the change. A term that the calendar has otherwise is refused: what
/// was judged by it would change.
///
/// # Errors
/// The calendar would have a fault.
pub fn take(
    context: &Context,
    change: &mut Change,
    (sheet, sheeted): (usize, &Sheeted),
    judged: &mut Judged,
) -> Result<(), Failure> {
    let lang = context.lang;
    let mut text = String::new();
    for row in sheeted.rows.iter().copied() {
        let span = match span(context, sheeted, row) {
            Ok(span) => span,
            Err(why) => {
                judged.refuse(sheet, row, why);
                continue;
            }
        };
        let name = sheeted.words(row, "name");
        if !name.is_empty() && !name.contains("学期") {
            let holidays = &change.reading.home.calendar.holidays;
            if holidays.iter().any(|own| own.span == span) {
                judged.same += 1;
            } else {
                text += &("\n".to_owned() + &holiday_text(&name, span));
                judged.added.push(name);
            }
            continue;
        }
        let year = school_year::begun(span.first);
        let estimate = NaiveDate::from_ymd_opt(year, 8, 31).and_then(school_year::in_hand);
        let second = usize::from((2..8).contains(&span.first.month()));
        let Some((estimate, term)) =
            estimate.as_ref().and_then(|own| Some((own, own.terms.get(second)?)))
        else {
            judged.refuse(sheet, row, ImportSaid::BadDay.text(lang));
            continue;
        };
        let (from, to) =
            (day_said(span.first, context.today, lang), day_said(span.last, context.today, lang));
        let what = CalendarSaid::Term { name: &term.name, from: &from, to: &to }.text(lang);
        let here = change.reading.home.calendar.terms().iter().find(|own| own.id == term.id);
        match here {
            Some(own) if own.span == span => judged.same += 1,
            Some(_) => {
                let why = ImportSaid::OtherTerm { term: &term.name };
                judged.refuse(sheet, row, why.text(lang));
            }
            None => {
                text +=
                    &("\n".to_owned() + &term_text((&term.id, &estimate.name, &term.name), span));
                judged.added.push(what);
            }
        }
    }
    if text.is_empty() { Ok(()) } else { put(context, change, &text) }
}

fn span(context: &Context, sheeted: &Sheeted, row: usize) -> Result<Span, String> {
    let first = sheeted.day(context, row, "first")?;
    let last = sheeted.day(context, row, "last")?;
    match first.zip(last) {
        Some((first, last)) if first <= last => Ok(Span { first, last }),
        Some(_) => Err(ImportSaid::NotClosed.text(context.lang)),
        None => Err(ImportSaid::NoDate.text(context.lang)),
    }
}
