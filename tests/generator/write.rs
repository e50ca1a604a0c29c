//! Puts a home on disk: the folder's former content goes, the same bytes come every time.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::{fs, io};

use crate::home::Home;
use crate::log::Event;
use crate::{notes, registers, toml};

const ATTRIBUTES: &str = include_str!("../../data-template/gitattributes");
const IGNORED: &str = include_str!("../../data-template/gitignore");

/// Replaces `root`, but never a folder that is not a home.
pub fn replace(home: &Home, root: &Path) -> io::Result<()> {
    if root.exists() {
        if !root.join("care.toml").exists() && fs::read_dir(root)?.next().is_some() {
            let why = format!("{} is not a home; it was left alone", root.display());
            return Err(io::Error::other(why));
        }
        fs::remove_dir_all(root)?;
    }
    for (path, content) in files(home) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))?;
        fs::write(path, content)?;
    }
    Ok(())
}

fn files(home: &Home) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        (String::from("care.toml"), home.settings.clone()),
        (String::from("calendar.toml"), toml::calendar(home.calendar, notes::CALENDAR)),
        (String::from("rules.toml"), home.rules.clone()),
        (String::from("staff.toml"), toml::staff(&home.staff, notes::STAFF)),
        (String::from(".gitattributes"), String::from(ATTRIBUTES)),
        (String::from(".gitignore"), String::from(IGNORED)),
    ]);
    for child in &home.children {
        files.insert(format!("children/{}.toml", child.id), toml::child(child));
    }
    let (span, words) = home.report;
    files.insert(format!("report/{span}.md"), words.to_owned());
    files.extend(logs(&home.events));
    files
}

/// One file for each register, month and writer; rows in the order in which they were entered.
fn logs(events: &[Event]) -> BTreeMap<String, String> {
    let mut ids = HashSet::new();
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| (event.recorded, &event.id));
    let mut rows: BTreeMap<String, Vec<&Event>> = BTreeMap::new();
    for event in events {
        assert!(ids.insert(&event.id), "the id {} was drawn twice", event.id);
        let writer = if event.writer.is_empty() { "" } else { &format!(".{}", event.writer) };
        let month = &event.date.to_string()[..7];
        let path = format!("log/{}/{month}{writer}.csv", event.register);
        rows.entry(path).or_default().push(event);
    }
    rows.into_iter().map(|(path, rows)| (path, log(&rows))).collect()
}

/// A column that came later is in the logs that fill it only: so the program adds it.
fn log(rows: &[&Event]) -> String {
    let register = rows[0].register;
    let is_filled = |name: &str| rows.iter().any(|event| !event.cell(name).is_empty());
    let names = registers::columns(register).iter().map(|column| column.name);
    let own: Vec<&str> =
        names.filter(|name| !registers::came_later(register, name) || is_filled(name)).collect();
    let header = own.join(",");
    let log = format!("id,date,children,staff,outcome,{header},note,recorded,status,replaces\n");
    rows.iter().fold(log, |log, event| log + &row(event, &own))
}

fn row(event: &Event, columns: &[&str]) -> String {
    registers::check(event);
    let mut cells = vec![
        event.id.clone(),
        event.date.to_string(),
        event.children.join(" "),
        event.staff.join(" "),
        String::from(if event.attempted { "attempted" } else { "made" }),
    ];
    cells.extend(columns.iter().map(|column| String::from(event.cell(column))));
    cells.push(event.note.clone());
    cells.push(format!("{:?}+08:00", event.recorded));
    cells.push(String::from(if event.void { "void" } else { "" }));
    cells.push(event.replaces.clone());
    cells.iter().map(|cell| quote(cell)).collect::<Vec<_>>().join(",") + "\n"
}

fn quote(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        String::from(cell)
    }
}
