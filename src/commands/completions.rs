//! `care completions`: the script that a shell reads; and what the shell then asks back.

use std::ffi::{OsStr, OsString};
use std::io::Write;

use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use crate::cli::answer::Answer;
use crate::cli::{finder, log_grammar};
use crate::domain::marks::steers;
use crate::lang::help::{Help, say};
use crate::storage::Store;

/// The variable by which a shell's script asks back.
pub const ASKED_BY: &str = "CARE_COMPLETE";

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueShell), help = say(Help::Shell),
          value_parser = ["bash", "zsh", "fish", "powershell"], hide_possible_values = true)]
    shell: String,
}

pub fn run(args: &Args) -> Answer {
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(&args.shell) {
        // Writing to memory cannot fail.
        let _ = shell.write_registration(ASKED_BY, "care", "care", "care", &mut script);
    }
    Answer::text(String::from_utf8(script).unwrap_or_default())
}

/// Answers a shell: what the word in hand may become. Silence is the answer to anything unclear.
pub fn answer(
    shell: &str,
    words: &[String],
    store: &Store,
    grammar: fn(Vec<Command>) -> Command,
    out: &mut dyn Write,
) -> u8 {
    let mut grammar = with_people(grammar(registers(store)), store);
    // What the shell shows goes to a terminal as it is.
    if words.iter().any(|word| word.contains(steers)) {
        return 0;
    }
    let words = words.iter().skip_while(|word| *word != "--").skip(1).map(OsString::from);
    if let Some(shell) = Shells::builtins().completer(shell) {
        let _ = shell.write_complete(&mut grammar, words.collect(), None, out);
    }
    0
}

fn registers(store: &Store) -> Vec<Command> {
    let names = store.register_names().into_iter();
    let sound = names.filter_map(|name| store.register(&name).ok().flatten());
    sound.map(|own| log_grammar::command(&own)).collect()
}

/// Lets the flags that take children and staff know the home's people.
fn with_people(command: Command, store: &Store) -> Command {
    let children = ["children", "child", "except"];
    let names: Vec<String> =
        command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let root = store.root().to_owned();
        command.mut_subcommand(name, move |own| {
            own.mut_args(|arg: Arg| {
                let root = root.clone();
                match arg.get_id().as_str() {
                    id if children.contains(&id) => arg
                        .add(ArgValueCompleter::new(move |word: &OsStr| people(&root, word, true))),
                    "staff" => arg.add(ArgValueCompleter::new(move |word: &OsStr| {
                        people(&root, word, false)
                    })),
                    _ => arg,
                }
            })
        })
    })
}

/// The names and ids that a word begins, or whose pinyin it begins.
fn people(root: &std::path::Path, word: &OsStr, children: bool) -> Vec<CompletionCandidate> {
    let word = word.to_string_lossy();
    let Ok(home) = Store::open(root.to_owned()).sound(|reader| reader.home(&[])) else {
        return Vec::new();
    };
    let mut people: Vec<(String, String)> = match children {
        true => home.children.iter().map(|own| (own.id.to_string(), own.name.clone())).collect(),
        false => home.staff.iter().map(|own| (own.id.to_string(), own.name.clone())).collect(),
    };
    people.retain(|(_, name)| !name.contains(steers));
    let twice = |name: &str| people.iter().filter(|(_, own)| own == name).count() > 1;
    let mut found = Vec::new();
    for (id, name) in &people {
        let by_name = name.starts_with(&*word) || finder::begins_pinyin(name, &word);
        let by_id = !word.is_empty() && id.starts_with(&word.to_ascii_uppercase());
        if by_id || by_name && twice(name) {
            found.push(CompletionCandidate::new(id).help(Some(name.clone().into())));
        } else if by_name {
            found.push(CompletionCandidate::new(name).help(Some(id.clone().into())));
        }
    }
    found
}
