//! Reading one log strictly: every row, or a fault at its place.

use std::ops::Range;
use std::sync::Arc;

use super::log_cells::CellsOf;
use super::log_line::{Cells, LineFault};
use super::log_reading::{LogContext, LogLine, LogReading};
use super::source::Source;
use crate::domain::event::{Event, Header, Row};
use crate::domain::id::Kind;
use crate::domain::id_map::IdSet;
use crate::domain::nearest::nearest;
use crate::domain::people::People;
use crate::domain::problem::{Count, Files, Guess, Known, Lines, Name};
use crate::domain::register::{HEAD, TAIL};

/// The column in which a register names a class.
const CLASS: &str = "class";

/// Where the common columns stand in a header.
struct Common {
    head: [usize; 5],
    /// Of `recorded`, `status`, `replaces`.
    tail: [usize; 3],
    /// The register's own columns that need a look, with their places.
    typed: Vec<(usize, usize)>,
    /// Where a class is meant, when the register has such a column.
    class: Option<usize>,
}

/// Every row of a log. The source's text has been proven to be text.
pub fn read(source: &Source, asked: &LogContext) -> Vec<Event> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    let skipped = source.text.len() - text.len();
    if asked.thorough && (skipped > 0 || text.contains('\r')) {
        source.tell(0..0, Files::NotPlainText);
    }
    let mut lines = source.lines().enumerate().map(|(number, (start, line))| {
        let cut = if number == 0 { skipped } else { 0 };
        LogLine { number: number + 1, start: start + cut, text: &line[cut..] }
    });
    let Some(first) = lines.next() else {
        source.tell(0..0, Lines::NoHeader);
        return Vec::new();
    };
    if !source.text.ends_with('\n') {
        let start = source.text.rfind('\n').map_or(0, |at| at + 1);
        source.tell(source.text.len()..source.text.len(), Lines::TornLine);
        if start == 0 {
            return Vec::new();
        }
    }
    let Some((header, common)) = read_header(source, asked, &first) else {
        return Vec::new();
    };
    let log = LogReading { source, asked, header };
    let mut cells = Cells::default();
    // A torn line is told of as such; what its cells lack is no fault of their own.
    let whole = source.text.rfind('\n').unwrap_or_default();
    let rows = lines.filter(|line| !line.text.is_empty() && line.start <= whole);
    rows.filter_map(|line| read_row(&log, &common, &line, &mut cells)).collect()
}

fn read_header(
    source: &Source,
    asked: &LogContext,
    line: &LogLine,
) -> Option<(Arc<Header>, Common)> {
    let mut cells = Cells::default();
    if cells.split(line.text).is_err() || !line.text.starts_with("id,") {
        source.tell(line.span(), Lines::NoHeader);
        return None;
    }
    let names: Vec<Box<str>> = cells.iter().map(|name| name.trim().into()).collect();
    let mut sound = true;
    let mut tell = |place: Range<usize>, cause| {
        sound = false;
        source.tell(line.start + place.start..line.start + place.end, cause);
    };
    for (at, name) in names.iter().enumerate() {
        if !name.is_empty() && names[..at].contains(name) {
            tell(
                cells.place(at),
                Lines::DoubleColumn { column: Name::in_header(name, asked.register) },
            );
        }
    }
    for column in HEAD.iter().chain(&TAIL) {
        if !names.iter().any(|name| &**name == *column) {
            tell(0..line.text.len(), Lines::MissingColumn { column: Known::word(column) });
        }
    }
    if !sound {
        return None;
    }
    for (at, name) in names.iter().enumerate() {
        let own = cells.place(at);
        let place = line.start + own.start..line.start + own.end;
        if let Some(cause) = heading(asked, name, &names) {
            source.tell(place, cause);
        }
    }
    let header = Header { file: source.file.as_str().into(), names };
    let at = |column: &str| header.position(column).unwrap_or_default();
    let typed = asked.register.columns.iter().enumerate().filter_map(|(own, column)| {
        Some((own, header.position(&column.name)?)).filter(|_| asked.thorough)
    });
    let typed = typed.collect();
    let class = header.position(CLASS).filter(|_| asked.register.has_column(CLASS));
    let tail = ["recorded", "status", "replaces"].map(at);
    let common = Common { head: HEAD.map(at), tail, typed, class };
    Some((Arc::new(header), common))
}

fn read_row<'t>(
    log: &LogReading,
    common: &Common,
    line: &LogLine<'t>,
    cells: &mut Cells<'t>,
) -> Option<Event> {
    if let Err(LineFault::UnclosedQuote { at }) = cells.split(line.text) {
        log.tell_line(line, at, Lines::UnclosedQuote);
        return None;
    }
    if line.text.starts_with("id,date,") {
        log.source.tell(line.span(), Lines::SecondHeader);
        return None;
    }
    let (expected, found) = (Count::of(log.header.names.len()), Count::of(cells.len()));
    if expected != found {
        log.tell_line(line, 0, Lines::FieldCount { expected, found });
        return None;
    }
    let cell = CellsOf { log, line, cells };
    for &(own, at) in &common.typed {
        cell.check_own(own, at);
    }
    let [id, date, children, staff, outcome] = common.head;
    let [recorded, status, replaces] = common.tail;
    let (id, date) = (cell.id(id, Kind::Event), cell.date(date));
    let (children, staff) = (cell.people(children, Kind::Child), cell.people(staff, Kind::Staff));
    let outcome = cell.one_of(outcome, &["made", "attempted"]);
    let (status, replaces) = (cell.status(status), cell.replaces(replaces));
    if let Some(at) = common.class {
        cell.check_class(at, date);
    }
    let recorded = cell.instant(recorded);
    Some(Event {
        id: id?,
        date: date?,
        children: each_once(children?),
        staff: staff?,
        attempted: outcome? == "attempted",
        recorded: recorded?,
        status: status?,
        replaces: replaces?,
        row: row(log, line, cells),
    })
}

/// The row: looked up in the log's text, unless a cell is written otherwise there.
fn row(log: &LogReading, line: &LogLine, cells: &Cells) -> Row {
    let number = u32::try_from(line.number).unwrap_or(u32::MAX);
    let header = || Arc::clone(&log.header);
    let looked_up = || Row::of_line(header(), number, &log.source.text, line.span());
    let row = cells.are_pieces().then(looked_up).flatten();
    row.unwrap_or_else(|| Row::new(header(), number, cells.iter()))
}

fn each_once(people: People) -> People {
    if people.len() < 2 {
        return people;
    }
    let mut seen = IdSet::default();
    people.iter().copied().filter(|id| seen.insert(*id)).collect()
}

/// What is wrong with a heading that the register does not describe. It is a fault when a column
/// is missing that a rule looks at, and this was probably meant to be it.
fn heading(asked: &LogContext, name: &str, names: &[Box<str>]) -> Option<Lines> {
    let register = asked.register;
    if name.is_empty() || register.has_column(name) {
        return None;
    }
    let called = register.column_called(name).map(|column| column.name.as_str());
    let meant = called.or_else(|| nearest(name, register.header()));
    let heading = Name::typed(name);
    let missed = meant.filter(|meant| !names.iter().any(|own| **own == **meant));
    let rules = &asked.home.rules;
    let asks =
        |column: &str| rules.iter().any(|own| own.columns_of(&register.name).contains(&column));
    if let Some(column) = missed.filter(|own| asks(own)).and_then(|own| register.column(own)) {
        return Some(Lines::MisspeltColumn { heading, column: Known::column(column) });
    }
    asked.thorough.then(|| Lines::StrangeColumn { heading, nearest: Guess::of(meant) })
}
