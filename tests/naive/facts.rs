//! Section 7: state rules, "a fact that must hold today".

use chrono::NaiveDate;
use toml::Value;

use super::Judged;
use super::calendar::within;
use super::child::{Child, lookup};
use super::event::Event;
use super::home::{Home, as_date};
use super::phone::{card_lacks, has_phone, is_of_the_dead};
use super::register::{GROWTH_CATEGORIES, SURVEY_HEADINGS, columns};
use super::rule::Rule;
use super::subject::Subject;

/// "`requires` lists what must hold today for each subject present today, while `from` ≤ today ≤
/// `until`; `applies` takes today's values."
pub fn judge(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    events: &[Event],
    today: NaiveDate,
) -> Option<Judged> {
    let asked = subject.present(home, today)
        && within(today, rule.from, rule.until)
        && subject.applies(rule, today);
    if !asked {
        return None;
    }
    let own: Vec<&Event> =
        events.iter().filter(|e| !e.attempted && subject.owns(home, e)).collect();
    let lacks: Vec<String> = rule
        .requires
        .iter()
        .filter(|name| !holds(home, subject, &own, name, today))
        .cloned()
        .collect();
    // "`lacks` keeps the names of `requires`; … the key `lacks_parts` say which part is missing".
    // Choice: only the contact card has parts.
    let parts = if lacks.iter().any(|name| name == "contact_card") {
        card_lacks(home, child(subject), today)
    } else {
        Vec::new()
    };
    // "the state is `met`, `exempt` (an exemption covers today) or `overdue`".
    let state = if lacks.is_empty() {
        "met"
    } else if subject.exempt(rule, today) {
        "exempt"
    } else {
        "overdue"
    };
    Some(Judged {
        slot: "now".to_string(),
        first: None,
        last: None,
        due: None,
        state,
        count: 0,
        met_on: None,
        lacks: if state == "overdue" { lacks } else { Vec::new() },
        lacks_parts: if state == "overdue" { parts } else { Vec::new() },
    })
}

/// One name of the table of section 7. `own` are the subject's live events that are no attempts.
fn holds(home: &Home, who: &Subject, own: &[&Event], name: &str, today: NaiveDate) -> bool {
    let of = |register: &'static str| own.iter().filter(move |e| e.register == register);
    match name {
        "contact_card" => card_lacks(home, child(who), today).is_empty(),
        // "each choice of `growth.category` … has an entry this term"
        "growth.all_categories" => GROWTH_CATEGORIES.iter().all(|category| {
            of("growth")
                .any(|e| this_term(home, e.date, today) && e.cell("category").trim() == *category)
        }),
        // "each heading column of `survey`, has an entry this term"
        "survey.all_headings" => SURVEY_HEADINGS.iter().all(|heading| {
            of("survey").any(|e| this_term(home, e.date, today) && !e.blank(heading))
        }),
        // "a `plan` event whose `closed_on` is blank"; Choice: an attempt is no such event.
        "open_plan" => of("plan").any(|e| e.blank("closed_on")),
        // "a `consent` event not withdrawn, or a `legal_basis` in the child's file"
        "consent" => {
            of("consent").any(|e| e.blank("withdrawn_on"))
                || full(lookup(&child(who).table, "legal_basis"), today)
        }
        _ => holds_prefixed(home, who, own, name, today),
    }
}

/// `pair.<role>`, `<register>.ever` and its like, and field paths.
fn holds_prefixed(
    home: &Home,
    who: &Subject,
    own: &[&Event],
    name: &str,
    today: NaiveDate,
) -> bool {
    // "`pair.<role>`, `pair.one.<role>`: at least one, exactly one pair in force".
    if let Some(role) = name.strip_prefix("pair.one.") {
        return child(who).pairs_on(role, today).len() == 1;
    }
    if let Some(role) = name.strip_prefix("pair.") {
        return !child(who).pairs_on(role, today).is_empty();
    }
    // "`<register>.ever`, `.this_term`, `.this_year`: a live event of the subject's that is no
    // attempt, in that span (between terms: the latest begun)".
    if let Some((register, span)) = name.split_once('.')
        && !columns(register).is_empty()
    {
        return own.iter().filter(|e| e.register == register).any(|e| match span {
            "ever" => true,
            "this_term" => this_term(home, e.date, today),
            "this_year" => this_year(home, e.date, today),
            other => panic!("no span {other}"),
        });
    }
    // A field path. Choice: a child's earlier values hold here too, as they do for `applies`.
    match who {
        Subject::Child(child) => path_holds(child, name, today),
        Subject::Staff(person, _) => value_holds(lookup(&person.table, name), name, today),
        _ => panic!("{name} does not fit the subject"),
    }
}

fn child<'a>(who: &'a Subject<'a>) -> &'a Child {
    match who {
        Subject::Child(child) => child,
        _ => panic!("only for children"),
    }
}

/// Is the event's day in the term begun last?
fn this_term(home: &Home, day: NaiveDate, today: NaiveDate) -> bool {
    home.latest_term(today).is_some_and(|t| t.first <= day && day <= t.last)
}

/// Is the event's day in the school year of today, from its first term's first day to its last
/// term's last?
fn this_year(home: &Home, day: NaiveDate, today: NaiveDate) -> bool {
    let span = home.year_of(today).map(|year| home.year_span(year));
    span.is_some_and(|(first, last)| first <= day && day <= last)
}

/// "neither absent, blank nor an empty list; a date that is not after today".
fn full(value: Option<&Value>, today: NaiveDate) -> bool {
    match value {
        None => false,
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(value) => as_date(value).is_none_or(|date| date <= today),
    }
}

/// A field path of a child.
pub fn path_holds(child: &Child, path: &str, today: NaiveDate) -> bool {
    value_holds(child.field(path, today), path, today) && !is_of_the_dead(child, path, today)
}

fn value_holds(value: Option<&Value>, path: &str, today: NaiveDate) -> bool {
    if path.ends_with("phone") { has_phone(value) } else { full(value, today) }
}
