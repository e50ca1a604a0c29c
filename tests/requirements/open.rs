//! The numbers that are not whole, and what each lacks.

/// A number, and what it lacks to be stored, checked and printed by commands alone.
pub const OPEN: &[(&str, &str)] = &[
    ("a24", "no assessment sheets, and so no ranking and no check that all pairs have one"),
    ("a25", "no appraisal sheet to print, with what follows from it"),
    ("b11", "no score sheet of the school to print"),
    ("d12", "no assessment sheets, and so no ranking of classes and teachers"),
];
