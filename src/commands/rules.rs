//! `care rules`: the school's rules in plain words, beside others, and what a change of them would
//! do.

use super::adopt;
use super::rule_sets::{self, ChosenPreset};
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::rule::Level;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::render::screens::Names;
use crate::render::screens::rule_suggest::{self, Origin};
use crate::render::screens::{rule_against, rule_diff, rules};
use crate::reports::against::against;
use crate::reports::rule_keys::suggestions;
use crate::reports::standing::{Standings, differences, standings};
use crate::reports::{overdue, still_owed};
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::session::Stop;
use crate::session::read::{Ask, Reading};

pub const ABOUT: Purpose = Purpose {
    name: "规则",
    says: ("学校的规则", "The school's rules"),
    examples: &[
        Example {
            typed: ("--出处", "--why"),
            does: ("每条规则的出处", "Where each rule comes from"),
        },
        Example {
            typed: ("--对照 national", "--against national"),
            does: ("与国家的要求对照", "Beside the national rules"),
        },
    ],
    see: &["why", "exempt", "requires"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = say(Help::Sources))]
    why: bool,
    #[arg(long, value_name = say(Help::ValueOld), help = say(Help::Diff))]
    diff: Option<String>,
    #[arg(long, value_name = say(Help::ValueAgainst), help = say(Help::AgainstFlag),
          conflicts_with_all = ["why", "diff", "suggest", "adopt"])]
    against: Option<String>,
    // With `--adopt` it names the preset to adopt from; blank when it names none.
    #[arg(long, value_name = say(Help::ValuePreset), help = say(Help::SuggestFlag),
          num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["why", "diff"])]
    suggest: Option<String>,
    #[arg(long, value_name = say(Help::ValueRule), help = say(Help::AdoptFlag), num_args = 1..,
          conflicts_with_all = ["why", "diff"])]
    adopt: Vec<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    if let Some(old) = &args.diff {
        return diff(context, old);
    }
    if let Some(name) = &args.against {
        return beside(context, name);
    }
    let preset = args.suggest.as_deref().filter(|name| !name.is_empty());
    if !args.adopt.is_empty() {
        return adopt::run(context, &args.adopt, preset);
    }
    if args.suggest.is_some() {
        return suggest(context, preset);
    }
    context.read(Ask::records(&[]), |reading| {
        let plan = Plan::new(&reading.home, context.today, |_| true);
        let names = Names::new(&plan, context.lang);
        Ok(Answer::screen(context, &rules::screen(&names, args.why)))
    })
}

/// The school's rules beside those of a preset, a file or a git revision.
fn beside(context: &Context, name: &str) -> Result<Answer, Failure> {
    let other = rule_sets::other(context, name)?;
    let registers: Vec<&str> = other.registers.iter().map(String::as_str).collect();
    context.read(Ask::records(&registers), |reading| {
        let (home, today) = (&reading.home, context.today);
        let compared = against(home, &other.rules, today);
        let screen = rule_against::screen(home, &compared, name, (context.lang, today));
        Ok(Answer::screen(context, &screen))
    })
}

/// What a preset would add or change.
fn suggest(context: &Context, name: Option<&str>) -> Result<Answer, Failure> {
    let own = context.store()?.rule_set().map_err(Stop::from)?;
    let ChosenPreset { preset, shared } = rule_sets::chosen(context, name, &own.rules)?;
    let other = rule_sets::of_preset(context, preset, context.today)?;
    let registers: Vec<&str> = other.registers.iter().map(String::as_str).collect();
    context.read(Ask::records(&registers), |reading| {
        let found = suggestions(&reading.home.rules, &other.rules);
        let origin = Origin { name: preset.name, shared };
        let screen = rule_suggest::screen(&reading.home, &found, &origin, context.lang);
        Ok(Answer::screen(context, &screen))
    })
}

/// Whose state changes from the older rules to those of the home.
fn diff(context: &Context, old: &str) -> Result<Answer, Failure> {
    let older = rule_sets::older(context, old)?;
    let older = older.ok_or_else(|| Failure::usage(&Msg::NoOldRules { old }, context.lang))?;
    context.compare(&older, |before, after| {
        let differences = differences(&judged(context, before)?, &judged(context, after)?);
        let plan = Plan::new(&after.home, context.today, |_| true);
        let names = Names::new(&plan, context.lang);
        Ok(Answer::screen(context, &rule_diff::screen(&names, &differences, old)))
    })
}

/// What the overdue list of required and advised rules shows.
fn judged(context: &Context, reading: &Reading) -> Result<Standings, Failure> {
    let plan = Plan::new(&reading.home, context.today, |rule| rule.level <= Level::Advised);
    let need = need::since(&plan, still_owed::late_from(&plan));
    let tally = reading.judge(&plan, &need, overdue::undecided)?;
    Ok(standings(&plan, &overdue::rows(&plan, &tally)))
}
