//! The numbers that a report tells in its sentences, and compares with those of the span before.

use std::collections::BTreeSet;

use super::basis::Basis;
use super::changes::movement;
use super::enrolment::enrolled;
use super::figures::{FigureRow, FigureTable, RowName};
use super::{away, filed, goods};
use crate::domain::amount::Amount;
use crate::domain::event::Event;
use crate::domain::label::Words;
use crate::reports::completion::{Completion, part};
use crate::reports::pairing::Pairing;

/// One number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    Pupils,
    Children,
    Boys,
    Girls,
    BothAway,
    OneAway,
    Joined,
    Left,
    Carded,
    Grown,
    Notices,
    Consents,
    Surveyed,
    Paired,
    Adults,
    Talks,
    TalkedWith,
    Visits,
    Visited,
    Calls,
    Letters,
    FamilyCalls,
    GuardianContacts,
    Counselled,
    Due,
    InTime,
    Undone,
    Activities,
    ActivityTimes,
    Lectures,
    LectureTimes,
    Trainings,
    Guardians,
    Meetings,
    Loans,
    Aided,
    AidYuan,
    Donations,
    DonatedYuan,
    Awards,
    Absences,
    Truants,
    Publicity,
}

/// All of them, in the order of a report, each with its code and its name.
pub const NUMBERS: &[(Number, &str, Words)] = &[
    (Number::Pupils, "pupils", ("在校学生", "pupils")),
    (Number::Children, "children", ("留守儿童", "left-behind children")),
    (Number::Boys, "boys", ("其中：男", "of these boys")),
    (Number::Girls, "girls", ("其中：女", "of these girls")),
    (Number::BothAway, "both_away", ("父母双方外出", "both parents away")),
    (Number::OneAway, "one_away", ("父母一方外出", "one parent away")),
    (Number::Joined, "joined", ("本期入册", "joined")),
    (Number::Left, "left", ("本期离册", "left")),
    (Number::Carded, "contact_cards", ("有联系卡", "with a contact card")),
    (Number::Grown, "growth", ("有成长记录", "with growth items")),
    (Number::Notices, "notices", ("已委托照护告知", "with a notice of delegated care")),
    (Number::Consents, "consents", ("有知情同意", "with a consent")),
    (Number::Surveyed, "surveyed", ("调查过的儿童", "children surveyed")),
    (Number::Paired, "paired", ("有人结对", "children with an adult")),
    (Number::Adults, "adults", ("结对的教职工", "adults in pairs")),
    (Number::Talks, "talks", ("谈心（次）", "talks")),
    (Number::TalkedWith, "talked_with", ("谈过心的儿童", "children talked with")),
    (Number::Visits, "visits", ("家访（次）", "home visits")),
    (Number::Visited, "visited", ("家访过的儿童", "children visited")),
    (Number::Calls, "calls", ("与家长通话（次）", "calls with parents")),
    (Number::Letters, "letters", ("书信（封）", "letters")),
    (Number::FamilyCalls, "family_calls", ("亲情电话（次）", "family calls")),
    (Number::GuardianContacts, "guardian_contacts", ("与监护人沟通（次）", "contacts with carers")),
    (Number::Counselled, "counselling", ("心理辅导（次）", "counselling sessions")),
    (Number::Due, "due", ("到期的事项（次）", "obligations due")),
    (Number::InTime, "in_time", ("其中：按时完成", "of these done in time")),
    (Number::Undone, "undone", ("其中：没有做", "of these not done")),
    (Number::Activities, "activities", ("活动（次）", "activities")),
    (Number::ActivityTimes, "activity_times", ("活动（人次）", "taking part in activities")),
    (Number::Lectures, "lectures", ("讲座（次）", "lectures")),
    (Number::LectureTimes, "lecture_times", ("讲座（人次）", "attending lectures")),
    (Number::Trainings, "trainings", ("监护人培训（次）", "trainings of guardians")),
    (Number::Guardians, "guardians", ("培训监护人（人次）", "guardians trained")),
    (Number::Meetings, "meetings", ("会议（次）", "meetings")),
    (Number::Loans, "loans", ("图书借阅（次）", "books lent")),
    (Number::Aided, "aided", ("受资助儿童", "children aided")),
    (Number::AidYuan, "aid_yuan", ("资助金额（元）", "aid in yuan")),
    (Number::Donations, "donations", ("收到捐赠（笔）", "donations")),
    (Number::DonatedYuan, "donated_yuan", ("捐款（元）", "donated yuan")),
    (Number::Awards, "awards", ("表彰（项）", "awards")),
    (Number::Absences, "absences", ("缺勤（次）", "absences")),
    (Number::Truants, "dropped_out", ("疑似辍学的儿童", "children who may have dropped out")),
    (Number::Publicity, "publicity", ("宣传（次）", "publicity")),
];

/// The numbers of a span.
pub struct Numbers(Vec<(Number, Option<usize>)>);

impl Numbers {
    /// All that can be counted.
    pub fn of(basis: &Basis) -> Numbers {
        Numbers(NUMBERS.iter().map(|(own, ..)| (*own, number(basis, *own))).collect())
    }

    /// One of them; none where it is not known.
    pub fn known(&self, wanted: Number) -> Option<usize> {
        self.0.iter().find(|(own, _)| *own == wanted).and_then(|(_, number)| *number)
    }

    /// One of them; nothing where it is not known.
    pub fn get(&self, wanted: Number) -> usize {
        self.known(wanted).unwrap_or_default()
    }

    /// Each with its name, as the rows of a table.
    pub fn rows(&self) -> Vec<(RowName, Option<usize>)> {
        let named = NUMBERS.iter().zip(&self.0);
        named.map(|((_, code, words), (_, own))| (RowName::Word(code, *words), *own)).collect()
    }
}

/// Whole yuan of what a column adds up to.
fn yuan<'e>(column: &str, events: impl Iterator<Item = &'e Event>) -> usize {
    let amounts = events.filter_map(|event| Amount::parse(event.filled(column)?));
    amounts.fold(Amount::ZERO, |sum, own| sum + own).whole()
}

fn number(basis: &Basis, wanted: Number) -> Option<usize> {
    let records = |name: &str| basis.records(name, |_| true).number;
    let children_of = |name: &str| basis.children_of(name, |_| true).number;
    let person_times = |name: &str| basis.person_times(name, |_| true).number;
    let of = |is: &dyn Fn(&crate::domain::child::Child) -> bool| basis.children(is).number;
    let sex = |code: &str| of(&|child| basis.code(child, "sex").as_deref() == Some(code));
    let row = |table: FigureTable, code: &str| {
        let is = |own: &&FigureRow| matches!(own.name, RowName::Word(own, _) if own == code);
        table.rows.iter().find(is).and_then(|own| own.cells.first()?.number())
    };
    let mut completion = Completion::default();
    if matches!(wanted, Number::Due | Number::InTime | Number::Undone) {
        basis.owed.iter().for_each(|one| completion.add(part(basis.plan, one)));
    }
    use crate::reports::completion::CompletionPart;
    let pairing = || Pairing::on(basis.home(), basis.day(), |_| true);
    Some(match wanted {
        Number::Pupils => {
            let all = enrolled(basis);
            if all.is_empty() {
                return None;
            }
            all.values().map(|own| own.number).sum()
        }
        Number::Children => of(&|_| true),
        Number::Boys => sex("male"),
        Number::Girls => sex("female"),
        Number::BothAway => return row(away::away(basis), "both"),
        Number::OneAway => return row(away::away(basis), "one"),
        Number::Joined => movement(basis).joined.number,
        Number::Left => movement(basis).gone().number,
        Number::Carded => return row(filed::filed(basis), "contact_card"),
        Number::Grown => return row(filed::filed(basis), "growth"),
        Number::Notices => return row(filed::filed(basis), "delegation_notice"),
        Number::Consents => return row(filed::filed(basis), "consent"),
        Number::Surveyed => children_of("survey"),
        Number::Paired => {
            let own: BTreeSet<_> = pairing().pairs.iter().map(|own| own.child.id).collect();
            own.len()
        }
        Number::Adults => {
            let own: BTreeSet<_> = pairing().pairs.iter().map(|own| own.pair.staff).collect();
            own.len()
        }
        Number::Talks => records("talk"),
        Number::TalkedWith => children_of("talk"),
        Number::Visits => records("visit"),
        Number::Visited => children_of("visit"),
        Number::Calls => records("call"),
        Number::Letters => records("letter"),
        Number::FamilyCalls => records("family_call"),
        Number::GuardianContacts => records("guardian_contact"),
        Number::Counselled => records("counselling"),
        Number::Due => completion.due(),
        Number::InTime => completion.of(CompletionPart::InTime),
        Number::Undone => completion.of(CompletionPart::Undone),
        Number::Activities => records("activity"),
        Number::ActivityTimes => person_times("activity"),
        Number::Lectures => records("lecture"),
        Number::LectureTimes => person_times("lecture"),
        Number::Trainings => records("training"),
        Number::Guardians => basis
            .done_within("training")
            .filter_map(|event| event.filled("guardians")?.parse::<usize>().ok())
            .sum(),
        Number::Meetings => records("meeting"),
        Number::Loans => records("book_loan"),
        Number::Aided => children_of("aid"),
        Number::AidYuan => yuan("amount", basis.done_within("aid")),
        Number::Donations => basis.records("donation", goods::came_in).number,
        Number::DonatedYuan => {
            yuan("cash", basis.done_within("donation").filter(|event| goods::came_in(event)))
        }
        Number::Awards => records("award"),
        Number::Absences => records("absence"),
        Number::Truants => {
            basis
                .children_of("absence", |event| event.filled("reason") == Some("dropped_out"))
                .number
        }
        Number::Publicity => records("publicity"),
    })
}
