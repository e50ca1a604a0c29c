//! `care rules`: the school's rules in plain words, and what a change of them would do.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather;
use crate::domain::home::Home;
use crate::domain::rule::Level;
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;
use crate::render::screens::Names;
use crate::render::screens::{rule_diff, rules};
use crate::reports::overdue;
use crate::reports::standing::{Standings, changes, standings};
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::storage::Store;

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
    let (store, home) = gather::records(context.store()?, &[])?;
    gather::sound(store)?;
    let plan = Plan::new(&home, context.today, |_| true);
    let names = Names::new(&plan, context.lang);
    Ok(Answer::screen(context, &rules::screen(&names, args.why)))
}

/// Whose state changes from the older rules to those of the home.
fn diff(context: &Context, old: &str) -> Result<Answer, Failure> {
    let older = context.store()?.with_rules(&context.directory, old).map_err(Failure::Disk)?;
    let older = older.ok_or_else(|| Failure::usage(&Msg::NoOldRules { old }, context.lang))?;
    let (_, before) = judged(context, older)?;
    let (home, after) = judged(context, context.store()?)?;
    let plan = Plan::new(&home, context.today, |_| true);
    let names = Names::new(&plan, context.lang);
    let changes = changes(&before, &after);
    Ok(Answer::screen(context, &rule_diff::screen(&names, &changes, old)))
}

/// What the overdue list of required and advised rules shows.
fn judged(context: &Context, store: Store) -> Result<(Home, Standings), Failure> {
    let (store, home) = gather::home(context, store)?;
    let found = {
        let plan = Plan::new(&home, context.today, |rule| rule.level <= Level::Advised);
        let need = need::since(&plan, overdue::first_day(&plan));
        let tally = gather::tally(&plan, &store, &need, overdue::undecided);
        standings(&plan, &overdue::rows(&plan, &tally))
    };
    gather::sound(store)?;
    Ok((home, found))
}
