//! Which register a word names: its English name, a label, or another name that schools have.

use super::as_meant::plain;
use super::failure::Failure;
use crate::domain::home::Home;
use crate::domain::name;
use crate::domain::nearest::nearest_word;
use crate::domain::register::Register;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label};

/// The words for the roster, where a register could be named too.
const ROSTER: [&str; 4] = ["roster", "名册", "名单", "花名册"];

/// Does a word mean the roster?
pub fn is_roster(word: &str) -> bool {
    ROSTER.contains(&word.trim())
}

/// The register among those that were read; nothing is guessed when several are called so.
pub fn called<'h>(home: &'h Home, word: &str, lang: Lang) -> Result<&'h Register, Failure> {
    named(home, word, &[], lang)
}

/// The same, where the roster might have been meant.
pub fn called_beside_roster<'h>(
    home: &'h Home,
    word: &str,
    lang: Lang,
) -> Result<&'h Register, Failure> {
    named(home, word, &ROSTER, lang)
}

/// The same, where `others` could be named as well.
fn named<'h>(
    home: &'h Home,
    word: &str,
    others: &[&str],
    lang: Lang,
) -> Result<&'h Register, Failure> {
    let word = &plain(word);
    let code = word.to_ascii_lowercase().replace('-', "_");
    let code = code.strip_prefix("log_").unwrap_or(&code);
    if let Some(register) = home.registers.get(code) {
        return Ok(register);
    }
    let is_called = |own: &&Register| {
        let aliases = own.aliases.iter().map(String::as_str);
        aliases.chain([own.label.zh(), own.label.en()]).any(|alias| name::same(alias, word))
    };
    let found: Vec<&Register> = home.registers.values().filter(is_called).collect();
    match found[..] {
        [register] => Ok(register),
        [] => Err(unknown(home, word, others, lang)),
        _ => {
            let line = |own: &&Register| format!("{}  {}", own.name, label(&own.label, lang));
            let head = Msg::Ambiguous { name: word }.text(lang);
            Err(Failure::Usage(std::iter::once(head).chain(found.iter().map(line)).collect()))
        }
    }
}

fn unknown(home: &Home, word: &str, others: &[&str], lang: Lang) -> Failure {
    let mut lines = vec![Msg::UnknownRegister { name: word }.text(lang)];
    let labels = home.registers.values().flat_map(|own| [own.name.as_str(), own.label.zh()]);
    let instead = home.registers.values().find(|own| own.synonyms.iter().any(|own| own == word));
    let instead = instead.map(|own| own.label.zh());
    let labels: Vec<&str> = labels.chain(others.iter().copied()).collect();
    if let Some(near) = instead.or_else(|| nearest_word(word, &labels)) {
        lines.push(Msg::DidYouMean { names: near }.text(lang));
    }
    Failure::Usage(lines)
}
