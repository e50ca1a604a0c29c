//! `care why --score`: from which rows a score comes.

use std::collections::BTreeMap;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::scoring::{self, ScoreReading};
use crate::domain::after::After;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::rule::{Every, Rule};
use crate::domain::score_sheet::{ScoreSheet, ScoreSource};
use crate::lang::label;
use crate::lang::score_words::Scoring;
use crate::render::screens::Names;
use crate::render::screens::score_rows::{ScoreItemRows, ScoreSourceRow, screen};
use crate::render::screens::scores::called;
use crate::reports::scores::{ItemRows, Score, scores};
use crate::reports::why;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading};
use crate::session::records::Wanted;

/// Whose score by which sheet; of one item alone when it is named.
pub fn answer(
    context: &Context,
    sheet: &str,
    (who, item): (&str, Option<&str>),
    known_at: Option<chrono::NaiveDate>,
) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    context.read(Ask { registers: &names, known_at, ..Ask::default() }, |reading| {
        let all = reading.score_sheets()?;
        let sheet = scoring::sheet(&all, sheet, context.lang)?;
        told(context, reading, sheet, (who, item))
    })
}

fn told(
    context: &Context,
    reading: &Reading,
    sheet: &ScoreSheet,
    (who, item): (&str, Option<&str>),
) -> Result<Answer, Failure> {
    let (home, lang) = (&reading.home, context.lang);
    let item = item.map(|word| scoring::item(sheet, word, lang)).transpose()?;
    let period = scoring::period(context, home, sheet, None)?;
    let read = ScoreReading::new(context, reading, (sheet, period))?;
    let basis = read.basis();
    let whose = scoring::assessed(context, home, (sheet.of, basis.day()), &[who])?;
    let plan = &read.plan;
    let answers = answers(reading, plan)?;
    let all = scores(&basis);
    let own = all.iter().find(|score| score.assessed == whose);
    let items = own.map(|score| items(home, plan, (sheet, item), score, &answers));
    let names = Names::new(plan, lang);
    let title = Scoring::WhyTitle {
        sheet: label(&sheet.name, lang),
        period: &read.period.called,
        who: &called(&names, &whose),
    };
    Ok(Answer::screen(context, &screen(&names, &title, &items.unwrap_or_default())))
}

/// The rows of the registers that the rules of a plan look at.
fn answers(reading: &Reading, plan: &Plan) -> Result<Vec<(String, Event)>, Failure> {
    let mut registers: Vec<&str> =
        plan.rules.iter().flat_map(|own| &own.rule.records).map(String::as_str).collect();
    registers.sort_unstable();
    registers.dedup();
    let wanted = Wanted { days: None, versions: false, is: &|_, _| true };
    let rows = reading.records(&registers, &wanted)?;
    Ok(rows.into_iter().map(|(register, event, _)| (register, event)).collect())
}

fn items<'a>(
    home: &Home,
    plan: &Plan,
    (sheet, only): (&'a ScoreSheet, Option<usize>),
    score: &'a Score<'a>,
    answers: &'a [(String, Event)],
) -> Vec<ScoreItemRows<'a>> {
    let wanted = sheet.items.iter().zip(&score.items).enumerate();
    let wanted = wanted.filter(|(at, _)| only.is_none_or(|only| only == *at));
    let rows = |at, source: &'a ScoreSource| {
        let own = score.rows(at);
        match (own, source) {
            (Some(ItemRows::Mark(mark)), _) => vec![ScoreSourceRow::Mark(mark.event)],
            (Some(ItemRows::Events(events)), ScoreSource::Count { register, .. }) => {
                match is_sealed(home, register) {
                    true => vec![ScoreSourceRow::Sealed(events.len())],
                    false => {
                        let row = |own: &&'a Event| ScoreSourceRow::Record(register, own);
                        events.iter().map(row).collect()
                    }
                }
            }
            (Some(ItemRows::Slots(slots)), _) => of_slots(home, plan, slots, answers),
            _ => Vec::new(),
        }
    };
    let told = wanted.map(|(at, (item, points))| {
        let mut rows = rows(at, &item.source);
        if rows.is_empty() {
            rows.push(ScoreSourceRow::Nothing);
        }
        ScoreItemRows { item, points: *points, rows }
    });
    told.collect()
}

fn is_sealed(home: &Home, register: &str) -> bool {
    home.registers.get(register).is_none_or(|own| own.restricted)
}

/// Does a restricted register decide whether the rule is met?
fn is_answered_in_secret(home: &Home, rule: &Rule) -> bool {
    let asked = rule.after().into_iter().flat_map(After::records);
    let mut registers = rule.records.iter().chain(asked).map(String::as_str);
    let required = match &rule.every {
        Every::State { requires } => requires.as_slice(),
        _ => &[],
    };
    let mut required = required.iter().filter_map(|own| own.condition.register());
    registers.any(|own| is_sealed(home, own)) || required.any(|own| is_sealed(home, own))
}

/// What was owed, each with the records that answered it; of a rule that is answered in a
/// restricted register how much it was.
fn of_slots<'a>(
    home: &Home,
    plan: &Plan,
    slots: &[&'a Obligation],
    answers: &'a [(String, Event)],
) -> Vec<ScoreSourceRow<'a>> {
    let Some(rule) = slots.first().and_then(|one| plan.rules.get(one.case.rule)) else {
        return Vec::new();
    };
    if is_answered_in_secret(home, rule.rule) {
        return vec![ScoreSourceRow::Sealed(slots.len())];
    }
    let is_whole_span = !matches!(rule.rule.every, Every::Rolling { .. } | Every::After(_));
    let mut heard: BTreeMap<usize, Vec<&'a Event>> = BTreeMap::new();
    for one in slots {
        heard.entry(one.case.member).or_insert_with(|| {
            let own = why::heard(plan, one.case.rule, plan.subject(one.case), answers);
            own.into_iter().filter(|own| own.verdict.is_ok()).map(|own| own.event).collect()
        });
    }
    let answered = |one: &'a Obligation| {
        let own = heard.get(&one.case.member).map(Vec::as_slice).unwrap_or_default();
        let fits = |event: &&&'a Event| match one.dates.filter(|_| is_whole_span) {
            Some(dates) => (dates.first..=dates.last).contains(&event.date),
            None => one.met_on == Some(event.date),
        };
        ScoreSourceRow::Slot(one, own.iter().filter(fits).copied().collect())
    };
    slots.iter().map(|one| answered(one)).collect()
}
