//! Visits to the home.

use super::{Author, Kin, two};
use crate::log::Event;
use crate::rng::Rng;

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
    (
        "作业无人辅导",
        &[
            "中午到留守儿童之家补作业",
            "请邻居同学结伴写作业",
            "请结对教师每周问一次",
        ],
    ),
    (
        "看电视时间长",
        &["约定每天看电视半小时", "借两本课外书带回家"],
    ),
    ("作息不定", &["写一张作息表贴墙上", "{C}答应晚饭早些"]),
    (
        "一个人在家时间较长",
        &["放学先到邻居家写作业", "请结对教师每周问一次"],
    ),
    ("电线老化", &["请村里帮助查看线路"]),
    ("门口车多", &["提醒{C}接送，走路靠边"]),
    ("没有固定的学习地方", &["堂屋添一张小桌", "座灯移到窗边"]),
    ("与{P}通话少", &["定好每周日晚上视频", "教{C}用微信接视频"]),
    ("屋后有水塘", &["提醒{C}看管好水边", "约定不单独去水边"]),
    ("偏食，早饭随便", &["同{C}商量早饭吃热的"]),
];

const EFFECTS: &[&str] = &[
    "{C}答应配合",
    "孩子很高兴",
    "已有改进",
    "下次再看",
    "说到做到",
    "",
];

const PURPOSES: &[(&str, &[&str])] = &[
    (
        "start",
        &[
            "期初家访，了解假期生活",
            "期初家访，看家里情况",
            "期初家访，核对联系方式",
        ],
    ),
    (
        "mid",
        &[
            "期中家访，反馈在校表现",
            "期中家访，反馈测验情况",
            "期中家访，看作业环境",
        ],
    ),
    (
        "end",
        &[
            "期末家访，讲假期安全",
            "期末家访，反馈一学期情况",
            "期末家访，商量假期安排",
        ],
    ),
];

const NOBODY: &[&str] = &[
    "大门锁着，邻居说下地了",
    "家中无人，打电话也没有接",
    "家里人带孩子赶集去了，没有等到",
    "去了没人，留了字条",
    "家里人走亲戚，晚上才回",
];

pub fn fill(event: Event, anchor: &str, kin: Kin, author: &mut Author, rng: &mut Rng) -> Event {
    let purposes = PURPOSES.iter().find(|(name, _)| anchor.ends_with(name));
    let purpose = rng.pick(purposes.expect("a window that visits are written for").1);
    let state = author.fresh(rng, |rng| kin.say(&two(rng, "；", HOME_STATE)));
    let opinion = author.fresh(rng, |rng| kin.say(&two(rng, "，", OPINION)));
    let (problem, measures) = PROBLEMS[rng.below(PROBLEMS.len())];
    let (problem, measure) = if rng.chance(65) {
        (problem, rng.pick(measures))
    } else {
        ("", "")
    };
    event
        .set("mode", "in_person")
        .set("met", kin.carer)
        .set("purpose", purpose)
        .set("home_state", state)
        .set("guardian_opinion", opinion)
        .set("problems", kin.say(problem))
        .set("measures", kin.say(measure))
        .set("effect", kin.say(rng.pick(EFFECTS)))
}

pub fn nobody(event: Event, rng: &mut Rng) -> Event {
    event
        .set("mode", "in_person")
        .note(rng.pick(NOBODY))
        .attempted()
}
