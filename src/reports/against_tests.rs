//! The school's rules beside others: which is taken, and whether it asks less or more.

use super::against::{Against, Comparison, against};
use super::reason::Side;
use crate::domain::after::{After, AfterDue, Asking};
use crate::domain::rule::{Condition, Every, Level, Rule, Within};
use crate::rules::sample::{Sample, day, role_of, state_rule, texts};

/// A home with these rules, whose registers have a column `mode`.
fn home(rules: &[(&str, Every)]) -> Sample {
    let mut sample = Sample::new();
    for (id, every) in rules {
        sample.rule(id, every.clone());
        sample.column(id, "mode", &["home", "phone"]);
    }
    sample
}

/// The verdict on the only rule of the other set, with its reasons: `below often/less`.
fn said(own: &Sample, other: &Sample) -> String {
    let compared = against(&own.home, &other.home.rules, day("2024-10-01"));
    assert_eq!(compared.len(), 1);
    line(&compared[0])
}

fn line(one: &Comparison) -> String {
    let reason = |side: Side| match side {
        Side::Less => "less",
        Side::More => "more",
        Side::Apart => "apart",
        Side::Same => "same",
    };
    let reasons = one.reasons.iter();
    let reasons = reasons.map(|own| format!(" {}/{}", own.respect.name(), reason(own.side)));
    one.verdict.name().to_owned() + &reasons.collect::<String>()
}

/// What is said of one rule `visit` beside another, each made from the same and then changed.
fn changed(
    (own, change_own): (Every, impl Fn(&mut Rule)),
    (other, change_other): (Every, impl Fn(&mut Rule)),
) -> String {
    let (mut own, mut other) = (home(&[("visit", own)]), home(&[("visit", other)]));
    change_own(&mut own.home.rules[0]);
    change_other(&mut other.home.rules[0]);
    said(&own, &other)
}

fn as_is(_: &mut Rule) {}

fn every(own: Every, other: Every) -> String {
    changed((own, as_is), (other, as_is))
}

/// One change to a monthly rule of the school's, and the same to the other's.
fn both_ways(change: impl Fn(&mut Rule) + Copy) -> [String; 2] {
    [
        changed((Every::Month, change), (Every::Month, as_is)),
        changed((Every::Month, as_is), (Every::Month, change)),
    ]
}

#[test]
fn a_set_beside_itself_is_equal_rule_by_rule() {
    let state = state_rule(&[("carer.phone", Condition::Field("carer.phone".to_owned()))]);
    let rolling = Every::Rolling { days: 30, in_holidays: false };
    let own = home(&[("visit", Every::Month), ("talk", rolling), ("file", state)]);
    for one in against(&own.home, &own.home.rules, day("2024-10-01")) {
        assert_eq!((one.verdict, one.own[0].id == one.other.id), (Against::Equal, true));
        assert_eq!(one.reasons, []);
    }
}

#[test]
fn the_kinds_of_slots_are_ordered_by_how_many_a_school_year_has() {
    let kinds = [Every::Year, Every::Term, Every::Anchor, Every::Month, Every::Week];
    for pair in kinds.windows(2) {
        let (fewer, more) = (pair[0].clone(), pair[1].clone());
        assert_eq!(every(fewer.clone(), more.clone()), "below often/less");
        assert_eq!(every(more, fewer), "above often/more");
    }
    let rolling = |days| Every::Rolling { days, in_holidays: false };
    assert_eq!(every(rolling(14), Every::Month), "above often/more");
    assert_eq!(every(rolling(60), Every::Month), "below often/less");
    let school_day = Every::SchoolDay { sessions: Vec::new() };
    assert_eq!(every(school_day, Every::Week), "above often/more");
}

#[test]
fn as_many_times_in_fewer_slots_is_less_and_more_times_in_fewer_slots_cannot_be_ordered() {
    let times = |times| move |rule: &mut Rule| rule.times = times;
    let term = |count| changed((Every::Term, times(count)), (Every::Anchor, as_is));
    assert_eq!(term(2), "below often/less");
    assert_eq!(term(3), "below spread/less");
    assert_eq!(term(4), "differs often/more spread/less");
    assert_eq!(changed((Every::Month, as_is), (Every::Month, times(2))), "below often/less");
}

#[test]
fn rolling_days_are_ordered_by_days_and_by_holidays() {
    let rolling = |days, in_holidays| Every::Rolling { days, in_holidays };
    assert_eq!(every(rolling(20, false), rolling(30, false)), "above often/more");
    assert_eq!(every(rolling(40, true), rolling(30, false)), "differs often/less in_holidays/more");
}

#[test]
fn occasions_and_sessions_are_ordered_by_which_are_named() {
    let occasions = |names: &[&str], days| Every::Occasion {
        occasions: texts(names),
        before_days: days,
        after_days: days,
    };
    let two = || occasions(&["qingming", "lantern"], 7);
    assert_eq!(every(occasions(&["qingming"], 7), two()), "below occasions/less");
    assert_eq!(every(occasions(&["qingming", "lantern"], 9), two()), "below around/less");
    assert_eq!(every(two(), Every::Month), "differs every/apart");
    let sessions = |names: &[&str]| Every::SchoolDay { sessions: texts(names) };
    assert_eq!(every(sessions(&["noon", "evening"]), sessions(&["noon"])), "above sessions/more");
}

#[test]
fn each_key_that_makes_a_rule_stricter_or_looser_is_told_on_its_side() {
    let role = |rule: &mut Rule| rule.by = Some(role_of("head_teacher"));
    assert_eq!(
        both_ways(|rule| rule.level = Level::Advised),
        ["below level/less", "above level/more"]
    );
    assert_eq!(
        both_ways(|rule| rule.grace_days = 3),
        ["below grace_days/less", "above grace_days/more"]
    );
    assert_eq!(
        both_ways(|rule| rule.due_days = Some(9)),
        ["above due_days/more", "below due_days/less"]
    );
    assert_eq!(
        both_ways(|rule| rule.min_school_days = Some(15)),
        ["below min_school_days/less", "above min_school_days/more"]
    );
    assert_eq!(
        both_ways(|rule| rule.filled = texts(&["mode"])),
        ["above filled/more", "below filled/less"]
    );
    assert_eq!(
        both_ways(|rule| rule.records.push("call".to_owned())),
        ["below records/less", "above records/more"]
    );
    assert_eq!(
        both_ways(|rule| rule.applies = vec![("tags".to_owned(), texts(&["poor"]))]),
        ["below applies/less", "above applies/more"]
    );
    assert_eq!(both_ways(role), ["equal by/same", "equal by/same"]);
    let in_person =
        |rule: &mut Rule| (rule.by, rule.by_only) = (Some(role_of("head_teacher")), true);
    assert_eq!(both_ways(in_person), ["above by_only/more", "below by_only/less"]);
    let until = |rule: &mut Rule| rule.until = Some(day("2024-12-31"));
    assert_eq!(both_ways(until), ["below until/less", "equal"]);
    let from = |rule: &mut Rule| rule.from = Some(day("2024-11-01"));
    assert_eq!(both_ways(from), ["below from/less", "equal"]);
}

#[test]
fn visits_by_phone_count_for_the_one_that_does_not_leave_them_out() {
    let unless = |rule: &mut Rule| rule.unless = vec![("mode".to_owned(), texts(&["phone"]))];
    assert_eq!(both_ways(unless), ["above unless/more", "below unless/less"]);
    // Where only visits at home count, those by phone are left out already.
    let at_home = |rule: &mut Rule| rule.conditions = vec![("mode".to_owned(), texts(&["home"]))];
    assert_eq!(both_ways(at_home), ["above where/more", "below where/less"]);
    let said = changed((Every::Month, at_home), (Every::Month, unless));
    assert_eq!(said, "above where/more");
    let by_phone = |rule: &mut Rule| rule.conditions = vec![("mode".to_owned(), texts(&["phone"]))];
    assert_eq!(changed((Every::Month, by_phone), (Every::Month, unless)), "missing");
    let column = |rule: &mut Rule| rule.unless = vec![("weather".to_owned(), texts(&["rain"]))];
    assert_eq!(both_ways(column), ["equal", "equal"], "no register has this column");
}

#[test]
fn stricter_in_one_respect_and_looser_in_another_is_told_with_both() {
    let graceful = |rule: &mut Rule| rule.grace_days = 5;
    let said = changed((Every::Week, graceful), (Every::Month, as_is));
    assert_eq!(said, "differs often/more grace_days/less");
}

#[test]
fn a_rule_that_only_informs_is_below_one_that_binds_however_often_it_looks() {
    let informs = |rule: &mut Rule| rule.level = Level::Inform;
    assert_eq!(changed((Every::Week, informs), (Every::Term, as_is)), "below level/less");
    assert_eq!(changed((Every::Term, as_is), (Every::Week, informs)), "above level/more");
    assert_eq!(changed((Every::Term, informs), (Every::Week, informs)), "below often/less");
}

#[test]
fn states_are_ordered_by_what_they_require_and_others_of_the_school_may_supply_it() {
    let field = |path: &str| (path.to_owned(), Condition::Field(path.to_owned()));
    let state = |names: &[&str]| {
        let named: Vec<(String, Condition)> = names.iter().map(|name| field(name)).collect();
        let named: Vec<(&str, Condition)> =
            named.iter().map(|(name, own)| (name.as_str(), own.clone())).collect();
        state_rule(&named)
    };
    let other = home(&[("file", state(&["carer.name", "carer.phone"]))]);
    let own = |names: &[&str]| home(&[("file", state(names))]);
    assert_eq!(said(&own(&["carer.name"]), &other), "below requires/less");
    assert_eq!(said(&own(&["carer.name", "sex"]), &other), "differs requires/less requires/more");
    assert_eq!(said(&own(&["sex"]), &other), "missing");
    let mut two = home(&[("file", state(&["carer.name"])), ("phone", state(&["carer.phone"]))]);
    assert_eq!(said(&two, &other), "equal");
    two.home.rules[1].level = Level::Advised;
    assert_eq!(said(&two, &other), "below requires/less", "it does not bind as much");
    let card = state_rule(&[("contact_card", Condition::ContactCard)]);
    let phone = home(&[("file", state(&["carer.phone"]))]);
    assert_eq!(said(&home(&[("card", card)]), &phone), "above requires/more");
}

#[test]
fn an_event_of_this_term_is_more_than_one_of_any_time_and_exactly_one_pair_more_than_one_at_least()
{
    let growth = |within| {
        let condition = Condition::Event { register: "growth".to_owned(), within };
        home(&[("bag", state_rule(&[("growth", condition)]))])
    };
    assert_eq!(said(&growth(Within::ThisTerm), &growth(Within::Ever)), "above requires/more");
    assert_eq!(said(&growth(Within::Ever), &growth(Within::ThisTerm)), "below requires/less");
    let pair = |exactly_one| {
        let condition = Condition::Pair { role: role_of("proxy_parent"), exactly_one };
        home(&[("pair", state_rule(&[("pair", condition)]))])
    };
    assert_eq!(said(&pair(true), &pair(false)), "above requires/more");
}

#[test]
fn a_state_and_a_count_of_the_same_register_cannot_be_ordered() {
    let condition = Condition::Event { register: "visit".to_owned(), within: Within::ThisTerm };
    let state = home(&[("seen", state_rule(&[("visit.this_term", condition)]))]);
    let count = home(&[("visit", Every::Term)]);
    assert_eq!(said(&count, &state), "differs kind/apart");
    assert_eq!(said(&state, &count), "differs kind/apart");
}

#[test]
fn what_asks_after_an_event_stands_beside_its_like_alone() {
    let after = |days, school| {
        let asks = Asking::Events {
            records: texts(&["visit"]),
            attempted: true,
            conditions: Vec::new(),
            unless: Vec::new(),
        };
        Every::After(After { asks, due: AfterDue::Days { days, school } })
    };
    assert_eq!(every(after(10, false), after(10, false)), "equal");
    assert_eq!(every(after(14, false), after(10, false)), "below days/less");
    assert_eq!(every(after(5, true), after(10, false)), "above days/more");
    assert_eq!(every(Every::Term, after(10, false)), "missing");
    assert_eq!(every(after(10, false), Every::Term), "missing");
}

#[test]
fn of_several_rules_that_ask_for_the_same_the_one_that_asks_no_less_is_taken() {
    let mut own = home(&[("visit", Every::Term), ("weekly", Every::Week)]);
    own.home.rules[1].records = texts(&["visit"]);
    let other = home(&[("visit", Every::Month)]);
    let compared = against(&own.home, &other.home.rules, day("2024-10-01"));
    assert_eq!(compared[0].own[0].id.as_str(), "weekly");
    own.home.rules[1].until = Some(day("2024-09-30"));
    let compared = against(&own.home, &other.home.rules, day("2024-10-01"));
    assert_eq!(line(&compared[0]), "below often/less", "what has ended asks for nothing");
}
