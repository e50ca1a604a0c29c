//! Lists as workbooks, read back by a library that is not the writer's.

use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::access::looks;
use crate::harness::{Home, opened};

/// The cells of a sheet as texts; a number is marked, so that it is not taken for one.
pub fn sheet(file: &Path, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let cell = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => format!("<{other}>"),
    };
    range.rows().map(|row| row.iter().map(cell).collect()).collect()
}

/// The names of the sheets.
pub fn names(file: &Path) -> Vec<String> {
    let book: Xlsx<_> = open_workbook(file).unwrap();
    book.sheet_names()
}

fn home() -> Home {
    let child = |id: &str, name: &str| {
        let known = "id_number = \"990101201503120015\"\nclass = \"2021-2\"";
        format!("id = \"{id}\"\nname = \"{name}\"\n{known}\n[[spell]]\njoined = 2024-09-02\n")
    };
    Home::new()
        .at("2024-11-18")
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .with("children/C00001.toml", &child("C00001", "李小明"))
        .with("children/C00002.toml", &child("C00002", "=1+1"))
}

#[test]
fn a_list_as_a_workbook_has_its_title_its_unit_numbers_first_and_lines_to_sign() {
    let home = Home::copy_of("examples/guzhuang").own().at("2024-12-20");
    let ran = home.run("list -o 名册.xlsx");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = sheet(&home.root().join("名册.xlsx"), "儿童");
    assert!(rows[0][0].starts_with("儿童 "), "{:?}", rows[0]);
    assert!(rows[1][0].starts_with("填报单位（盖章）：固镇县顾庄小学"), "{:?}", rows[1]);
    assert!(rows[1][0].ends_with("填报日期：2024-12-20"), "{:?}", rows[1]);
    assert_eq!(rows[2][..4], ["序号", "编号", "班级", "姓名"]);
    assert_eq!(rows[3][0], "<1>");
    assert!(rows[3][1].starts_with('C') && rows[3].iter().skip(1).all(|own| !own.starts_with('<')));
    assert!(rows.last().unwrap()[0].starts_with("单位负责人（签名）："), "{rows:?}");
    let listed = home.json("list").as_array().unwrap().len();
    assert!(ran.err.contains(&format!("{listed} ")), "{}", ran.err);
}

#[test]
fn the_heading_is_frozen_and_each_page_is_printed_across_as_wide_as_it_is() {
    let home = Home::copy_of("examples/guzhuang").own().at("2024-12-20");
    assert_eq!(home.run("list -o list.xlsx").code, 0);
    let bytes = fs::read(home.root().join("list.xlsx")).unwrap();
    let parts = opened::parts(&bytes);
    let (_, sheet) = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap();
    for has in [
        "<pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
    ] {
        assert!(sheet.contains(has), "{has}");
    }
}

#[test]
fn no_cell_of_any_list_is_a_formula_a_link_or_a_date_that_a_program_made() {
    let home = home();
    for line in ["list", "overdue", "obligations", "records", "show C00001", "why C00001", "check"]
    {
        let ran = home.run(&format!("{line} -o list.xlsx -y"));
        assert!(ran.code < 2, "{line}: {}", ran.err);
        let bytes = fs::read(home.root().join("list.xlsx")).unwrap();
        for (name, text) in opened::parts(&bytes) {
            assert!(!text.contains("<f>") && !text.contains("hyperlink"), "{line}: {name}");
            assert!(!text.contains("externalLink") && !text.contains("t=\"d\""), "{line}: {name}");
        }
    }
    assert!(opened::text(&fs::read(home.root().join("list.xlsx")).unwrap()).len() > 1000);
}

#[test]
fn the_same_call_makes_the_same_bytes() {
    let home = home();
    let made = |name: &str| {
        assert_eq!(home.run(&format!("list -o {name}")).code, 0);
        fs::read(home.root().join(name)).unwrap()
    };
    assert!(made("a.xlsx") == made("b.xlsx"));
}

#[test]
fn a_terminal_is_shown_no_workbook_and_told_how_to_get_one() {
    let ran = home().wide(80).run("list --format xlsx");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("-o 文件.xlsx"), "{}", ran.err);
    let piped = home().run("list --format xlsx");
    assert!(piped.code == 0 && piped.out.contains("李小明"), "{}", piped.err);
}

#[test]
fn what_is_no_table_is_not_put_into_a_workbook() {
    let home = home();
    for line in ["help", "help dates", "man", "completions bash", "overdue --max-bytes 700"] {
        let ran = home.run(&format!("{line} -o list.xlsx"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {}", ran.err);
        assert!(ran.err.contains("xlsx"), "{line}: {}", ran.err);
        assert!(!home.root().join("list.xlsx").exists(), "{line}");
    }
}

#[test]
fn the_children_of_whom_a_workbook_tells_are_in_the_log_of_access() {
    let home = home();
    for (line, children) in
        [("list", 2), ("overdue", 2), ("show C00001", 1), ("list --count-by class", 0)]
    {
        let before = looks(&home).len();
        assert_eq!(home.run(&format!("{line} -o list.xlsx -y")).code, 0, "{line}");
        let looks = looks(&home);
        match children {
            0 => assert_eq!(looks.len(), before, "{line}"),
            _ => assert_eq!(looks.last().unwrap()["count"], children, "{line}"),
        }
    }
}

#[test]
fn a_workbook_for_the_wall_has_masked_names() {
    let home = home();
    assert_eq!(home.run("overdue --for wall -o wall.xlsx").code, 0);
    let text = opened::text(&fs::read(home.root().join("wall.xlsx")).unwrap());
    assert!(!text.contains("李小明") && text.contains("李"), "{text}");
    assert!(
        !opened::text(&fs::read(home.root().join("wall.xlsx")).unwrap()).contains("9901012015")
    );
}

#[test]
fn a_dry_run_writes_no_workbook_and_shows_none() {
    let home = home();
    let ran = home.run("list -o list.xlsx -n");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(!home.root().join("list.xlsx").exists());
}

#[test]
fn the_files_of_other_office_programs_are_refused_and_xlsx_and_docx_are_named() {
    for end in ["xls", "et", "ods", "doc", "wps"] {
        let ran = home().run(&format!("list -o list.{end}"));
        assert!(
            ran.code == 2 && ran.err.contains(".xlsx") && ran.err.contains(".docx"),
            "{end}: {}",
            ran.err
        );
    }
}
