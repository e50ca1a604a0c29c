//! What the example homes answered: each question is asked once, however many tests look at it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use serde_json::Value;

use super::{Asked, Line, lines, school, text};

type Once<T> = Arc<OnceLock<Arc<T>>>;

/// Answers by school and question.
struct Kept<T>(Mutex<BTreeMap<String, Once<T>>>);

impl<T> Kept<T> {
    const fn new() -> Kept<T> {
        Kept(Mutex::new(BTreeMap::new()))
    }

    /// The answer that is kept, or what is made now. The list is not held meanwhile.
    fn get(&self, key: &str, make: impl FnOnce() -> T) -> Arc<T> {
        let own = self.0.lock().unwrap().entry(key.to_owned()).or_default().clone();
        own.get_or_init(|| Arc::new(make())).clone()
    }
}

/// What a command tells programs; remarks may stand beside it.
fn told(name: &str, line: &str) -> Vec<Value> {
    let ran = school(name).run(&format!("{line} --format json"));
    assert_eq!(ran.code, 0, "{name} {line}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// The lines of a report.
pub fn report(name: &str, asked: Asked) -> Arc<Vec<Line>> {
    static REPORTS: Kept<Vec<Line>> = Kept::new();
    let line = asked.line("");
    REPORTS.get(&format!("{name} {line}"), || lines(&told(name, &line)))
}

/// All obligations on a day, as they are told.
pub fn obligations(name: &str, today: &str) -> Arc<Vec<Value>> {
    static OBLIGATIONS: Kept<Vec<Value>> = Kept::new();
    let line = format!("obligations --all --today {today}");
    OBLIGATIONS.get(&format!("{name} {line}"), || told(name, &line))
}

/// One record or slot that a figure comes from; who and where are blank of a sealed one.
pub struct Source {
    pub table: String,
    pub row: String,
    pub column: String,
    pub value: String,
    /// The register of a record; `child` or `slot` of what is none.
    pub register: String,
    pub id: String,
    pub place: String,
}

impl Source {
    fn new(told: &Value) -> Source {
        let [table, row, column, value] =
            ["table", "row", "column", "value"].map(|key| text(&told[key]));
        let [register, id, place] = ["source", "id", "place"].map(|key| text(&told[key]));
        Source { table, row, column, value, register, id, place }
    }

    pub fn figure(&self) -> (&str, &str, &str) {
        (&self.table, &self.row, &self.column)
    }

    pub fn shown(&self) -> String {
        let (table, row, column) = self.figure();
        let Source { value, register, id, place, .. } = self;
        format!("{table} {row} {column} {value}: {register} {id} {place}")
    }
}

/// The sources of a report's figures.
pub fn trace(name: &str, asked: Asked) -> Arc<Vec<Source>> {
    static TRACES: Kept<Vec<Source>> = Kept::new();
    let line = asked.line(" --trace");
    TRACES.get(&format!("{name} {line}"), || told(name, &line).iter().map(Source::new).collect())
}
