//! What programs read, separated by commas or tabs, with a header.

use crate::render::screen::Screen;

pub fn commas(screen: &Screen) -> Vec<u8> {
    separated(screen, b',')
}

pub fn tabs(screen: &Screen) -> Vec<u8> {
    separated(screen, b'\t')
}

fn separated(screen: &Screen, delimiter: u8) -> Vec<u8> {
    let view = screen.for_programs();
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has the columns of the sheet.
    let _ = writer.write_record(&view.columns);
    for row in &view.rows {
        for value in row {
            let _ = writer.write_field(value.text().as_bytes());
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    writer.into_inner().unwrap_or_default()
}
