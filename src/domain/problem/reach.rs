//! Checks of whom a rule reaches.

use super::Quote;
use super::check::checks;
use super::payload::told_always;
use crate::domain::id::Id;
use crate::domain::schema::FieldType;
use crate::domain::settings::Lang;
use crate::domain::status;

checks! {
    /// What keeps a rule from a child.
    Reaching;

    Remark StatusUnknown {
        status: FieldsAsked = FieldsAsked(vec!["civil_affairs"]),
        facts: FieldsAsked = FieldsAsked(vec!["father.away"]),
        rules: Quote = Quote::hidden(),
        child: Quote<Id> = Quote::hidden(),
    } "status-unknown"
        says format!("没有写明{}，这名儿童的“{}”不详，按它判断的规则管不到这名儿童：{rules}",
                facts.labels(Lang::Zh), status.labels(Lang::Zh)),
             format!("\"{}\" is unknown for this child ({} missing), \
                 so rules that go by it do not reach the child: {rules}",
                 status.labels(Lang::En), facts.labels(Lang::En));
        fix format!("补上：care edit-child {child}{}", facts.typed(Lang::Zh)),
            format!("fill it in: care edit-child {child}{}", facts.typed(Lang::En));
}

/// Fields or statuses of a child, by their paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldsAsked(pub Vec<&'static str>);

told_always! { FieldsAsked }

impl FieldsAsked {
    fn labels(&self, lang: Lang) -> String {
        let label = |path: &&'static str| match (status::asked(path), lang) {
            (Some(field), Lang::Zh) => field.label.zh(),
            (Some(field), Lang::En) => field.label.en(),
            (None, _) => path,
        };
        let labels: Vec<&str> = self.0.iter().map(label).collect();
        labels.join(match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        })
    }

    /// As flags, each with the values that it may be given.
    fn typed(&self, lang: Lang) -> String {
        let flag = |path: &&'static str| {
            let name = FieldsAsked(vec![path]).labels(lang);
            match lang {
                Lang::Zh => format!(" --set {name}={}", values(path, lang)),
                Lang::En => format!(" --set {path}={}", values(path, lang)),
            }
        };
        self.0.iter().map(flag).collect()
    }
}

/// What can be typed for a field: its words, or a noun.
fn values(path: &str, lang: Lang) -> String {
    let noun = |zh: &str, en: &str| match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    };
    match status::asked(path).map(|field| field.holds) {
        Some(FieldType::Bool) => noun("是/否", "yes/no"),
        Some(FieldType::Date) => noun("日期", "DATE"),
        Some(FieldType::Choice(choices)) => {
            let known = choices.iter().filter(|(code, _)| *code != status::UNKNOWN);
            let word = |(code, words): &(&'static str, (&'static str, &'static str))| match lang {
                Lang::Zh => words.0,
                Lang::En => *code,
            };
            known.map(word).collect::<Vec<_>>().join("/")
        }
        _ if path == "class" => noun("班级", "CLASS"),
        _ => noun("内容", "VALUE"),
    }
}
