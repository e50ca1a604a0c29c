//! Which columns of a register a rule looks at.

use super::after::Asking;
use super::rule::{Every, Rule};

impl Rule {
    /// The columns of a register that it looks at, in events that count or ask.
    pub fn columns_of(&self, register: &str) -> Vec<&str> {
        let is_among = |records: &[String]| records.iter().any(|own| own == register);
        let mut columns = Vec::new();
        if is_among(&self.records) {
            columns.extend(self.conditions.iter().chain(&self.unless).map(|(column, _)| column));
            columns.extend(&self.filled);
        }
        let mut columns: Vec<&str> = columns.into_iter().map(String::as_str).collect();
        if let Every::After(after) = &self.every
            && let Asking::Events { records, conditions, unless, .. } = &after.asks
            && is_among(records)
        {
            columns.extend(conditions.iter().chain(unless).map(|(column, _)| column.as_str()));
            columns.extend(after.on());
        }
        columns
    }
}
