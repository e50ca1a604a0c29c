//! Checks of absences, and of children who are to come back to school.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::{Count, Quote};

checks! {
    /// What is doubtful about absences.
    Absences;

    Remark AbsenceUnanswered { days: Count = Count::of(3) } "absence-unanswered"
        says format!("连续缺勤 {days} 个上课日，没有家访、电话或劝返的记录"),
             format!("away for {days} school days in a row, and nobody was in touch with the home");
        fix "联系家里，登记下来：care log-persuade 儿童 --方式 …，或 care log-call、care log-visit",
            "get in touch and enter it: care log-persuade CHILD --way ..., or log-call, log-visit";

    Remark AbsenceUnverified "absence-unverified"
        says "连续缺勤多日，没有写原因或核实人",
             "a long absence whose reason or verifier is not written";
        fix "核实后补上：care amend 编号 --set reason=原因 --set verified_by=姓名",
            "find out and write it: care amend ID --set reason=... --set verified_by=...";

    Remark PersuadeOpen { since: Quote<NaiveDate> = sample_day() } "persuade-open"
        says format!("{since} 起劝返，还没有返校，也没有了结"),
             format!("being persuaded since {since}, neither back at school nor closed");
        fix "返校了：care log-persuade 儿童 --返校日期 日期；无效上报了的：--了结日期 日期；\
                还没有的，继续劝返",
            "when back: care log-persuade CHILD --returned-on DATE; \
                when reported and closed: --closed-on DATE; else go on";
}
