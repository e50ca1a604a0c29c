//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// A font that every Chinese system has.
const FONT: &str = "宋体";

const GREY: Color = Color::RGB(0x00E7_E6E6);
const YELLOW: Color = Color::RGB(0x00FF_F2CC);
const LINE: Color = Color::RGB(0x0080_8080);

/// The number format of texts, as the format numbers it.
const TEXT: u8 = 49;

/// What each kind of cell looks like.
pub struct Looks {
    pub title: Format,
    /// Lines above and below the table.
    pub line: Format,
    pub heading: Format,
    pub required: Format,
    pub text: Format,
    pub number: Format,
    /// A line inside the table.
    pub group: Format,
    /// A column beyond the rows that are drawn.
    pub column: Format,
    /// Text where there is no table.
    pub prose: Format,
}

impl Looks {
    pub fn new() -> Looks {
        let plain = Format::new().set_font_name(FONT).set_font_size(11);
        let whole = plain.clone().set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let inside = whole.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let heading = inside.clone().set_bold().set_align(FormatAlign::Center);
        Looks {
            title: whole.clone().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            line: whole.clone().set_num_format_index(TEXT),
            required: heading.clone().set_background_color(YELLOW),
            heading: heading.set_background_color(GREY),
            text: inside.clone().set_num_format_index(TEXT),
            number: inside.clone().set_align(FormatAlign::Center),
            group: inside.set_bold().set_num_format_index(TEXT),
            column: plain.set_num_format_index(TEXT),
            prose: whole.set_num_format_index(TEXT),
        }
    }
}
