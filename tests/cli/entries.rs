//! The dated entries of a child's file: read, checked and shown by one description.

use crate::harness::Home;

/// An entry of every kind with every key, but for what ends it.
const ENTRIES: &str = "\
    [[pause]]\nfrom = 2024-09-10\nuntil = 2024-09-12\nreason = \"水痘在家\"\n\n\
    [[pair]]\nstaff = \"T4M2XA\"\nrole = \"pair_teacher\"\nfrom = 2024-09-02\n\
    mode = \"一对一\"\nreason = \"同村\"\n\n\
    [[buddy]]\nname = \"赵佳怡\"\nclass = \"2021-2\"\nfrom = 2024-09-02\nreason = \"同桌\"\n\n\
    [[exempt]]\nrule = \"talk\"\nfrom = 2024-09-01\nuntil = 2024-12-31\n\
    reason = \"在外治疗\"\nby = \"T4M2XA\"\n\n\
    [[elder]]\nname = \"王桂英\"\nbirthday = \"08-15\"\ncalendar = \"lunar\"\n\n\
    [[was]]\nfield = \"risk\"\nvalue = \"low\"\nuntil = 2024-09-30\n";

fn home() -> Home {
    Home::new()
        .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"")
        .staff("T4M2XA", "")
        .child("C00001", ENTRIES)
}

/// The lines of the child's page that begin with a word, blanks made one.
fn lines(out: &str, word: &str) -> Vec<String> {
    let plain = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    out.lines().map(plain).filter(|line| line.starts_with(word)).collect()
}

#[test]
fn the_page_shows_the_reasons_of_the_entries_and_who_allowed_an_exemption() {
    let ran = home().run("show C00001 --today 2024-10-10");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for (word, shown) in [
        ("暂停", "暂停 2024-09-10 - 2024-09-12 水痘在家"),
        ("结对教师", "结对教师 教师T4M2XA 一对一 同村"),
        ("结对同学", "结对同学 赵** 四（2）班 同桌"),
        ("免办", "免办 规则 2024-09-01 - 2024-12-31 在外治疗 批准人 教师T4M2XA"),
        ("长辈生日", "长辈生日 王** 农历 08-15"),
    ] {
        assert_eq!(lines(&ran.out, word), [shown], "{}", ran.out);
    }
}

#[test]
fn a_key_that_an_entry_lacks_is_told_and_so_is_an_unknown_one_with_the_nearest() {
    for (entry, needed) in [
        ("pause", "from"),
        ("pair", "staff"),
        ("pair", "role"),
        ("buddy", "name"),
        ("exempt", "rule"),
        ("elder", "birthday"),
        ("was", "field"),
        ("was", "value"),
        ("was", "until"),
    ] {
        let ran = home().child("C00002", &format!("[[{entry}]]\n")).run("check --format json");
        let told = format!("“{needed}”");
        assert!(ran.out.contains("missing-key") && ran.out.contains(&told), "{entry} {}", ran.out);
    }
    let more = "[[buddy]]\nname = \"a\"\nfrom = 2024-09-02\nreasn = \"b\"\n";
    let ran = home().child("C00002", more).run("check");
    assert!(ran.out.contains("reason"), "{}", ran.out);
}
