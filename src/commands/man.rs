//! `care man`: the manual pages, one for each command.

use std::path::PathBuf;

use crate::cli::answer::{Answer, NamedFiles};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{log_examples, log_grammar, parse};
use crate::lang::help::{Example, Help, Purpose, say, spoken};
use crate::lang::talk::Msg;
use crate::lang::topics;

pub const ABOUT: Purpose = Purpose {
    name: "手册",
    says: ("手册页", "The manual pages"),
    examples: &[
        Example { typed: ("", ""), does: ("总的一页", "The page of the program") },
        Example {
            typed: ("man1", "man1"),
            does: ("每个命令、每个登记一页", "A page for each command and register"),
        },
    ],
    see: &["help", "completions"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueDir), help = say(Help::ManDir))]
    folder: Option<PathBuf>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let pages = pages(context);
    let Some(folder) = &args.folder else {
        let (_, page) = pages.into_iter().next().unwrap_or_default();
        return Ok(Answer::text(page));
    };
    let folder = context.directory.join(folder);
    let dir = folder.display().to_string();
    let said = Msg::ManWritten { count: pages.len(), dir: &dir }.text(context.lang);
    Ok(Answer::text(String::new()).files(context, folder, bytes(pages)).with_talk([said]))
}

fn bytes(pages: Vec<(String, String)>) -> NamedFiles {
    pages.into_iter().map(|(name, page)| (name, page.into_bytes())).collect()
}

/// The page of the program, then those of its commands and of the home's registers, by file name.
fn pages(context: &Context) -> Vec<(String, String)> {
    let store = parse::store_of(context);
    let names = store.register_names().into_iter();
    let registers = names.filter_map(|name| store.register(&name).ok().flatten());
    let registers = registers.map(|own| log_examples::command(&own));
    let mut grammar =
        (context.grammar)(None, [log_grammar::any()].into_iter().chain(registers).collect());
    grammar.build();
    let commands = grammar.get_subcommands().filter(|own| !own.get_name().contains('<'));
    let below = commands.map(|own| (format!("care-{}", own.get_name()), own.clone()));
    let all = std::iter::once(("care".to_owned(), program(&grammar))).chain(below);
    all.map(|(name, command)| (format!("{name}.1"), page(&name, command))).collect()
}

/// The program itself: of the registers one line stands for all.
fn program(grammar: &clap::Command) -> clap::Command {
    grammar.clone().mut_subcommands(|own| {
        let is_register = own.get_name().starts_with("log-") && !own.get_name().contains('<');
        own.hide(is_register)
    })
}

/// A page; what the help ends with has sections of its own.
fn page(name: &str, command: clap::Command) -> String {
    let ending = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let (command, title) =
        (command.name(name.to_owned()).after_help(None::<&str>), name.to_uppercase());
    let page = clap_mangen::Man::new(command).title(title);
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    let _ = page.render(&mut text);
    let text = String::from_utf8(text).unwrap_or_default();
    let codes = topics::text("exit-codes", spoken()).unwrap_or_default();
    let codes = format!("{}\n{}", say(Help::ExitCodes), codes.trim_end());
    text + &ending.split("\n\n").chain([codes.as_str()]).map(section).collect::<String>()
}

/// A block of lines below their heading, as they are; or a single line.
fn section(block: &str) -> String {
    match block.split_once('\n') {
        Some((heading, lines)) => {
            let heading = plain(heading.trim_end_matches(':'));
            format!(".SH \"{heading}\"\n.nf\n{}\n.fi\n", plain(lines))
        }
        None => format!(".PP\n{}\n", plain(block)),
    }
}

/// Text in which the formatter of the pages finds nothing to obey.
fn plain(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    let lines = text.lines().map(|line| match line.starts_with(['.', '\'']) {
        true => format!("\\&{line}"),
        false => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
