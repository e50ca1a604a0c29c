//! What stands in a form that is filled in outside the program, and what is said of it.

use super::messages;

messages! {
    /// A heading, a note or a sentence of a form.
    FormWord {
        Children => "姓名", "children";
        GivenName => "姓名", "name";
        Class => "班级", "class";
        Joined => "入册日期", "joined";
        Owed => "应办事项", "owed";
        Code => "编号", "code";
        Guide => "说明", "how to fill in";
        Form { what: &'a str } => format!("{what}填报表"), format!("{what}-form");
        Required => "必填。", "Required.";
        DateNote => "如 2024-9-20，写 9.20 也可以", "Such as 2024-9-20, or 9.20";
        WholeDateNote => "如 2015-3-12", "Such as 2015-3-12";
        AgreedNote => "约定的日子，如 2024-10-8", "The day that was agreed, such as 2024-10-8";
        ChildrenNote => "从下拉单里选，或者直接写姓名；几个人用“、”隔开", "Choose from the list or write the name; several with commas";
        ClassNote => "可以不填；孩子同名时用来分清", "May stay empty; tells children of one name apart";
        PlainClassNote => "如 三（2）班", "As the school calls it";
        StaffNote => "从下拉单里选，或者直接写姓名；几个人用“、”隔开", "Choose from the list or write the name; several with commas";
        OutcomeNote => "不填就是完成；去了没见到、电话没打通的，选“未成功”", "Empty means done; choose 'tried' where nobody was met or reached";
        ChoiceNote { choices: &'a str } => format!("选一个：{choices}"), format!("One of: {choices}");
        MayBeOtherNote { choices: &'a str } => format!("如：{choices}"), format!("Such as: {choices}");
        WholeNumberNote => "只写整数", "A whole number";
        NumberNote => "只写数字，不写单位", "A number without its unit";
        TextNote => "照实写", "In your own words";
        SeveralNote => "几个用“、”隔开", "Several with commas";
        IdNumberNote => "18 位，照身份证写；这一列是文本，不会变样", "18 digits, as on the card; the column is text, so nothing gets lost";
        OwedNote => "只是提醒，导入时不看", "To remind you; it is not read back";
        CodeNote => "程序认这一行用的，请不要改", "By this the program knows the row; leave it as it is";
        Late { rule: &'a str, due: &'a str, late: &'a str } =>
            format!("{rule}：应于 {due}，已逾期 {late}"), format!("{rule}: due {due}, late {late}");
        Soon { rule: &'a str, due: &'a str } => format!("{rule}：{due} 前"), format!("{rule}: by {due}");
        GuideHead { what: &'a str } => format!("这是“{what}”的填报表，在 WPS、Excel 里填，或者打印出来手写后照着录入。"), format!("This is the form for: {what}. Fill it in with Excel or WPS, or print it and copy it later.");
        GuideRows => "一行填一条。黄色表头的栏目必填，其他的有就填；没填的行不用删，导入时跳过。", "One row for each record. Yellow headings are required; rows that stay empty are passed over.";
        GuideLists => "姓名、教师和有固定说法的栏目可以从下拉单里选，也可以直接写。鼠标放在表头上，会显示这一栏怎么填。", "Names and fixed answers can be chosen from a list, or typed. Rest the mouse on a heading to see what may stand below it.";
        GuideColumns => "不要改表头，也不要动最后一列隐藏的“编号”。行不够，接着往下写就行。", "Leave the headings as they are, and the hidden last column with its codes. If the rows do not suffice, go on below them.";
        GuideBack { file: &'a str } => format!("填好保存，在电脑上运行：care import {file}　先看一遍再写入；同一个表导入两次，不会多出记录。"), format!("When it is filled in and saved: care import {file} - it shows everything before it writes, and brings no row in twice.");
        GuidePrivate => "表里有孩子的情况：只在学校的电脑上填，不要发到群里，导入后删掉。", "It tells of children: fill it in on a school computer, send it to no chat, delete it once it is imported.";
        Made { file: &'a str } => format!("“{file}”填好保存以后，导入：care import {file}"), format!("when {file} is filled in and saved: care import {file}");
        NeedsWorkbook => "填报表只做成 xlsx：-o 谈心.xlsx", "a form is made as xlsx: -o talk.xlsx";
        NotOwed { register: &'a str } => format!("没有“{register}”的应办事项，表里没有行；要空白的表，去掉 --owed"), format!("nothing of \"{register}\" is owed, so the form has no rows; for an empty one leave --owed out");
        OwedRows { rows: usize } => format!("应办事项已列出 {rows} 行"), format!("{} with what is owed", super::count(*rows as u64, "row", "rows"));
        OnlyOwed => "--rule、--staff 要和 --owed 一起用", "--rule and --staff go with --owed";
        OwedOfRegister => "--owed 用于登记，不用于名册", "--owed is for a register, not for the roster";
    }
}
