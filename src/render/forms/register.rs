//! The form of a register: a column for each of its description, and rows to be filled in.

use super::notes::{self, Offered};
use super::{FormLists, NewCode};
use crate::domain::register::{Column, Register};
use crate::lang::form_words::FormWord;
use crate::lang::words::{OUTCOMES, common_columns};
use crate::lang::{Lang, label};
use crate::render::workbook::{Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow};

/// So many empty rows a form has.
pub const EMPTY_ROWS: usize = 30;

/// How wide columns are, in half Chinese letters: of dates and names, of texts, of what is owed.
const NARROW: usize = 10;
const TEXT: usize = 16;
const OWED: usize = 30;

/// What stands in a row already.
#[derive(Debug, Default)]
pub struct FilledRow {
    pub children: String,
    pub class: String,
    pub staff: String,
    pub owed: String,
}

/// A form of a register.
pub struct RegisterForm<'a> {
    pub register: &'a Register,
    pub lists: &'a FormLists,
    /// The rows that stand there already; without, the form has empty rows.
    pub owed: Option<&'a [FilledRow]>,
    pub code: NewCode<'a>,
    pub lang: Lang,
}

/// What a column of the form is for.
#[derive(Clone, Copy)]
enum FormPart<'r> {
    Date,
    Children,
    Class,
    Staff,
    Own(&'r Column),
    Outcome,
    Note,
    Owed,
    Code,
}

impl RegisterForm<'_> {
    /// The sheet.
    pub fn sheet(&self) -> Worksheet {
        let parts = self.parts();
        let empty: Vec<FilledRow> = match self.owed {
            Some(_) => Vec::new(),
            None => (0..EMPTY_ROWS).map(|_| FilledRow::default()).collect(),
        };
        let rows = self.owed.unwrap_or(&empty).iter();
        let name = label(&self.register.label, self.lang).to_owned();
        Worksheet {
            columns: parts.iter().map(|part| self.column(*part)).collect(),
            rows: rows.map(|row| self.row(row, &parts)).collect(),
            page_head: Some(name.clone()),
            name,
            to_fill: true,
            // Day and child.
            repeated: 2,
            ..Worksheet::default()
        }
    }

    fn parts(&self) -> Vec<FormPart<'_>> {
        let register = self.register;
        let own_class = register.column_called(&FormWord::Class.text(self.lang)).is_some();
        let class = (!own_class).then_some(FormPart::Class);
        let owed = self.owed.map(|_| FormPart::Owed);
        let own = register.columns.iter().map(FormPart::Own);
        [FormPart::Date, FormPart::Children]
            .into_iter()
            .chain(class)
            .chain([FormPart::Staff])
            .chain(owed)
            .chain(own)
            .chain([FormPart::Outcome, FormPart::Note, FormPart::Code])
            .collect()
    }

    fn row(&self, row: &FilledRow, parts: &[FormPart]) -> WorksheetRow {
        let cell = |part: &FormPart| -> WorksheetCell {
            match part {
                FormPart::Children => row.children.clone().into(),
                FormPart::Class => row.class.clone().into(),
                FormPart::Staff => row.staff.clone().into(),
                FormPart::Owed => row.owed.clone().into(),
                FormPart::Code => (self.code)().into(),
                FormPart::Date | FormPart::Own(_) | FormPart::Outcome | FormPart::Note => {
                    WorksheetCell::Blank
                }
            }
        };
        WorksheetRow::Cells(parts.iter().map(cell).collect())
    }

    fn column(&self, part: FormPart) -> WorksheetColumn {
        let lang = self.lang;
        let plain = |heading: String, note: FormWord| WorksheetColumn {
            note: Some(note.text(lang)),
            width: NARROW,
            ..WorksheetColumn::headed(heading)
        };
        let people = |column: WorksheetColumn, choices: &[String]| WorksheetColumn {
            choices: choices.to_vec(),
            takes_others: true,
            ..column
        };
        let own = match part {
            FormPart::Date => WorksheetColumn {
                is_required: true,
                ..plain(self.common("date"), FormWord::DateNote)
            },
            FormPart::Children => WorksheetColumn {
                is_required: self.register.needs_children,
                ..people(
                    plain(FormWord::Children.text(lang), FormWord::ChildrenNote),
                    &self.lists.children,
                )
            },
            FormPart::Class => {
                people(plain(FormWord::Class.text(lang), FormWord::ClassNote), &self.lists.classes)
            }
            FormPart::Staff => {
                people(plain(self.common("staff"), FormWord::StaffNote), &self.lists.staff)
            }
            FormPart::Own(column) => self.own(column),
            FormPart::Outcome => WorksheetColumn {
                choices: OUTCOMES.iter().filter_map(|(_, words)| outcome(words, lang)).collect(),
                ..plain(self.common("outcome"), FormWord::OutcomeNote)
            },
            FormPart::Note => {
                WorksheetColumn { width: TEXT, ..plain(self.common("note"), FormWord::TextNote) }
            }
            FormPart::Owed => WorksheetColumn {
                width: OWED,
                ..plain(FormWord::Owed.text(lang), FormWord::OwedNote)
            },
            FormPart::Code => WorksheetColumn {
                is_hidden: true,
                ..plain(FormWord::Code.text(lang), FormWord::CodeNote)
            },
        };
        let required = own.is_required.then(|| FormWord::Required.text(lang));
        let note = required.into_iter().chain(own.note).collect::<Vec<_>>().join("\n");
        WorksheetColumn { note: Some(note), ..own }
    }

    /// The heading of a column that every register has, unless one of its own is called so.
    fn common(&self, name: &str) -> String {
        let mut all = common_columns(self.lang);
        let word = all.find(|(own, _)| *own == name).map_or(name, |(_, word)| word);
        let is_taken = self.register.column_called(word).is_some();
        if is_taken { name.to_owned() } else { word.to_owned() }
    }

    fn own(&self, column: &Column) -> WorksheetColumn {
        let Offered { choices, takes_others, note } = notes::of_column(column, self.lang);
        let word = label(&column.label, self.lang);
        let columns = &self.register.columns;
        let alike = columns.iter().filter(|own| label(&own.label, self.lang) == word).count();
        let heading = if alike == 1 { word } else { &column.name };
        let is_text = matches!(column.holds, crate::domain::register::ColumnType::Text);
        WorksheetColumn {
            note: Some(note),
            choices,
            takes_others,
            is_required: column.required,
            width: if is_text { TEXT } else { NARROW },
            ..WorksheetColumn::headed(heading)
        }
    }
}

/// What an outcome is called: its first word is Chinese, its last English.
fn outcome(words: &[&str], lang: Lang) -> Option<String> {
    let word = if lang == Lang::Zh { words.first() } else { words.last() };
    word.map(|word| (*word).to_owned())
}
