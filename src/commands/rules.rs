//! `care rules`: the school's rules in plain words.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather;
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::rules::screen;
use crate::rules::plan::Plan;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = say(Help::Sources))]
    why: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let (store, home) = gather::records(context.store()?, &[])?;
    gather::sound(store)?;
    let plan = Plan::new(&home, context.today, |_| true);
    let names = Names { plan: &plan, lang: context.lang };
    Ok(Answer::screen(context, &screen(&names, args.why)))
}
