//! What may be read at the most, and what is said of a file that is more, or none.

/// The largest file that is looked at.
pub const LARGEST: usize = 64 << 20;
/// The most cells of one file.
pub const MOST_CELLS: usize = 2_000_000;
/// No list goes further down, or to the right.
pub const LAST_ROW: usize = 200_000;
pub const LAST_COLUMN: usize = 1_000;
/// The longest text that a spreadsheet keeps in a cell.
pub const LONGEST: usize = 32_767;

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum SheetFault {
    /// More bytes than may be.
    TooLarge,
    /// Unpacked it would be more than may be, or it is packed as only a trap is.
    Swells,
    TooManyCells,
    /// Something stands too far down or to the right: row and column from 1.
    TooFar {
        row: usize,
        column: usize,
    },
    TooLong {
        row: usize,
        column: usize,
    },
    /// Locked with a password.
    Locked,
    /// A web page under the name of a workbook.
    Page,
    /// Nothing that holds sheets.
    NoSheet,
    /// It breaks off or contradicts itself.
    Broken,
    /// A text in no letters that are known; the first byte that fits none, from 1.
    NoLetters {
        at: usize,
    },
    /// A text that is one thing in one encoding and another in another.
    TwoReadings {
        one: String,
        other: String,
    },
    /// Reading it took more memory or time than may be.
    TooMuch,
}

/// In which letters a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Letters {
    Utf8,
    Gb18030,
    Utf16,
}

impl Letters {
    /// The encoding that people call so.
    pub fn called(word: &str) -> Option<Letters> {
        match word.to_ascii_lowercase().replace(['-', '_'], "").as_str() {
            "utf8" => Some(Letters::Utf8),
            "gb18030" | "gbk" | "gb2312" | "ansi" | "cp936" => Some(Letters::Gb18030),
            "utf16" | "utf16le" | "utf16be" | "unicode" => Some(Letters::Utf16),
            _ => None,
        }
    }
}
