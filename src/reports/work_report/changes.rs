//! Tables of who came and went, and of how it was before: T17 and T19.

use std::collections::BTreeSet;

use super::basis::Basis;
use super::figures::{
    FigureRow, FigureTable, NOT_STATED, ReportFigure, RowName, TracedCount, counts,
};
use crate::domain::child::{Child, Spell};
use crate::domain::entries::EXIT_REASONS;
use crate::domain::id::Id;
use crate::domain::spans::day_before;

/// Where the children that came and went do not make up the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unbalanced {
    pub opening: usize,
    pub joined: usize,
    pub left: usize,
    pub closing: usize,
}

/// Who was there, who came, who went, and who is there.
pub struct Movement {
    pub opening: TracedCount,
    pub joined: TracedCount,
    pub left: Vec<(Option<String>, TracedCount)>,
    pub closing: TracedCount,
}

/// Those on the roll on the day before the first; spells that begin and end in the days. Two
/// spells that meet without a gap are one time on the roll.
pub fn movement(basis: &Basis) -> Movement {
    let span = basis.span;
    let before = day_before(span.first);
    let home = basis.home();
    let on = |day| move |child: &&Child| child.on_roll().contains(day);
    let opening = home.children.iter().filter(on(before)).map(|child| child.id);
    let closing = home.children.iter().filter(on(span.last)).map(|child| child.id);
    let mut joined: Vec<Id> = Vec::new();
    let mut left: Vec<(Option<String>, Id)> = Vec::new();
    for child in &home.children {
        for time in child.on_roll().iter() {
            if span.contains(time.first) {
                joined.push(child.id);
            }
            // The last day of a spell is one on the roll: who left on it is gone the day after.
            if time.last >= before && time.last < span.last {
                let ends = |spell: &&Spell| spell.span.last == time.last;
                let reason = child.spells.iter().find(ends).and_then(|own| own.reason.clone());
                left.push((reason, child.id));
            }
        }
    }
    let reasons: BTreeSet<Option<String>> = left.iter().map(|(reason, _)| reason.clone()).collect();
    let of = |reason: &Option<String>| {
        let own = left.iter().filter(|(own, _)| own == reason).map(|(_, id)| *id);
        (reason.clone(), TracedCount::children(own))
    };
    Movement {
        opening: TracedCount::children(opening),
        joined: TracedCount::children(joined),
        left: reasons.iter().map(of).collect(),
        closing: TracedCount::children(closing),
    }
}

impl Movement {
    /// All who left.
    pub fn gone(&self) -> TracedCount {
        self.left.iter().fold(TracedCount::default(), |sum, (_, own)| sum.and(own))
    }

    /// Goes on when opening + joined − left = closing.
    ///
    /// # Errors
    /// The four numbers.
    pub fn balance(&self) -> Result<(), Unbalanced> {
        let (opening, joined) = (self.opening.number, self.joined.number);
        let (left, closing) = (self.gone().number, self.closing.number);
        match opening + joined == left + closing {
            true => Ok(()),
            false => Err(Unbalanced { opening, joined, left, closing }),
        }
    }
}

/// Why a child left, when that was said: one of the listed reasons, or the school's own words.
pub fn exit(reason: Option<&str>) -> Option<RowName> {
    let text = reason?;
    let known = EXIT_REASONS.iter().find(|(code, _)| *code == text);
    Some(match known {
        Some((code, words)) => RowName::Word(code, *words),
        None => RowName::Text(text.to_owned()),
    })
}

/// T17: opening + joined − left = closing.
pub fn changes(basis: &Basis) -> FigureTable {
    let own = movement(basis);
    let row = |code, words, own: &TracedCount| counts(RowName::Word(code, words), [own.clone()]);
    let mut rows = vec![
        row("opening", ("期初", "at the beginning"), &own.opening),
        row("joined", ("加：本期入册", "plus: joined"), &own.joined),
        row("left", ("减：本期离册", "minus: left"), &own.gone()),
    ];
    rows.extend(own.left.iter().map(|(reason, counted)| {
        let name = exit(reason.as_deref()).unwrap_or(NOT_STATED);
        let name = RowName::Of(Box::new(name));
        counts(name, [counted.clone()])
    }));
    rows.push(row("closing", ("期末", "at the end"), &own.closing));
    FigureTable {
        code: "T17",
        of: None,
        title: ("人数变动（期初＋入册－离册＝期末）", "changes (beginning + joined − left = end)"),
        names: ("项目", "which"),
        columns: &[("children", ("人数", "children"))],
        rows,
    }
}

/// A number with its name; none where it is not known.
pub type NamedNumber = (RowName, Option<usize>);

/// T19: the figures of another span beside these.
pub fn comparison(now: &[NamedNumber], before: &[NamedNumber]) -> FigureTable {
    let figure = |own: Option<usize>| match own {
        Some(number) => ReportFigure::Count(TracedCount { number, behind: Vec::new() }),
        None => ReportFigure::Unknown,
    };
    let row = |((name, now), (_, before)): (&NamedNumber, &NamedNumber)| {
        let signed = |own: usize| i64::try_from(own).unwrap_or(i64::MAX);
        let change = now.zip(*before).map(|(now, before)| signed(now) - signed(before));
        FigureRow {
            name: name.clone(),
            cells: vec![
                figure(*before),
                figure(*now),
                change.map_or(ReportFigure::Blank, ReportFigure::Change),
            ],
        }
    };
    FigureTable {
        code: "T19",
        of: None,
        title: ("与上期比较", "compared with the span before"),
        names: ("项目", "which"),
        columns: &[
            ("before", ("上期", "before")),
            ("now", ("本期", "now")),
            ("change", ("增减", "change")),
        ],
        rows: now.iter().zip(before).map(row).collect(),
    }
}
