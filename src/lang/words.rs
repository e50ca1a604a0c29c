//! Single words: headings of tables, states, units.

use super::{Lang, label, messages};
use crate::domain::festival;
use crate::domain::role::RoleCode;
use crate::domain::rule::Level;
use crate::rules::obligation::State;

messages! {
    /// Headings of tables.
    Word {
        Number => "序号", "No.";
        Class => "班级", "Class";
        Name => "姓名", "Name";
        Title => "名称", "Name";
        Duty => "事项", "Duty";
        Due => "应办期限", "Due";
        Late => "逾期", "Late";
        LastDone => "上次完成", "Last done";
        Responsible => "责任人", "Responsible";
        Slot => "时段", "Slot";
        First => "起", "From";
        Last => "止", "To";
        State => "状态", "State";
        Count => "次数", "Count";
        MetOn => "完成日", "Met on";
        Subject => "对象", "Subject";
        Rule => "规则", "Rule";
        Level => "级别", "Level";
        InWords => "内容", "In words";
        SlotsNow => "本学期时段", "Slots this term";
        Owing => "涉及人数", "Owing";
        FirstSlot => "首个时段", "First slot";
        Source => "依据", "Source";
        Date => "日期", "Date";
        Register => "登记", "Register";
        Staff => "教师", "Staff";
        Summary => "内容", "Content";
        Event => "编号", "Event";
        Field => "项目", "Field";
        Value => "内容", "Value";
        Id => "编号", "Id";
        Sex => "性别", "Sex";
        CareType => "监护类型", "Care type";
        Risk => "风险", "Risk";
        Joined => "入册", "Joined";
        Left => "离册", "Left";
        Children => "人数", "Children";
        Share => "占比", "Share";
        Term => "学期", "Term";
        Year => "学年", "Year";
        Month => "月份", "Month";
        Remark => "提醒", "remark";
        SchoolDays => "上课天数", "School days";
        Kind => "类别", "Kind";
        Before => "改前", "Before";
        After => "改后", "After";
        NotLate => "不逾期", "not late";
        Never => "从未", "never";
        School => "全校", "school";
        Total => "合计", "Total";
        Blank => "未填", "(blank)";
        Holiday => "放假", "holiday";
        Workday => "调休上课", "make-up day";
        Attempted => "未成功", "attempted";
        Tried { times: usize } => format!("未成功 {times} 次"), format!("tried {times}x");
        DaysSince { days: i64 } => format!("{days} 天前"), format!("{days} d ago");
        DaysLate { days: i64 } => format!("{days} 天"), format!("{days} d");
        DaysLateTimes { days: i64, times: usize } => format!("{days} 天（{times} 次）"), format!("{days} d ({times}x)");
        Verdict => "结论", "Verdict";
        OwnRule => "本校", "Here";
        AsksThere => "对照要求", "Asked there";
        Because => "理由", "Why";
        Novelty => "变化", "Change";
        IsNew => "新增", "new";
        IsChanged { keys: &'a str } => format!("不同：{keys}"), format!("changed: {keys}");
        Ownerless => "无责任人", "nobody responsible";
        Now => "现在", "now";
        Household => "同户", "Household";
        FormerIds => "原编号", "Former ids";
    }
}

/// An obligation's state in words.
pub fn state(state: State, lang: Lang) -> &'static str {
    let (zh, en) = match state {
        State::Met => ("已完成", "met"),
        State::MetLate => ("迟完成", "met late"),
        State::Exempt => ("免办", "exempt"),
        State::Upcoming => ("未到", "upcoming"),
        State::Open => ("待办", "open"),
        State::Grace => ("宽限中", "in grace"),
        State::Overdue => ("逾期", "overdue"),
        State::Missed => ("漏办", "missed"),
    };
    pick(zh, en, lang)
}

/// What people call the columns that every register has.
pub const COMMON_COLUMNS: &[(&str, &[&str])] = &[
    ("date", &["日期", "时间"]),
    ("children", &["儿童", "学生"]),
    ("staff", &["教师", "老师"]),
    ("outcome", &["是否完成", "结果", "完成情况"]),
    ("note", &["备注", "说明"]),
];

/// The common column that people call so.
pub fn common_column(word: &str) -> Option<&'static str> {
    let called = |(name, words): &&(&str, &[&str])| *name == word || words.contains(&word);
    COMMON_COLUMNS.iter().find(called).map(|(name, _)| *name)
}

/// The common columns, each with its word in a language.
pub fn common_columns(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let word = move |(name, words): &(&'static str, &'static [&'static str])| match lang {
        Lang::Zh => (*name, words[0]),
        Lang::En => (*name, *name),
    };
    COMMON_COLUMNS.iter().map(word)
}

/// An outcome as people say it.
pub fn outcome(word: &str) -> Option<&'static str> {
    let own = OUTCOMES.iter().find(|(code, words)| *code == word || words.contains(&word));
    own.map(|(code, _)| *code)
}

/// The outcomes, each with the words that people have for it: the first is its Chinese name, the
/// last its English one.
pub const OUTCOMES: [(&str, &[&str]); 2] = [
    ("made", &["完成", "已完成", "做成", "成功", "done"]),
    ("attempted", &["未成功", "未成", "未完成", "没做成", "未接通", "不在家", "tried"]),
];

/// How binding a rule is, in words.
pub fn level(level: Level, lang: Lang) -> &'static str {
    let (zh, en) = match level {
        Level::Required => ("必办", "required"),
        Level::Advised => ("建议", "advised"),
        Level::Inform => ("参考", "inform"),
    };
    pick(zh, en, lang)
}

/// How a rule cuts the calendar, in words.
pub fn every(name: &str, lang: Lang) -> &'static str {
    let (zh, en) = match name {
        "week" => ("每周", "week"),
        "month" => ("每月", "month"),
        "anchor" => ("学期各阶段", "window of each term"),
        "term" => ("每学期", "term"),
        "year" => ("每学年", "school year"),
        "occasion" => ("每逢节日", "occasion"),
        "school_day" => ("每个上学日", "school day"),
        "rolling" => ("滚动", "rolling"),
        "after" => ("事后", "after an event"),
        _ => ("随时具备", "state"),
    };
    pick(zh, en, lang)
}

/// A role's name.
pub fn role_name(code: RoleCode, lang: Lang) -> &'static str {
    code.role().map_or(code.as_str(), |role| label(&role.label, lang))
}

/// A slot's label as people read it: windows and occasions in words.
pub fn slot(slot: &str, lang: Lang) -> String {
    let Some((before, after)) = slot.split_once('/') else {
        return if slot == "now" { Word::Now.text(lang) } else { slot.to_owned() };
    };
    if let Some(occasion) = occasion(before, lang) {
        return format!("{occasion} {after}");
    }
    let week = after.strip_prefix('w').and_then(|number| number.parse::<u32>().ok());
    if let Some(week) = week.filter(|_| lang == Lang::Zh) {
        return format!("{before} 第{week}周");
    }
    format!("{before} {}", window(after, lang))
}

/// A festival or another occasion in words.
pub fn occasion(code: &str, lang: Lang) -> Option<String> {
    let festival = festival::find(code).map(|festival| &festival.label);
    let other = || festival::OTHER_OCCASIONS.iter().find(|(own, _)| *own == code);
    let own = festival.or_else(|| other().map(|(_, label)| label));
    own.map(|own| label(own, lang).to_owned())
}

/// A window of a term or a part of a school day in words.
pub fn window(code: &str, lang: Lang) -> String {
    let own = WINDOWS.iter().find(|own| own.0 == code && lang == Lang::Zh);
    own.map_or(code, |own| own.1).to_owned()
}

/// What windows of a term and parts of a school day are called.
pub const WINDOWS: &[(&str, &str)] = &[
    ("start", "期初"),
    ("mid", "期中"),
    ("end", "期末"),
    ("noon", "午间"),
    ("after_school", "放学后"),
];

/// The slot of a rule that asks after events, by the day that asked; perhaps for an agreed day.
pub fn asked(on: &str, is_agreed: bool, lang: Lang) -> String {
    match (is_agreed, lang) {
        (true, Lang::Zh) => format!("{on} 约定"),
        (true, Lang::En) => format!("agreed {on}"),
        (false, Lang::Zh) => format!("{on} 之后"),
        (false, Lang::En) => format!("after {on}"),
    }
}

/// The same with what was agreed.
pub fn agreed(slot: &str, words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{slot}：{words}"),
        Lang::En => format!("{slot}: {words}"),
    }
}

fn pick(zh: &'static str, en: &'static str, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::rule::EVERY_NAMES;

    use super::*;

    #[test]
    fn every_kind_of_rule_has_words_of_its_own() {
        for lang in [Lang::Zh, Lang::En] {
            let words: std::collections::BTreeSet<&str> =
                EVERY_NAMES.iter().map(|name| every(name, lang)).collect();
            assert_eq!(words.len(), EVERY_NAMES.len(), "{words:?}");
        }
    }
}
