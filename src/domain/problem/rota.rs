//! Checks of the rota and of the duty that was done.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::duties::{appoint_en, appoint_zh, en, zh};
use super::{Count, Known, Quote};
use crate::domain::id::Id;
use crate::domain::role::{HEAD_TEACHER, RoleCode};

checks! {
    /// What is doubtful about the rota.
    Rota;

    Remark RotaGap { days: Count = Count::of(2), first: Quote<NaiveDate> = sample_day() }
        "rota-gap"
        says format!("排班里这个时段缺了 {days} 个上课日，第一个是 {first}"),
             format!("the rota leaves out {} of this session, the first {first}",
                 days.english("school day", "school days"));
        fix "补排：care log-rota --staff 姓名 --时段 时段 --date 日期",
            "plan it: care log-rota --staff STAFF --session SESSION --date DATE";

    Remark RotaNotDone { sessions: Count = Count::of(2) } "rota-not-done"
        says format!("这个月排了班的时段，有 {sessions} 个没有值日记录"),
             format!("{} planned in this month without a record of duty",
                 sessions.english("session was", "sessions were"));
        fix "看是哪些：care rota；值了班的补记：care log-duty --staff 姓名 --时段 时段 --date 日期",
            "see which: care rota; enter what was done: care log-duty --staff STAFF ...";

    Remark OnDutyTwice { first: Known = Known::line("log/rota/2024-09.csv", 2) } "on-duty-twice"
        says format!("同一个人在同一天同一时段记了两次（{first}）"),
             format!("the same person stands twice in one session ({first})");
        fix "多的作废：care void 编号 --why 重复；时段写错的：care amend 编号 --set session=时段",
            "take one back: care void ID --why ...; or mend its session: care amend ID";

    Remark SessionTwice { first: Known = Known::line("log/rota/2024-09.csv", 2) } "session-twice"
        says format!("同一天同一时段的同一角色排了两次（{first}）"),
             format!("the same role of one session is planned twice ({first})");
        fix "换了人的更正原来那条：care amend 编号 --set staff=姓名；多的作废：care void 编号 --why 重复",
            "mend the first when another takes it: care amend ID --set staff=...; \
                or take one back: care void ID --why ...";

    Remark NotInRole { staff: Quote<Id> = Quote::hidden(), role: RoleCode = HEAD_TEACHER }
        "not-in-role"
        says format!("{staff} 那一天不担任{}", zh(*role)),
             format!("{staff} was no {} on that day", en(*role));
        fix format!("改正角色：care amend 编号 --set role=角色；担任的：{}",
                appoint_zh(&staff.to_string(), *role)),
            format!("mend the role: care amend ID --set role=...; or: {}",
                appoint_en(&staff.to_string(), *role));

    Remark TooManySessions {
        staff: Quote<Id> = Quote::hidden(),
        sessions: Count = Count::of(6),
        most: Count = Count::of(5),
    } "too-many-sessions"
        says format!("{staff} 这一周排了 {sessions} 次，多于 {most} 次"),
             format!("{staff} is planned for {sessions} sessions in this week, more than {most}");
        fix "分给别人：care amend 编号 --set staff=姓名",
            "give some to others: care amend ID --set staff=...";
}
