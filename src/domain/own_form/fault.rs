//! Why a school's own form is not filled in.

use super::braces::LoneBrace;

/// Where something stands in a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormPlace {
    /// A paragraph that stands in no table, from 1.
    Paragraph(DocumentPart, usize),
    /// A row of a table, both from 1.
    Row(DocumentPart, usize, usize),
    /// A cell of a sheet, such as `B4`.
    Cell(String, String),
    /// A part of the file, by its path in it.
    Inside(String),
    /// The whole of it.
    Whole,
}

/// Which part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentPart {
    Body,
    Header,
    Footer,
    Notes,
}

/// One thing that is wrong with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormFault {
    /// A name that nobody knows, and the nearest that there is.
    Unknown {
        name: String,
        near: Option<String>,
    },
    Brace(LoneBrace),
    /// A block that begins and does not end in the same place.
    BlockOpen {
        name: String,
    },
    /// A block that ends and did not begin.
    BlockClosed {
        name: String,
    },
    /// The beginning or the end of a block with something beside it.
    BlockNotAlone {
        name: String,
    },
    /// Blocks are for paragraphs and for tables of documents, not for sheets.
    BlockInSheet {
        name: String,
    },
    /// Records of two registers in one row.
    TwoRegisters,
    /// A name of one child, where the form is of all of them.
    OutsideRow {
        name: String,
    },
    /// A name where none can be filled in: a comment, a drawing, a field, a page header of a sheet.
    NotHere,
    /// A name in a formula.
    InFormula,
    /// Below or in a row that is repeated, what would have to move with it and cannot.
    CannotMove(Unmovable),
    /// Several children, whose sheets cannot be copied; `--pack` makes a file of each.
    CannotCopy(Unmovable),
    /// The header or footer of a document tells of one child, and the document is of several.
    ChildInHeader {
        name: String,
    },
    /// The file as a whole.
    File(FormFileFault),
}

/// What does not move with the rows of a sheet, or cannot be copied with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmovable {
    Formula,
    Drawing,
    Chart,
    Comment,
    Table,
    /// Cells that are joined over several rows.
    Joint,
    Pivot,
    /// Whatever else the sheet refers to.
    Other,
}

/// What is wrong with a form as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFileFault {
    Empty,
    /// It breaks off or contradicts itself.
    Broken,
    TooLarge,
    /// Unpacked it would be more than may be, or it is packed as only a trap is.
    Swells,
    /// Locked with a password.
    Locked,
    /// Word's or Excel's older format.
    Old,
    Macro,
    /// It fetches something from elsewhere when it is opened.
    Remote,
    /// Neither a document nor a workbook.
    Neither,
    /// It is a document under the name of a workbook, or the other way round.
    Misnamed,
    /// No name in braces anywhere.
    NoName,
}

/// A fault with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedFault {
    pub place: FormPlace,
    pub fault: FormFault,
}

impl From<FormFileFault> for PlacedFault {
    fn from(fault: FormFileFault) -> PlacedFault {
        PlacedFault { place: FormPlace::Whole, fault: FormFault::File(fault) }
    }
}
