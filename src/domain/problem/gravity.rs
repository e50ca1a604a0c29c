//! Whether a problem stops a judgement.

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    Fault,
    Remark,
}
