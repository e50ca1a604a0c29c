//! What each problem says, and what to type next.

use super::{Lang, messages, problem_en, problem_zh};
use crate::domain::id::{Id, Kind};
use crate::domain::problem::{Cause, Expected, Noun};

messages! {
    /// Words around a list of problems.
    ProblemWord {
        Fault => "错误", "error";
        Remark => "提醒", "remark";
        NextStep => "改法", "fix";
        Stopped { faults: usize } =>
            format!("共 {faults} 处错误，未作任何判断，也未写入任何内容。改好后再运行；全面检查：care check"),
            format!("{} found: nothing was judged and nothing was written. Mend them and run again; to check everything: care check", super::count(*faults as u64, "error", "errors"));
        Counted { faults: usize, remarks: usize } =>
            format!("错误 {faults} 处，提醒 {remarks} 处"),
            format!("{}, {}", super::count(*faults as u64, "error", "errors"), super::count(*remarks as u64, "remark", "remarks"));
        AllWell => "记录完好，没有错误，也没有提醒", "the records are sound: no errors, no remarks";
    }
}

/// What is wrong.
pub fn message(cause: &Cause, lang: Lang) -> String {
    match lang {
        Lang::Zh => problem_zh::message(cause),
        Lang::En => problem_en::message(cause),
    }
}

/// What to type next.
pub fn hint(cause: &Cause, lang: Lang) -> String {
    match lang {
        Lang::Zh => problem_zh::hint(cause),
        Lang::En => problem_en::hint(cause),
    }
}

pub(super) fn noun(what: Noun, lang: Lang) -> &'static str {
    let (zh, en) = match what {
        Noun::Key => ("键", "key"),
        Noun::Register => ("登记", "register"),
        Noun::Role => ("角色", "role"),
        Noun::Festival => ("节日", "festival"),
        Noun::Child => ("儿童", "child"),
        Noun::Staff => ("教师", "staff member"),
        Noun::Field => ("字段", "field"),
        Noun::Requirement => ("条件", "requirement"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

pub(super) fn unknown_hint(what: Noun, lang: Lang) -> String {
    let (zh, en) = match what {
        Noun::Key => (
            "删去这一行；学校自己的内容放在 [x] 下面",
            "delete the line; the school's own keys go under [x]",
        ),
        Noun::Register => {
            ("登记的名字见 care help registers", "care help registers lists the registers")
        }
        Noun::Role => ("角色的名字见 care help roles", "care help roles lists the roles"),
        Noun::Festival => {
            ("节日的名字见 care help occasions", "care help occasions lists the festivals")
        }
        Noun::Child => (
            "写儿童的编号，见 care list；新来的先登记：care add-child",
            "write the child's id, see care list; add a new child first: care add-child",
        ),
        Noun::Staff => (
            "写 staff.toml 里的编号；新来的先登记：care add-staff",
            "write an id of staff.toml; add a new person first: care add-staff",
        ),
        Noun::Field => ("字段的名字见 care help fields", "care help fields lists the fields"),
        Noun::Requirement => {
            ("可用的条件见 care help requires", "care help requires lists what can be asked")
        }
    };
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}

pub(super) fn expected_words(expected: Expected, lang: Lang) -> String {
    let (zh, en) = match expected {
        Expected::Text => ("文字", "a text"),
        Expected::Date => ("日期（不加引号）", "a date without quotes"),
        Expected::Integer => ("整数", "a whole number"),
        Expected::AtLeast(least) => {
            return match lang {
                Lang::Zh => format!("不小于 {least} 的整数"),
                Lang::En => format!("a whole number of at least {least}"),
            };
        }
        Expected::Bool => (" true 或 false", "true or false"),
        Expected::Table => ("一个表", "one table"),
        Expected::Tables => ("一组表", "a list of tables"),
        Expected::Texts => ("文字，或一组文字", "a text or a list of texts"),
        Expected::DatePair => {
            ("两个日期：第一天和最后一天", "two dates, the first and the last day")
        }
        Expected::Zone => ("时差", "an offset from universal time"),
        Expected::MonthDay => ("月和日，要真有这一天", "a month and a day that exists in it"),
        Expected::Instant => ("带时差的时刻", "an instant with its offset"),
        Expected::ClassSample => ("班级名的样子", "a sample of a class's name"),
    };
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}

pub(super) fn sample(expected: Expected) -> String {
    match expected {
        Expected::Text => "\"…\"",
        Expected::Date => "2024-09-02",
        Expected::Integer => "2024",
        Expected::AtLeast(least) => return least.max(1).to_string(),
        Expected::Bool => "true / false",
        Expected::Table => "{ … }",
        Expected::Tables => "[[…]]",
        Expected::Texts => "[\"…\", \"…\"]",
        Expected::DatePair => "[2024-09-02, 2024-09-20]",
        Expected::Zone => "\"+08:00\"",
        Expected::MonthDay => "\"08-15\"",
        Expected::Instant => "2024-09-20T16:30:00+08:00",
        Expected::ClassSample => "\"三（2）班\" / \"3.2\" / \"302\" / \"三年级二班\"",
    }
    .to_owned()
}

/// An id of a kind, its letter, and how many more there are.
pub(super) fn id_form(kind: Kind) -> (&'static str, char, usize) {
    let sample = match kind {
        Kind::Child => "C7K3FQ",
        Kind::Staff => "T4M2XA",
        Kind::Event => "EYD1YD3Y1QW",
    };
    (sample, char::from(kind.letter()), kind.len() - 1)
}

/// Is the library's word for bad syntax about brackets and the commas between them?
pub(super) fn is_bracket(detail: &str) -> bool {
    detail.starts_with("unclosed") || detail.starts_with("missing comma")
}

/// Is it the id of an event? Those of rules and terms are the school's own words.
pub(super) fn is_event(id: &str) -> bool {
    Id::parse(id, Kind::Event).is_some()
}
