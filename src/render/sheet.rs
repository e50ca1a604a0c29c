//! A sheet as a value: columns with a key for programs and a heading for people, and rows that are
//! built once, whoever reads them.

use super::cell::Cell;
use super::layout::{Chart, RowForm, SheetLayout};

/// How a column is called.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// What programs call it; one without is for people only.
    pub(super) key: Option<String>,
    /// What people read above it; one without is for programs only.
    pub(super) heading: Option<String>,
    /// What people call it all the same, where they read the like in another column.
    pub(super) called: Option<String>,
    /// How soon it is left out where not all fit.
    pub(super) minor: Minor,
}

impl Head {
    fn of(key: Option<String>, heading: Option<String>) -> Head {
        Head { key, heading, called: None, minor: Minor::Needed }
    }
}

/// How little a column is needed: the more so, the sooner it is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Minor {
    #[default]
    Needed,
    Helpful,
    Spare,
}

/// A column: its head, and what stands in it for a `T`.
pub struct SheetColumn<'a, T> {
    head: Head,
    cell: Box<dyn Fn(&T) -> Cell + 'a>,
}

impl<'a, T> SheetColumn<'a, T> {
    /// A column that everybody reads.
    pub fn new<C: Into<Cell>>(
        key: impl Into<String>,
        heading: impl Into<String>,
        cell: impl Fn(&T) -> C + 'a,
    ) -> SheetColumn<'a, T> {
        let head = Head::of(Some(key.into()), Some(heading.into()));
        SheetColumn { head, cell: Box::new(move |one| cell(one).into()) }
    }

    /// A column that people alone read.
    pub fn for_people<C: Into<Cell>>(
        heading: impl Into<String>,
        cell: impl Fn(&T) -> C + 'a,
    ) -> SheetColumn<'a, T> {
        SheetColumn { head: Head::of(None, Some(heading.into())), ..SheetColumn::new("", "", cell) }
    }

    /// A column that programs alone read.
    pub fn for_programs<C: Into<Cell>>(
        key: impl Into<String>,
        cell: impl Fn(&T) -> C + 'a,
    ) -> SheetColumn<'a, T> {
        SheetColumn { head: Head::of(Some(key.into()), None), ..SheetColumn::new("", "", cell) }
    }

    /// The same, left out first where not all fit.
    pub fn minor(mut self) -> SheetColumn<'a, T> {
        self.head.minor = Minor::Spare;
        self
    }

    /// The same, left out when it is not enough that the spare ones are.
    pub fn helpful(mut self) -> SheetColumn<'a, T> {
        self.head.minor = Minor::Helpful;
        self
    }

    /// Do programs call it by one of these keys?
    pub fn is_called(&self, keys: &[&str]) -> bool {
        self.head.key.as_deref().is_some_and(|own| keys.contains(&own))
    }

    /// The same under another key.
    pub fn with_key(mut self, key: &str) -> SheetColumn<'a, T> {
        self.head.key = Some(key.to_owned());
        self
    }

    /// The same, for people only.
    pub fn without_key(mut self) -> SheetColumn<'a, T> {
        self.head.key = None;
        self
    }

    /// The same, for programs only.
    pub fn without_heading(mut self) -> SheetColumn<'a, T> {
        self.head.heading = None;
        self
    }

    /// The same, for programs only, called as people would read it.
    pub fn unread(mut self) -> SheetColumn<'a, T> {
        self.head.called = self.head.heading.take();
        self
    }

    /// The same, which people call so though they do not read it.
    pub fn called(mut self, word: impl Into<String>) -> SheetColumn<'a, T> {
        self.head.called = Some(word.into());
        self
    }
}

/// A text that stands above a table, or in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prose {
    Said(String),
    /// A heading of its own.
    Heading(String),
    /// What somebody has still to write here by hand.
    ToWrite(String),
}

/// Who reads a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    All,
    People,
    Programs,
}

#[derive(Clone, Debug)]
pub(super) struct SheetRow {
    pub(super) cells: Vec<Cell>,
    pub(super) readers: Readers,
}

/// Rows that people read together, under a line of their own.
#[derive(Clone, Debug)]
pub struct Group {
    pub heading: String,
    /// By place in the sheet.
    pub rows: Vec<usize>,
}

/// Columns and rows.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// A line above the sheet, when a screen has several.
    pub(super) heading: Option<String>,
    /// Does it stand below the heading of a sheet before it?
    pub(super) is_below: bool,
    /// What is said above its table.
    pub(super) prose: Vec<Prose>,
    pub(super) heads: Vec<Head>,
    pub(super) rows: Vec<SheetRow>,
    /// In which order people read the rows, by place, when not in that of programs.
    pub(super) order: Option<Vec<usize>>,
    /// How people read the rows, when not one after another.
    pub(super) groups: Option<Vec<Group>>,
    pub(super) layout: SheetLayout,
}

impl Sheet {
    /// A sheet with a row for each thing.
    pub fn of<'r, T: 'r>(
        columns: &[SheetColumn<T>],
        things: impl IntoIterator<Item = &'r T>,
    ) -> Sheet {
        Sheet::read_by(columns, things.into_iter().map(|thing| (Readers::All, thing)))
    }

    /// A sheet of which not everybody reads every row.
    pub fn read_by<'r, T: 'r>(
        columns: &[SheetColumn<T>],
        things: impl IntoIterator<Item = (Readers, &'r T)>,
    ) -> Sheet {
        let heads = columns.iter().map(|column| column.head.clone()).collect();
        let row = |(readers, thing)| {
            // There is room for a number before them.
            let mut cells = Vec::with_capacity(columns.len() + 1);
            cells.extend(columns.iter().map(|column| (column.cell)(thing)));
            SheetRow { cells, readers }
        };
        let rows = things.into_iter().map(row).collect();
        Sheet { heads, rows, ..Sheet::told(Vec::new()) }
    }

    /// A sheet of text alone.
    pub fn told(prose: Vec<Prose>) -> Sheet {
        Sheet {
            heading: None,
            is_below: false,
            prose,
            heads: Vec::new(),
            rows: Vec::new(),
            order: None,
            groups: None,
            layout: SheetLayout::Rows,
        }
    }

    /// The same, standing below the heading of a sheet before it.
    pub fn below(self) -> Sheet {
        Sheet { is_below: true, ..self }
    }

    /// The same with a line above it.
    pub fn headed(self, heading: String) -> Sheet {
        Sheet { heading: Some(heading), ..self }
    }

    /// The same, each row drawn as a form.
    pub fn on_forms(self, form: RowForm) -> Sheet {
        Sheet { layout: SheetLayout::Forms(form), ..self }
    }

    /// The same with a chart of its numbers.
    pub fn charted(self, chart: Chart) -> Sheet {
        Sheet { layout: SheetLayout::Chart(chart), ..self }
    }

    /// The same, read by people in the order of these keys, one for each row; programs keep the
    /// order in which the rows were given.
    pub fn for_people_by<K: Ord>(self, keys: impl Iterator<Item = K>) -> Sheet {
        let mut order: Vec<(K, usize)> = keys.zip(0..).collect();
        order.sort();
        Sheet { order: Some(order.into_iter().map(|(_, row)| row).collect()), ..self }
    }

    /// The same, read by people group by group.
    pub fn grouped(self, groups: Vec<Group>) -> Sheet {
        Sheet { groups: Some(groups), ..self }
    }

    /// The same with a number before each row that people read, begun anew in each group.
    pub fn numbered(mut self, heading: String) -> Sheet {
        self.heads.insert(0, Head { minor: Minor::Helpful, ..Head::of(None, Some(heading)) });
        for row in &mut self.rows {
            row.cells.insert(0, Cell::NOTHING);
        }
        for (_, rows) in self.read_by_people() {
            for (at, row) in rows.into_iter().enumerate() {
                self.rows[row].cells[0] = Cell::count(at + 1);
            }
        }
        self
    }

    /// The rows as people read them, by place, with what stands above them.
    pub(super) fn read_by_people(&self) -> Vec<(Option<String>, Vec<usize>)> {
        let is_read = |row: &usize| self.rows[*row].readers != Readers::Programs;
        match &self.groups {
            None => {
                let given = || (0..self.rows.len()).collect();
                let order = self.order.clone().unwrap_or_else(given);
                vec![(self.heading.clone(), order.into_iter().filter(is_read).collect())]
            }
            Some(groups) => {
                let own = |group: &Group| {
                    let rows = group.rows.iter().copied().filter(is_read).collect();
                    (Some(group.heading.clone()), rows)
                };
                groups.iter().map(own).collect()
            }
        }
    }

    /// The rows as programs read them; they read none of a sheet that has no key for them.
    pub(super) fn read_by_programs(&self) -> impl Iterator<Item = &SheetRow> {
        let has_keys = self.heads.iter().any(|head| head.key.is_some());
        self.rows.iter().filter(move |row| has_keys && row.readers != Readers::People)
    }
}
