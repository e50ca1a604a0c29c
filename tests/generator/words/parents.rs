//! What the school tells the parents who are away: calls, letters, reports.

use super::{Pen, maybe, two};
use crate::log::Event;

const CALLS: &[&str] = &[
    "说了近来的作业和测验",
    "{P}问孩子听不听话",
    "说了家访看到的情况",
    "请{P}每周同孩子视频一次",
    "{P}说过年回来",
    "说了孩子想{P}的话",
    "{P}担心{C}的身体",
    "提醒零花钱不要给多",
    "商量周末谁来看管",
    "说了孩子在校的进步",
    "{P}换了厂，号码没有变",
    "说了班里的活动，孩子上台了",
    "请{P}多问学校的事，少问分数",
    "说了手机的事，{P}同意收起来",
    "{P}问要不要买课外书",
    "说了换季添衣的事",
    "{P}问孩子饭量和个头",
    "说了防溺水和上下学路上的安全",
    "{P}正在上班，简单说了几句",
    "说了孩子和同学处得好",
];

const RESULTS: &[&str] = &[
    "约好下月再联系",
    "{P}答应周末视频",
    "{P}放心",
    "{P}答应同{C}说",
    "继续留意",
    "{P}表示感谢",
    "",
];

/// A call from school to the parents.
pub fn call(event: Event, pen: &mut Pen) -> Event {
    let receiver = pen.kin.one_away(pen.rng);
    let kin = super::Kin { away: receiver, ..pen.kin };
    let content = pen.author.fresh(pen.rng, |rng| kin.say(&two(rng, "；", CALLS)));
    let event = event.set("phone", pen.phone(receiver));
    let rng = &mut *pen.rng;
    event
        .set("mode", rng.pick(&["phone", "phone", "phone", "video"]))
        .set("receiver", receiver)
        .set("minutes", rng.between(4, 18).to_string())
        .set("content", content)
        .set("result", kin.say(rng.pick(RESULTS)))
}

const NO_ANSWER: &[&str] =
    &["打了两次没有接", "提示关机", "号码暂停服务", "占线，过后再打也没通", "说在忙，约了没有打成"];

pub fn no_answer(event: Event, pen: &mut Pen) -> Event {
    let receiver = pen.kin.one_away(pen.rng);
    let event = event.set("mode", "phone").set("receiver", receiver);
    event.set("phone", pen.phone(receiver)).note(pen.rng.pick(NO_ANSWER)).attempted()
}

const LETTERS: &[&str] = &[
    "这学期的学习和生活",
    "进步和还要努力的地方",
    "家访看到的，想同家长商量的",
    "请常打电话回来",
    "期末情况和假期安排",
    "孩子的作业和画，一并寄去",
    "身体、饮食和作息",
    "和{C}商量好的几件事",
];

/// A letter from a teacher to the parents.
pub fn letter(event: Event, pen: &mut Pen) -> Event {
    let kin = pen.kin;
    let topic = pen.author.fresh(pen.rng, |rng| kin.say(&two(rng, "；", LETTERS)));
    let event = event.set("direction", "staff_to_parent").set("addressee", kin.away);
    event.set("topic", topic)
}

const REPORTS: &[&str] = &[
    "听讲专心，作业按时",
    "语文有进步，数学要多练",
    "书写工整，计算要细心",
    "朗读好，愿意举手",
    "基础偏弱，中午有老师辅导",
    "爱劳动，值日认真",
    "与同学相处好",
    "比上学期开朗",
    "有些内向，老师多陪着说话",
    "参加了书画展",
    "运动会得了名次",
    "身体健康，长高了",
    "视力要注意",
    "守纪律，得了进步卡",
];

/// A report on the child's state.
pub fn feedback(event: Event, pen: &mut Pen) -> Event {
    let content = pen.author.fresh(pen.rng, |rng| two(rng, "；", REPORTS));
    let more = maybe(pen.rng, 40, &["请多鼓励", "请常通话", "假期注意安全", "请保持联系"]);
    let content = if more.is_empty() { content } else { format!("{content}。{more}") };
    let mode = pen.rng.pick(&["message", "message", "phone", "group", "in_person"]);
    event.set("mode", mode).set("content", content)
}
