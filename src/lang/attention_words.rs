//! What is said of the children nobody asked.

use chrono::NaiveDate;

use super::{count, messages};

messages! {
    /// A heading or a reason.
    Attending {
        Title { children: usize, today: NaiveDate } =>
            format!("要多问一问的儿童 {children} 名    截至 {today}"),
            format!("{} nobody asked    as of {today}", count(*children as u64, "child", "children"));
        Nobody { today: NaiveDate } =>
            format!("每名儿童近来都有人联系    截至 {today}"), format!("somebody reached every child of late    as of {today}");
        LastReached => "最近联系", "Last reached";
        Days => "几天", "Days";
        Attempts => "未接通", "In vain";
        Risk => "风险", "Risk";
        Overdue => "逾期", "Overdue";
        Why => "为什么", "Why";
        NotInTerm => "本学期没有", "not this term";
        Quiet { days: i64 } => format!("{days} 天没有人联系到"), format!("nobody reached it for {days} days");
        Never { days: i64 } => format!("来了 {days} 天，没有联系记录"), format!("here for {days} days, no record of contact");
        Tries { tries: usize } => format!("连续 {tries} 次没有联系上"), format!("{tries} tries in a row in vain");
        AtRisk { days: i64 } => format!("高风险，{days} 天没有人联系"), format!("at high risk, and not reached for {days} days");
        Late { number: usize } => format!("逾期 {number} 项"), format!("{number} overdue");
        Phones { number: usize } => format!("错号或停机 {number} 个"), format!("{number} wrong or cut off");
        Asked { number: usize } => format!("{number} 处存疑没有答复"),
            count(*number as u64, "question not answered", "questions not answered");
        NoPhone => "没有电话", "no phone";
        Explained =>
            "联系：谈心、家访、电话、书信等按规定要做的记录（心理辅导等保密登记不算）。先问排在前面的。",
            "Reached: talks, visits, calls, letters and whatever else the rules count, restricted registers excepted. Ask first for whoever stands first.";
    }
}
