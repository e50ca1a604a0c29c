//! How the headings of a school's sheets are understood: what the program knows, and what the clerk
//! has said, which is remembered.

use std::collections::BTreeMap;

use super::sheeted::Sheeted;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::grid::heading_words::{CODE, plain_or_all, says_nothing};
use crate::domain::grid::kinds::SheetKind;
use crate::domain::grid::list_words::{PAIRS, STAFF, TERMS};
use crate::domain::grid::roster_words::{CHILDREN, TICKED};
use crate::domain::home::Home;
use crate::domain::privacy::Gate;
use crate::domain::register::Register;
use crate::domain::schema;
use crate::lang::import_words::ImportSaid;
use crate::lang::{Lang, label, words};
use crate::storage::{disk, heading_map, layout};

/// Rows that are shown as they were read.
const SHOWN: usize = 3;

/// Headings by the kind of list: what each means, blank for what is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadingMap(BTreeMap<String, BTreeMap<String, String>>);

impl HeadingMap {
    /// What was remembered on this machine; nothing where that cannot be read.
    pub fn remembered(context: &Context) -> HeadingMap {
        let Ok(root) = context.root() else { return HeadingMap::default() };
        let bytes = disk::read(&root.join(layout::HEADINGS)).ok().flatten().unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        serde_json::from_str(&text).map(HeadingMap).unwrap_or_default()
    }

    /// The map of a file: `"HEADING" = "field"` in lines, for all kinds or under `[roster]`,
    /// `[talk]` and so on.
    pub fn read(context: &Context, file: &str) -> Result<HeadingMap, Failure> {
        let lang = context.lang;
        let refuse = |why: ImportSaid| Failure::Usage(vec![why.text(lang)]);
        let bytes = disk::read(&context.directory.join(file))?;
        let bytes = bytes.ok_or_else(|| refuse(ImportSaid::NoFile { file }))?;
        let text = crate::storage::encoding::sheet(&bytes);
        let lines = text.and_then(|text| heading_map::parse(&text));
        let lines = lines.ok_or_else(|| refuse(ImportSaid::BadMap { file }))?;
        let mut map = HeadingMap::default();
        for (kind, heading, field) in lines {
            map.set(kind.as_deref().unwrap_or(EVERY), &heading, &field);
        }
        Ok(map)
    }

    fn set(&mut self, kind: &str, heading: &str, field: &str) {
        let heading: Vec<String> = heading.split('·').map(plain_or_all).collect();
        let own = self.0.entry(kind.to_owned()).or_default();
        own.insert(heading.join("·"), field.trim().to_owned());
    }

    /// With another's headings, which go before its own.
    pub fn with(mut self, other: HeadingMap) -> HeadingMap {
        for (kind, headings) in other.0 {
            self.0.entry(kind).or_default().extend(headings);
        }
        self
    }

    /// The meaning of a heading in a list of a kind.
    pub fn meaning(&self, kind: &SheetKind, heading: &str) -> Option<String> {
        let own = self.0.get(kind.name()).and_then(|own| own.get(heading));
        own.or_else(|| self.0.get(EVERY)?.get(heading)).cloned()
    }

    /// Keeps it for the next file.
    ///
    /// # Errors
    /// The disk failed.
    pub fn remember(&self, context: &Context) -> Result<(), Failure> {
        let path = context.root()?.join(layout::HEADINGS);
        let text = serde_json::to_string_pretty(&self.0).unwrap_or_default();
        Ok(disk::put_out(&path, text.as_bytes())?)
    }
}

/// The headings of a map that are under no kind.
const EVERY: &str = "*";

/// Refuses a map that names what there is not.
///
/// # Errors
/// It does.
pub fn check(map: &HeadingMap, registers: &[&Register], lang: Lang) -> Result<(), Failure> {
    let is_field = |kind: &str, field: &str| {
        let of = |kind: &str| match kind {
            "roster" => {
                schema::find(schema::CHILD, field).is_some()
                    || field.starts_with("x.")
                    || CHILDREN.fields.iter().any(|(own, _)| *own == field)
            }
            "staff" => STAFF.fields.iter().any(|(own, _)| *own == field),
            "pairs" => PAIRS.fields.iter().any(|(own, _)| *own == field),
            "calendar" => TERMS.fields.iter().any(|(own, _)| *own == field),
            name => registers.iter().any(|own| own.name == name && own.has_column(field)),
        };
        let names = || registers.iter().map(|own| own.name.as_str());
        match kind {
            EVERY => ["roster", "staff", "pairs", "calendar"].into_iter().chain(names()).any(of),
            kind => of(kind),
        }
    };
    let all = map.0.iter().flat_map(|(kind, own)| own.iter().map(move |pair| (kind, pair)));
    for (kind, (heading, field)) in all {
        if !field.is_empty() && field != CODE && !is_field(kind, field) {
            let why = ImportSaid::NoSuchField { heading, field };
            return Err(Failure::Usage(vec![why.text(lang)]));
        }
    }
    Ok(())
}

/// What a sheet was taken for: its kind, its columns, and its first rows as they were read.
pub fn shown(sheeted: &Sheeted, home: &Home, lang: Lang) -> Vec<String> {
    let row = sheeted.table.heads.start + 1;
    let sheet = match sheeted.grid.name.as_str() {
        "" => sheeted.file.to_owned(),
        name => format!("{} [{name}]", sheeted.file),
    };
    let kind = kind_said(&sheeted.kind, home, lang);
    let head = ImportSaid::SheetIs { sheet: &sheet, kind: &kind, row }.text(lang);
    let columns = &sheeted.table.columns;
    let taken = columns.iter().filter(|own| own.means.is_some());
    let taken: Vec<String> = taken
        .map(|own| {
            let means = meaning_said(&sheeted.kind, own.means.as_deref().unwrap_or(""), home, lang);
            if own.shown == means { means } else { format!("{} → {means}", own.shown) }
        })
        .collect();
    let mut lines = vec![head, ImportSaid::Mapped { columns: &taken.join("，") }.text(lang)];
    lines.extend(left_out(sheeted, lang));
    for row in sheeted.rows.iter().take(SHOWN) {
        let cells = decoded(sheeted, *row, home);
        lines.push(ImportSaid::Decoded { row: row + 1, cells: &cells }.text(lang));
    }
    if sheeted.fills_down {
        lines.push(ImportSaid::FilledDown.text(lang));
    }
    if !sheeted.passed_over.is_empty() {
        let others: Vec<String> =
            sheeted.passed_over.iter().map(|row| (row + 1).to_string()).collect();
        lines.push(ImportSaid::LeftOut { rows: &others.join("、") }.text(lang));
    }
    lines
}

/// The columns that say something and are not taken.
pub fn left_out(sheeted: &Sheeted, lang: Lang) -> Option<String> {
    let left = sheeted.table.columns.iter().filter(|own| {
        own.means.is_none() && !own.path.last().is_some_and(|word| says_nothing(word))
    });
    let left: Vec<&str> = left.map(|own| own.shown.as_str()).collect();
    (!left.is_empty()).then(|| ImportSaid::Unmapped { columns: &left.join("，") }.text(lang))
}

/// A row as it was read; what is not open is masked.
fn decoded(sheeted: &Sheeted, row: usize, home: &Home) -> String {
    let gate = Gate::shut();
    let cells = sheeted.table.columns.iter().filter_map(|own| {
        let means = own.means.as_deref()?;
        let words = sheeted.cell(row, own.column, means).words();
        if words.is_empty() || means == CODE {
            return None;
        }
        let field = means.split(TICKED).next().unwrap_or(means);
        let guard = match &sheeted.kind {
            SheetKind::Children if ["name", "grade", "class_number", "joined"].contains(&field) => {
                None
            }
            SheetKind::Children => Some(schema::guard(schema::CHILD, field)),
            SheetKind::Staff if field == "phone" => Some(schema::guard(schema::STAFF, field)),
            SheetKind::Register(name) => {
                let register = home.registers.get(name)?;
                let is_own = register.column(field).is_some();
                (is_own && !register.column(field)?.may_be_repeated())
                    .then_some(schema::guard(schema::CHILD, "x.note"))
            }
            _ => None,
        };
        Some(guard.map_or(words.clone(), |guard| guard.over(words).shown(&gate)))
    });
    cells.collect::<Vec<_>>().join(" | ")
}

/// A kind of list as people call it.
pub fn kind_said(kind: &SheetKind, home: &Home, lang: Lang) -> String {
    match kind {
        SheetKind::Children => ImportSaid::Roster.text(lang),
        SheetKind::Staff => ImportSaid::Staff.text(lang),
        SheetKind::Pairs => ImportSaid::Pairs.text(lang),
        SheetKind::Terms => ImportSaid::Terms.text(lang),
        SheetKind::Register(name) => {
            let own = home.registers.get(name);
            own.map_or_else(|| name.clone(), |own| label(&own.label, lang).to_owned())
        }
    }
}

/// A column of a register as people call it.
pub fn heading(register: &Register, name: &str, lang: Lang) -> String {
    named(register, name, lang).unwrap_or_else(|| name.to_owned())
}

/// The same, where it has such a name.
fn named(register: &Register, name: &str, lang: Lang) -> Option<String> {
    let own = register.column(name).map(|column| label(&column.label, lang));
    let common = || words::common_columns(lang).find(|(own, _)| *own == name);
    own.or_else(|| common().map(|(_, word)| word)).map(str::to_owned)
}

/// What a column was taken for, as people call it.
pub fn meaning_said(kind: &SheetKind, means: &str, home: &Home, lang: Lang) -> String {
    let (field, code) = means.split_once(TICKED).unwrap_or((means, ""));
    let own = match kind {
        SheetKind::Register(name) => {
            home.registers.get(name).and_then(|own| named(own, field, lang))
        }
        _ => schema::find(schema::CHILD, field).map(|own| label(&own.label, lang).to_owned()),
    };
    let listed = || {
        let tables = [CHILDREN.fields, STAFF.fields, PAIRS.fields, TERMS.fields];
        let own = tables.iter().flat_map(|table| table.iter()).find(|(own, _)| *own == field);
        own.and_then(|(_, words)| words.first()).map(|word| (*word).to_owned())
    };
    let own = own.or_else(listed).unwrap_or_else(|| field.to_owned());
    if code.is_empty() { own } else { format!("{own}（{code}）") }
}

/// Refuses a table with two columns of one meaning; of ticked ones each has its own.
pub fn twice(sheeted: &Sheeted, home: &Home, lang: Lang) -> Option<String> {
    let twice = sheeted.table.twice();
    let means = twice.first()?;
    let same = sheeted.table.columns.iter().filter(|own| own.means.as_deref() == Some(means));
    let headings: Vec<&str> = same.map(|own| own.shown.as_str()).collect();
    let said = meaning_said(&sheeted.kind, means, home, lang);
    Some(ImportSaid::Twice { heading: &headings.join("，"), means: &said }.text(lang))
}
