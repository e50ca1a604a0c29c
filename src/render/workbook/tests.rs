//! Workbooks, read back by a library that is not the writer's.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use chrono::DateTime;

use super::*;

fn column(heading: &str) -> WorksheetColumn {
    WorksheetColumn::headed(heading)
}

fn book(worksheets: Vec<Worksheet>) -> Workbook {
    Workbook { worksheets, made: DateTime::UNIX_EPOCH, lists: "选项".to_owned() }
}

fn read(book: &Workbook, name: &str) -> Vec<Vec<Data>> {
    let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(book.bytes())).unwrap();
    let range = read.worksheet_range(name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[test]
fn texts_come_back_as_they_were_given_and_no_cell_is_a_formula() {
    let cells = ["=1+1", "@x", "＝1", "-2", "+86", "990101201503120015", "_x0041_", "<b>&", "\t1"];
    let rows = cells.iter().map(|own| WorksheetRow::Cells(vec![(*own).into()])).collect();
    let sheet =
        Worksheet { name: "a".into(), columns: vec![column("h")], rows, ..Worksheet::default() };
    let book = book(vec![sheet]);
    let read_back: Vec<Data> = read(&book, "a").into_iter().skip(1).flatten().collect();
    assert_eq!(read_back, cells.map(text));
    let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(book.bytes())).unwrap();
    assert!(read.worksheet_formula("a").unwrap().is_empty());
}

#[test]
fn the_headings_of_a_group_stand_below_its_own() {
    let grouped = |own: &str| WorksheetColumn { group: Some("父亲".into()), ..column(own) };
    let columns = vec![column("姓名"), grouped("姓名"), grouped("电话")];
    let sheet = Worksheet { name: "a".into(), columns, ..Worksheet::default() };
    let rows = read(&book(vec![sheet]), "a");
    assert_eq!(rows[0], [text("姓名"), text("父亲"), Data::Empty]);
    assert_eq!(rows[1], [Data::Empty, text("姓名"), text("电话")]);
}

#[test]
fn the_same_value_makes_the_same_bytes() {
    let sheet = || Worksheet { title: Some("t".into()), ..Worksheet::default() };
    assert_eq!(book(vec![sheet()]).bytes(), book(vec![sheet()]).bytes());
}

#[test]
fn a_list_that_is_too_long_for_its_column_stands_on_a_hidden_sheet() {
    let choices: Vec<String> = (0..300).map(|at| format!("孩子{at}")).collect();
    let columns = vec![WorksheetColumn { choices, ..column("姓名") }];
    let sheet = Worksheet { name: "谈心".into(), columns, to_fill: true, ..Worksheet::default() };
    let book = book(vec![sheet]);
    assert_eq!(read(&book, "选项").len(), 300);
}

#[test]
fn whatever_is_given_a_file_comes_of_it() {
    let long = "很长".repeat(40_000);
    let columns = vec![
        WorksheetColumn {
            note: Some(long.clone()),
            choices: vec!["a,b".into(), "\u{202e}\"".into()],
            ..column(&long)
        },
        column(""),
    ];
    let rows = vec![
        WorksheetRow::Line(long.clone()),
        WorksheetRow::Cells(vec![WorksheetCell::Text(long.clone()), WorksheetCell::Number(-1)]),
        WorksheetRow::Cells(vec!["a".into(), "b".into(), "c".into(), "d".into()]),
    ];
    let name = "[]:*?/\\'".to_owned();
    let sheet = Worksheet {
        title: Some(long.clone()),
        above: vec![long.clone()],
        columns,
        rows,
        below: vec![long.clone()],
        is_upright: false,
        repeated: 2,
        page_head: Some(long),
        to_fill: true,
        name,
    };
    let book = book(vec![sheet.clone(), sheet, Worksheet::default()]);
    let read: Xlsx<_> = open_workbook_from_rs(Cursor::new(book.bytes())).unwrap();
    assert_eq!(read.sheet_names(), ["1", "1 2", "1 3", "选项"]);
}
