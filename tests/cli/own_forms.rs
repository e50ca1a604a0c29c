//! `care print form NAME` with the school's own forms: what is filled in, what is refused, and what
//! is recorded. What other programs' forms look like afterwards is tested by `--test forms`.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::access::looks;
use crate::harness::opened::parts;
use crate::harness::{Home, Ran};
use crate::workbooks::{names, sheet};

const DAY: &str = "2024-12-02";
const TYPES: &str =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn relations(own: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/relationships/{kind}\" {target}/>")
    };
    format!("<Relationships>{}</Relationships>", own.iter().map(one).collect::<String>())
}

fn document_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
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
fn document(paragraphs: &[&str]) -> Vec<u8> {
    let one = |text: &&str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    document_with(&paragraphs.iter().map(one).collect::<String>(), &[])
}

fn workbook_with(rows: &str, after: &str, more: &[(&str, &str)]) -> Vec<u8> {
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
fn row(number: usize, texts: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let column = char::from(b'A' + u8::try_from(at).unwrap());
        format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let cells: String = texts.iter().enumerate().map(cell).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// Two children with talks, one of whom is counselled.
fn home() -> Home {
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

fn with(name: &str, bytes: &[u8]) -> Home {
    home().with_bytes(&format!("forms/{name}"), bytes)
}

fn print(home: &Home, words: &str) -> Ran {
    home.run(&format!("print form {words}"))
}

/// The text of a filled document, paragraph by paragraph.
fn told(file: &Path) -> Vec<String> {
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

#[test]
fn a_document_is_filled_for_one_child_masked_unless_it_is_revealed_and_the_look_is_recorded() {
    let form = document(&[
        "{{学校.名称}} {{儿童.姓名}} {{child.class}} {{父亲.电话}} {{家庭住址}} {{儿童.特长}} {{校长}}",
        "谈心{{谈心.次数}} 心理{{心理辅导.次数}} {{今天}}",
    ]);
    let home = with("联系表.docx", &form);
    let ran = print(&home, "联系表 C00001 -o 出.docx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("1 名儿童") && ran.err.contains("--reveal"), "{}", ran.err);
    let text = told(&home.root().join("出.docx"));
    assert!(text[0].starts_with("测试小学 李小明 四（2）班 138****8000 柳河村"), "{text:?}");
    assert!(text[0].contains('*') && text[0].ends_with("教师T00001"), "{text:?}");
    assert_eq!(text[1], "谈心2 心理1 2024-12-02");
    let look = looks(&home).pop().unwrap();
    assert_eq!((&look["file"], &look["count"]), (&"出.docx".into(), &1.into()));
    let ran = print(&home, "联系表 C00001 -o 出.docx -y --reveal personal,sensitive --reason 上报");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = told(&home.root().join("出.docx"));
    assert!(text[0].contains("13800138000 柳河村 &amp; &lt;三组&gt; 画画"), "{text:?}");
    assert_eq!(looks(&home).pop().unwrap()["why"], "上报");
}

#[test]
fn rows_and_blocks_repeat_for_each_record_of_the_term_and_what_was_not_done_only_where_it_is_told()
{
    let table = |cells: &[&str]| {
        let one = |own: &&str| format!("<w:tc><w:p><w:r><w:t>{own}</w:t></w:r></w:p></w:tc>");
        let cells: String = cells.iter().map(one).collect();
        format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    };
    let body = table(&["{{序号}}", "{{谈心.日期}}", "{{talk.content}}"]);
    let home = with("谈心.docx", &document_with(&body, &[]));
    assert_eq!(print(&home, "谈心 C00001 -o 出.docx").code, 0);
    let text = told(&home.root().join("出.docx"));
    assert_eq!(text, ["1", "2024-10-11", "上课走神", "2", "2024-10-13", "想妈妈"]);
    let body = table(&["{{谈心.日期}}", "{{谈心.是否完成}}"]);
    let home = with("谈心.docx", &document_with(&body, &[]));
    assert_eq!(print(&home, "谈心 C00001 -o 出.docx").code, 0);
    assert!(told(&home.root().join("出.docx")).contains(&"未成功".to_owned()));
    let ran = print(&home, "谈心 C00001 --month 2024-09 -o 空.docx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(told(&home.root().join("空.docx")), ["", ""]);
    let block = document(&["头", "{{#谈心}}", "{{谈心.日期}}", "{{谈心.内容}}", "{{/谈心}}", "尾"]);
    let home = with("谈心.docx", &block);
    assert_eq!(print(&home, "谈心 C00002 -o 出.docx").code, 0);
    assert_eq!(told(&home.root().join("出.docx")), ["头", "2024-10-13", "想妈妈", "尾"]);
}

#[test]
fn what_is_restricted_is_only_counted_until_it_is_revealed() {
    let form = document(&["{{心理辅导.日期}} {{心理辅导.教师}}", "{{本学期.心理辅导次数}}"]);
    let home = with("辅导.docx", &form);
    let ran = print(&home, "辅导 C00001 -o 出.docx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("--reveal restricted"), "{}", ran.err);
    assert_eq!(told(&home.root().join("出.docx")), ["*** ***", "1"]);
    let ran = print(&home, "辅导 C00001 -o 出.docx -y --reveal restricted --reason 转介");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(told(&home.root().join("出.docx"))[0].starts_with("2024-10-14"));
}

#[test]
fn a_form_of_all_children_has_a_row_for_each_and_one_of_one_child_a_page_or_a_file_for_each() {
    let rows = row(1, &["{{学校.名称}}", "{{人数}}"])
        + &row(2, &["{{序号}}", "{{儿童.姓名}}", "{{父亲.电话}}"])
        + &row(3, &["完"]);
    let home = with("名单.xlsx", &workbook_with(&rows, "", &[]));
    let open = "--reveal personal --reason 上报";
    let ran = print(&home, &format!("名单 -o 出.xlsx {open}"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = sheet(&home.root().join("出.xlsx"), "表");
    assert_eq!(rows[0][..2], ["测试小学", "<2>"]);
    assert_eq!(rows[1][..3], ["<1>", "李小明", "13800138000"]);
    assert_eq!(rows[2][..3], ["<2>", "欧阳晨", "13800138001"]);
    assert_eq!(rows[3][0], "完");
    assert_eq!(print(&home, "名单 --pack 各班").code, 0);
    assert!(home.root().join("各班/名单-01-四（2）班.xlsx").exists());

    let home = with("卡.docx", &document(&["{{儿童.姓名}}", "{{谈心.次数}}"]));
    assert_eq!(print(&home, "卡 -o 出.docx").code, 0);
    assert_eq!(told(&home.root().join("出.docx")), ["李小明", "2", "欧阳晨", "1"]);
    let bytes = fs::read(home.root().join("出.docx")).unwrap();
    let text = crate::harness::opened::text(&bytes);
    assert_eq!(text.matches("<w:pageBreakBefore/>").count(), 1, "{text}");
    assert_eq!(print(&home, "卡 --class 四2 --pack 盒").code, 0);
    for file in ["盒/卡-01-四（2）班.docx", "盒/卡-02-四（2）班.docx"] {
        assert_eq!(told(&home.root().join(file)).len(), 2, "{file}");
    }
    let look = looks(&home).pop().unwrap();
    assert_eq!((&look["file"], &look["count"]), (&"盒".into(), &2.into()));

    let home = with("卡.xlsx", &workbook_with(&row(1, &["{{儿童.姓名}}"]), "", &[]));
    assert_eq!(print(&home, "卡 -o 出.xlsx").code, 0);
    let file = home.root().join("出.xlsx");
    assert_eq!(names(&file), ["01-四（2）班", "02-四（2）班"]);
    assert_eq!(sheet(&file, "02-四（2）班"), [["欧阳晨"]]);
}

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
        "第 6 段: 一行里有两本登记的内容",
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
        ("登记表 -o 出.docx", "docx"),
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

#[test]
fn the_shipped_forms_are_filled_and_one_of_the_school_takes_their_place() {
    let home = home();
    assert_eq!(print(&home, "花名册 -o 出.xlsx").code, 0);
    let rows = sheet(&home.root().join("出.xlsx"), "花名册");
    assert!(rows[0][0].starts_with("测试小学") && rows[4][1] == "欧阳晨", "{rows:?}");
    assert_eq!(print(&home, "留守儿童登记表 C00001 -o 出.docx").code, 0);
    let text = told(&home.root().join("出.docx")).concat();
    assert!(!text.contains("{{"), "{text}");
    assert_eq!(print(&home, "花名册 --blank -o forms/花名册.xlsx").code, 0);
    let first = fs::read(home.root().join("forms/花名册.xlsx")).unwrap();
    assert!(first.starts_with(b"PK"));
    let own = workbook_with(&row(1, &["{{序号}}", "{{儿童.编号}}"]), "", &[]);
    let home = home.with_bytes("forms/花名册.xlsx", &own);
    assert_eq!(print(&home, "花名册 -o 出.xlsx -y").code, 0);
    assert_eq!(sheet(&home.root().join("出.xlsx"), "表")[1], ["<2>", "C00002"]);
    // A form of the school's under the name of one that the program makes is meant by its ending.
    let home = home.with_bytes("forms/登记表.docx", &document(&["{{儿童.姓名}}"]));
    assert_eq!(print(&home, "登记表.docx C00001 -o 己.docx").code, 0);
    assert_eq!(told(&home.root().join("己.docx")), ["李小明"]);
}

#[test]
fn filling_twice_gives_the_same_bytes_and_a_backup_holds_the_forms() {
    let home = with("卡.docx", &document(&["{{儿童.姓名}}"]));
    let print = |file: &str| {
        assert_eq!(print(&home, &format!("卡 -o {file}")).code, 0);
        fs::read(home.root().join(file)).unwrap()
    };
    assert_eq!(print("一.docx"), print("二.docx"));
    assert_eq!(home.run("backup ..").code, 0);
    let backup = "../care-backup-2024-12-02-1200.tar";
    assert_eq!(home.run(&format!("backup --restore {backup} ../again")).code, 0);
    let again = home.root().join("../again/forms/卡.docx");
    assert_eq!(fs::read(again).unwrap(), fs::read(home.root().join("forms/卡.docx")).unwrap());
}
