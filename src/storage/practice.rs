//! A copy of a home for practising, beside it: with other names, numbers and phones, without mail,
//! people who may see things, and the registers that are restricted.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml_edit::{Item, Value};

use super::disk::{self, Disk};
use super::file_system::file_system;
use super::record_value::date;
use super::{journal, layout};
use crate::domain::disguise::Disguise;
use crate::domain::register::Register;
use crate::domain::schema;

/// What a copy's folder is called after the home's own.
const ENDING: &str = "-practice";

/// Nothing of it is for git, wherever it lies.
const IGNORED: &str = "*\n";

/// Where the copy of a home is.
pub fn folder(root: &Path) -> PathBuf {
    let whole = file_system().canonical(root).unwrap_or_else(|_| root.to_owned());
    let name = whole.file_name().unwrap_or_default().to_string_lossy();
    whole.with_file_name(format!("{name}{ENDING}"))
}

/// Is this a copy for practising? Only such a one is ever removed.
pub fn is_practice(root: &Path) -> bool {
    disk::exists(&root.join(layout::PRACTICE))
}

/// In which year every carer of a copy was born.
const BORN: i64 = 1950;

/// What is copied, and how it is changed on the way.
pub struct Copying<'a> {
    pub root: &'a Path,
    /// By their descriptions it is known which cells are free words; of restricted ones the logs
    /// stay away.
    pub registers: &'a BTreeMap<String, Register>,
    /// What stands before the school's name.
    pub marked: &'a str,
}

impl Copying<'_> {
    /// The files of the copy with their texts; last the one that makes it a home.
    pub fn texts(&self) -> Disk<Vec<(String, String)>> {
        let mut files: Vec<String> =
            [layout::CALENDAR, layout::RULES, layout::STAFF, "README.md"].map(str::to_owned).into();
        for folder in [layout::REGISTERS, layout::CHILDREN] {
            files.extend(self.names(folder)?.iter().map(|name| format!("{folder}/{name}")));
        }
        for register in self.names(layout::LOG)? {
            if self.registers.get(&register).is_some_and(|own| !own.restricted) {
                let folder = layout::register(&register);
                files.extend(self.names(&folder)?.iter().map(|name| format!("{folder}/{name}")));
            }
        }
        let (mut texts, mut disguise) = (Vec::new(), Disguise::default());
        for file in files {
            let Some(text) = self.read(&file)? else { continue };
            let is_of_people = file == layout::STAFF || file.starts_with(layout::CHILDREN);
            let text = match layout::log_of(&file) {
                Some((register, _)) => self.log(register, &text),
                None if is_of_people => people(&mut disguise, &text),
                None => text,
            };
            texts.push((file, text));
        }
        let settings = self.read(layout::SETTINGS)?.map(|text| self.settings(&text));
        texts.extend(settings.map(|text| (layout::SETTINGS.to_owned(), text)));
        Ok(texts)
    }

    fn names(&self, folder: &str) -> Disk<Vec<String>> {
        let mut names: Vec<String> =
            journal::list(self.root, folder)?.into_iter().map(|entry| entry.name).collect();
        names.retain(|name| !name.starts_with('.'));
        Ok(names)
    }

    fn read(&self, file: &str) -> Disk<Option<String>> {
        let bytes = journal::read(self.root, file)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// A log whose free words are replaced.
    fn log(&self, register: &str, text: &str) -> String {
        let register = self.registers.get(register);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let mut header: Option<csv::StringRecord> = None;
        for record in reader.records().map_while(Result::ok) {
            let cells: Vec<String> = match &header {
                None => record.iter().map(str::to_owned).collect(),
                Some(names) => {
                    let columns = names.iter().zip(&record);
                    columns.map(|(name, cell)| Disguise::of_cell(register, name, cell)).collect()
                }
            };
            header.get_or_insert(record);
            // Writing to memory cannot fail.
            let _ = writer.write_record(&cells);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    /// The settings without what reaches others, and with the mark in the school's name.
    fn settings(&self, text: &str) -> String {
        let Ok(mut document) = text.parse::<toml_edit::DocumentMut>() else {
            return text.to_owned();
        };
        for table in ["mail", "user", "work"] {
            document.remove(table);
        }
        if let Some(school) = document.get_mut("school").and_then(|own| own.as_table_like_mut()) {
            let name = school.get("name").and_then(toml_edit::Item::as_str).unwrap_or_default();
            let name = format!("{}{name}", self.marked);
            school.insert("name", toml_edit::value(name));
        }
        document.to_string()
    }
}

/// The records of children or people with other names, numbers and words, and without comments.
fn people(disguise: &mut Disguise, text: &str) -> String {
    let Ok(mut document) = text.parse::<toml_edit::DocumentMut>() else { return String::new() };
    table(disguise, document.as_table_mut());
    document.set_trailing("");
    document.to_string()
}

fn table(disguise: &mut Disguise, own: &mut toml_edit::Table) {
    own.decor_mut().clear();
    own.remove(schema::OWN);
    for (mut key, item) in own.iter_mut() {
        key.leaf_decor_mut().clear();
        let name = key.get().to_owned();
        match item {
            Item::Table(below) => table(disguise, below),
            Item::ArrayOfTables(below) => below.iter_mut().for_each(|own| table(disguise, own)),
            Item::Value(below) => value(disguise, &name, below),
            Item::None => {}
        }
    }
}

fn value(disguise: &mut Disguise, key: &str, own: &mut Value) {
    match own {
        Value::String(text) => *own = disguise.of_record(key, text.value()).into(),
        Value::Array(list) => {
            list.iter_mut().for_each(|own| value(disguise, key, own));
            list.fmt();
        }
        Value::InlineTable(below) => {
            for (mut name, own) in below.iter_mut() {
                name.leaf_decor_mut().clear();
                let name = name.get().to_owned();
                value(disguise, &name, own);
            }
            below.fmt();
        }
        Value::Integer(_) if key == "birth_year" => *own = BORN.into(),
        Value::Datetime(day) if key == "birth_date" => {
            if let Ok(born) = day.value().to_string().parse()
                && let Ok(earlier) = date(Disguise::of_birth(born)).into_value()
            {
                *own = earlier;
            }
        }
        _ => {}
    }
    own.decor_mut().clear();
}

/// Writes the copy, its mark first.
pub fn write(to: &Path, texts: &[(String, String)]) -> Disk<()> {
    disk::create_folder(&to.join(layout::MACHINE))?;
    disk::place(&to.join(layout::PRACTICE), b"")?;
    disk::place(&to.join(".gitignore"), IGNORED.as_bytes())?;
    for folder in [layout::CHILDREN, layout::LOG, layout::REGISTERS] {
        disk::create_folder(&to.join(folder))?;
    }
    for (file, text) in texts {
        let path = to.join(file);
        disk::create_folder(path.parent().unwrap_or(to))?;
        disk::place(&path, text.as_bytes())?;
    }
    Ok(())
}

/// Removes a copy for practising with all that is in it; the mark goes last but for the folder, so
/// that what was begun can be ended.
pub fn remove(copy: &Path) -> Disk<()> {
    let mark = copy.join(layout::PRACTICE);
    remove_below(copy, &mark)?;
    for path in [mark, copy.join(layout::MACHINE), copy.to_owned()] {
        disk::at(&path, file_system().remove(&path))?;
    }
    Ok(())
}

fn remove_below(folder: &Path, mark: &Path) -> Disk<()> {
    for entry in disk::list_all(folder)? {
        let path = folder.join(&entry.name);
        if path == mark {
            continue;
        }
        let is_link = file_system().is_link(&path);
        if entry.is_folder && !is_link {
            remove_below(&path, mark)?;
            if mark.starts_with(&path) {
                continue;
            }
        }
        disk::at(&path, file_system().remove(&path))?;
    }
    Ok(())
}
