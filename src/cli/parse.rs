//! From the words of a call to a command and its circumstances.

use std::cell::RefCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command, FromArgMatches};

use super::call::Call;
use super::context::Context;
use super::failure::Failure;
use super::grammar::{Global, MakeGrammar, VALUED};
use super::stopped::Stopped;
use super::{as_meant, json_keys, log_examples, log_grammar, mistyped, output, typed};
use crate::domain::problem::Problem;
use crate::domain::register::Register;
use crate::domain::settings::{Lang, Settings};
use crate::lang::help::{Help, say, speak};
use crate::lang::talk::Msg;
use crate::render::{Format, visible};
use crate::session::Session;
use crate::storage::{Store, locate};

/// How long a writer waits for another when `--wait` does not say.
const WAIT: Duration = Duration::from_secs(10);

/// What was asked for.
pub enum Parsed {
    /// To log an event of a register.
    Log(Box<Register>, ArgMatches),
    Other(ArgMatches),
}

/// Reads the call: first where and in which language, then the grammar, then the words.
pub fn arguments(call: &Call, grammar: MakeGrammar) -> Result<(Parsed, Context), Stopped> {
    let mut words = as_meant::parted(&call.args, &VALUED);
    let at = place_of_command(&words);
    if let Some(version) = at.is_none().then(|| version(call, &words, grammar)).flatten() {
        return Err(version);
    }
    let store = home_of(call).map(Store::open);
    let settings = store.as_ref().and_then(Store::settings);
    let lang = language(call, settings.as_ref());
    speak(lang);
    let mut register = None;
    if let Some(word) = at.map(|at| &mut words[at]) {
        register = register_asked(word, store.as_ref(), lang)?;
    }
    let named = at.map_or("", |at| &words[at]);
    let own = || register.as_ref().map(log_examples::command);
    let little = grammar(Some(named), own().into_iter().collect());
    let (words, matches) = match taken(&words, little) {
        (words, Ok(matches)) => (words, matches),
        // Of whatever else was asked for, and of what is wrong, the whole grammar tells.
        (_, Err(_)) => {
            let whole = grammar(None, vec![own().unwrap_or_else(log_grammar::any)]);
            let (words, matches) = taken(&words, whole.clone());
            let matches = matches.map_err(|error| {
                let stopped = Stopped::from_clap(&error, lang);
                if stopped.code == 0 {
                    return stopped;
                }
                let said = mistyped::explain(&error, &words, &whole, store.as_ref(), lang);
                Stopped { said, ..stopped }
            })?;
            (words, matches)
        }
    };
    let global =
        Global::from_arg_matches(&matches).map_err(|error| Stopped::from_clap(&error, lang))?;
    let command = matches.subcommand_name().unwrap_or_default();
    let context =
        Context { words, grammar, ..context(call, store, settings.as_ref(), &global, command)? };
    if context.format.is_of_days() && command != "due" {
        return Err(Stopped::say(&Msg::NoCalendar, lang));
    }
    if context.format.is_on_paper() && context.output.is_none() && call.width.is_some() {
        return Err(Stopped::say(&Msg::WorkbookNeedsFile, lang));
    }
    let parsed = match (register, matches.subcommand()) {
        // What stands for all registers in the help names none.
        (None, Some((name, _))) if name == say(Help::LogName) => {
            let name = name.trim_start_matches("log-");
            return Err(Stopped::say(&Msg::UnknownRegister { name }, lang));
        }
        (Some(register), Some((_, own))) => Parsed::Log(Box::new(register), own.clone()),
        _ => Parsed::Other(matches),
    };
    Ok((parsed, context))
}

/// The words as a grammar knows them, and what it makes of them.
fn taken(words: &[String], grammar: Command) -> (Vec<String>, Result<ArgMatches, clap::Error>) {
    let words = as_meant::words(words.to_vec(), &grammar);
    let all = std::iter::once("care".to_owned()).chain(words.iter().cloned());
    let matches = grammar.try_get_matches_from(all);
    (words, matches)
}

/// The version, when words without a command ask for it: no home is looked for.
fn version(call: &Call, words: &[String], grammar: MakeGrammar) -> Option<Stopped> {
    let (_, matches) = taken(words, grammar(Some(""), Vec::new()));
    let asked = matches.err().filter(|error| error.kind() == ErrorKind::DisplayVersion)?;
    Some(Stopped::from_clap(&asked, language(call, None)))
}

fn context(
    call: &Call,
    home: Option<Store>,
    settings: Option<&Settings>,
    global: &Global,
    command: &str,
) -> Result<Context, Stopped> {
    let lang = language(call, settings);
    let now = call.now.with_timezone(&settings.map_or_else(china, |settings| settings.zone));
    let clock = now.date_naive();
    let today = match &global.today {
        Some(text) => typed::date(text, clock, lang).map_err(|failure| match failure {
            Failure::Usage(said) => Stopped { shown: None, said, code: 2, lang, lacks: None },
            _ => Stopped::say(&Msg::BadDate { text }, lang),
        })?,
        None => clock,
    };
    let output = global.file();
    if let Some(said) = output.and_then(|own| output::refused(call, home.as_ref(), own)) {
        return Err(Stopped::say(&said, lang));
    }
    let session = Session {
        home,
        now,
        today,
        is_today_given: global.today.is_some(),
        dry_run: global.dry_run,
        wait: global.wait.map_or(WAIT, Duration::from_secs),
        op_id: global.op_id.clone(),
        command: command.to_owned(),
        viewer: Session::viewer(settings, call.user.clone()),
        met: output.map(|_| RefCell::default()),
        waiting: Box::new(move |holder| say_waiting(holder, lang)),
        progress: if global.quiet { |_, _| () } else { call.progress },
    };
    let json_keys = global.json.as_deref().map(json_keys::words);
    let format = match json_keys {
        Some(_) => Some(Format::Json),
        None => global.format.as_deref().and_then(Format::named),
    };
    let of_file = || output.and_then(Format::of_file);
    Ok(Context {
        session,
        directory: call.directory.clone(),
        program: call.program.clone(),
        lang,
        format: format.or_else(of_file).unwrap_or_default(),
        json_keys,
        output: output.map(Path::to_owned),
        quiet: global.quiet,
        yes: global.yes,
        chosen: Vec::new(),
        words: Vec::new(),
        input: call.input,
        letters: call.letters,
        width: call.width.filter(|_| output.is_none() && !global.wide),
        pager: call.pager.filter(|_| output.is_none() && !global.no_pager),
        ask: call.ask.clone().filter(|_| !global.no_input),
        grammar: |_, own| Command::new("care").subcommands(own),
    })
}

fn say_waiting(holder: Option<String>, lang: Lang) {
    let holder = holder.unwrap_or_default();
    let said = Msg::Waiting { holder: &holder }.text(lang);
    // Only a courtesy: the wait goes on when it cannot be said.
    let _ = writeln!(std::io::stderr(), "{}", visible(&said));
}

fn china() -> chrono::FixedOffset {
    chrono::FixedOffset::east_opt(8 * 3600).expect("eight hours east is an offset")
}

/// The home whose people a shell completes; the language is set by the way.
pub fn home_to_complete(call: &Call) -> Store {
    let store = Store::open(home_of(call).unwrap_or_default());
    speak(language(call, store.settings().as_ref()));
    store
}

/// `-C`, else `CARE_DIR`, else upward from the current folder.
fn home_of(call: &Call) -> Option<PathBuf> {
    let named = as_meant::value_of(&call.args, Some("-C"), "--dir")
        .map(PathBuf::from)
        .or(call.home.clone());
    match named {
        Some(named) => {
            let named = call.directory.join(named);
            locate(&named).filter(|found| *found == named)
        }
        None => locate(&call.directory),
    }
}

/// The language of `--lang`, else of `CARE_LANG`, of the home's settings, of the system.
fn language(call: &Call, settings: Option<&Settings>) -> Lang {
    let asked = as_meant::value_of(&call.args, None, "--lang").and_then(|code| Lang::parse(&code));
    let asked = asked.or_else(|| call.speaks.as_deref().and_then(Lang::parse));
    let locale = || call.locale.as_deref().and_then(Lang::parse);
    asked.or(settings.and_then(|own| own.language)).or_else(locale).unwrap_or(Lang::Zh)
}

/// Where the command's own word stands: the first that is neither a flag nor its value.
fn place_of_command(words: &[String]) -> Option<usize> {
    let mut skip = false;
    words.iter().position(|word| {
        let flag = as_meant::flag(word);
        let is_command = !skip && flag.is_none();
        skip = flag.is_some_and(|(name, value)| value.is_none() && VALUED.contains(&&*name));
        is_command
    })
}

/// The register whose `log-` command a word asks for, by its name or its Chinese name; the word
/// becomes the command's.
fn register_asked(
    word: &mut String,
    store: Option<&Store>,
    lang: Lang,
) -> Result<Option<Register>, Stopped> {
    let shipped = Store::open(PathBuf::new());
    let store = store.unwrap_or(&shipped);
    match find_register(word, store) {
        RegisterWord::Found(register) => {
            *word = log_grammar::name(&register.name);
            Ok(Some(*register))
        }
        RegisterWord::Faulty(faults) => Err(Stopped::bad_register(&faults, lang)),
        RegisterWord::Unknown(name) => {
            let mut stopped = Stopped::say(&Msg::UnknownRegister { name: &name }, lang);
            let near = mistyped::near_register(&name, store);
            let near = near.map(|names| Msg::DidYouMean { names: &names }.text(lang));
            stopped.said.extend(near);
            Err(stopped)
        }
        RegisterWord::Another => Ok(None),
    }
}

/// The register that a word of `care help` names.
pub fn register_called(word: &str, context: &Context) -> Option<Register> {
    match find_register(word, &store_of(context)) {
        RegisterWord::Found(register) => Some(*register),
        _ => None,
    }
}

/// What a command's word has to do with registers.
enum RegisterWord {
    Found(Box<Register>),
    /// Its description has faults.
    Faulty(Vec<Problem>),
    Unknown(String),
    /// It is another command.
    Another,
}

/// The home's registers, or those that are shipped when there is no home.
pub fn store_of(context: &Context) -> Store {
    context.home.clone().unwrap_or_else(|| Store::open(PathBuf::new()))
}

fn find_register(word: &str, store: &Store) -> RegisterWord {
    let code = word.strip_prefix("log-").filter(|name| !name.starts_with('<'));
    let code = code.map(|code| code.replace('-', "_"));
    if code.is_none() && word.is_ascii() {
        return RegisterWord::Another;
    }
    let called = |register: &Register| {
        register.label.zh() == word || register.aliases.iter().any(|alias| alias == word)
    };
    let names = store.register_names().into_iter();
    let may_be_meant = |name: &String| match &code {
        Some(code) => code == name,
        None => !store.is_never_called(name, word),
    };
    for name in names.filter(may_be_meant) {
        match store.register(&name) {
            Err(faults) => return RegisterWord::Faulty(faults),
            Ok(Some(own)) if code.is_some() || called(&own) => {
                return RegisterWord::Found(Box::new(own));
            }
            Ok(_) => {}
        }
    }
    code.map_or(RegisterWord::Another, RegisterWord::Unknown)
}
