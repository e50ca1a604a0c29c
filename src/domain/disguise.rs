//! Other names, numbers and phones for those of a home, so that a copy of it can be given to
//! somebody who is to practise.

use std::collections::BTreeMap;

use super::facts::{Fact, Facts};
use super::home::Home;
use super::privacy::Privacy;
use super::resident_id;
use super::schema::{self, Field};

/// Family names and given names of people who are not there.
const FAMILY: [char; 20] = [
    '赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨',
    '朱', '秦', '许', '何',
];
const GIVEN: [char; 20] = [
    '安', '宁', '平', '乐', '春', '夏', '秋', '冬', '晨', '曦', '云', '雨', '松', '竹', '梅', '兰',
    '山', '川', '禾', '田',
];

/// So many digits in a row may be a phone or an id number.
const NUMBER: usize = 7;

/// What stands for what.
pub struct Disguise {
    /// The longest first: a name may begin with another.
    pairs: Vec<(String, String)>,
}

impl Disguise {
    /// Names, numbers and phones for all that the files of children and staff say.
    pub fn of(home: &Home) -> Disguise {
        let mut made = Made::default();
        for child in &home.children {
            made.name(&child.name);
            made.facts(&child.facts, schema::CHILD);
            child.buddies.iter().for_each(|buddy| made.name(&buddy.name));
            child.elders.iter().for_each(|elder| made.name(&elder.name));
        }
        for person in &home.staff {
            made.name(&person.name);
            made.facts(&person.facts, schema::STAFF);
        }
        let mut pairs: Vec<(String, String)> = made.pairs.into_iter().collect();
        pairs.sort_by_key(|(own, _)| std::cmp::Reverse(own.chars().count()));
        Disguise { pairs }
    }

    /// The text with every name, number and phone replaced; long numbers that nobody's file has
    /// become noughts.
    pub fn over(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut before = ' ';
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let fits = |(own, _): &&(String, String)| {
                rest.strip_prefix(own.as_str()).is_some_and(|after| {
                    !joins(before, own.chars().next()) && !joins_back(own, after)
                })
            };
            if let Some((own, new)) = self.pairs.iter().find(fits) {
                shown.push_str(new);
                before = own.chars().next_back().unwrap_or(before);
                rest = &rest[own.len()..];
                continue;
            }
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            let after = rest[digits..].chars().next();
            let is_apart = !before.is_ascii_alphanumeric()
                && !after.is_some_and(|own| own.is_ascii_alphabetic());
            if digits >= NUMBER && is_apart {
                shown.push_str(&"0".repeat(digits));
                rest = &rest[digits..];
                before = '0';
                continue;
            }
            shown.push(next);
            before = next;
            rest = &rest[next.len_utf8()..];
        }
        shown
    }
}

/// Would a word go on across the place between two letters?
fn joins(before: char, after: Option<char>) -> bool {
    before.is_ascii_alphanumeric() && after.is_some_and(|own| own.is_ascii_alphanumeric())
}

fn joins_back(own: &str, after: &str) -> bool {
    let last = own.chars().next_back().unwrap_or(' ');
    joins(last, after.chars().next())
}

#[derive(Default)]
struct Made {
    pairs: BTreeMap<String, String>,
    names: usize,
    numbers: usize,
}

impl Made {
    fn name(&mut self, name: &str) {
        let name = name.trim();
        if name.is_empty() || self.pairs.contains_key(name) {
            return;
        }
        self.names += 1;
        let at = self.names;
        let pick = |of: &[char; 20], at: usize| of[at % of.len()];
        // 8,000 before one comes again; then a number tells them apart.
        let new: String = [
            pick(&FAMILY, at),
            pick(&GIVEN, at / FAMILY.len()),
            pick(&GIVEN, at / FAMILY.len() / GIVEN.len() + at),
        ]
        .into_iter()
        .collect();
        let turn = at / 8_000;
        let new = if turn == 0 { new } else { format!("{new}{turn}") };
        self.pairs.insert(name.to_owned(), new);
    }

    fn facts(&mut self, facts: &Facts, fields: &'static [Field]) {
        for field in fields.iter().filter(|own| own.privacy != Privacy::Open) {
            let Some(Fact::Text(_) | Fact::List(_)) = facts.get(field.path) else { continue };
            for value in facts.get(field.path).map(Fact::values).unwrap_or_default() {
                match field.path.rsplit('.').next() {
                    Some("name") => self.name(&value),
                    _ if value.chars().any(|own| own.is_ascii_digit()) => self.number(&value),
                    // A code of a listed choice says nothing of who it is.
                    _ if value.is_ascii() => {}
                    _ => drop(self.pairs.entry(value).or_insert_with(|| "某地".to_owned())),
                }
            }
        }
    }

    /// Another number of the same kind: an id number stays one, of the same day and sex.
    fn number(&mut self, value: &str) {
        if self.pairs.contains_key(value) {
            return;
        }
        self.numbers += 1;
        let at = self.numbers;
        let id: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
        let own = id.strip_prefix('G').unwrap_or(&id);
        let new = match resident_id::birth_date(own) {
            Some(birth) => {
                let sequence = at % 499 * 2 + usize::from(resident_id::is_male(own) == Some(true));
                let begun = format!("990199{}{sequence:03}", birth.format("%Y%m%d"));
                let letter = if id.starts_with('G') { "G" } else { "" };
                format!("{letter}{begun}{}", resident_id::last_digit(&begun))
            }
            None if value.contains('@') => format!("person{at}@school.example"),
            None => format!("139{at:08}"),
        };
        self.pairs.insert(value.to_owned(), new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disguise(pairs: &[(&str, &str)]) -> Disguise {
        let own = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
        Disguise { pairs: pairs.iter().map(own).collect() }
    }

    #[test]
    fn names_are_replaced_wherever_they_stand_and_ids_stay() {
        let own = disguise(&[("李小明", "王安宁"), ("李小", "钱平"), ("Tom", "何田")]);
        assert_eq!(own.over("李小明和李小、Tom;Tomato"), "王安宁和钱平、何田;Tomato");
        assert_eq!(own.over("E1234567ABC,C123456"), "E1234567ABC,C123456");
        assert_eq!(own.over("电话13912345678。2024-09-02"), "电话00000000000。2024-09-02");
        assert_eq!(own.over("990101201503120015"), "000000000000000000");
    }
}
