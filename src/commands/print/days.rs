//! Of which days something is printed, and what they are called on it.

use super::asked::Args;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::period;
use crate::domain::home::Home;
use crate::domain::spans::Span;
use crate::lang::print_words::Printing;
use chrono::NaiveDate;

/// Days, and what people call them.
pub struct CalledDays {
    pub span: Span,
    pub name: String,
}

impl Args {
    /// The days that were asked for; none when nothing was said of them.
    ///
    /// # Errors
    /// There is no such year, term or month.
    pub(super) fn days(
        &self,
        context: &Context,
        home: &Home,
    ) -> Result<Option<CalledDays>, Failure> {
        let lang = context.lang;
        if let Some(text) = &self.year {
            let known = home.calendar.years();
            let own = known.iter().find(|(year, _)| year == text);
            let &(year, span) = own.ok_or_else(|| {
                let years: Vec<&str> = known.iter().map(|(year, _)| *year).collect();
                let years = years.join(" ");
                Failure::Usage(vec![Printing::NoYear { text, years: &years }.text(lang)])
            })?;
            return Ok(Some(CalledDays { span, name: Printing::Year { year }.text(lang) }));
        }
        if let Some(text) = self.period.term() {
            let term = period::term(home, text, context)?;
            return Ok(Some(CalledDays { span: term.span, name: term.called().to_owned() }));
        }
        let Some(span) = self.period.days(home, context)? else { return Ok(None) };
        let name = match (span.first, span.last) {
            (first, NaiveDate::MAX) => Printing::From { first },
            (NaiveDate::MIN, last) => Printing::Until { last },
            (first, last) => Printing::Days { first, last },
        };
        Ok(Some(CalledDays { span, name: name.text(lang) }))
    }

    /// The same, or the term in hand; none when no term has begun.
    pub(super) fn days_or_term(
        &self,
        context: &Context,
        home: &Home,
    ) -> Result<Option<CalledDays>, Failure> {
        let term = home.calendar.term_begun(context.today);
        let usual = term.map(|own| CalledDays { span: own.span, name: own.called().to_owned() });
        Ok(self.days(context, home)?.or(usual))
    }

    /// The same, or the school year in hand, and nothing that lies ahead.
    ///
    /// # Errors
    /// None has begun, or all of it lies ahead.
    pub(super) fn days_so_far(
        &self,
        context: &Context,
        home: &Home,
    ) -> Result<CalledDays, Failure> {
        let (today, lang) = (context.today, context.lang);
        let refused = |said: Printing| Failure::Usage(vec![said.text(lang)]);
        let year = home.calendar.school_year(today);
        let usual = year.and_then(|year| {
            let first = home.calendar.year(year)?.first;
            let span = Span { first, last: today };
            Some(CalledDays { span, name: Printing::Year { year }.text(lang) })
        });
        let own = self.days(context, home)?.or(usual);
        let CalledDays { span, name } = own.ok_or_else(|| refused(Printing::NotBegun))?;
        // A record can be no older than the calendar.
        let begun = home.calendar.span().map_or(span.first, |whole| whole.first);
        let first = if span.first == NaiveDate::MIN { begun } else { span.first };
        let span = Span { first, last: span.last.min(today) };
        match span.first > span.last {
            true => Err(refused(Printing::Ahead { first: span.first })),
            false => Ok(CalledDays { span, name }),
        }
    }
}
