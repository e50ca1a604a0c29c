use super::*;
use crate::domain::rule::SubjectKind;
use crate::rules::sample::{AUTUMN, Sample, day, text, texts};

/// Attempts ask, or what was done.
fn visits(attempted: bool) -> Asking {
    let (conditions, unless) = (Vec::new(), Vec::new());
    Asking::Events { records: texts(&["visit"]), attempted, conditions, unless }
}

/// A child, and a rule on visits after visits in vain.
fn again(due: AfterDue) -> Sample {
    let mut sample = Sample::new();
    sample.child('A', AUTUMN.0);
    sample.rule("visit", Every::After(After { asks: visits(true), due }));
    sample
}

const TEN: AfterDue = AfterDue::Days { days: 10, school: false };

/// The only visit in vain is of 2024-10-08, so the next is due on the 18th.
fn asked() -> Sample {
    let mut own = again(TEN);
    own.attempt("visit", "2024-10-08", "A");
    own
}

const SLOT: &str = "2024-10-08/2024-10-18";

/// Visits ask for themselves, by a day that was agreed.
fn agreed(on: &str) -> Sample {
    let mut own = again(AfterDue::On("next_on".to_owned()));
    own.column("visit", "next_on", &[]);
    let due = AfterDue::On("next_on".to_owned());
    own.home.rules[0].every = Every::After(After { asks: visits(false), due });
    own.cells("visit", "2024-10-08", "A", &[("next_on", on)]);
    own
}

#[test]
fn it_asks_from_that_day_on_and_not_before() {
    assert_eq!(asked().states("2024-10-07"), Vec::<String>::new());
    assert_eq!(asked().states("2024-10-08"), ["A 2024-10-08/2024-10-18 open"]);
}

#[test]
fn it_asks_only_while_the_rule_is_in_force_and_applies_and_the_child_is_there() {
    let asks = |change: fn(&mut Sample)| {
        let mut own = asked();
        change(&mut own);
        !own.states("2024-10-10").is_empty()
    };
    assert!(asks(|own| own.home.rules[0].until = Some(day("2024-10-08"))));
    assert!(!asks(|own| own.home.rules[0].until = Some(day("2024-10-07"))));
    assert!(!asks(|own| own.home.rules[0].from = Some(day("2024-10-09"))));
    assert!(asks(|own| own.pause('A', "2024-10-09", "2024-10-30")));
    assert!(!asks(|own| own.pause('A', "2024-10-08", "2024-10-08")));
    let applies = |own: &mut Sample| {
        own.home.rules[0].applies = vec![("risk".to_owned(), texts(&["high"]))];
        own.fact('A', "risk", text("low"));
    };
    let mut own = asked();
    applies(&mut own);
    assert_eq!(own.states("2024-10-10"), Vec::<String>::new());
    own.was('A', "risk", "high", "2024-10-08");
    assert_eq!(own.states("2024-10-10").len(), 1);
}

#[test]
fn an_agreed_day_before_the_first_is_the_first() {
    assert_eq!(agreed("2024-10-15").states("2024-10-10"), ["A 2024-10-08/2024-10-15 open"]);
    assert_eq!(agreed("2024-10-01").states("2024-10-08"), ["A 2024-10-08/2024-10-08 open"]);
    assert_eq!(agreed("").states("2024-10-08"), Vec::<String>::new());
    assert_eq!(agreed("soon").states("2024-10-08"), Vec::<String>::new());
}

#[test]
fn school_days_begin_the_day_after_and_are_those_on_which_the_child_is_present() {
    // From a Tuesday: the 9th to the 11th; away on the 9th, to the Monday after.
    let mut own = again(AfterDue::Days { days: 3, school: true });
    own.attempt("visit", "2024-10-08", "A");
    assert_eq!(own.states("2024-10-08"), ["A 2024-10-08/2024-10-11 open"]);
    own.pause('A', "2024-10-09", "2024-10-09");
    assert_eq!(own.states("2024-10-08"), ["A 2024-10-08/2024-10-14 open"]);
}

#[test]
fn past_the_calendars_end_nothing_is_open_and_an_answer_is_in_time() {
    let mut own = again(AfterDue::Days { days: 3, school: true });
    own.attempt("visit", "2025-07-02", "A");
    assert_eq!(own.states("2025-07-10"), Vec::<String>::new());
    own.event("visit", "2025-07-08", "A");
    assert_eq!(own.states("2025-07-10"), ["A 2025-07-02/2025-07-08 met"]);
}

#[test]
fn an_answer_is_on_the_day_or_later_and_of_the_kind_that_asks_later() {
    let mut own = asked();
    own.event("visit", "2024-10-07", "A");
    assert_eq!(own.state("2024-10-10", "A", SLOT), "open");
    own.event("visit", "2024-10-08", "A");
    assert_eq!(own.state("2024-10-10", "A", SLOT), "met");
    let mut own = agreed("2024-10-15");
    own.event("visit", "2024-10-08", "A");
    assert_eq!(own.state("2024-10-10", "A", "2024-10-08/2024-10-15"), "open");
    own.event("visit", "2024-10-09", "A");
    assert_eq!(own.state("2024-10-10", "A", "2024-10-08/2024-10-15"), "met");
}

#[test]
fn it_is_met_to_the_due_day_and_met_late_after_it() {
    for (answer, state) in [("2024-10-18", "met"), ("2024-10-19", "met_late")] {
        let mut own = asked();
        own.event("visit", answer, "A");
        own.event("visit", "2024-10-25", "A");
        let one = own.owed("2024-10-30", "A", SLOT).unwrap();
        assert_eq!((one.state.name(), one.met_on, one.count), (state, Some(day(answer)), 1));
        assert_eq!(one.dates.unwrap().last, day(answer));
    }
    let one = asked().owed("2024-10-10", "A", SLOT).unwrap();
    assert_eq!((one.met_on, one.count, one.dates.unwrap().last), (None, 0, day("2024-10-18")));
}

#[test]
fn unanswered_it_is_open_to_its_day_then_in_grace_then_overdue() {
    let mut own = asked();
    own.home.rules[0].grace_days = 2;
    let states = ["2024-10-18", "2024-10-19", "2024-10-20", "2024-10-21"]
        .map(|today| own.state(today, "A", SLOT));
    assert_eq!(states, ["open", "grace", "grace", "overdue"]);
}

#[test]
fn an_exemption_excuses_it_when_it_covers_the_due_day() {
    for (days, state) in [
        (["2024-10-18", "2024-10-18"], "exempt"),
        (["2024-10-19", "2024-10-30"], "overdue"),
        (["2024-10-01", "2024-10-17"], "overdue"),
    ] {
        let mut own = asked();
        own.exempt('A', "visit", days[0], days[1]);
        assert_eq!(own.state("2024-10-25", "A", SLOT), state, "{days:?}");
    }
}

#[test]
fn who_left_by_the_due_day_or_on_it_owes_nothing_and_who_left_later_has_missed_it() {
    let left = |last: &str, today: &str| {
        let mut own = asked();
        own.left('A', last);
        own.state(today, "A", SLOT)
    };
    assert_eq!(left("2024-10-17", "2024-10-10"), "not owed");
    assert_eq!(left("2024-10-18", "2024-10-18"), "open");
    assert_eq!(left("2024-10-18", "2024-10-19"), "not owed");
    assert_eq!(left("2024-10-19", "2024-10-19"), "overdue");
    assert_eq!(left("2024-10-19", "2024-10-20"), "missed");
    let mut own = asked();
    own.left('A', "2024-10-18");
    own.rejoined('A', "2024-11-04");
    assert_eq!(own.state("2024-11-03", "A", SLOT), "not owed");
    assert_eq!(own.state("2024-11-04", "A", SLOT), "overdue");
}

#[test]
fn each_spell_that_has_begun_asks_and_only_a_childs() {
    let mut own = again(TEN);
    own.left('A', "2024-09-30");
    own.rejoined('A', "2024-10-14");
    own.home.rules[0].every = Every::After(After { asks: Asking::Joined, due: TEN });
    assert_eq!(own.states("2024-10-13"), ["A 2024-09-02/2024-09-12 missed"]);
    let both = ["A 2024-09-02/2024-09-12 overdue", "A 2024-10-14/2024-10-24 open"];
    assert_eq!(own.states("2024-10-14"), both);
    own.home.rules[0].subject = SubjectKind::School;
    assert_eq!(own.states("2024-10-14"), Vec::<String>::new());
}

#[test]
fn what_a_register_of_the_rule_holds_asks_only_where_it_is_named_and_answers_only_there() {
    let mut own = asked();
    own.home.rules[0].records = texts(&["call"]);
    own.attempt("call", "2024-10-09", "A");
    own.event("visit", "2024-10-10", "A");
    assert_eq!(own.states("2024-10-12"), ["A 2024-10-08/2024-10-18 open"]);
    own.event("call", "2024-10-11", "A");
    assert_eq!(own.states("2024-10-12"), ["A 2024-10-08/2024-10-18 met"]);
}

#[test]
fn the_words_that_were_agreed_are_the_open_ones_of_an_open_register() {
    use crate::domain::privacy::Privacy;
    use crate::domain::register::CellPrivacy;
    let agreed = |change: fn(&mut Sample)| {
        let mut own = again(AfterDue::On("next_on".to_owned()));
        own.column("visit", "next", &[]);
        own.column("visit", "next_on", &[]);
        change(&mut own);
        let due = AfterDue::On("next_on".to_owned());
        own.home.rules[0].every = Every::After(After { asks: visits(false), due });
        let cells = [("next", "see his homework"), ("next_on", "2024-10-15")];
        own.cells("visit", "2024-10-08", "A", &cells);
        let one = own.owed("2024-10-10", "A", "2024-10-08/2024-10-15").unwrap();
        one.agreed.map(|words| words.to_string())
    };
    assert_eq!(agreed(|_| ()).as_deref(), Some("see his homework"));
    assert_eq!(agreed(|own| own.home.registers.get_mut("visit").unwrap().restricted = true), None);
    let personal = |own: &mut Sample| {
        let columns = &mut own.home.registers.get_mut("visit").unwrap().columns;
        columns[0].privacy = CellPrivacy::As(Privacy::Personal);
    };
    assert_eq!(agreed(personal), None);
}

#[test]
fn conditions_on_what_asks_are_its_own() {
    let asks = |conditions: &[&str], unless: &[&str]| {
        let mut own = again(TEN);
        own.column("visit", "mode", &[]);
        let of = |values: &[&str]| match values.is_empty() {
            true => Vec::new(),
            false => vec![("mode".to_owned(), texts(values))],
        };
        let asks = Asking::Events {
            records: texts(&["visit"]),
            attempted: true,
            conditions: of(conditions),
            unless: of(unless),
        };
        own.home.rules[0].every = Every::After(After { asks, due: TEN });
        own.cells("visit", "2024-10-08", "A", &[("mode", "phone")]).attempted = true;
        own.event("visit", "2024-10-01", "A");
        own.states("2024-10-10").len()
    };
    assert_eq!((asks(&[], &[]), asks(&["phone"], &[]), asks(&["door"], &[])), (1, 1, 0));
    assert_eq!((asks(&[], &["phone"]), asks(&[], &["door"])), (0, 1));
}
