//! The rules compiled: who is asked, by whom, on which days.

use super::*;
use crate::domain::child::Elder;
use crate::rules::sample::{AUTUMN, Sample, day, role_of, staff_id, text};

/// A child of a class with a head teacher, and a rule by the proxy parent.
fn sample() -> Sample {
    let mut sample = Sample::new();
    sample.child('A', AUTUMN.0);
    sample.fact('A', "class", text("2021-2"));
    sample.staff('H', "head_teacher", AUTUMN.0, "").class = Some(ClassCode::of("2021-2"));
    sample.rule("talk", Every::Month).by = Some(role_of("proxy_parent"));
    sample
}

fn responsible(sample: &Sample, today: &str) -> Option<Id> {
    sample.plan(today).rules[0].responsible(&sample.home, 0, day(today))
}

#[test]
fn rules_stand_in_the_order_of_their_ids_and_only_those_asked_for() {
    let mut own = sample();
    own.rule("call", Every::Month);
    own.rule("visit", Every::Month);
    let ids = |plan: &Plan| -> Vec<String> {
        plan.rules.iter().map(|compiled| compiled.rule.id.to_string()).collect()
    };
    assert_eq!(ids(&own.plan(AUTUMN.0)), ["call", "talk", "visit"]);
    let some = Plan::new(&own.home, day(AUTUMN.0), |rule| rule.id.as_str() != "talk");
    assert_eq!(ids(&some), ["call", "visit"]);
}

#[test]
fn each_child_of_each_rule_that_is_present_today_is_told() {
    let mut own = sample();
    own.child('B', AUTUMN.0);
    own.pause('A', "2024-10-09", "2024-10-09");
    own.rule("visit", Every::Month);
    let told = |today: &str| own.plan(today).present_today().count();
    assert_eq!((told("2024-10-08"), told("2024-10-09")), (4, 2));
}

#[test]
fn responsible_is_the_pair_whose_time_began_last_else_the_head_teacher_of_the_class() {
    let mut own = sample();
    own.pair('A', "proxy_parent", 'S', "2024-10-01", "");
    own.pair('A', "proxy_parent", 'T', "2024-10-05", "2024-10-20");
    own.pair('A', "counsellor", 'U', "2024-10-10", "");
    assert_eq!(responsible(&own, "2024-09-30"), Some(staff_id('H')));
    assert_eq!(responsible(&own, "2024-10-04"), Some(staff_id('S')));
    assert_eq!(responsible(&own, "2024-10-20"), Some(staff_id('T')));
    assert_eq!(responsible(&own, "2024-10-21"), Some(staff_id('S')));
    own.home.rules[0].by = None;
    assert_eq!(responsible(&own, "2024-10-20"), None, "without by, nobody");
}

#[test]
fn a_class_is_the_head_teachers_and_the_school_is_nobodys() {
    let mut own = sample();
    own.home.rules[0].subject = SubjectKind::Class;
    assert_eq!(responsible(&own, AUTUMN.0), Some(staff_id('H')));
    own.home.rules[0].subject = SubjectKind::School;
    assert_eq!(responsible(&own, AUTUMN.0), None);
}

#[test]
fn a_child_is_in_its_class_of_today() {
    let mut own = sample();
    own.was('A', "class", "2021-1", "2024-10-09");
    let class =
        |today: &str, subject: &Subject| own.plan(today).class_of(subject).map(ToString::to_string);
    assert_eq!(class("2024-10-09", &Subject::Child(0)).as_deref(), Some("2021-1"));
    assert_eq!(class("2024-10-10", &Subject::Child(0)).as_deref(), Some("2021-2"));
    let own_class = Subject::Class(ClassCode::of("2020-1"));
    assert_eq!(class("2024-10-10", &own_class).as_deref(), Some("2020-1"));
    assert_eq!(class("2024-10-10", &Subject::School), None);
}

#[test]
fn only_a_rule_on_elders_birthdays_has_slots_of_each_child() {
    let mut own = sample();
    let (name, lunar) = (String::new(), false);
    own.home.children[0].elders = vec![Elder { name, month: 10, day: 9, lunar, line: 0 }];
    for (occasion, has_elders) in [(ELDER_BIRTHDAY, true), ("mid_autumn", false)] {
        let occasions = vec![occasion.to_owned()];
        own.home.rules[0].every = Every::Occasion { occasions, before_days: 7, after_days: 7 };
        let plan = own.plan(AUTUMN.0);
        assert_eq!(plan.rules[0].has_elders(), has_elders, "{occasion}");
        let own_slots = plan.rules[0].slots_of(&own.home, 0).len() - plan.rules[0].slots.len();
        assert_eq!(own_slots, usize::from(has_elders), "{occasion}");
    }
}

#[test]
fn subjects_rank_as_in_a_list_and_those_of_one_place_together() {
    let mut own = Sample::new();
    for letter in ['A', 'B', 'C'] {
        own.child(letter, AUTUMN.0);
    }
    for (at, name) in ["王五", "李四", "王五"].into_iter().enumerate() {
        own.home.children[at].name = name.to_owned();
    }
    let plan = own.plan("2024-11-20");
    let subjects = [2, 0, 1, 2].map(Subject::Child);
    assert_eq!(plan.ranks(subjects.iter()), [1, 1, 0, 1]);
}
