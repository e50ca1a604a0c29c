//! What users of command lines are used to, as far as nothing else tries it. `tests/README.md` says
//! which test shows which convention.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use care::{Call, run};
use chrono::{TimeZone, Utc};

use crate::harness::{Home, project, words};

fn home() -> Home {
    Home::copy_of("examples/guzhuang").own().at("2024-12-20")
}

const READERS: [&str; 16] = [
    "overdue",
    "answer",
    "attention",
    "due",
    "obligations",
    "matrix",
    "rates",
    "list",
    "records talk",
    "show oycx",
    "find 欧阳",
    "why oycx",
    "rules --why",
    "calendar",
    "history",
    "doctor",
];

/// A call where the environment says something, made in a folder.
fn called(line: &str, folder: PathBuf, environment: impl FnOnce(&mut Call)) -> (String, u8) {
    let now = Utc.with_ymd_and_hms(2024, 12, 20, 4, 0, 0).unwrap();
    let mut call = Call::new(words(line), now, folder);
    environment(&mut call);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&call, &mut out, &mut err);
    (String::from_utf8([out, err].concat()).unwrap(), code)
}

#[test]
fn data_goes_to_standard_output_and_what_is_said_to_standard_error() {
    let home = home();
    for line in READERS {
        let ran = home.run(line);
        assert!(!ran.out.is_empty() && ran.err.is_empty(), "{line}: {ran:?}");
    }
    for line in ["log-talk 欧阳晨曦 --staff 刘敏 --date 昨天 --topic 学习 -y", "undo", "lis"]
    {
        let ran = home.run(line);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{line}: {ran:?}");
    }
}

#[test]
fn a_change_is_told_shortly_with_how_to_take_it_back() {
    let ran = home().run("log-talk 欧阳晨曦 --staff 刘敏 --date 昨天 --topic 学习 -y");
    assert!(ran.err.lines().count() <= 5 && ran.err.contains("care undo"), "{}", ran.err);
}

#[test]
fn every_page_of_the_manual_has_the_exit_codes() {
    let home = home();
    for (lang, heading) in [("zh-CN", ".SH \"退出码\""), ("en", ".SH \"Exit codes\"")] {
        assert_eq!(home.run(&format!("man pages-{lang} --lang {lang}")).code, 0);
        let pages = fs::read_dir(home.root().join(format!("pages-{lang}"))).unwrap();
        let mut count = 0;
        for page in pages {
            let text = fs::read_to_string(page.unwrap().path()).unwrap();
            let (_, codes) = text.split_once(heading).unwrap();
            assert!(codes.contains("\n130 ") && codes.contains("\n0 "), "{codes}");
            count += 1;
        }
        assert!(count > 80, "{count}");
    }
}

#[test]
fn nothing_is_coloured_whatever_is_said_of_colours() {
    let home = home();
    for line in READERS {
        let plain = home.run(line);
        assert!(!plain.out.contains('\u{1b}'), "{line}");
        for when in ["never", "auto", "always"] {
            let told = home.run(&format!("{line} --color {when}"));
            assert!(!told.out.contains('\u{1b}'), "{line} {when}");
            // How much room a disk has changes while others write to it.
            assert!(told == plain || line == "doctor", "{line} {when}: {told:?}");
        }
    }
    assert_eq!(home.run("list --color sometimes").code, 2);
}

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_home_and_the_system() {
    let home = home();
    let chinese = |line: &str, speaks: Option<&str>, locale: &str| {
        let said = called(line, home.root().to_owned(), |call| {
            call.speaks = speaks.map(str::to_owned);
            call.locale = Some(locale.to_owned());
        });
        said.0.contains("姓名")
    };
    assert!(chinese("list", None, "en_US.UTF-8"), "the home says zh-CN");
    assert!(!chinese("list", Some("en"), "zh_CN.UTF-8"), "CARE_LANG");
    assert!(chinese("list --lang zh-CN", Some("en"), "en_US.UTF-8"), "--lang");
    let settings = home.read("care.toml").replace("language = \"zh-CN\"\n", "");
    let silent = Home::copy_of("examples/guzhuang").with("care.toml", &settings);
    let said = called("list", silent.root().to_owned(), |call| call.locale = Some("en_US".into()));
    assert!(said.0.contains("Name"), "{}", said.0);
}

#[test]
fn the_home_is_the_named_one_or_that_of_the_environment_or_the_next_above() {
    let home = home();
    let (here, below) = (home.root().to_owned(), home.root().join("log/talk"));
    let elsewhere = Home::empty();
    let away = elsewhere.root().to_owned();
    let list = called("list", here.clone(), |_| ());
    assert_eq!(list.1, 0);
    assert_eq!(called("list", below, |_| ()), list);
    assert_eq!(called("list", away.clone(), |_| ()).1, 2);
    assert_eq!(called("list", away.clone(), |call| call.home = Some(here.clone())), list);
    let other = Home::new().root().to_owned();
    let line = format!("list -C '{}'", here.display());
    assert_eq!(called(&line, away, |call| call.home = Some(other)), list);
}

#[test]
fn nothing_is_abbreviated_and_the_whole_word_is_told() {
    let home = home();
    for (line, whole) in [
        ("over", "overdue"),
        ("lis", "list"),
        ("obligation", "obligations"),
        ("list --cla 四2", "--class"),
        ("list --form csv", "--format"),
    ] {
        let ran = home.run(line);
        assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}");
        assert!(ran.err.contains(whole), "{line}: {}", ran.err);
    }
}

#[test]
fn only_what_sends_mail_knows_a_network() {
    let mut folders = vec![project().join("src")];
    let mut wrong = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.extend((!path.ends_with("post")).then_some(path));
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let is_code = path.extension().is_some_and(|end| end == "rs");
            let knows = ["std::net", "TcpStream", "lettre::", "rustls::"];
            if is_code && knows.iter().any(|word| text.contains(word)) {
                wrong.push(path);
            }
        }
    }
    assert_eq!(wrong, Vec::<PathBuf>::new());
}

#[test]
fn it_is_one_file_that_does_its_work_alone_in_a_folder() {
    let home = Home::empty();
    let program = home.root().join("care.exe");
    fs::copy(env!("CARGO_BIN_EXE_care"), &program).unwrap();
    let sheet = project().join("tests/import/cases/roster-openpyxl/花名册.xlsx");
    let import = format!("import '{}' -y", sheet.display());
    for line in [
        "init --preset guzhuang --school 柳河小学",
        "add-staff 刘敏 --role 班主任:2021-2",
        "add-child 李小明 --class 2021-2 --joined 2024-09-02",
        "log-visit 李小明 --mode 上门 --staff 刘敏 --date 昨天",
        &import,
        "list -o 名册.xlsx",
        "slip 刘敏 -o 随手记.html",
        "man 手册",
        "completions powershell",
        "help dates --lang en",
        "overdue",
    ] {
        let mut alone = Command::new(&program);
        alone.args(words(&format!("{line} --today 2024-11-18"))).current_dir(home.root());
        // No other program is found, and no folder of its own.
        let ran = alone.env("PATH", "").env("HOME", "").output().unwrap();
        assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
    }
}
