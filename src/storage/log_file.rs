//! Reading one log strictly: every row, or a fault at its place.

use std::ops::Range;
use std::rc::Rc;

use super::log_cells::CellsOf;
use super::log_line::{Cells, LineFault};
use super::source::Source;
use crate::domain::event::{Event, Header, Row};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::problem::{Cause, Count, Files, Known, Lines, Name, Problem, Sight};
use crate::domain::register::{HEAD, Register, TAIL};

/// The column in which a register names a class.
const CLASS: &str = "class";

/// What a log is read against.
pub struct LogContext<'a> {
    pub home: &'a Home,
    pub register: &'a Register,
    pub month: Month,
    /// Look for remarks too, not only for faults.
    pub thorough: bool,
}

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
    let reader = LogReader { source, asked, header, common };
    let mut cells = Cells::default();
    // A torn line is told of as such; what its cells lack is no fault of their own.
    let whole = source.text.rfind('\n').unwrap_or_default();
    let rows = lines.filter(|line| !line.text.is_empty() && line.start <= whole);
    rows.filter_map(|line| reader.read(&line, &mut cells)).collect()
}

pub struct LogLine<'t> {
    pub number: usize,
    start: usize,
    pub text: &'t str,
}

impl LogLine<'_> {
    fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

fn read_header(
    source: &Source,
    asked: &LogContext,
    line: &LogLine,
) -> Option<(Rc<Header>, Common)> {
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
    let header = Header { file: source.file.as_str().into(), names };
    let at = |column: &str| header.position(column).unwrap_or_default();
    let typed = asked.register.columns.iter().enumerate().filter_map(|(own, column)| {
        Some((own, header.position(&column.name)?)).filter(|_| asked.thorough)
    });
    let typed = typed.collect();
    let class = header.position(CLASS).filter(|_| asked.register.has_column(CLASS));
    let tail = ["recorded", "status", "replaces"].map(at);
    let common = Common { head: HEAD.map(at), tail, typed, class };
    Some((Rc::new(header), common))
}

pub struct LogReader<'a> {
    pub source: &'a Source<'a>,
    pub asked: &'a LogContext<'a>,
    pub header: Rc<Header>,
    common: Common,
}

impl LogReader<'_> {
    fn read(&self, line: &LogLine, cells: &mut Cells) -> Option<Event> {
        if let Err(LineFault::UnclosedQuote { at }) = cells.split(line.text) {
            self.tell_line(line, at, Lines::UnclosedQuote);
            return None;
        }
        if line.text.starts_with("id,date,") {
            self.source.tell(line.span(), Lines::SecondHeader);
            return None;
        }
        let (expected, found) = (Count::of(self.header.names.len()), Count::of(cells.len()));
        if expected != found {
            self.tell_line(line, 0, Lines::FieldCount { expected, found });
            return None;
        }
        let cell = CellsOf { reader: self, line, cells };
        for &(own, at) in &self.common.typed {
            cell.check_own(own, at);
        }
        let [id, date, children, staff, outcome] = self.common.head;
        let [recorded, status, replaces] = self.common.tail;
        let (id, date) = (cell.id(id, Kind::Event), cell.date(date));
        let (children, staff) =
            (cell.people(children, Kind::Child), cell.people(staff, Kind::Staff));
        let outcome = cell.one_of(outcome, &["made", "attempted"]);
        let (status, replaces) = (cell.status(status), cell.replaces(replaces));
        if let Some(at) = self.common.class {
            cell.check_class(at, date);
        }
        let recorded = cell.instant(recorded);
        let number = u32::try_from(line.number).unwrap_or(u32::MAX);
        Some(Event {
            id: id?,
            date: date?,
            children: each_once(children?),
            staff: staff?,
            attempted: outcome? == "attempted",
            recorded: recorded?,
            status: status?,
            replaces: replaces?,
            row: Row::new(Rc::clone(&self.header), number, cells.iter()),
        })
    }

    /// Tells of a line as a whole.
    fn tell_line(&self, line: &LogLine, at: usize, cause: Lines) {
        self.source.tell(line.start + at..line.start + line.text.len(), cause);
    }

    pub fn tell(&self, line: &LogLine, column: usize, sight: Sight, cause: Cause) {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let place = (&*self.source.file, number(line.number), number(column + 1));
        self.source.findings.add(Problem::at(place, sight, cause));
    }
}

fn each_once(mut people: Vec<Id>) -> Vec<Id> {
    let mut seen = Vec::with_capacity(people.len());
    people.retain(|id| {
        let is_new = !seen.contains(id);
        seen.push(*id);
        is_new
    });
    people
}
