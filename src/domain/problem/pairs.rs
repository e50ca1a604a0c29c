//! Checks of what `[pairing]` holds pairs to, and of who can be paired with a child.

use super::check::checks;
use super::duties::{en, zh};
use super::{Count, Quote, Withhold};
use crate::domain::id::Id;
use crate::domain::role::{PROXY_PARENT, RoleCode};

checks! {
    /// What is doubtful about a pair.
    Pairs;

    Remark SharedAdult {
        role: RoleCode = PROXY_PARENT,
        children: Count = Count::of(2),
        first: Quote<Id> = Quote::hidden(),
    } "shared-adult"
        says format!("{}要求一对一，这个人结着 {children} 名儿童，如 {first}", zh(*role)),
             format!("a {} has one child (one_to_one), this one has {children}, such as {first}",
                 en(*role));
        fix "多出的结束：care unpair 儿童 教师；不要求一对一的，在 care.toml 的 [pairing] 里改",
            "end the others: care unpair CHILD STAFF; or mend [pairing] in care.toml";

    Remark SeveralAdults { role: RoleCode = PROXY_PARENT, adults: Count = Count::of(2) }
        "several-adults"
        says format!("{}每名儿童只有一位，这名儿童有 {adults} 位", zh(*role)),
             format!("a child has one {} ([pairing]), this child has {adults}", en(*role));
        fix "不再担任的结束：care unpair 儿童 教师", "end the one who left: care unpair CHILD STAFF";

    Remark NoAdult { role: RoleCode = PROXY_PARENT, child: Quote<Id> = Quote::hidden() }
        "no-adult"
        says format!("每名儿童要有一位{0}，这名儿童没有", zh(*role)),
             format!("each child has one {} (exactly_one), this child has none", en(*role));
        fix format!("结对：care pair {child} 教师 --role {role}"),
            format!("pair it: care pair {child} STAFF --role {role}");

    Remark TooManyChildren {
        role: RoleCode = PROXY_PARENT,
        children: Count = Count::of(6),
        most: Count = Count::of(5),
    } "too-many-children"
        says format!("{}最多结 {most} 名儿童，这个人结着 {children} 名", zh(*role)),
             format!("a {} has at most {} (load), this one has {children}",
                 en(*role), most.english("child", "children"));
        fix "分给别的老师：care unpair 儿童 教师，再 care pair 儿童 教师 --role 角色",
            "give some to others: care unpair CHILD STAFF, \
                then care pair CHILD STAFF --role ROLE";

    Remark PairOffClass {
        role: RoleCode = PROXY_PARENT,
        staff: Quote<Id> = Quote::hidden(),
        head: Quote<Id> = Quote::hidden(),
        child: Quote<Id> = Quote::hidden(),
        has_head: bool = false,
    } "pair-off-class"
        says format!("{}由班主任担任，这里是 {staff}，班主任是 {head}", zh(*role)),
             format!("the {} is the head teacher of the class, {head}, and not {staff}",
                 en(*role));
        fix match has_head {
                true => format!("和班主任已经结对：care unpair {child} {staff} --role {role}"),
                false => format!("care unpair {child} {staff} --role {role}，\
                    再 care pair {child} {head} --role {role}"),
            },
            match has_head {
                true => format!("paired with the head teacher already: \
                    care unpair {child} {staff} --role {role}"),
                false => format!("care unpair {child} {staff} --role {role}, \
                    then care pair {child} {head} --role {role}"),
            };

    Remark NeverInRole { role: RoleCode = PROXY_PARENT, staff: Quote<Id> = Quote::hidden() }
        "never-in-role"
        says format!("{staff} 是儿童的{0}，staff.toml 里没有担任{0}", zh(*role)),
             format!("{staff} is the child's {0} and holds no role of a {0}", en(*role));
        fix format!("担任的，登记：care appoint {staff} --role {role} --from 日期；\
                不担任的，结束结对：care unpair 儿童 教师"),
            format!("care appoint {staff} --role {role} --from DATE; \
                or end the pair: care unpair CHILD STAFF");

    Remark MaleProxyMother "male-proxy-mother"
        says "代理妈妈的性别写的是男", "a proxy mother whose sex is male";
        fix "改正 sex；男教师写 proxy_parent（代理家长）",
            "mend sex; a man is proxy_parent";

    Remark OutsideProxyMother "outside-proxy-mother"
        says "代理妈妈应是本校教职工，这个人写着别的单位（employer）",
             "a proxy mother is on the staff, and this one has another employer";
        fix "改由本校女教职工担任；单位写错的，改正：care edit-staff 教师 --set employer=",
            "choose a woman of the staff; or mend it: care edit-staff STAFF --set employer=";

    Remark OwnBuddy "own-buddy"
        says "结对同学写的是儿童自己", "the buddy is the child itself";
        fix "改成结对同学的姓名", "write the buddy's name";

    Remark BuddyNoPupil { why: NoPupil = NoPupil::Graduated } "buddy-no-pupil"
        says format!("结对同学应是本校学生：{}", why.zh()),
             format!("a buddy is a pupil of the school: {}", why.en());
        fix "解除这一对，再结一个：care unpair 儿童 同学；care buddy 儿童 同学",
            "end this pair, and find another: care unpair CHILD BUDDY; care buddy CHILD BUDDY";
}

/// Why somebody is no pupil of the school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPupil {
    Adult(Quote<Id>),
    Left(Quote<Id>),
    Graduated,
}

impl NoPupil {
    fn zh(&self) -> String {
        match self {
            NoPupil::Adult(id) => format!("这是教职工 {id}"),
            NoPupil::Left(id) => format!("{id} 已经离校"),
            NoPupil::Graduated => "这个班已经毕业".to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            NoPupil::Adult(id) => format!("this is {id} of the staff"),
            NoPupil::Left(id) => format!("{id} has left school"),
            NoPupil::Graduated => "the class has left school".to_owned(),
        }
    }
}

impl Withhold for NoPupil {
    fn withheld(self) -> Self {
        match self {
            NoPupil::Adult(id) => NoPupil::Adult(id.withheld()),
            NoPupil::Left(id) => NoPupil::Left(id.withheld()),
            NoPupil::Graduated => NoPupil::Graduated,
        }
    }
}
