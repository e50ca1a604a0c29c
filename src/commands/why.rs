//! `care why`: the chain behind each obligation of a child.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather;
use super::question::Question;
use super::{finder, typed};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::rule::Level;
use crate::domain::subject::Subject;
use crate::lang::help::{Help, say};
use crate::render::screens::Names;
use crate::render::screens::why::{ExplainedRule, Silent, SilentRow, screen};
use crate::reports::why;
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::storage::Store;
use crate::storage::store::Silence;

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
    let store = typed::known_at(context, args.known_at.as_deref())?;
    let (store, home) = gather::home(context, store)?;
    let id = finder::child(&home, &args.child, context)?;
    let level = Some(if args.rule.is_some() { Level::Inform } else { Level::Advised });
    let question = Question { rule: args.rule.clone(), level, ..Question::default() };
    let question = question.find_rule(context, &home)?;
    let plan = Plan::new(&home, context.today, |rule| question.wants(rule));
    let tally = gather::tally(&plan, &store, &need::everything(&plan), |_, _| Vec::new());
    let (events, silent) = records(&plan, &store, id);
    gather::sound(store)?;
    let subject = home.child_at(id).map(Subject::Child);
    let (Some(subject), Some(child)) = (subject, home.child(id)) else {
        unreachable!("the finder found the child in this home")
    };
    let mut told = Vec::new();
    for (rule, compiled) in plan.rules.iter().enumerate() {
        let Some(party) = compiled.place_of(&subject) else { continue };
        let slots = why::slots(&plan, &tally, rule, party);
        let slots = if args.rule.is_some() { slots } else { why::telling(slots) };
        let heard = why::heard(&plan, rule, &subject, &events);
        let silent = rows_of(&silent, &compiled.rule.records);
        told.push(ExplainedRule { rule, slots, heard, silent });
    }
    let names = Names::new(&plan, context.lang);
    Ok(Answer::screen(context, &screen(&names, child, &told, args.rule.is_some())))
}

type Rows = Vec<(String, crate::storage::store::Entry, Silence)>;

/// The child's live events and silent rows in the registers of the plan's rules.
fn records(plan: &Plan, store: &Store, id: Id) -> (Vec<(String, Event)>, Rows) {
    let home: &Home = plan.home;
    let mut registers: Vec<&str> = plan.rules.iter().flat_map(need::registers).collect();
    registers.sort_unstable();
    registers.dedup();
    let (mut events, mut rows) = (Vec::new(), Vec::new());
    for register in registers {
        for month in store.months(register) {
            let live = store.unit(home, register, month).into_iter();
            let own = live.filter(|event| event.children.contains(&id));
            events.extend(own.map(|event| (register.to_owned(), event)));
            let silent = store.silent(home, register, month).into_iter();
            let own = silent.filter(|(entry, _)| entry.children.contains(&id));
            rows.extend(own.map(|(entry, why)| (register.to_owned(), entry, why)));
        }
    }
    (events, rows)
}

fn rows_of(rows: &Rows, registers: &[String]) -> Vec<SilentRow> {
    let own = rows.iter().filter(|(register, _, _)| registers.contains(register));
    let row = |(_, entry, silence): &(String, crate::storage::store::Entry, Silence)| SilentRow {
        place: format!("{}:{}", entry.row.header.file, entry.row.line),
        date: entry.date,
        id: entry.id,
        why: match silence {
            Silence::ReplacedBy(id) => Silent::ReplacedBy(*id),
            Silence::Void => Silent::Void,
            Silence::Outspoken(id) => Silent::Outspoken(*id),
        },
    };
    own.map(row).collect()
}
