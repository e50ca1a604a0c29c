//! `care overdue` as a page: what stands on it besides the list.

use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::domain::subject::Subject;
use crate::render::screens::Names;
use crate::render::screens::overdue_page::OverduePage;
use crate::reports::contacts::{self, Contacts};
use crate::reports::overdue::OverdueRow;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::Reading;
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
    Ok(OverduePage { names, late, soon, enrolled, contacts, rates: Vec::new(), done: None })
}

/// The children who are asked about, and when somebody reached them.
fn reached(reading: &Reading, question: &Question, plan: &Plan) -> Result<Contacts, Failure> {
    let registers = contacts::registers(plan);
    let wanted = Wanted { days: Some(contacts::days(plan)), versions: false, is: &|_, _| true };
    let records = reading.records(&registers, &wanted)?;
    let mut contacts = contacts::contacts(plan, records.iter().map(|(_, event, _)| event));
    let class = question.class.as_ref();
    let is_asked = |child: usize| class.is_none() || plan.class_of(&Subject::Child(child)) == class;
    contacts.children.retain(|own| is_asked(own.child));
    Ok(contacts)
}
