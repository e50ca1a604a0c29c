//! Each figure with the records it comes from: as many as it says, each to be found in its place.

use std::collections::{BTreeMap, BTreeSet};

use super::kept::{report, trace};
use super::{Asked, MONTH, TERMS, school};
use crate::printed::SCHOOLS;

/// A term in which today lies, and a month.
pub const TRACED: [Asked; 2] = [TERMS[1], MONTH];

/// What is no count of its sources, though its column has that name.
fn is_another_count(table: &str, row: &str) -> bool {
    // Minutes of calls, many in one record; persons at one lecture or training, which is the row.
    (table, row) == ("T15", "minutes") || table == "T13"
}

/// Is it a figure of `children` or `records`, the source of each of which is one of them?
fn is_count((table, row, column): (&str, &str, &str)) -> bool {
    ["children", "records"].contains(&column) && !is_another_count(table, row)
}

#[test]
fn a_figure_of_children_or_of_records_has_as_many_sources_as_it_says() {
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for name in SCHOOLS {
        for asked in TRACED {
            let (report, trace) = (report(name, asked), trace(name, asked));
            // A figure that two tables tell (by kind and by month) counts twice, as its sources do.
            let mut balance: BTreeMap<(&str, &str, &str), (usize, usize)> = BTreeMap::new();
            for line in report.iter() {
                for (column, value) in &line.cells {
                    let own = (line.table.as_str(), line.row.as_str(), column.as_str());
                    if is_count(own) && !value.is_empty() {
                        balance.entry(own).or_default().0 += value.parse::<usize>().unwrap();
                    }
                }
            }
            for source in trace.iter().filter(|own| is_count(own.figure())) {
                balance.entry(source.figure()).or_default().1 += 1;
            }
            for (own, (told, found)) in balance {
                if told != found {
                    wrong.push(format!("{name} {}: {own:?} {told}, sources {found}", asked.name));
                }
                compared += told;
            }
        }
    }
    assert!(wrong.is_empty(), "{} figures:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn a_figure_of_nothing_has_no_sources() {
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for name in SCHOOLS {
        for asked in TRACED {
            for source in trace(name, asked).iter().filter(|own| own.value == "0") {
                let figure = format!("{name} {}: {:?}", asked.name, source.figure());
                *wrong.entry(figure).or_default() += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_value_of_each_source_is_that_of_its_figure() {
    for name in SCHOOLS {
        for asked in TRACED {
            let report = report(name, asked);
            let figures: BTreeSet<_> = report
                .iter()
                .flat_map(|line| {
                    let own = move |(column, value): &(String, String)| {
                        (line.table.clone(), line.row.clone(), column.clone(), value.clone())
                    };
                    line.cells.iter().map(own)
                })
                .collect();
            for source in trace(name, asked).iter() {
                let (table, row, column) = source.figure();
                let [table, row, column] = [table, row, column].map(str::to_owned);
                let own = (table, row, column, source.value.clone());
                assert!(figures.contains(&own), "{name} {}: {}", asked.name, source.shown());
            }
        }
    }
}

#[test]
fn each_source_stands_where_the_trace_says() {
    let mut found = 0;
    for name in SCHOOLS {
        let home = school(name);
        let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
        // A slot of the rules is no record: its place is its label.
        for asked in TRACED {
            let trace = trace(name, asked);
            for source in trace.iter().filter(|own| own.register != "slot" && !own.id.is_empty()) {
                // A child's place is its file, a record's is a line of a log.
                let (file, line) = match source.place.split_once(':') {
                    Some((file, line)) => (file, line.parse::<usize>().unwrap().checked_sub(1)),
                    None => (source.place.as_str(), None),
                };
                if !files.contains_key(file) {
                    let lines = home.read(file).lines().map(str::to_owned).collect();
                    files.insert(file.to_owned(), lines);
                }
                let has = |own: &String| own.contains(&source.id);
                let is_there = match line {
                    Some(line) => files[file].get(line).is_some_and(has),
                    None => files[file].iter().any(has),
                };
                assert!(is_there, "{name}: {}", source.shown());
                found += 1;
            }
        }
    }
    assert!(found > 10_000, "{found}");
}
