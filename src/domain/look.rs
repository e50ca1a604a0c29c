//! A look at what is not open: what the log of access keeps of it. Names of fields and ids, never
//! a value.

use super::id::Id;
use super::privacy::Reveal;

/// Something was shown to somebody, or sent out of the house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The classes of what it held, besides what is open.
    pub classes: Reveal,
    /// The children it told of, each once.
    pub children: Vec<Id>,
    /// The fields or registers it was of.
    pub of: Vec<String>,
    /// To whom it was sent: ids of staff, or the places of addresses in the settings.
    pub to: Vec<String>,
    /// In the words of whoever looked; a run that nobody watches has none.
    pub why: Option<String>,
    /// The name of the file that it went into, without the folder.
    pub file: Option<String>,
}
