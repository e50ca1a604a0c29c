//! Problems in Chinese: what is wrong, and what to type next.

use super::Lang;
use super::problem_text::{
    expected_words, id_form, is_bracket, is_event, noun, sample, unknown_hint,
};
use crate::domain::id::Kind;
use crate::domain::problem::{Cause, Expected, Misnamed, Noun, WITHHELD};

/// What is wrong.
#[expect(clippy::too_many_lines, reason = "one arm for each problem")]
pub fn message(cause: &Cause) -> String {
    match cause {
        Cause::Syntax { detail } => format!("TOML 写法有误：{}", syntax_zh(detail)),
        Cause::Unknown { what: what @ (Noun::Child | Noun::Staff), name, .. } => {
            let name = if name == WITHHELD {
                "这个编号".to_owned()
            } else {
                format!("编号“{name}”")
            };
            format!("没有{name}的{}", noun(*what, Lang::Zh))
        }
        Cause::Unknown { what, name, .. } => format!("没有名为“{name}”的{}", noun(*what, Lang::Zh)),
        Cause::MissingKey { key } => format!("缺少“{key}”"),
        Cause::WrongType { key, expected } => {
            format!("“{key}”应是{}", expected_words(*expected, Lang::Zh))
        }
        Cause::NotOneOf { key, allowed, .. } => {
            format!("“{key}”只能是 {}", allowed.join("、"))
        }
        Cause::NoSuchDate { text } => match text.as_str() {
            "" => "缺少日期".to_owned(),
            WITHHELD => "没有这一天，或写法不是 2024-09-20 这样".to_owned(),
            text => format!("没有“{text}”这一天，或写法不是 2024-09-20 这样"),
        },
        Cause::BadId { kind } => {
            let (sample, letter, rest) = id_form(*kind);
            format!("编号写法不对，应像 {sample} 这样：{letter} 加 {rest} 位大写字母或数字")
        }
        Cause::DuplicateId { id, first } => format!("编号“{id}”重复，{first} 已经用过"),
        Cause::NameAndIdDiffer { id } => format!("文件名与里面的编号“{id}”不一致"),
        Cause::MissingFile => "缺少这个文件".to_owned(),
        Cause::Unreadable { reason } => format!("文件无法读取（{reason}）"),
        Cause::MisnamedFile { why: Misnamed::Log } => {
            "文件名不是 2024-09.csv 这样，里面的记录读不到".to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Above } => {
            "不在任何登记的文件夹里，里面的记录读不到".to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Stray } => {
            "文件名不是 C7K3FQ.toml 这样，里面的儿童读不到".to_owned()
        }
        Cause::NotUtf8 => "不是 UTF-8 编码".to_owned(),
        Cause::NulByte => "含有空字节（NUL），文件可能损坏".to_owned(),
        Cause::ConflictMarker => "留有 git 合并冲突的标记".to_owned(),
        Cause::TornLine => "最后一行不完整（没有换行符）".to_owned(),
        Cause::UnclosedQuote => "引号没有配对".to_owned(),
        Cause::FieldCount { expected, found } => {
            format!("表头有 {expected} 列，这一行有 {found} 格")
        }
        Cause::NoHeader => "没有表头".to_owned(),
        Cause::SecondHeader => "表头重复出现".to_owned(),
        Cause::MissingColumn { column } => format!("表头缺少“{column}”列"),
        Cause::DoubleColumn { column } => format!("“{column}”列重复"),
        Cause::WrongMonth { month } if month == WITHHELD => "记录放错了月份文件".to_owned(),
        Cause::WrongMonth { month } => format!("{month} 的记录放错了月份文件"),
        Cause::ReplacesNothing { id } => format!("要更正的“{id}”不在这个登记的这个月里"),
        Cause::ReplacesCycle => "几条记录互相更正，成了环".to_owned(),
        Cause::EndsBeforeItBegins { begin, end } => format!("结束（{end}）早于开始（{begin}）"),
        Cause::NoSpell => "没有在册时间 [[spell]]".to_owned(),
        Cause::SpellsOverlap => "在册时间互相重叠".to_owned(),
        Cause::TermsOverlap { other } => format!("与学期“{other}”重叠"),
        Cause::AnchorOutsideTerm { anchor } => format!("阶段“{anchor}”超出学期"),
        Cause::AnchorsOverlap { anchor } => format!("阶段“{anchor}”与别的阶段重叠"),
        Cause::TermTooShort { term, rule } => {
            format!("学期“{term}”不足 84 天，规则“{rule}”无法自动划分阶段")
        }
        Cause::WasTwice { field, until } => format!("“{field}”在 {until} 有两个旧值"),
        Cause::KeyDoesNotFit { key, with } => format!("“{key}”不能与 {with} 同用"),
        Cause::ColumnNowhere { column, .. } => format!("规则的登记都没有“{column}”列"),
        Cause::NoSessionColumn { register } => {
            format!("登记“{register}”没有 session 列，不能分场次")
        }
        Cause::RequirementDoesNotFit { name, subject } => {
            format!("“{name}”不适用于 subject = \"{subject}\"")
        }
        Cause::CalendarRanOut { last: Some(last) } => {
            format!("校历到 {last} 为止，已过 60 天，无法再判断")
        }
        Cause::CalendarRanOut { last: None } => "校历里没有学期，无法判断".to_owned(),
        Cause::CalendarEnds { last } => format!("校历只到 {last}，这一天过去 60 天后就无法判断"),
        Cause::OutsideSpells { child } if child == WITHHELD => "事情发生时儿童不在册".to_owned(),
        Cause::OutsideSpells { child } => format!("事情发生时 {child} 不在册"),
        Cause::AfterToday => "日期在今天之后".to_owned(),
        Cause::NotPlainText => "文件带有 BOM 或 Windows 换行（CRLF）".to_owned(),
        Cause::WrongIdNumber => "身份证号不符合 GB 11643".to_owned(),
        Cause::UnlistedChoice { column, .. } => format!("“{column}”的值不在选项里"),
        Cause::NotANumber { column } => format!("“{column}”应是数字"),
        Cause::TwoCorrections { id } => format!("“{id}”被更正了两次，以后记录的为准"),
        Cause::ReadableByOthers { files } => format!("有 {files} 个文件别人也能读"),
        Cause::ExemptFromNothing { rule, .. } => {
            format!("没有名为“{rule}”的规则，这条免办不起作用")
        }
        Cause::OverMax { rule, slot, most, max } => {
            format!("规则“{rule}”在 {slot} 办了 {most} 次，多于 {max} 次")
        }
        Cause::StrayFile => "不认识的文件，未读取".to_owned(),
        Cause::NewerFormat { format } => format!("格式是 {format}，比本程序新：只能看，不能写"),
    }
}

/// What to type next.
#[expect(clippy::too_many_lines, reason = "one arm for each problem")]
pub fn hint(cause: &Cause) -> String {
    match cause {
        Cause::Unknown { nearest: Some(nearest), .. }
        | Cause::NotOneOf { nearest: Some(nearest), .. }
        | Cause::ColumnNowhere { nearest: Some(nearest), .. }
        | Cause::UnlistedChoice { nearest: Some(nearest), .. }
        | Cause::ExemptFromNothing { nearest: Some(nearest), .. } => format!("改成“{nearest}”？"),
        Cause::Unknown { what, .. } => unknown_hint(*what, Lang::Zh),
        Cause::NotOneOf { .. } => "换成其中一个词".to_owned(),
        Cause::ColumnNowhere { .. } => "列名见 care log-<登记> --help".to_owned(),
        Cause::UnlistedChoice { .. } => {
            "选项见 care help fields（档案）或 care log-<登记> --help（记录）".to_owned()
        }
        Cause::ExemptFromNothing { .. } => "规则的名字见 care rules".to_owned(),
        Cause::Syntax { detail } if detail == "duplicate key" => "只留一行".to_owned(),
        Cause::Syntax { detail } if is_bracket(detail) => {
            "补上括号或逗号，标点用英文的：[[spell]]，records = [\"talk\", \"visit\"]".to_owned()
        }
        Cause::Syntax { .. } => {
            "文字加英文引号，日期不加，标点用英文的：name = \"李小明\"，joined = 2024-09-02".to_owned()
        }
        Cause::MissingKey { key } if key.starts_with('[') => format!("补上：{key}"),
        Cause::MissingKey { key } => format!("补上：{key} = …"),
        Cause::WrongType { key, expected: Expected::Tables } => format!("写成：[[{key}]]"),
        Cause::WrongType { expected, .. } => format!("写法如：{}", sample(*expected)),
        Cause::NoSuchDate { .. } => "改成真有的日期，写法如 2024-09-20".to_owned(),
        Cause::BadId { kind: Kind::Child } => "照抄儿童的编号：care list".to_owned(),
        Cause::BadId { kind: Kind::Staff } => {
            "照抄 staff.toml 里的编号；新来的人由 care add-staff 编号".to_owned()
        }
        Cause::BadId { kind: Kind::Event } => {
            "照抄原来的编号；没有的，删去这一行，用 care log-<登记> 重新登记".to_owned()
        }
        Cause::DuplicateId { id, .. } if is_event(id) => {
            "同一件事只留一行；不同的事，删去后一行，用 care log-<登记> 重新登记".to_owned()
        }
        Cause::DuplicateId { .. } => "重复的删去；不是重复的，换一个编号".to_owned(),
        Cause::NameAndIdDiffer { id } => format!(
            "把文件改名为 {id}.toml；已有 {id}.toml 的，这一份是副本：删去，新儿童用 care add-child"
        ),
        Cause::MissingFile => "从备份或 git 找回：git checkout -- 文件名".to_owned(),
        Cause::Unreadable { .. } => "查看文件的权限，或从备份找回".to_owned(),
        Cause::MisnamedFile { why: Misnamed::Log } => {
            "改名为 2024-09.csv 或 2024-09.代号.csv（代号用小写字母和数字）；表格先另存为 CSV；多余的副本删去"
                .to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Above } => {
            "移到登记自己的文件夹，如 log/talk/；多余的副本删去".to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Stray } => "改名为 编号.toml，后缀用小写".to_owned(),
        Cause::NotUtf8 => "用编辑器另存为 UTF-8 编码".to_owned(),
        Cause::NulByte => "从备份或 git 找回这个文件".to_owned(),
        Cause::ConflictMarker => "记录两边的行都留，别的文件只留对的一边；删去 <<<<<<<、=======、>>>>>>> 这几行".to_owned(),
        Cause::TornLine => "这一行若完整，在末尾按回车；若不完整，删去后重新登记".to_owned(),
        Cause::UnclosedQuote => "补上引号；格子里的引号写两个 \"\"，格子里的换行写 \\n".to_owned(),
        Cause::FieldCount { .. } => "补上或删去逗号；含逗号的格子要加引号；多余的行删去".to_owned(),
        Cause::NoHeader => "第一行应是表头，照抄同一登记别的月份：id,date,children,staff,outcome,…".to_owned(),
        Cause::SecondHeader => "删去这一行".to_owned(),
        Cause::MissingColumn { .. } => "在表头补上这一列，每行补一个逗号".to_owned(),
        Cause::DoubleColumn { .. } => "删去或改名其中一列".to_owned(),
        Cause::WrongMonth { month } if month == WITHHELD => {
            "把这一行移到日期所在月份的文件，或改正日期".to_owned()
        }
        Cause::WrongMonth { month } => format!("把这一行移到 {month}.csv，或改正日期"),
        Cause::ReplacesNothing { .. } => {
            "更正要与原记录同登记、同月份；清空 replaces 或改正编号".to_owned()
        }
        Cause::ReplacesCycle => "清空其中一行的 replaces".to_owned(),
        Cause::EndsBeforeItBegins { .. } => "改正其中一个日期".to_owned(),
        Cause::NoSpell => "补上：[[spell]] 换行 joined = 2024-09-02".to_owned(),
        Cause::SpellsOverlap => "给前一段加上 left，或改正日期".to_owned(),
        Cause::TermsOverlap { .. } => "改正 first 或 last".to_owned(),
        Cause::AnchorOutsideTerm { .. } => "把日期改到学期之内".to_owned(),
        Cause::AnchorsOverlap { .. } => "把日期错开".to_owned(),
        Cause::TermTooShort { .. } => "给学期加上 [term.anchors]：start = [开始, 结束]".to_owned(),
        Cause::WasTwice { .. } => "留下一个".to_owned(),
        Cause::KeyDoesNotFit { key, with } => format!("删去“{key}”，或改 {with}"),
        Cause::NoSessionColumn { .. } => {
            "改用有 session 列的登记（activity、duty），或删去 sessions".to_owned()
        }
        Cause::RequirementDoesNotFit { .. } => "换一项，或改正 subject".to_owned(),
        Cause::CalendarRanOut { .. } | Cause::CalendarEnds { .. } => {
            "在 calendar.toml 里补上下一学期：[[term]] id、year、first、last".to_owned()
        }
        Cause::OutsideSpells { .. } => "改正日期或儿童，或补上在册时间".to_owned(),
        Cause::AfterToday => "改正日期：care amend 编号 --set date=…".to_owned(),
        Cause::NotPlainText => "用编辑器另存为不带 BOM 的 UTF-8、LF 换行".to_owned(),
        Cause::WrongIdNumber => "对照户口簿改正；18 位，文字加引号".to_owned(),
        Cause::NotANumber { .. } => "只写数字，不写单位".to_owned(),
        Cause::TwoCorrections { .. } => "看看两次更正哪个对，错的用 care void 撤掉".to_owned(),
        Cause::ReadableByOthers { .. } => "运行：chmod -R go-rwx .".to_owned(),
        Cause::OverMax { .. } => {
            "多办不算错；真的办了就不用改，重复登记的用 care void 撤掉".to_owned()
        }
        Cause::StrayFile => "有用就移到别处，没用就删去".to_owned(),
        Cause::NewerFormat { .. } => "升级 care；不要把这个数改小".to_owned(),
    }
}

/// The library's words for bad syntax in Chinese; those it has no words for say where to look.
fn syntax_zh(detail: &str) -> &str {
    const KNOWN: &[(&str, &str)] = &[
        ("duplicate key", "同一个键写了两次"),
        ("unquoted string", "文字没有加引号"),
        ("string values must be quoted", "文字没有加引号"),
        ("invalid unquoted key", "键只能用英文字母、数字、下划线，或加引号"),
        ("missing value", "等号后面没有值"),
        ("missing comma between array", "缺少逗号，或上一行的方括号没有配对"),
        ("missing comma", "缺少逗号，或花括号没有配对"),
        ("missing assignment", "键后面没有等号"),
        ("extra assignment", "多了一个等号"),
        ("unclosed", "括号没有配对"),
        ("invalid basic string", "引号没有配对"),
        ("invalid literal string", "引号没有配对"),
        ("key with no value", "键后面没有等号和值"),
        ("missing", "缺少符号"),
        ("unexpected", "多了看不懂的内容"),
    ];
    KNOWN.iter().find(|(en, _)| detail.contains(en)).map_or("这里看不懂", |(_, zh)| zh)
}
