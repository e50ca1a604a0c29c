//! How schools head the columns of their registers.

use super::heading_words::{self, plain, says_nothing};
use crate::domain::register::Register;

/// Which cell of a register a heading means.
pub fn of_register(register: &Register, path: &[String]) -> Option<String> {
    let word = path.last()?;
    if let Some(own) = heading_words::code(word) {
        return Some(own.to_owned());
    }
    if says_nothing(word) {
        return None;
    }
    let whole: String = path.concat();
    [word.as_str(), whole.as_str()].into_iter().find_map(|word| register_column(register, word))
}

fn register_column(register: &Register, word: &str) -> Option<String> {
    let own = |word: &str| {
        let called = |text: &str| plain(text) == word;
        let column = register.columns.iter().find(|column| {
            let label = &column.label;
            [column.name.as_str(), label.zh(), label.en()].into_iter().any(called)
                || column.aliases.iter().any(|alias| called(alias))
        });
        column.map(|column| column.name.clone())
    };
    let common = |word: &str| {
        let of = COMMON.iter().find(|(_, words)| words.contains(&word));
        of.map(|(name, _)| (*name).to_owned())
    };
    if let Some(found) = own(word).or_else(|| common(word)) {
        return Some(found);
    }
    // 谈心日期, 家访教师: the register's own name before a common word.
    let names = [register.label.zh(), register.label.en(), &register.name];
    let names = names.into_iter().chain(register.aliases.iter().map(String::as_str));
    let shorter = |name: &str| {
        let name = plain(name);
        let short = name.trim_end_matches("记录表").trim_end_matches("记录").to_owned();
        [name, short].into_iter().filter(|own| own.chars().count() > 1)
    };
    let rest = |name: String| word.strip_prefix(name.as_str()).map(str::to_owned);
    let mut rests: Vec<String> = names.flat_map(shorter).filter_map(rest).collect();
    rests.extend(
        ["谈话", "谈心", "家访", "走访", "通话", "联系", "活动", "记录", "会议", "登记"]
            .iter()
            .filter_map(|name| word.strip_prefix(name).map(str::to_owned)),
    );
    rests.sort_by_key(String::len);
    let shorter = rests.iter().find_map(|rest| own(rest).or_else(|| common(rest)));
    shorter.or_else(|| by_its_end(word).map(str::to_owned))
}

/// 组织教师, 参加学生姓名: the end of a word says who is meant.
fn by_its_end(word: &str) -> Option<&'static str> {
    let word = word.trim_end_matches("姓名").trim_end_matches("名单");
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    match () {
        () if ends(&["教师", "老师"]) => Some("staff"),
        () if ends(&["学生", "儿童"]) => Some("children"),
        () => None,
    }
}

/// Headings of the columns that every register has, as schools write them.
const COMMON: [(&str, &[&str]); 6] = [
    ("date", &["日期", "时间", "年月日", "date", "记录日期", "登记日期", "发生日期"]),
    (
        "children",
        &[
            "姓名",
            "学生",
            "学生姓名",
            "儿童",
            "儿童姓名",
            "留守儿童",
            "留守儿童姓名",
            "孩子",
            "孩子姓名",
            "对象",
            "谈话对象",
            "谈心对象",
            "家访对象",
            "参加学生",
            "参加儿童",
            "name",
            "child",
            "children",
        ],
    ),
    (
        "staff",
        &[
            "教师",
            "老师",
            "教师姓名",
            "班主任",
            "责任教师",
            "责任人",
            "负责人",
            "组织者",
            "组织人",
            "主持教师",
            "值日教师",
            "值班教师",
            "值日人",
            "值班人",
            "经手人",
            "记录人",
            "staff",
            "teacher",
            "代理家长",
            "帮扶教师",
            "结对教师",
            "辅导教师",
        ],
    ),
    ("class", &["班级", "班", "所在班级", "年级班级", "年班", "class"]),
    ("outcome", &["是否完成", "完成情况", "是否成功", "outcome"]),
    ("note", &["备注", "说明", "note"]),
];
