//! Checks of roles and pairs: who is gone, who is missing, who is one too many.

use super::check::checks;
use super::payload::told_always;
use super::{Count, Quote};
use crate::domain::id::Id;
use crate::domain::role::{HEAD_TEACHER, RoleCode};

checks! {
    /// What is doubtful about roles and pairs.
    Duties;

    Remark PairWithoutRole { staff: Quote<Id> = Quote::hidden(), role: RoleCode = HEAD_TEACHER }
        "pair-without-role"
        says format!("{staff} 已不担任{}，还与儿童结着对", zh(*role)),
             format!("{staff} is no {} any more, and still paired with the child", en(*role));
        fix "给这个 [[pair]] 写上 until，再写新的 [[pair]]；还在担任的，在 staff.toml 补上",
            "write until in this [[pair]] and add a new one; \
                if the role is still held, mend staff.toml";

    Remark Graduates { class: Quote = Quote::hidden(), children: Count = Count::of(3) } "graduates"
        says format!("{class}已经毕业，还有 {children} 名儿童在册"),
             format!("the class {class} has left school, and {} on the roll",
                 children.english("child is still", "children are still"));
        fix "毕业的，在各人 [[spell]] 下写 left = 离校日期 和 reason = \"graduated\"；\
                没有毕业的，改正 class",
            "write left = DATE and reason = \"graduated\" under each one's [[spell]]; \
                or mend class";

    Remark NoHeadTeacher { class: Quote = Quote::hidden(), code: Quote = Quote::of("2021-2") }
        "no-head-teacher"
        says format!("{class}有儿童，今天没有班主任"),
             format!("the class {class} has children and no head teacher today");
        fix format!("在 staff.toml 里给班主任写上：\
                roles = [{{ role = \"head_teacher\", class = \"{code}\", from = 起始日期 }}]"),
            format!("write in staff.toml: \
                roles = [{{ role = \"head_teacher\", class = \"{code}\", from = DATE }}]");

    Remark TwoHeadTeachers { class: Quote = Quote::hidden(), first: Quote<Id> = Quote::hidden() }
        "two-head-teachers"
        says format!("{class}今天有两个班主任，另一个是 {first}"),
             format!("the class {class} has two head teachers today, the other is {first}");
        fix "不再担任的，在那个人的 roles 里写上 until", "write until in the roles of the one who left";

    Remark TwoPrincipals { first: Quote<Id> = Quote::hidden() } "two-principals"
        says format!("今天有两个校长，另一个是 {first}"),
             format!("there are two principals today, the other is {first}");
        fix "不再担任的，在那个人的 roles 里写上 until；副校长写 vice_principal",
            "write until in the roles of the one who left; a deputy is vice_principal";

    Remark NobodyCounts {
        rule: Quote = Quote::hidden(),
        role: RoleCode = HEAD_TEACHER,
        children: Count = Count::of(3),
        first: Quote<Id> = Quote::hidden(),
    } "nobody-counts"
        says format!("规则“{rule}”只算{0}做的，有 {children} 名儿童今天没有{0}，如 {first}", zh(*role)),
             format!("for \"{rule}\" only a {} counts, and {} none today, such as {first}",
                 en(*role), children.english("child has", "children have"));
        fix "给他们写上 [[pair]]，或在 staff.toml 里写上担任的人",
            "add a [[pair]] for them, or write the person's role in staff.toml";
}

told_always! { RoleCode }

pub(super) fn zh(role: RoleCode) -> &'static str {
    role.role().map_or(role.as_str(), |own| own.label.zh())
}

pub(super) fn en(role: RoleCode) -> &'static str {
    role.role().map_or(role.as_str(), |own| own.label.en())
}
