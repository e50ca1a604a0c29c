//! Other names, numbers and texts for those of a home, so that a copy of it can be given to
//! somebody who is to practise.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::class::ClassCode;
use super::id::{Id, Kind};
use super::register::{Column, ColumnType, HEAD, Register, TAIL};
use super::resident_id;
use super::score_sheet::MARKS;

/// Family names and given names of people who are not there.
const FAMILY: [char; 20] = [
    '赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨',
    '朱', '秦', '许', '何',
];
const GIVEN: [char; 20] = [
    '安', '宁', '平', '乐', '春', '夏', '秋', '冬', '晨', '曦', '云', '雨', '松', '竹', '梅', '兰',
    '山', '川', '禾', '田',
];

/// What stands for all that somebody wrote in words of their own.
const TEXT: &str = "练习用的内容";

/// By how much everybody is older in a copy.
const EARLIER: Days = Days::new(41);

/// Keys of a child's and a person's record whose words are codes or ids, and say nothing of who it
/// is.
const CODES: [&str; 22] = [
    "id",
    "sex",
    "class",
    "care_type",
    "risk",
    "tags",
    "ethnic_group",
    "relation",
    "health",
    "education",
    "rating",
    "guardianship",
    "staff",
    "role",
    "rule",
    "field",
    "by",
    "calendar",
    "birthday",
    "rank",
    "duty",
    "also",
];

/// Names and numbers that stand for others, always the same for the same.
#[derive(Default)]
pub struct Disguise {
    given: BTreeMap<String, String>,
    names: usize,
    numbers: usize,
}

impl Disguise {
    /// What stands for a text below a key of a child's or a person's record.
    pub fn of_record(&mut self, key: &str, text: &str) -> String {
        let is_code = |text: &str| {
            text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') || text.is_empty()
        };
        let is_class = || ClassCode::of(text).year_and_number().is_some();
        match key {
            _ if is_id(text) => text.to_owned(),
            "name" => self.name(text),
            key if CODES.contains(&key) => text.to_owned(),
            "value" | "reason" if is_code(text) || is_class() => text.to_owned(),
            "phone" | "id_number" | "student_no" | "email" => self.number(text),
            _ => TEXT.to_owned(),
        }
    }

    /// A day of birth some days before the real one.
    pub fn of_birth(day: NaiveDate) -> NaiveDate {
        day.checked_sub_days(EARLIER).unwrap_or(day)
    }

    /// What stands for a cell of a log: whatever was written in free words is replaced.
    pub fn of_cell(register: &Register, column: &str, cell: &str) -> String {
        let own = register.column(column);
        let is_common = (HEAD.contains(&column) || TAIL.contains(&column)) && column != "note";
        let keeps = match own.map(|own: &Column| &own.holds) {
            Some(ColumnType::Choice(choices)) => choices.iter().any(|own| own.code == cell),
            Some(ColumnType::Date) => cell.parse::<NaiveDate>().is_ok(),
            Some(ColumnType::Integer | ColumnType::Decimal) => cell.parse::<f64>().is_ok(),
            Some(ColumnType::Text) => register.name == MARKS && is_of_mark(column, cell),
            None => is_common,
        };
        if keeps || cell.trim().is_empty() { cell.to_owned() } else { TEXT.to_owned() }
    }

    fn name(&mut self, name: &str) -> String {
        if let Some(given) = self.given.get(name) {
            return given.clone();
        }
        self.names += 1;
        let at = self.names;
        let pick = |of: &[char; 20], at: usize| of[at % of.len()];
        let letters = [
            pick(&FAMILY, at),
            pick(&GIVEN, at / FAMILY.len()),
            pick(&GIVEN, at / FAMILY.len() / GIVEN.len() + at),
        ];
        // After 8,000 they come again: then a number tells them apart.
        let turn = match at / 8_000 {
            0 => String::new(),
            turn => turn.to_string(),
        };
        let given = letters.iter().collect::<String>() + &turn;
        self.given.insert(name.to_owned(), given.clone());
        given
    }

    /// Another number of the same kind: an id number stays one, of the same sex.
    fn number(&mut self, text: &str) -> String {
        if let Some(given) = self.given.get(text) {
            return given.clone();
        }
        self.numbers += 1;
        let at = self.numbers;
        let (letter, own) = text.strip_prefix('G').map_or(("", text), |own| ("G", own));
        let given = match resident_id::birth_date(own) {
            Some(birth) => {
                let sequence = at % 499 * 2 + usize::from(resident_id::is_male(own) == Some(true));
                let begun =
                    format!("990199{}{sequence:03}", Disguise::of_birth(birth).format("%Y%m%d"));
                format!("{letter}{begun}{}", resident_id::last_digit(&begun))
            }
            None if text.contains('@') => format!("person{at}@school.example"),
            None => format!("139{at:08}"),
        };
        self.given.insert(text.to_owned(), given.clone());
        given
    }
}

/// Is it whom, for what or for when a mark is, by a code? Without these it would be no mark.
fn is_of_mark(column: &str, cell: &str) -> bool {
    let is_code = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/".contains(&byte);
    ["subject", "item", "period"].contains(&column) && cell.bytes().all(is_code)
}

fn is_id(text: &str) -> bool {
    [Kind::Child, Kind::Staff, Kind::Event].into_iter().any(|kind| Id::parse(text, kind).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_is_always_given_the_same_one_and_codes_stay() {
        let mut own = Disguise::default();
        let first = own.of_record("name", "李小明");
        assert_ne!(first, "李小明");
        assert_eq!(own.of_record("name", "李小明"), first);
        assert_ne!(own.of_record("name", "王小红"), first);
        assert_eq!(own.of_record("risk", "high"), "high");
        assert_eq!(own.of_record("value", "2021-2"), "2021-2");
        assert_eq!(own.of_record("value", "柳河村"), TEXT);
        assert_eq!(own.of_record("remark", "x"), TEXT);
    }

    #[test]
    fn an_id_number_stays_one_of_the_same_sex_and_of_the_day_of_birth_in_the_copy() {
        let mut own = Disguise::default();
        let given = own.of_record("id_number", "990101201503120015");
        assert!(resident_id::is_valid(&given) && given != "990101201503120015");
        let born = resident_id::birth_date("990101201503120015").unwrap();
        assert_eq!(resident_id::birth_date(&given), Some(Disguise::of_birth(born)));
        assert_eq!(resident_id::is_male(&given), Some(true));
        assert!(own.of_record("student_no", "G990101201503120015").starts_with("G990199"));
    }
}
