//! Marks as people type them: `item=score`.

use super::as_meant::plain;
use super::context::Context;
use super::failure::Failure;
use super::scoring;
use crate::domain::amount::Amount;
use crate::domain::fraction::Fraction;
use crate::domain::score_sheet::{ScoreSheet, ScoreSource};
use crate::lang::score_words::Scoring;
use crate::lang::{label, listed};

/// The marks as they were typed: each item once, none over its maximum.
///
/// # Errors
/// An item or a mark is none.
pub fn of(
    context: &Context,
    sheet: &ScoreSheet,
    words: &[&str],
) -> Result<Vec<(usize, Amount)>, Failure> {
    let lang = context.lang;
    let refused = |said: Scoring| Failure::Usage(vec![said.text(lang)]);
    let mut marks: Vec<(usize, Amount)> = Vec::new();
    for word in words {
        let (name, score) = word.split_once(['=', '＝']).unwrap_or((word, ""));
        let at = scoring::item(sheet, name, lang).map_err(|own| context.placed(own, name))?;
        let Some(own) = sheet.items.get(at) else { continue };
        let item = label(&own.name, lang);
        if own.source != ScoreSource::Mark {
            return Err(refused(Scoring::CountedItem { item }));
        }
        let over = || {
            let said = refused(Scoring::OverMax { item, max: own.max });
            context.placed(said, score)
        };
        let amount = Amount::parse(&plain(score)).ok_or_else(over)?;
        let points = Fraction::given(amount).ok_or_else(over)?;
        if points.compared_to(own.max).is_gt() {
            return Err(over());
        }
        if marks.iter().any(|(before, _)| *before == at) {
            return Err(refused(Scoring::ItemTwice { item }));
        }
        marks.push((at, amount));
    }
    if marks.is_empty() {
        let open = sheet.items.iter().filter(|own| own.source == ScoreSource::Mark);
        let names: Vec<String> = open.map(|own| label(&own.name, lang).to_owned()).collect();
        let items = listed(&names, lang);
        return Err(refused(match names.is_empty() {
            true => Scoring::NoMarks,
            false => Scoring::NeedsMarks { items: &items },
        }));
    }
    Ok(marks)
}
