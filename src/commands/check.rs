//! `care check`: everything is read, and every problem is told.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::gather;
use crate::domain::nearest::nearest;
use crate::domain::problem::{self, Cause, Lines, Problem, Quote, Rules, Sight};
use crate::lang::Lang;
use crate::lang::help::{Help, say};
use crate::lang::problem_text::ProblemWord;
use crate::lang::talk::Msg;
use crate::render::Format;
use crate::render::sheet::Screen;
use crate::render::{problems, visible};
use crate::reports::over_max::{OverMax, over_max};
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::storage::Store;
use crate::storage::examine::examine;
use crate::storage::{layout, mend};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueCheck), help = say(Help::CheckNames))]
    names: Vec<String>,
    #[arg(long, help = say(Help::Fix))]
    fix: bool,
    #[arg(long, help = say(Help::Strict))]
    strict: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    args.names.iter().try_for_each(|name| known(name, context.lang))?;
    let mended = if args.fix { mend(context)? } else { Vec::new() };
    let answer = gather::undisturbed(context, || examined(context, args))?;
    Ok(answer.with_talk(mended))
}

fn examined(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let store = Store::open_thoroughly(context.root()?.clone());
    let mut found =
        examine(store, context.today, context.now.date_naive()).map_err(Failure::Disk)?;
    if !found.iter().any(Problem::is_fault) {
        found.extend(more_than_max(context)?);
        problem::sort(&mut found);
    }
    if !args.names.is_empty() {
        found.retain(|problem| args.names.iter().any(|name| name == problem.cause().name()));
    }
    let faults = found.iter().filter(|problem| problem.is_fault()).count();
    let failed = faults > 0 || args.strict && !found.is_empty();
    Ok(show(context, &found, faults).found(failed))
}

/// Mends what can be mended without a guess, and says what was done.
fn mend(context: &Context) -> Result<Vec<String>, Failure> {
    let root = context.root()?;
    let store = Store::open(root.clone());
    let found = examine(store, context.today, context.now.date_naive()).map_err(Failure::Disk)?;
    let torn = found.into_iter().filter(|problem| *problem.cause() == Lines::TornLine.into());
    let _lock = context.lock()?;
    let mut said = Vec::new();
    for problem in torn.filter(|_| !context.dry_run) {
        let tail = mend::set_tail_aside(root, &problem.file).map_err(Failure::Disk)?;
        said.extend(tail.map(|tail| {
            let (file, offset, kept_in) = (&tail.file, tail.offset, &tail.kept_in);
            Msg::TailSetAside { file, offset, kept_in }.text(context.lang)
        }));
    }
    Ok(said)
}

/// Remarks on slots in which more was done than a rule's `max`; the home has no fault.
fn more_than_max(context: &Context) -> Result<Vec<Problem>, Failure> {
    let (store, home) = gather::home(context, context.store()?)?;
    let plan = Plan::new(&home, context.today, |rule| rule.max.is_some());
    let tally = gather::tally(&plan, &store, &need::everything(&plan), |_, _| Vec::new());
    let remark = |over: OverMax| {
        let rule = plan.rules[over.rule].rule;
        let max = rule.max.unwrap_or_default();
        let cause = Rules::OverMax {
            rule: Quote::of(&*rule.id),
            slot: Quote::of(over.slot),
            most: over.most.into(),
            max: max.into(),
        };
        Problem::at((layout::RULES, rule.line, 1), Sight::Open(None), cause)
    };
    Ok(over_max(&plan, &tally).into_iter().map(remark).collect())
}

fn known(name: &str, lang: Lang) -> Result<(), Failure> {
    if Cause::names().contains(&name) {
        return Ok(());
    }
    let mut lines = vec![Msg::UnknownCheck { name }.text(lang)];
    if let Some(near) = nearest(name, Cause::names()) {
        lines.push(Msg::DidYouMean { names: near }.text(lang));
    }
    Err(Failure::Usage(lines))
}

fn show(context: &Context, found: &[Problem], faults: usize) -> Answer {
    let lang = context.lang;
    if context.format != Format::Table {
        let data = problems::sheet(found, lang);
        let sheets = vec![data.clone()];
        return Answer::screen(context, &Screen { sheets, data, ..Screen::default() });
    }
    let remarks = found.len() - faults;
    let last = match found.is_empty() {
        true => ProblemWord::AllWell,
        false => ProblemWord::Counted { faults, remarks },
    };
    let text = format!("{}{}\n", problems::text(found, lang), last.text(lang));
    Answer::text(visible(&text))
}
