//! The keys that a program wants of an answer: `--json name,class`.

use super::as_meant::{entries, plain};
use super::failure::Failure;
use crate::domain::nearest::nearest;
use crate::lang::Lang;
use crate::lang::talk::Msg;

/// The words of `--json`, with any of the usual marks between them.
pub fn words(text: &str) -> Vec<String> {
    entries(text).iter().map(|word| plain(word)).collect()
}

/// The keys that words name, each once, in their order: by the key itself, or by what people read
/// above it.
///
/// # Errors
/// A word names none, or there is no word; all keys are listed then.
pub fn picked(
    words: &[String],
    known: &[(&str, Option<&str>)],
    lang: Lang,
) -> Result<Vec<String>, Failure> {
    let named = |word: &String| {
        let mut ways = known.iter().filter(|(key, _)| key == word);
        let called = || known.iter().find(|(_, called)| called.is_some_and(|own| own == word));
        ways.next().or_else(called).map(|(key, _)| (*key).to_owned())
    };
    let mut keys: Vec<String> = Vec::new();
    for word in words {
        let Some(key) = named(word) else {
            let all = known.iter().flat_map(|(key, called)| [Some(*key), *called]).flatten();
            let near = nearest(word, all).map(|names| Msg::DidYouMean { names }.text(lang));
            let unknown = Msg::NoKey { name: word }.text(lang);
            return Err(listed([unknown].into_iter().chain(near), known, lang));
        };
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    if keys.is_empty() {
        return Err(listed([Msg::WhichKeys.text(lang)], known, lang));
    }
    Ok(keys)
}

fn listed(
    said: impl IntoIterator<Item = String>,
    known: &[(&str, Option<&str>)],
    lang: Lang,
) -> Failure {
    let line = |(key, called): &(&str, Option<&str>)| match called {
        Some(called) if called != key => format!("{key}  {called}"),
        _ => (*key).to_owned(),
    };
    let head = [Msg::Keys.text(lang)];
    Failure::Usage(said.into_iter().chain(head).chain(known.iter().map(line)).collect())
}
