//! What is said of questions on records and of what was decided: asked, open, answered.

use chrono::NaiveDate;

use super::{count, messages};

messages! {
    /// A heading, a line of a list, or what is said of a question.
    MatterWord {
        Open { matters: usize, today: NaiveDate } =>
            format!("等答复、待落实 {matters} 项    截至 {today}"),
            format!("{} open    as of {today}", count(*matters as u64, "question or decision", "questions and decisions"));
        NothingOpen { today: NaiveDate } =>
            format!("没有等答复的提问，也没有待落实的决议    截至 {today}"),
            format!("no question and no decision is open    as of {today}");
        HowToAnswer => "答复或落实了：care answer 编号 内容", "To answer, or say that it is done: care answer ID TEXT";
        Kind => "类别", "Kind";
        Said => "内容", "What";
        For => "请谁", "For";
        About => "对哪条记录", "About";
        AskedBy => "谁提的", "Asked by";
        AskedOn => "提出", "Asked on";
        WantedAnswer { whom: &'a str } => format!("请 {whom} 答复：到期清单和邮件里一直有，直到答复"),
            format!("{whom} is asked: it is in their due list and mail until it is answered");
        Thanked { whom: &'a str } => format!("对 {whom} 说声感谢：下一封邮件里看得到，不用答复"),
            format!("{whom} is thanked: it is in their next mail, and asks nothing");
        NoMailTo { whom: &'a str } => format!("{whom} 没有邮箱，邮件收不到：请当面告诉"),
            format!("{whom} has no address and gets no mail: tell them yourself");
        OfRestricted { register: &'a str } =>
            format!("这是{register}的记录：只记编号，不记儿童和内容"),
            format!("it is a record of the register {register}: only its id is kept, neither child nor text");
        NoTextOfRestricted { register: &'a str } =>
            format!("这是{register}的记录，内容不能写在这里，请当面说：去掉内容再来"),
            format!("it is about a record of the register {register}, of which no text may stand here: leave the text out and say it in person");
        NoteNeeded => "缺少 --note（要问什么）", "--note (what is asked) is missing";
        TextNeeded => "缺少答复的内容：care answer 编号 内容", "the answer is missing: care answer ID TEXT";
        NotAsked { id: &'a str, register: &'a str } =>
            format!("{id} 是{register}的记录，没有要答复的；对它有疑问：care flag {id} --for 教师 --note 内容；看等答复的：care answer"),
            format!("{id} is a record of the register {register} and asks nothing; to ask about it: care flag {id} --for STAFF --note TEXT; to see what is open: care answer");
        NoDecision { id: &'a str } =>
            format!("{id} 没有写落实人或期限，没有要答复的；补上：care amend {id} --set due_on=日期"),
            format!("{id} has no person or no day and asks nothing; to say them: care amend {id} --set due_on=DATE");
        ThanksAskNothing { id: &'a str } => format!("{id} 是感谢，不用答复"), format!("{id} is a word of thanks and asks nothing");
        AnsweredBefore { id: &'a str, day: &'a str, answer: &'a str } =>
            format!("{id} 在 {day} 已经答复：{answer}"), format!("{id} was answered on {day}: {answer}");
        DoneBefore { id: &'a str, day: &'a str } =>
            format!("{id} 在 {day} 已经落实"), format!("{id} was done on {day}");
        Answered { id: &'a str, new: &'a str } => format!("已答复 {id}，新的编号 {new}"), format!("answered {id}, as {new}");
        WasAsked { text: &'a str } => format!("问的是：{text}"), format!("it was asked: {text}");
        MailAsked { matters: usize } => format!("等您答复、落实 {matters} 项"), format!("Waiting for your answer: {matters}");
        MailThanks { words: usize } => format!("有人感谢您（{words} 条）"), format!("You are thanked ({words})");
        MailHow => "答复了或落实了，请告诉资料员编号和结果，由资料员登记。", "When it is answered or done, tell the data clerk the id and the result, who records it.";
        OnDay { day: NaiveDate } => format!("{day} 提出"), format!("asked on {day}");
        From { who: &'a str } => format!("{who} 提的"), format!("asked by {who}");
        Numbered { id: &'a str } => format!("编号 {id}"), format!("id {id}");
        OnRecord { id: &'a str } => format!("对 {id}"), format!("about {id}");
    }
}
