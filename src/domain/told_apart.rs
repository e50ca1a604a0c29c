//! Names by which people choose from a list: of those who are called alike each is told apart.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::child::Child;
use super::home::Home;
use super::id::Id;
use super::order::{class_place, name_place};
use super::staff::Staff;

/// Somebody by a name that nobody else has.
pub type Called = (String, Id);

/// The children who are on the roll on a day, by class and name, each by a name that no other has:
/// 李小明; of two of that name 李小明（三（2）班）, and of two in one class 李小明（C7K3FQ）.
pub fn children(home: &Home, day: NaiveDate) -> Vec<Called> {
    let enrolled = home.children.iter().filter(|child| child.on_roll().contains(day));
    let mut enrolled: Vec<&Child> = enrolled.collect();
    enrolled.sort_by_key(|child| (class_place(child.class_on(day)), name_place(&child.name)));
    let class = |child: &Child| child.class_on(day).map(|class| home.class_name(class, day));
    let own: Vec<(Id, String, Option<String>)> =
        enrolled.iter().map(|child| (child.id, child.name.clone(), class(child))).collect();
    named(&own)
}

/// The staff who serve on a day, by name; of two who are called alike 王芳（T4M2XA）.
pub fn staff(home: &Home, day: NaiveDate) -> Vec<Called> {
    let serves = |own: &&Staff| own.roles.iter().any(|held| held.span.contains(day));
    let mut serving: Vec<&Staff> = home.staff.iter().filter(serves).collect();
    serving.sort_by_key(|own| name_place(&own.name));
    let own: Vec<(Id, String, Option<String>)> =
        serving.into_iter().map(|own| (own.id, own.name.clone(), None)).collect();
    named(&own)
}

fn named(people: &[(Id, String, Option<String>)]) -> Vec<Called> {
    let mut names: HashMap<&str, usize> = HashMap::new();
    let mut in_class: HashMap<(&str, Option<&str>), usize> = HashMap::new();
    for (_, name, class) in people {
        *names.entry(name).or_default() += 1;
        *in_class.entry((name, class.as_deref())).or_default() += 1;
    }
    let call = |(id, name, class): &(Id, String, Option<String>)| {
        let beside = match class {
            _ if names[&**name] == 1 => return (name.clone(), *id),
            Some(class) if in_class[&(&**name, Some(&**class))] == 1 => class.clone(),
            _ => id.to_string(),
        };
        (format!("{name}（{beside}）"), *id)
    };
    people.iter().map(call).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Kind;

    #[test]
    fn who_is_called_alike_is_told_apart_by_class_and_then_by_id() {
        let id = |text: &str| Id::parse(text, Kind::Child).unwrap();
        let child =
            |own: &str, name: &str, class: &str| (id(own), name.to_owned(), Some(class.to_owned()));
        let people = vec![
            child("C00001", "李小明", "三（2）班"),
            child("C00002", "王芳", "三（1）班"),
            child("C00003", "王芳", "三（2）班"),
            child("C00004", "张强", "三（2）班"),
            child("C00005", "张强", "三（2）班"),
        ];
        let names: Vec<String> = named(&people).into_iter().map(|(name, _)| name).collect();
        let expected = [
            "李小明",
            "王芳（三（1）班）",
            "王芳（三（2）班）",
            "张强（C00004）",
            "张强（C00005）",
        ];
        assert_eq!(names, expected);
    }
}
