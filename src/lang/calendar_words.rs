//! What is said of days that lie outside all terms of the calendar.

use chrono::NaiveDate;

use super::{Lang, messages};
use crate::domain::calendar::{Calendar, Outside};
use crate::domain::school_year;

messages! {
    /// A sentence about a calendar that does not reach to the day.
    CalendarSaid {
        Ended { last: NaiveDate } =>
            format!("注意：校历里最后一个学期到 {last} 为止，以后的学期还没有写，所以没有新的应办事项；清单空着不等于都办了。"),
            format!("note: the last term of the calendar ended on {last} and no later one is written, so nothing new is asked: an empty list does not mean that all is done.");
        NotBegun { first: NaiveDate } =>
            format!("注意：校历里第一个学期 {first} 才开始，这之前不按学期查；之前也有学期的，补上：care calendar add-term 编号 --first 日期 --last 日期"),
            format!("note: the first term of the calendar begins on {first}, and nothing of a term is asked before; if there was an earlier one: care calendar add-term ID --first DATE --last DATE");
        Added { what: &'a str } => format!("已加入校历：{what}"), format!("added to the calendar: {what}");
        There { what: &'a str } => format!("校历里已有：{what}"), format!("the calendar has it already: {what}");
        Term { name: &'a str, from: &'a str, to: &'a str } => format!("{name}，{from}到{to}"), format!("{name}, {from} to {to}");
        Holiday { name: &'a str, from: &'a str, to: &'a str } => format!("{name}放假，{from}到{to}"), format!("holiday {name}, {from} to {to}");
        Day { name: &'a str, day: &'a str } => format!("{name}放假，{day}"), format!("holiday {name}, {day}");
        Workday { day: &'a str } => format!("调休上课，{day}"), format!("make-up day, {day}");
        Estimated { term: &'a str } => format!("日期是按往年推算的，请对照教育局的通知：{term}"), format!("the dates are estimates, look at the authority's notice: {term}");
        TermForm => "看不出是哪个学期：写 2026-2027-1，或用 --first 和 --last 写明日期", "which term is meant? write 2026-2027-1, or the days with --first and --last";
        WindowsLacking { windows: &'a str } =>
            format!("没有写时段：{windows}。按这些时段的规定，这学期就没有这几次"),
            format!("these windows are not given: {windows}. What rules ask in them is not asked in this term");
        WindowForm => "时段看不懂，写成 --window 期初=9.1~9.26", "a window is written as --window start=9.1~9.26";
        Impossible { days: &'a str } => format!("日期和星期对不上：{days}"), format!("day and weekday do not fit: {days}");
        NoDays => "没有看出日期。写成 care calendar add-holiday 国庆节 --first 10.1 --last 10.7，care calendar add-workday 10.10，或把整段通知放在双引号里", "no day was found: care calendar add-holiday NAME --first DAY --last DAY, care calendar add-workday DAY, or a whole notice in quotes";
        NotAdded => "没有写入：这样一加，校历里就有了下面的问题", "nothing was written: the calendar would have what follows";
        Add { id: &'a str, first: NaiveDate, last: NaiveDate } =>
            format!("加上下一学期（日期是推算的，照教育局的通知改）：care calendar add-term {id} --first {first} --last {last}；整个学年：care new-year"),
            format!("add the next term (the dates are estimates: the authority's notice counts): care calendar add-term {id} --first {first} --last {last}; a whole school year: care new-year");
    }
}

/// What must be said of an answer that is given on a day outside all terms.
pub fn outside(calendar: &Calendar, today: NaiveDate, lang: Lang) -> Option<String> {
    let last = match calendar.outside(today)? {
        Outside::Before(first) => return Some(CalendarSaid::NotBegun { first }.text(lang)),
        Outside::After(last) => last,
    };
    let said = CalendarSaid::Ended { last }.text(lang);
    let Some((_, term)) = school_year::next_term(last, today) else {
        return Some(said);
    };
    let (id, first, last) = (&term.id, term.span.first, term.span.last);
    Some(said + "\n" + &CalendarSaid::Add { id, first, last }.text(lang))
}
