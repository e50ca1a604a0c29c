//! What is said of sheets that are brought in.

use chrono::NaiveDate;

use super::{count, messages};

messages! {
    /// A sentence about a sheet, a row or a cell of it.
    ImportSaid {
        NoFile { file: &'a str } => format!("没有 {file} 这个文件"), format!("there is no file {file}");
        TooLarge { megabytes: usize } => format!("文件超过 {megabytes} MB 的上限：删掉图片，或分成几个文件"), format!("the file is over the limit of {megabytes} MB: take pictures out, or split it");
        Swells => "文件展开后大得不正常，没有读：用 WPS 或 Excel 打开，把表格复制到新文件再来", "the file would unpack to far more than a list needs, and was not read: copy the table into a new file";
        TooManyCells => "文件里的格子超过 200 万个的上限：分成几个文件", "the file has over the limit of 2,000,000 cells: split it";
        TooFar { row: usize, column: usize } => format!("第 {row} 行第 {column} 列还有内容，超过上限（20 万行、1000 列）：删掉远处的格子"), format!("row {row}, column {column} holds something, beyond the limit of 200,000 rows and 1,000 columns: clear the far cells");
        TooLong { row: usize, column: usize } => format!("第 {row} 行第 {column} 列的文字超过 32767 字的上限"), format!("row {row}, column {column} is over the limit of 32,767 letters");
        Locked => "文件设了打开密码：在 WPS 或 Excel 里去掉密码再来", "the file has a password: take it off in WPS or Excel first";
        Page => "这是网页，不是表格：用 WPS 或 Excel 打开，另存为 .xlsx 再来", "this is a web page, no sheet: open it in WPS or Excel and save it as .xlsx";
        NoSheet => "这不是表格文件：要 xlsx、xls、ods、csv、tsv 或 txt", "this is no sheet: xlsx, xls, ods, csv, tsv and txt are read";
        Broken => "文件不完整或已损坏：用 WPS 或 Excel 打开，另存一份再来", "the file breaks off or is damaged: open it in WPS or Excel and save it anew";
        NoLetters { at: usize } => format!("第 {at} 个字节起不是 UTF-8，也不是 GB18030 的文字：用 WPS 另存为 .xlsx，或用 --encoding 说明编码"), format!("from byte {at} on it is text neither of UTF-8 nor of GB18030: save it as .xlsx, or say --encoding");
        TwoReadings { one: &'a str, other: &'a str } => format!("这个文件可以读成两种文字：“{one}”（--encoding utf-8）或“{other}”（--encoding gb18030）；看哪个对，写上它"), format!("the file can be read as \"{one}\" (--encoding utf-8) or as \"{other}\" (--encoding gb18030): say which");
        TooMuch => "读这个文件用的内存或时间超过上限，没有读：把表格复制到新文件再来", "reading the file took more memory or time than may be, and was given up: copy the table into a new file";
        BadEncoding { word: &'a str } => format!("没有 {word} 这种编码：utf-8、gb18030 或 utf-16"), format!("there is no encoding {word}: utf-8, gb18030 or utf-16");
        NothingFound => "没有一张工作表看得懂：表头要有“姓名”“日期”这样的栏名；不认识的栏名用 --map 说明", "no sheet was understood: a row must name the columns; say with --map what other headings mean";
        SeveralKinds { sheet: &'a str, kinds: &'a str } => format!("工作表“{sheet}”可能是：{kinds}；用 --register 说是哪一个"), format!("sheet \"{sheet}\" may be any of {kinds}: say which with --register");
        BadMap { file: &'a str } => format!("{file} 看不懂：每行写 \"栏名\" = \"字段\"，不要的栏写 \"\""), format!("{file} is no map: each line is \"HEADING\" = \"field\", \"\" for a column to be left out");
        NoSuchField { heading: &'a str, field: &'a str } => format!("--map：“{heading}”对应的“{field}”不是字段"), format!("--map: \"{heading}\" is given the field \"{field}\", which there is not");
        Twice { heading: &'a str, means: &'a str } => format!("有几栏都是“{means}”（{heading}）：删去一栏，或用 --map 说明"), format!("several columns are \"{means}\" ({heading}): delete one, or say with --map");
        SheetIs { sheet: &'a str, kind: &'a str, row: usize } => format!("{sheet}：{kind}，表头在第 {row} 行"), format!("{sheet}: {kind}, headings in row {row}");
        Mapped { columns: &'a str } => format!("  认出的栏：{columns}"), format!("  columns taken: {columns}");
        Unmapped { columns: &'a str } => format!("  没有用的栏：{columns}（要用的话，用 --map 说明）"), format!("  columns left out: {columns} (say with --map what they mean)");
        Decoded { row: usize, cells: &'a str } => format!("  第 {row} 行：{cells}"), format!("  row {row}: {cells}");
        FilledDown => "  班级空白的行，按上一行的班级", "  where the class is blank, it is that of the row above";
        LeftOut { rows: &'a str } => format!("  不是记录、跳过的行：{rows}"), format!("  rows that are no records, passed over: {rows}");
        Would { added: usize, changed: usize, same: usize, refused: usize } => format!("将新增 {added}，改动 {changed}，没有变化 {same}，退回 {refused}"), format!("to be added: {added}, changed: {changed}, as before: {same}, refused: {refused}");
        Did { file: &'a str, added: usize, changed: usize, same: usize, refused: usize } => format!("已导入 {file}：新增 {added}，改动 {changed}，没有变化 {same}，退回 {refused}"), format!("imported {file}; added: {added}, changed: {changed}, as before: {same}, refused: {refused}");
        Added { what: &'a str } => format!("新增：{what}"), format!("added: {what}");
        Kept { row: usize, what: &'a str } => format!("第 {row} 行这里后来改过，保留现有的：{what}"), format!("row {row} was changed here since, and is kept as it is: {what}");
        Refused { row: usize, sheet: &'a str, why: &'a str } => format!("退回 {sheet}第 {row} 行：{why}"), format!("refused {sheet}row {row}: {why}");
        AndMore { more: usize } => format!("……还有 {more} 条"), format!("... and {more} more");
        RefusedIn { path: &'a str, rows: usize } => format!("退回的 {rows} 行在 {path}，每行写了原因：改好后导入这个文件"), format!("{} refused, with a reason each, in {path}: mend them and import that file", count(*rows as u64, "row", "rows"));
        JoinedToday { rows: usize, day: NaiveDate } => format!("{rows} 名新增儿童没有入册日期，从 {day} 算起；早就在册的，撤销后加 --joined 9.1 再导入"), format!("{} had no day of joining and count from {day}; if they were there before, undo and import with --joined DATE", count(*rows as u64, "new child", "new children"));
        DeadMarked { rows: usize } => format!("{rows} 处父母一栏是“—”，按登记表的填法记为已故；不是的，用 care edit-child 改"), format!("{} of a parent held a dash, which on the official form means dead; change it by care edit-child where it does not", count(*rows as u64, "cell", "cells"));
        Nothing => "什么也没有变", "nothing has changed";
        NoName => "这一行没有姓名", "the row has no name";
        BadName => "不是一个名字（有逗号、引号或换行）：看看前后的引号和逗号", "is no name (it has commas, quotes or line breaks): look at the quotes around it";
        NoChild => "没有写是哪个孩子：要有“姓名”一栏", "no column says which child it is: add one headed \"name\"";
        Withdrawn { what: &'a str } => format!("{what}（已作废）"), format!("{what} (void)");
        NoDate => "这一行没有日期", "the row has no date";
        Cell { heading: &'a str, why: &'a str } => format!("“{heading}”{why}"), format!("\"{heading}\": {why}");
        BrokenCell => "公式出错了", "the formula came to nothing";
        NotFilled => "没有填", "is blank";
        BadDay => "不是日期", "is no date";
        DayUnsure => "是数字，看不出是几月几日（如 9.20 会变成 9.2）：写成 2024-09-20", "is a number that may mean several days (9.20 becomes 9.2): write 2024-09-20";
        MonthUnsure => "是数字，看不出是 1 月还是 10 月：写成 2024-10", "is a number, January or October: write 2024-10";
        MonthOnly => "只有年月，没有日", "has a year and a month, and no day";
        Ahead { day: NaiveDate } => format!("{day} 还没有到"), format!("{day} has not come yet");
        ClassUnsure => "是数字，看不出是 1 班还是 10 班：写成 三（1）班", "is a number, class 1 or class 10: write it in words";
        BadClass => "看不出是哪个班：写成 三（2）班，或 2021-2", "is no class that is known: write 三（2）班, or 2021-2";
        DamagedId { birth: &'a str } => format!("被表格软件改坏了（只留下前 15 位，{birth}）：照户口本补全 18 位，把格子设成“文本”再填"), format!("was damaged by a spreadsheet (15 digits are left{birth}): type all 18, in a cell of type text");
        BirthLeft { day: NaiveDate } => format!("出生日期 {day} 还认得出"), format!(", born on {day}");
        BirthLost => "出生日期也认不出", "";
        WrongId => "不是正确的身份证号（位数或校验码不对）", "is no ID number (its length or check digit is wrong)";
        BirthDiffers => "与身份证号里的出生日期不一致", "is not the date of birth in the ID number";
        SexDiffers => "与身份证号里的性别不一致", "is not the sex in the ID number";
        BadPhone => "不是能拨打的电话", "cannot be dialled";
        NotYesNo => "看不出是“是”还是“否”", "is neither yes nor no";
        NotChosen { choices: &'a str } => format!("只有这些选项：{choices}"), format!("has these choices: {choices}");
        SeveralTicked => "打了几个勾", "has several ticks";
        SameRow { row: usize } => format!("与第 {row} 行是同一个人"), format!("is the same person as in row {row}");
        SameCode { row: usize } => format!("与第 {row} 行的编号相同（整行复制的）：删去编号再来"), format!("has the code of row {row} (the row was copied): delete the code");
        SeveralChildren { who: &'a str } => format!("分不清是哪一个：{who}；写上身份证号或学籍号"), format!("may be any of {who}: add the ID number or the student number");
        OtherName { name: &'a str, id: &'a str } => format!("身份证号或学籍号已登记在 {name}（{id}）名下，姓名不同"), format!("{name} ({id}) has this ID or student number, under another name");
        OtherPeople => "身份证号和学籍号是两个不同的孩子的", "the ID number and the student number are two different children's";
        BadRole { role: &'a str } => format!("“{role}”不是已知的角色（care help roles）"), format!("\"{role}\" is no role that is known (care help roles)");
        NoRole => "没有写职务或角色", "the row names no role";
        NoAdult => "没有写结对的人", "the row names no adult";
        Reason => "退回原因", "Reason";
        Roster => "儿童名册", "children";
        Staff => "教师名单", "staff";
        Pairs => "结对名单", "pairs";
        Terms => "学期", "terms";
        NotClosed => "结束日期早于开始日期", "ends before it begins";
        NamedBy { file: &'a str } => format!("导入 {file}"), format!("import of {file}");
        CellChanged { heading: &'a str } => format!("“{heading}”"), format!("\"{heading}\"");
        RecordChanged { what: &'a str, cells: &'a str } => format!("改动：{what} {cells}"), format!("changed: {what} {cells}");
        OtherMonth { id: &'a str } => format!("日期改到了别的月份：用 care amend {id} --set date=… 改"), format!("the date moved to another month: change it by care amend {id} --set date=...");
        OtherTerm { term: &'a str } => format!("校历里已经有{term}，日期不同：以哪个为准，在 calendar.toml 里改"), format!("the calendar has {term} with other days: change calendar.toml, if the sheet is right");
        NotInClass { name: &'a str } => format!("{name} 不在这一行写的班级"), format!("{name} is not in the class of this row");
        NotEdited { field: &'a str } => format!("“{field}”这一项后来改过"), format!("\"{field}\" was changed later");
    }
}
