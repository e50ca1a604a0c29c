//! Checks of how truthfully the records were written: questions to those who wrote them, with the
//! rows, and never a verdict. No text of a record is told.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::payload::told_always;
use super::{Count, Known, Quote};
use crate::domain::id::Id;
use crate::domain::label::Label;
use crate::domain::month::Month;

/// So many rows are named.
const NAMED: usize = 5;

/// The rows to look at, by file and line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsSeen {
    named: Vec<Known>,
    more: usize,
}

told_always! { RowsSeen Label }

impl RowsSeen {
    /// These rows; of many the first, and how many more there are.
    pub fn of(rows: impl ExactSizeIterator<Item = Known>) -> RowsSeen {
        let all = rows.len();
        let named: Vec<Known> = rows.take(NAMED).collect();
        RowsSeen { more: all - named.len(), named }
    }

    fn count(&self) -> Count {
        Count::of(self.named.len() + self.more)
    }

    fn named(&self, between: &str) -> String {
        self.named.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
    }

    fn zh(&self) -> String {
        let mut said = self.named("、");
        if self.more > 0 {
            let _ = write!(said, "，还有 {} 条", self.more);
        }
        said
    }

    fn en(&self) -> String {
        let mut said = self.named(", ");
        if self.more > 0 {
            let _ = write!(said, " and {} more", self.more);
        }
        said
    }
}

fn sample_rows() -> RowsSeen {
    RowsSeen::of([2, 3].map(|line| Known::line("log/talk/2024-09.csv", line)).into_iter())
}

checks! {
    /// What is to be asked of those who wrote the records.
    Truth;

    Remark SameText {
        column: Label = Label::fixed("谈话内容", "content"),
        children: Count = Count::of(6),
        days: Count = Count::of(3),
        rows: RowsSeen = sample_rows(),
    } "truth-same-text"
        says format!("“{}”一栏，同样的话写了 {} 次（{children} 名儿童，{days} 天）：{}",
                 column.zh(), rows.count(), rows.zh()),
             format!("the same text stands {} in \"{}\" ({}, {}): {}",
                 rows.count().english("time", "times"), column.en(),
                 children.english("child", "children"), days.english("day", "days"), rows.en());
        fix "问写的人：同一件事、同一句嘱咐，可能确实一样；各人各样的，照实补写：\
                care amend 编号 --set 栏=…",
            "ask who wrote it: the same matter or advice may well be told alike; what differed, \
                write as it was: care amend ID --set COLUMN=...";

    Remark ManyVisits {
        staff: Quote<Id> = Quote::hidden(),
        day: Quote<NaiveDate> = sample_day(),
        homes: Count = Count::of(9),
        rows: RowsSeen = sample_rows(),
    } "truth-many-visits"
        says format!("{staff} 在 {day} 这一天上门家访了 {homes} 户：{}", rows.zh()),
             format!("{staff} visited {} on {day}: {}", homes.english("home", "homes"), rows.en());
        fix "问本人：集中走访、几户同村，可能走得完；日期写错的：care amend 编号 --set 日期=日期",
            "ask the person: homes of one village may all be reached in a day; \
                a wrong date: care amend ID --set date=...";

    Remark OneTime {
        staff: Quote<Id> = Quote::hidden(),
        day: Quote<NaiveDate> = sample_day(),
        rows: RowsSeen = sample_rows(),
    } "truth-one-time"
        says format!("{staff} 在 {day} 的家访，与在学校的另一条记录是同一时间：{}", rows.zh()),
             format!("a visit of {staff} on {day} is at the time of something at school: {}",
                 rows.en());
        fix "问本人：时刻可能记得不准，也可能有人代班；写错的：care amend 编号 --set 时刻=时刻",
            "ask the person: the time may be inexact, or somebody stood in; \
                a wrong one: care amend ID --set time=...";

    Remark NoSchool {
        staff: Quote<Id> = Quote::hidden(),
        month: Quote<Month> = Quote::hidden(),
        rows: RowsSeen = sample_rows(),
    } "truth-no-school"
        says format!("{staff} {month} 有 {} 条要孩子在学校的记录，那一天不上课：{}",
                 rows.count(), rows.zh()),
             format!("{} of {staff} in {month} needed the child at school on a day without school: \
                 {}", rows.count().english("record", "records"), rows.en());
        fix "问本人：可能是补课、值班、在家里谈的；补课日没写进 calendar.toml 的补上，\
                日期写错的：care amend 编号 --set 日期=日期",
            "ask the person: it may have been a make-up day, or at the child's home; \
                a make-up day belongs in calendar.toml; a wrong date: care amend ID --set date=...";

    Remark MonthEnd {
        staff: Quote<Id> = Quote::hidden(),
        month: Quote<Month> = Quote::hidden(),
        late: Count = Count::of(7),
        all: Count = Count::of(8),
        rows: RowsSeen = sample_rows(),
    } "truth-month-end"
        says format!("{staff} {month} 的 {all} 条里，有 {late} 条在月底三天：{}", rows.zh()),
             format!("{late} of the {} of {staff} in {month} lie on its last three days: {}",
                 all.english("record", "records"), rows.en());
        fix "问本人：前面的可能忘了登记，也可能月底才有空；漏记的照实补上",
            "ask the person: earlier ones may have been forgotten, or the month's end was the \
                first free time; enter what is missing";

    Remark Late {
        staff: Quote<Id> = Quote::hidden(),
        month: Quote<Month> = Quote::hidden(),
        longest: Count = Count::of(45),
        rows: RowsSeen = sample_rows(),
    } "truth-late"
        says format!("{staff} {month} 有 {} 条过了很久才登记，最久的过了 {longest} 天：{}",
                 rows.count(), rows.zh()),
             format!("{} of {staff} in {month}, entered long after, at most {}: {}",
                 rows.count().english("record", "records"),
                 longest.english("day", "days"), rows.en());
        fix "问本人：可能照纸质本子补录，也可能生病、停电；日期写错的：\
                care amend 编号 --set 日期=日期",
            "ask the person: they may be from a paper book, or there was illness or no power; \
                a wrong date: care amend ID --set date=...";

    Remark InOrder {
        staff: Quote<Id> = Quote::hidden(),
        minutes: Count = Count::of(9),
        rows: RowsSeen = sample_rows(),
    } "truth-in-order"
        says format!("{staff} 有 {} 条记录在 {minutes} 分钟里照名单顺序一条条登记：{}",
                 rows.count(), rows.zh()),
             format!("{} of {staff}, entered within {} in the order of the list: {}",
                 rows.count().english("record", "records"),
                 minutes.english("minute", "minutes"), rows.en());
        fix "问本人：照本子补录、一次谈了全班，可能就是这样；全班的事一条命令登记：--class 班级",
            "ask the person: a book was copied perhaps, or all were spoken to; what was of a whole \
                class is one command: --class CLASS";

    Remark Again {
        staff: Quote<Id> = Quote::hidden(),
        month: Quote<Month> = Quote::hidden(),
        rows: RowsSeen = sample_rows(),
    } "truth-again"
        says format!("{staff} {month} 有 {} 条，写的与这些儿童上个月的一样：{}",
                 rows.count(), rows.zh()),
             format!("{} of {staff} in {month} say of each child what the month before said: {}",
                 rows.count().english("record", "records"), rows.en());
        fix "问本人：情况没有变的，可能确实一样；有变化的，照实补写：care amend 编号 --set 栏=…",
            "ask the person: where nothing changed it may well be so; what changed, write as it \
                was: care amend ID --set COLUMN=...";
}

/// What `care check truthfulness` looks for, and nothing else does.
pub const TRUTH_CHECKS: [&str; 8] = [
    "truth-same-text",
    "truth-many-visits",
    "truth-one-time",
    "truth-no-school",
    "truth-month-end",
    "truth-late",
    "truth-in-order",
    "truth-again",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::Lang;

    #[test]
    fn every_check_of_truthfulness_is_asked_for_by_that_name_and_no_other_is() {
        let own: Vec<&str> = Truth::CHECKS.iter().map(|(name, _)| *name).collect();
        assert_eq!(own, TRUTH_CHECKS);
    }

    #[test]
    fn of_many_rows_a_handful_is_named_and_the_rest_counted() {
        let line = |line: u32| Known::line("log/talk/2024-09.csv", line);
        let rows = |last: u32| RowsSeen::of((2..=last).collect::<Vec<_>>().into_iter().map(line));
        assert!(!rows(6).zh().contains("还有"));
        assert!(rows(9).zh().ends_with("log/talk/2024-09.csv:6，还有 3 条"));
        assert!(rows(9).en().ends_with("log/talk/2024-09.csv:6 and 3 more"));
        let late = Truth::Late {
            staff: Quote::hidden(),
            month: Quote::hidden(),
            longest: Count::of(1),
            rows: rows(2),
        };
        assert!(late.message(Lang::En).contains("1 record of"));
        assert!(late.message(Lang::En).contains("1 day:"));
    }
}
