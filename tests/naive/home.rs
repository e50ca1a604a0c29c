//! Reading a home: `care.toml`, `calendar.toml`, `rules.toml`, `staff.toml`, `children/*.toml`,
//! and the rows of `log/` (families are settled later, per question).

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{FixedOffset, NaiveDate};
use toml::{Table, Value};

use super::calendar::Term;
use super::child::Child;
use super::festival::LunarDay;
use super::log::Row;
use super::rule::{Every, Rule};

/// Everything in the folder, parsed once.
#[derive(Debug)]
pub struct Home {
    pub zone: FixedOffset,
    pub terms: Vec<Term>,
    pub holidays: Vec<(NaiveDate, NaiveDate)>,
    pub workdays: Vec<NaiveDate>,
    pub rules: Vec<Rule>,
    pub staff: Vec<Staff>,
    pub children: Vec<Child>,
    pub rows: Vec<Row>,
    /// The lunar date of each day of the calendar, and of the day after it.
    pub lunar: Vec<(NaiveDate, LunarDay)>,
}

/// `[[staff]]`.
#[derive(Debug)]
pub struct Staff {
    pub id: String,
    pub roles: Vec<Role>,
    pub table: Table,
}

/// One entry of `roles`.
#[derive(Debug)]
pub struct Role {
    pub name: String,
    pub class: Option<String>,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Home {
    /// Reads the whole home.
    pub fn read(dir: &Path) -> Home {
        let care = read_toml(&dir.join("care.toml"));
        let calendar = read_toml(&dir.join("calendar.toml"));
        let mut home = Home {
            zone: zone(&care),
            terms: tables(&calendar, "term").iter().map(|t| term(t)).collect(),
            holidays: tables(&calendar, "holiday")
                .iter()
                .map(|t| (date(t, "first").expect("first"), date(t, "last").expect("last")))
                .collect(),
            workdays: tables(&calendar, "workday").iter().filter_map(|t| date(t, "date")).collect(),
            rules: tables(&read_toml(&dir.join("rules.toml")), "rule")
                .iter()
                .map(|t| Rule::parse(t))
                .collect(),
            staff: tables(&read_toml(&dir.join("staff.toml")), "staff")
                .iter()
                .map(|t| staff(t))
                .collect(),
            children: files(&dir.join("children"), "toml")
                .iter()
                .map(|path| Child::parse(read_toml(path)))
                .collect(),
            rows: Vec::new(),
            lunar: Vec::new(),
        };
        home.terms.sort_by_key(|t| t.first);
        for register in folders(&dir.join("log")) {
            for path in files(&register, "csv") {
                home.rows.extend(super::log::read(&path));
            }
        }
        home.assert_classes(&super::class::other_classes(&care));
        if home.rules.iter().any(|r| r.every == Every::Occasion) {
            home.lunar = super::festival::lunar_days(home.calendar_first(), home.calendar_last());
        }
        home
    }

    /// The people holding `role` on `day`.
    pub fn holders<'a>(&'a self, role: &str, day: NaiveDate) -> Vec<(&'a Staff, &'a Role)> {
        let mut found = Vec::new();
        for person in &self.staff {
            for entry in person.roles.iter().filter(|r| r.name == role) {
                if super::calendar::within(day, entry.from, entry.until) {
                    found.push((person, entry));
                }
            }
        }
        found
    }

    /// "the head teacher of the class": the holder of `head_teacher` whose `class` it is.
    ///
    /// Choice: among several the latest `from` speaks, and among equals the greatest id (golden:
    /// the greatest or the last in the file, never the first); an entry without a `class` heads
    /// none.
    pub fn head_of(&self, class: &str, day: NaiveDate) -> Option<&str> {
        let mut heads: Vec<(&Staff, &Role)> = self.holders("head_teacher", day);
        heads.retain(|(_, role)| role.class.as_deref() == Some(class));
        let last = heads.iter().max_by_key(|(person, role)| (role.from, &person.id));
        last.map(|(person, _)| person.id.as_str())
    }
}

fn zone(care: &Table) -> FixedOffset {
    let text = care
        .get("school")
        .and_then(|s| s.get("time_zone"))
        .and_then(Value::as_str)
        .unwrap_or("+08:00");
    text.parse().expect("an offset such as +08:00")
}

fn term(table: &Table) -> Term {
    let anchors = table.get("anchors").and_then(Value::as_table).cloned().unwrap_or_default();
    let mut windows = Vec::new();
    for (name, span) in &anchors {
        let span = span.as_array().expect("[first, last]");
        let first = as_date(&span[0]).expect("a date");
        windows.push((name.clone(), first, as_date(&span[1]).expect("a date")));
    }
    Term {
        id: text(table, "id").expect("term.id"),
        year: text(table, "year").expect("term.year"),
        first: date(table, "first").expect("term.first"),
        last: date(table, "last").expect("term.last"),
        anchors: windows,
    }
}

fn staff(table: &Table) -> Staff {
    let roles = tables(table, "roles");
    Staff {
        id: text(table, "id").expect("staff.id"),
        roles: roles
            .iter()
            .map(|r| Role {
                name: text(r, "role").expect("role"),
                class: text(r, "class"),
                from: date(r, "from"),
                until: date(r, "until"),
            })
            .collect(),
        table: table.clone(),
    }
}

/// One TOML file.
pub fn read_toml(path: &Path) -> Table {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The array of tables under `key`.
pub fn tables<'a>(table: &'a Table, key: &str) -> Vec<&'a Table> {
    let array = table.get(key).and_then(Value::as_array);
    array.map(|a| a.iter().filter_map(Value::as_table).collect()).unwrap_or_default()
}

/// The text under `key`.
pub fn text(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Value::as_str).map(str::to_string)
}

/// The texts of the array under `key`.
pub fn texts(table: &Table, key: &str) -> Vec<String> {
    let array = table.get(key).and_then(Value::as_array);
    let texts = array.map(|a| a.iter().filter_map(Value::as_str).map(str::to_string).collect());
    texts.unwrap_or_default()
}

/// The date under `key`.
pub fn date(table: &Table, key: &str) -> Option<NaiveDate> {
    table.get(key).and_then(as_date)
}

/// A TOML value as a civil date.
pub fn as_date(value: &Value) -> Option<NaiveDate> {
    value.as_datetime().map(|d| d.to_string()[..10].parse().expect("a civil date"))
}

fn files(dir: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = entries(dir);
    found.retain(|p| p.extension().is_some_and(|e| e == extension));
    found
}

fn folders(dir: &Path) -> Vec<PathBuf> {
    let mut found = entries(dir);
    found.retain(|p| p.is_dir());
    found
}

fn entries(dir: &Path) -> Vec<PathBuf> {
    let Ok(list) = fs::read_dir(dir) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = list.map(|e| e.expect("an entry").path()).collect();
    found.sort();
    found
}
