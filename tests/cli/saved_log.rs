//! Logs that somebody opened in a spreadsheet program and saved: one fault for each file, and what
//! `check --fix` makes of it. `saved_log/make.py` made the files, with `LibreOffice`.

use std::fs;

use crate::harness::Home;

const LOG: &str = "log/talk/2024-10.csv";
const KEPT: &str = ".care/quarantine/log-talk-2024-10.csv";

/// A sound home, on the day of judgement.
fn home() -> Home {
    let home = Home::copy_of("tests/mistakes/base").at("2024-12-20");
    home.keep_private();
    home
}

fn saved(name: &str) -> Vec<u8> {
    fs::read(crate::harness::project().join("tests/cli/saved_log").join(name)).unwrap()
}

fn saved_home(bytes: &[u8]) -> Home {
    let home = home().with_bytes(LOG, bytes);
    home.keep_private();
    home
}

/// The log as a text that a program changes.
fn log() -> String {
    home().read(LOG)
}

/// The same with its days as a program writes them.
fn dated() -> String {
    let row = |line: &str| line.replacen(",2024-10-", ",2024/10/", 1) + "\n";
    log().lines().map(row).collect()
}

#[track_caller]
fn stays_as_it_is(bytes: &[u8], saying: &[&str]) {
    let home = saved_home(bytes);
    let ran = home.run("check --fix");
    assert_eq!(ran.code, 1, "{ran:#?}");
    for words in saying {
        assert!(ran.err.contains(words), "{words}: {ran:#?}");
    }
    assert_eq!(fs::read(home.root().join(LOG)).unwrap(), bytes);
    assert!(!home.root().join(KEPT).exists());
    assert_eq!(home.run("overdue").code, 3);
}

#[test]
fn a_log_that_was_saved_as_a_sheet_is_one_fault_and_check_fix_makes_it_what_it_was() {
    for (name, changed) in [("gbk.csv", "编码、日期的写法"), ("utf8.csv", "换行、表头、日期的写法")]
    {
        let before = home();
        let (records, overdue) = (before.run("records talk"), before.run("overdue"));
        let bytes = saved(name);
        let home = saved_home(&bytes);
        for line in ["overdue", "records talk", "log-talk C7K3FQ --date 2024-10-21"] {
            let ran = home.run(line);
            assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{name} {line}");
            let told = format!("{LOG}: 错误[saved-log]: ");
            assert!(ran.err.starts_with(&told) && ran.err.contains(changed), "{}", ran.err);
            assert_eq!(ran.err.matches("错误[").count(), 1, "{}", ran.err);
            assert!(ran.err.contains("care check --fix"), "{}", ran.err);
        }
        assert_eq!(home.run("check -n --fix").code, 1);
        assert_eq!(fs::read(home.root().join(LOG)).unwrap(), bytes);
        let ran = home.run("check --fix");
        assert_eq!(ran.code, 0, "{name}: {ran:#?}");
        assert!(ran.err.contains(&format!("{LOG} 已还原")) && ran.err.contains(KEPT), "{ran:#?}");
        assert_eq!(home.read(LOG), log(), "{name}");
        assert_eq!(fs::read(home.root().join(KEPT)).unwrap(), bytes);
        assert_eq!((home.run("records talk"), home.run("overdue")), (records, overdue));
        assert_eq!(home.run("log-talk C7K3FQ --date 2024-10-21").code, 0);
    }
}

#[test]
fn a_cell_that_is_lost_is_named_and_the_file_stays_untouched() {
    let git = "git checkout -- log/talk/2024-10.csv";
    stays_as_it_is(&saved("lost.csv"), &["第 2 行“content”", git]);
    for (content, saying) in [
        ("\"一\n二\"", "第 2 行“content”（格子里有换行）"),
        ("#NAME?", "第 2 行“content”（当作公式算了）"),
        ("3月2日", "第 2 行“content”（成了表格软件写的日期）"),
        ("990101201512030000", "第 2 行“content”（后面几位数没有了）"),
    ] {
        let text = dated().replace("作业能按时完成", content);
        stays_as_it_is(text.as_bytes(), &[saying, git]);
    }
    let (first, others) = (dated().lines().take(2).collect::<Vec<_>>().join("\n"), "ѧϰ");
    let read_twice = first.replace("学习", others).replace("作业能按时完成", "") + "\n";
    stays_as_it_is(read_twice.as_bytes(), &["第 2 行“topic”（编码不明，有两种读法）", git]);
    let ids = dated().replace("ET10AAAAAA1", "1.2E+10");
    stays_as_it_is(ids.as_bytes(), &["第 2 行“id”（后面几位数没有了）", git]);
    let agreed = dated().replace("2024-10-30", "10月30日");
    stays_as_it_is(agreed.as_bytes(), &["第 3 行“follow_up_on”", "第 4 行“follow_up_on”"]);
    let torn = dated();
    stays_as_it_is(torn.trim_end().as_bytes(), &["最后一行不完整"]);
}

#[test]
fn what_is_restored_is_judged_before_it_takes_the_place_of_the_file() {
    let strange = dated().replace("C7K3FQ", "C7K3FR");
    stays_as_it_is(strange.as_bytes(), &["还原以后还会有下面的错误", "[unknown-name]"]);
    let month = dated().replace(",2024/10/", ",2024/11/");
    stays_as_it_is(month.as_bytes(), &["还原以后还会有下面的错误", "[wrong-month]"]);
    let home = saved_home(&saved("gbk.csv")).with("staff.toml", "[[staff]]\n");
    let ran = home.run("check --fix");
    assert!(ran.code == 1 && ran.err.contains("先改好别的文件里的错误"), "{ran:#?}");
    assert_eq!(fs::read(home.root().join(LOG)).unwrap(), saved("gbk.csv"));
}

#[test]
fn a_number_among_words_and_a_time_to_the_minute_are_told_after_the_log_is_restored() {
    let text = dated().replace("作业能按时完成", "7");
    let home = saved_home(text.replace("2024-10-09T16:30:00+08:00", "2024/10/9 16:30").as_bytes());
    let ran = home.run("check --fix");
    assert_eq!(ran.code, 0, "{ran:#?}");
    for words in ["第 2 行“content”", "录入时间只剩到分钟", "前面若有过 0"] {
        assert!(ran.err.contains(words), "{words}: {ran:#?}");
    }
    assert_eq!(home.read(LOG), log().replace("作业能按时完成", "7"));
}

#[test]
fn rows_and_cells_that_are_blank_are_left_out_and_what_stands_beyond_a_heading_is_not() {
    let wide = |more: &str| {
        let text = dated();
        let lines: Vec<String> = text.lines().map(|line| format!("{line}{more}\r\n")).collect();
        lines.concat()
    };
    let home = saved_home(format!("{}{}\r\n", wide(",,"), ",".repeat(14)).as_bytes());
    assert_eq!(home.run("check --fix").code, 0);
    assert_eq!(home.read(LOG), log());
    let beyond = wide(",,").replacen("+08:00,,,,", "+08:00,,,,x", 1);
    stays_as_it_is(beyond.as_bytes(), &["不知道是哪一栏"]);
}

#[test]
fn a_slip_of_a_hand_is_told_at_its_place_as_before() {
    let slash = log().replacen("2024-10-09", "2024/10/9", 1);
    for text in [slash.clone(), slash.replace('\n', "\r\n")] {
        let ran = saved_home(text.as_bytes()).run("overdue");
        assert!(ran.err.contains("[no-such-date]") && !ran.err.contains("saved-log"), "{ran:#?}");
    }
    let windows = saved_home(log().replace('\n', "\r\n").as_bytes());
    assert_eq!(windows.run("overdue").code, 0);
}
