//! The list for an inspection.

use std::collections::BTreeMap;

use super::asked::Args;
use super::pack::Pack;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::reveal::Revealed;
use crate::domain::event::Event;
use crate::domain::rule::Level;
use crate::domain::spans::Span;
use crate::lang::inspection_words::Inspecting;
use crate::render::screens::Names;
use crate::render::screens::inspection::screen;
use crate::reports::inspection::boxes::STANDING;
use crate::reports::inspection::missing::late;
use crate::reports::inspection::{Evidence, lines};
use crate::reports::overdue;
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading};
use crate::session::records::Wanted;
use chrono::NaiveDate;

pub fn answer(context: &Context, args: &Args, opened: &Revealed) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    // What is missing is judged.
    let ask = args.whom.ask(Ask { registers: &names, ..Ask::default() });
    context.read(ask, |reading| {
        let home = &reading.home;
        let days = &args.days_so_far(context, home)?;
        let span = days.span;
        let events = events(reading, &names, span)?;
        let plan = Plan::new(home, context.today, |rule| rule.level == Level::Required);
        let first = span.first.min(overdue::first_day(&plan));
        let tally = reading.judge(&plan, &need::since(&plan, first), overdue::undecided)?;
        let evidence = Evidence {
            plan: &plan,
            span,
            events: &events,
            logs: &reading.logged(&names)?,
            late: &late(&plan, &tally, span),
        };
        let lines = &lines(&evidence);
        let index = &screen(&Names::new(&plan, context.lang), lines, (&days.name, span));
        if let Some(folder) = &args.pack {
            let pack = Pack { context, args, reading, days, lines, index };
            return pack.put_into(folder, opened);
        }
        let how =
            context.format.is_for_a_screen().then(|| Inspecting::HowToPack.text(context.lang));
        Ok(Answer::screen(context, index).with_talk(how))
    })
}

/// The live events of the days by register, and of what stays all up to their end.
fn events(
    reading: &Reading,
    names: &[&str],
    span: Span,
) -> Result<BTreeMap<String, Vec<Event>>, Failure> {
    let (staying, dated): (Vec<&str>, Vec<&str>) =
        names.iter().partition(|name| STANDING.contains(name));
    let of = |names: &[&str], days| {
        reading.records(names, &Wanted { days: Some(days), versions: false, is: &|_, _| true })
    };
    let mut rows = of(&dated, span)?;
    rows.extend(of(&staying, Span { first: NaiveDate::MIN, last: span.last })?);
    let mut events: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for (register, event, _) in rows {
        events.entry(register).or_default().push(event);
    }
    Ok(events)
}
