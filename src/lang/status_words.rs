//! What decided a status, in a few words, and how the four counts are read.

use chrono::NaiveDate;

use super::{Lang, label, listed, messages, words_in};
use crate::domain::entries::{EXIT_REASONS, exit_reason};
use crate::domain::status::{self, DecidedBy};

messages! {
    /// What is said of statuses.
    StatusSaid {
        Heading { day: NaiveDate } => format!("{day} 的认定"), format!("Statuses on {day}");
        Because => "依据", "Because";
        Definition => "口径", "Counted by";
        Yes => "是", "Yes";
        No => "不是", "No";
        Unknown => "不详", "Unknown";
        Registry { one: usize, both: usize } =>
            format!("学籍口径：单亲留守（一方外出）{one} 名，双亲留守（双方外出）{both} 名"),
            format!("student registry: one parent away {one}, both parents away {both}");
        WhoCounts => "看名字：care list --where civil_affairs=yes（registry、census、school 同样；缺情况的写 unknown）",
            "for the names: care list --where civil_affairs=yes (registry, census, school alike; unknown for those of whom a fact is missing)";
        NotReached { children: usize } =>
            format!("{children} 名儿童的情况没有写明，有的规则管不到：care check status-unknown"),
            format!("{} not reached by some rule, because facts are missing: care check status-unknown", super::count(*children as u64, "child is", "children are"));
        NotSet { label: &'a str } => format!("“{label}”是按情况和日期算出来的，不能填：改父母外出、监护能力、出生日期等情况"),
            format!("\"{label}\" is worked out from facts and the day, nobody sets it: set the facts (who is away since when, guardianship, birth date)");
        BothAway => "父母双方外出", "both parents away";
        OneAwayOtherUnable => "父母一方外出，另一方无监护能力或已故", "one parent away, the other unable or dead";
        OneAwayOtherAble => "父母一方外出，另一方能监护", "one parent away, the other able";
        NobodyAway => "父母都没有外出", "no parent away";
        BothDead => "父母均已故", "both parents dead";
        OneFor { months: u32 } => format!("父母一方外出满 {months} 个月"), format!("one parent away for {months} months");
        BothFor { months: u32 } => format!("父母双方外出满 {months} 个月"), format!("both parents away for {months} months");
        NotFor { months: u32 } => format!("外出不满 {months} 个月"), format!("away for less than {months} months");
        OfAge { years: u32 } => format!("已满 {years} 周岁"), format!("{years} or older");
        NotKnown { fields: &'a str } => format!("没有写明：{fields}"), format!("not known: {fields}");
        OnRoll => "在册", "on the roll";
        NotYet => "还没有入册", "not yet on the roll";
        Left { reason: &'a str } => format!("已离册：{reason}"), format!("left the roll: {reason}");
        LeftSimply => "已离册", "left the roll";
        NotCompulsory => "不在义务教育年级", "not in a grade of compulsory education";
        NoTerm => "校历里没有这一天的学期", "the calendar has no term for the day";
    }
}

/// How many children a rule does not reach; nothing when it reaches all.
pub fn not_reached(children: usize, lang: Lang) -> Option<String> {
    (children > 0).then(|| StatusSaid::NotReached { children }.text(lang))
}

/// What decided a status.
pub fn because(own: &DecidedBy, lang: Lang) -> String {
    let said = match own {
        DecidedBy::BothAway => StatusSaid::BothAway,
        DecidedBy::OneAwayOtherUnable => StatusSaid::OneAwayOtherUnable,
        DecidedBy::OneAwayOtherAble => StatusSaid::OneAwayOtherAble,
        DecidedBy::NobodyAway => StatusSaid::NobodyAway,
        DecidedBy::BothDead => StatusSaid::BothDead,
        DecidedBy::AwayFor { both: true, months } => StatusSaid::BothFor { months: *months },
        DecidedBy::AwayFor { both: false, months } => StatusSaid::OneFor { months: *months },
        DecidedBy::NotAwayFor { months } => StatusSaid::NotFor { months: *months },
        DecidedBy::OfAge { years } => StatusSaid::OfAge { years: *years },
        DecidedBy::NotKnown(fields) => {
            let field = |path: &&str| {
                status::asked(path).map_or(*path, |own| label(&own.label, lang)).to_owned()
            };
            let fields: Vec<String> = fields.iter().map(field).collect();
            return StatusSaid::NotKnown { fields: &listed(&fields, lang) }.text(lang);
        }
        DecidedBy::OnRoll => StatusSaid::OnRoll,
        DecidedBy::NotYetOnRoll => StatusSaid::NotYet,
        DecidedBy::Left(Some(reason)) => {
            let code = exit_reason(reason);
            let own = EXIT_REASONS.iter().find(|(own, _)| *own == code);
            let reason = own.map_or(code, |(_, words)| words_in(*words, lang));
            return StatusSaid::Left { reason }.text(lang);
        }
        DecidedBy::Left(None) => StatusSaid::LeftSimply,
        DecidedBy::NotCompulsory => StatusSaid::NotCompulsory,
        DecidedBy::NoTerm => StatusSaid::NoTerm,
    };
    said.text(lang)
}
