//! Mail over SMTP, step by step, so that it is known how far each mail came.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::commands::{
    Auth, Data, Ehlo, Mail as From, Quit, Rcpt, Rset, Starttls,
};
use lettre::transport::smtp::extension::{ClientId, Extension, ServerInfo};
use rustls::ClientConfig;

use super::deadline::Deadline;
use super::fate::{Fate, Lack, Refusal};
use super::fault::Fault;
use super::parcel::Parcel;
use super::password::password;
use super::trust::trust;
use super::wire::{Wire, done};
use crate::domain::mail::{Mail, Security};
use crate::lang::Lang;

/// How long the server is waited for.
#[derive(Clone, Copy)]
struct Patience {
    /// With one mail, all that leads to it and the last word on it.
    mail: Duration,
    /// With one connection.
    session: Duration,
    /// With the answer to a goodbye.
    goodbye: Duration,
}

const PATIENCE: Patience = Patience {
    mail: Duration::from_secs(60),
    session: Duration::from_secs(120),
    goodbye: Duration::from_secs(5),
};

/// So often may the time be up before the server is given up for the day: once it may be due to the
/// mail, twice it is due to the server.
const MOST_SILENCES: u32 = 2;

/// So often a server may ask before it lets somebody in.
const MOST_CHALLENGES: u32 = 10;

/// The server waits for the mail itself (RFC 5321, 4.3.2); nothing else allows to send it.
const GO_ON: u16 = 354;

/// The server lets nobody in before it was told more.
const CHALLENGE: u16 = 334;

/// The line to a server: opened for the first mail, and kept for the next.
pub struct Line {
    server: String,
    port: u16,
    security: Security,
    tls: Option<Arc<ClientConfig>>,
    credentials: Option<Credentials>,
    patience: Patience,
    /// The language of whoever is told what went wrong.
    lang: Lang,
    open: Option<Connection>,
    silences: u32,
}

/// A connection on which mails may go.
struct Connection {
    wire: Wire,
    until: Deadline,
}

impl Line {
    /// A line by the settings, not opened yet.
    pub fn new(root: &Path, mail: &Mail, lang: Lang) -> Result<Line, Lack> {
        let server = mail.server.clone().ok_or(Lack::Server)?;
        let is_this_machine = matches!(server.as_str(), "localhost" | "127.0.0.1" | "::1");
        if mail.security == Security::Nothing && !is_this_machine {
            return Err(Lack::InTheClear);
        }
        let tls = match mail.security {
            Security::Nothing => None,
            Security::Starttls | Security::Tls => Some(trust(root, mail)?),
        };
        let credentials = match &mail.user {
            Some(user) => password(root, mail)?.map(|word| Credentials::new(user.clone(), word)),
            None => None,
        };
        let (port, security, patience) = (mail.port(), mail.security, PATIENCE);
        let (open, silences) = (None, 0);
        Ok(Line { server, port, security, tls, credentials, patience, lang, open, silences })
    }

    /// Sends one mail.
    pub fn send(&mut self, parcel: &Parcel) -> Fate {
        if self.silences >= MOST_SILENCES {
            return Fate::Refused(Refusal { for_all: true, ..Fault::Slow.refusal(self.lang) });
        }
        let until = Deadline::after(self.patience.mail);
        let mut connection = match self.offer(parcel, until) {
            Ok(connection) => connection,
            Err(refusal) => return Fate::Refused(refusal),
        };
        // Without its last line no server has the mail.
        if let Err(fault) = connection.wire.write(&with_dots(&parcel.bytes)) {
            return Fate::Refused(self.hear(&fault));
        }
        let taken = connection.wire.write(b".\r\n").and_then(|()| connection.wire.reply());
        match taken.and_then(done) {
            Ok(()) => {
                self.open = Some(connection);
                Fate::Taken
            }
            Err(fault @ Fault::Said(_)) => {
                self.keep(connection);
                Fate::Refused(self.hear(&fault))
            }
            Err(fault) => Fate::Unknown(self.hear(&fault).words),
        }
    }

    /// Offers a mail, on the line that is open or on a new one. Until the mail itself is sent no
    /// server has it: where a kept line turns out to be dead, a second try is safe.
    fn offer(&mut self, parcel: &Parcel, until: Deadline) -> Result<Connection, Refusal> {
        if let Some(mut kept) = self.kept(until) {
            match offer(&mut kept.wire, parcel) {
                Ok(()) => return Ok(kept),
                Err(fault) if fault.leaves_the_line() => {
                    self.keep(kept);
                    return Err(self.hear(&fault));
                }
                Err(_) => {}
            }
        }
        let connection = self.connect(until);
        let mut connection =
            connection.map_err(|fault| Refusal { for_all: true, ..self.hear(&fault) })?;
        match offer(&mut connection.wire, parcel) {
            Ok(()) => Ok(connection),
            Err(fault) => {
                if fault.leaves_the_line() {
                    self.keep(connection);
                }
                Err(self.hear(&fault))
            }
        }
    }

    /// The line that is open, when it may be used as long as a mail may take.
    fn kept(&mut self, until: Deadline) -> Option<Connection> {
        let mut kept = self.open.take()?;
        if kept.until < until {
            self.leave(kept);
            return None;
        }
        kept.wire.set_until(until);
        Some(kept)
    }

    /// Keeps a line on which the server refused something in words. One on which it was silent is
    /// not kept: its answer may still come, and would be taken for that of the next mail.
    fn keep(&mut self, mut connection: Connection) {
        let usable = connection.wire.ask(&Rset).is_ok();
        self.open = Some(connection).filter(|_| usable);
    }

    /// A goodbye is a courtesy: the mails were taken before.
    fn leave(&self, mut connection: Connection) {
        connection.wire.set_until(Deadline::after(self.patience.goodbye));
        let _ = connection.wire.ask(&Quit);
    }

    fn hear(&mut self, fault: &Fault) -> Refusal {
        self.silences += u32::from(matches!(fault, Fault::Slow));
        fault.refusal(self.lang)
    }

    fn connect(&self, until: Deadline) -> Result<Connection, Fault> {
        let ends = Deadline::after(self.patience.session);
        let mut wire = Wire::connect(&self.server, self.port, until.min(ends))?;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.security == Security::Tls) {
            wire = wire.secured(Arc::clone(tls), &self.server)?;
        }
        done(wire.reply()?)?;
        let mut offered = greet(&mut wire)?;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.security == Security::Starttls) {
            if !offered.supports_feature(Extension::StartTls) {
                return Err(Fault::NoTls);
            }
            done(wire.ask(&Starttls)?)?;
            wire = wire.secured(Arc::clone(tls), &self.server)?;
            // What was offered in the clear may have been anybody's offer.
            offered = greet(&mut wire)?;
        }
        if let Some(credentials) = &self.credentials {
            log_in(&mut wire, &offered, credentials)?;
        }
        Ok(Connection { wire, until: ends })
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(connection) = self.open.take() {
            self.leave(connection);
        }
    }
}

/// Says who is there, and hears what the server can do.
fn greet(wire: &mut Wire) -> Result<ServerInfo, Fault> {
    let reply = wire.ask(&Ehlo::new(ClientId::default()))?;
    let offered = ServerInfo::from_response(&reply).map_err(|_| Fault::Garbled)?;
    done(reply).map(|()| offered)
}

fn log_in(wire: &mut Wire, offered: &ServerInfo, own: &Credentials) -> Result<(), Fault> {
    let mechanism = offered.get_auth_mechanism(DEFAULT_MECHANISMS).ok_or(Fault::NoLogin)?;
    let answer = Auth::new(mechanism, own.clone(), None).map_err(|_| Fault::NoLogin)?;
    let mut reply = wire.ask(&answer)?;
    for _ in 0..MOST_CHALLENGES {
        if !reply.has_code(CHALLENGE) {
            break;
        }
        let answer = Auth::new_from_response(mechanism, own.clone(), &reply);
        reply = wire.ask(&answer.map_err(|_| Fault::Garbled)?)?;
    }
    done(reply)
}

fn offer(wire: &mut Wire, parcel: &Parcel) -> Result<(), Fault> {
    done(wire.ask(&From::new(Some(parcel.from.clone()), Vec::new()))?)?;
    done(wire.ask(&Rcpt::new(parcel.to.clone(), Vec::new()))?)?;
    let reply = wire.ask(&Data)?;
    if reply.has_code(GO_ON) { Ok(()) } else { Err(Fault::Unfit(reply)) }
}

/// A mail as it goes over the line: a line that begins with a dot has one more, so that none of
/// them ends the mail (RFC 5321, 4.5.2).
fn with_dots(mail: &[u8]) -> Vec<u8> {
    let mut sent = Vec::with_capacity(mail.len() + 2);
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            sent.push(b'.');
        }
        sent.extend_from_slice(line);
    }
    if !sent.ends_with(b"\r\n") {
        sent.extend_from_slice(b"\r\n");
    }
    sent
}

#[cfg(test)]
mod tests;
