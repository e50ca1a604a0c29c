//! Whom a row asks: named as people are named everywhere, and kept by their ids.

use super::context::Context;
use super::failure::Failure;
use super::{finder, typed};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::matter::MatterRegister;
use crate::domain::register::Register;
use crate::storage::log_append::NewRow;

/// The column of a register that says whom it asks.
pub fn column(register: &Register) -> Option<&'static str> {
    MatterRegister::find(&register.name)?.whom.filter(|own| register.column(own).is_some())
}

/// The people whom a text names, as a cell keeps them.
///
/// # Errors
/// A word names nobody, or several.
pub fn kept(context: &Context, home: &Home, text: &str) -> Result<String, Failure> {
    let find = |word: &&str| {
        let found = finder::staff(home, word, context.lang);
        found.map_err(|failure| context.placed(failure, word))
    };
    // Ids stand one after another, as a cell keeps them.
    let is_id = |word: &str| finder::staff(home, word, context.lang).is_ok();
    let words = typed::names(&[text]);
    let words = words.into_iter().flat_map(|word| match is_id(word) {
        true => vec![word],
        false => word.split_whitespace().collect(),
    });
    let ids: Vec<Id> = words.collect::<Vec<_>>().iter().map(find).collect::<Result<_, _>>()?;
    Ok(typed::joined(&ids))
}

/// The same in the rows that are to be written.
///
/// # Errors
/// As for [`kept`].
pub fn keep(
    context: &Context,
    (home, register): (&Home, &Register),
    rows: &mut [NewRow],
) -> Result<(), Failure> {
    let Some(column) = column(register) else { return Ok(()) };
    for cell in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
        *cell = kept(context, home, cell)?;
    }
    Ok(())
}
