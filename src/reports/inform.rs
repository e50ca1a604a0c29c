//! What rules without a number ask about: how long ago each subject's last event was.

use std::cmp::Reverse;

use super::overdue::OverdueRow;
use crate::domain::rule::{Every, Level};
use crate::rules::case::Case;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;

/// Each subject present today under each rule that informs, is in force today and applies today.
fn cases<'p>(plan: &'p Plan) -> impl Iterator<Item = Case> + 'p {
    plan.present_today().filter(|case| {
        let compiled = &plan.rules[case.rule];
        compiled.rule.level == Level::Inform
            && !matches!(compiled.rule.every, Every::State { .. })
            && compiled.rule.in_force(plan.today)
            && compiled.applying(plan.home, case.member).contains(plan.today)
    })
}

/// Their last event must be known, however old.
pub fn undecided(plan: &Plan, _tally: &Tally) -> Vec<Case> {
    cases(plan).collect()
}

/// The rows: those of whom nothing was ever counted first, then the longest ago; by rule and
/// subject.
pub fn rows(plan: &Plan, tally: &Tally) -> Vec<OverdueRow> {
    let row = |case: Case| {
        let counted = tally.of(case);
        let last_done = counted.last_done();
        OverdueRow {
            case,
            slot: None,
            due: None,
            since: None,
            days_overdue: 0,
            missed: 0,
            last_done,
            attempts: counted.attempts_since(),
            lacks: Vec::new(),
            agreed: None,
            days_since: last_done.map(|day| (plan.today - day).num_days()),
        }
    };
    let mut rows: Vec<OverdueRow> = cases(plan).map(row).collect();
    rows.sort_by_key(|row| (row.days_since.is_some(), row.days_since.map(Reverse), row.case));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::sample::{AUTUMN, Sample, day, state_rule, text, texts};

    /// Two children, and a rule on talks each month that informs.
    fn sample() -> Sample {
        let mut sample = Sample::new();
        sample.child('A', AUTUMN.0);
        sample.child('B', AUTUMN.0);
        sample.rule("talk", Every::Month).level = Level::Inform;
        sample
    }

    /// `rule subject days` of each row, on 20 November.
    fn lines(own: &Sample) -> Vec<String> {
        let plan = own.plan("2024-11-20");
        let line = |row: &OverdueRow| {
            let subject = own.called(plan.subject(row.case));
            let days = row.days_since.map_or("never".to_owned(), |days| days.to_string());
            format!("{} {subject} {days}", plan.rules[row.case.rule].rule.id)
        };
        rows(&plan, &own.tally(&plan)).iter().map(line).collect()
    }

    #[test]
    fn who_was_never_talked_to_comes_first_then_the_longest_ago_then_rule_and_subject() {
        let mut own = sample();
        own.child('C', AUTUMN.0);
        own.rule("call", Every::Term).level = Level::Inform;
        own.event("talk", "2024-11-10", "B");
        own.event("talk", "2024-11-13", "A");
        own.event("call", "2024-11-10", "ABC");
        let expected = ["talk C never", "call A 10", "call B 10", "call C 10", "talk B 10"];
        assert_eq!(lines(&own)[..5], expected);
        assert_eq!(lines(&own)[5..], ["talk A 7"]);
    }

    #[test]
    fn a_row_has_no_slot_and_counts_the_attempts_since() {
        let mut own = sample();
        own.event("talk", "2024-10-10", "A");
        own.attempt("talk", "2024-10-09", "A");
        own.attempt("talk", "2024-11-09", "A");
        let plan = own.plan("2024-11-20");
        let row = rows(&plan, &own.tally(&plan)).pop().unwrap();
        assert_eq!((row.slot, row.due, row.since), (None, None, None));
        assert_eq!((row.days_overdue, row.missed, row.attempts), (0, 0, 1));
        assert_eq!(row.last_done, Some(day("2024-10-10")));
    }

    #[test]
    fn only_rules_that_inform_are_in_force_and_apply_today_and_are_no_states() {
        let mut own = sample();
        own.rule("visit", Every::Month);
        own.rule("file", state_rule(&[])).level = Level::Inform;
        own.rule("letter", Every::Month).level = Level::Inform;
        own.rule("help", Every::Month).level = Level::Inform;
        own.home.rules[3].until = Some(day("2024-11-19"));
        own.home.rules[4].applies = vec![("risk".to_owned(), texts(&["high"]))];
        own.fact('A', "risk", text("high"));
        own.was('A', "risk", "low", "2024-11-19");
        own.fact('B', "risk", text("low"));
        own.was('B', "risk", "high", "2024-11-19");
        assert_eq!(lines(&own), ["help A never", "talk A never", "talk B never"]);
        own.pause('A', "2024-11-20", "2024-11-20");
        assert_eq!(lines(&own), ["talk B never"]);
    }
}
