//! The numbers that are not whole, and what each lacks.

/// A number, and what it lacks to be stored, checked and printed by commands alone.
pub const OPEN: &[(&str, &str)] = &[
    ("a01", "the share of all pupils is not printed, nor the roll held against a reported number"),
    ("a17", "a survey run keeps no figures of its own: found, added, removed"),
    ("a19", "no card to print for each child"),
    ("a24", "no assessment sheets, and so no ranking and no check that all pairs have one"),
    ("a25", "no appraisal sheet to print, with what follows from it"),
    ("a31", "no yearly summary to sign and send"),
    ("b10", "the guardians who came are kept and told, their share not printed"),
    ("b11", "no score sheet of the school to print"),
    ("b14", "no yearly summary to send"),
    ("d12", "no assessment sheets, and so no ranking of classes and teachers"),
    ("e03", "no figure of attendance, nor of those who left school for good"),
    ("e20", "no outcome table of contests, awards and breaches"),
];
