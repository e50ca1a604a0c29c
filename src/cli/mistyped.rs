//! What a mistyped word was probably meant to be, and where in the call it stands.

use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

use super::failure::Failure;
use super::log_grammar;
use crate::domain::nearest::{nearest, nearest_word};
use crate::lang::Lang;
use crate::lang::help::{Help, say, spoken};
use crate::lang::talk::Msg;
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
    let kind = match error.kind() {
        ErrorKind::InvalidSubcommand => ContextKind::InvalidSubcommand,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ContextKind::InvalidValue,
        _ => ContextKind::InvalidArg,
    };
    let Some(ContextValue::String(wrong)) = error.get(kind) else { return lines };
    let near = match error.kind() {
        ErrorKind::InvalidSubcommand => near_command(wrong, grammar, store),
        ErrorKind::UnknownArgument => {
            begun_flag(wrong, words, grammar).or_else(|| near_flag(wrong, words, grammar))
        }
        ErrorKind::InvalidValue => {
            let mut grammar = grammar.clone();
            grammar.build();
            let arg = asked_of(error, words, &grammar);
            arg.and_then(|arg| near_value(wrong, arg, lang, &mut lines))
        }
        _ => None,
    };
    lines.extend(near.map(|names| Msg::DidYouMean { names: &names }.text(lang)));
    lines.extend(place(words, wrong, lang));
    lines
}

/// The command that a word was meant to be: first by what schools say instead.
pub fn near_command(word: &str, grammar: &Command, store: Option<&Store>) -> Option<String> {
    if word == "log" {
        return Some(say(Help::LogName));
    }
    let shipped = Store::open(std::path::PathBuf::new());
    let store = store.unwrap_or(&shipped);
    if let Some(name) = word.strip_prefix("log-") {
        return near_register(name, store);
    }
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

/// The register that was meant by what stands behind `log-`.
pub fn near_register(word: &str, store: &Store) -> Option<String> {
    let names = store.register_names();
    if let Some(near) = nearest(word, names.iter().map(String::as_str)) {
        return Some(log_grammar::name(near));
    }
    let known = names.iter().filter_map(|name| store.register(name).ok().flatten());
    let labels: Vec<String> = known.map(|own| own.label.zh().to_owned()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    nearest_word(word, &labels).map(str::to_owned)
}

/// The argument of whose value a mistake tells; the grammar is built whole, for an argument knows
/// only then how it is written.
fn asked_of<'g>(error: &Error, words: &[String], grammar: &'g Command) -> Option<&'g Arg> {
    let Some(ContextValue::String(named)) = error.get(ContextKind::InvalidArg) else { return None };
    arguments(words, grammar)?.find(|arg| arg.to_string() == *named)
}

/// The value that was meant, as people of the language call it. What else may be written is told
/// in their words too.
fn near_value(wrong: &str, arg: &Arg, lang: Lang, lines: &mut [String]) -> Option<String> {
    let values = arg.get_possible_values();
    let said = |value: &PossibleValue| {
        let own = value.get_name();
        let called = value.get_name_and_aliases().find(|word| !word.is_ascii());
        match called.filter(|word| lang == Lang::Zh && *word != own) {
            Some(word) => format!("{own} {word}"),
            None => own.to_owned(),
        }
    };
    let all: Vec<String> = values.iter().map(said).collect();
    if let Some(told) = lines.get_mut(1) {
        *told = Usage::Allowed { values: &all.join(", ") }.text(lang);
    }
    let known: Vec<&str> = values.iter().flat_map(PossibleValue::get_name_and_aliases).collect();
    nearest_word(wrong, &known).map(str::to_owned)
}

/// What the command that was called takes.
fn arguments<'g>(
    words: &[String],
    grammar: &'g Command,
) -> Option<impl Iterator<Item = &'g Arg> + use<'g>> {
    let command = words.iter().find_map(|own| grammar.find_subcommand(own))?;
    Some(command.get_arguments().chain(grammar.get_arguments()))
}

/// The names of the flags of the command that was called.
fn flags<'g>(words: &[String], grammar: &'g Command) -> Option<Vec<&'g str>> {
    let names = arguments(words, grammar)?.flat_map(|arg| {
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
