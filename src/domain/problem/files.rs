//! Checks of files: their names, their bytes, and who may read them.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::payload::told_always;
use super::{Count, Quote};
use crate::domain::saved_log::Resaved;

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

    Fault BlockedChange "blocked-change"
        says "care 的一次改动还没写完，这个文件又被人改了：改动在 .care/journal 里等着，两边都没有丢",
             "a change by care waits in .care/journal, and this file was changed by hand since: \
                neither is lost";
        fix "运行 care check --fix：care 的改动写进去，手改的这份移到 .care/quarantine，再对照补上",
            "run care check --fix: the change is made and the file as the hand left it is kept in \
                .care/quarantine; then compare the two";

    Fault MisnamedFile { why: Misnamed = Misnamed::Log } "misnamed-file"
        says match why {
                Misnamed::Log => "文件名不是 2024-09.csv 这样，里面的记录读不到",
                Misnamed::Above => "不在任何登记的文件夹里，里面的记录读不到",
                Misnamed::Stray => "文件名不是 C7K3FQ.toml 这样，里面的儿童读不到",
                Misnamed::Device => "这个名字在 Windows 上是设备的（如 CON、NUL、COM1），那里打不开它",
            },
            match why {
                Misnamed::Log => {
                    "the file's name is not like 2024-09.csv, so its rows are not read"
                }
                Misnamed::Above => "it is in no register's folder, so its rows are not read",
                Misnamed::Stray => {
                    "the file's name is not like C7K3FQ.toml, so the child is not read"
                }
                Misnamed::Device => {
                    "the name is a device's on Windows, like CON, NUL or COM1: there it cannot \
                        be opened"
                }
            };
        fix match why {
                Misnamed::Log => "改名为 2024-09.csv 或 2024-09.代号.csv（代号用小写字母和数字）；\
                    表格先另存为 CSV；多余的副本删去",
                Misnamed::Above => "移到登记自己的文件夹，如 log/talk/；多余的副本删去",
                Misnamed::Stray => "改名为 编号.toml，后缀用小写；是文件夹的，\
                    把里面的文件移到 children/ 下，或整个移出之家",
                Misnamed::Device => "给这个登记另取一个名字，log 里它的文件夹也改成同一个",
            },
            match why {
                Misnamed::Log => "rename it to 2024-09.csv or 2024-09.office.csv \
                    (small letters and digits); \
                    save a sheet as CSV first; delete a needless copy",
                Misnamed::Above => {
                    "move it into its register's folder, such as log/talk/; delete a spare copy"
                }
                Misnamed::Stray => {
                    "rename it to ID.toml, with the ending in small letters; \
                        move the files of a folder up into children/, or all of it elsewhere"
                }
                Misnamed::Device => "rename the register, and its folder in log",
            };

    Fault Lookalike { why: Alike = Alike::Copy } "lookalike"
        says match why {
                Alike::Copy => "名字很像之家自己的文件或文件夹，里面的内容没有读，记录可能写到了这里",
                Alike::DeadLink => "这个链接指向的东西不在，里面的内容读不到",
            },
            match why {
                Alike::Copy => "its name is like one of the home's own and it is not read: \
                    records may have gone there",
                Alike::DeadLink => "a link to something that is not there: it cannot be read",
            };
        fix match why {
                Alike::Copy => "与正式的对照，缺的内容搬过去（缺了正式的就改回名字），再把它移出之家",
                Alike::DeadLink => "接上它所在的盘，或删去这个链接",
            },
            match why {
                Alike::Copy => "compare it with the proper one and bring over what is missing \
                    (rename it when that is gone), then move it out of the home",
                Alike::DeadLink => "connect the disk that it leads to, or delete the link",
            };

    Fault NotUtf8 "not-utf8"
        says "不是 UTF-8 编码", "not UTF-8";
        fix "用编辑器另存为 UTF-8 编码", "save it as UTF-8 in an editor";

    Fault SavedLog { changed: Vec<Resaved> = vec![Resaved::Dates] } "saved-log"
        says format!(
                "这个文件像是被 Excel 或 WPS 打开并另存过，变了的有：{}",
                named(changed, Resaved::zh, "、")
            ),
            format!(
                "a spreadsheet program such as Excel seems to have opened and saved this file; \
                    changed: {}",
                named(changed, Resaved::en, ", ")
            );
        fix "运行 care check --fix：能原样还原的就还原，另存过的这份移到 .care/quarantine；\
                还原不了的会指出来",
            "run care check --fix: what can be restored exactly is, the file as it was saved is \
                kept in .care/quarantine; what cannot be restored is named";

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
        fix "运行：chmod -R go-rwx .（U 盘上不管用，就把之家移到自己的用户文件夹里）",
            "run: chmod -R go-rwx . (where that does nothing, as on a stick, move the home into \
                your own user folder)";

    Remark NoBackup { last: Option<Quote<NaiveDate>> = Some(sample_day()) } "no-backup"
        says match last {
                None => "这台电脑写了二十多条记录，还没有备份过".to_owned(),
                Some(last) => format!("上次备份是 {last}，过了两个星期"),
            },
            match last {
                None => {
                    "this machine wrote more than twenty records and made no backup yet".to_owned()
                }
                Some(last) => format!("the last backup is of {last}, more than two weeks ago"),
            };
        fix "接上 U 盘：care backup U盘的文件夹（如 care backup E:\\）",
            "connect the stick: care backup FOLDER";

    Remark EditorLeftover "editor-leftover"
        says "编辑器的锁或留下的临时文件，未读取",
             "a lock of an editor, or what it left; it was not read";
        fix "关掉打开这个文件的程序；还在就删去",
            "close the program that has the file open; delete this if it stays";

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

/// What was changed, one after another.
fn named(changed: &[Resaved], word: fn(Resaved) -> &'static str, between: &str) -> String {
    changed.iter().map(|own| word(*own)).collect::<Vec<_>>().join(between)
}

/// Why a file's name is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misnamed {
    Log,
    /// A log in no register's folder.
    Above,
    Stray,
    /// A register by a name that Windows has for a device.
    Device,
}

/// Why something may be one of the home's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    Copy,
    DeadLink,
}

told_always! { Misnamed Alike Resaved }
