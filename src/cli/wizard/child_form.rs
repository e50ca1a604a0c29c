//! What the paper form of a child asks.

/// What the form of a child asks besides the flags of `add-child`, in its order.
pub const CHILD_FORM: [&str; 18] = [
    "carer.name",
    "carer.relation",
    "carer.phone",
    "father.name",
    "father.phone",
    "father.away",
    "father.away_since",
    "father.guardianship",
    "father.work_place",
    "mother.name",
    "mother.phone",
    "mother.away",
    "mother.away_since",
    "mother.guardianship",
    "mother.work_place",
    "address",
    "student_no",
    "boarding",
];
