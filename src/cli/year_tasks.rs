//! What a school year needs, as it is proposed, and what people type of it.

use chrono::NaiveDate;

use super::as_meant::is_yes;
use super::context::Context;
use super::draft;
use crate::domain::home::Home;
use crate::domain::new_year::Task;
use crate::domain::school_year::{EstimatedHoliday, EstimatedTerm};
use crate::domain::spans::Span;
use crate::domain::{notice, typed_date};
use crate::lang::calendar_words::CalendarSaid;
use crate::lang::listed;
use crate::lang::new_year_words::Opening;
use crate::lang::record_words::Listing;

/// What somebody answered to a task.
pub enum TaskReply {
    AsProposed,
    Days(Span),
    Workdays(Vec<NaiveDate>),
    Later,
}

/// What the answer to a task is kept under.
pub fn about(task: &Task) -> String {
    match task {
        Task::Term(term) => term.id.clone(),
        Task::Holiday(holiday) => format!("{} {}", holiday.name, holiday.span.first),
        Task::Workdays => "workdays".to_owned(),
        Task::Graduates { class, .. } => class.to_string(),
    }
}

/// A task as it is proposed.
pub fn said_of(context: &Context, home: &Home, task: &Task) -> String {
    let (lang, today) = (context.lang, context.today);
    let day = |day| draft::day_said(day, today, lang);
    match task {
        Task::Term(own) => {
            let (from, to) = (day(own.span.first), day(own.span.last));
            CalendarSaid::Term { name: &own.name, from: &from, to: &to }.text(lang)
        }
        Task::Holiday(own) if own.span.first == own.span.last => {
            CalendarSaid::Day { name: &own.name, day: &day(own.span.first) }.text(lang)
        }
        Task::Holiday(own) => {
            let (from, to) = (day(own.span.first), day(own.span.last));
            CalendarSaid::Holiday { name: &own.name, from: &from, to: &to }.text(lang)
        }
        Task::Workdays => Opening::Workdays.text(lang),
        Task::Graduates { class, children, last } => {
            let class = home.class_name(class, *last);
            Opening::Graduates { class: &class, count: children.len(), last: *last }.text(lang)
        }
    }
}

/// What is done where nobody is asked: make-up days are not guessed.
pub fn proposed(task: &Task) -> TaskReply {
    if matches!(task, Task::Workdays) { TaskReply::Later } else { TaskReply::AsProposed }
}

/// What was typed of a task. A day without its year is the one next to what was proposed.
///
/// # Errors
/// What is wrong with it.
pub fn understood(
    context: &Context,
    task: &Task,
    text: &str,
    year: Span,
) -> Result<TaskReply, String> {
    let unclear = || Opening::NotUnderstood { text }.text(context.lang);
    if ["n", "N", "no", "否", "不"].contains(&text) {
        return Ok(TaskReply::Later);
    }
    let day = |word: &str, near| typed_date::nearest(word, near).ok_or_else(unclear);
    if let Task::Workdays = task {
        let middle = year.first + (year.last - year.first) / 2;
        let found = notice::parse(text, middle);
        if !found.workdays.is_empty() && found.impossible.is_empty() {
            return Ok(TaskReply::Workdays(found.workdays));
        }
        let is_mark = |letter: char| letter.is_whitespace() || "、，,；;".contains(letter);
        let words = text.split(is_mark).filter(|word| !word.is_empty());
        let days = words.map(|word| day(word, middle));
        return days.collect::<Result<_, _>>().map(TaskReply::Workdays);
    }
    if is_yes(text) {
        return Ok(TaskReply::AsProposed);
    }
    let proposed = match task {
        Task::Term(own) => own.span,
        Task::Holiday(own) => own.span,
        Task::Graduates { last, .. } => Span { first: *last, last: *last },
        Task::Workdays => year,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let (first, last) = match (&words[..], task) {
        ([only], Task::Graduates { .. } | Task::Holiday(_)) => (*only, *only),
        ([first, last], Task::Term(_) | Task::Holiday(_)) => (*first, *last),
        _ => return Err(unclear()),
    };
    let (first, last) = (day(first, proposed.first)?, day(last, proposed.last)?);
    if matches!(task, Task::Graduates { .. }) && last > context.today {
        return Err(Opening::NotYet { day: last }.text(context.lang));
    }
    let days = Span { first, last };
    if first > last {
        return Err(Listing::Backwards { first, last }.text(context.lang));
    }
    match matches!(task, Task::Holiday(_)) && days.overlap(&year).is_none() {
        true => Err(Opening::OutsideYear { first, last }.text(context.lang)),
        false => Ok(TaskReply::Days(days)),
    }
}

/// The task as it was answered.
pub fn said_as(context: &Context, home: &Home, (task, reply): (&Task, &TaskReply)) -> String {
    let day = |day: &NaiveDate| draft::day_said(*day, context.today, context.lang);
    match (task, reply) {
        (Task::Term(own), TaskReply::Days(span)) => {
            let own = EstimatedTerm { span: *span, ..own.clone() };
            said_of(context, home, &Task::Term(own))
        }
        (Task::Holiday(own), TaskReply::Days(span)) => {
            let own = EstimatedHoliday { span: *span, ..own.clone() };
            said_of(context, home, &Task::Holiday(own))
        }
        (_, TaskReply::Workdays(days)) => {
            let days: Vec<String> = days.iter().map(day).collect();
            let days = listed(&days, context.lang);
            CalendarSaid::Workday { day: &days }.text(context.lang)
        }
        _ => said_of(context, home, task),
    }
}
