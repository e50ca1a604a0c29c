//! What is said of looks at what is not open, and of the log that keeps them.

use chrono::NaiveDate;

use super::{count, messages};

messages! {
    /// A sentence about who may see what, and what was recorded.
    AccessSaid {
        Unrecorded { path: &'a str, reason: &'a str } =>
            format!("这次查看记不下来（{path}：{reason}），所以什么也没有显示，什么也没有发出"),
            format!("this look could not be recorded ({path}: {reason}), so nothing was shown and nothing was sent");
        NoReason => "要看遮盖的内容，先说原因：--reason 原因", "say why what is masked is to be seen: --reason TEXT";
        BlankReason => "--reason 是空白的：写明为什么要看", "--reason is blank: say why it is to be seen";
        NothingRevealed => "--reason 要和 --reveal 一起用：--reveal personal、sensitive 或 restricted", "--reason goes with --reveal: personal, sensitive or restricted";
        AskNeedsReveal { field: &'a str, class: &'a str } =>
            format!("“{field}”是遮盖的内容，按它筛选或统计等于看到它：加 --reveal {class} --reason 原因"),
            format!("\"{field}\" is masked, and to choose or count by it is to see it: add --reveal {class} --reason TEXT");
        ReadersUnknown => "这个系统看不出文件别人能不能读：把之家放在自己的用户文件夹里，电脑设开机密码，U 盘锁好", "this system does not say whether others can read a file: keep the home in your own user folder, under a password, and lock sticks away";
        Nobody => "care.toml 里有 [[user]]，但没有你的用户名：只能看墙上可以看的（逾期、到期、校历、规则）", "care.toml tells of users, and yours is none of them: you see what a wall may see (overdue, due, the calendar, the rules)";
        NotForThem { class: &'a str } =>
            format!("“{class}”这一类内容不给 --for 所写的人看；去掉 --reveal，或写 --for office"),
            format!("what is {class} is not for those whom --for names; leave --reveal out, or use --for office");
        NotYours { class: &'a str } => format!("care.toml 的 [[user]] 没有让你看 {class} 这一类"), format!("[[user]] in care.toml does not let you see what is {class}");
        OtherClass { id: &'a str } => format!("{id} 不在你的班级里（care.toml 的 [[user]] classes）；用 --class 只看自己的班"), format!("{id} is in no class of yours (classes of [[user]] in care.toml); say your own with --class");
        Head { number: usize, hash: &'a str } => format!("查看记录第 {number} 条，校验码 {hash}"), format!("entry {number} of the log of access, hash {hash}");
        Mark { who: &'a str, day: NaiveDate, entry: &'a str } => format!("{who} {day} {entry}").trim_start().to_owned(), format!("{who} {day}, {entry}").trim_start().to_owned();
        WholePage => "查看整页（--full）", "the whole page (--full)";
        Whole { lines: usize, hash: &'a str } =>
            format!("查看记录完好，共 {lines} 条；最后一条的校验码：{hash}"),
            format!("the log of access is whole: {}; the hash of the last: {hash}", count(*lines as u64, "entry", "entries"));
        Empty => "还没有查看记录", "nothing was recorded yet";
        Changed { line: usize } =>
            format!("查看记录第 {line} 行被改过（.care/access）"), format!("line {line} of the log of access was changed (.care/access)");
        Misplaced { line: usize } =>
            format!("查看记录第 {line} 行接不上前一行：前面有行被删去、插入或调换（.care/access）"),
            format!("line {line} of the log of access does not follow the one before it: a line was taken out, put in or moved (.care/access)");
        Cut { lines: usize, head: &'a str } =>
            format!("查看记录里没有校验码 {head}：现有 {lines} 条，后面的被删去或换掉了"),
            format!("the log of access does not have {head}: it has {}, and later ones were cut off or replaced", count(*lines as u64, "entry", "entries"));
        TornEnd => "最后有半行没有写完：那一次没有显示任何内容", "it ends in half a line: of that look nothing was shown";
        BadHead => "--head 要写校验码，至少 16 位，数字和 a 到 f", "--head must be a hash, at least 16 of 0-9 and a-f";
    }
}
