//! Of which days a report is, which came before them, and where the school's own words stand.

use chrono::{Datelike, NaiveDate};

use super::asked::Args;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::calendar::{Calendar, Term};
use crate::domain::home::Home;
use crate::domain::month::Month;
use crate::domain::spans::{Span, day_before, days_earlier, next_day};
use crate::lang::print_words::Printing;
use crate::reports::work_report::ReportKind;

/// The days of a report.
pub struct ReportDays {
    /// Up to today at most.
    pub span: Span,
    /// In which something falls due: of a term with the break after it.
    pub due: Span,
    /// The days before, of the same kind, and in which something fell due then; none where the
    /// calendar has none.
    pub before: Option<(Span, Span)>,
    /// What people call them.
    pub called: String,
    /// By what the file of the school's own words is called.
    pub id: String,
}

/// The words for the kinds of report.
const KINDS: [(&str, ReportKind, &[&str]); 4] = [
    ("term", ReportKind::Term, &["学期", "学期总结"]),
    ("year", ReportKind::Term, &["学年", "年度", "学年总结"]),
    ("month", ReportKind::Month, &["月报", "月"]),
    ("absence", ReportKind::Absence, &["缺勤", "劝返", "缺勤劝返"]),
];

impl Args {
    /// Which report is asked for, by its word.
    ///
    /// # Errors
    /// There is no such report.
    pub(super) fn report(&self, context: &Context) -> Result<(&'static str, ReportKind), Failure> {
        let meant = match (self.words.first(), self.period.month(), &self.year) {
            (Some(word), ..) => word.as_str(),
            (None, Some(_), _) => "month",
            (None, None, Some(_)) => "year",
            (None, None, None) => "term",
        };
        let own = KINDS.iter().find(|(own, _, also)| *own == meant || also.contains(&meant));
        own.map(|own| (own.0, own.1)).ok_or_else(|| {
            Failure::Usage(vec![Printing::NoReport { text: meant }.text(context.lang)])
        })
    }

    /// The days of the report that is asked for.
    ///
    /// # Errors
    /// There are no such days, or they lie ahead.
    pub(super) fn report_days(
        &self,
        context: &Context,
        home: &Home,
        word: &str,
    ) -> Result<ReportDays, Failure> {
        let own = match word {
            "year" => self.of_year(context, home)?,
            "month" | "absence" => self.of_month(context, home)?,
            _ => self.of_term(context, home)?,
        };
        let refused = |said: Printing| Err(Failure::Usage(vec![said.text(context.lang)]));
        if own.span.first > context.today {
            return refused(Printing::Ahead { first: own.span.first });
        }
        let id = if word == "absence" { format!("absence-{}", own.id) } else { own.id };
        let span = Span { last: own.span.last.min(context.today), ..own.span };
        // Before the calendar nothing was recorded.
        let begun = home.calendar.span().map(|all| all.first);
        let is_known = |(own, _): &(Span, Span)| begun.is_some_and(|begun| own.last >= begun);
        let before = own.before.filter(is_known);
        Ok(ReportDays { span, before, id, ..own })
    }

    /// A term: that which is named, or the one in hand; or any days.
    fn of_term(&self, context: &Context, home: &Home) -> Result<ReportDays, Failure> {
        let calendar = &home.calendar;
        let of = |term: &Term| ReportDays {
            span: with_break_before(calendar, term.span),
            due: calendar.days_of(term),
            before: calendar
                .terms()
                .iter()
                .rev()
                .find(|own| own.span < term.span)
                .map(|own| (with_break_before(calendar, own.span), calendar.days_of(own))),
            called: term.called().to_owned(),
            id: term.id.clone(),
        };
        if let Some(text) = self.period.term() {
            return crate::cli::period::term(home, text, context).map(of);
        }
        if self.period.is_given() || self.year.is_some() {
            return self.of_any(context, home);
        }
        let term = calendar.term_begun(context.today).map(of);
        term.ok_or_else(|| Failure::Usage(vec![Printing::NotBegun.text(context.lang)]))
    }

    /// A school year, or a calendar year: the one that is named, or the school year in hand.
    fn of_year(&self, context: &Context, home: &Home) -> Result<ReportDays, Failure> {
        let lang = context.lang;
        let named = self.year.as_deref();
        if let Some(year) = named.and_then(calendar_year) {
            let span = days_of_year(year);
            return Ok(ReportDays {
                span,
                due: span,
                before: Some((days_of_year(year - 1), days_of_year(year - 1))),
                called: Printing::CalendarYear { year }.text(lang),
                id: year.to_string(),
            });
        }
        if named.is_none() && self.period.is_given() {
            return self.of_any(context, home);
        }
        let known = home.calendar.years();
        let wanted = named.or_else(|| home.calendar.school_year(context.today));
        let at = known.iter().position(|(year, _)| Some(*year) == wanted);
        let Some((at, (year, span))) = at.and_then(|at| Some((at, *known.get(at)?))) else {
            let years: Vec<&str> = known.iter().map(|(year, _)| *year).collect();
            let said =
                Printing::NoYear { text: wanted.unwrap_or_default(), years: &years.join(" ") };
            return Err(Failure::Usage(vec![said.text(lang)]));
        };
        let days = |year: &str, span| {
            (with_break_before(&home.calendar, span), with_break_after(&home.calendar, year, span))
        };
        let before = at.checked_sub(1).and_then(|at| known.get(at));
        let before = before.map(|(year, span)| days(year, *span));
        let called = Printing::Year { year }.text(lang);
        let (span, due) = days(year, span);
        Ok(ReportDays { span, due, before, called, id: year.to_owned() })
    }

    /// A month: the one that is named, or the one in hand; or any days.
    fn of_month(&self, context: &Context, home: &Home) -> Result<ReportDays, Failure> {
        let is_month =
            self.period.month().is_some() || !self.period.is_given() && self.year.is_none();
        if !is_month {
            return match self.year.is_some() {
                true => self.of_year(context, home),
                false if self.period.term().is_some() => self.of_term(context, home),
                false => self.of_any(context, home),
            };
        }
        let days = self.period.days(home, context)?;
        let month = days.map_or(Month::of(context.today), |days| Month::of(days.first));
        let span = month.days();
        Ok(ReportDays {
            span,
            due: span,
            before: Some((month.before().days(), month.before().days())),
            called: Printing::Month { month: &month.to_string() }.text(context.lang),
            id: month.to_string(),
        })
    }

    /// Any days; those before are as many.
    fn of_any(&self, context: &Context, home: &Home) -> Result<ReportDays, Failure> {
        let own = self.days(context, home)?;
        let own = own.ok_or_else(|| Failure::Usage(vec![Printing::NotBegun.text(context.lang)]))?;
        let begun = home.calendar.span().map_or(context.today, |all| all.first);
        let first = if own.span.first == NaiveDate::MIN { begun } else { own.span.first };
        let last = own.span.last.min(context.today.max(first));
        let days = u32::try_from((last - first).num_days()).unwrap_or(u32::MAX);
        let end = day_before(first);
        let before = Span { first: days_earlier(end, days), last: end };
        Ok(ReportDays {
            span: Span { first, last },
            due: own.span,
            before: Some((before, before)),
            called: own.name,
            id: format!("{first}_{last}"),
        })
    }
}

/// The days of a term or a school year, with those of the break before it: what was done in a
/// break, and who came and went in it, stands in one report.
fn with_break_before(calendar: &Calendar, span: Span) -> Span {
    let ends = calendar.terms().iter().map(|own| own.span.last);
    let first = ends.filter(|last| *last < span.first).max().map_or(span.first, next_day);
    Span { first, ..span }
}

/// The days for which the terms of a school year answer.
fn with_break_after(calendar: &Calendar, year: &str, span: Span) -> Span {
    let terms = calendar.terms().iter().filter(|own| own.year == year);
    terms.map(|own| calendar.days_of(own)).fold(span, |whole, own| Span {
        first: whole.first.min(own.first),
        last: whole.last.max(own.last),
    })
}

/// A year of four figures.
fn calendar_year(text: &str) -> Option<i32> {
    let text = text.trim().trim_end_matches('年');
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}

fn days_of_year(year: i32) -> Span {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let first = day(1, 1).unwrap_or(NaiveDate::MIN);
    let last = day(12, 31).unwrap_or(NaiveDate::MAX);
    debug_assert_eq!(first.year(), last.year());
    Span { first, last }
}
