//! What is not as usual in the made-up home, so that every command has something to show.

use std::fmt::Write as _;

use super::people::{Pupil, Teacher};
use super::work::Work;
use super::year::SampleTime;
use crate::domain::spans::{Span, days_earlier, days_later};

/// Children by their numbers.
const TALK_OVERDUE: u32 = 5;
const TALK_CORRECTED: u32 = 8;
const TALK_PROMISED: u32 = 12;
const JOINED_LATE: u32 = 16;
const NOT_AT_HOME: u32 = 20;
const CALL_UNANSWERED: u32 = 25;
const WITHOUT_PAIR: u32 = 28;
const TALK_WITHDRAWN: u32 = 30;
const EXEMPT: u32 = 33;
const WITHOUT_CARD: u32 = 35;
const PAUSED: u32 = 38;
const LEFT: u32 = 40;
const MOTHERLY: [u32; 3] = [2, 19, 36];

/// Which member of the staff is proxy mother.
const PROXY_MOTHER: usize = 9;

/// Nobody talked with this child in the last months.
pub fn is_without_talk(pupil: &Pupil, months_left: usize) -> bool {
    pupil.number == TALK_OVERDUE && months_left <= 3
}

/// Who came late, left, or is away for some weeks.
pub fn settle(children: &mut [Pupil], time: &SampleTime) {
    let days = time.calendar.school_days(&Span { first: time.since, last: time.today });
    for pupil in children {
        match pupil.number {
            JOINED_LATE => pupil.joined = days.get(20).copied().unwrap_or(pupil.joined),
            LEFT => pupil.left = days.get(45).copied(),
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

/// What happened these days, and what was written wrongly.
pub fn tell(work: &mut Work) {
    let children = work.children;
    let ago = |days| Some(days_earlier(work.time.today, days));
    let (promised, tried, rung) = (ago(3), ago(4), ago(2));
    let again = work.ahead(5);
    for pupil in children {
        let who = (pupil, pupil.head);
        match pupil.number {
            TALK_PROMISED => {
                let cells = [
                    ("mode", "phone"),
                    ("topic", "想念父母"),
                    ("content", "夜里睡不踏实，说梦见妈妈"),
                    ("effect", "说出来轻松些"),
                    ("follow_up", "问问和妈妈通话了没有"),
                    ("follow_up_on", again.as_str()),
                ];
                work.did(("talk", promised), who, &cells);
            }
            NOT_AT_HOME => {
                let cells = [
                    ("outcome", "attempted"),
                    ("mode", "in_person"),
                    ("note", "家里人带孩子赶集去了，没有等到"),
                ];
                work.did(("visit", tried), who, &cells);
            }
            CALL_UNANSWERED => {
                let cells =
                    [("outcome", "attempted"), ("mode", "phone"), ("note", "打了两次没有接")];
                work.did(("call", rung), who, &cells);
            }
            TALK_CORRECTED => {
                let cells = [("effect", "第二天主动举了手"), ("note", "补写效果")];
                work.log.replace_first("talk", pupil.id, &cells);
            }
            TALK_WITHDRAWN => {
                let cells = [("status", "void"), ("note", "当天谈的是同班另一名儿童，登记错了")];
                work.log.replace_first("talk", pupil.id, &cells);
            }
            _ => {}
        }
    }
}
