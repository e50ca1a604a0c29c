//! One-to-one help, the survey under five headings, the growth bag, and counselling.

use chrono::Datelike;

use super::{Pen, two};
use crate::log::Event;
use crate::rng::Rng;

struct Help {
    kind: &'static str,
    grades: (i32, i32),
    contents: &'static [&'static str],
    materials: &'static [&'static str],
}

const HELP: &[Help] = &[
    Help {
        kind: "study",
        grades: (1, 2),
        contents: &[
            "拼音拼读",
            "听写生字一页",
            "口算过关练习",
            "教握笔和坐姿",
            "一起读绘本",
            "背诵古诗一首",
        ],
        materials: &["", "", "田字格本两本", "绘本一本"],
    },
    Help {
        kind: "study",
        grades: (3, 6),
        contents: &[
            "中午辅导应用题",
            "一起订正单元卷",
            "指导写日记",
            "教查字典",
            "背诵古诗三首",
            "英语单词领读",
            "讲解错题本",
            "指导阅读一篇短文",
            "听写生字两页",
            "竖式计算过关",
        ],
        materials: &["", "", "练习本两本", "课外书一本", "字帖一本"],
    },
    Help {
        kind: "life",
        grades: (1, 3),
        contents: &[
            "教系鞋带、整理书包",
            "帮助缝好校服扣子",
            "放学送回家",
            "教洗手洗脸",
            "陪着理发",
        ],
        materials: &["", "水杯一个", "雨衣一件"],
    },
    Help {
        kind: "life",
        grades: (4, 6),
        contents: &[
            "帮助修自行车",
            "一起包了顿饺子",
            "添了一件外套",
            "教洗头洗衣",
            "陪着去卫生室看感冒",
        ],
        materials: &["", "", "雨衣一件", "牛奶一箱"],
    },
    Help {
        kind: "mind",
        grades: (1, 6),
        contents: &[
            "课间陪着打球说话",
            "鼓励参加班级合唱",
            "陪着给{P}录了一段话",
            "帮助与同学和好",
        ],
        materials: &["", "", "笔记本一本"],
    },
    Help {
        kind: "safety",
        grades: (1, 6),
        contents: &[
            "讲路口安全，一起走了一遍",
            "讲用电用火",
            "教记家里和老师电话",
            "认校门口的交通标志",
            "雨天送过小桥",
            "演练火灾怎样跑",
            "讲防溺水六不准",
        ],
        materials: &["", "反光书包贴一张"],
    },
];

const EFFECTS: &[&str] = &[
    "会做了",
    "有进步",
    "孩子很高兴",
    "能自己做了",
    "还要再练",
    "习惯好多了",
    "家里人道谢",
    "记住了",
];

pub fn help(event: Event, pen: &mut Pen) -> Event {
    let (kin, rng) = (pen.kin, &mut *pen.rng);
    let suits = |help: &&Help| (help.grades.0..=help.grades.1).contains(&kin.grade);
    let kinds: Vec<&Help> = HELP.iter().filter(suits).collect();
    let help = if rng.chance(45) { kinds[0] } else { rng.pick(&kinds) };
    let content = pen.author.fresh(rng, |rng| {
        let both = rng.chance(35);
        let said =
            if both { two(rng, "，", help.contents) } else { rng.pick(help.contents).into() };
        kin.say(&said)
    });
    event
        .set("kind", help.kind)
        .set("content", content)
        .set("materials", rng.pick(help.materials))
        .set("effect", rng.pick(EFFECTS))
}

const SURVEY: [(&str, &[&str]); 5] = [
    (
        "study",
        &[
            "中等，数学要补",
            "良好，作业按时",
            "基础偏弱，有进步",
            "优秀",
            "语文好，计算粗心",
            "能自觉完成作业",
            "注意力不够集中",
            "喜欢看书，写字一般",
        ],
    ),
    (
        "life",
        &[
            "起居正常",
            "饮食正常，偏食",
            "自理能力强",
            "家里照料周到，衣着整洁",
            "早饭有时不吃",
            "会做简单家务",
            "零花钱较多，要引导",
            "作息规律",
        ],
    ),
    (
        "mind",
        &[
            "开朗",
            "平稳",
            "内向，话少",
            "有时想念父母",
            "自信心不足，需多鼓励",
            "合群",
            "较敏感",
            "懂事",
        ],
    ),
    (
        "safety",
        &[
            "上学路上有人接送",
            "结伴步行，过一条大路",
            "家近水塘，已提醒",
            "会用家里电话求助",
            "家中用电安全",
            "独自在家时间不长",
            "知道防溺水要求",
            "骑车上学需提醒",
        ],
    ),
    (
        "health",
        &[
            "健康",
            "视力轻度下降",
            "健康，偏瘦",
            "龋齿一颗",
            "常感冒",
            "健康，爱运动",
            "体检正常",
            "过敏性鼻炎",
        ],
    ),
];

pub fn survey(event: Event, pen: &mut Pen) -> Event {
    let answer = |event: Event, (heading, phrases): &(&'static str, &[&'static str])| {
        event.set(heading, pen.rng.pick(phrases))
    };
    SURVEY.iter().fold(event, answer)
}

/// The twelve categories of the bag, and the months in which such a thing comes; none: any month.
const GROWTH: &[(&str, &[u32], &[&str])] = &[
    ("self_intro", &[9, 10, 2, 3], &["自我介绍", "我的小档案"]),
    ("talk", &[], &["谈心记录（摘抄）"]),
    ("conduct", &[], &["文明值日卡", "拾金不昧表扬单", "进步之星卡", "家务劳动记录"]),
    ("health", &[], &["体检表（复印）", "视力检查单", "跳绳记录卡"]),
    ("letter", &[], &["家信（副本）", "贺卡（照片）"]),
    ("homework", &[], &["单元卷一份", "作文《我的家》", "书写作业样本", "数学手抄报"]),
    ("reading", &[], &["阅读书目单", "读书卡三张"]),
    ("award", &[10, 11, 12, 4, 5, 6], &["运动会跳绳奖状", "诵读比赛奖状", "书画展入选证"]),
    ("plan", &[9, 2, 3], &["学期打算", "我的小目标"]),
    ("summary", &[11, 12, 1, 4, 5, 6], &["期中小结", "同学眼中的我"]),
    ("report", &[1, 6, 7], &["素质报告单"]),
    ("care_activity", &[], &["剪纸作品", "班队活动照片", "老师寄语", "画：我们一家人"]),
];

pub fn growth(event: Event, pen: &mut Pen) -> Event {
    let month = event.date.month();
    let fits = |(_, months, _): &&(&str, &[u32], _)| months.is_empty() || months.contains(&month);
    let fits: Vec<_> = GROWTH.iter().filter(fits).collect();
    let (category, _, titles) = fits[pen.rng.below(fits.len())];
    let event = event.set("category", *category).set("title", pen.rng.pick(titles));
    event.set("kept_in", "班级成长袋")
}

/// Kept general on purpose: these records are for the counsellor only.
const COUNSELLING: &[(&str, &str, &str)] = &[
    ("入学后情绪起伏", "听孩子说，画情绪脸谱", "能说出自己的感受"),
    ("与父母分离的想念", "做“想念盒子”，约定通话时间", "较前平稳"),
    ("同伴交往紧张", "角色扮演，练习打招呼", "愿意再试"),
    ("考试前紧张", "放松呼吸练习", "会用了"),
    ("睡前害怕", "商量睡前安排，同家里沟通", "入睡好转"),
    ("近况回访", "回顾上次约定", "稳定"),
];

pub fn counselling(event: Event, round: u32, rng: &mut Rng) -> Event {
    let (problem, process, effect) =
        COUNSELLING[if round == 0 { rng.below(COUNSELLING.len() - 1) } else { 5 }];
    event
        .set("mode", "in_person")
        .set("source", rng.pick(&["teacher", "observed", "self"]))
        .set("problem", problem)
        .set("process", process)
        .set("mood_score", rng.between(4 + round, 6 + round).to_string())
        .set("effect", effect)
        .set("risk", "low")
}
