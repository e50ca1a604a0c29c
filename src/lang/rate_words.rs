//! What is said of rates and of tables of marks.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A heading or a sentence of rates.
    RateWord {
        MatrixTitle { of: &'a str, today: NaiveDate } => format!("对照表    {of}    截至 {today}"), format!("Matrix    {of}    as of {today}");
        Table { rule: &'a str, due: usize, done: usize, rate: &'a str } =>
            format!("{rule}：到期 {due}，按时 {done}（{rate}）"),
            format!("{rule}: {due} due, {done} in time ({rate})");
        NoneDue { rule: &'a str } => format!("{rule}：还没有到期的"), format!("{rule}: nothing due yet");
        Part { of: &'a str, part: &'a str } => format!("{of}    {part}"), format!("{of}    {part}");
        Ongoing { of: &'a str } => format!("{of}（续）"), format!("{of} (continued)");
        Nth { number: usize } => format!("第{number}次"), format!("#{number}");
        RatesTitle { due: usize, done: usize, rate: &'a str, of: &'a str, today: NaiveDate } =>
            format!("完成率 {rate}（到期 {due} 项，按时 {done} 项）    {of}    截至 {today}"),
            format!("{rate} in time ({done} of {due} due)    {of}    as of {today}");
        NoRate { of: &'a str, today: NaiveDate } =>
            format!("完成率 —（还没有到期的）    {of}    截至 {today}"),
            format!("no rate: nothing is due yet    {of}    as of {today}");
        Days { first: NaiveDate, last: NaiveDate } => format!("{first} 到 {last}"), format!("{first} to {last}");
        Since { first: NaiveDate } => format!("{first} 起"), format!("since {first}");
        UpTo { last: NaiveDate } => format!("到 {last} 为止"), format!("up to {last}");
        WithoutClass => "不分班级", "no class";
        States => "随时具备", "at any time";
        Due => "到期", "Due";
        InTime => "按时", "In time";
        Rate => "完成率", "Rate";
        Late => "迟办", "Late";
        Undone => "未办", "Undone";
        Early => "提前", "Early";
        Open => "待办", "Open";
        Exempt => "免办", "Exempt";
        Means =>
            "完成率＝按时÷到期。到期：期限和宽限都过了的，＝按时＋迟办＋未办；还没到期的（提前办了的、待办的）和免办的另列，不算在内；没有到期的写“—”",
            "the rate is in time ÷ due; due is what is past its date and its grace: in time + late + undone. What is not yet due (done early, or open) and what is excused stand apart and are not in it; where nothing is due there is no rate (—)";
        Sum { all: usize, owed: usize, not_owed: usize } =>
            format!("对账：对象×规则×时段共 {all} 格＝应办 {owed} 项＋不用办 {not_owed} 格（不在册、上课天数不够或规则不适用）；合计＝到期＋提前＋待办＋免办"),
            format!("check: {all} slots (subjects × rules × slots) = {owed} owed + {not_owed} not owed (off the roll, too few school days, or the rule does not apply); total = due + early + open + exempt");
        ByDueDate =>
            "每一项归入应办期限所在的学期（放假时的归前一学期）；期限未到的不算到期",
            "each belongs to the term in which it falls due (in a break, to the term before); what is not yet past its date is not due";
        Legend { marks: &'a str } => format!("记号：{marks}"), format!("marks: {marks}");
        NotOwed => "不用办", "not owed";
        DoneIn { register: &'a str } => format!("已完成（{register}）"), format!("met ({register})");
        NothingAsked => "这段时间里没有应办事项", "nothing is asked in these days";
        LineWrong { line: &'a str, parts: usize, total: usize } =>
            format!("对不上账：“{line}”一行各栏相加是 {parts}，合计是 {total}。没有列出；请把这句话告诉做程序的人"),
            format!("the figures do not add up: in \"{line}\" the parts are {parts} and the total {total}. Nothing is shown; tell this to whoever makes the program");
        ColumnWrong { column: &'a str, lines: usize, whole: usize } =>
            format!("对不上账：“{column}”一栏各行相加是 {lines}，总数是 {whole}。没有列出；请把这句话告诉做程序的人"),
            format!("the figures do not add up: in the column \"{column}\" the lines are {lines} and the whole {whole}. Nothing is shown; tell this to whoever makes the program");
        SlotsWrong { owed: usize, not_owed: usize, all: usize } =>
            format!("对不上账：应办 {owed} 项加不用办 {not_owed} 格，不是对象×规则×时段的 {all} 格。没有列出；请把这句话告诉做程序的人"),
            format!("the figures do not add up: {owed} owed and {not_owed} not owed are not the {all} slots there are. Nothing is shown; tell this to whoever makes the program");
    }
}

/// A rate of so many tenths of a percent.
pub fn rate(tenths: Option<usize>) -> String {
    tenths.map_or("—".to_owned(), |tenths| format!("{} %", digits(tenths)))
}

/// The same without its sign, for programs.
pub fn digits(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
