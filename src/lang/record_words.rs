//! What is said where records are read back: lists of them, of people, and of what was found.

use chrono::NaiveDate;

use super::{Lang, messages, words_in};
use crate::domain::event::Status;

messages! {
    /// A title, a heading or a sentence of such a list.
    Listing {
        Roster => "名册", "roster";
        LeftWhy => "离册原因", "Why left";
        Records { count: usize } => format!("记录 {count} 条"), super::count(*count as u64, "record", "records");
        Rows { count: usize } => format!("记录 {count} 行（连同更正和作废的）"), format!("{} (with those corrected and taken back)", super::count(*count as u64, "row", "rows"));
        NotShown { counts: &'a str } =>
            format!("保密登记只说条数，内容不在这里显示：{counts}"),
            format!("of restricted registers only the number is told, their content is not shown here: {counts}");
        TooNarrow { columns: &'a str } => format!("窗口太窄，没有列出：{columns}。全部：加 --wide"), format!("the window is too narrow for: {columns}. To see all: --wide");
        LeftOut { columns: &'a str } =>
            format!("屏幕放不下的栏目：{columns}。要看全部：加 --wide，或 -o 文件.csv"),
            format!("columns for which there is no room: {columns}. To see all: --wide, or -o FILE.csv");
        SmallCounts => "* 不到 3 人的数，或能由它推算出来的数，不对外公布", "* a count under 3, or one by which it could be worked out, is not told outside the school";
        NoMonth { text: &'a str } => format!("看不懂月份“{text}”：写 2024-10、10月、本月"), format!("not a month: \"{text}\"; write 2024-10, 10, this month");
        NoTerm { text: &'a str, terms: &'a str } => format!("没有“{text}”这个学期；现有：{terms}"), format!("there is no term \"{text}\"; there are: {terms}");
        Backwards { first: NaiveDate, last: NaiveDate } => format!("从 {first} 到 {last}：前后颠倒了"), format!("from {first} until {last} is backwards");
        RotaTitle { month: &'a str, planned: usize, done: usize } =>
            format!("{month} 排班 {planned} 个时段，值了 {done} 个"),
            format!("{month}: {} planned, {done} done", super::count(*planned as u64, "session", "sessions"));
        Day => "日期", "Date";
        OfWeek => "星期", "Day";
        Session => "时段", "Session";
        Planned => "排班", "Planned";
        OnDuty => "值日", "On duty";
        ShiftDone => "已值", "done";
        ShiftMissing => "没有记录", "no record";
        ShiftAhead => "未到", "to come";
        Outcome => "结果", "Outcome";
        Note => "备注", "Note";
        Recorded => "录入时间", "Recorded";
        Replaces => "更正的是", "Replaces";
        Status => "状态", "Status";
        OfClass { class: &'a str, count: usize } => format!("{class} {count} 人"), format!("{class} ({count})");
        Column { label: &'a str, cell: &'a str } => format!("{label}：{cell}"), format!("{label}: {cell}");
        OfClasses { classes: usize, count: usize } => format!("{classes} 个班 {count} 人"), format!("{classes} classes ({count})");
        Turned { field: &'a str, old: &'a str, new: &'a str } =>
            match (old.is_empty(), new.is_empty()) {
                (true, _) => format!("{field}：{new}"),
                (false, true) => format!("{field}：不再是 {old}"),
                (false, false) => format!("{field}：{old} → {new}"),
            },
            match (old.is_empty(), new.is_empty()) {
                (true, _) => format!("{field}: {new}"),
                (false, true) => format!("{field}: no longer {old}"),
                (false, false) => format!("{field}: {old} -> {new}"),
            };
        StaffTitle { count: usize, day: NaiveDate } => format!("教师和校外人员 {count} 名    截至 {day}"), format!("staff and outside persons: {count}    as of {day}");
        PairsTitle { pairs: usize, children: usize, day: NaiveDate } =>
            format!("结对 {pairs} 对，儿童 {children} 名    截至 {day}"),
            format!("{}, {}    as of {day}", super::count(*pairs as u64, "pair", "pairs"), super::count(*children as u64, "child", "children"));
        BuddiesTitle { pairs: usize, children: usize, day: NaiveDate } =>
            format!("结对同学 {pairs} 对，儿童 {children} 名    截至 {day}"),
            format!("{}, {}    as of {day}", super::count(*pairs as u64, "pair of buddies", "pairs of buddies"), super::count(*children as u64, "child", "children"));
        BuddysClass => "同学班级", "Buddy's class";
        Unpaired { count: usize } => format!("没有结对的儿童 {count} 名"), format!("{} without a pair", super::count(*count as u64, "child", "children"));
        ClassesTitle { count: usize, children: usize, boys: usize, girls: usize, day: NaiveDate } =>
            format!("班级 {count} 个，儿童 {children} 名（男 {boys}，女 {girls}）    截至 {day}"),
            format!("{}, {} ({boys} boys, {girls} girls)    as of {day}", super::count(*count as u64, "class", "classes"), super::count(*children as u64, "child", "children"));
        Roles => "角色", "Roles";
        Rank => "职务", "Rank";
        DutyAreas => "分管", "Answers for";
        Employer => "单位", "Employer";
        Role => "角色", "Role";
        Adult => "结对人", "Adult";
        Since => "起", "Since";
        Load => "结对人数", "Children of the adult";
        HeadTeacher => "班主任", "Head teacher";
        Boys => "男", "Boys";
        Girls => "女", "Girls";
        NoPair => "未结对", "Unpaired";
        SinceDay { what: &'a str, day: NaiveDate } => format!("{what}（{day} 起）"), format!("{what} (since {day})");
        FromTo { what: &'a str, first: NaiveDate, last: NaiveDate } => format!("{what}（{first} 至 {last}）"), format!("{what} ({first} - {last})");
        OnlyChildren { flags: &'a str } => format!("{flags} 只用于儿童名单"), format!("{flags} is for the list of children only");
        Found { count: usize } => format!("找到 {count} 处"), super::count(*count as u64, "hit", "hits");
        NothingFound => "没有找到", "nothing was found";
        NotSearched => "保密登记不在查找之内", "restricted registers are not searched";
        BlankSearch => "没有说找什么：写姓名、拼音、电话或证件号里的四位以上数字，或内容里的字", "say what to look for: a name, pinyin, four or more digits of a phone or a number, or words";
        FewDigits => "不足四位的数字，不在电话、证件号等遮住的内容里找", "fewer than four digits are not looked for in what is masked";
        LostSearch => "要找的字变成了问号（PowerShell 传文字会这样）：在 cmd 窗口里输入，或直接写 care find 内容", "the letters became question marks, as PowerShell makes them: use a cmd window, or write care find TEXT";
        NoInput => "标准输入读不到文字", "no text could be read from standard input";
        What => "是什么", "What";
        Where => "在哪里", "Where";
        Children => "儿童", "Children";
        Child => "儿童", "child";
        Person => "教师", "staff";
        Record { register: &'a str } => format!("{register}记录"), format!("record: {register}");
        AllEvents => "全部记录", "All events";
    }
}

/// What a row says of its event, in words, and whether it is the one in force.
pub fn status(status: Status, (corrects, in_force): (bool, bool), lang: Lang) -> &'static str {
    let words = match status {
        Status::Stands if corrects && in_force => ("更正，有效", "correction, in force"),
        Status::Stands if corrects => ("更正", "correction"),
        Status::Stands if in_force => ("有效", "in force"),
        Status::Stands => ("", ""),
        Status::Arrived if in_force => ("移来，有效", "arrived, in force"),
        Status::Void => ("作废", "void"),
        Status::Moved => ("移走", "moved"),
        Status::Arrived => ("移来", "arrived"),
    };
    words_in(words, lang)
}
