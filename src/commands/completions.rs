//! `care completions`: the script that a shell reads; and what the shell then asks back.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::grammar::MakeGrammar;
use crate::cli::{finder, log_grammar};
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::id::as_written;
use crate::domain::marks::{commands, steers};
use crate::domain::order::class_place;
use crate::domain::register::Register;
use crate::domain::role::ROLES;
use crate::domain::score_marks::SCHOOL_WORDS;
use crate::domain::user::Viewer;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::topics;
use crate::session::Session;
use crate::storage::Store;
use crate::storage::child_depth::Depth;
use crate::storage::template::{PRESETS, Preset};

/// The variable by which a shell's script asks back.
pub const ASKED_BY: &str = "CARE_COMPLETE";

pub const ABOUT: Purpose = Purpose {
    name: "补全",
    says: ("命令行补全的脚本", "A shell's script that completes commands and names"),
    examples: &[
        Example { typed: ("bash", "bash"), does: ("bash 的脚本", "The script for bash") },
        Example {
            typed: ("fish -o care.fish", "fish -o care.fish"),
            does: ("写到文件", "Into a file"),
        },
    ],
    see: &["man"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueShell), help = say(Help::Shell),
          value_parser = ["bash", "zsh", "fish", "powershell"], hide_possible_values = true)]
    shell: String,
}

pub fn run(_: &Context, args: &Args) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(&args.shell) {
        // Writing to memory cannot fail.
        let _ = shell.write_registration(ASKED_BY, "care", "care", "care", &mut script);
    }
    Ok(Answer::text(String::from_utf8(script).unwrap_or_default()))
}

/// Answers a shell: what the word in hand may become. Silence is the answer to anything unclear.
pub fn answer(
    shell: &str,
    words: &[String],
    store: &Store,
    grammar: MakeGrammar,
    (viewer, today): (&Viewer, NaiveDate),
    out: &mut dyn Write,
) -> u8 {
    let mut grammar = grammar(None, registers(store));
    let topics = helped(&grammar);
    grammar = with_values(grammar, "help", "topic", &topics);
    grammar = with_values(grammar, "records", "registers", &register_words(store));
    grammar = with_values(grammar, "open", "what", &register_words(store));
    if !viewer.is_nobody() {
        grammar = with_names(grammar, store, (viewer, today));
    }
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
    sound.map(|own| with_choices(log_grammar::command(&own), &own)).collect()
}

/// Lets the flags of columns know what their cells may be, in code and in words.
fn with_choices(command: Command, register: &Register) -> Command {
    let columns = log_grammar::own_flags(register).filter(|own| !own.choices().is_empty());
    columns.fold(command, |command, column| {
        let choices = column.choices().iter();
        let names = choices.flat_map(|own| [own.code.clone(), own.label.zh().to_owned()]).collect();
        command.mut_arg(&column.name, |arg| arg.add(ArgValueCompleter::new(one_of(names))))
    })
}

/// Lets what is typed behind a command be one of some names. The order of arguments stays.
fn with_values(grammar: Command, command: &str, id: &str, names: &[String]) -> Command {
    grammar.mut_subcommand(command, |own| {
        own.mut_args(|arg| match arg.get_id() == id {
            true => arg.add(ArgValueCompleter::new(one_of(names.to_vec()))),
            false => arg,
        })
    })
}

/// Those of some names that a word begins; of what a shell would run nothing is offered.
fn one_of(mut names: Vec<String>) -> impl Fn(&OsStr) -> Vec<CompletionCandidate> {
    names.retain(|name| !name.contains(steers) && !name.contains(commands));
    move |word| beginning(names.iter().cloned(), word)
}

/// What `care help` may be asked: the commands, the registers' too, and the topics.
fn helped(grammar: &Command) -> Vec<String> {
    let commands = grammar.get_subcommands().flat_map(|own| {
        own.get_all_aliases().chain([own.get_name()]).map(str::to_owned).collect::<Vec<_>>()
    });
    commands.chain(topics::names().into_iter().map(str::to_owned)).collect()
}

/// The home's registers, by name and by label.
fn register_words(store: &Store) -> Vec<String> {
    let names = store.register_names().into_iter();
    let words = names.map(|name| {
        let label = store.register(&name).ok().flatten().map(|own| own.label.zh().to_owned());
        [name].into_iter().chain(label).collect::<Vec<_>>()
    });
    words.flatten().collect()
}

/// Lets the flags that take children and staff know the home's people, and those that take presets
/// and their rules know these.
fn with_names(command: Command, store: &Store, (viewer, today): (&Viewer, NaiveDate)) -> Command {
    let children = ["children", "child", "except"];
    let names: Vec<String> =
        command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let asked = ShellAsks { root: store.root().to_owned(), user: viewer.name.clone(), today };
        command.mut_subcommand(name, move |own| {
            own.mut_args(|arg: Arg| {
                let asked = asked.clone();
                match arg.get_id().as_str() {
                    id if children.contains(&id) => {
                        arg.add(ArgValueCompleter::new(move |word: &OsStr| asked.children(word)))
                    }
                    "staff" => {
                        arg.add(ArgValueCompleter::new(move |word: &OsStr| asked.staff(word)))
                    }
                    "who" => arg.add(ArgValueCompleter::new(move |word: &OsStr| {
                        let mut all = asked.children(word);
                        all.extend(asked.staff(word));
                        all.extend(groups(&asked.root, word, asked.today));
                        all
                    })),
                    "class" => arg.add(ArgValueCompleter::new(move |word: &OsStr| {
                        classes(&asked.root, word, asked.today)
                    })),
                    "rule" => arg
                        .add(ArgValueCompleter::new(move |word: &OsStr| rules(&asked.root, word))),
                    "role" => arg.add(ArgValueCompleter::new(roles)),
                    "against" | "suggest" | "preset" => arg.add(ArgValueCompleter::new(presets)),
                    "adopt" => arg.add(ArgValueCompleter::new(preset_rules)),
                    _ => arg,
                }
            })
        })
    })
}

/// Of which home a shell asks, for whom, and when.
#[derive(Clone)]
struct ShellAsks {
    root: PathBuf,
    /// What the system calls them.
    user: Option<String>,
    today: NaiveDate,
}

impl ShellAsks {
    /// The children whose names whoever asks may read: a shell shows them as they are.
    fn children(&self, word: &OsStr) -> Vec<CompletionCandidate> {
        let Some(home) = home(&self.root) else { return Vec::new() };
        let viewer = Session::viewer(Some(&home.settings), self.user.clone());
        let own = home.children.iter().filter(|own| viewer.is_of(own.class_on(self.today)));
        people(own.map(|own| (own.id.to_string(), own.name.clone())).collect(), word)
    }

    fn staff(&self, word: &OsStr) -> Vec<CompletionCandidate> {
        let Some(home) = home(&self.root) else { return Vec::new() };
        people(home.staff.iter().map(|own| (own.id.to_string(), own.name.clone())).collect(), word)
    }
}

fn home(root: &Path) -> Option<Home> {
    Store::open(root.to_owned()).sound(|reader| reader.home(&[], Depth::Listed)).ok()
}

/// The names and ids that a word begins, or whose pinyin it begins.
fn people(mut people: Vec<(String, String)>, word: &OsStr) -> Vec<CompletionCandidate> {
    let word = word.to_string_lossy();
    people.retain(|(_, name)| !name.contains(steers));
    let twice = |name: &str| people.iter().filter(|(_, own)| own == name).count() > 1;
    let mut found = Vec::new();
    for (id, name) in &people {
        let by_name = name.starts_with(&*word) || finder::begins_pinyin(name, &word);
        let by_id = !word.is_empty() && id.starts_with(&as_written(&word));
        if by_id || by_name && twice(name) {
            found.push(CompletionCandidate::new(id).help(Some(name.clone().into())));
        } else if by_name && name.contains(commands) {
            // The shell would run what stands in it.
            found.push(CompletionCandidate::new(id));
        } else if by_name {
            found.push(CompletionCandidate::new(name).help(Some(id.clone().into())));
        }
    }
    found
}

/// The presets that a word begins.
fn presets(word: &OsStr) -> Vec<CompletionCandidate> {
    beginning(PRESETS.iter().map(|preset| preset.name.to_owned()), word)
}

/// The rules of presets that a word begins.
fn preset_rules(word: &OsStr) -> Vec<CompletionCandidate> {
    let ids: BTreeSet<String> = PRESETS.iter().flat_map(Preset::ids).collect();
    beginning(ids.into_iter(), word)
}

fn beginning(names: impl Iterator<Item = String>, word: &OsStr) -> Vec<CompletionCandidate> {
    let word = word.to_string_lossy();
    names.filter(|name| name.starts_with(&*word)).map(CompletionCandidate::new).collect()
}

/// The home's rules that a word begins, by id or by name.
fn rules(root: &Path, word: &OsStr) -> Vec<CompletionCandidate> {
    let Some(home) = home(root) else { return Vec::new() };
    let own = home.rules.iter();
    one_of(own.flat_map(|own| [own.id.to_string(), own.name.zh().to_owned()]).collect())(word)
}

/// The roles that a word begins.
fn roles(word: &OsStr) -> Vec<CompletionCandidate> {
    beginning(ROLES.iter().map(|role| role.code.as_str().to_owned()), word)
}

/// The classes that a word begins, and the school itself.
fn groups(root: &Path, word: &OsStr, today: NaiveDate) -> Vec<CompletionCandidate> {
    let mut found = classes(root, word, today);
    let typed = word.to_string_lossy();
    let school = SCHOOL_WORDS.iter().filter(|own| own.starts_with(&*typed)).take(1);
    found.extend(school.map(|own| CompletionCandidate::new(*own)));
    found
}

/// The classes that a word begins, by code or as the school prints them.
fn classes(root: &Path, word: &OsStr, today: NaiveDate) -> Vec<CompletionCandidate> {
    let word = word.to_string_lossy();
    let Some(home) = home(root) else { return Vec::new() };
    let mut codes: Vec<&ClassCode> =
        home.children.iter().filter_map(|child| child.class_on(today)).collect();
    codes.sort_by_key(|code| class_place(Some(code)));
    codes.dedup();
    let mut found = Vec::new();
    for code in codes.into_iter().filter(|code| !code.as_str().contains(commands)) {
        let name = home.class_name(code, today);
        if !word.is_empty() && code.as_str().starts_with(&*word) {
            found.push(CompletionCandidate::new(code.as_str()).help(Some(name.into())));
        } else if name.starts_with(&*word) && !name.contains(commands) {
            found.push(CompletionCandidate::new(name).help(Some(code.to_string().into())));
        }
    }
    found
}
