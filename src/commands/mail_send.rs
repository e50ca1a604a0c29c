//! Sending the mails of a day: each entered in the ledger before and after.

use super::context::Context;
use super::failure::Failure;
use super::mail::Tried;
use super::mail_compose::Outgoing;
use super::write;
use crate::domain::id::Kind;
use crate::domain::mail::Transport;
use crate::domain::settings::Settings;
use crate::lang::Lang;
use crate::lang::mail_words::MailSaid;
use crate::post::parcel::{self, Content};
use crate::post::{Carrier, Fate, Hint, Lack, Parcel, Refusal};
use crate::storage::sent_mail::{Ledger, Line, Stand};

/// Sends mails and keeps the ledger.
pub struct Sender<'a> {
    pub context: &'a Context,
    pub settings: &'a Settings,
    pub transport: Transport,
    pub ledger: Ledger,
    /// What somebody must hear of.
    pub told: Vec<String>,
}

impl Sender<'_> {
    /// Tells of mails that were cut off: of today's each time, of older ones once. `done` are those
    /// of today that are not sent again. Returns what was told.
    pub fn tell_cut_off(&mut self, done: &[Outgoing], resend: bool) -> Vec<Line> {
        let (today, lang) = (self.context.today, self.context.lang);
        let is_open = |line: &Line| match line.stand {
            Stand::Begun | Stand::Unknown => line.day != today || !resend,
            Stand::Told => line.day == today && !resend,
            Stand::Sent | Stand::Refused => false,
        };
        let open: Vec<Line> =
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
    pub fn told_of(&mut self, cut_off: Vec<Line>) {
        for line in cut_off {
            let _ = self.ledger.enter(Line { stand: Stand::Told, ..line });
        }
    }

    /// Sends the mails one after the other; one that is refused does not hinder the next.
    pub fn send(&mut self, outgoing: &[Outgoing]) -> Result<Vec<Tried>, Failure> {
        let (lang, root) = (self.context.lang, self.context.root()?);
        let mut tried = Vec::new();
        let mut dead: Option<Refusal> = None;
        let mut carrier = None;
        for one in outgoing {
            let carrier = match &mut carrier {
                Some(carrier) => carrier,
                None => carrier.insert(
                    Carrier::new(root, &self.settings.mail, self.transport)
                        .map_err(|lack| lacking(&lack, lang))?,
                ),
            };
            let line = self.line(one);
            let parcel = self.parcel(one, &line)?;
            let fate = match &dead {
                Some(refusal) => Fate::Refused(refusal.clone()),
                None => {
                    self.ledger.enter(line.clone()).map_err(Failure::Disk)?;
                    carrier.carry(&parcel)
                }
            };
            let was_tried = dead.is_none();
            let to = one.to.address.to_string();
            let (stand, result) = self.hear(&fate, &to, &line.message_id, was_tried);
            if let Fate::Refused(refusal) = fate {
                dead = dead.or(Some(refusal).filter(|refusal| refusal.for_all));
            }
            if was_tried && let Err(error) = self.ledger.enter(Line { stand, ..line.clone() }) {
                // The next run will find it begun and say that its fate is not known.
                let words = format!("{}: {}", error.path.display(), error.source);
                let said = MailSaid::Unknown { to: &to, words: &words, id: &line.message_id };
                self.told.push(said.text(lang));
                break;
            }
            tried.push(Tried { kind: one.kind, to, result, message_id: line.message_id });
        }
        Ok(tried)
    }

    /// What became of a mail: to be told, and to be entered.
    fn hear(&mut self, fate: &Fate, to: &str, id: &str, tried: bool) -> (Stand, &'static str) {
        let lang = self.context.lang;
        match fate {
            Fate::Taken => (Stand::Sent, "sent"),
            Fate::Refused(refusal) => {
                self.told.push(MailSaid::Refused { to, words: &refusal.words }.text(lang));
                let hint = refusal.hint.filter(|_| tried).map(|hint| match hint {
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
    fn line(&self, one: &Outgoing) -> Line {
        let day = self.context.today;
        let before = self.ledger.find(day, one.kind, &one.to.key);
        let message_id =
            before.map_or_else(|| self.new_message_id(), |line| line.message_id.clone());
        Line {
            day,
            kind: one.kind.code().to_owned(),
            to: one.to.key.clone(),
            stand: Stand::Begun,
            message_id,
        }
    }

    fn new_message_id(&self) -> String {
        let random = write::new_id(Kind::Event).to_string().to_ascii_lowercase();
        let sender = parcel::sender(self.settings.mail.from.as_deref());
        let domain = sender.map_or("localhost".to_owned(), |own| own.email.domain().to_owned());
        format!("{}.{random}@{domain}", self.context.today.format("%Y%m%d"))
    }

    fn parcel(&self, one: &Outgoing, line: &Line) -> Result<Parcel, Failure> {
        let content = Content {
            from: self.settings.mail.from.as_deref().unwrap_or_default(),
            to: &one.to.address,
            subject: &one.letter.subject,
            text: &one.letter.text(),
            html: &one.letter.html(),
            date: self.context.now,
            message_id: &line.message_id,
            name: format!("{}-{}-{}", line.day, line.kind, one.to.tag),
        };
        Parcel::new(content).map_err(|lack| lacking(&lack, self.context.lang))
    }
}

/// What must be mended in the settings before anything can be sent.
pub fn lacking(lack: &Lack, lang: Lang) -> Failure {
    let said = match lack {
        Lack::From => MailSaid::LacksFrom.text(lang),
        Lack::Server => MailSaid::LacksServer.text(lang),
        Lack::InTheClear => MailSaid::InTheClear.text(lang),
        Lack::PasswordOpen { file } => {
            MailSaid::PasswordOpen { file: &file.display().to_string() }.text(lang)
        }
        Lack::Password { reason } => MailSaid::PasswordFailed { reason }.text(lang),
        Lack::Certificate { reason } => MailSaid::CertificateFailed { reason }.text(lang),
    };
    Failure::Usage(vec![said])
}
