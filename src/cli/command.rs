//! A command as the table of commands holds it, and the program that they make.

use clap::ArgMatches;

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::parse::Parsed;
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

    pub fn grammar(&self) -> clap::Command {
        let command = clap::Command::new(self.name()).alias(self.about.name);
        (self.flags)(command).about(self.about.said())
    }
}

/// What a call may ask for, and how it is run.
pub struct Program {
    pub commands: &'static [Command],
    /// The whole grammar, with the commands of these registers.
    pub grammar: fn(Vec<clap::Command>) -> clap::Command,
    /// The same, and nothing must be said.
    pub relaxed: fn(Vec<clap::Command>) -> clap::Command,
    pub run: fn(&Context, &Parsed) -> Result<Answer, Failure>,
}

/// A grammar in which nothing must be said.
pub fn relax(root: clap::Command) -> clap::Command {
    let root = root.subcommand_required(false);
    let names: Vec<String> = root.get_subcommands().map(|own| own.get_name().to_owned()).collect();
    names.into_iter().fold(root, |root, name| {
        root.mut_subcommand(name, |own| {
            let groups: Vec<_> = own.get_groups().map(|group| group.get_id().clone()).collect();
            let own = own.mut_args(|arg| arg.required(false));
            groups.into_iter().fold(own, |own, id| own.mut_group(id, |group| group.required(false)))
        })
    })
}
