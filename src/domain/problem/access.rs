//! Checks of who may see what, and of what lies open.

use super::check::checks;
use super::{Known, Quote};
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
pub const PRIVACY_CHECKS: [&str; 7] = [
    "two-users",
    "user-of-nobody",
    "readable-by-others",
    "git-readable",
    "git-remote",
    "cloud-folder",
    "export-in-home",
];
