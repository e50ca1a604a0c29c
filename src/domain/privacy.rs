//! How private a value is.

/// The class of a value, from what everybody may see to what only those meant may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Privacy {
    #[default]
    Open,
    /// Names of relatives, phones, addresses, work places, student numbers.
    Personal,
    /// Id numbers, birth dates, health, what a family is like.
    Sensitive,
}
