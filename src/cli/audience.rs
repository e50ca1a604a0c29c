//! The flag that says for whom a list or a print is made.

use super::choices::{self, Choices};
use crate::domain::audience::Audience;
use crate::lang::help::{Help, say};
use crate::session::read::Ask;

const WHOM: Choices = &[
    ("office", &["办公室", "本校"]),
    ("authority", &["上级"]),
    ("parents", &["家长"]),
    ("wall", &["墙上", "群聊"]),
];

#[derive(clap::Args)]
pub struct ForWhom {
    #[arg(long = "for", value_name = say(Help::ValueWord), help = say(Help::For),
          value_parser = choices::of(WHOM), hide_possible_values = true)]
    audience: Option<String>,
}

impl ForWhom {
    /// Who reads it; the school's own office where nobody is named.
    pub fn audience(&self) -> Audience {
        self.audience.as_deref().and_then(Audience::parse).unwrap_or_default()
    }

    /// What is read, with the names as they may be told.
    pub fn ask<'a>(&self, ask: Ask<'a>) -> Ask<'a> {
        Ask { audience: self.audience(), ..ask }
    }
}
