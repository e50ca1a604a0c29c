//! The order in which people look for somebody: by class, the lowest grade first, then by name as
//! a dictionary has it. Every list that has no order of its own has this one.

use std::cmp::Reverse;

use pinyin::{Pinyin, ToPinyin};

use super::class::ClassCode;

/// Where a class stands: by grade and number, then those of another form, then what has none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClassPlace {
    /// Whoever entered later is in a lower grade, on every day.
    Graded(Reverse<i32>, u32),
    Named(String),
    Nowhere,
}

/// Where a name stands: letter by letter, each by its sound and then by itself.
pub type NamePlace = Vec<(String, char)>;

/// The surnames of more than one sound whose sound as a surname is the rarer one.
const SURNAMES: [(char, &str); 9] = [
    ('单', "shan"),
    ('曾', "zeng"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('查', "zha"),
    ('翟', "zhai"),
    ('朴', "piao"),
    ('盖', "ge"),
];

/// Where a class stands among classes.
pub fn class_place(class: Option<&ClassCode>) -> ClassPlace {
    let Some(code) = class.filter(|code| !code.as_str().is_empty()) else {
        return ClassPlace::Nowhere;
    };
    match code.year_and_number() {
        Some((year, number)) => ClassPlace::Graded(Reverse(year), number),
        None => ClassPlace::Named(code.to_string()),
    }
}

/// Where a name stands among names.
pub fn name_place(name: &str) -> NamePlace {
    let place = |(at, letter): (usize, char)| {
        let surname = SURNAMES.iter().find(|(own, _)| at == 0 && *own == letter);
        let sound = surname.map(|(_, sound)| *sound);
        let sound = sound.or_else(|| letter.to_pinyin().map(Pinyin::plain));
        (sound.map_or_else(|| letter.to_lowercase().collect(), str::to_owned), letter)
    };
    name.chars().enumerate().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_stand_by_grade_and_number_and_those_of_another_form_after_them() {
        let mut codes = ["2020-1", "混合班", "2024-10", "2024-2", "", "2021-1"].map(ClassCode::of);
        codes.sort_by_key(|code| class_place(Some(code)));
        let shown: Vec<&str> = codes.iter().map(ClassCode::as_str).collect();
        assert_eq!(shown, ["2024-2", "2024-10", "2021-1", "2020-1", "混合班", ""]);
        assert!(class_place(None) > class_place(Some(&codes[4])));
    }

    #[test]
    fn names_stand_as_a_dictionary_has_them() {
        let mut names =
            ["张伟", "王小丽", "汪明", "曾强", "阿依古丽", "王强", "单晓", "Anna", "陈刚", "李明"];
        names.sort_by_key(|name| name_place(name));
        let expected =
            ["Anna", "阿依古丽", "陈刚", "李明", "单晓", "汪明", "王强", "王小丽", "曾强", "张伟"];
        assert_eq!(names, expected);
    }
}
