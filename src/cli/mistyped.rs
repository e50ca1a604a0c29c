//! What a mistyped word was probably meant to be, and where in the call it stands.

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::failure::Failure;
use crate::domain::nearest::{nearest, nearest_word};
use crate::lang::Lang;
use crate::lang::help::spoken;
use crate::lang::topics;
use crate::lang::usage::{self, Usage};
use crate::storage::Store;

/// The parser's own mistake in sentences: what is wrong, what was meant, and where it stands.
pub fn explain(
    error: &Error,
    words: &[String],
    grammar: &Command,
    store: Option<&Store>,
    lang: Lang,
) -> Vec<String> {
    let mut lines = usage::explain(error, lang);
    let is_suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .iter()
        .any(|kind| error.get(*kind).is_some());
    let kind = match error.kind() {
        ErrorKind::InvalidSubcommand => ContextKind::InvalidSubcommand,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ContextKind::InvalidValue,
        _ => ContextKind::InvalidArg,
    };
    let Some(ContextValue::String(wrong)) = error.get(kind) else { return lines };
    let is_unknown = error.kind() == ErrorKind::UnknownArgument;
    let begun = is_unknown.then(|| begun_flag(wrong, words, grammar)).flatten();
    if begun.is_some() {
        // By its letters another may be nearer; whoever begins a word means that word.
        lines.truncate(1);
    }
    let near = match error.kind() {
        ErrorKind::InvalidSubcommand => near_command(wrong, grammar, store),
        ErrorKind::UnknownArgument if begun.is_some() => begun,
        ErrorKind::UnknownArgument if !is_suggested => near_flag(wrong, words, grammar),
        _ => None,
    };
    if let Some(name) = near {
        let said = Usage::Perhaps { name: &name }.text(lang);
        if !lines.contains(&said) {
            lines.insert(1, said);
        }
    }
    lines.extend(place(words, wrong, lang));
    lines
}

/// The command that a word was meant to be: first by what schools say instead.
pub fn near_command(word: &str, grammar: &Command, store: Option<&Store>) -> Option<String> {
    let shipped = Store::open(std::path::PathBuf::new());
    let store = store.unwrap_or(&shipped);
    let names = store.register_names().into_iter();
    let registers: Vec<_> = names.filter_map(|name| store.register(&name).ok().flatten()).collect();
    let instead = registers.iter().find(|own| own.synonyms.iter().any(|other| other == word));
    if let Some(register) = instead {
        return Some(register.label.zh().to_owned());
    }
    if let Some(topic) = topics::called(word) {
        return Some(topics::asked(topic, spoken()));
    }
    let commands = grammar.get_subcommands();
    let commands = commands.flat_map(|own| own.get_all_aliases().chain([own.get_name()]));
    // Of words that are as near, the last is taken, which is a command.
    let mut names: Vec<&str> = topics::names().into_iter().chain(commands).collect();
    names.retain(|name| !name.starts_with("log-"));
    for register in &registers {
        names.push(register.label.zh());
        names.extend(register.aliases.iter().map(String::as_str));
    }
    let near = nearest_word(word, &names)?;
    let topic = topics::called(near).map(|topic| topics::asked(topic, spoken()));
    Some(topic.unwrap_or_else(|| near.to_owned()))
}

/// The names of the flags of the command that was called.
fn flags<'g>(words: &[String], grammar: &'g Command) -> Option<Vec<&'g str>> {
    let command = words.iter().find_map(|own| grammar.find_subcommand(own))?;
    let args = command.get_arguments().chain(grammar.get_arguments());
    let names = args.flat_map(|arg| {
        arg.get_long().into_iter().chain(arg.get_all_aliases().unwrap_or_default())
    });
    Some(names.collect())
}

/// The one flag of which an unknown one is the beginning.
fn begun_flag(wrong: &str, words: &[String], grammar: &Command) -> Option<String> {
    let begun = wrong.strip_prefix("--")?;
    let flags = flags(words, grammar)?;
    let mut whole = flags.iter().filter(|name| name.starts_with(begun));
    let first = whole.next()?;
    whole.next().is_none().then(|| format!("--{first}"))
}

/// The flag of the command that a word was meant to be.
fn near_flag(word: &str, words: &[String], grammar: &Command) -> Option<String> {
    let word = word.trim_start_matches('-');
    nearest(word, flags(words, grammar)?).map(|name| format!("--{name}"))
}

/// Where in a call a word stands; nothing when it stands there nowhere.
pub fn place(words: &[String], text: &str, lang: Lang) -> Option<String> {
    let text = text.trim();
    let whole = words.iter().position(|word| word == text);
    let holds = |word: &String| !text.is_empty() && word.contains(text);
    let at = whole.or_else(|| words.iter().position(holds))?;
    let before = at.checked_sub(1).map_or("", |before| words[before].as_str());
    let after = if before.starts_with("--") { before } else { "" };
    Some(Usage::Place { nth: at + 1, after }.text(lang))
}

/// A mistake of the call with the place where it stands.
pub fn placed(failure: Failure, words: &[String], text: &str, lang: Lang) -> Failure {
    match failure {
        Failure::Usage(mut lines) => {
            lines.extend(place(words, text, lang));
            Failure::Usage(lines)
        }
        failure => failure,
    }
}
