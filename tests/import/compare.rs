//! What a home keeps after an import, beside what it must keep.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::case::Case;
use crate::kept::{Kept, Row};

/// Columns that a row of the expectation tells otherwise.
const OWN: [&str; 4] = ["register", "date", "children", "staff"];

/// What differs.
pub fn complaints(case: &Case, before: &Kept, after: &Kept) -> Vec<String> {
    let mut wrong = children(case, before, after);
    wrong.extend(staff(case, before, after));
    wrong.extend(pairs(case, before, after));
    wrong.extend(calendar(case, "terms", "term", before, after));
    wrong.extend(calendar(case, "holidays", "holiday", before, after));
    wrong.extend(records(case, before, after));
    wrong
}

/// Does a value stand where it must? Several that would do are a list; null is nothing at all.
fn is(found: &Value, wanted: &Value) -> bool {
    match wanted {
        Value::Null => {
            found.is_null()
                || found.as_str() == Some("")
                || found.as_array().is_some_and(Vec::is_empty)
        }
        Value::Array(any) if !found.is_array() => any.contains(found),
        _ => found == wanted,
    }
}

fn at<'v>(table: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(table, |value, key| &value[key])
}

/// What a table lacks of the fields that it must have.
fn lacks(table: &Value, wanted: &Value, leave: &[&str]) -> Vec<String> {
    let fields = wanted.as_object().unwrap().iter();
    let fields = fields.filter(|(path, _)| !leave.contains(&path.as_str()));
    let wrong = fields.filter(|(path, value)| !is(at(table, path), value));
    wrong.map(|(path, value)| format!("{path} is {}, not {value}", at(table, path))).collect()
}

/// Takes for each thing that is wanted the one found that fits; says which have none, and what the
/// nearest lacks.
fn matched<T>(
    wanted: &[Value],
    mut found: Vec<T>,
    lacks: impl Fn(&T, &Value) -> Vec<String>,
) -> (Vec<String>, Vec<T>) {
    let mut wrong = Vec::new();
    for one in wanted {
        match found.iter().position(|own| lacks(own, one).is_empty()) {
            Some(place) => drop(found.remove(place)),
            None => {
                let near = found.iter().map(|own| lacks(own, one)).min_by_key(Vec::len);
                let near = near.map_or("nothing there".to_owned(), |lacks| lacks.join("; "));
                wrong.push(format!("missing {one}: {near}"));
            }
        }
    }
    (wrong, found)
}

fn children(case: &Case, before: &Kept, after: &Kept) -> Vec<String> {
    let wanted = case.list("children").unwrap_or_default();
    let found: Vec<&String> = after.children.keys().collect();
    let (mut wrong, rest) =
        matched(wanted, found, |file, one| lacks(&after.children[*file], one, &[]));
    let (had, has) = (before.children.len(), after.children.len());
    if has != had + case.added_children() {
        wrong.push(format!("{has} children, where {} are to be", had + case.added_children()));
    }
    let paired: BTreeSet<&str> = case
        .list("pairs")
        .unwrap_or_default()
        .iter()
        .map(|own| own["child"].as_str().unwrap())
        .collect();
    for file in rest {
        let name = after.children[file]["name"].as_str().unwrap();
        if before.files.get(file) != after.files.get(file) && !paired.contains(name) {
            wrong.push(format!("nobody asked to write {name}: {}", after.children[file]));
        }
    }
    wrong
}

fn staff(case: &Case, before: &Kept, after: &Kept) -> Vec<String> {
    let wanted = case.list("staff").unwrap_or_default();
    let (mut wrong, _) = matched(wanted, after.staff.iter().collect(), |own: &&Value, one| {
        let mut lacks = lacks(own, one, &["role", "class"]);
        let roles = own["roles"].as_array().cloned().unwrap_or_default();
        let fits = |role: &Value| {
            role["role"] == one["role"] && (one["class"].is_null() || role["class"] == one["class"])
        };
        if !roles.iter().any(fits) {
            lacks.push(format!("roles are {}", own["roles"]));
        }
        lacks
    });
    if after.staff.len() != before.staff.len() + wanted.len() {
        wrong.push(format!("{} members of staff", after.staff.len()));
    }
    wrong
}

fn pairs(case: &Case, before: &Kept, after: &Kept) -> Vec<String> {
    let all = |kept: &Kept| -> Vec<Value> {
        let children = kept.children.values();
        let pairs = children.flat_map(|child| {
            let own = child["pair"].as_array().cloned().unwrap_or_default();
            own.into_iter().map(|mut pair| {
                pair["child"] = child["name"].clone();
                pair["class"] = child["class"].clone();
                let staff = kept.names(pair["staff"].as_str().unwrap()).pop_first();
                pair["staff"] = staff.into();
                pair
            })
        });
        pairs.collect()
    };
    let old = all(before);
    let new: Vec<Value> = all(after).into_iter().filter(|pair| !old.contains(pair)).collect();
    added(case.list("pairs").unwrap_or_default(), new, "pair")
}

fn calendar(case: &Case, list: &str, key: &str, before: &Kept, after: &Kept) -> Vec<String> {
    let all = |kept: &Kept| kept.calendar[key].as_array().cloned().unwrap_or_default();
    let old = all(before);
    let new: Vec<Value> = all(after).into_iter().filter(|own| !old.contains(own)).collect();
    added(case.list(list).unwrap_or_default(), new, key)
}

fn added(wanted: &[Value], found: Vec<Value>, what: &str) -> Vec<String> {
    let (mut wrong, rest) = matched(wanted, found, |own, one| lacks(own, one, &[]));
    wrong.extend(rest.iter().map(|own| format!("nobody asked for the {what} {own}")));
    wrong
}

fn records(case: &Case, before: &Kept, after: &Kept) -> Vec<String> {
    let wanted = case.list("records").unwrap_or_default();
    let tells_changes = wanted.iter().any(|one| one["register"] == "change");
    let new = after.rows.iter().filter(|row| !before.rows.contains(row));
    let new = new.filter(|row| tells_changes || row.register != "change").collect();
    let (mut wrong, rest) = matched(wanted, new, |row: &&Row, one| lacks_of_row(row, one, after));
    wrong.extend(
        rest.iter().map(|row| format!("nobody asked for {} {:?}", row.register, told(row))),
    );
    wrong
}

fn told(row: &Row) -> BTreeMap<&String, &String> {
    row.cells.iter().filter(|(_, cell)| !cell.is_empty()).collect()
}

fn lacks_of_row(row: &Row, one: &Value, after: &Kept) -> Vec<String> {
    let mut lacks = Vec::new();
    let mut check = |what: &str, fits: bool, found: &dyn std::fmt::Debug| {
        if !fits {
            lacks.push(format!("{what} is {found:?}"));
        }
    };
    let cell = |column: &str| row.cells.get(column).map_or("", String::as_str);
    check("register", one["register"] == row.register.as_str(), &row.register);
    check("date", one["date"] == cell("date"), &cell("date"));
    check("status", cell("status").is_empty(), &cell("status"));
    for column in ["children", "staff"] {
        let names = one[column].as_array().unwrap().iter();
        let names: BTreeSet<String> = names.map(|own| own.as_str().unwrap().to_owned()).collect();
        let found = after.names(cell(column));
        check(column, names == found, &found);
    }
    for (column, wanted) in one.as_object().unwrap() {
        if !OWN.contains(&column.as_str()) {
            check(column, is(&cell(column).into(), wanted), &cell(column));
        }
    }
    lacks
}
