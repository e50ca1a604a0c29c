//! What is said to people, in Chinese and in English.
//!
//! A message is a variant of an enum, with both languages beside it; one that lacks a language does
//! not compile. Labels of records (registers, fields, roles) come with the records themselves.

pub mod access_words;
pub mod against_words;
pub mod attention_words;
pub mod backup_words;
pub mod calendar_words;
pub mod count_words;
pub mod doctor_words;
pub mod document_words;
pub mod export_words;
pub mod flags;
pub mod form_words;
pub mod handover_words;
pub mod help;
pub mod import_words;
pub mod inspection_words;
pub mod life_words;
pub mod mail_words;
pub mod mark_words;
pub mod new_year_words;
pub mod own_form_topic;
pub mod own_form_words;
pub mod page_words;
pub mod paper_words;
pub mod practice_words;
pub mod print_words;
pub mod problem_text;
pub mod rate_words;
pub mod record_words;
pub mod report_words;
pub mod requires;
pub mod role_words;
pub mod rule_words;
pub mod saved_log_words;
pub mod saved_words;
pub mod score_words;
pub mod setting_words;
pub mod slip_words;
pub mod status_words;
pub mod talk;
pub mod topics;
pub mod undo_words;
pub mod usage;
pub mod why_words;
pub mod wizard_words;
pub mod words;

use crate::domain::label::{Label, Words};
use crate::domain::problem::Count;
pub use crate::domain::settings::Lang;

/// Makes an enum of messages, each with its Chinese and its English text.
macro_rules! messages {
    ($(#[$about:meta])* $name:ident {
        $($variant:ident $({ $($field:ident: $ty:ty),* $(,)? })? => $zh:expr, $en:expr;)*
    }) => {
        $(#[$about])*
        #[allow(clippy::enum_variant_names, reason = "the names of values all begin alike")]
        pub enum $name<'a> {
            $($variant $({ $($field: $ty),* })?,)*
            #[doc(hidden)]
            #[expect(dead_code, reason = "keeps the lifetime for messages without borrowed parts")]
            Unsayable(std::convert::Infallible, std::marker::PhantomData<&'a ()>),
        }

        impl $name<'_> {
            /// The message in a language.
            pub fn text(&self, lang: crate::domain::settings::Lang) -> String {
                use crate::domain::settings::Lang;
                match (self, lang) {
                    $(
                        ($name::$variant $({ $($field),* })?, Lang::Zh) => ($zh).into(),
                        ($name::$variant $({ $($field),* })?, Lang::En) => ($en).into(),
                    )*
                    ($name::Unsayable(never, _), _) => match *never {},
                }
            }
        }
    };
}
pub(crate) use messages;

/// Words of a constant table in a language.
pub fn words_in((zh, en): Words, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A label in a language.
pub fn label(label: &Label, lang: Lang) -> &str {
    match lang {
        Lang::Zh => label.zh(),
        Lang::En => label.en(),
    }
}

/// Several things one after another: with 、 in Chinese, with commas in English.
pub fn listed(things: &[String], lang: Lang) -> String {
    things.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// Clauses one after another.
pub fn clauses(parts: &[String], lang: Lang) -> String {
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// The parts of a title that say something, side by side.
fn spaced(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join("    ")
}

/// A count with its English noun.
pub fn count(number: impl Into<u64>, one: &str, many: &str) -> String {
    Count::from(number.into()).english(one, many)
}
