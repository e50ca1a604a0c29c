//! A case to be judged: one rule and one of its members.

/// A rule and one of its members, by place in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Case {
    pub rule: usize,
    pub member: usize,
}
