//! The records that stand, as rows of sheets are compared with them.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::record_line::RecordLine;
use crate::domain::event::{Event, unescape};
use crate::domain::family::Families;
use crate::domain::id::Id;
use crate::domain::month::Month;

/// A row that speaks, as rows of sheets are compared with it.
pub struct Spoken {
    id: Id,
    children: Vec<Id>,
    staff: Vec<Id>,
    is_withdrawn: bool,
    cells: BTreeMap<String, String>,
}

/// The rows that speak, by day.
pub struct RowsHere {
    by_day: HashMap<NaiveDate, Vec<Spoken>>,
}

impl RowsHere {
    pub fn of(units: &BTreeMap<Month, Families>) -> RowsHere {
        let mut by_day: HashMap<NaiveDate, Vec<Spoken>> = HashMap::new();
        for (month, families) in units {
            let standing = families.standing(*month).into_iter().map(|own| (own, false));
            let withdrawn = families.withdrawn(*month).into_iter().map(|own| (own, true));
            for (event, is_withdrawn) in standing.chain(withdrawn) {
                let cells = event.row.cells().map(|(name, cell)| (name.to_owned(), unescape(cell)));
                by_day.entry(event.date).or_default().push(Spoken {
                    id: event.id,
                    children: sorted(&event.children),
                    staff: sorted(&event.staff),
                    is_withdrawn,
                    cells: cells.collect(),
                });
            }
        }
        RowsHere { by_day }
    }

    /// The record of equal day, children and staff that a row means: one that says all the same,
    /// else one that an import brought, else one that was taken back since; none that another row
    /// of the sheet has taken.
    pub fn like(
        &self,
        line: &RecordLine,
        taken: &HashSet<Id>,
        imported: &HashMap<Id, &Event>,
    ) -> Option<Id> {
        let (children, staff) = (sorted(&line.children), sorted(&line.staff));
        let alike = self.by_day.get(&line.date)?.iter().filter(|own| {
            own.children == children && own.staff == staff && !taken.contains(&own.id)
        });
        let alike: Vec<&Spoken> = alike.collect();
        let says_same = |cells: &BTreeMap<String, String>| {
            line.given.iter().all(|name| {
                let own = cells.get(name).map(String::as_str).unwrap_or_default();
                is_equal(name, line.cells.get(name).map_or("", String::as_str), own)
            })
        };
        let same = alike.iter().find(|own| !own.is_withdrawn && says_same(&own.cells));
        let other = |withdrawn: bool| {
            let mut own = alike.iter().filter(move |own| own.is_withdrawn == withdrawn);
            own.find(|own| imported.contains_key(&own.id))
        };
        same.or_else(|| other(false)).or_else(|| other(true)).map(|own| own.id)
    }
}

fn sorted(ids: &[Id]) -> Vec<Id> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids
}

pub fn cell(event: &Event, name: &str) -> String {
    event.filled(name).map(unescape).unwrap_or_default()
}

/// Do two cells say the same? People are the same in any order, and done is what is not said.
pub fn is_equal(name: &str, one: &str, other: &str) -> bool {
    let outcome = |text: &str| if text.is_empty() { "made".to_owned() } else { text.to_owned() };
    match name {
        "children" | "staff" => {
            let ids = |text: &str| {
                let mut ids: Vec<String> =
                    text.split_ascii_whitespace().map(str::to_owned).collect();
                ids.sort_unstable();
                ids
            };
            ids(one) == ids(other)
        }
        "outcome" => outcome(one) == outcome(other),
        _ => one.trim() == other.trim(),
    }
}
