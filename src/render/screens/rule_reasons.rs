//! The reasons of a comparison of rules, in words.

use crate::domain::after::AfterDue;
use crate::domain::home::Home;
use crate::domain::role::RoleCode;
use crate::domain::rule::Rule;
use crate::domain::status;
use crate::lang::against_words::{Differing, how_long, how_often};
use crate::lang::rule_words::{RuleWords, field_value};
use crate::lang::words::{self, role_name};
use crate::lang::{Lang, clauses, label, listed, requires};
use crate::reports::against::{Against, Comparison};
use crate::reports::reason::{Reason, Respect, Side};

/// Why the verdict is what it is; both sides are named where there are two.
pub fn text(home: &Home, one: &Comparison, lang: Lang) -> String {
    let Some(own) = one.own.first() else { return String::new() };
    let (own, other) =
        (RuleWords { home, rule: own, lang }, RuleWords { home, rule: one.other, lang });
    let said = |is_told: &dyn Fn(Side) -> bool| -> Vec<String> {
        let told = one.reasons.iter().filter(|reason| is_told(reason.side));
        told.map(|reason| reason_said(&own, &other, reason)).collect()
    };
    let (less, more) = (said(&|side| side == Side::Less), said(&|side| side == Side::More));
    let mut parts = match less.is_empty() || more.is_empty() {
        true => [less, more].concat(),
        false => vec![
            Differing::Looser { what: &listed(&less, lang) }.text(lang),
            Differing::Stricter { what: &listed(&more, lang) }.text(lang),
        ],
    };
    parts.extend(said(&|side| side == Side::Apart || side == Side::Same));
    clauses(&parts, lang)
}

/// A verdict in a word.
pub fn verdict(verdict: Against, lang: Lang) -> String {
    let word = match verdict {
        Against::Missing => Differing::Missing,
        Against::Below => Differing::Below,
        Against::Differs => Differing::Differs,
        Against::Equal => Differing::Equal,
        Against::Above => Differing::Above,
    };
    word.text(lang)
}

fn reason_said(own: &RuleWords, other: &RuleWords, reason: &Reason) -> String {
    let (lang, less) = (own.lang, reason.side == Side::Less);
    // The side that has what the other lacks knows its words.
    let having = |has_more: bool| if has_more == less { other } else { own };
    let message = |less_said: Differing, more_said: Differing| {
        if less { less_said.text(lang) } else { more_said.text(lang) }
    };
    match &reason.respect {
        Respect::Requires(names) => {
            let what = each(names, lang, |name| requires::name(own.home, name, lang));
            message(Differing::Lacks { what: &what }, Differing::Besides { what: &what })
        }
        Respect::Records(names) => {
            let what = each(names, lang, |name| own.register(name));
            message(Differing::Counts { what: &what }, Differing::CountsNot { what: &what })
        }
        Respect::Asks(names) => {
            let what = each(names, lang, |name| own.register(name));
            message(Differing::NotAfter { what: &what }, Differing::AlsoAfter { what: &what })
        }
        Respect::Occasions(names) => {
            let what = each(names, lang, |name| own.occasion(name));
            message(Differing::Without { what: &what }, Differing::With { what: &what })
        }
        Respect::Sessions(names) => {
            let what = each(names, lang, |name| having(true).choice("session", name));
            message(Differing::Without { what: &what }, Differing::With { what: &what })
        }
        Respect::Filled(names) => {
            let what = each(names, lang, |name| having(true).column(name));
            message(Differing::NeedNotSay { what: &what }, Differing::MustSay { what: &what })
        }
        Respect::Only(name, values) => {
            let (column, values) = cells(having(true), name, values);
            let (column, values) = (column.as_str(), values.as_str());
            message(Differing::AnyCell { column, values }, Differing::OnlyCell { column, values })
        }
        Respect::Cells(name, values) => {
            let (column, values) = cells(having(true), name, values);
            let (column, values) = (column.as_str(), values.as_str());
            let counts = Differing::CountsWith { column, values };
            message(counts, Differing::CountsNotWith { column, values })
        }
        Respect::OnlyFor(name, values) => {
            let (field, values) = children(name, values, lang);
            let (field, values) = (field.as_str(), values.as_str());
            message(Differing::OnlySome { field, values }, Differing::ForAll { field, values })
        }
        Respect::For(name, values) => {
            let (field, values) = children(name, values, lang);
            let (field, values) = (field.as_str(), values.as_str());
            message(Differing::NotFor { field, values }, Differing::AlsoFor { field, values })
        }
        Respect::Holidays => message(Differing::NotInHolidays, Differing::InHolidays),
        Respect::Around => message(Differing::WiderAround, Differing::NarrowerAround),
        Respect::AsksWhen => Differing::AskOtherwise.text(lang),
        Respect::AnotherKind => Differing::OtherKind.text(lang),
        Respect::Begins(day) => Differing::OnlyFrom { day: *day }.text(lang),
        Respect::Ends(day) => Differing::OnlyUntil { day: *day }.text(lang),
        respect => compared(own, other, respect, reason.side),
    }
}

/// Respects in which both sides have a word of their own.
fn compared(own: &RuleWords, other: &RuleWords, respect: &Respect, side: Side) -> String {
    let (lang, less) = (own.lang, side == Side::Less);
    let role = |role: Option<RoleCode>| {
        role.map_or(Differing::NoneNamed.text(lang), |role| role_name(role, lang).to_owned())
    };
    let (own_role, other_role) = (role(own.rule.by), role(other.rule.by));
    let level = |words: &RuleWords| words::level(words.rule.level, lang).to_owned();
    let school_days = |rule: &Rule| {
        let due = rule.after().map(|after| &after.due);
        matches!(due, Some(AfterDue::Days { school: true, .. }))
    };
    let days = |rule: &Rule| match rule.after().map(|after| &after.due) {
        Some(AfterDue::Days { days, .. }) => Some(*days),
        _ => rule.due_days,
    };
    let long = |words: &RuleWords| how_long(days(words.rule), school_days(words.rule), lang);
    let (said, other_said) = match respect {
        Respect::Level => (level(own), level(other)),
        Respect::Due | Respect::DaysAfter => (long(own), long(other)),
        Respect::ByOnly | Respect::Responsible => (own_role, other_role),
        _ => (how_often(own), how_often(other)),
    };
    let (own_said, other_said) = (said.as_str(), other_said.as_str());
    let (grace, other_grace) = (own.rule.grace_days, other.rule.grace_days);
    let message = match (respect, side) {
        (Respect::Level, _) if less => Differing::OnlyLevel { own: own_said, other: other_said },
        (Respect::Level, _) => Differing::HigherLevel { own: own_said, other: other_said },
        (Respect::Due | Respect::DaysAfter, _) if less => {
            Differing::Longer { own: own_said, other: other_said }
        }
        (Respect::Due | Respect::DaysAfter, _) => {
            Differing::Shorter { own: own_said, other: other_said }
        }
        (Respect::ByOnly, Side::Less) => Differing::ByAnybody { role: other_said },
        (Respect::ByOnly, Side::More) => Differing::InPerson { role: own_said },
        (Respect::ByOnly, _) => Differing::OtherPerson { own: own_said, other: other_said },
        (Respect::Responsible, _) => {
            Differing::OtherResponsible { own: own_said, other: other_said }
        }
        (Respect::Grace, _) if less => Differing::MoreGrace { own: grace, other: other_grace },
        (Respect::Grace, _) => Differing::LessGrace { own: grace, other: other_grace },
        (Respect::SchoolDays, _) => {
            Differing::OwedFrom { own: own.rule.threshold(), other: other.rule.threshold() }
        }
        (Respect::Spread, _) if less => Differing::AtOnce { own: own_said, other: other_said },
        (Respect::Spread, _) => Differing::SpreadOut { own: own_said, other: other_said },
        (Respect::Days, _) => Differing::OtherDays { own: own_said, other: other_said },
        _ if less => Differing::LessOften { own: own_said, other: other_said },
        _ => Differing::MoreOften { own: own_said, other: other_said },
    };
    message.text(lang)
}

fn each(names: &[String], lang: Lang, word: impl Fn(&str) -> String) -> String {
    let words: Vec<String> = names.iter().map(|name| word(name)).collect();
    listed(&words, lang)
}

/// A column and cells of it in words.
fn cells(words: &RuleWords, column: &str, values: &[String]) -> (String, String) {
    (words.column(column), each(values, words.lang, |value| words.choice(column, value)))
}

/// A field of children and values of it in words.
fn children(field: &str, values: &[String], lang: Lang) -> (String, String) {
    let own = status::asked(field);
    let name = own.map_or(field, |own| label(&own.label, lang)).to_owned();
    (name, each(values, lang, |value| field_value(field, value, lang)))
}
