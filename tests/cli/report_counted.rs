//! The figures of the school's report, counted another way: from the files of the example homes
//! alone, by `report_counted/count.py`, and compared both ways, none left out.

mod kept;
mod sealed;
mod sums;
mod traced;

use std::fs;

use serde_json::Value;

use crate::harness::Home;
use crate::otherwise::{differences, told_by};
use crate::printed::SCHOOLS;
use kept::{obligations, report};

/// After the last day of the second term, in the break that belongs to it.
const AFTER: &str = "2025-07-20";

/// A report: of which kind, of what, seen on which day.
#[derive(Clone, Copy)]
struct Asked {
    kind: &'static str,
    name: &'static str,
    today: &'static str,
}

const fn asked(kind: &'static str, name: &'static str, today: &'static str) -> Asked {
    Asked { kind, name, today }
}

const TERMS: [Asked; 2] =
    [asked("term", "2024-2025-1", AFTER), asked("term", "2024-2025-2", AFTER)];
const SCHOOL_YEAR: Asked = asked("year", "2024-2025", AFTER);
const CALENDAR_YEAR: Asked = asked("year", "2024", AFTER);
const MONTH: Asked = asked("month", "2024-11", AFTER);

/// All that a home is asked for after its second term.
const ALL: [Asked; 5] = [TERMS[0], TERMS[1], SCHOOL_YEAR, CALENDAR_YEAR, MONTH];

/// While the days of the report still run: what is not due yet stands apart.
const RUNNING: [Asked; 3] = [
    asked("term", "2024-2025-1", "2024-12-20"),
    asked("month", "2024-12", "2024-12-20"),
    asked("term", "2024-2025-2", "2025-07-04"),
];

impl Asked {
    fn line(&self, more: &str) -> String {
        let Asked { kind, name, today } = self;
        format!("print report {kind} --{kind} {name} --today {today}{more}")
    }
}

fn school(name: &str) -> Home {
    Home::copy_of(&format!("examples/{name}"))
}

/// A value as a text: a whole number and the same number in quotes are one figure.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(own) => own.clone(),
        other => other.to_string(),
    }
}

/// A line of a table: the table, whose it is, the row, and the cells by column.
struct Line {
    table: String,
    of: String,
    row: String,
    cells: Vec<(String, String)>,
}

impl Line {
    fn new(head: [&Value; 3]) -> Line {
        let [table, of, row] = head.map(text);
        Line { table, of, row, cells: Vec::new() }
    }

    /// Whether a figure begins another line: of another row, or of a column that is there already.
    /// Of T18 two totals may follow each other: of what was assessed, and of awards.
    fn ends_before(&self, head: [&Value; 3], column: &str) -> bool {
        let is_other = head.map(text) != [self.table.as_str(), &self.of, &self.row];
        let is_award = self.table == "T18" && column == "records";
        is_other || is_award || self.cells.iter().any(|(own, _)| own == column)
    }

    fn cell(&self, column: &str) -> Option<&str> {
        self.cells.iter().find(|(own, _)| own == column).map(|(_, value)| value.as_str())
    }

    /// A figure in hundredths, so that yuan and shares are whole numbers too.
    fn number(&self, column: &str) -> Option<i64> {
        let (whole, part) =
            self.cell(column)?.split_once('.').or(Some((self.cell(column)?, "")))?;
        let hundredths: i64 = format!("{part:0<2}").parse().ok()?;
        Some(whole.parse::<i64>().ok()? * 100 + hundredths)
    }

    fn shown(&self) -> String {
        let cells: Vec<String> =
            self.cells.iter().map(|(column, value)| format!("{column} {value}")).collect();
        format!("{} {} {}: {}", self.table, self.of, self.row, cells.join(", "))
    }
}

/// The lines of a report, in their order.
fn lines(figures: &[Value]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for own in figures {
        let head = [&own["table"], &own["of"], &own["row"]];
        let column = own["column"].as_str().unwrap();
        if lines.last().is_none_or(|line| line.ends_before(head, column)) {
            lines.push(Line::new(head));
        }
        lines.last_mut().unwrap().cells.push((column.to_owned(), text(&own["value"])));
    }
    lines
}

/// The lines that another program counts; none on a machine without Python 3.11.
fn counted(name: &str, asked: Asked) -> Option<Vec<Line>> {
    let home = school(name);
    let file = home.root().parent().unwrap().join("obligations.json");
    fs::write(&file, serde_json::to_vec(&*obligations(name, asked.today)).unwrap()).unwrap();
    let [root, file] = [home.root(), &file].map(|path| path.to_str().unwrap());
    let Asked { kind, name, today } = asked;
    let counted = told_by("report_counted/count.py", &[root, kind, name, today, file])?;
    Some(counted.as_array().unwrap().iter().map(counted_line).collect())
}

fn counted_line(told: &Value) -> Line {
    let mut line = Line::new([&told[0], &told[1], &told[2]]);
    for cell in told[3].as_array().unwrap() {
        line.cells.push((text(&cell[0]), text(&cell[1])));
    }
    line
}

/// Asks every school, and counts again.
#[track_caller]
fn are_equal(all: &[Asked], least: usize) {
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for name in SCHOOLS {
        for asked in all {
            let Some(counted) = counted(name, *asked) else { return };
            let told = report(name, *asked);
            compared += told.iter().map(|line| line.cells.len()).sum::<usize>();
            let own = differences(told.iter().map(Line::shown), counted.iter().map(Line::shown));
            wrong.extend(
                own.into_iter()
                    .map(|line| format!("{name} {} {}: {line}", asked.name, asked.today)),
            );
        }
    }
    assert!(wrong.is_empty(), "{} lines differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > least, "{compared}");
}

#[test]
fn the_figures_of_the_first_term_are_those_counted_from_the_files() {
    are_equal(&TERMS[..1], 3_000);
}

#[test]
fn the_figures_of_the_second_term_are_those_counted_from_the_files() {
    are_equal(&TERMS[1..], 3_000);
}

#[test]
fn the_figures_of_a_school_year_are_those_counted_from_the_files() {
    are_equal(&[SCHOOL_YEAR], 3_000);
}

#[test]
fn the_figures_of_a_calendar_year_are_those_counted_from_the_files() {
    are_equal(&[CALENDAR_YEAR], 2_000);
}

#[test]
fn the_figures_of_a_month_are_those_counted_from_the_files() {
    are_equal(&[MONTH], 700);
}

#[test]
fn while_the_days_still_run_the_figures_are_those_up_to_today() {
    are_equal(&RUNNING, 3_000);
}

#[test]
fn a_report_that_is_printed_twice_is_the_same_to_the_byte() {
    for name in SCHOOLS {
        let home = school(name);
        for (asked, more) in [
            (TERMS[0], " --format json"),
            (SCHOOL_YEAR, " --format html"),
            (MONTH, " --trace --format json"),
        ] {
            let line = asked.line(more);
            let [one, other] = [home.run(&line), home.run(&line)];
            assert_eq!(one.code, 0, "{name} {line}: {}", one.err);
            assert!(one.out.len() > 1_000, "{name} {line}");
            assert!(one.out == other.out, "{name} {line}");
        }
    }
}
