//! Sections 3 and 5: who owes a dated slot, and its state.

use chrono::{NaiveDate, TimeDelta};

use super::Judged;
use super::calendar::days;
use super::event::Tally;
use super::home::Home;
use super::rule::Rule;
use super::slot::{self, Slot};
use super::subject::Subject;

/// Every slot that the subject owes, with its state.
pub fn judge(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    tally: &Tally,
    today: NaiveDate,
) -> Vec<Judged> {
    let slots = slot::cut(home, rule, subject);
    slots.iter().filter_map(|slot| one(home, rule, subject, tally, slot, today)).collect()
}

fn one(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    tally: &Tally,
    slot: &Slot,
    today: NaiveDate,
) -> Option<Judged> {
    if !subject.applies(rule, slot.first) || !present_enough(home, rule, subject, slot) {
        return None;
    }
    let due = due(home, rule, subject, slot);
    // "An event counts for every slot of the rule that contains its date." "`count` is how many
    // such days", "`met_on` is the `times`-th".
    let days: Vec<NaiveDate> = match &slot.session {
        None => tally.days.clone(),
        Some(session) => {
            // "split by `sessions` when given (matched to the event's `session` column)".
            let of_session = tally.sessions.iter().filter(|(_, s)| s == session);
            let mut days: Vec<NaiveDate> = of_session.map(|(d, _)| *d).collect();
            days.dedup();
            days
        }
    };
    let inside: Vec<NaiveDate> =
        days.into_iter().filter(|d| slot.first <= *d && *d <= slot.last).collect();
    let met_on = inside.get(rule.times - 1).copied();
    // "A child that is off the roll on the due date owes the slot only if it is met".
    if met_on.is_none() && !subject.on_roll(home, due) {
        return None;
    }
    Some(Judged {
        slot: slot.label.clone(),
        first: Some(slot.first),
        last: Some(slot.last),
        due: Some(due),
        state: state(rule, subject, slot, (due, met_on), today),
        count: inside.len(),
        met_on,
        lacks: Vec::new(),
        lacks_parts: Vec::new(),
    })
}

/// "A child owes a slot when it is present on at least `min_school_days` school days of it". "An
/// occasion is owed when the child is present on the festival itself (a break: on its first day);
/// `min_school_days` does not apply to it."
fn present_enough(home: &Home, rule: &Rule, subject: &Subject, slot: &Slot) -> bool {
    if let Some(festival) = slot.festival {
        return subject.present(home, festival);
    }
    let attended = days(slot.first, slot.last)
        .filter(|day| home.school_day(*day) && subject.present(home, *day))
        .count();
    attended >= rule.min_school_days
}

/// "`due` = `last`, or with `due_days`: `min(last, b + due_days − 1)`, where `b` is the first day
/// in the slot on which the child is present (`first` when there is none)."
fn due(home: &Home, rule: &Rule, subject: &Subject, slot: &Slot) -> NaiveDate {
    let Some(due_days) = rule.due_days else {
        return slot.last;
    };
    let begin =
        days(slot.first, slot.last).find(|day| subject.present(home, *day)).unwrap_or(slot.first);
    slot.last.min(begin + TimeDelta::days(due_days - 1))
}

/// "Tested in this order: `met` (`met_on` ≤ due) or `met_late`; `exempt`; `upcoming` (today <
/// first); `open` (today ≤ due); `grace` (today ≤ due + `grace_days`); `overdue` (today ≤ last);
/// `missed`."
fn state(
    rule: &Rule,
    subject: &Subject,
    slot: &Slot,
    (due, met_on): (NaiveDate, Option<NaiveDate>),
    today: NaiveDate,
) -> &'static str {
    match met_on {
        Some(day) if day <= due => "met",
        Some(_) => "met_late",
        // "excuses each of the child's unmet slots whose due date is inside it".
        None if subject.exempt(rule, due) => "exempt",
        None if today < slot.first => "upcoming",
        None if today <= due => "open",
        None if today <= due + TimeDelta::days(rule.grace_days) => "grace",
        None if today <= slot.last => "overdue",
        None => "missed",
    }
}
