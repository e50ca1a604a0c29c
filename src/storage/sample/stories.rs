//! What is not as usual in the made-up home, so that every command has something to show.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::people::{Pupil, Teacher};
use super::year::SampleTime;
use crate::domain::spans::{Span, days_earlier, days_later};

/// Children by their numbers.
const TALK_OVERDUE: u32 = 5;
const VISIT_OVERDUE: [u32; 2] = [6, 23];
const CONTACT_OVERDUE: [u32; 2] = [4, 17];
const LETTER_OVERDUE: u32 = 22;
pub const TALK_CORRECTED: u32 = 8;
pub const TALK_PROMISED: u32 = 12;
const JOINED_LATE: u32 = 16;
pub const NOT_AT_HOME: u32 = 20;
pub const CALL_UNANSWERED: u32 = 25;
const WITHOUT_PAIR: u32 = 28;
pub const TALK_WITHDRAWN: u32 = 30;
const EXEMPT: u32 = 33;
const WITHOUT_CARER: u32 = 14;
const WITHOUT_CARD: u32 = 35;
const PAUSED: u32 = 38;
const LEFT: u32 = 40;
const MOTHERLY: [u32; 3] = [2, 19, 36];

/// Which member of the staff is proxy mother.
const PROXY_MOTHER: usize = 9;

/// What was left undone of late: the last months and the last windows for visits, the one in hand
/// among them. A short month asks for nothing, so one more is left out.
pub fn is_undone(register: &str, pupil: &Pupil, left: usize) -> bool {
    match register {
        "talk" => left <= 3 && pupil.number == TALK_OVERDUE,
        "letter" => left <= 3 && pupil.number == LETTER_OVERDUE,
        "guardian_contact" => left <= 3 && CONTACT_OVERDUE.contains(&pupil.number),
        _ => left <= 2 && VISIT_OVERDUE.contains(&pupil.number),
    }
}

/// What happened with some children these days is told as a story, and nothing usual after it.
pub fn is_told(pupil: &Pupil, day: NaiveDate, time: &SampleTime) -> bool {
    [TALK_PROMISED, NOT_AT_HOME, CALL_UNANSWERED].contains(&pupil.number)
        && days_earlier(time.today, 4) <= day
}

/// Who came late, left, or is away for some weeks.
pub fn settle(children: &mut [Pupil], time: &SampleTime) {
    let days = time.calendar.school_days(&Span { first: time.since, last: time.today });
    for pupil in children {
        match pupil.number {
            JOINED_LATE => pupil.joined = days.get(20).copied().unwrap_or(pupil.joined),
            LEFT => pupil.left = days.get(45).copied(),
            WITHOUT_CARER => pupil.has_carer = false,
            WITHOUT_PAIR => pupil.pair = None,
            PAUSED => {
                let (first, last) = (days_earlier(time.today, 10), days_later(time.today, 20));
                pupil.pause = Some(Span { first, last });
            }
            _ => {}
        }
    }
}

/// What a child's file says beside the usual.
pub fn entries(pupil: &Pupil, staff: &[Teacher], time: &SampleTime) -> String {
    let mut text = String::new();
    let from = pupil.joined.max(time.since);
    if pupil.number != WITHOUT_CARD {
        let _ = write!(text, "\n[contact_card]\nissued_on = {from}\n");
    }
    if MOTHERLY.contains(&pupil.number) {
        let id = staff[PROXY_MOTHER].id;
        let _ =
            write!(text, "\n[[pair]]\nstaff = \"{id}\"\nrole = \"proxy_mother\"\nfrom = {from}\n");
    }
    if pupil.number == EXEMPT {
        let until = days_later(time.today, 60);
        let _ = write!(
            text,
            "\n[[exempt]]\nrule = \"monthly-letter-or-call\"\nfrom = {}\nuntil = {until}\n\
             reason = \"父母在海上作业，联系不上\"\nby = \"{}\"\n",
            days_earlier(time.today, 60),
            staff[0].id
        );
    }
    text
}
