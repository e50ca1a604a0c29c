//! Forms that were filled in, and come back.

use std::fs;
use std::io::{Cursor, Write};

use crate::harness::{Home, opened};
use crate::template::{form, guzhuang};
use crate::workbooks::sheet;

/// The form with these cells of a line filled in, as another program would save it.
fn fill(home: &Home, name: &str, (line, filled): (usize, &[(&str, &str)])) {
    let file = home.root().join("form.xlsx");
    let rows = sheet(&file, name);
    let place = |heading: &str| {
        // A heading below another is named with it: 父亲/姓名.
        let (above, below) = heading.split_once('/').unwrap_or((heading, ""));
        let begin = rows[0].iter().position(|own| own == above).unwrap();
        let at = match below {
            "" => begin,
            _ => begin + rows[1][begin..].iter().position(|own| own == below).unwrap(),
        };
        format!("{}{line}", letters(at))
    };
    let mut parts = opened::parts(&fs::read(&file).unwrap());
    let (_, text) = parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
    for (heading, value) in filled {
        let (before, rest) = text.split_once(&format!("<c r=\"{}\" ", place(heading))).unwrap();
        let (look, after) = rest.split_once("/>").unwrap();
        let cell = format!("<c r=\"{}\" {look} t=\"inlineStr\">", place(heading));
        *text = format!("{before}{cell}<is><t>{value}</t></is></c>{after}");
    }
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    fs::write(home.root().join("filled.xlsx"), archive.finish().unwrap().into_inner()).unwrap();
}

/// What a program for tables calls a column.
fn letters(at: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    match at / 26 {
        0 => letter(at).to_string(),
        more => format!("{}{}", letter(more - 1), letter(at % 26)),
    }
}

#[test]
fn what_is_filled_in_comes_back_as_a_record_once_however_often_it_is_brought_in() {
    let home = guzhuang();
    form(&home, "talk --owed", "谈心");
    fill(&home, "谈心", (2, &[("日期", "12.19"), ("方式", "面谈"), ("谈话内容", "想爸爸")]));
    let talks = || home.json("records talk").as_array().unwrap().len();
    let before = talks();
    for _ in 0..2 {
        let ran = home.run("import filled.xlsx -y");
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.err.contains("退回 0"), "{}", ran.err);
        assert_eq!(talks(), before + 1, "{}", ran.err);
    }
    let shown = home.run("records talk --from 2024-12-19 --format plain").out;
    assert!(shown.contains("想爸爸") && shown.contains("面谈"), "{shown}");
}

#[test]
fn a_child_that_is_filled_into_the_roster_comes_back_with_all_that_is_known_of_it() {
    let home = guzhuang();
    form(&home, "roster", "名册");
    let known = [
        ("姓名", "钱小树"),
        ("性别", "男"),
        ("出生日期", "2015-3-12"),
        ("班级", "三（2）班"),
        ("住校", "否"),
        ("父亲/姓名", "钱大树"),
        ("父亲/电话", "13900001234"),
        ("父亲/外出", "是"),
        ("监护人/姓名", "孙桂花"),
        ("监护人/与儿童关系", "奶奶"),
        ("监护人/出生年", "1956"),
        ("入册日期", "2024-12-01"),
    ];
    fill(&home, "名册", (3, &known));
    for _ in 0..2 {
        let ran = home.run("import filled.xlsx -y");
        assert!(ran.code == 0 && ran.err.contains("退回 0"), "{}", ran.err);
    }
    let shown = home.run("show 钱小树 --all --reveal personal,sensitive --reason 核对").out;
    for value in ["2015-03-12", "三（2）班", "钱大树", "13900001234", "孙桂花", "奶奶", "1956"]
    {
        assert!(shown.contains(value), "{value}: {shown}");
    }
    assert!(shown.contains("入册日期 2024-12-01"), "{shown}");
}
