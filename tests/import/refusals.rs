//! The rows that an import refused: what it said of each, and the workbook of them.

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, open_workbook_auto};
use serde_json::Value;

use crate::case::Case;

/// The workbooks of refused rows in a folder.
pub fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.to_string_lossy().ends_with("-refused.xlsx")).collect()
}

/// The reason of each row in such a workbook: the last column, under a heading that says so.
fn reasons(path: &Path) -> Vec<String> {
    let mut book = open_workbook_auto(path).unwrap();
    let mut reasons = Vec::new();
    for (_, range) in book.worksheets() {
        let headings = range.rows().flatten().position(|cell| cell.to_string().contains("原因"));
        let width = range.width();
        let Some(place) = headings else { continue };
        let (row, column) = (place / width, place % width);
        let cells = range.rows().skip(row + 1).map(|row| row[column].clone());
        reasons.extend(cells.filter(|own| *own != Data::Empty).map(|own| own.to_string()));
    }
    reasons
}

/// What differs from the rows that must be refused.
pub fn complaints(case: &Case, said: &str, folder: &Path) -> Vec<String> {
    let books = workbooks(folder);
    let reasons: Vec<String> = books.iter().flat_map(|path| reasons(path)).collect();
    let mut wrong = Vec::new();
    if reasons.len() != case.refused().len() {
        let told = reasons.join("\n  ");
        wrong.push(format!(
            "{} rows refused, not {}:\n  {told}",
            reasons.len(),
            case.refused().len()
        ));
    }
    for own in case.refused() {
        let place = is_told(own, said);
        if !place {
            wrong.push(format!("it does not say that it refused {own}"));
        }
        let recovered = own["says"].as_str();
        let says = |day: &str| {
            reasons.iter().any(|reason| ways(day).iter().any(|way| reason.contains(way)))
        };
        if recovered.is_some_and(|day| !says(day)) {
            wrong.push(format!("no reason says the day of {own}"));
        }
    }
    wrong
}

/// The ways in which a day may be written.
fn ways(day: &str) -> [String; 3] {
    let part = |place: usize| day.split('-').nth(place).unwrap().parse::<u32>().unwrap();
    let [year, month, date] = [0, 1, 2].map(part);
    [day.to_owned(), format!("{year}年{month}月{date}日"), day.replace('-', "")]
}

/// Does a line name the row, its sheet and the heading at fault?
fn is_told(own: &Value, said: &str) -> bool {
    let row = format!("第{}行", own["row"]);
    let cells: Vec<&Value> = match &own["cell"] {
        Value::Array(any) => any.iter().collect(),
        one => vec![one],
    };
    let mut lines = said.lines().map(|line| line.replace([' ', '\u{3000}'], ""));
    lines.any(|line| {
        line.contains(&row)
            && own["sheet"].as_str().is_none_or(|sheet| line.contains(sheet))
            && cells.iter().any(|cell| cell.as_str().is_none_or(|cell| line.contains(cell)))
    })
}
