//! The lists for a wall, a chat and a phone.

use crate::harness::Home;

fn home() -> Home {
    let head = "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }";
    let rule = "id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nby = \"head_teacher\"";
    let home = Home::new().at("2024-11-18").rule(rule).staff("T00001", head);
    (1..40).fold(home, |home, at| home.child(&format!("C{at:05}"), "class = \"2021-2\""))
}

#[test]
fn for_the_wall_names_are_masked_in_every_format() {
    for format in ["markdown", "table", "json", "csv", "plain"] {
        let ran = home().run(&format!("overdue --for wall --format {format}"));
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("儿＊＊＊＊＊＊1"), "{format}: {}", ran.out);
        assert!(!ran.out.contains("儿童C") && !ran.out.contains("教师T"), "{format}");
    }
}

#[test]
fn a_list_for_a_chat_fits_into_max_bytes_and_says_how_many_rows_are_left_out() {
    let list = |most: usize| {
        let ran = home().run(&format!("overdue --format markdown --for wall --max-bytes {most}"));
        assert!(ran.out.len() <= most, "{most}: {}", ran.out.len());
        ran.out
    };
    let text = list(2048);
    assert!(
        text.starts_with("**留守儿童之家：逾期 39 项，39 名儿童（截至 2024-11-18）**\n"),
        "{text}"
    );
    let rows = text.lines().filter(|line| line.contains("逾期 49 天（2 次）")).count();
    assert!(text.ends_with(&format!("另有 {} 条\n", 39 - rows)), "{text}");
    assert!(rows > 15, "{rows}");
    let whole = list(100_000);
    assert_eq!(whole.lines().filter(|line| line.contains("逾期 49 天")).count(), 39);
    for most in [0, 1, 7, 40, 90, 200] {
        list(most);
    }
}

#[test]
fn a_table_of_markdown_fits_into_max_bytes_too() {
    let ran = home().run("overdue --format markdown --max-bytes 1500");
    assert!(ran.out.len() <= 1500 && ran.out.contains("另有 "), "{}", ran.out);
}

#[test]
fn what_falls_due_is_a_calendar_for_a_phone_with_masked_names_and_lasting_ids() {
    let mail = "\n[mail]\nmask = \"partial\"\n";
    let home = home().and("care.toml", mail).child("C00001", "class = \"2021-2\"");
    let feed = |day: &str| {
        let ran = home.run(&format!("due --days 14 --staff T00001 --format ics --today {day}"));
        assert_eq!((ran.err.as_str(), ran.code), ("", 0));
        ran.out
    };
    let text = feed("2024-11-18");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{text}");
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 39);
    assert!(text.contains("DTSTART;VALUE=DATE:20241130\r\nDTEND;VALUE=DATE:20241201"), "{text}");
    assert!(text.contains("SUMMARY:规则 儿＊＊＊＊＊＊1 C00001 四（2）班"), "{text}");
    assert!(text.contains("UID:talk.C00001.2024-11@care\r\n"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 76), "{text}");
    let ids = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID")).map(str::to_owned).collect()
    };
    assert_eq!(ids(&text), ids(&feed("2024-11-20")), "a phone moves an entry and adds none");
}

#[test]
fn no_other_list_is_a_calendar() {
    let ran = home().run("overdue --format ics");
    assert_eq!((ran.code, ran.err.contains("care due")), (2, true), "{}", ran.err);
}

#[test]
fn classes_are_counted_by_code_for_programs_and_as_printed_for_people() {
    let list = |format: &str| home().run(&format!("list --count-by class --format {format}")).out;
    for format in ["json", "jsonl", "csv", "tsv"] {
        let said = list(format);
        assert!(said.contains("2021-2") && !said.contains("班"), "{format}: {said}");
    }
    for format in ["table", "markdown", "plain"] {
        let said = list(format);
        assert!(said.contains("班") && !said.contains("2021-2"), "{format}: {said}");
    }
}
