//! Values that must not stand in a command line, where every user of the machine and the shell's
//! history see them: `-` in their place asks for them, or reads each from a line of standard input.

use std::cell::RefCell;

use super::as_meant::plain;
use super::context::Context;
use super::failure::{Choosing, Failure};
use super::fields::key_value;
use crate::lang::talk::Msg;
use crate::storage::encoding;

/// The withheld values of one call.
pub struct Withheld<'c> {
    context: &'c Context,
    /// The lines of standard input that are left, once they were wanted.
    lines: RefCell<Option<Vec<String>>>,
}

impl<'c> Withheld<'c> {
    pub fn of(context: &'c Context) -> Withheld<'c> {
        Withheld { context, lines: RefCell::new(None) }
    }

    /// What was typed for a field; of a closed one that was withheld, the value that is asked for.
    ///
    /// # Errors
    /// The question, while nobody has answered it; or that standard input does not hold it.
    pub fn value(&self, typed: &str, closed: Option<&str>) -> Result<String, Failure> {
        match closed.filter(|_| plain(typed) == MARK) {
            Some(field) => self.said(field),
            None => Ok(typed.to_owned()),
        }
    }

    /// Each `KEY=VALUE` that was typed, with the value that was withheld; `closed` says what the
    /// field of a key is called when it is a closed one.
    ///
    /// # Errors
    /// As of one value.
    pub fn filled(
        &self,
        typed: &[String],
        closed: impl Fn(&str) -> Option<String>,
    ) -> Result<Vec<String>, Failure> {
        let fill = |text: &String| {
            let (key, value) = key_value(text, self.context.lang)?;
            Ok(format!("{key}={}", self.value(value, closed(key).as_deref())?))
        };
        typed.iter().map(fill).collect()
    }

    fn said(&self, field: &str) -> Result<String, Failure> {
        let lang = self.context.lang;
        if let Some((_, line)) = self.context.chosen.iter().find(|(own, _)| own == field) {
            return Ok(line.clone());
        }
        let missing = Msg::WithheldMissing { field };
        if self.context.ask.is_some() {
            return Err(Failure::Choose(Choosing {
                about: field.to_owned(),
                question: Msg::Withheld { field }.text(lang),
                refused: vec![missing.text(lang)],
                left: None,
            }));
        }
        self.next_line().ok_or_else(|| Failure::usage(&missing, lang))
    }

    fn next_line(&self) -> Option<String> {
        let mut lines = self.lines.borrow_mut();
        let lines = lines.get_or_insert_with(|| {
            let read = (self.context.input)().ok().and_then(|bytes| encoding::sheet(&bytes));
            let text = read.filter(|text| !encoding::is_lost(text)).unwrap_or_default();
            text.lines().rev().map(|line| line.trim().to_owned()).collect()
        });
        lines.pop().filter(|line| !line.is_empty())
    }
}

/// What stands in the place of a value that is withheld.
pub const MARK: &str = "-";
