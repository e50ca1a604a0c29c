//! The command `log-<register>`, built from the register's description.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

use crate::domain::register::{Column, ColumnType, Register};
use crate::lang::help::{Help, say};
use crate::lang::words::OUTCOMES;
use crate::lang::{Lang, label};

/// The flags that every register has. A column cannot have one of these names for its own flag;
/// `class` and `household` give way to a column of that name.
const COMMON: [&str; 7] = ["children", "except", "date", "staff", "outcome", "note", "like_last"];

/// The flag that takes in those who live with the children.
pub const HOUSEHOLD: &str = "household";

/// The flag that gives each child a row of its own.
pub const EACH: &str = "each";

/// The command's name, as it is typed; `log-guardian_contact` is taken for it too.
pub fn name(register: &str) -> String {
    format!("log-{}", flag(register))
}

/// The flag of a column.
pub fn flag(column: &str) -> String {
    column.replace('_', "-")
}

/// What stands for the commands of all registers where none was asked for.
pub fn any() -> Command {
    Command::new(say(Help::LogName)).about(say(Help::LogAny)).display_order(2)
}

/// The command of a register.
pub fn command(register: &Register) -> Command {
    let own = |name: &str| register.column(name).is_some();
    let mut command = Command::new(name(&register.name))
        .about(say(Help::LogAbout { register: label(&register.label, spoken()) }));
    command = command.arg(
        Arg::new("children")
            .num_args(0..)
            .action(ArgAction::Append)
            .value_name(say(Help::ValueChild))
            .help(say(Help::Children)),
    );
    if !own("class") {
        command = command
            .arg(text("class", Help::ValueClass, Help::WholeClass).action(ArgAction::Append))
            .arg(text("except", Help::ValueChild, Help::Except).action(ArgAction::Append));
    }
    let switches =
        [("all", Help::Everybody), (HOUSEHOLD, Help::Household), ("each", Help::EachOne)];
    for (name, help) in switches.into_iter().filter(|(name, _)| !own(name)) {
        let switch = Arg::new(name).long(name).action(ArgAction::SetTrue);
        command = command.arg(switch.help(say(help)));
    }
    if !own("all") && !own("class") {
        command = command.mut_arg("all", |all| all.conflicts_with("class"));
    }
    if !own("rows") {
        let chosen = ["children", "class", "all", "except", HOUSEHOLD, "each"];
        let others =
            chosen.into_iter().filter(|name| !own(name) && (*name != "except" || !own("class")));
        let rows = text("rows", Help::ValueFile, Help::RowsFlag).conflicts_with_all(others);
        command = command.arg(rows);
    }
    command = command
        .arg(text("date", Help::ValueDate, Help::DateFlag))
        .arg(text("staff", Help::ValueStaff, Help::StaffFlag).action(ArgAction::Append))
        .arg(
            text("outcome", Help::ValueWord, Help::Outcome)
                .value_parser(outcomes())
                .hide_possible_values(true),
        )
        .arg(text("note", Help::ValueText, Help::Note))
        .arg(
            Arg::new("like_last")
                .long("like-last")
                .action(ArgAction::SetTrue)
                .help(say(Help::LikeLast)),
        )
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help(say(Help::Force)));
    let mut taken: Vec<&str> = own_flags(register).map(|column| column.label.zh()).collect();
    for column in own_flags(register) {
        let also = column.aliases.iter().map(String::as_str);
        let also: Vec<&str> = also.filter(|own| !taken.contains(own)).collect();
        taken.extend(&also);
        let words = own_word(register, column).into_iter().chain(also).map(str::to_owned);
        command = command.arg(column_flag(column).aliases(words));
    }
    command
}

/// What a column's flag is called in Chinese; of two columns with one label each keeps its name.
pub fn own_word<'r>(register: &'r Register, column: &'r Column) -> Option<&'r str> {
    let word = column.label.zh();
    let is_of = |own: &Column| own.name != column.name && own.label.zh() == word;
    let is_flag = own_flags(register).any(|own| flag(&own.name) == word);
    let is_shared = own_flags(register).any(is_of);
    (!is_flag && !is_shared && !word.contains(char::is_whitespace)).then_some(word)
}

/// The outcomes that may be typed; a mistake is told the codes, and in Chinese the Chinese names.
fn outcomes() -> Vec<PossibleValue> {
    let own = OUTCOMES.iter().flat_map(|(code, words)| match (spoken(), *words) {
        (Lang::Zh, [name, others @ ..]) => {
            let name = PossibleValue::new(*name).aliases(others.iter().copied());
            vec![PossibleValue::new(*code), name]
        }
        _ => vec![PossibleValue::new(*code).aliases(words.iter().copied())],
    });
    own.collect()
}

/// The columns that have a flag of their own.
pub fn own_flags(register: &Register) -> impl Iterator<Item = &Column> {
    register.columns.iter().filter(|column| !COMMON.contains(&column.name.as_str()))
}

fn column_flag(column: &Column) -> Arg {
    let words = label(&column.label, spoken());
    let choices: Vec<String> = column
        .choices()
        .iter()
        .map(|choice| format!("{} {}", choice.code, label(&choice.label, spoken())))
        .collect();
    let help = match choices.is_empty() {
        true => words.to_owned(),
        false => {
            let choices = choices.join(", ");
            format!("{words}; {}", say(Help::ChoicesOf { choices: &choices }))
        }
    };
    let value = match column.holds {
        ColumnType::Date => Help::ValueDate,
        ColumnType::Integer | ColumnType::Decimal => Help::ValueNumber,
        ColumnType::Choice(_) => Help::ValueWord,
        ColumnType::Text => Help::ValueText,
    };
    Arg::new(column.name.clone())
        .long(flag(&column.name))
        .value_name(say(value))
        .help(help)
        .help_heading(say(Help::Columns))
}

fn text(name: &'static str, value: Help, help: Help) -> Arg {
    Arg::new(name).long(name).value_name(say(value)).help(say(help))
}

fn spoken() -> Lang {
    crate::lang::help::spoken()
}
