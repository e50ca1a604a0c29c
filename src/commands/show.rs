//! `care show`: one child.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::cli::{finder, typed};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::privacy::{Privacy, Reveal};
use crate::domain::register::Register;
use crate::domain::rule::Level;
use crate::domain::subject::Subject;
use crate::lang::help::{Help, Purpose, said, say};
use crate::render::screens::Names;
use crate::render::screens::child::{ChildPage, screen};
use crate::rules::judge;
use crate::rules::need;
use crate::rules::obligation::{Obligation, State};
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;
use crate::session::read::{Ask, Reading, nobody};

/// How many of the latest events a page shows.
const LATEST: usize = 10;

pub const ABOUT: Purpose = Purpose {
    name: "查看",
    says: ("一名儿童的情况、应办事项和记录", "One child: facts, duties, events"),
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, help = say(Help::Full))]
    full: bool,
    #[arg(long, help = said(("整个档案：全部项目、经历和记录", "The whole file: every field, entry and event")))]
    all: bool,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::KnownAt))]
    known_at: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let registers: Vec<&str> = names.iter().map(String::as_str).collect();
    let known_at = typed::known_at(context, args.known_at.as_deref())?;
    let ask = Ask { known_at, ..Ask::records(&registers) };
    context.read(ask, |reading| page(context, args, &registers, reading))
}

fn page(
    context: &Context,
    args: &Args,
    registers: &[&str],
    reading: &Reading,
) -> Result<Answer, Failure> {
    let home = &reading.home;
    let id = finder::child(home, &args.child, context.today, context.lang)?;
    let question = Question { level: Some(Level::Advised), ..Question::default() };
    let plan = Plan::new(home, context.today, |rule| question.wants(rule));
    let tally = reading.judge(&plan, &need::everything(&plan), nobody)?;
    let events = reading
        .events(registers, |event| event.children.contains(&id) && event.date <= context.today)?;
    let mut events: Vec<(&Register, Event)> =
        events.into_iter().map(|(name, event)| (&home.registers[&name], event)).collect();
    let restricted = restricted(&mut events);
    events.sort_by_key(|(_, event)| std::cmp::Reverse((event.date, event.recorded)));
    let listed = if args.all { events.len() } else { LATEST };
    let more = events.len().saturating_sub(listed);
    events.truncate(listed);
    let Some(child) = home.child(id) else {
        unreachable!("the finder found the child in this home")
    };
    let run_out = home.calendar.has_run_out(context.today);
    let duties = if run_out { Vec::new() } else { duties(&plan, &tally, home, id) };
    let names = Names::new(&plan, context.lang);
    let reveal = match args.full {
        true => Reveal::NOTHING.and(Privacy::Personal).and(Privacy::Sensitive),
        false => Reveal::NOTHING,
    };
    let page = ChildPage {
        child,
        duties: &duties,
        run_out,
        events: &events,
        restricted: &restricted,
        more,
        reveal,
        full: args.full,
        all: args.all,
    };
    Ok(Answer::screen(context, &screen(&names, &page)))
}

/// Takes the events of restricted registers out and leaves how many they were.
fn restricted<'h>(events: &mut Vec<(&'h Register, Event)>) -> Vec<(&'h Register, usize)> {
    let mut counts: Vec<(&Register, usize)> = Vec::new();
    events.retain(|(register, _)| {
        if register.restricted {
            match counts.last_mut().filter(|(own, _)| own.name == register.name) {
                Some((_, count)) => *count += 1,
                None => counts.push((register, 1)),
            }
        }
        !register.restricted
    });
    counts
}

/// The latest slot of each rule that the child owes and that has begun.
fn duties(plan: &Plan, tally: &Tally, home: &Home, id: Id) -> Vec<Obligation> {
    let subject = home.child_at(id).map(Subject::Child);
    let mut duties = Vec::new();
    for rule in 0..plan.rules.len() {
        let Some(case) = subject.as_ref().and_then(|own| plan.case(rule, own)) else {
            continue;
        };
        let own = judge::obligations(plan, tally, case, None);
        duties.extend(own.into_iter().rfind(|one| one.state != State::Upcoming));
    }
    duties
}
