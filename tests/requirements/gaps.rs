//! What the schools' texts leave open. No number is made up for it: where something is asked for
//! "often" or "regularly", the rule only informs, until a school sets its own number.

/// A number, the school's rules, the rule, and what its text does not say.
pub const UNSET: &[(&str, &str, &str, &str)] = &[
    ("a09", "sunchengsi", "pair-talk", "“经常” names no number of talks"),
    ("a10", "sunchengsi", "pair-talk", "“随时” names no days"),
    ("a11", "sunchengsi", "pair-visit", "“定期” names no number of visits"),
    ("a14", "sunchengsi", "joint-conference", "how often the conference meets is not said"),
    ("a16", "sunchengsi", "counselling", "how often the doctor counsels is not said"),
    ("a24", "sunchengsi", "appraisal", "“定期” names no period"),
    ("a25", "sunchengsi", "appraisal", "“定期” names no period"),
    ("a27", "sunchengsi", "aid-to-the-poor", "no amount and no number of times"),
    ("b07", "guzhuang", "pair-help", "how often the pair helps is not said"),
    ("b10", "guzhuang", "guardian-training", "“定期或不定期” names no number"),
    ("c06", "tingshui", "report-to-parents", "“及时” names no days"),
    ("c11", "tingshui", "tutoring-visit", "“多走访” names no number"),
    ("d07", "wangjiaba", "care-diary", "how often the diary is written is not said"),
    ("d08", "wangjiaba", "guardian-exchange", "“定期” names no number of visits"),
    ("d09", "wangjiaba", "round-table", "“定期” names no number of meetings"),
    ("d10", "wangjiaba", "talk-card", "“经常” names no number of talks"),
    ("d17", "wangjiaba", "sunny-stage", "“定期” names no number of events"),
    ("e02", "goudun", "leading-group", "“定期” names no number of meetings"),
    ("e14", "goudun", "family-call", "“定期” names no times for the calls"),
];

/// What is missing from the texts themselves, and for which therefore nothing is preset.
pub const MISSING: &[(&str, &str)] = &[
    ("a01", "“100多名” pupils: the school enters how many"),
    ("a23", "“六项活动”, and five are named"),
    ("c04", "the paragraph breaks off after “及时补充、变”; school E has the whole sentence"),
    ("c16", "the section on the activity room has a title and no text"),
    ("e15", "“问题娱乐活动” is taken as a slip for 文体娱乐活动"),
];
