//! How schools head the columns of their registers.

use std::collections::HashMap;

use super::heading_words::{self, plain, says_nothing};
use crate::domain::register::Register;

/// The headings of a register, as they are compared.
pub struct RegisterWords<'r> {
    pub register: &'r Register,
    /// The names of its own columns.
    columns: HashMap<String, &'r str>,
    /// What stands before a common word: 谈心 in 谈心日期, the longest first.
    before: Vec<String>,
}

/// What registers of other names are called, too, before a common word.
const BEFORE: [&str; 10] =
    ["谈话", "谈心", "家访", "走访", "通话", "联系", "活动", "记录", "会议", "登记"];

impl<'r> RegisterWords<'r> {
    pub fn of(register: &'r Register) -> RegisterWords<'r> {
        let mut columns: HashMap<String, &str> = HashMap::new();
        for column in &register.columns {
            let label = &column.label;
            let names = [column.name.as_str(), label.zh(), label.en()].into_iter();
            for name in names.chain(column.aliases.iter().map(String::as_str)) {
                columns.entry(plain(name)).or_insert(&column.name);
            }
        }
        let names = [register.label.zh(), register.label.en(), &register.name];
        let names = names.into_iter().chain(register.aliases.iter().map(String::as_str));
        let shorter = |name: &str| {
            let name = plain(name);
            let short = name.trim_end_matches("记录表").trim_end_matches("记录").to_owned();
            [name, short].into_iter().filter(|own| own.chars().count() > 1)
        };
        let mut before: Vec<String> = names.flat_map(shorter).collect();
        before.extend(BEFORE.map(str::to_owned));
        before.sort_by_key(|own| std::cmp::Reverse(own.len()));
        RegisterWords { register, columns, before }
    }

    /// Which cell a heading means, with what stands above it.
    pub fn meant(&self, path: &[String]) -> Option<String> {
        let word = path.last()?;
        if let Some(own) = heading_words::code(word) {
            return Some(own.to_owned());
        }
        if says_nothing(word) {
            return None;
        }
        let whole: String = path.concat();
        let found = self.word(word).or_else(|| self.word(&whole));
        found.map(str::to_owned)
    }

    fn word(&self, word: &str) -> Option<&str> {
        let rests = || self.before.iter().filter_map(|before| word.strip_prefix(before.as_str()));
        let exact = self.exact(word).or_else(|| rests().find_map(|rest| self.exact(rest)));
        exact.or_else(|| by_its_end(word))
    }

    fn exact(&self, word: &str) -> Option<&str> {
        let common = || COMMON.iter().find(|(_, words)| words.contains(&word));
        self.columns.get(word).copied().or_else(|| common().map(|(name, _)| *name))
    }
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
