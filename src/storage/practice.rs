//! A copy of a home for practising, beside it: with other names, numbers and phones, without mail,
//! people who may see things, and the registers that are restricted.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml_edit::{Item, Value};

use super::backup_file;
use super::disk::{self, Disk};
use super::file_system::file_system;
use super::layout::{self, has_extension};
use super::record_value::date;
use crate::domain::disguise::Disguise;
use crate::domain::register::Register;
use crate::domain::schema;

/// What a copy's folder is called after the home's own.
const ENDING: &str = "-practice";

/// Nothing of it is for git, wherever it lies.
const IGNORED: &str = "*\n";

/// Where the copy of a home is; `None` beside a whole drive.
pub fn folder(root: &Path) -> Option<PathBuf> {
    let whole = file_system().canonical(root).unwrap_or_else(|_| root.to_owned());
    let name = whole.file_name()?.to_string_lossy();
    Some(whole.with_file_name(format!("{name}{ENDING}")))
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
    /// The files of the copy with their texts; last the one that makes it a home. What is no record
    /// of a known kind stays away: nobody knows what stands in it.
    pub fn texts(&self) -> Disk<Vec<(String, String)>> {
        let (mut texts, mut disguise, mut settings) = (Vec::new(), Disguise::default(), None);
        for (file, bytes) in backup_file::files(self.root)? {
            let text = String::from_utf8_lossy(&bytes);
            let is_toml = has_extension(&file, "toml");
            let folder = file.split_once('/').map_or("", |(folder, _)| folder);
            let own = match (file.as_str(), folder) {
                (layout::SETTINGS, _) => {
                    settings = Some((file, self.settings(&text)));
                    continue;
                }
                (layout::CALENDAR | layout::RULES | "README.md", _) => text.into_owned(),
                (_, layout::REGISTERS | layout::SHEETS) if is_toml => text.into_owned(),
                (layout::STAFF, _) => people(&mut disguise, &text),
                (_, layout::CHILDREN) if is_toml => people(&mut disguise, &text),
                (_, layout::LOG) => {
                    match layout::log_of(&file).and_then(|(name, _)| self.open(name)) {
                        Some(register) => log(register, &text),
                        None => continue,
                    }
                }
                _ => continue,
            };
            texts.push((file, own));
        }
        texts.extend(settings);
        Ok(texts)
    }

    /// A register that is not restricted.
    fn open(&self, name: &str) -> Option<&Register> {
        self.registers.get(name).filter(|own| !own.restricted)
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

/// A log whose free words are replaced.
fn log(register: &Register, text: &str) -> String {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_lies_beside_the_home_and_nothing_lies_beside_a_whole_drive() {
        assert_eq!(folder(Path::new("/no/home")), Some(PathBuf::from("/no/home-practice")));
        assert_eq!(folder(Path::new("/")), None);
    }
}
