//! Reading what a rule asks after: its table `after`, and by when.

use super::register_file::Registers;
use super::rule_check;
use super::rule_lists::{read_records, read_values};
use super::table::Table;
use crate::domain::after::{After, AfterDue, Asking};
use crate::domain::problem::{Known, Quote, Rules};
use crate::domain::rule::SubjectKind;

/// The words that `count` takes.
const COUNTS: [&str; 2] = ["calendar", "school"];

/// What asks and by when; what is wrong with it is told.
pub fn read(
    rule: &Table,
    days: Option<u32>,
    subject: SubjectKind,
    registers: &mut Registers,
) -> Option<After> {
    let school = rule.one_of("count", &COUNTS) == Some(COUNTS[1]);
    let Some(after) = rule.table("after") else {
        if !rule.has("after") {
            rule.missing("after");
        }
        return None;
    };
    let on = after.text("on").map(str::to_owned);
    let asks = read_asks(&after, subject, on.as_deref(), registers);
    after.finish();
    let tell = |key: &'static str, with: &str| {
        let cause = Rules::KeyDoesNotFit { key: Known::word(key), with: Quote::of(with) };
        rule.tell(rule.place(key), cause);
    };
    let due = match (days, on) {
        (Some(days), None) => Some(AfterDue::Days { days, school }),
        (None, Some(on)) => Some(AfterDue::On(on)),
        (Some(_), Some(_)) => {
            tell("days", "after.on");
            None
        }
        (None, None) => {
            if !rule.has("days") {
                rule.missing("days");
            }
            None
        }
    };
    if rule.has("count") && matches!(due, Some(AfterDue::On(_))) {
        tell("count", "after.on");
    }
    Some(After { asks, due: due? })
}

fn read_asks(
    after: &Table,
    subject: SubjectKind,
    on: Option<&str>,
    registers: &mut Registers,
) -> Asking {
    let joined = after.truth("joined").unwrap_or_default();
    let outcome = after.one_of("outcome", &["attempted"]);
    let (conditions, unless) = (read_values(after, "where"), read_values(after, "unless"));
    if joined {
        let tell = |key: &'static str, with: String| {
            let cause = Rules::KeyDoesNotFit { key: Known::word(key), with: Quote::of(with) };
            after.tell(after.place(key), cause);
        };
        after.texts("records");
        let alone = ["records", "on", "where", "unless", "outcome"];
        for key in alone.into_iter().filter(|key| after.has(key)) {
            tell(key, "joined = true".to_owned());
        }
        if subject != SubjectKind::Child {
            tell("joined", format!("subject = \"{}\"", subject.name()));
        }
        return Asking::Joined;
    }
    let records = read_records(after, true, registers);
    let columns = conditions.iter().map(|(column, _)| ("where", column.as_str()));
    let columns = columns.chain(unless.iter().map(|(column, _)| ("unless", column.as_str())));
    let columns: Vec<(&str, &str)> = columns.chain(on.map(|on| ("on", on))).collect();
    rule_check::check_columns(after, &columns, &records, registers);
    Asking::Events { records, attempted: outcome.is_some(), conditions, unless }
}
