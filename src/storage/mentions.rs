//! What one record may mention of the others: people, rules, and fields of a child's file.

use super::class_check::ClassCheck;
use super::table::Table;
use crate::domain::id::Id;
use crate::domain::problem::Noun;
use crate::domain::rule::RuleId;
use crate::domain::schema::{self, Field};
use crate::domain::status;

/// The people and rules that a child's file may mention; none while it is not known which there
/// are.
pub struct Mentions<'k> {
    /// Sorted.
    pub staff: Option<&'k Vec<Id>>,
    pub rules: Option<&'k Vec<RuleId>>,
    pub classes: ClassCheck<'k>,
}

/// Tells of a field path that no child's file has, unless it is the school's own.
pub fn check_field(table: &Table, field: &str, key: &str) -> bool {
    is_one_of(table, field, key, &[schema::CHILD])
}

/// The same of what is asked of a child: a field of its file, or a status.
pub fn check_asked(table: &Table, asked: &str, key: &str) -> bool {
    is_one_of(table, asked, key, &[schema::CHILD, status::FIELDS])
}

fn is_one_of(table: &Table, path: &str, key: &str, fields: &[&'static [Field]]) -> bool {
    let own = path.split_once('.').is_some_and(|(table, _)| table == schema::OWN);
    let names = fields.iter().copied().flatten().map(|field| field.path);
    own || table.is_known(Noun::Field, path, table.place_in(key, path), names)
}
