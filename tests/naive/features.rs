//! What random homes hold beyond what they always held, feature by feature.

/// One thing that a random home may hold, or that is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// `replaces` with several ids.
    Settled,
    /// Dates that move to another month: rows `moved` and `arrived`.
    Moved,
    /// `overdue --known-at`.
    KnownAt,
    /// Phones that are none.
    Phones,
    /// Parents who are dead.
    DeadParents,
    /// The key `lacks_parts` of the overdue list.
    LacksParts,
    /// Children who bear another's id too (`also`).
    Merged,
    /// `[[was]] value = ""`: a field that was not set.
    Unset,
    /// Rules with `unless`.
    Unless,
    /// Rules with `every = "after"`.
    After,
    /// `overdue --level inform`, and the key `days_since`.
    Inform,
    /// Classes without a grade (`other_classes`).
    OtherClasses,
}

/// Each feature, and whether it is switched on: it is as soon as the program has it.
pub const FEATURES: [(Feature, bool); 12] = [
    // Families, phones and the contact card.
    (Feature::Settled, true),
    (Feature::Moved, true),
    (Feature::KnownAt, true),
    (Feature::Phones, true),
    (Feature::DeadParents, true),
    (Feature::LacksParts, true),
    (Feature::Merged, true),
    (Feature::Unset, true),
    // After rules, `unless`, the list of `inform` rules.
    (Feature::Unless, true),
    (Feature::After, true),
    (Feature::Inform, true),
    (Feature::OtherClasses, true),
];

/// The features that are switched on.
pub fn on() -> Vec<Feature> {
    FEATURES.iter().filter(|(_, on)| *on).map(|(feature, _)| *feature).collect()
}

/// Every feature.
pub fn all() -> Vec<Feature> {
    FEATURES.iter().map(|(feature, _)| *feature).collect()
}
