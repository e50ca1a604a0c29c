//! Reading `rules.toml`.

use super::mentions::check_asked;
use super::register_file::Registers;
use super::rule_lists::{read_list, read_records, read_values};
use super::source::Source;
use super::staff_file::need_role;
use super::table::{Table, read_document};
use super::{rule_after, rule_check};
use crate::domain::festival;
use crate::domain::label::Label;
use crate::domain::problem::{Dates, Doubled, Expected, Keys, Known, Name, Naming, Noun, Quote};
use crate::domain::role::{self, ROLES, RoleCode};
use crate::domain::rule::{
    EVERY_NAMES, Every, LEVEL_NAMES, Level, Rule, RuleId, SUBJECT_NAMES, SubjectKind,
};

/// Every rule in the file.
pub fn read(source: &Source, registers: &mut Registers) -> Option<Vec<Rule>> {
    read_document(source, |top| {
        let mut rules: Vec<Rule> = Vec::new();
        for table in top.tables("rule") {
            let place = table.place("id");
            let Some(rule) = read_rule(table, registers) else {
                continue;
            };
            if let Some(other) = rules.iter().find(|other| other.id == rule.id) {
                let first = Known::line(&source.file, other.line);
                let id = Doubled::Own(Quote::of(rule.id.as_str()));
                source.tell(place, Naming::DuplicateId { id, first });
            }
            rules.push(rule);
        }
        top.finish();
        rules
    })
}

fn read_rule(table: Table, registers: &mut Registers) -> Option<Rule> {
    let line = table.line();
    let id = table.need_text("id");
    let name = read_name(&table);
    let why = table.need_text("why").unwrap_or_default().to_owned();
    let every_name = table.one_of("every", &EVERY_NAMES);
    if every_name.is_none() && !table.has("every") {
        table.missing("every");
    }
    let subject = table.one_of("subject", &SUBJECT_NAMES).and_then(SubjectKind::parse);
    let subject = subject.unwrap_or(SubjectKind::Child);
    let records = read_records(&table, every_name.is_some_and(|every| every != "state"), registers);
    let every = read_every(&table, every_name, subject, &records, registers);
    let times = table.at_least("times", 1).unwrap_or(1);
    let rule = Rule {
        id: RuleId::of(id.unwrap_or_default()),
        name,
        why,
        every: every.unwrap_or(Every::Term),
        subject,
        role: read_role(&table, subject),
        times,
        max: table.at_least("max", times),
        conditions: read_values(&table, "where"),
        filled: read_list(&table, "filled"),
        unless: read_values(&table, "unless"),
        applies: read_values(&table, "applies"),
        by: read_by(&table),
        by_only: table.truth("by_only").unwrap_or_default(),
        from: table.date("from"),
        until: table.date("until"),
        due_days: table.at_least("due_days", 1),
        grace_days: table.at_least("grace_days", 0).unwrap_or(0),
        min_school_days: table.at_least("min_school_days", 0),
        level: table
            .one_of("level", &LEVEL_NAMES)
            .and_then(Level::parse)
            .unwrap_or(Level::Required),
        records,
        line,
    };
    if let Some((begin, end)) = rule.from.zip(rule.until).filter(|(from, until)| until < from) {
        let (begin, end) = (Quote::of(begin), Quote::of(end));
        table.tell(table.place("until"), Dates::EndsBeforeItBegins { begin, end });
    }
    let wanted = rule.conditions.iter().map(|(column, _)| ("where", column.as_str()));
    let wanted = wanted.chain(rule.filled.iter().map(|column| ("filled", column.as_str())));
    let wanted = wanted.chain(rule.unless.iter().map(|(column, _)| ("unless", column.as_str())));
    rule_check::check_columns(&table, &wanted.collect::<Vec<_>>(), &rule.records, registers);
    if let Some(every) = every_name {
        rule_check::check_fit(&table, every, subject);
    }
    rule.applies.iter().for_each(|(field, values)| {
        check_asked(&table, field, "applies");
        rule_check::check_choices(&table, field, values);
    });
    table.finish();
    (id.is_some() && every_name.is_some()).then_some(rule)
}

/// What it is called, in both languages.
pub(super) fn read_name(table: &Table) -> Label {
    let Some((value, place)) = table.get("name") else {
        table.missing("name");
        return Label::fixed("", "");
    };
    if let Some(text) = value.as_str() {
        return Label::new(text.to_owned(), text.to_owned());
    }
    if value.as_table().is_none() {
        let cause = Keys::WrongType { key: Name::word("name"), expected: Expected::Text };
        table.tell(place, cause);
    }
    let Some(names) = value.as_table().and_then(|_| table.table("name")) else {
        return Label::fixed("", "");
    };
    let (zh, en) = (names.need_text("zh"), names.need_text("en"));
    names.finish();
    Label::new(zh.unwrap_or_default().to_owned(), en.unwrap_or_default().to_owned())
}

fn read_every(
    table: &Table,
    every: Option<&str>,
    subject: SubjectKind,
    records: &[String],
    registers: &mut Registers,
) -> Option<Every> {
    // What does not fit is told of as such, not as unknown.
    table.get("after");
    table.get("count");
    let occasions = table.texts("occasions");
    let (before, after) = (table.at_least("before_days", 0), table.at_least("after_days", 0));
    let sessions = read_list(table, "sessions");
    let (days, in_holidays) = (table.at_least("days", 1), table.truth("in_holidays"));
    let requires = table.texts("requires");
    // An empty list would ask for nothing, and look as if all were done.
    let need = |key: &'static str| {
        let list = table.get(key).and_then(|(value, _)| value.as_array());
        if !table.has(key) || list.is_some_and(Vec::is_empty) {
            table.missing(key);
        }
    };
    Some(match every? {
        "week" => Every::Week,
        "month" => Every::Month,
        "anchor" => Every::Anchor,
        "term" => Every::Term,
        "year" => Every::Year,
        "occasion" => {
            need("occasions");
            let known = |(name, place): (&str, _)| {
                let names = festival::occasion_names().collect::<Vec<_>>().into_iter();
                table.is_known(Noun::Festival, name, place, names).then(|| name.to_owned())
            };
            let mut occasions: Vec<String> =
                occasions.into_iter().flatten().filter_map(known).collect();
            let mut seen = std::collections::BTreeSet::new();
            occasions.retain(|name| seen.insert(name.clone()));
            let (before_days, after_days) = (before.unwrap_or(7), after.unwrap_or(7));
            Every::Occasion { occasions, before_days, after_days }
        }
        "school_day" => {
            rule_check::check_sessions(table, &sessions, records, registers);
            Every::SchoolDay { sessions }
        }
        "rolling" => {
            need("days");
            Every::Rolling { days: days.unwrap_or(1), in_holidays: in_holidays.unwrap_or_default() }
        }
        "after" => Every::After(rule_after::read(table, days, subject, registers)?),
        _ => {
            need("requires");
            let names = requires.into_iter().flatten();
            let read =
                |(name, place)| rule_check::requirement(table, name, place, subject, registers);
            Every::State { requires: names.filter_map(read).collect() }
        }
    })
}

fn read_role(table: &Table, subject: SubjectKind) -> Option<RoleCode> {
    if table.has("role") {
        return need_role(table, |_| true);
    }
    table.get("role");
    if subject == SubjectKind::Staff {
        table.missing("role");
    }
    None
}

fn read_by(table: &Table) -> Option<RoleCode> {
    let by = table.text("by");
    if by.is_none() && table.has("by_only") && !table.has("by") {
        table.missing("by");
    }
    let names = ROLES.iter().map(|role| role.code.as_str());
    let by = by.filter(|by| table.is_known(Noun::Role, by, table.place("by"), names))?;
    role::find(by).map(|role| role.code)
}
