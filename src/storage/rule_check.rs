//! What a rule's keys must agree with: each other, the registers, and the names it relies on.

use std::ops::Range;

use super::register_file::Registers;
use super::table::Table;
use crate::domain::festival::ELDER_BIRTHDAY;
use crate::domain::nearest::nearest;
use crate::domain::problem::{Guess, Keys, Known, Noun, Quote, Rules};
use crate::domain::role::{self, ROLES};
use crate::domain::rule::{Condition, Requirement, SubjectKind, Within};
use crate::domain::schema::{self, FieldType};
use crate::domain::status;

/// For which `every` a key makes sense, by its word.
struct Fit {
    key: &'static str,
    fits: fn(&str) -> bool,
}

const fn fit(key: &'static str, fits: fn(&str) -> bool) -> Fit {
    Fit { key, fits }
}

/// The last column of the table of keys in the rules' contract.
const FITS: [Fit; 17] = [
    fit("records", |every| every != "state"),
    fit("requires", |every| every == "state"),
    fit("times", |every| !["rolling", "state", "after"].contains(&every)),
    fit("max", |every| !["rolling", "state", "after"].contains(&every)),
    fit("where", |every| every != "state"),
    fit("filled", |every| every != "state"),
    fit("unless", |every| every != "state"),
    fit("after", |every| every == "after"),
    fit("count", |every| every == "after"),
    fit("due_days", |every| every != "after"),
    fit("min_school_days", |every| !["rolling", "state", "after", "occasion"].contains(&every)),
    fit("occasions", |every| every == "occasion"),
    fit("before_days", |every| every == "occasion"),
    fit("after_days", |every| every == "occasion"),
    fit("sessions", |every| every == "school_day"),
    fit("days", |every| every == "rolling" || every == "after"),
    fit("in_holidays", |every| every == "rolling"),
];

/// Tells of keys that do not fit the rule's `every` or its subject.
pub fn check_fit(table: &Table, every: &str, subject: SubjectKind) {
    let tell_at = |place, key: &'static str, with: String| {
        let cause = Rules::KeyDoesNotFit { key: Known::word(key), with: Quote::of(with) };
        table.tell(place, cause);
    };
    let tell = |key: &'static str, with: String| tell_at(table.place(key), key, with);
    for fit in FITS.iter().filter(|fit| table.has(fit.key) && !(fit.fits)(every)) {
        tell(fit.key, format!("every = \"{every}\""));
    }
    let with_subject = format!("subject = \"{}\"", subject.name());
    if table.has("applies") && subject != SubjectKind::Child {
        tell("applies", with_subject.clone());
    }
    if table.has("role") && subject != SubjectKind::Staff {
        tell("role", with_subject.clone());
    }
    let mut occasions = table.texts("occasions").into_iter().flatten();
    if let Some((_, place)) = occasions.find(|(name, _)| *name == ELDER_BIRTHDAY)
        && subject != SubjectKind::Child
    {
        tell_at(place, ELDER_BIRTHDAY, with_subject);
    }
}

/// Remarks on values in `applies` that the field's choices do not list: nobody has them.
pub fn check_choices(table: &Table, field: &str, values: &[String]) {
    let Some(field) = status::asked(field) else {
        return;
    };
    let FieldType::Choice(choices) = field.holds else {
        return;
    };
    for value in values.iter().filter(|value| !choices.iter().any(|(code, _)| code == value)) {
        let nearest = Guess::of(nearest(value, choices.iter().map(|(code, _)| *code)));
        let column = Known::word(field.path);
        table.tell(table.place("applies"), Keys::UnlistedChoice { column, nearest });
    }
}

/// Tells of columns, each with the key that names it, that none of the registers has.
pub fn check_columns(
    table: &Table,
    wanted: &[(&str, &str)],
    records: &[String],
    registers: &mut Registers,
) {
    let mut names: Vec<String> = Vec::new();
    for register in records {
        match registers.get(register) {
            Some(register) => names.extend(register.header().into_iter().map(str::to_owned)),
            // Its description is a fault of its own.
            None => return,
        }
    }
    if records.is_empty() {
        return;
    }
    for (key, column) in wanted.iter().filter(|(_, column)| !names.iter().any(|own| own == column))
    {
        let nearest = Guess::of(nearest(column, names.iter().map(String::as_str)));
        let cause = Rules::ColumnNowhere { column: Quote::of(*column), nearest };
        table.tell(table.place_in(key, column), cause);
    }
}

/// Tells of a register that has no `session` column, when the rule splits its days by sessions.
pub fn check_sessions(
    table: &Table,
    sessions: &[String],
    records: &[String],
    registers: &mut Registers,
) {
    if sessions.is_empty() {
        return;
    }
    for name in records {
        if registers.get(name).is_some_and(|register| !register.has_column("session")) {
            let cause = Rules::NoSessionColumn { register: Quote::of(&**name) };
            table.tell(table.place("sessions"), cause);
        }
    }
}

/// What a name in `requires` means; an unknown one, or one that does not fit the subject, is told.
pub fn requirement(
    table: &Table,
    name: &str,
    place: Range<usize>,
    subject: SubjectKind,
    registers: &mut Registers,
) -> Option<Requirement> {
    let Some(condition) = condition(name, subject, registers) else {
        tell_unknown(table, name, place, registers.names);
        return None;
    };
    if !fits(&condition, subject) {
        let (name, subject) = (Quote::of(name), Known::word(subject.name()));
        table.tell(place, Rules::RequirementDoesNotFit { name, subject });
        return None;
    }
    if let Some(register) = condition.register() {
        registers.get(register);
    }
    Some(Requirement { name: name.to_owned(), condition })
}

fn condition(name: &str, subject: SubjectKind, registers: &Registers) -> Option<Condition> {
    let parts: Vec<&str> = name.split('.').collect();
    let pair = |code: &str, exactly_one| {
        let role = role::find(code).filter(|role| role.pairs)?;
        Some(Condition::Pair { role: role.code, exactly_one })
    };
    match parts.as_slice() {
        ["contact_card"] => Some(Condition::ContactCard),
        ["growth", "all_categories"] => Some(Condition::GrowthCategories),
        ["survey", "all_headings"] => Some(Condition::SurveyHeadings),
        ["open_plan"] => Some(Condition::OpenPlan),
        ["consent"] => Some(Condition::Consent),
        ["pair", "one", code] => pair(code, true),
        ["pair", code] => pair(code, false),
        [register, span] if registers.names.iter().any(|own| own == register) => {
            let within = WITHIN.iter().find(|(word, _)| word == span)?.1;
            Some(Condition::Event { register: (*register).to_owned(), within })
        }
        _ => field(name, subject).then(|| Condition::Field(name.to_owned())),
    }
}

const WITHIN: [(&str, Within); 3] =
    [("ever", Within::Ever), ("this_term", Within::ThisTerm), ("this_year", Within::ThisYear)];

/// Is it a field of the subject's file, or of one that could be?
fn field(name: &str, subject: SubjectKind) -> bool {
    let own =
        name.strip_prefix(schema::OWN).is_some_and(|rest| rest.len() > 1 && rest.starts_with('.'));
    let fields = match subject {
        SubjectKind::Staff => schema::STAFF,
        _ => schema::CHILD,
    };
    own || name == "name" || schema::find(fields, name).is_some()
}

fn fits(condition: &Condition, subject: SubjectKind) -> bool {
    match condition {
        Condition::Event { .. } => true,
        Condition::Field(_) => matches!(subject, SubjectKind::Child | SubjectKind::Staff),
        Condition::Pair { .. }
        | Condition::ContactCard
        | Condition::GrowthCategories
        | Condition::SurveyHeadings
        | Condition::OpenPlan
        | Condition::Consent => subject == SubjectKind::Child,
    }
}

fn tell_unknown(table: &Table, name: &str, place: Range<usize>, registers: &[String]) {
    let fixed =
        ["contact_card", "growth.all_categories", "survey.all_headings", "open_plan", "consent"];
    let fields = schema::CHILD.iter().map(|field| field.path.to_owned());
    let pairs = ROLES.iter().filter(|role| role.pairs);
    let pairs = pairs.flat_map(|r| [format!("pair.{}", r.code), format!("pair.one.{}", r.code)]);
    let events = registers
        .iter()
        .flat_map(|register| WITHIN.iter().map(move |(span, _)| format!("{register}.{span}")));
    let names: Vec<String> =
        fixed.iter().map(ToString::to_string).chain(fields).chain(pairs).chain(events).collect();
    table.is_known(Noun::Requirement, name, place, names.iter().map(String::as_str));
}
