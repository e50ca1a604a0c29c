//! The shipped registers and their own columns, as the table of
//! `data-template/reference/records.md` has them.

const TABLE: &[(&str, &str)] = &[
    ("talk", "mode topic study life mood body content effect follow_up follow_up_on"),
    ("visit", "mode met purpose home_state guardian_opinion problems measures effect"),
    ("call", "mode receiver phone minutes content result"),
    ("letter", "direction occasion addressee topic reply_on"),
    ("family_call", "mode receiver minutes line"),
    ("guardian_contact", "mode carer life body mind request result"),
    ("help", "kind content materials effect"),
    ("diary", "text"),
    ("growth", "category title kept_in"),
    ("feedback", "mode content"),
    ("counselling", "mode source problem process mood_score effect next_on referred_to risk"),
    ("plan", "trigger goals measures review_on result closed_on"),
    ("survey", "study life mind safety health"),
    ("change", "field old new why"),
    ("activity", "session place kind theme process effect"),
    ("duty", "session role signed notes"),
    ("lecture", "kind topic speaker speaker_unit"),
    ("training", "kind topic trainer guardians"),
    ("meeting", "kind chair matters decisions"),
    ("aid", "kind amount items source receipt"),
    ("donation", "donor donor_kind cash goods quantity use receipt"),
    ("asset", "move name quantity unit source place"),
    ("book_loan", "title due_on returned_on"),
    ("assessment", "sheet subject item score"),
    ("award", "kind holder"),
    ("handover", "class from to open_matters"),
    ("incident", "kind facts action reported_to reported_on receipt"),
    ("consent", "kind given_by relation scope withdrawn_on"),
    ("absence", "from until reason verified_by result"),
    ("persuade", "way with result returned_on closed_on"),
    ("rota", "session role"),
    ("document", "kind title number issuer valid_until file"),
    ("work_item", "plan years item due_on done_on file"),
    ("fund", "direction purpose amount source receipt"),
    ("room", "name place area_m2 opened_on equipment"),
    ("partner", "name kind phone matter next_on"),
    ("needs", "cause measures review_on"),
    ("enrolment", "class term pupils boys girls"),
    ("patrol", "session route findings"),
    ("model_case", "title about file"),
    ("publicity", "kind title copies file"),
    ("contact_check", "whose phone result"),
    ("flag", "about for answer closed_on"),
    ("head_count", "scope pupils found added removed reported_to"),
    ("penalty", "kind holder reason"),
    ("result", "kind title level place score"),
    ("breach", "kind facts measures"),
];

/// The choices of `growth.category`: the twelve items of the growth bag.
///
/// Choice: `records.md` leaves them to the forms of the schools; no golden home asks for them.
pub const GROWTH_CATEGORIES: &[&str] = &[
    "self_intro",
    "talk",
    "conduct",
    "health",
    "letter",
    "homework",
    "reading",
    "award",
    "plan",
    "summary",
    "report",
    "care_activity",
];

/// The heading columns of `survey`.
pub const SURVEY_HEADINGS: &[&str] = &["study", "life", "mind", "safety", "health"];

/// The register's own columns, in the order of the spec.
pub fn columns(register: &str) -> Vec<&'static str> {
    let row = TABLE.iter().find(|(name, _)| *name == register);
    row.map(|(_, columns)| columns.split(' ').collect()).unwrap_or_default()
}

/// Has the register this column "by its description"?
pub fn has(register: &str, column: &str) -> bool {
    columns(register).contains(&column)
}
