//! Floor 7: one file per command. A command gathers, calls and prints.
//!
//! To add one: a file here with `ABOUT`, `Args` and `run`, its `mod` line, its name in the table.

#![allow(clippy::unnecessary_wraps, reason = "all commands are called alike")]

mod add_child;
mod add_staff;
mod adopt;
mod amend;
mod appoint;
mod audit;
mod buddy;
mod calendar;
mod card;
mod check;
mod completions;
mod dismiss;
mod due;
mod edit_child;
mod edit_staff;
mod exempt;
mod find;
mod help;
mod history;
mod init;
mod leave;
mod list;
mod log;
mod mail;
mod man;
mod merge_children;
mod obligations;
mod overdue;
mod pair;
mod pause;
mod records;
mod redo;
mod rejoin;
mod resume;
mod rule_sets;
mod rules;
mod show;
mod transfer;
mod undo;
mod unpair;
mod void;
mod why;

use std::io::Write;

use clap::{ArgMatches, Args as _, FromArgMatches};

use crate::cli::answer::Answer;
use crate::cli::call::Call;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{grammar as words, output, parse, typed as typed_words};
use crate::lang::Lang;
use crate::lang::help::Purpose;
use crate::lang::talk::Msg;
use crate::render::visible;
use crate::session::Session;

/// A command as the table holds it.
struct Command {
    /// The name of its file.
    file: &'static str,
    about: Purpose,
    flags: fn(clap::Command) -> clap::Command,
    run: fn(&Context, &ArgMatches) -> Result<Answer, Failure>,
}

macro_rules! commands {
    ($($file:ident)*) => {
        /// The commands, in the order in which help lists them.
        const COMMANDS: &[Command] = &[$(Command {
            file: stringify!($file),
            about: $file::ABOUT,
            flags: $file::Args::augment_args,
            run: |context, matches| $file::run(context, &typed(matches)?),
        }),*];
    };
}

commands! {
    overdue due mail add_child edit_child transfer leave rejoin pause resume exempt pair unpair
    buddy card merge_children amend void undo redo history show list records find obligations
    why rules calendar check audit init add_staff edit_staff appoint dismiss completions man help
}

impl Command {
    /// What is typed: `add-child`.
    fn name(&self) -> String {
        self.file.replace('_', "-")
    }

    fn grammar(&self) -> clap::Command {
        let command = clap::Command::new(self.name()).alias(self.about.name);
        (self.flags)(command).about(self.about.said())
    }
}

/// The flags of a command, of which the grammar has made sure.
fn typed<T: FromArgMatches>(matches: &ArgMatches) -> Result<T, Failure> {
    T::from_arg_matches(matches).map_err(|error| Failure::Usage(vec![error.to_string()]))
}

/// The whole grammar, with the commands of these registers.
fn grammar(registers: Vec<clap::Command>) -> clap::Command {
    let commands = COMMANDS.iter().map(Command::grammar);
    let root = words::root().subcommands(commands).subcommands(registers);
    words::spoken(root, "care")
}

/// Runs one command and returns its exit code.
pub fn run(call: &Call, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    if let Some(shell) = &call.completing {
        let store = parse::home_to_complete(call);
        let viewer = Session::viewer(store.settings().as_ref(), call.user.clone());
        let who = (&viewer, call.now.date_naive());
        return completions::answer(shell, &call.args, &store, grammar, who, out);
    }
    let (asked, mut context) = match parse::arguments(call, grammar) {
        Ok(parsed) => parsed,
        Err(stopped) => return stopped.report(out, err),
    };
    let lang = context.lang;
    let mut answer = once(&context, &asked);
    while let (Err(failure), Some(ask)) = (&answer, context.ask) {
        let Some(question) = question(failure, lang) else { break };
        let _ = err.write_all(visible(&question).as_bytes()).and_then(|()| err.flush());
        let line = ask().unwrap_or_default();
        let is_answered = match failure {
            Failure::Choose(choice) => {
                context.chosen.push((choice.about.clone(), line.trim().to_owned()));
                !line.trim().is_empty()
            }
            _ => {
                context.yes = typed_words::is_yes(&line);
                context.yes
            }
        };
        answer = match is_answered {
            true => once(&context, &asked),
            false => Err(Failure::usage(&Msg::LeftUndone, lang)),
        };
    }
    match answer {
        Ok(answer) => answer.deliver(&context, out, err),
        Err(failure) => failure.report((context.format, lang), out, err),
    }
}

/// What a wall may see, and what tells of no child: the commands for whoever is none of the users.
const FOR_NOBODY: [&str; 12] = [
    "overdue",
    "due",
    "obligations",
    "mail",
    "rules",
    "calendar",
    "check",
    "audit",
    "init",
    "completions",
    "man",
    "help",
];

fn once(context: &Context, asked: &parse::Parsed) -> Result<Answer, Failure> {
    output::free(context)?;
    if !FOR_NOBODY.contains(&context.command.as_str()) {
        context.somebody()?;
    }
    match asked {
        parse::Parsed::Log(register, matches) => log::run(context, register, matches),
        parse::Parsed::Other(matches) => {
            let chosen = matches.subcommand().and_then(|(name, own)| {
                let entry = COMMANDS.iter().find(|entry| entry.name() == name)?;
                Some((entry.run)(context, own))
            });
            chosen.unwrap_or_else(|| unreachable!("the grammar demands one of its commands"))
        }
    }
}

/// What a person is asked when a command cannot go on by itself.
fn question(failure: &Failure, lang: Lang) -> Option<String> {
    match failure {
        Failure::Ask(doubt) => Some(doubt.join("\n") + "\n" + &Msg::IsItSo.text(lang)),
        Failure::Choose(choice) => Some(choice.question.clone()),
        _ => None,
    }
}
