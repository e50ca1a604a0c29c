//! Whoever changes the log of access is found out.

use std::fs;

use crate::access::looks;
use crate::harness::Home;

/// A home in which three looks were recorded.
fn home() -> Home {
    let home = Home::new().child("C00001", "address = \"柳河村三组\"").used_by("liumin");
    for why in ["家访", "转学", "办医保"] {
        let line = format!("show C00001 --reveal personal --reason {why} --today 2024-10-10");
        assert_eq!(home.run(&line).code, 0);
    }
    home
}

fn lines(home: &Home) -> Vec<String> {
    home.read(".care/access").lines().map(str::to_owned).collect()
}

fn head(home: &Home) -> String {
    looks(home).last().unwrap()["hash"].as_str().unwrap().to_owned()
}

#[track_caller]
fn found(home: &Home, line: &str, said: &str) {
    let ran = home.run(line);
    assert!(ran.code == 1 && ran.err.is_empty() && ran.out.contains(said), "{ran:?}");
    let english = home.run(&format!("{line} --lang en"));
    assert!(english.code == 1 && !english.out.contains("查看记录"), "{english:?}");
}

#[test]
fn a_whole_log_is_said_to_be_whole_with_its_count_and_its_head() {
    let home = home();
    for line in ["audit verify", "审计 核对"] {
        let ran = home.run(line);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{line}");
        assert_eq!(ran.out, format!("查看记录完好，共 3 条；最后一条的校验码：{}\n", head(&home)));
    }
    let rows = home.json("audit verify");
    assert_eq!(rows[0]["entries"], 3);
    assert_eq!(rows[0]["head"], head(&home));
    assert!(rows[0]["broken"].is_null() && rows[0]["line"].is_null());
    assert_eq!(Home::new().run("audit verify").out, "还没有查看记录\n");
}

#[test]
fn a_line_that_was_changed_taken_out_or_moved_is_found_and_named() {
    let home = home();
    let before = lines(&home);
    let put = |lines: &[String]| {
        fs::write(home.root().join(".care/access"), lines.join("\n") + "\n").unwrap();
    };
    put(&[before[0].clone(), before[1].replace("转学", "家访"), before[2].clone()]);
    found(&home, "audit verify", "第 2 行被改过");
    put(&[before[0].clone(), before[2].clone()]);
    found(&home, "audit verify", "第 2 行接不上");
    put(&[before[1].clone(), before[0].clone(), before[2].clone()]);
    found(&home, "audit verify", "第 1 行接不上");
    put(&before[1..]);
    found(&home, "audit verify", "第 1 行接不上");
    put(&[before[0].clone(), "x".to_owned(), before[2].clone()]);
    found(&home, "audit verify", "第 2 行被改过");
    let ran = home.run("audit verify --format json");
    let row: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &row[0]["broken"], &row[0]["line"]), (1, &"changed".into(), &2.into()));
    put(&before);
    assert_eq!(home.run("audit verify").code, 0);
}

#[test]
fn a_log_whose_end_was_cut_off_no_longer_has_the_head_that_was_noted() {
    let home = home();
    let (noted, before) = (head(&home), lines(&home));
    for length in [16, 64] {
        let (noted, _) = noted.split_at(length);
        assert_eq!(home.run(&format!("audit verify --head {noted}")).code, 0);
    }
    fs::write(home.root().join(".care/access"), before[..2].join("\n") + "\n").unwrap();
    assert_eq!(home.run("audit verify").code, 0);
    found(&home, &format!("audit verify --head {noted}"), "没有校验码");
    // Another look in its place does not hide it.
    assert_eq!(home.run("show C00001 --full --today 2024-10-10").code, 0);
    found(&home, &format!("audit verify --head {noted}"), "没有校验码");
    fs::remove_file(home.root().join(".care/access")).unwrap();
    found(&home, &format!("audit verify --head {noted}"), "没有校验码");
}

#[test]
fn a_head_that_is_none_is_refused() {
    for head in ["12345", "1234567890abcdeg", "''"] {
        let ran = home().run(&format!("audit verify --head {head}"));
        assert!(ran.code == 2 && ran.err.contains("--head"), "{ran:?}");
    }
}

#[test]
fn a_later_look_is_recorded_behind_a_changed_line_and_does_not_mend_it() {
    let home = home();
    let changed = home.read(".care/access").replace("办医保", "家访");
    fs::write(home.root().join(".care/access"), changed).unwrap();
    assert_eq!(home.run("show C00001 --full --today 2024-10-10").code, 0);
    assert_eq!(lines(&home).len(), 4);
    found(&home, "audit verify", "第 3 行被改过");
}

#[test]
fn half_a_line_of_a_look_that_was_cut_off_is_said_and_gives_way_to_the_next() {
    let home = home().and(".care/access", "{\"at\":\"2024-");
    let ran = home.run("audit verify");
    assert!(ran.code == 0 && ran.err.contains("没有写完"), "{ran:?}");
    assert_eq!(home.run("show C00001 --full --today 2024-10-10").code, 0);
    let ran = home.run("audit verify");
    assert!(ran.code == 0 && ran.err.is_empty() && ran.out.contains("共 4 条"), "{ran:?}");
}
