//! The school's own words in its reports: kept by heading, merged at each printing.

use std::fs;

use crate::docx::body;
use crate::report::{DAY, report, school};

#[test]
fn a_word_added_by_hand_in_the_report_file_is_in_the_next_printing_of_every_format() {
    let home = school("guzhuang");
    let file = home.root().join("report/2024-2025-1.md");
    let before = fs::read_to_string(&file).unwrap();
    fs::write(&file, before.replace("## 困难和请求\n", "## 困难和请求\n电话机坏了一台。\n"))
        .unwrap();
    for format in ["table", "markdown", "html"] {
        let told = report(&home, &format!("--format {format}"));
        assert!(told.contains("电话机坏了一台。"), "{format}");
        assert!(told.contains("老人不会用手机"), "{format}");
    }
    assert!(body(&home, &format!("print report --today {DAY}")).contains("电话机坏了一台。"));
}

#[test]
fn words_below_a_heading_that_the_report_has_not_are_printed_at_its_end_and_told() {
    let home = school("guzhuang");
    let file = home.root().join("report/2024-2025-1.md");
    let before = fs::read_to_string(&file).unwrap();
    fs::write(&file, before.replace("## 困难和请求", "## 困难与要求")).unwrap();
    let ran = home.run(&format!("print report --today {DAY}"));
    assert!(ran.out.contains("困难与要求"), "{}", ran.out);
    assert!(ran.out.contains("老人不会用手机"), "{}", ran.out);
    let line = before.lines().position(|line| line == "## 困难和请求").unwrap() + 1;
    let told = format!("report/2024-2025-1.md：第 {line} 行的标题“困难与要求”不是报告里的标题");
    assert!(ran.err.contains(&told), "{}", ran.err);
    assert!(ran.err.contains("最接近的是“困难和请求”"), "{}", ran.err);
}

#[test]
fn own_words_with_markup_stand_in_a_page_as_they_were_typed() {
    let home = school("guzhuang");
    let file = home.root().join("report/2024-2025-1.md");
    fs::write(&file, "## 工作成效\n<script>alert(1)</script> **好** & <b>\n### 小标题\n- 一条\n")
        .unwrap();
    let page = report(&home, "--format html");
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt; **好** &amp; &lt;b&gt;"),
        "{page}"
    );
    assert!(page.contains("<h4>小标题</h4>"), "{page}");
    assert!(!page.contains("<script>alert"), "{page}");
}

#[test]
fn what_no_record_tells_is_marked_as_the_schools_to_write_until_it_has_written_it() {
    let home = school("sunchengsi");
    let marked = "（学校填写：外出务工的特点";
    assert!(!report(&home, "").contains(marked));
    fs::remove_file(home.root().join("report/2024-2025-1.md")).unwrap();
    let ran = home.run(&format!("print report --today {DAY}"));
    assert!(ran.out.contains(marked), "{}", ran.out);
    assert!(ran.err.contains("care print report --begin-words"), "{}", ran.err);
}

#[test]
fn the_file_of_own_words_is_begun_with_every_heading_and_loses_nothing_that_was_typed() {
    let home = school("guzhuang");
    let file = "report/2024-2025-1.md";
    fs::write(home.root().join(file), "## 工作成效\n好多了。\n").unwrap();
    let begin = format!("print report --begin-words --today {DAY}");
    let ran = home.run(&begin);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = home.read(file);
    assert!(text.starts_with("## 工作成效\n好多了。\n"), "{text}");
    assert_eq!(text.matches("## ").count(), 14, "{text}");
    assert_eq!(text.matches("## 工作成效").count(), 1, "{text}");
    // What is asked there is no word of the school.
    assert!(report(&home, "").contains("（学校填写：外出务工的特点"));
    let again = home.run(&begin);
    assert!((again.out + &again.err).contains("标题都在"));
    assert_eq!(home.read(file), text);
    assert_eq!(home.run("undo -y").code, 0);
    assert_eq!(home.read(file), "## 工作成效\n好多了。\n");
}

#[test]
fn a_file_of_own_words_that_is_no_text_stops_the_report_and_names_its_place() {
    let home = school("guzhuang");
    fs::write(home.root().join("report/2024-2025-1.md"), b"## \xb9\xa4\xd7\xf7\n").unwrap();
    let ran = home.run(&format!("print report --today {DAY}"));
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("report/2024-2025-1.md:1:4"), "{}", ran.err);
}

#[test]
fn own_words_that_were_saved_under_another_ending_stop_the_report_and_are_named() {
    let home = school("guzhuang");
    let folder = home.root().join("report");
    for name in
        ["2024-2025-1.md.txt", "2024-2025-1.txt", "2024-2025-1 (1).md", "2024-2025-1 副本.md"]
    {
        fs::write(folder.join(name), "## 工作成效\n好。\n").unwrap();
        let ran = home.run(&format!("print report --today {DAY}"));
        assert_eq!(ran.code, 3, "{name}: {}", ran.out);
        assert!(ran.err.contains(&format!("report/{name}")), "{}", ran.err);
        fs::remove_file(folder.join(name)).unwrap();
    }
    // Words of other days are none of this report's.
    fs::write(folder.join("2024-2025-2.md"), "## 工作成效\n好。\n").unwrap();
    fs::write(folder.join("2024-2025.md"), "## 工作成效\n好。\n").unwrap();
    report(&home, "");
    fs::write(folder.join("草稿.docx"), "").unwrap();
    let ran = home.run("check --today 2024-12-20");
    assert!(ran.out.contains("report/草稿.docx"), "{}", ran.out);
}
