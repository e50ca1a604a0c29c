//! Checks of TOML: how it is written, its keys and what they hold.

use super::check::checks;
use super::payload::{meant_en, meant_zh};
use super::{Detail, Expected, Guess, Known, Name};

checks! {
    /// What is wrong with a key or its value.
    Keys;

    Fault Syntax { detail: Detail = Detail::of("…") } "toml-syntax"
        says format!("TOML 写法有误：{}", in_chinese(detail.text())),
             format!("not valid TOML: {}", detail.text());
        fix match kind(detail.text()) {
                Bad::Double => "只留一行",
                Bad::Bracket => {
                    "补上括号或逗号，标点用英文的：[[spell]]，records = [\"talk\", \"visit\"]"
                }
                Bad::Other => "文字加英文引号，日期不加，标点用英文的：\
                    name = \"李小明\"，joined = 2024-09-02",
            },
            match kind(detail.text()) {
                Bad::Double => "keep one of the lines",
                Bad::Bracket => {
                    "add the bracket or comma: [[spell]], records = [\"talk\", \"visit\"]"
                }
                Bad::Other => "texts in straight quotes, dates without: \
                    name = \"李小明\", joined = 2024-09-02",
            };

    Fault MissingKey { key: Known = Known::word("…") } "missing-key"
        says format!("缺少“{key}”"), format!("\"{key}\" is missing");
        fix match key.begins_with('[') {
                true => format!("补上：{key}"),
                false => format!("补上：{key} = …"),
            },
            match key.begins_with('[') {
                true => format!("add: {key}"),
                false => format!("add: {key} = ..."),
            };

    Fault WrongType { key: Name = Name::word("…"), expected: Expected = Expected::Date }
        "wrong-type"
        says format!("“{key}”应是{}", expected.words(Lang::Zh)),
             format!("\"{key}\" must be {}", expected.words(Lang::En));
        fix match expected {
                Expected::Tables => format!("写成：[[{key}]]"),
                other => format!("写法如：{}", other.sample()),
            },
            match expected {
                Expected::Tables => format!("write: [[{key}]]"),
                other => format!("write it like {}", other.sample()),
            };

    Fault NotOneOf {
        key: Name = Name::word("…"),
        allowed: Vec<Known> = vec![Known::word("…")],
        nearest: Guess = Guess::NONE,
    } "not-one-of"
        says format!("“{key}”只能是 {}", joined(allowed, "、")),
             format!("\"{key}\" must be one of {}", joined(allowed, ", "));
        fix nearest.or(meant_zh, "换成其中一个词"),
            nearest.or(meant_en, "write one of these words");

    Remark UnlistedChoice { column: Known = Known::word("…"), nearest: Guess = Guess::NONE }
        "unlisted-choice"
        says format!("“{column}”的值不在选项里"),
             format!("the value of \"{column}\" is not a listed choice");
        fix nearest.or(meant_zh, "选项见 care help fields（档案）或 care log-<登记> --help（记录）"),
            nearest.or(
                meant_en,
                "see care help fields (of a child) or care log-<register> --help (of a row)",
            );
}

fn joined(words: &[Known], between: &str) -> String {
    words.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// What has to be done about bad syntax.
enum Bad {
    Double,
    /// Brackets, and the commas between them.
    Bracket,
    Other,
}

fn kind(detail: &str) -> Bad {
    if detail == "duplicate key" {
        Bad::Double
    } else if detail.starts_with("unclosed") || detail.starts_with("missing comma") {
        Bad::Bracket
    } else {
        Bad::Other
    }
}

/// The library's words for bad syntax in Chinese; those it has no words for say where to look.
fn in_chinese(detail: &str) -> &str {
    const KNOWN: &[(&str, &str)] = &[
        ("duplicate key", "同一项写了两次"),
        ("unquoted string", "文字没有加引号"),
        ("string values must be quoted", "文字没有加引号"),
        ("invalid unquoted key", "等号左边的名称只能用英文字母、数字、下划线，或加引号"),
        ("missing value", "等号后面没有值"),
        ("missing comma between array", "缺少逗号，或上一行的方括号没有配对"),
        ("missing comma", "缺少逗号，或花括号没有配对"),
        ("missing assignment", "名称后面没有等号"),
        ("extra assignment", "多了一个等号"),
        ("unclosed", "括号没有配对"),
        ("invalid basic string", "引号没有配对"),
        ("invalid literal string", "引号没有配对"),
        ("key with no value", "名称后面没有等号和值"),
        ("missing", "缺少符号"),
        ("unexpected", "多了看不懂的内容"),
    ];
    KNOWN.iter().find(|(en, _)| detail.contains(en)).map_or("这里看不懂", |(_, zh)| zh)
}
