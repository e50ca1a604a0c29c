//! What becomes of a mail, and why it could not be sent.

use std::path::PathBuf;

use crate::storage::disk::DiskError;

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
    /// What holds the password is not in letters that are read.
    PasswordNoText { from: String },
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

impl Refusal {
    /// Refused in these words.
    pub fn of(words: String) -> Refusal {
        Refusal { words, hint: None, for_all: false }
    }

    /// Not written to a file.
    pub fn of_disk(error: &DiskError) -> Refusal {
        Refusal::of(format!("{}: {}", error.path.display(), error.source))
    }
}
