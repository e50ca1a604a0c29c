//! A log that a spreadsheet program opened and saved: what it changed, and what it lost for good.

/// What it changed, and what can be changed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resaved {
    Letters,
    /// A mark in front of the text, and another way to end lines.
    LineEnds,
    Headings,
    Dates,
    /// Blank cells to the right of all columns.
    SpareColumns,
}

impl Resaved {
    /// In Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Resaved::Letters => "编码",
            Resaved::LineEnds => "换行",
            Resaved::Headings => "表头",
            Resaved::Dates => "日期的写法",
            Resaved::SpareColumns => "空栏",
        }
    }

    /// In English.
    pub fn en(self) -> &'static str {
        match self {
            Resaved::Letters => "encoding",
            Resaved::LineEnds => "line ends",
            Resaved::Headings => "headings",
            Resaved::Dates => "dates",
            Resaved::SpareColumns => "blank columns",
        }
    }
}

/// Why a cell cannot be restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// A heading that means no column, or a cell without any heading.
    Heading,
    /// A number of which only the first digits are left.
    Digits,
    /// A day that is not told whole, or words that became one.
    Day,
    /// A time that is not told whole.
    Time,
    /// A question mark, perhaps in the place of a letter.
    Letter,
    /// Letters that may be read in two ways.
    TwoReadings,
    /// A formula that came to nothing.
    Formula,
    /// A line break: a quote may have swallowed rows.
    LineBreak,
    /// The last line has no end.
    Torn,
}

/// A cell of a log, by its line and its place there, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogCell {
    pub line: u64,
    pub column: usize,
    /// How its column is called, when it is one that is known.
    pub name: Option<String>,
}
