//! A slip: a page that goes out with a teacher's phone, and what of it the home keeps, by which a
//! file that comes back is known. Which row is of which child is told here alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{Id, Kind};

/// How the id of a slip begins.
const MARK: &str = "S-";

/// So many letters of a code stand behind its mark.
const LETTERS: usize = 10;

/// What the home keeps of a slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    pub id: String,
    pub staff: String,
    pub issued: NaiveDate,
    /// The last day on which it is taken.
    pub until: NaiveDate,
    /// The children of the page, by their places in it.
    pub children: Vec<String>,
    /// The registers that the page offers for more records.
    pub registers: Vec<String>,
    /// The rows of what is owed.
    pub rows: Vec<SlipRow>,
    /// Codes for more records.
    pub spare: Vec<String>,
    /// SHA-256 of the token that stands in the page.
    pub token_hash: String,
}

/// A row of what is owed: who and what its code means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipRow {
    pub code: String,
    pub child: String,
    pub register: String,
    /// The rules that it may answer.
    pub rules: Vec<String>,
}

impl Slip {
    /// The id of a slip that a new event id gives.
    pub fn id_of(id: Id) -> String {
        let id = id.to_string();
        format!("{MARK}{}", id.strip_prefix(char::from(Kind::Event.letter())).unwrap_or(&id))
    }

    /// Is this the id of a slip? It names a file.
    pub fn is_id(text: &str) -> bool {
        let letters = text.strip_prefix(MARK).filter(|rest| rest.len() == LETTERS);
        letters.is_some_and(|rest| Id::parse(&format!("E{rest}"), Kind::Event).is_some())
    }

    /// All that the token vouches for.
    pub fn vouched(&self) -> String {
        let days = [self.issued.to_string(), self.until.to_string()];
        let head = [self.id.clone(), self.staff.clone()].into_iter().chain(days);
        let rows = self.rows.iter().flat_map(|own| {
            [own.code.clone(), own.child.clone(), own.register.clone()].into_iter()
        });
        let rest = self.children.iter().chain(&self.registers).chain(&self.spare).cloned();
        head.chain(rows).chain(rest).collect::<Vec<_>>().join("\n")
    }

    /// Which child and register a row of the file means: by its code alone, or where the code is
    /// one for more records, by the child's place and the register beside it.
    pub fn meant(&self, code: &str, (place, register): (&str, &str)) -> Option<(&str, &str)> {
        if let Some(row) = self.rows.iter().find(|own| own.code == code) {
            return Some((&row.child, &row.register));
        }
        if !self.spare.iter().any(|own| own == code) {
            return None;
        }
        let child = place.parse::<usize>().ok().and_then(|at| self.children.get(at))?;
        let register = self.registers.iter().find(|own| *own == register)?;
        Some((child, register))
    }
}

/// Surnames of two letters that are met most.
const DOUBLE: [&str; 20] = [
    "欧阳", "上官", "司马", "诸葛", "皇甫", "东方", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯",
    "轩辕", "端木", "百里", "南宫", "长孙", "宇文", "司空", "独孤",
];

/// The surname of a person: 欧阳 of 欧阳晨, 李 of 李小明, Li of Li Ming.
pub fn surname(name: &str) -> String {
    let name = name.trim();
    if let Some(double) = DOUBLE.iter().find(|own| name.starts_with(**own) && name != **own) {
        return (*double).to_owned();
    }
    match name.chars().next() {
        Some(first) if first.is_ascii() => {
            name.split_whitespace().next().unwrap_or(name).to_owned()
        }
        first => first.into_iter().collect(),
    }
}

/// Names by surname, in their order, those of one surname told apart: 李同学①, 李同学②.
pub fn polite(names: &[&str], called: impl Fn(&str) -> String) -> Vec<String> {
    let surnames: Vec<String> = names.iter().map(|name| surname(name)).collect();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let numbered = surnames.iter().map(|own| {
        let alike = surnames.iter().filter(|other| *other == own).count();
        let number = seen.entry(own).or_default();
        *number += 1;
        let mark = if alike == 1 { String::new() } else { circled(*number) };
        format!("{}{mark}", called(own))
    });
    numbered.collect()
}

/// ① to ⑳, then in brackets.
fn circled(number: u32) -> String {
    let circle = char::from_u32(0x245F + number).filter(|_| number <= 20);
    circle.map_or_else(|| format!("({number})"), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip() -> Slip {
        let day = |text: &str| text.parse().unwrap();
        Slip {
            id: "S-7H3KM2QXA4".to_owned(),
            staff: "T4M2XA".to_owned(),
            issued: day("2024-12-20"),
            until: day("2025-01-03"),
            children: vec!["C00001".to_owned(), "C00002".to_owned()],
            registers: vec!["talk".to_owned()],
            rows: vec![SlipRow {
                code: "T-0000000001".to_owned(),
                child: "C00002".to_owned(),
                register: "visit".to_owned(),
                rules: Vec::new(),
            }],
            spare: vec!["T-0000000002".to_owned()],
            token_hash: String::new(),
        }
    }

    #[test]
    fn a_code_means_the_child_of_its_row_whatever_stands_beside_it() {
        let own = slip();
        let meant = |code, place, register| own.meant(code, (place, register));
        assert_eq!(meant("T-0000000001", "0", "talk"), Some(("C00002", "visit")));
        assert_eq!(meant("T-0000000002", "0", "talk"), Some(("C00001", "talk")));
        for (code, place, register) in [
            ("T-0000000003", "0", "talk"),
            ("T-0000000002", "2", "talk"),
            ("T-0000000002", "-1", "talk"),
            ("T-0000000002", "", "talk"),
            ("T-0000000002", "C00001", "talk"),
            ("T-0000000002", "0", "incident"),
        ] {
            assert_eq!(meant(code, place, register), None, "{code} {place} {register}");
        }
    }

    #[test]
    fn the_id_of_a_slip_names_a_file_and_leads_nowhere_else() {
        assert!(Slip::is_id("S-7H3KM2QXA4"));
        for text in ["", "S-", "S-../../../x", "S-7H3KM2QXA", "s-7H3KM2QXA4", "secret"] {
            assert!(!Slip::is_id(text), "{text}");
        }
    }

    #[test]
    fn a_surname_has_two_letters_where_it_is_one_of_those() {
        for (name, own) in [
            ("李小明", "李"),
            ("欧阳晨", "欧阳"),
            ("诸葛明哲", "诸葛"),
            ("阿依古丽·买买提", "阿"),
            ("Li Ming", "Li"),
            ("", ""),
        ] {
            assert_eq!(surname(name), own, "{name}");
        }
        assert_eq!([circled(1), circled(20), circled(21)], ["①", "⑳", "(21)"]);
    }

    #[test]
    fn those_of_one_surname_are_told_apart_by_numbers() {
        let called = polite(&["李小明", "王芳", "李静"], |own| format!("{own}同学"));
        assert_eq!(called, ["李同学①", "王同学", "李同学②"]);
    }
}
