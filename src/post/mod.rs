//! Floor 5: mail out of the house. The only user of the network and of the mail library.

pub mod compose;
mod fault;
mod letter_file;
pub mod parcel;
mod password;
mod program;
pub mod send;
mod sendmail;
mod smtp;
mod trust;
mod wire;

use std::path::{Path, PathBuf};

use crate::domain::mail::{Mail, Transport};
use crate::lang::Lang;
use crate::storage::disk::DiskError;
pub use parcel::Parcel;

/// What the settings of mail lack, so that nothing can be sent.
#[derive(Debug)]
pub enum Lack {
    /// `from` is missing or is no address.
    From,
    /// `server` is missing.
    Server,
    /// Mail in the clear may only go to this machine.
    InTheClear,
    /// The password's file may be read by others.
    PasswordOpen { file: PathBuf },
    /// The password could not be had.
    Password { reason: String },
    /// The certificate of `ca_file` could not be used.
    Certificate { reason: String },
}

/// What became of a mail.
#[derive(Debug)]
pub enum Fate {
    /// Whoever carries it on has taken it.
    Taken,
    /// It was not taken, for sure.
    Refused(Refusal),
    /// It was handed over, and whether it was taken could not be heard.
    Unknown(String),
}

/// Why a mail was not taken.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The other side's own words.
    pub words: String,
    pub hint: Option<Hint>,
    /// Would it be so for every other mail too?
    pub for_all: bool,
}

/// What may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// The server's TLS is too old for this program.
    OldTls,
    /// The server's certificate is not trusted.
    Untrusted,
}

/// Whoever carries mail on.
pub enum Carrier {
    Smtp(Box<smtp::Line>),
    Sendmail(PathBuf),
    Folder(PathBuf),
}

impl Carrier {
    /// The carrier that the settings name; nothing is sent yet.
    pub fn new(
        root: &Path,
        mail: &Mail,
        transport: Transport,
        lang: Lang,
    ) -> Result<Carrier, Lack> {
        Ok(match transport {
            Transport::Smtp => Carrier::Smtp(Box::new(smtp::Line::new(root, mail, lang)?)),
            Transport::Sendmail => Carrier::Sendmail(root.join(&mail.sendmail)),
            Transport::Eml => Carrier::Folder(root.join(&mail.folder)),
        })
    }

    /// Hands one mail over.
    pub fn carry(&mut self, parcel: &Parcel) -> Fate {
        match self {
            Carrier::Smtp(line) => line.send(parcel),
            Carrier::Sendmail(program) => sendmail::send(program, parcel),
            Carrier::Folder(folder) => letter_file::write(folder, parcel),
        }
    }
}

impl Refusal {
    fn of(words: String) -> Refusal {
        Refusal { words, hint: None, for_all: false }
    }

    fn of_disk(error: &DiskError) -> Refusal {
        Refusal::of(format!("{}: {}", error.path.display(), error.source))
    }
}
