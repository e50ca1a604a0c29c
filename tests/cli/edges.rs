//! What lies open at the edges of a home: the repository, files laid in the way, masked twins.

use std::path::Path;
use std::process::Command;

use crate::harness::{Home, project};

fn git(folder: &Path, args: &[&str]) -> String {
    let ran = Command::new("git").arg("-C").arg(folder).args(args).output().unwrap();
    assert!(ran.status.success(), "git {args:?}");
    String::from_utf8(ran.stdout).unwrap()
}

fn begun() -> Home {
    let home = Home::empty().at("2024-11-18");
    // The tests' folders may lie in a repository of somebody else's, which init would leave alone.
    let ran = Command::new(env!("CARGO_BIN_EXE_care"))
        .args([
            "init",
            "--preset",
            "guzhuang",
            "--school",
            "固镇县顾庄小学",
            "--today",
            "2024-11-18",
        ])
        .current_dir(home.root())
        .env("GIT_CEILING_DIRECTORIES", home.root().parent().unwrap())
        .output()
        .unwrap();
    assert!(ran.status.success());
    std::fs::remove_file(home.root().join(".care/clock")).unwrap();
    home
}

/// The handbook's first step: the program lies in the folder, and the system put its own beside it.
#[test]
fn a_home_is_made_in_the_folder_that_holds_the_program() {
    let handbook = std::fs::read_to_string(project().join("data-template/README.md")).unwrap();
    let first = handbook.lines().find(|line| line.starts_with("care init ")).unwrap();
    for program in ["care.exe", "记录程序.exe"] {
        let home = Home::empty().with("desktop.ini", "").with("Thumbs.db", "");
        let home = home.with("System Volume Information/x", "").with("$RECYCLE.BIN/x", "");
        let program = home.root().join(program);
        std::fs::copy(env!("CARGO_BIN_EXE_care"), &program).unwrap();
        let ran = Command::new(&program)
            .args(first.split_whitespace().skip(1))
            .current_dir(home.root())
            .env("GIT_CEILING_DIRECTORIES", home.root().parent().unwrap())
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        assert!(home.read("care.toml").contains("柳河小学"));
        let known = git(home.root(), &["ls-files"]);
        assert!(known.contains("care.toml") && !known.contains(".exe"), "{known}");
    }
    for other in ["care.txt", "总结.exe", "care/x"] {
        assert_eq!(Home::empty().with(other, "").run("init").code, 2, "{other}");
    }
}

#[test]
fn init_makes_the_first_commit_in_a_repository_that_its_owner_alone_reads() {
    let home = begun();
    assert_eq!(git(home.root(), &["log", "--format=%s"]), "care init\n");
    assert_eq!(git(home.root(), &["status", "--porcelain"]), "");
    assert!(git(home.root(), &["ls-files"]).contains("rules.toml"));
    assert!(!git(home.root(), &["ls-files"]).contains(".care"));
}

#[cfg(unix)]
#[test]
fn nobody_but_its_owner_comes_into_the_repository() {
    use std::os::unix::fs::PermissionsExt;
    let home = begun();
    let folder = home.root().join(".git");
    assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn each_batch_is_a_commit_of_its_files_where_care_toml_asks_for_it() {
    let home = begun().and("care.toml", "\n[work]\ncommits = true\n");
    let ran = home.run("add-child 李小明 --class 2021-2 --joined 2024-09-02 --format json");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let batch: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let subject = format!("care add-child {}\n", batch["batch"].as_str().unwrap());
    assert_eq!(git(home.root(), &["log", "-1", "--format=%s"]), subject);
    let files = git(home.root(), &["show", "--name-only", "--format="]);
    assert_eq!(files.trim(), batch["files"][0].as_str().unwrap());
    // What waits there besides is left to whoever began it.
    assert_eq!(git(home.root(), &["status", "--porcelain"]), " M care.toml\n");
    let home = home.with(".git/HEAD", "nothing\n");
    let ran = home.run("log-talk 李小明 --date 2024-11-18");
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("没能提交到 git"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_list_does_not_go_through_a_link_that_somebody_laid() {
    use std::os::unix::fs::symlink;
    let home = Home::new();
    let (elsewhere, list) = (home.root().join("elsewhere"), home.root().join("list.csv"));
    std::fs::write(&elsewhere, "kept").unwrap();
    symlink(&elsewhere, &list).unwrap();
    assert_eq!(home.run("list -o list.csv -y").code, 0);
    assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), "kept");
    assert!(!list.is_symlink());
    symlink(&elsewhere, home.root().join(format!(".list.csv.{}.tmp", std::process::id()))).unwrap();
    assert_eq!(home.run("list -o list.csv -y").code, 0);
    assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), "kept");
}

#[test]
fn two_children_of_a_class_whose_masked_names_are_equal_are_told_apart_by_their_ids() {
    let rule = "id = \"talk\"\nevery = \"month\"\nrecords = [\"talk\"]\n";
    let child = |id: &str, name: &str, class: &str| {
        let text = format!(
            "id = \"{id}\"\nname = \"{name}\"\nclass = \"{class}\"\n\
            [[spell]]\njoined = 2024-09-02\n"
        );
        (format!("children/{id}.toml"), text)
    };
    let mut home = Home::new().at("2024-11-18").rule(rule);
    for (id, name, class) in [
        ("C00001", "王小怡", "2021-2"),
        ("C00002", "王佳怡", "2021-2"),
        ("C00003", "王欣怡", "2022-1"),
    ] {
        let (file, text) = child(id, name, class);
        home = home.with(&file, &text);
    }
    let list = home.run("overdue --for wall").out;
    for shown in ["王＊怡 C00001 ", "王＊怡 C00002 ", "三（1）班 王＊怡 规则"] {
        assert!(list.contains(shown), "{shown}: {list}");
    }
}

#[test]
fn rules_of_which_none_asks_anything_today_are_not_passed_over_in_silence() {
    let rule = "id = \"talk\"\nevery = \"month\"\nrecords = [\"talk\"]\n";
    for own in ["from = 2025-09-01", "applies = { tags = [\"poor\"] }"] {
        let home = Home::new().at("2024-11-18").rule(&format!("{rule}{own}")).child("C00001", "");
        let ran = home.run("overdue");
        assert!(ran.out.contains("今天没有一条规则管到"), "{own}: {}", ran.out);
    }
    let home = Home::new().at("2024-11-18").rule(rule).child("C00001", "");
    assert!(!home.run("overdue --today 2024-09-10").out.contains("没有一条规则"));
}

#[test]
fn a_class_is_called_by_its_new_name_in_the_weeks_before_the_first_term() {
    let home = Home::new().at("2024-11-18");
    assert_eq!(home.run("add-child 李小明 --class 四2 --joined 9.1").code, 0);
    assert!(home.run("show 李小明").out.contains("四（2）班"));
}

#[test]
fn who_is_left_out_of_a_class_must_be_in_it() {
    let home = Home::new().at("2024-11-18");
    let home = home.child("C00001", "class = \"2021-2\"").child("C00002", "class = \"2022-1\"");
    let ran = home.run("log-talk --class 2021-2 --except C00002");
    assert_eq!((ran.code, ran.err.contains("那天不在四（2）班")), (2, true), "{}", ran.err);
    let ran = home.run("log-talk C00001、C00002 --note 一起");
    assert!(ran.err.contains("儿童C00001、儿童C00002"), "{}", ran.err);
    assert_eq!(home.run("list -o 名单.xls").code, 2);
}
