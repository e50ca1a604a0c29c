//! `care mail`: each person's list by mail, the principal's summary, and a weekly sign of life.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::id::Id;
use crate::domain::look::Look;
use crate::domain::mail::{MailKind, TRANSPORTS};
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::mail_words::MailSaid;
use crate::lang::practice_words::Practice;
use crate::post::compose::{self, DaysMail, Outgoing};
use crate::post::parcel;
use crate::post::send::{Sender, Tried, Unsent, lacking};
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::render::{problems, visible};
use crate::session::Stop;
use crate::storage::sent_mail::{SentMails, Stand};

pub const ABOUT: Purpose = Purpose {
    name: "发信",
    says: ("把清单发到每个责任人的邮箱", "Mail each responsible person their list"),
    examples: &[
        Example {
            typed: ("--预览", "--preview"),
            does: ("先看会发什么", "See first what would go"),
        },
        Example {
            typed: ("--发给 principal --预览", "--to principal --preview"),
            does: ("只看校长的汇总", "Only the principal's summary"),
        },
    ],
    see: &["overdue", "mail-settings"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = say(Help::Preview))]
    preview: bool,
    #[arg(long, help = say(Help::Resend))]
    resend: bool,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::MailTo),
          value_parser = ["staff", "principal"], hide_possible_values = true)]
    to: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::TransportFlag),
          value_parser = TRANSPORTS.map(|(name, _)| name), hide_possible_values = true)]
    transport: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let (root, lang) = (context.root()?, context.lang);
    if context.is_practice() {
        return Err(Failure::Refused(vec![Practice::NoMail.text(lang)]));
    }
    let faults = context.store()?.settings_faults();
    let settings = context.store()?.settings();
    let settings = settings.ok_or_else(|| Stop::BadData(faults.clone()))?;
    let mail = &settings.mail;
    if mail.from.is_none() {
        return Err(Failure::Usage(vec![MailSaid::NoSection.text(lang)]));
    }
    let from = parcel::sender(mail.from.as_deref())
        .map_err(|lack| Failure::Usage(vec![lacking(&lack, lang)]))?;
    let is_preview = args.preview || context.dry_run;
    if let Some(fault) = context.clock_fault(!is_preview)? {
        return Err(Stop::BadData(vec![fault]).into());
    }
    let _lock = if is_preview { None } else { Some(context.mail_lock()?) };
    let ledger = SentMails::read(root)?;
    let mut day = compose::day(&context.session, &settings, &ledger, (lang, !is_preview))?;
    day.outgoing.retain(|one| match args.to.as_deref() {
        Some("staff") => one.kind == MailKind::List,
        Some(_) => one.kind != MailKind::List,
        None => true,
    });
    let stand = |one: &Outgoing| ledger.find(context.today, one.kind, &one.to.key).map(|l| l.stand);
    let (to_send, done): (Vec<Outgoing>, Vec<Outgoing>) = std::mem::take(&mut day.outgoing)
        .into_iter()
        .partition(|one| is_to_send(stand(one), args.resend));
    if is_preview {
        return Ok(ended(preview(context, &to_send), &day, Vec::new(), context));
    }
    let named = args.transport.as_deref();
    let transport = TRANSPORTS.iter().find(|(name, _)| Some(*name) == named);
    let transport = transport.map_or(mail.transport, |(_, transport)| *transport);
    let to_send = entered(context, to_send)?;
    // Of the settings nothing is secret, and without them being right no mail can be.
    let mut told = Vec::new();
    if !faults.is_empty() {
        told.push(problems::text(&faults, lang));
    }
    let mut sender =
        Sender { session: &context.session, lang, mail, from, transport, ledger, told };
    let cut_off = sender.tell_cut_off(&done, args.resend);
    // Once they are on their way it is too late to find that it cannot be told.
    context.fitting(&screen(&[]))?;
    let sent = match sender.send(&to_send) {
        Ok(sent) => sent,
        Err(unsent) => {
            let failure = match unsent {
                Unsent::Lacks(said) => Failure::Usage(vec![said]),
                Unsent::Stop(stop) => Failure::Stop(stop),
            };
            return Err(Failure::Besides(sender.told, Box::new(failure)));
        }
    };
    sender.told_of(cut_off);
    Ok(ended(tried(context, &sent), &day, sender.told, context))
}

/// The mails once the log of access tells of them: each says at its end under which entry.
///
/// # Errors
/// They cannot be entered, and none may go.
fn entered(context: &Context, outgoing: Vec<Outgoing>) -> Result<Vec<Outgoing>, Failure> {
    if outgoing.is_empty() {
        return Ok(outgoing);
    }
    let mut children: Vec<Id> = outgoing.iter().flat_map(|one| one.children.clone()).collect();
    children.sort_unstable();
    children.dedup();
    let mut to: Vec<String> = outgoing.iter().map(|one| one.to.tag.clone()).collect();
    to.sort_unstable();
    to.dedup();
    let head = context.record(&Look { children, to, ..Look::default() })?;
    let sealed = |one: Outgoing| {
        let letter = one.letter.entered(head.lines, head.short());
        Outgoing { letter, ..one }
    };
    Ok(outgoing.into_iter().map(sealed).collect())
}

/// Does a mail go, of which this is known? One of which it is not known goes only when asked for.
fn is_to_send(stand: Option<Stand>, resend: bool) -> bool {
    match stand {
        None | Some(Stand::Refused) => true,
        Some(Stand::Sent) => false,
        Some(Stand::Begun | Stand::Unknown | Stand::Told) => resend,
    }
}

/// What was sent: people are told how many, programs what became of each.
fn tried(context: &Context, sent: &[Tried]) -> Answer {
    let for_people = context.format.is_for_people();
    let answer = match for_people {
        true => Answer::default(),
        false => Answer::screen(context, &screen(sent)),
    };
    let count = sent.iter().filter(|one| one.result == "sent").count();
    if count == 0 {
        return answer;
    }
    let said = MailSaid::Sent { count }.text(context.lang);
    answer.saved().with_talk(for_people.then_some(said))
}

/// The answer with all that somebody must hear of, and its exit code.
fn ended(answer: Answer, day: &DaysMail, mut told: Vec<String>, context: &Context) -> Answer {
    let lang = context.lang;
    if day.untold > 0 {
        told.push(MailSaid::NobodyToTell { rows: day.untold }.text(lang));
    }
    told.extend(day.unreachable.iter().cloned());
    for id in &day.without_address {
        told.push(MailSaid::NoSuchAddress { id: &id.to_string() }.text(lang));
    }
    let answer = answer.undelivered(told);
    match day.faults {
        Some(faults) => answer.without_list(MailSaid::NoListToday { faults }.text(lang)),
        None => answer,
    }
}

fn previewed(outgoing: &[Outgoing]) -> Screen {
    let columns = [
        SheetColumn::for_programs("kind", |one: &Outgoing| one.kind.code()),
        SheetColumn::for_programs("to", |one: &Outgoing| one.to.address.to_string()),
        SheetColumn::for_programs("name", |one: &Outgoing| one.to.name.clone()),
        SheetColumn::for_programs("subject", |one: &Outgoing| one.letter.subject.clone()),
        SheetColumn::for_programs("text", |one: &Outgoing| one.letter.text()),
    ];
    Screen { sheets: vec![Sheet::of(&columns, outgoing)], ..Screen::default() }
}

fn screen(sent: &[Tried]) -> Screen {
    let columns = [
        SheetColumn::for_programs("kind", |one: &Tried| one.kind.code()),
        SheetColumn::for_programs("to", |one: &Tried| one.to.clone()),
        SheetColumn::for_programs("result", |one: &Tried| one.result),
        SheetColumn::for_programs("message_id", |one: &Tried| one.message_id.clone()),
    ];
    Screen { sheets: vec![Sheet::of(&columns, sent)], ..Screen::default() }
}

/// The mails that would go: people read them one after another, programs as rows.
fn preview(context: &Context, outgoing: &[Outgoing]) -> Answer {
    let lang = context.lang;
    if !context.format.is_for_people() {
        return Answer::screen(context, &previewed(outgoing));
    }
    if outgoing.is_empty() {
        return Answer::default().with_talk([MailSaid::NothingNew.text(lang)]);
    }
    let shown = |one: &Outgoing| {
        let kind = match one.kind {
            MailKind::List => MailSaid::KindList,
            MailKind::Summary => MailSaid::KindSummary,
            MailKind::Heartbeat => MailSaid::KindHeartbeat,
            MailKind::Fault => MailSaid::KindFault,
        };
        let to = format!("{} <{}>", one.to.name, one.to.address);
        let head = MailSaid::PreviewHead { to: &to, kind: &kind.text(lang) }.text(lang);
        let subject = MailSaid::PreviewSubject { subject: &one.letter.subject }.text(lang);
        visible(&format!("{head}\n{subject}\n\n")) + &one.letter.text()
    };
    let rule = format!("{}\n", "-".repeat(40));
    Answer::text(outgoing.iter().map(shown).collect::<Vec<_>>().join(&rule))
}
