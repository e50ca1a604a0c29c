//! The mails of a day: who gets which letter.

use chrono::NaiveDate;

use super::recipient::{Recipient, office, recipient, untold};
use crate::domain::calendar::Term;
use crate::domain::id::Id;
use crate::domain::mail::MailKind;
use crate::domain::matter::{self, Matter};
use crate::domain::rule::{Level, Rule};
use crate::domain::settings::{Lang, Settings};
use crate::domain::spans::{Span, day_before, days_later};
use crate::domain::staff::Staff;
use crate::domain::subject::Subject;
use crate::lang::calendar_words;
use crate::render::letter::Letter;
use crate::render::letters::Desk;
use crate::render::screens::Names;
use crate::reports::digest::{Raising, Tellable, digests, raised_to};
use crate::reports::overdue::OverdueRow;
use crate::reports::summary::summary;
use crate::rules::case::Case;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::Ask;
use crate::session::{Session, Stop};
use crate::storage::sent_mail::SentMails;

/// One mail to be sent.
pub struct Outgoing {
    pub kind: MailKind,
    pub to: Recipient,
    pub letter: Letter,
    /// The children whom it tells of.
    pub children: Vec<Id>,
    /// The words of thanks in it, which go once.
    pub thanks: Vec<Id>,
}

impl Outgoing {
    /// A mail that tells of nobody.
    fn of(kind: MailKind, to: &Recipient, letter: Letter) -> Outgoing {
        Outgoing { kind, to: to.clone(), letter, children: Vec::new(), thanks: Vec::new() }
    }
}

/// All mails of a day.
#[derive(Default)]
pub struct DaysMail {
    pub outgoing: Vec<Outgoing>,
    /// How many overdue rows reach nobody.
    pub untold: usize,
    /// The people with a list whose address in `staff.toml` is none.
    pub without_address: Vec<Id>,
    /// Who of `summary_to` cannot be told, in words.
    pub unreachable: Vec<String>,
    /// How many faults hinder a list.
    pub faults: Option<usize>,
}

/// Composes the mails of today; `lang` is that of whoever runs the program. What is to be sent, and
/// not shown to them, masks names by the settings of mail alone.
pub fn day(
    session: &Session,
    settings: &Settings,
    ledger: &SentMails,
    (lang, is_sent): (Lang, bool),
) -> Result<DaysMail, Stop> {
    let ask = Ask { registers: &matter::REGISTERS, whole_names: is_sent, ..Ask::default() };
    let day = session.read(ask, |reading| {
        let is_told = |rule: &Rule| is_listed(rule) || rule.is_promise();
        let plan = Plan::new(&reading.home, session.today, is_told);
        let (late, soon) = reading.late_and_soon(&plan, settings.mail.due_days, is_told)?;
        let (rows, mut promised): (Vec<OverdueRow>, Vec<OverdueRow>) =
            late.into_iter().partition(|row| is_listed(plan.rules[row.case.rule].rule));
        promised.retain(|row| is_untold(&plan, row, ledger));
        let mut matters = reading.matters(&matter::REGISTERS)?;
        let end = days_later(session.today, settings.mail.due_days);
        matters.retain(|own| own.is_due(end) || is_new_thanks(own, session.today, ledger));
        Ok(of_lists(settings, ledger, &Lists { plan, rows, promised, soon, matters }, lang))
    });
    match day {
        // While the staff cannot be read, the people among them cannot be told, nor blamed.
        Err(Stop::BadData(faults)) => {
            let staff = session.store()?.staff();
            Ok(without_list(session, settings, staff.as_deref(), faults.len(), lang))
        }
        other => other,
    }
}

fn is_listed(rule: &Rule) -> bool {
    rule.level == Level::Required
}

/// Was whoever ought to do it sent no list since the day that was agreed? Then that day has passed
/// unsaid, and it is told once.
fn is_untold(plan: &Plan, row: &OverdueRow, ledger: &SentMails) -> bool {
    let Some((due, person)) = row.due.zip(plan.responsible(row.case)) else { return false };
    let since = Span { first: due, last: day_before(plan.today) };
    !ledger.went_in(since, &[MailKind::List], &person.to_string())
}

/// Is it a word of thanks of late that has not gone?
fn is_new_thanks(own: &Matter, today: NaiveDate, ledger: &SentMails) -> bool {
    let is_of_late = days_later(own.asked_on, THANKS_DAYS) >= today;
    own.is_thanks && is_of_late && !ledger.has_thanked(own.id)
}

/// For so many days a word of thanks waits for a mail.
const THANKS_DAYS: u32 = 30;

/// What the judgement found.
struct Lists<'h> {
    plan: Plan<'h>,
    rows: Vec<OverdueRow>,
    promised: Vec<OverdueRow>,
    soon: Vec<Obligation>,
    matters: Vec<Matter>,
}

fn of_lists(settings: &Settings, ledger: &SentMails, lists: &Lists, own: Lang) -> DaysMail {
    let Lists { plan, rows, soon, .. } = lists;
    let (home, today, lang) = (plan.home, plan.today, language(settings));
    let (office, unreachable) = office(settings, Some(&home.staff), today, own);
    let mut day = DaysMail { unreachable, ..DaysMail::default() };
    let term = home.calendar.term_begun(today).filter(|term| today <= term.span.last);
    let term_name = term.map(Term::called).unwrap_or_default();
    let note = calendar_words::outside(&home.calendar, today, lang);
    let desk =
        Desk { settings, lang, today, term: term_name, enrolled: home.enrolled(today), note };
    let is_open = term.is_some() || settings.mail.in_holidays;
    if is_open {
        let is_reachable = |id| recipient(home, id, today).is_some();
        let after_days = settings.mail.escalate_days;
        let raising = Raising { after_days, is_reachable: &is_reachable };
        let names = Names::new(plan, lang).masked(settings.mail.mask);
        (day.outgoing, day.without_address) = lists_of_people(&desk, &names, lists, &raising);
        let is_listless = |row: &&OverdueRow| !plan.responsible(row.case).is_some_and(is_reachable);
        let listless: Vec<&OverdueRow> = rows.iter().filter(is_listless).collect();
        if !rows.is_empty() {
            let figures = summary(plan, rows);
            for to in &office {
                let letter = desk
                    .summary(&names, &figures, &listless, soon.len(), |id| untold(home, id, today));
                let children = told_of(plan, rows.iter().map(|row| row.case));
                day.outgoing
                    .push(Outgoing { children, ..Outgoing::of(MailKind::Summary, to, letter) });
            }
        }
        if office.is_empty() {
            let untold = listless.iter().filter(|row| raised_to(plan, row, &raising).is_none());
            day.untold = untold.count();
        }
    }
    let has_summary = is_open && !rows.is_empty();
    if let Some(since) = settings.mail.heartbeat_due(today).filter(|_| !has_summary) {
        let lived = [MailKind::Summary, MailKind::Heartbeat];
        let days = Span { first: since, last: today };
        let before = |to: &&Recipient| {
            let is_due = !ledger.went_in(days, &lived, &to.key);
            // The one of today is composed again, so that it can be resent.
            is_due || ledger.find(today, MailKind::Heartbeat, &to.key).is_some()
        };
        for to in office.iter().filter(before) {
            let letter = desk.heartbeat(is_open);
            day.outgoing.push(Outgoing::of(MailKind::Heartbeat, to, letter));
        }
    }
    day
}

/// Each person's list; and those whose address is written but is none. Who has none at all is told
/// of in the summary.
fn lists_of_people(
    desk: &Desk,
    names: &Names,
    lists: &Lists,
    raising: &Raising,
) -> (Vec<Outgoing>, Vec<Id>) {
    let Lists { plan, rows, promised, soon, matters } = lists;
    let (mut outgoing, mut without_address) = (Vec::new(), Vec::new());
    let told = Tellable { rows, promised, soon, matters };
    for (person, digest) in digests(plan, &told, raising) {
        let Some(to) = recipient(plan.home, person, plan.today) else {
            let own = plan.home.person(person).filter(|own| own.serves_on(plan.today));
            let has_text = own.is_some_and(|own| own.email().is_some());
            without_address.extend(has_text.then_some(person));
            continue;
        };
        // Never may one person read of another's child, whatever the grouping above did.
        let is_strange = digest.is_strange(plan, person, raising);
        assert!(!is_strange, "the digest of {person} holds what is not theirs");
        let late = digest.overdue.iter().chain(&digest.raised).map(|row| row.case);
        let mut children = told_of(plan, late.chain(digest.soon.iter().map(|one| one.case)));
        let asked = digest.asked.iter().chain(&digest.thanks);
        children.extend(asked.flat_map(|own| own.children.iter().copied()));
        let thanks = digest.thanks.iter().map(|own| own.id).collect();
        let letter = desk.list(names, &digest);
        outgoing.push(Outgoing { children, thanks, ..Outgoing::of(MailKind::List, &to, letter) });
    }
    (outgoing, without_address)
}

/// The children among those of whom some cases are.
fn told_of(plan: &Plan, cases: impl Iterator<Item = Case>) -> Vec<Id> {
    let child = |case| match plan.subject(case) {
        Subject::Child(at) => plan.home.children.get(*at).map(|child| child.id),
        _ => None,
    };
    cases.filter_map(child).collect()
}

/// The notices that there is no list today; they hold the number of faults and nothing else.
fn without_list(
    session: &Session,
    settings: &Settings,
    staff: Option<&[Staff]>,
    faults: usize,
    own: Lang,
) -> DaysMail {
    let lang = language(settings);
    let (office, unreachable) = office(settings, staff, session.today, own);
    let desk = Desk { settings, lang, today: session.today, term: "", enrolled: 0, note: None };
    let notice = |to| Outgoing::of(MailKind::Fault, to, desk.faults(faults));
    let outgoing = office.iter().map(notice).collect();
    DaysMail { outgoing, unreachable, faults: Some(faults), ..DaysMail::default() }
}

/// The language of mails is the home's own, whatever the machine's.
fn language(settings: &Settings) -> Lang {
    settings.language.unwrap_or(Lang::Zh)
}
