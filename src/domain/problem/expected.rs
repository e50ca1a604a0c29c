//! What a value should have been.

use super::payload::told_always;
use crate::domain::settings::Lang;

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Date,
    Integer,
    /// A whole number that is not less than this.
    AtLeast(i64),
    Bool,
    Table,
    Tables,
    Texts,
    DatePair,
    Zone,
    MonthDay,
    Months,
    Instant,
    ClassSample,
}

told_always! { Expected }

impl Expected {
    /// In words.
    pub(super) fn words(self, lang: Lang) -> String {
        let (zh, en) = match self {
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
            Expected::Months => {
                ("一组不同的月份，从 1 到 12", "a list of different months from 1 to 12")
            }
            Expected::Instant => ("带时差的时刻", "an instant with its offset"),
            Expected::ClassSample => ("班级名的样子", "a sample of a class's name"),
        };
        match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        }
    }

    /// How it is written.
    pub(super) fn sample(self) -> String {
        match self {
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
            Expected::Months => "[3, 9]",
            Expected::Instant => "2024-09-20T16:30:00+08:00",
            Expected::ClassSample => "\"三（2）班\" / \"3.2\" / \"302\" / \"三年级二班\"",
        }
        .to_owned()
    }
}
