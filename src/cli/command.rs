//! A command as the table of commands holds it, and the program that they make.

use clap::ArgMatches;

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::grammar::MakeGrammar;
use super::parse::Parsed;
use crate::domain::label::Words;
use crate::lang::Lang;
use crate::lang::help::Purpose;

/// What a command has to do with, in the order in which the menu and the help have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandGroup {
    Daily,
    Looking,
    Mending,
    Children,
    Staff,
    Managing,
}

/// The groups: what each is called, and, where the menu has it as a line of its own, what it holds.
pub const GROUPS: [(CommandGroup, Words, Words); 6] = [
    (CommandGroup::Daily, ("日常", "Daily"), ("", "")),
    (
        CommandGroup::Looking,
        ("查看", "Looking"),
        ("一名儿童、名单、记录、为什么", "a child, lists, records, why"),
    ),
    (
        CommandGroup::Mending,
        ("改错", "Mending"),
        ("更正、作废、撤销、查看改动", "correct, withdraw, undo, history"),
    ),
    (
        CommandGroup::Children,
        ("儿童", "Children"),
        ("登记、修改、转班、离册、结对……", "add, edit, transfer, pair ..."),
    ),
    (CommandGroup::Staff, ("教师", "Staff"), ("登记、修改、任职", "add, edit, appoint")),
    (
        CommandGroup::Managing,
        ("管理", "Managing"),
        ("检查、规则、校历、帮助", "check, rules, calendar, help"),
    ),
];

/// A command.
pub struct Command {
    pub group: CommandGroup,
    /// The name of its file.
    pub file: &'static str,
    pub about: Purpose,
    pub flags: fn(clap::Command) -> clap::Command,
    pub run: fn(&Context, &ArgMatches) -> Result<Answer, Failure>,
}

impl Command {
    /// What is typed: `add-child`.
    pub fn name(&self) -> String {
        self.file.replace('_', "-")
    }

    /// What is typed in a language: `add-child`, 登记儿童.
    pub fn called(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.about.name.to_owned(),
            Lang::En => self.name(),
        }
    }

    /// Is it what a word names, in either language?
    pub fn is_called(&self, word: &str) -> bool {
        self.about.name == word || self.name() == word
    }

    pub fn grammar(&self) -> clap::Command {
        let command = clap::Command::new(self.name()).alias(self.about.name);
        (self.flags)(command).about(self.about.said())
    }
}

/// What a call may ask for, and how it is run.
pub struct Program {
    pub commands: &'static [Command],
    pub grammar: MakeGrammar,
    /// The same, and nothing must be said.
    pub relaxed: MakeGrammar,
    pub run: fn(&Context, &Parsed) -> Result<Answer, Failure>,
}

/// A grammar in which nothing must be said.
pub fn relax(root: clap::Command) -> clap::Command {
    root.subcommand_required(false).mut_subcommands(|own| {
        let groups: Vec<_> = own.get_groups().map(|group| group.get_id().clone()).collect();
        let own = own.mut_args(|arg| arg.required(false));
        groups.into_iter().fold(own, |own, id| own.mut_group(id, |group| group.required(false)))
    })
}
