//! Section 4: families of corrections, and dates that move to another month.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::event::Event;
use super::home::Home;
use super::log::Row;

/// The families of each register × month.
type Units<'a> = BTreeMap<(&'a str, &'a str), Vec<Family<'a>>>;

/// "Rows linked by `replaces` are one family", inside one register × month.
#[derive(Debug)]
struct Family<'a> {
    rows: Vec<&'a Row>,
}

/// "Families of corrections are settled first; of the rows that speak, those dated after today do
/// not exist, for any answer." And: "`--known-at D` drops rows whose `recorded`, in the school's
/// zone, is after D, before families are settled".
pub fn settle(home: &Home, today: NaiveDate, known_at: Option<NaiveDate>) -> Vec<Event> {
    let known = home.rows.iter().filter(|row| {
        let entered = row.recorded.with_timezone(&home.zone).date_naive();
        known_at.is_none_or(|d| entered <= d)
    });
    let speaking = speakers(&known.collect::<Vec<&Row>>());
    let mut events: Vec<Event> =
        speaking.into_iter().filter(|row| row.date <= today).map(Event::of).collect();
    events.sort_by_key(|e| e.date);
    events
}

/// The rows that speak: the word of each family, unless the family is silent.
pub fn speakers<'a>(rows: &[&'a Row]) -> Vec<&'a Row> {
    let units = units(rows);
    let all = units.values().flatten();
    // "when its `status` is `void` or `moved`, the family is silent"
    let heard = all.filter(|family| {
        !matches!(family.word().status.as_str(), "void" | "moved") && !is_of_no_move(&units, family)
    });
    heard.map(Family::word).collect()
}

fn units<'a>(rows: &[&'a Row]) -> Units<'a> {
    let mut rows_of: BTreeMap<(&str, &str), Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let unit = rows_of.entry((row.register.as_str(), row.month.as_str())).or_default();
        // An id may stand twice when "the rows are identical": they are one.
        if !unit.iter().any(|other| other.id == row.id) {
            unit.push(row);
        }
    }
    rows_of.into_iter().map(|(unit, rows)| (unit, families(rows))).collect()
}

/// Families grow until no row of one names a row of another. "a row that replaces several settles
/// them"; "a row whose named row is dropped heads its own family".
fn families(rows: Vec<&Row>) -> Vec<Family<'_>> {
    let mut families: Vec<Family> =
        rows.into_iter().map(|row| Family { rows: vec![row] }).collect();
    while let Some((one, other)) = linked(&families) {
        let joined = families.remove(other);
        families[one].rows.extend(joined.rows);
    }
    families
}

/// Two families of which a row of one names a row of the other: the places, the smaller first.
fn linked(families: &[Family]) -> Option<(usize, usize)> {
    for (one, family) in families.iter().enumerate() {
        for (other, named) in families.iter().enumerate() {
            let names = family.rows.iter().any(|row| row.replaces.iter().any(|id| named.has(id)));
            if one != other && names {
                return Some((one.min(other), one.max(other)));
            }
        }
    }
    None
}

impl<'a> Family<'a> {
    fn has(&self, id: &str) -> bool {
        self.rows.iter().any(|row| row.id == id)
    }

    /// "Of a family's rows that no row replaces, the one recorded last speaks (ties: the greatest
    /// id)"; "`recorded` is compared as an instant". Silent or not, it is the word of the family.
    fn word(&self) -> &'a Row {
        let replaced = |id: &String| self.rows.iter().any(|row| row.replaces.contains(id));
        let ends = self.rows.iter().filter(|row| !replaced(&row.id));
        let last = ends.max_by(|a, b| (a.recorded, &a.id).cmp(&(b.recorded, &b.id)));
        last.expect("a family without a cycle has an end")
    }

    /// The rows with which the family begins: they replace none of it.
    fn heads(&self) -> Vec<&'a Row> {
        let begins = |row: &&&Row| !row.replaces.iter().any(|id| self.has(id));
        self.rows.iter().filter(begins).copied().collect()
    }
}

/// "That family is silent unless the row it names is the word of its family in the old month … and
/// is `moved` — whatever corrections the arrived family has had." "A family whose heads are all
/// arrived is silent only when none of the rows they name speaks so; one with another head never
/// is."
///
/// Choice: with `--known-at` a named row that is dropped does not speak so either; were the arrived
/// row heard, one event would be two.
fn is_of_no_move(units: &Units, family: &Family) -> bool {
    let heads = family.heads();
    heads.iter().all(|head| head.status == "arrived")
        && !heads.iter().any(|head| named_row_speaks_so(units, head))
}

/// "Chains are followed to their start: a row of a silent family speaks for no other month".
fn named_row_speaks_so(units: &Units, arrived: &Row) -> bool {
    let named = arrived.replaces.iter().filter_map(|name| name.split_once('/'));
    named.into_iter().any(|(month, id)| {
        let old = units.get(&(arrived.register.as_str(), month));
        let family = old.and_then(|families| families.iter().find(|f| f.has(id)));
        family.is_some_and(|family| {
            let word = family.word();
            word.id == id && word.status == "moved" && !is_of_no_move(units, family)
        })
    })
}
