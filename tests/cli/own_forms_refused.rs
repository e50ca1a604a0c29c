//! What is refused of the school's own forms: all at once, by name, and nothing is written.

use crate::access::looks;
use crate::own_form_files::{
    TYPES, document, document_with, home, packed, print, relations, row, with, workbook_with,
};

#[test]
fn everything_that_is_wrong_with_a_form_is_told_at_once_and_nothing_is_written() {
    let form = document(&[
        "好的 {{儿童.姓名}}",
        "{{儿童.姓明}} {{child.nmae}}",
        "{{儿童.班级",
        "x}}",
        "{{#谈心}}",
        "{{家访.日期}} {{谈心.日期}}",
        "{{/谈心}} 尾",
    ]);
    let home = with("错.docx", &form);
    let ran = print(&home, "错 C00001 -o 出.docx");
    assert_eq!(ran.code, 3, "{}", ran.err);
    for said in [
        "第 2 段: 没有 {{儿童.姓明}} 这个名称；是不是 {{儿童.姓名}}？",
        "{{child.nmae}} 这个名称；是不是 {{child.name}}？",
        "第 3 段: 括号没有关上：{{儿童.班级",
        "第 4 段: 括号没有开头：x}}",
        "第 5 段: {{#谈心}} 没有结束",
        "第 6 段: 一行里只能写一本登记的内容",
        "第 7 段: {{/谈心}}",
        "什么也没有写",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert!(!home.root().join("出.docx").exists());
    assert_eq!(print(&home, "错 C00001 --pack 盒").code, 3);
    assert!(!home.root().join("盒").exists() && looks(&home).is_empty());
    let english = home.run("print form 错 C00001 -o out.docx --lang en");
    assert!(english.err.contains("paragraph 2: no such name: {{儿童.姓明}}"), "{}", english.err);
    let rows = row(1, &["{{儿童.姓名}}"]) + &row(2, &["{{序号}}", "{{性别x}}"]);
    let home = with("错.xlsx", &workbook_with(&rows, "", &[]));
    let ran = print(&home, "错 -o 出.xlsx");
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("表!B2: 没有 {{性别x}}"), "{}", ran.err);
    assert!(ran.err.contains("表!A1: {{儿童.姓名}} 是一名儿童的"), "{}", ran.err);
}

#[test]
fn what_cannot_move_with_a_repeated_row_is_named_and_what_can_moves() {
    let rows = |below: &str| row(1, &["{{序号}}", "{{儿童.姓名}}"]) + below;
    let sum = "<row r=\"2\"><c r=\"A2\"><f>SUM(A1:A1)</f><v>1</v></c></row>";
    for (below, after, said) in [
        (sum, "", "公式"),
        ("", "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>", "跨几行的合并单元格"),
        ("", "<legacyDrawing/>", "批注"),
        ("", "<tableParts><tablePart/></tableParts>", "超级表"),
    ] {
        let home = with("名单.xlsx", &workbook_with(&rows(below), after, &[]));
        let ran = print(&home, "名单 -o 出.xlsx");
        assert_eq!(ran.code, 3, "{said}: {}", ran.err);
        assert!(ran.err.contains(said) && !home.root().join("出.xlsx").exists(), "{}", ran.err);
    }
    let formula = "<row r=\"1\"><c r=\"A1\"><f>\"{{儿童.姓名}}\"</f></c></row>";
    let home = with("名单.xlsx", &workbook_with(formula, "", &[]));
    assert!(print(&home, "名单 -o 出.xlsx").err.contains("公式里的"));
}

#[test]
fn a_file_that_is_no_form_is_refused_by_what_it_is() {
    let plain = document(&["{{儿童.姓名}}"]);
    let macros = document_with("", &[("word/vbaProject.bin", "x")]);
    let typed = packed(&[(
        "[Content_Types].xml",
        "<Types a=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>",
    )]);
    let template = relations(&[(
        "r1",
        "attachedTemplate",
        "Target=\"http://x.example/a.dotm\" TargetMode=\"External\"",
    )]);
    let remote = document_with("", &[("word/_rels/settings.xml.rels", &template)]);
    let bomb = document_with("", &[("word/media/a.png", &"0".repeat(20 << 20))]);
    let comment = [("word/comments.xml", "<c><t>{{儿童.姓名}}</t></c>")];
    let commented = document_with("<w:p/>", &comment);
    let field = document_with("<w:p><w:r><w:instrText>{{x}}</w:instrText></w:r></w:p>", &[]);
    let mut locked = b"\xd0\xcf\x11\xe0".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let broken = plain.get(..plain.len() / 2).unwrap();
    let bad_xml = packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", &relations(&[("r1", "officeDocument", "Target=\"word/document.xml\"")])),
        ("word/document.xml", "<w:document><w:p></w:document>"),
    ]);
    for (bytes, said) in [
        (&b""[..], "空文件"),
        (broken, "打不开"),
        (&bad_xml, "打不开"),
        (b"{\\rtf1 {{a}}}", "打不开"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "旧格式"),
        (&locked, "密码"),
        (&macros, "宏"),
        (&typed, "宏"),
        (&remote, "别处"),
        (&bomb, "大得不正常"),
        (&document(&["没有名称"]), "没有可填的"),
        (&commented, "填不进去"),
        (&field, "填不进去"),
        (&workbook_with(&row(1, &["{{儿童.姓名}}"]), "", &[]), "后缀"),
        (&packed(&[("a.txt", "x")]), "没有文档"),
    ] {
        let home = with("表一.docx", bytes);
        let ran = print(&home, "表一 C00001 -o 出.docx");
        assert_eq!(ran.code, 3, "{said}: {}", ran.err);
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
        assert!(!home.root().join("出.docx").exists() && looks(&home).is_empty(), "{said}");
    }
    let home =
        home().with("forms/旧表.doc", "x").with("forms/甲.docx", "x").with("forms/甲.xlsx", "x");
    assert!(print(&home, "旧表 -o 出.docx").err.contains("另存为 docx 或 xlsx"));
    assert!(print(&home, "甲 -o 出.docx").err.contains("不止一个"));
    let ran = print(&home, "花名单 -o 出.xlsx");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("登记表、个别教育") && ran.err.contains("花名册"), "{}", ran.err);
}

#[test]
fn where_a_form_goes_must_be_said_and_fit() {
    let home = with("卡.docx", &document(&["{{儿童.姓名}}"]));
    for (words, said) in [
        ("卡", "-o 卡.docx"),
        ("卡 -o 出.xlsx", ".docx"),
        ("卡 -o 出.docx --pack 盒", "只写一个"),
        ("登记表 --pack 盒", "不能用于"),
        ("登记表 --blank -o 出.xlsx", "不能用于"),
        ("卡 --blank", "--blank"),
        ("卡 --for parents -o 出.docx", "不给墙上和家长看"),
        ("卡 C00009 -o 出.docx", "C00009"),
    ] {
        let ran = print(&home, words);
        assert_eq!(ran.code, 2, "{words}: {}", ran.err);
        assert!(ran.err.contains(said), "{words}: {}", ran.err);
    }
    let ran = print(&home, "卡 -o 出.docx -n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!home.root().join("出.docx").exists() && looks(&home).is_empty());
}
