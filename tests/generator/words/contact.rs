//! Letters and calls of a child, and the school's contact with the person at home.

use chrono::NaiveDate;

use super::{Kin, Pen, maybe, two};
use crate::calendar::date;
use crate::log::Event;

const LETTERS: &[&str] = &[
    "说说这次测验",
    "我会做的一道菜",
    "运动会的事",
    "家里的小鸡长大了",
    "我读的一本书",
    "我的新同桌",
    "谢谢寄来的鞋",
    "学校门前的树",
    "我当了值日班长",
    "家里人身体都好",
    "我学会了骑车",
    "学校开了家长会",
    "想问你们什么时候回来",
    "我画的画贴在墙上",
    "我们班的合唱",
    "窗台上的蒜苗",
];

/// A festival for which letters are written: its day, its code, what is written of.
pub type Occasion = (NaiveDate, &'static str, &'static str);

pub const OCCASIONS: &[Occasion] = &[
    (date(2024, 9, 17), "mid_autumn", "中秋节的信"),
    (date(2024, 10, 11), "double_ninth", "重阳节，说说家里老人"),
    (date(2025, 1, 1), "new_year", "新年的信"),
    (date(2025, 3, 8), "womens_day", "妇女节写给妈妈"),
    (date(2025, 5, 11), "mothers_day", "母亲节写给妈妈"),
    (date(2025, 6, 1), "childrens_day", "儿童节的信"),
];

const CALLS: &[&str] = &[
    "说了测验成绩，{P}夸了",
    "{P}问吃得好不好",
    "讲了学校的活动，笑个不停",
    "家里人也抢着说话",
    "{P}说要照看好自己的身体",
    "问什么时候回来",
    "{P}叮嘱听{C}的话",
    "说了想要一本故事书",
    "{P}正上班，说了几句就忙去了",
    "通话时有些想哭，后来好了",
    "背了一首古诗给{P}听",
    "说牙掉了一颗",
    "约好周末再打",
    "说老师表扬了作业",
    "{P}讲了厂里的事",
    "说起家里的庄稼",
    "{P}教怎样量体温",
    "说和同学和好了",
    "问了{P}住的地方",
    "说了运动会的名次",
];

const NO_ANSWER: &[&str] =
    &["打了两次没有接", "无人接听，可能在上班", "提示关机", "占线，过后再打也没通"];

const CARED_LIFE: &[&str] = &[
    "按时吃饭睡觉",
    "能帮家里做事",
    "早上起得来",
    "周末在家写作业",
    "吃饭还是挑",
    "晚上睡得晚些",
    "衣服够换",
    "放学按时到家",
    "周末跟着下地玩",
    "零食少了",
    "放学先写作业",
    "会自己热饭",
    "爱看动画片",
    "帮着照看鸡鸭",
    "自己洗漱上床",
    "雨天有人接",
    "饭量大了",
    "跟邻居孩子一起玩",
    "起床要喊两遍",
    "周日洗澡换衣",
];
const CARED_BODY: &[&str] = &[
    "健康",
    "前几天感冒，已好",
    "胃口好",
    "长高了",
    "视力要查一查",
    "有些咳嗽",
    "无异常",
    "睡得香",
];
const CARED_MIND: &[&str] = &[
    "情绪稳定",
    "爱说爱笑",
    "有时想{P}",
    "话比以前多",
    "有点怕生",
    "近来乖",
    "被说两句会生气",
    "接了电话后高兴半天",
];
/// What the person at home asked for, and what came of it.
const REQUESTS: &[(&str, &str)] = &[
    ("请老师多辅导数学", "转告任课老师，中午辅导"),
    ("请放学时看着过马路", "同值日老师说好了"),
    ("请提醒少喝饮料", "已同孩子说了"),
    ("请帮着借书", "借去两本"),
    ("想知道测验成绩", "当场说了"),
    ("请劝孩子早睡", "约好九点关电视"),
    ("请说说手机的事", "定了每天半小时"),
];
const RESULTS: &[&str] = &["约好下月再联系", "家里放心", "继续留意", "家校一致"];

pub fn letter(event: Event, pen: &mut Pen) -> Event {
    let (kin, rng) = (pen.kin, &mut *pen.rng);
    let occasion = if rng.chance(40) { occasion(event.date) } else { None };
    let topic = pen.author.fresh(rng, |rng| String::from(rng.pick(LETTERS)));
    event
        .set("direction", "child_to_parent")
        .set("occasion", occasion.map_or("", |(code, _)| code))
        .set("addressee", kin.away)
        .set("topic", occasion.map_or(topic, |(_, topic)| String::from(topic)))
}

/// A letter for a festival, of one child or of a whole class.
pub fn festival(event: Event, (_, code, topic): &Occasion) -> Event {
    let event = event.set("direction", "child_to_parent").set("occasion", *code);
    event.set("addressee", "父母").set("topic", *topic)
}

fn occasion(day: NaiveDate) -> Option<(&'static str, &'static str)> {
    let near = |festival: NaiveDate| day <= festival && (festival - day).num_days() <= 14;
    let found = OCCASIONS.iter().find(|(festival, _, _)| near(*festival));
    found.map(|(_, code, topic)| (*code, *topic))
}

pub fn family_call(event: Event, pen: &mut Pen) -> Event {
    let (kin, rng) = (pen.kin, &mut *pen.rng);
    let receiver = kin.one_away(rng);
    let mode = rng.pick(&["phone", "phone", "video"]);
    let line = if mode == "phone" { rng.pick(&["school_line", "mobile"]) } else { "mobile" };
    event
        .set("mode", mode)
        .set("receiver", receiver)
        .set("minutes", rng.between(3, 16).to_string())
        .set("line", line)
        .note(pen.author.fresh(rng, |rng| {
            let said = if rng.chance(50) { two(rng, "；", CALLS) } else { rng.pick(CALLS).into() };
            Kin { away: receiver, ..kin }.say(&said)
        }))
}

pub fn no_answer(event: Event, pen: &mut Pen) -> Event {
    let receiver = pen.kin.one_away(pen.rng);
    let event = event.set("mode", "phone").set("receiver", receiver).set("line", "school_line");
    event.note(pen.rng.pick(NO_ANSWER)).attempted()
}

pub fn guardian(event: Event, pen: &mut Pen) -> Event {
    let (kin, rng) = (pen.kin, &mut *pen.rng);
    let mode = rng.pick(&["phone", "phone", "phone", "in_person", "in_person", "message"]);
    let life = pen.author.fresh(rng, |rng| two(rng, "，", CARED_LIFE));
    let (request, result) = if rng.chance(45) {
        REQUESTS[rng.below(REQUESTS.len())]
    } else {
        ("", maybe(rng, 50, RESULTS))
    };
    event
        .set("mode", mode)
        .set("carer", kin.carer)
        .set("life", life)
        .set("body", rng.pick(CARED_BODY))
        .set("mind", kin.say(rng.pick(CARED_MIND)))
        .set("request", request)
        .set("result", result)
}

pub fn guardian_silent(event: Event, pen: &mut Pen) -> Event {
    let event = event.set("mode", "phone").set("carer", pen.kin.carer);
    event.note(pen.rng.pick(NO_ANSWER)).attempted()
}
