//! The sheet with which a class is handed over at a term's end: which class and term are meant, and
//! what is made of them.

use chrono::NaiveDate;

use super::context::Context;
use super::failure::Failure;
use super::question::Question;
use super::{period, typed};
use crate::domain::calendar::Term;
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::school_year;
use crate::lang::handover_words::Handing;
use crate::render::screen::Screen;
use crate::render::screens::Names;
use crate::render::screens::handover::{matters, of_several, screen};
use crate::render::sheet::Sheet;
use crate::reports::due;
use crate::reports::handover::{Handed, PAPERS, children, sheet};
use crate::reports::overdue::OverdueRow;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::Reading;

/// Which class, at the end of which term, as of which day.
pub struct Handover {
    pub class: ClassCode,
    pub term: Term,
    pub day: NaiveDate,
}

/// The term at whose end something is handed over, and as of which day.
///
/// # Errors
/// There is no such term, or it has not begun.
pub fn term_of(
    context: &Context,
    home: &Home,
    term: Option<&str>,
) -> Result<(Term, NaiveDate), Failure> {
    let (today, lang) = (context.today, context.lang);
    let refuse = |why: &Handing| Failure::Usage(vec![why.text(lang)]);
    let term = match term {
        Some(text) => period::term(home, text, context)?,
        None => home.calendar.term_begun(today).ok_or_else(|| refuse(&Handing::NoTerm))?,
    };
    if today < term.span.first {
        return Err(refuse(&Handing::NotBegun { term: term.called(), day: term.span.first }));
    }
    // A class is called by the grade that it has in the term.
    Ok((term.clone(), today.min(term.span.last)))
}

impl Handover {
    /// The class that is called so, and the term.
    ///
    /// # Errors
    /// There is no such class or term, the term has not begun, or nobody is in the class.
    pub fn of(
        context: &Context,
        home: &Home,
        (class, term): (&str, Option<&str>),
    ) -> Result<Handover, Failure> {
        let lang = context.lang;
        let (term, day) = term_of(context, home, term)?;
        let class = typed::class_code(home, class, day, lang)?;
        if children(home, &class, day).is_empty() {
            let class = home.class_name(&class, day);
            return Err(Failure::Usage(vec![Handing::NoChild { class: &class, day }.text(lang)]));
        }
        Ok(Handover { class, term, day })
    }

    /// Has the class no grade in the school year that follows the term?
    pub fn leaves(&self, home: &Home) -> bool {
        let later = home.calendar.terms().iter().find(|own| own.span.first > self.term.span.last);
        let year = match later {
            Some(later) => school_year::first_year(&later.year),
            // The terms that follow are not known yet; the second is a school year's last.
            None => {
                let is_last = self.term.id.ends_with("-2");
                school_year::first_year(&self.term.year).map(|own| own + i32::from(is_last))
            }
        };
        year.is_some_and(|year| home.settings.is_past_last_grade(&self.class, year))
    }
}

/// What is open is what the lists of what is overdue and due tell.
pub struct OpenMatters<'h> {
    plan: Plan<'h>,
    late: Vec<OverdueRow>,
    soon: Vec<Obligation>,
    events: Vec<(String, Event)>,
}

impl<'h> OpenMatters<'h> {
    /// What is open today, and the records of a term.
    ///
    /// # Errors
    /// The faults in what was read.
    pub fn of(context: &Context, reading: &'h Reading, term: &Term) -> Result<Self, Failure> {
        let question = Question::default();
        let plan = Plan::new(&reading.home, context.today, |rule| question.wants_or_promised(rule));
        let (late, soon) = reading.late_and_soon(&plan, due::WEEK, |rule| question.wants(rule))?;
        let events = reading.events(&PAPERS, |event| term.span.contains(event.date))?;
        Ok(OpenMatters { plan, late, soon, events })
    }

    fn handed(&self, own: &Handover) -> Vec<Handed<'h>> {
        sheet(&self.plan, (&own.class, own.day), &self.events, (&self.late, &self.soon))
    }

    /// The sheet of a class as one of several, and in one line what is open.
    pub fn printed(&self, context: &Context, own: &Handover) -> (Sheet, String) {
        let sheet = self.handed(own);
        let names = Names::new(&self.plan, context.lang);
        of_several(&names, &sheet, (&own.class, own.day))
    }

    /// The sheet of a class, and in one line what is open.
    pub fn sheet(&self, context: &Context, own: &Handover) -> (Screen, String) {
        let sheet = self.handed(own);
        let names = Names::new(&self.plan, context.lang);
        let screen = screen(&names, &sheet, (&own.class, own.term.called()), own.day);
        let open = matters(&names, &sheet);
        (screen, open)
    }
}
