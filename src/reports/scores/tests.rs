//! Scores on a small home, worked out by hand.

use super::*;
use crate::domain::label::Label;
use crate::domain::rule::{Every, RuleId};
use crate::domain::score_sheet::{
    AssessedKind, MARKS, ScoreItem, ScoreLevel, ScoreSheet, ScoreSource, SheetEvery, Threshold,
};
use crate::reports::within;
use crate::rules::sample::{AUTUMN, Sample, child_id, role_of, staff_id, text};

fn item(id: &str, max: u32, source: ScoreSource) -> ScoreItem {
    let name = Label::new(id.to_owned(), id.to_owned());
    ScoreItem { id: id.to_owned(), name, max, source, decides: None }
}

fn sheet(of: AssessedKind, items: Vec<ScoreItem>) -> ScoreSheet {
    let level = |id: &str, reached| ScoreLevel {
        id: id.to_owned(),
        name: Label::new(id.to_owned(), id.to_owned()),
        reached,
    };
    ScoreSheet {
        id: "own".to_owned(),
        name: Label::fixed("考核", "own"),
        why: String::new(),
        of,
        roles: Vec::new(),
        sets_risk: false,
        every: SheetEvery::Term,
        items,
        levels: vec![level("good", Threshold::From(20)), level("poor", Threshold::Rest)],
    }
}

fn talks() -> ScoreItem {
    item("talks", 20, ScoreSource::Rate(RuleId::of("talk")))
}

fn visits() -> ScoreItem {
    item("visits", 10, ScoreSource::Count { register: "visit".to_owned(), full: 3 })
}

/// Two children of one class; A is paired with S, and B with nobody.
fn home() -> Sample {
    let mut own = Sample::new();
    own.child('A', AUTUMN.0);
    own.child('B', AUTUMN.0);
    for letter in ['A', 'B'] {
        own.fact(letter, "class", text("2021-2"));
    }
    own.staff('S', "head_teacher", AUTUMN.0, "");
    own.pair('A', "proxy_parent", 'S', AUTUMN.0, "");
    own.rule("talk", Every::Month).by = Some(role_of("proxy_parent"));
    own.event("talk", "2024-09-09", "A");
    own.event("talk", "2024-10-09", "A");
    own.event("talk", "2024-10-09", "B");
    own.event("visit", "2024-09-20", "A");
    own.event("visit", "2024-09-20", "A");
    own.event("visit", "2024-11-21", "A");
    own.attempt("visit", "2024-09-21", "B");
    own
}

fn mark(own: &mut Sample, date: &str, (subject, item, score): (&str, &str, &str)) {
    let cells = [("sheet", "own"), ("subject", subject), ("item", item), ("score", score)];
    own.cells(MARKS, date, "", &cells);
}

/// Each subject with its points, total and level, as of 20 November.
fn told(own: &Sample, sheet: &ScoreSheet) -> Vec<String> {
    let plan = own.plan("2024-11-20");
    let tally = own.tally(&plan);
    let period = sheet.period_on(&own.home.calendar, plan.today).unwrap();
    let owed = within::obligations(&plan, &tally, &period.span, |_| true);
    let (period, events) = (&period, own.events());
    let basis = ScoreBasis { plan: &plan, sheet, period, owed: &owed, events };
    let all = scores(&basis);
    let line = |own: &Score| {
        let points = own.items.iter().map(|item| match item.points {
            Ok(points) => points.exact(),
            Err(why) => format!("{why:?}"),
        });
        let points: Vec<String> = points.collect();
        let level = own.level.map_or("-", |at| &sheet.levels[at].id);
        let total = own.total.map_or("-".to_owned(), Fraction::exact);
        format!("{} {} = {total} {level}", own.assessed, points.join(" + "))
    };
    all.iter().map(line).collect()
}

#[test]
fn a_rate_is_done_of_due_and_a_count_is_of_its_full_and_both_are_exact() {
    let own = home();
    // September and October have fallen due for both; A did both, B the second.
    let all = told(&own, &sheet(AssessedKind::Child, vec![talks(), visits()]));
    let (a, b) = (child_id('A'), child_id('B'));
    assert_eq!(all, [format!("{a} 20 + 20/3 = 80/3 good"), format!("{b} 10 + 0 = 10 poor"),]);
    // Three of four in the class; the visit of tomorrow is none yet.
    let all = told(&own, &sheet(AssessedKind::Class, vec![talks(), visits()]));
    assert_eq!(all, ["2021-2 15 + 20/3 = 65/3 good"]);
}

#[test]
fn of_a_pair_counts_what_its_adult_answers_for_and_what_both_are_named_in() {
    let own = home();
    let all = told(&own, &sheet(AssessedKind::Pair, vec![talks(), visits()]));
    let (a, s) = (child_id('A'), staff_id('S'));
    assert_eq!(all, [format!("{a}/{s} 20 + 0 = 20 good")], "the visits name no staff");
}

#[test]
fn a_mark_given_again_supersedes_and_who_lacks_one_has_no_total() {
    let mut own = home();
    let (a, b) = (child_id('A').to_string(), child_id('B').to_string());
    mark(&mut own, "2024-10-01", (&a, "effort", "7.5"));
    mark(&mut own, "2024-11-01", (&a, "effort", "9"));
    mark(&mut own, "2024-10-20", (&a, "effort", "8"));
    let sheet = sheet(AssessedKind::Child, vec![item("effort", 10, ScoreSource::Mark), visits()]);
    assert_eq!(
        told(&own, &sheet),
        [format!("{a} 9 + 20/3 = 47/3 poor"), format!("{b} Unmarked + 0 = - -")]
    );
    mark(&mut own, "2024-11-02", (&b, "effort", "11"));
    assert_eq!(told(&own, &sheet)[1], format!("{b} WrongMark + 0 = - -"));
}

#[test]
fn a_mark_that_decides_gives_the_level_though_the_rest_is_open() {
    let mut own = home();
    let a = child_id('A').to_string();
    mark(&mut own, "2024-10-01", (&a, "hazard", "0"));
    let mut hazard = item("hazard", 10, ScoreSource::Mark);
    hazard.decides = Some((0, 0));
    let sheet = sheet(AssessedKind::Child, vec![item("body", 10, ScoreSource::Mark), hazard]);
    assert_eq!(told(&own, &sheet)[0], format!("{a} Unmarked + 0 = - good"));
}

#[test]
fn equal_totals_share_a_place_and_who_has_none_stands_last() {
    let score = |letter, total: Option<usize>| Score {
        assessed: Assessed::Child(child_id(letter)),
        items: Vec::new(),
        total: total.and_then(|own| Fraction::of(own, 1)),
        level: None,
        marked_on: None,
        assessors: BTreeSet::new(),
        rows: ScoreRows::default(),
    };
    let all = vec![score('A', None), score('B', Some(8)), score('C', Some(9)), score('D', Some(8))];
    let all: Vec<_> = ranked(all).into_iter().map(|(place, own)| (place, own.assessed)).collect();
    let child = |letter| Assessed::Child(child_id(letter));
    assert_eq!(
        all,
        [(Some(1), child('C')), (Some(2), child('B')), (Some(2), child('D')), (None, child('A'))]
    );
}
