//! The five example homes as those see them who print, and their logs read by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::harness::Home;

pub const SCHOOLS: [&str; 5] = ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"];

/// In the last weeks of the first term.
pub const DAY: &str = "2024-12-20";

/// An example home on that day.
pub fn school(name: &str) -> Home {
    Home::copy_of(&format!("examples/{name}")).own().at(DAY)
}

/// A row of a log, by column.
pub type LogRow = BTreeMap<String, String>;

/// The cells of a line of a log: quoted ones hold commas, and two quotes for one.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let cell = cells.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cell.push(other),
        }
    }
    cells
}

/// The rows of a register's logs that speak: no other row replaces them, and they stand.
pub fn by_hand(home: &Home, register: &str, (first, last): (&str, &str)) -> Vec<LogRow> {
    let Ok(folder) = fs::read_dir(home.root().join(format!("log/{register}"))) else {
        return Vec::new();
    };
    let mut rows: Vec<LogRow> = Vec::new();
    for file in folder {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let mut lines = text.lines();
        let head = cells(lines.next().unwrap());
        rows.extend(lines.map(|line| head.iter().cloned().zip(cells(line)).collect()));
    }
    let replaced: BTreeSet<String> = rows
        .iter()
        .flat_map(|row| row["replaces"].split(' '))
        .map(|id| id.rsplit('/').next().unwrap().to_owned())
        .collect();
    rows.retain(|row| {
        let stands = row["status"].is_empty() || row["status"] == "arrived";
        let is_in = (first..=last).contains(&row["date"].as_str());
        stands && is_in && !replaced.contains(&row["id"])
    });
    rows
}

/// The longer texts in the logs of restricted registers.
pub fn restricted_texts(home: &Home) -> Vec<String> {
    let all = ["counselling", "plan", "incident"].into_iter();
    let rows = all.flat_map(|name| by_hand(home, name, ("0000-00-00", "9999-99-99")));
    let own = |column: &str| {
        !["id", "date", "children", "staff", "recorded", "replaces"].contains(&column)
    };
    let texts = rows.into_iter().flatten().filter(|(column, _)| own(column));
    let texts = texts.map(|(_, text)| text);
    texts.filter(|text| text.chars().count() > 5 && !text.is_ascii()).collect()
}

/// The forms of a sheet by their heading, also side by side: what stands beside each label.
pub fn on_forms(rows: &[Vec<String>], heading: &str) -> Vec<LogRow> {
    let mut forms: Vec<LogRow> = Vec::new();
    let mut begin: Vec<usize> = Vec::new();
    for row in rows {
        let headed: Vec<usize> = (0..row.len()).filter(|at| row[*at] == heading).collect();
        if !headed.is_empty() {
            forms.extend(headed.iter().map(|_| LogRow::new()));
            begin = headed;
            continue;
        }
        let ends = begin.iter().skip(1).copied().chain([row.len()]);
        let first = forms.len() - begin.len();
        for (form, (begin, end)) in forms[first..].iter_mut().zip(begin.iter().zip(ends)) {
            for pair in row[*begin..end].chunks(2).filter(|own| !own[0].is_empty()) {
                form.insert(pair[0].clone(), pair.get(1).cloned().unwrap_or_default());
            }
        }
    }
    forms
}

/// The values of a key, in order.
pub fn sorted(rows: &Value, key: &str) -> Vec<String> {
    let rows = rows.as_array().unwrap();
    let mut ids: Vec<String> =
        rows.iter().filter_map(|own| own[key].as_str().map(str::to_owned)).collect();
    ids.sort_unstable();
    ids
}

/// The ids of the children on the roll, as their files have it.
pub fn on_roll(home: &Home) -> Vec<String> {
    let mut ids = Vec::new();
    for file in fs::read_dir(home.root().join("children")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let child: toml::Table = text.parse().unwrap();
        let spells = child["spell"].as_array().unwrap();
        let is_here = spells.iter().any(|own| {
            let day = |key: &str| own.get(key).map(ToString::to_string);
            let left = day("left");
            day("joined").unwrap().as_str() <= DAY && left.is_none_or(|left| left.as_str() >= DAY)
        });
        ids.extend(is_here.then(|| child["id"].as_str().unwrap().to_owned()));
    }
    ids.sort_unstable();
    ids
}
