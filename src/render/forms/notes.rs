//! What a heading's note says may stand below it.

use crate::domain::label::Words;
use crate::domain::register::{Column, ColumnType};
use crate::domain::schema::{Field, FieldType};
use crate::lang::form_words::FormWord;
use crate::lang::rule_words::field_value;
use crate::lang::{Lang, label, listed, words_in};

/// What can be chosen, and whether something else may be written all the same.
pub struct Offered {
    pub choices: Vec<String>,
    pub takes_others: bool,
    pub note: String,
}

impl Offered {
    fn said(note: &FormWord, lang: Lang) -> Offered {
        Offered { choices: Vec::new(), takes_others: true, note: note.text(lang) }
    }

    fn of(choices: Vec<String>, takes_others: bool, lang: Lang) -> Offered {
        let list = listed(&choices, lang);
        let note = match takes_others {
            true => FormWord::MayBeOtherNote { choices: &list },
            false => FormWord::ChoiceNote { choices: &list },
        };
        Offered { note: note.text(lang), choices, takes_others }
    }
}

/// Of a column of a register.
pub fn of_column(column: &Column, lang: Lang) -> Offered {
    match &column.holds {
        ColumnType::Choice(choices) => {
            let words = choices.iter().map(|own| label(&own.label, lang).to_owned());
            Offered::of(words.collect(), false, lang)
        }
        ColumnType::Date if column.lies_ahead() => Offered::said(&FormWord::AgreedNote, lang),
        ColumnType::Date => Offered::said(&FormWord::DateNote, lang),
        ColumnType::Integer => Offered::said(&FormWord::WholeNumberNote, lang),
        ColumnType::Decimal => Offered::said(&FormWord::NumberNote, lang),
        ColumnType::Text => Offered::said(&FormWord::TextNote, lang),
    }
}

/// Of a field of a child.
pub fn of_field(field: &Field, lang: Lang) -> Offered {
    let words = |choices: &[(&str, Words)]| {
        choices.iter().map(|(_, words)| words_in(*words, lang).to_owned()).collect()
    };
    match field.holds {
        FieldType::Choice(choices) => Offered::of(words(choices), false, lang),
        FieldType::Suggested(choices) => Offered::of(words(choices), true, lang),
        FieldType::Bool => {
            let said = ["true", "false"].map(|code| field_value(field.path, code, lang));
            Offered::of(said.to_vec(), false, lang)
        }
        FieldType::Date => Offered::said(&FormWord::WholeDateNote, lang),
        FieldType::Integer => Offered::said(&FormWord::WholeNumberNote, lang),
        FieldType::Texts => Offered::said(&FormWord::SeveralNote, lang),
        FieldType::Text if field.path == "id_number" => {
            Offered::said(&FormWord::IdNumberNote, lang)
        }
        FieldType::Text if field.path == "class" => Offered::said(&FormWord::PlainClassNote, lang),
        FieldType::Text => Offered::said(&FormWord::TextNote, lang),
    }
}
