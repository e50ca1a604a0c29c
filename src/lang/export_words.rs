//! What is said where records leave the program as files.

use super::messages;

messages! {
    /// A sentence about an export, or a title in one.
    ExportWord {
        Folder { day: chrono::NaiveDate } => format!("导出-{day}"), format!("export-{day}");
        Written { dir: &'a str, what: &'a str } =>
            format!("已导出到 {dir}：{what}。每项有 xlsx 和 csv 各一个"),
            format!("exported to {dir}: {what}; each as xlsx and csv");
        ChildWritten { dir: &'a str, what: &'a str } =>
            format!("已导出到 {dir}：{what}"), format!("exported to {dir}: {what}");
        ChildHas { what: &'a str } => format!("有：{what}"), format!("it holds: {what}");
        Part { what: &'a str, count: usize } => format!("{what} {count}"), format!("{what} {count}");
        Nothing { count: usize } => format!("没有记录的登记 {count} 个，没有写文件"), format!("{} without a record, of which no file was written", super::count(*count as u64, "register", "registers"));
        Masked => "遮盖的内容照样遮着；要连它导出：--reveal personal,sensitive --reason 原因（会记下来）", "what is masked stays masked; to export it too: --reveal personal,sensitive --reason TEXT (it is recorded)";
        Titled { what: &'a str, title: &'a str } => format!("{what}    {title}"), format!("{what}    {title}");
        File { name: &'a str, id: &'a str } => format!("{name} {id}  档案"), format!("{name} {id}  file");
        LookThrough => "交给家长之前看一遍：记录的内容里可能写到别的孩子", "look through it before it is handed out: a record may tell of other children";
        OnlyForChild => "-o 只用于 --child（一名儿童的档案）；全部导出写文件夹：care export 文件夹", "-o is for the file of one child (--child); all of it goes into a folder: care export FOLDER";
        FileOrFolder => "写清放在哪里：-o 文件.xlsx，或一个文件夹（两样选一样）", "say where it goes: -o FILE.xlsx, or a folder, and not both";
        NotXlsx => "一名儿童的档案写成 xlsx：-o 文件.xlsx；要 csv，写一个文件夹", "the file of a child is made as xlsx: -o FILE.xlsx; for csv name a folder";
        Stands { dir: &'a str, file: &'a str, count: usize } =>
            format!("{dir} 里已经有 {file} 等 {count} 个同名文件"),
            format!("{dir} has {} of these names already, such as {file}", super::count(*count as u64, "file", "files"));
    }
}
