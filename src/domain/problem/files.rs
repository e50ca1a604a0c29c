//! Checks of files: their names, their bytes, and who may read them.

use super::check::checks;
use super::payload::told_always;
use super::{Count, Quote};

checks! {
    /// What is wrong with a file as a file.
    Files;

    Fault MissingFile "missing-file"
        says "缺少这个文件", "this file is missing";
        fix "从备份或 git 找回：git checkout -- 文件名",
            "get it back from a backup or git: git checkout -- FILE";

    Fault Unreadable { reason: Quote = Quote::hidden() } "unreadable"
        says format!("文件无法读取（{reason}）"), format!("the file cannot be read ({reason})");
        fix "查看文件的权限，或从备份找回",
            "look at the file's permissions, or restore it from a backup";

    Fault MisnamedFile { why: Misnamed = Misnamed::Log } "misnamed-file"
        says match why {
                Misnamed::Log => "文件名不是 2024-09.csv 这样，里面的记录读不到",
                Misnamed::Above => "不在任何登记的文件夹里，里面的记录读不到",
                Misnamed::Stray => "文件名不是 C7K3FQ.toml 这样，里面的儿童读不到",
            },
            match why {
                Misnamed::Log => {
                    "the file's name is not like 2024-09.csv, so its rows are not read"
                }
                Misnamed::Above => "it is in no register's folder, so its rows are not read",
                Misnamed::Stray => {
                    "the file's name is not like C7K3FQ.toml, so the child is not read"
                }
            };
        fix match why {
                Misnamed::Log => "改名为 2024-09.csv 或 2024-09.代号.csv（代号用小写字母和数字）；\
                    表格先另存为 CSV；多余的副本删去",
                Misnamed::Above => "移到登记自己的文件夹，如 log/talk/；多余的副本删去",
                Misnamed::Stray => "改名为 编号.toml，后缀用小写",
            },
            match why {
                Misnamed::Log => "rename it to 2024-09.csv or 2024-09.office.csv \
                    (small letters and digits); \
                    save a sheet as CSV first; delete a needless copy",
                Misnamed::Above => {
                    "move it into its register's folder, such as log/talk/; delete a spare copy"
                }
                Misnamed::Stray => "rename it to ID.toml, with the ending in small letters",
            };

    Fault NotUtf8 "not-utf8"
        says "不是 UTF-8 编码", "not UTF-8";
        fix "用编辑器另存为 UTF-8 编码", "save it as UTF-8 in an editor";

    Fault NulByte "nul-byte"
        says "含有空字节（NUL），文件可能损坏", "there is a NUL byte: the file may be damaged";
        fix "从备份或 git 找回这个文件", "restore the file from a backup or git";

    Fault ConflictMarker "conflict-marker"
        says "留有 git 合并冲突的标记", "the mark of an unsettled git merge";
        fix "记录两边的行都留，别的文件只留对的一边；删去 <<<<<<<、=======、>>>>>>> 这几行",
            "keep the rows of both sides, in other files the right side; \
                delete the <<<<<<<, ======= and >>>>>>> lines";

    Remark NewerFormat { format: Count = Count::of(2) } "newer-format"
        says format!("格式是 {format}，比本程序新：只能看，不能写"),
             format!("format {format} is newer than this program: \
                it can be read but not written");
        fix "升级 care；不要把这个数改小", "update care; do not lower the number";

    Remark NotPlainText "crlf-or-bom"
        says "文件带有 BOM 或 Windows 换行（CRLF）",
             "the file has a BOM or Windows line ends (CRLF)";
        fix "用编辑器另存为不带 BOM 的 UTF-8、LF 换行",
            "save it as UTF-8 without BOM, with LF line ends";

    Remark ReadableByOthers { files: Count = Count::of(2) } "readable-by-others"
        says format!("有 {files} 个文件别人也能读"),
             format!("{} can be read by others", files.english("file", "files"));
        fix "运行：chmod -R go-rwx .", "run: chmod -R go-rwx .";

    Remark StrayFile "stray-file"
        says "不认识的文件，未读取", "a file that belongs to no record; it was not read";
        fix "有用就移到别处，没用就删去", "move it elsewhere if it is of use, or delete it";
}

impl Files {
    /// Is it about bytes, which a shown line would not show?
    pub fn is_of_bytes(&self) -> bool {
        matches!(self, Files::NotUtf8 | Files::NulByte | Files::NotPlainText)
    }
}

/// Why a file's name is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misnamed {
    Log,
    /// A log in no register's folder.
    Above,
    Stray,
}

told_always! { Misnamed }
