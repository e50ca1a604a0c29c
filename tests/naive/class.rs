//! Class codes (`records.md`).

use toml::Value;

use super::home::{Home, texts};
use super::register;

impl Home {
    /// "A class code is the entry year, a hyphen and the class number without leading zeros …, or
    /// one of `other_classes`; anything else where a class is meant (child, role, event, `[[was]]`)
    /// is a fault".
    pub fn assert_classes(&self, other: &[String]) {
        let mut codes: Vec<&str> = Vec::new();
        for child in &self.children {
            let earlier = child.was.iter().filter(|was| was.field == "class").map(|was| &was.value);
            codes.extend(earlier.chain(child.table.get("class")).filter_map(Value::as_str));
        }
        for person in &self.staff {
            codes.extend(person.roles.iter().filter_map(|role| role.class.as_deref()));
        }
        for row in self.rows.iter().filter(|row| register::has(&row.register, "class")) {
            codes.extend(row.cells.get("class").map(|cell| cell.trim()));
        }
        for code in codes.into_iter().filter(|code| !code.is_empty()) {
            assert!(is_code(code) || other.iter().any(|o| o == code), "{code} is no class");
        }
    }
}

/// `[school] other_classes`.
pub fn other_classes(care: &toml::Table) -> Vec<String> {
    let school = care.get("school").and_then(Value::as_table);
    school.map(|school| texts(school, "other_classes")).unwrap_or_default()
}

fn is_code(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, number)| {
        year.len() == 4 && digits(year) && digits(number) && !number.starts_with('0')
    })
}
