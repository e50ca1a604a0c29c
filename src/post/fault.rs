//! What can go wrong between this program and a mail server, and how it is said.

use std::io;

use lettre::transport::smtp::response::Response;

use super::fate::{Hint, Refusal};
use crate::domain::marks::steers;
use crate::lang::Lang;
use crate::lang::mail_words::MailSaid;

/// As much of a server's own words as is told.
const MOST_WORDS: usize = 300;

/// The server closes the line.
const CLOSING: u16 = 421;

/// Why the server could not be talked to, or what it said against a mail.
#[derive(Debug)]
pub enum Fault {
    /// It refused in words.
    Said(Response),
    /// A reply that does not fit what was asked; it allows nothing.
    Unfit(Response),
    /// The time was up.
    Slow,
    Closed,
    /// What it sent is no reply.
    Garbled,
    /// A reply, or a line of it, without end.
    Endless,
    /// It sent something before it was asked.
    Unasked,
    NoTls,
    NoLogin,
    /// The connection itself, its encryption too.
    Connection(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        match error.kind() {
            // A wait that was cut short has the first name on Unix, the second on Windows.
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Fault::Slow,
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe => Fault::Closed,
            _ => Fault::Connection(error),
        }
    }
}

impl Fault {
    /// Did the server say something about this mail, and can be asked the next?
    pub fn leaves_the_line(&self) -> bool {
        matches!(self, Fault::Said(reply) if !reply.has_code(CLOSING))
    }

    /// What is told of it.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Fault::Said(reply) => server_words(reply),
            Fault::Unfit(reply) => MailSaid::ServerUnfit { words: &server_words(reply) }.text(lang),
            Fault::Slow => MailSaid::ServerSlow.text(lang),
            Fault::Closed => MailSaid::ServerClosed.text(lang),
            Fault::Garbled => MailSaid::ServerGarbled.text(lang),
            Fault::Endless => MailSaid::ServerEndless.text(lang),
            Fault::Unasked => MailSaid::ServerUnasked.text(lang),
            Fault::NoTls => MailSaid::ServerNoTls.text(lang),
            Fault::NoLogin => MailSaid::ServerNoLogin.text(lang),
            Fault::Connection(error) => error.to_string(),
        }
    }

    /// As the reason why a mail was not taken.
    pub fn refusal(&self, lang: Lang) -> Refusal {
        let hint = match self {
            Fault::Connection(error) => hint(&error.to_string()),
            _ => None,
        };
        Refusal { hint, ..Refusal::of(self.words(lang)) }
    }
}

fn hint(said: &str) -> Option<Hint> {
    if ["HandshakeFailure", "ProtocolVersion"].iter().any(|word| said.contains(word)) {
        return Some(Hint::OldTls);
    }
    said.contains("certificate").then_some(Hint::Untrusted)
}

/// The code and the server's own words, which may steer no terminal.
fn server_words(reply: &Response) -> String {
    let words = reply.message().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().filter(|letter| !steers(*letter)).take(MOST_WORDS).collect();
    format!("{} {}", reply.code(), words.trim()).trim_end().to_owned()
}
