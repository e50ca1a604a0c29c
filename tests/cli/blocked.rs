//! A change that waits in the journal, and a file that somebody changed by hand meanwhile.

use crate::harness::Home;

fn home() -> Home {
    Home::new().child("C00001", "").at("2024-11-18")
}

/// A change of this file that waits in the journal.
fn waiting(step: &serde_json::Value) -> String {
    serde_json::json!([step]).to_string()
}

#[test]
fn a_file_changed_by_hand_under_a_waiting_change_stops_judging_and_check_fix_keeps_both() {
    let file = "children/C00001.toml";
    let home = home();
    let before = home.read(file);
    let by_care = before.clone() + "# by care\n";
    let by_hand = before.clone() + "# by hand\n";
    let step = serde_json::json!(
        {"step": "put", "file": file, "before": before + "# older\n", "text": by_care}
    );
    let home = home.with(file, &by_hand).with(".care/journal", &waiting(&step));
    home.keep_private();
    for command in ["overdue", "log-talk C00001"] {
        let ran = home.run(command);
        assert_eq!(ran.code, 3, "{command}: {}", ran.err);
        assert!(ran.err.contains("children/C00001.toml: 错误[blocked-change]"), "{}", ran.err);
    }
    assert_eq!(home.run("check -n --fix").code, 1);
    assert_eq!(home.read(file), by_hand);
    let ran = home.run("check --fix");
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(".care/quarantine/children-C00001.toml"), "{}", ran.err);
    assert_eq!(home.read(file), by_care);
    assert_eq!(home.read(".care/quarantine/children-C00001.toml"), by_hand);
    assert_eq!(home.run("log-talk C00001").code, 0);
}

#[test]
fn of_a_log_changed_by_hand_under_a_waiting_row_all_whole_rows_stay_and_the_rest_is_kept() {
    let file = "log/talk/2024-11.csv";
    let home = home();
    assert_eq!(home.run("log-talk C00001 --note 甲").code, 0);
    let (first, header) = (home.read(file), home.read(file).lines().next().unwrap().to_owned());
    let row = first.lines().nth(1).unwrap();
    let (waits, others) = (format!("{row}\n"), row.replacen(&row[..11], "E0000000007", 1));
    let by_hand = format!("{header}\n{others}\nE0000000009,2024-1");
    let step = serde_json::json!(
        {"step": "append", "file": file, "offset": header.len() + 1, "text": waits}
    );
    let home = home.with(file, &by_hand).with(".care/journal", &waiting(&step));
    home.keep_private();
    assert_eq!(home.run("overdue").code, 3);
    assert_eq!(home.run("check --fix").code, 0);
    assert_eq!(home.read(file), format!("{header}\n{others}\n{waits}"));
    assert_eq!(home.read(".care/quarantine/log-talk-2024-11.csv"), by_hand);
}
