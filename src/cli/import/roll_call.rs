//! Whom a row of a list of children is about.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::child_line::ChildLine;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::facts::Facts;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::name;

/// Who is here, by all that tells children apart.
pub struct RollCall {
    numbers: HashMap<String, Vec<Id>>,
    student_numbers: HashMap<String, Vec<Id>>,
    names: HashMap<String, Vec<Id>>,
}

/// Whom a row is about.
pub enum Meant {
    New,
    Here(Id),
}

impl RollCall {
    pub fn of(home: &Home) -> RollCall {
        let mut roll = RollCall {
            numbers: HashMap::new(),
            student_numbers: HashMap::new(),
            names: HashMap::new(),
        };
        for child in &home.children {
            let fact = |path: &str| child.facts.text(path).map(str::to_owned);
            if let Some(number) = fact("id_number") {
                roll.numbers.entry(number).or_default().push(child.id);
            }
            if let Some(number) = fact("student_no") {
                roll.student_numbers.entry(number).or_default().push(child.id);
            }
            roll.names.entry(name::plain(&child.name)).or_default().push(child.id);
        }
        roll
    }

    /// By code, ID number, student number, name and birth date, and where neither is known name
    /// and class: whoever is not told apart so is refused.
    pub fn meant(&self, home: &Home, line: &ChildLine, day: NaiveDate) -> Result<Meant, NotTold> {
        if let Some(id) = line.code.and_then(|id| home.kept_child(id)) {
            return Ok(Meant::Here(id));
        }
        let of = |table: &HashMap<String, Vec<Id>>, path: &str| {
            let own = line.facts.text(path).and_then(|number| table.get(number));
            own.cloned().unwrap_or_default()
        };
        let (numbered, registered) =
            (of(&self.numbers, "id_number"), of(&self.student_numbers, "student_no"));
        let mut found: Vec<Id> = numbered.iter().chain(&registered).copied().collect();
        found.sort_unstable();
        found.dedup();
        match found[..] {
            [] => {}
            [only] => {
                let child = home.child(only).filter(|own| !name::same(&own.name, &line.name));
                return match child {
                    None => Ok(Meant::Here(only)),
                    Some(own) => Err(NotTold::OtherName(own.name.clone(), own.id)),
                };
            }
            _ => return Err(NotTold::OtherPeople),
        }
        let alike = self.names.get(&name::plain(&line.name)).cloned().unwrap_or_default();
        let alike: Vec<&Child> = alike.into_iter().filter_map(|id| home.child(id)).collect();
        let could_be = alike.into_iter().filter(|own| !differs(own, &line.facts));
        let could_be: Vec<&Child> = could_be.collect();
        let born = line.facts.date("birth_date");
        let is_born = |own: &&&Child| born.is_some() && own.facts.date("birth_date") == born;
        if let [only] = could_be.iter().filter(is_born).collect::<Vec<_>>()[..] {
            return Ok(Meant::Here(only.id));
        }
        let class = line.facts.text("class").map(ClassCode::of);
        let is_in_class = |own: &&&Child| class.as_ref() == own.class_on(day);
        match (&could_be[..], &could_be.iter().filter(is_in_class).collect::<Vec<_>>()[..]) {
            ([], _) => Ok(Meant::New),
            (_, [only]) => Ok(Meant::Here(only.id)),
            ([only], []) if class.is_none() => Ok(Meant::Here(only.id)),
            _ => Err(NotTold::Several(could_be.iter().map(|own| own.id).collect())),
        }
    }
}

/// Why it is not told who is meant.
pub enum NotTold {
    OtherName(String, Id),
    OtherPeople,
    Several(Vec<Id>),
}

/// Is a child another than a row's, by a number or a birth date that both have?
fn differs(child: &Child, facts: &Facts) -> bool {
    ["id_number", "student_no", "birth_date"].into_iter().any(|path| {
        let both = child.facts.get(path).zip(facts.get(path));
        both.is_some_and(|(own, other)| own != other)
    })
}

/// Who stands in the rows before.
#[derive(Default)]
pub struct SeenBefore {
    numbers: HashMap<String, usize>,
    names: HashMap<(String, Option<NaiveDate>, Option<String>), usize>,
    /// Children who were here, each with its row.
    pub whose: HashMap<Id, usize>,
}

impl SeenBefore {
    /// The row before this one in which the same person stands.
    pub fn before(&mut self, line: &ChildLine) -> Option<usize> {
        let number = |path: &str| line.facts.text(path).map(|own| format!("{path} {own}"));
        let numbers: Vec<String> =
            ["id_number", "student_no"].into_iter().filter_map(number).collect();
        let found = numbers.iter().find_map(|own| self.numbers.get(own)).copied();
        let is_numbered = !numbers.is_empty();
        let who = (
            name::plain(&line.name),
            line.facts.date("birth_date"),
            line.facts.text("class").map(str::to_owned),
        );
        // Two of one name in one class are two when a number or a birth date tells them apart.
        let alike = (!is_numbered).then(|| self.names.get(&who).copied()).flatten();
        for own in numbers {
            self.numbers.entry(own).or_insert(line.row);
        }
        self.names.entry(who).or_insert(line.row);
        found.or(alike)
    }
}
