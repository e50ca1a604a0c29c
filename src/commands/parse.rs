//! From the words of a call to a command and its circumstances.

use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use clap::error::ErrorKind;
use clap::{ArgMatches, FromArgMatches};

use super::context::Context;
use super::failure::Failure;
use super::grammar::{self, Global, VALUED};
use super::{Call, log_grammar, typed};
use crate::domain::nearest::nearest;
use crate::domain::register::Register;
use crate::domain::settings::{Lang, Settings};
use crate::lang::help::speak;
use crate::lang::talk::Msg;
use crate::lang::usage;
use crate::render::{Format, problems, visible};
use crate::storage::{Store, disk, locate};

/// How long a writer waits for another when `--wait` does not say.
const WAIT: Duration = Duration::from_secs(10);

/// What was asked for.
pub enum Parsed {
    /// To log an event of a register.
    Log(Box<Register>, ArgMatches),
    Other(ArgMatches),
}

/// A call that ends before its command begins.
pub struct Stopped {
    /// Help or the version: for standard output.
    shown: Option<String>,
    /// What was wrong: for standard error.
    said: Vec<String>,
    /// The exit code of a mistake.
    code: u8,
    lang: Lang,
}

impl Stopped {
    /// The parser's own end: help and version are shown, mistakes are said.
    pub fn from_clap(error: &clap::Error, lang: Lang) -> Stopped {
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Stopped { shown: Some(error.render().to_string()), said: Vec::new(), code: 0, lang }
            }
            _ => Stopped { shown: None, said: usage::explain(error, lang), code: 2, lang },
        }
    }

    /// A register whose description has faults.
    fn bad_register(name: &str, store: &Store, lang: Lang) -> Stopped {
        let store = Store::open(store.root().to_owned());
        store.register(name);
        let said = problems::text(&store.problems(), lang).lines().map(str::to_owned).collect();
        Stopped { shown: None, said, code: 3, lang }
    }

    fn say(message: &Msg, lang: Lang) -> Stopped {
        Stopped { shown: None, said: vec![message.text(lang)], code: 2, lang }
    }

    /// Writes it out and returns the exit code.
    pub fn report(&self, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        if let Some(text) = &self.shown {
            return if out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_ok() {
                0
            } else {
                6
            };
        }
        for (at, line) in self.said.iter().enumerate() {
            let mark = if at == 0 { Msg::Error.text(self.lang) + ": " } else { "  ".to_owned() };
            let _ = writeln!(err, "{}", visible(&format!("{mark}{line}")));
        }
        self.code
    }
}

/// Reads the call: first where and in which language, then the grammar, then the words.
pub fn arguments(call: &Call) -> Result<(Parsed, Context), Stopped> {
    let root = home_of(call);
    let store = root.clone().map(Store::open);
    let settings = store.as_ref().and_then(Store::settings);
    let lang = language(call, settings.as_ref());
    speak(lang);
    let mut words = call.args.clone();
    let register = register_asked(&mut words, store.as_ref(), lang)?;
    let grammar = grammar::command(register.as_ref().map(log_grammar::command));
    let words = std::iter::once("care".to_owned()).chain(words);
    let matches =
        grammar.try_get_matches_from(words).map_err(|error| Stopped::from_clap(&error, lang))?;
    let global =
        Global::from_arg_matches(&matches).map_err(|error| Stopped::from_clap(&error, lang))?;
    let command = matches.subcommand_name().unwrap_or_default();
    let context = context(call, root, settings.as_ref(), &global, command, lang)?;
    if context.format == Format::Ics && command != "due" {
        return Err(Stopped::say(&Msg::NoCalendar, lang));
    }
    let parsed = match (register, matches.subcommand()) {
        (Some(register), Some((_, own))) => Parsed::Log(Box::new(register), own.clone()),
        _ => Parsed::Other(matches),
    };
    Ok((parsed, context))
}

fn context(
    call: &Call,
    root: Option<PathBuf>,
    settings: Option<&Settings>,
    global: &Global,
    command: &str,
    lang: Lang,
) -> Result<Context, Stopped> {
    let zone = settings.map_or_else(china, |settings| settings.zone);
    let now = call.now.with_timezone(&zone);
    let clock = now.date_naive();
    let today = match &global.today {
        Some(text) => typed::date(text, clock, lang).map_err(|failure| match failure {
            Failure::Usage(said) => Stopped { shown: None, said, code: 2, lang },
            _ => Stopped::say(&Msg::BadDate { text }, lang),
        })?,
        None => clock,
    };
    if let Some((root, output)) = root.as_ref().zip(global.output.as_ref())
        && disk::is_record(root, &call.directory.join(output))
    {
        let path = &output.display().to_string();
        return Err(Stopped::say(&Msg::OutputOverRecord { path }, lang));
    }
    Ok(Context {
        root,
        directory: call.directory.clone(),
        lang,
        now,
        today,
        format: global
            .format
            .as_ref()
            .and_then(|word| Format::named(word))
            .or_else(|| global.output.as_deref().and_then(Format::of_file))
            .unwrap_or(Format::Table),
        output: global.output.clone(),
        quiet: global.quiet,
        dry_run: global.dry_run,
        wait: global.wait.map_or(WAIT, Duration::from_secs),
        op_id: global.op_id.clone(),
        who: format!("care {command} (pid {}, {})", std::process::id(), now.format("%H:%M:%S")),
    })
}

fn china() -> chrono::FixedOffset {
    chrono::FixedOffset::east_opt(8 * 3600).expect("eight hours east is an offset")
}

/// The value of a flag that must be known before parsing.
fn flag(args: &[String], short: Option<&str>, long: &str) -> Option<String> {
    let mut words = args.iter();
    while let Some(word) = words.next() {
        if word == long || Some(word.as_str()) == short {
            return words.next().cloned();
        }
        if let Some(value) = word.strip_prefix(long).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
        let joined = short.and_then(|short| word.strip_prefix(short)).filter(|v| !v.is_empty());
        if let Some(value) = joined.filter(|_| !word.starts_with("--")) {
            return Some(value.strip_prefix('=').unwrap_or(value).to_owned());
        }
    }
    None
}

/// The home whose people a shell completes; the language is set by the way.
pub fn home_to_complete(call: &Call) -> Option<PathBuf> {
    let root = home_of(call);
    let settings = root.clone().map(Store::open).and_then(|store| store.settings());
    speak(language(call, settings.as_ref()));
    root
}

/// `-C`, else `CARE_DIR`, else upward from the current folder.
fn home_of(call: &Call) -> Option<PathBuf> {
    let named = flag(&call.args, Some("-C"), "--dir").map(PathBuf::from).or(call.home.clone());
    match named {
        Some(named) => {
            let named = call.directory.join(named);
            locate(&named).filter(|found| *found == named)
        }
        None => locate(&call.directory),
    }
}

fn language(call: &Call, settings: Option<&Settings>) -> Lang {
    let asked = flag(&call.args, None, "--lang").and_then(|code| Lang::parse(&code));
    let set = asked.or(settings.and_then(|settings| settings.language));
    let locale = || call.locale.as_deref().and_then(Lang::parse);
    set.or_else(locale).unwrap_or(Lang::Zh)
}

/// The register whose `log-` command was asked for, by its name or its Chinese name.
fn register_asked(
    words: &mut [String],
    store: Option<&Store>,
    lang: Lang,
) -> Result<Option<Register>, Stopped> {
    let mut skip = false;
    let Some(at) = words.iter().position(|word| {
        let is_command = !skip && !word.starts_with('-');
        skip = VALUED.contains(&word.as_str());
        is_command
    }) else {
        return Ok(None);
    };
    let shipped = Store::open(PathBuf::new());
    let store = store.unwrap_or(&shipped);
    match find_register(&words[at], store) {
        Asked::Found(register) => {
            words[at] = log_grammar::name(&register);
            Ok(Some(*register))
        }
        Asked::Faulty(name) => Err(Stopped::bad_register(&name, store, lang)),
        Asked::Unknown(name) => {
            let mut stopped = Stopped::say(&Msg::UnknownRegister { name: &name }, lang);
            let names = store.register_names();
            if let Some(nearest) = nearest(&name, names.iter().map(String::as_str)) {
                let near = format!("log-{nearest}");
                stopped.said.push(Msg::DidYouMean { names: &near }.text(lang));
            }
            Err(stopped)
        }
        Asked::NoRegister => Ok(None),
    }
}

/// The register that a word of `care help` names.
pub fn register_called(word: &str, context: &Context) -> Option<Register> {
    let store = Store::open(context.root.clone().unwrap_or_default());
    match find_register(word, &store) {
        Asked::Found(register) => Some(*register),
        _ => None,
    }
}

/// What a command's word has to do with registers.
enum Asked {
    Found(Box<Register>),
    /// Its description has faults.
    Faulty(String),
    Unknown(String),
    /// It is another command.
    NoRegister,
}

fn find_register(word: &str, store: &Store) -> Asked {
    let code = word.strip_prefix("log-").filter(|name| !name.starts_with('<'));
    let code = code.map(|code| code.replace('-', "_"));
    if code.is_none() && word.is_ascii() {
        return Asked::NoRegister;
    }
    let called = |register: &Register| {
        register.label.zh() == word || register.aliases.iter().any(|alias| alias == word)
    };
    let names = store.register_names().into_iter();
    for name in names.filter(|name| code.as_ref().is_none_or(|code| code == name)) {
        match store.register(&name) {
            None => return Asked::Faulty(name),
            Some(own) if code.is_some() || called(&own) => return Asked::Found(Box::new(own)),
            Some(_) => {}
        }
    }
    code.map_or(Asked::NoRegister, Asked::Unknown)
}
