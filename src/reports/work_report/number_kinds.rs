//! What each number of a report is called, and how it is counted.

use super::basis::Basis;
use super::changes::movement;
use super::enrolment::enrolled;
use super::figures::{FigureRow, FigureTable, RowName};
use super::number::Number;
use super::{away, filed, goods};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::label::Words;
use crate::reports::completion::{Completion, CompletionPart, part};
use crate::reports::pairing::Pairing;
use std::collections::BTreeSet;

/// How a number is counted.
pub enum NumberCount {
    Always(fn(&Basis) -> usize),
    /// Where something was entered that it can be counted from.
    Known(fn(&Basis) -> Option<usize>),
}

/// A number, its code and name, and how it is counted.
pub struct NumberKind {
    pub number: Number,
    pub code: &'static str,
    pub name: Words,
    pub count: NumberCount,
}

const fn known(
    number: Number,
    code: &'static str,
    name: Words,
    count: fn(&Basis) -> Option<usize>,
) -> NumberKind {
    NumberKind { number, code, name, count: NumberCount::Known(count) }
}

const fn always(
    number: Number,
    code: &'static str,
    name: Words,
    count: fn(&Basis) -> usize,
) -> NumberKind {
    NumberKind { number, code, name, count: NumberCount::Always(count) }
}

/// All of them, in the order of a report.
pub const NUMBERS: &[NumberKind] = &[
    known(Number::Pupils, "pupils", ("在校学生", "pupils"), pupils),
    always(Number::Children, "children", ("留守儿童", "left-behind children"), |basis| {
        of(basis, |_| true)
    }),
    always(Number::Boys, "boys", ("其中：男", "of these boys"), |basis| sex(basis, "male")),
    always(Number::Girls, "girls", ("其中：女", "of these girls"), |basis| {
        sex(basis, "female")
    }),
    known(Number::BothAway, "both_away", ("父母双方外出", "both parents away"), |basis| {
        row(&away::away(basis), "both")
    }),
    known(Number::OneAway, "one_away", ("父母一方外出", "one parent away"), |basis| {
        row(&away::away(basis), "one")
    }),
    always(Number::Joined, "joined", ("本期入册", "joined"), |basis| {
        movement(basis).joined.number
    }),
    always(Number::Left, "left", ("本期离册", "left"), |basis| movement(basis).gone().number),
    known(Number::Carded, "contact_cards", ("有联系卡", "with a contact card"), |basis| {
        row(&filed::filed(basis), "contact_card")
    }),
    known(Number::Grown, "growth", ("有成长记录", "with growth items"), |basis| {
        row(&filed::filed(basis), "growth")
    }),
    known(
        Number::Notices,
        "notices",
        ("已委托照护告知", "with a notice of delegated care"),
        |basis| row(&filed::filed(basis), "delegation_notice"),
    ),
    known(Number::Consents, "consents", ("有知情同意", "with a consent"), |basis| {
        row(&filed::filed(basis), "consent")
    }),
    always(Number::Surveyed, "surveyed", ("调查过的儿童", "children surveyed"), |basis| {
        children_of(basis, "survey")
    }),
    always(Number::Paired, "paired", ("有人结对", "children with an adult"), paired),
    always(Number::Adults, "adults", ("结对的教职工", "adults in pairs"), adults),
    always(Number::Talks, "talks", ("谈心（次）", "talks"), |basis| records(basis, "talk")),
    always(
        Number::TalkedWith,
        "talked_with",
        ("谈过心的儿童", "children talked with"),
        |basis| children_of(basis, "talk"),
    ),
    always(Number::Visits, "visits", ("家访（次）", "home visits"), |basis| {
        records(basis, "visit")
    }),
    always(Number::Visited, "visited", ("家访过的儿童", "children visited"), |basis| {
        children_of(basis, "visit")
    }),
    always(Number::Calls, "calls", ("与家长通话（次）", "calls with parents"), |basis| {
        records(basis, "call")
    }),
    always(Number::Letters, "letters", ("书信（封）", "letters"), |basis| {
        records(basis, "letter")
    }),
    always(
        Number::FamilyCalls,
        "family_calls",
        ("亲情电话（次）", "family calls"),
        |basis| records(basis, "family_call"),
    ),
    always(
        Number::GuardianContacts,
        "guardian_contacts",
        ("与监护人沟通（次）", "contacts with carers"),
        |basis| records(basis, "guardian_contact"),
    ),
    always(
        Number::Counselled,
        "counselling",
        ("心理辅导（次）", "counselling sessions"),
        |basis| records(basis, "counselling"),
    ),
    always(Number::Due, "due", ("到期的事项（次）", "obligations due"), |basis| {
        completion(basis).due()
    }),
    always(Number::InTime, "in_time", ("其中：按时完成", "of these done in time"), |basis| {
        completion(basis).of(CompletionPart::InTime)
    }),
    always(Number::Undone, "undone", ("其中：没有做", "of these not done"), |basis| {
        completion(basis).of(CompletionPart::Undone)
    }),
    always(Number::Activities, "activities", ("活动（次）", "activities"), |basis| {
        records(basis, "activity")
    }),
    always(
        Number::ActivityTimes,
        "activity_times",
        ("活动（人次）", "taking part in activities"),
        |basis| person_times(basis, "activity"),
    ),
    always(Number::Lectures, "lectures", ("讲座（次）", "lectures"), |basis| {
        records(basis, "lecture")
    }),
    always(
        Number::LectureTimes,
        "lecture_times",
        ("讲座（人次）", "attending lectures"),
        |basis| person_times(basis, "lecture"),
    ),
    always(
        Number::Trainings,
        "trainings",
        ("监护人培训（次）", "trainings of guardians"),
        |basis| records(basis, "training"),
    ),
    always(Number::Guardians, "guardians", ("培训监护人（人次）", "guardians trained"), guardians),
    always(Number::Meetings, "meetings", ("会议（次）", "meetings"), |basis| {
        records(basis, "meeting")
    }),
    always(Number::Loans, "loans", ("图书借阅（次）", "books lent"), |basis| {
        records(basis, "book_loan")
    }),
    always(Number::Aided, "aided", ("受资助儿童", "children aided"), |basis| {
        children_of(basis, "aid")
    }),
    always(
        Number::AidYuan,
        "aid_yuan",
        ("资助金额（取整，元）", "aid in whole yuan"),
        |basis| basis.money().aid.whole(),
    ),
    always(Number::Donations, "donations", ("收到捐赠（笔）", "donations"), |basis| {
        basis.records("donation", goods::came_in).number
    }),
    always(
        Number::DonatedYuan,
        "donated_yuan",
        ("捐款（取整，元）", "donated in whole yuan"),
        |basis| basis.money().donated.whole(),
    ),
    always(Number::Awards, "awards", ("表彰（项）", "awards"), |basis| {
        records(basis, "award")
    }),
    always(Number::Absences, "absences", ("缺勤（次）", "absences"), |basis| {
        records(basis, "absence")
    }),
    always(
        Number::Truants,
        "dropped_out",
        ("疑似辍学的儿童", "children who may have dropped out"),
        truants,
    ),
    always(Number::Publicity, "publicity", ("宣传（次）", "publicity"), |basis| {
        records(basis, "publicity")
    }),
    always(
        Number::Results,
        "results",
        ("竞赛、考试成绩（人次）", "results of children"),
        |basis| person_times(basis, "result"),
    ),
    always(Number::Breaches, "breaches", ("违纪（人次）", "breaches by children"), |basis| {
        person_times(basis, "breach")
    }),
];

fn of(basis: &Basis, is: impl Fn(&Child) -> bool) -> usize {
    basis.children(is).number
}

fn sex(basis: &Basis, code: &str) -> usize {
    of(basis, |child| basis.code(child, "sex").as_deref() == Some(code))
}

fn records(basis: &Basis, register: &str) -> usize {
    basis.records(register, |_| true).number
}

fn children_of(basis: &Basis, register: &str) -> usize {
    basis.children_of(register, |_| true).number
}

fn person_times(basis: &Basis, register: &str) -> usize {
    basis.person_times(register, |_| true).number
}

/// The first number of a table's row.
fn row(table: &FigureTable, code: &str) -> Option<usize> {
    let is = |own: &&FigureRow| matches!(own.name, RowName::Word(own, _) if own == code);
    table.rows.iter().find(is).and_then(|own| own.cells.first()?.number())
}

fn pupils(basis: &Basis) -> Option<usize> {
    let all = enrolled(basis);
    (!all.is_empty()).then(|| all.values().map(|own| own.number).sum())
}

fn paired(basis: &Basis) -> usize {
    let pairs = Pairing::on(basis.home(), basis.day(), |_| true).pairs;
    pairs.iter().map(|own| own.child.id).collect::<BTreeSet<_>>().len()
}

fn adults(basis: &Basis) -> usize {
    let pairs = Pairing::on(basis.home(), basis.day(), |_| true).pairs;
    pairs.iter().map(|own| own.pair.staff).collect::<BTreeSet<_>>().len()
}

fn completion(basis: &Basis) -> Completion {
    let mut own = Completion::default();
    basis.owed.iter().for_each(|one| own.add(part(basis.plan, one)));
    own
}

fn guardians(basis: &Basis) -> usize {
    let came = basis.done_within("training").filter_map(|event| event.filled("guardians"));
    came.filter_map(|text| text.parse::<usize>().ok()).sum()
}

fn truants(basis: &Basis) -> usize {
    let is = |event: &Event| event.filled("reason") == Some("dropped_out");
    basis.children_of("absence", is).number
}
