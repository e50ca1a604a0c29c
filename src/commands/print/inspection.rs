//! The list for an inspection.

use super::asked::Args;
use super::pack::Pack;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::reveal::Revealed;
use crate::domain::rule::Level;
use crate::lang::inspection_words::Inspecting;
use crate::render::screens::Names;
use crate::render::screens::inspection::screen;
use crate::reports::inspection::boxes::STANDING;
use crate::reports::inspection::missing::late;
use crate::reports::inspection::{Evidence, lines};
use crate::reports::{overdue, still_owed};
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::session::read::Ask;

pub fn answer(context: &Context, args: &Args, opened: &Revealed) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    // What is missing is judged.
    let ask = args.whom.ask(Ask { registers: &names, ..Ask::default() });
    context.read(ask, |reading| {
        let home = &reading.home;
        let days = &args.days_so_far(context, home)?;
        let span = days.span;
        let events = reading.by_register(&names, span, &STANDING)?;
        let plan = Plan::new(home, context.today, |rule| rule.level == Level::Required);
        let first = span.first.min(still_owed::late_from(&plan));
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
