//! `care.toml`: the school, its language and its zone.

use chrono::FixedOffset;

use super::class::{self, ClassCode};
use super::expectations::Expectations;
use super::mail::Mail;
use super::name;
use super::pairing::PairConditions;
use super::school_year::first_year;
use super::share::SharePrecision;
use super::user::User;

/// The newest format of a home that this program writes.
pub const FORMAT: i64 = 1;

/// The language of screens and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Zh,
    En,
}

impl Lang {
    /// The language that a code such as `zh-CN`, `zh_CN.UTF-8` or `en` means.
    pub fn parse(code: &str) -> Option<Lang> {
        match code.get(..2)? {
            "zh" => Some(Lang::Zh),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// What `care.toml` says.
#[derive(Clone, Debug)]
pub struct Settings {
    pub format: i64,
    pub school: String,
    /// What the school calls its home.
    pub home: String,
    pub language: Option<Lang>,
    pub zone: FixedOffset,
    /// How many grades the school has.
    pub grades: u32,
    /// How a class is printed.
    pub class_format: ClassFormat,
    /// What the school calls its classes without a grade.
    pub other_classes: Vec<String>,
    /// The school's code above the school.
    pub code: Option<String>,
    /// How mail is sent.
    /// Is each batch committed to git?
    pub commits: bool,
    /// May people be put in an order by their scores?
    pub ranking: bool,
    pub mail: Mail,
    /// What pairs are held to.
    pub pairing: PairConditions,
    /// How precise shares are told.
    pub shares: SharePrecision,
    /// What records are held to.
    pub expects: Expectations,
    /// Who may see what; everybody may when it tells of nobody.
    pub users: Option<Vec<User>>,
}

/// How a school writes a class: grade 4, class 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassFormat {
    /// 四（2）班
    Brackets,
    /// 4.2
    Dot,
    /// 402
    Digits,
    /// 四年级二班
    Words,
}

impl ClassFormat {
    /// The format of a sample such as `三（2）班`, `3.2`, `302` or `三年级二班`.
    pub fn of_sample(sample: &str) -> Option<ClassFormat> {
        match sample {
            s if s.contains('（') || s.contains('(') => Some(ClassFormat::Brackets),
            s if s.contains("年级") => Some(ClassFormat::Words),
            s if s.contains('.') => Some(ClassFormat::Dot),
            s if s.len() == 3 && s.bytes().all(|b| b.is_ascii_digit()) => Some(ClassFormat::Digits),
            _ => None,
        }
    }
}

/// A school's name of a class in its parts: grade and class number, or entry year and number.
enum Named {
    Grade(u32, u32),
    Entry(i32, u32),
}

/// Reads `四（2）班`, `4.2`, `402`, `四年级二班`, `四2班` and the like; brackets and digits of any
/// width.
fn parse_name(text: &str) -> Option<Named> {
    let number = |letter: char| {
        let numeral = NUMERALS.iter().position(|own| own.starts_with(letter));
        numeral.and_then(|at| u32::try_from(at).ok()).or(letter.to_digit(10)).or_else(|| {
            ('０'..='９').contains(&letter).then(|| u32::from(letter) - u32::from('０'))
        })
    };
    let bare = text.trim().trim_end_matches('班');
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|own| own.is_ascii_digit());
    if let Some((year, class)) = bare.split_once('级').filter(|(year, _)| is_year(year)) {
        let class: Vec<u32> = class.chars().filter_map(number).collect();
        return Some(Named::Entry(year.parse().ok()?, *class.first()?));
    }
    let is_mark = |c: char| "（）().年级-－．".contains(c);
    if !bare.chars().all(|c| is_mark(c) || number(c).is_some()) {
        return None;
    }
    let digits: Vec<u32> = bare.chars().filter_map(number).collect();
    match digits.as_slice() {
        [grade, class] | [grade, 0, class] => Some(Named::Grade(*grade, *class)),
        [grade, tens, units] => Some(Named::Grade(*grade, tens * 10 + units)),
        _ => None,
    }
}

/// The figures as Chinese writes them.
pub const NUMERALS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

impl Settings {
    /// Is the text a class as records write it: its code, or a class without a grade?
    pub fn is_class(&self, text: &str) -> bool {
        class::is_normal(text) || self.other_classes.iter().any(|own| own == text)
    }

    /// The code of a class from its code, or from what the school calls it in a school year.
    pub fn class_code(&self, text: &str, school_year: Option<&str>) -> Option<ClassCode> {
        let other = self.other_classes.iter().find(|own| name::same(own, text));
        let code = other.map(|own| ClassCode::of(own)).or_else(|| class::normal_form(text));
        if code.is_some() {
            return code;
        }
        let (entry, number) = match parse_name(text)? {
            Named::Entry(entry, number) => (entry, number),
            Named::Grade(grade, number) => {
                let start = first_year(school_year?)?;
                let grade = Some(grade).filter(|grade| (1..=self.grades).contains(grade))?;
                (start + 1 - i32::try_from(grade).ok()?, number)
            }
        };
        (number > 0).then(|| ClassCode::of(&format!("{entry}-{number}")))
    }

    /// Has the class no grade in the school any more, in the school year that begins in a year?
    pub fn is_past_last_grade(&self, class: &ClassCode, year: i32) -> bool {
        let grades = i32::try_from(self.grades).unwrap_or(i32::MAX);
        class.grade_in(year).is_some_and(|grade| grade > grades)
    }

    /// A class as the school prints it in a school year such as `2024-2025`; past the last grade,
    /// and for a code of another form, the entry year stays.
    pub fn class_name(&self, code: &ClassCode, school_year: Option<&str>) -> String {
        let Some((entry, number)) = code.year_and_number() else {
            return code.to_string();
        };
        let grade = school_year.and_then(first_year).and_then(|start| code.grade_in(start));
        let Some(grade) = grade.and_then(|grade| u32::try_from(grade).ok()) else {
            return format!("{entry}级（{number}）班");
        };
        if grade == 0 || grade > self.grades {
            return format!("{entry}级（{number}）班");
        }
        let numeral = |n: u32| NUMERALS.get(n as usize).map_or(n.to_string(), |&n| n.to_owned());
        match self.class_format {
            ClassFormat::Brackets => format!("{}（{number}）班", numeral(grade)),
            ClassFormat::Dot => format!("{grade}.{number}"),
            ClassFormat::Digits => format!("{grade}{number:02}"),
            ClassFormat::Words => format!("{}年级{}班", numeral(grade), numeral(number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(sample: &str) -> Settings {
        Settings {
            format: FORMAT,
            school: String::new(),
            home: String::new(),
            language: None,
            zone: FixedOffset::east_opt(8 * 3600).unwrap(),
            grades: 6,
            class_format: ClassFormat::of_sample(sample).unwrap(),
            other_classes: vec!["学前班".to_owned()],
            code: None,
            commits: false,
            ranking: false,
            mail: Mail::default(),
            pairing: PairConditions::default(),
            shares: SharePrecision::default(),
            expects: Expectations::default(),
            users: None,
        }
    }

    #[test]
    fn in_school_year_2024_2025_the_class_2021_2_is_grade_four() {
        for (sample, printed) in [
            ("三（2）班", "四（2）班"),
            ("3.2", "4.2"),
            ("302", "402"),
            ("三年级二班", "四年级二班"),
        ] {
            assert_eq!(
                settings(sample).class_name(&ClassCode::of("2021-2"), Some("2024-2025")),
                printed
            );
        }
    }

    #[test]
    fn a_class_is_known_by_what_the_school_calls_it() {
        let settings = settings("三（2）班");
        let code = |text| settings.class_code(text, Some("2024-2025")).map(|code| code.to_string());
        for text in [
            "2021-2",
            "四（2）班",
            "四(2)班",
            "四2班",
            "4.2",
            "402",
            "四年级二班",
            "2021级（2）班",
            "４．２",
            "2021-02",
            "２０２１－２",
            "2021—2",
        ] {
            assert_eq!(code(text).as_deref(), Some("2021-2"), "{text}");
        }
        assert_eq!(code("412").as_deref(), Some("2021-12"));
        assert_eq!(code("学 前班").as_deref(), Some("学前班"));
        assert!(settings.is_class("学前班") && settings.is_class("2021-2"));
        assert!(
            !["2021-02", "2021-0", "四（2）班", "大班", ""].iter().any(|t| settings.is_class(t))
        );
        for text in ["", "班", "九（1）班", "四班", "张三", "3-2-1-4"] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn past_the_last_grade_the_entry_year_stays() {
        let settings = settings("三（2）班");
        assert_eq!(settings.class_name(&ClassCode::of("2018-2"), Some("2023-2024")), "六（2）班");
        assert_eq!(
            settings.class_name(&ClassCode::of("2018-2"), Some("2024-2025")),
            "2018级（2）班"
        );
        assert_eq!(
            settings.class_name(&ClassCode::of("teaching-point"), Some("2024-2025")),
            "teaching-point"
        );
    }
}
