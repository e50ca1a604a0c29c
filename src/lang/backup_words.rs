//! What is said of backups.

use super::{count, messages};

messages! {
    /// A sentence about a backup, or a question.
    BackupSaid {
        Made { path: &'a str, files: usize, bytes: usize } =>
            format!("备份做好了，读回来核对过：{path}（{files} 个文件，{bytes} 字节）"),
            format!("a backup was made and read back: {path} ({}, {bytes} bytes)", count(*files as u64, "file", "files"));
        WouldMake { path: &'a str, files: usize } =>
            format!("会做这个备份：{path}（{files} 个文件）"),
            format!("would make this backup: {path} ({})", count(*files as u64, "file", "files"));
        Open => "没有密码：谁拿到它，谁就能看到全部记录。锁好；要设密码，用 --passphrase", "it has no passphrase: whoever gets it reads all records. Lock it away, or use --passphrase";
        KeepPassphrase => "密码忘了，谁也打不开它：写在纸上，和 U 盘分开锁", "without the passphrase nobody can open it: keep it on paper, away from the stick";
        HowToRestore { path: &'a str } =>
            format!("恢复：care backup --restore \"{path}\" 一个空文件夹"),
            format!("to restore it: care backup --restore \"{path}\" EMPTY-FOLDER");
        NoFolder { folder: &'a str } => format!("没有“{folder}”这个文件夹：U 盘接上了吗？"), format!("there is no folder {folder}: is the stick connected?");
        InHome { folder: &'a str } => format!("“{folder}”就在之家里面：备份要放到别处，如 U 盘"), format!("{folder} is inside the home: a backup goes elsewhere, to a stick");
        Stands { path: &'a str } => format!("这一分钟的备份已经有了：{path}"), format!("there is a backup of this minute already: {path}");
        NotAll => "备份里有全部孩子的全部内容，care.toml 的 [[user]] 没有让您看全部", "a backup holds all that is known of all children, and [[user]] in care.toml does not let you see all";
        NoModes { folder: &'a str } => format!("在“{folder}”里，文件不能只让自己读，或看不出能不能（U 盘多是这样）：谁拿到它，谁就能看到全部记录"), format!("in {folder} a file cannot be kept from others, or it is not known (few sticks can): whoever gets it reads all records");
        Anyway => "不设密码就备份（要密码，用 --passphrase）", "make the backup without a passphrase (for one, use --passphrase)";
        TypeAnyway { line: &'a str } => format!("不设密码：{line}"), format!("without a passphrase: {line}");
        TypeLocked { line: &'a str } => format!("设密码，写在密码.txt 的第一行：{line}"), format!("under a passphrase, the first line of passphrase.txt: {line}");
        TooLong { file: &'a str } => format!("文件的路径太长，备份里放不下：{file}"), format!("the path of a file is too long for a backup: {file}");
        NotAsWritten { path: &'a str } => format!("读回来的和写下去的不一样，没有备份成（{path} 已删去）：换一个 U 盘"), format!("what was read back is not what was written, there is no backup ({path} was removed): take another stick");
        AskNew => "这个备份的密码（至少 8 个字，打的字看得见，旁边不要有人）：", "a passphrase for this backup (8 characters or more; it is seen while you type): ";
        AskAgain => "再输一次密码：", "the passphrase again: ";
        AskOld => "这个备份的密码：", "the passphrase of this backup: ";
        NobodyToAsk => "密码要在窗口里输入，或写在一个文件里：--passphrase-file 文件", "the passphrase must be typed at a terminal, or stand in a file: --passphrase-file FILE";
        Unlike => "两次输入的密码不一样，什么也没有做", "the two passphrases are not the same; nothing was done";
        TooShort { least: usize } => format!("密码太短：至少 {least} 个字"), format!("the passphrase is too short: {least} characters or more");
        NoPassphrase { file: &'a str } => format!("“{file}”里没有密码（写在第一行）"), format!("there is no passphrase in {file} (its first line)");
        PassphraseNoText { file: &'a str } => format!("密码文件“{file}”不是 UTF-8 文字，读出来会是别的字：用记事本打开，“另存为”，编码选 UTF-8，再试"), format!("{file} is not UTF-8 text and would be read as other letters: save it as UTF-8, then try again");
        PassphraseOpen { file: &'a str } => format!("密码文件“{file}”别人也能读：先改成只有自己能读（chmod 600；在 U 盘上改不了，就移到自己的用户文件夹里）"), format!("others can read {file}: let only its owner read it first (chmod 600; where that does nothing, as on a stick, move it into your own user folder)");
        NoFile { path: &'a str } => format!("没有“{path}”这个文件"), format!("there is no file {path}");
        NotEmpty { folder: &'a str } => format!("“{folder}”里有东西：恢复要用空的或新的文件夹"), format!("{folder} is not empty: restore into an empty or a new folder");
        NoBackup { path: &'a str } => format!("“{path}”不是之家的备份，没有恢复"), format!("{path} is no backup of a home; nothing was restored");
        Damaged { path: &'a str } => format!("备份坏了，和写的时候不一样：{path}。没有恢复；换一份备份"), format!("the backup is damaged, not as it was written: {path}. Nothing was restored; take another one");
        DamagedFile { path: &'a str, file: &'a str } => format!("备份坏了，里面的 {file} 和写的时候不一样：{path}。没有恢复；换一份备份"), format!("the backup is damaged, {file} in it is not as it was written: {path}. Nothing was restored; take another one");
        WrongPassphrase => "密码不对，没有恢复", "this is not its passphrase; nothing was restored";
        Restored { folder: &'a str, files: usize, made: &'a str } =>
            format!("恢复好了：{folder}（{files} 个文件，{made} 的备份，逐字节核对过）"),
            format!("restored: {folder} ({}, of the backup of {made}, every byte checked)", count(*files as u64, "file", "files"));
        WouldRestore { folder: &'a str, files: usize, made: &'a str } =>
            format!("备份完好（{made}）；会恢复 {files} 个文件到 {folder}"),
            format!("the backup is whole ({made}); would restore {} to {folder}", count(*files as u64, "file", "files"));
        NotInIt => "邮箱密码的文件和 git 的底稿不在备份里，要用的重新设", "the file of the mail password and git's history are in no backup: set them up anew";
    }
}
