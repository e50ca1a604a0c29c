//! Random staff and children: roles with gaps, spells, pauses, pairs, exemptions, elders, earlier
//! values.

use std::fmt::Write;

use chrono::{NaiveDate, TimeDelta};

use super::child::PAIR_ROLES;
use super::features::Feature;
use super::random_home::Draft;
use super::rng::{Rng, array};

/// The ids of a random home.
#[derive(Debug)]
pub struct People {
    /// In ascending order, which is the order of `staff.toml`.
    pub staff: Vec<String>,
    pub children: Vec<String>,
    pub classes: Vec<String>,
    /// Children with the former id of one that was merged into them.
    pub also: Vec<(String, String)>,
}

impl People {
    /// The former id of a child that was merged into this one.
    pub fn also_of(&self, child: &str) -> Option<&String> {
        self.also.iter().find(|(id, _)| id == child).map(|(_, also)| also)
    }
}

/// A class without a grade.
pub const OTHER_CLASS: &str = "学前班";

pub const RISKS: &[&str] = &["low", "medium", "high"];
pub const CARE_TYPES: &[&str] =
    &["grandparent", "one_parent", "kin_friend", "single_or_orphan", "none"];
pub const TAGS: &[&str] = &["poor", "serious", "only_child"];
/// Roles that `staff.toml` holds and pairs do not.
pub const OTHER_ROLES: &[&str] = &["head_teacher", "head_teacher", "subject_teacher", "doctor"];
const BIRTHDAYS: &[&str] = &[
    "12-30", "08-30", "02-29", "02-28", "01-01", "08-15", "06-06", "04-30", "10-30", "06-30",
    "12-29", "03-15", "01-30",
];
/// Phones that are none, and some that are by a hair.
const NO_PHONES: [&str; 6] = [
    "[\"无\"]",
    "[\"停机\", \"—\"]",
    "[\"332-000\"]",
    "[\"12345\", \"67890\"]",
    "[\"空号\", \"3320000\"]",
    "[\"０５６４－３３２\"]",
];
const LEFT: &[&str] = &["transferred", "graduated", "moved_with_parents", "parents_returned"];

/// One to five children, two to four staff, one to three classes.
pub fn names(rng: &mut Rng, features: &[Feature]) -> People {
    let unique = |rng: &mut Rng, letter: char, count: usize| {
        let mut ids: Vec<String> = Vec::new();
        while ids.len() < count {
            let id = rng.id(letter, 5);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.sort_unstable();
        ids
    };
    let (staff, children) = (2 + rng.below(3), 1 + rng.below(5));
    let codes: &[&str] = if features.contains(&Feature::OtherClasses) {
        &["2020-1", "2021-1", OTHER_CLASS]
    } else {
        &["2020-1", "2021-1", "2021-2"]
    };
    let classes = rng.some(codes, 1, 3);
    let staff = unique(rng, 'T', staff);
    let mut children = unique(rng, 'C', children);
    let mut also = Vec::new();
    if features.contains(&Feature::Merged) && children.len() > 1 {
        let former = children.remove(rng.below(children.len()));
        also.push((rng.pick(&children).clone(), former));
    }
    People { staff, children, also, classes: classes.iter().map(|c| (*c).to_string()).collect() }
}

/// `staff.toml`.
pub fn staff(rng: &mut Rng, draft: &Draft) -> String {
    let (first, last) = (draft.calendar.first, draft.calendar.last);
    let mut out = String::new();
    for (index, id) in draft.people.staff.iter().enumerate() {
        write!(out, "[[staff]]\nid = \"{id}\"\nname = \"老师{index}\"\n").expect("text");
        if rng.chance(70) {
            writeln!(out, "phone = {}", rng.pick(&["[]", "[\"13900139000\"]"])).expect("text");
        }
        if rng.chance(50) {
            writeln!(out, "email = \"{}\"", rng.pick(&["a@school.example", " "])).expect("text");
        }
        let mut roles = Vec::new();
        let mut from = if rng.chance(50) {
            first - TimeDelta::days(300)
        } else {
            rng.day(first - TimeDelta::days(20), last)
        };
        for _ in 0..=rng.below(3) {
            let mut entry = format!("role = \"{}\", from = {from}", rng.pick(OTHER_ROLES));
            if rng.chance(60) {
                write!(entry, ", class = \"{}\"", rng.pick(&draft.people.classes)).expect("text");
            }
            let until = rng.day(from, last);
            let ends = rng.chance(60);
            if ends {
                write!(entry, ", until = {until}").expect("text");
            }
            roles.push(format!("{{ {entry} }}"));
            // The next role follows at once, after a gap, or beside this one.
            from = if ends { until + TimeDelta::days(rng.between(1, 30)) } else { until };
        }
        writeln!(out, "roles = [{}]\n", roles.join(", ")).expect("text");
    }
    out
}

/// `children/<id>.toml`.
pub fn child(rng: &mut Rng, draft: &Draft, index: usize) -> String {
    let mut out = String::new();
    let id = &draft.people.children[index];
    write!(out, "id = \"{id}\"\nname = \"学生{index}\"\nsex = \"female\"\n").expect("text");
    let mut maybe = |percent: u64, line: String| {
        if rng.chance(percent) {
            out.push_str(&line);
            out.push('\n');
        }
    };
    let mut values = Rng::new(u64::try_from(index).expect("small") ^ id_number(id));
    maybe(92, format!("class = \"{}\"", values.pick(&draft.people.classes)));
    maybe(90, format!("care_type = \"{}\"", values.pick(CARE_TYPES)));
    maybe(90, format!("risk = \"{}\"", values.pick(RISKS)));
    maybe(60, format!("boarding = {}", values.chance(50)));
    maybe(60, format!("tags = {}", array(&values.some(TAGS, 0, 2))));
    maybe(60, format!("address = \"{}\"", values.pick(&["村东头3号", " ", ""])));
    if let Some(also) = draft.people.also_of(id) {
        maybe(100, format!("also = [\"{also}\"]"));
    }
    maybe(10, "legal_basis = \"未成年人保护法\"".to_string());
    out.push('\n');
    tables(rng, draft, &mut out);
    lists(rng, draft, &mut out);
    spells(rng, draft, &mut out);
    earlier(rng, draft, &mut out);
    out
}

fn id_number(id: &str) -> u64 {
    id.bytes().fold(7, |n, b| n.wrapping_mul(31).wrapping_add(u64::from(b)))
}

/// `[father]`, `[mother]`, `[carer]`, `[contact_card]`, `[x]`.
fn tables(rng: &mut Rng, draft: &Draft, out: &mut String) {
    let mut phones = vec!["[]", "[\"13800138000\"]", "[\"13800138000\", \"0564-3320000\"]"];
    if draft.has(Feature::Phones) {
        phones.extend(NO_PHONES);
    }
    let day = |rng: &mut Rng| rng.day(draft.calendar.first, draft.calendar.last);
    for parent in ["father", "mother"] {
        if rng.chance(70) {
            writeln!(out, "[{parent}]\nname = \"家长\"").expect("text");
            if rng.chance(70) {
                writeln!(out, "phone = {}", rng.pick(&phones)).expect("text");
            }
            if draft.has(Feature::DeadParents) && rng.chance(60) {
                let word = rng.pick(&["dead", "dead", "able", "unable", "unknown"]);
                writeln!(out, "guardianship = \"{word}\"").expect("text");
            }
            if rng.chance(60) {
                writeln!(out, "work_place = \"{}\"", rng.pick(&["宁波", " ", ""])).expect("text");
            }
            if rng.chance(50) {
                writeln!(out, "away = true\naway_since = {}", day(rng)).expect("text");
            }
        }
    }
    if rng.chance(80) {
        writeln!(out, "[carer]\nname = \"奶奶\"\nrelation = \"grandmother\"").expect("text");
        if rng.chance(80) {
            writeln!(out, "phone = {}", rng.pick(&phones)).expect("text");
        }
        if rng.chance(50) {
            writeln!(out, "delegation_notice_on = {}", day(rng)).expect("text");
        }
    }
    if rng.chance(60) {
        writeln!(out, "[contact_card]\nissued_on = {}", day(rng)).expect("text");
    }
    if rng.chance(10) {
        out.push_str("[x]\nhobby = \"象棋\"\n");
    }
}

/// `[[pair]]`, `[[elder]]`, `[[pause]]`, `[[exempt]]`.
fn lists(rng: &mut Rng, draft: &Draft, out: &mut String) {
    let (first, last) = (draft.calendar.first, draft.calendar.last);
    // Few starting days, so that some pairs begin together; these stand in the order of their ids.
    let starts = [first, rng.day(first, last)];
    let mut pairs = Vec::new();
    for _ in 0..rng.below(5) {
        pairs.push((*rng.pick(&starts), rng.pick(&draft.people.staff).clone()));
    }
    pairs.sort_unstable();
    for (from, staff) in pairs {
        let role = rng.pick(PAIR_ROLES);
        write!(out, "[[pair]]\nstaff = \"{staff}\"\nrole = \"{role}\"\nfrom = {from}\n")
            .expect("text");
        until(rng, from, last, 40, out);
    }
    for _ in 0..rng.below(4) {
        let calendar = rng.pick(&["lunar", "solar"]);
        let birthday = rng.pick(BIRTHDAYS);
        write!(out, "[[elder]]\nname = \"老人\"\nbirthday = \"{birthday}\"\n").expect("text");
        writeln!(out, "calendar = \"{calendar}\"").expect("text");
    }
    for _ in 0..(if rng.chance(45) { rng.below(4) } else { 0 }) {
        let from = rng.day(first, last);
        write!(out, "[[pause]]\nfrom = {from}\n").expect("text");
        until(rng, from, last.min(from + TimeDelta::days(50)), 85, out);
        out.push_str("reason = \"parents home\"\n");
    }
    for _ in 0..(if rng.chance(50) { rng.below(4) } else { 0 }) {
        let from = rng.day(first, last);
        let rule = &rng.pick(&draft.rules).id;
        write!(out, "[[exempt]]\nrule = \"{rule}\"\nfrom = {from}\n").expect("text");
        until(rng, from, last.min(from + TimeDelta::days(120)), 75, out);
        out.push_str("reason = \"父母无电话\"\n");
        if rng.chance(30) {
            writeln!(out, "by = \"{}\"", rng.pick(&draft.people.staff)).expect("text");
        }
    }
}

fn until(rng: &mut Rng, from: NaiveDate, last: NaiveDate, percent: u64, out: &mut String) {
    if rng.chance(percent) {
        writeln!(out, "until = {}", rng.day(from, last)).expect("text");
    }
}

/// `[[spell]]`: one to three, never overlapping, sometimes one right after the other.
fn spells(rng: &mut Rng, draft: &Draft, out: &mut String) {
    let (first, last) = (draft.calendar.first, draft.calendar.last);
    let mut joined = match rng.below(10) {
        0..5 => first - TimeDelta::days(rng.between(0, 25)),
        5 => first - TimeDelta::days(400),
        _ => rng.day(first, last),
    };
    let count = if rng.chance(65) { 1 } else { 2 + rng.below(2) };
    for number in 1..=count {
        write!(out, "[[spell]]\njoined = {joined}\n").expect("text");
        if number < count || rng.chance(30) {
            let left = rng.day(joined, last);
            write!(out, "left = {left}\nreason = \"{}\"\n", rng.pick(LEFT)).expect("text");
            joined = left + TimeDelta::days(*rng.pick(&[1, 2, 10, 40]));
        }
    }
}

/// `[[was]]`: no two of one field and day.
fn earlier(rng: &mut Rng, draft: &Draft, out: &mut String) {
    let (first, last) = (draft.calendar.first, draft.calendar.last);
    let mut seen = Vec::new();
    for _ in 0..(if rng.chance(60) { rng.below(5) } else { 0 }) {
        let unset = draft.has(Feature::Unset) && rng.chance(30);
        let (field, value) = match rng.below(5) {
            0..3 if unset => (*rng.pick(&["risk", "care_type", "class"]), "\"\"".to_string()),
            0 => ("risk", format!("\"{}\"", rng.pick(RISKS))),
            1 => ("care_type", format!("\"{}\"", rng.pick(CARE_TYPES))),
            2 => ("class", format!("\"{}\"", rng.pick(&draft.people.classes))),
            3 => ("tags", array(&rng.some(TAGS, 0, 2))),
            _ => ("boarding", rng.chance(50).to_string()),
        };
        let until = rng.day(first, last + TimeDelta::days(30));
        if !seen.contains(&(field, until)) {
            seen.push((field, until));
            write!(out, "[[was]]\nfield = \"{field}\"\nvalue = {value}\nuntil = {until}\n")
                .expect("text");
        }
    }
}
