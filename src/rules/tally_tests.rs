use super::*;
use crate::domain::class::ClassCode;
use crate::domain::rule::Every;
use crate::domain::rule::SubjectKind;
use crate::rules::sample::{AUTUMN, Sample, day, role_of, staff_id, text, texts};

/// Two children, and a rule on talks each month.
fn sample() -> Sample {
    let mut sample = Sample::new();
    sample.child('A', AUTUMN.0);
    sample.child('B', AUTUMN.0);
    sample.rule("talk", Every::Month);
    sample
}

/// The days that count for a member at the end of October.
fn days(sample: &Sample, member: usize) -> Vec<String> {
    let plan = sample.plan("2024-10-31");
    let tally = sample.tally(&plan);
    tally.of(Case { rule: 0, member }).days.iter().map(|done| done.date.to_string()).collect()
}

fn nothing() -> Vec<String> {
    Vec::new()
}

/// Why an event does not count for the first child, or the day on which it does.
fn heard(sample: &Sample, event: &Event) -> Result<NaiveDate, NotCounted> {
    let plan = sample.plan("2024-10-31");
    verdict(&plan, 0, &Subject::Child(0), "talk", event).map(|done| done.date)
}

#[test]
fn an_event_of_one_of_the_rules_registers_counts_for_each_of_its_children() {
    let mut own = sample();
    own.home.rules[0].records = texts(&["talk", "call"]);
    own.event("talk", "2024-10-09", "AB");
    own.event("call", "2024-09-05", "B");
    own.event("visit", "2024-10-11", "A");
    assert_eq!(days(&own, 0), ["2024-10-09"]);
    assert_eq!(days(&own, 1), ["2024-09-05", "2024-10-09"]);
}

#[test]
fn several_events_on_one_day_count_once_and_a_child_named_twice_is_named_once() {
    let mut own = sample();
    own.event("talk", "2024-10-09", "AA");
    own.event("talk", "2024-10-09", "A");
    own.attempt("talk", "2024-10-12", "AA");
    assert_eq!(days(&own, 0), ["2024-10-09"]);
    let plan = own.plan("2024-10-31");
    assert_eq!(own.tally(&plan).of(Case { rule: 0, member: 0 }).attempts.len(), 1);
}

#[test]
fn an_event_after_today_does_not_exist() {
    let mut own = sample();
    own.event("talk", "2024-10-31", "A");
    let ahead = own.event("talk", "2024-11-01", "A").clone();
    assert_eq!(days(&own, 0), ["2024-10-31"]);
    assert_eq!(heard(&own, &ahead), Err(NotCounted::AfterToday));
    assert_eq!(heard(&own, &own.events()[0].1), Ok(day("2024-10-31")));
}

#[test]
fn an_event_counts_whether_or_not_the_child_was_present_that_day() {
    let mut own = sample();
    own.pause('A', "2024-10-01", "2024-10-31");
    own.event("talk", "2024-10-09", "A");
    assert_eq!(days(&own, 0), ["2024-10-09"]);
}

#[test]
fn each_column_in_where_holds_one_of_the_listed_values() {
    let mut own = sample();
    for column in ["mode", "place"] {
        own.column("talk", column, &[]);
    }
    let condition = |column: &str, values| (column.to_owned(), texts(values));
    own.home.rules[0].conditions =
        vec![condition("mode", &["home", "school"]), condition("place", &["field"])];
    let field = ("place", "field");
    own.cells("talk", "2024-10-07", "A", &[("mode", "home"), field]);
    own.cells("talk", "2024-10-08", "A", &[("mode", " school "), field]);
    let phone = own.cells("talk", "2024-10-09", "A", &[("mode", "phone"), field]).clone();
    own.cells("talk", "2024-10-10", "A", &[("mode", "home"), ("place", "")]);
    let older = own.cells("talk", "2024-10-11", "A", &[("mode", "home")]).clone();
    assert_eq!(days(&own, 0), ["2024-10-07", "2024-10-08"]);
    let value = |column: &str| Err(NotCounted::Value { column: column.to_owned() });
    assert_eq!(heard(&own, &phone), value("mode"));
    assert_eq!(heard(&own, &older), value("place"), "a cell missing from an older header is blank");
}

#[test]
fn each_column_in_filled_is_not_blank() {
    let mut own = sample();
    for column in ["cause", "result"] {
        own.column("talk", column, &[]);
    }
    own.home.rules[0].filled = texts(&["cause", "result"]);
    own.cells("talk", "2024-10-09", "A", &[("cause", "x"), ("result", "y")]);
    let half = own.cells("talk", "2024-10-10", "A", &[("cause", "x"), ("result", "  ")]).clone();
    assert_eq!(days(&own, 0), ["2024-10-09"]);
    assert_eq!(heard(&own, &half), Err(NotCounted::Blank { column: "result".to_owned() }));
}

#[test]
fn where_and_filled_are_asked_only_of_registers_that_have_the_column() {
    let mut own = sample();
    own.column("letter", "sender", &["child"]);
    own.column("letter", "theme", &[]);
    let rule = &mut own.home.rules[0];
    rule.records = texts(&["letter", "talk"]);
    rule.conditions = vec![("sender".to_owned(), texts(&["child"]))];
    rule.filled = texts(&["theme"]);
    own.event("talk", "2024-10-08", "A");
    own.event("letter", "2024-10-09", "A");
    own.cells("letter", "2024-10-10", "A", &[("sender", "child"), ("theme", "x")]);
    assert_eq!(days(&own, 0), ["2024-10-08", "2024-10-10"]);
}

#[test]
fn an_attempt_never_counts_and_several_on_a_day_are_several() {
    let mut own = sample();
    for date in ["2024-10-10", "2024-10-09", "2024-10-10", "2024-10-08"] {
        own.attempt("talk", date, "A");
    }
    own.event("talk", "2024-10-09", "A");
    let plan = own.plan("2024-10-31");
    let tally = own.tally(&plan);
    assert_eq!(days(&own, 0), ["2024-10-09"]);
    assert_eq!(tally.of(Case { rule: 0, member: 0 }).attempts.len(), 4);
    assert_eq!(tally.of(Case { rule: 0, member: 0 }).attempts_since(), 2);
    assert_eq!(heard(&own, &own.events()[0].1), Err(NotCounted::Attempted));
}

#[test]
fn an_attempt_must_meet_every_condition_but_outcome() {
    let mut own = sample();
    own.column("talk", "mode", &[]);
    own.home.rules[0].conditions = vec![("mode".to_owned(), texts(&["home"]))];
    own.cells("talk", "2024-10-09", "A", &[("mode", "phone")]).attempted = true;
    own.cells("talk", "2024-10-10", "A", &[("mode", "home")]).attempted = true;
    let plan = own.plan("2024-10-31");
    assert_eq!(own.tally(&plan).of(Case { rule: 0, member: 0 }).attempts, [day("2024-10-10")]);
}

#[test]
fn with_by_only_a_paired_role_is_held_by_the_childs_own_pair_that_day() {
    let mut own = sample();
    own.home.rules[0].by = Some(role_of("proxy_parent"));
    own.home.rules[0].by_only = true;
    own.pair('A', "proxy_parent", 'S', "2024-10-08", "2024-10-20");
    own.pair('A', "counsellor", 'T', AUTUMN.0, "");
    own.pair('B', "proxy_parent", 'T', AUTUMN.0, "");
    own.staff('T', "proxy_parent", AUTUMN.0, "");
    for date in ["2024-10-07", "2024-10-08", "2024-10-20", "2024-10-21"] {
        own.event("talk", date, "AB").staff = vec![staff_id('S')].into();
    }
    let other = own.event("talk", "2024-10-10", "AB");
    other.staff = vec![staff_id('T')].into();
    let other = other.clone();
    own.event("talk", "2024-10-11", "A").staff = vec![staff_id('T'), staff_id('S')].into();
    let unsaid = own.event("talk", "2024-10-14", "A").clone();
    assert_eq!(heard(&own, &unsaid), Err(NotCounted::ByNobody));
    assert_eq!(days(&own, 0), ["2024-10-08", "2024-10-11", "2024-10-20"]);
    assert_eq!(days(&own, 1), ["2024-10-10"]);
    assert_eq!(heard(&own, &other), Err(NotCounted::NotBy));
    assert_eq!(heard(&own, &own.events()[1].1), Ok(day("2024-10-08")));
    own.home.rules[0].by_only = false;
    assert_eq!(days(&own, 0).len(), 7, "without by_only it is no condition");
}

#[test]
fn with_by_only_a_head_teacher_is_that_of_the_childs_class_that_day() {
    let mut own = sample();
    own.home.rules[0].by = Some(role_of("head_teacher"));
    own.home.rules[0].by_only = true;
    own.was('A', "class", "2021-1", "2024-10-10");
    own.fact('A', "class", text("2021-2"));
    own.staff('S', "head_teacher", AUTUMN.0, "").class = Some(ClassCode::of("2021-2"));
    own.staff('T', "head_teacher", "2024-10-14", "2024-10-15");
    own.staff('T', "principal", AUTUMN.0, "");
    for (date, who) in [
        ("2024-10-10", 'S'),
        ("2024-10-11", 'S'),
        ("2024-10-12", 'T'),
        ("2024-10-14", 'T'),
        ("2024-10-16", 'T'),
    ] {
        own.event("talk", date, "AB").staff = vec![staff_id(who)].into();
    }
    assert_eq!(days(&own, 0), ["2024-10-11", "2024-10-14"]);
    assert_eq!(days(&own, 1), ["2024-10-14"], "a child of no class fits no class");
}

#[test]
fn for_a_class_a_head_teacher_is_its_own_and_a_paired_role_is_nobodys() {
    let mut own = sample();
    own.fact('A', "class", text("2021-1"));
    own.fact('B', "class", text("2021-2"));
    let rule = &mut own.home.rules[0];
    rule.subject = SubjectKind::Class;
    rule.by = Some(role_of("head_teacher"));
    rule.by_only = true;
    own.staff('S', "head_teacher", AUTUMN.0, "").class = Some(ClassCode::of("2021-2"));
    own.event("talk", "2024-10-09", "AB").staff = vec![staff_id('S')].into();
    assert_eq!((days(&own, 0), days(&own, 1)), (nothing(), texts(&["2024-10-09"])));
    own.pair('B', "counsellor", 'S', AUTUMN.0, "");
    own.home.rules[0].by = Some(role_of("counsellor"));
    assert_eq!(days(&own, 1), nothing());
}

#[test]
fn with_a_class_column_an_event_is_of_the_class_that_it_names() {
    let mut own = sample();
    own.fact('A', "class", text("2021-1"));
    own.fact('B', "class", text("2021-2"));
    own.home.rules[0].subject = SubjectKind::Class;
    own.event("talk", "2024-10-08", "AB");
    assert_eq!((days(&own, 0).len(), days(&own, 1).len()), (1, 1));
    own.child('C', AUTUMN.0);
    own.fact('C', "class", text("2021-1"));
    own.attempt("talk", "2024-10-08", "ABC");
    let plan = own.plan("2024-10-31");
    assert_eq!(
        own.tally(&plan).of(Case { rule: 0, member: 0 }).attempts.len(),
        1,
        "a class with two of its children: once"
    );
    own.column("talk", "class", &[]);
    own.cells("talk", "2024-10-09", "A", &[("class", "2021-2")]);
    assert_eq!((days(&own, 0), days(&own, 1)), (nothing(), texts(&["2024-10-09"])));
}

#[test]
fn the_last_day_done_is_known_before_and_after_the_days_are_in_order() {
    let done = |text: &str| Done { date: day(text), session: None, asks: false, register: Some(0) };
    let days = vec![done("2024-10-09"), done("2024-10-08")];
    let attempts = vec![day("2024-10-08"), day("2024-10-09")];
    let counted = Counted { days, attempts, asks: Vec::new() };
    assert_eq!(counted.latest(), Some(day("2024-10-09")));
    let days = vec![done("2024-10-08"), done("2024-10-09")];
    let counted = Counted { days, ..counted };
    assert_eq!(counted.last_done(), Some(day("2024-10-09")));
    assert!(counted.done_after(day("2024-10-08")) && !counted.done_after(day("2024-10-09")));
    assert_eq!(counted.attempts_since(), 0);
    assert_eq!(Counted { days: Vec::new(), ..counted }.attempts_since(), 2, "never: all of them");
}

#[test]
fn with_by_only_an_event_of_the_school_is_by_one_who_holds_the_role_for_any_class() {
    let mut own = sample();
    let rule = &mut own.home.rules[0];
    rule.subject = SubjectKind::School;
    rule.by = Some(role_of("head_teacher"));
    rule.by_only = true;
    own.staff('S', "head_teacher", AUTUMN.0, "").class = Some(ClassCode::of("2021-2"));
    own.staff('T', "principal", AUTUMN.0, "");
    own.event("talk", "2024-10-08", "").staff = vec![staff_id('T'), staff_id('S')].into();
    own.event("talk", "2024-10-09", "").staff = vec![staff_id('T')].into();
    assert_eq!(days(&own, 0), ["2024-10-08"]);
}

#[test]
fn an_event_with_a_value_that_does_not_count_is_none_and_a_blank_one_counts() {
    let mut own = sample();
    own.column("talk", "mode", &["phone", "door"]);
    own.home.rules[0].unless = vec![("mode".to_owned(), texts(&["phone"]))];
    own.cells("talk", "2024-10-09", "A", &[("mode", "phone")]);
    own.cells("talk", "2024-10-10", "A", &[("mode", "door")]);
    own.cells("talk", "2024-10-11", "A", &[("mode", "")]);
    assert_eq!(days(&own, 0), ["2024-10-10", "2024-10-11"]);
}

#[test]
fn a_blank_or_unlisted_session_counts_for_none() {
    let mut own = sample();
    own.home.rules[0].every = Every::SchoolDay { sessions: texts(&["noon", "dusk"]) };
    own.cells("talk", "2024-10-09", "A", &[("session", "")]);
    own.cells("talk", "2024-10-10", "A", &[("session", "night")]);
    own.cells("talk", "2024-10-11", "A", &[("session", "dusk")]);
    assert_eq!(days(&own, 0), ["2024-10-11"]);
}
