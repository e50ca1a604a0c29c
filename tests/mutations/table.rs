//! The table of mutations.

use std::path::Path;

/// One piece taken out.
pub struct Mutation {
    /// What is wrong then, as a sentence.
    pub name: String,
    pub file: String,
    /// Stands exactly once in the file.
    pub find: String,
    pub replace: String,
    /// The test that must fail: its target, as cargo is told of it, and its name.
    pub target: Vec<String>,
    pub test: String,
}

/// Reads the table of a project.
pub fn table(project: &Path) -> Vec<Mutation> {
    let text = std::fs::read_to_string(project.join("tests/mutations/table.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let mutation = |own: &toml::Value| {
        let text = |key: &str| own[key].as_str().unwrap().to_owned();
        let words = own["test"].as_array().unwrap().iter();
        let mut target: Vec<String> = words.map(|word| word.as_str().unwrap().to_owned()).collect();
        Mutation {
            name: text("name"),
            file: text("file"),
            find: text("find"),
            replace: text("replace"),
            test: target.pop().unwrap(),
            target,
        }
    };
    table["mutation"].as_array().unwrap().iter().map(mutation).collect()
}
