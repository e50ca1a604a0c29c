//! Checks of who may see what, and of what lies open.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::{Count, Known, Quote};
use crate::domain::id::Id;

checks! {
    /// What is wrong with who may see a home.
    Access;

    Fault TwoUsers { first: Known = Known::line("care.toml", 1) } "two-users"
        says format!("这个用户名在 {first} 已经写过"),
             format!("this user name stands in {first} already");
        fix "一个用户名只写一个 [[user]]", "write one [[user]] for one user name";

    Remark UserOfNobody { staff: Quote<Id> = Quote::hidden() } "user-of-nobody"
        says format!("[[user]] 的 {staff} 现在没有任职，却还能看"),
             format!("{staff} of [[user]] holds no role now and may still look");
        fix "删去这个 [[user]]，或在 staff.toml 里写上职务",
            "delete the [[user]], or say the role in staff.toml";

    Remark OpenBackup "open-backup"
        says "像是之家的备份，没有密码：谁拿到它，谁就能看到全部记录",
             "it looks like a backup of the home without a passphrase: whoever gets it can read \
                all records";
        fix "移到加密的盘，或另做一份有密码的（care backup 文件夹 --passphrase），原来的删去",
            "move it to an encrypted disk, or make one with a passphrase \
                (care backup FOLDER --passphrase) and delete this";

    Remark HomeBeside "home-beside"
        says "这个文件夹里也有同样的儿童：是之家的另一份，没有密码，谁打开都能看",
             "this folder has the same children: it is the home once more, \
                and whoever opens it can read all records";
        fix "先看清哪个在用（到两边各运行 care history）：在用的不要动；\
                确实只是备份的，另做一份有密码的（care backup 文件夹 --passphrase），再收到加密的盘里",
            "see first which of the two is in use (care history in each) and leave that alone; \
                if this is a backup and nothing else, make one with a passphrase \
                (care backup FOLDER --passphrase) and keep it on an encrypted disk";

    Remark UnusedRegister { last: Quote<NaiveDate> = sample_day() } "unused-register"
        says format!("最后一条是 {last} 的：两年没有人用，里面的内容不是公开的"),
             format!("its last row is of {last}: nobody needed it for two years, and what it holds \
                is not open");
        fix "问校长还要不要留；不留的，备份一份加密的，再把这个文件夹移出之家",
            "ask the principal whether it must be kept; if not, keep an encrypted copy elsewhere \
                and move the folder out of the home";

    Remark OwnFilesReadable { files: Count = Count::of(2) } "own-files-readable"
        says format!(".care 里有 {files} 个文件别人也能读，里面有改动前的内容"),
             format!("{} in .care can be read by others, with what records held before",
                files.english("file", "files"));
        fix "运行：chmod -R go-rwx .care", "run: chmod -R go-rwx .care";

    Remark GitRemote "git-remote"
        says "git 有远程仓库：能进那个仓库的人能看到全部记录",
             "git has a remote: whoever may read it may read all records";
        fix "只推到学校自己管的、不公开的仓库；不是的就 git remote remove",
            "push only to a repository of the school's own that is not public; \
                else git remote remove";

    Remark GitReadable "git-readable"
        says "git 的文件夹别人也能读，里面有以前的全部记录",
             "others can read git's folder, which holds all earlier records";
        fix "运行：chmod -R go-rwx .git", "run: chmod -R go-rwx .git";

    Remark CloudFolder "cloud-folder"
        says "之家在网盘同步的文件夹里，记录会传到别人的服务器上",
             "the home is in the folder of a cloud drive: records go to servers of others";
        fix "把之家移到不同步的文件夹，再到网盘里删去留下的",
            "move the home to a folder that is not synchronised, \
                and delete what stayed in the cloud";

    Remark ExportInHome "export-in-home"
        says "像是导出的表，之家不读它，里面的姓名谁打开都能看",
             "it looks like an exported sheet: it is not read, and whoever opens it sees the names";
        fix "用完就删去，要留就移到加密的盘",
            "delete it when it is no longer needed, or move it to an encrypted disk";
}

/// What `care check privacy` looks for.
pub const PRIVACY_CHECKS: [&str; 11] = [
    "two-users",
    "user-of-nobody",
    "readable-by-others",
    "git-readable",
    "git-remote",
    "cloud-folder",
    "export-in-home",
    "open-backup",
    "home-beside",
    "unused-register",
    "own-files-readable",
];
