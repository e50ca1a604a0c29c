//! What a school holds its pairs and records to, as a screen.

use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::register::Column;
use crate::domain::role;
use crate::domain::setting_keys::{Holds, SETTING_KEYS, SettingKey};
use crate::lang::setting_words::SettingSaid;
use crate::lang::words::role_name;
use crate::lang::{Lang, label, listed, words_in};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// One line a setting, also where it is not set.
pub fn screen(home: &Home, lang: Lang) -> Screen {
    let value = |key: &SettingKey| {
        let own = (key.value)(&home.settings);
        let words = |fact: &Fact| in_words(home, key, fact, lang);
        let usual = || {
            (key.usual)().map_or_else(
                || SettingSaid::NotSet.text(lang),
                |fact| SettingSaid::Usual { value: &words(&fact) }.text(lang),
            )
        };
        let said = own.as_ref().map_or_else(usual, words);
        Cell::text(own.map(|fact| fact.values().join(", "))).said(said)
    };
    let columns = [
        SheetColumn::new("setting", SettingSaid::Setting.text(lang), |key: &SettingKey| {
            Cell::from(key.key).said(words_in(key.label, lang))
        }),
        SheetColumn::new("value", SettingSaid::Value.text(lang), value),
        SheetColumn::for_people(SettingSaid::Key.text(lang), |key: &SettingKey| {
            format!("[{}] {}", key.table, key.key)
        })
        .minor(),
    ];
    let school = home.settings.school.as_str();
    Screen {
        title: Some(SettingSaid::Title { school }.text(lang)),
        sheets: vec![Sheet::of(&columns, &SETTING_KEYS)],
        footer: Some(SettingSaid::HowTo.text(lang)),
        ..Screen::default()
    }
}

/// The value of a setting in words.
pub fn in_words(home: &Home, key: &SettingKey, fact: &Fact, lang: Lang) -> String {
    let kinds = home.registers.get("activity").and_then(|own| own.column("kind"));
    let word = |code: String| match key.holds {
        Holds::PairRoles => {
            role::find(&code).map_or(code, |own| role_name(own.code, lang).to_owned())
        }
        Holds::Kinds => {
            let mut all = kinds.into_iter().flat_map(Column::choices);
            let own = all.find(|choice| choice.code == code);
            own.map_or(code, |own| label(&own.label, lang).to_owned())
        }
        Holds::Truth if code == "true" => SettingSaid::Yes.text(lang),
        Holds::Truth => SettingSaid::No.text(lang),
        Holds::Texts | Holds::AtLeast(_) => code,
    };
    let words: Vec<String> = fact.values().into_iter().map(word).collect();
    listed(&words, lang)
}
