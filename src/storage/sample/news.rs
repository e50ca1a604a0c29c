//! What happened in the made-up home these days, and what was written wrongly in its logs.

use super::stories;
use super::work::Work;
use crate::domain::spans::days_earlier;

/// Adds both to the logs, when all that is usual stands in them.
pub fn tell(work: &mut Work) {
    let children = work.children;
    let ago = |days| Some(days_earlier(work.time.today, days));
    let (promised, tried, rung) = (ago(3), ago(4), ago(2));
    let again = work.ahead(5);
    for pupil in children {
        let who = (pupil, pupil.head);
        match pupil.number {
            stories::TALK_PROMISED => {
                let cells = [
                    ("mode", "phone"),
                    ("topic", "想念父母"),
                    ("content", "夜里睡不踏实，说梦见妈妈"),
                    ("effect", "说出来轻松些"),
                    ("follow_up", "问问和妈妈通话了没有"),
                    ("follow_up_on", again.as_str()),
                ];
                work.tell(("talk", promised), who, &cells);
            }
            stories::NOT_AT_HOME => {
                let cells = [
                    ("outcome", "attempted"),
                    ("mode", "in_person"),
                    ("note", "家里人带孩子赶集去了，没有等到"),
                ];
                work.tell(("visit", tried), who, &cells);
            }
            stories::CALL_UNANSWERED => {
                let cells =
                    [("outcome", "attempted"), ("mode", "phone"), ("note", "打了两次没有接")];
                work.tell(("call", rung), who, &cells);
            }
            stories::TALK_CORRECTED => {
                let cells = [("effect", "第二天主动举了手"), ("note", "补写效果")];
                work.log.replace_first("talk", pupil.id, &cells);
            }
            stories::TALK_WITHDRAWN => {
                let cells = [("status", "void"), ("note", "当天谈的是同班另一名儿童，登记错了")];
                work.log.replace_first("talk", pupil.id, &cells);
            }
            _ => {}
        }
    }
}
