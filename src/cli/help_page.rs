//! How help is laid out: the commands in their groups, and what stands at the end of a command's
//! help, which is examples and what to see also.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::command::{Command, CommandGroup, GROUPS};
use crate::lang::help::{Help, examples, said, say, spoken};
use crate::lang::topics;

/// The layout of the program's own help, with the commands under the headings of their groups.
pub fn of_program(table: &[Command]) -> String {
    format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{}{}:\n{{options}}{{after-help}}",
        say(Help::Usage),
        grouped(table),
        say(Help::Global),
    )
}

fn grouped(table: &[Command]) -> String {
    let recording = (say(Help::LogName), say(Help::LogAny));
    let lines = |group: CommandGroup| {
        // What is done most often stands first.
        let first = (group == CommandGroup::Daily).then(|| recording.clone());
        let own = table.iter().filter(move |own| own.group == group);
        first.into_iter().chain(own.map(|own| (own.name(), own.about.said())))
    };
    let names = GROUPS.into_iter().flat_map(|(group, ..)| lines(group));
    let width = names.map(|(name, _)| name.width()).max().unwrap_or_default();
    let mut text = String::new();
    for (group, title, _) in GROUPS {
        let _ = writeln!(text, "{}:", said(title));
        for (name, says) in lines(group) {
            let gap = " ".repeat(width - name.width());
            let _ = writeln!(text, "  {name}{gap}  {says}");
        }
        text.push('\n');
    }
    text
}

/// A command of the table with its examples, and what to see also, at the end of its help.
pub fn ended(own: &Command, table: &[Command]) -> clap::Command {
    let lines = own.about.examples.iter().map(|line| {
        let typed = format!("care {} {}", own.called(spoken()), said(line.typed));
        (typed.trim_end().to_owned(), said(line.does))
    });
    let examples = examples(&lines.collect::<Vec<_>>());
    own.grammar().after_help(format!("{examples}\n\n{}", see(own.about.see, table)))
}

/// The commands and topics that go with a command, by their English words.
pub fn see(words: &[&str], table: &[Command]) -> String {
    let words: Vec<String> = words.iter().map(|word| called(word, table)).collect();
    format!("{}:\n  {}", say(Help::SeeAlso), words.join(", "))
}

/// How a command or the help on a topic is asked for in the language that was set.
fn called(word: &str, table: &[Command]) -> String {
    match table.iter().find(|own| own.name() == word) {
        Some(command) => format!("care {}", command.called(spoken())),
        None => topics::asked(word, spoken()),
    }
}
