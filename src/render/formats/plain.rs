//! What people see, one record a line, cells separated by a tab, no heading.

use crate::render::cell::Value;
use crate::render::screen::Screen;
use crate::render::visible;

pub fn draw(screen: &Screen) -> Vec<u8> {
    let views = screen.for_people();
    let lines: String = views.iter().flat_map(|view| &view.rows).map(|row| line(row)).collect();
    visible(&lines).into_bytes()
}

fn line(row: &[&Value]) -> String {
    let cells: Vec<String> =
        row.iter().map(|value| value.shown().replace(['\n', '\t'], " ")).collect();
    cells.join("\t") + "\n"
}
