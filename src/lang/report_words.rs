//! What a school says in its reports: headings, and sentences around numbers.

use chrono::NaiveDate;

use super::{count, messages};

messages! {
    /// A heading or a sentence of a report.
    Reporting {
        Title { school: &'a str, home: &'a str, name: &'a str } =>
            format!("{school}“{home}”{name}工作总结"),
            format!("{school}, {home}: report on the work of {name}");
        MonthTitle { school: &'a str, home: &'a str, name: &'a str } =>
            format!("{school}“{home}”{name}工作月报"),
            format!("{school}, {home}: monthly bulletin, {name}");
        AbsenceTitle { school: &'a str, home: &'a str, name: &'a str } =>
            format!("{school}“{home}”{name}缺勤和劝返情况报告"),
            format!("{school}, {home}: absences and persuading to return, {name}");
        Counted { first: NaiveDate, last: NaiveDate } =>
            format!("统计时段：{first} 至 {last}。人数按 {last} 当日的花名册。"),
            format!("From {first} to {last}; children are counted as on the roll on {last}.");
        Numbered { number: &'a str, title: &'a str } => format!("{number}、{title}"), format!("{number}. {title}");
        TableOf { title: &'a str, of: &'a str } => format!("{title}：{of}"), format!("{title}: {of}");
        NoGrade => "不分年级", "no grade";
        NobodyOwn => "没有落实到人", "nobody";
        PartOf { of: &'a str } => format!("　其中：{of}"), format!("  of these: {of}");
        NotRecorded => "未登记", "not recorded";
        NoneOf { what: &'a str } => format!("{what}：无。"), format!("{what}: none.");
        More { number: i64 } => format!("+{number}"), format!("+{number}");
        Situation { children: usize, boys: usize, girls: usize, both: usize, one: usize } =>
            format!("在册留守儿童 {children} 名，其中男 {boys} 名、女 {girls} 名；父母双方外出的 {both} 名，一方外出的 {one} 名。"),
            format!("There are {} on the roll, {boys} boys and {girls} girls; of {both} both parents are away, of {one} one is.", count(*children as u64, "left-behind child", "left-behind children"));
        OfPupils { pupils: usize, share: &'a str } =>
            format!("全校在校学生 {pupils} 名，留守儿童占 {share}。"),
            format!("The school has {pupils} pupils; {share} of them are left behind.");
        PupilsUnknown =>
            "（学校填写：在校学生总数和留守儿童占比。各班人数还没有登记，登记用 care log-enrolment。）",
            "(For the school to write: how many pupils there are. Enter them with care log-enrolment.)";
        CareTypes { told: &'a str } => format!("按监护类型分：{told}。"), format!("By care type: {told}.");
        OneType { kind: &'a str, number: usize, share: &'a str } =>
            format!("{kind} {number} 名，占 {share}"), format!("{kind} {number} ({share})");
        Moved { opening: usize, joined: usize, left: usize, closing: usize } =>
            format!("期初 {opening} 名，入册 {joined} 名，离册 {left} 名，期末 {closing} 名。"),
            format!("At the beginning {opening}, joined {joined}, left {left}, at the end {closing}.");
        Basis { told: &'a str } => format!("工作依据：{told}。"), format!("The work rests on: {told}.");
        Group { head: &'a str } => format!("成立了以{head}为组长的领导小组。"), format!("The leading group has the {head} as its head.");
        GroupOf { head: &'a str, others: &'a str } =>
            format!("成立了以{head}为组长的领导小组，{others}。"),
            format!("The leading group has the {head} as its head, besides: {others}.");
        Ranked { rank: &'a str, number: usize } => format!("{rank} {number} 名"), format!("{rank} {number}");
        NoGroup =>
            "（学校填写：领导小组的组长、副组长和成员。组长还没有登记，登记用 care appoint 姓名 --role 校长 --rank 组长。）",
            "(For the school to write: who leads the group. Enter the head with care appoint NAME --role principal --rank head.)";
        Duties { told: &'a str } => format!("分工：{told}。"), format!("Duties: {told}.");
        Duty { areas: &'a str, role: &'a str } => format!("{role}负责{areas}"), format!("{role}: {areas}");
        Meetings { number: usize, told: &'a str } =>
            format!("召开会议 {number} 次（{told}）。"), format!("{} held ({told}).", count(*number as u64, "meeting was", "meetings were"));
        KindTimes { kind: &'a str, number: usize } => format!("{kind} {number} 次"), format!("{kind} {number}");
        Rules { number: usize, titles: &'a str } =>
            format!("现行制度 {number} 项：{titles}。"), format!("{} in force: {titles}.", count(*number as u64, "rule is", "rules are"));
        PlansMade { number: usize, titles: &'a str } =>
            format!("现行规划和计划 {number} 项：{titles}。"), format!("{} in force: {titles}.", count(*number as u64, "plan is", "plans are"));
        Promises { told: &'a str } => format!("对每名儿童的承诺：{told}。"), format!("What each child is promised: {told}.");
        Needs { number: usize } =>
            format!("做留守原因和需求分析 {number} 次，针对性地定了措施。"), format!("{} of causes and needs made.", count(*number as u64, "analysis was", "analyses were"));
        Filed { children: usize, carded: usize, card_share: &'a str } =>
            format!("{children} 名儿童一人一档；有联系卡的 {carded} 名，占 {card_share}。"),
            format!("Each of the {children} children has a file; {carded} have a contact card ({card_share}).");
        MoreFiles { notices: usize, consents: usize, grown: usize } =>
            format!("已书面告知委托照护的 {notices} 名，签知情同意的 {consents} 名，本期成长记录袋有新材料的 {grown} 名。"),
            format!("A notice of delegated care stands for {notices}, a consent for {consents}; new items came into the growth bags of {grown}.");
        Surveyed { records: usize, children: usize } =>
            format!("摸底调查 {records} 人次，涉及 {children} 名。"), format!("{records} surveys of {} were made.", count(*children as u64, "child", "children"));
        Edited { changes: usize } =>
            format!("档案和联系卡动态管理，本期变更 {changes} 处。"), format!("Files and cards were kept up: {}.", count(*changes as u64, "change", "changes"));
        HandedOver { classes: usize } =>
            format!("学期末办理交接 {classes} 次。"), format!("{} made at the term's end.", count(*classes as u64, "handover was", "handovers were"));
        Paired { adults: usize, children: usize, share: &'a str, load: &'a str } =>
            format!("{adults} 名教职工和 {children} 名儿童结对，结对率 {share}，平均每人帮 {load} 名。"),
            format!("{adults} adults are paired with {children} children ({share}), {load} children each on average.");
        PairModes { told: &'a str } => format!("按角色：{told}。"), format!("By role: {told}.");
        RoleCount { role: &'a str, adults: usize, children: usize } =>
            format!("{role} {adults} 名帮 {children} 名儿童"), format!("{role}: {adults} for {children} children");
        Unpaired { children: usize } => format!("还有 {children} 名没有结对。"), format!("{} nobody yet.", count(*children as u64, "child has", "children have"));
        Buddied { children: usize } =>
            format!("有同学伙伴的 {children} 名。"), format!("{} a pupil as buddy.", count(*children as u64, "child has", "children have"));
        Helped { records: usize, children: usize } =>
            format!("帮扶记录 {records} 条，涉及 {children} 名儿童。"), format!("{records} records of help, for {} in all.", count(*children as u64, "child", "children"));
        Contact { what: &'a str, records: usize, children: usize, average: &'a str } =>
            format!("{what} {records} 次，涉及 {children} 名儿童，人均 {average} 次。"),
            format!("{what}: {records}, with {children} children, {average} for each.");
        NotReached { number: usize } =>
            format!("另有 {number} 次没有联系上，不算完成。"), format!("A further {number} did not reach anybody and do not count.");
        RuleDone { rule: &'a str, due: usize, done: usize, late: usize, undone: usize, rate: &'a str } =>
            format!("“{rule}”到期 {due} 次，按时 {done} 次，补做 {late} 次，没做 {undone} 次，按时率 {rate}。"),
            format!("“{rule}”: {due} due, {done} in time, {late} late, {undone} not done; {rate} in time.");
        NoneDue => "本期没有到期的事项。", "Nothing fell due.";
        Counselled { number: usize } =>
            format!("心理辅导 {number} 次（内容保密，只报次数）。"), format!("{} (told as a number alone).", count(*number as u64, "counselling session", "counselling sessions"));
        Activities { number: usize, times: usize, told: &'a str } =>
            format!("开展活动 {number} 次，{times} 人次参加：{told}。"), format!("{} with {times} children taking part: {told}.", count(*number as u64, "activity", "activities"));
        NoPart { children: usize } =>
            format!("一次也没有参加的 {children} 名。"), format!("{} took part in none.", count(*children as u64, "child", "children"));
        Duty2 { planned: usize, attended: usize } =>
            format!("排班 {planned} 场次，有人值日 {attended} 场次。"), format!("{planned} sessions planned, {attended} of them attended.");
        Patrols { number: usize } => format!("校外巡逻护送 {number} 次。"), format!("{} outside the school.", count(*number as u64, "patrol", "patrols"));
        Lectures { number: usize, times: usize, told: &'a str } =>
            format!("讲座 {number} 次，{times} 人次听讲（{told}）。"), format!("{}, {times} children attending ({told}).", count(*number as u64, "lecture", "lectures"));
        Trainings { number: usize, guardians: usize, children: usize, share: &'a str } =>
            format!("监护人培训 {number} 次，{guardians} 人次参加，涉及 {children} 名儿童的监护人，占 {share}。"),
            format!("{} of guardians, {guardians} attending: those of {} ({share}).", count(*number as u64, "training", "trainings"), count(*children as u64, "child", "children"));
        Rooms { told: &'a str } => format!("场地：{told}。"), format!("Rooms: {told}.");
        Room { name: &'a str, area: &'a str } => format!("{name} {area} 平方米"), format!("{name} {area} m²");
        Stock { told: &'a str } => format!("设备和物品：{told}。"), format!("Equipment and goods: {told}.");
        Loans { number: usize } => format!("图书借阅 {number} 次。"), format!("{} lent.", count(*number as u64, "book", "books"));
        FamilyCalls { number: usize, children: usize } =>
            format!("亲情电话 {number} 次，{children} 名儿童用过。"), format!("{number} family calls by {} in all.", count(*children as u64, "child", "children"));
        Aided { times: usize, children: usize, yuan: &'a str } =>
            format!("资助 {times} 人次，{children} 名儿童，合计 {yuan} 元。"), format!("Aid went {times} times to {children} children, {yuan} yuan in all.");
        Donated { number: usize, yuan: &'a str } =>
            format!("收到捐赠 {number} 笔，其中捐款 {yuan} 元。"), format!("{}, {yuan} yuan of it in cash.", count(*number as u64, "donation", "donations"));
        Funds { came: &'a str, went: &'a str } =>
            format!("经费收入 {came} 元，支出 {went} 元。"), format!("Funds: {came} yuan in, {went} yuan out.");
        Assessed { items: usize } => format!("考核评分 {items} 项。"), format!("{} scored in assessments.", count(*items as u64, "item was", "items were"));
        Awards { number: usize, told: &'a str } =>
            format!("表彰 {number} 项：{told}。"), format!("{}: {told}.", count(*number as u64, "award", "awards"));
        KindItems { kind: &'a str, number: usize } => format!("{kind} {number} 项"), format!("{kind} {number}");
        Attendance { absences: usize, truants: usize } =>
            format!("缺勤登记 {absences} 次，疑似辍学 {truants} 名。"), format!("{absences} absences entered; {} to have dropped out.", count(*truants as u64, "child is feared", "children are feared"));
        NoAbsences => "缺勤没有登记。", "No absences were entered.";
        Contests { number: usize } => format!("竞赛等获奖 {number} 项。"), format!("{} in contests.", count(*number as u64, "award", "awards"));
        Models { number: usize, titles: &'a str } =>
            format!("典型案例 {number} 个：{titles}。"), format!("{}: {titles}.", count(*number as u64, "model case", "model cases"));
        Outcomes { results: usize, breaches: usize } =>
            format!("竞赛、比赛、考试取得成绩 {results} 人次，违纪 {breaches} 人次。"),
            format!("{} in contests, sport and examinations; {}.", count(*results as u64, "result", "results"), count(*breaches as u64, "breach of discipline", "breaches of discipline"));
        Publicity { number: usize } => format!("宣传 {number} 次。"), format!("Publicity: {number}.");
        Partners { number: usize, told: &'a str } =>
            format!("联系的村、单位和社会力量 {number} 家：{told}。"), format!("{}: {told}.", count(*number as u64, "partner", "partners"));
        LateItem { item: &'a str, due: &'a str } => format!("计划未完成：{item}（应于 {due} 完成）。"), format!("Planned and not done: {item} (due {due}).");
        BelowMinimum { rule: &'a str } =>
            format!("低于全国最低要求：{rule}。"), format!("Below the national minimum: {rule}.");
        LowRate { rule: &'a str, rate: &'a str } => format!("按时率不到 80 %：{rule} {rate}。"), format!("Under 80 % in time: {rule}, {rate}.");
        NoDifficulty => "按记录没有未完成的计划、低于全国最低要求的规则和按时率不到 80 % 的事项。", "By the records nothing planned is undone, no rule is below the national minimum, and no rate is under 80 %.";
        AheadItem { item: &'a str, due: &'a str } => format!("已列入计划：{item}（{due} 前）。"), format!("In the plan: {item} (by {due}).");
        AheadItemUndated { item: &'a str } => format!("已列入计划：{item}。"), format!("In the plan: {item}.");
        ToWrite { what: &'a str } => format!("（学校填写：{what}）"), format!("(For the school to write: {what})");
        NothingRecorded => "本期没有这方面的记录；有纸质材料的，由学校补写。", "Nothing of it was recorded in these days; what stands on paper is for the school to add.";
        Annex => "附表", "Annex";
        Behind => "各项规定逐月完成情况。", "Each rule month by month.";
        Unfound { line: u32, heading: &'a str, near: &'a str } =>
            format!("第 {line} 行的标题“{heading}”不是报告里的标题（最接近的是“{near}”）；它下面的话印在报告最后"),
            format!("line {line}: the report has no heading \"{heading}\" (nearest: \"{near}\"); what stands below it is printed at its end");
        UnfoundAtAll { line: u32, heading: &'a str } =>
            format!("第 {line} 行的标题“{heading}”不是报告里的标题；它下面的话印在报告最后"),
            format!("line {line}: the report has no heading \"{heading}\"; what stands below it is printed at its end");
        InFile { file: &'a str, said: &'a str } => format!("{file}：{said}"), format!("{file}: {said}");
        HowToWrite { file: &'a str } =>
            format!("学校自己的话写在 {file}；没有这个文件时先运行：care print report --begin-words（加同样的学期、学年或月份）"),
            format!("the school's own words stand in {file}; to begin it: care print report --begin-words (with the same term, year or month)");
        Begun { file: &'a str, headings: usize } =>
            format!("已写好 {file}：{headings} 个标题。用记事本或 WPS 打开，在标题下面写，存成 UTF-8；再打印时会印进报告"),
            format!("{file} is begun with {}: write below them in any editor, in UTF-8; they are in the next printing", count(*headings as u64, "heading", "headings"));
        AllThere { file: &'a str } => format!("{file} 里标题都在，没有改动"), format!("{file} has every heading; nothing was changed");
        Unbalanced { opening: usize, joined: usize, left: usize, closing: usize } =>
            format!("人数对不上：期初 {opening} ＋ 入册 {joined} － 离册 {left} ≠ 期末 {closing}"),
            format!("the numbers do not add up: {opening} + {joined} joined − {left} left is not {closing}");
        TableHead => "表", "Table";
        RowHead => "行", "Row";
        ColumnHead => "列", "Column";
        ValueHead => "数", "Value";
        SourceHead => "来源", "Source";
        PlaceHead => "位置", "Place";
        Child => "儿童", "child";
        Sealed { register: &'a str } => format!("{register}（密封，只报数）"), format!("{register} (sealed, number alone)");
        TraceTitle { name: &'a str } => format!("每个数的来源    {name}"), format!("what stands behind each number    {name}");
    }
}
