//! Section 8: the keys of a rule.

use chrono::NaiveDate;
use toml::{Table, Value};

use super::after::After;
use super::home::{date, text, texts};

/// Columns, each with the values that it is compared with.
pub type Columns = Vec<(String, Vec<String>)>;

/// Section 2: `every`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    Week,
    Month,
    Anchor,
    Term,
    Year,
    Occasion,
    SchoolDay,
    Rolling,
    After,
    State,
}

/// `level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Required,
    Advised,
    Inform,
}

/// `subject`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Child,
    Staff,
    Class,
    School,
}

impl Kind {
    /// The word of the spec.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Child => "child",
            Kind::Staff => "staff",
            Kind::Class => "class",
            Kind::School => "school",
        }
    }
}

/// One `[[rule]]`. `max` "is a figure in reports and `why`, never a fault" and is not read.
#[derive(Clone, Debug)]
pub struct Rule {
    pub id: String,
    pub every: Every,
    pub records: Vec<String>,
    pub requires: Vec<String>,
    pub subject: Kind,
    pub role: Option<String>,
    pub times: usize,
    pub conditions: Columns,
    pub filled: Vec<String>,
    pub unless: Columns,
    pub after: Option<After>,
    pub applies: Vec<(String, Vec<Value>)>,
    pub by: Option<String>,
    pub by_only: bool,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub due_days: Option<i64>,
    pub grace_days: i64,
    pub min_school_days: usize,
    pub level: Level,
    pub occasions: Vec<String>,
    pub before_days: i64,
    pub after_days: i64,
    pub sessions: Vec<String>,
    pub days: i64,
    /// `count = "school"`.
    pub counts_school_days: bool,
    pub in_holidays: bool,
}

impl Rule {
    /// Reads one rule with the defaults of section 8.
    pub fn parse(table: &Table) -> Rule {
        let every = every(&text(table, "every").expect("every"));
        let number = |key: &str| table.get(key).and_then(Value::as_integer);
        let flag = |key: &str| table.get(key).and_then(Value::as_bool).unwrap_or(false);
        let applies = table.get("applies").and_then(Value::as_table).cloned().unwrap_or_default();
        Rule {
            id: text(table, "id").expect("rule.id"),
            every,
            records: texts(table, "records"),
            requires: texts(table, "requires"),
            subject: kind(text(table, "subject").as_deref()),
            role: text(table, "role"),
            times: usize::try_from(number("times").unwrap_or(1)).expect("times"),
            conditions: columns_of(table, "where"),
            filled: texts(table, "filled"),
            unless: columns_of(table, "unless"),
            after: table.get("after").and_then(Value::as_table).map(After::parse),
            applies: applies
                .iter()
                .map(|(k, v)| (k.clone(), v.as_array().expect("values").clone()))
                .collect(),
            by: text(table, "by"),
            by_only: flag("by_only"),
            from: date(table, "from"),
            until: date(table, "until"),
            due_days: number("due_days"),
            grace_days: number("grace_days").unwrap_or(0),
            min_school_days: number("min_school_days")
                .map_or(threshold(every), |n| usize::try_from(n).expect("min_school_days")),
            level: level(text(table, "level").as_deref()),
            occasions: texts(table, "occasions"),
            before_days: number("before_days").unwrap_or(7),
            after_days: number("after_days").unwrap_or(7),
            sessions: texts(table, "sessions"),
            days: number("days").unwrap_or(0),
            counts_school_days: text(table, "count").as_deref() == Some("school"),
            in_holidays: flag("in_holidays"),
        }
    }
}

/// The table under `key`: columns with their values.
pub fn columns_of(table: &Table, key: &str) -> Columns {
    let columns = table.get(key).and_then(Value::as_table).cloned().unwrap_or_default();
    columns.keys().map(|column| (column.clone(), texts(&columns, column))).collect()
}

/// "`min_school_days` …: week 3, month 10, anchor 5, term 20, year 40, other 1."
fn threshold(every: Every) -> usize {
    match every {
        Every::Week => 3,
        Every::Month => 10,
        Every::Anchor => 5,
        Every::Term => 20,
        Every::Year => 40,
        _ => 1,
    }
}

fn every(word: &str) -> Every {
    match word {
        "week" => Every::Week,
        "month" => Every::Month,
        "anchor" => Every::Anchor,
        "term" => Every::Term,
        "year" => Every::Year,
        "occasion" => Every::Occasion,
        "school_day" => Every::SchoolDay,
        "rolling" => Every::Rolling,
        "after" => Every::After,
        "state" => Every::State,
        other => panic!("every = {other}"),
    }
}

fn kind(word: Option<&str>) -> Kind {
    match word {
        None | Some("child") => Kind::Child,
        Some("staff") => Kind::Staff,
        Some("class") => Kind::Class,
        Some("school") => Kind::School,
        Some(other) => panic!("subject = {other}"),
    }
}

fn level(word: Option<&str>) -> Level {
    match word {
        None | Some("required") => Level::Required,
        Some("advised") => Level::Advised,
        Some("inform") => Level::Inform,
        Some(other) => panic!("level = {other}"),
    }
}
