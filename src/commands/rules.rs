//! `care rules`: the school's rules in plain words, and what a change of them would do.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::rule::Level;
use crate::lang::help::{Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::render::screens::Names;
use crate::render::screens::{rule_diff, rules};
use crate::reports::overdue;
use crate::reports::standing::{Standings, differences, standings};
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading};

pub const ABOUT: Purpose =
    Purpose { name: "规则", says: ("学校的规则", "The school's rules") };

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = say(Help::Sources))]
    why: bool,
    #[arg(long, value_name = say(Help::ValueOld), help = say(Help::Diff))]
    diff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    if let Some(old) = &args.diff {
        return diff(context, old);
    }
    context.read(Ask::records(&[]), |reading| {
        let plan = Plan::new(&reading.home, context.today, |_| true);
        let names = Names::new(&plan, context.lang);
        Ok(Answer::screen(context, &rules::screen(&names, args.why)))
    })
}

/// Whose state changes from the older rules to those of the home.
fn diff(context: &Context, old: &str) -> Result<Answer, Failure> {
    let older = context.store()?.with_rules(&context.directory, old)?;
    let older = older.ok_or_else(|| Failure::usage(&Msg::NoOldRules { old }, context.lang))?;
    context.compare(&older, |before, after| {
        let differences = differences(&judged(context, before)?, &judged(context, after)?);
        let plan = Plan::new(&after.home, context.today, |_| true);
        let names = Names::new(&plan, context.lang);
        Ok(Answer::screen(context, &rule_diff::screen(&names, &differences, old)))
    })
}

/// What the overdue list of required and advised rules shows.
fn judged(context: &Context, reading: &Reading) -> Result<Standings, Failure> {
    let plan = Plan::new(&reading.home, context.today, |rule| rule.level <= Level::Advised);
    let need = need::since(&plan, overdue::first_day(&plan));
    let tally = reading.judge(&plan, &need, overdue::undecided)?;
    Ok(standings(&plan, &overdue::rows(&plan, &tally)))
}
