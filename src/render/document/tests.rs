//! Documents, their parts looked at as they stand in the file.

use std::io::{Cursor, Read};

use chrono::{DateTime, Utc};
use zip::ZipArchive;

use super::*;
use crate::lang::Lang;

fn document(blocks: Vec<DocumentBlock>) -> Document {
    let sections = vec![DocumentSection { page: DocumentPage::Upright, blocks }];
    let made = DateTime::<Utc>::from_timestamp(1_734_652_800, 0).unwrap();
    Document { title: "谈心 & 家访".to_owned(), lang: Lang::Zh, made, sections }
}

fn said(style: ParagraphStyle, text: &str) -> DocumentBlock {
    DocumentBlock::Paragraph(style, text.to_owned())
}

/// The parts of a file by their names.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |at: usize| {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(part).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(own, _)| own == name).unwrap().1
}

fn body(document: &Document) -> String {
    part(&document.bytes(), "word/document.xml")
}

/// Does each element end where it must?
fn is_whole(xml: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        let name = tag.split([' ', '/']).find(|own| !own.is_empty()).unwrap();
        match (tag.starts_with(['?', '!']), tag.starts_with('/'), tag.ends_with('/')) {
            (true, ..) | (_, _, true) => {}
            (_, true, _) if open.pop() == Some(name) => {}
            (_, true, _) => return false,
            _ => open.push(name),
        }
    }
    open.is_empty()
}

const ALL: [ParagraphStyle; 11] = [
    ParagraphStyle::Title,
    ParagraphStyle::Subtitle,
    ParagraphStyle::Heading1,
    ParagraphStyle::Heading2,
    ParagraphStyle::Heading3,
    ParagraphStyle::Body,
    ParagraphStyle::ToWrite,
    ParagraphStyle::Note,
    ParagraphStyle::Signed,
    ParagraphStyle::FormHeading,
    ParagraphStyle::Plain,
];

fn table() -> DocumentTable {
    let cell = |text: &str| DocumentCell::new(text, DocumentCellKind::Text);
    let head = DocumentCell::new("姓名", DocumentCellKind::Heading);
    let wide = DocumentCell { span: 2, ..cell("家访") };
    let number = DocumentCell::new("3", DocumentCellKind::Number);
    DocumentTable {
        columns: vec![4000, 5070],
        size: LetterSize::Small,
        rows: vec![
            DocumentRow { cells: vec![head, cell("")], is_head: true, height: 0 },
            DocumentRow { cells: vec![cell("李小明"), number], is_head: false, height: 0 },
            DocumentRow { cells: vec![wide], is_head: false, height: 600 },
        ],
    }
}

#[test]
fn the_same_value_makes_the_same_bytes_and_every_part_is_whole() {
    let blocks = || {
        let all = ALL.iter().map(|style| said(*style, "字"));
        all.chain([DocumentBlock::Table(table()), DocumentBlock::NewPage]).collect()
    };
    let bytes = document(blocks()).bytes();
    assert_eq!(bytes, document(blocks()).bytes());
    let parts = parts(&bytes);
    assert_eq!(parts[0].0, "[Content_Types].xml", "programs look for it first");
    assert_eq!(parts.len(), 10);
    for (name, text) in parts {
        assert!(is_whole(&text), "{name}: {text}");
    }
    assert!(!is_whole("<w:p><w:r></w:p>"));
}

#[test]
fn each_style_that_a_paragraph_may_have_is_in_the_file_and_called_in_its_language() {
    for (lang, to_write) in [(Lang::Zh, "待填写"), (Lang::En, "To Write")] {
        let styles = part(&Document { lang, ..document(Vec::new()) }.bytes(), "word/styles.xml");
        assert!(styles.contains(&format!("<w:name w:val=\"{to_write}\"/>")), "{styles}");
        assert!(!styles.contains(['{', '}']), "{styles}");
        let body = body(&document(ALL.iter().map(|style| said(*style, "字")).collect()));
        let used: Vec<&str> = body
            .split("<w:pStyle w:val=\"")
            .skip(1)
            .filter_map(|rest| rest.split_once('"'))
            .map(|(id, _)| id)
            .collect();
        assert_eq!(used.len(), ALL.len());
        for id in used.into_iter().chain(["TableText", "Gap", "Footer", "TableGrid"]) {
            assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn a_text_is_a_text_whatever_stands_in_it() {
    let text = "<w:fldSimple w:instr=\"DATE\"/> & {{儿童.姓名}}\u{0}\u{202e}\u{ffff}";
    let body = body(&document(vec![said(ParagraphStyle::Body, text)]));
    let shown = "&lt;w:fldSimple w:instr=&quot;DATE&quot;/&gt; &amp; {{儿童.姓名}}\
                 \\u{0}\\u{202e}\\u{ffff}";
    assert!(body.contains(shown), "{body}");
    assert!(is_whole(&body) && !body.contains("<w:fld"), "{body}");
}

#[test]
fn the_ends_of_lines_and_tabs_in_a_text_are_kept() {
    let body = body(&document(vec![said(ParagraphStyle::Body, "甲\r\n乙\t丙  丁")]));
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let line = [
        &run("甲"),
        "<w:r><w:br/></w:r>",
        &run("乙"),
        "<w:r><w:tab/></w:r>",
        &run("丙  丁"),
        "</w:p>",
    ];
    assert!(body.contains(&line.concat()), "{body}");
}

#[test]
fn marks_of_both_scripts_are_chinese_among_chinese_and_latin_among_latin() {
    let of = |text: &str| body(&document(vec![said(ParagraphStyle::Body, text)]));
    let hint = "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>";
    for text in ["“一助一”结对", "√", "没有……"] {
        assert!(of(text).contains(hint), "{text}");
    }
    for text in ["“one”", "Zoë", "家访", "3 – 5"] {
        assert!(!of(text).contains(hint), "{text}");
    }
}

#[test]
fn a_table_says_what_it_is_in_the_order_in_which_programs_want_it() {
    let body = body(&document(vec![DocumentBlock::Table(table())]));
    let in_order = |names: &[&str]| {
        let places: Vec<Option<usize>> = names.iter().map(|name| body.find(name)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{names:?}: {body}");
    };
    in_order(&["<w:tblStyle", "<w:tblW", "<w:jc", "<w:tblLayout", "<w:tblCellMar", "<w:tblLook"]);
    in_order(&["<w:gridCol w:w=\"4000\"/>", "<w:gridCol w:w=\"5070\"/>", "</w:tblGrid>", "<w:tr>"]);
    in_order(&["<w:tblHeader/>", "姓名", "李小明", "<w:trHeight w:val=\"600\"", "家访"]);
    assert_eq!(body.matches("<w:cantSplit/>").count(), 3, "no row is divided");
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
    let wide = "<w:tcPr><w:tcW w:w=\"9070\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/><w:vAlign";
    assert!(body.contains(wide), "{body}");
    assert!(
        body.contains(
            "<w:keepNext/><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"18\"/>"
        )
    );
    // Without a paragraph behind it a table would be one with the next, and no end of the body.
    assert!(body.contains("</w:tbl>\n<w:p>"), "{body}");
}

#[test]
fn pages_that_lie_across_have_a_section_of_their_own() {
    let section =
        |page, text: &str| DocumentSection { page, blocks: vec![said(ParagraphStyle::Body, text)] };
    let sections = vec![section(DocumentPage::Upright, "甲"), section(DocumentPage::Across, "乙")];
    let body = body(&Document { sections, ..document(Vec::new()) });
    let (first, last) = body.split_once("乙").unwrap();
    assert!(first.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "{first}");
    assert!(first.ends_with("xml:space=\"preserve\">") && first.contains("</w:sectPr></w:pPr>"));
    let across = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>";
    assert!(last.contains(across) && last.ends_with("</w:sectPr></w:body></w:document>\n"));
    assert_eq!(body.matches("<w:footerReference").count(), 2, "each page has its number");
}

#[test]
fn pages_are_numbered_and_the_file_says_when_it_was_made() {
    let bytes = document(Vec::new()).bytes();
    let foot = part(&bytes, "word/footer1.xml");
    let texts = foot.split("<w:t").filter_map(|own| own.split_once("</w:t>"));
    let texts: Vec<&str> = texts.filter_map(|(own, _)| Some(own.split_once('>')?.1)).collect();
    assert_eq!(texts.concat(), "第 1 页 共 1 页");
    let fields: Vec<&str> = foot.split("<w:instrText xml:space=\"preserve\"> ").skip(1).collect();
    assert!(fields[0].starts_with("PAGE ") && fields[1].starts_with("NUMPAGES "), "{foot}");
    let told = part(&bytes, "docProps/core.xml");
    for has in ["<dc:title>谈心 &amp; 家访</dc:title>", ">2024-12-20T00:00:00Z<", ">zh-CN<"] {
        assert!(told.contains(has), "{has}: {told}");
    }
}

#[test]
fn a_line_is_put_below_all_that_stands_in_a_file() {
    let bytes = document(vec![said(ParagraphStyle::Body, "甲"), DocumentBlock::Table(table())]);
    let bytes = bytes.bytes();
    let marked = with_line(&bytes, "查看记录 <1>");
    let xml = part(&marked, "word/document.xml");
    let (_, end) = xml.split_once("</w:tbl>").unwrap();
    assert!(end.contains("查看记录 &lt;1&gt;</w:t></w:r></w:p>\n<w:sectPr>"), "{end}");
    let others = |bytes| {
        let mut parts = parts(bytes);
        parts.retain(|(name, _)| name != "word/document.xml");
        parts
    };
    assert_eq!(others(&marked), others(&bytes));
    assert_eq!(with_line(b"-", "x"), b"-", "what is no document is left as it is");
}
