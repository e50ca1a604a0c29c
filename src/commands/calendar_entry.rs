//! `care calendar add-term|add-holiday|add-workday`: the calendar grows by command.

use chrono::{Datelike, NaiveDate};

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::draft::day_said;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::calendar::Calendar;
use crate::domain::notice::{self, Notice};
use crate::domain::school_year;
use crate::domain::spans::Span;
use crate::domain::typed_date;
use crate::lang::calendar_words::CalendarSaid;
use crate::lang::words::WINDOWS;
use crate::lang::{Lang, listed};
use crate::session::change::Change;
use crate::storage::journal::Step;
use crate::storage::layout;

/// What was typed of something new.
pub struct NewEntry<'a> {
    pub text: &'a [String],
    pub first: Option<&'a str>,
    pub last: Option<&'a str>,
    pub name: Option<&'a str>,
    /// Windows of a term, each as `start=9.1~9.26`.
    pub windows: &'a [String],
}

pub fn add(context: &Context, what: &str, args: &NewEntry) -> Result<Answer, Failure> {
    Answer::of_change(context, &[], |change| {
        let calendar = &change.reading.home.calendar;
        let entries = match what {
            "add-term" => term(context, args, calendar)?,
            "add-holiday" => days(context, args, calendar, true)?,
            _ => days(context, args, calendar, false)?,
        };
        if !entries.text.is_empty() {
            put(context, change, &entries.text)?;
        }
        Ok(entries.said)
    })
}

/// What is added at the end of the file, and what is said of it.
#[derive(Default)]
struct Entries {
    text: String,
    said: Vec<String>,
}

/// Nothing is written that would be a fault, such as a term that lies over another.
pub fn put(context: &Context, change: &mut Change, added: &str) -> Result<(), Failure> {
    let before = change.text(layout::CALENDAR)?.unwrap_or_default();
    let text = format!("{}\n{added}", before.trim_end().to_owned() + "\n");
    let refused = |stop| Failure::of_trial(stop, CalendarSaid::NotAdded.text(context.lang));
    context.with_text(layout::CALENDAR, &text).map_err(refused)?;
    let file = layout::CALENDAR.to_owned();
    change.add(Step::Put { file, before: Some(before), text }, None);
    Ok(())
}

/// The next term, or one that was named; what was not said of it is estimated and confirmed.
fn term(context: &Context, args: &NewEntry, calendar: &Calendar) -> Result<Entries, Failure> {
    let lang = context.lang;
    let refuse = |why: &CalendarSaid| Failure::Usage(vec![why.text(lang)]);
    let day = |text: &str| typed::coming_date(text, context);
    let first = args.first.map(day).transpose()?;
    let last = args.last.map(day).transpose()?;
    let id = args.text.first().cloned();
    let year = match (&id, first) {
        (Some(id), _) => id.split('-').next().and_then(|year| year.parse().ok()),
        (None, Some(first)) => Some(school_year::begun(first)),
        (None, None) => {
            let after = calendar.span().map_or(context.today, |span| span.last);
            let next = school_year::next_term(after, after.max(context.today));
            next.and_then(|(year, _)| year.split('-').next()?.parse().ok())
        }
    };
    let year: i32 = year.ok_or_else(|| refuse(&CalendarSaid::TermForm))?;
    let august = NaiveDate::from_ymd_opt(year, 8, 31);
    let estimate = august.and_then(school_year::in_hand);
    let estimate = estimate.ok_or_else(|| refuse(&CalendarSaid::TermForm))?;
    let is_free = |id: &str| !calendar.terms().iter().any(|term| term.id == id);
    let meant = match (&id, first) {
        (Some(id), _) => estimate.terms.iter().find(|term| term.id == *id),
        (None, Some(first)) => {
            let is_second = (2..8).contains(&first.month());
            estimate.terms.get(usize::from(is_second))
        }
        (None, None) => estimate.terms.iter().find(|term| is_free(&term.id)),
    };
    let meant = meant.ok_or_else(|| refuse(&CalendarSaid::TermForm))?;
    let span =
        Span { first: first.unwrap_or(meant.span.first), last: last.unwrap_or(meant.span.last) };
    let name = args.name.unwrap_or(&meant.name);
    let (from, to) =
        (day_said(span.first, context.today, lang), day_said(span.last, context.today, lang));
    let said = CalendarSaid::Term { name, from: &from, to: &to }.text(lang);
    if first.is_none() || last.is_none() {
        context.sure(|| vec![CalendarSaid::Estimated { term: &said }.text(lang)])?;
    }
    let windows = args.windows.iter().map(|text| window(text, span));
    let windows: Option<Vec<String>> = windows.collect();
    let windows = windows.ok_or_else(|| refuse(&CalendarSaid::WindowForm))?;
    let has = |code: &str| windows.iter().any(|line| line.starts_with(&format!("{code} =")));
    let lacks = WINDOWS.iter().take(3).filter(|(code, _)| !windows.is_empty() && !has(code));
    let called = |own: &(&str, &str)| if lang == Lang::Zh { own.1 } else { own.0 }.to_owned();
    let lacks: Vec<String> = lacks.map(called).collect();
    if !lacks.is_empty() {
        let windows = listed(&lacks, lang);
        context.sure(|| vec![CalendarSaid::WindowsLacking { windows: &windows }.text(lang)])?;
    }
    let mut text = term_text((&meant.id, &estimate.name, name), span);
    if !windows.is_empty() {
        text.push_str("\n[term.anchors]\n");
        text.push_str(&(windows.join("\n") + "\n"));
    }
    Ok(Entries { text, said: vec![CalendarSaid::Added { what: &said }.text(lang)] })
}

/// Holidays and make-up days: by name and days, or as a notice has them.
fn days(
    context: &Context,
    args: &NewEntry,
    calendar: &Calendar,
    is_holiday: bool,
) -> Result<Entries, Failure> {
    let lang = context.lang;
    let text = args.text.join(" ");
    let mut found = notice::parse(&text, context.today);
    if !found.impossible.is_empty() {
        let days = listed(&found.impossible, lang);
        return Err(Failure::Usage(vec![CalendarSaid::Impossible { days: &days }.text(lang)]));
    }
    let day = |text: &str| typed::coming_date(text, context);
    if let Some(first) = args.first.filter(|_| is_holiday) {
        let first = day(first)?;
        let last = args.last.map(day).transpose()?.unwrap_or(first);
        found = Notice { holidays: vec![(text, Span { first, last })], ..Notice::default() };
    } else if found == Notice::default() && !is_holiday {
        let words = args.text.iter().flat_map(|own| typed::names(&[own.as_str()]));
        let days: Result<Vec<NaiveDate>, Failure> = words.map(day).collect();
        found.workdays = days?;
    }
    if found == Notice::default() {
        return Err(Failure::Usage(vec![CalendarSaid::NoDays.text(lang)]));
    }
    Ok(entries(context, calendar, &found))
}

/// What of a notice the calendar has not yet.
fn entries(context: &Context, calendar: &Calendar, found: &Notice) -> Entries {
    let (lang, today) = (context.lang, context.today);
    let mut entries = Entries::default();
    for (name, span) in &found.holidays {
        let (from, to) = (day_said(span.first, today, lang), day_said(span.last, today, lang));
        let said = match span.first == span.last {
            true => CalendarSaid::Day { name, day: &from },
            false => CalendarSaid::Holiday { name, from: &from, to: &to },
        };
        let is_there = calendar.holidays.iter().any(|own| own.span == *span);
        entries.say(is_there, &said.text(lang), context);
        if !is_there {
            entries.text += &(holiday_text(name, *span) + "\n");
        }
    }
    for day in &found.workdays {
        let on = day_said(*day, today, lang);
        let is_there = calendar.workdays.iter().any(|own| own.date == *day);
        entries.say(is_there, &CalendarSaid::Workday { day: &on }.text(lang), context);
        if !is_there {
            entries.text += &(workday_text(*day) + "\n");
        }
    }
    entries.text.truncate(entries.text.trim_end().len());
    if !entries.text.is_empty() {
        entries.text.push('\n');
    }
    entries
}

impl Entries {
    fn say(&mut self, is_there: bool, what: &str, context: &Context) {
        let said = match is_there {
            true => CalendarSaid::There { what },
            false => CalendarSaid::Added { what },
        };
        self.said.push(said.text(context.lang));
    }
}

/// The line of a window of a term, from a name and two days; days without a year are of the term.
fn window(text: &str, term: Span) -> Option<String> {
    let (name, days) = text.split_once(['=', '＝'])?;
    let name = name.trim();
    let name = WINDOWS.iter().find(|own| own.1 == name).map_or(name, |own| own.0);
    let (first, last) = days.split_once(['~', '～', '至', '到'])?;
    let middle = term.first + (term.last - term.first) / 2;
    let day = |text: &str| typed_date::nearest(text, middle);
    (!name.is_empty()).then_some(())?;
    Some(format!("{} = [{}, {}]", toml_edit::Key::new(name), day(first)?, day(last)?))
}

/// A term's entry in the calendar: its id, its school year and its name, and its days.
pub fn term_text((id, year, name): (&str, &str, &str), span: Span) -> String {
    let (id, year, name) = (quoted(id), quoted(year), quoted(name));
    let (first, last) = (span.first, span.last);
    format!("[[term]]\nid = {id}\nyear = {year}\nname = {name}\nfirst = {first}\nlast = {last}\n")
}

/// A holiday's entry.
pub fn holiday_text(name: &str, span: Span) -> String {
    let (name, first, last) = (quoted(name), span.first, span.last);
    format!("[[holiday]]\nname = {name}\nfirst = {first}\nlast = {last}\n")
}

/// A make-up day's entry.
pub fn workday_text(day: NaiveDate) -> String {
    format!("[[workday]]\ndate = {day}\n")
}

fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}
