//! Floor 7: one file per command. A command gathers, calls and prints.
//!
//! To add one: a file here, a `mod` line, a variant of `Command`, and its arm in `dispatch`.

mod add_child;
mod add_staff;
mod adopt;
mod amend;
mod calendar;
mod check;
mod completions;
mod due;
mod help;
mod init;
mod list;
mod log;
mod mail;
mod man;
mod obligations;
mod overdue;
mod rule_sets;
mod rules;
mod show;
mod void;
mod why;

use std::io::Write;

use clap::{ArgMatches, FromArgMatches, Subcommand};

use crate::cli::answer::Answer;
use crate::cli::call::Call;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{grammar as words, parse};
use crate::domain::register::Register;
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;
use crate::render::visible;

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

/// The whole grammar, with the commands of these registers.
fn grammar(registers: Vec<clap::Command>) -> clap::Command {
    let root = Command::augment_subcommands(words::root()).subcommands(registers);
    words::spoken(root, "care")
}

/// Runs one command and returns its exit code.
pub fn run(call: &Call, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    if let Some(shell) = &call.completing {
        let store = parse::home_to_complete(call);
        return completions::answer(shell, &call.args, &store, grammar, call.now.date_naive(), out);
    }
    let (asked, mut context) = match parse::arguments(call, grammar) {
        Ok(parsed) => parsed,
        Err(stopped) => return stopped.report(out, err),
    };
    let lang = context.lang;
    let command = match asked {
        parse::Parsed::Log(register, matches) => Chosen::Log(register, matches),
        parse::Parsed::Other(matches) => match Command::from_arg_matches(&matches) {
            Ok(command) => Chosen::Other(command),
            Err(error) => return parse::Stopped::from_clap(&error, lang).report(out, err),
        },
    };
    let mut answer = once(&context, &command);
    if let (Err(Failure::Ask(doubt)), Some(ask)) = (&answer, context.ask) {
        let question = doubt.join("\n") + "\n" + &Msg::IsItSo.text(lang);
        let _ = err.write_all(visible(&question).as_bytes()).and_then(|()| err.flush());
        answer = match ask().is_some_and(|line| is_yes(&line)) {
            true => {
                context.yes = true;
                once(&context, &command)
            }
            false => Err(Failure::usage(&Msg::LeftUndone, lang)),
        };
    }
    match answer {
        Ok(answer) => answer.deliver(&context, out, err),
        Err(failure) => failure.report((context.format, lang), out, err),
    }
}

/// A command with its arguments.
enum Chosen {
    Log(Box<Register>, ArgMatches),
    Other(Command),
}

fn once(context: &Context, command: &Chosen) -> Result<Answer, Failure> {
    match command {
        Chosen::Log(register, matches) => log::run(context, register, matches),
        Chosen::Other(command) => dispatch(context, command),
    }
}

fn is_yes(line: &str) -> bool {
    matches!(line.trim().to_lowercase().as_str(), "y" | "yes" | "ｙ" | "是" | "对")
}

fn dispatch(context: &Context, command: &Command) -> Result<Answer, Failure> {
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
        Command::Man(args) => Ok(man::run(context, args)),
        Command::Help(args) => help::run(context, args),
    }
}
