//! What was understood and saved, in words.

use chrono::Weekday;

use super::{Lang, count, messages};

messages! {
    /// A part of what is said of an event that was saved.
    SavedWord {
        Line { register: &'a str, day: &'a str, who: &'a str, staff: &'a str, tried: bool } =>
            joined(&["已记录：".to_owned() + register, (*day).to_owned(), (*who).to_owned(), (*staff).to_owned(), if *tried { "（未成功）".to_owned() } else { String::new() }]),
            joined(&[format!("recorded: {register}"), (*day).to_owned(), (*who).to_owned(), (*staff).to_owned(), if *tried { "(not done)".to_owned() } else { String::new() }]);
        OfClass { class: &'a str, count: usize } =>
            format!("{class} {count} 人"), format!("{class}: {}", super::count(*count as u64, "child", "children"));
        Counts { rule: &'a str, slots: &'a str } =>
            format!("算“{rule}”{slots}"), format!("counts for \"{rule}\" {slots}").trim_end().to_owned();
        CountsFor { rule: &'a str, slots: &'a str, who: &'a str } =>
            format!("算“{rule}”{slots}（{who}）"), format!("counts for \"{rule}\" {slots} ({who})");
        OneRow { people: usize } => format!("一行 {people} 人"), format!("one row of {people}");
        EachRow { rows: usize } => format!("{rows} 行，每人一行"), format!("{rows} rows, one for each");
        RowsSaved { register: &'a str, rows: usize, first: &'a str, last: &'a str, people: usize } =>
            format!("已记录：{register} {rows} 行，{people} 人，{first}到{last}"),
            format!("recorded: {register}, {rows} rows, {}, {first} to {last}", super::count(*people as u64, "child", "children"));
        Preview { rows: usize, first: &'a str, last: &'a str } =>
            format!("共 {rows} 行，第一行 {first}，最后一行 {last}"), format!("{rows} rows, the first {first}, the last {last}");
        RowsCount { rule: &'a str, rows: usize } => format!("算“{rule}”：{rows} 行"), format!("counts for \"{rule}\": {}", super::count(*rows as u64, "row", "rows"));
        RowsCountNot { rule: &'a str, rows: usize, why: &'a str } =>
            format!("不算“{rule}”：{rows} 行，{why}"), format!("{} not for \"{rule}\": {why}", if *rows == 1 { "1 row counts".to_owned() } else { format!("{rows} rows count") });
        Everybody => "全体在册儿童里", "everybody on the roll";
        Numbered { who: &'a str } => format!("按班内序号，是：{who}"), format!("by their numbers in the class: {who}");
        Household { who: &'a str } => format!("同户的一起记：{who}"), format!("of the same household, recorded too: {who}");
        NoHousehold => "没有同户的其他儿童在册：监护人（或父亲、母亲）的姓名和电话都相同的，才算同户", "nobody else of the household is on the roll: the same household is the same carer, father or mother, by name and phone";
        InNoSlot { rule: &'a str } =>
            format!("“{rule}”在这一天没有要办的时段"), format!("\"{rule}\" has no slot on this day");
        CountsNot { rule: &'a str, why: &'a str } =>
            format!("不算“{rule}”：{why}"), format!("does not count for \"{rule}\": {why}");
        CountsNotFor { rule: &'a str, why: &'a str, who: &'a str } =>
            format!("不算“{rule}”（{who}）：{why}"), format!("does not count for \"{rule}\" ({who}): {why}");
        TriedOnly => "未成功的只作记录，不算完成", "an attempt is kept, and counts for nothing";
        People { number: usize } => format!("{number} 人"), count(*number as u64, "child", "children");
    }
}

fn joined(parts: &[String]) -> String {
    let said: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    said.join(" ")
}

/// A weekday as people say it.
pub fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let (zh, en) = match day {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
