use super::*;
use crate::domain::rule::SubjectKind;
use crate::rules::sample::{AUTUMN, Sample, day, role_of, staff_id, state_rule, term, text, texts};

/// The names of what is missing.
fn names(lacks: &[Missing]) -> Vec<&str> {
    lacks.iter().map(|one| one.requirement.as_str()).collect()
}

const TODAY: &str = "2025-03-03";

/// One child and one requirement, called `it`.
fn sample(condition: Condition) -> Sample {
    let mut sample = Sample::new();
    sample.child('A', AUTUMN.0);
    sample.rule("file", state_rule(&[("it", condition)]));
    sample
}

fn field(path: &str) -> Condition {
    Condition::Field(path.to_owned())
}

fn event(within: Within) -> Condition {
    Condition::Event { register: "talk".to_owned(), within }
}

fn state(own: &Sample) -> &'static str {
    own.state(TODAY, "A", "now")
}

fn fact(condition: Condition, path: &str, fact: Fact) -> &'static str {
    let mut own = sample(condition);
    own.fact('A', path, fact);
    state(&own)
}

#[test]
fn a_field_holds_when_it_is_neither_absent_blank_nor_an_empty_list() {
    assert_eq!(state(&sample(field("nation"))), "overdue");
    for (value, state) in [
        (text("汉"), "met"),
        (text("  "), "overdue"),
        (Fact::List(Vec::new()), "overdue"),
        (Fact::List(texts(&["", "x"])), "met"),
        (Fact::Integer(0), "met"),
    ] {
        assert_eq!(fact(field("nation"), "nation", value.clone()), state, "{value:?}");
    }
    assert_eq!(fact(field("nation"), "native_place", text("x")), "overdue");
}

#[test]
fn a_date_holds_from_its_own_day_on() {
    let path = "carer.delegation_notice_on";
    assert_eq!(fact(field(path), path, Fact::Date(day(TODAY))), "met");
    assert_eq!(fact(field(path), path, Fact::Date(day("2025-03-04"))), "overdue");
}

#[test]
fn lacks_names_what_is_missing_in_the_order_of_requires() {
    let mut own = sample(field("b"));
    own.home.rules[0].every =
        state_rule(&[("b", field("b")), ("c", field("c")), ("a", field("a"))]);
    own.fact('A', "c", text("x"));
    let one = own.owed(TODAY, "A", "now").unwrap();
    assert_eq!(names(&one.lacks), ["b", "a"]);
    assert_eq!((one.state, one.dates, one.count, one.met_on), (State::Overdue, None, 0, None));
    own.exempt('A', "file", TODAY, TODAY);
    let one = own.owed(TODAY, "A", "now").unwrap();
    assert_eq!((one.state, one.lacks), (State::Exempt, Vec::new()));
    assert_eq!(own.state("2025-03-04", "A", "now"), "overdue");
}

#[test]
fn a_state_is_owed_by_who_is_present_today_while_the_rule_is_in_force_and_applies() {
    let mut own = sample(field("nation"));
    own.home.rules[0].from = Some(day(TODAY));
    own.home.rules[0].until = Some(day(TODAY));
    assert_eq!(own.state("2025-03-02", "A", "now"), "not owed");
    assert_eq!(state(&own), "overdue");
    assert_eq!(own.state("2025-03-04", "A", "now"), "not owed");
    own.home.rules[0].applies = vec![("risk".to_owned(), texts(&["high"]))];
    assert_eq!(state(&own), "not owed");
    own.fact('A', "risk", text("high"));
    assert_eq!(state(&own), "overdue");
    own.pause('A', TODAY, TODAY);
    assert_eq!(state(&own), "not owed");
}

#[test]
fn a_pair_is_at_least_one_in_force_today_or_exactly_one() {
    let pair = |exactly_one| Condition::Pair { role: role_of("proxy_parent"), exactly_one };
    let mut own = sample(pair(false));
    let both = |own: &mut Sample| {
        own.home.rules[0].every = state_rule(&[("it", pair(false)), ("one", pair(true))]);
        own.owed(TODAY, "A", "now").unwrap().lacks
    };
    own.pair('A', "counsellor", 'S', AUTUMN.0, "");
    own.pair('A', "proxy_parent", 'S', AUTUMN.0, "2025-03-02");
    assert_eq!(names(&both(&mut own)), ["it", "one"]);
    own.pair('A', "proxy_parent", 'S', TODAY, TODAY);
    assert_eq!(both(&mut own), []);
    own.pair('A', "proxy_parent", 'T', AUTUMN.0, "");
    assert_eq!(names(&both(&mut own)), ["one"]);
}

#[test]
fn a_phone_has_digits_and_a_dead_parents_counts_for_nothing() {
    let path = "father.phone";
    for (phone, state) in [("13800000000", "met"), ("332000", "overdue"), ("无", "overdue")] {
        assert_eq!(fact(field(path), path, text(phone)), state, "{phone}");
    }
    let entries = Fact::List(texts(&["空号", "3320000"]));
    assert_eq!(fact(field(path), path, entries), "met");
    let mut own = sample(field(path));
    own.fact('A', path, text("13800000000"));
    own.fact('A', "mother.guardianship", text("dead"));
    assert_eq!(state(&own), "met");
    own.fact('A', "father.guardianship", text("dead"));
    assert_eq!(state(&own), "overdue");
}

#[test]
fn an_event_ever_is_a_live_one_of_the_subjects_that_is_no_attempt() {
    let mut own = sample(event(Within::Ever));
    own.attempt("talk", "2024-10-09", "A");
    own.event("visit", "2024-10-09", "A");
    own.child('B', AUTUMN.0);
    own.event("talk", "2024-10-09", "B");
    assert_eq!(own.states(TODAY), ["A now overdue", "B now met"]);
    own.event("talk", "2023-10-09", "A");
    assert_eq!(state(&own), "met");
}

#[test]
fn an_event_this_term_lies_in_the_latest_term_begun_and_one_this_year_in_its_school_year() {
    let on = |within, date: &str, today: &str| {
        let mut own = sample(event(within));
        own.terms(vec![
            term("2023-2024-2", "2024-02-26", "2024-07-05"),
            term("2024-2025-1", "2024-09-02", "2025-01-17"),
            term("2024-2025-2", "2025-02-17", "2025-07-04"),
        ]);
        own.home.children[0].spells[0].span.first = day("2024-02-01");
        own.event("talk", date, "A");
        own.state(today, "A", "now")
    };
    assert_eq!(on(Within::ThisTerm, "2025-02-17", TODAY), "met");
    assert_eq!(on(Within::ThisTerm, "2025-02-16", TODAY), "overdue");
    assert_eq!(on(Within::ThisTerm, "2025-01-17", "2025-02-16"), "met", "between terms");
    assert_eq!(on(Within::ThisTerm, "2025-01-18", "2025-02-16"), "overdue");
    let before = "2024-02-20";
    assert_eq!(on(Within::ThisTerm, before, before), "overdue", "before the first term");
    assert_eq!(on(Within::ThisYear, "2024-09-02", TODAY), "met");
    assert_eq!(on(Within::ThisYear, "2024-07-05", TODAY), "overdue");
    assert_eq!(on(Within::ThisYear, "2025-07-04", "2025-07-20"), "met");
}

#[test]
fn each_choice_of_growth_category_has_an_entry_this_term() {
    let mut own = sample(Condition::GrowthCategories);
    own.column("growth", "category", &["study", "life"]);
    own.column("growth", "source", &["pupil"]);
    own.cells("growth", "2025-02-17", "A", &[("category", "study")]);
    own.cells("growth", "2025-01-10", "A", &[("category", "life")]);
    assert_eq!(state(&own), "overdue");
    own.cells("growth", "2025-02-18", "A", &[("category", "life")]);
    assert_eq!(state(&own), "met");
}

#[test]
fn each_heading_column_of_the_survey_has_an_entry_this_term() {
    let mut own = sample(Condition::SurveyHeadings);
    own.column("survey", "study", &[]);
    own.column("survey", "life", &[]);
    own.column("survey", "kind", &["first", "second"]);
    own.cells("survey", "2025-02-18", "A", &[("study", "x"), ("life", " ")]);
    assert_eq!(state(&own), "overdue");
    own.cells("survey", "2025-02-19", "A", &[("study", "x"), ("life", "x")]);
    assert_eq!(state(&own), "met");
}

#[test]
fn an_open_plan_is_one_whose_closed_on_is_blank() {
    let mut own = sample(Condition::OpenPlan);
    own.cells("plan", "2024-10-09", "A", &[("closed_on", "2024-11-01")]);
    assert_eq!(state(&own), "overdue");
    own.cells("plan", "2024-10-10", "A", &[("closed_on", "")]);
    assert_eq!(state(&own), "met");
}

#[test]
fn consent_is_one_not_withdrawn_or_a_legal_basis() {
    let mut own = sample(Condition::Consent);
    own.cells("consent", "2024-10-09", "A", &[("withdrawn_on", "2024-11-01")]);
    assert_eq!(state(&own), "overdue");
    own.event("consent", "2024-10-10", "A");
    assert_eq!(state(&own), "met");
    assert_eq!(fact(Condition::Consent, "legal_basis", text("x")), "met");
    assert_eq!(fact(Condition::Consent, "legal_basis", text(" ")), "overdue");
    assert_eq!(fact(field("legal_basis"), "nation", text("x")), "overdue");
}

#[test]
fn what_was_found_is_kept_apart_by_rule_and_by_requirement() {
    let mut own = sample(event(Within::Ever));
    own.home.rules[0].every =
        state_rule(&[("talk", event(Within::Ever)), ("plan", Condition::OpenPlan)]);
    own.rule("other", state_rule(&[("plan", Condition::OpenPlan)]));
    own.event("talk", "2024-10-09", "A");
    let lacks: Vec<Missing> =
        own.judged(TODAY).into_iter().flat_map(|(_, one)| one.lacks).collect();
    assert_eq!(names(&lacks), ["plan", "plan"]);
}

#[test]
fn a_person_has_fields_a_class_and_the_school_have_events_alone() {
    let mut own = Sample::new();
    own.staff('S', "doctor", AUTUMN.0, "");
    let at = own.home.staff_at(staff_id('S')).unwrap();
    own.home.staff[at].facts.add("phone", text("13800000000"));
    let rule = own.rule("file", state_rule(&[("it", field("phone"))]));
    rule.subject = SubjectKind::Staff;
    rule.role = Some(role_of("doctor"));
    assert_eq!(own.states(TODAY), ["S now met"]);
    own.home.rules[0].subject = SubjectKind::School;
    assert_eq!(own.states(TODAY), ["school now overdue"]);
    own.home.rules[0].every = state_rule(&[("it", event(Within::Ever))]);
    own.event("talk", "2024-10-09", "");
    assert_eq!(own.states(TODAY), ["school now met"]);
}

#[test]
fn where_the_survey_has_no_heading_nothing_is_lacking() {
    let mut own = sample(Condition::SurveyHeadings);
    assert_eq!(state(&own), "met");
    own.column("survey", "study", &[]);
    assert_eq!(state(&own), "overdue");
}
