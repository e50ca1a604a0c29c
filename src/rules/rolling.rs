//! Rolling rules: from one qualifying event to the next.

use chrono::NaiveDate;

use super::case::Case;
use super::obligation::{Obligation, SlotDates, State};
use super::plan::Plan;
use super::presence::Member;
use super::tally::{Counted, Done};
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
        let mut events = counted.days.clone();
        events.retain(|done| done.date > stretch.first && stretch.contains(done.date));
        events.dedup_by_key(|done| done.date);
        chain.follow(stretch, &events);
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
    fn follow(&mut self, stretch: &Span, events: &[Done]) {
        let mut anchor = stretch.first;
        for done in events {
            let event = done.date;
            // Past the calendar's end nothing falls due, so the event closes its slot in time.
            let due = self.due(anchor).unwrap_or(event);
            let state = if event <= due { State::Met } else { State::MetLate };
            let dates = SlotDates { first: anchor, last: event, due };
            self.push(dates, state, Some(done));
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
        let grace_days = self.plan.rules[self.case.rule].rule.grace_days;
        let state = State::undone(today, due, grace_days, stretch.last);
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

    fn push(&mut self, dates: SlotDates, state: State, done: Option<&Done>) {
        self.judged.push(Obligation {
            case: self.case,
            slot: dates.first.to_string().into(),
            dates: Some(dates),
            state,
            count: u32::from(done.is_some()),
            met_on: done.map(|done| done.date),
            met_in: done.and_then(|done| done.register),
            agreed: None,
            lacks: Vec::new(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::SubjectKind;
    use crate::rules::sample::{AUTUMN, Sample, day, text, texts};

    /// A child on the roll from a day, and a rule that asks every ten days.
    fn sample(joined: &str, in_holidays: bool) -> Sample {
        let mut sample = Sample::new();
        sample.child('A', joined);
        sample.rule("talk", Every::Rolling { days: 10, in_holidays });
        sample
    }

    fn due(own: &Sample, today: &str, slot: &str) -> NaiveDate {
        own.owed(today, "A", slot).unwrap().dates.unwrap().due
    }

    #[test]
    fn the_stretchs_first_day_is_the_first_anchor_and_each_event_is_the_next() {
        let mut own = sample(AUTUMN.0, true);
        for date in ["2024-09-02", "2024-09-12", "2024-09-23", "2024-09-23"] {
            own.event("talk", date, "A");
        }
        assert_eq!(
            own.states("2024-10-03"),
            ["A 2024-09-02 met", "A 2024-09-12 met_late", "A 2024-09-23 open"]
        );
        let closed = own.owed("2024-10-03", "A", "2024-09-12").unwrap();
        let (first, last, due) = (day("2024-09-12"), day("2024-09-23"), day("2024-09-22"));
        assert_eq!(closed.dates, Some(SlotDates { first, last, due }));
        assert_eq!((closed.count, closed.met_on), (1, Some(last)));
        let open = own.owed("2024-10-03", "A", "2024-09-23").unwrap();
        let (first, due) = (day("2024-09-23"), day("2024-10-03"));
        assert_eq!(open.dates, Some(SlotDates { first, last: due, due }));
        assert_eq!((open.count, open.met_on), (0, None));
    }

    #[test]
    fn the_open_end_is_open_then_in_grace_then_overdue() {
        let mut own = sample(AUTUMN.0, true);
        own.home.rules[0].grace_days = 2;
        for (today, state) in [
            ("2024-09-01", "not owed"),
            ("2024-09-02", "open"),
            ("2024-09-12", "open"),
            ("2024-09-14", "grace"),
            ("2024-09-15", "overdue"),
        ] {
            assert_eq!(own.state(today, "A", "2024-09-02"), state, "{today}");
        }
    }

    #[test]
    fn only_days_inside_terms_count_unless_holidays_do() {
        let inside = sample("2025-01-10", false);
        assert_eq!(due(&inside, "2025-01-20", "2025-01-10"), day("2025-02-19"));
        let all = sample("2025-01-10", true);
        assert_eq!(due(&all, "2025-01-20", "2025-01-10"), day("2025-01-20"));
    }

    #[test]
    fn past_the_calendars_end_nothing_is_open_and_an_event_closes_in_time() {
        let mut own = sample("2025-06-25", false);
        assert_eq!(own.states("2025-07-20"), Vec::<String>::new());
        own.event("talk", "2025-07-20", "A");
        assert_eq!(own.states("2025-07-20"), ["A 2025-06-25 met"]);
        assert_eq!(due(&own, "2025-07-20", "2025-06-25"), day("2025-07-20"));
        let own = sample("2025-06-24", false);
        assert_eq!(due(&own, "2025-07-04", "2025-06-24"), day("2025-07-04"));
    }

    #[test]
    fn when_a_stretch_ended_on_or_before_the_due_date_nothing_is_owed() {
        let mut own = sample("2024-09-20", true);
        own.pause('A', "2024-10-01", "2024-10-31");
        assert_eq!(own.states("2024-09-30"), ["A 2024-09-20 open"], "it has not ended yet");
        assert_eq!(own.states("2024-10-01"), Vec::<String>::new());
        assert_eq!(own.states("2024-11-01"), ["A 2024-11-01 open"]);
    }

    #[test]
    fn after_a_stretch_grace_still_runs_and_then_the_slot_is_missed_for_good() {
        let mut own = sample("2024-09-19", true);
        own.left('A', "2024-09-30");
        assert_eq!(own.states("2024-09-30"), ["A 2024-09-19 overdue"]);
        assert_eq!(own.states("2024-10-01"), ["A 2024-09-19 missed"]);
        own.home.rules[0].grace_days = 5;
        assert_eq!(own.states("2024-10-04"), ["A 2024-09-19 grace"]);
        assert_eq!(own.states("2024-10-05"), ["A 2024-09-19 missed"]);
        own.event("talk", "2024-10-02", "A");
        assert_eq!(own.states("2024-10-05"), ["A 2024-09-19 missed"], "it is in no stretch");
    }

    #[test]
    fn a_child_that_comes_back_begins_a_stretch_of_its_own() {
        let mut own = sample(AUTUMN.0, true);
        own.left('A', "2024-10-15");
        own.rejoined('A', "2024-11-04");
        own.event("talk", "2024-10-14", "A");
        own.event("talk", "2024-11-14", "A");
        assert_eq!(
            own.states("2024-11-20"),
            ["A 2024-09-02 met_late", "A 2024-11-04 met", "A 2024-11-14 open"]
        );
    }

    #[test]
    fn applies_the_rules_dates_and_exemptions_bound_the_stretches() {
        let mut own = sample(AUTUMN.0, true);
        own.home.rules[0].from = Some(day("2024-09-05"));
        own.home.rules[0].until = Some(day("2024-12-02"));
        own.exempt('A', "talk", "2024-09-10", "2024-10-09");
        own.home.rules[0].applies = vec![("risk".to_owned(), texts(&["high"]))];
        own.was('A', "risk", "high", "2024-11-05");
        own.was('A', "risk", "low", "2024-11-20");
        own.fact('A', "risk", text("high"));
        assert_eq!(own.states("2024-09-09"), ["A 2024-09-05 open"]);
        assert_eq!(own.states("2024-12-20"), ["A 2024-10-10 missed", "A 2024-11-21 missed"]);
    }

    #[test]
    fn the_schools_days_begin_with_the_calendar() {
        let mut own = sample(AUTUMN.0, true);
        own.home.rules[0].subject = SubjectKind::School;
        assert_eq!(own.states("2024-09-12"), ["school 2024-09-02 open"]);
        assert_eq!(own.states("2024-09-01"), Vec::<String>::new());
    }

    #[test]
    fn a_pause_of_all_its_children_ends_a_classs_stretch() {
        let mut own = sample(AUTUMN.0, true);
        own.fact('A', "class", text("2021-2"));
        own.home.rules[0].subject = SubjectKind::Class;
        own.pause('A', "2024-09-10", "2024-09-30");
        assert_eq!(own.states("2024-10-05"), ["2021-2 2024-10-01 open"]);
    }
}
