//! The Chinese words of flags: those of fields and of the columns that every register has are their
//! labels, the others stand here. A register's own columns bring theirs along.

use super::words::COMMON_COLUMNS;
use crate::domain::schema;

/// The words of flags that stand for no field and no column, by what is typed in English.
const OTHERS: &[(&str, &[&str])] = &[
    ("except", &["除", "除去", "除了"]),
    ("household", &["同户"]),
    ("like-last", &["照上条", "同上"]),
    ("each", &["每人一行", "逐人"]),
    ("rows", &["表格", "粘贴"]),
    ("all", &["全部", "全体"]),
    ("force", &["强制", "照写"]),
    ("set", &["改", "设"]),
    ("from", &["从", "起"]),
    ("until", &["到", "止"]),
    ("why", &["原因", "出处"]),
    ("reason", &["原因"]),
    ("role", &["角色"]),
    ("rank", &["职务"]),
    ("duty", &["分管"]),
    ("joined", &["入册", "入册日期"]),
    ("register", &["登记"]),
    ("map", &["栏名对照", "对照"]),
    ("encoding", &["编码"]),
    ("elder", &["长辈"]),
    ("issued", &["发放日期"]),
    ("take", &["取"]),
    ("child", &["儿童", "学生"]),
    ("rule", &["规则"]),
    ("level", &["级别"]),
    ("group-by", &["分组", "按"]),
    ("by", &["按"]),
    ("for", &["给谁看"]),
    ("max-bytes", &["最多字节"]),
    ("owed", &["应办", "应办事项"]),
    ("names", &["全名"]),
    ("exit-code", &["退出码"]),
    ("known-at", &["截至"]),
    ("days", &["天数", "几天内"]),
    ("where", &["条件"]),
    ("count-by", &["统计", "按字段"]),
    ("digits", &["两位小数"]),
    ("left", &["已离册", "离册"]),
    ("on", &["哪天"]),
    ("month", &["月", "月份"]),
    ("term", &["学期"]),
    ("year", &["学年"]),
    ("pack", &["整盒"]),
    ("blank", &["空表"]),
    ("trace", &["来源"]),
    ("ranked", &["排名", "名次"]),
    ("begin", &["开始"]),
    ("score", &["得分"]),
    ("set-risk", &["定风险"]),
    ("begin-words", &["自己的话"]),
    ("versions", &["各版本"]),
    ("reveal", &["显示"]),
    ("full", &["全部内容"]),
    ("fix", &["修复"]),
    ("strict", &["严格"]),
    ("diff", &["对比"]),
    ("against", &["对照"]),
    ("suggest", &["建议"]),
    ("adopt", &["采用"]),
    ("preset", &["模板"]),
    ("school", &["学校"]),
    ("sample", &["示例"]),
    ("to", &["发给"]),
    ("preview", &["预览"]),
    ("resend", &["重发"]),
    ("transport", &["发信方式"]),
    ("wide", &["全宽"]),
    ("restore", &["恢复"]),
    ("passphrase", &["密码"]),
    ("passphrase-file", &["密码文件"]),
];

/// The Chinese words of a flag, the first the likeliest.
pub fn words(long: &str) -> Vec<&'static str> {
    let path = long.replace('-', "_");
    let of_columns = COMMON_COLUMNS.iter().filter(|(name, _)| *name == path);
    let fields = schema::CHILD.iter().chain(schema::STAFF).filter(|field| field.path == path);
    let mut words: Vec<&str> = of_columns.flat_map(|(_, words)| words.iter().copied()).collect();
    words.extend(fields.map(|field| field.label.zh()));
    let others = OTHERS.iter().filter(|(name, _)| *name == long);
    words.extend(others.flat_map(|(_, words)| words.iter().copied()));
    let mut seen = std::collections::BTreeSet::new();
    words.retain(|word| seen.insert(*word));
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_flag_is_called_as_the_field_or_the_column_is_that_it_stands_for() {
        assert_eq!(words("date")[0], "日期");
        assert_eq!(words("care-type"), ["监护类型"]);
        assert_eq!(words("class"), ["班级"]);
        assert_eq!(words("except")[0], "除");
        assert!(words("lang").is_empty());
    }
}
