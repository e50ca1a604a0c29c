//! The numbers that are not whole, and what each lacks.

/// A number, and what it lacks to be stored, checked and printed by commands alone.
pub const OPEN: &[(&str, &str)] = &[];
