//! A case of the corpus: its files, and what must become of them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The folder of the corpus.
pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

/// One case, by the name of its folder.
pub struct Case {
    pub name: String,
    pub files: Vec<PathBuf>,
    expected: Value,
}

impl Case {
    fn read(folder: &Path) -> Case {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(folder.join("expected.json"));
        let text = text.unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = serde_json::from_str(&text);
        let expected = expected.unwrap_or_else(|error| panic!("{name}: {error}"));
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<PathBuf> =
            entries.filter(|path| !path.ends_with("expected.json")).collect();
        files.sort();
        Case { name, files, expected }
    }

    /// A word of the expectation.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.expected[key].as_str()
    }

    /// The entries of a list; `None` when the case does not speak of it.
    pub fn list(&self, key: &str) -> Option<&[Value]> {
        self.expected.get(key).map(|list| list.as_array().unwrap().as_slice())
    }

    /// What no screen may show whole: numbers of people, phones, and what the case says.
    pub fn masked(&self) -> Vec<&str> {
        let lists = ["children", "staff", "records"].map(|key| self.list(key).unwrap_or_default());
        let fields = lists.into_iter().flatten().flat_map(|one| one.as_object().unwrap());
        let personal = |key: &str| key.ends_with("id_number") || key.ends_with("phone");
        let values = fields.filter(|(key, _)| personal(key)).map(|(_, value)| value);
        let texts = values.flat_map(|value| match value {
            Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect::<Vec<_>>(),
        });
        let hidden = self.list("hidden_words").unwrap_or_default();
        texts.chain(hidden.iter().filter_map(Value::as_str)).collect()
    }

    /// The rows that must be refused.
    pub fn refused(&self) -> &[Value] {
        self.list("refused").unwrap_or_default()
    }

    /// Is it brought into a home that has nobody yet?
    pub fn begins_empty(&self) -> bool {
        self.word("home") == Some("empty")
    }

    /// How many children the home must have more.
    pub fn added_children(&self) -> usize {
        let all = self.list("children").map_or(0, <[Value]>::len);
        let said = self.expected["added_children"].as_u64();
        said.map_or(if self.begins_empty() { all } else { 0 }, |own| own.try_into().unwrap())
    }
}

/// Every case there is, by name.
pub fn all() -> Vec<Case> {
    let entries = fs::read_dir(corpus().join("cases")).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders.iter().map(|folder| Case::read(folder)).collect()
}
