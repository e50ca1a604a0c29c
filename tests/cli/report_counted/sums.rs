//! What must add up whatever the figures are: rows to their totals, shares to a hundred, the roll
//! from one term to the next.

use super::kept::report;
use super::{AFTER, ALL, Asked, CALENDAR_YEAR, Line, SCHOOL_YEAR, TERMS, asked};
use crate::printed::SCHOOLS;

/// Columns of which each row holds a part that no other row of its table holds. In tables of what
/// was done a child stands in several rows, and so does who is assessed on several sheets.
const PARTS: [(&str, &[&str]); 11] = [
    ("T1", &["pupils", "children", "boys", "girls"]),
    ("T3", &["children", "share"]),
    ("T4", &["children", "share"]),
    ("T6", &["children"]),
    ("T9", &["due", "in_time", "late", "undone", "open", "exempt"]),
    ("T10", &["due", "in_time", "late", "undone", "open", "exempt"]),
    ("T11", &["records", "person_times"]),
    ("T12", &["planned", "attended", "unplanned"]),
    ("T14", &["records", "person_times", "yuan", "goods"]),
    ("T18", &["items", "records"]),
    ("T20", &["items", "done", "late", "ahead"]),
];

/// Rows beside a table's parts: those who are in none of them.
fn is_beside(line: &Line) -> bool {
    line.table == "T11" && line.row == "none"
}

/// The rows before each total, since the total before or the beginning of the table.
fn blocks(lines: &[Line]) -> Vec<(&[Line], &Line)> {
    let mut blocks = Vec::new();
    let mut begin = 0;
    for (at, line) in lines.iter().enumerate() {
        if at > 0 && (&lines[at - 1].table, &lines[at - 1].of) != (&line.table, &line.of) {
            begin = at;
        }
        if line.row == "total" {
            blocks.push((lines.get(begin..at).unwrap_or_default(), line));
            begin = at + 1;
        }
    }
    blocks
}

#[test]
fn the_rows_of_every_table_with_a_total_add_up_to_it() {
    let mut added = 0;
    for name in SCHOOLS {
        for asked in ALL {
            let lines = report(name, asked);
            for (rows, total) in blocks(&lines) {
                let parts = PARTS.iter().find(|(table, _)| *table == total.table);
                let columns = parts.unwrap_or_else(|| panic!("{}", total.shown())).1;
                for column in columns {
                    let Some(expected) = total.number(column) else { continue };
                    let own = rows.iter().filter(|row| !is_beside(row));
                    let sum: i64 = own.clone().filter_map(|row| row.number(column)).sum();
                    // A share is rounded in each row, by half a hundredth at most.
                    let rounded = if *column == "share" { rows.len() } else { 0 };
                    let rounded = i64::try_from(rounded).unwrap();
                    let is_sum = (sum - expected).abs() * 2 <= rounded;
                    assert!(is_sum, "{name} {}: {column} {sum}: {}", asked.name, total.shown());
                    added += own.count();
                }
            }
        }
    }
    assert!(added > 5_000, "{added}");
}

#[test]
fn the_shares_of_the_care_types_are_those_of_a_hundred() {
    for name in SCHOOLS {
        for asked in [TERMS[0], TERMS[1], SCHOOL_YEAR] {
            let lines = report(name, asked);
            let own: Vec<&Line> = lines.iter().filter(|line| line.table == "T3").collect();
            assert_eq!(own.last().unwrap().cell("share"), Some("100.00"), "{name}");
            assert!(own.len() > 3, "{name}");
        }
    }
}

#[test]
fn what_is_due_was_done_in_time_or_late_or_not() {
    for name in SCHOOLS {
        for asked in ALL {
            let lines = report(name, asked);
            for line in lines.iter().filter(|line| line.cell("in_time").is_some()) {
                let [due, in_time, late, undone] =
                    ["due", "in_time", "late", "undone"].map(|own| line.number(own).unwrap());
                assert!(due == in_time + late + undone, "{name}: {}", line.shown());
            }
        }
    }
}

/// The figures of the roll, as T17 tells them.
fn roll(name: &str, asked: Asked) -> Roll {
    let lines = report(name, asked);
    let rows: Vec<&Line> = lines.iter().filter(|line| line.table == "T17").collect();
    let figure =
        |row: &str| rows.iter().find(|own| own.row == row).unwrap().number("children").unwrap();
    let told = ["opening", "joined", "left", "closing"];
    let counts = rows.iter().filter(|own| !told.contains(&own.row.as_str()));
    let reasons = counts.filter_map(|own| own.number("children")).sum();
    let listed = rows.iter().filter(|own| own.cell("what") == Some("left"));
    let listed = i64::try_from(listed.count()).unwrap() * 100;
    let [opening, joined, left, closing] = told.map(figure);
    Roll { opening, joined, left, closing, reasons, listed }
}

struct Roll {
    opening: i64,
    joined: i64,
    left: i64,
    closing: i64,
    /// Those who left, by their reasons.
    reasons: i64,
    /// Those who left, by name, in hundredths too: in a month's bulletin.
    listed: i64,
}

#[test]
fn opening_and_joined_without_left_is_closing_and_the_opening_of_what_comes_next() {
    let whole = asked("year", "2025", AFTER);
    for name in SCHOOLS {
        let [first, second, year] =
            [TERMS[0], TERMS[1], SCHOOL_YEAR].map(|asked| roll(name, asked));
        let [before, after] = [CALENDAR_YEAR, whole].map(|asked| roll(name, asked));
        for own in [&first, &second, &year, &before, &after] {
            assert!(own.opening + own.joined - own.left == own.closing, "{name}");
            assert!(own.reasons == own.left, "{name}: each who left has its reason");
        }
        assert!(first.closing == second.opening, "{name}");
        assert!(before.closing == after.opening, "{name}");
        assert!((year.opening, year.closing) == (first.opening, second.closing), "{name}");
        assert!(year.joined == first.joined + second.joined, "{name}");
        assert!(year.left == first.left + second.left, "{name}");
    }
}

#[test]
fn the_months_of_a_term_follow_each_other_and_name_whoever_left() {
    const MONTHS: [&str; 5] = ["2024-09", "2024-10", "2024-11", "2024-12", "2025-01"];
    for name in SCHOOLS {
        let months = MONTHS.map(|month| roll(name, asked("month", month, AFTER)));
        for (own, month) in months.iter().zip(MONTHS) {
            assert!(own.opening + own.joined - own.left == own.closing, "{name} {month}");
            assert!(own.listed == own.left, "{name} {month}: {} {}", own.listed, own.left);
        }
        for pair in months.windows(2) {
            assert!(pair[0].closing == pair[1].opening, "{name}");
        }
    }
}

#[test]
fn each_child_on_the_roll_stands_once_in_every_split_of_all() {
    for name in SCHOOLS {
        for asked in [TERMS[0], TERMS[1], SCHOOL_YEAR, CALENDAR_YEAR] {
            let lines = report(name, asked);
            let count = |table: &str, row: &str| {
                let own = |line: &&Line| line.table == table && line.row == row;
                lines.iter().find(own).unwrap().number("children").unwrap()
            };
            let all = count("T17", "closing");
            for table in ["T1", "T3", "T4", "T6"] {
                assert!(count(table, "total") == all, "{name} {table}");
            }
            let unknown = lines.iter().find(|line| line.row == "registry_0").unwrap();
            let registry = ["registry_0", "registry_1", "registry_2"].map(|row| count("T2", row));
            let registry = registry.iter().sum::<i64>() + unknown.number("unknown").unwrap();
            assert!(registry == all && count("T2", "school") == all, "{name}");
            assert!(count("T7", "file") == all, "{name}");
            assert!(count("T8", "any") + count("T8", "unpaired") == all, "{name}");
            let numbers = lines.iter().filter(|line| line.table == "T16").take(4);
            let levels: i64 = numbers.filter_map(|line| line.number("number")).sum();
            assert!(levels == all, "{name}");
        }
    }
}
