//! The words of `care why`: what counted, what did not and for what reason, and the state with the
//! sentence of the rules behind it.

use chrono::NaiveDate;

use super::words::role_name;
use super::{Lang, label, messages};
use crate::domain::register::Register;
use crate::domain::role::RoleCode;
use crate::rules::demands::NotCounted;
use crate::rules::obligation::State;

messages! {
    /// A link of the chain.
    Why {
        Title { name: &'a str, id: &'a str, today: NaiveDate } => format!("{name}  {id}    截至 {today}"), format!("{name}  {id}    as of {today}");
        PartRule => "规则", "rule";
        PartSource => "出处", "source";
        PartAsked => "起因", "asked by";
        AskedBy { register: &'a str, tried: bool } =>
            if *tried { format!("{register}（未成功）") } else { (*register).to_owned() },
            if *tried { format!("{register} (tried)") } else { (*register).to_owned() };
        Joined { day: NaiveDate } => format!("{day} 入册"), format!("joined on {day}");
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
        Place => "所在文件", "Place";
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
        ByNobody { role: &'a str } => format!("没有写是谁做的，要由{role}做"), format!("who did it is not said, and it must be the {role}");
        Attempted => "未成功", "attempted, not done";
        AfterToday => "日期在今天之后", "it is dated after today";
        OtherDay => "不在这个时段之内", "on a day outside the slot";
        NotTheAnswer => "这一项不是由它办成的", "not what it was done by";
        InSlots { slots: &'a str } => format!("算在 {slots}"), format!("counts for {slots}");
        InNoSlot => "规则认可，但那天不在任何应办时段里", "it counts for the rule, but that day is in no slot that is owed";
        AnswersNothing => "规则认可，但没有哪一项是由它办成的", "it counts for the rule, but nothing that was asked for was done by it";
        ReplacedBy { id: &'a str } => format!("已由 {id} 更正"), format!("replaced by {id}");
        VoidRow => "作废", "void";
        MovedRow => "已移到别的月份", "moved to another month";
        NotSent { id: &'a str } => format!("原月份里 {id} 已不再是最后的说法，这一行不算"), format!("{id}, from which it came, no longer speaks: this row does not either");
        Outspoken { id: &'a str } => format!("同一条有两次更正，以 {id} 为准"), format!("corrected twice; {id} holds");
        Lacks { what: &'a str } => format!("缺：{what}"), format!("lacks: {what}");
        StateHolds => "已完成：今天都具备", "met: everything holds today";
        NotOwed => "不应办", "not owed";
        StateLacks => "逾期：今天应当具备，现在还没有", "overdue: it must hold today and does not";
        DoesNotApply => "不应办：时段第一天不符合规则的适用条件（看时段的第一天）", "not owed: the conditions of the rule did not hold on the slot's first day";
        Absent { day: NaiveDate } => format!("不应办：{day} 不在校（节日当天、假期第一天在校才应办）"), format!("not owed: not present on {day} (an occasion is owed when the child is present on the day itself)");
        TooFewDays { days: u32, needed: u32 } => format!("不应办：在校只有 {days} 个上学日，不到 {needed} 个"), format!("not owed: present on {days} school days, fewer than {needed}");
        OffRoll { due: NaiveDate } => format!("不应办：期限 {due} 时已不在册，离开的不追究"), format!("not owed: off the roll on the due date {due}; leavers are not blamed");
        SchoolThere => "学校一直都在", "the school is always there";
        NoneOfTheirs { name: &'a str } => format!("没有必办或建议的规则管到{name}"), format!("no required or advised rule is about {name}");
        NotTheirs { name: &'a str } => format!("这条规则不管{name}"), format!("this rule is not about {name}");
        NotUnder => "不在这条规则之内，或还没有时段开始", "not under this rule, or no slot has begun";
        Nothing => "这名儿童不在这条规则之内，或还没有时段开始", "the child is not under this rule, or no slot has begun";
    }
}

/// Why an event does not count.
pub fn refusal(
    refusal: &NotCounted,
    register: Option<&Register>,
    by: Option<RoleCode>,
    lang: Lang,
) -> String {
    let column = |name: &str| {
        let own = register.and_then(|own| own.column(name));
        own.map_or(name.to_owned(), |own| label(&own.label, lang).to_owned())
    };
    let role = || by.map(|by| role_name(by, lang)).unwrap_or_default();
    match refusal {
        NotCounted::Value { column: name } | NotCounted::Unless { column: name } => {
            Why::Value { column: &column(name) }.text(lang)
        }
        NotCounted::Blank { column: name } => Why::Blank { column: &column(name) }.text(lang),
        NotCounted::Session => Why::Session.text(lang),
        NotCounted::NotBy => Why::NotBy { role: role() }.text(lang),
        NotCounted::ByNobody => Why::ByNobody { role: role() }.text(lang),
        NotCounted::Attempted => Why::Attempted.text(lang),
        NotCounted::AfterToday => Why::AfterToday.text(lang),
    }
}

/// A state with the sentence of the rules behind it.
pub fn state(state: State, lang: Lang) -> &'static str {
    match (state, lang) {
        (State::Met, Lang::Zh) => "已完成：次数够了，且在期限之内",
        (State::Met, Lang::En) => "met: enough days that count, by the due date",
        (State::MetLate, Lang::Zh) => "迟完成：次数够了，但过了期限",
        (State::MetLate, Lang::En) => "met late: enough days that count, after the due date",
        (State::Exempt, Lang::Zh) => "免办：没有完成，期限在免办时间之内",
        (State::Exempt, Lang::En) => "exempt: not met, and the due date is inside an exemption",
        (State::Upcoming, Lang::Zh) => "未到：时段还没有开始",
        (State::Upcoming, Lang::En) => "upcoming: the slot has not begun",
        (State::Open, Lang::Zh) => "待办：还没有到期；当天到期不算逾期",
        (State::Open, Lang::En) => "open: a day that is due today is not overdue",
        (State::Grace, Lang::Zh) => "宽限中：过了期限，还在宽限的日子里",
        (State::Grace, Lang::En) => "in grace: past due, within the days of grace",
        (State::Overdue, Lang::Zh) => "逾期：过了期限和宽限，现在还可以补办",
        (State::Overdue, Lang::En) => "overdue: past due and grace, and it can still be done",
        (State::Missed, Lang::Zh) => "漏办：时段已经结束，以后做的不能抵这一次",
        (State::Missed, Lang::En) => {
            "missed: the slot is over; what happens later does not mend it"
        }
    }
}
