//! Rules, section 6a: something happened, so something is owed. What asks, and by when it is due.

use crate::harness::Home;
use crate::rules_home::{LI, fault, header, one_child, row};

/// The keys of a rule `r` on visits with this table of what asks.
pub fn visit_after(after: &str, more: &str) -> String {
    format!("id = 'r'\nevery = 'after'\nafter = {{ {after} }}\nrecords = ['visit']\n{more}")
}

/// A visit in vain asks for another within ten days: of 2024-10-08, until 2024-10-18.
pub fn again(more: &str) -> String {
    visit_after("records = ['visit'], outcome = 'attempted'", &format!("days = 10\n{more}"))
}

/// A talk asks for a talk or a visit on the day that was agreed.
pub fn follow_up(more: &str) -> String {
    let after = "after = { records = ['talk'], on = 'follow_up_on' }";
    format!("id = 'r'\nevery = 'after'\n{after}\nrecords = ['talk', 'visit']\n{more}")
}

/// Rows of the first child: `date outcome cells`, the cells being `mode` or, of a talk, what is to
/// be done and on which day.
pub fn told(home: Home, register: &str, lines: &[&str]) -> Home {
    let (columns, blank) =
        if register == "talk" { ("follow_up,follow_up_on", ",") } else { ("mode", "") };
    lines.iter().fold(home, |home, line| {
        let words: Vec<&str> = line.split(' ').collect();
        let file = format!("log/{register}/{}.csv", &words[0][..7]);
        let is_new = !home.root().join(&file).exists();
        let head = if is_new { format!("{}\n", header(columns)) } else { String::new() };
        let cells = words.get(2).copied().unwrap_or(blank);
        home.and(&file, &format!("{head}{}", row(words[0], LI, "", words[1], cells)))
    })
}

/// The lines of the first child's obligations.
#[track_caller]
pub fn lines(home: &Home, today: &str) -> Vec<String> {
    let lines = home.obligations(today);
    lines.iter().map(|line| line.strip_prefix("r C00001 ").unwrap().to_owned()).collect()
}

/// The labels, which are the pairs of first day and due day.
#[track_caller]
fn pairs(home: &Home, today: &str) -> Vec<String> {
    home.obligation_keys(today, &["slot"])
}

#[test]
fn the_events_of_the_registers_that_are_named_ask_and_no_others() {
    let rule = again("").replace("records = ['visit']\n", "records = ['visit', 'talk']\n");
    let home = told(one_child(&rule), "talk", &["2024-10-07 attempted"]);
    let home = told(home, "visit", &["2024-10-08 attempted"]);
    let open = "2024-10-08/2024-10-18 2024-10-08 2024-10-18 2024-10-18 open 0 -";
    assert_eq!(lines(&home, "2024-10-10"), [open]);
}

#[test]
fn with_outcome_attempted_attempts_alone_ask_and_else_only_what_was_done() {
    let days = ["2024-10-01 made", "2024-10-08 attempted"];
    let home = told(one_child(&again("")), "visit", &days);
    assert_eq!(pairs(&home, "2024-10-10"), ["2024-10-08/2024-10-18"]);
    let done = visit_after("records = ['visit']", "days = 10");
    let home = told(one_child(&done), "visit", &days);
    assert_eq!(pairs(&home, "2024-10-10"), ["2024-10-01/2024-10-11"]);
}

#[test]
fn where_and_unless_of_the_table_are_conditions_on_what_asks() {
    let home = |condition: &str| {
        let after = format!("records = ['visit'], outcome = 'attempted', {condition}");
        let home = one_child(&visit_after(&after, "days = 10"));
        let days = [
            "2024-10-07 attempted phone",
            "2024-10-08 attempted in_person",
            "2024-10-09 attempted",
        ];
        pairs(&told(home, "visit", &days), "2024-10-10")
    };
    assert_eq!(home("where = { mode = ['in_person'] }"), ["2024-10-08/2024-10-18"]);
    // A blank cell is none of the values.
    let both = ["2024-10-08/2024-10-18", "2024-10-09/2024-10-19"];
    assert_eq!(home("unless = { mode = ['phone'] }"), both);
}

#[test]
fn the_rules_own_conditions_are_not_asked_of_what_asks() {
    let more = "filled = ['mode']\nunless = { mode = ['phone'] }\nby = 'doctor'\nby_only = true";
    let days = ["2024-10-08 attempted", "2024-10-09 attempted phone", "2024-10-10 made in_person"];
    // The visit on the 10th was nobody's who holds the role: it answers nothing.
    let home = told(one_child(&again(more)), "visit", &days);
    let states = home.obligation_keys("2024-10-12", &["slot", "state"]);
    assert_eq!(states, ["2024-10-08/2024-10-18 open", "2024-10-09/2024-10-19 open"]);
}

#[test]
fn joining_asks_once_for_each_spell_that_has_begun_on_its_first_day() {
    let spells = "[[spell]]\njoined = 2024-09-02\nleft = 2024-09-30
                  [[spell]]\njoined = 2024-10-14\nleft = 2024-12-31
                  [[spell]]\njoined = 2025-03-03";
    let home = Home::new().rule(&visit_after("joined = true", "days = 14")).child(LI, spells);
    let first = "2024-09-02/2024-09-16 2024-09-02 2024-09-16 2024-09-16 overdue 0 -";
    let second = "2024-10-14/2024-10-28 2024-10-14 2024-10-28 2024-10-28 open 0 -";
    assert_eq!(lines(&home, "2024-10-14"), [first, second]);
    assert_eq!(lines(&home, "2024-10-13"), [first.replace("overdue", "missed")]);
    assert_eq!(lines(&told(home, "visit", &["2024-09-02 made"]), "2024-09-02").len(), 1);
}

#[test]
fn first_is_the_date_of_what_asks_and_it_is_due_so_many_days_later() {
    // Nine days to the 17th, the term's last, and one more: holidays count.
    let home = told(one_child(&again("")), "visit", &["2025-01-08 attempted"]);
    let slot = "2025-01-08/2025-01-18 2025-01-08 2025-01-18 2025-01-18 open 0 -";
    assert_eq!(lines(&home, "2025-01-18"), [slot]);
}

#[test]
fn school_days_are_counted_from_the_day_after_and_only_those_on_which_the_child_is_present() {
    let rule = again("count = 'school'").replace("days = 10", "days = 3");
    let days = ["2024-10-11 attempted"];
    // A Friday: the three days are the 14th to the 16th.
    let home = told(one_child(&rule), "visit", &days);
    assert_eq!(pairs(&home, "2024-10-11"), ["2024-10-11/2024-10-16"]);
    let calendar = again("count = 'calendar'").replace("days = 10", "days = 3");
    let home = told(one_child(&calendar), "visit", &days);
    assert_eq!(pairs(&home, "2024-10-11"), ["2024-10-11/2024-10-14"]);
    // Away on the Monday and Tuesday: the 16th to the 18th.
    let pause = "[[pause]]\nfrom = 2024-10-14\nuntil = 2024-10-15";
    let home = told(Home::new().rule(&rule).child(LI, pause), "visit", &days);
    assert_eq!(pairs(&home, "2024-10-11"), ["2024-10-11/2024-10-18"]);
}

#[test]
fn when_the_calendar_ends_before_the_school_days_it_is_left_out_and_closed_as_met() {
    // Of 2025-07-02, a Wednesday, two school days are left: the 3rd and the 4th.
    let of = |days: &str, visits: &[&str]| {
        let rule = again("count = 'school'").replace("days = 10", days);
        lines(&told(one_child(&rule), "visit", visits), "2025-07-10")
    };
    let asked = "2025-07-02 attempted";
    let late = "2025-07-02/2025-07-04 2025-07-02 2025-07-04 2025-07-04 overdue 0 -";
    assert_eq!(of("days = 2", &[asked]), [late]);
    assert_eq!(of("days = 3", &[asked]).len(), 0);
    let met = "2025-07-02/2025-07-08 2025-07-02 2025-07-08 2025-07-08 met 1 2025-07-08";
    assert_eq!(of("days = 3", &[asked, "2025-07-08 made"]), [met]);
}

#[test]
fn with_on_it_is_due_on_the_day_in_that_column_and_never_before_the_first() {
    let days = ["2024-10-08 made 看作业,2024-10-15", "2024-10-10 made ,2024-10-01"];
    let home = told(one_child(&follow_up("")), "talk", &days);
    // The second talk, of the 10th, answers the first and asks for that very day.
    let met = "2024-10-08/2024-10-15 2024-10-08 2024-10-10 2024-10-15 met 1 2024-10-10";
    let open = "2024-10-10/2024-10-10 2024-10-10 2024-10-10 2024-10-10 open 0 -";
    assert_eq!(lines(&home, "2024-10-10"), [met, open]);
}

#[test]
fn where_the_agreed_day_is_blank_nothing_is_asked() {
    let home = told(one_child(&follow_up("")), "talk", &["2024-10-08 made 看作业,"]);
    assert_eq!(lines(&home, "2024-10-20").len(), 0);
    home.keep_private();
    assert_eq!(home.json("check --today 2024-10-20").as_array().unwrap().len(), 0);
    // A log written before the register had the column.
    let old = one_child(&follow_up("")).events("talk", LI, &["2024-10-08"]);
    assert_eq!(lines(&old, "2024-10-20").len(), 0);
}

#[test]
fn text_that_is_no_date_is_a_remark_and_asks_for_nothing() {
    for text in ["下周", "2024-10-32", "2024-1-5", "2024/10/15"] {
        let line = format!("2024-10-08 made 看作业,{text}");
        let home = told(one_child(&follow_up("")), "talk", &[&line]);
        assert_eq!(lines(&home, "2024-10-20").len(), 0, "{text}");
        let ran = home.run("check --today 2024-10-20");
        assert_eq!(ran.code, 0, "{}", ran.out);
        assert!(ran.out.contains(text) && ran.out.contains("talk/2024-10.csv:2"), "{}", ran.out);
    }
}

#[test]
fn exactly_one_of_days_and_on_is_given() {
    fault(&one_child(&follow_up("days = 10")), "key-does-not-fit");
    fault(&one_child(&visit_after("records = ['visit']", "")), "missing-key");
}

#[test]
fn each_distinct_pair_of_first_and_due_is_one_slot() {
    let twice = ["2024-10-08 attempted", "2024-10-08 attempted phone"];
    let home = told(one_child(&again("")), "visit", &twice);
    assert_eq!(pairs(&home, "2024-10-10"), ["2024-10-08/2024-10-18"]);
    let agreed = |day: &str| format!("2024-10-08 made 看作业,2024-10-{day}");
    let days = [agreed("15"), agreed("22"), agreed("15")];
    let home = told(one_child(&follow_up("")), "talk", &days.each_ref().map(|day| &**day));
    let both = ["2024-10-08/2024-10-15", "2024-10-08/2024-10-22"];
    assert_eq!(pairs(&home, "2024-10-10"), both);
    // Due on one day, asked for on two.
    let days = ["2024-10-08 made ,2024-10-15", "2024-10-09 made ,2024-10-15"];
    let home = told(one_child(&follow_up("")), "talk", &days);
    assert_eq!(pairs(&home, "2024-10-10"), ["2024-10-08/2024-10-15", "2024-10-09/2024-10-15"]);
}

#[test]
fn it_asks_while_the_rule_is_in_force_and_not_after_today() {
    let days = ["2024-09-30", "2024-10-01", "2024-10-31", "2024-11-01"];
    let days = days.map(|day| format!("{day} attempted"));
    let rule = again("from = 2024-10-01\nuntil = 2024-10-31");
    let home = told(one_child(&rule), "visit", &days.each_ref().map(|day| &**day));
    let inside = ["2024-10-01/2024-10-11", "2024-10-31/2024-11-10"];
    assert_eq!(pairs(&home, "2024-11-20"), inside);
    assert_eq!(pairs(&home, "2024-10-31"), inside);
    assert_eq!(pairs(&home, "2024-10-30"), inside[..1]);
}

#[test]
fn it_asks_where_applies_holds_and_the_child_is_present_on_the_first_day() {
    let days = ["2024-10-08 attempted", "2024-10-09 attempted"];
    let of = |rule: &str, child: &str| {
        pairs(&told(Home::new().rule(rule).child(LI, child), "visit", &days), "2024-10-12")
    };
    // High to the 8th, low since: the 8th asks, and that the child changed later is nothing to it.
    let was = "risk = 'low'\n[[was]]\nfield = 'risk'\nvalue = 'high'\nuntil = 2024-10-08";
    let rule = again("applies = { risk = ['high'] }");
    assert_eq!(of(&rule, was), ["2024-10-08/2024-10-18"]);
    let pause = "[[pause]]\nfrom = 2024-10-09\nuntil = 2024-10-30";
    assert_eq!(of(&again(""), pause), ["2024-10-08/2024-10-18"]);
    let joined = "[[spell]]\njoined = 2024-10-09";
    assert_eq!(of(&again(""), joined), ["2024-10-09/2024-10-19"]);
}
