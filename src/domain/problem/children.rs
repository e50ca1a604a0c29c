//! Checks of children: their times on the roll, their earlier values, what they are exempt from.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::payload::{meant_en, meant_zh};
use super::{Guess, Quote};
use crate::domain::id::Id;

checks! {
    /// What is wrong with what is recorded of a child.
    Children;

    Fault NoSpell "no-spell"
        says "没有在册时间 [[spell]]", "no time on the roll: [[spell]] is missing";
        fix "补上：[[spell]] 换行 joined = 2024-09-02",
            "add: [[spell]], and below it joined = 2024-09-02";

    Fault SpellsOverlap "spells-overlap"
        says "在册时间互相重叠", "times on the roll overlap";
        fix "给前一段加上 left，或改正日期", "give the earlier one a left date, or mend the dates";

    Fault WasTwice { field: Quote = Quote::hidden(), until: Quote<NaiveDate> = sample_day() }
        "was-twice"
        says format!("“{field}”在 {until} 有两个旧值"),
             format!("\"{field}\" has two earlier values until {until}");
        fix "留下一个", "keep one of them";

    Remark OutsideSpells { child: Quote<Id> = Quote::hidden() } "outside-spells"
        says match child.shown() {
                Some(child) => format!("事情发生时 {child} 不在册"),
                None => "事情发生时儿童不在册".to_owned(),
            },
            match child.shown() {
                Some(child) => format!("{child} was not on the roll when this happened"),
                None => "a child was not on the roll when this happened".to_owned(),
            };
        fix "改正日期或儿童，或补上在册时间",
            "mend the date or the child, or add the time on the roll";

    Remark ExemptFromNothing { rule: Quote = Quote::hidden(), nearest: Guess = Guess::NONE }
        "exempt-from-nothing"
        says format!("没有名为“{rule}”的规则，这条免办不起作用"),
             format!("no rule is called \"{rule}\": this exemption does nothing");
        fix nearest.or(meant_zh, "规则的名字见 care rules"),
            nearest.or(meant_en, "care rules lists the rules");
}
