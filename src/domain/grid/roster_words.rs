//! How schools head the columns of their list of children.

use super::heading_words::{code, says_nothing};
use crate::domain::schema;

/// The headings of one kind of list.
pub struct Fielded {
    /// Paths with the headings that stand alone for them.
    pub fields: &'static [(&'static str, &'static [&'static str])],
    /// Whose a heading below, or one that begins so, is.
    pub groups: &'static [(&'static str, &'static [&'static str])],
    /// What may stand below or after such a word.
    pub parts: &'static [(&'static str, &'static [&'static str])],
}

/// The mark between a field and the choice that a ticked column stands for.
pub const TICKED: char = '=';

impl Fielded {
    /// The path that a heading means; `field=code` for a column that is ticked for one choice.
    pub fn meant(&self, path: &[String]) -> Option<String> {
        let word = path.last()?;
        if let Some(own) = code(word) {
            return Some(own.to_owned());
        }
        let above = path.len().checked_sub(2).and_then(|at| path.get(at));
        if let Some(above) = above
            && let Some(found) = self.below(above, word)
        {
            return Some(found);
        }
        if says_nothing(word) {
            return None;
        }
        self.alone(word).or_else(|| self.joined(word))
    }

    fn below(&self, above: &str, word: &str) -> Option<String> {
        if let Some(group) = found(self.groups, above) {
            let whole = found(self.parts, word).map(|part| format!("{group}.{part}"));
            return whole.or_else(|| self.joined(word));
        }
        let field = self.alone(above)?;
        let schema::FieldType::Choice(choices) = schema::find(schema::CHILD, &field)?.holds else {
            return None;
        };
        let fits = |(code, (zh, en)): &&(&str, (&str, &str))| [*code, *zh, *en].contains(&word);
        let (code, _) = choices.iter().find(fits)?;
        Some(format!("{field}{TICKED}{code}"))
    }

    fn alone(&self, word: &str) -> Option<String> {
        if let Some(path) = found(self.fields, word) {
            return Some(path.to_owned());
        }
        let called = |field: &&schema::Field| {
            field.path == word || [field.label.zh(), field.label.en()].contains(&word)
        };
        let is_children = std::ptr::eq(self, &raw const CHILDREN);
        let own = schema::CHILD.iter().find(called).filter(|_| is_children);
        own.map(|field| field.path.to_owned())
    }

    /// 父亲电话, 监护人姓名: whose it is and what it is, in one word.
    fn joined(&self, word: &str) -> Option<String> {
        let mut heads: Vec<(&str, &str)> = self
            .groups
            .iter()
            .flat_map(|(group, words)| words.iter().map(move |word| (*group, *word)))
            .collect();
        heads.sort_by_key(|(_, head)| std::cmp::Reverse(head.len()));
        heads.iter().find_map(|(group, head)| {
            let rest = word.strip_prefix(head)?;
            let rest = rest.strip_prefix('的').unwrap_or(rest);
            found(self.parts, rest).map(|part| format!("{group}.{part}"))
        })
    }
}

fn found(
    table: &'static [(&'static str, &'static [&'static str])],
    word: &str,
) -> Option<&'static str> {
    let own = table.iter().find(|(_, words)| words.contains(&word));
    own.map(|(path, _)| *path)
}

/// The list of children.
pub static CHILDREN: Fielded = Fielded {
    fields: &[
        ("name", &["姓名", "学生姓名", "儿童姓名", "留守儿童姓名", "孩子姓名", "幼儿姓名", "name"]),
        ("sex", &["性别", "sex"]),
        (
            "birth_date",
            &[
                "出生日期",
                "出生年月日",
                "出生年月",
                "生日",
                "出生时间",
                "出生",
                "birthdate",
                "born",
            ],
        ),
        (
            "id_number",
            &[
                "身份证号",
                "身份证号码",
                "公民身份证号码",
                "公民身份号码",
                "公民身份证号",
                "身份证",
                "身份证件号",
                "身份证件号码",
                "学生身份证号",
                "学生身份证号码",
                "idnumber",
                "证件号码",
            ],
        ),
        ("student_no", &["学籍号", "全国学籍号", "学籍号码", "全国学籍号码", "studentnumber"]),
        ("class", &["班级", "所在班级", "就读班级", "年级班级", "年班", "class", "所在年级班级"]),
        ("grade", &["年级", "所在年级", "就读年级", "grade"]),
        ("class_number", &["班", "班别", "班号"]),
        ("ethnic_group", &["民族", "ethnicgroup"]),
        ("care_type", &["监护类型", "监护方式", "监护情况", "留守监护类型", "caretype"]),
        ("risk", &["风险等级", "风险", "risk"]),
        ("boarding", &["住校", "是否住校", "是否寄宿", "寄宿", "就读方式", "boarding", "住宿"]),
        (
            "address",
            &["家庭住址", "现住址", "现居住地", "家庭地址", "住址", "家庭详细住址", "address"],
        ),
        ("joined", &["入册日期", "建档日期", "登记日期", "建档时间", "入册时间", "joined"]),
        ("carer.relation", &["关系", "与学生关系", "与儿童关系", "与孩子关系", "与被监护人关系"]),
        ("carer.name", &["监护人", "临时监护人", "家长姓名", "现监护人", "实际监护人"]),
        (
            "carer.phone",
            &["联系电话", "电话", "家长电话", "家长联系电话", "联系方式", "手机", "手机号"],
        ),
        ("father.name", &["父亲", "爸爸"]),
        ("mother.name", &["母亲", "妈妈"]),
        ("emergency.name", &["紧急联系人"]),
        ("emergency.phone", &["紧急电话", "紧急联系电话"]),
        ("tags", &["标签", "tags"]),
        ("contact_card.issued_on", &["联系卡发放", "发卡日期"]),
        ("x.former_name", &["曾用名"]),
        ("x.class_no", &["班内学号", "学号"]),
        ("x.enrolled_on", &["入学年月", "入学时间", "入学日期"]),
        ("x.hukou_type", &["户口性质"]),
        ("x.hukou_place", &["户籍所在地", "户籍地", "户口所在地", "户籍地址"]),
        ("x.health", &["身体情况", "健康状况", "身体状况", "健康情况"]),
        ("x.disability", &["残疾类别", "残疾类型", "残疾等级", "残疾类别及等级"]),
        ("x.disease", &["患病类型", "所患疾病"]),
        ("x.schooling", &["就学情况"]),
        ("x.interests", &["兴趣爱好", "特长", "爱好", "兴趣爱好/特长", "爱好特长"]),
        ("x.personality", &["性格特点", "性格"]),
        ("x.study_level", &["学习情况", "学习成绩"]),
        ("x.income_sources", &["家庭经济来源", "经济来源"]),
        ("x.aid", &["救助帮扶情况", "救助情况", "享受救助情况"]),
        ("x.poverty", &["是否建档立卡", "建档立卡", "是否脱贫户", "是否贫困户", "贫困户"]),
        ("x.orphan", &["是否孤儿", "孤儿"]),
        ("x.single_parent", &["是否单亲", "是否单亲家庭", "单亲"]),
        ("x.registry_left_behind", &["是否留守儿童", "留守类型", "留守情况"]),
        ("x.family_size", &["家庭人口", "家庭人口数"]),
        ("x.note", &["备注", "说明", "note"]),
    ],
    groups: &[
        ("father", &["父亲", "爸爸", "父", "学生父亲", "父亲情况", "父亲信息", "father"]),
        ("mother", &["母亲", "妈妈", "母", "学生母亲", "母亲情况", "母亲信息", "mother"]),
        (
            "carer",
            &[
                "监护人",
                "临时监护人",
                "实际监护人",
                "委托监护人",
                "被委托人",
                "现监护人",
                "受委托监护人",
                "监护人信息",
                "监护人情况",
                "临时监护人情况",
                "照料人",
                "照顾人",
                "现监护人情况",
                "实际监护人情况",
                "carer",
            ],
        ),
        ("emergency", &["紧急联系人", "紧急联络人", "emergency"]),
    ],
    parts: &[
        ("name", &["姓名", "名字", "name"]),
        (
            "phone",
            &["电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "phone"],
        ),
        (
            "work_place",
            &[
                "务工地",
                "务工地点",
                "打工地点",
                "打工地",
                "务工地址",
                "当前务工地点",
                "工作地点",
                "外出务工地点",
                "外出地点",
                "外出务工地",
                "务工地区",
                "工作地",
                "workplace",
            ],
        ),
        ("away", &["外出", "是否外出", "是否外出务工", "外出务工", "是否务工", "away"]),
        (
            "away_since",
            &["外出时间", "外出务工时间", "外出日期", "外出起始时间", "何时外出", "awaysince"],
        ),
        ("guardianship", &["监护能力", "有无监护能力", "是否有监护能力"]),
        (
            "relation",
            &[
                "关系",
                "与儿童关系",
                "与学生关系",
                "与被监护人关系",
                "与孩子关系",
                "称谓",
                "relation",
            ],
        ),
        ("birth_year", &["出生年", "出生年份"]),
        ("health", &["健康状况", "身体状况", "健康"]),
        ("education", &["文化程度", "学历"]),
        ("rating", &["监护情况评估", "监护评估", "评估"]),
        ("delegation_notice_on", &["委托照护告知", "委托照护书面告知日期", "告知日期"]),
    ],
};
