//! Incidents: restricted, at the head of what is overdue until they are closed, and printed as the
//! notice that the law demands.

use crate::access::looks;
use crate::harness::Home;
use crate::rules_home::{LI, talk};

const LOG: &str = "id,date,children,staff,outcome,kind,facts,action,reported_to,reported_on,\
    receipt,time,reported_time,result,closed_on,note,recorded,status,replaces\n";
const REVEAL: &str = "--reveal restricted --reason 上报";

/// A home of one child with an incident that is open, and one that is closed.
fn home() -> Home {
    let open = "EA01BC2DE3F,2024-11-04,C00001,,made,abuse,手臂有伤,送卫生院,派出所,2024-11-04,\
        派接7号,16:40,17:05,,,,2024-11-04T17:30:00+08:00,,\n";
    let closed = "EA01BC2DE3G,2024-11-05,C00001,,made,injury,摔倒擦伤,包扎,派出所,2024-11-05,\
        派接8号,8:10,8:20,好了,2024-11-06,,2024-11-05T09:30:00+08:00,,\n";
    let log = format!("{LOG}{open}{closed}");
    Home::new().rule(&talk("month", "")).child(LI, "").with("log/incident/2024-11.csv", &log)
}

#[test]
fn an_open_incident_is_a_count_at_the_head_of_the_list_for_all_others() {
    let home = home();
    let told = home.run("overdue --today 2024-11-15").out;
    assert!(told.contains("未结的事件 1 件（保密，只说件数）"), "{told}");
    assert!(!told.contains("派出所") && !told.contains("家暴"), "{told}");
    for whom in ["wall", "parents", "authority"] {
        let told = home.run(&format!("overdue --today 2024-11-15 --for {whom}")).out;
        assert!(!told.contains("未结的事件"), "{whom}: {told}");
    }
    let json = home.run("overdue --today 2024-11-15 --format json").out;
    assert!(!json.contains("事件"), "{json}");
    // A quiet morning says that there is nothing to do.
    assert!(home.run("overdue --today 2024-11-15 -q").out.contains("未结的事件"));
    assert!(!home.run("overdue --today 2024-11-03").out.contains("未结的事件"));
}

#[test]
fn those_who_may_see_them_see_when_and_to_whom_it_was_reported_and_never_what_happened() {
    let home = home();
    let told = home.run(&format!("overdue --today 2024-11-15 {REVEAL}")).out;
    let line = told.lines().find(|line| line.contains("EA01BC2DE3F")).unwrap();
    for part in ["2024-11-04", "疑似家暴虐待", "派出所", "派接7号"] {
        assert!(line.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("手臂有伤") && !told.contains("EA01BC2DE3G"), "{told}");
    assert_eq!(looks(&home).pop().unwrap()["why"], "上报");
    let refused = home.run("overdue --today 2024-11-15 --reveal restricted");
    assert_eq!(refused.code, 2, "{}", refused.err);
    let refused = home.run(&format!("overdue --today 2024-11-15 --for wall {REVEAL}"));
    assert_eq!(refused.code, 2, "{}", refused.err);
}

#[test]
fn an_incident_that_is_closed_leaves_the_head_of_the_list() {
    let home = home();
    let closed = home.run("amend EA01BC2DE3F --set closed_on=2024-11-14 --today 2024-11-15");
    assert_eq!(closed.code, 0, "{}", closed.err);
    let is_told =
        |day: &str| home.run(&format!("overdue --today {day}")).out.contains("未结的事件");
    assert!(is_told("2024-11-13"), "the day before it was closed");
    assert!(!is_told("2024-11-14") && !is_told("2024-11-15"));
}

#[test]
fn the_notice_is_printed_with_time_receiver_and_receipt_and_the_law_by_which_it_is_made() {
    let home = home();
    let sealed = home.run("print notice --today 2024-11-15").out;
    assert!(sealed.contains("事件 1") && !sealed.contains("手臂有伤"), "{sealed}");
    let told = home.run(&format!("print notice --today 2024-11-15 --format html {REVEAL}")).out;
    for part in ["手臂有伤", "派出所", "派接7号", "16:40", "17:05", "第十一条第二款", "2024-11-15"]
    {
        assert!(told.contains(part), "{part}");
    }
    assert!(!told.contains("摔倒擦伤"), "only what is open, unless it is named");
    let named = home.run(&format!("print notice EA01BC2DE3G --today 2024-11-15 {REVEAL}")).out;
    assert!(named.contains("摔倒擦伤") && !named.contains("手臂有伤"), "{named}");
    let refused = home.run(&format!("print notice --for wall --today 2024-11-15 {REVEAL}"));
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert_eq!(home.run("print notice 张三 --today 2024-11-15").code, 2);
}

#[test]
fn a_childs_own_words_have_a_column_of_their_own_on_talk_and_visit() {
    let home = Home::new().child(LI, "");
    let talk =
        home.run("log-talk C00001 --date 2024-11-12 --voice 想让妈妈回来 --today 2024-11-15");
    assert_eq!(talk.code, 0, "{}", talk.err);
    let visit =
        home.run("log-visit C00001 --date 2024-11-13 --孩子的话 奶奶腿疼 --today 2024-11-15");
    assert_eq!(visit.code, 0, "{}", visit.err);
    for (register, words) in [("talk", "想让妈妈回来"), ("visit", "奶奶腿疼")] {
        let told = home.run(&format!("print book {register} --today 2024-11-15")).out;
        assert!(told.contains("孩子的话") && told.contains(words), "{told}");
    }
}
