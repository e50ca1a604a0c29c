//! What commands say: titles, what was written, what to do next, and why a command refused.

use chrono::NaiveDate;

use super::{count, messages};

messages! {
    /// A sentence to the user.
    Msg {
        OverdueTitle { rows: usize, children: usize, enrolled: usize, today: NaiveDate, term: &'a str } =>
            format!("逾期 {rows} 项，{children} 名儿童（在册 {enrolled} 名）    截至 {today}    {term}").trim_end().to_owned(),
            format!("{rows} overdue, {} ({enrolled} enrolled)    as of {today}    {term}", count(*children as u64, "child", "children")).trim_end().to_owned();
        InformTitle { rows: usize, children: usize, enrolled: usize, today: NaiveDate, term: &'a str } =>
            format!("参考 {rows} 项，{children} 名儿童（在册 {enrolled} 名）    截至 {today}    {term}").trim_end().to_owned(),
            format!("{rows} for information, {} ({enrolled} enrolled)    as of {today}    {term}", count(*children as u64, "child", "children")).trim_end().to_owned();
        DueSoon { count: usize } =>
            format!("7 天内到期 {count} 项：care due"),
            format!("{count} more due within 7 days: care due");
        NothingSoon => "7 天内没有到期的事项", "nothing more is due within 7 days";
        ManWritten { count: usize, dir: &'a str } => format!("已写入 {count} 页：{dir}"), format!("{count} pages written to {dir}");
        NoRuleAsks => "今天没有一条规则管到在册的儿童（规则还没开始、已经截止，或条件都不合），所以没有应办事项：care rules", "no rule asks anything of anybody today (none has begun, all have ended, or none applies), so nothing is owed: care rules";
        NoRules => "还没有规则（rules.toml 是空的），所以没有应办事项", "there are no rules yet (rules.toml is empty), so nothing is owed";
        EmptyRoll => "在册儿童为零，所以没有应办事项；登记儿童：care add-child", "no child is on the roll, so nothing is owed; to add one: care add-child";
        DueTitle { count: usize, days: u32, today: NaiveDate } =>
            format!("{days} 天内到期 {count} 项    截至 {today}"),
            format!("{count} due within {days} days    as of {today}");
        ObligationsTitle { count: usize, today: NaiveDate } =>
            format!("应办 {count} 项    截至 {today}"),
            format!("{}    as of {today}", super::count(*count as u64, "obligation", "obligations"));
        Lacks { what: &'a str } => format!("目前缺：{what}"), format!("lacks: {what}");
        ListTitle { count: usize, today: NaiveDate } =>
            format!("儿童 {count} 名    截至 {today}"),
            format!("{}    as of {today}", super::count(*count as u64, "child", "children"));
        Facts => "基本情况", "Facts";
        NothingJudged => "校历已经用完，应办事项无法判断。先加上下一学期：care calendar add-term", "The calendar has run out: no duty could be judged. Add the next term: care calendar add-term";
        Duties => "应办事项（每条规则最近的时段）", "Duties (the latest slot of each rule)";
        Events => "最近的记录", "Latest events";
        RestrictedCounts { counts: &'a str } =>
            format!("保密登记只显示条数：{counts}"),
            format!("restricted registers, counts only: {counts}");
        Masked => "敏感内容已遮盖；要看个人信息：加 --full，别的：--reveal sensitive --reason 原因", "sensitive values are masked; to see personal ones: --full, others: --reveal sensitive --reason TEXT";
        RulesTitle { count: usize } => format!("规则 {count} 条"), super::count(*count as u64, "rule", "rules");
        DiffTitle { count: usize, old: &'a str, today: NaiveDate } =>
            format!("与 {old} 的规则相比，{count} 项状态有变    截至 {today}"),
            format!("{count} changed since the rules of {old}    as of {today}");
        NoOldRules { old: &'a str } => format!("没有“{old}”这个规则文件，也没有这个 git 版本"), format!("\"{old}\" is no file of rules and no git revision");
        AgainstTitle { name: &'a str, counts: &'a str, today: NaiveDate } =>
            format!("与 {name} 的规则对照：{counts}    截至 {today}"),
            format!("beside the rules of {name}: {counts}    as of {today}");
        AgainstNothing { name: &'a str } => format!("{name} 里没有规则，没有可对照的"), format!("{name} has no rules to stand beside");
        SuggestTitle { name: &'a str, new: usize, changed: usize } =>
            format!("{name} 的规则：本校没有的 {new} 条，不同的 {changed} 条"),
            format!("the rules of {name}: {new} new here, {changed} different");
        NothingToSuggest { name: &'a str } => format!("{name} 的规则本校都有，没有不同"), format!("the school has every rule of {name} as it is");
        PresetTaken { name: &'a str, shared: usize } =>
            format!("取的是 {name}：编号相同的规则最多（{shared} 条）。要看别的：care rules --suggest 名称"),
            format!("taken: {name}, which shares most rule ids with the rules here ({shared}); for another: care rules --suggest PRESET");
        AdoptHint { name: &'a str } => format!("采用：care rules --adopt 编号 --suggest {name}"), format!("to adopt one: care rules --adopt ID --suggest {name}");
        NamePreset { all: &'a str } =>
            format!("看不出本校的规则从哪套来。写明名称：care rules --suggest 名称；现有：{all}"),
            format!("the rules here are like no one preset: name it, care rules --suggest PRESET; there are: {all}");
        NotInPreset { id: &'a str, name: &'a str } => format!("{name} 没有“{id}”这条规则；见 care rules --suggest {name}"), format!("{name} has no rule \"{id}\"; see care rules --suggest {name}");
        Adopted { id: &'a str, rule: &'a str, name: &'a str, day: NaiveDate } =>
            format!("已采用 {name} 的 {id}（{rule}），从 {day} 起算，以前的不追究"),
            format!("adopted {id} ({rule}) of {name}, counted from {day}, not before");
        Readopted { id: &'a str, rule: &'a str, name: &'a str, day: NaiveDate } =>
            format!("{id}（{rule}）已换成 {name} 的写法，从 {day} 起算，以前的不追究"),
            format!("{id} ({rule}) is now as {name} has it, counted from {day}, not before");
        HasRule { id: &'a str, name: &'a str } => format!("{id} 本校已有，与 {name} 的相同，没有改动"), format!("the school has {id} as {name} does; nothing was changed");
        ReplacesRule { id: &'a str, name: &'a str, keys: &'a str } =>
            format!("本校已有 {id}，与 {name} 的不同（{keys}）；采用就把本校这一条整条换掉。谁高谁低见 care rules --against {name}"),
            format!("the school has {id} otherwise than {name} ({keys}); adopting replaces the school's own; which asks more: care rules --against {name}");
        AdoptFaulty => "这样采用，记录会有下面的错误，所以没有写入", "adopted so, the records would have these faults; nothing was written";
        CannotAdopt { id: &'a str } =>
            format!("rules.toml 里的 {id} 不是单独一段 [[rule]]，换不了，没有写入；请用编辑器改"),
            format!("{id} in rules.toml is no [[rule]] of its own and cannot be replaced; nothing was written: change it in an editor");
        SourcesHint => "每条规则的出处：care rules --why", "where each rule comes from: care rules --why";
        CalendarTitle { today: NaiveDate } => format!("校历    今天 {today}"), format!("calendar    today {today}");
        TakeBack { id: &'a str } =>
            format!("记错了：care amend {id} --set 栏目=内容"),
            format!("to mend it: care amend {id} --set COLUMN=VALUE");
        Amended { id: &'a str, new: &'a str } => format!("已更正 {id}，新的编号 {new}"), format!("corrected {id}, as {new}");
        VoidLeavesRoles { batch: &'a str } => format!("作废只管这条登记，交接时的任命和结对还在。要整件事都撤销：care undo {batch}"), format!("this takes back the entry alone: the role and the pairs that were handed over stay. To take back all of it: care undo {batch}");
        Voided { id: &'a str } => format!("已作废 {id}"), format!("voided {id}");
        AlreadyVoid { id: &'a str } => format!("{id} 已经作废了"), format!("{id} is void already");
        VoidBack { id: &'a str, outcome: &'a str } => format!("要恢复：care amend {id} --set outcome={outcome}"), format!("to revive it: care amend {id} --set outcome={outcome}");
        Revived { id: &'a str } => format!("{id} 原已作废，现在恢复了"), format!("{id} was void and is now revived");
        ChildAdded { name: &'a str, id: &'a str, file: &'a str } =>
            format!("已登记儿童 {name}，编号 {id}（{file}）"),
            format!("added {name} as {id} ({file})");
        StaffAdded { name: &'a str, id: &'a str } => format!("已登记 {name}，编号 {id}（staff.toml）"), format!("added {name} as {id} (staff.toml)");
        EditBy { line: &'a str } => format!("要改：{line} --set 项目=内容"), format!("to change it: {line} --set FIELD=VALUE");
        EditFile { file: &'a str } => format!("要改：用编辑器打开 {file}"), format!("to change it: open {file} in an editor");
        HomeMade { dir: &'a str } => format!("已在 {dir} 建好留守儿童之家"), format!("a home was made in {dir}");
        GitInit => "已用 git 管理这个文件夹，现在的样子已提交；以后提交过的都可以找回", "the folder is a git repository and what it holds is committed: what is committed can be found again";
        NotCommitted => "已保存，但没能提交到 git（care.toml 的 commits）", "saved, but git did not commit it (commits in care.toml)";
        ConfirmDates => "请核对校历（calendar.toml）里的日期，它们是推算的：", "confirm these dates in calendar.toml; they are estimates:";
        ConfirmTerm { id: &'a str, first: NaiveDate, last: NaiveDate } =>
            format!("  学期 {id}：{first} 到 {last}"), format!("  term {id}: {first} to {last}");
        ConfirmHoliday { name: &'a str, first: NaiveDate, last: NaiveDate } =>
            format!("  放假 {name}：{first} 到 {last}"), format!("  holiday {name}: {first} to {last}");
        ConfirmWorkdays => "  调休上课的日子要自己加：care calendar add-workday 日期", "  make-up days must be added: care calendar add-workday DATE";
        SampleMade { today: NaiveDate } =>
            format!("里面的孩子、老师、记录都是编造的，截至 {today}：四十名儿童，有按时做的、逾期的、快到期的、转走的、暂停的"),
            format!("its children, staff and records are invented, as of {today}: forty children, and what is done, overdue, due soon, left and paused");
        EnterFirst { dir: &'a str } => format!("先进那个文件夹，或每条命令都这样开头：care -C {dir}"), format!("go into that folder first, or begin each command with care -C {dir}");
        TrySample => "试试：care overdue，care due，care show 吴诗涵，care list；或只输入 care，按编号选", "try: care overdue, care due, care show 吴诗涵, care list; or care alone, for the menu";
        NextSteps => "接下来：care add-staff，care add-child，然后 care overdue", "next: care add-staff, care add-child, then care overdue";
        WouldWrite => "试运行，什么也没有写入；若真的运行：", "dry run, nothing was written; a real run would say:";
        NoHome => "这里不是留守儿童之家（没有 care.toml）。换到之家的文件夹，或加 -C 文件夹；新建：care init 文件夹", "this is no home (there is no care.toml). Go to the home's folder or say -C FOLDER; to make one: care init FOLDER";
        Busy => "另一个 care 正在写入，请稍后再试", "another care is writing to this home; try again";
        NewerFormat { format: i64 } =>
            format!("这个之家的格式是 {format}，比本程序新：只能看，不能写。请升级 care"),
            format!("this home has format {format}, newer than this program: it can be read but not written. Update care");
        DiskFailed { path: &'a str, reason: &'a str } =>
            format!("{path} 读写失败（{reason}），什么也没有保存"),
            format!("{path}: input or output failed ({reason}); nothing was saved");
        HeldOpen => "文件正被 WPS 或 Excel 等程序打开，请先关闭", "another program, such as WPS or Excel, has the file open: close it first";
        EarlierWaits => "以前一个命令的改动已经保存，还等着写进这个文件：没有丢，下一次写入时自动补上", "the change of an earlier command is saved and waits to be written: it is not lost, the next command that writes will finish it";
        TailSetAside { file: &'a str, offset: u64, kept_in: &'a str } =>
            format!("{file} 第 {offset} 字节以后不完整，已移到 {kept_in}；请看看里面，重新登记"),
            format!("{file}: what stood after byte {offset} was torn and lies in {kept_in} now; look at it and log it again");
        ClockIsRight { today: NaiveDate } =>
            format!("今天真是 {today}、错的是那一次记录吗？是，就忘掉后面那个日期；不是，先把时钟调准"),
            format!("is today {today}, and was that entry wrong? Then the later date is forgotten; else set the clock first");
        HandsWorkSetAside { file: &'a str, kept_in: &'a str } =>
            format!("{file}：等着的改动已经写进去；手改的那份在 {kept_in}，请对照，缺什么补什么"),
            format!("{file}: the change that waited is made; the file as it was changed by hand lies in {kept_in}: compare the two and put in what is missing");
        ClockTrusted { today: NaiveDate } => format!("已认定今天是 {today}，后面那个日期不再算数"), format!("today is taken to be {today}; the later date is forgotten");
        NewWriter { file: &'a str } =>
            format!("这台电脑第一次在这个文件夹里写（是复制、恢复来的，或在换着电脑用的 U 盘上），以后它的记录写在自己的文件里，如 {file}；原来的文件照样读，几台电脑的记录合在一起判断"),
            format!("this machine writes in this folder for the first time (one that was copied or restored, or is on a stick), and writes files of its own from now on, such as {file}; the other files are read as before, and all are judged together");
        DoneBefore => "这一次操作以前已经完成，没有再写", "this operation was done before; nothing was written again";
        SavedUnfinished { path: &'a str, reason: &'a str } =>
            format!("已保存；{path} 没能写完（{reason}），下一次写入时会自动补上"),
            format!("saved; {path} could not be finished ({reason}), the next command that writes will finish it");
        Waiting { holder: &'a str } => format!("等待另一个 care 写完（{holder}）……"), format!("waiting for another care to finish writing ({holder})...");
        BusyWith { holder: &'a str } => format!("正在写入的是：{holder}"), format!("it is held by: {holder}");
        SavedNotReported { reason: &'a str } => format!("已保存，但结果没能显示（{reason}）"), format!("saved, but the report could not be shown ({reason})");
        FileFailed { path: &'a str, reason: &'a str } => format!("{path} 写不进去（{reason}）"), format!("{path} could not be written ({reason})");
        NotShown { reason: &'a str } => format!("结果没能显示（{reason}）"), format!("the result could not be shown ({reason})");
        NobodyCalled { name: &'a str } => format!("没有叫“{name}”的人"), format!("nobody is called \"{name}\"");
        DidYouMean { names: &'a str } => format!("是不是：{names}"), format!("did you mean: {names}");
        Ambiguous { name: &'a str } => format!("“{name}”可以指好几个，请写编号："), format!("\"{name}\" can mean several; write the id:");
        NoEvent { id: &'a str } => format!("没有编号为“{id}”的记录"), format!("there is no event \"{id}\"");
        BadDate { text: &'a str } => format!("看不懂日期“{text}”：写 2024-09-20、9.20、9月20日、昨天、上周三"), format!("not a date: \"{text}\"; write 2024-09-20, 9.20, yesterday, last wed");
        OutputOverRecord { path: &'a str } => format!("{path} 是记录，不能用结果盖掉；-o 请另取一个文件名"), format!("{path} is a record and is not written over: name another file with -o");
        OutputName { path: &'a str } => format!("{path} 不能作文件名：Windows 上冒号和 CON、NUL、COM1 这样的名字另有用处；-o 请另取一个"), format!("{path} cannot name a file: on Windows a colon, and names such as CON, NUL or COM1, mean something else; name another file with -o");
        OutputStands { path: &'a str } => format!("{path} 已经有了"), format!("{path} is there already");
        WriteOver => "盖掉它吗？[y/N] ", "write over it? [y/N] ";
        WriteOverByYes => "要盖掉就加 -y，否则 -o 另取一个文件名", "add -y to write over it, or name another file with -o";
        OutputWritten { path: &'a str } => format!("已写入 {path}"), format!("written to {path}");
        OutputRows { path: &'a str, rows: usize } => format!("已写入 {path}，共 {rows} 行"), format!("{} written to {path}", count(*rows as u64, "row", "rows"));
        CopyOpened { file: &'a str } => format!("打开的“{file}”是一份副本：改它不改记录，用完删掉"), format!("{file}, now open, is a copy: changing it changes no record; delete it when done");
        CopyNotOpened { file: &'a str } => format!("“{file}”是一份副本，用 Excel 或 WPS 打开；改它不改记录，用完删掉"), format!("{file} is a copy to open in Excel or WPS: changing it changes no record; delete it when done");
        FutureDate { date: NaiveDate } => format!("{date} 还没有到，不能记录将来的事"), format!("{date} has not come yet: the future cannot be recorded");
        NeedFlag { flag: &'a str } => format!("缺少 {flag}"), format!("{flag} is missing");
        NoChildren => "没有说是哪些儿童：写姓名，或 --class 班级", "no child was named: write names, or --class CLASS";
        HiddenInName { place: usize, code: &'a str } => format!("名字的第 {place} 个字符看不见或会颠倒文字（{code}）；重新打一遍，不要粘贴"), format!("letter {place} of the name is not seen or turns the text around ({code}); type it anew, do not paste it");
        NeedForce { why: &'a str } => format!("{why}。确实如此就加 --force"), format!("{why}. If it is so, add --force");
        SameRow { id: &'a str } => format!("已有一条完全相同的记录（{id}）"), format!("a row that says all the same stands already ({id})");
        SameRows { count: usize, ids: &'a str } => format!("有 {count} 条已有完全相同的记录（{ids}）"), format!("{count} rows that say all the same stand already ({ids})");
        TwiceInRows { count: usize } => format!("有 {count} 行与前面的行完全相同"), format!("{count} of the rows say all that an earlier one says");
        NumbersOfClass => "数字是班内序号，要写一个班：--class 班级（序号见 care list --class 班级）", "numbers are those of one class's list: add --class CLASS (care list --class CLASS shows them)";
        NoSuchNumber { number: usize, class: &'a str, count: usize } => format!("{class}名单上没有第 {number} 号，只有 {count} 人"), format!("there is no number {number} on the list of {class}, which has {count}");
        NoRows { file: &'a str } => format!("{file} 里没有可记的行：第一行写栏目名，下面一行一条"), format!("there are no rows in {file}: headings first, then a row a line");
        NoRowsFile { file: &'a str } => format!("没有“{file}”这个文件"), format!("there is no file {file}");
        RowsNoText { file: &'a str } => format!("{file} 读不成文字：在 WPS 或 Excel 里打开，“另存为”，类型选“CSV UTF-8（逗号分隔）”"), format!("{file} cannot be read as text: open it in WPS or Excel and save it as CSV UTF-8 (comma delimited)");
        CellLost => "这里的字变成了问号（PowerShell 传文字会这样）：把行存成文件，写 --rows 文件", "the letters here became question marks, as PowerShell makes them: save the rows in a file and write --rows FILE";
        RowsRefused { file: &'a str, count: usize } => format!("{file} 里有 {count} 处不对，一行也没有写入："), format!("{} in {file}, so no row was written:", super::count(*count as u64, "mistake", "mistakes"));
        HeadingTwice { name: &'a str } => format!("“{name}”这一栏有两列"), format!("there are two columns \"{name}\"");
        CellTooMany => "这一格上面没有栏目名", "this cell stands under no heading";
        OutcomeColumn => "结果", "outcome";
        OtherClass { name: &'a str, class: &'a str } => format!("{name} 那天不在{class}"), format!("{name} was not in {class} that day");
        LikeRow { ids: &'a str } => format!("注意：同一天、同样的儿童和教师已有记录 {ids}"), format!("note: of this day, these children and staff there is {ids} already");
        JoinedLater { day: NaiveDate, id: &'a str } => format!("{day} 才入册：日期写错了就改日期；入册日期写错了：care edit-child {id} --set 入册日期=日期"), format!("joined on {day}: mend the date, or, when that is wrong: care edit-child {id} --set joined=DATE");
        LeftBefore { id: &'a str } => format!("日期写错了就改日期；离册日期写错了：care edit-child {id} --set 离册日期=日期；其实没有离册：--set 离册日期="), format!("mend the date, or the day on which the child left: care edit-child {id} --set left=DATE; one that has not left: --set left=");
        HasMoved { id: &'a str, to: &'a str } => format!("{id} 已移到别的月份，现在算数的是 {to}；要改就改 {to}"), format!("{id} has moved to another month, where {to} speaks: correct {to} instead");
        DoesNotSpeak { id: &'a str, word: &'a str } => format!("{id} 已被更正，现在算数的是 {word}；要作废就写 {word}"), format!("{id} was corrected, and {word} speaks: take back {word} instead");
        AddYes => "确实如此就加 -y", "if it is so, add -y";
        IsItSo => "确实如此吗？[y/N] ", "is it so? [y/N] ";
        WhichKeys => "--json 后面写要哪几项，用逗号隔开：--json name,class", "say behind --json which keys are wanted: --json name,class";
        NoKey { name: &'a str } => format!("没有“{name}”这一项"), format!("there is no key \"{name}\"");
        Keys => "可以写：", "there are:";
        NoKeys => "这里没有可以一项一项取的内容，用不上 --json", "this answer has no keys: --json is of no use here";
        Withheld { field: &'a str } => format!("{field}："), format!("{field}: ");
        WithheldMissing { field: &'a str } => format!("{field}写的是 -，标准输入里却没有它的内容"), format!("{field} is - and standard input does not hold it");
        LeftUndone => "没有写入", "nothing was written";
        UnknownColumn { name: &'a str, register: &'a str } => format!("{register}登记没有“{name}”这一栏"), format!("the register {register} has no column \"{name}\"");
        UnknownField { name: &'a str } => format!("没有“{name}”这个字段；见 care help fields"), format!("there is no field \"{name}\"; see care help fields");
        UnknownRegister { name: &'a str } => format!("没有“{name}”这个登记；见 care help registers"), format!("there is no register \"{name}\"; see care help registers");
        UnknownRule { name: &'a str } => format!("没有“{name}”这条规则；见 care rules"), format!("there is no rule \"{name}\"; see care rules");
        UnknownClass { name: &'a str, day: NaiveDate } => format!("{day} 没有“{name}”这个班"), format!("there was no class \"{name}\" on {day}");
        ClassOfUnknownYear { text: &'a str, day: NaiveDate, year: &'a str, code: &'a str } =>
            format!("校历里没有 {year} 学年的学期，{day} 的“{text}”是哪个班不能确定：先加上学期：care calendar add-term，或写班级代码（{year} 学年的“{text}”是 {code}）"),
            format!("the calendar has no term of {year}, so which class \"{text}\" is on {day} is not certain: add the term by care calendar add-term, or write the code (in {year} it is {code})");
        UnknownCheck { name: &'a str } => format!("没有“{name}”这项检查；见 care help checks"), format!("there is no check \"{name}\"; see care help checks");
        ClassesThen { names: &'a str } => format!("那天有：{names}"), format!("there were: {names}");
        UnknownTopic { name: &'a str } => format!("没有“{name}”这个说明"), format!("there is no help on \"{name}\"");
        UnknownPreset { name: &'a str, all: &'a str } => format!("没有“{name}”这套规则；现有：{all}"), format!("there is no preset \"{name}\"; there are: {all}");
        NotAChoice { column: &'a str, choices: &'a str } => format!("“{column}”只有这些选项：{choices}"), format!("\"{column}\" has these choices: {choices}");
        NotOfType { name: &'a str, sample: &'a str } => format!("“{name}”要写成 {sample}"), format!("\"{name}\" must be written like {sample}");
        CommonColumn { name: &'a str } => format!("“{name}”由程序填写，不能改"), format!("\"{name}\" is filled in by the program");
        KeyValue { text: &'a str } => format!("“{text}”要写成 栏目=内容"), format!("\"{text}\" must be written COLUMN=VALUE");
        OutsideSpells { name: &'a str, date: NaiveDate } => format!("{date} 时 {name} 不在册"), format!("{name} was not on the roll on {date}");
        WrongIdNumber => "身份证号不对：要 18 位，日期是真的，最后一位校验码也要对；一时查不清可先不填", "not an ID number: it has 18 places, a real date and a check digit that fits; leave it out until it is known";
        FolderInUse { dir: &'a str } => format!("{dir} 里已有内容，不会覆盖"), format!("{dir} is not empty; nothing is overwritten");
        UnknownRole { name: &'a str } => format!("没有“{name}”这个角色；见 care help roles"), format!("there is no role \"{name}\"; see care help roles");
        NoOfficeFile { path: &'a str } => format!("不能写成这种文件：{path}；表格写成 .xlsx，文档写成 .docx，用 WPS 打开再另存"), format!("this kind of file is not made: {path}; name it .xlsx or .docx, open it in WPS and save it from there");
        NotInClass { name: &'a str, class: &'a str } => format!("{name} 那天不在{class}，不用除去；是不是写错了人？"), format!("{name} was not in {class} that day and cannot be left out; is another child meant?");
        NothingLike => "这个登记还没有可照抄的记录", "this register has no earlier row to be like";
        ClassForm { text: &'a str } => format!("“{text}”不像班级：写 2021-2（2021 年入学的 2 班），或学校的叫法，如 四（2）班；学前班这样没有年级的，先在 care.toml 的 [school] 下写 other_classes = [\"学前班\"]"), format!("\"{text}\" is no class: write 2021-2 (entry year and class number); a class without a grade is listed in care.toml first: [school] other_classes = [\"Nursery\"]");
        HeadOfClass => "班主任要写哪个班：--role head_teacher:2021-2", "say of which class: --role head_teacher:2021-2";
        SamePerson { name: &'a str, id: &'a str } => format!("已经登记过 {name}（{id}）"), format!("{name} was added before ({id})");
        SameChild { name: &'a str, id: &'a str } => format!("已经有叫 {name} 的儿童（{id}）"), format!("there is already a child called {name} ({id})");
        Undialable { field: &'a str } => format!("“{field}”里有拨不通的号码：手机号 11 位，座机连区号写，如 0564-3320000"), format!("\"{field}\" has a number that cannot be dialled: a mobile number has 11 digits");
        SameIdNumber { id: &'a str } => format!("这个身份证号已登记在 {id} 名下"), format!("{id} has this ID number already");
        BirthDiffers => "出生日期与身份证号里的不一致", "the date of birth is not the one in the ID number";
        SexDiffers => "性别与身份证号里的不一致", "the sex is not the one in the ID number";
        CountsSince { day: &'a str } =>
            format!("从{day}起该办的都算在内：那时已经做过的，写上日期补记，如 --date {day}"),
            format!("what was owed since {day} counts: record what was done then with its day, as --date {day}");
        CountedFrom { class: &'a str, day: &'a str } => format!("{class} 从 {day}算起").trim_start().to_owned(), format!("{class} on the roll from {day}").trim_start().to_owned();
        HoldsFrom { roles: &'a str, day: &'a str } => format!("{roles}，从 {day}算起"), format!("{roles}, from {day}");
        WorkbookNeedsFile => "表格（xlsx）、文档（docx）和网页（html）不能显示在窗口里：加 -o 文件.xlsx、-o 文件.docx 或 -o 文件.html", "a workbook (xlsx), a document (docx) or a page (html) cannot be shown on a terminal: add -o FILE.xlsx, -o FILE.docx or -o FILE.html";
        NoCalendar => "只有 care due 能写成日历（ics）", "only care due can be written as a calendar (ics)";
        FeedName { home: &'a str, person: &'a str } => format!("{home} {person}").trim_end().to_owned(), format!("{home} {person}").trim_end().to_owned();
        WallTitle { home: &'a str, rows: usize, children: usize, today: NaiveDate } =>
            format!("{home}：逾期 {rows} 项，{children} 名儿童（截至 {today}）"),
            format!("{home}: {rows} overdue, {} (as of {today})", count(*children as u64, "child", "children"));
        Hidden { count: usize } => format!("另有 {count} 条"), format!("{count} more");
        Error => "错误", "error";
    }
}
