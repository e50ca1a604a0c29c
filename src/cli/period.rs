//! Of which days something is asked for: a month, a term, or from one day to another.

use super::context::Context;
use super::failure::Failure;
use super::typed;
use crate::domain::calendar::Term;
use crate::domain::home::Home;
use crate::domain::month::Month;
use crate::domain::spans::Span;
use crate::domain::typed_date;
use crate::lang::help::{Help, said, say};
use crate::lang::rate_words::RateWord;
use crate::lang::record_words::Listing;
use chrono::NaiveDate;

/// The flags that say so.
#[derive(Default, clap::Args)]
pub struct Period {
    #[arg(long, value_name = said(("月份", "MONTH")), conflicts_with_all = ["from", "until", "term"],
          help = said(("只看这个月：2024-10、10月、本月", "Only this month: 2024-10, 10, this month")))]
    month: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), conflicts_with = "term",
          help = said(("从这一天起", "From this day on")))]
    from: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), conflicts_with = "term",
          help = said(("到这一天为止", "Up to this day")))]
    until: Option<String>,
    #[arg(long, value_name = said(("学期", "TERM")),
          help = said(("只看这个学期：2024-2025-1、学期的名称、本学期",
                       "Only this term: 2024-2025-1, its name, or this term")))]
    term: Option<String>,
}

impl Period {
    /// Was anything said of the days?
    pub fn is_given(&self) -> bool {
        [&self.month, &self.from, &self.until, &self.term].into_iter().any(Option::is_some)
    }

    /// The word for a term, when one was said.
    pub fn term(&self) -> Option<&str> {
        self.term.as_deref()
    }

    /// The word for a month, when one was said.
    pub fn month(&self) -> Option<&str> {
        self.month.as_deref()
    }

    /// The days; none when nothing was said of them.
    pub fn days(&self, home: &Home, context: &Context) -> Result<Option<Span>, Failure> {
        let (today, lang) = (context.today, context.lang);
        let refused = |told: &Listing| Failure::Usage(vec![told.text(lang)]);
        if let Some(text) = &self.month {
            let month = typed_date::month(text, today);
            let month = month.ok_or_else(|| refused(&Listing::NoMonth { text }))?;
            return Ok(Some(month.days()));
        }
        if let Some(text) = &self.term {
            return term(home, text, context).map(|own| Some(own.span));
        }
        let day = |text: &Option<String>| {
            text.as_deref().map(|text| typed::date(text, today, lang)).transpose()
        };
        let (from, until) = (day(&self.from)?, day(&self.until)?);
        if from.is_none() && until.is_none() {
            return Ok(None);
        }
        let days = Span::new(from.unwrap_or(NaiveDate::MIN), until);
        match days.first > days.last {
            true => Err(refused(&Listing::Backwards { first: days.first, last: days.last })),
            false => Ok(Some(days)),
        }
    }
}

/// The days in which something falls due, and what people call them.
pub struct DueDays {
    pub days: Span,
    pub called: String,
}

impl Period {
    /// The days of what falls due: of a term with the break after it; of the one in hand when
    /// nothing was said, which is the last begun, or the first.
    pub fn due(&self, home: &Home, context: &Context) -> Result<DueDays, Failure> {
        let calendar = &home.calendar;
        let of = |term: &Term| DueDays {
            days: calendar.days_of(term),
            called: term.called().to_owned(),
        };
        if let Some(text) = &self.term {
            return term(home, text, context).map(of);
        }
        let Some(days) = self.days(home, context)? else {
            let terms = calendar.terms();
            let in_hand = calendar.term_begun(context.today).or(terms.first());
            let all = || DueDays { days: Span::new(NaiveDate::MIN, None), called: String::new() };
            return Ok(in_hand.map_or_else(all, of));
        };
        let Span { first, last } = days;
        let said = match (first, last) {
            _ if self.month.is_some() => {
                return Ok(DueDays { days, called: Month::of(first).to_string() });
            }
            (NaiveDate::MIN, last) => RateWord::UpTo { last },
            (first, NaiveDate::MAX) => RateWord::Since { first },
            (first, last) => RateWord::Days { first, last },
        };
        Ok(DueDays { days, called: said.text(context.lang) })
    }
}

/// The term that is called so; `本学期` is the latest begun.
///
/// # Errors
/// There is none.
pub fn term<'h>(home: &'h Home, text: &str, context: &Context) -> Result<&'h Term, Failure> {
    let (text, calendar) = (text.trim(), &home.calendar);
    let called = |own: &&Term| own.id == text || own.name.as_deref() == Some(text);
    let found = match text {
        "本学期" | "this term" => calendar.term_begun(context.today),
        _ => calendar.terms().iter().find(called),
    };
    found.ok_or_else(|| {
        let ids: Vec<&str> = calendar.terms().iter().map(|own| own.id.as_str()).collect();
        let terms = ids.join(" ");
        Failure::Usage(vec![Listing::NoTerm { text, terms: &terms }.text(context.lang)])
    })
}
