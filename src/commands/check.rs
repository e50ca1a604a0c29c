//! `care check`: everything is read, and every problem is told.

use crate::cli::answer::Answer;
use crate::cli::as_meant::plain;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{parse, saved_logs};
use crate::domain::nearest::nearest;
use crate::domain::problem::{Cause, Lines, PRIVACY_CHECKS, Problem, TRUTH_CHECKS};
use crate::lang::access_words::AccessSaid;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::problem_text::ProblemWord;
use crate::lang::talk::Msg;
use crate::render::{problems, visible};
use crate::storage::{disk, layout};

pub const ABOUT: Purpose = Purpose {
    name: "检查",
    says: ("检查全部记录", "Check all records"),
    examples: &[
        Example { typed: ("", ""), does: ("检查全部记录", "Check all records") },
        Example { typed: ("隐私", "privacy"), does: ("有没有敞开的", "What lies open") },
        Example {
            typed: ("真实性", "truthfulness"),
            does: ("哪些记录要问一问写的人", "Which records to ask about"),
        },
    ],
    see: &["doctor", "amend", "checks"],
};

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
    let names: Vec<CheckAsked> =
        args.names.iter().map(|name| known(name, context)).collect::<Result<_, _>>()?;
    let mut said = if args.fix { mend(context)? } else { Vec::new() };
    let is_of_privacy = names.iter().any(|name| matches!(name, CheckAsked::Privacy));
    if is_of_privacy && !disk::says_who_reads(context.root()?) {
        said.push(AccessSaid::ReadersUnknown.text(context.lang));
    }
    let asks_truth = names.iter().any(CheckAsked::asks_truth);
    let mut found = if asks_truth { context.examine_truth()? } else { context.examine()? };
    let all = found.len();
    if !names.is_empty() {
        // Of records with a fault nobody says how truthfully they were written.
        let is_in_the_way = |problem: &Problem| asks_truth && problem.is_fault();
        found.retain(|problem| {
            is_in_the_way(problem) || names.iter().any(|name| name.is_about(problem))
        });
    }
    let faults = found.iter().filter(|problem| problem.is_fault()).count();
    let failed = faults > 0 || args.strict && !found.is_empty();
    let others = all - found.len();
    Ok(show(context, &found, faults, others).found(failed).with_talk(said))
}

/// Mends what can be mended without a guess, and says what was done.
fn mend(context: &Context) -> Result<Vec<String>, Failure> {
    context.fitting(&problems::screen(&[], context.lang))?;
    let clock = mend_clock(context)?;
    let settled = context.settle()?.into_iter().map(|own| {
        Msg::HandsWorkSetAside { file: &own.file, kept_in: &own.kept_in }.text(context.lang)
    });
    let settled: Vec<String> = settled.collect();
    let restored = saved_logs::restore(context)?;
    let mut torn = context.examine()?;
    torn.retain(|problem| *problem.cause() == Lines::TornLine.into());
    let tails = context.set_aside(&torn)?.into_iter();
    let said = tails.map(|tail| {
        let (file, offset, kept_in) = (&tail.file, tail.offset, &tail.kept_in);
        Msg::TailSetAside { file, offset, kept_in }.text(context.lang)
    });
    Ok(clock.into_iter().chain(settled).chain(restored).chain(said).collect())
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

/// How truthfully the records were written, all checks of it together.
const TRUTHFULNESS: [&str; 2] = ["truthfulness", "真实性"];

/// What a name asks for: one check, all of a kind, or a register's description and logs.
enum CheckAsked {
    Check(String),
    Privacy,
    Truthfulness,
    Register(String),
}

impl CheckAsked {
    /// Is it about what is looked for only when it is named?
    fn asks_truth(&self) -> bool {
        match self {
            CheckAsked::Check(name) => TRUTH_CHECKS.contains(&name.as_str()),
            CheckAsked::Truthfulness => true,
            CheckAsked::Privacy | CheckAsked::Register(_) => false,
        }
    }

    fn is_about(&self, problem: &Problem) -> bool {
        let own = problem.cause().name();
        match self {
            CheckAsked::Check(name) => name == own,
            CheckAsked::Privacy => PRIVACY_CHECKS.contains(&own),
            CheckAsked::Truthfulness => TRUTH_CHECKS.contains(&own),
            CheckAsked::Register(name) => {
                let description = problem.file == format!("{}/{name}.toml", layout::REGISTERS);
                let log = problem.file.strip_prefix(layout::LOG);
                let log = log.and_then(|rest| rest.strip_prefix('/')?.split_once('/'));
                description || log.is_some_and(|(register, _)| register == name)
            }
        }
    }
}

fn known(name: &str, context: &Context) -> Result<CheckAsked, Failure> {
    let (name, lang) = (plain(name), context.lang);
    if PRIVACY.contains(&name.as_str()) {
        return Ok(CheckAsked::Privacy);
    }
    if TRUTHFULNESS.contains(&name.as_str()) {
        return Ok(CheckAsked::Truthfulness);
    }
    if Cause::names().contains(&name.as_str()) {
        return Ok(CheckAsked::Check(name));
    }
    let register = [&name, &format!("log-{name}")]
        .into_iter()
        .find_map(|word| parse::register_called(word, context));
    if let Some(register) = register {
        return Ok(CheckAsked::Register(register.name));
    }
    let mut lines = vec![Msg::UnknownCheck { name: &name }.text(lang)];
    if let Some(near) = nearest(&name, Cause::names()) {
        lines.push(Msg::DidYouMean { names: near }.text(lang));
    }
    Err(context.placed(Failure::Usage(lines), &name))
}

fn show(context: &Context, found: &[Problem], faults: usize, others: usize) -> Answer {
    let lang = context.lang;
    if !context.format.is_for_a_screen() {
        return Answer::screen(context, &problems::screen(found, lang));
    }
    if context.may_be_silent() && found.is_empty() && others == 0 {
        return Answer::text(String::new());
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
