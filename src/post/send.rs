//! Sending the mails of a day: each entered in the ledger before and after.

use super::Carrier;
use super::compose::Outgoing;
use super::fate::{Fate, Hint, Lack, Refusal};
use super::parcel::Parcel;
use super::parcel::{Content, Mailbox};
use crate::domain::id::Kind;
use crate::domain::mail::{Mail, MailKind, Transport};
use crate::lang::Lang;
use crate::lang::mail_words::MailSaid;
use crate::session::{Session, Stop, new_id};
use crate::storage::sent_mail::{SentMail, SentMails, Stand};

/// One mail that was tried, and what became of it.
pub struct Tried {
    pub kind: MailKind,
    pub to: String,
    pub result: &'static str,
    pub message_id: String,
}

/// Why nothing more could be sent.
pub enum Unsent {
    /// The settings lack something, said in words.
    Lacks(String),
    Stop(Stop),
}

impl From<Stop> for Unsent {
    fn from(stop: Stop) -> Unsent {
        Unsent::Stop(stop)
    }
}

/// Sends mails and keeps the ledger.
pub struct Sender<'a> {
    pub session: &'a Session,
    /// The language of whoever runs the program.
    pub lang: Lang,
    pub mail: &'a Mail,
    pub from: Mailbox,
    pub transport: Transport,
    pub ledger: SentMails,
    /// What somebody must hear of.
    pub told: Vec<String>,
}

impl Sender<'_> {
    /// Tells of mails that were cut off: of today's each time, of older ones once. `done` are those
    /// of today that are not sent again. Returns what was told.
    pub fn tell_cut_off(&mut self, done: &[Outgoing], resend: bool) -> Vec<SentMail> {
        let (today, lang) = (self.session.today, self.lang);
        let is_open = |line: &SentMail| match line.stand {
            Stand::Begun | Stand::Unknown => line.day != today || !resend,
            Stand::Told => line.day == today && !resend,
            Stand::Sent | Stand::Refused => false,
        };
        let open: Vec<SentMail> =
            self.ledger.lines().iter().filter(|line| is_open(line)).cloned().collect();
        for line in &open {
            let own = done.iter().find(|one| one.to.key == line.to);
            let to = own.map_or(line.to.clone(), |one| one.to.address.to_string());
            let (day, id) = (line.day, line.message_id.as_str());
            self.told.push(match day == today {
                true => MailSaid::CutOff { to: &to, day, id }.text(lang),
                false => MailSaid::CutOffBefore { to: &to, day, id }.text(lang),
            });
        }
        open
    }

    /// Keeps that these mails were told of. Should that fail they are told of once more: no harm.
    pub fn told_of(&mut self, cut_off: Vec<SentMail>) {
        for line in cut_off {
            let _ = self.ledger.enter(SentMail { stand: Stand::Told, ..line });
        }
    }

    /// Sends the mails one after the other; one that is refused does not hinder the next.
    pub fn send(&mut self, outgoing: &[Outgoing]) -> Result<Vec<Tried>, Unsent> {
        let (lang, root) = (self.lang, self.session.root()?);
        let mut tried = Vec::new();
        // Why every further mail would be refused as well, once that is known.
        let mut closed: Option<Refusal> = None;
        let mut carrier = None;
        for one in outgoing {
            let (line, to) = (self.line(one), one.to.address.to_string());
            let (kind, message_id) = (one.kind, line.message_id.clone());
            if let Some(refusal) = &closed {
                let fate = Fate::Refused(refusal.clone());
                let (_, result) = self.hear(&fate, &to, &message_id);
                tried.push(Tried { kind, to, result, message_id });
                continue;
            }
            let carrier = match &mut carrier {
                Some(carrier) => carrier,
                None => carrier.insert(
                    Carrier::new(root, self.mail, self.transport, lang)
                        .map_err(|lack| Unsent::Lacks(lacking(&lack, lang)))?,
                ),
            };
            let parcel = self.parcel(one, &line)?;
            self.ledger.enter(line.clone()).map_err(Stop::Disk)?;
            let fate = carrier.carry(&parcel);
            let (stand, result) = self.hear(&fate, &to, &message_id);
            if let Fate::Refused(refusal) = fate {
                // What may help is said once.
                closed = refusal.for_all.then_some(Refusal { hint: None, ..refusal });
            }
            let sent = SentMail { stand, ..line };
            if let Err(error) = self.ledger.enter(sent.clone()) {
                // The next run will find it begun and say that its fate is not known.
                let words = format!("{}: {}", error.path.display(), error.source);
                let said = MailSaid::Unknown { to: &to, words: &words, id: &message_id };
                self.told.push(said.text(lang));
                break;
            }
            // Should that fail they are told once more: no harm.
            for id in one.thanks.iter().filter(|_| stand == Stand::Sent) {
                let _ = self.ledger.enter_thanks(*id, &sent);
            }
            tried.push(Tried { kind, to, result, message_id });
        }
        Ok(tried)
    }

    /// What became of a mail: to be told, and to be entered.
    fn hear(&mut self, fate: &Fate, to: &str, id: &str) -> (Stand, &'static str) {
        let lang = self.lang;
        match fate {
            Fate::Taken => (Stand::Sent, "sent"),
            Fate::Refused(refusal) => {
                self.told.push(MailSaid::Refused { to, words: &refusal.words }.text(lang));
                let hint = refusal.hint.map(|hint| match hint {
                    Hint::OldTls => MailSaid::HintOldTls.text(lang),
                    Hint::Untrusted => MailSaid::HintUntrusted.text(lang),
                });
                self.told.extend(hint);
                (Stand::Refused, "refused")
            }
            Fate::Unknown(words) => {
                self.told.push(MailSaid::Unknown { to, words, id }.text(lang));
                (Stand::Unknown, "unknown")
            }
        }
    }

    /// The mail's line in the ledger. One that is sent again keeps its Message-ID, by which the
    /// recipient's program knows it.
    fn line(&self, one: &Outgoing) -> SentMail {
        let day = self.session.today;
        let before = self.ledger.find(day, one.kind, &one.to.key);
        let message_id =
            before.map_or_else(|| self.new_message_id(), |line| line.message_id.clone());
        SentMail {
            day,
            kind: one.kind.code().to_owned(),
            to: one.to.key.clone(),
            stand: Stand::Begun,
            message_id,
        }
    }

    fn new_message_id(&self) -> String {
        let random = new_id(Kind::Event).to_string().to_ascii_lowercase();
        let domain = self.from.email.domain();
        format!("{}.{random}@{domain}", self.session.today.format("%Y%m%d"))
    }

    fn parcel(&self, one: &Outgoing, line: &SentMail) -> Result<Parcel, Unsent> {
        let content = Content {
            from: &self.from,
            to: &one.to.address,
            subject: &one.letter.subject,
            text: &one.letter.text(),
            html: &one.letter.html(),
            date: self.session.now,
            message_id: &line.message_id,
            name: format!("{}-{}-{}", line.day, line.kind, one.to.tag),
        };
        Parcel::new(content).map_err(|lack| Unsent::Lacks(lacking(&lack, self.lang)))
    }
}

/// What must be mended in the settings before anything can be sent.
pub fn lacking(lack: &Lack, lang: Lang) -> String {
    match lack {
        Lack::From => MailSaid::LacksFrom.text(lang),
        Lack::Server => MailSaid::LacksServer.text(lang),
        Lack::InTheClear => MailSaid::InTheClear.text(lang),
        Lack::PasswordOpen { file } => {
            MailSaid::PasswordOpen { file: &file.display().to_string() }.text(lang)
        }
        Lack::PasswordNoText { from } => MailSaid::PasswordNoText { from }.text(lang),
        Lack::Password { reason } => MailSaid::PasswordFailed { reason }.text(lang),
        Lack::Certificate { reason } => MailSaid::CertificateFailed { reason }.text(lang),
    }
}
