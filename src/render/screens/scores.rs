//! Scores as a screen: a line for each subject, with the points of each item; and the list of sheets.

use super::Names;
use crate::domain::class::ClassCode;
use crate::domain::score_marks::Assessed;
use crate::domain::score_period::ScorePeriod;
use crate::domain::score_sheet::{ScoreSheet, SheetEvery};
use crate::domain::subject::Subject;
use crate::lang::score_words::{Scoring, kind};
use crate::lang::words::Word;
use crate::lang::{Lang, label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::scores::{NoPoints, Score};

/// What stands where there are no points.
pub const NO_POINTS: &str = "—";

/// So many decimals people read, and programs.
pub const DECIMALS: u32 = 1;
const EXACT_DECIMALS: u32 = 2;

/// What is shown.
pub struct ScorePage<'a> {
    pub names: &'a Names<'a>,
    pub sheet: &'a ScoreSheet,
    pub period: &'a ScorePeriod,
    /// Each with its place, where the school ranks.
    pub scores: &'a [(Option<usize>, Score<'a>)],
    pub is_ranked: bool,
}

/// One line a subject.
pub fn screen(page: &ScorePage) -> Screen {
    let lang = page.names.lang;
    let of = page.scores.len();
    let done = page.scores.iter().filter(|(_, own)| own.total.is_some()).count();
    let (name, period) = (label(&page.sheet.name, lang), page.period.called.as_str());
    let mut title = vec![Scoring::Title { sheet: name, period }.text(lang)];
    title.push(match of {
        0 => Scoring::Nobody.text(lang),
        _ => Scoring::Done { done, of, lacking: of - done }.text(lang),
    });
    title.extend(page.period.next.map(|day| Scoring::Next { day }.text(lang)));
    Screen {
        title: Some(title.join("    ")),
        sheets: vec![Sheet::of(&columns(page), page.scores).numbered(Word::Number.text(lang))],
        footer: (of > 0).then(|| Scoring::Means.text(lang)),
        ..Screen::default()
    }
}

type Line<'a> = (Option<usize>, Score<'a>);

fn columns<'p>(page: &'p ScorePage) -> Vec<SheetColumn<'p, Line<'p>>> {
    let (names, sheet, lang) = (page.names, page.sheet, page.names.lang);
    let mut columns = vec![
        SheetColumn::for_programs("sheet", |_: &Line| sheet.id.as_str()),
        SheetColumn::for_programs("period", |_: &Line| page.period.id.as_str()),
        SheetColumn::for_programs("subject", |(_, own): &Line| own.assessed.to_string()),
    ];
    if page.is_ranked {
        columns.push(SheetColumn::new("place", Scoring::Place.text(lang), |(place, _): &Line| {
            place.map_or(Cell::NOTHING.said(NO_POINTS), Cell::count)
        }));
    }
    let class = SheetColumn::new("class", Word::Class.text(lang), |(_, own): &Line| {
        class_cell(names, &own.assessed)
    });
    let has_class = page.scores.iter().any(|(_, own)| own.assessed.child().is_some());
    columns.push(if has_class { class } else { class.unread() });
    columns.push(SheetColumn::new("name", Word::Subject.text(lang), |(_, own): &Line| {
        called(names, &own.assessed)
    }));
    for (at, item) in sheet.items.iter().enumerate() {
        let heading = Scoring::Points { item: label(&item.name, lang), max: item.max }.text(lang);
        columns.push(
            SheetColumn::new(format!("points_{}", item.id), heading, move |(_, own): &Line| {
                points(own, at)
            })
            .helpful(),
        );
    }
    let total = Scoring::Total { total: sheet.total() }.text(lang);
    columns.push(SheetColumn::new("total", total, |(_, own): &Line| total_cell(own)));
    columns.push(SheetColumn::for_programs("exact", |(_, own): &Line| {
        Cell::text(own.total.map(crate::domain::fraction::Fraction::exact))
    }));
    columns.push(SheetColumn::for_programs("of", |_: &Line| i64::from(sheet.total())));
    if !sheet.levels.is_empty() {
        columns.push(SheetColumn::new(
            "level",
            Scoring::Level.text(lang),
            move |(_, own): &Line| level_cell(sheet, own, lang),
        ));
    }
    columns.push(SheetColumn::new(
        "lacking",
        Scoring::Lacking.text(lang),
        move |(_, own): &Line| lacking(sheet, own, lang),
    ));
    columns
}

/// The points of an item.
pub fn points(own: &Score, at: usize) -> Cell {
    let points = own.items.get(at).and_then(|item| item.points.ok());
    points.map_or(Cell::NOTHING.said(NO_POINTS), |points| {
        Cell::from(points.rounded(EXACT_DECIMALS, true)).said(points.rounded(DECIMALS, false))
    })
}

fn total_cell(own: &Score) -> Cell {
    own.total.map_or(Cell::NOTHING.said(NO_POINTS), |total| {
        Cell::from(total.rounded(EXACT_DECIMALS, true)).said(total.rounded(DECIMALS, false))
    })
}

/// The level, by its id and as the sheet calls it.
pub fn level_cell(sheet: &ScoreSheet, own: &Score, lang: Lang) -> Cell {
    let level = own.level.and_then(|at| sheet.levels.get(at));
    level.map_or(Cell::NOTHING.said(NO_POINTS), |level| {
        Cell::from(level.id.as_str()).said(label(&level.name, lang))
    })
}

fn lacking(sheet: &ScoreSheet, own: &Score, lang: Lang) -> Cell {
    let items = own.lacking().filter_map(|(at, why)| Some((sheet.items.get(at)?, why)));
    let (codes, said): (Vec<String>, Vec<String>) = items
        .map(|(item, why)| {
            let name = label(&item.name, lang);
            let said = match why {
                NoPoints::Unmarked => name.to_owned(),
                why => format!("{name} ({})", why_none(why).1.text(lang)),
            };
            (item.id.clone(), said)
        })
        .unzip();
    Cell::from(codes).said(listed(&said, lang))
}

/// Why an item has no points.
pub fn why_none(why: NoPoints) -> (&'static str, Scoring<'static>) {
    match why {
        NoPoints::Unmarked => ("unmarked", Scoring::Unmarked),
        NoPoints::WrongMark => ("wrong_mark", Scoring::WrongMark),
        NoPoints::NothingDue => ("nothing_due", Scoring::NothingDue),
    }
}

fn class_cell(names: &Names, assessed: &Assessed) -> Cell {
    let (home, today) = (names.plan.home, names.plan.today);
    let class: Option<&ClassCode> = match assessed {
        Assessed::Class(code) => Some(code),
        own => own.child().and_then(|id| home.child(id)?.class_on(today)),
    };
    let said = class.map(|own| home.class_name(own, today)).unwrap_or_default();
    Cell::text(class.map(ClassCode::as_str)).said(said)
}

/// What people call whom a sheet assesses: of a pair the child and the adult.
pub fn called(names: &Names, assessed: &Assessed) -> String {
    let home = names.plan.home;
    let child = |id| {
        let at = home.child_at(id).map(Subject::Child);
        at.map(|own| names.name(&own)).unwrap_or_default()
    };
    let adult = |id| names.person(Some(id)).unwrap_or_default();
    match assessed {
        Assessed::Child(id) => child(*id),
        Assessed::Pair(own, other) => format!("{}/{}", child(*own), adult(*other)),
        Assessed::Teacher(id) => adult(*id),
        Assessed::Class(code) => home.class_name(code, names.plan.today),
        Assessed::School => Word::School.text(names.lang),
    }
}

/// A sheet with how many are complete in the period in hand, of how many.
pub struct SheetLine<'a> {
    pub sheet: &'a ScoreSheet,
    pub period: ScorePeriod,
    pub complete: usize,
    pub subjects: usize,
}

/// The sheets of the school.
pub fn sheets(lines: &[SheetLine], lang: Lang) -> Screen {
    let columns = [
        SheetColumn::new("sheet", Scoring::SheetHead.text(lang), |own: &SheetLine| {
            Cell::from(own.sheet.id.as_str())
        }),
        SheetColumn::new("name", Word::Title.text(lang), |own: &SheetLine| {
            label(&own.sheet.name, lang).to_owned()
        }),
        SheetColumn::new("of", Scoring::Of.text(lang), |own: &SheetLine| {
            Cell::from(own.sheet.of.name()).said(kind(own.sheet.of, lang))
        }),
        SheetColumn::new("items", Scoring::Items.text(lang), |own: &SheetLine| {
            Cell::count(own.sheet.items.len())
        })
        .helpful(),
        SheetColumn::new("total", Scoring::Max.text(lang), |own: &SheetLine| {
            i64::from(own.sheet.total())
        })
        .helpful(),
        SheetColumn::new("every", Scoring::Often.text(lang), |own: &SheetLine| {
            often(&own.sheet.every, lang)
        }),
        SheetColumn::new("period", Word::Slot.text(lang), |own: &SheetLine| {
            Cell::from(own.period.id.as_str()).said(own.period.called.as_str())
        }),
        SheetColumn::new("complete", Scoring::Marked.text(lang), |own: &SheetLine| {
            Cell::count(own.complete)
        }),
        SheetColumn::new("subjects", Scoring::Subjects.text(lang), |own: &SheetLine| {
            Cell::count(own.subjects)
        }),
    ];
    Screen {
        title: Some(Scoring::Sheets { count: lines.len() }.text(lang)),
        sheets: vec![Sheet::of(&columns, lines)],
        ..Screen::default()
    }
}

fn often(every: &SheetEvery, lang: Lang) -> Cell {
    match every {
        SheetEvery::Term => Cell::from("term").said(Scoring::EachTerm.text(lang)),
        SheetEvery::Year => Cell::from("year").said(Scoring::EachYear.text(lang)),
        SheetEvery::Months(months) => {
            let own: Vec<String> = months.iter().map(ToString::to_string).collect();
            let said = Scoring::InMonths { months: &listed(&own, lang) }.text(lang);
            Cell::from(own).said(said)
        }
    }
}
