//! A flag that takes one of a few words: each by its English and by its Chinese words.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// A word as the program keeps it, and what else it is called.
pub type Choices = &'static [(&'static str, &'static [&'static str])];

/// Takes any of the words, and gives the one that the program keeps.
pub fn of(choices: Choices) -> impl TypedValueParser<Value = String> {
    let values = choices.iter().map(|(word, also)| PossibleValue::new(*word).aliases(*also));
    PossibleValuesParser::new(values).map(|typed: String| {
        let own = choices.iter().find(|(_, also)| also.contains(&typed.as_str()));
        own.map_or(typed, |(word, _)| (*word).to_owned())
    })
}
