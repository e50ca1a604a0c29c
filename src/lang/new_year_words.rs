//! What is said and asked where a school year is opened.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A heading, a question or a sentence of opening a school year.
    Opening {
        Title { year: &'a str, open: usize } =>
            match open { 0 => format!("{year} 学年：都准备好了"), open => format!("{year} 学年：还有 {open} 件要办") },
            match open { 0 => format!("school year {year}: all is ready"), open => format!("school year {year}: {} to do", super::count(*open as u64, "thing", "things")) };
        Item => "事项", "What";
        HowTo => "怎么办", "How";
        Ready => "已有", "there";
        ToDo => "要办", "to do";
        ToCome => "未到", "to come";
        Missing { what: &'a str } => format!("校历里还没有：{what}"), format!("the calendar lacks: {what}");
        Workdays => "调休上课日（国务院办公厅和教育局的通知）", "make-up days (of the authorities' notices)";
        Graduates { class: &'a str, count: usize, last: NaiveDate } =>
            format!("{class}毕业，儿童 {count} 名，{last} 离册，原因“毕业”"),
            format!("{class} leaves school: {}, whose last day is {last}", super::count(*count as u64, "child", "children"));
        FirstClass { class: &'a str } => format!("新的{class}"), format!("the new class {class}");
        Enter { class: &'a str } => format!("登记孩子：care add-child 姓名 --class {class}"), format!("enter its children: care add-child NAME --class {class}");
        NoHead { class: &'a str } => format!("{class}没有班主任"), format!("{class} has no head teacher");
        Appoint { class: &'a str, from: NaiveDate } =>
            format!("care appoint 教师 --role head_teacher --class {class} --from {from}"),
            format!("care appoint TEACHER --role head_teacher --class {class} --from {from}");
        RuleEnds { rule: &'a str, until: NaiveDate } => format!("规则“{rule}”到 {until} 为止"), format!("the rule \"{rule}\" ends on {until}");
        LookAtRule { id: &'a str } => format!("还要的，改 rules.toml 里的 until；看规则：care rules {id}"), format!("if it is to go on, mend its until in rules.toml; to see it: care rules {id}");
        Run { year: &'a str } => format!("care new-year --year {year}"), format!("care new-year --year {year}");
        IsItSo { what: &'a str } =>
            format!("{what}\n  日期照通知核对。y 写入；要改的写起止日期（9.1 1.23）；n 先不写；回车停下，以后接着办："),
            format!("{what}\n  Compare the days with the notice. y to write it; other days as 9.1 1.23; n to leave it; Enter stops here, to go on another day: ");
        AskWorkdays { year: &'a str } =>
            format!("{year} 学年的调休上课日：写日期（9.28 10.11），或粘贴通知的那一句；n 还没有通知；回车停下，以后接着办："),
            format!("The make-up days of {year}: days as 9.28 10.11, or paste the notice; n when there is none yet; Enter stops here, to go on another day: ");
        AskGraduates { what: &'a str } =>
            format!("{what}\n  y 登记离册；最后一天不同的写日期；n 先不登记；回车停下，以后接着办："),
            format!("{what}\n  y to enter it; another last day as 7.4; n to leave it; Enter stops here, to go on another day: ");
        NotUnderstood { text: &'a str } => format!("看不懂“{text}”"), format!("not understood: \"{text}\"");
        OutsideYear { first: NaiveDate, last: NaiveDate } =>
            format!("{first} 到 {last} 不在这个学年里"), format!("{first} to {last} is outside this school year");
        LeftOut { before: &'a str } =>
            format!("{before} 学年还没有开，先开它：care new-year --year {before}"),
            format!("school year {before} is not open yet; open it first: care new-year --year {before}");
        NotYet { day: NaiveDate } => format!("{day} 还没有到"), format!("{day} is still to come");
        Paused { year: &'a str } =>
            format!("先办到这里，已经写入的都在。接着办：care new-year --year {year}"),
            format!("stopped here; what was written stays. To go on: care new-year --year {year}");
        NotGiven { year: &'a str } =>
            format!("没有人可以问。全部照推算的写入：care new-year --year {year} -y（以后可以改）；还要办的："),
            format!("nobody can be asked. To write all as estimated: care new-year --year {year} -y (it can be changed later); to do:");
        Closed { class: &'a str, count: usize, last: NaiveDate } =>
            format!("已离册：{class}儿童 {count} 名，最后一天 {last}，原因“毕业”"),
            format!("off the roll: {} of {class}, the last day is {last}, graduated", super::count(*count as u64, "child", "children"));
        BadYear { text: &'a str } => format!("“{text}”不是学年：写 2025-2026"), format!("\"{text}\" is no school year: write 2025-2026");
        StillOpen => "还要办的：", "to do:";
    }
}
