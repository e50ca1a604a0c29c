//! In what a rule of the school's differs from another, in words.

use chrono::NaiveDate;

use super::rule_words::RuleWords;
use super::{Lang, count, messages};
use crate::domain::rule::Every;

messages! {
    /// One way in which the school's rule differs from the one beside it.
    Differing {
        Below => "低于", "below";
        Equal => "相同", "equal";
        Above => "高于", "above";
        Differs => "各有宽严", "differs";
        Missing => "本校没有", "missing";
        Looser { what: &'a str } => format!("宽在：{what}"), format!("looser: {what}");
        Stricter { what: &'a str } => format!("严在：{what}"), format!("stricter: {what}");
        OnlyLevel { own: &'a str, other: &'a str } => format!("本校只是{own}，对照是{other}"), format!("only {own} here, {other} there");
        HigherLevel { own: &'a str, other: &'a str } => format!("本校是{own}，对照只是{other}"), format!("{own} here, only {other} there");
        LessOften { own: &'a str, other: &'a str } => format!("次数少：本校{own}，对照{other}"), format!("less often: {own} here, {other} there");
        MoreOften { own: &'a str, other: &'a str } => format!("次数多：本校{own}，对照{other}"), format!("more often: {own} here, {other} there");
        AtOnce { own: &'a str, other: &'a str } => format!("可以集中做：本校{own}，对照{other}"), format!("may be done all at once: {own} here, {other} there");
        SpreadOut { own: &'a str, other: &'a str } => format!("要分开做：本校{own}，对照{other}"), format!("must be spread out: {own} here, {other} there");
        OtherDays { own: &'a str, other: &'a str } => format!("时间不能相比：本校{own}，对照{other}"), format!("not to be set beside each other: {own} here, {other} there");
        NotInHolidays => "假期里不要求", "not in holidays";
        InHolidays => "假期里也要求", "in holidays too";
        Longer { own: &'a str, other: &'a str } => format!("期限长：本校{own}，对照{other}"), format!("longer until due: {own} here, {other} there");
        Shorter { own: &'a str, other: &'a str } => format!("期限短：本校{own}，对照{other}"), format!("sooner due: {own} here, {other} there");
        Without { what: &'a str } => format!("没有{what}"), format!("not for {what}");
        With { what: &'a str } => format!("还有{what}"), format!("for {what} too");
        WiderAround => "节日前后的天数多", "more days around the occasion";
        NarrowerAround => "节日前后的天数少", "fewer days around the occasion";
        NotAfter { what: &'a str } => format!("{what}以后不要求"), format!("not after a {what}");
        AlsoAfter { what: &'a str } => format!("{what}以后也要求"), format!("after a {what} too");
        AskOtherwise => "什么情况要做，两边不同", "they ask in different cases";
        Lacks { what: &'a str } => format!("缺{what}"), format!("lacks {what}");
        Besides { what: &'a str } => format!("还要{what}"), format!("also asks for {what}");
        Counts { what: &'a str } => format!("{what}也算"), format!("counted too: {what}");
        CountsNot { what: &'a str } => format!("{what}不算"), format!("not counted: {what}");
        AnyCell { column: &'a str, values: &'a str } => format!("{column}不限（对照只算{values}）"), format!("any {column} (there only {values})");
        OnlyCell { column: &'a str, values: &'a str } => format!("只算{column}为{values}的"), format!("only with {column} {values}");
        CountsWith { column: &'a str, values: &'a str } => format!("{column}为{values}的也算"), format!("counted too: {column} {values}");
        CountsNotWith { column: &'a str, values: &'a str } => format!("{column}为{values}的不算"), format!("not counted: {column} {values}");
        NeedNotSay { what: &'a str } => format!("不要求写明{what}"), format!("{what} need not be filled in");
        MustSay { what: &'a str } => format!("须写明{what}"), format!("{what} must be filled in");
        OnlySome { field: &'a str, values: &'a str } => format!("只对{field}为{values}的儿童"), format!("only for children with {field} {values}");
        ForAll { field: &'a str, values: &'a str } => format!("对全部儿童（对照只对{field}为{values}的）"), format!("for all children (there only with {field} {values})");
        NotFor { field: &'a str, values: &'a str } => format!("不对{field}为{values}的儿童"), format!("not for children with {field} {values}");
        AlsoFor { field: &'a str, values: &'a str } => format!("也对{field}为{values}的儿童"), format!("for children with {field} {values} too");
        ByAnybody { role: &'a str } => format!("不必{role}本人做"), format!("not only by the {role}");
        InPerson { role: &'a str } => format!("须由{role}本人做"), format!("only by the {role}");
        OtherPerson { own: &'a str, other: &'a str } => format!("须本人做的不同：本校{own}，对照{other}"), format!("only by the {own} here, only by the {other} there");
        OtherResponsible { own: &'a str, other: &'a str } => format!("责任人不同：本校{own}，对照{other}"), format!("responsible: {own} here, {other} there");
        NoneNamed => "没有写", "nobody named";
        MoreGrace { own: u32, other: u32 } => format!("宽限多：本校 {own} 天，对照 {other} 天"), format!("more days of grace: {own} here, {other} there");
        LessGrace { own: u32, other: u32 } => format!("宽限少：本校 {own} 天，对照 {other} 天"), format!("fewer days of grace: {own} here, {other} there");
        OwedFrom { own: u32, other: u32 } => format!("在校满 {own} 个上学日才要求（对照 {other} 个）"), format!("owed from {own} school days of presence (there {other})");
        OnlyFrom { day: NaiveDate } => format!("{day} 起才要求"), format!("asks only from {day}");
        OnlyUntil { day: NaiveDate } => format!("只到 {day}"), format!("only until {day}");
        OtherKind => "一边看次数，一边看随时具备，不能相比", "one counts events and the other looks at a state: they cannot be ordered";
    }
}

/// How often a rule asks: 每月两次.
pub fn how_often(words: &RuleWords) -> String {
    let ((zh, en), times) = (words.every(), words.rule.times);
    let is_counted = !matches!(words.rule.every, Every::Rolling { .. });
    match (words.lang, times) {
        (Lang::Zh, _) if is_counted && times > 1 => format!("{zh} {times} 次"),
        (Lang::Zh, _) => format!("{zh}一次"),
        (Lang::En, 1) => format!("once {en}"),
        (Lang::En, _) => format!("{times} times {en}"),
    }
}

/// How long there is; to the end of the slot when no days are said.
pub fn how_long(days: Option<u32>, school: bool, lang: Lang) -> String {
    match (days, school, lang) {
        (None, _, Lang::Zh) => "到时段结束".to_owned(),
        (None, _, Lang::En) => "to the end of the slot".to_owned(),
        (Some(days), false, Lang::Zh) => format!("{days} 天"),
        (Some(days), false, Lang::En) => count(days, "day", "days"),
        (Some(days), true, Lang::Zh) => format!("{days} 个上学日"),
        (Some(days), true, Lang::En) => count(days, "school day", "school days"),
    }
}
