//! Floor 5: mail out of the house. The only user of the network and of the mail library.

pub mod compose;
mod deadline;
pub mod fate;
mod fault;
mod letter_file;
pub mod parcel;
mod password;
mod program;
mod recipient;
pub mod send;
mod sendmail;
mod smtp;
mod trust;
mod wire;

use std::path::{Path, PathBuf};

use crate::domain::mail::{Mail, Transport};
use crate::lang::Lang;
use fate::{Fate, Lack};
use parcel::Parcel;

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
