//! Rolling rules: from one qualifying event to the next.

use chrono::NaiveDate;

use super::case::Case;
use super::obligation::{Obligation, SlotDates, State};
use super::plan::Plan;
use super::presence::Member;
use super::tally::Counted;
use crate::domain::rule::Every;
use crate::domain::spans::{Span, Spans, days_later};
use crate::domain::subject::Subject;

/// The obligations of one member: each stretch is judged alone.
pub fn judge(plan: &Plan, case: Case, counted: &Counted) -> Vec<Obligation> {
    let compiled = &plan.rules[case.rule];
    let stretches = days_there(plan, &compiled.members[case.member])
        .intersect(&compiled.applying(plan.home, case.member))
        .intersect(&compiled.in_force())
        .without(&compiled.exempt(plan.home, case.member));
    let begun = stretches.iter().filter(|stretch| stretch.first <= plan.today);
    let mut chain = Chain { plan, case, judged: Vec::new() };
    for stretch in begun {
        let mut dates: Vec<NaiveDate> = counted.days.iter().map(|done| done.date).collect();
        dates.retain(|date| *date > stretch.first && stretch.contains(*date));
        dates.dedup();
        chain.follow(stretch, &dates);
    }
    chain.judged
}

/// A child's days begin when it joins; those of the others with the calendar, which is where the
/// school's records begin.
fn days_there(plan: &Plan, member: &Member) -> Spans {
    if matches!(member.subject, Subject::Child(_)) {
        return member.present.clone();
    }
    let begun = plan.home.calendar.span().map(|span| Span::new(span.first, None));
    member.present.intersect(&Spans::union(begun))
}

struct Chain<'p> {
    plan: &'p Plan<'p>,
    case: Case,
    judged: Vec<Obligation>,
}

impl Chain<'_> {
    /// From the stretch's first day through each event to its open end.
    fn follow(&mut self, stretch: &Span, events: &[NaiveDate]) {
        let mut anchor = stretch.first;
        for &event in events {
            // Past the calendar's end nothing falls due, so the event closes its slot in time.
            let due = self.due(anchor).unwrap_or(event);
            let state = if event <= due { State::Met } else { State::MetLate };
            let dates = SlotDates { first: anchor, last: event, due };
            self.push(dates, state, Some(event));
            anchor = event;
        }
        if let Some(due) = self.due(anchor) {
            self.open_end(stretch, anchor, due);
        }
    }

    fn open_end(&mut self, stretch: &Span, anchor: NaiveDate, due: NaiveDate) {
        let today = self.plan.today;
        if stretch.last < today && stretch.last <= due {
            return;
        }
        // The slot goes on while the stretch does; after it a late slot is missed for good.
        let last = stretch.last.max(due);
        let grace_days = self.plan.rules[self.case.rule].rule.grace_days;
        let state = State::undone(today, due, grace_days, last);
        self.push(SlotDates { first: anchor, last: due, due }, state, None);
    }

    /// The day on which a slot falls due; none when the calendar ends first.
    fn due(&self, anchor: NaiveDate) -> Option<NaiveDate> {
        match self.plan.rules[self.case.rule].rule.every {
            Every::Rolling { days, in_holidays: true } => Some(days_later(anchor, days)),
            Every::Rolling { days, .. } => self.plan.home.calendar.term_days_after(anchor, days),
            _ => None,
        }
    }

    fn push(&mut self, dates: SlotDates, state: State, met_on: Option<NaiveDate>) {
        self.judged.push(Obligation {
            case: self.case,
            slot: dates.first.to_string(),
            dates: Some(dates),
            state,
            count: u32::from(met_on.is_some()),
            met_on,
            lacks: Vec::new(),
        });
    }
}
