//! Forms of a school's own, written by hand, and a home to fill them in from.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::harness::opened::parts;
use crate::harness::{Home, Ran};

pub const DAY: &str = "2024-12-02";
pub const TYPES: &str =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

pub fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

pub fn relations(own: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/relationships/{kind}\" {target}/>")
    };
    format!("<Relationships>{}</Relationships>", own.iter().map(one).collect::<String>())
}

pub fn document_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = relations(&[("r1", "officeDocument", "Target=\"word/document.xml\"")]);
    let own = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let files =
        [("[Content_Types].xml", TYPES), ("_rels/.rels", &main), ("word/document.xml", &own)];
    packed(&[&files[..], more].concat())
}

/// A document of these paragraphs.
pub fn document(paragraphs: &[&str]) -> Vec<u8> {
    let one = |text: &&str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    document_with(&paragraphs.iter().map(one).collect::<String>(), &[])
}

pub fn workbook_with(rows: &str, after: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let main = relations(&[("r1", "officeDocument", "Target=\"xl/workbook.xml\"")]);
    let own = relations(&[("r1", "worksheet", "Target=\"worksheets/sheet1.xml\"")]);
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{rows}</sheetData>{after}</worksheet>"
    );
    let book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
                <sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    let files = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", &main),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", &own),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    packed(&[&files[..], more].concat())
}

/// A row of a sheet with these texts.
pub fn row(number: usize, texts: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let column = char::from(b'A' + u8::try_from(at).unwrap());
        format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let cells: String = texts.iter().enumerate().map(cell).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// Two children with talks, one of whom is counselled.
pub fn home() -> Home {
    let child = |name: &str, phone: &str| {
        format!(
            "class = \"2021-2\"\nname = \"{name}\"\nsex = \"male\"\naddress = \"柳河村 & <三组>\"\n\
             [father]\nname = \"李强\"\nphone = [\"{phone}\"]\n[x]\n\"特长\" = \"画画\"\n\
             [[spell]]\njoined = 2024-09-02\n"
        )
    };
    let file = |id: &str, name: &str, phone: &str| {
        let known = child(name, phone).replacen(&format!("name = \"{name}\"\n"), "", 1);
        format!("id = \"{id}\"\nname = \"{name}\"\n{known}")
    };
    let head = "id,date,children,staff,outcome,content,note,recorded,status,replaces";
    Home::new()
        .at(DAY)
        .with("children/C00001.toml", &file("C00001", "李小明", "13800138000"))
        .with("children/C00002.toml", &file("C00002", "欧阳晨", "13800138001"))
        .staff("T00001", "{ role = \"principal\", from = 2024-09-01 }")
        .log(
            "talk",
            "2024-10",
            head,
            "E0000000001,2024-10-11,C00001,T00001,made,上课走神,,2024-10-11T10:00:00+08:00,,
             E0000000002,2024-10-12,C00001,T00001,attempted,没见到,,2024-10-12T10:00:00+08:00,,
             E0000000003,2024-10-13,C00001 C00002,T00001,made,想妈妈,,2024-10-13T10:00:00+08:00,,",
        )
        .events("counselling", "C00001", &["2024-10-14"])
}

pub fn with(name: &str, bytes: &[u8]) -> Home {
    home().with_bytes(&format!("forms/{name}"), bytes)
}

pub fn print(home: &Home, words: &str) -> Ran {
    home.run(&format!("print form {words}"))
}

/// The text of a filled document, paragraph by paragraph.
pub fn told(file: &Path) -> Vec<String> {
    let bytes = fs::read(file).unwrap();
    let (_, body) =
        parts(&bytes).into_iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let text = |own: &str| {
        let marked = own.replace("<w:br/>", "\n");
        let pieces = marked.split('<').map(|own| own.split_once('>').map_or(own, |(_, own)| own));
        pieces.collect::<String>()
    };
    let paragraphs = body.split("<w:p>").skip(1);
    paragraphs.map(|own| text(own.split("</w:p>").next().unwrap())).collect()
}
