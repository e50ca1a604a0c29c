//! The staff of a school and the people of the village who help, a line a person.

use chrono::NaiveDate;

use crate::family::Families;
use crate::people::{Role, Staff};

/// Lines of `name sex mail roles # comment`, and for a person of the village `at:employer` before
/// the roles; a role is `role:from`, `role@class:from` or
/// `role:from..until`, and `-` stands for no mail. Behind `#` stands the rank in the group that
/// leads the home, behind `+` what the person answers for there.
pub fn read(text: &'static str, mail_at: &str, families: &mut Families) -> Vec<Staff> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| read_line(line, mail_at, families)).collect()
}

fn read_line(line: &'static str, mail_at: &str, families: &mut Families) -> Staff {
    let (facts, comment) = line.split_once(" # ").unwrap_or((line, ""));
    let words: Vec<&str> = facts.split_whitespace().collect();
    let [name, sex, mail, rest @ ..] = words.as_slice() else {
        panic!("a line of the staff list: {line}");
    };
    let (employer, roles) = match rest {
        [first, roles @ ..] if first.starts_with("at:") => (&first["at:".len()..], roles),
        roles => ("", roles),
    };
    let mut rng = families.stream(&format!("staff {name}"));
    Staff {
        id: families.id('T', &mut rng),
        name,
        female: *sex == "女",
        phone: families.phone(&mut rng),
        email: if *mail == "-" { String::new() } else { format!("{mail}@{mail_at}.example") },
        employer,
        roles: roles.iter().map(|role| read_role(role)).collect(),
        comment,
    }
}

fn read_role(text: &'static str) -> Role {
    let (text, duty) = text.split_once('+').unwrap_or((text, ""));
    let (text, rank) = text.split_once('#').unwrap_or((text, ""));
    let (held, time) = text.split_once(':').expect("a role with its first day");
    let (name, class) = held.split_once('@').unwrap_or((held, ""));
    let day = |text: &str| text.parse::<NaiveDate>().expect("a date of the staff list");
    let (from, until) = match time.split_once("..") {
        Some((from, until)) => (from, Some(day(until))),
        None => (time, None),
    };
    Role { name, class, from: day(from), until, rank, duty }
}
