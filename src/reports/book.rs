//! The books that schools keep their records in, as data: the title, the order of the columns, who
//! signs, and whether a record is a row or a page.

use crate::domain::label::Words;
use crate::domain::register::{Column, Register};

/// How a record stands in its book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookLayout {
    Row,
    Page,
}

/// A register as schools keep it in a book.
#[derive(Debug)]
pub struct Book {
    register: &'static str,
    pub title: Words,
    pub layout: BookLayout,
    /// By what the register calls them; others stand for what each record has besides.
    columns: &'static str,
    /// Who signs.
    pub signs: &'static [Words],
}

/// A column of a book.
#[derive(Clone, Copy, Debug)]
pub enum BookColumn<'r> {
    /// The register's own.
    Own(&'r Column),
    Date,
    /// Of the term.
    Week,
    Weekday,
    Children,
    /// How many of them.
    Number,
    Class,
    Sex,
    Staff,
    Outcome,
    Note,
}

/// The words for those that are no register's own.
const BESIDE: &[(&str, BookColumn)] = &[
    ("date", BookColumn::Date),
    ("week", BookColumn::Week),
    ("weekday", BookColumn::Weekday),
    ("children", BookColumn::Children),
    ("number", BookColumn::Number),
    ("class", BookColumn::Class),
    ("sex", BookColumn::Sex),
    ("staff", BookColumn::Staff),
    ("outcome", BookColumn::Outcome),
    ("note", BookColumn::Note),
];

const TEACHER: Words = ("教师（签字）", "Teacher (signature)");
const CHECKED: Words = ("检查人（签字）", "Checked by (signature)");
const GUARDIAN: Words = ("监护人（签字）", "Guardian (signature)");
const HANDLED: Words = ("经办人（签字）", "Handled by (signature)");
const PRINCIPAL: Words = ("校长（签字）", "Principal (signature)");

const fn book(
    register: &'static str,
    title: Words,
    layout: BookLayout,
    columns: &'static str,
    signs: &'static [Words],
) -> Book {
    Book { register, title, layout, columns, signs }
}

use BookLayout::{Page, Row};

/// The books whose form is known.
const BOOKS: &[Book] = &[
    book(
        "talk",
        ("谈心记录本", "book of talks"),
        Page,
        "date time week place staff children sex class mode topic study life mood body content \
         thinking effect follow_up follow_up_on",
        &[("记录人（签字）", "Recorded by (signature)"), CHECKED],
    ),
    book(
        "visit",
        ("家访记录本", "book of home visits"),
        Page,
        "date time week staff children class place met mode purpose home_state study_place at_home \
         school_feedback guardian_opinion problems measures effect signed",
        &[GUARDIAN, TEACHER],
    ),
    book(
        "call",
        ("电话联系记录本", "book of phone calls"),
        Row,
        "date week class children staff receiver phone mode minutes content result",
        &[TEACHER, CHECKED],
    ),
    book(
        "family_call",
        ("亲情电话（视频）使用记录", "log of family calls"),
        Row,
        "date week time class children receiver mode line minutes staff",
        &[("值日教师（签字）", "Teacher on duty (signature)"), CHECKED],
    ),
    book(
        "letter",
        ("书信登记本", "book of letters"),
        Row,
        "date week direction class children staff addressee occasion topic reply_on",
        &[TEACHER, CHECKED],
    ),
    book(
        "guardian_contact",
        ("与临时监护人沟通记录本", "book of contacts with guardians"),
        Row,
        "date week class children staff mode carer life body mind request result",
        &[TEACHER, CHECKED],
    ),
    book(
        "help",
        ("帮扶记录本", "book of help"),
        Row,
        "date week class children staff kind content materials effect",
        &[("帮扶教师（签字）", "Helping teacher (signature)"), CHECKED],
    ),
    book(
        "diary",
        ("关爱日记", "care diary"),
        Page,
        "date week staff children class text",
        &[TEACHER],
    ),
    book(
        "feedback",
        ("家长反馈记录本", "book of feedback to parents"),
        Row,
        "date week class children staff mode content",
        &[TEACHER, CHECKED],
    ),
    book(
        "growth",
        ("成长记录登记本", "book of growth items"),
        Row,
        "date week class children category title kept_in staff",
        &[TEACHER, CHECKED],
    ),
    book(
        "counselling",
        ("心理辅导记录", "counselling record"),
        Page,
        "date week staff children sex class source mode problem process mood_score effect next_on \
         referred_to risk",
        &[("辅导人（签字）", "Counsellor (signature)")],
    ),
    book(
        "plan",
        ("个别教育方案", "individual education plan"),
        Page,
        "date children sex class trigger cause goals measures staff review_on result closed_on",
        &[("负责教师（签字）", "Teacher in charge (signature)"), GUARDIAN, PRINCIPAL],
    ),
    book(
        "survey",
        ("调查登记表", "survey sheet"),
        Row,
        "date class children study life mind safety health staff",
        &[TEACHER, CHECKED],
    ),
    book(
        "change",
        ("动态管理登记表", "sheet of changes"),
        Row,
        "date class children field old new why staff",
        &[("填表人（签字）", "Filled in by (signature)"), CHECKED],
    ),
    book(
        "activity",
        ("留守儿童之家活动记录", "record of activities"),
        Page,
        "date weekday week session place theme kind organiser staff number children process effect \
         photo",
        &[("值日教师（签字）", "Teacher on duty (signature)"), CHECKED],
    ),
    book(
        "duty",
        ("值日记录本", "book of duty"),
        Row,
        "date weekday week session role staff signed notes",
        &[("管理员（签字）", "Home keeper (signature)"), CHECKED],
    ),
    book(
        "lecture",
        ("讲座登记表", "book of lectures"),
        Row,
        "date week kind topic speaker speaker_unit number staff",
        &[HANDLED, CHECKED],
    ),
    book(
        "training",
        ("监护人培训记录", "record of guardian training"),
        Row,
        "date week kind topic trainer guardians number staff",
        &[HANDLED, CHECKED],
    ),
    book(
        "meeting",
        ("会议记录", "minutes of meetings"),
        Page,
        "date weekday kind chair recorder present staff matters decisions",
        &[("主持人（签字）", "Chair (signature)"), ("记录人（签字）", "Recorder (signature)")],
    ),
    book(
        "aid",
        ("资助发放登记表", "sheet of aid"),
        Row,
        "date term class children kind amount items source receipt handled_by",
        &[("领取人（签字）", "Received by (signature)"), HANDLED, PRINCIPAL],
    ),
    book(
        "donation",
        ("捐赠登记表", "book of donations"),
        Row,
        "date move donor donor_kind cash goods quantity use receipt published_on children",
        &[("捐赠方", "Donor"), HANDLED, PRINCIPAL],
    ),
    book(
        "asset",
        ("物品登记表", "book of assets"),
        Row,
        "date move name model quantity unit unit_price source place keeper state",
        &[("管理员（签字）", "Home keeper (signature)"), HANDLED, PRINCIPAL],
    ),
    book(
        "book_loan",
        ("图书借阅登记表", "book of loans"),
        Row,
        "date class children title number due_on returned_on damage",
        &[("管理员（签字）", "Home keeper (signature)")],
    ),
    book(
        "handover",
        ("学期交接登记表", "book of handovers"),
        Row,
        "date class number from to files open_matters witness",
        &[("移交人", "From"), ("接收人", "To"), ("监交人", "Witness")],
    ),
    book(
        "incident",
        ("事件和强制报告记录", "incidents and mandatory reports"),
        Page,
        "date children class staff kind facts action reported_to reported_on receipt",
        &[("发现人（签字）", "Found by (signature)"), PRINCIPAL],
    ),
];

/// Of a register whose form is not known, what stands before its own columns.
const BEFORE_OWN: [&str; 5] = ["date", "week", "class", "children", "staff"];

/// A register in its book.
pub struct BookOf<'r> {
    pub register: &'r Register,
    pub form: Option<&'static Book>,
}

impl<'r> BookOf<'r> {
    /// The book of a register; one without a form of its own has rows.
    pub fn of(register: &'r Register) -> BookOf<'r> {
        let form = BOOKS.iter().find(|own| own.register == register.name);
        BookOf { register, form }
    }

    pub fn layout(&self) -> BookLayout {
        self.form.map_or(Row, |own| own.layout)
    }

    /// Who signs.
    pub fn signs(&self) -> &'static [Words] {
        self.form.map_or(&[("填表人（签字）", "Filled in by (signature)"), CHECKED], |own| {
            own.signs
        })
    }

    /// The columns in their order; those that the school added to a register come after its own.
    pub fn columns(&self) -> Vec<BookColumn<'r>> {
        let words: Vec<&str> = match self.form {
            Some(own) => own.columns.split_whitespace().collect(),
            None => {
                BEFORE_OWN.into_iter().filter(|word| self.register.column(word).is_none()).collect()
            }
        };
        let known = words.iter().filter_map(|word| {
            let beside = || BESIDE.iter().find(|(own, _)| own == word).map(|(_, own)| *own);
            self.register.column(word).map(BookColumn::Own).or_else(beside)
        });
        let added = self.register.columns.iter().filter(|own| !words.contains(&own.name.as_str()));
        let last = [BookColumn::Outcome, BookColumn::Note];
        known.chain(added.map(BookColumn::Own)).chain(last).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::SHIPPED;

    #[test]
    fn a_book_names_every_column_of_its_register_and_none_that_there_is_not() {
        for own in BOOKS {
            let (_, text) = SHIPPED.iter().find(|(name, _)| *name == own.register).unwrap();
            let names = text.lines().filter_map(|line| line.strip_prefix("name = \""));
            let names: Vec<&str> = names.map(|rest| rest.trim_end_matches('"')).collect();
            let words: Vec<&str> = own.columns.split_whitespace().collect();
            for name in &names {
                assert!(words.contains(name), "{}: {name} is left out", own.register);
            }
            for word in words {
                let is_beside = BESIDE.iter().any(|(beside, _)| *beside == word);
                assert!(is_beside || names.contains(&word), "{}: {word}", own.register);
            }
        }
    }
}
