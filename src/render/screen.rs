//! What a command has to show, as a value that every format draws.

use chrono::{DateTime, NaiveDate, Utc};

use super::cell::Value;
use super::feed::Feed;
use super::layout::SheetLayout;
use super::sheet::{Minor, Prose, Sheet};
use crate::lang::Lang;

/// All that a command has to show.
#[derive(Clone, Debug, Default)]
pub struct Screen {
    pub title: Option<String>,
    /// What people read first.
    pub figures: Vec<Figure>,
    pub sheets: Vec<Sheet>,
    pub footer: Option<String>,
    /// The order in which programs read the columns; those it does not name come after.
    pub keys: &'static [&'static str],
    /// The only keys that were asked for, in this order; else all.
    pub picked: Option<Vec<String>>,
    /// The same as a calendar, where there is one.
    pub feed: Option<Feed>,
    /// How wide the terminal is, when it is to fit one, and the language of what is said of it.
    pub width: Option<(usize, Lang)>,
    /// How many of the last rows are left out.
    pub hidden: usize,
    /// What is printed around it, where it is drawn to be printed.
    pub paper: Option<Paper>,
}

/// A number that sums up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub label: String,
    pub value: String,
    /// The command that shows what stands behind it.
    pub source: Option<String>,
}

/// What stands around a table on paper, and when it was made.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Whose table it is.
    pub unit: String,
    pub day: NaiveDate,
    pub made: DateTime<Utc>,
    pub lang: Lang,
}

/// A sheet as one kind of reader sees it.
#[derive(Clone)]
pub struct SheetView<'s> {
    pub heading: Option<String>,
    /// Does it stand below the heading of a view before it?
    pub is_below: bool,
    /// What is said above its table.
    pub prose: &'s [Prose],
    pub columns: Vec<&'s str>,
    /// What programs call each of the columns, as far as they do.
    pub keys: Vec<Option<&'s str>>,
    pub layout: &'s SheetLayout,
    /// How soon each of the columns is left out.
    pub minor: Vec<Minor>,
    pub rows: Vec<Vec<&'s Value>>,
}

const BLANK: &Value = &Value::Nothing;

impl SheetView<'_> {
    /// Is there a row, or a text?
    pub fn says_something(&self) -> bool {
        !self.rows.is_empty() || !self.prose.is_empty()
    }

    /// The place of the column with a key, where people read it; one that is for people alone is
    /// found by its heading.
    pub fn place(&self, key: &str) -> Option<usize> {
        let headed = || {
            let mut heads = self.keys.iter().zip(&self.columns);
            heads.position(|(own, heading)| own.is_none() && *heading == key)
        };
        self.keys.iter().position(|own| *own == Some(key)).or_else(headed)
    }

    /// The same of several; those that people do not read leave no gap.
    pub fn places(&self, keys: &[String]) -> Vec<usize> {
        keys.iter().filter_map(|key| self.place(key)).collect()
    }
}

impl Screen {
    /// The same with what people must know before they read on.
    pub fn noting(self, note: Option<&str>) -> Screen {
        let title = self.title.into_iter().chain(note.map(str::to_owned));
        let title = Some(title.collect::<Vec<_>>().join("\n\n")).filter(|text| !text.is_empty());
        Screen { title, ..self }
    }

    /// What people read: headings and words.
    pub fn for_people(&self) -> Vec<SheetView<'_>> {
        let mut views: Vec<SheetView> = self.sheets.iter().flat_map(views).collect();
        let mut hidden = self.hidden;
        for view in views.iter_mut().rev() {
            let own = hidden.min(view.rows.len());
            view.rows.truncate(view.rows.len() - own);
            hidden -= own;
        }
        views
    }

    /// The same without tables that have no rows, unless none has any.
    pub fn for_paper(&self) -> Vec<SheetView<'_>> {
        let mut views = self.for_people();
        if views.iter().any(SheetView::says_something) {
            views.retain(SheetView::says_something);
        }
        views
    }

    /// All that programs can read, in its order.
    fn all_keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.keys.to_vec();
        let heads = self.sheets.iter().flat_map(|sheet| &sheet.heads);
        for key in heads.filter_map(|head| head.key.as_deref()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// The keys, each with what people call it.
    pub fn called_keys(&self) -> Vec<(&str, Option<&str>)> {
        let heads = || self.sheets.iter().flat_map(|sheet| &sheet.heads);
        let word = |key: &str| {
            let mut own = heads().filter(|head| head.key.as_deref() == Some(key));
            own.find_map(|head| head.heading.as_deref().or(head.called.as_deref()))
        };
        self.all_keys().into_iter().map(|key| (key, word(key))).collect()
    }

    /// What programs read: keys and codes, all sheets in one.
    pub fn for_programs(&self) -> SheetView<'_> {
        let columns: Vec<&str> = match &self.picked {
            Some(picked) => picked.iter().map(String::as_str).collect(),
            None => self.all_keys(),
        };
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
        SheetView {
            heading: None,
            is_below: false,
            prose: &[],
            keys: columns.iter().copied().map(Some).collect(),
            layout: &SheetLayout::Rows,
            minor: Vec::new(),
            columns,
            rows,
        }
    }
}

/// A sheet as people read it: once for each group, and not at all when nothing is for them.
fn views(sheet: &Sheet) -> Vec<SheetView<'_>> {
    let heads = sheet.heads.iter().enumerate();
    let read: Vec<(usize, &str)> =
        heads.filter_map(|(at, head)| Some((at, head.heading.as_deref()?))).collect();
    if read.is_empty() && sheet.prose.is_empty() {
        return Vec::new();
    }
    let values = |row: usize| {
        let cells = &sheet.rows[row].cells;
        read.iter().map(|(at, _)| cells[*at].for_people()).collect()
    };
    let view = |(heading, rows): (Option<String>, Vec<usize>)| SheetView {
        heading,
        is_below: sheet.is_below,
        prose: &sheet.prose,
        columns: read.iter().map(|(_, heading)| *heading).collect(),
        keys: read.iter().map(|(at, _)| sheet.heads[*at].key.as_deref()).collect(),
        layout: &sheet.layout,
        minor: read.iter().map(|(at, _)| sheet.heads[*at].minor).collect(),
        rows: rows.into_iter().map(values).collect(),
    };
    sheet.read_by_people().into_iter().map(view).collect()
}
