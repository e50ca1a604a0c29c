//! `care obligations`: every obligation and its state.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather;
use super::question::Narrow;
use crate::domain::rule::Level;
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::obligations::screen;
use crate::reports::obligations::obligations;
use crate::rules::need;
use crate::rules::plan::Plan;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    narrow: Narrow,
    #[arg(long, help = say(Help::All))]
    all: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let (store, home) = gather::home(context, args.narrow.store(context)?)?;
    let question = args.narrow.question(context, &home, Some(Level::Advised))?;
    let plan = Plan::new(&home, context.today, |rule| question.wants(rule));
    let tally = gather::tally(&plan, &store, &need::everything(&plan), |_, _| Vec::new());
    gather::sound(store)?;
    let mut all = obligations(&plan, &tally, args.all);
    all.retain(|one| question.keeps(&plan, one.rule, one.party));
    let names = Names::new(&plan, context.lang);
    Ok(Answer::screen(context, &screen(&names, &all)))
}
