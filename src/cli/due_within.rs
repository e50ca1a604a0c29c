//! What falls due in the days that a command is asked about, of the rules and rows that it is
//! narrowed to.

use super::context::Context;
use super::failure::Failure;
use super::period::{DueDays, Period};
use super::question::{Narrow, Question};
use crate::domain::rule::Level;
use crate::reports::within;
use crate::rules::case::Case;
use crate::rules::judge::SlotCount;
use crate::rules::need;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::rules::tally::Tally;
use crate::session::read::{Reading, nobody};

/// What was judged.
pub struct DueWithin<'h> {
    pub asked: DueDays,
    pub plan: Plan<'h>,
    pub owed: Vec<Obligation>,
    question: Question,
    tally: Tally,
}

impl<'h> DueWithin<'h> {
    /// Judges the required and the advised rules, with no more read than their slots need.
    ///
    /// # Errors
    /// A name or a day was not clear, or the records have faults.
    pub fn new(
        context: &Context,
        reading: &'h Reading,
        (narrow, period): (&Narrow, &Period),
    ) -> Result<DueWithin<'h>, Failure> {
        let home = &reading.home;
        let question = narrow.question(context, home, Some(Level::Advised))?;
        let asked = period.due(home, context)?;
        let plan = Plan::new(home, context.today, |rule| question.wants(rule));
        let need = need::due_since(&plan, asked.days.first);
        let tally = reading.judge(&plan, &need, nobody)?;
        let keeps = |case| question.keeps(&plan, case);
        let owed = within::obligations(&plan, &tally, &asked.days, keeps);
        Ok(DueWithin { asked, plan, owed, question, tally })
    }

    /// Every slot that falls due for somebody, owed or not.
    pub fn slots(&self) -> SlotCount {
        within::slots(&self.plan, &self.tally, &self.asked.days, |case| self.keeps(case))
    }

    /// Of how many children a rule cannot tell whether they owe.
    pub fn not_reached(&self) -> usize {
        self.plan.not_reached(|case| self.keeps(case))
    }

    fn keeps(&self, case: Case) -> bool {
        self.question.keeps(&self.plan, case)
    }
}
