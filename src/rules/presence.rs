//! Who may owe: each subject of a kind, with the days on which it is there.

use crate::domain::class::ClassCode;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::role::RoleCode;
use crate::domain::rule::SubjectKind;
use crate::domain::spans::Spans;
use crate::domain::subject::Subject;

/// A subject, the days it is on the roll, and those on which it is present as well.
#[derive(Debug)]
pub struct Member {
    pub subject: Subject,
    /// Pauses aside: a leaver is off it.
    pub on_roll: Spans,
    pub present: Spans,
}

/// Every subject of a kind, sorted by id; for staff, those who ever hold the role.
pub fn members(home: &Home, kind: SubjectKind, role: Option<RoleCode>) -> Vec<Member> {
    match kind {
        SubjectKind::Child => children(home),
        SubjectKind::Staff => role.map(|role| staff(home, role)).unwrap_or_default(),
        SubjectKind::Class => classes(home),
        SubjectKind::School => vec![Member {
            subject: Subject::School,
            on_roll: Spans::always(),
            present: Spans::always(),
        }],
    }
}

fn children(home: &Home) -> Vec<Member> {
    let member = |(at, child): (usize, &crate::domain::child::Child)| Member {
        subject: Subject::Child(at),
        on_roll: child.on_roll(),
        present: child.present(),
    };
    home.children.iter().enumerate().map(member).collect()
}

fn staff(home: &Home, role: RoleCode) -> Vec<Member> {
    let held = home.staff.iter().enumerate().map(|(at, person)| (at, person.in_role(role)));
    held.filter(|(_, days)| !days.is_empty())
        .map(|(at, days)| Member {
            subject: Subject::Staff(at),
            on_roll: days.clone(),
            present: days,
        })
        .collect()
}

fn classes(home: &Home) -> Vec<Member> {
    let mut codes: Vec<ClassCode> = Vec::new();
    for child in &home.children {
        let earlier = child.earlier.iter().filter(|was| was.field == "class").map(|was| &was.value);
        for class in earlier.chain(child.facts.get("class")).flat_map(Fact::values) {
            // An earlier value that was not set names no class.
            codes.extend((!class.trim().is_empty()).then(|| ClassCode::of(&class)));
        }
    }
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(|code| class(home, code)).collect()
}

/// A class is there on the days on which one of its children is.
fn class(home: &Home, code: ClassCode) -> Member {
    let own = [code.to_string()];
    let (mut on_roll, mut present) = (Vec::new(), Vec::new());
    for child in &home.children {
        let in_class = child.days_when("class", &own);
        on_roll.extend(child.on_roll().intersect(&in_class).iter().copied());
        present.extend(child.present().intersect(&in_class).iter().copied());
    }
    Member {
        subject: Subject::Class(code),
        on_roll: Spans::union(on_roll),
        present: Spans::union(present),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::sample::{AUTUMN, Sample, day, role_of, span, text};

    fn called(sample: &Sample, kind: SubjectKind, role: Option<RoleCode>) -> Vec<String> {
        let members = members(&sample.home, kind, role);
        members.iter().map(|member| sample.called(&member.subject)).collect()
    }

    #[test]
    fn every_class_that_a_child_is_or_was_in_is_there_once_in_order() {
        let mut own = Sample::new();
        for letter in ['A', 'B', 'C'] {
            own.child(letter, AUTUMN.0);
        }
        own.fact('A', "class", text("2022-1"));
        own.was('B', "class", "2021-2", "2024-10-09");
        own.was('B', "class", " ", "2024-10-20");
        own.was('B', "risk", "high", "2024-10-20");
        own.fact('B', "class", text("2022-1"));
        assert_eq!(called(&own, SubjectKind::Class, None), ["2021-2", "2022-1"]);
    }

    #[test]
    fn a_class_is_there_while_one_of_its_children_is() {
        let mut own = Sample::new();
        for letter in ['A', 'B'] {
            own.child(letter, AUTUMN.0);
            own.fact(letter, "class", text("2022-1"));
        }
        own.left('A', "2024-10-09");
        own.pause('B', "2024-10-08", "2024-10-31");
        let class = members(&own.home, SubjectKind::Class, None).remove(0);
        let paused = Spans::union([span("2024-10-10", "2024-10-31")]);
        let from = Spans::union([span(AUTUMN.0, "")]);
        assert_eq!((class.on_roll, class.present), (from.clone(), from.without(&paused)));
    }

    #[test]
    fn staff_are_those_who_ever_hold_the_role_while_it_is_in_force() {
        let mut own = Sample::new();
        own.staff('S', "doctor", AUTUMN.0, "2024-10-09");
        own.staff('T', "principal", AUTUMN.0, "");
        let doctor = Some(role_of("doctor"));
        assert_eq!(called(&own, SubjectKind::Staff, doctor), ["S"]);
        assert_eq!(called(&own, SubjectKind::Staff, None), Vec::<String>::new());
        let member = members(&own.home, SubjectKind::Staff, doctor).remove(0);
        assert!(member.present.contains(day("2024-10-09")));
        assert!(!member.present.contains(day("2024-10-10")));
        assert_eq!(called(&own, SubjectKind::School, None), ["school"]);
    }
}
