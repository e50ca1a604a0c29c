//! A document as a value. Lengths are in twentieths of a point, as the format has them.

use chrono::{DateTime, Utc};

use crate::lang::Lang;

/// All that stands in one file.
#[derive(Clone, Debug)]
pub struct Document {
    /// What programs that list files call it.
    pub title: String,
    pub lang: Lang,
    /// When it was made.
    pub made: DateTime<Utc>,
    pub sections: Vec<DocumentSection>,
}

/// Pages that lie alike.
#[derive(Clone, Debug)]
pub struct DocumentSection {
    pub page: DocumentPage,
    pub blocks: Vec<DocumentBlock>,
}

/// How the paper lies, A4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentPage {
    Upright,
    /// For a table that is wide.
    Across,
    /// For forms, which want more of the page.
    Form,
}

impl DocumentPage {
    const SHORT: usize = 11_906;
    const LONG: usize = 16_838;

    /// How wide and how high the paper is.
    pub fn paper(self) -> (usize, usize) {
        match self {
            DocumentPage::Across => (DocumentPage::LONG, DocumentPage::SHORT),
            DocumentPage::Upright | DocumentPage::Form => (DocumentPage::SHORT, DocumentPage::LONG),
        }
    }

    /// What is left blank at each side.
    pub fn margin(self) -> usize {
        match self {
            DocumentPage::Upright => 1418,
            DocumentPage::Across => 1134,
            DocumentPage::Form => 1021,
        }
    }

    /// How wide and how high what is printed may be.
    pub fn room(self) -> (usize, usize) {
        let (wide, high) = self.paper();
        (wide - 2 * self.margin(), high - 2 * self.margin())
    }
}

/// What stands below what stood before.
#[derive(Clone, Debug)]
pub enum DocumentBlock {
    /// A paragraph; the ends of lines in it are kept.
    Paragraph(ParagraphStyle, String),
    Table(DocumentTable),
    /// What follows stands on a new page.
    NewPage,
}

/// What a paragraph is, by which its letters, and a reader's list of headings, know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphStyle {
    Title,
    /// What is said in smaller letters below the title.
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    /// A text, each first line indented by two letters.
    Body,
    /// What somebody has still to write by hand.
    ToWrite,
    /// A line above or below a table.
    Note,
    /// Where people sign.
    Signed,
    /// Above a form.
    FormHeading,
    /// A line of letters that are all as wide.
    Plain,
}

/// How large the letters of a table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LetterSize {
    #[default]
    Usual,
    Small,
    Smallest,
}

impl LetterSize {
    /// In halves of a point.
    pub fn half_points(self) -> usize {
        match self {
            LetterSize::Usual => 21,
            LetterSize::Small => 18,
            LetterSize::Smallest => 15,
        }
    }

    /// How wide half a Chinese letter is.
    pub fn half_letter(self) -> usize {
        self.half_points() * 5
    }
}

/// A table, or a form.
#[derive(Clone, Debug, Default)]
pub struct DocumentTable {
    /// How wide each column is.
    pub columns: Vec<usize>,
    pub size: LetterSize,
    pub rows: Vec<DocumentRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct DocumentRow {
    pub cells: Vec<DocumentCell>,
    /// Does it stand again at the head of each further page?
    pub is_head: bool,
    /// How high it is at least.
    pub height: usize,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct DocumentCell {
    pub text: String,
    pub kind: DocumentCellKind,
    /// Over how many columns it reaches.
    pub span: usize,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentCellKind {
    Heading,
    Text,
    /// A long text, which begins at the top of its cell.
    Passage,
    Number,
    /// Marks of which each is as wide.
    Marks,
    /// Between two forms, without a line around it.
    Open,
}

impl DocumentCell {
    /// A cell of one column.
    pub fn new(text: impl Into<String>, kind: DocumentCellKind) -> DocumentCell {
        DocumentCell { text: text.into(), kind, span: 1 }
    }
}
