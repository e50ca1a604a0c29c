//! The list of what an inspector asks for, as a screen.

use super::Names;
use crate::domain::home::Home;
use crate::domain::register::{Column, Register};
use crate::domain::role::DUTIES;
use crate::domain::rule::SubjectKind;
use crate::domain::spans::Span;
use crate::lang::inspection_words::Inspecting;
use crate::lang::{Lang, clauses, label, listed, requires, words_in};
use crate::render::cell::{Cell, Value};
use crate::render::screen::Screen;
use crate::render::sheet::{Readers, Sheet, SheetColumn};
use crate::reports::inspection::InspectionLine;
use crate::reports::inspection::boxes::BoxContent;
use crate::reports::inspection::missing::Gap;

/// A row of the list.
struct BoxRow<'a> {
    line: &'a InspectionLine<'a>,
    /// Of its box, as people read it.
    is_first: bool,
    /// The things of its box that are not kept here, told to people in one row.
    not_kept: Option<String>,
}

/// The boxes with what stands in each, what is missing, and the command that shows it.
pub fn screen(names: &Names, lines: &[InspectionLine], (name, span): (&str, Span)) -> Screen {
    let (home, lang) = (names.plan.home, names.lang);
    let boxes = lines.chunk_by(|one, next| one.archive.number == next.archive.number);
    let rows: Vec<(Readers, BoxRow)> = boxes.flat_map(|own| rows_of(home, own, lang)).collect();
    let of_box = |row: &BoxRow, cell: Cell| {
        let said = if row.is_first { cell.clone() } else { Cell::NOTHING };
        cell.said(said)
    };
    let columns = [
        SheetColumn::new("box", Inspecting::Box.text(lang), |row: &BoxRow| {
            of_box(row, i64::from(row.line.archive.number).into())
        }),
        SheetColumn::new("box_name", Inspecting::BoxName.text(lang), |row: &BoxRow| {
            of_box(row, words_in(row.line.archive.name, lang).into())
        }),
        SheetColumn::for_programs("register", |row: &BoxRow| {
            Cell::text(row.line.content.register())
        }),
        SheetColumn::new("content", Inspecting::Content.text(lang), |row: &BoxRow| {
            let own = content(home, row.line.content, lang);
            row.not_kept.as_ref().map_or(own, |all| Cell::NOTHING.said(all.as_str()))
        }),
        SheetColumn::new("count", Inspecting::Number.text(lang), |row: &BoxRow| {
            count(row.line, lang)
        }),
        SheetColumn::for_programs("attempts", |row: &BoxRow| match row.line.count {
            Some(_) => Cell::count(row.line.attempts),
            None => Cell::NOTHING,
        }),
        SheetColumn::new("children", Inspecting::OfChildren.text(lang), |row: &BoxRow| {
            row.line.children.map_or(Cell::NOTHING, Cell::count)
        })
        .helpful(),
        SheetColumn::new("missing", Inspecting::Missing.text(lang), |row: &BoxRow| {
            missing(names, &row.line.gaps)
        }),
        SheetColumn::new("command", Inspecting::Look.text(lang), |row: &BoxRow| {
            match row.not_kept {
                Some(_) => Cell::NOTHING.said(HOW_TO_KEEP),
                None => Cell::from(row.line.command.as_str()),
            }
        })
        .minor(),
    ];
    let title = Inspecting::Title { name, first: span.first, last: span.last };
    let rows = rows.iter().map(|(readers, row)| (*readers, row));
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![Sheet::read_by(&columns, rows)],
        footer: Some(Inspecting::Explained.text(lang)),
        ..Screen::default()
    }
}

/// Shows what else could be kept here.
const HOW_TO_KEEP: &str = "care help registers";

/// The rows of a box: programs read each line, people those that are kept, and the others in one.
fn rows_of<'a>(
    home: &Home,
    lines: &'a [InspectionLine<'a>],
    lang: Lang,
) -> Vec<(Readers, BoxRow<'a>)> {
    let mut is_first = true;
    let mut rows = Vec::new();
    let mut row = |readers: Readers, line, not_kept: Option<String>| {
        let is_read = readers != Readers::Programs;
        let is_first = is_read && std::mem::replace(&mut is_first, false);
        rows.push((readers, BoxRow { line, is_first, not_kept }));
    };
    for line in lines {
        let readers = if line.count.is_some() { Readers::All } else { Readers::Programs };
        row(readers, line, None);
    }
    let not_kept: Vec<&InspectionLine> = lines.iter().filter(|own| own.count.is_none()).collect();
    if let [first, ..] = not_kept[..] {
        let names =
            not_kept.iter().map(|own| content(home, own.content, lang).for_people().shown());
        row(Readers::People, first, Some(listed(&names.collect::<Vec<_>>(), lang)));
    }
    rows
}

/// What a line counts, by what people call it.
fn content(home: &Home, content: BoxContent, lang: Lang) -> Cell {
    let register = content.register().and_then(|name| home.registers.get(name));
    let called = register.map_or("", |own: &Register| label(&own.label, lang));
    let of_kind = |kind: &str| Inspecting::OfKind { register: called, kind }.text(lang);
    let (code, said) = match content {
        BoxContent::Children => ("children", Inspecting::Roster.text(lang)),
        BoxContent::Files => ("files", Inspecting::Files.text(lang)),
        BoxContent::Cards => ("cards", Inspecting::Cards.text(lang)),
        BoxContent::Notices => ("notices", Inspecting::Notices.text(lang)),
        BoxContent::Group => ("group", Inspecting::Group.text(lang)),
        BoxContent::Staff => ("staff", Inspecting::Staff.text(lang)),
        BoxContent::Pairs => ("pairs", Inspecting::Pairs.text(lang)),
        BoxContent::Rules => ("rules", Inspecting::Rules.text(lang)),
        BoxContent::Records(name) => (name, called.to_owned()),
        BoxContent::Kind { column, code, .. } => {
            let choices = register.and_then(|own| own.column(column)).map(Column::choices);
            let choice = choices.unwrap_or_default().iter().find(|own| own.code == code);
            (code, of_kind(choice.map_or(code, |own| label(&own.label, lang))))
        }
        BoxContent::Filled { column, .. } => {
            let own = register.and_then(|own| own.column(column));
            (column, of_kind(own.map_or(column, |own| label(&own.label, lang))))
        }
    };
    Cell::from(code).said(said)
}

fn count(line: &InspectionLine, lang: Lang) -> Cell {
    let Some(count) = line.count else {
        return Cell::NOTHING.said(Inspecting::NotKept.text(lang));
    };
    let cell = Cell::count(count);
    match (line.is_sealed, line.attempts) {
        (true, _) => cell.said(Inspecting::Sealed { count }.text(lang)),
        (false, 0) => cell,
        (false, tried) => cell.said(Inspecting::Attempts { done: count, tried }.text(lang)),
    }
}

/// Programs read what kind of thing is missing, of which rule or requirement, and how much of it.
fn missing(names: &Names, gaps: &[Gap]) -> Cell {
    let said: Vec<String> = gaps.iter().map(|gap| gap_said(names, gap)).collect();
    let things = gaps.iter().map(|gap| gap_told(names, gap)).collect();
    Cell::from(Value::Things(things)).said(clauses(&said, names.lang))
}

fn gap_said(names: &Names, gap: &Gap) -> String {
    let (home, lang) = (names.plan.home, names.lang);
    match gap {
        Gap::Nothing => Inspecting::Nothing,
        Gap::NotDone { rule, slots, subjects } => {
            let is_child = names.plan.rules[*rule].rule.subject == SubjectKind::Child;
            let (rule, slots, subjects) = (names.rule(*rule), *slots, *subjects);
            let said = match is_child {
                true => Inspecting::NotDone { rule: &rule, slots, subjects },
                false => Inspecting::NotDoneOf { rule: &rule, slots },
            };
            return said.text(lang);
        }
        Gap::Lacks { requirement, subjects } => {
            let what = requires::name(home, requirement, lang);
            return Inspecting::Lacks { what: &what, subjects: *subjects }.text(lang);
        }
        Gap::NoHead => Inspecting::NoHead,
        Gap::AreaOpen { duty } => {
            let own = DUTIES.iter().find(|(code, _)| code == duty);
            Inspecting::AreaOpen { area: own.map_or(duty, |(_, words)| words_in(*words, lang)) }
        }
        Gap::Unpaired { children } => Inspecting::Unpaired { children: *children },
        Gap::NoCard { children } => Inspecting::NoCard { children: *children },
        Gap::Expired { documents } => Inspecting::Expired { documents: *documents },
        Gap::NoStocktake => Inspecting::NoStocktake,
        Gap::ItemsLate { items } => Inspecting::ItemsLate { items: *items },
        Gap::NotReturned { books } => Inspecting::NotReturned { books: *books },
        Gap::NoAid { children } => Inspecting::NoAid { children: *children },
    }
    .text(lang)
}

fn gap_told(names: &Names, gap: &Gap) -> Vec<(&'static str, Value)> {
    let number = |count: usize| Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let text = |text: &str| Value::Text(text.to_owned());
    let (code, what, count, subjects) = match gap {
        Gap::Nothing => ("none", Value::Nothing, 0, None),
        Gap::NotDone { rule, slots, subjects } => {
            let id = names.plan.rules[*rule].rule.id.as_str();
            ("not_done", text(id), *slots, Some(*subjects))
        }
        Gap::Lacks { requirement, subjects } => {
            ("lacks", text(requirement), *subjects, Some(*subjects))
        }
        Gap::NoHead => ("no_head", Value::Nothing, 1, None),
        Gap::AreaOpen { duty } => ("area_open", text(duty), 1, None),
        Gap::Unpaired { children } => ("unpaired", Value::Nothing, *children, Some(*children)),
        Gap::NoCard { children } => ("no_card", Value::Nothing, *children, Some(*children)),
        Gap::Expired { documents } => ("expired", Value::Nothing, *documents, None),
        Gap::NoStocktake => ("no_stocktake", Value::Nothing, 1, None),
        Gap::ItemsLate { items } => ("items_late", Value::Nothing, *items, None),
        Gap::NotReturned { books } => ("not_returned", Value::Nothing, *books, None),
        Gap::NoAid { children } => ("no_aid", Value::Nothing, *children, Some(*children)),
    };
    let subjects = subjects.map_or(Value::Nothing, number);
    vec![("gap", text(code)), ("what", what), ("count", number(count)), ("subjects", subjects)]
}
