//! A slip that was filled in on a phone, and came back: known by its token, and of each row by its
//! code whose it is. What does not fit is refused whole, for it may be another's.

use std::collections::{BTreeMap, HashSet};

use super::days::{self, DayCell};
use super::sheeted::Sheeted;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::grid::heading_words::CODE;
use crate::domain::grid::kinds::SheetKind;
use crate::domain::grid::table::{FoundTable, HeadCell};
use crate::domain::grid::{Grid, GridCell};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::row_code;
use crate::domain::slip::Slip;
use crate::lang::import_words::ImportSaid;
use crate::lang::slip_words::SlipWord;
use crate::session::change::Change;

/// With what the first cell of such a file begins.
const MARK: &str = "care-slip";

/// The rows above the headings: the slip, the staff, the end, the token.
const HEADS: usize = 4;

/// The headings of what a row is known by.
const ROW_CODE: &str = "slip-code";
const ROW_CHILD: &str = "slip-child";
const ROW_REGISTER: &str = "slip-register";

/// The rows of a slip as tables, one for each register.
pub struct ReturnedSlip {
    /// Whose it is, and until when it is taken.
    pub said: String,
    tables: Vec<(Grid, SheetKind, FoundTable)>,
}

/// Is a file a slip that came back?
pub fn is_one(grids: &[Grid]) -> bool {
    grids.first().is_some_and(|grid| grid.cell(0, 0).words() == MARK)
}

impl ReturnedSlip {
    /// Reads a slip into tables of its registers.
    ///
    /// # Errors
    /// It was not made here, was changed, has ended, or holds what is not its own.
    pub fn read(
        context: &Context,
        change: &mut Change,
        grids: &[Grid],
    ) -> Result<ReturnedSlip, Failure> {
        let lang = context.lang;
        let refused = |word: SlipWord| Failure::Usage(vec![word.text(lang)]);
        let Some(grid) = grids.first() else { return Err(refused(SlipWord::NotWhole)) };
        let value = |row: usize| grid.cell(row, 1).words();
        let names = ["staff", "until", "token"];
        let is_whole = names.iter().zip(1..).all(|(name, row)| grid.cell(row, 0).words() == **name);
        let columns = headings(grid);
        if !is_whole || [ROW_CODE, "date"].iter().any(|own| !columns.contains_key(*own)) {
            return Err(refused(SlipWord::NotWhole));
        }
        let slip = context.slip(&value(0), &value(3))?;
        let until = days::day(grid, grid.cell(2, 1), context.today).ok();
        let slip = slip.filter(|own| until == Some(DayCell::Day(own.until)));
        let Some(slip) = slip else { return Err(refused(SlipWord::Unknown)) };
        // By the clock: another day of judgement makes a slip no younger.
        if context.now.date_naive() > slip.until {
            return Err(refused(SlipWord::Over { until: slip.until }));
        }
        let staff = Id::parse(&slip.staff, Kind::Staff);
        let staff = staff.and_then(|id| change.reading.home.person(id)).map(|own| own.name.clone());
        let staff = staff.ok_or_else(|| refused(SlipWord::Unknown))?;
        let (issued, until) = (slip.issued, slip.until);
        let said = SlipWord::Returned { staff: &staff, issued, until }.text(lang);
        let rows = FilledRows { context, grid, slip: &slip, columns };
        Ok(ReturnedSlip { said, tables: rows.tables(change)? })
    }

    /// The tables as sheets of a file.
    pub fn sheets<'a>(&'a self, context: &Context, home: &Home, file: &'a str) -> Vec<Sheeted<'a>> {
        let tables = self.tables.iter();
        let sheeted = tables.map(|(grid, kind, table)| {
            Sheeted::new((file, grid), (kind.clone(), table.clone()), home, context.today)
        });
        sheeted.collect()
    }
}

/// The columns of the file by their headings.
fn headings(grid: &Grid) -> BTreeMap<String, usize> {
    let cells = (0..grid.width()).map(|column| (grid.cell(HEADS, column).words(), column));
    cells.filter(|(name, _)| !name.is_empty()).collect()
}

/// The rows of a file, and what they are held against.
struct FilledRows<'a> {
    context: &'a Context,
    grid: &'a Grid,
    slip: &'a Slip,
    columns: BTreeMap<String, usize>,
}

impl FilledRows<'_> {
    fn tables(&self, change: &mut Change) -> Result<Vec<(Grid, SheetKind, FoundTable)>, Failure> {
        let mut by_register: BTreeMap<String, Vec<Vec<GridCell>>> = BTreeMap::new();
        let mut seen = HashSet::new();
        for row in HEADS + 1..self.grid.rows.len() {
            if self.grid.is_blank_row(row) {
                continue;
            }
            let (code, child, register) = self.whose(row)?;
            if !seen.insert(code) {
                let why = ImportSaid::SameCode { row: row + 1 };
                return Err(Failure::Usage(vec![why.text(self.context.lang)]));
            }
            self.is_nobody_elses(change, (row, code), (child, register))?;
            let cells = self.cells(&change.reading.home, row, (child, register))?;
            // Each row stays in its line, by which it is told of.
            let rows = by_register.entry(register.to_owned()).or_default();
            rows.resize(row, Vec::new());
            rows.push(cells);
        }
        let own = by_register.into_iter().map(|(register, mut rows)| {
            let heads = heads(&change.reading.home, &register);
            rows[HEADS] = heads.iter().map(|own| GridCell::Text(own.shown.clone())).collect();
            let table = FoundTable { heads: HEADS..HEADS + 1, columns: heads, first: HEADS + 1 };
            let grid = Grid { name: register.clone(), rows, ..Grid::default() };
            (grid, SheetKind::Register(register), table)
        });
        Ok(own.collect())
    }

    fn word(&self, row: usize, name: &str) -> String {
        self.columns.get(name).map(|at| self.grid.cell(row, *at).words()).unwrap_or_default()
    }

    /// The record, child and register of a row, by its code.
    fn whose(&self, row: usize) -> Result<(Id, &str, &str), Failure> {
        let foreign = || self.refused(&SlipWord::ForeignCode { row: row + 1 });
        let code = row_code::id_of(&self.word(row, ROW_CODE), Kind::Event).ok_or_else(foreign)?;
        let (place, register) = (self.word(row, ROW_CHILD), self.word(row, ROW_REGISTER));
        let meant = self.slip.meant(&row_code::of(code), (&place, &register));
        let (child, register) = meant.ok_or_else(foreign)?;
        Ok((code, child, register))
    }

    /// Goes on when the record that a code made before, if any, is of the same child.
    fn is_nobody_elses(
        &self,
        change: &mut Change,
        (row, code): (usize, Id),
        (child, register): (&str, &str),
    ) -> Result<(), Failure> {
        let day = self.columns.get("date").map(|at| self.grid.cell(row, *at));
        let day = day.map(|cell| days::day(self.grid, cell, self.context.today));
        let Some(Ok(DayCell::Day(day))) = day else { return Ok(()) };
        if !change.reading.home.registers.contains_key(register) {
            return Err(self.refused(&SlipWord::ForeignCode { row: row + 1 }));
        }
        let month = Month::of(day);
        let families = change.families(register, month)?;
        let before = families.of(month, &code.to_string()).map(|own| own.content.children.clone());
        let is_same = |own: &[Id]| own.iter().map(ToString::to_string).eq([child.to_owned()]);
        match before {
            Some(own) if !is_same(&own) => {
                Err(self.refused(&SlipWord::OtherChild { row: row + 1 }))
            }
            _ => Ok(()),
        }
    }

    /// The cells of a row, under the headings of its register.
    fn cells(
        &self,
        home: &Home,
        row: usize,
        (child, register): (&str, &str),
    ) -> Result<Vec<GridCell>, Failure> {
        let heads = heads(home, register);
        let is_known = |name: &str| {
            [ROW_CODE, ROW_CHILD, ROW_REGISTER].contains(&name)
                || heads.iter().any(|own| own.shown == name)
        };
        let mut filled =
            self.columns.iter().filter(|(_, at)| !self.grid.cell(row, **at).is_blank());
        if !filled.all(|(name, _)| is_known(name)) {
            return Err(self.refused(&SlipWord::ForeignColumn { row: row + 1 }));
        }
        let cell = |head: &HeadCell| match head.means.as_deref() {
            Some("children") => GridCell::Text(child.to_owned()),
            Some("staff") => GridCell::Text(self.slip.staff.clone()),
            Some(CODE) => GridCell::Text(self.word(row, ROW_CODE)),
            _ => {
                let own = self.columns.get(&head.shown).map(|at| self.grid.cell(row, *at));
                own.cloned().unwrap_or_default()
            }
        };
        Ok(heads.iter().map(cell).collect())
    }

    fn refused(&self, word: &SlipWord) -> Failure {
        Failure::Usage(vec![word.text(self.context.lang)])
    }
}

/// The headings of a register's table: what the file may fill, and what the slip knows.
fn heads(home: &Home, register: &str) -> Vec<HeadCell> {
    let own = home.registers.get(register);
    let names = own.map(|own| own.columns.iter().map(|column| column.name.as_str()));
    let common = ["date", "children", "staff"];
    let names = common.into_iter().chain(names.into_iter().flatten());
    let names = names.chain(["outcome", "note", CODE]).enumerate();
    let head = |(column, name): (usize, &str)| HeadCell {
        column,
        path: vec![name.to_owned()],
        shown: name.to_owned(),
        means: Some(name.to_owned()),
    };
    names.map(head).collect()
}
