//! What `care doctor` says of the machine, and what to do about it.

use super::{count, messages};

messages! {
    /// A heading, something found, or a remedy.
    DoctorSaid {
        Title => "这台电脑准备好了没有", "Is this machine ready?";
        Thing => "项目", "What";
        Stands => "好不好", "How";
        Found => "看到的", "Found";
        ToDo => "该做什么", "What to do";
        Well => "好", "good";
        Remark => "留意", "note";
        Wrong => "不行", "wrong";
        AllWell => "都好。", "all is well.";
        NotWell { wrong: usize, remarks: usize } =>
            format!("不行的 {wrong} 项，要留意的 {remarks} 项：照右边一栏做。"),
            format!("{wrong} wrong, {remarks} to note: do what the right column says.");

        Program => "程序", "program";
        Version { version: &'a str, path: &'a str } => format!("care {version}，{path}"), format!("care {version}, {path}");
        VersionAlone { version: &'a str } => format!("care {version}"), format!("care {version}");
        KeepCopy => "care.exe 不见了，多半是杀毒软件删的：从 U 盘或压缩包再放一份，并把它加入信任", "should care.exe be gone, an antivirus took it: put it back from the zip and trust it there";

        Home => "之家", "home";
        HomeAt { path: &'a str } => path.to_string(), path.to_string();
        NoHome => "这里没有之家", "there is no home here";
        MakeHome => "新建：care init；已经有的：先打开它的文件夹，或用 -C 文件夹", "make one: care init; where there is one: go to its folder, or use -C FOLDER";
        SyncedBy { name: &'a str } => format!("在{name}同步的文件夹里"), format!("in a folder that {name} keeps alike elsewhere");
        LeaveSync => "同步软件会改名、生出副本，孩子的记录也会传到网上：把之家移到别的文件夹，备份用 care backup", "such a program renames and doubles files, and sends children's records away: move the home elsewhere, and back up with care backup";

        Disk => "磁盘", "disk";
        DiskWell => "能写；文件只有自己能读；每次改动都看得出", "can be written; files are kept from others; every change shows";
        CannotWrite { why: &'a str } => format!("写不进去：{why}"), format!("cannot be written: {why}");
        MakeRoom => "看看磁盘满没满、U 盘有没有写保护、文件夹是不是只读", "see whether the disk is full, the stick locked, or the folder read-only";
        NotForOwner => "文件挡不住别人读（U 盘多是这样）", "files cannot be kept from others, as on most sticks";
        NotForOwnerHere => "能写；谁能读由 Windows 的用户文件夹管", "can be written; who may read is up to the user's folder of Windows";
        LockAway => "U 盘用完锁好；平时放在电脑自己的用户文件夹里", "lock the stick away; for daily use keep the home in your own user folder";
        PlainDisk => "文件的时间只记到秒，大小写不分（U 盘多是这样）：程序照样用，只是慢一点", "times of whole seconds, or letters without case, as on most sticks: the program works, a little slower";

        Room => "空间", "room";
        RoomLeft { megabytes: u64 } =>
            if *megabytes < 1000 { format!("还有 {megabytes} MB") } else { format!("还有 {} GB", megabytes / 1000) },
            if *megabytes < 1000 { format!("{megabytes} MB left") } else { format!("{} GB left", megabytes / 1000) };
        ClearRoom => "删掉这个盘上没有用的文件，或把之家移到大一点的盘", "delete what is not needed on this disk, or move the home to a larger one";

        Lock => "有没有别人在用", "in use";
        LockFree => "没有别的程序在写", "nobody else is writing";
        LockHeld { holder: &'a str } => format!("正在写的：{holder}"), format!("writing now: {holder}");
        WaitForLock => "等它写完；关掉没有用的窗口", "wait for it, and close windows that are not needed";
        JournalLeft => "上一个命令没有写完，已经保存，会接着写", "an earlier command was cut off; what it saved will be finished";
        FinishJournal => "再运行任何一条登记的命令，或 care check --fix", "run any command that writes, or care check --fix";

        Clock => "时钟", "clock";
        ClockAt { now: &'a str } => format!("{now}：和墙上的钟对一下"), format!("{now}: compare it with the clock on the wall");
        ClockBehind { now: &'a str } => format!("{now}，比这台电脑写过的记录还早"), format!("{now}, which is before what this machine has written");
        SetClock => "把电脑的日期和时间调对；确实是对的：care check --fix", "set the machine's date and time; when they are right: care check --fix";

        Window => "窗口", "terminal";
        Width { width: usize } => format!("宽 {width} 格"), format!("{width} columns");
        NoTerminal => "输出不在窗口里（写到文件或别的程序）", "the output goes elsewhere, not to a terminal";
        Widen => "把窗口拉宽到 100 格以上，表格就不折行；或用 -o 文件.csv", "make it 100 columns or wider, so that tables fit; or use -o FILE.csv";
        Letters => "汉字", "letters";
        LettersAre { letters: &'a str } => format!("窗口用 {letters}"), format!("the terminal writes {letters}");
        CodePage { page: &'a str } => format!("窗口用代码页 {page}"), format!("the terminal is in code page {page}");
        LettersUnknown => "不知道窗口用什么编码", "it is not known how the terminal writes letters";
        UseUtf8 => "汉字成了乱码，就先输入 chcp 65001（Windows），或把语言设成 UTF-8 的（Linux：LANG=C.UTF-8）；要文件，用 -o，不要用 >", "where letters look wrong, type chcp 65001 (Windows), or set LANG=C.UTF-8 (Linux); for files use -o and not >";

        Git => "git", "git";
        GitOf { version: &'a str } => format!("git {version}；这个之家没有用它"), format!("git {version}; this home does not use it");
        GitUsed { version: &'a str, day: &'a str } => format!("git {version}；最近一次存底 {day}"), format!("git {version}; last commit {day}");
        NoGit => "没有 git：不影响使用，只是没有逐次的底稿", "no git: all works, but there is no history of each change";
        OldGit { version: &'a str } => format!("git {version} 太旧"), format!("git {version} is too old");
        NewGit => "换 2.17 以上的 git，或不用它", "take git 2.17 or newer, or do without";

        Exchange => "与别的电脑合并", "exchange";
        NoExchange => "还没有过：记录都是一台电脑写的", "none yet: one machine wrote all records";
        OthersWrote { month: &'a str, own: &'a str } =>
            if own.is_empty() { format!("别的电脑写的记录，最近的是 {month} 的；这台电脑还没有写过") } else { format!("别的电脑写的记录，最近的是 {month} 的；这台电脑写在 {own} 这样的文件里") },
            if own.is_empty() { format!("the newest records of another machine are of {month}; this one wrote none yet") } else { format!("the newest records of another machine are of {month}; this one writes files such as {own}") };

        Mail => "发信", "mail";
        MailBy { way: &'a str, last: &'a str } => format!("[mail] 已设（{way}）；最近一封 {last}"), format!("[mail] is set ({way}); the last one went {last}");
        MailNever { way: &'a str } => format!("[mail] 已设（{way}）；还没有发过"), format!("[mail] is set ({way}); none went yet");
        NoMail => "没有设：不发信", "not set: nothing is mailed";
        TryMail => "先试：care mail -n；每天自动发，见手册第十一节", "try it: care mail -n; to mail each day, see the handbook, section 11";

        Addresses => "邮箱", "addresses";
        AllAddresses => "用程序的人、班主任和校长都有邮箱", "users, head teachers and principal have one each";
        NoAddress { people: usize, names: &'a str } => format!("{people} 人没有邮箱：{names}"), format!("{} without one: {names}", count(*people as u64, "person", "people"));
        GiveAddress => "care edit-staff 姓名 --set 邮箱=…；没有邮箱的人，他的事由上一级收到", "care edit-staff NAME --set email=...; until then the next person up is told";

        Backup => "备份", "backup";
        BackupOn { day: &'a str, folder: &'a str } => format!("最近一次 {day}，放在“{folder}”"), format!("last one {day}, into {folder}");
        NoBackup => "这台电脑没有备份过", "none was made by this machine";
        MakeBackup => "插上 U 盘：care backup U盘的文件夹", "connect a stick: care backup FOLDER-OF-THE-STICK";

        Records => "记录", "records";
        RecordsWell => "没有错误", "no faults";
        RecordsFaulty { faults: usize } => format!("有 {faults} 处错误，名单出不来"), format!("{}, so there can be no list", count(*faults as u64, "fault", "faults"));
        SeeCheck => "care check 一条一条说怎么改", "care check says for each what to do";
        Restless => "没有看成：记录正在被别的程序改", "not seen: the records are being changed";
        Again => "过一会儿再试", "try again in a while";
    }
}
