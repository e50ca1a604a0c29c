//! What is said of a change in a child's life: what was saved, what is still open, why not.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A sentence of a command that changes a child's file.
    Life {
        Changed { who: &'a str, field: &'a str, old: &'a str, new: &'a str } =>
            format!("已改 {who} 的{field}：{old} → {new}"),
            format!("{who}, {field}: {old} -> {new}");
        NotSet => "未填", "not set";
        Unchanged { who: &'a str } => format!("{who} 本来就是这样，没有改动"), format!("{who} is so already: nothing was changed");
        HeldUntil { field: &'a str, day: &'a str, old: &'a str } =>
            format!("{day}及以前，{field}仍按“{old}”判断"),
            format!("up to {day} the {field} is judged as \"{old}\"");
        ChangedSince { field: &'a str, until: NaiveDate, next: NaiveDate } =>
            format!("“{field}”在 {until} 以后已经改过一次，从 {next} 起才能再改：--from {next} 或以后"),
            format!("\"{field}\" was changed after {until} already: say --from {next} or later");
        BeforeJoined { name: &'a str, day: NaiveDate, joined: NaiveDate } =>
            format!("{day} 时 {name} 还没有入册（{joined} 入册）：日期写 {joined} 或以后"),
            format!("{name} joined on {joined}, after {day}: give {joined} or a later day");
        JoinedNeeded => "入册日期不能清空", "the day of joining cannot be taken away";
        LeavesBeforeItJoins { name: &'a str, joined: NaiveDate, left: NaiveDate } =>
            format!("{name} 不能 {joined} 才入册、{left} 就离册：先改另一个日期"),
            format!("{name} cannot join on {joined} and leave on {left}: mend the other day first");
        ElderKept { who: &'a str, elder: &'a str, calendar: &'a str, day: &'a str } =>
            format!("已记长辈生日：{who} 的 {elder}，{calendar} {day}"),
            format!("elder's birthday kept: {elder} of {who}, {calendar} {day}");
        WrongElder { text: &'a str } =>
            format!("看不懂“{text}”：写姓名、等号、历法和月日，如 王桂英=农历8.15、王桂英=公历9.20"),
            format!("\"{text}\" is no elder's birthday: write the name, an equals sign, the calendar and the day, such as NAME=lunar8.15 or NAME=solar9.20");
        NameNeeded => "姓名不能清空", "a name cannot be taken away";
        Transferred { who: &'a str, from: &'a str, to: &'a str, day: &'a str } =>
            format!("已转班：{who} {from} → {to}，从 {day}起"),
            format!("transferred: {who} {from} -> {to}, from {day}");
        SameClass { name: &'a str, class: &'a str } => format!("{name} 本来就在 {class}"), format!("{name} is in {class} already");
        Left { who: &'a str, day: &'a str, reason: &'a str } =>
            format!("已离册：{who}，最后一天 {day}，原因：{reason}"),
            format!("left: {who}, last day {day}, reason: {reason}");
        RecordsOutside { name: &'a str, records: usize } =>
            format!("这样一改，{name} 有 {records} 条记录落在不在册的日子里，不再算数"),
            format!("{} of {name} would lie outside the time on the roll and count no more", super::count(*records as u64, "record", "records"));
        NoLongerOwed { what: &'a str } => format!("不再要求、也不再算漏做的：{what}"), format!("no longer owed, and no longer told as missed: {what}");
        AndOthers { what: &'a str, own: usize } => format!("{what} 等 {own} 项"), format!("{what} and others, {own} in all");
        StillOpen { what: &'a str } => format!("还没有写到哪天为止：{what}"), format!("still without a last day: {what}");
        Since { what: &'a str, from: NaiveDate } => format!("{what}（{from} 起）"), format!("{what} (from {from})");
        HasLeft { name: &'a str, id: &'a str, left: NaiveDate } =>
            format!("{name} 已于 {left} 离册；又回来了就写：care rejoin {id} --date 日期"),
            format!("{name} left on {left} already; if back: care rejoin {id} --date DATE");
        Rejoined { who: &'a str, day: &'a str } => format!("已重新入册：{who}，从 {day}起"), format!("on the roll again: {who}, from {day}");
        StillHere { name: &'a str, id: &'a str, joined: NaiveDate } =>
            format!("{name} 从 {joined} 起一直在册；离开了就先写：care leave {id} --date 日期 --reason 原因"),
            format!("{name} has been on the roll since {joined}; first: care leave {id} --date DATE --reason REASON");
        InsideSpell { name: &'a str, day: NaiveDate, left: NaiveDate } =>
            format!("{day} 时 {name} 还在册（{left} 离册）：写 {left} 以后的日期"),
            format!("{name} was still on the roll on {day} (left on {left}): give a day after {left}");
        Paused { who: &'a str, days: &'a str, reason: &'a str } =>
            format!("已暂停：{who}，{days}，原因：{reason}"), format!("paused: {who}, {days}, reason: {reason}");
        FromOn { from: &'a str } => format!("{from}起"), format!("from {from}");
        FromTo { from: &'a str, until: &'a str } => format!("{from}到 {until}"), format!("{from} to {until}");
        PauseOverlaps { name: &'a str, days: &'a str } =>
            format!("{name} 在 {days} 已经暂停：日期不能重叠"), format!("{name} is paused {days} already: pauses must not overlap");
        EndsBefore { from: NaiveDate, until: NaiveDate } =>
            format!("到 {until} 为止，却从 {from} 开始：--until 写 {from} 或以后"),
            format!("until {until} lies before {from}: give --until {from} or later");
        Resumed { who: &'a str, day: &'a str, last: &'a str } =>
            format!("已恢复：{who}，从 {day}起；暂停到 {last}为止"),
            format!("resumed: {who}, from {day}; the pause ends on {last}");
        NotPaused { name: &'a str, day: NaiveDate, id: &'a str } =>
            format!("{day} 时 {name} 没有暂停；暂停写在 care show {id} 里"),
            format!("{name} is not paused on {day}; see care show {id}");
        PauseBegins { name: &'a str, day: NaiveDate } =>
            format!("{name} 的暂停就从 {day} 开始：写以后的日期"),
            format!("the pause of {name} begins on {day}: give a later day");
        Exempted { who: &'a str, rule: &'a str, days: &'a str, reason: &'a str } =>
            format!("已免办：{who} “{rule}”，{days}，原因：{reason}"),
            format!("exempt: {who} from \"{rule}\", {days}, reason: {reason}");
        NoLastDay => "没有写到哪天为止（--until）", "no last day was given (--until)";
        Buddied { who: &'a str, buddy: &'a str, day: &'a str } =>
            format!("已结对同学：{who} 和 {buddy}，从 {day}起"), format!("buddies: {who} and {buddy}, from {day}");
        BuddyIsSelf { name: &'a str } => format!("{name} 不能和自己结对"), format!("{name} cannot be a buddy of itself");
        BuddyIsStaff { name: &'a str } =>
            format!("{name} 是教师，不是学生；和教师结对：care pair"), format!("{name} is on the staff and no pupil: use care pair");
        BuddyAlready { name: &'a str, buddy: &'a str, from: NaiveDate } =>
            format!("{name} 和 {buddy} 从 {from} 起已经结对"), format!("{name} and {buddy} are buddies since {from}");
        BuddyPost { who: &'a str, buddy: &'a str, post: &'a str } =>
            format!("已记职务：{who} 的结对同学 {buddy}，{post}"), format!("post kept: {buddy}, buddy of {who}, {post}");
        NoLongerBuddies { who: &'a str, buddy: &'a str, day: &'a str } =>
            format!("已解除结对同学：{who} 和 {buddy}，最后一天 {day}"), format!("buddies no longer: {who} and {buddy}, last day {day}");
        CardIssued { who: &'a str, day: &'a str } => format!("已发联系卡：{who}，{day}"), format!("contact card issued: {who}, {day}");
        CardLacks { parts: &'a str } => format!("联系卡上还缺：{parts}"), format!("the card still lacks: {parts}");
        CardWhole => "联系卡齐全", "the card is whole";
        Merged { who: &'a str, other: &'a str } =>
            format!("已合并：{other} 的记录归到 {who}，{other} 的文件不再保留"),
            format!("merged: the records of {other} are those of {who}, and the file of {other} is gone");
        MergeSelf { name: &'a str } => format!("{name} 不能和自己合并"), format!("{name} cannot be merged with itself");
        MergeDiffers { field: &'a str, path: &'a str, keep: &'a str, other: &'a str } =>
            format!("{field}：{keep}（--take {path}=keep）  {other}（--take {path}=other）"),
            format!("{field}: {keep} (--take {path}=keep)  {other} (--take {path}=other)");
        MergeChoose { count: usize } => format!("两个文件有 {count} 处不同，每处用哪一个要说明："), format!("the two files differ in {count} places; say which to take:");
        MergeAsk { field: &'a str, keep: &'a str, other: &'a str } =>
            format!("{field}：1 {keep}  2 {other}。用哪一个？[1/2] "),
            format!("{field}: 1 {keep}  2 {other}. Which? [1/2] ");
        MergeTake { text: &'a str } => format!("“{text}”要写成 字段=keep 或 字段=other"), format!("\"{text}\" must be written FIELD=keep or FIELD=other");
        MergeSame { field: &'a str } => format!("“{field}”没有不同，不用选"), format!("\"{field}\" does not differ: there is nothing to choose");
        MergeBrought { what: &'a str } => format!("从另一个文件带来：{what}"), format!("brought from the other file: {what}");
        MergeFewer { keep: &'a str, other: &'a str } =>
            format!("在册时间不能换成次数更少的（{keep}；{other}）：先改文件里的 [[spell]]"),
            format!("times on the roll cannot be replaced by fewer ({keep}; {other}): mend [[spell]] in the file first");
    }
}
