//! Help of commands and flags, and the names of their values.
//!
//! The argument parser asks for these texts while it is built, so the language is set for the
//! thread before that.

use std::cell::Cell;

use super::{Lang, messages, words_in};
use crate::domain::label::Words;

thread_local! {
    static SPOKEN: Cell<Lang> = const { Cell::new(Lang::Zh) };
}

/// Sets the language in which help is built on this thread.
pub fn speak(lang: Lang) {
    SPOKEN.set(lang);
}

/// The language that was set.
pub fn spoken() -> Lang {
    SPOKEN.get()
}

/// A help text in the language that was set.
#[expect(clippy::needless_pass_by_value, reason = "texts are made where they are said")]
pub fn say(text: Help) -> String {
    text.text(SPOKEN.get())
}

/// A command's own words in the language that was set: `help = said(("…", "…"))`.
pub fn said(words: Words) -> String {
    words_in(words, spoken()).to_owned()
}

/// What a command is for.
pub struct Purpose {
    /// Its Chinese name, which may be typed too.
    pub name: &'static str,
    pub says: Words,
    /// Lines to begin with.
    pub examples: &'static [Example],
    /// The commands and topics that go with it, by their English words.
    pub see: &'static [&'static str],
}

/// A line to begin with.
pub struct Example {
    /// What is typed behind the command's name.
    pub typed: Words,
    pub does: Words,
}

impl Purpose {
    /// The line of help; in Chinese with the Chinese name.
    pub fn said(&self) -> String {
        let says = said(self.says);
        match spoken() {
            Lang::Zh => format!("{says}（care {}）", self.name),
            Lang::En => says,
        }
    }
}

/// Whole lines to begin with, and what each does.
pub fn examples(lines: &[(String, String)]) -> String {
    let lines = lines.iter().map(|(line, does)| format!("\n  {line}\n      {does}"));
    format!("{}:{}", say(Help::Examples), lines.collect::<String>())
}

messages! {
    /// A line of help, or the name of a value.
    Help {
        About => "留守儿童之家的记录：答应了什么，做了什么，还欠什么", "Records for a home for left-behind children: what was promised, done, and is overdue";
        LogAny => "记录一件事：care log-visit、care log-talk、care 家访 …", "Record an event: care log-visit, care log-talk ...";
        Preview => "只显示会发什么，不发", "Show what would go, and send nothing";
        Resend => "不知道送到没有的，再发一次", "Send again what may not have arrived";
        MailTo => "只发 staff（责任人的清单）或 principal（汇总）", "Only to staff (lists) or principal (summary)";
        TransportFlag => "发信方式：smtp、sendmail 或 eml（写成文件）", "By which way: smtp, sendmail or eml (files)";
        WhyRule => "只说这条规则，并列出每一个时段和每一条记录", "Only this rule, with each of its slots and records";
        Shell => "bash、zsh、fish 或 powershell", "bash, zsh, fish or powershell";
        ManDir => "写到这个文件夹，每个命令一页", "The folder to write one page for each command to";
        ValueShell => "外壳", "SHELL";
        Examples => "例子", "Examples";
        SeeAlso => "另见", "See also";
        ExitCodes => "退出码", "Exit codes";
        LogOne => "昨天的一条", "One of yesterday";
        LogClass => "一个班，除去一名儿童", "A class, but for one child";
        LogRows => "从电子表格复制来的各行", "Rows copied from a spreadsheet";
        Global => "通用选项", "Options of every command";
        Options => "选项", "Options";
        Arguments => "参数", "Arguments";
        Usage => "用法：", "Usage:";
        Columns => "登记的栏目", "Columns of the register";
        Dir => "之家所在的文件夹（否则用 CARE_DIR，或向上找 care.toml）", "The home's folder (else CARE_DIR, else upward to a care.toml)";
        Today => "按这一天判断，而不是今天", "Judge as of this day instead of today";
        LangFlag => "界面语言：zh-CN 或 en", "Language: zh-CN or en";
        Format => "格式：table plain csv tsv json jsonl markdown xlsx docx html；care due 还有 ics", "Format: table plain csv tsv json jsonl markdown xlsx docx html; care due has ics too";
        JsonFlag => "JSON，只要这几项：name,class,due，也可以写表头；不写就列出有哪些项", "JSON with these keys alone: name,class,due, or headings; none lists what there is";
        Output => "写到文件，不显示在屏幕上（- 就是显示）", "Write to a file instead of the screen (- is the screen)";
        NoPager => "再长也不分页", "Show it at once, however long";
        ColorFlag => "never、auto 或 always：本程序不用颜色，怎么写都一样", "never, auto or always: nothing has a colour here, whichever is said";
        Quiet => "只说必要的话", "Say only what is needed";
        DryRun => "试运行：显示会写什么，但不写入", "Show what would be written, and write nothing";
        YesFlag => "遇到询问一律回答“是”", "Answer yes to every question";
        Wide => "窗口窄也列出全部各栏，不折行", "Show every column, however narrow the window";
        NoInput => "不询问；缺什么就报错", "Never ask; what is missing is an error";
        Wait => "别的程序正在写入时最多等几秒", "How many seconds to wait while another program writes";
        OpId => "给这次操作起名；同名再运行不会写两遍", "A name for this operation: repeated, it writes nothing twice";
        HelpFlag => "显示这份说明", "Show this help";
        VersionFlag => "显示版本", "Show the version";
        InitDir => "新文件夹，不写就是这里", "The new folder, or none for this one";
        Preset => "用谁的规则：blank sunchengsi guzhuang tingshui wangjiaba goudun national", "Whose rules: blank sunchengsi guzhuang tingshui wangjiaba goudun national";
        Sample => "造一个练习用的示例之家：四十名编造的儿童，到今天为止的各种记录", "A made-up home to practise in: forty invented children, and records up to today";
        SchoolName => "学校名称", "The school's name";
        ChildName => "儿童姓名", "The child's name";
        StaffName => "姓名", "The person's name";
        ClassFlag => "班级，写入学年份和班号：2021-2", "Class, as entry year and number: 2021-2";
        SexFlag => "性别：male、female 或 unknown", "Sex: male, female or unknown";
        BirthDate => "出生日期", "Date of birth";
        IdNumber => "身份证号（写 - 就另外输入）", "ID number (- asks for it)";
        CareType => "监护类型，如 grandparent；见 care help fields", "Care type, such as grandparent; see care help fields";
        Risk => "风险等级：low、medium 或 high", "Risk: low, medium or high";
        JoinedFlag => "入册日期（默认今天）", "On the roll since (default: today)";
        SetField => "其他字段，如 carer.phone=13900139000，可重复；个人信息写 carer.phone=- 就另外输入，不留在命令历史里", "Other fields, such as carer.phone=13900139000; may be repeated; carer.phone=- asks, so that no history of commands holds it";
        Force => "内容可疑也照样写入", "Write even what looks doubtful";
        RoleFlag => "角色，可带班级：head_teacher:2021-2，可重复", "Role, with a class if any: head_teacher:2021-2; may be repeated";
        RoleFrom => "任职开始日期（默认今天）", "In the role since (default: today)";
        Phone => "电话（写 - 就另外输入），可重复", "Phone (- asks for it); may be repeated";
        Email => "邮箱（写 - 就另外输入）", "E-mail (- asks for it)";
        Children => "儿童：姓名、编号或拼音（wxm）", "Children: names, ids or pinyin (wxm)";
        WholeClass => "全班儿童，可写几个班；写了序号就只是那几人（care list --class 里的序号）", "All children of a class, or of several; with numbers (as care list --class shows them) those alone";
        Except => "全班（或同户）中除去的儿童，可重复", "Children of the class (or the household) to leave out; may be repeated";
        Everybody => "在册的全体儿童", "Every child on the roll";
        EachOne => "每人单独一行，不合成一行", "One row for each child instead of one for all";
        RowsFlag => "从电子表格复制来的行（文件，或 - 从标准输入读）：第一行是栏目名，一行一条；全对才写入", "Rows copied from a spreadsheet (a file, or - for standard input): headings first, a row a line; all or nothing";
        Household => "连同户的儿童一起记：同一监护人，或同一父亲、母亲（姓名和电话都相同）", "Also those of the same household: the same carer, father or mother by name and phone";
        DateFlag => "日期（默认今天）：2024-09-20、9.20、昨天、上周三", "Date (default: today): 2024-09-20, 9.20, yesterday, last wed";
        StaffFlag => "教师：姓名、编号或拼音，可重复", "Staff: names, ids or pinyin; may be repeated";
        Outcome => "made 完成（默认）、attempted 未成功；写中文也可以", "made (default), or attempted and not done";
        Note => "备注", "Note";
        LikeLast => "其余栏目照抄这个登记的上一条", "Take the other columns from the register's last row";
        EventId => "记录编号", "The event's id";
        SetColumn => "要改的栏目，如 date=2024-09-20，可重复；个人信息的栏目写 栏目=- 就另外输入", "What to change, such as date=2024-09-20; may be repeated; COLUMN=- asks for what is personal";
        Reason => "原因", "The reason";
        RuleFlag => "只看这条规则", "Only this rule";
        ClassOnly => "只看这个班", "Only this class";
        StaffOnly => "只看这位责任人", "Only what this person is responsible for";
        KnownAt => "只用到这一天为止已录入的记录", "Use only what was recorded by this day";
        GroupBy => "分组：class、staff 或 rule", "Group by class, staff or rule";
        LevelFlag => "advised：也列出建议办的", "advised: list the advised rules too";
        ExitCode => "有逾期（或到期）时退出码为 1", "Exit with 1 when there is something on the list";
        For => "给谁看：office 本校（默认）、authority 上级、parents 家长、wall 墙上或群聊；后两样姓名遮盖", "For whom: office (the default), authority, parents or wall (a group chat too); names are masked for the last two";
        MaxBytes => "最多多少字节，多出的只说还有几项", "At most so many bytes; of the rest only the number is told";
        Days => "几天之内（默认 7）", "Within how many days (default: 7)";
        All => "也列出还没开始的", "Those that have not begun too";
        ChildArg => "儿童：姓名、编号或拼音", "The child: name, id or pinyin";
        WhyWho => "儿童或教师（姓名、编号或拼音），班级，或“学校”", "A child or a member of staff (name, id or pinyin), a class, or school";
        Full => "显示个人信息（同 --reveal personal），会记下来", "Show personal values (--reveal personal); it is recorded";
        Where => "条件，如 risk=high，可重复", "Condition, such as risk=high; may be repeated";
        CountBy => "按字段统计人数和占比，如 care_type；写“留守”，四种口径并排", "Count the children by a field, such as care_type or registry; left-behind: the four counts side by side";
        Digits => "占比写到两位小数", "Shares with two decimals";
        LeftToo => "也列出已离册的", "Those who have left too";
        CheckNames => "只做这几项检查；“隐私”看有没有敞开的，“真实性”看要问一问的", "Only these checks; privacy: what lies open; truthfulness: what to ask about";
        Sources => "也列出每条规则的出处", "Also where each rule comes from";
        Diff => "与旧规则（文件、- 标准输入或 git 版本）相比，谁的状态会变", "Whose state changes since OLD rules (a file, - for standard input, or a git revision)";
        AgainstFlag => "与另一套规则（学校名、文件或 git 版本）逐条对照：本校高、低、相同还是没有", "The school's rules beside another set (a preset, a file or a git revision)";
        SuggestFlag => "一套规则里本校没有的、不同的；不写名称就取本校最像的那套", "What a preset would add or change here (default: the preset most like the rules here)";
        AdoptFlag => "采用这几条规则（编号见 --suggest；从哪套取：--suggest 名称）", "Adopt these rules (ids as --suggest lists them; from which preset: --suggest PRESET)";
        CheckName => "检查的名字：care help check torn-line", "A check's name: care help check torn-line";
        Fix => "不完整的最后一行移到 .care/quarantine；表格软件另存过的还原（都不会丢）", "Set torn last lines aside in .care/quarantine; restore logs that a spreadsheet program saved (nothing is lost)";
        Strict => "有提醒也算没通过（退出码 1）", "Remarks count as failures too (exit code 1)";
        Topic => "命令或专题", "A command or a topic";
        ChoicesOf { choices: &'a str } => format!("可选：{choices}"), format!("one of: {choices}");
        ValueDir => "文件夹", "DIR";
        ValueDate => "日期", "DATE";
        ValueLang => "语言", "LANG";
        ValueFormat => "格式", "FORMAT";
        ValueKeys => "项", "KEYS";
        ValueWhen => "何时", "WHEN";
        ValueFile => "文件", "FILE";
        ValueSeconds => "秒", "SECONDS";
        ValueName => "姓名", "NAME";
        ValuePreset => "学校", "PRESET";
        LogName => "log-<登记>", "log-<register>";
        ValueClass => "班级", "CLASS";
        ValueRole => "角色", "ROLE";
        ValueText => "内容", "TEXT";
        ValueKeyValue => "栏目=内容", "KEY=VALUE";
        ValueOld => "旧规则", "OLD";
        ValueAgainst => "规则", "PRESET|FILE";
        ValueRule => "规则", "RULE";
        ValueNumber => "数目", "NUMBER";
        ValueField => "字段", "FIELD";
        ValueChild => "儿童", "CHILD";
        ValueWho => "谁", "WHO";
        ValueStaff => "教师", "STAFF";
        ValueEvent => "记录编号", "EVENT";
        ValueCheck => "检查", "CHECK";
        ValueTopic => "专题", "TOPIC";
        ValueWord => "选项", "WORD";
        ValueCommand => "命令", "COMMAND";
        LogAbout { register: &'a str } => format!("记录{register}"), format!("Record: {register}");
        AfterAbout { topics: &'a str } => format!("专题：care 帮助 {topics}"), format!("Topics: care help {topics}");
    }
}
