//! Every day in the home: what is played and read there, the book of duty, the teachers' diary,
//! the books on loan.

use chrono::{Days, NaiveDate};

use super::Pen;
use crate::family::surname;
use crate::log::Event;
use crate::rng::Rng;

/// Kind, place, themes.
const ACTIVITIES: &[(&str, &str, &[&str])] = &[
    ("reading", "阅览角", &["读绘本", "自由阅读", "讲故事", "查字典比赛", "读报纸", "背古诗"]),
    ("study", "之家", &["补作业", "口算练习", "听写", "订正试卷", "写日记", "英语单词"]),
    ("sport", "操场", &["跳绳", "踢毽子", "乒乓球", "投篮", "接力跑", "老鹰捉小鸡"]),
    ("life", "之家", &["钉纽扣", "洗红领巾", "整理书包", "剪指甲讲卫生", "包饺子", "种蒜苗"]),
    ("counselling", "之家", &["说说心里话", "情绪脸谱", "悄悄话信箱", "合作游戏", "深呼吸练习"]),
];

const EFFECTS: &[&str] = &[
    "都很投入",
    "高年级带低年级",
    "有两个孩子不肯回家",
    "说说笑笑",
    "秩序好",
    "完成作业的多了",
    "个别孩子要多陪",
    "",
];

/// An activity of a session; `only` names the kind, when the person on duty has one.
pub fn activity(event: Event, only: &str, rng: &mut Rng) -> Event {
    let fits = |(kind, ..): &&(&str, _, _)| only.is_empty() || *kind == only;
    let fits: Vec<_> = ACTIVITIES.iter().filter(fits).collect();
    let (kind, place, themes) = fits[rng.below(fits.len())];
    let event = event.set("place", *place).set("kind", *kind).set("theme", rng.pick(themes));
    let process = format!("{}人参加", event.children.len());
    event.set("process", process).set("effect", rng.pick(EFFECTS))
}

const DIARY: &[&str] = &[
    "早读时{N}领读，声音比上月大。我向{H}笑了笑，{H}也笑了",
    "{N}午饭剩得多，问了才知道早上吃了零食，同{C}说好带个鸡蛋",
    "放学下雨，送{N}到村口，{C}拿着伞等着，说了好一会儿话",
    "{N}把给{P}的信念给我听，有几个字不会写，我们一起查了字典",
    "{N}今天同人闹别扭，我没有急着批评，等{H}气消了再谈，{H}自己认了错",
    "课间同{N}打乒乓球，我输了，{H}高兴了一下午",
    "{N}的作业本贴上了墙，{H}来回看了三次",
    "{P}打来电话，{N}跑着去接，回来眼圈红红的，我递了张纸",
    "{N}值日擦黑板够不着，自己搬了凳子，我在旁边扶着",
    "教{N}洗红领巾，{H}说家里的也要洗给{C}看",
    "{N}的数学过关了，{H}要我给{P}打电话说",
    "天冷了，{N}还穿单鞋，从爱心柜里找了一双合脚的",
];

/// A teacher's diary of one child.
pub fn diary(event: Event, pen: &mut Pen) -> Event {
    let (kin, name) = (pen.kin, pet_name(&pen.child.name));
    let he = if pen.child.female { "她" } else { "他" };
    let text = pen
        .author
        .fresh(pen.rng, |rng| kin.say(rng.pick(DIARY)).replace("{N}", name).replace("{H}", he));
    event.set("text", text)
}

/// The given name, unless it is one character only.
fn pet_name(name: &str) -> &str {
    let given = &name[surname(name).len()..];
    if given.chars().count() < 2 { name } else { given }
}

const BOOKS: &[&str] = &[
    "安徒生童话",
    "成语故事",
    "十万个为什么",
    "西游记（少儿版）",
    "小英雄雨来",
    "格林童话",
    "唐诗三百首",
    "昆虫记",
    "笨狼的故事",
    "神笔马良",
    "中国神话",
    "木偶奇遇记",
];

/// A book for two weeks; most come back in time, in summer some are still out.
pub fn loan(event: Event, pen: &mut Pen) -> Event {
    let due = event.date + Days::new(14);
    let back: NaiveDate = event.date + Days::new(u64::from(pen.rng.between(5, 18)));
    let kept = pen.rng.chance(4);
    let event = event.set("title", pen.rng.pick(BOOKS)).set("due_on", due.to_string());
    if kept { event } else { event.set("returned_on", back.to_string()) }
}
