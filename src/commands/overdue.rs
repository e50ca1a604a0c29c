//! `care overdue`: what must someone do now.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather;
use super::question::Narrow;
use crate::domain::rule::Level;
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::overdue::{Around, Group, screen};
use crate::reports::due;
use crate::rules::plan::Plan;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    narrow: Narrow,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::GroupBy),
          value_parser = ["class", "staff", "rule"], hide_possible_values = true)]
    group_by: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::LevelFlag),
          value_parser = ["required", "advised"], hide_possible_values = true)]
    level: Option<String>,
    #[arg(long, help = say(Help::ExitCode))]
    exit_code: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let (store, home) = gather::home(context, args.narrow.store(context)?)?;
    let level = args.level.as_deref().and_then(Level::parse);
    let question = args.narrow.question(context, &home, level)?;
    let plan = Plan::new(&home, context.today, |rule| question.wants(rule));
    let (mut rows, mut soon) = gather::late_and_soon(&plan, &store, due::WEEK);
    gather::sound(store)?;
    rows.retain(|row| question.keeps(&plan, row.rule, row.party));
    soon.retain(|one| question.keeps(&plan, one.rule, one.party));
    let term = home.calendar.term_begun(context.today);
    let around = Around {
        enrolled: home.enrolled(context.today),
        term: term.map(|term| term.name.as_deref().unwrap_or(&term.id)),
        due_soon: soon.len(),
        rules: home.rules.len(),
    };
    let group = match args.group_by.as_deref() {
        Some("class") => Some(Group::Class),
        Some("staff") => Some(Group::Staff),
        Some(_) => Some(Group::Rule),
        None => None,
    };
    let names = Names::new(&plan, context.lang);
    let found = args.exit_code && !rows.is_empty();
    Ok(Answer::screen(context, &screen(&names, &rows, group, &around)).found(found))
}
