//! The mails of a day: who gets which letter.

use chrono::NaiveDate;

use super::parcel::{self, Address};
use crate::domain::calendar::Term;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::mail::MailKind;
use crate::domain::rule::{Level, Rule};
use crate::domain::settings::{Lang, Settings};
use crate::domain::spans::Span;
use crate::domain::staff::Staff;
use crate::domain::subject::Subject;
use crate::lang::calendar_words;
use crate::lang::mail_words::{MailSaid, MailText};
use crate::render::letter::Letter;
use crate::render::letters::Desk;
use crate::render::screens::Names;
use crate::reports::digest::{Raising, digests, raised_to};
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
}

/// Whoever gets a mail.
#[derive(Clone)]
pub struct Recipient {
    /// The id of a person, or the address itself.
    pub key: String,
    pub name: String,
    pub address: Address,
    /// Names the recipient where nothing personal may stand: in files' names.
    pub tag: String,
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
    let ask = Ask { whole_names: is_sent, ..Ask::default() };
    let day = session.read(ask, |reading| {
        let plan =
            Plan::new(&reading.home, session.today, |rule| is_listed(rule) || rule.is_promise());
        let (rows, soon) = reading.late_and_soon(&plan, settings.mail.due_days, is_listed)?;
        Ok(of_lists(settings, ledger, &Lists { plan, rows, soon }, lang))
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

/// What the judgement found.
struct Lists<'h> {
    plan: Plan<'h>,
    rows: Vec<OverdueRow>,
    soon: Vec<Obligation>,
}

fn of_lists(settings: &Settings, ledger: &SentMails, lists: &Lists, own: Lang) -> DaysMail {
    let Lists { plan, rows, soon } = lists;
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
                let (to, children) = (to.clone(), told_of(plan, rows.iter().map(|row| row.case)));
                day.outgoing.push(Outgoing { kind: MailKind::Summary, to, letter, children });
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
            let (kind, to, children) = (MailKind::Heartbeat, to.clone(), Vec::new());
            day.outgoing.push(Outgoing { kind, to, letter, children });
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
    let Lists { plan, rows, soon } = lists;
    let (mut outgoing, mut without_address) = (Vec::new(), Vec::new());
    for (person, digest) in digests(plan, rows, soon, raising) {
        let Some(to) = recipient(plan.home, person, plan.today) else {
            let own = plan.home.person(person).filter(|own| own.serves_on(plan.today));
            let has_text = own.is_some_and(|own| own.email().is_some());
            without_address.extend(has_text.then_some(person));
            continue;
        };
        // Never may one person read of another's child, whatever the grouping above did.
        let stranger = digest.stranger(plan, person, raising);
        assert!(stranger.is_none(), "the digest of {person} holds what is not theirs");
        let late = digest.overdue.iter().chain(&digest.raised).map(|row| row.case);
        let children = told_of(plan, late.chain(digest.soon.iter().map(|one| one.case)));
        let letter = desk.list(names, &digest);
        outgoing.push(Outgoing { kind: MailKind::List, to, letter, children });
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
    let notice = |to| Outgoing {
        kind: MailKind::Fault,
        to,
        letter: desk.faults(faults),
        children: Vec::new(),
    };
    let outgoing = office.into_iter().map(notice).collect();
    DaysMail { outgoing, unreachable, faults: Some(faults), ..DaysMail::default() }
}

/// The language of mails is the home's own, whatever the machine's.
fn language(settings: &Settings) -> Lang {
    settings.language.unwrap_or(Lang::Zh)
}

/// The person, when there is an address and a role that is held today: whoever has left is told
/// of no child, though a pair with them may still be open.
fn recipient(home: &Home, id: Id, today: NaiveDate) -> Option<Recipient> {
    of_person(home.person(id).filter(|person| person.serves_on(today))?)
}

/// Why somebody gets no list of their own.
fn untold(home: &Home, id: Id, today: NaiveDate) -> Option<MailText<'static>> {
    match home.person(id).is_some_and(|person| person.serves_on(today)) {
        false => Some(MailText::Departed),
        true => recipient(home, id, today).is_none().then_some(MailText::NoAddress),
    }
}

fn of_person(person: &Staff) -> Option<Recipient> {
    let address = parcel::address(person.email()?)?;
    let (key, tag) = (person.id.to_string(), person.id.to_string());
    Some(Recipient { key, name: person.name.clone(), address, tag })
}

/// Those in `summary_to`: people of the staff by their ids, or addresses; and in words, who of them
/// is none.
fn office(
    settings: &Settings,
    staff: Option<&[Staff]>,
    today: NaiveDate,
    lang: Lang,
) -> (Vec<Recipient>, Vec<String>) {
    let (mut office, mut unreachable): (Vec<Recipient>, Vec<String>) = (Vec::new(), Vec::new());
    for (at, entry) in settings.mail.summary_to.iter().enumerate() {
        let found = match (parcel::address(entry), staff) {
            (Some(address), _) => {
                let (key, tag) = (entry.trim().to_owned(), format!("office{}", at + 1));
                Ok(Recipient { key, name: String::new(), address, tag })
            }
            (None, Some(staff)) => member(entry, staff, today),
            (None, None) => continue,
        };
        match found {
            // Whoever is named twice, or by id and by address, gets one mail.
            Ok(to) if office.iter().any(|other| other.address == to.address) => {}
            Ok(to) => office.push(to),
            Err(said) => unreachable.push(said.text(lang)),
        }
    }
    (office, unreachable)
}

/// A member of the staff in `summary_to`.
fn member<'n>(
    entry: &'n str,
    staff: &[Staff],
    today: NaiveDate,
) -> Result<Recipient, MailSaid<'n>> {
    let id = Id::parse(entry, Kind::Staff);
    let person = staff.iter().find(|person| Some(person.id) == id);
    let person = person.ok_or(MailSaid::BadRecipient { name: entry })?;
    if !person.serves_on(today) {
        return Err(MailSaid::HasLeft { id: entry });
    }
    of_person(person).ok_or(MailSaid::NoEmail { id: entry })
}
