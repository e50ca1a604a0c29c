//! A document as a value, and its bytes as Word and WPS open them (.docx).
//!
//! Every text is written as a text: the only fields are the numbers of the pages, and nothing is a
//! link. The same value makes the same bytes.

pub mod columns;
mod package;
mod tables;
#[cfg(test)]
mod tests;
mod value;
mod written;

pub use columns::ColumnNeed;
pub use package::with_line;
pub use value::{
    Document, DocumentBlock, DocumentCell, DocumentCellKind, DocumentPage, DocumentRow,
    DocumentSection, DocumentTable, LetterSize, ParagraphStyle,
};
