//! Descriptions of registers: those that come with the program, and the home's own.

use std::collections::BTreeMap;

use super::disk::{self, Disk};
use super::source::{Findings, Shows, Source};
use super::table::{Table, read_document};
use super::{layout, sheet_choices};
use crate::domain::label::Label;
use crate::domain::privacy::{PRIVACY_NAMES, Privacy};
use crate::domain::problem::{Lines, Name, Noun};
use crate::domain::register::{
    AS_FIELD, CellPrivacy, Choice, Column, ColumnType, HEAD, Register, SHIPPED, TAIL,
};
use crate::domain::score_sheet::MARKS;

const TYPE_NAMES: [&str; 5] = ["text", "choice", "date", "integer", "decimal"];

/// The registers a home has: all their names, and the descriptions that rules ask for.
pub struct Registers<'r> {
    pub names: &'r [String],
    /// Reads a description into the map when it is not there yet.
    pub fetch: &'r mut dyn FnMut(&str, &mut BTreeMap<String, Register>),
    pub read: BTreeMap<String, Register>,
}

impl Registers<'_> {
    /// The description of a register.
    pub fn get(&mut self, name: &str) -> Option<&Register> {
        if !self.read.contains_key(name) && self.names.iter().any(|own| own == name) {
            (self.fetch)(name, &mut self.read);
        }
        self.read.get(name)
    }
}

/// A description as one file gives it; a home's file may give a part of it.
struct Described {
    zh: Option<String>,
    en: Option<String>,
    aliases: Vec<String>,
    synonyms: Vec<String>,
    restricted: Option<bool>,
    needs_children: Option<bool>,
    planned: Option<bool>,
    columns: Vec<Column>,
}

/// The names of the registers that come with the program.
pub fn shipped_names() -> Vec<String> {
    SHIPPED.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// The names of every register of a home: shipped, then its own.
pub fn names(root: &std::path::Path) -> Disk<Vec<String>> {
    let mut names = shipped_names();
    for entry in disk::list(&root.join(layout::REGISTERS))? {
        if let Some(name) = entry.name.strip_suffix(".toml")
            && !names.iter().any(|own| own == name)
        {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

/// Is there a register of this name?
pub fn is_described(root: &std::path::Path, name: &str) -> bool {
    let own = || disk::exists(&root.join(layout::REGISTERS).join(format!("{name}.toml")));
    SHIPPED.iter().any(|(shipped, _)| *shipped == name) || own()
}

/// Is the description of a register the shipped one, and a word not in it? Then nothing of it is
/// called so, and it need not be read.
pub fn is_without(root: &std::path::Path, name: &str, word: &str) -> bool {
    let file = root.join(layout::REGISTERS).join(format!("{name}.toml"));
    // What the register of marks knows is also in the home's score sheets.
    name != MARKS
        && SHIPPED.iter().any(|(shipped, text)| *shipped == name && !text.contains(word))
        && matches!(disk::read(&file), Ok(None))
}

/// The description of a register: the shipped one, changed by the home's file. `None` when there
/// is neither, or when a fault was found.
pub fn read(root: &std::path::Path, name: &str, findings: &Findings) -> Disk<Option<Register>> {
    let file = root.join(layout::REGISTERS).join(format!("{name}.toml"));
    let mut register = of_bytes(name, disk::read(&file)?, findings);
    if let Some(marks) = register.as_mut().filter(|own| own.name == MARKS) {
        sheet_choices::add_choices(root, marks)?;
    }
    Ok(register)
}

/// The same, with the bytes that the home's file has.
pub fn of_bytes(name: &str, own: Option<Vec<u8>>, findings: &Findings) -> Option<Register> {
    let file = || format!("{}/{name}.toml", layout::REGISTERS);
    let shipped = SHIPPED
        .iter()
        .find(|(own, _)| *own == name)
        .map(|(_, text)| describe(file(), text.as_bytes().to_vec(), findings));
    let own = own.map(|bytes| describe(file(), bytes, findings));
    match (shipped.flatten(), own) {
        (shipped, None) => shipped.map(|described| described.into_register(name)),
        (_, Some(None)) => None,
        (None, Some(Some(own))) => Some(own.into_register(name)),
        (Some(shipped), Some(Some(own))) => Some(shipped.changed_by(own).into_register(name)),
    }
}

impl Described {
    fn into_register(self, name: &str) -> Register {
        let or_name = |label: Option<String>| label.unwrap_or_else(|| name.to_owned());
        Register {
            name: name.to_owned(),
            label: Label::new(or_name(self.zh), or_name(self.en)),
            aliases: self.aliases,
            synonyms: self.synonyms,
            restricted: self.restricted.unwrap_or_default(),
            needs_children: self.needs_children.unwrap_or_default(),
            planned: self.planned.unwrap_or_default(),
            columns: self.columns,
        }
    }

    /// What the home's file says wins; a column of the same name is replaced, others are added.
    fn changed_by(mut self, own: Described) -> Described {
        self.zh = own.zh.or(self.zh);
        self.en = own.en.or(self.en);
        self.restricted = own.restricted.or(self.restricted);
        self.needs_children = own.needs_children.or(self.needs_children);
        self.planned = own.planned.or(self.planned);
        self.aliases.extend(own.aliases);
        self.synonyms.extend(own.synonyms);
        for column in own.columns {
            match self.columns.iter_mut().find(|shipped| shipped.name == column.name) {
                Some(shipped) => *shipped = column,
                None => self.columns.push(column),
            }
        }
        self
    }
}

fn describe(file: String, bytes: Vec<u8>, findings: &Findings) -> Option<Described> {
    let source = Source::new(file, &bytes, findings, Shows::Everything)?;
    read_document(&source, |table| {
        let own = |text: Option<&str>| text.map(str::to_owned);
        let described = Described {
            zh: own(table.text("zh")),
            en: own(table.text("en")),
            aliases: plain(table.texts("aliases")),
            synonyms: plain(table.texts("synonyms")),
            restricted: table.truth("restricted"),
            needs_children: table.truth("needs_children"),
            planned: table.truth("planned"),
            columns: columns(table.tables("column")),
        };
        table.finish();
        described
    })
}

fn plain(texts: Option<Vec<(&str, std::ops::Range<usize>)>>) -> Vec<String> {
    texts.into_iter().flatten().map(|(text, _)| text.to_owned()).collect()
}

fn columns(tables: Vec<Table>) -> Vec<Column> {
    let mut columns = Vec::new();
    for table in tables {
        let own = column(table, &columns);
        columns.extend(own);
    }
    columns
}

/// A column whose name is not taken, by every log's own columns or by one `before` it.
fn column(table: Table, before: &[Column]) -> Option<Column> {
    let name = table.need_text("name");
    let kind = table.one_of("type", &TYPE_NAMES).unwrap_or("text");
    let choices = table.tables("choices").into_iter().filter_map(choice).collect();
    let label = |text: Option<&str>| text.or(name).unwrap_or_default().to_owned();
    let label = Label::new(label(table.text("zh")), label(table.text("en")));
    let required = table.truth("required").unwrap_or_default();
    let privacy = privacy(&table);
    let aliases = plain(table.texts("aliases"));
    if let Some(name) = name
        && (HEAD.iter().chain(&TAIL).any(|own| *own == name)
            || before.iter().any(|own| own.name == name))
    {
        table.tell(table.place("name"), Lines::DoubleColumn { column: Name::typed(name) });
    }
    table.finish();
    let holds = match kind {
        "choice" => ColumnType::Choice(choices),
        "date" => ColumnType::Date,
        "integer" => ColumnType::Integer,
        "decimal" => ColumnType::Decimal,
        _ => ColumnType::Text,
    };
    Some(Column { name: name?.to_owned(), label, holds, required, privacy, aliases })
}

/// How private a column's cells are; open when the description does not say.
fn privacy(table: &Table) -> CellPrivacy {
    let words: Vec<&'static str> = PRIVACY_NAMES.into_iter().chain([AS_FIELD]).collect();
    match table.has("privacy").then(|| table.one_of("privacy", &words)).flatten() {
        Some(AS_FIELD) => CellPrivacy::AsField,
        word => CellPrivacy::As(word.and_then(Privacy::parse).unwrap_or_default()),
    }
}

fn choice(table: Table) -> Option<Choice> {
    let code = table.need_text("code");
    let label = |text: Option<&str>| text.or(code).unwrap_or_default().to_owned();
    let label = Label::new(label(table.text("zh")), label(table.text("en")));
    table.finish();
    Some(Choice { code: code?.to_owned(), label })
}

/// Tells of a register that is not known, with the nearest that is.
pub fn tell_unknown(table: &Table, name: &str, span: std::ops::Range<usize>, names: &[String]) {
    table.is_known(Noun::Register, name, span, names.iter().map(String::as_str));
}
