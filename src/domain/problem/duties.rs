//! Checks of roles and pairs: who is gone, who is missing, who is one too many.

use super::check::checks;
use super::payload::told_always;
use super::{Count, Quote};
use crate::domain::id::Id;
use crate::domain::role::{HEAD_TEACHER, RoleCode};

checks! {
    /// What is doubtful about roles and pairs.
    Duties;

    Remark PairWithoutRole {
        staff: Quote<Id> = Quote::hidden(),
        role: RoleCode = HEAD_TEACHER,
        has_other: bool = false,
    }
        "pair-without-role"
        says format!("{staff} 已不担任{}，还与儿童结着对", zh(*role)),
             format!("{staff} is no {} any more, and still paired with the child", en(*role));
        fix match has_other {
                true => format!("已经有别人：care unpair 儿童 {staff} --role {0}；\
                    还在担任的：{1}", zh(*role), appoint_zh(&staff.to_string(), *role)),
                false => format!("换人：care unpair 儿童 {staff} --role {0}，\
                    再 care pair 儿童 教师 --role {0}；还在担任的：{1}",
                    zh(*role), appoint_zh(&staff.to_string(), *role)),
            },
            match has_other {
                true => format!("there is another already: \
                    care unpair CHILD {staff} --role {role}; \
                    if the role is still held: {}", appoint_en(&staff.to_string(), *role)),
                false => format!("care unpair CHILD {staff} --role {role}, \
                    then care pair another; if the role is still held: {}",
                    appoint_en(&staff.to_string(), *role)),
            };

    Remark Graduates { class: Quote = Quote::hidden(), children: Count = Count::of(3) } "graduates"
        says format!("{class}已经毕业，还有 {children} 名儿童在册"),
             format!("the class {class} has left school, and {} on the roll",
                 children.english("child is still", "children are still"));
        fix "毕业的，各人登记离册：care leave 儿童 --date 离校日期 --reason 毕业；\
                没有毕业的，改班级：care edit-child 儿童 --set 班级=班级",
            "enter for each: care leave CHILD --date DATE --reason graduated; \
                or mend the class: care edit-child CHILD --set class=CLASS";

    Remark NoHeadTeacher { class: Quote = Quote::hidden(), code: Quote = Quote::of("2021-2") }
        "no-head-teacher"
        says format!("{class}有儿童，今天没有班主任"),
             format!("the class {class} has children and no head teacher today");
        fix format!("登记班主任：care appoint 教师 --role 班主任 --class {code} --from 日期"),
            format!("care appoint STAFF --role head_teacher --class {code} --from DATE");

    Remark TwoHeadTeachers { class: Quote = Quote::hidden(), first: Quote<Id> = Quote::hidden() }
        "two-head-teachers"
        says format!("{class}今天有两个班主任，另一个是 {first}"),
             format!("the class {class} has two head teachers today, the other is {first}");
        fix "不再担任的：care dismiss 教师 --role 班主任 --date 最后一天",
            "end the role of the one who left: care dismiss STAFF --role head_teacher --date DATE";

    Remark TwoPrincipals { first: Quote<Id> = Quote::hidden() } "two-principals"
        says format!("今天有两个校长，另一个是 {first}"),
             format!("there are two principals today, the other is {first}");
        fix "不再担任的：care dismiss 教师 --role 校长 --date 最后一天；副校长另有角色：副校长",
            "end the role of the one who left: care dismiss STAFF --role principal --date DATE; \
                a deputy is vice_principal";

    Remark NobodyCounts {
        rule: Quote = Quote::hidden(),
        role: RoleCode = HEAD_TEACHER,
        children: Count = Count::of(3),
        first: Quote<Id> = Quote::hidden(),
    } "nobody-counts"
        says format!("规则“{rule}”只算{0}做的，有 {children} 名儿童今天没有{0}，如 {first}", zh(*role)),
             format!("for \"{rule}\" only a {} counts, and {} none today, such as {first}",
                 en(*role), children.english("child has", "children have"));
        fix match role.role().is_some_and(|own| own.pairs) {
                true => format!("给他们结对：care pair 儿童 教师 --role {}", zh(*role)),
                false => format!("登记担任的人：{}", appoint_zh("教师", *role)),
            },
            match role.role().is_some_and(|own| own.pairs) {
                true => format!("pair them: care pair CHILD STAFF --role {role}"),
                false => appoint_en("STAFF", *role),
            };
}

told_always! { RoleCode }

/// The command that gives somebody a role; a head teacher has a class.
pub(super) fn appoint_zh(who: &str, role: RoleCode) -> String {
    let class = if role == HEAD_TEACHER { " --class 班级" } else { "" };
    format!("care appoint {who} --role {}{class} --from 日期", zh(role))
}

/// The same in English.
pub(super) fn appoint_en(who: &str, role: RoleCode) -> String {
    let class = if role == HEAD_TEACHER { " --class CLASS" } else { "" };
    format!("care appoint {who} --role {role}{class} --from DATE")
}

pub(super) fn zh(role: RoleCode) -> &'static str {
    role.role().map_or(role.as_str(), |own| own.label.zh())
}

pub(super) fn en(role: RoleCode) -> &'static str {
    role.role().map_or(role.as_str(), |own| own.label.en())
}
