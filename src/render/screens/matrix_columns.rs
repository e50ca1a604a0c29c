//! What stands above the columns of a matrix, and how they are dealt out where not all fit.

use unicode_width::UnicodeWidthStr;

use super::Names;
use crate::domain::rule::Every;
use crate::lang::mark_words;
use crate::lang::rate_words::RateWord;
use crate::lang::words::{Word, window};
use crate::reports::matrix::{MatrixSlot, RuleMatrix};

/// Between two columns.
const GAP: usize = 2;

/// Columns of slots that stand in one table.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ColumnRun {
    /// Of which days they are, where their headings leave that out.
    pub of: Option<String>,
    /// By place, each with its heading.
    pub columns: Vec<(usize, String)>,
}

/// What stands above each slot: as short as it can be told from the others.
pub fn headings(names: &Names, table: &RuleMatrix) -> Vec<String> {
    let lang = names.lang;
    let every = &names.plan.rules[table.rule].rule.every;
    let short = |slot: &MatrixSlot| match slot {
        MatrixSlot::Common { label, .. } => mark_words::heading(every, label, lang),
        MatrixSlot::Nth(number) => RateWord::Nth { number: *number }.text(lang),
        MatrixSlot::Now => Word::Now.text(lang),
    };
    let long = |slot: &MatrixSlot| match slot {
        MatrixSlot::Common { label, .. } => names.slot(table.rule, label),
        MatrixSlot::Nth(_) | MatrixSlot::Now => short(slot),
    };
    // A month that two terms share has one label and two first days.
    let dated = |slot: &MatrixSlot| match slot {
        MatrixSlot::Common { first, .. } => format!("{} {first}", long(slot)),
        MatrixSlot::Nth(_) | MatrixSlot::Now => short(slot),
    };
    let ways: [&dyn Fn(&MatrixSlot) -> String; 3] = [&short, &long, &dated];
    let all = ways.map(|way| table.slots.iter().map(way).collect::<Vec<String>>());
    let [short, long, dated] = &all;
    let is_alone = |all: &[String], own: &String| all.iter().filter(|one| *one == own).count() == 1;
    let pick = |at: usize| match (is_alone(short, &short[at]), is_alone(long, &long[at])) {
        (true, _) => short[at].clone(),
        (false, true) => long[at].clone(),
        (false, false) => dated[at].clone(),
    };
    (0..table.slots.len()).map(pick).collect()
}

/// All columns in one run; for a terminal so many runs that each fits beside what is repeated in
/// front of it, with room for the last column of all behind the last.
pub fn runs(
    names: &Names,
    table: &RuleMatrix,
    terminal: Option<usize>,
    (before, after): (usize, usize),
) -> Vec<ColumnRun> {
    let headings = headings(names, table);
    let all: Vec<(usize, String)> = headings.into_iter().enumerate().collect();
    let Some(width) = terminal else { return vec![ColumnRun { of: None, columns: all }] };
    let is_by_day = matches!(names.plan.rules[table.rule].rule.every, Every::SchoolDay { .. });
    let runs = if is_by_day { by_month(names, table, all) } else { vec![(None, all)] };
    let room = width.saturating_sub(before);
    let mut fitted = Vec::new();
    let last = runs.len().saturating_sub(1);
    for (at, (of, columns)) in runs.into_iter().enumerate() {
        let mut own = dealt(columns, room, if at == last { after } else { 0 });
        for run in &mut own {
            run.of.clone_from(&of);
        }
        fitted.append(&mut own);
    }
    fitted
}

/// Columns, each with its place and heading, and what they have in common.
type HeadedColumns = (Option<String>, Vec<(usize, String)>);

/// Columns of days as an attendance sheet has them: a month and session in each, by day.
fn by_month(
    names: &Names,
    table: &RuleMatrix,
    columns: Vec<(usize, String)>,
) -> Vec<HeadedColumns> {
    let mut months: Vec<HeadedColumns> = Vec::new();
    for (at, heading) in columns {
        let (of, heading) = match &table.slots[at] {
            MatrixSlot::Common { first, label, .. } => {
                let month = first.format("%Y-%m").to_string();
                let session = label.split_once('/').map(|(_, own)| own);
                let session = session.map(|own| window(own, names.lang));
                let of = [Some(month), session].into_iter().flatten().collect::<Vec<_>>();
                (Some(of.join(" ")), first.format("%-d").to_string())
            }
            MatrixSlot::Nth(_) | MatrixSlot::Now => (None, heading),
        };
        match months.iter_mut().find(|(own, _)| *own == of) {
            Some((_, columns)) => columns.push((at, heading)),
            None => months.push((of, vec![(at, heading)])),
        }
    }
    months
}

/// As few runs as there is room for, and each as long as the others; behind the last column stands
/// one more.
fn dealt(columns: Vec<(usize, String)>, room: usize, after: usize) -> Vec<ColumnRun> {
    let count = columns.len();
    let fewest = filled(columns.clone(), (room, after), count);
    let even = filled(columns, (room, after), count.div_ceil(fewest.len()));
    if even.len() == fewest.len() { even } else { fewest }
}

/// At most so many columns to a run, and no more than there is room for.
fn filled(
    columns: Vec<(usize, String)>,
    (room, after): (usize, usize),
    most: usize,
) -> Vec<ColumnRun> {
    let mut runs = vec![ColumnRun::default()];
    let mut used = 0;
    let last = columns.len().saturating_sub(1);
    for (place, (at, heading)) in columns.into_iter().enumerate() {
        // No mark is wider than two.
        let own = heading.width().max(2) + GAP;
        let behind = if place == last && after > 0 { after + GAP } else { 0 };
        let count = runs.last().map_or(0, |run| run.columns.len());
        let is_full = count > 0 && (count == most || used + own + behind > room + GAP);
        if is_full {
            runs.push(ColumnRun::default());
            used = 0;
        }
        used += own;
        runs.last_mut().into_iter().for_each(|run| run.columns.push((at, heading.clone())));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(words: &[&str]) -> Vec<(usize, String)> {
        words.iter().map(|&own| own.to_owned()).enumerate().collect()
    }

    #[test]
    fn each_run_fits_and_the_last_leaves_room_for_what_stands_behind_it() {
        let told = |room, after| -> Vec<usize> {
            let columns = headings(&["9月", "10月", "11月", "12月", "1月"]);
            dealt(columns, room, after).iter().map(|run| run.columns.len()).collect()
        };
        // Their widths are 3, 4, 4, 4, 3 with two blanks between.
        assert_eq!(told(26, 0), [5]);
        assert_eq!(told(25, 0), [3, 2], "and not 4 and 1");
        assert_eq!(told(26, 9), [3, 2]);
        assert_eq!(told(37, 9), [5]);
        assert_eq!(told(9, 0), [2, 1, 2], "3 and 4, 4 alone, 4 and 3");
        assert_eq!(told(1, 0), [1, 1, 1, 1, 1], "one column at least");
    }
}
