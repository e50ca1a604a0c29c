//! Checks of the group that leads the home, and of who served when.

use super::check::checks;
use super::duties::zh;
use super::payload::told_always;
use super::{Quote, duties};
use crate::domain::id::Id;
use crate::domain::label::Words;
use crate::domain::role::{DUTIES, HEAD_TEACHER, RoleCode};

checks! {
    /// What is doubtful about the leading group.
    Leading;

    Remark NoGroupHead "no-group-head"
        says "领导小组今天没有组长", "the leading group has no head today";
        fix "任命组长：care appoint 校长 --role 校长 --rank 组长 --from 日期",
            "care appoint STAFF --role principal --rank head --from DATE";

    Remark TwoGroupHeads { first: Quote<Id> = Quote::hidden() } "two-group-heads"
        says format!("领导小组今天有两个组长，另一个是 {first}"),
             format!("the leading group has two heads today, the other is {first}");
        fix "卸任的：care dismiss 教师 --role 角色 --date 最后一天；副组长的职务写 deputy",
            "end the role of the one who left: care dismiss STAFF --role ROLE --date DATE; \
                a deputy's rank is deputy";

    Remark AreaWithoutHolder { area: Area = Area("study") } "area-without-holder"
        says format!("领导小组里没有人分管{}", area.words().0),
             format!("nobody in the leading group answers for {}", area.words().1);
        fix format!("任命分管的人：care appoint 教师 --role 角色 --duty {} --from 日期",
                area.words().0),
            format!("care appoint STAFF --role ROLE --duty {} --from DATE", area.0);

    Remark NoEmployer { role: RoleCode = HEAD_TEACHER } "no-employer"
        says format!("校外人员（{}）没有写工作单位", zh(*role)),
             format!("a person from outside ({}) without an employer", duties::en(*role));
        fix "补上：care edit-staff 姓名 --set 单位=单位名称",
            "write it: care edit-staff STAFF --set employer=...";

    Remark StaffOutsideDates { staff: Quote<Id> = Quote::hidden() } "staff-outside-dates"
        says format!("那一天 {staff} 没有担任任何角色"),
             format!("{staff} held no role on that day");
        fix "改正日期或人：care amend 编号 --set staff=姓名；任期写错了：care appoint、care dismiss",
            "mend the day or the person: care amend ID --set staff=...; \
                or the role's dates: care appoint, care dismiss";
}

/// What one of the group answers for, by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area(pub &'static str);

impl Area {
    fn words(self) -> Words {
        DUTIES.iter().find(|(code, _)| *code == self.0).map_or((self.0, self.0), |own| own.1)
    }
}

told_always! { Area }
