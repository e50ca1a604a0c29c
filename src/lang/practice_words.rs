//! What is said of a copy for practising.

use super::messages;

messages! {
    /// A line about the copy, or in it.
    Practice {
        Mark => "（练习）", "(practice) ";
        Here => "【练习】这里是练习用的副本，记什么都不算数；练完了：care practise --end", "[practice] this is a copy to practise in, nothing here counts; when done: care practise --end";
        Made { folder: &'a str, files: usize } =>
            format!("练习用的副本建好了（{files} 个文件）：{folder}"),
            format!("a copy to practise in was made ({files} files): {folder}");
        Changed => "姓名、号码、电话、住址和自己写的话都换过了；保密登记没有抄过去；不发邮件，不进 git", "names, numbers, phones, addresses and free words were replaced; restricted registers stay away; no mail, no git";
        GoThere { folder: &'a str } =>
            format!("进去：care -C \"{folder}\"；练完了：care practise --end"),
            format!("to go there: care -C \"{folder}\"; when done: care practise --end");
        Stands { folder: &'a str } =>
            format!("练习用的副本已经有了：{folder}。先删掉它：care practise --end"),
            format!("there is a copy already: {folder}; remove it first: care practise --end");
        AtRoot => "之家占着整个盘，旁边没有地方放副本：把之家移到盘上的一个文件夹里", "the home is a whole drive, with no place beside it: move it into a folder of the drive";
        InTheWay { folder: &'a str } =>
            format!("{folder} 已经有了，又不是练习用的副本：给它改个名再来"),
            format!("{folder} is there and is no copy to practise in: rename it first");
        NoCopy { folder: &'a str } =>
            format!("没有练习用的副本（找过 {folder}）"),
            format!("there is no copy to practise in (looked for {folder})");
        Inside => "已经在练习用的副本里了", "this is a copy to practise in already";
        SureToEnd { folder: &'a str } => format!("删掉练习用的副本 {folder}，里面记的都不留"), format!("remove the copy {folder} with all that was entered in it");
        Ended { folder: &'a str } => format!("练习用的副本已删掉：{folder}"), format!("the copy was removed: {folder}");
        NoMail => "练习用的副本不发邮件", "no mail is sent from a copy to practise in";
    }
}
