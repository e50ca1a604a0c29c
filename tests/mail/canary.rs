//! A canary in every field of every record: none of it is in a masked mail.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::delivery::assert_ended;
use crate::home::{CHILDREN, Home, TODAY, clear};
use crate::server::{Server, has_servers};

/// In every text. A masked name keeps its first and last letter.
const CANARY: &str = "金丝雀字";
/// What is left of it when it is shown in whole, and the dates and numbers beside it.
const SIGNS: [&str; 4] = ["丝雀", "1987", "76543", "7654"];

/// The fields of a child's file but for its class, by which the mails are ordered.
fn child(home: &Home, name: &str, class: &str) -> String {
    let help = home.care(&["help", "fields"]).out;
    let mut table = Table::new();
    table.insert("name".to_owned(), format!("{name}{CANARY}尾").into());
    table.insert("class".to_owned(), class.into());
    let mut count = 0;
    for path in help.lines().map_while(|line| line.split_whitespace().next()) {
        let (folder, key) = path.split_once('.').map_or((None, path), |(f, key)| (Some(f), key));
        let own = match folder {
            Some(folder) => table.entry(folder).or_insert_with(|| Table::new().into()),
            None => &mut Value::Table(Table::new()),
        };
        let value = field(key);
        count += 1;
        match (folder, own) {
            (Some(_), Value::Table(own)) => own.insert(key.to_owned(), value),
            _ if key == "class" => None,
            _ => table.insert(key.to_owned(), value),
        };
    }
    assert!(count >= 36, "{help}");
    let day = "1987-06-05";
    format!(
        "{table}\n[x]\nown = \"{CANARY}\"\n\n\
         [[spell]]\njoined = 2023-09-04\nleft = 2024-06-30\nreason = \"{CANARY}\"\n\n\
         [[spell]]\njoined = 2024-09-30\n\n\
         [[pair]]\nstaff = \"T00001\"\nrole = \"pair_teacher\"\nfrom = {day}\n\
         until = {day}\nreason = \"{CANARY}\"\n\n\
         [[buddy]]\nname = \"{CANARY}\"\nfrom = {day}\n\n\
         [[elder]]\nname = \"{CANARY}\"\nbirthday = \"08-15\"\ncalendar = \"lunar\"\n\n\
         [[was]]\nfield = \"risk\"\nvalue = \"{CANARY}\"\nuntil = {day}\n\n\
         [[pause]]\nfrom = {day}\nuntil = {day}\nreason = \"{CANARY}\"\n\n\
         [[exempt]]\nrule = \"talk\"\nfrom = {day}\nuntil = {day}\nreason = \"{CANARY}\"\n"
    )
}

/// A value that a field of this name can hold.
fn field(key: &str) -> Value {
    let date = "1987-06-05".parse::<toml::value::Datetime>();
    match key {
        "birth_year" => 76543.into(),
        "boarding" | "away" => true.into(),
        "phone" | "tags" => vec![CANARY, CANARY].into(),
        _ if ["_on", "_date", "_since"].iter().any(|end| key.ends_with(end)) => {
            date.unwrap().into()
        }
        _ => CANARY.into(),
    }
}

/// A row in every register, with something in every column.
fn logs(home: &Home) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/registers");
    let mut columns = 0;
    for (at, entry) in fs::read_dir(folder).unwrap().enumerate() {
        let path = entry.unwrap().path();
        let register = path.file_stem().unwrap().to_string_lossy().into_owned();
        let description: Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        let own = description["column"].as_array().unwrap();
        let names = own.iter().map(|column| column["name"].as_str().unwrap());
        let cells = own.iter().map(|column| match column["type"].as_str() {
            Some("date") => "1987-06-05",
            Some("integer" | "decimal") => "76543",
            _ => CANARY,
        });
        columns += own.len();
        let names = names.collect::<Vec<_>>().join(",");
        let cells = cells.collect::<Vec<_>>().join(",");
        // Attempts, so that nothing is met by them.
        let row = format!(
            "E{at:010},2024-10-16,{},T00001 T00002,attempted,{cells},{CANARY},\
             2024-10-16T10:00:00+08:00,,",
            CHILDREN.map(|child| child.0).join(" ")
        );
        let header =
            format!("id,date,children,staff,outcome,{names},note,recorded,status,replaces");
        home.put(&format!("log/{register}/2024-10.csv"), &format!("{header}\n{row}\n"));
    }
    columns
}

fn home(mask: &str, server: &Server) -> Home {
    let home = Home::new();
    let settings =
        format!("{}mask = \"{mask}\"\nescalate_days = 8\ndue_days = 30\n", clear(server));
    home.school("测试小学", &format!("{settings}{}", crate::home::WHOM));
    for (id, name, class, _) in CHILDREN {
        let text = child(&home, name, class);
        home.put(&format!("children/{id}.toml"), &format!("id = \"{id}\"\n{text}"));
    }
    for name in ["刘敏", "陈刚", "周丽"] {
        let more = format!(
            "\"{name}{CANARY}尾\"\nsex = \"{CANARY}\"\nphone = [\"{CANARY}\"]\n\
             x = {{ own = \"{CANARY}\" }}"
        );
        home.change("staff.toml", &format!("\"{name}\""), &more);
    }
    assert!(logs(&home) >= 149);
    home
}

#[test]
fn no_field_of_any_record_is_in_a_masked_mail() {
    if !has_servers() {
        return;
    }
    let server = Server::plain();
    for mask in ["full", "partial"] {
        let home = home(mask, &server);
        let ran = home.mail(TODAY, &[]);
        assert_ended(&ran, 0);
        // Others have what came to show.
        assert!(home.care(&["overdue", "--today", TODAY]).out.contains(CANARY));
        let mails = server.mails();
        assert_eq!(mails.len(), 5);
        for mail in &mails {
            let headers = mail.headers.iter().map(|(_, value)| value.as_str());
            let all = headers.collect::<String>() + &mail.words() + &mail.html + &ran.err;
            let found: Vec<&&str> = SIGNS.iter().filter(|sign| all.contains(**sign)).collect();
            assert!(found.is_empty(), "{mask}: {found:?} in\n{}", mail.text);
            let shown = if mask == "full" { "C00003" } else { "尾" };
            let is_list = mail.to() != "liumin@school.example";
            assert!(!is_list || mail.text.contains(shown), "{}", mail.text);
        }
    }
}

#[test]
fn a_fault_in_any_column_is_told_without_what_stands_there() {
    if !has_servers() {
        return;
    }
    let server = Server::plain();
    let home = home("partial", &server);
    for entry in fs::read_dir(home.path().join("log")).unwrap() {
        let register = entry.unwrap().file_name().into_string().unwrap();
        let file = format!("log/{register}/2024-10.csv");
        let text = fs::read_to_string(home.path().join(&file)).unwrap();
        let spoilt = text.replace("1987-06-05", CANARY).replace("76543", CANARY);
        home.put(&file, &spoilt.replace("2024-10-16,", &format!("{CANARY},")));
    }
    for (id, ..) in CHILDREN {
        home.change(&format!("children/{id}.toml"), "1987-06-05", &format!("\"{CANARY}\""));
    }
    let ran = home.mail(TODAY, &[]);
    assert_ended(&ran, 3);
    let mails = server.mails();
    assert_eq!(mails.len(), 2);
    let said = mails.iter().map(|mail| mail.words() + mail.header("Subject") + &mail.html);
    let said = said.collect::<String>() + &ran.err;
    assert!(SIGNS.iter().all(|sign| !said.contains(sign)), "{said}");
}
