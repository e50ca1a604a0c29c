//! The books whose form is known.

use crate::domain::label::Words;

/// How a record stands in its book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookLayout {
    Row,
    Page,
}

/// A register as schools keep it in a book.
#[derive(Debug)]
pub struct BookForm {
    pub register: &'static str,
    pub title: Words,
    pub layout: BookLayout,
    /// By what the register calls them; others stand for what each record has besides. On a page
    /// strokes end lines, and a number says for how many lines of writing there is room.
    pub columns: &'static str,
    /// Who signs.
    pub signs: &'static [Words],
    /// What is printed below it besides: the law by which it is made.
    pub basis: Option<Words>,
}

impl BookForm {
    /// The names of its columns.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let words = self.columns.split_whitespace().filter(|word| *word != "|");
        words.map(|word| name_and_room(word).0)
    }
}

/// A word of a book's columns: a name, and for how many lines there is room.
pub fn name_and_room(word: &str) -> (&str, usize) {
    let parts = word.split_once(':');
    let room = parts.and_then(|(name, room)| Some((name, room.parse().ok()?)));
    room.unwrap_or((word, 1))
}

use BookLayout::{Page, Row};

const TEACHER: Words = ("教师（签字）", "Teacher (signature)");
pub const CHECKED: Words = ("检查人（签字）", "Checked by (signature)");
const GUARDIAN: Words = ("监护人（签字）", "Guardian (signature)");
const HANDLED: Words = ("经办人（签字）", "Handled by (signature)");
const FOUND: Words = ("发现人（签字）", "Found by (signature)");
const PRINCIPAL: Words = ("校长（签字）", "Principal (signature)");

const fn book(
    register: &'static str,
    title: Words,
    layout: BookLayout,
    columns: &'static str,
    signs: &'static [Words],
) -> BookForm {
    BookForm { register, title, layout, columns, signs, basis: None }
}

/// The books.
pub const BOOKS: &[BookForm] = &[
    book(
        "talk",
        ("谈心记录本", "book of talks"),
        Page,
        "date week | time place mode | staff children sex | class topic | study life | \
         mood body | content:5 | voice:2 | thinking:2 | effect:2 | follow_up follow_up_on",
        &[("记录人（签字）", "Recorded by (signature)"), CHECKED],
    ),
    book(
        "visit",
        ("家访记录本", "book of home visits"),
        Page,
        "date week | time mode purpose | staff children class | met place | \
         home_state:2 | study_place | at_home:2 | school_feedback:2 | \
         guardian_opinion:2 | voice:2 | problems:2 | measures:2 | effect:2 | signed",
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
        "date week | staff children class | text:8",
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
        "date week | staff children class | sex source mode | problem:2 | process:5 | \
         mood_score risk | effect:2 | next_on referred_to",
        &[("辅导人（签字）", "Counsellor (signature)")],
    ),
    book(
        "plan",
        ("个别教育方案", "individual education plan"),
        Page,
        "date class | staff children sex | trigger | cause:3 | goals:2 | measures:5 | \
         review_on closed_on | result:3",
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
        "date weekday | week session place | kind theme | organiser staff number | \
         children:2 | process:5 | effect:2 | photo",
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
        "date weekday | kind chair recorder | present:2 | staff | matters:4 | \
         decisions:4",
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
        "date time kind | staff children class | facts:5 | action:3 | reported_to \
         reported_on reported_time receipt | result:3 | closed_on",
        &[FOUND, PRINCIPAL],
    ),
];

/// What is sent to those whom the law names when a child is harmed or in danger.
pub const NOTICE: BookForm = BookForm {
    basis: Some((
        "依据：《中华人民共和国未成年人保护法》第十一条第二款，密切接触未成年人的单位及其工作人员\
         发现未成年人身心健康受到侵害、疑似受到侵害或者面临其他危险情形的，应当立即向公安、民政、\
         教育等有关部门报告。报告人的身份保密。",
        "By article 11(2) of the Law on the Protection of Minors, units and staff in close contact \
         with minors who find that one is harmed, suspected to be harmed or in other danger report \
         it at once to public security, civil affairs or education. Who reports is kept secret.",
    )),
    ..book(
        "incident",
        ("未成年人受侵害或面临危险强制报告书", "mandatory report of harm or danger to a minor"),
        Page,
        "children sex class | date time kind | facts:6 | action:4 | reported_to | reported_on \
         reported_time receipt | staff | result:3 | closed_on",
        &[FOUND, PRINCIPAL, ("接收单位（签收）", "Received by (signature)")],
    )
};
