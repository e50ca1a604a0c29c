//! Where something stands: `care find`. What stands there is never told.

use crate::harness::{Home, Ran};

const CHILD: &str = "class = \"2021-2\"\nid_number = \"990101201503120015\"\naddress = \"柳河村三组\"\n\
    [mother]\nphone = [\"139 0013 9001\"]\n[carer]\nname = \"王桂英\"\n\
    [[pause]]\nfrom = 2024-10-08\nuntil = 2024-10-09\nreason = \"住院\"\n\
    [[spell]]\njoined = 2024-09-02\n";

fn home() -> Home {
    let end = ",,2024-10-08T10:00:00+08:00,,";
    let head = "id,date,children,staff,outcome,mode,receiver,phone,minutes,content,result,note,\
        recorded,status,replaces";
    let call =
        format!("E0000000A01,2024-10-08,C00001,T00001,made,,李桂芳,13900139009,8,想爸爸,{end}");
    let secret = "id,date,children,staff,outcome,problem,note,recorded,status,replaces";
    let counselling = format!("E0000000C01,2024-10-08,C00001,T00001,made,怕黑{end}");
    let staff = "[[staff]]\nid = \"T00001\"\nname = \"刘敏\"\nphone = [\"13900139000\"]\n";
    let home = Home::new().child("C00001", CHILD).with("staff.toml", staff);
    let named = home.read("children/C00001.toml").replace("儿童C00001", "王小明");
    home.with("children/C00001.toml", &named).log("call", "2024-10", head, &call).log(
        "counselling",
        "2024-10",
        secret,
        &counselling,
    )
}

/// `kind places` of each hit.
#[track_caller]
fn hits(text: &str) -> Vec<String> {
    let found = home().json(&format!("find {text} --today 2024-10-10"));
    let line = |own: &serde_json::Value| format!("{} {}", own["kind"], own["places"]);
    let plain = |text: String| text.replace(['"', '[', ']'], "");
    found.as_array().unwrap().iter().map(line).map(plain).collect()
}

#[test]
fn a_child_is_found_by_name_sound_id_and_what_stands_in_the_file() {
    for word in ["王小明", "小明", "wangxiaoming", "wxm"] {
        assert_eq!(hits(word), ["child name"], "{word}");
    }
    assert_eq!(hits("C0000"), ["child id"]);
    assert_eq!(hits("90013 90"), ["child mother.phone", "staff phone", "record phone"]);
    assert_eq!(hits("0139001"), ["child mother.phone"]);
    assert_eq!(hits("１３９-００１３-９００１"), ["child mother.phone"]);
    assert_eq!(hits("20150312"), ["child id_number"]);
    assert_eq!(hits("柳河村"), ["child address"]);
    assert_eq!(hits("王桂英"), ["child carer.name"]);
    assert_eq!(hits("住院"), ["child pause.reason"]);
}

#[test]
fn staff_and_records_are_found_by_what_is_written_of_them() {
    assert_eq!(hits("刘敏"), ["staff name"]);
    assert_eq!(hits("lm"), ["staff name"]);
    assert_eq!(hits("想爸爸"), ["record content"]);
    assert_eq!(hits("9009"), ["record phone"]);
    assert_eq!(hits("李桂芳"), ["record receiver"]);
    assert_eq!(hits("E0000000A01"), ["record id"]);
}

#[test]
fn fewer_than_four_digits_are_not_looked_for_in_what_is_masked() {
    for few in ["139", "900", "015", "9"] {
        assert_eq!(hits(few), [""; 0], "{few}");
    }
    let ran = home().run("find 139");
    assert!(ran.out.contains("没有找到") && ran.out.contains("不足四位"), "{}", ran.out);
}

#[test]
fn a_restricted_register_is_not_searched() {
    let ran = home().run("find 怕黑");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("没有找到\n"), "{}", ran.out);
    assert_eq!(hits("E0000000C01"), [""; 0]);
}

/// What was said of a search, in all.
fn said(ran: &Ran) -> String {
    ran.out.clone() + &ran.err
}

#[test]
fn a_hit_names_whom_and_where_and_never_what_stands_there() {
    for text in ["13900139001", "9001", "990101201503120015", "柳河村三组", "王桂英", "李桂芳"]
    {
        for format in ["table", "plain", "csv", "tsv", "json", "jsonl", "markdown"] {
            for lang in ["zh-CN", "en"] {
                let ran = home().run(&format!("find {text} --format {format} --lang {lang}"));
                assert_eq!(ran.code, 0);
                assert!(said(&ran).contains("王小明"), "{}", said(&ran));
                assert!(!said(&ran).contains(text), "{text}: {}", said(&ran));
            }
        }
    }
    let out = home().run("查找 9001 --today 2024-10-10").out;
    assert!(out.contains("四（2）班") && out.contains("母亲电话"), "{out}");
    let out = home().run("find 想爸爸 --lang en").out;
    assert!(out.contains("record: ") && out.contains("2024-10-08"), "{out}");
}

#[test]
fn a_dash_reads_what_is_looked_for_from_standard_input() {
    let ran = home().told(|| Ok(b"13900139001\r\n".to_vec())).run("find -");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("母亲电话") && !ran.out.contains("9001"), "{}", ran.out);
    let ran = home().told(|| Ok(b" \n".to_vec())).run("find -");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("没有说找什么"), "{}", ran.err);
    let ran = home().told(|| Ok(b"???\r\n".to_vec())).run("find -");
    assert!(ran.code == 2 && ran.err.contains("变成了问号"), "{}", ran.err);
    let broken = || Err(std::io::Error::other("closed"));
    assert_eq!(home().told(broken).run("find -").code, 2);
    assert_eq!(home().run("find").code, 2);
}
