//! What is asked of how truthfully the records were written: eight kinds of doubt, and from where
//! on each is told. They are questions to be put to people, never a verdict.

/// A kind of doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TruthKind {
    /// The same text for many children, or on many days.
    SameText,
    /// Many homes visited in one day.
    ManyVisits,
    /// A visit and something at school at one time.
    OneTime,
    /// Something at school on a day without school.
    NoSchool,
    /// What was done in a month lies at its end.
    MonthEnd,
    /// Entered long after its day.
    Late,
    /// Entered one after another as the children stand in a list.
    InOrder,
    /// The same of each child as in the month before.
    Again,
}

/// Every kind, its key in `[work]` of `care.toml`, and from where on it is told when that key is
/// not there.
const MARKS: [(TruthKind, &str, u32); 8] = [
    // So many children, or days.
    (TruthKind::SameText, "truth_same_text", 5),
    // So many homes.
    (TruthKind::ManyVisits, "truth_visits", 8),
    // Less than so many minutes apart.
    (TruthKind::OneTime, "truth_one_time", 20),
    // So many records in a month.
    (TruthKind::NoSchool, "truth_no_school", 1),
    // So many of a hundred.
    (TruthKind::MonthEnd, "truth_month_end", 80),
    // More than so many days.
    (TruthKind::Late, "truth_late", 30),
    // So many records one after another.
    (TruthKind::InOrder, "truth_in_order", 8),
    // So many records.
    (TruthKind::Again, "truth_again", 5),
];

impl TruthKind {
    /// From where on it is told when the school says nothing.
    pub fn usual(self) -> u32 {
        MARKS.iter().find(|(kind, ..)| *kind == self).map_or(0, |(.., usual)| *usual)
    }
}

/// From where on each kind is told.
#[derive(Clone, Debug, Default)]
pub struct TruthMarks {
    /// What the school wrote.
    written: Vec<(TruthKind, u32)>,
}

impl TruthMarks {
    /// Those that a school wrote, as `read` finds them by their keys.
    pub fn new(read: impl Fn(&'static str) -> Option<u32>) -> TruthMarks {
        let written = MARKS.iter().filter_map(|(kind, key, _)| Some((*kind, read(key)?)));
        TruthMarks { written: written.collect() }
    }

    /// What the school wrote of a kind.
    pub fn written(&self, kind: TruthKind) -> Option<u32> {
        self.written.iter().find(|(own, _)| *own == kind).map(|(_, mark)| *mark)
    }

    /// From where on it is told; never when the school wrote 0.
    pub fn of(&self, kind: TruthKind) -> Option<u32> {
        Some(self.written(kind).unwrap_or(kind.usual())).filter(|mark| *mark > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_the_schools_own_or_the_usual_one_and_nought_is_none() {
        let marks = TruthMarks::new(|key| match key {
            "truth_late" => Some(60),
            "truth_again" => Some(0),
            _ => None,
        });
        assert_eq!(marks.of(TruthKind::Late), Some(60));
        assert_eq!(marks.of(TruthKind::Again), None);
        assert_eq!((marks.of(TruthKind::ManyVisits), TruthKind::ManyVisits.usual()), (Some(8), 8));
        assert_eq!(marks.written(TruthKind::ManyVisits), None);
        assert!(MARKS.iter().all(|(kind, ..)| TruthMarks::default().of(*kind).is_some()));
    }
}
