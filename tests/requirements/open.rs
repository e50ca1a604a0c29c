//! The numbers that are not whole, and what each lacks.

/// A number, and what it lacks to be stored, checked and printed by commands alone.
pub const OPEN: &[(&str, &str)] = &[
    (
        "a01",
        "the share of all pupils is printed, the roll not held against a number reported before",
    ),
    ("a17", "a survey run keeps no figures of its own: found, added, removed"),
    ("a25", "the appraisal sheet is printed with the awards; there is no register of penalties"),
    ("e20", "no outcome table of contests, awards and breaches"),
];
