//! The fields of a child's and a staff member's file: one line per field.
//!
//! From this one table come the reading and checking of the files, the labels of `care show`, what
//! is masked, and what `--set` takes.

use super::entries;
use super::label::{Label, Words};
use super::privacy::{Guard, Left, Privacy};

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    Text,
    /// A text, or a list of texts: phones.
    Texts,
    Date,
    Integer,
    Bool,
    /// One of the listed codes; another is a remark.
    Choice(&'static [(&'static str, Words)]),
    /// Any text; the listed codes have words of their own.
    Suggested(&'static [(&'static str, Words)]),
}

/// One field.
#[derive(Debug)]
pub struct Field {
    /// `name`, or `table.name`.
    pub path: &'static str,
    pub label: Label,
    pub holds: FieldType,
    /// What is not open is masked on screens and never repeated in a message.
    pub privacy: Privacy,
}

impl Field {
    /// How its values are kept. Of a code or a number no part can be left.
    pub fn guard(&self) -> Guard {
        let name = self.path.rsplit('.').next().unwrap_or(self.path);
        let left = match self.holds {
            FieldType::Choice(_) | FieldType::Integer => Left::Nothing,
            _ => Left::of(name),
        };
        Guard { privacy: self.privacy, left }
    }
}

pub(super) const fn open(path: &'static str, label: Words, holds: FieldType) -> Field {
    Field { path, label: Label::fixed(label.0, label.1), holds, privacy: Privacy::Open }
}

const fn personal(path: &'static str, label: Words, holds: FieldType) -> Field {
    Field { path, label: Label::fixed(label.0, label.1), holds, privacy: Privacy::Personal }
}

pub(super) const fn sensitive(path: &'static str, label: Words, holds: FieldType) -> Field {
    Field { path, label: Label::fixed(label.0, label.1), holds, privacy: Privacy::Sensitive }
}

use FieldType::{Bool, Choice, Date, Integer, Suggested, Text, Texts};

const SEX: FieldType = Choice(&[
    ("male", ("男", "male")),
    ("female", ("女", "female")),
    ("unknown", ("未知", "unknown")),
]);

const GUARDIANSHIP: FieldType = Choice(&[
    ("able", ("有监护能力", "able")),
    ("unable", ("无监护能力", "unable")),
    ("dead", ("已故", "dead")),
    ("unknown", ("不详", "unknown")),
]);

const RELATION: FieldType = Suggested(&[
    ("father", ("父亲", "father")),
    ("mother", ("母亲", "mother")),
    ("grandfather", ("爷爷", "grandfather")),
    ("grandmother", ("奶奶", "grandmother")),
    ("maternal_grandfather", ("外公", "maternal grandfather")),
    ("maternal_grandmother", ("外婆", "maternal grandmother")),
    ("uncle", ("叔伯舅", "uncle")),
    ("aunt", ("姑姨婶", "aunt")),
    ("brother", ("哥哥", "brother")),
    ("sister", ("姐姐", "sister")),
    ("relative", ("亲戚", "relative")),
    ("friend", ("朋友", "friend")),
    ("neighbour", ("邻居", "neighbour")),
]);

const CARE_TYPE: FieldType = Choice(&[
    ("grandparent", ("隔代监护", "grandparents")),
    ("one_parent", ("父母单方监护", "one parent")),
    ("kin_friend", ("亲朋监护", "kin or friends")),
    ("single_or_orphan", ("单亲或孤儿", "single parent or orphan")),
    ("peer_self", ("同辈或自我监护", "peers or self")),
    ("none", ("无人监护", "nobody")),
    ("institution", ("寄宿托管", "institution")),
    ("other", ("其他", "other")),
]);

const RISK: FieldType =
    Choice(&[("low", ("低", "low")), ("medium", ("中", "medium")), ("high", ("高", "high"))]);

const HEALTH: FieldType = Choice(&[
    ("healthy", ("健康", "healthy")),
    ("weak", ("体弱", "weak")),
    ("ill", ("患病", "ill")),
    ("disabled", ("残疾", "disabled")),
]);

const EDUCATION: FieldType = Choice(&[
    ("illiterate", ("文盲", "illiterate")),
    ("primary", ("小学", "primary school")),
    ("junior", ("初中", "junior secondary")),
    ("senior", ("高中", "senior secondary")),
    ("college", ("大专以上", "college")),
]);

const RATING: FieldType =
    Choice(&[("good", ("较好", "good")), ("fair", ("一般", "fair")), ("poor", ("差", "poor"))]);

/// The fields of `children/<id>.toml`, besides its id, name and tables with many entries.
pub const CHILD: &[Field] = &[
    open("sex", ("性别", "sex"), SEX),
    sensitive("birth_date", ("出生日期", "born"), Date),
    sensitive("id_number", ("身份证号", "ID number"), Text),
    personal("student_no", ("学籍号", "student number"), Text),
    open("class", ("班级", "class"), Text),
    open("ethnic_group", ("民族", "ethnic group"), Text),
    open("care_type", ("监护类型", "care type"), CARE_TYPE),
    open("risk", ("风险等级", "risk"), RISK),
    open("boarding", ("住校", "boarding"), Bool),
    personal("address", ("家庭住址", "address"), Text),
    open("tags", ("标签", "tags"), Texts),
    open("legal_basis", ("处理依据", "legal basis"), Text),
    personal("father.name", ("父亲", "father"), Text),
    personal("father.phone", ("父亲电话", "father's phone"), Texts),
    open("father.away", ("父亲外出", "father away"), Bool),
    open("father.away_since", ("父亲外出时间", "father away since"), Date),
    personal("father.work_place", ("父亲务工地", "father's work place"), Text),
    open("father.guardianship", ("父亲监护能力", "father's guardianship"), GUARDIANSHIP),
    personal("mother.name", ("母亲", "mother"), Text),
    personal("mother.phone", ("母亲电话", "mother's phone"), Texts),
    open("mother.away", ("母亲外出", "mother away"), Bool),
    open("mother.away_since", ("母亲外出时间", "mother away since"), Date),
    personal("mother.work_place", ("母亲务工地", "mother's work place"), Text),
    open("mother.guardianship", ("母亲监护能力", "mother's guardianship"), GUARDIANSHIP),
    personal("carer.name", ("监护人", "carer"), Text),
    open("carer.relation", ("与儿童关系", "carer's relation"), RELATION),
    personal("carer.phone", ("监护人电话", "carer's phone"), Texts),
    sensitive("carer.birth_year", ("监护人出生年", "carer born in"), Integer),
    sensitive("carer.health", ("监护人健康", "carer's health"), HEALTH),
    sensitive("carer.education", ("监护人文化程度", "carer's education"), EDUCATION),
    open("carer.rating", ("监护评估", "carer's rating"), RATING),
    open("carer.delegation_notice_on", ("委托照护告知", "delegation notice on"), Date),
    open("contact_card.issued_on", ("联系卡发放", "contact card issued on"), Date),
    personal("emergency.name", ("紧急联系人", "emergency contact"), Text),
    open("emergency.relation", ("紧急联系人关系", "emergency relation"), RELATION),
    personal("emergency.phone", ("紧急电话", "emergency phone"), Texts),
];

/// The fields of one `[[staff]]` entry, besides id, name and roles. The employer is
/// that of an outside person.
pub const STAFF: &[Field] = &[
    open("sex", ("性别", "sex"), SEX),
    personal("phone", ("电话", "phone"), Texts),
    personal("email", ("邮箱", "e-mail"), Text),
    open("employer", ("单位", "employer"), Text),
];

/// The table of the school's own fields; whatever stands in it is taken as it is.
pub const OWN: &str = "x";

/// Is no more kept of a child's field outside of its file than that it is filled: phones, numbers,
/// addresses, health, the school's own fields? Names and the day of birth are: lists go by them.
pub fn is_withheld(path: &str) -> bool {
    let is_told = path == "birth_date" || path.rsplit('.').next() == Some("name");
    let is_own = path.split_once('.').is_some_and(|(table, _)| table == OWN);
    let is_private = find(CHILD, path).is_some_and(|own| own.privacy != Privacy::Open);
    is_own || is_private && !is_told
}

/// The field at a path.
pub fn find(fields: &'static [Field], path: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.path == path)
}

/// How the values of a field are kept, by its path; the school's own fields are not open. A name
/// is what the record is called by.
pub fn guard(fields: &'static [Field], path: &str) -> Guard {
    match find(fields, path) {
        Some(field) => field.guard(),
        None if path == "name" => Guard::OPEN,
        None => Guard::UNKNOWN,
    }
}

/// The same for a field of a child or a key of its entries, by whatever people call it.
pub fn guard_called(word: &str) -> Guard {
    let called = |field: &&Field| [field.label.zh(), field.label.en()].contains(&word);
    let key = entries::key_at(word).map(|(_, key)| key);
    match (find(CHILD, word).or_else(|| CHILD.iter().find(called)), key) {
        (Some(field), _) => field.guard(),
        (None, Some(key)) => key.guard(),
        (None, None) => guard(CHILD, word),
    }
}

/// The tables that the paths name, each once, in order.
pub fn tables(fields: &'static [Field]) -> Vec<&'static str> {
    let mut names: Vec<&str> =
        fields.iter().filter_map(|field| Some(field.path.split_once('.')?.0)).collect();
    names.dedup();
    names
}
