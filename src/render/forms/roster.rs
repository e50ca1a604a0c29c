//! The form of the roster: a column for each field of a child, those of a person under one heading.

use super::notes::{self, Offered};
use super::register::EMPTY_ROWS;
use super::{FormLists, NewCode};
use crate::domain::schema::{self, Field, FieldType};
use crate::lang::form_words::FormWord;
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::lang::{Lang, label};
use crate::render::workbook::{Worksheet, WorksheetCell, WorksheetColumn, WorksheetRow};

/// What a column of the roster is for.
#[derive(Clone, Copy)]
pub enum RosterPart {
    Number,
    Name,
    Field(&'static Field),
    Joined,
    Code,
}

/// A column of the roster, by what people call it.
pub struct RosterColumn {
    pub part: RosterPart,
    /// Whose: 父亲 above 姓名 and 电话.
    pub group: Option<String>,
    pub heading: String,
}

/// The columns in their order.
pub fn columns(lang: Lang) -> Vec<RosterColumn> {
    let plain = |part, heading: String| RosterColumn { part, group: None, heading };
    let fields = schema::CHILD.iter().map(|field| {
        let (group, heading) = headings(field, lang);
        RosterColumn { part: RosterPart::Field(field), group, heading }
    });
    [
        plain(RosterPart::Number, Word::Number.text(lang)),
        plain(RosterPart::Name, FormWord::GivenName.text(lang)),
    ]
    .into_iter()
    .chain(fields)
    .chain([
        plain(RosterPart::Joined, FormWord::Joined.text(lang)),
        plain(RosterPart::Code, FormWord::Code.text(lang)),
    ])
    .collect()
}

/// What stands above a field: of one of a person, the person, and what it is of theirs.
fn headings(field: &Field, lang: Lang) -> (Option<String>, String) {
    let own = label(&field.label, lang);
    let table = field.path.split_once('.').map(|(table, _)| format!("{table}.name"));
    let person = table.and_then(|path| schema::find(schema::CHILD, &path));
    let Some(person) = person else { return (None, own.to_owned()) };
    let group = label(&person.label, lang);
    if person.path == field.path {
        return (Some(group.to_owned()), FormWord::GivenName.text(lang));
    }
    // 紧急联系人 above 电话, where the field is 紧急电话.
    let alike = group.chars().zip(own.chars()).take_while(|(one, other)| one == other).count();
    let rest: String = own.chars().skip(alike).collect();
    let rest = rest.trim_start_matches("'s").trim().to_owned();
    (Some(group.to_owned()), rest)
}

/// The sheet, with empty rows.
pub fn sheet(lists: &FormLists, code: NewCode, lang: Lang) -> Worksheet {
    let columns = columns(lang);
    let cell = |column: &RosterColumn| match column.part {
        RosterPart::Code => code().into(),
        // A number would make a row of one that nobody filled in.
        RosterPart::Number | RosterPart::Name | RosterPart::Field(_) | RosterPart::Joined => {
            WorksheetCell::Blank
        }
    };
    let row = || WorksheetRow::Cells(columns.iter().map(cell).collect());
    let name = Listing::Roster.text(lang);
    Worksheet {
        columns: columns.iter().map(|own| column(own, lists, lang)).collect(),
        rows: std::iter::repeat_with(row).take(EMPTY_ROWS).collect(),
        page_head: Some(name.clone()),
        name,
        to_fill: true,
        // Number and name.
        repeated: 2,
        ..Worksheet::default()
    }
}

fn column(own: &RosterColumn, lists: &FormLists, lang: Lang) -> WorksheetColumn {
    let plain = WorksheetColumn {
        group: own.group.clone(),
        ..WorksheetColumn::headed(own.heading.clone())
    };
    let noted = |note: FormWord| Some(note.text(lang));
    match own.part {
        RosterPart::Number => plain,
        RosterPart::Name => WorksheetColumn {
            note: noted(FormWord::Required),
            is_required: true,
            width: "阿依古丽".len(),
            ..plain
        },
        RosterPart::Field(field) => {
            let Offered { choices, takes_others, note } = notes::of_field(field, lang);
            let is_class = field.path == "class";
            let choices = if is_class { lists.classes.clone() } else { choices };
            let width = width(field);
            WorksheetColumn { note: Some(note), choices, takes_others, width, ..plain }
        }
        RosterPart::Joined => WorksheetColumn { note: noted(FormWord::WholeDateNote), ..plain },
        RosterPart::Code => {
            WorksheetColumn { note: noted(FormWord::CodeNote), is_hidden: true, ..plain }
        }
    }
}

/// How much room a field's values need, in half Chinese letters.
fn width(field: &Field) -> usize {
    match (field.path, field.holds) {
        ("id_number" | "student_no" | "address", _) => 20,
        (_, FieldType::Date | FieldType::Texts) => 12,
        (path, FieldType::Text) if path.ends_with("work_place") => 16,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_column_of_the_roster_has_a_heading_of_its_own_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            let columns = columns(lang);
            let headings: HashSet<_> =
                columns.iter().map(|own| (own.group.clone(), own.heading.clone())).collect();
            assert_eq!(headings.len(), columns.len());
            assert!(columns.iter().all(|own| !own.heading.is_empty()));
        }
    }

    #[test]
    fn what_is_of_a_person_stands_below_the_person() {
        let all = columns(Lang::Zh);
        let called = |path: &str| {
            let path_of = |own: &RosterColumn| match own.part {
                RosterPart::Field(field) => Some(field.path),
                _ => None,
            };
            let own = all.iter().find(|own| path_of(own) == Some(path)).unwrap();
            format!("{} {}", own.group.clone().unwrap_or_default(), own.heading)
        };
        assert_eq!(called("sex"), " 性别");
        assert_eq!(called("father.name"), "父亲 姓名");
        assert_eq!(called("father.guardianship"), "父亲 监护能力");
        assert_eq!(called("carer.relation"), "监护人 与儿童关系");
        assert_eq!(called("emergency.phone"), "紧急联系人 电话");
        assert_eq!(called("contact_card.issued_on"), " 联系卡发放");
    }
}
