//! What mails say, and what is said of sending them.

use chrono::NaiveDate;

use super::{count, messages};

messages! {
    /// A line in a mail.
    MailText {
        ListSubject { home: &'a str, overdue: usize, soon: usize, asked: usize, today: NaiveDate } =>
            match asked {
                0 => format!("{home}：逾期 {overdue} 项，快到期 {soon} 项（{today}）"),
                _ => format!("{home}：逾期 {overdue} 项，快到期 {soon} 项，等您答复 {asked} 项（{today}）"),
            },
            match asked {
                0 => format!("{home}: {overdue} overdue, {soon} due soon ({today})"),
                _ => format!("{home}: {overdue} overdue, {soon} due soon, {asked} to answer ({today})"),
            };
        SummarySubject { home: &'a str, overdue: usize, today: NaiveDate } =>
            format!("{home}：全校逾期 {overdue} 项（{today}）"),
            format!("{home}: {overdue} overdue in the school ({today})");
        HeartbeatSubject { home: &'a str, today: NaiveDate } =>
            format!("{home}：程序运行正常（{today}）"),
            format!("{home}: the program is running ({today})");
        FaultSubject { home: &'a str, today: NaiveDate } =>
            format!("{home}：今天没有清单，记录有错误（{today}）"),
            format!("{home}: no list today, the records have faults ({today})");
        AsOf { today: NaiveDate, term: &'a str } =>
            format!("截至 {today}  {term}").trim_end().to_owned(),
            format!("as of {today}  {term}").trim_end().to_owned();
        Overdue { rows: usize } => format!("逾期 {rows} 项"), format!("Overdue: {rows}");
        Raised { rows: usize, days: u32 } =>
            format!("他人负责的 {rows} 项，请督促（逾期 {days} 天以上，或本人没有邮箱、已不任职）"),
            format!("Others' duties: {rows}. Please see to them ({days} days overdue or more, or their own person has no address or no role now)");
        Soon { rows: usize, days: u32 } =>
            format!("{days} 天内到期 {rows} 项"), format!("Due within {days} days: {rows}");
        Whole { rows: usize, children: usize, enrolled: usize, soon: usize } =>
            format!("逾期 {rows} 项，{children} 名儿童（在册 {enrolled} 名）；快到期 {soon} 项"),
            format!("{rows} overdue, {} ({enrolled} enrolled); {soon} due soon",
                count(*children as u64, "child", "children"));
        Listless { rows: usize, above: usize } =>
            match above {
                0 => format!("没有人收到清单的 {rows} 项"),
                _ => format!("没有人收到清单的 {rows} 项（其中 {above} 项上面已列出）"),
            },
            match above {
                0 => format!("In nobody's list: {rows}"),
                _ => format!("In nobody's list: {rows} ({above} of them told above)"),
            };
        ByClass => "按班级", "By class";
        ByPerson => "按责任人", "By person";
        Worst => "逾期最久的", "Overdue longest";
        NoAddress => "没有邮箱，收不到清单", "no address, gets no list";
        Departed => "现在没有任职，不再发清单", "holds no role now, gets no list";
        Rows { rows: usize, children: usize } =>
            format!("{rows} 项（{children} 名儿童）"),
            format!("{rows} ({})", count(*children as u64, "child", "children"));
        OldestDays { days: i64 } => format!("最久 {days} 天"), format!("oldest {days} d");
        DaysLate { late: &'a str } => format!("逾期 {late}"), format!("{late} late");
        LastTime { when: &'a str } => format!("上次：{when}"), format!("last: {when}");
        DueOn { when: &'a str } => format!("应办 {when}"), format!("due {when}");
        WhatCount => "数量", "How much";
        WhatLate => "逾期", "Late";
        IfDone => "已经办了的，请告诉资料员补记；没有办的，请尽快办。",
            "If it took place, tell the data clerk, who records it; if not, please see to it.";
        AllWell { enrolled: usize } =>
            format!("程序在正常运行：在册 {enrolled} 名儿童，没有逾期的事项。"),
            format!("The program is running: {}, and nothing is overdue.",
                count(*enrolled as u64, "child enrolled", "children enrolled"));
        NoTerm { enrolled: usize } =>
            format!("程序在正常运行：在册 {enrolled} 名儿童。现在不在学期内，不发清单。"),
            format!("The program is running: {}. No term is on, so no lists are sent.",
                count(*enrolled as u64, "child enrolled", "children enrolled"));
        WeeklyNote => "每周至少有一封平安信或汇总；两样都没有收到，就说明程序没有运行，请找管理员。",
            "A mail like this or a summary comes at least once a week; when neither does, the program is not running: ask whoever looks after it.";
        Faults { faults: usize } =>
            format!("记录里有 {faults} 处错误，今天算不出谁逾期，所以没有清单。请资料员运行 care check，按提示改正。"),
            format!("The records have {}, so nobody can say what is overdue, and there is no list today. The data clerk should run care check and mend what it tells.",
                count(*faults as u64, "fault", "faults"));
        MaskedNote => "姓名已遮盖，全名请问资料员。", "Names are masked; the data clerk knows them whole.";
        Automatic => "此信由 care 自动发出，请勿回复。", "Sent by care; please do not reply.";
    }
}

messages! {
    /// What the command that sends mail says.
    MailSaid {
        Sent { count: usize } => format!("已发出 {count} 封"), format!("{} sent", count_mails(*count));
        NothingNew => "没有要发的（今天的已经发过，或没有内容）", "nothing to send (today's went before, or there is nothing to say)";
        PreviewHead { to: &'a str, kind: &'a str } => format!("收件人：{to}（{kind}）"), format!("To: {to} ({kind})");
        PreviewSubject { subject: &'a str } => format!("主题：{subject}"), format!("Subject: {subject}");
        KindList => "清单", "list";
        KindSummary => "汇总", "summary";
        KindHeartbeat => "平安信", "sign of life";
        KindFault => "故障通知", "notice of faults";
        Refused { to: &'a str, words: &'a str } =>
            format!("给 {to} 的信没有送到：{words}"), format!("the mail to {to} was refused: {words}");
        HintOldTls => "服务器的加密方式太旧，本程序不能用；请改用 transport = \"sendmail\"（如 msmtp），或换一个邮件服务器",
            "the server's TLS is too old for this program: use transport = \"sendmail\" (msmtp, say) or another server";
        HintUntrusted => "服务器的证书不受信任；学校自己的证书写在 [mail] ca_file 里",
            "the server's certificate is not trusted; a school's own is named by ca_file in [mail]";
        ServerSlow => "等邮件服务器回话超时", "the mail server took too long";
        ServerClosed => "邮件服务器中途断开了连接", "the mail server closed the connection";
        ServerGarbled => "邮件服务器的回话不是 SMTP 的回话", "what the mail server answered is no reply of SMTP";
        ServerEndless => "邮件服务器的回话太长", "the mail server's reply is too long";
        ServerUnasked => "邮件服务器不等发问就回话，已断开", "the mail server answered before it was asked";
        ServerUnfit { words: &'a str } =>
            format!("邮件服务器答非所问：{words}"), format!("the mail server's answer does not fit: {words}");
        ServerNoTls => "邮件服务器不提供加密（STARTTLS）", "the mail server offers no encryption (STARTTLS)";
        ServerNoLogin => "邮件服务器没有本程序会用的登录方式", "the mail server offers no way to log in that this program knows";
        Unknown { to: &'a str, words: &'a str, id: &'a str } =>
            format!("给 {to} 的信不知道送到没有（{words}）。先问收件人或查邮件服务器（Message-ID {id}）；要再发：care mail --resend"),
            format!("it is not known whether the mail to {to} arrived ({words}). Ask them, or look for Message-ID {id} at the server; to send it again: care mail --resend");
        CutOff { to: &'a str, day: NaiveDate, id: &'a str } =>
            format!("{day} 给 {to} 的信在发送时中断，不知道送到没有。先问收件人或查邮件服务器（Message-ID {id}）；要再发：care mail --resend"),
            format!("the mail of {day} to {to} was cut off while it was sent, and whether it arrived is not known. Ask them, or look for Message-ID {id} at the server; to send it again: care mail --resend");
        CutOffBefore { to: &'a str, day: NaiveDate, id: &'a str } =>
            format!("{day} 给 {to} 的信在发送时中断，不知道送到没有（Message-ID {id}）；今天的信会代替它"),
            format!("the mail of {day} to {to} was cut off while it was sent, and whether it arrived is not known (Message-ID {id}); today's takes its place");
        NobodyToTell { rows: usize } =>
            format!("有 {rows} 项逾期没有人能收到：责任人没有邮箱或已不任职，[mail] summary_to 也没有可用的地址"),
            format!("{rows} overdue reach nobody: those responsible have no address or no role now, and summary_to in [mail] names none");
        NoSuchAddress { id: &'a str } =>
            format!("staff.toml 里 {id} 的 email 不是邮箱地址，这个人收不到清单"),
            format!("the email of {id} in staff.toml is no address: this person gets no list");
        NoListToday { faults: usize } =>
            format!("记录有 {faults} 处错误，今天没有清单；运行 care check 看是哪些"),
            format!("the records have {}, there is no list today; care check tells which", count_faults(*faults));
        NoSection => "care.toml 里没有 [mail]：写上 from、transport、server、summary_to；见 care help mail-settings",
            "care.toml has no [mail]: say from, transport, server and summary_to; see care help mail-settings";
        LacksFrom => "[mail] from 要写成 \"留守儿童之家 <care@school.example>\"",
            "[mail] from must be written like \"Home <care@school.example>\"";
        LacksServer => "[mail] 缺少 server", "[mail] lacks server";
        InTheClear => "security = \"none\" 只能用于本机（localhost、127.0.0.1、::1）；请写 starttls 或 tls",
            "security = \"none\" is for this machine alone (localhost, 127.0.0.1, ::1); write starttls or tls";
        PasswordOpen { file: &'a str } =>
            format!("别人能读到 {file}；先运行：chmod 600 {file}（在 U 盘上不管用，就移到自己的用户文件夹里）"),
            format!("others can read {file}; first run: chmod 600 {file} (where that does nothing, as on a stick, move it into your own user folder)");
        PasswordNoText { from: &'a str } =>
            format!("{from} 里的邮箱密码不是 UTF-8 文字：用记事本打开，“另存为”，编码选 UTF-8"),
            format!("the password in {from} is not UTF-8 text: save it as UTF-8");
        PasswordFailed { reason: &'a str } =>
            format!("拿不到邮箱密码（{reason}）"), format!("the password could not be had ({reason})");
        CertificateFailed { reason: &'a str } =>
            format!("证书不能用（{reason}）"), format!("the certificate could not be used ({reason})");
        BadRecipient { name: &'a str } =>
            format!("[mail] summary_to 里的“{name}”既不是 staff.toml 里的编号，也不是邮箱地址"),
            format!("\"{name}\" in summary_to of [mail] is neither an id in staff.toml nor an address");
        HasLeft { id: &'a str } =>
            format!("{id} 在 [mail] summary_to 里，但现在没有任职，不再发给这个人；请改 summary_to，或在 staff.toml 里写上职务"),
            format!("{id} is in summary_to of [mail] but holds no role now and is sent nothing: change summary_to, or say the role in staff.toml");
        NoEmail { id: &'a str } =>
            format!("{id} 在 [mail] summary_to 里，但 staff.toml 里没有邮箱（email）"),
            format!("{id} is in summary_to of [mail] but has no email in staff.toml");
    }
}

fn count_mails(number: usize) -> String {
    count(number as u64, "mail", "mails")
}

fn count_faults(number: usize) -> String {
    count(number as u64, "fault", "faults")
}
