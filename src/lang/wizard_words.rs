//! What is said while a command asks for what it needs, and in the menu.

use super::messages;

messages! {
    /// A line of a question, or of the menu.
    WizardWord {
        Rules => "回车：取［］里的；＜：回上一项；。：其余都取默认；Ctrl-C：放弃", "Enter: what stands in [ ]; <: back; .: the defaults for the rest; Ctrl-C: leave";
        Needed => "必填", "needed";
        NeededSaid { what: &'a str } => format!("{what}必须填"), format!("{what} is needed");
        NoFurtherBack => "这已经是第一项", "this is the first question";
        NotListed { number: usize, last: usize } => format!("没有 {number} 号；编号是 1 到 {last}"), format!("there is no number {number}: they go from 1 to {last}");
        BackwardsRange { from: usize, to: usize } => format!("{from}-{to} 前大后小"), format!("{from}-{to} runs backwards");
        OnlyOne { what: &'a str } => format!("{what}只要一个"), format!("only one is wanted: {what}");
        SeveralLines { lines: usize } => format!("一次贴进了 {lines} 行，没有用；这里只填一项"), format!("{lines} lines came at once and were not used: one thing is asked here");
        EnterCloses => "按回车键关闭", "press Enter to close";
        Gone => "没有填完，什么也没有保存", "not finished: nothing was saved";
        TryAgain => "改一改再来；回车保留刚才填的", "change what is wrong; Enter keeps what was typed";
        MoreChildren { number: usize } => format!("（还有 {number} 名：输入姓名、拼音首字母，或班级如 三1）"), format!("({number} more: type a name, initials, or a class such as 三1)");
        PickChildren => "编号（1 3 5-10）、姓名、拼音，或班级", "numbers (1 3 5-10), names, pinyin, or a class";
        PickInClass { class: &'a str, number: usize } => format!("{class}在册 {number} 人"), format!("{class}: {number} on the roll");
        WholeClass => "全班", "all of them";
        ClassHint => "编号（1 3 5-10）或姓名", "numbers (1 3 5-10) or names";
        EmptyClass { class: &'a str } => format!("{class}这一天没有在册儿童"), format!("nobody is on the roll of {class} that day");
        DaysLate { days: i64 } => format!("逾期 {days} 天"), format!("{} overdue", super::count(days.unsigned_abs(), "day", "days"));
        NotNow => "目前缺", "lacking";
        DueOn { day: &'a str } => format!("{day}到期"), format!("due {day}");
        OneRow => "合记一行", "one row for all";
        RowEach => "每人一行", "one row each";
        RuleAsks => "规则要求", "a rule asks for it";
        WhichField => "改哪一项（编号或名称；回车结束）", "which (number or name; Enter when done)";
        NewValue { field: &'a str } => format!("{field}改成（＝清空写一个减号 -）"), format!("{field} becomes (- takes it away)");
        OneItem => "一项", "an item";
        NoItem { text: &'a str } => format!("没有“{text}”这一项"), format!("there is no item \"{text}\"");
        Line { line: &'a str } => format!("命令：{line}"), format!("the command: {line}");
        MenuHead { school: &'a str, home: &'a str, day: &'a str } => format!("{school}{home}    {day}"), format!("{school} {home}    {day}");
        MenuLate { rows: usize, children: usize, soon: usize } =>
            format!("逾期 {rows} 项（{children} 名儿童），7 天内到期 {soon} 项"),
            format!("{rows} overdue ({}), {soon} due within 7 days", super::count(*children as u64, "child", "children"));
        MenuBad => "记录里有要先改的地方：选“检查”看是哪里", "something in the records must be mended first: see check";
        NoHomeYet => "这个文件夹里还没有留守儿童之家", "there is no home in this folder yet";
        MenuGroup { title: &'a str, holds: &'a str } => format!("{title}：{holds}"), format!("{title}: {holds}");
        MenuAsk => "做什么（编号；回车退出）", "What is to be done (a number; Enter leaves)";
        MenuAskBelow => "哪一项（编号；回车返回）", "Which (a number; Enter goes back)";
        MenuRecord => "记录一件事：谈心、家访、通话……", "Record an event: a talk, a visit, a call ...";
        Goodbye => "再见", "goodbye";
    }
}
