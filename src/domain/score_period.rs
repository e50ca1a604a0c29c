//! The periods in which a score sheet is filled in: each day belongs to one.

use chrono::NaiveDate;

use super::calendar::{Calendar, Term};
use super::month::Month;
use super::score_sheet::{ScoreSheet, SheetEvery};
use super::spans::{Span, day_before};

/// A period of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScorePeriod {
    /// As marks name it: a term, a school year, or the month in which the sheet falls due.
    pub id: String,
    /// What people call it.
    pub called: String,
    /// What happened on these days counts; a term's go on to the next term.
    pub span: Span,
    /// When the sheet is to be filled in next; none where the calendar does not say.
    pub next: Option<NaiveDate>,
}

impl ScoreSheet {
    /// The period to which a day belongs; none by a calendar without terms.
    pub fn period_on(&self, calendar: &Calendar, day: NaiveDate) -> Option<ScorePeriod> {
        match &self.every {
            SheetEvery::Months(months) => {
                let mut month = Month::of(day);
                while !months.contains(&month.number()) {
                    month = month.before();
                }
                Some(of_month(months, month))
            }
            _ => self.of_terms(calendar).into_iter().find(|own| own.span.contains(day)),
        }
    }

    /// The period that is called so.
    pub fn period_called(&self, calendar: &Calendar, word: &str) -> Option<ScorePeriod> {
        match &self.every {
            SheetEvery::Months(months) => {
                let month = Month::parse(word).filter(|own| months.contains(&own.number()))?;
                Some(of_month(months, month))
            }
            _ => {
                let is_it = |own: &ScorePeriod| own.id == word || own.called == word;
                self.of_terms(calendar).into_iter().find(is_it)
            }
        }
    }

    /// The periods that the calendar tells of.
    pub fn periods(&self, calendar: &Calendar) -> Vec<ScorePeriod> {
        let SheetEvery::Months(months) = &self.every else { return self.of_terms(calendar) };
        let Some(whole) = calendar.span() else { return Vec::new() };
        let mut own: Vec<ScorePeriod> = Vec::new();
        let mut month = Month::of(whole.first);
        while month <= Month::of(whole.last) {
            own.extend(months.contains(&month.number()).then(|| of_month(months, month)));
            month = month.after();
        }
        own
    }

    fn of_terms(&self, calendar: &Calendar) -> Vec<ScorePeriod> {
        let is_year = self.every == SheetEvery::Year;
        let id = |term: &Term| if is_year { term.year.clone() } else { term.id.clone() };
        let mut own: Vec<ScorePeriod> = Vec::new();
        for term in calendar.terms() {
            let (id, days) = (id(term), calendar.days_of(term));
            match own.last_mut().filter(|last| last.id == id) {
                Some(last) => last.span.last = days.last,
                None => {
                    let called = if is_year { id.clone() } else { term.called().to_owned() };
                    if let Some(last) = own.last_mut() {
                        last.next = Some(term.span.first);
                    }
                    own.push(ScorePeriod { id, called, span: days, next: None });
                }
            }
        }
        own
    }
}

/// From a month in which a sheet falls due to the day before the next one.
fn of_month(months: &[u32], month: Month) -> ScorePeriod {
    let mut next = month.after();
    while !months.contains(&next.number()) {
        next = next.after();
    }
    let (first, next) = (month.days().first, next.days().first);
    let called = month.to_string();
    let span = Span { first, last: day_before(next) };
    ScorePeriod { id: called.clone(), called, span, next: Some(next) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::label::Label;
    use crate::domain::score_sheet::AssessedKind;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(first: &str, last: &str) -> Span {
        Span { first: day(first), last: day(last) }
    }

    fn calendar() -> Calendar {
        let term = |nth: u32, first: &str, last: &str| Term {
            id: format!("2024-2025-{nth}"),
            year: "2024-2025".to_owned(),
            name: None,
            span: span(first, last),
            anchors: None,
            line: nth,
        };
        let terms = vec![term(1, "2024-09-02", "2025-01-17"), term(2, "2025-02-14", "2025-07-04")];
        Calendar::new(terms, Vec::new(), Vec::new())
    }

    fn sheet(every: SheetEvery) -> ScoreSheet {
        ScoreSheet {
            id: "risk".to_owned(),
            name: Label::fixed("风险", "risk"),
            why: String::new(),
            of: AssessedKind::Child,
            roles: Vec::new(),
            sets_risk: false,
            every,
            items: Vec::new(),
            levels: Vec::new(),
        }
    }

    #[test]
    fn a_sheet_of_march_and_september_is_of_each_until_the_other_begins() {
        let own = sheet(SheetEvery::Months(vec![3, 9]));
        let calendar = calendar();
        let period = |text: &str| own.period_on(&calendar, day(text)).unwrap();
        assert_eq!(period("2024-09-01").span, span("2024-09-01", "2025-02-28"));
        assert_eq!(period("2025-02-28").id, "2024-09");
        assert_eq!(period("2025-02-28").next, Some(day("2025-03-01")));
        assert_eq!(period("2025-03-01").id, "2025-03");
        assert_eq!(own.period_called(&calendar, "2025-03"), Some(period("2025-08-31")));
        assert_eq!(own.period_called(&calendar, "2025-04"), None);
    }

    #[test]
    fn each_day_is_of_one_term_and_of_one_school_year() {
        let calendar = calendar();
        for every in [SheetEvery::Term, SheetEvery::Year] {
            let own = sheet(every);
            let all = own.periods(&calendar);
            for pair in all.windows(2) {
                assert_eq!(pair[0].span.last, day_before(pair[1].span.first));
                assert_eq!(pair[0].next, Some(pair[1].span.first));
            }
            for text in ["2024-08-01", "2024-09-20", "2025-02-01", "2025-07-20"] {
                let on = own.period_on(&calendar, day(text)).unwrap();
                assert!(on.span.contains(day(text)) && all.contains(&on), "{text}");
            }
        }
    }
}
