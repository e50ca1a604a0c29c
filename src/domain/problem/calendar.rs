//! Checks of the calendar: its terms, their windows, and how far it reaches.

use chrono::NaiveDate;

use super::Quote;
use super::check::checks;
use super::dates::sample_day;

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

    Remark CalendarEnds { last: Quote<NaiveDate> = sample_day() } "calendar-ends"
        says format!("校历只到 {last}，这一天过去 60 天后就无法判断"),
             format!("the calendar ends on {last}; 60 days after that nothing can be judged");
        fix NEXT_TERM.0, NEXT_TERM.1;
}

const NEXT_TERM: (&str, &str) = (
    "在 calendar.toml 里补上下一学期：[[term]] id、year、first、last",
    "add the next term to calendar.toml: [[term]] with id, year, first, last",
);
