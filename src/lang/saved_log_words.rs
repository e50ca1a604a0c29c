//! What is said of logs that a spreadsheet program saved, when they are restored.

use super::{Lang, messages};
use crate::domain::saved_log::{LogCell, Lost};

messages! {
    /// What became of such a log.
    SavedSaid {
        Whole { file: &'a str, kept_in: &'a str } =>
            format!("{file} 已还原成另存以前的样子；另存过的那份在 {kept_in}"),
            format!("{file} is again what it was before it was saved; the file as it was saved lies in {kept_in}");
        Minutes => "  其中录入时间只剩到分钟的，秒按 0 算", "  of times of entry that came down to the minute the seconds are 0 now";
        Numbers { cells: &'a str } =>
            format!("  这些格子里只有一个数，前面若有过 0，已经看不出来，请对照：{cells}"),
            format!("  these cells hold a number alone: whether zeros stood in front of it cannot be seen, please compare: {cells}");
        Lost { file: &'a str, cells: &'a str } =>
            format!("{file} 没有动，有的格子还原不了：{cells}\n  从备份找回这个文件，或用 git：git checkout -- {file}；只有这一份的，照原来的内容改好这几格，再运行 care check --fix"),
            format!("{file} was left as it is, for some cells cannot be restored: {cells}\n  get the file back from a backup, or by git: git checkout -- {file}; where there is no other, write into these cells what stood there, and run care check --fix again");
        Faulty { file: &'a str } =>
            format!("{file} 没有动：还原以后还会有下面的错误。从备份或 git 找回这个文件，或改好这几处，再运行 care check --fix"),
            format!("{file} was left as it is: restored it would still have these errors. Get it back from a backup or git, or mend them and run care check --fix again");
        Waits { file: &'a str } =>
            format!("{file} 没有动：先改好别的文件里的错误，再运行 care check --fix"),
            format!("{file} was left as it is: mend the errors in other files first, then run care check --fix again");
        Row { line: u64, column: usize } => format!("第 {line} 行第 {column} 格"), format!("line {line}, cell {column}");
        NamedRow { line: u64, name: &'a str } => format!("第 {line} 行“{name}”"), format!("line {line}, \"{name}\"");
        Because { place: &'a str, why: &'a str } => format!("{place}（{why}）"), format!("{place} ({why})");
        AndMore { count: usize } => format!("等 {count} 处"), format!("{count} in all");
    }
}

/// So many cells are named.
const NAMED: usize = 20;

/// A cell by its place; what stands in it is not repeated.
pub fn cell(cell: &LogCell, lang: Lang) -> String {
    let line = cell.line;
    match &cell.name {
        Some(name) => SavedSaid::NamedRow { line, name }.text(lang),
        None => SavedSaid::Row { line, column: cell.column }.text(lang),
    }
}

/// A cell with the reason why it is lost.
pub fn lost(own: &LogCell, why: Lost, lang: Lang) -> String {
    let place = cell(own, lang);
    SavedSaid::Because { place: &place, why: reason(why, lang) }.text(lang)
}

/// The first of the cells, and how many there are.
pub fn cells(all: impl ExactSizeIterator<Item = String>, lang: Lang) -> String {
    let count = all.len();
    let mut named: Vec<String> = all.take(NAMED).collect();
    if count > NAMED {
        named.push(SavedSaid::AndMore { count }.text(lang));
    }
    named.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

fn reason(why: Lost, lang: Lang) -> &'static str {
    let (zh, en) = match why {
        Lost::Heading => ("不知道是哪一栏", "it is not known which column"),
        Lost::Digits => ("后面几位数没有了", "the last digits are gone"),
        Lost::Day => ("成了表格软件写的日期", "it has become a date of the program's own"),
        Lost::Time => ("时间不完整", "the time is not whole"),
        Lost::Letter => ("有的字成了问号", "letters have become question marks"),
        Lost::TwoReadings => ("编码不明，有两种读法", "its letters may be read in two ways"),
        Lost::Formula => ("当作公式算了", "it was taken for a formula"),
        Lost::LineBreak => ("格子里有换行", "there is a line break in it"),
        Lost::Torn => ("最后一行不完整", "the last line is torn"),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
