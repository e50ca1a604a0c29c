use super::*;
use crate::domain::rule::{Condition, Every};
use crate::domain::spans::Span;
use crate::reports::within;
use crate::rules::sample::{AUTUMN, Sample, role_of, staff_id, state_rule, text};

const TODAY: &str = "2024-11-20";

/// Three children in two classes, one of them paired; a month, a term and a state.
fn sample() -> Sample {
    let mut own = Sample::new();
    for (letter, class) in [('A', "2021-2"), ('B', "2021-1"), ('C', "2022-1")] {
        own.child(letter, AUTUMN.0);
        own.fact(letter, "class", text(class));
    }
    own.staff('T', "proxy_parent", AUTUMN.0, "");
    own.pair('A', "proxy_parent", 'T', AUTUMN.0, "");
    own.rule("talk", Every::Month).by = Some(role_of("proxy_parent"));
    own.rule("visit", Every::Term);
    own.rule("pair", state_rule(&[("consent", Condition::Consent)]));
    own.event("talk", "2024-09-09", "ABC");
    own.event("talk", "2024-10-09", "A");
    own.event("talk", "2024-11-09", "A");
    own
}

fn made<T>(own: &Sample, by: RatesBy, told: impl FnOnce(&Plan, Rates) -> T) -> T {
    let plan = own.plan(TODAY);
    let tally = own.tally(&plan);
    let days: Span = own.home.calendar.days_of(&own.home.calendar.terms()[0]);
    let owed = within::obligations(&plan, &tally, &days, |_| true);
    let slots = within::slots(&plan, &tally, &days, |_| true);
    told(&plan, rates(&plan, &owed, by, slots))
}

/// Each line: in time, late, undone, early, open, exempt.
fn lines(rates: &Rates) -> Vec<[usize; 6]> {
    rates.groups.iter().map(|(_, own)| PARTS.map(|part| own.of(part))).collect()
}

#[test]
fn each_split_adds_up_to_the_whole_and_the_whole_to_all_slots() {
    let own = sample();
    for by in [RatesBy::Class, RatesBy::Staff, RatesBy::Rule, RatesBy::Month] {
        made(&own, by, |_, rates| {
            assert_eq!(rates.reconcile(), Ok(()), "{by:?}");
            assert_eq!(rates.whole.total, 3 * (5 + 1 + 1));
            assert_eq!(PARTS.map(|part| rates.whole.of(part)), [4, 0, 5, 1, 11, 0]);
        });
    }
}

#[test]
fn classes_go_by_grade_and_number_whatever_their_rates_are() {
    made(&sample(), RatesBy::Class, |_, rates| {
        let classes: Vec<&RateGroup> = rates.groups.iter().map(|(group, _)| group).collect();
        let class = |code| RateGroup::Class(Some(ClassCode::of(code)));
        assert_eq!(classes, [&class("2022-1"), &class("2021-1"), &class("2021-2")]);
        let undone = [1, 0, 2, 0, 4, 0];
        assert_eq!(lines(&rates), [undone, undone, [2, 0, 1, 1, 3, 0]]);
        assert_eq!(rates.groups[0].1.rate(), Some(333));
    });
}

#[test]
fn what_nobody_is_responsible_for_stands_last_and_a_state_in_no_month() {
    made(&sample(), RatesBy::Staff, |_, rates| {
        let people: Vec<&RateGroup> = rates.groups.iter().map(|(group, _)| group).collect();
        assert_eq!(people, [&RateGroup::Staff(Some(staff_id('T'))), &RateGroup::Staff(None)]);
    });
    made(&sample(), RatesBy::Month, |_, rates| {
        let months = rates.groups.iter().map(|(group, _)| match group {
            RateGroup::Month(Some(month)) => month.to_string(),
            _ => "now".to_owned(),
        });
        let months: Vec<String> = months.collect();
        assert_eq!(months, ["2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "now"]);
    });
}

#[test]
fn rules_stand_as_they_are_written() {
    let mut own = sample();
    for (line, rule) in (0u32..).zip(&mut own.home.rules) {
        rule.line = 9 - line;
    }
    made(&own, RatesBy::Rule, |plan, rates| {
        let names = rates.groups.iter().map(|(group, _)| match group {
            RateGroup::Rule(rule) => plan.rules[*rule].rule.id.to_string(),
            _ => String::new(),
        });
        assert_eq!(names.collect::<Vec<_>>(), ["pair", "visit", "talk"]);
    });
}

#[test]
fn figures_that_do_not_add_up_are_refused_and_it_is_said_where() {
    let own = sample();
    let broken = |breaks: fn(&mut Rates)| {
        made(&own, RatesBy::Class, |_, mut rates| {
            breaks(&mut rates);
            rates.reconcile().unwrap_err()
        })
    };
    let lost = broken(|rates| drop(rates.groups.remove(1)));
    assert_eq!(lost, Unreconciled::Column { part: CompletionPart::InTime, lines: 3, whole: 4 });
    let twice = broken(|rates| rates.groups[0].1.add(CompletionPart::Exempt));
    assert_eq!(twice, Unreconciled::Column { part: CompletionPart::Exempt, lines: 1, whole: 0 });
    let miscounted = broken(|rates| rates.groups[2].1.total += 1);
    assert_eq!(miscounted, Unreconciled::Line { at: 2, parts: 7, total: 8 });
    let whole = broken(|rates| rates.whole.total -= 1);
    assert_eq!(whole, Unreconciled::Line { at: 3, parts: 21, total: 20 });
    let slots = broken(|rates| rates.slots.not_owed += 1);
    assert_eq!(slots, Unreconciled::Slots { owed: 21, not_owed: 1, all: 21 });
}
