//! `care overdue` as a page: what stands on it besides the list.

use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::domain::subject::Subject;
use crate::lang::page_words::PageWord;
use crate::lang::rate_words::rate;
use crate::render::screens::Names;
use crate::render::screens::overdue_page::OverduePage;
use crate::render::screens::rates::{sheet, unreconciled};
use crate::render::sheet::Sheet;
use crate::reports::completion::CompletionPart;
use crate::reports::contacts::{self, Contacts};
use crate::reports::overdue::OverdueRow;
use crate::reports::rates::{RatesBy, rates};
use crate::reports::within;
use crate::rules::need;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::{Reading, nobody};
use crate::session::records::Wanted;

/// The page around a list.
pub fn page<'a>(
    (reading, question): (&Reading, &Question),
    names: &'a Names<'a>,
    (late, soon): (&'a [OverdueRow], &'a [Obligation]),
    enrolled: usize,
) -> Result<OverduePage<'a>, Failure> {
    let is_of_all = question.rule.is_none() && question.staff.is_none();
    let contacts = is_of_all.then(|| reached(reading, question, names.plan)).transpose()?;
    let (rates, done) = completed(reading, question, names)?;
    Ok(OverduePage { names, late, soon, enrolled, contacts, rates, done })
}

/// How much of what fell due this term was done in time, by class and by month.
fn completed(
    reading: &Reading,
    question: &Question,
    names: &Names,
) -> Result<(Vec<Sheet>, Option<String>), Failure> {
    let (home, lang) = (&reading.home, names.lang);
    let Some(term) = home.calendar.term_begun(names.plan.today) else { return Ok((vec![], None)) };
    let days = home.calendar.days_of(term);
    let plan = Plan::new(home, names.plan.today, |rule| question.wants(rule));
    let tally = reading.judge(&plan, &need::due_since(&plan, days.first), nobody)?;
    let keeps = |case| question.keeps(&plan, case);
    let owed = within::obligations(&plan, &tally, &days, keeps);
    let slots = within::slots(&plan, &tally, &days, keeps);
    let names = names.of(&plan);
    let mut sheets = Vec::new();
    let mut done = None;
    for (by, heading) in [(RatesBy::Class, PageWord::ByClass), (RatesBy::Month, PageWord::ByMonth)]
    {
        let rates = rates(&plan, &owed, by, slots);
        if let Err(wrong) = rates.reconcile() {
            return Err(Failure::Refused(vec![unreconciled(&names, &rates, &wrong)]));
        }
        let (part, whole) = (rates.whole.of(CompletionPart::InTime), rates.whole.due());
        let rate = rate(rates.whole.rate());
        done = Some(PageWord::DoneOf { rate: &rate, part, whole }.text(lang));
        if !rates.groups.is_empty() {
            sheets.push(sheet(&names, &rates, by).headed(heading.text(lang)));
        }
    }
    Ok((sheets, done))
}

/// The children who are asked about, and when somebody reached them.
fn reached(reading: &Reading, question: &Question, plan: &Plan) -> Result<Contacts, Failure> {
    let registers = contacts::registers(&reading.home);
    let wanted = Wanted { days: Some(contacts::days(plan)), versions: false, is: &|_, _| true };
    let records = reading.records(&registers, &wanted)?;
    let mut contacts = contacts::contacts(plan, records.iter().map(|(_, event, _)| event));
    let class = question.class.as_ref();
    let is_asked = |child: usize| class.is_none() || plan.class_of(&Subject::Child(child)) == class;
    contacts.children.retain(|own| is_asked(own.child));
    Ok(contacts)
}
