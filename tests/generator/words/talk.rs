//! Talks with a child.

use chrono::{Datelike, NaiveDate};

use super::Pen;
use crate::log::Event;
use crate::rng::Rng;

struct Topic {
    title: &'static str,
    /// Months in which it comes up; empty: all.
    months: &'static [u32],
    /// Grades it suits.
    grades: (i32, i32),
    said: &'static [&'static str],
}

const fn topic(title: &'static str, said: &'static [&'static str]) -> Topic {
    Topic { title, months: &[], grades: (1, 6), said }
}

const TOPICS: &[Topic] = &[
    topic(
        "近来学习",
        &[
            "语文课能主动举手，数学作业错题偏多",
            "这次单元测验进步了十来分，自己很高兴",
            "家庭作业拖到很晚，字写得急",
            "背课文吃力，愿意每天早读多读两遍",
            "上课偶尔走神，说是晚上看电视看晚了",
            "应用题读不懂题意，约好中午来问",
            "作业本比上月整洁，当面表扬了",
            "课外书看完两本，能讲出大意",
        ],
    ),
    topic(
        "想念父母",
        &[
            "说睡觉前会想{P}，约好周末视频",
            "{P}没能回来，有些失落，说说就好多了",
            "知道{P}在外辛苦，想考个好成绩",
            "把{P}寄来的书包背来了，讲了好一会儿",
            "梦见{P}回来了，说着笑了",
            "说着说着掉了泪，安慰后平静",
            "数着日子等{P}回家，墙上画了格子",
        ],
    ),
    topic(
        "与同学相处",
        &[
            "和同桌因为借橡皮闹了别扭，已经和好",
            "课间愿意跟大家跳绳了，朋友多了两个",
            "被人起外号，心里不舒服，已同那位同学谈过",
            "当了小组长，有些急，教着遇事先商量",
            "喜欢一个人待着，安排了热心的同学一起值日",
            "打球时与人争抢，事后主动道了歉",
        ],
    ),
    topic(
        "饮食起居",
        &[
            "早饭常常不吃，提醒吃了再来",
            "晚上九点能睡，早上自己起床",
            "衣服厚薄不合适，已同{C}说",
            "在校午饭能吃完，不挑菜了",
            "家里做饭晚，饿了吃零食，同家里商量过",
            "学会自己洗红领巾和袜子",
        ],
    ),
    topic(
        "上学路上",
        &[
            "和邻居家孩子结伴走，过路口知道等车过去",
            "下雨路滑，嘱咐不抄水塘边近路",
            "{C}骑三轮接送，提醒坐稳扶好",
            "放学在路上玩，到家晚，约好先回家再玩",
        ],
    ),
    topic(
        "手机和电视",
        &[
            "周末看手机时间长，定了每天半小时",
            "短视频看得多，说了对眼睛不好，愿意改",
            "{C}管不住手机，约好写完作业再看",
            "把玩手机的时间换成了打球",
        ],
    ),
    topic(
        "家务和劳动",
        &[
            "会烧水、扫地，帮家里择菜",
            "自己的衣服自己叠，家里人夸了",
            "帮家里喂鸡，说得头头是道",
            "值日认真，黑板擦得干净",
        ],
    ),
    topic(
        "爱好和长处",
        &[
            "画了一幅全家福，想寄给{P}",
            "跳绳一分钟过百，想参加运动会",
            "喜欢朗读，鼓励报名诵读比赛",
            "折纸折得好，愿意教低年级同学",
        ],
    ),
    Topic {
        title: "开学适应",
        months: &[2, 9],
        grades: (1, 6),
        said: &[
            "新学期书本文具齐全，精神不错",
            "假期作业补完了，收心还要几天",
            "换了座位，看得清黑板",
            "{P}刚走几天，情绪有起伏，多陪着说话",
        ],
    },
    Topic {
        title: "期中期末复习",
        months: &[1, 4, 6, 11],
        grades: (2, 6),
        said: &[
            "复习有计划，错题抄在本子上",
            "怕考不好，告诉孩子尽力就行",
            "数学公式记混，一起理了一遍",
            "生字听写错得多，每天记五个",
            "成绩单给家里看了，家里说有进步",
        ],
    },
    Topic {
        title: "防溺水",
        months: &[4, 5, 6, 7],
        grades: (1, 6),
        said: &[
            "六不准能背出来，答应不去水边",
            "家门口有水塘，提醒不单独去，也同家里说了",
            "同村孩子约去沟里摸鱼，没有去，表扬了",
        ],
    },
    Topic {
        title: "拼音和写字",
        months: &[],
        grades: (1, 2),
        said: &[
            "拼音拼读慢，每天练一页",
            "握笔姿势改过来一些",
            "听写全对，得了小红花",
            "田字格写得端正，贴上了墙",
        ],
    },
    Topic {
        title: "升学打算",
        months: &[3, 5, 6],
        grades: (6, 6),
        said: &[
            "想到镇上读初中，问了住校的事",
            "担心离家远，说了学校有校车和宿舍",
            "想考好些让{P}高兴，压力不大",
        ],
    },
];

const MANNER: &[&str] = &[
    "一开始话不多，后来谈开了",
    "说话比上月大方",
    "问一句答一句，眼神不躲了",
    "谈得很高兴",
    "说说笑笑，不拘束",
    "自己想得明白",
    "声音小，但听得认真",
    "有说有笑",
    "愿意把心里话讲出来",
    "还有点怕老师，慢慢来",
    "答应得爽快",
    "临走说了谢谢老师",
];

const EFFECTS: &[&str] = &[
    "答应本周试试看",
    "愿意再努力",
    "情绪好转",
    "记在了自己的小本子上",
    "同意请同学监督",
    "已能主动找老师说话",
    "第二天表现有变化",
    "约好下月再看",
    "有信心了",
    "",
];

const STUDY: &[&str] = &[
    "有进步",
    "平稳",
    "作业按时",
    "数学偏弱",
    "书写工整了",
    "朗读有进步",
    "基础一般",
    "听讲专心",
    "作业偶有拖拉",
    "中等偏上",
    "计算要细心",
    "语文较好",
];
const LIFE: &[&str] = &[
    "正常",
    "起居有规律",
    "早饭偶尔不吃",
    "衣着整洁",
    "自己洗衣叠被",
    "零花钱有数",
    "家里照顾周到",
    "睡得晚",
    "能帮家务",
];
const MOOD: &[&str] =
    &["平稳", "开朗", "有点想家", "略低落", "愉快", "话不多", "比上月好", "较敏感"];
const BODY: &[&str] =
    &["健康", "良好", "轻微感冒", "换牙", "视力略降", "偏瘦", "健康，爱运动", "咳嗽已好"];

const FOLLOW_UP: &[&str] =
    &["下周看作业", "同家里通一次电话", "请同桌多陪伴", "中午补一次数学", "留意早饭", "看视力表"];

pub fn fill(event: Event, pen: &mut Pen) -> Event {
    let (kin, rng) = (pen.kin, &mut *pen.rng);
    let topic = rng.pick(&topics(&event, kin.grade));
    let content = pen
        .author
        .fresh(rng, |rng| kin.say(&format!("{}。{}", rng.pick(topic.said), rng.pick(MANNER))));
    let event = event
        .set("mode", "in_person")
        .set("topic", topic.title)
        .set("content", content)
        .set("effect", rng.pick(EFFECTS));
    let event = headings(event, rng);
    if rng.chance(15) { follow_up(event, rng) } else { event }
}

/// A talk of every week: more is said, and all four headings are filled.
pub fn weekly(event: Event, pen: &mut Pen) -> Event {
    let (kin, rng) = (pen.kin, &mut *pen.rng);
    let topics = topics(&event, kin.grade);
    let topic = rng.pick(&topics);
    let content = pen.author.fresh(rng, |rng| {
        let other = rng.pick(&topics);
        let (first, second) = (rng.pick(topic.said), rng.pick(other.said));
        let both =
            if first == second { String::from(first) } else { format!("{first}；{second}") };
        kin.say(&format!("{both}。{}", rng.pick(MANNER)))
    });
    let event = event
        .set("mode", "in_person")
        .set("topic", topic.title)
        .set("content", content)
        .set("effect", rng.pick(EFFECTS));
    [("study", STUDY), ("life", LIFE), ("mood", MOOD), ("body", BODY)]
        .into_iter()
        .fold(event, |event, (heading, phrases)| event.set(heading, rng.pick(phrases)))
}

const ABSENT: &[&str] =
    &["孩子请病假，没有来", "孩子随家里走亲戚，没有谈成", "孩子不肯说话，改天再谈"];

pub fn absent(event: Event, pen: &mut Pen) -> Event {
    event.set("mode", "in_person").note(pen.rng.pick(ABSENT)).attempted()
}

/// What may come up on the day of the talk.
fn topics(event: &Event, grade: i32) -> Vec<&'static Topic> {
    let suits = |topic: &&Topic| {
        (topic.months.is_empty() || topic.months.contains(&event.date.month()))
            && (topic.grades.0..=topic.grades.1).contains(&grade)
    };
    TOPICS.iter().filter(suits).collect()
}

fn headings(event: Event, rng: &mut Rng) -> Event {
    let event = event.set("study", rng.pick(STUDY)).set("mood", rng.pick(MOOD));
    let event = if rng.chance(85) { event.set("life", rng.pick(LIFE)) } else { event };
    if rng.chance(75) { event.set("body", rng.pick(BODY)) } else { event }
}

fn follow_up(event: Event, rng: &mut Rng) -> Event {
    let on: NaiveDate = event.date + chrono::Days::new(7);
    event.set("follow_up", rng.pick(FOLLOW_UP)).set("follow_up_on", on.to_string())
}
