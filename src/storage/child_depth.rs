//! How much is read of the children.

/// How much whoever asks for a home wants to know of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    #[default]
    Whole,
    /// What lists go by, and of what is private only whether it is filled. Files that did not
    /// change since they were read need not be read again.
    Listed,
}
