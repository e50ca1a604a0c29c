//! `care check`: everything is read, and every problem is told.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::nearest::nearest;
use crate::domain::problem::{Cause, Lines, PRIVACY_CHECKS, Problem};
use crate::lang::Lang;
use crate::lang::help::{Help, Purpose, say};
use crate::lang::problem_text::ProblemWord;
use crate::lang::talk::Msg;
use crate::render::{problems, visible};

pub const ABOUT: Purpose =
    Purpose { name: "检查", says: ("检查全部记录", "Check all records") };

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
    let mut found = context.examine()?;
    let all = found.len();
    if !args.names.is_empty() {
        found.retain(|problem| args.names.iter().any(|name| is_asked(name, problem)));
    }
    let faults = found.iter().filter(|problem| problem.is_fault()).count();
    let failed = faults > 0 || args.strict && !found.is_empty();
    let others = all - found.len();
    Ok(show(context, &found, faults, others).found(failed).with_talk(mended))
}

/// Mends what can be mended without a guess, and says what was done.
fn mend(context: &Context) -> Result<Vec<String>, Failure> {
    let clock = mend_clock(context)?;
    let settled = context.settle()?.into_iter().map(|own| {
        Msg::HandsWorkSetAside { file: &own.file, kept_in: &own.kept_in }.text(context.lang)
    });
    let settled: Vec<String> = settled.collect();
    let mut torn = context.examine()?;
    torn.retain(|problem| *problem.cause() == Lines::TornLine.into());
    let tails = context.set_aside(&torn)?.into_iter();
    let said = tails.map(|tail| {
        let (file, offset, kept_in) = (&tail.file, tail.offset, &tail.kept_in);
        Msg::TailSetAside { file, offset, kept_in }.text(context.lang)
    });
    Ok(clock.into_iter().chain(settled).chain(said).collect())
}

/// Which of two dates is wrong only a person knows: with their word for the clock, the later one
/// is forgotten.
fn mend_clock(context: &Context) -> Result<Option<String>, Failure> {
    let (lang, today) = (context.lang, context.now.date_naive());
    let Some(behind) = context.clock_behind()? else { return Ok(None) };
    let doubt = [behind.cause().message(lang), Msg::ClockIsRight { today }.text(lang)];
    context.sure(|| doubt.into())?;
    if !context.dry_run {
        context.trust_clock()?;
    }
    Ok(Some(Msg::ClockTrusted { today }.text(lang)))
}

/// What lies open, all checks of it together.
const PRIVACY: [&str; 2] = ["privacy", "隐私"];

fn is_asked(name: &str, problem: &Problem) -> bool {
    let own = problem.cause().name();
    name == own || PRIVACY.contains(&name) && PRIVACY_CHECKS.contains(&own)
}

fn known(name: &str, lang: Lang) -> Result<(), Failure> {
    if Cause::names().contains(&name) || PRIVACY.contains(&name) {
        return Ok(());
    }
    let mut lines = vec![Msg::UnknownCheck { name }.text(lang)];
    if let Some(near) = nearest(name, Cause::names()) {
        lines.push(Msg::DidYouMean { names: near }.text(lang));
    }
    Err(Failure::Usage(lines))
}

fn show(context: &Context, found: &[Problem], faults: usize, others: usize) -> Answer {
    let lang = context.lang;
    if !context.format.is_for_a_screen() {
        return Answer::screen(context, &problems::screen(found, lang));
    }
    let remarks = found.len() - faults;
    let last = match (found.is_empty(), others) {
        (true, 0) => ProblemWord::AllWell.text(lang),
        (_, 0) => ProblemWord::Counted { faults, remarks }.text(lang),
        _ => {
            let counted = ProblemWord::Counted { faults, remarks }.text(lang);
            format!("{counted}\n{}", ProblemWord::Others { others }.text(lang))
        }
    };
    let text = format!("{}{last}\n", problems::text(found, lang));
    Answer::text(visible(&text))
}
