//! The rates and the tables of marks, counted another way: by SQL over what `obligations` tells.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{Home, project};

const EXAMPLES: [&str; 5] = ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"];

/// In the middle of a term, and when the last has ended or is about to.
const DAYS: [&str; 2] = ["2024-12-20", "2025-07-04"];

/// Where an obligation stands, as the README defines it.
const PARTS: &str = "
CREATE VIEW told AS SELECT o.*, coalesce(days, 0) AS days, coalesce(l.class, '') AS child_class
  FROM o LEFT JOIN grace USING (rule) LEFT JOIN list AS l ON l.id = o.subject_id;
CREATE VIEW part AS SELECT *,
  due = '' OR date(due, '+' || days || ' days') < (SELECT day FROM today) AS fallen,
  state IN ('overdue', 'missed') AS undone, state IN ('met', 'met_late') AS done
  FROM told WHERE coalesce(nullif(due, ''), (SELECT day FROM today))
    BETWEEN (SELECT first FROM today) AND (SELECT last FROM today);
";

/// The figures of a group, in the order of the columns of `rates`.
const FIGURES: &str = "
  sum(fallen AND (done OR undone)), sum(fallen AND state = 'met'),
  CASE WHEN sum(fallen AND (done OR undone)) = 0 THEN '' ELSE
    (sum(fallen AND state = 'met') * 1000 / sum(fallen AND (done OR undone))
     + (sum(fallen AND state = 'met') * 1000 % sum(fallen AND (done OR undone)) * 2
        >= sum(fallen AND (done OR undone)))) END,
  sum(fallen AND state = 'met_late'), sum(undone), sum(done AND NOT fallen),
  sum(state IN ('open', 'grace', 'upcoming')), sum(state = 'exempt'), count(*)";

/// The term that a day belongs to: its first day, and the day before the next one's.
fn term(home: &Home, day: &str) -> (String, String) {
    let text = home.read("calendar.toml");
    let first = |block: &str| {
        let mut lines = block.lines().map_while(|line| (!line.starts_with("[[")).then_some(line));
        lines.find_map(|line| line.strip_prefix("first = ").map(|own| own[..10].to_owned()))
    };
    let firsts: BTreeSet<String> = text.split("[[term]]").skip(1).filter_map(first).collect();
    let begun = firsts.iter().rfind(|first| first.as_str() <= day).or(firsts.first()).unwrap();
    let next = firsts.iter().find(|first| *first > begun);
    let last = next.map(|next| next.parse::<chrono::NaiveDate>().unwrap().pred_opt().unwrap());
    let last = last.map_or("9999-12-31".to_owned(), |last| last.to_string());
    let is_first = firsts.first() == Some(begun);
    (if is_first { "0000-01-01".to_owned() } else { begun.clone() }, last)
}

/// Each rule with its days of grace, as `rules.toml` has them.
fn grace(home: &Home) -> String {
    let text = home.read("rules.toml");
    let mut rows = String::new();
    for rule in text.split("[[rule]]").skip(1) {
        let value = |key: &str| {
            let mut lines = rule.lines().filter_map(|line| line.strip_prefix(key));
            lines.next().map(|own| own.split('#').next().unwrap().trim().trim_matches('"'))
        };
        let days = value("grace_days = ").unwrap_or("0");
        let id = value("id = ").unwrap();
        writeln!(rows, "INSERT INTO grace VALUES ('{id}', {days});").unwrap();
    }
    rows
}

/// What SQL says of a home's obligations; none where there is no `sqlite3`.
fn sql(home: &Home, day: &str, select: &str) -> Option<BTreeSet<String>> {
    let folder = home.root().parent().unwrap();
    let told = |name: &str, line: &str| {
        let ran = home.run(&format!("{line} --today {day} --format csv"));
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        let file = folder.join(name);
        fs::write(&file, ran.out).unwrap();
        format!(".import --csv '{}' {}\n", file.display(), name.trim_end_matches(".csv"))
    };
    let (first, last) = term(home, day);
    let script = [
        told("o.csv", "obligations --all"),
        told("list.csv", "list --left"),
        "CREATE TABLE grace (rule, days);\n".to_owned(),
        grace(home),
        format!(
            "CREATE TABLE today AS SELECT '{day}' AS day, '{first}' AS first, '{last}' AS last;"
        ),
        PARTS.to_owned(),
        select.replace("FIGURES", FIGURES),
    ]
    .concat();
    let begun = Command::new("sqlite3")
        .args(["-bail", ":memory:"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut program = begun.ok()?;
    program.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let ran = program.wait_with_output().unwrap();
    let (out, err) = [ran.stdout, ran.stderr].map(|own| String::from_utf8(own).unwrap()).into();
    assert!(ran.status.success() && err.is_empty(), "{err}");
    Some(out.lines().map(str::to_owned).collect())
}

/// The lines of `rates`: the group and its figures, the rate in tenths.
fn rates(home: &Home, day: &str, by: &str) -> BTreeSet<String> {
    let told = json(home, &format!("rates --by {by} --today {day}"));
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(own) => own.clone(),
        other => other.to_string(),
    };
    let line = |row: &serde_json::Value| {
        let rate = text(&row["rate"]).replace('.', "");
        let rate = rate.trim_start_matches('0');
        let rate = if rate.is_empty() && !row["rate"].is_null() { "0" } else { rate };
        let keys =
            ["late", "undone", "early", "open", "exempt", "total"].map(|key| text(&row[key]));
        let before = ["group", "due", "done"].map(|key| text(&row[key]));
        format!("{}|{rate}|{}", before.join("|"), keys.join("|"))
    };
    told.as_array().unwrap().iter().map(line).collect()
}

/// What a command tells programs; that the calendar has ended is said beside it.
fn json(home: &Home, line: &str) -> serde_json::Value {
    let ran = home.run(&format!("{line} --format json"));
    assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// The homes and the days on which they are looked at; golden ones on days of their answers.
fn homes() -> Vec<(Home, String, String)> {
    let mut homes = Vec::new();
    for example in EXAMPLES {
        for day in DAYS {
            let home = Home::copy_of(&format!("examples/{example}"));
            homes.push((home, example.to_owned(), day.to_owned()));
        }
    }
    for golden in ["h01", "m02", "w08", "x04", "x07"] {
        let folder = format!("tests/golden/{golden}");
        let files = fs::read_dir(project().join(&folder).join("expected")).unwrap();
        let days = files.map(|file| {
            let name = file.unwrap().file_name().into_string().unwrap();
            name[name.len() - "2024-10-15.json".len()..name.len() - ".json".len()].to_owned()
        });
        let days: BTreeSet<String> = days.collect();
        for day in days.into_iter().rev().step_by(3) {
            let home = Home::copy_of(&format!("{folder}/home"));
            homes.push((home, golden.to_owned(), day));
        }
    }
    homes
}

#[test]
fn the_rates_of_every_split_are_those_that_sql_counts() {
    let splits = [
        ("rule", "rule"),
        ("month", "substr(due, 1, 7)"),
        (
            "class",
            "CASE subject WHEN 'child' THEN child_class WHEN 'class' THEN subject_id ELSE '' END",
        ),
    ];
    let mut compared = 0;
    for (home, name, day) in homes() {
        for (by, column) in splits {
            let select = format!("SELECT {column}, FIGURES FROM part GROUP BY 1;");
            let Some(expected) = sql(&home, &day, &select) else { return };
            assert_eq!(rates(&home, &day, by), expected, "{name} on {day} by {by}");
            compared += expected.len();
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn the_rates_of_each_person_are_those_of_what_that_person_is_asked_for() {
    for (home, name, day) in homes().into_iter().filter(|(_, _, day)| day == "2024-12-20") {
        let mut of_nobody = home.json(&format!("rates --today {day} --by rule"));
        let total = |rows: &serde_json::Value| -> u64 {
            rows.as_array().unwrap().iter().map(|row| row["total"].as_u64().unwrap()).sum()
        };
        let mut left = total(&of_nobody);
        let split = home.json(&format!("rates --today {day} --by staff"));
        for row in split.as_array().unwrap() {
            let Some(person) = row["group"].as_str() else {
                of_nobody = row.clone();
                continue;
            };
            let own = home.json(&format!("matrix --staff {person} --today {day}"));
            assert_eq!(row["total"].as_u64(), Some(own.as_array().unwrap().len() as u64), "{name}");
            left -= row["total"].as_u64().unwrap();
        }
        assert_eq!(of_nobody["total"].as_u64().unwrap_or(0), left, "{name}");
    }
}

#[test]
fn the_matrix_holds_each_obligation_that_falls_due_in_the_term_once_in_its_state() {
    let mut compared = 0;
    for (home, name, day) in homes() {
        let select =
            "SELECT rule, subject, subject_id, slot, first, last, due, state, met_on FROM part;";
        let Some(expected) = sql(&home, &day, select) else { return };
        let told = json(&home, &format!("matrix --today {day}"));
        let keys =
            ["rule", "subject", "subject_id", "slot", "first", "last", "due", "state", "met_on"];
        let line = |row: &serde_json::Value| {
            keys.map(|key| row[key].as_str().unwrap_or_default().to_owned()).join("|")
        };
        let rows = told.as_array().unwrap();
        let lines: BTreeSet<String> = rows.iter().map(line).collect();
        assert_eq!(lines.len(), rows.len(), "{name} on {day}: each once");
        assert_eq!(lines, expected, "{name} on {day}");
        compared += lines.len();
    }
    assert!(compared > 12_000, "{compared}");
}

#[test]
fn the_marks_of_each_row_and_what_stands_at_its_end_are_those_that_sql_counts() {
    // In English each state has a letter; a register's mark has two and stands for what is met.
    const STATES: [(&str, &str); 8] = [
        ("Y", "met"),
        ("L", "met_late"),
        ("E", "exempt"),
        (".", "upcoming"),
        ("o", "open"),
        ("G", "grace"),
        ("!", "overdue"),
        ("N", "missed"),
    ];
    let sums = STATES.map(|(_, state)| format!("sum(state = '{state}')")).join(" || ' ' || ");
    let select = format!(
        "SELECT line || ' x' || count(*) FROM (
           SELECT {sums} || ' ' || sum(fallen AND state = 'met') || ' '
             || sum(fallen AND (done OR undone)) AS line
           FROM part GROUP BY rule, subject_id) GROUP BY line;"
    );
    let mut compared = 0;
    for (home, name, day) in homes() {
        let Some(expected) = sql(&home, &day, &select) else { return };
        let text = home.run(&format!("matrix --today {day} --format plain --lang en")).out;
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for row in text.lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            let (cells, tally) = cells.split_at(cells.len() - 2);
            let is_mark = |mark: &str, cell: &str| {
                let is_register = cell.chars().count() == 2 && cell.is_ascii();
                cell == mark || mark == "Y" && is_register
            };
            // A number, the rule, perhaps a class, and a name come first.
            let marks = &cells[3 + usize::from(!is_any(cells[3], &STATES))..];
            let count =
                |mark: &str| marks.iter().filter(|cell| is_mark(mark, cell)).count().to_string();
            let counts = STATES.map(|(mark, _)| count(mark)).join(" ");
            *lines.entry(format!("{counts} {}", tally.join(" "))).or_default() += 1;
        }
        let lines: BTreeSet<String> =
            lines.into_iter().map(|(line, count)| format!("{line} x{count}")).collect();
        assert_eq!(lines, expected, "{name} on {day}");
        compared += lines.len();
    }
    assert!(compared > 100, "{compared}");
}

/// Is a cell a mark, and no name?
fn is_any(cell: &str, states: &[(&str, &str)]) -> bool {
    let is_register = cell.len() == 2 && cell.is_ascii();
    cell == "-" || is_register || states.iter().any(|(mark, _)| *mark == cell)
}
