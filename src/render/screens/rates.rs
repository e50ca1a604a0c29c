//! Rates of completion as a screen: the counts beside each percentage, and what they mean below.

use super::Names;
use crate::lang::rate_words::{RateWord, digits, rate};
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, status_words};
use crate::render::cell::Cell;
use crate::render::layout::Chart;
use crate::render::screen::Screen;
use crate::render::sheet::{Readers, Sheet, SheetColumn};
use crate::reports::completion::{Completion, CompletionPart, PARTS};
use crate::reports::rates::{RateGroup, Rates, RatesBy, Unreconciled};

/// The keys: what the line is of comes first, under a name of its own.
const KEYS: &[&str] = &[
    "by", "group", "name", "due", "done", "rate", "late", "undone", "early", "open", "exempt",
    "total",
];

/// What is shown.
pub struct RatesPage<'a> {
    pub rates: &'a Rates,
    pub by: RatesBy,
    /// The term or the days, in words.
    pub of: &'a str,
    /// Of how many children a rule cannot tell whether they owe.
    pub not_reached: usize,
}

/// One line of the table: its code, its words and its figures.
struct RateLine {
    code: Cell,
    words: String,
    own: Completion,
}

/// One line a group, and the whole in the last.
pub fn screen(names: &Names, page: &RatesPage) -> Screen {
    let lang = names.lang;
    let whole = &page.rates.whole;
    let sheet = sheet(names, page.rates, page.by);
    let (of, today) = (page.of, names.plan.today);
    let (due, done) = (whole.due(), whole.of(CompletionPart::InTime));
    let title = match due {
        0 => RateWord::NoRate { of, today }.text(lang),
        _ => RateWord::RatesTitle { due, done, rate: &rate(whole.rate()), of, today }.text(lang),
    };
    let slots = page.rates.slots;
    let (owed, not_owed, all) = (whole.total, slots.not_owed, slots.all);
    let means = [RateWord::Means, RateWord::Sum { all, owed, not_owed }, RateWord::ByDueDate];
    let footer = below(names, page.rates.groups.is_empty(), &means, page.not_reached);
    Screen {
        title: Some(title),
        sheets: vec![sheet],
        footer: Some(footer),
        keys: KEYS,
        ..Screen::default()
    }
}

/// The lines and the whole, with bars of what was done of what fell due.
pub fn sheet(names: &Names, rates: &Rates, by: RatesBy) -> Sheet {
    let lang = names.lang;
    let lines: Vec<RateLine> = rates.groups.iter().map(|own| line(names, own)).collect();
    let total = RateLine { code: Cell::NOTHING, words: Word::Total.text(lang), own: rates.whole };
    let read = lines.iter().map(|own| (Readers::All, own));
    let read = read.chain((!lines.is_empty()).then_some((Readers::People, &total)));
    let [label, part, whole] = ["name", "done", "due"].map(str::to_owned);
    let chart = match by {
        RatesBy::Month => Chart::Trend { label, part, whole },
        _ => Chart::Bars { label, part, whole },
    };
    Sheet::read_by(&columns(by, lang), read).charted(chart)
}

/// What stands below figures: what they mean, or why there are none; and whom rules do not reach.
pub(super) fn below(
    names: &Names,
    is_empty: bool,
    means: &[RateWord],
    not_reached: usize,
) -> String {
    let (home, lang) = (names.home(), names.lang);
    let mut lines = match is_empty {
        false => means.iter().map(|own| own.text(lang)).collect(),
        true if home.rules.is_empty() => vec![Msg::NoRules.text(lang)],
        true if home.enrolled(names.plan.today) == 0 => vec![Msg::EmptyRoll.text(lang)],
        true => vec![RateWord::NothingAsked.text(lang)],
    };
    lines.extend(status_words::not_reached(not_reached, lang));
    lines.join("\n")
}

fn line(names: &Names, (group, own): &(RateGroup, Completion)) -> RateLine {
    let lang = names.lang;
    let (code, words) = match group {
        RateGroup::Class(None) => (Cell::NOTHING, RateWord::WithoutClass.text(lang)),
        RateGroup::Class(Some(class)) => {
            (class.as_str().into(), names.home().class_name(class, names.plan.today))
        }
        RateGroup::Staff(id) => (
            Cell::text(id.map(|id| id.to_string())),
            names.person(*id).unwrap_or_else(|| Word::Ownerless.text(lang)),
        ),
        RateGroup::Rule(rule) => {
            (names.plan.rules[*rule].rule.id.as_str().into(), names.rule(*rule))
        }
        RateGroup::Month(None) => (Cell::NOTHING, RateWord::States.text(lang)),
        RateGroup::Month(Some(month)) => (month.to_string().into(), month.to_string()),
    };
    RateLine { code, words, own: *own }
}

fn columns(by: RatesBy, lang: Lang) -> Vec<SheetColumn<'static, RateLine>> {
    let (code, heading) = match by {
        RatesBy::Class => ("class", Word::Class),
        RatesBy::Staff => ("staff", Word::Responsible),
        RatesBy::Rule => ("rule", Word::Duty),
        RatesBy::Month => ("month", Word::Month),
    };
    let mut columns = vec![
        SheetColumn::for_programs("by", move |_: &RateLine| code),
        SheetColumn::for_programs("group", |line: &RateLine| line.code.clone()),
        SheetColumn::new("name", heading.text(lang), |line: &RateLine| line.words.clone()),
        SheetColumn::new("due", RateWord::Due.text(lang), |line: &RateLine| {
            Cell::count(line.own.due())
        }),
        of_part("done", CompletionPart::InTime, lang),
        SheetColumn::new("rate", RateWord::Rate.text(lang), |line: &RateLine| {
            let own = line.own.rate();
            Cell::text(own.map(digits)).said(rate(own))
        }),
    ];
    let keys = ["late", "undone", "early", "open", "exempt"];
    columns.extend(
        keys.into_iter().zip(PARTS.iter().skip(1)).map(|(key, part)| of_part(key, *part, lang)),
    );
    columns.push(SheetColumn::new("total", Word::Total.text(lang), |line: &RateLine| {
        Cell::count(line.own.total)
    }));
    columns
}

fn of_part(key: &str, part: CompletionPart, lang: Lang) -> SheetColumn<'static, RateLine> {
    SheetColumn::new(key, heading(part, lang), move |line: &RateLine| {
        Cell::count(line.own.of(part))
    })
}

/// What stands above the figures of a part.
fn heading(part: CompletionPart, lang: Lang) -> String {
    let word = match part {
        CompletionPart::InTime => RateWord::InTime,
        CompletionPart::Late => RateWord::Late,
        CompletionPart::Undone => RateWord::Undone,
        CompletionPart::Early => RateWord::Early,
        CompletionPart::Open => RateWord::Open,
        CompletionPart::Exempt => RateWord::Exempt,
    };
    word.text(lang)
}

/// Where the figures do not add up, in words.
pub fn unreconciled(names: &Names, rates: &Rates, wrong: &Unreconciled) -> String {
    let lang = names.lang;
    let total = || Word::Total.text(lang);
    match *wrong {
        Unreconciled::Line { at, parts, total: sum } => {
            let own = rates.groups.get(at).map(|own| line(names, own).words);
            let line = &own.unwrap_or_else(total);
            RateWord::LineWrong { line, parts, total: sum }.text(lang)
        }
        Unreconciled::Column { part, lines, whole } => {
            RateWord::ColumnWrong { column: &heading(part, lang), lines, whole }.text(lang)
        }
        Unreconciled::Totals { lines, whole } => {
            RateWord::ColumnWrong { column: &total(), lines, whole }.text(lang)
        }
        Unreconciled::Slots { owed, not_owed, all } => {
            RateWord::SlotsWrong { owed, not_owed, all }.text(lang)
        }
    }
}
