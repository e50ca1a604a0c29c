//! Checks of the calendar: its terms, their windows, and how far it reaches.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::{Count, Known, Quote};

checks! {
    /// What is wrong with the terms of the calendar.
    Terms;

    Fault TermsOverlap { other: Quote = Quote::hidden() } "terms-overlap"
        says format!("与学期“{other}”重叠"), format!("it overlaps the term \"{other}\"");
        fix "改正 first 或 last", "mend first or last";

    Fault AnchorOutsideTerm { anchor: Quote = Quote::hidden() } "anchor-outside-term"
        says format!("阶段“{anchor}”超出学期"),
             format!("the window \"{anchor}\" reaches outside its term");
        fix "把日期改到学期之内", "move the dates inside the term";

    Fault AnchorsOverlap { anchor: Quote = Quote::hidden() } "anchors-overlap"
        says format!("阶段“{anchor}”与别的阶段重叠"),
             format!("the window \"{anchor}\" overlaps another");
        fix "把日期错开", "move the dates apart";

    Fault TermTooShort { term: Quote = Quote::hidden(), rule: Quote = Quote::hidden() }
        "term-too-short"
        says format!("学期“{term}”不足 84 天，规则“{rule}”无法自动划分阶段"),
             format!("the term \"{term}\" has under 84 days: \
                 too short for the default windows of the rule \"{rule}\"");
        fix "给学期加上 [term.anchors]：start = [开始, 结束]",
            "give the term a table [term.anchors]: start = [FIRST, LAST]";

    Fault CalendarRanOut { last: Option<Quote<NaiveDate>> = Some(sample_day()) } "calendar-ran-out"
        says match last {
                Some(last) => format!("校历到 {last} 为止，已过 60 天，无法再判断"),
                None => "校历里没有学期，无法判断".to_owned(),
            },
            match last {
                Some(last) => {
                    format!("the calendar ends on {last}, \
                        more than 60 days ago: nothing can be judged")
                }
                None => "the calendar has no term: nothing can be judged".to_owned(),
            };
        fix NEXT_TERM.0, NEXT_TERM.1;

    Remark TermOffYear { year: Quote = Quote::hidden() } "term-off-year"
        says format!("学期的日期不在“{year}”学年里，或学年不像 2024-2025 这样"),
             format!("the term is not in the school year \"{year}\", \
                 or the year is not like 2024-2025");
        fix "改正 year、first 或 last", "mend year, first or last";

    Remark TermLeftOut {
        ended: Quote<NaiveDate> = sample_day(),
        begins: Quote<NaiveDate> = sample_day(),
        id: Known = Known::word("2024-2025-2"),
    } "term-left-out"
        says format!("上一个学期到 {ended} 为止，这个学期 {begins} 才开始，中间少写了学期，那些日子什么都不欠"),
             format!("the term before ended on {ended} and this one begins on {begins}: \
                 a term between them is not written, and nothing is owed in those days");
        fix format!("加上：care calendar add-term {id}（日期按往年推算，会先问）"),
            format!("add it: care calendar add-term {id} \
                (its days are estimates, asked about first)");

    Remark NoSchoolDay { window: Option<Quote> = None } "no-school-day"
        says match window {
                Some(window) => format!("阶段“{window}”里没有上课日，这个阶段什么都不欠"),
                None => "这个学期没有上课日，什么都不欠".to_owned(),
            },
            match window {
                Some(window) => {
                    format!("the window \"{window}\" has no school day: nothing is owed in it")
                }
                None => "the term has no school day: nothing is owed in it".to_owned(),
            };
        fix "改正日期，或缩短假期", "mend the dates, or shorten the holiday";

    Remark LongHoliday { days: Count = Count::of(90), lost: Count = Count::of(60) } "long-holiday"
        says format!("这个假期有 {days} 天，学期里少了 {lost} 个上课日"),
             format!("a holiday of {days} days: it takes {lost} school days out of terms");
        fix "改正 first 或 last，看看年份", "mend first or last; look at the year";

    Remark IdleWorkday { twice: bool = false } "idle-workday"
        says match twice {
                true => "这个补课日写了两遍",
                false => "补课日不在学期里，不算上课",
            },
            match twice {
                true => "this make-up day stands twice",
                false => "the make-up day is in no term: it is no school day",
            };
        fix "改正 date，多余的删去", "mend date, or delete the entry";

    Remark CalendarEnds { last: Quote<NaiveDate> = sample_day() } "calendar-ends"
        says format!("校历只到 {last}，这一天过去 60 天后就无法判断"),
             format!("the calendar ends on {last}; 60 days after that nothing can be judged");
        fix NEXT_TERM.0, NEXT_TERM.1;
}

const NEXT_TERM: (&str, &str) = (
    "加上下一学期：care calendar add-term（日期按往年推算，会先问）",
    "add the next term: care calendar add-term (its days are estimates, asked about first)",
);
