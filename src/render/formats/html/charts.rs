//! Charts of the page, drawn as figures of lines and areas that ask for nothing. The table beside
//! each says the same in numbers.

use std::fmt::Write as _;

use crate::render::cell::Value;
use crate::render::formats::marks::{number, share};
use crate::render::layout::Chart;
use crate::render::page_text::escaped;
use crate::render::screen::SheetView;

/// A chart of a view.
pub fn draw(page: &mut String, view: &SheetView, (chart, called): (&Chart, &str)) {
    match chart {
        Chart::Bars { label, part, whole } => {
            if let Some(bars) = Bars::of(view, (label, part, whole)) {
                bars.lying(page, called);
            }
        }
        Chart::Trend { label, part, whole } => {
            if let Some(bars) = Bars::of(view, (label, part, whole)) {
                bars.standing(page, called);
            }
        }
        Chart::Heat { label, cells } => heat(page, view, (label, cells, called)),
    }
}

/// Begins a figure of this size that says what it is.
fn begin(page: &mut String, (wide, high): (i64, i64), called: &str) {
    let called = escaped(called);
    let _ = write!(
        page,
        "<svg role=img viewBox=\"0 0 {wide} {high}\" width={wide} height={high} \
         aria-label=\"{called}\"><title>{called}</title>"
    );
}

const END: &str = "</svg>\n";

/// A bar for each row.
struct Bars<'v> {
    rows: Vec<(&'v Value, i64, i64)>,
}

/// How high a lying bar is with the gap below it, how long, and how much room its label has.
const STEP: i64 = 24;
const LONG: i64 = 360;
const LABEL: i64 = 130;

/// How wide a standing bar is with the gap beside it, and how high.
const COLUMN: i64 = 56;
const HIGH: i64 = 120;

impl<'v> Bars<'v> {
    fn of(view: &'v SheetView, (label, part, whole): (&str, &str, &str)) -> Option<Bars<'v>> {
        let (label, part, whole) = (view.place(label)?, view.place(part)?, view.place(whole)?);
        let row = |row: &Vec<&'v Value>| {
            let whole = number(row[whole]).filter(|whole| *whole > 0)?;
            Some((row[label], number(row[part]).unwrap_or(0).clamp(0, whole), whole))
        };
        let rows: Vec<_> = view.rows.iter().filter_map(row).collect();
        (!rows.is_empty()).then_some(Bars { rows })
    }

    fn lying(&self, page: &mut String, called: &str) {
        begin(page, (LABEL + LONG + 80, length(self.rows.len()) * STEP), called);
        for (at, (label, part, whole)) in (0..).zip(&self.rows) {
            let (above, long) = (at * STEP, share(*part, *whole, LONG));
            let base = above + 16;
            let _ = write!(
                page,
                "<text x={} y={base} text-anchor=end>{}</text>\
                 <rect class=rest x={LABEL} y={} width={LONG} height=16 />\
                 <rect class=done x={LABEL} y={} width={long} height=16 />\
                 <text x={} y={base}>{part}/{whole}</text>",
                LABEL - 8,
                short(label, 9),
                above + 3,
                above + 3,
                LABEL + LONG + 8,
            );
        }
        page.push_str(END);
    }

    fn standing(&self, page: &mut String, called: &str) {
        begin(page, (length(self.rows.len()) * COLUMN, HIGH + 40), called);
        for (at, (label, part, whole)) in (0..).zip(&self.rows) {
            let (left, high) = (at * COLUMN, share(*part, *whole, HIGH));
            let middle = left + COLUMN / 2;
            let _ = write!(
                page,
                "<rect class=rest x={} y=16 width=32 height={HIGH} />\
                 <rect class=done x={} y={} width=32 height={high} />\
                 <text x={middle} y=11 text-anchor=middle>{part}/{whole}</text>\
                 <text x={middle} y={} text-anchor=middle>{}</text>",
                left + 12,
                left + 12,
                16 + HIGH - high,
                HIGH + 32,
                short(label, 7),
            );
        }
        page.push_str(END);
    }
}

/// So many things, where lengths are reckoned with.
fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The beginning of a label, as a text of the page.
fn short(value: &Value, most: usize) -> String {
    let text = value.shown();
    let letters = text.chars().count();
    match letters > most {
        true => escaped(&(text.chars().take(most - 1).collect::<String>() + "…")),
        false => escaped(&text),
    }
}

/// How large a cell is with its gap, and the room for the names beside them.
const CELL: i64 = 16;
const NAMES: i64 = 112;

/// The levels of a map: never, once, twice, more often.
const LEVELS: usize = 4;

/// A cell for each row and column, the darker the more often. The cells of one level are one path:
/// a school has thousands.
fn heat(page: &mut String, view: &SheetView, (label, cells, called): (&str, &[String], &str)) {
    let Some(label) = view.place(label) else { return };
    let places = view.places(cells);
    if places.is_empty() || view.rows.is_empty() {
        return;
    }
    let size = (NAMES + length(places.len()) * CELL + 4, CELL + 5 + length(view.rows.len()) * CELL);
    begin(page, size, called);
    for (at, place) in (0..).zip(&places) {
        let middle = NAMES + at * CELL + CELL / 2;
        let heading: String = view.columns[*place].chars().filter(char::is_ascii_digit).collect();
        let _ = write!(page, "<text x={middle} y=11 class=w text-anchor=middle>{heading}</text>");
    }
    let mut levels: [String; LEVELS] = Default::default();
    let mut unasked = String::new();
    for (down, row) in (0..).zip(&view.rows) {
        let top = CELL + 3 + down * CELL;
        let _ = write!(
            page,
            "<text x={} y={} text-anchor=end>{}</text>",
            NAMES - 6,
            top + 11,
            short(row[label], 8)
        );
        for (across, place) in (0..).zip(&places) {
            let left = NAMES + across * CELL;
            let path = match number(row[*place]) {
                None => &mut unasked,
                Some(count) => &mut levels[usize::try_from(count).unwrap_or(0).min(LEVELS - 1)],
            };
            let _ = write!(path, "M{left} {top}h14v14h-14z");
        }
    }
    for (level, path) in levels.iter().enumerate().filter(|(_, path)| !path.is_empty()) {
        let _ = write!(page, "<path class=h{level} d=\"{path}\"/>");
    }
    if !unasked.is_empty() {
        let _ = write!(page, "<path class=none d=\"{unasked}\"/>");
    }
    page.push_str(END);
}
