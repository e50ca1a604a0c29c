//! An appraisal sheet to sign: the items with their maxima, points and sources, what they come to,
//! and who signs.

use super::Names;
use super::scores::{called, level_cell, points};
use crate::domain::score_marks::Assessed;
use crate::domain::score_period::ScorePeriod;
use crate::domain::score_sheet::{ScoreItem, ScoreSheet, ScoreSource};
use crate::lang::print_words::Printing;
use crate::lang::score_words::Scoring;
use crate::lang::words::Word;
use crate::lang::{label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::screens::scores::DECIMALS;
use crate::render::sheet::{Prose, Sheet, SheetColumn};
use crate::reports::scores::Score;

/// What a form is printed with.
pub struct ScoreForm<'a> {
    pub names: &'a Names<'a>,
    pub sheet: &'a ScoreSheet,
    pub period: &'a ScorePeriod,
    /// Without points, to be filled in by hand?
    pub is_blank: bool,
}

/// A score with the awards and the penalties of its subject in the period.
pub type ScoreWithHonours<'a> = (&'a Score<'a>, [Vec<String>; 2]);

/// A form for each score; a blank one for nobody when there is none.
pub fn forms(form: &ScoreForm, scores: &[ScoreWithHonours]) -> Screen {
    let lang = form.names.lang;
    let mut made: Vec<(Sheet, Vec<String>)> = match scores {
        [] if form.is_blank => vec![of(form, None)],
        all => all.iter().map(|own| of(form, Some(own))).collect(),
    };
    let name = label(&form.sheet.name, lang);
    let source = Scoring::FormSource { why: &form.sheet.why }.text(lang);
    let title = Some(format!("{name}    {source}"));
    // One alone is a whole page, and of a workbook one sheet.
    if made.len() == 1
        && let Some((table, below)) = made.pop()
    {
        let footer = Some(below.join("\n"));
        return Screen { title, sheets: vec![table], footer, ..Screen::default() };
    }
    let sheets = made.into_iter().flat_map(|(table, below)| {
        let below = below.into_iter().map(Prose::Said).collect();
        [table, Sheet::told(below).below()]
    });
    Screen { title, sheets: sheets.collect(), ..Screen::default() }
}

/// One form: its table, and below it what it comes to and who signs.
fn of(form: &ScoreForm, own: Option<&ScoreWithHonours>) -> (Sheet, Vec<String>) {
    let (names, sheet, lang) = (form.names, form.sheet, form.names.lang);
    let to_fill = Scoring::ToFill.text(lang);
    let score = own.map(|(score, _)| *score);
    let who = score.map_or_else(|| to_fill.clone(), |own| called(names, &own.assessed));
    let period = match score {
        Some(_) => form.period.called.as_str(),
        None => to_fill.as_str(),
    };
    let heading = Scoring::FormHeading { who: &who, period }.text(lang);
    let filled = score.filter(|_| !form.is_blank);
    let table = Sheet::of(&columns(form, (score, filled)), &places(sheet));
    let table = table.numbered(Word::Number.text(lang)).headed(heading);
    let total = filled.and_then(|own| own.total);
    let total = total.map_or_else(|| to_fill.clone(), |own| own.rounded(DECIMALS, false));
    let level = filled.filter(|own| own.level.is_some());
    let level = level.map_or_else(|| to_fill.clone(), |own| level_cell(sheet, own, lang).told());
    let mut prose =
        vec![Scoring::FormTotal { total: &total, of: sheet.total(), level: &level }.text(lang)];
    let assessors = filled.into_iter().flat_map(|own| &own.assessors);
    let assessors: Vec<String> = assessors.filter_map(|id| names.person(Some(*id))).collect();
    let who = if assessors.is_empty() { to_fill.clone() } else { listed(&assessors, lang) };
    let day = filled.and_then(|own| own.marked_on);
    let day = day.map_or(to_fill, |day| day.to_string());
    prose.push(Scoring::FormMarked { who: &who, day: &day }.text(lang));
    if let Some((score, honours)) = own
        && matches!(score.assessed, Assessed::Teacher(_) | Assessed::Class(_))
    {
        let [awards, penalties] = honours.each_ref().map(|all| match all.is_empty() {
            true => Scoring::NoneOf.text(lang),
            false => listed(all, lang),
        });
        prose.push(Scoring::Awards { all: &awards }.text(lang));
        prose.push(Scoring::Penalties { all: &penalties }.text(lang));
    }
    prose.push(Scoring::FormSign.text(lang));
    prose.push(Scoring::FormSignBelow.text(lang));
    (table, prose)
}

/// The items with their places.
fn places(sheet: &ScoreSheet) -> Vec<(usize, &ScoreItem)> {
    sheet.items.iter().enumerate().collect()
}

type Line<'a> = (usize, &'a ScoreItem);

/// The columns of whose form it is, with the points where they are filled in.
fn columns<'f>(
    form: &'f ScoreForm,
    (whose, filled): (Option<&'f Score<'f>>, Option<&'f Score<'f>>),
) -> Vec<SheetColumn<'f, Line<'f>>> {
    let lang = form.names.lang;
    vec![
        SheetColumn::for_programs("subject", move |_: &Line| {
            Cell::text(whose.map(|own| own.assessed.to_string()))
        }),
        SheetColumn::for_programs("period", |_: &Line| form.period.id.as_str()),
        SheetColumn::new("item", Scoring::ItemHead.text(lang), move |(_, item): &Line| {
            Cell::from(item.id.as_str()).said(label(&item.name, lang))
        }),
        SheetColumn::new("max", Scoring::Max.text(lang), |(_, item): &Line| i64::from(item.max)),
        SheetColumn::new("points", Scoring::PointsHead.text(lang), move |(at, _): &Line| {
            filled.map_or(Cell::NOTHING, |own| points(own, *at))
        }),
        SheetColumn::new("source", Scoring::SourceHead.text(lang), |(_, item): &Line| {
            source(form, item)
        }),
        SheetColumn::for_people(Printing::Remarks.text(lang), |_: &Line| Cell::NOTHING),
    ]
}

/// Where the points of an item come from, in words.
fn source(form: &ScoreForm, item: &ScoreItem) -> Cell {
    let (home, lang) = (form.names.plan.home, form.names.lang);
    match &item.source {
        ScoreSource::Mark => Cell::from("mark").said(Scoring::SayMarks.text(lang)),
        ScoreSource::Rate(id) => {
            let rule = home.rules.iter().find(|rule| rule.id == *id);
            let rule = rule.map_or(id.as_str(), |rule| label(&rule.name, lang));
            Cell::from("rate").said(Scoring::SayRate { rule }.text(lang))
        }
        ScoreSource::Count { register, full } => {
            let own = home.registers.get(register);
            let register = own.map_or(register.as_str(), |own| label(&own.label, lang));
            Cell::from("count").said(Scoring::SayCount { register, full: *full }.text(lang))
        }
    }
}
