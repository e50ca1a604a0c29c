//! `care due`: what falls due soon.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather::{self, Question};
use super::{finder, typed};
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::due::screen;
use crate::reports::due;
use crate::rules::need;
use crate::rules::plan::Plan;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = say(Help::ValueNumber), help = say(Help::Days))]
    days: Option<u32>,
    #[arg(long, value_name = say(Help::ValueRule), help = say(Help::RuleFlag))]
    rule: Option<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = say(Help::StaffOnly))]
    staff: Option<String>,
    #[arg(long, help = say(Help::ExitCode))]
    exit_code: bool,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::KnownAt))]
    known_at: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let (store, home) = gather::home(context, typed::known_at(context, args.known_at.as_deref())?)?;
    let question = Question {
        rule: args.rule.clone(),
        class: args.class.as_deref().map(|c| typed::class(&home, c, context)).transpose()?,
        staff: args.staff.as_deref().map(|s| finder::staff(&home, s, context)).transpose()?,
        level: None,
    };
    let question = question.find_rule(context, &home)?;
    let plan = Plan::new(&home, context.today, |rule| question.wants(rule));
    let need = need::since(&plan, due::first_day(&plan));
    let tally = gather::tally(&plan, &store, &need, due::undecided);
    gather::sound(store)?;
    let days = args.days.unwrap_or(due::WEEK);
    let mut soon = due::soon(&plan, &tally, days);
    soon.retain(|one| question.keeps(&plan, one.rule, one.party));
    let names = Names { plan: &plan, lang: context.lang };
    let found = args.exit_code && !soon.is_empty();
    Ok(Answer::screen(context, &screen(&names, &soon, days)).found(found))
}
