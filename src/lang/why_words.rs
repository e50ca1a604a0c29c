//! The words of `care why`: what counted, what did not and for what reason, and the state with the
//! sentence of the rules behind it.

use chrono::NaiveDate;

use super::{Lang, messages};
use crate::rules::obligation::State;

messages! {
    /// A link of the chain.
    Why {
        Title { name: &'a str, id: &'a str, today: NaiveDate } => format!("{name}  {id}    截至 {today}"), format!("{name}  {id}    as of {today}");
        PartRule => "规则", "rule";
        PartSource => "出处", "source";
        PartCalendar => "时段", "slot";
        PartHoliday => "放假", "holiday";
        PartPresence => "在册", "on the roll";
        PartInRole => "任职", "in the role";
        PartPause => "暂停", "pause";
        PartExempt => "免办", "exempt";
        PartCounts => "算数", "counts";
        PartRefused => "不算", "does not count";
        PartSilent => "不算", "does not count";
        PartState => "结论", "state";
        PartEvents => "全部记录", "all records";
        Part => "环节", "Part";
        Place => "出处位置", "Place";
        Words => "说明", "Words";
        Slot { first: NaiveDate, last: NaiveDate } => format!("{first} 到 {last}"), format!("{first} to {last}");
        Due { due: NaiveDate } => format!("期限 {due}"), format!("due {due}");
        Days { days: u32, needed: u32 } => format!("在校 {days} 个上学日（至少 {needed} 个才应办）"), format!("present on {days} school days ({needed} make it owed)");
        DaysInRole { days: u32, needed: u32 } => format!("在任 {days} 个上学日（至少 {needed} 个才应办）"), format!("in the role on {days} school days ({needed} make it owed)");
        DaysOfSchool { days: u32, needed: u32 } => format!("有 {days} 个上学日（至少 {needed} 个才应办）"), format!("{days} school days ({needed} make it owed)");
        ClassThere { days: &'a str } => format!("有本班儿童在校：{days}"), format!("children of the class are present: {days}");
        Value { column: &'a str } => format!("“{column}”不是规则要的"), format!("{column} is not what the rule asks for");
        Blank { column: &'a str } => format!("没有填“{column}”"), format!("{column} is not filled");
        Session => "不属于规则的任何场次", "it is for none of the rule's sessions";
        NotBy { role: &'a str } => format!("做的人当天不是{role}"), format!("nobody who did it was the {role} that day");
        Attempted => "没做成", "attempted, not done";
        AfterToday => "日期在今天之后", "it is dated after today";
        OtherDay => "不在这个时段之内", "on a day outside the slot";
        InSlots { slots: &'a str } => format!("算在 {slots}"), format!("counts for {slots}");
        InNoSlot => "规则认可，但那天不在任何应办时段里", "it counts for the rule, but that day is in no slot that is owed";
        ReplacedBy { id: &'a str } => format!("已由 {id} 更正"), format!("replaced by {id}");
        VoidRow => "作废", "void";
        MovedRow => "已移到别的月份", "moved to another month";
        NotSent { id: &'a str } => format!("原月份里 {id} 已不再是最后的说法，这一行不算"), format!("{id}, from which it came, no longer speaks: this row does not either");
        Outspoken { id: &'a str } => format!("同一条有两次更正，以 {id} 为准"), format!("corrected twice; {id} holds");
        Lacks { what: &'a str } => format!("缺：{what}"), format!("lacks: {what}");
        StateHolds => "已完成：今天都具备（规则第 7 节）", "met: everything holds today (rules, 7)";
        NotOwed => "不应办", "not owed";
        StateLacks => "逾期：今天应当具备，现在还没有（规则第 7 节）", "overdue: it must hold today and does not (rules, 7)";
        DoesNotApply => "不应办：时段第一天不符合规则的适用条件（规则第 3 节：applies 看时段的第一天）", "not owed: the conditions of the rule did not hold on the slot's first day (rules, 3: applies looks at the first day)";
        Absent { day: NaiveDate } => format!("不应办：{day} 不在校（规则第 3 节：节日当天、假期第一天在校才应办）"), format!("not owed: not present on {day} (rules, 3: an occasion is owed when the child is present on the day itself)");
        TooFewDays { days: u32, needed: u32 } => format!("不应办：在校只有 {days} 个上学日，不到 {needed} 个（规则第 3 节）"), format!("not owed: present on {days} school days, fewer than {needed} (rules, 3)");
        OffRoll { due: NaiveDate } => format!("不应办：期限 {due} 时已不在册，离开的不追究（规则第 3 节）"), format!("not owed: off the roll on the due date {due}; leavers are not blamed (rules, 3)");
        SchoolThere => "学校一直都在", "the school is always there";
        NoneOfTheirs { name: &'a str } => format!("没有必办或建议的规则管到{name}"), format!("no required or advised rule is about {name}");
        NotTheirs { name: &'a str } => format!("这条规则不管{name}"), format!("this rule is not about {name}");
        NotUnder => "不在这条规则之内，或还没有时段开始", "not under this rule, or no slot has begun";
        Nothing => "这名儿童不在这条规则之内，或还没有时段开始", "the child is not under this rule, or no slot has begun";
    }
}

/// A state with the sentence of the rules behind it.
pub fn state(state: State, lang: Lang) -> &'static str {
    match (state, lang) {
        (State::Met, Lang::Zh) => "已完成：次数够了，且在期限之内（规则第 5 节）",
        (State::Met, Lang::En) => "met: enough days that count, by the due date (rules, 5)",
        (State::MetLate, Lang::Zh) => "迟完成：次数够了，但过了期限（规则第 5 节）",
        (State::MetLate, Lang::En) => {
            "met late: enough days that count, after the due date (rules, 5)"
        }
        (State::Exempt, Lang::Zh) => "免办：没有完成，期限在免办时间之内（规则第 3 节）",
        (State::Exempt, Lang::En) => {
            "exempt: not met, and the due date is inside an exemption (rules, 3)"
        }
        (State::Upcoming, Lang::Zh) => "未到：时段还没有开始（规则第 5 节）",
        (State::Upcoming, Lang::En) => "upcoming: the slot has not begun (rules, 5)",
        (State::Open, Lang::Zh) => "待办：还没有到期；当天到期不算逾期（规则第 1、5 节）",
        (State::Open, Lang::En) => "open: a day that is due today is not overdue (rules, 1 and 5)",
        (State::Grace, Lang::Zh) => "宽限中：过了期限，还在宽限的日子里（规则第 5 节）",
        (State::Grace, Lang::En) => "in grace: past due, within the days of grace (rules, 5)",
        (State::Overdue, Lang::Zh) => "逾期：过了期限和宽限，现在还可以补办（规则第 5 节）",
        (State::Overdue, Lang::En) => {
            "overdue: past due and grace, and it can still be done (rules, 5)"
        }
        (State::Missed, Lang::Zh) => "漏办：时段已经结束，以后做的不能抵这一次（规则第 5 节）",
        (State::Missed, Lang::En) => {
            "missed: the slot is over; what happens later does not mend it (rules, 5)"
        }
    }
}
