//! `care records --count-by` and `--sum`: which column of the register is meant.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::reveal::{Revealed, may_ask_by};
use crate::domain::privacy::Privacy;
use crate::domain::register::{CellPrivacy, Column, ColumnType, Register};
use crate::lang::count_words::Counting;
use crate::lang::{Lang, label, listed};
use crate::reports::record_counts::CountedBy;

/// What is to be counted and added up.
pub struct ToCount<'h> {
    pub register: &'h Register,
    pub by: CountedBy<'h>,
    pub sum: Option<&'h Column>,
}

/// What the words of `--count-by` and `--sum` mean; nothing when neither is given.
///
/// # Errors
/// Several registers are asked for, no column is called so, or it may not be seen.
pub fn counted<'h>(
    context: &Context,
    asked: &[&'h Register],
    (by, sum): (Option<&str>, Option<&str>),
    opened: &Revealed,
) -> Result<Option<ToCount<'h>>, Failure> {
    let lang = context.lang;
    if by.is_none() && sum.is_none() {
        return Ok(None);
    }
    let &[register] = asked else {
        return Err(refused(&Counting::OneRegister, lang));
    };
    let by = match by {
        None => CountedBy::Nothing,
        Some("child" | "children" | "儿童") => CountedBy::Child,
        Some("staff" | "教师") => CountedBy::Staff,
        Some(word) => CountedBy::Column(column(register, word, lang)?),
    };
    let sum = sum.map(|word| number(register, word, lang)).transpose()?;
    let by_column = match by {
        CountedBy::Column(column) => Some(column),
        _ => None,
    };
    for column in by_column.into_iter().chain(sum) {
        may_see(column, opened, lang)?;
    }
    Ok(Some(ToCount { register, by, sum }))
}

fn refused(why: &Counting, lang: Lang) -> Failure {
    Failure::Usage(vec![why.text(lang)])
}

/// The columns of a register in words.
fn names<'r>(columns: impl Iterator<Item = &'r Column>, lang: Lang) -> String {
    listed(&columns.map(|own| label(&own.label, lang).to_owned()).collect::<Vec<_>>(), lang)
}

fn column<'h>(register: &'h Register, word: &str, lang: Lang) -> Result<&'h Column, Failure> {
    let word = word.trim();
    register.column_called(word).ok_or_else(|| {
        let all = names(register.columns.iter(), lang);
        refused(&Counting::UnknownColumn { word, all: &all }, lang)
    })
}

/// The same, of a column that holds numbers.
fn number<'h>(register: &'h Register, word: &str, lang: Lang) -> Result<&'h Column, Failure> {
    let is_number = |own: &&Column| matches!(own.holds, ColumnType::Integer | ColumnType::Decimal);
    let own = column(register, word, lang)?;
    if is_number(&own) {
        return Ok(own);
    }
    let all = names(register.columns.iter().filter(is_number), lang);
    Err(match all.is_empty() {
        true => refused(&Counting::NothingToSum { word }, lang),
        false => refused(&Counting::NotNumeric { word, all: &all }, lang),
    })
}

/// Whoever counts by a column sees it.
fn may_see(column: &Column, opened: &Revealed, lang: Lang) -> Result<(), Failure> {
    let class = match column.privacy {
        CellPrivacy::As(class) => class,
        CellPrivacy::AsField => Privacy::Sensitive,
    };
    may_ask_by((label(&column.label, lang), class), &opened.gate(), lang)
}
