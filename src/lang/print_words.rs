//! What is said where a school's forms are printed: their headings, and why one is not.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A title, a heading or a sentence of a form.
    Printing {
        BookOf { register: &'a str } => format!("{register}登记本"), format!("book of {register}");
        BookTitle { book: &'a str, whose: &'a str, when: &'a str, count: usize } =>
            super::spaced(&[book, whose, when, &format!("{count} 条")]),
            super::spaced(&[book, whose, when, &super::count(*count as u64, "record", "records")]);
        FormTitle { form: &'a str, whose: &'a str, count: usize } =>
            super::spaced(&[form, whose, &format!("{count} 名")]),
            super::spaced(&[form, whose, &super::count(*count as u64, "child", "children")]);
        From { first: NaiveDate } => format!("{first} 起"), format!("from {first}");
        Until { last: NaiveDate } => format!("到 {last}"), format!("until {last}");
        Days { first: NaiveDate, last: NaiveDate } => format!("{first} 至 {last}"), format!("{first} to {last}");
        CalendarYear { year: i32 } => format!("{year}年"), format!("{year}");
        Month { month: &'a str } =>
            format!("{}年{}月", month.get(..4).unwrap_or(month), month.get(5..).unwrap_or_default().trim_start_matches('0')),
            (*month).to_owned();
        NoReport { text: &'a str } =>
            format!("没有“{text}”这种总结：学期、学年、月报、缺勤"),
            format!("there is no report \"{text}\": term, year, month or absence");
        Year { year: &'a str } => format!("{year}学年"), format!("school year {year}");
        Week => "周次", "Week";
        NthWeek { week: usize } => format!("第{week}周"), format!("week {week}");
        HowMany => "人数", "Number";
        Class => "班级", "Class";
        Sign => "签字", "Signature";
        ToSign { who: &'a str } => format!("{who}：__________"), format!("{who}: __________");
        Cards => "联系卡", "contact cards";
        PairTable => "结对帮扶一览表", "table of pairs";
        Timetable => "值日表", "timetable of duty";
        Handover => "学期末交接表", "handover sheet of the term's end";
        Registration => "农村留守儿童基本情况登记表", "registration form of a rural left-behind child";
        GrowthBag => "成长记录袋目录", "contents of the growth bag";
        FatherName => "父亲姓名", "Father";
        MotherName => "母亲姓名", "Mother";
        Phone => "电话", "Phone";
        CarerName => "临时监护人", "Guardian";
        Adults => "结对教师", "Paired staff";
        AdultsPhone => "结对教师电话", "Their phone";
        HeadPhone => "班主任电话", "Head teacher's phone";
        SchoolLine => "学校亲情电话", "School's family line";
        Director => "村儿童主任", "Village child director";
        DirectorPhone => "儿童主任电话", "Director's phone";
        UpdatedOn => "更新日期", "Updated on";
        Post => "职务、任教", "Post";
        PartyMember => "党员", "Party member";
        Mode => "结对方式", "Mode";
        OneToOne => "一对一", "one to one";
        OneToMany => "一对多", "one to many";
        ManyToOne => "多对一", "many to one";
        EndedOn => "结束日期", "Ended on";
        EndReason => "结束原因", "Why ended";
        HelpAreas => "帮扶内容", "Help given";
        Remarks => "备注", "Remarks";
        FormerName => "曾用名", "Former name";
        Household => "户口性质", "Registration of the household";
        Rural => "农业", "rural";
        Urban => "非农业", "urban";
        HouseholdPlace => "户籍所在地", "Place of registration";
        Attendance => "就读方式", "Attendance";
        Health => "身体情况", "Health";
        Healthy => "健康", "healthy";
        Disabled => "残疾", "disabled";
        Ill => "患病", "ill";
        Income => "家庭经济来源", "Sources of income";
        FromWork => "打工收入", "wages";
        FromFarming => "种养殖业", "farming";
        FromState => "政府救助", "public aid";
        FromKin => "亲朋接济", "kin and friends";
        Others => "其他", "other";
        IdNumber => "身份证号", "ID number";
        Born => "出生日期", "Born";
        FiledOn => "建档日期", "File opened on";
        Category => "类别", "Category";
        NoCategory => "未分类", "without a category";
        KeptIn => "存放处", "Kept in";
        GrowthOf { class: &'a str, name: &'a str, count: usize } =>
            format!("{class} {name}    材料 {count} 份"),
            format!("{class} {name}    {}", super::count(*count as u64, "item", "items"));
        HandedClass { class: &'a str, count: usize, from: &'a str } =>
            format!("{class}    儿童 {count} 名    移交人：{from}    接收人：__________    监交人：__________"),
            format!("{class}    {}    from: {from}    to: __________    witness: __________", super::count(*count as u64, "child", "children"));
        HandedPapers { files: usize, cards: usize, bags: usize } =>
            format!("移交：档案 {files} 份、联系卡 {cards} 张、成长记录袋 {bags} 个"),
            format!("handed over: {}, {}, {}", super::count(*files as u64, "file", "files"), super::count(*cards as u64, "card", "cards"), super::count(*bags as u64, "growth bag", "growth bags"));
        Shifts { count: usize, when: &'a str } =>
            format!("值日表    {when}    排班 {count} 个时段"),
            format!("timetable of duty    {when}    {}", super::count(*count as u64, "session", "sessions"));
        NoYear { text: &'a str, years: &'a str } => format!("校历里没有“{text}”这个学年；有：{years}"), format!("there is no school year \"{text}\" in the calendar; there are: {years}");
        NotBegun => "校历里还没有已经开始的学期：care calendar add-term", "no term of the calendar has begun yet: care calendar add-term";
        Ahead { first: NaiveDate } => format!("{first} 才开始，还没有可看的"), format!("it begins on {first} only: there is nothing to see yet");
        NeedsRegister => "写明哪本：care print book talk、care print book 家访", "say which book: care print book talk, care print book visit";
        NeedsForm { forms: &'a str } => format!("写明哪张表：{forms}"), format!("say which form: {forms}");
        NotWith { flag: &'a str, what: &'a str } => format!("{flag} 不能用于打印{what}"), format!("{flag} does not go with: print {what}");
        NotPosted => "这张表写着孩子的情况，不给墙上和家长看；能贴的是结对表和值日表", "this form tells of children's affairs and is for no wall and no parents; what can be posted is pairs and timetable";
        NoMoreWords { text: &'a str } => format!("“{text}”是多出来的字"), format!("\"{text}\" is a word too many");
        ToReveal => "这是保密登记：要打印内容，加 --reveal restricted --reason 原因（会记下来）", "it is a restricted register: to print what it holds, add --reveal restricted --reason TEXT (it is recorded)";
        Masked => "电话、住址、证件号等遮着；要印全：--reveal personal,sensitive --reason 原因（会记下来）", "phones, addresses and numbers are masked; to print them whole: --reveal personal,sensitive --reason TEXT (it is recorded)";
    }
}
