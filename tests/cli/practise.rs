//! `care practise`: a copy beside the home, in which nothing counts and nobody is to be found.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Home, Ran, words};

fn home() -> Home {
    Home::copy_of("examples/guzhuang").at("2025-07-03").with(
        "care.toml",
        "format = 1\n\n[school]\nname = \"顾庄小学\"\nlanguage = \"zh-CN\"\n\n\
         [mail]\nfrom = \"a <a@school.example>\"\ntransport = \"eml\"\n",
    )
}

fn copy_of(home: &Home) -> PathBuf {
    let name = home.root().file_name().unwrap().to_string_lossy().into_owned();
    home.root().with_file_name(format!("{name}-practice"))
}

fn run_in(home: &Home, folder: &Path, line: &str) -> Ran {
    let mut all = vec!["-C".to_owned(), folder.display().to_string()];
    all.extend(words(line));
    home.run_words(&all)
}

/// Every text below a folder, the machine's own too.
fn texts(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all += &texts(&path),
            false => all += &String::from_utf8_lossy(&fs::read(&path).unwrap()),
        }
    }
    all
}

#[test]
fn names_numbers_and_phones_of_the_home_are_nowhere_in_the_copy() {
    let home = home();
    let ran = home.run("practise");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let copy = texts(&copy_of(&home));
    for file in fs::read_dir(home.root().join("children")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let value: toml::Table = text.parse().unwrap();
        let own = |path: &[&str]| {
            let mut found = value.get(path[0]);
            for key in &path[1..] {
                found = found.and_then(|own| own.get(*key));
            }
            found.and_then(|own| own.as_str()).map(str::to_owned)
        };
        for path in [
            &["name"][..],
            &["id_number"],
            &["student_no"],
            &["father", "name"],
            &["mother", "name"],
            &["carer", "name"],
        ] {
            if let Some(text) = own(path) {
                assert!(!copy.contains(&text), "{path:?} {text}");
            }
        }
    }
    for staff in ["陈立新", "孙海涛", "吴建国"] {
        assert!(!copy.contains(staff), "{staff}");
    }
    assert!(!copy_of(&home).join("log/counselling").exists());
    fs::remove_dir_all(copy_of(&home)).unwrap();
}

#[test]
fn the_copy_is_sound_judged_alike_and_says_on_every_screen_what_it_is() {
    let home = home();
    let _ = home.run("practise");
    let copy = copy_of(&home);
    let count = |ran: Ran| ran.out.lines().next().unwrap_or_default().to_owned();
    let there = run_in(&home, &copy, "overdue --today 2024-12-20");
    assert!(there.err.starts_with("【练习】"), "{}", there.err);
    assert_eq!(count(there), count(home.run("overdue --today 2024-12-20")));
    let checked = run_in(&home, &copy, "check");
    assert_ne!(checked.code, 3, "{}", checked.out);
    assert!(run_in(&home, &copy, "list --class 2021-1 -q").err.is_empty());
    let menu = home.sit(&format!("-C {}", copy.display()), &[""]);
    assert!(menu.screen.contains("（练习）顾庄小学"), "{}", menu.screen);
    let sent = run_in(&home, &copy, "mail");
    assert_eq!(sent.code, 1, "{}", sent.err);
    assert!(!copy.join(".git").exists());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o700);
    }
    fs::remove_dir_all(copy).unwrap();
}

#[test]
fn what_is_entered_there_leaves_the_home_as_it_was_and_ends_with_it() {
    let home = home();
    let before = home.run("records 谈心 --month 2025-07").out;
    let _ = home.run("practise");
    let copy = copy_of(&home);
    let list = run_in(&home, &copy, "list --format json").out;
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let name = list[0]["name"].as_str().unwrap();
    let ran = run_in(&home, &copy, &format!("log-talk {name} --topic homework"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(home.run("records 谈心 --month 2025-07").out, before);
    let ran = home.run("practise");
    assert_eq!(ran.code, 1, "{}", ran.err);
    let ran = home.run("practise --end");
    assert_eq!((ran.code, copy.exists()), (2, true), "{}", ran.err);
    let ran = home.run("practise --end -y");
    assert_eq!((ran.code, copy.exists()), (0, false), "{}", ran.err);
}

#[test]
fn only_a_folder_that_bears_the_mark_is_removed() {
    let home = home();
    let copy = copy_of(&home);
    fs::create_dir_all(copy.join("mine")).unwrap();
    assert_eq!(home.run("practise").code, 1);
    assert_eq!(home.run("practise --end -y").code, 1);
    assert!(copy.join("mine").exists());
    fs::remove_dir_all(copy).unwrap();
}

#[test]
fn what_is_no_record_of_a_known_kind_stays_away() {
    let home = home()
        .with("log/talk/notes.txt", "李浩然的爸爸欠了钱")
        .with("children/notes.txt", "李浩然的爸爸欠了钱");
    assert_eq!(home.run("practise").code, 0);
    assert!(!texts(&copy_of(&home)).contains("欠了钱"));
    fs::remove_dir_all(copy_of(&home)).unwrap();
}
