//! `care slip`: a page for a teacher's phone, and the file that comes back from it.

use std::fs;

use serde_json::Value;

use crate::access::looks;
use crate::harness::Home;
use crate::template::guzhuang;

/// The headings that a page of these tests writes, as the page's own script does.
const HEADS: &str = "slip-code,slip-child,slip-register,date,outcome,mode,content,note";

/// Makes a slip and returns what its page holds, with the page.
fn page(home: &Home, line: &str) -> (Value, String) {
    let ran = home.run(&format!("slip {line} -o slip.html -y"));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let page = fs::read_to_string(home.root().join("slip.html")).unwrap();
    let (_, rest) = page.split_once("id=\"slip\">").unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    (serde_json::from_str(data).unwrap(), page)
}

/// The file that the page gives when these rows are ticked.
fn file(data: &Value, rows: &[&str]) -> String {
    let own = |key: &str| data[key].as_str().unwrap().to_owned();
    let head = format!(
        "\u{feff}care-slip,{}\r\nstaff,{}\r\nuntil,{}\r\ntoken,{}\r\n{HEADS}\r\n",
        own("id"),
        own("staff"),
        own("until"),
        own("token")
    );
    head + &rows.join("\r\n") + "\r\n"
}

fn bring(home: &Home, text: &str) -> (u8, String) {
    fs::write(home.root().join("back.csv"), text).unwrap();
    let ran = home.run("import back.csv -y");
    (ran.code, ran.err)
}

/// The code of the first row of talks, and the first of those to spare.
fn codes(data: &Value) -> (String, String) {
    let registers = data["registers"].as_array().unwrap();
    let talk = registers.iter().position(|own| own["key"] == "talk").unwrap();
    let rows = data["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["register"] == talk).unwrap();
    let text = |own: &Value| own.as_str().unwrap().to_owned();
    (text(&row["code"]), text(&data["spare"][0]))
}

fn talks(home: &Home) -> Vec<Value> {
    home.json("records talk --from 2024-12-19").as_array().unwrap().clone()
}

#[test]
fn a_slip_is_one_small_page_that_asks_nothing_of_the_network_and_holds_no_id_phone_or_whole_name() {
    let home = guzhuang();
    let (data, page) = page(&home, "马艳红");
    assert!(page.len() < 100_000, "{}", page.len());
    for asks in ["http:", "https:", "src=", "@import", "url(", "<link", "fetch(", "XMLHttp"] {
        assert!(!page.contains(asks), "{asks}");
    }
    let children = home.json("list children");
    for child in children.as_array().unwrap() {
        for key in ["id", "name"] {
            let own = child[key].as_str().unwrap();
            assert!(!page.contains(own), "{own}");
        }
    }
    let called = data["children"].as_array().unwrap();
    assert!(called.iter().all(|own| own.as_str().unwrap().contains("同学")), "{called:?}");
    assert!(!data["rows"].as_array().unwrap().is_empty());
    // The token is drawn: so many of its letters may be digits.
    let untold = page.replace(data["token"].as_str().unwrap(), "");
    let digits = untold.split(|own: char| !own.is_ascii_digit());
    assert_eq!(digits.filter(|own| own.len() == 11 || own.len() == 18).count(), 0);
    assert_eq!(data["spare"].as_array().unwrap().len(), 20);
    assert_eq!((&data["until"], &data["staff"]), (&"2025-01-03".into(), &"马艳红".into()));
}

#[test]
fn children_of_one_surname_are_told_apart_and_with_names_they_are_whole() {
    let home = guzhuang();
    let (data, _) = page(&home, "马艳红 --names");
    let whole: Vec<String> = data["children"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| own.as_str().unwrap().split(' ').next().unwrap().to_owned())
        .collect();
    let (data, _) = page(&home, "马艳红");
    let mut polite: Vec<&str> =
        data["children"].as_array().unwrap().iter().map(|own| own.as_str().unwrap()).collect();
    assert_eq!(polite.len(), whole.len());
    assert!(whole.iter().all(|name| !name.contains("同学")), "{whole:?}");
    polite.sort_unstable();
    polite.dedup();
    assert_eq!(polite.len(), whole.len(), "{polite:?}");
}

#[test]
fn what_the_page_tells_is_what_overdue_and_due_tell_for_that_teacher() {
    let home = guzhuang();
    let (data, _) = page(&home, "马艳红 --names");
    let told = data["rows"].as_array().unwrap().iter();
    let told: usize = told.map(|row| row["owed"].as_array().unwrap().len()).sum();
    let told = told + data["others"].as_array().unwrap().len();
    let rows = |line: &str| home.json(line).as_array().unwrap().clone();
    let late = rows("overdue --staff 马艳红");
    let is_late = |own: &&Value| {
        late.iter().any(|row| row["rule"] == own["rule"] && row["subject_id"] == own["subject_id"])
    };
    let soon = rows("due --staff 马艳红");
    let soon = soon.iter().filter(|own| !is_late(own)).count();
    assert_eq!(told, late.len() + soon);
}

#[test]
fn what_is_ticked_comes_back_as_a_record_once_however_often_the_file_comes() {
    let home = guzhuang();
    let (data, _) = page(&home, "马艳红");
    let (code, spare) = codes(&data);
    let rows = [
        format!("{code},,,2024-12-19,made,phone,想爸爸，\"\"也\"\"想妈妈,"),
        format!("{spare},1,talk,2024-12-20,attempted,in_person,没有找到,"),
    ];
    let rows =
        rows.map(|row| row.replace("想爸爸，\"\"也\"\"想妈妈", "\"想爸爸,\"\"也\"\"想妈妈\""));
    let text = file(&data, &[&rows[0], &rows[1]]);
    let before = talks(&home).len();
    fs::write(home.root().join("back.csv"), &text).unwrap();
    let asked = home.run("import back.csv");
    assert_eq!(asked.code, 2, "{}", asked.err);
    assert!(asked.err.contains("马艳红的手机表") && asked.err.contains("新增"), "{}", asked.err);
    assert_eq!(talks(&home).len(), before, "nothing before somebody has said yes");
    for added in ["新增 2", "新增 0"] {
        let (exit, err) = bring(&home, &text);
        assert!(exit == 0 && err.contains(added) && err.contains("退回 0"), "{exit} {err}");
        assert_eq!(talks(&home).len(), before + 2);
    }
    let own = |row: &&Value| row["content"] == "想爸爸,\"也\"想妈妈";
    let own = talks(&home).into_iter().find(|row| own(&row)).unwrap();
    assert_eq!(own["id"].as_str().unwrap()[1..], code[2..]);
    assert_eq!((&own["mode"], &own["staff"][0]["name"]), (&"phone".into(), &"马艳红".into()));
    assert_eq!(own["children"].as_array().unwrap().len(), 1);
}

#[test]
fn a_slip_that_has_ended_is_refused_by_the_clock_whatever_day_it_is_judged_by() {
    let home = guzhuang();
    let (data, _) = page(&home, "马艳红 --days 7");
    let (code, _) = codes(&data);
    let text = file(&data, &[&format!("{code},,,2024-12-19,made,,,")]);
    let home = home.at("2024-12-28");
    fs::write(home.root().join("back.csv"), &text).unwrap();
    for line in ["import back.csv -y", "import back.csv -y --today 2024-12-20"] {
        let ran = home.run(line);
        assert!(ran.code == 2 && ran.err.contains("2024-12-27 就到期了"), "{}", ran.err);
    }
    let longer = text.replace("2024-12-27", "2025-12-27");
    let (exit, err) = bring(&home.at("2024-12-20"), &longer);
    assert!(exit == 2 && err.contains("改动过"), "{err}");
}

#[test]
fn a_code_of_another_slip_or_of_nobody_is_refused_with_the_whole_file() {
    let home = guzhuang();
    let (other, _) = page(&home, "马艳红");
    let (data, _) = page(&home, "马艳红");
    let ((foreign, _), (code, spare)) = (codes(&other), codes(&data));
    let before = talks(&home).len();
    let good = format!("{code},,,2024-12-19,made,,,");
    for (row, why) in [
        (format!("{foreign},,,2024-12-19,made,,,"), "不是这张手机表的"),
        ("T-0000000000,,,2024-12-19,made,,,".to_owned(), "不是这张手机表的"),
        (format!("{spare},99,talk,2024-12-19,made,,,"), "不是这张手机表的"),
        (format!("{spare},0,incident,2024-12-19,made,,,"), "不是这张手机表的"),
        (format!("{spare},,,2024-12-19,made,,,"), "不是这张手机表的"),
        (good.clone(), "编号相同"),
    ] {
        let (exit, err) = bring(&home, &file(&data, &[&good, &row]));
        assert!(exit == 2 && err.contains(why), "{row}: {err}");
        assert_eq!(talks(&home).len(), before);
    }
}

#[test]
fn a_code_to_spare_that_is_one_childs_record_does_not_become_anothers() {
    let home = guzhuang();
    let (data, _) = page(&home, "马艳红");
    let (_, spare) = codes(&data);
    let row = |child: usize| format!("{spare},{child},talk,2024-12-19,made,,,");
    assert_eq!(bring(&home, &file(&data, &[&row(0)])).0, 0);
    let (exit, err) = bring(&home, &file(&data, &[&row(1)]));
    assert!(exit == 2 && err.contains("另一个孩子"), "{err}");
}

#[test]
fn a_token_that_was_tampered_with_or_is_of_another_slip_is_refused() {
    let home = guzhuang();
    let (other, _) = page(&home, "马艳红");
    let (data, _) = page(&home, "马艳红");
    let (code, _) = codes(&data);
    let text = file(&data, &[&format!("{code},,,2024-12-19,made,,,")]);
    let token = data["token"].as_str().unwrap();
    let id = data["id"].as_str().unwrap();
    let flipped = format!("{}{}", if token.starts_with('0') { "1" } else { "0" }, &token[1..]);
    for (from, to) in [
        (token, flipped.as_str()),
        (token, &token[..62]),
        (token, ""),
        (token, other["token"].as_str().unwrap()),
        (id, other["id"].as_str().unwrap()),
        (id, "S-0000000000"),
        (id, "../../care"),
    ] {
        let (exit, err) = bring(&home, &text.replace(from, to));
        assert!(exit == 2 && err.contains("改动过"), "{to}: {err}");
    }
    // What the home keeps is vouched for, too.
    let kept = home.root().join(format!(".care/slips/{id}.json"));
    let own = fs::read_to_string(&kept).unwrap();
    fs::write(&kept, own.replace("\"until\": \"2025-01-03\"", "\"until\": \"2026-01-03\""))
        .unwrap();
    let (exit, err) = bring(&home, &text.replace("2025-01-03", "2026-01-03"));
    assert!(exit == 2 && err.contains("改动过"), "{err}");
    fs::write(&kept, own).unwrap();
    fs::remove_file(home.root().join(".care/slips/secret")).unwrap();
    assert_eq!(bring(&home, &text).0, 2, "without the secret nothing is known");
}

#[test]
fn a_day_ahead_and_a_choice_that_is_none_come_back_with_their_reasons() {
    let home = guzhuang();
    let (data, _) = page(&home, "马艳红");
    let (code, spare) = codes(&data);
    let rows = [
        format!("{code},,,2024-12-31,made,phone,,"),
        format!("{spare},0,talk,2024-12-19,made,shouting,,"),
    ];
    let (exit, err) = bring(&home, &file(&data, &[&rows[0], &rows[1]]));
    assert!(exit == 1 && err.contains("还没有到") && err.contains("只有这些选项"), "{err}");
    assert!(err.contains("第 6 行") && err.contains("第 7 行"), "{err}");
    let more = format!("{HEADS},status\r\n");
    let text = file(&data, &[&format!("{code},,,2024-12-19,made,,,,void")]);
    let (exit, err) = bring(&home, &text.replace(&format!("{HEADS}\r\n"), &more));
    assert!(exit == 2 && err.contains("没有的栏目"), "{err}");
}

#[test]
fn a_slip_is_entered_in_the_log_of_access_and_a_dry_run_keeps_nothing() {
    let home = guzhuang();
    let ran = home.run("slip 马艳红 -o slip.html -n");
    assert!(ran.code == 0 && ran.err.contains("将写出手机表"), "{}", ran.err);
    assert!(!home.root().join("slip.html").exists() && !home.root().join(".care/slips").exists());
    let before = looks(&home).len();
    page(&home, "马艳红");
    let looks = looks(&home);
    assert_eq!(looks.len(), before + 1);
    let look = looks.last().unwrap();
    assert_eq!((&look["command"], &look["file"]), (&"slip".into(), &"slip.html".into()));
    assert!(look["count"].as_u64().unwrap() > 0);
}

#[test]
fn a_slip_needs_a_page_to_go_into_and_somebody_with_children() {
    let home = guzhuang();
    for (line, why) in [
        ("slip 马艳红", "-o 刘敏.html"),
        ("slip 马艳红 -o slip.csv", "-o 刘敏.html"),
        ("slip 马艳红 -o slip.html --days 0", "1 到 60"),
        ("slip 马艳红 -o slip.html --days 61", "1 到 60"),
        ("slip 没有这人 -o slip.html", "没有这人"),
    ] {
        let ran = home.run(line);
        assert!(ran.code == 2 && ran.err.contains(why), "{line}: {}", ran.err);
    }
    assert!(!home.root().join(".care/slips").exists());
}
