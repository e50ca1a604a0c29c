//! `care overdue` as a page: what stands on it besides the list.

use crate::cli::context::Context;
use crate::cli::due_within::DueWithin;
use crate::cli::failure::Failure;
use crate::cli::period::Period;
use crate::cli::question::{Narrow, Question};
use crate::domain::subject::Subject;
use crate::lang::page_words::PageWord;
use crate::lang::rate_words::rate;
use crate::render::screens::Names;
use crate::render::screens::rates::{sheet, unreconciled};
use crate::render::sheet::Sheet;
use crate::reports::completion::{Completion, CompletionPart};
use crate::reports::contacts::{self, Contacts};
use crate::reports::rates::{RatesBy, rates};
use crate::rules::plan::Plan;
use crate::session::read::Reading;
use crate::session::records::Wanted;

/// How much of what fell due this term was done in time, by class and by month: as `care rates`
/// says it.
pub fn completed(
    (context, reading): (&Context, &Reading),
    narrow: &Narrow,
    names: &Names,
) -> Result<(Vec<Sheet>, String), Failure> {
    let due = DueWithin::new(context, reading, (narrow, &Period::default()))?;
    let names = names.of(&due.plan);
    let slots = due.slots();
    let mut sheets = Vec::new();
    let mut whole = Completion::default();
    for (by, heading) in [(RatesBy::Class, PageWord::ByClass), (RatesBy::Month, PageWord::ByMonth)]
    {
        let rates = rates(&due.plan, &due.owed, by, slots);
        if let Err(wrong) = rates.reconcile() {
            return Err(Failure::Refused(vec![unreconciled(&names, &rates, &wrong)]));
        }
        whole = rates.whole;
        if !rates.groups.is_empty() {
            sheets.push(sheet(&names, &rates, by).headed(heading.text(context.lang)));
        }
    }
    let (rate, part) = (rate(whole.rate()), whole.of(CompletionPart::InTime));
    let done = PageWord::DoneOf { rate: &rate, part, whole: whole.due() }.text(context.lang);
    Ok((sheets, done))
}

/// The children who are asked about, and when somebody reached them; none where the question is
/// about one rule or person, for others' records would say nothing of them.
pub fn reached(
    reading: &Reading,
    question: &Question,
    plan: &Plan,
) -> Result<Option<Contacts>, Failure> {
    if question.rule.is_some() || question.staff.is_some() {
        return Ok(None);
    }
    let class = question.class.as_ref();
    let is_asked = |child: usize| {
        let is_in = class.is_none() || plan.class_of(&Subject::Child(child)) == class;
        is_in && question.child.is_none_or(|id| reading.home.children[child].id == id)
    };
    Ok(Some(contacts_of(reading, plan, is_asked)?))
}

/// When somebody reached the children that are asked about.
pub fn contacts_of(
    reading: &Reading,
    plan: &Plan,
    is_asked: impl Fn(usize) -> bool,
) -> Result<Contacts, Failure> {
    let registers = contacts::registers(&reading.home);
    let wanted = Wanted { days: Some(contacts::days(plan)), versions: false, is: &|_, _| true };
    let records = reading.records(&registers, &wanted)?;
    let mut contacts = contacts::contacts(plan, records.iter().map(|(_, event, _)| event));
    contacts.children.retain(|own| is_asked(own.child));
    Ok(contacts)
}
