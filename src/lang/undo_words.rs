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
        LaterBatch { file: &'a str, name: &'a str } => format!("没有撤销：{file} 后来又改过（{name}）；先撤销那一次：care undo {name}"), format!("not taken back: {file} was changed later ({name}); take that back first: care undo {name}");
        ByHand { file: &'a str } => format!("没有撤销：{file} 后来有人手工改过；要改回来请用 care edit-child 等命令"), format!("not taken back: {file} was changed by hand since; change it back by command, such as care edit-child");
        LaterRow { id: &'a str, by: &'a str } => format!("没有撤销：记录 {id} 后来又更正过（{by}）；先撤销那一次，或 care amend {by}"), format!("not taken back: row {id} was corrected later ({by}); take that back first, or care amend {by}");
        Named { id: &'a str, file: &'a str } => format!("没有撤销：{file} 里还写着 {id}；记录里有的人不能就这样没了"), format!("not taken back: {file} names {id}, and whom records name must not be gone");
        Beginning => "没有撤销：之家是那一次建起来的", "not taken back: the home itself was begun by it";
        GoneRow { id: &'a str } => format!("没有撤销：找不到那一次写的记录 {id}"), format!("not taken back: its row {id} is not to be found");
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
