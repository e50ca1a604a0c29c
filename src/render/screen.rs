//! What a command has to show, as a value that every format draws.

use super::cell::Value;
use super::feed::Feed;
use super::sheet::Sheet;

/// All that a command has to show.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    pub title: Option<String>,
    pub sheets: Vec<Sheet>,
    pub footer: Option<String>,
    /// The order in which programs read the columns; those it does not name come after.
    pub keys: &'static [&'static str],
    /// The same as a calendar, where there is one.
    pub feed: Option<Feed>,
    /// How many of the last rows are left out.
    pub hidden: usize,
}

/// A sheet as one kind of reader sees it.
pub struct Reading<'s> {
    pub heading: Option<String>,
    pub columns: Vec<&'s str>,
    pub rows: Vec<Vec<&'s Value>>,
}

const BLANK: &Value = &Value::Nothing;

impl Screen {
    /// What people read: headings and words.
    pub fn for_people(&self) -> Vec<Reading<'_>> {
        let mut readings: Vec<Reading> = self.sheets.iter().flat_map(readings).collect();
        let mut hidden = self.hidden;
        for reading in readings.iter_mut().rev() {
            let own = hidden.min(reading.rows.len());
            reading.rows.truncate(reading.rows.len() - own);
            hidden -= own;
        }
        readings
    }

    /// What programs read: keys and codes, all sheets in one.
    pub fn for_programs(&self) -> Reading<'_> {
        let mut columns: Vec<&str> = self.keys.to_vec();
        let heads = self.sheets.iter().flat_map(|sheet| &sheet.heads);
        for key in heads.filter_map(|head| head.key.as_deref()) {
            if !columns.contains(&key) {
                columns.push(key);
            }
        }
        let mut rows = Vec::new();
        for sheet in &self.sheets {
            let place =
                |key: &&str| sheet.heads.iter().position(|head| head.key.as_deref() == Some(key));
            let places: Vec<Option<usize>> = columns.iter().map(place).collect();
            rows.extend(sheet.read_by_programs().map(|row| {
                let value =
                    |at: &Option<usize>| at.map_or(BLANK, |at| row.cells[at].for_programs());
                places.iter().map(value).collect()
            }));
        }
        rows.truncate(rows.len().saturating_sub(self.hidden));
        Reading { heading: None, columns, rows }
    }
}

/// A sheet as people read it: once for each group, and not at all when nothing is for them.
fn readings(sheet: &Sheet) -> Vec<Reading<'_>> {
    let heads = sheet.heads.iter().enumerate();
    let read: Vec<(usize, &str)> =
        heads.filter_map(|(at, head)| Some((at, head.heading.as_deref()?))).collect();
    if read.is_empty() {
        return Vec::new();
    }
    let values = |row: usize| {
        let cells = &sheet.rows[row].cells;
        read.iter().map(|(at, _)| cells[*at].for_people()).collect()
    };
    let reading = |(heading, rows): (Option<String>, Vec<usize>)| Reading {
        heading,
        columns: read.iter().map(|(_, heading)| *heading).collect(),
        rows: rows.into_iter().map(values).collect(),
    };
    sheet.read_by_people().into_iter().map(reading).collect()
}
