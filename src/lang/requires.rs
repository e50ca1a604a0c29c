//! What a state rule asks for, in words.

use super::talk::Msg;
use super::{Lang, label, listed};
use crate::domain::home::Home;
use crate::domain::role;
use crate::domain::schema;
use crate::rules::obligation::Missing;

/// What is missing, with the parts of it where it has some.
pub fn missing(home: &Home, missing: &Missing, lang: Lang) -> String {
    let whole = name(home, &missing.requirement, lang);
    let parts: Vec<String> = missing.parts.iter().map(|part| name(home, part, lang)).collect();
    match (parts.is_empty(), lang) {
        (true, _) => whole,
        (false, Lang::Zh) => format!("{whole}（{}）", listed(&parts, lang)),
        (false, Lang::En) => format!("{whole} ({})", listed(&parts, lang)),
    }
}

/// That something is not there, as a school says it: 未安排代理家长.
pub fn lacking(home: &Home, all: &[Missing], lang: Lang) -> String {
    let words: Vec<String> = all.iter().map(|own| missing(home, own, lang)).collect();
    let words = listed(&words, lang);
    let is_pair = |own: &Missing| own.requirement.starts_with("pair.");
    match (all, lang) {
        ([only], Lang::Zh) if only.requirement == "growth.all_categories" => {
            let parts: Vec<String> = only.parts.iter().map(|part| name(home, part, lang)).collect();
            format!("尚无成长记录材料：{}", listed(&parts, lang))
        }
        (all, Lang::Zh) if all.iter().all(is_pair) => format!("未安排{words}"),
        _ => Msg::Lacks { what: &words }.text(lang),
    }
}

/// A name of `requires` as people say it.
pub fn name(home: &Home, name: &str, lang: Lang) -> String {
    let parts: Vec<&str> = name.split('.').collect();
    let register = |name: &str| {
        home.registers.get(name).map_or(name.to_owned(), |own| label(&own.label, lang).to_owned())
    };
    let role = |code| role::find(code).map_or(code, |own| label(&own.label, lang));
    match (parts.as_slice(), lang) {
        (["contact_card"], Lang::Zh) => "联系卡".to_owned(),
        (["contact_card"], Lang::En) => "contact card".to_owned(),
        (["head_teacher"], Lang::Zh) => "班主任".to_owned(),
        (["head_teacher"], Lang::En) => "a head teacher".to_owned(),
        (["open_plan"], Lang::Zh) => "个别教育方案".to_owned(),
        (["open_plan"], Lang::En) => "open plan".to_owned(),
        (["consent"], Lang::Zh) => "同意书".to_owned(),
        (["growth", "all_categories"], Lang::Zh) => "成长记录各类".to_owned(),
        (["growth", "all_categories"], Lang::En) => "every growth category".to_owned(),
        (["survey", "all_headings"], Lang::Zh) => "调查各项".to_owned(),
        (["survey", "all_headings"], Lang::En) => "every survey heading".to_owned(),
        (["pair", "one", own], Lang::Zh) => format!("一名{}", role(own)),
        (["pair", "one", own], Lang::En) => format!("exactly one {}", role(own)),
        (["pair", own], _) => role(own).to_owned(),
        ([own, "ever"], Lang::Zh) => format!("曾有{}", register(own)),
        ([own, "ever"], Lang::En) => format!("a {}", register(own)),
        ([own, "this_term"], Lang::Zh) => format!("本学期{}", register(own)),
        ([own, "this_term"], Lang::En) => format!("{} this term", register(own)),
        ([own, "this_year"], Lang::Zh) => format!("本学年{}", register(own)),
        ([own, "this_year"], Lang::En) => format!("{} this year", register(own)),
        _ => {
            let field = schema::find(schema::CHILD, name).or(schema::find(schema::STAFF, name));
            field.map_or(name.to_owned(), |field| label(&field.label, lang).to_owned())
        }
    }
}
