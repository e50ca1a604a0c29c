//! Reading `calendar.toml`.

use std::ops::Range;

use chrono::NaiveDate;

use super::source::Source;
use super::table::{Table, read_document};
use crate::domain::calendar::{Anchor, Calendar, DAYS_FOR_DEFAULT_ANCHORS, Holiday, Term, Workday};
use crate::domain::problem::{Dates, Doubled, Expected, Keys, Known, Name, Naming, Quote, Terms};
use crate::domain::rule::{Every, Rule, RuleId};
use crate::domain::spans::Span;

/// A rule that asks for anchors, and the days on which it is in force.
pub struct AnchorRule {
    pub id: RuleId,
    pub span: Span,
}

impl AnchorRule {
    /// Those among a home's rules.
    pub fn of(rules: &[Rule]) -> Vec<AnchorRule> {
        let anchored = rules.iter().filter(|rule| matches!(rule.every, Every::Anchor));
        let anchor_rule = |rule: &Rule| AnchorRule {
            id: rule.id.clone(),
            span: Span::new(rule.from.unwrap_or(NaiveDate::MIN), rule.until),
        };
        anchored.map(anchor_rule).collect()
    }
}

/// The calendar, when the file is sound.
pub fn read(source: &Source, anchor_rules: &[AnchorRule]) -> Option<Calendar> {
    read_document(source, |top| {
        let mut terms: Vec<(Term, Range<usize>)> = Vec::new();
        for table in top.tables("term") {
            let (place, own_id) = (table.span(), table.place("id"));
            if let Some(term) = read_term(table) {
                if let Some((_, first)) = terms.iter().find(|(t, _)| t.id == term.id) {
                    let first = Known::line(&source.file, source.line_of(first.start));
                    let id = Doubled::Own(Quote::of(&*term.id));
                    source.tell(own_id.clone(), Naming::DuplicateId { id, first });
                }
                if let Some((other, _)) =
                    terms.iter().find(|(t, _)| t.span.overlap(&term.span).is_some())
                {
                    let other = Quote::of(&*other.id);
                    source.tell(place.clone(), Terms::TermsOverlap { other });
                }
                check_length(source, &place, &term, anchor_rules);
                terms.push((term, place));
            }
        }
        let holidays = top.tables("holiday").into_iter().filter_map(read_holiday).collect();
        let workdays = top.tables("workday").into_iter().filter_map(read_workday).collect();
        top.finish();
        Calendar::new(terms.into_iter().map(|(term, _)| term).collect(), holidays, workdays)
    })
}

fn read_term(table: Table) -> Option<Term> {
    let line = table.line();
    let id = table.need_text("id");
    let year = table.need_text("year");
    let name = table.text("name");
    let span = span(&table, "first", "last");
    let anchors = match (table.table("anchors"), span) {
        // An empty table names no windows, so the term has the default ones.
        (Some(anchors), Some(span)) => {
            Some(read_anchors(&anchors, &span)).filter(|own| !own.is_empty())
        }
        _ => None,
    };
    table.finish();
    Some(Term {
        id: id?.to_owned(),
        year: year?.to_owned(),
        name: name.map(str::to_owned),
        span: span?,
        anchors,
        line,
    })
}

/// Two dates in order, both needed.
fn span(table: &Table, first: &'static str, last: &'static str) -> Option<Span> {
    let (begin, end) = (table.need_date(first), table.need_date(last));
    let (begin, end) = (begin?, end?);
    if end < begin {
        table.tell(
            table.place(last),
            Dates::EndsBeforeItBegins { begin: Quote::of(begin), end: Quote::of(end) },
        );
        return None;
    }
    Some(Span { first: begin, last: end })
}

fn read_anchors(table: &Table, term: &Span) -> Vec<Anchor> {
    let mut anchors: Vec<Anchor> = Vec::new();
    for (name, _) in table.keys() {
        let Some(span) = date_pair(table, name) else {
            continue;
        };
        let place = table.place(name);
        if span.first < term.first || span.last > term.last {
            let anchor = Quote::of(name);
            table.tell(place.clone(), Terms::AnchorOutsideTerm { anchor });
        }
        if anchors.iter().any(|other| other.span.overlap(&span).is_some()) {
            table.tell(place, Terms::AnchorsOverlap { anchor: Quote::of(name) });
        }
        anchors.push(Anchor { name: name.to_owned(), span });
    }
    anchors.sort_by_key(|anchor| anchor.span);
    anchors
}

fn date_pair<'a>(table: &Table<'a>, name: &'a str) -> Option<Span> {
    let (value, place) = table.get(name)?;
    let dates: Option<Vec<_>> =
        value.as_array().and_then(|list| list.iter().map(|entry| entry.value.as_date()).collect());
    let Some([first, last]) = dates.as_deref() else {
        let expected = Expected::DatePair;
        table.tell(place, Keys::WrongType { key: Name::typed(name), expected });
        return None;
    };
    if last < first {
        let (begin, end) = (Quote::of(*first), Quote::of(*last));
        table.tell(place, Dates::EndsBeforeItBegins { begin, end });
        return None;
    }
    Some(Span { first: *first, last: *last })
}

fn read_holiday(table: Table) -> Option<Holiday> {
    let line = table.line();
    let name = table.text("name").unwrap_or_default().to_owned();
    let span = span(&table, "first", "last");
    table.finish();
    Some(Holiday { name, span: span?, line })
}

fn read_workday(table: Table) -> Option<Workday> {
    let line = table.line();
    table.text("name");
    let date = table.need_date("date");
    table.finish();
    Some(Workday { date: date?, line })
}

fn check_length(source: &Source, place: &Range<usize>, term: &Term, rules: &[AnchorRule]) {
    if term.anchors.is_some() || term.days() >= DAYS_FOR_DEFAULT_ANCHORS {
        return;
    }
    if let Some(rule) = rules.iter().find(|rule| rule.span.overlap(&term.span).is_some()) {
        let cause =
            Terms::TermTooShort { term: Quote::of(&*term.id), rule: Quote::of(rule.id.as_str()) };
        source.tell(place.clone(), cause);
    }
}
