//! Floor 4: one file per command. A command gathers, calls and prints.
//!
//! To add one: a file here, a `mod` line, a variant of `Command`, and its arms in `only_reads` and
//! `dispatch`.

mod add_child;
mod add_staff;
mod amend;
mod answer;
mod calendar;
mod check;
mod completions;
mod context;
mod due;
mod failure;
mod finder;
mod gather;
mod grammar;
mod help;
mod init;
mod list;
mod log;
mod log_grammar;
mod mail;
mod mail_compose;
mod mail_send;
mod man;
mod obligations;
mod overdue;
mod parse;
mod proofread;
mod question;
mod rules;
mod show;
mod typed;
mod void;
mod why;
mod write;

use std::io::Write;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{FromArgMatches, Subcommand};

use crate::lang::help::{Help, say};
use answer::Answer;
use context::Context;
pub use proofread::{Proof, Proofreader, Told};

/// All that a run depends on besides the files: nothing else is asked of the machine.
pub struct Call {
    /// The words after the program's name.
    pub args: Vec<String>,
    /// The clock, read once.
    pub now: DateTime<Utc>,
    /// The current folder.
    pub directory: PathBuf,
    /// `CARE_DIR`, when it is set.
    pub home: Option<PathBuf>,
    /// The locale, such as `zh_CN.UTF-8`.
    pub locale: Option<String>,
    /// The shell that asks what the word in hand may become: `CARE_COMPLETE`.
    pub completing: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    #[command(about = say(Help::Overdue))]
    Overdue(overdue::Args),
    #[command(about = say(Help::Due))]
    Due(due::Args),
    #[command(about = say(Help::Mail))]
    Mail(mail::Args),
    #[command(about = say(Help::AddChild))]
    AddChild(add_child::Args),
    #[command(about = say(Help::Amend))]
    Amend(amend::Args),
    #[command(about = say(Help::Void))]
    Void(void::Args),
    #[command(about = say(Help::Show))]
    Show(show::Args),
    #[command(about = say(Help::List))]
    List(list::Args),
    #[command(about = say(Help::Obligations))]
    Obligations(obligations::Args),
    #[command(about = say(Help::Why))]
    Why(why::Args),
    #[command(about = say(Help::Rules))]
    Rules(rules::Args),
    #[command(about = say(Help::Calendar))]
    Calendar,
    #[command(about = say(Help::Check))]
    Check(check::Args),
    #[command(about = say(Help::Init))]
    Init(init::Args),
    #[command(about = say(Help::AddStaff))]
    AddStaff(add_staff::Args),
    #[command(about = say(Help::Completions))]
    Completions(completions::Args),
    #[command(about = say(Help::Man))]
    Man(man::Args),
    #[command(about = say(Help::HelpCommand))]
    Help(help::Args),
}

impl Command {
    /// Does it read records and change nothing, so that it can be done again?
    fn only_reads(&self) -> bool {
        match self {
            Command::Calendar
            | Command::Due(_)
            | Command::List(_)
            | Command::Obligations(_)
            | Command::Overdue(_)
            | Command::Rules(_)
            | Command::Show(_)
            | Command::Why(_) => true,
            // `check` and `mail` see to it themselves; the last three read no records.
            Command::AddChild(_)
            | Command::AddStaff(_)
            | Command::Amend(_)
            | Command::Check(_)
            | Command::Init(_)
            | Command::Mail(_)
            | Command::Void(_)
            | Command::Completions(_)
            | Command::Help(_)
            | Command::Man(_) => false,
        }
    }
}

/// Runs one command and returns its exit code.
pub fn run(call: &Call, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    if let Some(shell) = &call.completing {
        let root = parse::home_to_complete(call);
        return completions::answer(shell, &call.args, root, out);
    }
    let (grammar, context) = match parse::arguments(call) {
        Ok(parsed) => parsed,
        Err(stopped) => return stopped.report(out, err),
    };
    let lang = context.lang;
    let answer = match grammar {
        parse::Parsed::Log(register, matches) => log::run(&context, &register, &matches),
        parse::Parsed::Other(matches) => match Command::from_arg_matches(&matches) {
            Ok(command) if command.only_reads() => {
                gather::undisturbed(&context, || dispatch(&context, &command))
            }
            Ok(command) => dispatch(&context, &command),
            Err(error) => return parse::Stopped::from_clap(&error, lang).report(out, err),
        },
    };
    match answer {
        Ok(answer) => answer.deliver(&context, out, err),
        Err(failure) => failure.report(&context, out, err),
    }
}

fn dispatch(context: &Context, command: &Command) -> Result<Answer, failure::Failure> {
    match command {
        Command::Overdue(args) => overdue::run(context, args),
        Command::Due(args) => due::run(context, args),
        Command::Mail(args) => mail::run(context, args),
        Command::AddChild(args) => add_child::run(context, args),
        Command::Amend(args) => amend::run(context, args),
        Command::Void(args) => void::run(context, args),
        Command::Show(args) => show::run(context, args),
        Command::List(args) => list::run(context, args),
        Command::Obligations(args) => obligations::run(context, args),
        Command::Why(args) => why::run(context, args),
        Command::Rules(args) => rules::run(context, args),
        Command::Calendar => calendar::run(context),
        Command::Check(args) => check::run(context, args),
        Command::Init(args) => init::run(context, args),
        Command::AddStaff(args) => add_staff::run(context, args),
        Command::Completions(args) => Ok(completions::run(args)),
        Command::Man(args) => man::run(context, args),
        Command::Help(args) => help::run(context, args),
    }
}
