//! What a command has to show, as a value that every format draws.

use super::cell::Value;
use super::formats::ics::Feed;
use super::table::Table;

/// All that a command has to show.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    pub title: Option<String>,
    pub tables: Vec<Table>,
    pub footer: Option<String>,
    /// The order in which programs read the columns; those it does not name come after.
    pub keys: &'static [&'static str],
    /// The same as a calendar, where there is one.
    pub feed: Option<Feed>,
    /// How many of the last rows are left out.
    pub hidden: usize,
}

/// A table as one kind of reader sees it.
pub struct Sheet<'s> {
    pub heading: Option<String>,
    pub columns: Vec<&'s str>,
    pub rows: Vec<Vec<&'s Value>>,
}

const BLANK: &Value = &Value::Nothing;

impl Screen {
    /// What people read: headings and words.
    pub fn for_people(&self) -> Vec<Sheet<'_>> {
        let mut sheets: Vec<Sheet> = self.tables.iter().flat_map(people_sheets).collect();
        let mut hidden = self.hidden;
        for sheet in sheets.iter_mut().rev() {
            let own = hidden.min(sheet.rows.len());
            sheet.rows.truncate(sheet.rows.len() - own);
            hidden -= own;
        }
        sheets
    }

    /// What programs read: keys and codes, all tables in one.
    pub fn for_programs(&self) -> Sheet<'_> {
        let mut columns: Vec<&str> = self.keys.to_vec();
        let heads = self.tables.iter().flat_map(|table| &table.heads);
        for key in heads.filter_map(|head| head.key.as_deref()) {
            if !columns.contains(&key) {
                columns.push(key);
            }
        }
        let mut rows = Vec::new();
        for table in &self.tables {
            let place =
                |key: &&str| table.heads.iter().position(|head| head.key.as_deref() == Some(key));
            let places: Vec<Option<usize>> = columns.iter().map(place).collect();
            rows.extend(table.read_by_programs().map(|row| {
                let value =
                    |at: &Option<usize>| at.map_or(BLANK, |at| row.cells[at].for_programs());
                places.iter().map(value).collect()
            }));
        }
        rows.truncate(rows.len().saturating_sub(self.hidden));
        Sheet { heading: None, columns, rows }
    }
}

fn people_sheets(table: &Table) -> Vec<Sheet<'_>> {
    let heads = table.heads.iter().enumerate();
    let read: Vec<(usize, &str)> =
        heads.filter_map(|(at, head)| Some((at, head.heading.as_deref()?))).collect();
    if read.is_empty() {
        return Vec::new();
    }
    let values = |row: usize| {
        let cells = &table.rows[row].cells;
        read.iter().map(|(at, _)| cells[*at].for_people()).collect()
    };
    let sheet = |(heading, rows): (Option<String>, Vec<usize>)| Sheet {
        heading,
        columns: read.iter().map(|(_, heading)| *heading).collect(),
        rows: rows.into_iter().map(values).collect(),
    };
    table.read_by_people().into_iter().map(sheet).collect()
}
