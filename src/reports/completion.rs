//! How many obligations stand where, and the rate of what was done in time.
//!
//! The rate is what was done in time ÷ what has fallen due: done in time, done late, or not done,
//! each only when the due date and the days of grace are over. What is done before, what is still
//! open and what is excused stand beside it. A state has no due date: it has fallen due today.

use crate::domain::spans::days_later;
use crate::rules::obligation::{Obligation, State};
use crate::rules::plan::Plan;

/// Where an obligation stands among the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionPart {
    /// Fallen due, and done in time, done late, or not done.
    InTime,
    Late,
    Undone,
    /// Done, and not yet due.
    Early,
    /// Not done, and not yet due.
    Open,
    Exempt,
}

/// Every part, in order.
pub const PARTS: [CompletionPart; 6] = [
    CompletionPart::InTime,
    CompletionPart::Late,
    CompletionPart::Undone,
    CompletionPart::Early,
    CompletionPart::Open,
    CompletionPart::Exempt,
];

/// Where an obligation stands.
pub fn part(plan: &Plan, one: &Obligation) -> CompletionPart {
    let grace = plan.rules[one.case.rule].rule.grace_days;
    let is_over = one.dates.is_none_or(|dates| days_later(dates.due, grace) < plan.today);
    match one.state {
        State::Met if is_over => CompletionPart::InTime,
        State::MetLate if is_over => CompletionPart::Late,
        State::Met | State::MetLate => CompletionPart::Early,
        State::Overdue | State::Missed => CompletionPart::Undone,
        State::Open | State::Grace | State::Upcoming => CompletionPart::Open,
        State::Exempt => CompletionPart::Exempt,
    }
}

/// The figures of some obligations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    parts: [usize; PARTS.len()],
    /// All of them, counted by themselves.
    pub total: usize,
}

impl Completion {
    /// Counts one more.
    pub fn add(&mut self, part: CompletionPart) {
        self.parts[part as usize] += 1;
        self.total += 1;
    }

    pub fn of(&self, part: CompletionPart) -> usize {
        self.parts[part as usize]
    }

    /// What has fallen due.
    pub fn due(&self) -> usize {
        self.of(CompletionPart::InTime)
            + self.of(CompletionPart::Late)
            + self.of(CompletionPart::Undone)
    }

    /// The rate in tenths of a percent, rounded half up; none where nothing has fallen due.
    pub fn rate(&self) -> Option<usize> {
        let (done, due) = (self.of(CompletionPart::InTime), self.due());
        (due > 0).then(|| (done * 2000 + due) / (due * 2))
    }

    /// Are all of them in one of the parts?
    pub fn adds_up(&self) -> bool {
        self.parts.iter().sum::<usize>() == self.total
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::Every;
    use crate::rules::sample::{AUTUMN, Sample};

    fn counted(parts: &[(CompletionPart, usize)]) -> Completion {
        let mut own = Completion::default();
        for (part, count) in parts {
            (0..*count).for_each(|_| own.add(*part));
        }
        own
    }

    #[test]
    fn the_rate_is_rounded_half_up_to_a_tenth_of_a_percent() {
        let rate = |done, due| {
            counted(&[(CompletionPart::InTime, done), (CompletionPart::Undone, due - done)]).rate()
        };
        assert_eq!(
            [(1, 3), (2, 3), (1, 16), (1, 2000), (0, 7)].map(|(a, b)| rate(a, b).unwrap()),
            [333, 667, 63, 1, 0]
        );
        assert_eq!([rate(1, 2001), rate(7, 7)], [Some(0), Some(1000)]);
    }

    #[test]
    fn where_nothing_has_fallen_due_there_is_no_rate() {
        let own = counted(&[
            (CompletionPart::Early, 3),
            (CompletionPart::Open, 2),
            (CompletionPart::Exempt, 1),
        ]);
        assert_eq!((own.rate(), own.due(), own.total), (None, 0, 6));
        assert_eq!(counted(&[(CompletionPart::Late, 1)]).rate(), Some(0), "late is not in time");
    }

    #[test]
    fn only_what_is_past_its_due_date_and_its_grace_has_fallen_due() {
        use CompletionPart::{Early, InTime, Open, Undone};
        let mut own = Sample::new();
        own.child('A', AUTUMN.0);
        own.rule("talk", Every::Month).grace_days = 5;
        own.event("talk", "2024-10-09", "A");
        let parts = |today: &str| -> Vec<CompletionPart> {
            let plan = own.plan(today);
            let judged = own.judged(today);
            judged.iter().map(|(_, one)| part(&plan, one)).take(3).collect()
        };
        assert_eq!(parts("2024-10-05"), [Open, Open, Open], "in grace");
        assert_eq!(parts("2024-10-09"), [Undone, Early, Open], "done before it is due");
        assert_eq!(parts("2024-11-05"), [Undone, Early, Open], "the last day of grace");
        assert_eq!(parts("2024-11-06"), [Undone, InTime, Open]);
    }
}
