//! For each rule a table of its subjects and slots: what stands where.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::completion::{Completion, part};
use crate::domain::rule::{Every, Rule};
use crate::rules::case::Case;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::slots::Slot;

/// What stands above a column of a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatrixSlot {
    /// A slot that all subjects have alike, with its place among the rule's.
    Common { first: NaiveDate, place: usize, label: Rc<str> },
    /// The nth of the slots that each subject has of its own: its stretches of days, what was asked
    /// of it, its elders' birthdays.
    Nth(usize),
    /// The one slot of a state.
    Now,
}

/// A subject's slots.
pub struct MatrixRow<'o> {
    pub case: Case,
    /// One for each column; none where nothing is owed.
    pub cells: Vec<Option<&'o Obligation>>,
    pub done: Completion,
}

/// One rule's table. Whoever owes nothing by it has no row, and what nobody owes no column.
pub struct RuleMatrix<'o> {
    pub rule: usize,
    pub slots: Vec<MatrixSlot>,
    pub rows: Vec<MatrixRow<'o>>,
    pub done: Completion,
}

/// The tables, in the order in which the rules are written, each in that of classes and names.
pub fn matrix<'o>(plan: &Plan, owed: &'o [Obligation]) -> Vec<RuleMatrix<'o>> {
    let mut tables: Vec<RuleMatrix> = owed
        .chunk_by(|one, next| one.case.rule == next.case.rule)
        .map(|own| table(plan, own))
        .collect();
    tables.sort_by_key(|table| plan.rules[table.rule].rule.line);
    tables
}

fn table<'o>(plan: &Plan, owed: &'o [Obligation]) -> RuleMatrix<'o> {
    let rule = owed[0].case.rule;
    let own = |own: &'o [Obligation]| (own[0].case, placed(plan, own));
    let mut subjects: Vec<(Case, PlacedCells<'o>)> =
        owed.chunk_by(|one, next| one.case == next.case).map(own).collect();
    subjects.sort_by_cached_key(|(case, _)| (plan.place(plan.subject(*case)), *case));
    let mut slots: Vec<MatrixSlot> =
        subjects.iter().flat_map(|(_, placed)| placed.keys().cloned()).collect();
    slots.sort();
    slots.dedup();
    let rows: Vec<MatrixRow> = subjects
        .into_iter()
        .map(|(case, placed)| {
            let mut done = Completion::default();
            for one in placed.values() {
                done.add(part(plan, one));
            }
            let cells = slots.iter().map(|slot| placed.get(slot).copied()).collect();
            MatrixRow { case, cells, done }
        })
        .collect();
    let mut done = Completion::default();
    for one in owed {
        done.add(part(plan, one));
    }
    RuleMatrix { rule, slots, rows, done }
}

type PlacedCells<'o> = BTreeMap<MatrixSlot, &'o Obligation>;

/// Each obligation of a case under its column.
fn placed<'o>(plan: &Plan, owed: &'o [Obligation]) -> PlacedCells<'o> {
    let compiled = &plan.rules[owed[0].case.rule];
    let mut of_its_own = 0;
    let slot = |one: &'o Obligation| {
        let Some(dates) = one.dates else { return (MatrixSlot::Now, one) };
        let first = dates.first;
        let is_it = |slot: &Slot| slot.label == one.slot && slot.span.first == first;
        let slot = match compiled.slots.iter().position(is_it) {
            Some(place) => MatrixSlot::Common { first, place, label: one.slot.clone() },
            None => {
                of_its_own += 1;
                MatrixSlot::Nth(of_its_own)
            }
        };
        (slot, one)
    };
    owed.iter().map(slot).collect()
}

/// Of a rule that several registers can fulfil: in which of them it was done in time. Nothing is
/// said where one of them is restricted, not even by leaving it out.
pub fn register_of(plan: &Plan, one: &Obligation) -> Option<usize> {
    let rule: &Rule = plan.rules[one.case.rule].rule;
    let is_state = matches!(rule.every, Every::State { .. });
    let is_restricted =
        |name: &String| plan.home.registers.get(name).is_none_or(|own| own.restricted);
    let is_told = !is_state && rule.records.len() > 1 && !rule.records.iter().any(is_restricted);
    one.met_in.filter(|_| is_told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::spans::Span;
    use crate::reports::within;
    use crate::rules::sample::{AUTUMN, Sample, texts};

    fn told(own: &Sample, today: &str) -> Vec<String> {
        let plan = own.plan(today);
        let tally = own.tally(&plan);
        let days = Span::new(NaiveDate::MIN, None);
        let owed = within::obligations(&plan, &tally, &days, |_| true);
        let cell = |one: Option<&Obligation>| match one {
            None => "-".to_owned(),
            Some(one) => match register_of(&plan, one) {
                Some(register) => plan.rules[one.case.rule].rule.records[register].clone(),
                None => one.state.name().to_owned(),
            },
        };
        let mut lines = Vec::new();
        for table in matrix(&plan, &owed) {
            for row in &table.rows {
                let cells: Vec<String> = row.cells.iter().copied().map(cell).collect();
                let who = own.called(plan.subject(row.case));
                let rule = &plan.rules[table.rule].rule.id;
                lines.push(format!("{rule} {who} {}", cells.join(" ")));
            }
        }
        lines
    }

    #[test]
    fn a_subject_stands_in_a_row_with_its_slots_under_their_columns() {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.child('B', "2025-05-01");
        own.child('C', "2025-07-01");
        own.rule("talk", Every::Anchor);
        own.event("talk", "2024-09-09", "A");
        assert_eq!(
            told(&own, "2025-05-02"),
            ["talk A met missed missed missed open upcoming", "talk B - - - - open upcoming"],
            "who owes nothing has no row"
        );
    }

    #[test]
    fn slots_that_each_has_of_its_own_are_numbered() {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.child('B', AUTUMN.0);
        own.rule("talk", Every::Rolling { days: 10, in_holidays: true });
        own.event("talk", "2024-09-10", "A");
        assert_eq!(told(&own, "2024-09-20"), ["talk A met open", "talk B overdue -"]);
    }

    #[test]
    fn a_rule_of_several_registers_tells_in_which_it_was_done_unless_one_is_restricted() {
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.rule("call", Every::Term);
        own.rule("talk", Every::Term).records = texts(&["letter", "call"]);
        own.home.rules.remove(0);
        assert_eq!(told(&own, "2024-10-01"), ["talk A open upcoming"]);
        own.event("call", "2024-09-09", "A");
        own.event("letter", "2024-09-10", "A");
        own.column("letter", "note", &[]);
        assert_eq!(told(&own, "2024-10-01"), ["talk A call upcoming"]);
        own.event("letter", "2024-09-09", "A");
        assert_eq!(told(&own, "2024-10-01"), ["talk A letter upcoming"], "the first of the rule's");
        own.home.registers.get_mut("letter").unwrap().restricted = true;
        assert_eq!(told(&own, "2024-10-01"), ["talk A met upcoming"]);
    }
}
