//! What a home keeps, out of its own files: TOML and CSV, read by their libraries.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// One row of a log, with its register.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub register: String,
    pub cells: BTreeMap<String, String>,
}

/// The files of a home, but for what is this machine's own.
pub fn snapshot(home: &Path) -> BTreeMap<String, Vec<u8>> {
    fn gather(folder: &Path, under: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
            let name = format!("{under}{}", entry.file_name().to_string_lossy());
            match entry.file_type().unwrap().is_dir() {
                true if name == ".care" => {}
                true => gather(&entry.path(), &format!("{name}/"), files),
                false => drop(files.insert(name, fs::read(entry.path()).unwrap())),
            }
        }
    }
    let mut files = BTreeMap::new();
    gather(home, "", &mut files);
    files
}

/// What a home keeps.
pub struct Kept {
    /// By the name of the file.
    pub children: BTreeMap<String, Value>,
    pub staff: Vec<Value>,
    pub calendar: Value,
    pub rows: Vec<Row>,
    /// The bytes of each child's file.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Kept {
    pub fn read(home: &Path) -> Kept {
        let mut files = snapshot(home);
        let toml = |name: &str| files.get(name).map_or(json!({}), |bytes| table(name, bytes));
        let staff = toml("staff.toml")["staff"].as_array().cloned().unwrap_or_default();
        let calendar = toml("calendar.toml");
        let rows = files.iter().filter_map(|(name, bytes)| {
            let (register, file) = name.strip_prefix("log/")?.split_once('/')?;
            file.strip_suffix(".csv").map(|_| rows(register, bytes))
        });
        let rows = rows.flatten().collect();
        files.retain(|name, _| name.starts_with("children/"));
        let children = files.iter().map(|(name, bytes)| (name.clone(), table(name, bytes)));
        Kept { children: children.collect(), staff, calendar, rows, files }
    }

    /// The names of ids, parted by blanks.
    pub fn names(&self, ids: &str) -> BTreeSet<String> {
        let people = self.children.values().chain(&self.staff);
        let names: BTreeMap<&str, &str> = people
            .map(|one| (one["id"].as_str().unwrap(), one["name"].as_str().unwrap()))
            .collect();
        ids.split(' ').filter(|id| !id.is_empty()).map(|id| names[id].to_owned()).collect()
    }

    /// The ids of the rows that no later row replaces or withdraws.
    pub fn speaking(&self) -> BTreeSet<String> {
        let replaced: BTreeSet<&str> =
            self.rows.iter().flat_map(|row| row.cells["replaces"].split(' ')).collect();
        let own = self.rows.iter().filter(|row| row.cells["status"] != "void");
        let ids = own.map(|row| row.cells["id"].clone());
        ids.filter(|id| !replaced.contains(id.as_str())).collect()
    }
}

fn rows(register: &str, bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(bytes);
    let headings = reader.headers().unwrap().clone();
    let read = reader.records().map(|record| record.unwrap());
    let cells = |record: &csv::StringRecord| {
        let pairs = headings.iter().zip(record.iter());
        pairs.map(|(heading, cell)| (heading.to_owned(), cell.to_owned())).collect()
    };
    read.map(|own| Row { register: register.to_owned(), cells: cells(&own) }).collect()
}

fn table(name: &str, bytes: &[u8]) -> Value {
    let text = std::str::from_utf8(bytes).unwrap();
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
    plain(&toml::Value::Table(table))
}

/// A value of TOML with its days as texts.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(yes) => json!(yes),
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Array(values) => values.iter().map(plain).collect(),
        toml::Value::Table(table) => {
            let pairs = table.iter().map(|(key, value)| (key.clone(), plain(value)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
    }
}
