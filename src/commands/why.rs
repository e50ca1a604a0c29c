//! `care why`: the chain behind each obligation of a child.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::cli::{finder, typed};
use crate::domain::event::Event;
use crate::domain::family::Silence;
use crate::domain::rule::Level;
use crate::domain::subject::Subject;
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::why::{ExplainedRule, SilentRow, screen};
use crate::reports::why;
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading, nobody};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(value_name = say(Help::ValueRule), help = say(Help::WhyRule))]
    rule: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::KnownAt))]
    known_at: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let known_at = typed::known_at(context, args.known_at.as_deref())?;
    context.read(Ask { known_at, ..Ask::default() }, |reading| chains(context, args, reading))
}

fn chains(context: &Context, args: &Args, reading: &Reading) -> Result<Answer, Failure> {
    let home = &reading.home;
    let id = finder::child(home, &args.child, context.today, context.lang)?;
    let level = Some(if args.rule.is_some() { Level::Inform } else { Level::Advised });
    let question = Question { level, ..Question::default() };
    let question = question.find_rule(args.rule.as_deref(), context, home)?;
    let plan = Plan::new(home, context.today, |rule| question.wants(rule));
    let tally = reading.judge(&plan, &need::everything(&plan), nobody)?;
    let registers = registers(&plan);
    let events = reading.events(&registers, |event| event.children.contains(&id))?;
    let silent = reading.silent(&registers, |row| row.children.contains(&id))?;
    let subject = home.child_at(id).map(Subject::Child);
    let (Some(subject), Some(child)) = (subject, home.child(id)) else {
        unreachable!("the finder found the child in this home")
    };
    let mut told = Vec::new();
    for (rule, compiled) in plan.rules.iter().enumerate() {
        let Some(case) = plan.case(rule, &subject) else { continue };
        let slots = why::slots(&plan, &tally, case);
        let slots = if args.rule.is_some() { slots } else { why::telling(slots) };
        let heard = why::heard(&plan, rule, &subject, &events);
        let silent = rows_of(&silent, &compiled.rule.records);
        told.push(ExplainedRule { rule, slots, heard, silent });
    }
    let names = Names::new(&plan, context.lang);
    Ok(Answer::screen(context, &screen(&names, child, &told, args.rule.is_some())))
}

/// The registers of the plan's rules, each once.
fn registers<'p>(plan: &'p Plan) -> Vec<&'p str> {
    let mut registers: Vec<&str> = plan.rules.iter().flat_map(need::registers).collect();
    registers.sort_unstable();
    registers.dedup();
    registers
}

fn rows_of(rows: &[(String, Event, Silence)], registers: &[String]) -> Vec<SilentRow> {
    let own = rows.iter().filter(|(register, _, _)| registers.contains(register));
    let row = |(_, event, why): &(String, Event, Silence)| SilentRow {
        file: event.row.header.file.to_string(),
        line: event.row.line,
        date: event.date,
        id: event.id,
        why: *why,
    };
    own.map(row).collect()
}
