//! The school's rules beside another set.

use chrono::NaiveDate;

use super::rule_reasons;
use crate::domain::home::Home;
use crate::lang::rule_words::sentence;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::against::{Against, Comparison};
use crate::reports::reason::Side;

const KEYS: &[&str] =
    &["rule", "name", "words", "verdict", "own", "less", "more", "apart", "reasons"];

/// Each rule of the other set, whether the school asks less, as much or more, and why.
pub fn screen(
    home: &Home,
    compared: &[Comparison],
    name: &str,
    (lang, today): (Lang, NaiveDate),
) -> Screen {
    let heading = |word: Word| word.text(lang);
    let ids = |one: &Comparison| -> Vec<String> {
        one.own.iter().map(|own| own.id.as_str().to_owned()).collect()
    };
    let codes = |side: Side| {
        move |one: &Comparison| -> Vec<String> {
            let own = one.reasons.iter().filter(|reason| reason.side == side);
            own.map(|reason| reason.respect.name().to_owned()).collect()
        }
    };
    let columns = [
        SheetColumn::new("rule", heading(Word::Rule), |one: &Comparison| one.other.id.as_str()),
        SheetColumn::new("words", heading(Word::AsksThere), |one: &Comparison| {
            sentence(home, one.other, lang)
        }),
        SheetColumn::new("verdict", heading(Word::Verdict), |one: &Comparison| {
            Cell::from(one.verdict.name()).said(rule_reasons::verdict(one.verdict, lang))
        }),
        SheetColumn::new("own", heading(Word::OwnRule), |one: &Comparison| {
            let own = ids(one);
            let said = if own.is_empty() { "-".to_owned() } else { listed(&own, lang) };
            Cell::from(own).said(said)
        }),
        SheetColumn::new("reasons", heading(Word::Because), |one: &Comparison| {
            rule_reasons::text(home, one, lang)
        }),
        SheetColumn::for_programs("name", |one: &Comparison| label(&one.other.name, lang)),
        SheetColumn::for_programs("less", codes(Side::Less)),
        SheetColumn::for_programs("more", codes(Side::More)),
        SheetColumn::for_programs("apart", codes(Side::Apart)),
    ];
    let counts = counts(compared, lang);
    let title = match compared.is_empty() {
        true => Msg::AgainstNothing { name },
        false => Msg::AgainstTitle { name, counts: &counts, today },
    };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![Sheet::of(&columns, compared)],
        keys: KEYS,
        ..Screen::default()
    }
}

/// How many of each verdict, the best first.
fn counts(compared: &[Comparison], lang: Lang) -> String {
    let of = |verdict: Against| compared.iter().filter(|one| one.verdict == verdict).count();
    let some = Against::ALL.into_iter().rev().filter(|verdict| of(*verdict) > 0);
    let said = some.map(|own| match (rule_reasons::verdict(own, lang), lang) {
        (word, Lang::Zh) => format!("{word} {} 条", of(own)),
        (word, Lang::En) => format!("{} {word}", of(own)),
    });
    listed(&said.collect::<Vec<_>>(), lang)
}
