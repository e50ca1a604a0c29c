//! Whatever stands in a form of the school's own, it is filled in whole, or refused with nothing
//! written; what was filled in can be filled in no more.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::file::{fit_for_a_terminal, held};
use crate::home::Desk;

/// Words that mean something in a form.
pub const WORDS: &[&str] = &[
    "{{",
    "}}",
    "｛｛",
    "{{儿童.姓名}}",
    "{{谈心.内容}}",
    "{{#谈心}}",
    "{{/谈心}}",
    "{{序号}}",
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "</w:tr>",
    "<w:t/>",
    " r=\"1048576\"",
    "<f>A2</f>",
    "&amp;",
    "&#0;",
    "<![CDATA[{{]]>",
    "<!DOCTYPE a>",
];

/// Tries a part of a form as the document, or as the sheet of a workbook.
pub fn hold(desk: &Desk, input: &[u8], _turn: usize) -> Result<u64, String> {
    let is_sheet = input.windows(9).any(|own| own == b"worksheet");
    let (end, part) = match is_sheet {
        true => ("xlsx", "xl/worksheets/sheet1.xml"),
        false => ("docx", "word/document.xml"),
    };
    let form = format!("forms/form.{end}");
    let disk = desk.with(&form, &packed(input, is_sheet));
    let ran = desk.run_line(&disk, &format!("print form form.{end} --pack box"));
    held([0, 2, 3].contains(&ran.code), || format!("{} {}", ran.code, ran.err))?;
    fit_for_a_terminal(&ran.err)?;
    let files = disk.files();
    let made: Vec<_> = files
        .iter()
        .filter(|(path, _)| path.components().any(|own| own.as_os_str() == "box"))
        .collect();
    held((ran.code == 0) != made.is_empty(), || format!("{} {}", made.len(), ran.err))?;
    for (path, bytes) in made {
        let text = unpacked(bytes, part);
        let text = text.ok_or_else(|| format!("{} cannot be read back", path.display()))?;
        held(!text.contains("{{"), || format!("a name is left: {text}"))?;
    }
    Ok(u64::from(ran.code) + 8 * ran.err.lines().count().min(30) as u64)
}

fn unpacked(bytes: &[u8], part: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(part).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

fn packed(input: &[u8], is_sheet: bool) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let book = "<workbook xmlns:r=\"x\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/>\
                </sheets></workbook>";
    let main = if is_sheet { "xl/workbook.xml" } else { "word/document.xml" };
    let mut files = vec![
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("_rels/.rels", relation("officeDocument", main).into_bytes()),
    ];
    if is_sheet {
        files.push(("xl/workbook.xml", book.as_bytes().to_vec()));
        let own = relation("worksheet", "worksheets/sheet1.xml");
        files.push(("xl/_rels/workbook.xml.rels", own.into_bytes()));
        files.push(("xl/worksheets/sheet1.xml", input.to_vec()));
    } else {
        files.push(("word/document.xml", input.to_vec()));
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}
