//! The twenty boxes of papers that an inspector asks for, as data: what stands in each.

use crate::domain::label::Words;

/// A numbered box of papers.
#[derive(Debug)]
pub struct ArchiveBox {
    pub number: u8,
    pub name: Words,
    pub lines: &'static [BoxLine],
}

/// One thing that a box holds.
#[derive(Debug)]
pub struct BoxLine {
    pub holds: BoxContent<'static>,
    /// Is it missing when there is none?
    pub is_sought: bool,
}

/// What a line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxContent<'a> {
    /// Children on the roll.
    Children,
    /// Their files, whole or not.
    Files,
    /// Children who have a contact card.
    Cards,
    /// Children whose parents told the school in writing who cares for them.
    Notices,
    /// Those of the group that leads the home.
    Group,
    /// Those who serve.
    Staff,
    /// Children with an adult.
    Pairs,
    /// What the school has promised to do, and this program holds it to.
    Rules,
    /// Records of a register in the span; of what stays, all up to its end.
    Records(&'a str),
    /// The same of which a column holds this code.
    Kind { register: &'static str, column: &'static str, code: &'static str },
    /// The same in which a column is filled.
    Filled { register: &'static str, column: &'static str },
}

impl<'a> BoxContent<'a> {
    /// The register that it counts.
    pub fn register(self) -> Option<&'a str> {
        match self {
            BoxContent::Records(register)
            | BoxContent::Kind { register, .. }
            | BoxContent::Filled { register, .. } => Some(register),
            _ => None,
        }
    }
}

/// Registers of things that stay: what was entered before the span still stands in it.
pub const STANDING: [&str; 4] = ["document", "room", "partner", "asset"];

const fn line(holds: BoxContent<'static>) -> BoxLine {
    BoxLine { holds, is_sought: false }
}

const fn sought(holds: BoxContent<'static>) -> BoxLine {
    BoxLine { holds, is_sought: true }
}

const fn kind(
    register: &'static str,
    column: &'static str,
    code: &'static str,
) -> BoxContent<'static> {
    BoxContent::Kind { register, column, code }
}

const fn document(code: &'static str) -> BoxContent<'static> {
    kind("document", "kind", code)
}

use BoxContent::{Cards, Children, Files, Filled, Group, Notices, Pairs, Records, Rules, Staff};

const fn archive(number: u8, name: Words, lines: &'static [BoxLine]) -> ArchiveBox {
    ArchiveBox { number, name, lines }
}

/// The boxes; every register that is shipped stands in one of them.
pub const BOXES: &[ArchiveBox] = &[
    archive(1, ("组织机构和职责", "organisation and duties"), &[line(Group), line(Staff)]),
    archive(2, ("制度", "rules"), &[sought(document("rule")), line(Rules)]),
    archive(
        3,
        ("工作计划、三年规划", "plans"),
        &[sought(document("plan")), line(Records("work_item"))],
    ),
    archive(
        4,
        ("花名册、档案、联系卡", "roster, files, contact cards"),
        &[
            line(Children),
            line(Files),
            line(Cards),
            line(Notices),
            line(document("agreement")),
            line(Records("enrolment")),
            line(Records("head_count")),
            sought(Records("survey")),
            line(Records("needs")),
            line(Records("change")),
            line(Records("contact_check")),
            line(Records("consent")),
            line(Records("absence")),
            line(Records("persuade")),
        ],
    ),
    archive(5, ("结对帮扶", "pairs"), &[line(Pairs), sought(Records("help"))]),
    archive(
        6,
        ("谈心、家访、电话、书信记录", "talks, visits, calls, letters"),
        &[
            sought(Records("talk")),
            sought(Records("visit")),
            sought(Records("call")),
            sought(Records("family_call")),
            sought(Records("letter")),
            sought(Records("guardian_contact")),
            sought(Records("feedback")),
            sought(Records("diary")),
        ],
    ),
    archive(7, ("成长记录袋", "growth books"), &[sought(Records("growth"))]),
    archive(
        8,
        ("活动计划、活动记录、照片", "activities and photos"),
        &[
            sought(Records("activity")),
            line(Filled { register: "activity", column: "photo" }),
            sought(Records("rota")),
            sought(Records("duty")),
            sought(Records("patrol")),
        ],
    ),
    archive(
        9,
        ("讲座和监护人培训", "lectures and training"),
        &[sought(Records("lecture")), sought(Records("training"))],
    ),
    archive(
        10,
        ("心理辅导（密封）", "counselling (sealed)"),
        &[line(Records("counselling")), line(Records("plan")), line(Records("incident"))],
    ),
    archive(
        11,
        ("联席会议和其他会议", "joint conference and meetings"),
        &[sought(Records("meeting")), line(Records("partner"))],
    ),
    archive(
        12,
        ("资助和捐赠", "aid and donations"),
        &[line(Records("aid")), line(Records("donation"))],
    ),
    archive(
        13,
        ("场地、物品、盘点、使用记录", "rooms, assets, stocktake, use"),
        &[
            line(Records("room")),
            line(Records("asset")),
            line(Records("book_loan")),
            line(document("certificate")),
        ],
    ),
    archive(
        14,
        ("宣传、致家长信", "publicity, letters to all parents"),
        &[sought(Records("publicity")), line(kind("letter", "direction", "school_letter"))],
    ),
    archive(
        15,
        ("考核和表彰", "assessment and awards"),
        &[
            sought(Records("assessment")),
            line(Records("award")),
            line(Records("penalty")),
            line(Records("result")),
            line(Records("breach")),
        ],
    ),
    archive(
        16,
        ("工作总结、典型案例", "summaries, model cases"),
        &[line(document("summary")), line(Records("model_case"))],
    ),
    archive(17, ("经费", "spending"), &[sought(Records("fund"))]),
    archive(18, ("上报材料", "reports sent up"), &[line(document("report"))]),
    archive(19, ("交接表", "handover sheets"), &[line(Records("handover"))]),
    archive(
        20,
        ("上级文件", "policy documents"),
        &[line(document("notice")), line(document("other"))],
    ),
];

/// Where the school's own registers stand.
pub const OTHERS: ArchiveBox = archive(21, ("本校自设登记", "the school's own registers"), &[]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::SHIPPED;

    #[test]
    fn every_register_that_is_shipped_stands_in_one_box_but_open_questions_which_are_no_paper() {
        let lines = || BOXES.iter().flat_map(|own| own.lines);
        for (name, _) in SHIPPED.iter().filter(|(name, _)| *name != "flag") {
            let of_kinds = || lines().any(|own| own.holds.register() == Some(name));
            let whole = lines().filter(|own| own.holds == Records(name)).count();
            assert!(whole == 1 || *name == "document" && of_kinds(), "{name}: {whole}");
        }
        let numbers: Vec<u8> = BOXES.iter().map(|own| own.number).collect();
        assert_eq!(numbers, (1..=20).collect::<Vec<u8>>());
    }

    #[test]
    fn every_kind_of_document_stands_in_one_box() {
        let (_, text) = SHIPPED.iter().find(|(name, _)| *name == "document").unwrap();
        let codes = text.split("code = \"").skip(1).filter_map(|rest| rest.split('"').next());
        for code in codes {
            let own = |line: &&BoxLine| line.holds == document(code_of(code));
            let count = BOXES.iter().flat_map(|own| own.lines).filter(own).count();
            assert_eq!(count, 1, "{code}");
        }
    }

    fn code_of(code: &str) -> &'static str {
        let of_documents = |line: &BoxLine| match line.holds {
            BoxContent::Kind { register: "document", code, .. } => Some(code),
            _ => None,
        };
        let codes = BOXES.iter().flat_map(|own| own.lines).filter_map(of_documents);
        codes.into_iter().find(|own| *own == code).unwrap_or("")
    }
}
