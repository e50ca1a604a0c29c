//! Problems as text: where, what, the line, and what to type next.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::cell::Cell;
use super::screen::Screen;
use super::sheet::{Sheet, SheetColumn};
use crate::domain::problem::{Excerpt, Gravity, Problem};
use crate::lang::Lang;
use crate::lang::problem_text::ProblemWord;

/// The problems one after another.
pub fn text(problems: &[Problem], lang: Lang) -> String {
    problems.iter().map(|problem| one(problem, lang)).collect()
}

fn one(problem: &Problem, lang: Lang) -> String {
    let mut text = String::new();
    let word = match problem.cause().gravity() {
        Gravity::Fault => ProblemWord::Fault,
        Gravity::Remark => ProblemWord::Remark,
    };
    let name = problem.cause().name();
    let message = problem.cause().message(lang);
    let _ = writeln!(text, "{}: {}[{name}]: {message}", place(problem), word.text(lang));
    if let Some(excerpt) = problem.excerpt() {
        text.push_str(&drawn(excerpt, problem.line));
    }
    let next = ProblemWord::NextStep.text(lang);
    let _ = writeln!(text, "  {next}: {}", problem.cause().hint(lang));
    text
}

fn place(problem: &Problem) -> String {
    let file = problem.file.replace('\n', "\\n");
    match (problem.line, problem.column) {
        (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
        (Some(line), None) => format!("{file}:{line}"),
        _ => file,
    }
}

/// The line with marks under the wrong piece, aligned by display width.
fn drawn(excerpt: &Excerpt, line: Option<u32>) -> String {
    let number = line.map(|line| line.to_string()).unwrap_or_default();
    let gutter = " ".repeat(number.len());
    let clean = |part: String| part.replace('\t', " ");
    let before: String = clean(excerpt.line.chars().take(excerpt.from).collect());
    let piece: String =
        clean(excerpt.line.chars().skip(excerpt.from).take(excerpt.length).collect());
    let marks = "^".repeat(piece.width().max(1));
    let shown = clean(excerpt.line.clone());
    format!("  {number} | {shown}\n  {gutter} | {}{marks}\n", " ".repeat(before.width()))
}

/// The problems as a table, with the keys as headings too.
pub fn screen(problems: &[Problem], lang: Lang) -> Screen {
    let number = |n: Option<u32>| n.map_or(Cell::NOTHING, |n| i64::from(n).into());
    let columns = [
        column("check", |problem| problem.cause().name().into()),
        column("level", |problem| if problem.is_fault() { "fault" } else { "remark" }.into()),
        column("file", |problem| problem.file.as_str().into()),
        column("line", |problem| number(problem.line)),
        column("column", |problem| number(problem.column)),
        column("message", |problem| problem.cause().message(lang).into()),
        column("hint", |problem| problem.cause().hint(lang).into()),
    ];
    Screen { sheets: vec![Sheet::of(&columns, problems)], ..Screen::default() }
}

fn column<'a>(key: &str, cell: impl Fn(&Problem) -> Cell + 'a) -> SheetColumn<'a, Problem> {
    SheetColumn::new(key, key, cell)
}
