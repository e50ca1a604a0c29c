//! Of personal fields and of restricted registers a message gives the position, never the content.

use std::fs;

use super::{CHECK, OVERDUE, folder};
use crate::harness::{Home, project};

/// What no message may repeat.
const CANARY: &str = "金丝雀KX7461";
/// The same as a date that does not exist, and one that does.
const NO_DAY: &str = "1961-02-30";
const DAY: &str = "1961-02-28";

/// A text without line breaks that a field of `KEY` is spoiled by.
const SPOILED: [&str; 18] = [
    "KEY = CANARY",
    "KEY = CANARY x, \"CANARY\"",
    "KEY = \"CANARY",
    "KEY = 'CANARY",
    "KEY = \"CANARY\" \"CANARY\"",
    "KEY = \"CANARY\\q\"",
    "KEY = “CANARY”",
    "KEY = { a = \"CANARY\" }",
    "KEY = [{ a = \"CANARY\" }]",
    "KEY = [\n  \"CANARY\",\n  CANARY\n]",
    "KEY = [\"CANARY\"",
    "KEY = NODAY",
    "KEY = \"DAY\"\nKEY = DAY",
    "KEY \"CANARY\"",
    "KEY = \"\"\"\nrole = CANARY\n\"\"\"\nid = 3",
    "KEY = \"CANARY\0\"",
    "<<<<<<< HEAD\nKEY = \"CANARY\"\n=======\nKEY = \"CANARY\"\n>>>>>>> office",
    "KEYx = \"CANARY\"",
];

#[track_caller]
fn assert_silent(home: &Home, secrets: &[&str], what: &str) {
    for line in [OVERDUE, &format!("{CHECK} --lang en")] {
        let ran = home.run(line);
        assert!(ran.code == 3 || ran.code == 1, "{what}: nothing is wrong: {ran:#?}");
        for secret in secrets {
            let told = ran.out.contains(secret) || ran.err.contains(secret);
            assert!(!told, "{what}: told by {line}\n{}{}", ran.out, ran.err);
        }
    }
}

/// The paths of the fields that are not open in a part of the schema's table.
pub fn personal(part: &str) -> Vec<&str> {
    let calls =
        part.split(['(', ')', '\n']).map(str::trim).zip(part.split(['(', ')', '\n']).skip(1));
    let guarded = calls.filter(|(word, _)| ["personal", "sensitive"].contains(word));
    guarded.filter_map(|(_, own)| own.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

/// Each text that spoils a field.
fn spoiled(key: &str) -> impl Iterator<Item = String> {
    SPOILED.into_iter().map(move |text| {
        let text = text.replace("KEY", key).replace("CANARY", CANARY);
        text.replace("NODAY", NO_DAY).replace("DAY", DAY)
    })
}

/// A home with a child for each text that spoils a field; `file` is the child's own file, with
/// `TEXT` where the field stands. Each child must be told of, and nothing of what it says.
#[track_caller]
fn assert_silent_of_children(file: &str, key: &str) {
    let mut home = folder::base();
    let mut names = Vec::new();
    for (at, text) in spoiled(key).enumerate() {
        let id = format!("C000{at:02}");
        names.push(format!("children/{id}.toml:"));
        let text = file.replace("ID", &id).replace("TEXT", &text);
        home = home.with(&format!("children/{id}.toml"), &text);
    }
    assert_silent(&home, &[CANARY, NO_DAY, DAY], file);
    let told = home.run(OVERDUE).err;
    for name in names {
        assert!(told.contains(&name), "{name} with {file}");
    }
}

#[test]
fn no_message_repeats_a_personal_field_of_a_child() {
    let schema = fs::read_to_string(project().join("src/domain/schema.rs")).unwrap();
    let fields = personal(schema.split("pub const STAFF").next().unwrap());
    assert!(fields.len() > 15, "{fields:?}");
    for field in fields.into_iter().chain(["name", "x.secret"]) {
        let (header, key) = match field.split_once('.') {
            Some((table, key)) => (format!("[{table}]\n"), key),
            None => (String::new(), field),
        };
        let rest = "[[spell]]\njoined = 2024-09-02\njioned = 3\n";
        assert_silent_of_children(&format!("id = \"ID\"\n{header}TEXT\n{rest}"), key);
    }
}

#[test]
fn no_message_repeats_a_name_or_a_reason_in_a_childs_entries() {
    for (header, key) in [
        ("spell", "reason"),
        ("pause", "reason"),
        ("pair", "reason"),
        ("buddy", "name"),
        ("elder", "name"),
        ("exempt", "reason"),
        ("was", "value"),
    ] {
        let file = format!("id = \"ID\"\nname = \"{CANARY}\"\njioned = 3\n[[{header}]]\nTEXT\n");
        assert_silent_of_children(&file, key);
    }
}

#[test]
fn no_message_repeats_a_personal_field_of_a_person_on_the_staff() {
    let schema = fs::read_to_string(project().join("src/domain/schema.rs")).unwrap();
    let fields = personal(schema.split("pub const STAFF").nth(1).unwrap());
    assert_eq!(fields, ["phone", "email"]);
    for key in fields.into_iter().chain(["name"]) {
        for text in spoiled(key) {
            let file = format!("[[staff]]\nid = \"T4M2XA\"\n{text}\nrolls = 1\n");
            let home = folder::base().with("staff.toml", &file);
            assert_silent(&home, &[CANARY, NO_DAY, DAY], &file);
        }
    }
}

/// A register's header, and which of its columns are free text.
fn columns(description: &str) -> (Vec<&str>, Vec<&str>) {
    let mut header = vec!["id", "date", "children", "staff", "outcome"];
    let mut free = vec!["note"];
    for column in description.split("[[column]]").skip(1) {
        let name = column.split("name = \"").nth(1).unwrap().split('"').next().unwrap();
        header.push(name);
        if column.contains("type = \"text\"") {
            free.push(name);
        }
    }
    header.extend(["note", "recorded", "status", "replaces"]);
    (header, free)
}

/// A row with this text in the cell of a column.
fn row(header: &[&str], column: &str, text: &str) -> String {
    let cell = |name: &&str| match *name {
        name if name == column => text.to_owned(),
        "id" => "EC10AAAAAA1".to_owned(),
        "date" => "2024-10-22".to_owned(),
        "children" => "C2M9RD".to_owned(),
        "staff" => "T4M2XA".to_owned(),
        "recorded" => "2024-10-22T17:00:00+08:00".to_owned(),
        _ => String::new(),
    };
    header.iter().map(cell).collect::<Vec<_>>().join(",")
}

/// Logs with the secret in a column, each with a fault, at the secret or elsewhere.
fn logs(header: &[&str], column: &str) -> Vec<String> {
    let secret = |text: &str| row(header, column, &text.replace("CANARY", CANARY));
    let names = header.join(",");
    let torn = secret("CANARY");
    let torn = &torn[..torn.find(CANARY).unwrap() + CANARY.len()];
    let mut rows = vec![torn.to_owned(), torn.replace(',', "，"), torn.replace(',', "\t")];
    let cells =
        ["CANARY", "\"CANARY", "CANARY,CANARY", "\"CANARY\",x", "CANARY C2M9RD", "\"\nCANARY"];
    rows.extend(cells.map(secret));
    let rows = rows.join("\n");
    vec![
        format!("{names}\n{torn}"),
        format!("{names}\n{rows}\n"),
        format!("{rows}\n"),
        format!("{names}\n{}\n", secret("CANARY\0")),
        format!("{names}\n<<<<<<< HEAD\n{rows}\n=======\n"),
    ]
}

/// The shipped descriptions: name and text.
fn descriptions() -> Vec<(String, String)> {
    let folder = project().join("src/domain/registers");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = files.map(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    named.collect()
}

#[test]
fn no_message_repeats_a_cell_of_a_restricted_register() {
    let restricted = descriptions().into_iter().filter(|(_, text)| text.contains("restricted = t"));
    let mut seen = 0;
    for (name, description) in restricted {
        seen += 1;
        let (header, _) = columns(&description);
        let rule = format!("id = \"{name}-term\"\nrecords = [\"{name}\"]\nevery = \"term\"");
        for column in &header {
            for log in logs(&header, column) {
                let home = folder::base().rule(&rule);
                let home = home.with(&format!("log/{name}/2024-10.csv"), &log);
                assert_silent(&home, &[CANARY], &log);
            }
        }
    }
    assert_eq!(seen, 3);
}

#[test]
fn no_message_repeats_a_cell_of_free_text() {
    for name in ["talk", "visit"] {
        let all = descriptions();
        let (_, description) = all.iter().find(|(own, _)| own == name).unwrap();
        let (header, free) = columns(description);
        for column in free {
            for log in logs(&header, column) {
                let home = folder::base().with(&format!("log/{name}/2024-10.csv"), &log);
                assert_silent(&home, &[CANARY], &log);
            }
        }
    }
}

#[test]
fn no_message_tells_of_whom_or_when_a_restricted_register_speaks() {
    let header = "id,date,children,staff,outcome,next_on,note,recorded,status,replaces";
    let at = "2024-10-22T17:00:00+08:00";
    for (row, secret) in [
        (format!("EC10AAAAAA1,2024-10-22,C2M9RX,,,,,{at},,"), "C2M9R"),
        (format!("EC10AAAAAA1,2024-10-22,C2M9RD,T8B5QX,,,,{at},,"), "T8B5Q"),
        (format!("EC10AAAAAA1,2024-11-22,C2M9RD,,,,,{at},,"), "2024-11"),
        (format!("EC10AAAAAA1,2024-10-32,C2M9RD,,,,,{at},,"), "2024-10-32"),
    ] {
        let home =
            folder::base().with("log/counselling/2024-10.csv", &format!("{header}\n{row}\n"));
        assert_silent(&home, &[secret], &row);
    }
    let own = format!("{header}\nEC10AAAAAA1,2024-10-22,C2M9RD,,,2024-11-31,,{at},,\n");
    let home = folder::base().with("log/counselling/2024-10.csv", &own);
    for lang in ["zh-CN", "en"] {
        let ran = home.run(&format!("{CHECK} --lang {lang}"));
        assert!(ran.out.contains("[not-a-date]") && !ran.out.contains("2024-11-31"), "{ran:#?}");
    }
    let early = format!("{header}\nEC08AAAAAA1,2024-08-22,C2M9RD,,,,,{at},,\n");
    let home = folder::base().with("log/counselling/2024-08.csv", &early);
    for lang in ["zh-CN", "en"] {
        let ran = home.run(&format!("{CHECK} --lang {lang}"));
        assert!(ran.out.contains("[outside-spells]") && !ran.out.contains("C2M9RD"), "{ran:#?}");
    }
}
