//! Reading `[pairing]` of `care.toml`.

use std::ops::Range;

use super::staff_file::role_called;
use super::table::Table;
use crate::domain::pairing::Pairing;
use crate::domain::role::RoleCode;

/// The conditions; those that are not there hold nobody to anything.
pub fn read(table: Table, is_whole: bool) -> Pairing {
    let roles = |key| {
        let named = table.texts(key).unwrap_or_default().into_iter();
        named.filter_map(|(name, place)| pair_role(&table, key, name, place)).collect()
    };
    let pairing = Pairing {
        one_to_one: roles("one_to_one"),
        exactly_one: roles("exactly_one"),
        follows_class: roles("follows_class"),
        load: table.table("load").map(|load| read_load(&load)).unwrap_or_default(),
    };
    table.table("x");
    if is_whole {
        table.finish();
    }
    pairing
}

fn read_load(load: &Table) -> Vec<(RoleCode, u32)> {
    let most = |(name, place): (&str, Range<usize>)| {
        let role = pair_role(load, "load", name, place)?;
        Some((role, load.at_least(role.as_str(), 1)?))
    };
    load.keys().filter_map(most).collect()
}

fn pair_role(
    table: &Table,
    key: &'static str,
    name: &str,
    place: Range<usize>,
) -> Option<RoleCode> {
    role_called(table, (key, name, place), |role| role.pairs)
}
