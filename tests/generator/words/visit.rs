//! Visits to the home.

use super::{Pen, two};
use crate::log::Event;

const HOME_STATE: &[&str] = &[
    "三间平房，收拾得干净",
    "堂屋有张书桌，灯光够亮",
    "在饭桌上写作业，光线暗些",
    "与{C}同睡一屋",
    "{C}身体还好，种着几亩地",
    "家里养了鸡鸭，院子宽敞",
    "新盖的二层楼，孩子有自己的房间",
    "电线有些老化，已提醒换掉",
    "离大路近，门口车多",
    "屋后有水塘，围了竹篱笆",
    "墙上贴着孩子的奖状",
    "农忙时家务靠孩子帮手",
    "煤气灶在屋外棚子里，通风",
    "书不多",
    "晚上睡得早",
    "邻居就是亲戚，互相照应",
];

const OPINION: &[&str] = &[
    "希望老师多管严些",
    "孩子回家肯说学校的事，放心",
    "作业辅导不了",
    "说孩子懂事，会疼人",
    "担心孩子看手机",
    "盼着学校周末也开门",
    "对学校满意",
    "怕孩子跟大孩子下水",
    "说孩子挑食，请学校劝劝",
    "想知道怎样跟孩子说话才听",
    "说{P}每晚来电话",
    "愿意配合学校",
    "说孩子夜里怕黑",
    "感谢老师上门",
];

/// What was found wanting, and what was agreed about it.
const PROBLEMS: &[(&str, &[&str])] = &[
    ("作业无人辅导", &["中午留校补作业", "请邻居同学结伴写作业", "请老师每周问一次"]),
    ("看电视时间长", &["约定每天看电视半小时", "借两本课外书带回家"]),
    ("作息不定", &["写一张作息表贴墙上", "{C}答应晚饭早些"]),
    ("一个人在家时间较长", &["放学先到邻居家写作业", "请老师每周问一次"]),
    ("电线老化", &["请村里帮助查看线路"]),
    ("门口车多", &["提醒{C}接送，走路靠边"]),
    ("没有固定的学习地方", &["堂屋添一张小桌", "座灯移到窗边"]),
    ("与{P}通话少", &["定好每周日晚上视频", "教{C}用微信接视频"]),
    ("屋后有水塘", &["提醒{C}看管好水边", "约定不单独去水边"]),
    ("偏食，早饭随便", &["同{C}商量早饭吃热的"]),
];

const EFFECTS: &[&str] = &["{C}答应配合", "孩子很高兴", "已有改进", "下次再看", "说到做到", ""];

/// A window of the term: what visits in it are for, what the family tells, what the school tells.
struct Window {
    name: &'static str,
    purposes: &'static [&'static str],
    at_home: &'static [&'static str],
    at_school: &'static [&'static str],
}

const WINDOWS: &[Window] = &[
    Window {
        name: "start",
        purposes: &["routine", "routine", "guidance"],
        at_home: &["假期作业写完了", "假期跟着{C}下地", "假期里长高不少", "假期看电视多些"],
        at_school: &["开学收心快", "新书本都包好了", "到校早"],
    },
    Window {
        name: "mid",
        purposes: &["routine", "routine", "problem"],
        at_home: &["放学先写作业", "吃饭香，睡得早", "肯帮{C}做家务", "写字要催"],
        at_school: &["测验有进步", "作业按时交", "上课肯举手", "计算要细心", "爱帮同学"],
    },
    Window {
        name: "end",
        purposes: &["routine", "guidance", "guidance"],
        at_home: &["自己定了假期作息", "会照看弟弟妹妹", "盼着{P}回来", "复习不用催"],
        at_school: &["一学期没有缺课", "期末复习认真", "得了进步奖", "字比期初端正"],
    },
    // A visit of every month, whatever the time.
    Window {
        name: "",
        purposes: &["routine", "routine", "routine", "problem", "guidance", "tutoring"],
        at_home: &[
            "放学先写作业",
            "肯帮{C}做家务",
            "吃饭香，睡得早",
            "写字要催",
            "爱看动画片",
            "周末睡懒觉",
            "会自己热饭",
            "同邻居孩子玩得来",
        ],
        at_school: &[
            "上课肯举手",
            "作业按时交",
            "计算要细心",
            "爱帮同学",
            "值日认真",
            "朗读有进步",
            "课间爱跑，提醒安全",
            "有时走神",
        ],
    },
];

const NOBODY: &[&str] = &[
    "大门锁着，邻居说下地了",
    "家中无人，打电话也没有接",
    "家里人带孩子赶集去了，没有等到",
    "去了没人，留了字条",
    "家里人走亲戚，晚上才回",
];

pub fn fill(event: Event, pen: &mut Pen) -> Event {
    let (kin, rng) = (pen.kin, &mut *pen.rng);
    let window = WINDOWS.iter().find(|window| pen.slot.ends_with(window.name));
    let window = window.expect("the last window is any time");
    let state = pen.author.fresh(rng, |rng| kin.say(&two(rng, "；", HOME_STATE)));
    let opinion = pen.author.fresh(rng, |rng| kin.say(&two(rng, "，", OPINION)));
    let (problem, measures) = PROBLEMS[rng.below(PROBLEMS.len())];
    let (problem, measure) = if rng.chance(65) { (problem, rng.pick(measures)) } else { ("", "") };
    event
        .set("mode", "in_person")
        .set("met", kin.carer)
        .set("purpose", rng.pick(window.purposes))
        .set("home_state", state)
        .set("guardian_opinion", opinion)
        .set("problems", kin.say(problem))
        .set("measures", kin.say(measure))
        .set("effect", kin.say(rng.pick(EFFECTS)))
        .set("at_home", kin.say(rng.pick(window.at_home)))
        .set("school_feedback", rng.pick(window.at_school))
}

pub fn nobody(event: Event, pen: &mut Pen) -> Event {
    event.set("mode", "in_person").note(pen.rng.pick(NOBODY)).attempted()
}
