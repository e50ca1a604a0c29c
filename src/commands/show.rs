//! `care show`: one child.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::cli::{finder, typed};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::register::Register;
use crate::domain::rule::{Level, Rule, SubjectKind};
use crate::domain::subject::Subject;
use crate::lang::access_words::AccessSaid;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::render::screens::Names;
use crate::render::screens::child::{ChildPage, screen};
use crate::rules::judge;
use crate::rules::obligation::{Obligation, State};
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;
use crate::session::read::{Ask, Reading};

/// How many of the latest events a page shows.
const LATEST: usize = 10;

pub const ABOUT: Purpose = Purpose {
    name: "查看",
    says: ("一名儿童的情况、应办事项和记录", "One child: facts, duties, events"),
    examples: &[
        Example {
            typed: ("欧阳晨曦", "oycx"),
            does: ("情况、应办事项和记录", "Facts, duties and events"),
        },
        Example {
            typed: ("欧阳晨曦 --全部内容", "oycx --full"),
            does: ("连电话、监护人也显示（会记下来）", "Phones and carers too; it is recorded"),
        },
    ],
    see: &["list", "why", "records"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, help = say(Help::Full))]
    full: bool,
    #[command(flatten)]
    reveal: RevealFlags,
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
    let whole_page = args.full.then_some((Privacy::Personal, &AccessSaid::WholePage));
    let opened = args.reveal.opened_with(whole_page, context)?;
    context.read(ask, |reading| page(context, args, (&registers, &opened), reading))
}

fn page(
    context: &Context,
    args: &Args,
    (registers, opened): (&[&str], &Revealed),
    reading: &Reading,
) -> Result<Answer, Failure> {
    let (home, gate) = (&reading.home, opened.gate());
    let id = finder::child(home, &args.child, context.today, context.lang)?;
    let question = Question { level: Some(Level::Advised), ..Question::default() };
    let is_of_children = |rule: &Rule| rule.subject == SubjectKind::Child && question.wants(rule);
    let plan = Plan::new(home, context.today, is_of_children);
    let is_theirs = |event: &Event| event.children.contains(&id);
    let (tally, rows) = reading.judge_rows(&plan, registers, is_theirs)?;
    let events = rows.live.into_iter();
    let mut events: Vec<(&Register, Event)> =
        events.map(|(name, event)| (&home.registers[&name], event)).collect();
    let restricted = restricted(&mut events, &gate);
    events.sort_by_key(|(_, event)| std::cmp::Reverse((event.date, event.recorded)));
    let listed = if args.all { events.len() } else { LATEST };
    let more = events.len().saturating_sub(listed);
    events.truncate(listed);
    let Some(child) = home.child(id).map(|child| child.as_of(context.today)) else {
        unreachable!("the finder found the child in this home")
    };
    let run_out = home.calendar.has_run_out(context.today);
    let duties = if run_out { Vec::new() } else { duties(&plan, &tally, home, id) };
    let names = Names::new(&plan, context.lang);
    let page = ChildPage {
        child: &child,
        duties: &duties,
        run_out,
        events: &events,
        restricted: &restricted,
        more,
        gate: &gate,
        full: opened.is_anything(),
        all: args.all,
    };
    let screen = screen(&names, &page);
    let look = opened.look((context, home), &gate, [id], shown_whole(&child, &events, &gate))?;
    Ok(Answer::screen(context, &screen).seen(look))
}

/// The fields and registers of which the gate lets something pass that is not open to everybody.
fn shown_whole(child: &Child, events: &[(&Register, Event)], gate: &Gate) -> Vec<String> {
    let is_closed = |class: Privacy| class != Privacy::Open && gate.allows(class);
    let fields = child
        .fields()
        .filter(|path| child.guarded(path).iter().any(|value| is_closed(value.privacy())));
    let mut of: Vec<String> = fields.map(str::to_owned).collect();
    for (register, event) in events {
        let mut own = register.columns.iter().filter_map(|own| register.guarded(event, &own.name));
        if own.any(|value| is_closed(value.privacy())) && !of.contains(&register.name) {
            of.push(register.name.clone());
        }
    }
    of
}

/// Takes the events of restricted registers out and leaves how many they were, unless they may be
/// seen.
fn restricted<'h>(
    events: &mut Vec<(&'h Register, Event)>,
    gate: &Gate,
) -> Vec<(&'h Register, usize)> {
    let mut counts: Vec<(&Register, usize)> = Vec::new();
    if gate.allows(Privacy::Restricted) {
        return counts;
    }
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
