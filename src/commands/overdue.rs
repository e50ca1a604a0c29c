//! `care overdue`: what must someone do now.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather::{self, Question};
use super::{finder, typed};
use crate::domain::rule::Level;
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::overdue::{Around, Group, screen};
use crate::reports::{due, overdue};
use crate::rules::need;
use crate::rules::plan::Plan;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = say(Help::ValueRule), help = say(Help::RuleFlag))]
    rule: Option<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = say(Help::StaffOnly))]
    staff: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::GroupBy),
          value_parser = ["class", "staff", "rule"], hide_possible_values = true)]
    group_by: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::LevelFlag),
          value_parser = ["required", "advised"], hide_possible_values = true)]
    level: Option<String>,
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
        level: args.level.as_deref().and_then(Level::parse),
    };
    let question = question.find_rule(context, &home)?;
    let plan = Plan::new(&home, context.today, |rule| question.wants(rule));
    let first = overdue::first_day(&plan).min(due::first_day(&plan));
    let need = need::since(&plan, first);
    let tally = gather::tally(&plan, &store, &need, |plan, tally| {
        [overdue::undecided(plan, tally), due::undecided(plan, tally)].concat()
    });
    gather::sound(store)?;
    let mut rows = overdue::rows(&plan, &tally);
    rows.retain(|row| question.keeps(&plan, row.rule, row.party));
    let mut soon = due::soon(&plan, &tally, due::WEEK);
    soon.retain(|one| question.keeps(&plan, one.rule, one.party));
    let term = home.calendar.term_begun(context.today);
    let around = Around {
        enrolled: home.children.iter().filter(|c| c.on_roll().contains(context.today)).count(),
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
    let names = Names { plan: &plan, lang: context.lang };
    let found = args.exit_code && !rows.is_empty();
    Ok(Answer::screen(context, &screen(&names, &rows, group, &around)).found(found))
}
