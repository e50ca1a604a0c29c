//! A call that ends before its command begins.

use std::io::Write;

use clap::error::ErrorKind;

use super::call::Call;
use crate::domain::problem::Problem;
use crate::domain::settings::Lang;
use crate::lang::talk::Msg;
use crate::lang::usage;
use crate::render::{problems, visible};

/// What a call lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// A command: nothing was asked for.
    Command,
    /// Something that the command needs.
    Value,
}

/// A call that ends before its command begins.
pub struct Stopped {
    /// Help or the version: for standard output.
    pub shown: Option<String>,
    /// What was wrong: for standard error.
    pub said: Vec<String>,
    /// The exit code of a mistake.
    pub code: u8,
    pub lang: Lang,
    /// What was not said, for which somebody may be asked.
    pub lacks: Option<Lacking>,
}

impl Stopped {
    /// Is there somebody who could be asked for what is lacking?
    pub fn lacking(&self, call: &Call) -> Option<Lacking> {
        let may_ask = call.ask.is_some() && !call.args.iter().any(|word| word == "--no-input");
        self.lacks.filter(|_| may_ask)
    }

    /// The parser's own end: help and version are shown, mistakes are said.
    pub fn from_clap(error: &clap::Error, lang: Lang) -> Stopped {
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                let shown = Some(error.render().to_string());
                Stopped { shown, said: Vec::new(), code: 0, lang, lacks: None }
            }
            kind => {
                let lacks = match kind {
                    ErrorKind::MissingRequiredArgument => Some(Lacking::Value),
                    ErrorKind::MissingSubcommand
                    | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Some(Lacking::Command),
                    _ => None,
                };
                Stopped { shown: None, said: usage::explain(error, lang), code: 2, lang, lacks }
            }
        }
    }

    /// A register whose description has faults.
    pub fn bad_register(faults: &[Problem], lang: Lang) -> Stopped {
        let said = problems::text(faults, lang).lines().map(str::to_owned).collect();
        Stopped { shown: None, said, code: 3, lang, lacks: None }
    }

    pub fn say(message: &Msg, lang: Lang) -> Stopped {
        Stopped { shown: None, said: vec![message.text(lang)], code: 2, lang, lacks: None }
    }

    /// Writes it out and returns the exit code.
    pub fn report(&self, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        if let Some(text) = &self.shown {
            return if out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_ok() {
                0
            } else {
                6
            };
        }
        for (at, line) in self.said.iter().enumerate() {
            let mark = if at == 0 { Msg::Error.text(self.lang) + ": " } else { "  ".to_owned() };
            let _ = writeln!(err, "{}", visible(&format!("{mark}{line}")));
        }
        self.code
    }
}
