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
    let role = *rng.pick(&ROLES);
    Deed::AddStaff {
        name: *rng.pick(&STAFF),
        role,
        class: class_of(rng, role),
        from: day(rng, today),
    }
}

fn add_child(rng: &mut Rng, today: NaiveDate) -> Deed {
    let joined = today - Days::new(rng.next() % 30);
    Deed::AddChild { name: *rng.pick(&CHILDREN), class: *rng.pick(&CLASSES), joined }
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
        2 => Deed::Edit { child, sets: vec![("name", (*rng.pick(&CHILDREN)).to_owned())], from },
        3 | 4 => Deed::Transfer { child, class: *rng.pick(&CLASSES), from },
        5 | 6 => Deed::Leave { child, day: from },
        7 | 8 => {
            let class = Some(*rng.pick(&CLASSES)).filter(|_| rng.chance(40));
            Deed::Rejoin { child, day: from, class }
        }
        9 => Deed::Pause { child, from, until },
        10 => Deed::Resume { child, day: from },
        11 => Deed::Exempt { child, rule: *rng.pick(&RULES), from, until },
        12 | 13 => {
            let role = if rng.chance(5) { HEAD } else { *rng.pick(&PAIRING) };
            Deed::Pair { child, staff, role, from }
        }
        14 => {
            let role = Some(*rng.pick(&PAIRING)).filter(|_| rng.chance(60));
            Deed::Unpair { child, staff, role, day: from }
        }
        15 => {
            let other = rng.pick(&model.children).id.clone();
            let buddy = if rng.chance(70) { other } else { (*rng.pick(&OTHERS)).to_owned() };
            Deed::Buddy { child, buddy, from }
        }
        16 => Deed::Card { child, issued: from },
        17 if model.staff.len() < 5 => add_staff(rng, today),
        17 => Deed::Rename { staff, name: *rng.pick(&STAFF) },
        18 => {
            let role = *rng.pick(&ROLES);
            Deed::Appoint { staff, role, class: class_of(rng, role), from }
        }
        _ => {
            let role = *rng.pick(&ROLES);
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
        ("risk", (*rng.pick(&RISKS)).to_owned()),
        ("carer.phone", phone),
        ("class", (*rng.pick(&CLASSES)).to_owned()),
    ];
    rng.some(&all, 1, 2)
}

/// A head teacher has a class, nearly always; nobody else has one here.
fn class_of(rng: &mut Rng, role: &str) -> &'static str {
    if role == HEAD && !rng.chance(5) { *rng.pick(&CLASSES) } else { "" }
}

/// A day about today, now and then one that is still to come.
fn day(rng: &mut Rng, today: NaiveDate) -> NaiveDate {
    match rng.chance(10) {
        true => today + Days::new(rng.next() % 10),
        false => today - Days::new(rng.next() % 30),
    }
}

impl Draw {
    /// The words after `care`.
    pub fn words(&self) -> Vec<String> {
        let mut line = self.deed.words();
        line.extend(["--today".to_owned(), self.today.to_string(), "--no-input".to_owned()]);
        line.extend(self.yes.then(|| "-y".to_owned()));
        line
    }
}

impl Deed {
    fn words(&self) -> Vec<String> {
        let mut line: Vec<String> = Vec::new();
        let mut say = |words: &[&str]| line.extend(words.iter().map(|word| (*word).to_owned()));
        let (day, text) = (|day: &NaiveDate| day.to_string(), |text: &str| text.to_owned());
        let flag = |name: &str, value: Option<String>| match value.filter(|own| !own.is_empty()) {
            Some(value) => vec![format!("--{name}"), value],
            None => Vec::new(),
        };
        let more = match self {
            Deed::AddChild { name, class, joined } => {
                say(&["add-child", name]);
                [flag("class", Some(text(class))), flag("joined", Some(day(joined)))].concat()
            }
            Deed::Edit { child, sets, from } => {
                say(&["edit-child", child]);
                for (key, value) in sets {
                    say(&["--set", &format!("{key}={value}")]);
                }
                flag("from", Some(day(from)))
            }
            Deed::Transfer { child, class, from } => {
                say(&["transfer", child, "--class", class]);
                flag("from", Some(day(from)))
            }
            Deed::Leave { child, day: last } => {
                say(&["leave", child, "--reason", "转学"]);
                flag("date", Some(day(last)))
            }
            Deed::Rejoin { child, day: first, class } => {
                say(&["rejoin", child]);
                [flag("date", Some(day(first))), flag("class", class.map(text))].concat()
            }
            Deed::Pause { child, from, until } => {
                say(&["pause", child, "--reason", "住院"]);
                [flag("from", Some(day(from))), flag("until", until.as_ref().map(day))].concat()
            }
            Deed::Resume { child, day: first } => {
                say(&["resume", child]);
                flag("date", Some(day(first)))
            }
            Deed::Exempt { child, rule, from, until } => {
                say(&["exempt", child, rule, "--reason", "无电话"]);
                [flag("from", Some(day(from))), flag("until", until.as_ref().map(day))].concat()
            }
            Deed::Pair { child, staff, role, from } => {
                say(&["pair", child, staff, "--role", role]);
                flag("from", Some(day(from)))
            }
            Deed::Unpair { child, staff, role, day: last } => {
                say(&["unpair", child, staff]);
                [flag("role", role.map(text)), flag("date", Some(day(last)))].concat()
            }
            Deed::Buddy { child, buddy, from } => {
                say(&["buddy", child, buddy]);
                flag("from", Some(day(from)))
            }
            Deed::Card { child, issued } => {
                say(&["card", child]);
                flag("issued", Some(day(issued)))
            }
            Deed::AddStaff { name, role, class, from } => {
                let role = if class.is_empty() { text(role) } else { format!("{role}:{class}") };
                say(&["add-staff", name, "--role", &role]);
                flag("from", Some(day(from)))
            }
            Deed::Appoint { staff, role, class, from } => {
                say(&["appoint", staff, "--role", role]);
                [flag("class", Some(text(class))), flag("from", Some(day(from)))].concat()
            }
            Deed::Dismiss { staff, role, class, day: last } => {
                say(&["dismiss", staff, "--role", role]);
                [flag("class", Some(text(class))), flag("date", Some(day(last)))].concat()
            }
            Deed::Rename { staff, name } => {
                say(&["edit-staff", staff, "--set", &format!("姓名={name}")]);
                Vec::new()
            }
        };
        line.extend(more);
        line
    }
}
