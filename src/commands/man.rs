//! `care man`: the manual pages, one for each command.

use std::path::PathBuf;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::log_grammar;
use crate::lang::help::{Help, Purpose, say};
use crate::lang::talk::Msg;

pub const ABOUT: Purpose = Purpose { name: "手册", says: ("手册页", "The manual pages") };

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
    Ok(Answer::text(String::new()).files(context, folder, pages).with_talk([said]))
}

/// The page of the program, then those of its commands, by file name.
fn pages(context: &Context) -> Vec<(String, String)> {
    let mut grammar = (context.grammar)(None, vec![log_grammar::any()]);
    grammar.build();
    let commands = grammar.get_subcommands().filter(|own| !own.get_name().contains('<'));
    let below = commands.map(|own| (format!("care-{}", own.get_name()), own.clone()));
    let all = std::iter::once(("care".to_owned(), grammar.clone())).chain(below);
    all.map(|(name, command)| {
        let page = clap_mangen::Man::new(command.name(name.clone())).title(name.to_uppercase());
        let mut text = Vec::new();
        // Writing to memory cannot fail.
        let _ = page.render(&mut text);
        (format!("{name}.1"), String::from_utf8(text).unwrap_or_default())
    })
    .collect()
}
