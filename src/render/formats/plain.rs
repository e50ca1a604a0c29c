//! What people see, one record a line, cells separated by a tab, no heading.

use crate::render::cell::Value;
use crate::render::screen::Screen;
use crate::render::visible;

pub fn draw(screen: &Screen) -> Vec<u8> {
    let readings = screen.for_people();
    let lines: String =
        readings.iter().flat_map(|reading| &reading.rows).map(|row| line(row)).collect();
    visible(&lines).into_bytes()
}

fn line(row: &[&Value]) -> String {
    let cells: Vec<String> =
        row.iter().map(|value| value.shown().replace(['\n', '\t'], " ")).collect();
    cells.join("\t") + "\n"
}
