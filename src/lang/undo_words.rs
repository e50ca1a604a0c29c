//! What is said of batches, and of taking them back.

use super::messages;

messages! {
    /// A word or sentence on a batch.
    UndoWord {
        Undone { batch: &'a str, what: &'a str } => format!("已撤销：{batch}（{what}）"), format!("taken back: {batch} ({what})");
        Redone { batch: &'a str, what: &'a str } => format!("已重做：{batch}（{what}）"), format!("done again: {batch} ({what})");
        RedoBy => "想再做回来：care redo", "to do it again: care redo";
        UndoBy => "撤销：care undo", "take it back: care undo";
        Rows { rows: usize } => format!("记录 {rows} 条"), super::count(u64::try_from(*rows).unwrap_or(u64::MAX), "row", "rows");
        NothingToUndo => "这台电脑上没有可以撤销的改动：care history", "nothing that this machine changed can be taken back: care history";
        NothingToRedo => "没有可以重做的改动：care history", "nothing can be done again: care history";
        NoBatch { name: &'a str } => format!("没有叫“{name}”的改动；看有哪些：care history"), format!("no change is called {name}; see which there are: care history");
        AlreadyUndone { name: &'a str } => format!("{name} 已经撤销过了；想再做回来：care redo"), format!("{name} is taken back already; to do it again: care redo");
        Withdrawn { batch: &'a str } => format!("这次操作（--op-id）做过，后来撤销了（{batch}）；要做回来：care redo，要再做一次：换一个 --op-id"), format!("that operation was done and taken back ({batch}); to do it again: care redo, or another --op-id");
        Unknown => "这台电脑的改动记录（.care/ledger）里有读不了的行，这次操作（--op-id）做没做过认不出来，没有写入；先用 care history、care records 看做过没有，没做过就不带 --op-id 再做一次", "a line of this machine's ledger (.care/ledger) cannot be read, so whether that operation (--op-id) was done is not known, and nothing was written; see care history and care records, and if it was not, do it without --op-id";
        TornEnd => "这台电脑的改动记录（.care/ledger）末尾有一行没写完或读不了，最近一次改了什么认不出来；先看 care history，再指明哪一次：care undo 批次", "the end of this machine's ledger (.care/ledger) is torn, so what changed last is not known; see care history and name a change: care undo BATCH";
        NotUndone { why: &'a str } => format!("没有撤销：{why}"), format!("not taken back: {why}");
        NotRedone { why: &'a str } => format!("没有重做：{why}"), format!("not done again: {why}");
        ChildBy { id: &'a str } => format!("care edit-child {id}"), format!("care edit-child {id}");
        StaffBy => "care edit-staff、care appoint、care dismiss", "care edit-staff, care appoint, care dismiss";
        RulesBy => "care rules --adopt，或改这个文件", "care rules --adopt, or edit the file";
        FileBy => "改这个文件，再运行 care check", "edit the file, then care check";
        LaterBatch { file: &'a str, name: &'a str } => format!("{file} 后来又改过（{name}）；先撤销那一次：care undo {name}"), format!("{file} was changed later ({name}); take that back first: care undo {name}");
        ByHand { file: &'a str, by: &'a str } => format!("{file} 后来又改过，不是这台电脑上的 care 改的（手工改的，或 git 合并来的）；要改回来：{by}"), format!("{file} was changed since, by hand or by a merge; to change it back: {by}");
        LaterRow { id: &'a str, by: &'a str } => format!("记录 {id} 后来又更正过（{by}）；先撤销那一次，或 care amend {by}"), format!("row {id} was corrected later ({by}); take that back first, or care amend {by}");
        Named { id: &'a str, file: &'a str } => format!("{file} 里还写着 {id}；记录里有的人不能就这样没了"), format!("{file} names {id}, and whom records name must not be gone");
        Beginning => "之家是那一次建起来的", "the home itself was begun by it";
        GoneRow { id: &'a str } => format!("找不到那一次写的记录 {id}"), format!("its row {id} is not to be found");
        Title { count: usize } => format!("这台电脑上的改动，最近 {count} 次（最新的在下面）"), format!("the last {count} changes by this machine, the newest below");
        Batch => "批次", "Batch";
        At => "时间", "When";
        By => "命令", "Command";
        What => "改了什么", "What it changed";
        StateHeading => "状态", "State";
        Stands => "有效", "stands";
        IsUndone => "已撤销", "taken back";
        Undoes { name: &'a str } => format!("撤销 {name}"), format!("takes back {name}");
        Others => "别的电脑写的记录：care records --versions", "rows by other machines: care records --versions";
    }
}
