//! The grammar of the command line: the flags that every command has, and how help looks.

use std::fmt::Write as _;
use std::path::Path;

use clap::{Arg, ArgAction, Args, Command};

use super::as_meant::plain;
use crate::lang::help::{self, Help, say};
use crate::lang::{flags, topics};

/// The flags of every command.
#[derive(Args)]
pub struct Global {
    #[arg(short = 'C', long = "dir", global = true, value_name = say(Help::ValueDir),
          help = say(Help::Dir))]
    pub dir: Option<std::path::PathBuf>,
    #[arg(long, global = true, value_name = say(Help::ValueDate), help = say(Help::Today))]
    pub today: Option<String>,
    #[arg(long, global = true, value_name = say(Help::ValueLang), help = say(Help::LangFlag),
          value_parser = ["zh-CN", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = say(Help::ValueFormat), help = say(Help::Format),
          value_parser = crate::render::Format::words(), hide_possible_values = true)]
    pub format: Option<String>,
    #[arg(long, global = true, value_name = say(Help::ValueKeys), help = say(Help::JsonFlag),
          num_args = 0..=1, default_missing_value = "", conflicts_with = "format")]
    pub json: Option<String>,
    #[arg(short = 'o', long = "output", global = true, value_name = say(Help::ValueFile),
          help = say(Help::Output))]
    pub output: Option<std::path::PathBuf>,
    #[arg(short, long, global = true, help = say(Help::Quiet))]
    pub quiet: bool,
    #[arg(short = 'n', long, global = true, help = say(Help::DryRun))]
    pub dry_run: bool,
    #[arg(short, long, global = true, help = say(Help::YesFlag))]
    pub yes: bool,
    #[arg(long, global = true, help = say(Help::Wide))]
    pub wide: bool,
    #[arg(long, global = true, help = say(Help::NoPager))]
    pub no_pager: bool,
    #[arg(long, global = true, help = say(Help::NoInput))]
    pub no_input: bool,
    #[arg(long, global = true, value_name = say(Help::ValueSeconds), help = say(Help::Wait),
          value_parser = clap::value_parser!(u64))]
    pub wait: Option<u64>,
    #[arg(long, global = true, value_name = say(Help::ValueText), help = say(Help::OpId))]
    pub op_id: Option<String>,
}

/// The flags that take a value, so that the command's name can be found before parsing.
pub const VALUED: [&str; 11] = [
    "-C", "--dir", "--today", "--lang", "--format", "--json", "-o", "--output", "--color",
    "--wait", "--op-id",
];

impl Global {
    /// Where the answer goes when it goes into a file: `-` is standard output.
    pub fn file(&self) -> Option<&Path> {
        let named = self.output.as_deref()?;
        (plain(&named.to_string_lossy()) != "-").then_some(named)
    }
}

/// Makes a grammar: with the one command that a word names, or with all when there is no word; and
/// with the commands of these registers.
pub type MakeGrammar = fn(Option<&str>, Vec<Command>) -> Command;

/// The program's own word with the flags of every command; its commands are to be added.
pub fn root() -> Command {
    Global::augment_args(Command::new("care"))
        .about(say(Help::About))
        .version(env!("CARE_VERSION"))
        .after_help(say(Help::AfterAbout { topics: &topics::listed(help::spoken()) }))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            // Nothing hangs on it: other programs' callers say it, and nothing here has a colour.
            Arg::new("color")
                .long("color")
                .global(true)
                .value_name(say(Help::ValueWhen))
                .value_parser(["never", "auto", "always"])
                .hide_possible_values(true)
                .help(say(Help::ColorFlag)),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help_heading(say(Help::Global))
                .help(say(Help::VersionFlag)),
        )
}

/// Gives a command and those below it headings, usage and help flag in the user's language.
pub fn spoken(command: Command, path: &str) -> Command {
    let usage = usage(&command, path);
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        say(Help::Usage)
    );
    let command = in_chinese(command);
    command
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(say(Help::ValueCommand))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .display_order(1000)
                .global(true)
                .help(say(Help::HelpFlag)),
        )
        .mut_args(|arg| {
            if arg.get_help_heading().is_some() {
                return arg;
            }
            let heading = match (arg.is_global_set(), arg.is_positional()) {
                (true, _) => Help::Global,
                (_, true) => Help::Arguments,
                _ => Help::Options,
            };
            arg.help_heading(say(heading))
        })
        .mut_subcommands(|sub| {
            let below = format!("{path} {}", sub.get_name());
            spoken(sub, &below)
        })
}

/// Lets the flags of a command be typed in Chinese too. What a register calls its own columns
/// stands already, and goes before.
fn in_chinese(command: Command) -> Command {
    let aliases = command.get_arguments().filter_map(Arg::get_all_aliases).flatten();
    let mut taken: Vec<String> = aliases.map(str::to_owned).collect();
    command.mut_args(|arg| {
        let long = arg.get_long().filter(|_| !arg.is_global_set());
        let mut words = long.map(flags::words).unwrap_or_default();
        words.retain(|word| !taken.iter().any(|own| own == word));
        taken.extend(words.iter().map(|word| (*word).to_owned()));
        arg.aliases(words)
    })
}

fn usage(command: &Command, path: &str) -> String {
    let mut usage = path.to_owned();
    if command.has_subcommands() {
        let _ = write!(usage, " <{}>", say(Help::ValueCommand));
    }
    for positional in command.get_positionals() {
        let name = positional.get_value_names().and_then(|names| names.first());
        let name = name.map_or(String::new(), ToString::to_string);
        let many =
            if positional.get_num_args().is_some_and(|n| n.max_values() > 1) { "..." } else { "" };
        let shown = match positional.is_required_set() {
            true => format!(" <{name}>{many}"),
            false => format!(" [{name}]{many}"),
        };
        usage.push_str(&shown);
    }
    usage + &format!(" [{}]", say(Help::Options))
}
