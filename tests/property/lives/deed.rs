//! A command of a life, drawn at random: mostly one that can be, sometimes one that cannot.

use chrono::{Days, NaiveDate};

use super::model::Model;
use crate::naive::rng::Rng;

pub const CLASSES: [&str; 3] = ["2021-2", "2022-1", "2023-1"];
pub const RULES: [&str; 2] = ["talk", "visit"];
pub const PAIRING: [&str; 2] = ["proxy_parent", "pair_teacher"];
const HEAD: &str = "head_teacher";
const ROLES: [&str; 4] = [HEAD, HEAD, "proxy_parent", "principal"];
const RISKS: [&str; 4] = ["low", "medium", "high", ""];
/// Each name begins with a letter of its own: of a buddy only that is seen.
const CHILDREN: [&str; 8] =
    ["李小明", "王小红", "张小军", "赵佳怡", "孙小宝", "周小雨", "吴小林", "郑小凤"];
const STAFF: [&str; 5] = ["刘敏", "陈刚", "何芳", "谢军", "许丽"];
/// One who is in no home, and one who is on the staff more often than not.
const OTHERS: [&str; 2] = ["冯小伟", "刘敏"];

/// What a command does, in the words of the model.
#[derive(Clone, Debug)]
pub enum Deed {
    AddChild { name: &'static str, class: &'static str, joined: NaiveDate },
    Edit { child: String, sets: Vec<(&'static str, String)>, from: NaiveDate },
    Transfer { child: String, class: &'static str, from: NaiveDate },
    Leave { child: String, day: NaiveDate },
    Rejoin { child: String, day: NaiveDate, class: Option<&'static str> },
    Pause { child: String, from: NaiveDate, until: Option<NaiveDate> },
    Resume { child: String, day: NaiveDate },
    Exempt { child: String, rule: &'static str, from: NaiveDate, until: Option<NaiveDate> },
    Pair { child: String, staff: String, role: &'static str, from: NaiveDate },
    Unpair { child: String, staff: String, role: Option<&'static str>, day: NaiveDate },
    Buddy { child: String, buddy: String, from: NaiveDate },
    Card { child: String, issued: NaiveDate },
    AddStaff { name: &'static str, role: &'static str, class: &'static str, from: NaiveDate },
    Appoint { staff: String, role: &'static str, class: &'static str, from: NaiveDate },
    Dismiss { staff: String, role: &'static str, class: &'static str, day: NaiveDate },
    Rename { staff: String, name: &'static str },
}

/// A command as it is drawn: what it does, on which day, and whether doubts are waved through.
#[derive(Clone, Debug)]
pub struct Draw {
    pub deed: Deed,
    pub today: NaiveDate,
    pub yes: bool,
}

/// Draws a command that fits a home: in an empty one somebody is added first.
pub fn draw(rng: &mut Rng, model: &Model, today: NaiveDate) -> Draw {
    let yes = rng.chance(20);
    let deed = match (model.staff.len(), model.children.len()) {
        (0 | 1, _) => add_staff(rng, today),
        (_, 0 | 1) => add_child(rng, today),
        _ => of_those_there(rng, model, today),
    };
    Draw { deed, today, yes }
}

fn add_staff(rng: &mut Rng, today: NaiveDate) -> Deed {
    let role = one(rng, &ROLES);
    Deed::AddStaff {
        name: one(rng, &STAFF),
        role,
        class: class_of(rng, role),
        from: day(rng, today),
    }
}

fn add_child(rng: &mut Rng, today: NaiveDate) -> Deed {
    let joined = today - Days::new(rng.next() % 30);
    Deed::AddChild { name: one(rng, &CHILDREN), class: one(rng, &CLASSES), joined }
}

fn of_those_there(rng: &mut Rng, model: &Model, today: NaiveDate) -> Deed {
    let number = rng.below(model.children.len());
    let child = model.children[number].id.clone();
    let staff = rng.pick(&model.staff).id.clone();
    // Days on which something of the home begins or ends are telling ones.
    let edges = model.days();
    let mut day = || if rng.chance(40) { *rng.pick(&edges) } else { day(rng, today) };
    let (from, other) = (day(), day());
    let until = Some(other).filter(|_| rng.chance(70));
    match rng.below(20) {
        0 if model.children.len() < 6 => add_child(rng, today),
        0 | 1 => Deed::Edit { child, sets: sets(rng), from },
        2 => Deed::Edit { child, sets: vec![("name", one(rng, &CHILDREN).to_owned())], from },
        3 | 4 => Deed::Transfer { child, class: one(rng, &CLASSES), from },
        5 | 6 => Deed::Leave { child, day: from },
        7 | 8 => {
            let class = Some(one(rng, &CLASSES)).filter(|_| rng.chance(40));
            Deed::Rejoin { child, day: from, class }
        }
        9 => Deed::Pause { child, from, until },
        10 => Deed::Resume { child, day: from },
        11 => Deed::Exempt { child, rule: one(rng, &RULES), from, until },
        12 | 13 => {
            let role = if rng.chance(5) { HEAD } else { one(rng, &PAIRING) };
            Deed::Pair { child, staff, role, from }
        }
        14 => {
            let role = Some(one(rng, &PAIRING)).filter(|_| rng.chance(60));
            Deed::Unpair { child, staff, role, day: from }
        }
        15 => {
            let other = rng.pick(&model.children).id.clone();
            let buddy = if rng.chance(70) { other } else { one(rng, &OTHERS).to_owned() };
            Deed::Buddy { child, buddy, from }
        }
        16 => Deed::Card { child, issued: from },
        17 if model.staff.len() < 5 => add_staff(rng, today),
        17 => Deed::Rename { staff, name: one(rng, &STAFF) },
        18 => {
            let role = one(rng, &ROLES);
            Deed::Appoint { staff, role, class: class_of(rng, role), from }
        }
        _ => {
            let role = one(rng, &ROLES);
            let class = if rng.chance(50) { class_of(rng, role) } else { "" };
            Deed::Dismiss { staff, role, class, day: from }
        }
    }
}

/// One field or two; a phone may be one that cannot be dialled.
fn sets(rng: &mut Rng) -> Vec<(&'static str, String)> {
    let phone = format!("1390013{:04}", rng.below(10_000));
    let phone = if rng.chance(10) { "1390013".to_owned() } else { phone };
    let all = [
        ("risk", one(rng, &RISKS).to_owned()),
        ("carer.phone", phone),
        ("class", one(rng, &CLASSES).to_owned()),
    ];
    rng.some(&all, 1, 2)
}

/// One of some words.
fn one(rng: &mut Rng, words: &[&'static str]) -> &'static str {
    words[rng.below(words.len())]
}

/// A head teacher has a class, nearly always; nobody else has one here.
fn class_of(rng: &mut Rng, role: &str) -> &'static str {
    if role == HEAD && !rng.chance(5) { one(rng, &CLASSES) } else { "" }
}

/// A day about today, now and then one that is still to come.
fn day(rng: &mut Rng, today: NaiveDate) -> NaiveDate {
    match rng.chance(10) {
        true => today + Days::new(rng.next() % 10),
        false => today - Days::new(rng.next() % 30),
    }
}
