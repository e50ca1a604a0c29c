//! Checks of dates and spans of time.

use chrono::NaiveDate;

use super::Quote;
use super::check::checks;

checks! {
    /// What is wrong with a date.
    Dates;

    Fault NoSuchDate { text: Option<Quote> = Some(Quote::hidden()) } "no-such-date"
        says match text.as_ref().map(Quote::shown) {
                None => "缺少日期".to_owned(),
                Some(None) => "没有这一天，或写法不是 2024-09-20 这样".to_owned(),
                Some(Some(text)) => format!("没有“{text}”这一天，或写法不是 2024-09-20 这样"),
            },
            match text.as_ref().map(Quote::shown) {
                None => "the date is missing".to_owned(),
                Some(None) => {
                    "there is no such day, or it is not written like 2024-09-20".to_owned()
                }
                Some(Some(text)) => {
                    format!("there is no day \"{text}\", or it is not written like 2024-09-20")
                }
            };
        fix "改成真有的日期，写法如 2024-09-20", "write a day that exists, like 2024-09-20";

    Fault EndsBeforeItBegins {
        begin: Quote<NaiveDate> = sample_day(),
        end: Quote<NaiveDate> = sample_day(),
    } "ends-before-it-begins"
        says format!("结束（{end}）早于开始（{begin}）"),
             format!("it ends ({end}) before it begins ({begin})");
        fix "改正其中一个日期", "mend one of the two dates";

    Remark RecordedAhead "recorded-ahead"
        says "登记的时刻比现在晚一天以上，当时电脑的时钟不对",
             "recorded more than a day after now: the clock was wrong then";
        fix "核对电脑的日期和时间，再看看这条记录的日期：care amend 编号 --set 日期=日期",
            "set the clock right, then look at the date: care amend ID --set date=...";

    Fault ClockBehind {
        clock: Quote<NaiveDate> = sample_day(),
        recorded: Quote<NaiveDate> = sample_day(),
    } "clock-behind"
        says format!("电脑的时钟是 {clock}，而这台电脑在 {recorded} 已经写过记录：时钟不对"),
             format!("the clock stands at {clock}, but this machine wrote records on {recorded}: \
                 it cannot be right");
        fix format!("把电脑的日期和时间调准；如果是 {recorded} 那次的日期错了：care check --fix"),
            format!("set the date and time of this machine; \
                when {recorded} was the wrong one: care check --fix");

    Remark AfterToday "after-today"
        says "日期在今天之后", "the date is after today";
        fix "改正日期：care amend 编号 --set 日期=日期", "mend the date: care amend ID --set date=...";
}

/// A day to explain a check with.
pub(super) fn sample_day() -> Quote<NaiveDate> {
    Quote::of(NaiveDate::from_ymd_opt(2024, 9, 20).unwrap_or_default())
}
