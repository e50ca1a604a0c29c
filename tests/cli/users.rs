//! Who may see what, once `[[user]]` of `care.toml` says so.

use crate::access::looks;
use crate::harness::{CALENDAR, Home, Ran, SETTINGS};
use crate::mail;

const USERS: &str = "\n[[user]]\nstaff = \"T00001\"\nname = \"liumin\"\n\
    reveal = [\"personal\"]\nclasses = [\"2021-2\"]\n\n\
    [[user]]\nstaff = \"T00003\"\nname = \"gu\"\nreveal = [\"personal\", \"sensitive\"]\n";

/// Two classes with a child each, their head teachers, and a table of users; used by one of them.
fn home(user: &str) -> Home {
    let address = "address = \"柳河村三组\"\n";
    let home = mail::home(mail::EML).used_by(user).and("care.toml", USERS);
    home.child("C00001", &format!("class = \"2021-2\"\n{address}"))
        .child("C00002", &format!("class = \"2020-1\"\n{address}"))
}

fn run(user: &str, line: &str) -> Ran {
    home(user).run(line)
}

#[test]
fn who_is_nobody_sees_masked_names_in_every_format_of_what_a_wall_may_see() {
    for line in ["overdue", "due --days 30", "obligations", "rules --diff rules.toml"] {
        for format in ["table", "plain", "csv", "json", "jsonl", "markdown"] {
            let line = format!("{line} --format {format}");
            let ran = run("root", &line);
            assert_eq!(ran.code, 0, "{line}: {}", ran.err);
            assert!(!ran.out.contains("儿童C0000"), "{line}: {}", ran.out);
        }
    }
    assert!(run("root", "overdue").out.contains("儿＊＊＊＊＊"));
    assert!(run("gu", "overdue").out.contains("儿童C00001"));
}

#[test]
fn who_is_nobody_is_shown_no_child_and_writes_nothing() {
    let lines = [
        "show C00001",
        "show C00001 --full",
        "records",
        "list",
        "list --count-by risk",
        "find 儿童",
        "why C00001",
        "log-talk C00001",
        "log-talk --class 2021-2 -n",
        "edit-child C00001 --set risk=high",
        "add-child 张三 --class 2021-2",
        "check --fix",
    ];
    for user in ["root", "", "LIUMIN"] {
        for line in lines {
            let home = home(user);
            let ran = home.run(line);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {}", ran.err);
            assert!(ran.err.contains("[[user]]") && !ran.err.contains("儿童C"), "{}", ran.err);
            assert!(looks(&home).is_empty() && !home.root().join("log").exists());
        }
    }
}

#[test]
fn a_user_is_shown_the_classes_of_data_that_are_theirs_and_no_others() {
    let reveal =
        |user: &str, class: &str| run(user, &format!("show C00001 --reveal {class} --reason 核对"));
    assert!(reveal("gu", "personal").out.contains("柳河村三组"));
    assert_eq!(reveal("gu", "sensitive").code, 0);
    for (user, class) in [("gu", "restricted"), ("liumin", "sensitive")] {
        let ran = reveal(user, class);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(class), "{ran:?}");
    }
    let home = home("gu");
    assert_eq!(home.run("show C00001 --full").code, 0);
    assert_eq!(
        (&looks(&home)[0]["staff"], &looks(&home)[0]["user"]),
        (&"T00003".into(), &"gu".into())
    );
}

#[test]
fn a_user_of_some_classes_reads_the_names_of_their_children_alone() {
    let home = home("liumin");
    let list = home.run("list").out;
    assert!(list.contains("儿童C00001") && !list.contains("儿童C00002"), "{list}");
    assert!(list.contains("C00002"), "the other is on the list: {list}");
    assert!(home.run("show C00001 --full").out.contains("柳河村三组"));
    let other = home.run("show C00002 --full");
    assert!(other.code == 2 && other.out.is_empty() && other.err.contains("C00002"), "{other:?}");
    let all = home.run("list --count-by address --reveal personal --reason 分村组");
    assert!(all.code == 2 && all.out.is_empty(), "{all:?}");
    let own = home.run("list --class 2021-2 --count-by address --reveal personal --reason 分村组");
    assert!(own.out.contains("柳河村三组"), "{own:?}");
    assert_eq!(looks(&home).len(), 2);
}

#[test]
fn a_user_of_some_classes_writes_of_every_child() {
    let home = home("liumin");
    let ran = home.run("log-talk C00002 --date 2024-11-15");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(home.read("log/talk/2024-11.csv").contains("C00002"));
}

#[test]
fn a_shell_completes_the_names_of_the_children_whom_a_user_may_read_and_of_no_others() {
    for (user, names) in [
        ("liumin", ["儿童C00001"].as_slice()),
        ("gu", &["儿童C00001", "儿童C00002"]),
        ("root", &[]),
        ("", &[]),
    ] {
        for line in ["show 儿", "log-talk 儿", "why 儿", "pair 儿"] {
            assert_eq!(home(user).completes(line), names, "{user}: {line}");
        }
        let by_id = home(user).completes("show C0000");
        assert_eq!(by_id.len(), names.len(), "{user}: {by_id:?}");
    }
}

#[test]
fn a_run_of_mail_is_entered_with_its_recipients_and_needs_nobody() {
    let home = home("root");
    let ran = home.run("mail");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let looks = looks(&home);
    assert_eq!(looks.len(), 1, "one line for the run");
    assert_eq!(looks[0]["command"], "mail");
    assert_eq!(looks[0]["to"], serde_json::json!(["T00001", "T00002", "T00003"]));
    assert_eq!(looks[0]["children"], serde_json::json!(["C00001", "C00002"]));
    assert!(looks[0]["why"].is_null() && looks[0]["classes"] == serde_json::json!([]));
    assert_eq!(home.run("mail").code, 0);
    assert_eq!(crate::access::looks(&home).len(), 1, "what went before is not entered again");
    assert_eq!(home.run("audit verify").code, 0);
}

#[test]
fn no_mail_goes_that_cannot_be_entered() {
    let home = home("root");
    std::fs::create_dir_all(home.root().join(".care/access")).unwrap();
    let ran = home.run("mail");
    assert!(ran.code == 6 && ran.err.contains("什么也没有发出"), "{ran:?}");
    assert_eq!(mail::outbox(&home), [""; 0]);
    std::fs::remove_dir(home.root().join(".care/access")).unwrap();
    assert_eq!(home.run("mail").code, 0);
    assert_eq!(mail::outbox(&home).len(), 4);
}

#[test]
fn what_lies_open_is_told_by_one_word() {
    let home = Home::new().with("名单.xlsx", "PK");
    home.keep_private();
    for word in ["privacy", "隐私"] {
        let ran = home.run(&format!("check {word} --strict"));
        assert!(ran.code == 1 && ran.out.contains("export-in-home"), "{ran:?}");
    }
    let cloud = Home::empty();
    let files = [("care.toml", SETTINGS), ("calendar.toml", CALENDAR), ("rules.toml", "")];
    let folder = "OneDrive - 学校/home";
    let cloud =
        files.iter().fold(cloud, |home, (file, text)| home.with(&format!("{folder}/{file}"), text));
    let words = ["-C", folder, "check", "privacy"].map(str::to_owned);
    let ran = cloud.run_words(&words);
    assert!(ran.out.contains("cloud-folder"), "{ran:?}");
}

#[test]
fn a_backup_that_a_passphrase_keeps_and_one_of_another_home_are_not_told_of() {
    let home = Home::new()
        .child("C00001", "")
        .with("../home.zip", "PK\u{3}\u{4}\u{14}\0\u{1}\0")
        .with("../home.tar.gz.gpg", "x")
        .with("../相片.zip", "PK")
        .with("../别的学校/care.toml", SETTINGS)
        .with("../别的学校/children/C00002.toml", "");
    home.keep_private();
    assert!(!home.run("check privacy").out.contains("open-backup"));
    let home = home.with("../home.zip", "PK\u{3}\u{4}\u{14}\0\0\0");
    assert!(home.run("check privacy").out.contains("../home.zip"));
}

#[test]
fn a_register_that_nobody_needed_for_two_years_is_told_of_when_what_it_holds_is_not_open() {
    let row = |receiver: &str| {
        let head = "id,date,children,staff,outcome,receiver,note,recorded,status,replaces";
        let row =
            format!("E0000000A01,2024-10-08,C00001,,made,{receiver},,2024-10-08T10:00:00+08:00,,");
        Home::new().child("C00001", "").log("call", "2024-10", head, &row)
    };
    let is_told = |home: &Home, day: &str| {
        home.run(&format!("check privacy --today {day}")).out.contains("unused-register")
    };
    assert!(is_told(&row("李桂芳"), "2026-10-08"));
    assert!(!is_told(&row("李桂芳"), "2026-10-07"));
    assert!(!is_told(&row(""), "2026-10-08"));
}
