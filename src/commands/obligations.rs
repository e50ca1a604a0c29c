//! `care obligations`: every obligation and its state.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather::{self, Question};
use super::typed;
use crate::domain::rule::Level;
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::obligations::screen;
use crate::reports::obligations::obligations;
use crate::rules::need;
use crate::rules::plan::Plan;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = say(Help::All))]
    all: bool,
    #[arg(long, value_name = say(Help::ValueRule), help = say(Help::RuleFlag))]
    rule: Option<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::KnownAt))]
    known_at: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let (store, home) = gather::home(context, typed::known_at(context, args.known_at.as_deref())?)?;
    let question = Question {
        rule: args.rule.clone(),
        class: args.class.as_deref().map(|c| typed::class(&home, c, context)).transpose()?,
        staff: None,
        level: Some(Level::Advised),
    };
    let question = question.find_rule(context, &home)?;
    let plan = Plan::new(&home, context.today, |rule| question.wants(rule));
    let tally = gather::tally(&plan, &store, &need::everything(&plan), |_, _| Vec::new());
    gather::sound(store)?;
    let mut all = obligations(&plan, &tally, args.all);
    all.retain(|one| question.keeps(&plan, one.rule, one.party));
    let names = Names { plan: &plan, lang: context.lang };
    Ok(Answer::screen(context, &screen(&names, &all)))
}
