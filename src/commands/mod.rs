//! Floor 7: one file per command. A command gathers, calls and prints.
//!
//! To add one: a file here with `ABOUT`, `Args` and `run`, its `mod` line, its name in the table.

#![allow(clippy::unnecessary_wraps, reason = "all commands are called alike")]

mod add_child;
mod add_staff;
mod adopt;
mod amend;
mod appoint;
mod attention;
mod audit;
mod backup;
mod buddy;
mod calendar;
mod calendar_entry;
mod card;
mod check;
mod completions;
mod dismiss;
mod doctor;
mod due;
mod edit_child;
mod edit_staff;
mod exempt;
mod export;
mod find;
mod handover;
mod help;
mod history;
mod import;
mod import_terms;
mod init;
mod leave;
mod list;
mod log;
mod mail;
mod man;
mod mark;
mod matrix;
mod merge_children;
mod new_year;
mod obligations;
mod open;
mod overdue;
mod overdue_page;
mod pair;
mod pause;
mod practise;
mod print;
mod rates;
mod record_counts;
mod records;
mod redo;
mod rejoin;
mod resume;
mod rota;
mod rule_sets;
mod rules;
mod score;
mod settings;
mod show;
mod slip;
mod template;
mod transfer;
mod undo;
mod unpair;
mod void;
mod why;
mod why_score;

use std::io::Write;

use clap::{ArgMatches, Args as _, FromArgMatches};

use crate::cli::answer::Answer;
use crate::cli::call::Call;
use crate::cli::command::{Command, CommandGroup, Program, relax};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{grammar as words, help_page, output, parse};
use crate::session::Session;

macro_rules! commands {
    ($($group:ident: $($file:ident)*;)*) => {
        /// The commands, in the order in which help lists them.
        const COMMANDS: &[Command] = &[$($(Command {
            group: CommandGroup::$group,
            file: stringify!($file),
            about: $file::ABOUT,
            flags: $file::Args::augment_args,
            run: |context, matches| $file::run(context, &typed(matches)?),
        }),*),*];
    };
}

commands! {
    Daily: overdue due mail;
    Looking: show list records open find why attention matrix rates score obligations rota print
        template slip export;
    Mending: amend void undo redo history;
    Children: add_child edit_child transfer leave rejoin pause resume exempt pair unpair buddy card
        merge_children;
    Staff: add_staff edit_staff appoint dismiss handover mark;
    Managing: check import rules calendar new_year settings audit backup init practise doctor
        completions man help;
}

const PROGRAM: Program = Program {
    commands: COMMANDS,
    grammar,
    relaxed: |word, registers| relax(grammar(word, registers)),
    run: once,
};

/// Runs one command and returns its exit code.
pub fn run(call: &Call, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let Some(shell) = &call.completing else { return PROGRAM.call(call, out, err) };
    let store = parse::home_to_complete(call);
    let viewer = Session::viewer(store.settings().as_ref(), call.user.clone());
    let who = (&viewer, call.now.date_naive());
    completions::answer(shell, &call.args, &store, grammar, who, out)
}

/// The flags of a command, of which the grammar has made sure.
fn typed<T: FromArgMatches>(matches: &ArgMatches) -> Result<T, Failure> {
    T::from_arg_matches(matches).map_err(|error| Failure::Usage(vec![error.to_string()]))
}

/// What to see beside the commands that record.
const BESIDE_RECORDING: [&str; 4] = ["records", "amend", "undo", "dates"];

/// The grammar as [`MakeGrammar`](words::MakeGrammar) says.
fn grammar(word: Option<&str>, registers: Vec<clap::Command>) -> clap::Command {
    let commands = COMMANDS.iter().filter(|own| word.is_none_or(|word| own.is_called(word)));
    let commands = commands.map(|own| help_page::ended(own, COMMANDS));
    let registers = registers.into_iter().map(|own| match own.get_after_help() {
        Some(examples) => {
            let see = help_page::see(&BESIDE_RECORDING, COMMANDS);
            let ending = format!("{examples}\n\n{see}");
            own.after_help(ending)
        }
        None => own,
    });
    let root = words::root().subcommands(commands).subcommands(registers);
    let root = words::spoken(root, "care");
    match word {
        None => root.help_template(help_page::of_program(COMMANDS)),
        Some(_) => root,
    }
}

/// What a wall may see, and what tells of no child: the commands for whoever is none of the users.
const FOR_NOBODY: [&str; 14] = [
    "overdue",
    "due",
    "obligations",
    "mail",
    "rules",
    "calendar",
    "rota",
    "check",
    "audit",
    "doctor",
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
