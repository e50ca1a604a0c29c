//! Lines to begin with for the command of a register, made of the register's own columns.

use super::log_grammar::{self, flag, name, own_flags, own_word};
use crate::domain::label::Words;
use crate::domain::register::{Column, ColumnType, Register};
use crate::lang::help::{Help, examples, said, say, spoken};
use crate::lang::{Lang, flags, label};

const CHILD: Words = ("欧阳晨曦", "oycx");
const STAFF: Words = ("刘敏", "lm");
const CLASS: Words = ("六2", "2019-2");
const YESTERDAY: Words = ("昨天", "yesterday");
const TEXT: Words = ("内容", "text");
const ROWS: Words = ("表格.csv", "rows.csv");

/// How it was done: of the columns that may be left blank the one that people ask for first.
const MODE: &str = "mode";

/// The command of a register, with examples at the end of its help.
pub fn command(register: &Register) -> clap::Command {
    log_grammar::command(register).after_help(examples(&lines(register)))
}

/// The lines, and what each does, in the language that was set.
fn lines(register: &Register) -> Vec<(String, String)> {
    let lacks = |column: &str| register.column(column).is_none();
    let command = match spoken() {
        Lang::Zh => register.label.zh().to_owned(),
        Lang::En => name(&register.name),
    };
    let own = own_flags(register).filter(|own| own.required || own.name == MODE);
    let mut cells = pair("staff", STAFF);
    cells.extend(own.map(|own| cell(register, own)));
    if register.column("note").is_some_and(|own| own.required) {
        cells.extend(pair("note", TEXT));
    }
    let cells = cells.join(" ");
    let child = if register.needs_children { format!(" {}", said(CHILD)) } else { String::new() };
    let date = pair("date", YESTERDAY).join(" ");
    let mut lines = vec![(format!("care {command}{child} {date} {cells}"), say(Help::LogOne))];
    if register.needs_children && lacks("class") {
        let class = [pair("class", CLASS), pair("except", CHILD)].concat().join(" ");
        lines.push((format!("care {command} {class} {cells}"), say(Help::LogClass)));
    }
    if lacks("rows") {
        let rows = pair("rows", ROWS).join(" ");
        lines.push((format!("care {command} {rows}"), say(Help::LogRows)));
    }
    lines
}

/// A flag that every register has, with a value.
fn pair(long: &str, value: Words) -> Vec<String> {
    let word = match spoken() {
        Lang::Zh => flags::words(long).first().copied().unwrap_or(long),
        Lang::En => long,
    };
    vec![format!("--{word}"), said(value)]
}

/// The flag of a column with something that it may hold.
fn cell(register: &Register, column: &Column) -> String {
    let lang = spoken();
    let word = own_word(register, column).filter(|_| lang == Lang::Zh);
    let word = word.map_or_else(|| flag(&column.name), str::to_owned);
    let value = match &column.holds {
        ColumnType::Date => said(YESTERDAY),
        ColumnType::Integer | ColumnType::Decimal => "1".to_owned(),
        ColumnType::Text => said(TEXT),
        ColumnType::Choice(choices) => choices.first().map_or(String::new(), |own| match lang {
            Lang::Zh => label(&own.label, lang).to_owned(),
            Lang::En => own.code.clone(),
        }),
    };
    format!("--{word} {value}")
}
