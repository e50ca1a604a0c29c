//! Mail over SMTP, step by step, so that it is known how far each mail came.

use std::path::Path;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as From, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

use super::fate::{Fate, Hint, Lack, Refusal};
use super::parcel::Parcel;
use super::password::password;
use crate::domain::mail::{Mail, Security};
use crate::storage::disk;

/// How long each answer of the server is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// And the last one, when it has the mail.
const PATIENCE_AFTER_THE_MAIL: Duration = Duration::from_secs(600);

/// The server closes the line.
const CLOSING: &str = "421";

/// The line to a server: opened for the first mail, and kept for the next.
pub struct Line {
    server: String,
    port: u16,
    security: Security,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    /// How long an answer is waited for.
    patience: Duration,
    open: Option<SmtpConnection>,
}

impl Line {
    /// A line by the settings, not opened yet.
    pub fn new(root: &Path, mail: &Mail) -> Result<Line, Lack> {
        let server = mail.server.clone().ok_or(Lack::Server)?;
        let is_this_machine = matches!(server.as_str(), "localhost" | "127.0.0.1" | "::1");
        if mail.security == Security::Nothing && !is_this_machine {
            return Err(Lack::InTheClear);
        }
        let tls = match mail.security {
            Security::Nothing => None,
            Security::Starttls | Security::Tls => Some(trust(root, mail, &server)?),
        };
        let credentials = match &mail.user {
            Some(user) => password(root, mail)?.map(|word| Credentials::new(user.clone(), word)),
            None => None,
        };
        let (port, security) = (mail.port(), mail.security);
        Ok(Line { server, port, security, tls, credentials, patience: PATIENCE, open: None })
    }

    /// Sends one mail.
    pub fn send(&mut self, parcel: &Parcel) -> Fate {
        let mut connection = match self.offer(parcel) {
            Ok(connection) => connection,
            Err(refusal) => return Fate::Refused(refusal),
        };
        // A server may look long into a mail before it takes it (RFC 5321, 4.5.3.2.6).
        let _ = connection.set_timeout(Some(PATIENCE_AFTER_THE_MAIL));
        let taken = connection.message(&parcel.bytes);
        let _ = connection.set_timeout(Some(self.patience));
        match taken {
            Ok(_) => {
                self.open = Some(connection);
                Fate::Taken
            }
            Err(error) if error.status().is_some() => {
                self.keep(connection);
                Fate::Refused(refusal(&error))
            }
            Err(error) => Fate::Unknown(words(&error)),
        }
    }

    /// Offers a mail, on the line that is open or on a new one. Until the mail itself is sent no
    /// server has it: where a kept line turns out to be dead, a second try is safe.
    fn offer(&mut self, parcel: &Parcel) -> Result<SmtpConnection, Refusal> {
        if let Some(mut kept) = self.open.take() {
            match offer(&mut kept, parcel) {
                Ok(()) => return Ok(kept),
                Err(error) if error.status().is_some_and(|code| code.to_string() != CLOSING) => {
                    self.keep(kept);
                    return Err(refusal(&error));
                }
                Err(_) => {}
            }
        }
        let unreachable = |error: &Error| Refusal { for_all: true, ..refusal(error) };
        let mut connection = self.connect().map_err(|error| unreachable(&error))?;
        match offer(&mut connection, parcel) {
            Ok(()) => Ok(connection),
            Err(error) => {
                if error.status().is_some() {
                    self.keep(connection);
                }
                Err(refusal(&error))
            }
        }
    }

    /// Keeps a line on which the server refused something in words. One on which it was silent is
    /// not kept: its answer may still come, and would be taken for that of the next mail.
    fn keep(&mut self, mut connection: SmtpConnection) {
        let usable = connection.command(Rset).is_ok();
        self.open = Some(connection).filter(|_| usable);
    }

    fn connect(&self) -> Result<SmtpConnection, Error> {
        let at = (self.server.as_str(), self.port);
        let name = ClientId::default();
        let patience = Some(self.patience);
        let from_start = self.tls.as_ref().filter(|_| self.security == Security::Tls);
        let mut connection = SmtpConnection::connect(at, patience, &name, from_start, None)?;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.security == Security::Starttls) {
            connection.starttls(tls, &name)?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials)?;
        }
        Ok(connection)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(connection) = &mut self.open {
            // Goodbye is a courtesy: the mails were taken before.
            let _ = connection.quit();
        }
    }
}

fn offer(connection: &mut SmtpConnection, parcel: &Parcel) -> Result<(), Error> {
    connection.command(From::new(Some(parcel.from.clone()), Vec::new()))?;
    connection.command(Rcpt::new(parcel.to.clone(), Vec::new()))?;
    connection.command(Data)?;
    Ok(())
}

fn trust(root: &Path, mail: &Mail, server: &str) -> Result<TlsParameters, Lack> {
    let failed = |reason: String| Lack::Certificate { reason };
    let mut builder = TlsParameters::builder(server.to_owned());
    if let Some(file) = &mail.ca_file {
        let path = root.join(file);
        let shown = path.display();
        let bytes = disk::read(&path).map_err(|error| failed(format!("{shown}: {}", error.source)));
        let bytes = bytes?.ok_or_else(|| failed(format!("{shown}: -")))?;
        // The library takes a file without any certificate for one with none to trust.
        if !String::from_utf8_lossy(&bytes).contains("-----BEGIN CERTIFICATE-----") {
            return Err(failed(format!("{shown}: no PEM")));
        }
        let own = Certificate::from_pem(&bytes).map_err(|e| failed(format!("{shown}: {e}")))?;
        builder = builder.add_root_certificate(own);
    }
    builder.build().map_err(|error| failed(words(&error)))
}

fn refusal(error: &Error) -> Refusal {
    let said = words(error);
    let hint = if ["HandshakeFailure", "ProtocolVersion"].iter().any(|word| said.contains(word)) {
        Some(Hint::OldTls)
    } else if said.contains("certificate") {
        Some(Hint::Untrusted)
    } else {
        None
    };
    Refusal { hint, ..Refusal::of(said) }
}

/// The error and all that led to it.
fn words(error: &Error) -> String {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let inner_said = inner.to_string();
        if !said.contains(&inner_said) {
            said = format!("{said}: {inner_said}");
        }
        cause = inner.source();
    }
    said
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};

    use super::*;

    /// Where a server departs from its custom: the command, the how-manieth of it on the
    /// connection, after how many milliseconds it is answered, and the answer.
    type Departure = (&'static str, usize, u64, &'static str);

    /// Serves one connection. By custom every mail is taken.
    fn serve(mut stream: TcpStream, departures: &[Departure]) {
        let lines = BufReader::new(stream.try_clone().unwrap()).lines();
        let mut heard: Vec<String> = Vec::new();
        let mut in_mail = false;
        stream.write_all(b"220 ready\r\n").unwrap();
        for said in lines.map_while(Result::ok) {
            if in_mail && said != "." {
                continue;
            }
            in_mail = said == "DATA";
            let command = said.split([' ', ':']).next().unwrap_or_default().to_owned();
            let nth = heard.iter().filter(|own| **own == command).count();
            let departs = |own: &&Departure| own.0 == command && own.1 == nth;
            let usual = if in_mail { "354 go on" } else { "250 ok" };
            let (late, answer) =
                departures.iter().find(departs).map_or((0, usual), |own| (own.2, own.3));
            heard.push(command);
            std::thread::sleep(Duration::from_millis(late));
            let told = stream.write_all(format!("{answer}\r\n").as_bytes());
            if told.is_err() || answer.starts_with(CLOSING) {
                return;
            }
        }
    }

    /// A line to a server that departs from its custom so on one connection after the other.
    fn line_to(connections: Vec<Vec<Departure>>) -> Line {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            for departures in connections {
                let (stream, _) = listener.accept().unwrap();
                std::thread::spawn(move || serve(stream, &departures));
            }
        });
        let settings = Mail {
            server: Some("127.0.0.1".to_owned()),
            port: Some(port),
            security: Security::Nothing,
            ..Mail::default()
        };
        let mut line = Line::new(Path::new(""), &settings).unwrap();
        line.patience = Duration::from_millis(300);
        line
    }

    fn parcel() -> Parcel {
        let address = || "care@school.example".parse().unwrap();
        let bytes = b"Subject: x\r\n\r\nx".to_vec();
        Parcel { from: address(), to: address(), bytes, name: String::new() }
    }

    #[test]
    fn a_late_answer_of_a_silent_server_is_not_taken_for_that_of_the_next_mail() {
        let silent = vec![("MAIL", 0, 500, "250 late"), (".", 0, 0, "550 no")];
        let mut line = line_to(vec![silent, vec![("RCPT", 0, 0, "550 nobody")]]);
        assert!(matches!(line.send(&parcel()), Fate::Refused(_)));
        std::thread::sleep(Duration::from_millis(400));
        assert!(matches!(line.send(&parcel()), Fate::Refused(_)), "it was never sent");
    }

    #[test]
    fn a_server_that_closes_the_line_between_two_mails_gets_the_next_on_a_new_one() {
        let mut line = line_to(vec![vec![("MAIL", 1, 0, "421 enough")], Vec::new()]);
        assert!(matches!(line.send(&parcel()), Fate::Taken));
        assert!(matches!(line.send(&parcel()), Fate::Taken));
    }

    #[test]
    fn what_a_server_refuses_in_words_leaves_the_line_for_the_next_mail() {
        let mut line = line_to(vec![vec![("RCPT", 0, 0, "550 nobody"), (".", 1, 0, "554 spam")]]);
        assert!(matches!(line.send(&parcel()), Fate::Refused(_)));
        assert!(matches!(line.send(&parcel()), Fate::Taken));
        let Fate::Refused(refusal) = line.send(&parcel()) else { panic!("it was refused") };
        assert!(refusal.words.contains("spam") && !refusal.for_all, "{refusal:?}");
    }
}
