//! `--format docx`: what is written on, printed and handed in.

use std::fs;

use crate::access::looks;
use crate::harness::{HEADER, Home, opened};

const DAY: &str = "2024-12-20";

fn guzhuang() -> Home {
    Home::copy_of("examples/guzhuang").own().at(DAY)
}

/// A part of a document that a command makes.
fn part(home: &Home, line: &str, name: &str) -> String {
    let ran = home.run(&format!("{line} -y -o 文档.docx"));
    assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    let bytes = fs::read(home.root().join("文档.docx")).unwrap();
    opened::parts(&bytes).into_iter().find(|(own, _)| own == name).unwrap().1
}

/// The text of a document that a command makes.
pub fn body(home: &Home, line: &str) -> String {
    part(home, line, "word/document.xml")
}

/// What stands between the tags of some elements.
fn inside<'x>(xml: &'x str, name: &str) -> Vec<&'x str> {
    let (begin, end) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(&begin).skip(1).filter_map(|own| Some(own.split_once(&end)?.0)).collect()
}

/// The letters of a piece of the file.
fn letters(xml: &str) -> String {
    let xml = xml.replace("<w:t xml:space=\"preserve\">", "<w:t>");
    let text = inside(&xml.replace("<w:br/>", "<w:t> </w:t>"), "w:t").concat();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// The paragraphs outside of tables, each with its style.
fn paragraphs(body: &str) -> Vec<(String, String)> {
    let tables = inside(body, "w:tbl").into_iter();
    let outside = tables.fold(body.to_owned(), |text, table| text.replace(table, ""));
    let style =
        |own: &str| own.split("<w:pStyle w:val=\"").nth(1)?.split('"').next().map(str::to_owned);
    inside(&outside, "w:p")
        .into_iter()
        .filter_map(|own| Some((style(own)?, letters(own))))
        .collect()
}

/// The rows of all tables.
fn rows(body: &str) -> Vec<Vec<String>> {
    let row = |own: &str| inside(own, "w:tc").into_iter().map(letters).collect();
    inside(body, "w:tr").into_iter().map(row).collect()
}

#[test]
fn a_list_as_a_document_has_its_title_its_unit_its_table_and_lines_to_sign() {
    let home = guzhuang();
    let body = body(&home, "list");
    let texts = paragraphs(&body);
    let of = |style: &str| -> Vec<&str> {
        texts.iter().filter(|(own, _)| own == style).map(|(_, text)| text.as_str()).collect()
    };
    assert_eq!(of("Title"), ["儿童 38 名"]);
    assert_eq!(of("Subtitle"), [format!("截至 {DAY}")]);
    let unit = of("Note")[0];
    assert!(unit.starts_with("填报单位（盖章）：固镇县顾庄小学"), "{unit}");
    assert!(unit.ends_with(&format!("填报日期：{DAY}")), "{unit}");
    assert!(of("Signed")[0].starts_with("单位负责人（签名）："), "{texts:?}");
    let rows = rows(&body);
    assert_eq!(rows[0][..4], ["序号", "编号", "班级", "姓名"]);
    assert_eq!(rows.len(), 1 + home.json("list").as_array().unwrap().len());
    let foot = part(&home, "list --lang en", "word/footer1.xml");
    assert_eq!(letters(&foot), "Page 1 of 1");
}

#[test]
fn every_value_that_people_read_stands_in_the_document_in_its_order() {
    let home = guzhuang();
    for line in ["overdue", "list", "records talk --month 2024-10", "print inspection", "why oycx"]
    {
        for lang in ["zh-CN", "en"] {
            let line = format!("{line} --lang {lang}");
            let plain = home.run(&format!("{line} --format plain")).out;
            let told: Vec<Vec<String>> =
                plain.lines().map(|own| own.split('\t').map(str::to_owned).collect()).collect();
            let body = body(&home, &line);
            let headings = inside(&body, "w:tr").into_iter();
            let headings = headings.filter(|own| own.contains("<w:tblHeader/>")).count();
            let all = rows(&body);
            assert_eq!(all.len(), told.len() + headings, "{line}");
            let values: Vec<Vec<String>> =
                all.into_iter().filter(|own| told.contains(own)).collect();
            assert_eq!(values, told, "{line}");
        }
    }
}

#[test]
fn no_value_is_a_mark_of_the_file_a_field_or_a_link() {
    let child = |id: &str, name: &str| {
        format!(
            "id = \"{id}\"\nname = \"{name}\"\nclass = \"2021-2\"\n[[spell]]\njoined = 2024-09-02\n"
        )
    };
    let home = Home::new()
        .at(DAY)
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .with("children/C00001.toml", &child("C00001", "<w:fldSimple>&"))
        .with("children/C00002.toml", &child("C00002", "{{儿童.姓名}}"))
        .log(
            "talk",
            "2024-10",
            HEADER,
            "E0000000002,2024-10-09,C00001 C00002,,made,@x,2024-10-09T10:00:00+08:00,,",
        );
    for line in ["list", "overdue", "records talk", "show C00001", "print cards", "print book talk"]
    {
        let body = body(&home, line);
        assert!(body.contains("&lt;w:fldSimple&gt;&amp;"), "{line}: {body}");
        assert!(line.ends_with('1') || body.contains("{{儿童.姓名}}"), "{line}: {body}");
        for lacks in ["<w:fld", "<w:hyperlink", "<w:instrText", "r:link", "<w:object"] {
            assert!(!body.contains(lacks), "{line}: {lacks}");
        }
        let links = part(&home, line, "word/_rels/document.xml.rels");
        assert!(!links.contains("External") && links.matches("<Relationship ").count() == 4);
    }
}

#[test]
fn a_form_stands_on_its_page_under_its_heading_and_cards_stand_four_on_one() {
    let home = guzhuang();
    let book = body(&home, "print book 谈心 --class 四2 --month 2024-11");
    let texts = paragraphs(&book);
    let headings = texts.iter().filter(|own| own.0 == "FormHeading" && own.1 == "谈心记录本");
    assert_eq!((headings.count(), book.matches("<w:pageBreakBefore/>").count()), (4, 3));
    assert!(!texts.iter().any(|(style, _)| style == "Title"), "nothing stands around a form");
    let cards = body(&home, "print cards --class 四2");
    assert_eq!((inside(&cards, "w:tbl").len(), cards.matches("pageBreakBefore").count()), (1, 0));
    let names = rows(&cards).into_iter().filter(|row| row.iter().any(|own| own == "姓名"));
    assert_eq!(names.map(|row| row.iter().filter(|own| *own == "姓名").count()).sum::<usize>(), 4);
}

#[test]
fn the_same_call_makes_the_same_bytes_and_the_file_knows_its_entry_in_the_log_of_access() {
    let home = guzhuang();
    let made = |line: &str, name: &str| {
        assert_eq!(home.run(&format!("{line} -o {name}")).code, 0, "{line}");
        fs::read(home.root().join(name)).unwrap()
    };
    assert!(made("rules", "a.docx") == made("rules", "b.docx"));
    let before = looks(&home).len();
    let body = body(&home, "overdue");
    assert_eq!(looks(&home).len(), before + 1);
    let last = paragraphs(&body).pop().unwrap();
    assert!(last.0 == "Note" && last.1.contains("查看记录第"), "{last:?}");
}

#[test]
fn what_is_no_table_is_a_document_of_lines() {
    let home = guzhuang();
    let body = body(&home, "help dates");
    let text = home.run("help dates").out;
    let lines: Vec<String> = paragraphs(&body).into_iter().map(|(_, line)| line).collect();
    assert_eq!(lines, text.lines().collect::<Vec<_>>());
}

#[test]
fn a_terminal_is_shown_no_document_and_a_dry_run_writes_none() {
    let ran = guzhuang().wide(80).run("list --format docx");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("-o 文件.docx"), "{}", ran.err);
    let home = guzhuang();
    let ran = home.run("list -o list.docx -n");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(!home.root().join("list.docx").exists());
    let ran = home.run("overdue --max-bytes 700 -o list.docx");
    assert!(ran.code == 2 && ran.err.contains("docx"), "{}", ran.err);
}

#[test]
fn a_document_for_a_wall_has_masked_names() {
    let home = guzhuang();
    let body = body(&home, "overdue --for wall");
    let names = home.json("overdue");
    let names: Vec<&str> =
        names.as_array().unwrap().iter().filter_map(|own| own["name"].as_str()).collect();
    assert!(names.len() > 5 && names.iter().all(|name| !body.contains(name)), "{names:?}");
}

#[test]
fn an_empty_home_makes_a_document_of_every_form() {
    let home = Home::new().at(DAY);
    for form in ["cards", "pairs", "timetable", "handover", "book talk", "form registration"] {
        for lang in ["zh-CN", "en"] {
            let body = body(&home, &format!("print {form} --lang {lang}"));
            assert_eq!(paragraphs(&body)[0].0, "Title", "{form}");
        }
    }
}
