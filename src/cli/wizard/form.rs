//! What a command can be told, as questions: from its grammar, in the order of the paper form.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::child_form::CHILD_FORM;
use crate::cli::log_grammar::EACH;
use crate::domain::entries::EXIT_REASONS;
use crate::domain::label::Words;
use crate::domain::privacy::Privacy;
use crate::domain::register::{CellPrivacy, Column, ColumnType, Register};
use crate::domain::schema::{self, Field, FieldType};
use crate::lang::help::{Help, said, say, spoken};
use crate::lang::wizard_words::WizardWord;
use crate::lang::words::{OUTCOMES, common_columns};
use crate::lang::{Lang, label};
use crate::storage::template::PRESETS;

/// Where an answer goes on the command line.
#[derive(Clone)]
pub enum AnswerSlot {
    /// As a word by itself.
    Place,
    /// After this flag.
    Flag(String),
    /// After a flag that takes `KEY=VALUE`, behind this key.
    Key(String, String),
}

/// What is wanted.
#[derive(Clone)]
pub enum AnswerKind {
    Day,
    Child,
    /// Any number of children, or a class.
    Children,
    Staff,
    Class,
    Rule,
    Role,
    /// A record, of those entered last.
    Event,
    /// A cell of a register's column.
    Cell(Column),
    /// A field of a child's or of a member of staff's file.
    Fact(&'static [Field], &'static Field),
    /// Fields with new values, one after another.
    Changes,
    /// One of these: the word that is typed, and what it is called. Others are taken too when the
    /// last part says so.
    OneOf(Vec<(String, String)>, bool),
    /// Whether each child has a row of its own: a flag without a value.
    Each,
    Text,
}

/// One question.
#[derive(Clone)]
pub struct FormField {
    pub id: String,
    pub slot: AnswerSlot,
    pub prompt: String,
    pub wanted: AnswerKind,
    pub needed: bool,
}

impl FormField {
    /// Is it a fact that not everybody may see?
    pub fn is_closed(&self) -> bool {
        match &self.wanted {
            AnswerKind::Fact(_, field) => field.privacy != Privacy::Open,
            AnswerKind::Cell(column) if matches!(self.slot, AnswerSlot::Key(..)) => {
                column.privacy != CellPrivacy::As(Privacy::Open)
            }
            _ => false,
        }
    }
}

/// Flags that no paper form asks for.
const UNASKED: [&str; 10] = [
    "force",
    "like_last",
    "household",
    "except",
    "class",
    "op_id",
    "rows",
    "all",
    "elder",
    "known_at",
];

/// The questions of a command for what was not given, in the order of its form.
pub fn questions(
    command: &Command,
    register: Option<&Register>,
    given: &ArgMatches,
) -> Vec<FormField> {
    let is_given = |arg: &Arg| {
        let source = given.try_contains_id(arg.get_id().as_str()).ok();
        source == Some(true) && given.value_source(arg.get_id().as_str()).is_some_and(is_typed)
    };
    let of_group = |arg: &Arg| {
        let mut groups = command.get_groups().filter(|group| group.is_required_set());
        groups.any(|group| group.get_args().any(|id| id == arg.get_id()))
    };
    let name = command.get_name();
    let own = command.get_arguments().filter(|arg| !arg.is_global_set() && !is_given(arg));
    // Whoever only looks something up need not say what is to be unmasked.
    let reveals = command.get_arguments().any(|arg| arg.get_id() == "reveal");
    let own = own.filter(|arg| !reveals || !["reveal", "reason"].contains(&arg.get_id().as_str()));
    let mut questions: Vec<FormField> =
        own.flat_map(|arg| of_arg(arg, name, register, is_class_given(given))).collect();
    for question in &mut questions {
        let arg = command.get_arguments().find(|arg| arg.get_id() == question.id.as_str());
        question.needed |= arg.is_some_and(of_group);
    }
    if register.is_some() {
        // The form says when before it says who, and ends with what there is to remark.
        questions.sort_by_key(|own| match own.id.as_str() {
            "date" => 0,
            "children" => 1,
            EACH => 2,
            "note" => 4,
            _ => 3,
        });
    }
    questions
}

/// Was nothing typed of all that a command takes for itself?
pub fn is_untouched(command: &Command, given: &ArgMatches) -> bool {
    let mut own = command.get_arguments().filter(|arg| !arg.is_global_set());
    !own.any(|arg| given.value_source(arg.get_id().as_str()).is_some_and(is_typed))
}

fn is_typed(source: clap::parser::ValueSource) -> bool {
    source == clap::parser::ValueSource::CommandLine
}

fn is_class_given(given: &ArgMatches) -> bool {
    let has = |id: &str| {
        matches!(given.try_contains_id(id), Ok(true))
            && given.value_source(id).is_some_and(is_typed)
    };
    ["class", "all", "rows"].into_iter().any(has)
}

fn of_arg(
    arg: &Arg,
    command: &str,
    register: Option<&Register>,
    is_class_given: bool,
) -> Vec<FormField> {
    let id = arg.get_id().as_str();
    let column = register.and_then(|own| own.column(id));
    let unasked =
        UNASKED.contains(&id) && column.is_none() && (register.is_some() || id != "class");
    let is_switch = !matches!(arg.get_action(), ArgAction::Set | ArgAction::Append) && id != EACH;
    if unasked || is_switch || id == "children" && is_class_given {
        return Vec::new();
    }
    if id == "set" && command == "add-child" {
        return of_fields();
    }
    let slot = match arg.is_positional() {
        true => AnswerSlot::Place,
        false => AnswerSlot::Flag(format!("--{}", arg.get_long().unwrap_or(id))),
    };
    let (wanted, prompt) = match column {
        Some(column) => {
            (AnswerKind::Cell(column.clone()), label(&column.label, spoken()).to_owned())
        }
        None => {
            let common = common_columns(spoken()).find(|(name, _)| *name == id);
            let common = common.filter(|_| register.is_some()).map(|(_, word)| word.to_owned());
            (wanted(arg, command), common.unwrap_or_else(|| first_words(arg)))
        }
    };
    let needs_children = register.is_some_and(|own| own.needs_children);
    let needed = match id {
        "children" => needs_children,
        _ => arg.is_required_set() || column.is_some_and(|own| own.required),
    };
    vec![FormField { id: id.to_owned(), slot, prompt, wanted, needed }]
}

/// The fields of a child's form that have no flag of their own.
fn of_fields() -> Vec<FormField> {
    let field = |path: &&str| schema::find(schema::CHILD, path);
    let question = |field: &'static Field| FormField {
        id: field.path.to_owned(),
        slot: AnswerSlot::Key("--set".to_owned(), field.path.to_owned()),
        prompt: label(&field.label, spoken()).to_owned(),
        wanted: AnswerKind::Fact(schema::CHILD, field),
        needed: false,
    };
    CHILD_FORM.iter().filter_map(field).map(question).collect()
}

fn wanted(arg: &Arg, command: &str) -> AnswerKind {
    let id = arg.get_id().as_str();
    if id == EACH {
        return AnswerKind::Each;
    }
    let fields = match command {
        "add-child" => schema::CHILD,
        "add-staff" => schema::STAFF,
        _ => &[],
    };
    if let Some(field) = schema::find(fields, id).filter(|own| own.path != "class") {
        return AnswerKind::Fact(fields, field);
    }
    if command == "leave" && id == "reason" {
        return one_of(EXIT_REASONS, true);
    }
    if id == "outcome" {
        return AnswerKind::OneOf(outcomes(), false);
    }
    let listed = arg.get_possible_values();
    if !listed.is_empty() {
        let own = |value: &clap::builder::PossibleValue| value.get_name().to_owned();
        return AnswerKind::OneOf(
            listed.iter().map(|value| (own(value), own(value))).collect(),
            false,
        );
    }
    let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let called = |help: Help| name.as_deref() == Some(say(help).as_str());
    match () {
        () if id == "children" => AnswerKind::Children,
        () if called(Help::ValueChild) => AnswerKind::Child,
        () if called(Help::ValueStaff) => AnswerKind::Staff,
        () if called(Help::ValueClass) => AnswerKind::Class,
        () if called(Help::ValueRule) => AnswerKind::Rule,
        () if called(Help::ValueRole) => AnswerKind::Role,
        () if called(Help::ValueEvent) => AnswerKind::Event,
        () if called(Help::ValueDate) => AnswerKind::Day,
        () if called(Help::ValuePreset) => {
            let own = PRESETS.iter().map(|preset| (preset.name.to_owned(), preset.name.to_owned()));
            AnswerKind::OneOf(own.collect(), false)
        }
        () if called(Help::ValueKeyValue) => AnswerKind::Changes,
        () => AnswerKind::Text,
    }
}

/// The outcomes of an event.
pub fn outcomes() -> Vec<(String, String)> {
    let said = |words: &[&str]| match spoken() {
        Lang::Zh => words.first().map(ToString::to_string),
        Lang::En => words.last().map(ToString::to_string),
    };
    OUTCOMES.iter().filter_map(|(code, words)| Some(((*code).to_owned(), said(words)?))).collect()
}

fn one_of(choices: &[(&str, Words)], takes_others: bool) -> AnswerKind {
    let own = choices.iter().map(|(code, words)| ((*code).to_owned(), said(*words)));
    AnswerKind::OneOf(own.collect(), takes_others)
}

/// The choices of a column or a field, when it has some: what is typed and what it is called.
pub fn choices(wanted: &AnswerKind) -> Vec<(String, String)> {
    match wanted {
        AnswerKind::OneOf(choices, _) => choices.clone(),
        AnswerKind::Each => [WizardWord::OneRow, WizardWord::RowEach]
            .map(|own| (own.text(spoken()), own.text(spoken())))
            .to_vec(),
        AnswerKind::Cell(column) => match &column.holds {
            ColumnType::Choice(choices) => choices
                .iter()
                .map(|own| (own.code.clone(), label(&own.label, spoken()).to_owned()))
                .collect(),
            _ => Vec::new(),
        },
        AnswerKind::Fact(_, field) => match field.holds {
            FieldType::Choice(choices) | FieldType::Suggested(choices) => {
                choices.iter().map(|(code, words)| ((*code).to_owned(), said(*words))).collect()
            }
            FieldType::Bool => [("true", ("是", "yes")), ("false", ("否", "no"))]
                .map(|(code, words)| (code.to_owned(), said(words)))
                .to_vec(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// What a flag's help begins with: 开始日期 of “开始日期（默认今天）”.
fn first_words(arg: &Arg) -> String {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    help.split(['（', '(', '：', ':', '；', ';', '，', ','])
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}
