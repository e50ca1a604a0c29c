//! The names of records: `谈心.日期`, `谈心.次数`, and the blocks that are repeated for each.

use super::known_names::FormNames;
use super::name::{FormName, RecordPart, Repeat};
use crate::domain::register::{Column, Register};

/// The columns that every record has.
const COMMON: &[(RecordPart, &[&str])] = &[
    (RecordPart::Date, &["日期", "date", "时间"]),
    (RecordPart::Weekday, &["星期", "weekday"]),
    (RecordPart::Week, &["周次", "week"]),
    (RecordPart::Children, &["儿童", "children", "学生"]),
    (RecordPart::Class, &["班级", "class"]),
    (RecordPart::Staff, &["教师", "staff", "负责人"]),
    (RecordPart::Outcome, &["是否完成", "outcome"]),
    (RecordPart::Note, &["备注", "note"]),
];

/// How many there are.
const TIMES: [&str; 2] = ["次数", "count"];
const IN_TERM: [&str; 2] = ["本学期", "this term"];

/// The names of all registers: by their own names and labels first, then by what else schools call
/// them, as far as that is one register's.
pub(super) fn add_registers<'a>(
    names: &mut FormNames,
    registers: &(impl Iterator<Item = &'a Register> + Clone),
) {
    for own in registers.clone() {
        tell(names, own);
        for called in [own.label.zh(), own.label.en(), &own.name] {
            add_register(names, own, called);
        }
    }
    for own in registers.clone() {
        for called in &own.aliases {
            let is_theirs = |other: &Register| {
                other.name != own.name && other.aliases.iter().any(|alias| alias == called)
            };
            if !registers.clone().any(is_theirs) {
                add_register(names, own, called);
            }
        }
    }
}

fn tell(names: &mut FormNames, own: &Register) {
    let (zh, en) = (own.label.zh(), own.name.as_str());
    for (_, words) in COMMON {
        if let [word_zh, word_en, ..] = words {
            names.tell(&format!("{zh}.{word_zh}"), &format!("{en}.{word_en}"));
        }
    }
    for column in &own.columns {
        names.tell(&format!("{zh}.{}", column.label.zh()), &format!("{en}.{}", column.name));
    }
    let ([times_zh, times_en], [term_zh, term_en]) = (TIMES, IN_TERM);
    names.tell(&format!("{zh}.{times_zh}"), &format!("{en}.{times_en}"));
    names.tell(&format!("{term_zh}.{zh}{times_zh}"), &format!("{term_en}.{en} {times_en}"));
}

/// All names of a register under one of the words for it.
fn add_register(names: &mut FormNames, own: &Register, called: &str) {
    let register = &own.name;
    for times in TIMES {
        let count = |in_term| FormName::Times { register: register.clone(), in_term };
        names.put(&format!("{called}.{times}"), &count(false));
        names.put(&format!("{called}{times}"), &count(false));
        for term in IN_TERM {
            names.put(&format!("{term}.{called}{times}"), &count(true));
            names.put(&format!("{term}.{called}.{times}"), &count(true));
        }
    }
    names.put(&format!("#{called}"), &FormName::Begin(Repeat::Records(register.clone())));
    names.put(&format!("/{called}"), &FormName::End(Repeat::Records(register.clone())));
    let record = |part: RecordPart| FormName::Record(register.clone(), part);
    // A register's own column owns its name.
    let first = |column: &Column| [column.label.zh().to_owned(), column.label.en().to_owned()];
    for column in &own.columns {
        let name = record(RecordPart::Own(column.name.clone()));
        for word in first(column).iter().chain([&column.name]) {
            names.put(&format!("{called}.{word}"), &name);
        }
    }
    for (part, words) in COMMON {
        for word in *words {
            names.put(&format!("{called}.{word}"), &record(part.clone()));
        }
    }
    for column in &own.columns {
        let name = record(RecordPart::Own(column.name.clone()));
        for word in &column.aliases {
            names.put(&format!("{called}.{word}"), &name);
        }
    }
}
