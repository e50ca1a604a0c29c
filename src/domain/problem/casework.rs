//! Checks of what follows from how a child fares: its plan, an incident, how many there are.

use super::check::checks;
use super::{Count, Quote};

checks! {
    /// What is doubtful about a plan, an incident or a head count.
    Casework;

    Remark PlanWithoutOwner "plan-without-owner"
        says "个别教育方案没有写由谁负责，没有人会去复查",
             "nobody answers for this individual plan: nobody will review it";
        fix "补上负责教师：care amend 编号 --set staff=姓名",
            "name who answers for it: care amend ID --set staff=NAME";

    Remark IncidentNotReported "incident-not-reported"
        says "事件没有写报告日期；未成年人受到侵害、疑似受到侵害或面临其他危险，学校要立即报告",
             "no day of report: harm to a child, suspected harm or other danger is to be \
                reported at once";
        fix "报告书：care print notice 编号；报告了的补上：care amend 编号 --set reported_on=日期",
            "the notice: care print notice ID; when it was reported: care amend ID --set \
                reported_on=DATE";

    Remark HeadCountDiffers {
        found: Quote<String> = Quote::of("29".to_owned()),
        enrolled: Count = Count::of(27),
    } "head-count-differs"
        says format!("摸底上报 {found} 名留守儿童，花名册那一天有 {enrolled} 名"),
             format!("the head count found {found}, and {enrolled} were on the roll that day");
        fix "缺的补进花名册：care add-child；不在的办离册：care leave；数写错了：\
                care amend 编号 --set found=人数",
            "add who lacks: care add-child; take off who left: care leave; or mend the number: \
                care amend ID --set found=NUMBER";
}
