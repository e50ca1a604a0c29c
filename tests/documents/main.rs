//! The documents of `-o FILE.docx`, read back by python-docx and made a PDF by `LibreOffice`.
//!
//! What is not at hand is named, and what needs it is skipped.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]
#![allow(clippy::print_stderr, reason = "it says what was skipped")]

#[path = "../copied.rs"]
mod copied;
mod page;
mod printed;
mod tools;

use serde_json::Value;

use page::{headings, tables};
use tools::{Made, read};

/// The commands whose documents are lists.
const COMMANDS: [&str; 9] = [
    "overdue",
    "overdue --group-by class",
    "list",
    "matrix",
    "print inspection",
    "print report",
    "print handover",
    "print pairs",
    "show 诸葛明哲",
];

fn texts<'v>(read: &'v Value, styles: &[&str]) -> Vec<&'v str> {
    let all = read["paragraphs"].as_array().unwrap().iter();
    let own = all.filter(|own| styles.contains(&own["style"].as_str().unwrap()));
    own.map(|own| own["text"].as_str().unwrap()).collect()
}

#[test]
fn every_table_holds_what_the_page_of_the_same_command_holds_under_its_heading() {
    for (line, lang) in COMMANDS.iter().flat_map(|line| [(line, "zh-CN"), (line, "en")]) {
        let (document, page) = (Made::new(line, lang, "docx"), Made::new(line, lang, "html"));
        let Some(read) = read(&document) else { return };
        let page = page.text();
        let own: Vec<Vec<Vec<String>>> = serde_json::from_value(read["tables"].clone()).unwrap();
        // The page of what is overdue has more than the list.
        let of_page = tables(&page);
        match line.starts_with("overdue") {
            true => assert!(own.iter().all(|own| of_page.contains(own)), "{line} {lang}"),
            false => assert_eq!(own, of_page, "{line} {lang}"),
        }
        assert!(own.iter().map(Vec::len).sum::<usize>() > 4, "{line}");
        // Of a heading its first part is the heading, the others stand below it.
        let first = |own: &String| own.split("    ").next().unwrap().to_owned();
        let told: Vec<String> = headings(&page).iter().map(first).collect();
        let of_document = texts(&read, &["Title", "Heading 1", "Heading 2"]);
        match line.starts_with("overdue") {
            true => {
                assert!(of_document.iter().skip(1).all(|own| told.contains(&(*own).to_owned())));
            }
            false => assert_eq!(of_document, told, "{line} {lang}"),
        }
    }
}

#[test]
fn headings_have_their_depth_and_the_file_says_what_it_is() {
    for (line, lang, foot) in
        [("show 诸葛明哲", "zh-CN", "第 1 页 共 1 页"), ("rates", "en", "Page 1 of 1")]
    {
        let Some(read) = read(&Made::new(line, lang, "docx")) else { return };
        for own in read["paragraphs"].as_array().unwrap() {
            let depth = match own["style"].as_str().unwrap() {
                "Heading 1" => Value::from(0),
                "Heading 2" => Value::from(1),
                _ => Value::Null,
            };
            assert_eq!(own["outline"], depth, "{own}");
        }
        assert_eq!(read["foot"], foot);
        assert_eq!(read["language"], if lang == "en" { "en-US" } else { "zh-CN" });
        let title = texts(&read, &["Title"])[0];
        assert!(read["title"].as_str().unwrap().starts_with(title), "{line}");
        assert!(read["made"].as_str().unwrap().starts_with("20"), "{read}");
    }
}

#[test]
fn what_the_school_has_still_to_write_in_a_report_has_a_style_of_its_own() {
    for (lang, style) in [("zh-CN", "待填写"), ("en", "To Write")] {
        let Some(read) = read(&Made::new("print report", lang, "docx")) else { return };
        let page = Made::new("print report", lang, "html").text();
        let told = page::to_write(&page);
        assert!(!told.is_empty());
        assert_eq!(texts(&read, &[style]), told, "{lang}");
    }
}

#[test]
fn a_rate_stands_beside_its_bar_of_marks() {
    let Some(read) = read(&Made::new("rates", "zh-CN", "docx")) else { return };
    let page = Made::new("rates", "zh-CN", "html").text();
    let mut own: Vec<Vec<Vec<String>>> = serde_json::from_value(read["tables"].clone()).unwrap();
    let mut marks = Vec::new();
    for row in own.iter_mut().flatten() {
        marks.extend(row.pop());
    }
    assert_eq!(own, tables(&page));
    assert!(marks.iter().all(|own| own.chars().all(|mark| matches!(mark, '#' | '.'))), "{marks:?}");
    assert!(marks.iter().any(|own| own == "####################"), "{marks:?}");
}

#[test]
fn every_form_holds_its_labels_and_values() {
    for line in ["print book 谈心 --class 四2 --month 2024-11", "print cards --class 四2"] {
        let Some(read) = read(&Made::new(line, "zh-CN", "docx")) else { return };
        let page = Made::new(line, "zh-CN", "html").text();
        let own: Vec<Vec<Vec<String>>> = serde_json::from_value(read["tables"].clone()).unwrap();
        let mut cells: Vec<&String> = own.iter().flatten().flatten().collect();
        cells.retain(|own| !own.is_empty());
        cells.sort();
        let forms = page::forms(&page);
        // A heading stands above a form, or in it when four share a page.
        let above = texts(&read, &["表名"]);
        let mut told: Vec<&String> =
            forms.iter().filter(|own| !own.is_empty() && !above.contains(&own.as_str())).collect();
        told.sort();
        assert_eq!(cells, told, "{line}");
        assert!(cells.len() > 60, "{line}");
    }
}
