//! Section 6: rolling rules.

use chrono::{NaiveDate, TimeDelta};

use super::Judged;
use super::calendar::{days, within};
use super::event::Tally;
use super::home::Home;
use super::rule::Rule;
use super::subject::Subject;

/// Every rolling slot of the subject, stretch by stretch: "Each stretch is judged alone."
pub fn judge(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    tally: &Tally,
    today: NaiveDate,
) -> Vec<Judged> {
    let mut found = Vec::new();
    for (first, last) in stretches(home, rule, subject, today) {
        let mut anchor = first;
        // "(an event on that very day is not a closing event)"
        for event in tally.days.iter().filter(|d| first < **d && **d <= last) {
            found.push(closed(home, rule, anchor, *event));
            anchor = *event;
        }
        found.extend(open_end(home, rule, anchor, last, today));
    }
    found
}

/// "A *stretch* is a maximal run of days on which the child is present, `applies` holds, the rule
/// is in force (`from`/`until`) and no exemption for it covers the day." Days after today are left
/// out: they "do not end a stretch".
fn stretches(
    home: &Home,
    rule: &Rule,
    subject: &Subject,
    today: NaiveDate,
) -> Vec<(NaiveDate, NaiveDate)> {
    let mut found: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days(beginning(home, subject), today) {
        let inside = subject.present(home, day)
            && subject.applies(rule, day)
            && within(day, rule.from, rule.until)
            && !subject.exempt(rule, day);
        if !inside {
            continue;
        }
        match found.last_mut() {
            Some(stretch) if stretch.1.succ_opt() == Some(day) => stretch.1 = day,
            _ => found.push((day, day)),
        }
    }
    found
}

/// The day from which stretches are sought.
///
/// Choice (golden): a child's stretch may begin before the calendar, with its spell; that of a
/// staff member never does, however long the role has been held. The class and the school are
/// taken to be like the staff.
fn beginning(home: &Home, subject: &Subject) -> NaiveDate {
    let first = home.calendar_first();
    match subject {
        Subject::Child(child) => child.spells.iter().map(|s| s.0).min().unwrap_or(first),
        _ => first,
    }
}

/// "A slot falls due on the day when `days` days **inside terms** have passed since the anchor;
/// with `in_holidays = true` all days count." None when "the calendar ends before the slot falls
/// due".
fn due(home: &Home, rule: &Rule, anchor: NaiveDate) -> Option<NaiveDate> {
    if rule.in_holidays {
        return Some(anchor + TimeDelta::days(rule.days));
    }
    let mut passed = 0;
    for day in days(anchor.succ_opt().expect("a day"), home.calendar_last()) {
        if home.in_term(day) {
            passed += 1;
        }
        if passed == rule.days {
            return Some(day);
        }
    }
    None
}

/// "The next event in the stretch closes the slot (`met`, or `met_late` after the due date) and is
/// the next anchor." Without a due date: "closed as `met` with `due` = the event's date".
fn closed(home: &Home, rule: &Rule, anchor: NaiveDate, event: NaiveDate) -> Judged {
    let due = due(home, rule, anchor).unwrap_or(event);
    Judged {
        slot: anchor.to_string(),
        first: Some(anchor),
        last: Some(event),
        due: Some(due),
        state: if event <= due { "met" } else { "met_late" },
        count: 1,
        met_on: Some(event),
        lacks: Vec::new(),
        lacks_parts: Vec::new(),
    }
}

/// "The open end: `open`, then `grace` (which still runs after a stretch has ended), then `overdue`
/// while the stretch contains today, else `missed`. When the stretch ended before today, and on or
/// before the due date, nothing is owed".
fn open_end(
    home: &Home,
    rule: &Rule,
    anchor: NaiveDate,
    stretch_last: NaiveDate,
    today: NaiveDate,
) -> Option<Judged> {
    let due = due(home, rule, anchor)?;
    if stretch_last < today && stretch_last <= due {
        return None;
    }
    let state = if today <= due {
        "open"
    } else if today <= due + TimeDelta::days(rule.grace_days) {
        "grace"
    } else if stretch_last == today {
        "overdue"
    } else {
        "missed"
    };
    Some(Judged {
        slot: anchor.to_string(),
        first: Some(anchor),
        last: Some(due),
        due: Some(due),
        state,
        count: 0,
        met_on: None,
        lacks: Vec::new(),
        lacks_parts: Vec::new(),
    })
}
