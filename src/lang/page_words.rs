//! What is said on a page for a browser beside what it is about.

use chrono::NaiveDate;

use super::messages;
use crate::domain::spans::Span;

messages! {
    /// A word of a page.
    PageWord {
        Numbers => "数字", "Numbers";
        Filter => "只看一个班：", "One class only:";
        AllClasses => "全部班级", "all classes";
        // Where the number of rows stands in it is known to the page's script.
        RowsShown => "显示 {} 行（上方的数字仍是全部班级的）", "{} rows shown (the figures above are still of all classes)";
        FirstThings => "先办这些", "To be done first";
        LateNow => "已经逾期", "Overdue now";
        WithinWeek => "7 天内到期", "Due within 7 days";
        AndOthers { told: &'a str, all: usize } =>
            format!("{told} 等 {all} 项"), format!("{told} and others, {all} in all");
        AllOverdue { rows: usize } => format!("逾期清单（{rows} 项）"), format!("Overdue ({rows})");
        ByClass => "本学期按时完成，按班级", "Done in time this term, by class";
        ByMonth => "本学期按时完成，按到期月份", "Done in time this term, by month";
        DoneOf { rate: &'a str, part: usize, whole: usize } =>
            format!("{rate}（{part}/{whole}）"), format!("{rate} ({part}/{whole})");
        Enrolled => "在册儿童", "Children enrolled";
        Overdue => "逾期", "Overdue";
        Items { rows: usize, children: usize } =>
            format!("{rows} 项 {children} 人"), format!("{rows}, {children} children");
        DueSoon => "7 天内到期", "Due within 7 days";
        Done => "本学期按时完成", "Done in time this term";
        Quiet { days: u32 } => format!("{days} 天没有记录"), format!("No record for {days} days");
        QuietChildren { days: u32, count: usize } =>
            format!("{days} 天没有任何记录的儿童（{count} 名）"),
            format!("Children without any record for {days} days ({count})");
        NotThisTerm => "本学期没有", "none this term";
        Tried => "未成功", "Tried";
        Week { at: usize } => format!("{at}周"), format!("W{at}");
        Contacts { class: &'a str, span: Option<Span> } =>
            format!("{class} 每周记录次数{}", span.map_or(String::new(), |own| format!("（{} 至 {}）", own.first, own.last))),
            format!("{class} records each week{}", span.map_or(String::new(), |own| format!(" ({} to {})", own.first, own.last)));
        Made { version: &'a str, day: NaiveDate } =>
            format!("截至 {day}，由 care {version} 生成。打印或存成 PDF：用浏览器的“打印”。"),
            format!("As of {day}, made by care {version}. To print it or make a PDF, use the browser's print command.");
    }
}
