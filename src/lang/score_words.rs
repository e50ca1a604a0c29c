//! What is said of score sheets, marks and scores.

use chrono::NaiveDate;

use super::{Lang, messages, words_in};
use crate::domain::label::Words;
use crate::domain::score_sheet::AssessedKind;

messages! {
    /// A title, a heading or a sentence of scores.
    Scoring {
        Title { sheet: &'a str, period: &'a str } => super::spaced(&[sheet, period]), super::spaced(&[sheet, period]);
        Done { done: usize, of: usize, lacking: usize } =>
            match lacking {
                0 => format!("共 {of}，都评完了"),
                _ => format!("共 {of}，评完 {done}，没评完 {lacking}"),
            },
            match lacking {
                0 => format!("{}, all complete", super::count(*of as u64, "subject", "subjects")),
                _ => format!("{}, {done} complete, {lacking} not", super::count(*of as u64, "subject", "subjects")),
            };
        Next { day: NaiveDate } => format!("下次从 {day} 起"), format!("next from {day} on");
        Nobody => "这个周期没有考核对象", "there is nobody to assess in this period";
        Means =>
            "“—”是还没有分数：要打分的还没打（care mark），或按规则还没有到期的；有一项没有，就没有总分。显示的分数四舍五入到一位小数。每个数从哪来：care why --score 考核表 对象",
            "\"—\" is no points yet: a mark that nobody gave (care mark), or a rule by which nothing has fallen due; while one lacks there is no total. Points are shown to one decimal. Where each comes from: care why --score SHEET SUBJECT";
        Place => "名次", "Place";
        Level => "等次", "Level";
        Total { total: u32 } => format!("总分（满分 {total}）"), format!("Total (of {total})");
        Points { item: &'a str, max: u32 } => format!("{item}（{max}）"), format!("{item} ({max})");
        Lacking => "还缺", "Lacking";
        Sheets { count: usize } => format!("考核表 {count} 张"), super::count(*count as u64, "score sheet", "score sheets");
        NoSheets { shipped: &'a str } =>
            format!("还没有考核表。用样表开始：care score --begin 名字（{shipped}），再照本校的改"),
            format!("there is no score sheet yet; begin with an example and change it: care score --begin NAME ({shipped})");
        SheetHead => "考核表", "Sheet";
        Of => "考核谁", "Of";
        Items => "项目", "Items";
        Often => "多久一次", "How often";
        EachTerm => "每学期", "each term";
        EachYear => "每学年", "each school year";
        InMonths { months: &'a str } => format!("每年 {months} 月"), format!("in months {months}");
        Marked => "已评", "Marked";
        Subjects => "对象", "Subjects";
        NoSheet { word: &'a str, all: &'a str } =>
            format!("没有叫“{word}”的考核表；有：{all}"), format!("no score sheet is called \"{word}\"; there are: {all}");
        NoPeriod { word: &'a str, all: &'a str } =>
            format!("这张表没有“{word}”这个周期；有：{all}"), format!("the sheet has no period \"{word}\"; there are: {all}");
        NoPeriodOn { day: NaiveDate } =>
            format!("{day} 不在任何周期里：校历里还没有学期，先 care calendar add-term"),
            format!("{day} is in no period: the calendar has no term, see care calendar add-term");
        NoItem { word: &'a str } => format!("考核表没有“{word}”这一项"), format!("the sheet has no item \"{word}\"");
        NoPair { child: &'a str, adult: &'a str } =>
            format!("{child}和{adult}没有结对"), format!("{child} and {adult} are no pair");
        WhichAdult { child: &'a str, all: &'a str } =>
            format!("{child}结对的人有：{all}；写明哪一位：儿童 老师"),
            format!("{child} is paired with: {all}; say with whom: CHILD STAFF");
        Unpaired { child: &'a str } => format!("{child}那一天没有结对"), format!("{child} has no pair on that day");
        NeedsSubject => "写明评谁", "say whom to assess";
        NotOne { kind: &'a str } => format!("这张表每次评一个：{kind}"), format!("the sheet assesses one at a time: {kind}");
        NotRanked =>
            "没有排名次：本校没有打开。2025 年起，教师厅〔2025〕2号（据读到的文本）要求不以留痕、台账作为评价教师的依据；按记录给人排名次就是这样。学校仍然要排的，由负责人决定后打开：care settings --set 按分排名=是（care.toml 的 [work] ranking = true）",
            "nobody is put in an order: the school has not switched it on. Since 2025, 教师厅〔2025〕2号 (as read in a copy) asks that traces and ledgers are not the basis of evaluating teachers (不以留痕、台账作为评价教师的依据), and a ranking by records is just that. A school that ranks all the same lets whoever is responsible switch it on: care settings --set ranking=yes ([work] ranking = true in care.toml)";
        Begun { file: &'a str } =>
            format!("已写好样表 {file}：照本校的改项目、分数和等次，再 care check"),
            format!("wrote an example, {file}: change its items, points and levels to your own, then care check");
        StandsAlready { file: &'a str } => format!("{file} 已经有了，没有改动"), format!("{file} is there already: nothing was changed");
        NotShipped { word: &'a str, all: &'a str } => format!("没有叫“{word}”的样表；有：{all}"), format!("no example is called \"{word}\"; there are: {all}");
        NeedsMarks { items: &'a str } => format!("写明各项的分数，如 项目=分数；要打分的项目：{items}"), format!("say the marks, as ITEM=SCORE; items that take marks: {items}");
        NoMarks => "这张表的分数都从记录里来，不用打分", "all points of this sheet come from the records: there is nothing to mark";
        CountedItem { item: &'a str } => format!("“{item}”的分数从记录里来，不打分"), format!("the points of \"{item}\" come from the records and are not given");
        OverMax { item: &'a str, max: u32 } => format!("“{item}”的分数要在 0 到 {max} 之间，最多三位小数"), format!("a mark of \"{item}\" is a number from 0 to {max}, with up to three decimals");
        ItemTwice { item: &'a str } => format!("“{item}”写了两次"), format!("\"{item}\" is given twice");
        MarkSaved { sheet: &'a str, period: &'a str, who: &'a str, marks: &'a str } =>
            format!("已评：{sheet} {period}  {who}：{marks}"), format!("marked: {sheet} {period}  {who}: {marks}");
        MarkOf { item: &'a str, score: &'a str, max: u32 } => format!("{item} {score}/{max}"), format!("{item} {score}/{max}");
        MarkWas { mark: &'a str, old: &'a str } => format!("{mark}（原来 {old}）"), format!("{mark} (was {old})");
        StillLacking { items: &'a str } => format!("还没打分：{items}"), format!("not marked yet: {items}");
        TotalSaid { total: &'a str, of: u32 } => format!("总分 {total}，满分 {of}"), format!("total {total} of {of}");
        LevelSaid { level: &'a str } => format!("等次：{level}"), format!("level: {level}");
        SeeScore { sheet: &'a str } => format!("总分：care score {sheet}"), format!("the total: care score {sheet}");
        ToSetRisk { now: &'a str, level: &'a str, id: &'a str } =>
            format!("档案里的风险等级是“{now}”，这次评出“{level}”；要改：care edit-child {id} --set risk={level}（下次评分加 --set-risk）"),
            format!("the file's risk is \"{now}\" and the sheet says \"{level}\"; to change it: care edit-child {id} --set risk={level} (or mark with --set-risk)");
        SetsNoRisk => "这张表不定风险等级：考核表里要写 of = \"child\" 和 sets = \"risk\"", "this sheet sets no risk: it needs of = \"child\" and sets = \"risk\"";
        RiskUndecided => "还评不出等次，风险等级没有改", "there is no level yet, and the risk was not changed";
        WhyTitle { sheet: &'a str, period: &'a str, who: &'a str } => super::spaced(&[sheet, period, who]), super::spaced(&[sheet, period, who]);
        ItemHead => "项目", "Item";
        PointsHead => "得分", "Points";
        CountHead => "算法", "How";
        SourceHead => "来源", "Source";
        WhoHead => "儿童", "Child";
        PlaceHead => "出处", "Place";
        OfRate { rule: &'a str, done: usize, due: usize, max: u32 } =>
            format!("{rule}：按时 {done}/到期 {due} × {max}"), format!("{rule}: {done} in time of {due} due, × {max}");
        OfCount { register: &'a str, count: usize, full: usize, max: u32 } =>
            format!("{register} {count} 条，{full} 条满分 {max}"), format!("{register}: {count} of {full} for {max}");
        OfMark { max: u32 } => format!("打分，满分 {max}"), format!("a mark of {max}");
        Sealed { count: usize } => format!("保密登记，只说数目：{count}"), format!("a restricted register, only told as a number: {count}");
        Unmarked => "没有打分", "not marked";
        WrongMark => "分数不对", "wrong mark";
        NothingDue => "还没有到期的", "nothing due yet";
        Max => "满分", "Of";
        FormHeading { who: &'a str, period: &'a str } => super::spaced(&[&format!("考核对象：{who}"), &format!("考核周期：{period}")]), super::spaced(&[&format!("assessed: {who}"), &format!("period: {period}")]);
        ToFill => "__________", "__________";
        FormTotal { total: &'a str, of: u32, level: &'a str } =>
            format!("总分：{total}（满分 {of}）    等次：{level}"), format!("total: {total} (of {of})    level: {level}");
        FormMarked { who: &'a str, day: &'a str } => format!("评分人：{who}    评分日期：{day}"), format!("marked by: {who}    on: {day}");
        Awards { all: &'a str } => format!("本周期表彰：{all}"), format!("awards in the period: {all}");
        Penalties { all: &'a str } => format!("本周期惩处：{all}"), format!("penalties in the period: {all}");
        NoneOf => "无", "none";
        FormSign => "被考核人（签字）：__________    考核小组（签字）：__________", "assessed (signature): __________    group (signature): __________";
        FormSignBelow => "校长（签字）：__________    日期：__________", "principal (signature): __________    date: __________";
        FormSource { why: &'a str } => format!("依据：{why}"), format!("by: {why}");
        SayMarks => "打分", "mark";
        SayRate { rule: &'a str } => format!("{rule}的完成率"), format!("rate of {rule}");
        SayCount { register: &'a str, full: u32 } => format!("{register}条数，{full} 条满分"), format!("records of {register}, all points from {full}");
        NeedsSheet { all: &'a str } => format!("写明哪张考核表：{all}"), format!("say which score sheet: {all}");
    }
}

/// Whom a sheet assesses.
pub fn kind(own: AssessedKind, lang: Lang) -> &'static str {
    let words: Words = match own {
        AssessedKind::Child => ("儿童", "children"),
        AssessedKind::Pair => ("结对", "pairs"),
        AssessedKind::Teacher => ("教师", "teachers"),
        AssessedKind::Class => ("班级", "classes"),
        AssessedKind::School => ("学校", "the school"),
    };
    words_in(words, lang)
}
