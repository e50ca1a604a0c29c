//! A rule in plain words, from its data: 每月至少谈心一次，由代理家长，逾期宽限 3 天.

use super::words::{self, role_name};
use super::{Lang, label, requires};
use crate::domain::after::{After, AfterDue, Asking};
use crate::domain::home::Home;
use crate::domain::register::Column;
use crate::domain::rule::{Every, Rule, SubjectKind};
use crate::domain::schema::{self, FieldType};
use crate::domain::status;

/// The rule as one sentence.
pub fn sentence(home: &Home, rule: &Rule, lang: Lang) -> String {
    let words = RuleWords { home, rule, lang };
    let parts = [
        words.duty(),
        words.conditions(),
        words.unless(),
        words.filled(),
        words.whom(),
        words.by(),
        words.time(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match lang {
        Lang::Zh => parts.join("，"),
        Lang::En => parts.join(", "),
    }
}

/// The words for the parts of a rule.
pub struct RuleWords<'a> {
    pub home: &'a Home,
    pub rule: &'a Rule,
    pub lang: Lang,
}

impl RuleWords<'_> {
    fn pick(&self, zh: String, en: String) -> String {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn list(&self, items: &[String], zh: &str, en: &str) -> String {
        items.join(self.pick(zh.to_owned(), en.to_owned()).as_str())
    }

    /// What must happen, and how often.
    fn duty(&self) -> String {
        if let Every::State { requires } = &self.rule.every {
            let names: Vec<String> = requires
                .iter()
                .map(|own| requires::name(self.home, &own.name, self.lang))
                .collect();
            let names = self.list(&names, "、", ", ");
            return self.pick(format!("随时具备：{names}"), format!("At any time: {names}"));
        }
        let registers: Vec<String> =
            self.rule.records.iter().map(|own| self.register(own)).collect();
        let what = self.list(&registers, "或", " or ");
        let (every_zh, every_en) = self.every();
        if self.rule.after().is_some() {
            let en = capitalized(&format!("{every_en}: {what}"));
            return self.pick(format!("{every_zh}要有{what}"), en);
        }
        let (low, high) = (self.rule.times, self.rule.max);
        let times_zh = match (low, high) {
            (1, None) => "一次".to_owned(),
            (low, None) => format!(" {low} 次"),
            (low, Some(high)) => format!(" {low} 到 {high} 次"),
        };
        let least = if high.is_none() { "至少" } else { "" };
        let times_en = match (low, high) {
            (1, None) => "at least one".to_owned(),
            (low, None) => format!("at least {low}:"),
            (low, Some(high)) => format!("{low} to {high}:"),
        };
        let en = format!("{every_en}, {times_en} {what}");
        self.pick(format!("{every_zh}{least}{what}{times_zh}"), capitalized(&en))
    }

    /// A register by its name.
    pub fn register(&self, name: &str) -> String {
        let own = self.home.registers.get(name);
        own.map_or(name.to_owned(), |own| label(&own.label, self.lang).to_owned())
    }

    /// How often, in Chinese and in English.
    pub fn every(&self) -> (String, String) {
        let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        match &self.rule.every {
            Every::Week => pair("每周", "each week"),
            Every::Month => pair("每月", "each month"),
            Every::Anchor => pair("每学期的每个阶段", "in each window of the term"),
            Every::Term => pair("每学期", "each term"),
            Every::Year => pair("每学年", "each school year"),
            Every::Occasion { occasions, before_days, after_days } => {
                let names: Vec<String> = occasions.iter().map(|own| self.occasion(own)).collect();
                let (zh, en) = (names.join("、"), names.join(", "));
                (
                    format!("每逢{zh}（前 {before_days} 天到后 {after_days} 天）"),
                    format!("for {en} ({before_days} days before to {after_days} after)"),
                )
            }
            Every::SchoolDay { sessions } if sessions.is_empty() => {
                pair("每个上学日", "each school day")
            }
            Every::SchoolDay { sessions } => {
                let names: Vec<String> =
                    sessions.iter().map(|own| self.choice("session", own)).collect();
                let joined = self.list(&names, "、", ", ");
                (format!("每个上学日（{joined}）"), format!("each school day ({joined})"))
            }
            Every::Rolling { days, in_holidays: true } => {
                (format!("每 {days} 天内"), format!("within every {days} days"))
            }
            Every::Rolling { days, .. } => {
                (format!("学期中每 {days} 天内"), format!("within every {days} days of term"))
            }
            Every::State { .. } => pair("", ""),
            Every::After(after) => self.after(after),
        }
    }

    /// What asks, and by when.
    fn after(&self, after: &After) -> (String, String) {
        let names: Vec<String> = after.records().iter().map(|own| self.register(own)).collect();
        let what = self.list(&names, "、", " or ");
        let (asks_zh, asks_en) = match (&after.asks, after.asks_attempts()) {
            (Asking::Joined, _) => ("入册后".to_owned(), "after joining".to_owned()),
            (_, true) => (format!("{what}未成后"), format!("after a {what} that was not done")),
            (_, false) => (format!("{what}后"), format!("after a {what}")),
        };
        match &after.due {
            AfterDue::Days { days, school: false } => {
                (format!("{asks_zh} {days} 天内"), format!("within {days} days {asks_en}"))
            }
            AfterDue::Days { days, school: true } => (
                format!("{asks_zh} {days} 个上学日内"),
                format!("within {days} school days {asks_en}"),
            ),
            AfterDue::On(column) => {
                let mut registers =
                    after.records().iter().filter_map(|own| self.home.registers.get(own));
                let own = registers.find_map(|own| own.column(column));
                let day = own.map_or(column.as_str(), |own| label(&own.label, self.lang));
                (
                    format!("{what}里约定的“{day}”那天"),
                    format!("on the day that a {what} names as \"{day}\""),
                )
            }
        }
    }

    /// A festival or another occasion.
    pub fn occasion(&self, code: &str) -> String {
        words::occasion(code, self.lang).unwrap_or_else(|| code.to_owned())
    }

    /// A choice's word, by the first of the rule's registers that lists it.
    pub fn choice(&self, column: &str, code: &str) -> String {
        let columns = self.rule.records.iter().filter_map(|own| self.home.registers.get(own));
        let choices = columns.filter_map(|own| own.column(column)).flat_map(Column::choices);
        let own = choices.into_iter().find(|choice| choice.code == code);
        own.map_or(code.to_owned(), |own| label(&own.label, self.lang).to_owned())
    }

    /// A column, by the first of the rule's registers that has it.
    pub fn column(&self, name: &str) -> String {
        let mut registers = self.rule.records.iter().filter_map(|own| self.home.registers.get(own));
        let own = registers.find_map(|own| own.column(name));
        own.map_or(name.to_owned(), |own| label(&own.label, self.lang).to_owned())
    }

    fn conditions(&self) -> String {
        let each = self.rule.conditions.iter().map(|(column, values)| {
            let values: Vec<String> = values.iter().map(|own| self.choice(column, own)).collect();
            let values = self.list(&values, "或", " or ");
            self.pick(
                format!("{}为{values}", self.column(column)),
                format!("{} {values}", self.column(column)),
            )
        });
        self.list(&each.collect::<Vec<_>>(), "，", ", ")
    }

    /// What does not count.
    fn unless(&self) -> String {
        let each = self.rule.unless.iter().map(|(column, values)| {
            let values: Vec<String> = values.iter().map(|own| self.choice(column, own)).collect();
            let values = self.list(&values, "、", " or ");
            self.pick(
                format!("{}为{values}的不算", self.column(column)),
                format!("not by {} {values}", self.column(column)),
            )
        });
        self.list(&each.collect::<Vec<_>>(), "，", ", ")
    }

    fn filled(&self) -> String {
        if self.rule.filled.is_empty() {
            return String::new();
        }
        let names: Vec<String> = self.rule.filled.iter().map(|own| self.column(own)).collect();
        let names = self.list(&names, "、", ", ");
        self.pick(format!("须写明{names}"), format!("with {names} filled in"))
    }

    /// Who owes it, when it is not simply every child.
    fn whom(&self) -> String {
        let role = self.rule.role.map(|role| role_name(role, self.lang)).unwrap_or_default();
        match self.rule.subject {
            SubjectKind::Staff => self.pick(format!("每位{role}"), format!("for each {role}")),
            SubjectKind::Class => self.pick("每个班".to_owned(), "for each class".to_owned()),
            SubjectKind::School => self.pick("全校".to_owned(), "for the school".to_owned()),
            SubjectKind::Child if self.rule.applies.is_empty() => String::new(),
            SubjectKind::Child => {
                let each = self.rule.applies.iter().map(|(field, values)| {
                    let own = status::asked(field);
                    let name = own.map_or(field.as_str(), |own| label(&own.label, self.lang));
                    let values: Vec<String> =
                        values.iter().map(|value| field_value(field, value, self.lang)).collect();
                    let values = self.list(&values, "或", " or ");
                    self.pick(format!("{name}为{values}"), format!("{name} {values}"))
                });
                let each = self.list(&each.collect::<Vec<_>>(), "、", ", ");
                self.pick(format!("只对{each}的儿童"), format!("only for children with {each}"))
            }
        }
    }

    fn by(&self) -> String {
        let Some(by) = self.rule.by else { return String::new() };
        let role = role_name(by, self.lang);
        match self.rule.by_only {
            true => self.pick(format!("须由{role}本人"), format!("by the {role} and nobody else")),
            false => self.pick(format!("由{role}"), format!("by the {role}")),
        }
    }

    fn time(&self) -> String {
        let due = self.rule.due_days.map(|days| {
            self.pick(format!("开始后 {days} 天内"), format!("due within {days} days"))
        });
        let grace = (self.rule.grace_days > 0).then(|| {
            let days = self.rule.grace_days;
            self.pick(format!("逾期宽限 {days} 天"), format!("{days} days of grace"))
        });
        let parts: Vec<String> = due.into_iter().chain(grace).collect();
        self.list(&parts, "，", ", ")
    }
}

/// A sentence that begins with a capital.
fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.collect::<String>() + letters.as_str()
}

/// A stored code of a child's field in words; other values stay.
pub fn field_value(path: &str, value: &str, lang: Lang) -> String {
    let field = status::asked(path).or(schema::find(schema::STAFF, path));
    let choices = match field.map(|field| field.holds) {
        Some(FieldType::Choice(choices) | FieldType::Suggested(choices)) => choices,
        _ => &[],
    };
    match (choices.iter().find(|(code, _)| *code == value), value, lang) {
        (Some((_, (zh, _))), _, Lang::Zh) => (*zh).to_owned(),
        (Some((_, (_, en))), _, Lang::En) => (*en).to_owned(),
        (None, "true", Lang::Zh) => "是".to_owned(),
        (None, "true", Lang::En) => "yes".to_owned(),
        (None, "false", Lang::Zh) => "否".to_owned(),
        (None, "false", Lang::En) => "no".to_owned(),
        _ => value.to_owned(),
    }
}
