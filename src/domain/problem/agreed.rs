//! Checks of days that were agreed, and of their order.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::{Known, Quote};

checks! {
    /// What is doubtful about a day that was agreed.
    Agreed;

    Remark DatePassed {
        column: Known = Known::word("review_on"),
        day: Quote<NaiveDate> = sample_day(),
    } "date-passed"
        says match day.shown() {
                Some(day) => format!("“{column}”写的 {day} 已经过了，还没有下文"),
                None => format!("“{column}”写的日子已经过了，还没有下文"),
            },
            match day.shown() {
                Some(day) => format!("\"{column}\" was {day}, and nothing came of it yet"),
                None => format!("the day in \"{column}\" has passed, and nothing came of it yet"),
            };
        fix "办了的再登记一条，或补上完成、结案、归还的日期；改期：care amend 编号 --set 栏目=日期",
            "log it again when it was done, or write the day on which it was; \
                to put it off: care amend ID --set COLUMN=DATE";

    Remark DatesReversed {
        first: Known = Known::word("from"),
        last: Known = Known::word("until"),
    } "dates-reversed"
        says format!("“{last}”早于“{first}”"), format!("\"{last}\" is before \"{first}\"");
        fix "改正写错的日期：care amend 编号 --set 栏目=日期",
            "mend the date that is wrong: care amend ID --set COLUMN=DATE";

    Remark ItemWithoutDate "item-without-date"
        says "这项工作没有写计划哪天完成，到时候不会提醒",
             "it has no day by which it is to be done: nobody will be reminded";
        fix "补上：care amend 编号 --set due_on=日期", "write it: care amend ID --set due_on=DATE";
}
