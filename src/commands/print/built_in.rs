//! The forms that the program makes itself, by what they are called.

use crate::lang::Lang;
use crate::reports::growth_bag::GROWTH;

/// The forms that have a name, each by its English word and its Chinese ones.
pub const FORMS: [(&str, [&str; 3]); 3] = [
    ("registration", ["登记表", "基本情况登记表", "农村留守儿童基本情况登记表"]),
    ("plan", ["个别教育", "个别教育方案", "个别教育管理方案"]),
    (GROWTH, ["成长记录袋", "成长", "成长记录袋目录"]),
];

/// Is it a form that the program makes itself?
pub fn is_built_in(word: &str) -> bool {
    FORMS.iter().any(|(own, also)| *own == word || also.contains(&word))
}

/// What those are called.
pub fn built_in_forms(lang: Lang) -> Vec<String> {
    let called = FORMS.iter().map(|(own, also)| match lang {
        Lang::Zh => also[0].to_owned(),
        Lang::En => (*own).to_owned(),
    });
    called.collect()
}
