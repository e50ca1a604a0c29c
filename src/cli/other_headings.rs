//! Keys of `--json` by the headings of the other language: who knows a list in Chinese may ask for
//! its columns so in an English call, and the other way round.

use super::answer::{Answer, CalledKey};
use super::command::Program;
use super::context::Context;
use super::failure::Failure;
use super::parse::Parsed;
use crate::lang::Lang;

impl Program {
    /// The answer; when it was refused for a key that it has not, once more with the keys that the
    /// headings of the other language name. What changed anything is not done again.
    pub(super) fn by_either_headings(
        &self,
        asked: &Parsed,
        context: &mut Context,
        answer: Answer,
    ) -> Result<Answer, Failure> {
        let Some(own) = answer.keys_without() else { return Ok(answer) };
        let Some(words) = context.json_keys.take() else { return Ok(answer) };
        let lang = context.lang;
        context.lang = match lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        // No key is asked for, so that all of them are told.
        context.json_keys = Some(Vec::new());
        let elsewhere = (self.run)(context, asked);
        context.lang = lang;
        let others = elsewhere.as_ref().ok().and_then(Answer::keys_without).unwrap_or_default();
        let meant: Vec<String> = words.iter().map(|word| key_of(word, own, others)).collect();
        let is_same = meant == words;
        context.json_keys = Some(meant);
        if is_same { Ok(answer) } else { (self.run)(context, asked) }
    }
}

/// The key that a word is a heading of in the other language, when it says nothing in this one.
fn key_of(word: &str, own: &[CalledKey], others: &[CalledKey]) -> String {
    let says = |(key, called): &&CalledKey| key == word || called.as_deref() == Some(word);
    let here = own.iter().find(says);
    let there = others.iter().find(|(_, called)| called.as_deref() == Some(word));
    there.filter(|_| here.is_none()).map_or_else(|| word.to_owned(), |(key, _)| key.clone())
}
