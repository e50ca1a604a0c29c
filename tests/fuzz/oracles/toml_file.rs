//! A TOML file is read whole: bad syntax and strange keys are told, and of each entry there is a
//! record or a fault.

use toml::de::DeTable;
use toml::{Table, Value};

use super::file::{answer, has, held, no_text, validate};
use crate::home::Desk;

/// A kind of file, and what a second reader has to know of it.
pub struct Kind {
    file: &'static str,
    /// Every key that some table of it may have.
    keys: &'static [&'static str],
    /// Tables whose keys are names of something else.
    free: &'static [&'static str],
    /// The lists of tables that are counted.
    entries: &'static [&'static str],
    /// What there is besides the entries.
    besides: usize,
}

pub const SETTINGS: Kind = Kind {
    file: "care.toml",
    keys: &[
        "format",
        "school",
        "name",
        "home",
        "language",
        "time_zone",
        "grades",
        "class_format",
        "mail",
        "from",
        "transport",
        "server",
        "port",
        "security",
        "user",
        "password_file",
        "password_command",
        "summary_to",
        "mask",
        "due_days",
        "escalate_days",
        "heartbeat",
        "in_holidays",
        "ca_file",
        "sendmail",
        "folder",
        "to",
        "privacy",
        "other_classes",
        "code",
        "pairing",
        "one_to_one",
        "exactly_one",
        "follows_class",
        "load",
        "work",
        "ranking",
        "commits",
        "documents",
        "activity_kinds",
        "places",
        "review_days",
        "room_area",
        "same_text",
        "truth_same_text",
        "truth_visits",
        "truth_one_time",
        "truth_no_school",
        "truth_month_end",
        "truth_late",
        "truth_in_order",
        "truth_again",
        "yearly_stocktake",
        "staff",
        "reveal",
        "classes",
    ],
    free: &["privacy", "load"],
    entries: &[],
    besides: 1,
};

pub const CALENDAR: Kind = Kind {
    file: "calendar.toml",
    keys: &["term", "id", "year", "name", "first", "last", "anchors", "holiday", "workday", "date"],
    free: &["anchors"],
    entries: &["term"],
    besides: 0,
};

pub const RULES: Kind = Kind {
    file: "rules.toml",
    keys: &[
        "rule",
        "id",
        "name",
        "zh",
        "en",
        "why",
        "records",
        "every",
        "subject",
        "role",
        "times",
        "max",
        "where",
        "filled",
        "unless",
        "after",
        "count",
        "applies",
        "by",
        "by_only",
        "from",
        "until",
        "due_days",
        "grace_days",
        "min_school_days",
        "level",
        "days",
        "requires",
        "occasions",
        "sessions",
        "before_days",
        "after_days",
        "month",
        "in_holidays",
    ],
    free: &["where", "unless", "after", "applies"],
    entries: &["rule"],
    besides: 0,
};

pub const STAFF: Kind = Kind {
    file: "staff.toml",
    keys: &[
        "staff",
        "id",
        "name",
        "sex",
        "phone",
        "email",
        "roles",
        "role",
        "class",
        "from",
        "until",
        "unit",
        "wechat",
        "id_number",
        "birth_date",
        "address",
        "note",
        "post",
        "title",
        "rank",
        "duty",
        "employer",
    ],
    free: &[],
    entries: &["staff"],
    besides: 0,
};

pub const CHILD: Kind = Kind {
    file: "children/C7K3FQ.toml",
    keys: &[
        "id",
        "name",
        "sex",
        "birth_date",
        "id_number",
        "student_no",
        "class",
        "ethnic_group",
        "care_type",
        "risk",
        "boarding",
        "address",
        "tags",
        "legal_basis",
        "also",
        "father",
        "mother",
        "phone",
        "away",
        "away_since",
        "work_place",
        "guardianship",
        "carer",
        "relation",
        "birth_year",
        "health",
        "education",
        "rating",
        "delegation_notice_on",
        "contact_card",
        "issued_on",
        "emergency",
        "spell",
        "joined",
        "left",
        "reason",
        "pair",
        "staff",
        "role",
        "from",
        "until",
        "mode",
        "buddy",
        "pause",
        "exempt",
        "rule",
        "by",
        "elder",
        "birthday",
        "calendar",
        "was",
        "field",
        "value",
    ],
    free: &[],
    entries: &["spell", "pause", "pair", "buddy", "exempt", "elder", "was"],
    besides: 1,
};

pub const REGISTER: Kind = Kind {
    file: "registers/reading.toml",
    keys: &[
        "zh",
        "en",
        "aliases",
        "synonyms",
        "restricted",
        "needs_children",
        "planned",
        "column",
        "name",
        "type",
        "choices",
        "code",
        "required",
    ],
    free: &[],
    entries: &["column"],
    besides: 0,
};

/// Tries a file of a kind.
pub fn hold(desk: &Desk, kind: &Kind, input: &[u8], turn: usize) -> Result<u64, String> {
    let proof = validate(desk, kind.file, input, turn)?;
    let answer = answer(&proof);
    if no_text(input, &proof)? {
        return Ok(answer);
    }
    let told = proof.told().count();
    let text = std::str::from_utf8(input).unwrap();
    let Ok(table) = text.parse::<Table>() else {
        // Numbers that nothing can hold are no bad syntax.
        if DeTable::parse(text).is_ok() {
            return Ok(answer);
        }
        let is_told = has(&proof, "toml-syntax") || has(&proof, "no-such-date");
        return held(is_told, || "no TOML, and not told".to_owned()).map(|()| answer);
    };
    let is_newer = table.get("format").and_then(Value::as_integer).is_some_and(|own| own > 1);
    if let Some(key) = strange_key(kind, &table).filter(|_| !is_newer) {
        held(told > 0, || format!("the key {key} is not told"))?;
    }
    if !proof.has_fault() {
        let entries = kind.entries.iter().filter_map(|name| table.get(*name)?.as_array());
        let wanted = kind.besides + entries.map(Vec::len).sum::<usize>();
        let records = proof.records;
        held(records == wanted, || format!("{records} records, {wanted} entries, no fault"))?;
    }
    Ok(answer)
}

/// A key that no table of this kind has; what stands under `x` is the school's own.
fn strange_key<'t>(kind: &Kind, table: &'t Table) -> Option<&'t str> {
    let mut own = table.iter().filter(|(key, _)| *key != "x");
    own.find_map(|(key, value)| match kind.keys.contains(&key.as_str()) {
        false => Some(key.as_str()),
        true if kind.free.contains(&key.as_str()) => None,
        true => strange_key_in(kind, value),
    })
}

fn strange_key_in<'t>(kind: &Kind, value: &'t Value) -> Option<&'t str> {
    match value {
        Value::Table(table) => strange_key(kind, table),
        Value::Array(values) => values.iter().find_map(|value| strange_key_in(kind, value)),
        _ => None,
    }
}
