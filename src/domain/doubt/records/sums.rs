//! Numbers of one row that must fit each other: a score and its maximum, boys, girls and pupils.

use std::collections::BTreeMap;

use super::record_book::RecordBook;
use crate::domain::amount::Amount;
use crate::domain::event::Event;
use crate::domain::problem::{Balances, Cause, Problem, Quote};
use crate::domain::score_marks::GivenMark;
use crate::domain::score_sheet::MARKS;

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let mut found = scores(records);
    found.extend(marks(records));
    for event in records.of("enrolment") {
        let amounts = ["pupils", "boys", "girls"].map(|column| amount(event, column));
        if let [Some(pupils), Some(boys), Some(girls)] = amounts
            && pupils != boys + girls
        {
            let (sum, pupils) = (boys + girls, pupils.to_string());
            let cause =
                Balances::SumDiffers { sum: Quote::of(sum.to_string()), all: Quote::of(pupils) };
            found.push(records.problem("enrolment", event, cause));
        }
    }
    found
}

/// Scores over the maximum of their row, or of the latest row of that sheet and item with one.
fn scores(records: &RecordBook) -> Vec<Problem> {
    let rows = records.of(MARKS);
    let item = |event: &&Event| {
        ["sheet", "item"].map(|column| event.filled(column).unwrap_or_default().to_owned())
    };
    let maxima: BTreeMap<[String; 2], Amount> =
        rows.iter().filter_map(|event| Some((item(event), amount(event, "max")?))).collect();
    let mut found = Vec::new();
    for event in &rows {
        let max = amount(event, "max").or_else(|| maxima.get(&item(event)).copied());
        if let (Some(score), Some(max)) = (amount(event, "score"), max)
            && (score > max || score < Amount::ZERO)
        {
            let (score, max) = (Quote::of(score.to_string()), Quote::of(max.to_string()));
            let cause = Balances::ScoreOverMaximum { score, max };
            found.push(records.problem(MARKS, event, cause));
        }
    }
    found
}

/// Marks that their sheet does not know, or that are more than its item has.
fn marks(records: &RecordBook) -> Vec<Problem> {
    let mut found = Vec::new();
    for event in records.of(MARKS) {
        let Some(sheet) = records.sheets.iter().find(|own| own.owns(event)) else { continue };
        let cause: Cause = match sheet.mark(records.home, event) {
            Err(cause) => cause.into(),
            Ok(GivenMark { points: Some(_), .. }) => continue,
            Ok(GivenMark { item, .. }) => {
                // What is over the maximum of its own row was told as that.
                let max = sheet.items.get(item).map_or(0, |own| own.max);
                // That it is no number, or more than the row itself says, is told already.
                let Some(score) = amount(event, "score") else { continue };
                let own = amount(event, "max");
                if own.is_some_and(|max| score > max || score < Amount::ZERO) {
                    continue;
                }
                let score = Quote::of(event.filled("score").unwrap_or_default());
                Balances::ScoreOverMaximum { score, max: Quote::of(max.to_string()) }.into()
            }
        };
        found.push(records.problem(MARKS, event, cause));
    }
    found
}

fn amount(event: &Event, column: &str) -> Option<Amount> {
    event.filled(column).and_then(Amount::parse)
}
