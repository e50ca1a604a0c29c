//! What stands on a teacher's slip, and what is said of one that goes out or comes back.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A word on the page or a sentence about it.
    SlipWord {
        Title { staff: &'a str } => format!("{staff}的手机表"), format!("Phone slip of {staff}");
        File { staff: &'a str, day: &'a str } => format!("手机表-{staff}-{day}"), format!("slip-{staff}-{day}");
        Pupil { surname: &'a str } => format!("{surname}同学"), format!("pupil {surname}");
        How => "做完一项，打勾，填日期和几句话，最后按“保存”，把文件发给学校。不用联网；没填完关掉也不丢。", "Tick what is done, fill in the day and a few words, then press Save and send the file to the school. It needs no network; what is half filled in is kept.";
        Until => "有效到", "Valid until";
        Expired => "这张表过期了，交不进去：请学校换一张新的。", "This slip has expired and will not be taken: ask the school for a new one.";
        NoDraft => "这个浏览器不存草稿：填完就保存，先不要刷新。", "This browser keeps no draft: save before you close or reload.";
        NothingOwed => "现在没有要办的。", "Nothing is owed just now.";
        Others => "还有这些，在学校电脑上办", "These are done at the school's computer";
        More => "另外的记录", "More records";
        Add => "加一条", "Add one";
        Remove => "删去", "Remove";
        NoMore => "这张表的备用条数用完了：请学校换一张新的。", "No more rows are left on this slip: ask the school for a new one.";
        Child => "学生", "Child";
        Register => "哪种记录", "Kind of record";
        Date => "日期", "Date";
        Outcome => "结果", "Outcome";
        Made => "完成", "done";
        Attempted => "未成功", "tried, not done";
        Words => "几句话", "A few words";
        Choose => "请选择", "choose";
        Save => "保存", "Save";
        Copy => "复制文字", "Copy the text";
        Saved => "已保存。手机没有存下文件的，复制下面的文字，发给学校。", "Saved. Where the phone kept no file, copy the text below and send it to the school.";
        Copied => "已复制。", "Copied.";
        CopyByHand => "没有复制成：按住下面的文字，全选，复制。", "It was not copied: hold the text below, select all, copy.";
        Nothing => "还没有打勾的。", "Nothing is ticked yet.";
        Missing => "还有没填的，已标红。", "Something is still blank, marked red.";
        Ahead => "日期还没有到。", "The day has not come yet.";
        Sent => "交过", "handed in";
        Back => "里面有孩子的情况：只发给学校的人，交了就从手机里删掉。", "It tells of children: send it to the school alone, and delete it once it is handed in.";
        NeedsFile => "手机表要写文件名：-o 刘敏.html", "a slip needs the name of a file: -o liumin.html";
        NoChildren { staff: &'a str } => format!("{staff}今天没有负责的孩子，做不了手机表"), format!("{staff} is in charge of no child today, so there is no slip");
        NotYours { staff: &'a str } => format!("{staff}的孩子不都是您管的班的：请能看全部姓名的人来做"), format!("not all children of {staff} are in classes of yours: ask somebody who sees every name");
        Days => "有效天数要在 1 到 60 之间", "it may be valid for 1 to 60 days";
        TooLarge => "超过 100 KB，手机上打不开：请分开做", "it would be over 100 KB, too large for a phone";
        Written { file: &'a str, rows: usize, until: NaiveDate } => format!("已写入 {file}：应办 {rows} 项，有效到 {until}。交回来的文件：care import 文件"), format!("{file} is written: {} owed, valid until {until}. What comes back: care import FILE", super::count(*rows as u64, "item", "items"));
        Would { rows: usize, until: NaiveDate } => format!("将写出手机表：应办 {rows} 项，有效到 {until}"), format!("it would write a slip: {} owed, valid until {until}", super::count(*rows as u64, "item", "items"));
        WhoIs { names: &'a str } => format!("表里同姓的：{names}"), format!("of one surname on it: {names}");
        Is { polite: &'a str, name: &'a str } => format!("{polite}是{name}"), format!("{polite} is {name}");
        Unknown => "这张手机表不是这里发的，或者改动过（编号、校验码对不上）：没有导入", "this slip was not made here, or it was changed (its id and code do not fit): nothing was imported";
        Over { until: NaiveDate } => format!("这张手机表 {until} 就到期了，没有导入：用 care slip 换一张新的，再填一遍"), format!("this slip ended on {until}, and nothing was imported: make a new one with care slip");
        ForeignCode { row: usize } => format!("第 {row} 行的编号不是这张手机表的：可能是别人的孩子，整个文件没有导入"), format!("the code in row {row} is not of this slip, perhaps another's child: nothing of the file was imported");
        ForeignColumn { row: usize } => format!("第 {row} 行填了这种记录没有的栏目：整个文件没有导入"), format!("row {row} fills a column that its register has not: nothing of the file was imported");
        OtherChild { row: usize } => format!("第 {row} 行的编号已经是另一个孩子的记录：整个文件没有导入"), format!("the code in row {row} is the record of another child: nothing of the file was imported");
        NotWhole => "手机表的开头不完整：请老师重新保存，或整段复制", "the beginning of the slip is not whole: have it saved again, or copied from its first line";
        Returned { staff: &'a str, issued: NaiveDate, until: NaiveDate } => format!("{staff}的手机表，{issued} 发出，有效到 {until}"), format!("slip of {staff}, made on {issued}, valid until {until}");
    }
}
