//! What a preset would add to the school's rules or change in them.

use crate::domain::home::Home;
use crate::lang::rule_words::sentence;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::rule_keys::{Novelty, Suggestion};

const KEYS: &[&str] = &["rule", "name", "words", "change", "keys"];

/// Which preset the suggestions are of, and how many rule ids it shares when it was not named.
pub struct Origin<'a> {
    pub name: &'a str,
    pub shared: Option<usize>,
}

/// The suggestions, each with what it asks.
pub fn screen(home: &Home, found: &[Suggestion], origin: &Origin, lang: Lang) -> Screen {
    let heading = |word: Word| word.text(lang);
    let columns = [
        SheetColumn::new("rule", heading(Word::Rule), |one: &Suggestion| one.rule.id.as_str()),
        SheetColumn::new("name", heading(Word::Title), move |one: &Suggestion| {
            label(&one.rule.name, lang)
        }),
        SheetColumn::new("words", heading(Word::InWords), |one: &Suggestion| {
            sentence(home, one.rule, lang)
        }),
        SheetColumn::new("change", heading(Word::Novelty), |one: &Suggestion| match &one.novelty {
            Novelty::New => Cell::from("new").said(Word::IsNew.text(lang)),
            Novelty::Changed(keys) => {
                let said = Word::IsChanged { keys: &keys.join(", ") }.text(lang);
                Cell::from("changed").said(said)
            }
        }),
        SheetColumn::for_programs("keys", |one: &Suggestion| -> Vec<String> {
            match &one.novelty {
                Novelty::New => Vec::new(),
                Novelty::Changed(keys) => keys.iter().map(|key| (*key).to_owned()).collect(),
            }
        }),
    ];
    Screen {
        title: Some(title(found, origin.name).text(lang)),
        sheets: vec![Sheet::of(&columns, found)],
        footer: footer(found.is_empty(), origin, lang),
        keys: KEYS,
        ..Screen::default()
    }
}

fn title<'a>(found: &[Suggestion], name: &'a str) -> Msg<'a> {
    let new = found.iter().filter(|one| one.novelty == Novelty::New).count();
    match found.len() - new {
        0 if new == 0 => Msg::NothingToSuggest { name },
        changed => Msg::SuggestTitle { name, new, changed },
    }
}

/// Which preset was taken when none was named, and how a rule is adopted.
fn footer(is_empty: bool, origin: &Origin, lang: Lang) -> Option<String> {
    let name = origin.name;
    let taken = origin.shared.map(|shared| Msg::PresetTaken { name, shared }.text(lang));
    let hint = (!is_empty).then(|| Msg::AdoptHint { name }.text(lang));
    let lines: Vec<String> = taken.into_iter().chain(hint).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
