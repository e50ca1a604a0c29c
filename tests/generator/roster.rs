//! The roster of a school, a line a child, and the invention of those whom no story names.

use std::collections::HashSet;

use crate::family::surname;
use crate::rng::Rng;
use crate::words::family::{BOYS, GIRLS, SURNAMES};

/// What a roster says of a child; the rest is invented.
pub struct Pupil {
    pub class: &'static str,
    pub name: String,
    pub female: bool,
    pub care_type: &'static str,
    /// The carer's relation to the child.
    pub carer: &'static str,
    /// Pupils of one household share their parents.
    pub household: String,
}

impl Pupil {
    pub fn key(&self) -> String {
        format!("{} {}", self.class, self.name)
    }
}

/// Lines of `class name sex carer`, then, where it is so, `single` for the child of a single
/// parent, and `with HOUSEHOLD` for children who live together.
pub fn read(text: &'static str) -> Vec<Pupil> {
    text.lines().filter(|line| !line.trim().is_empty()).map(read_line).collect()
}

fn read_line(line: &'static str) -> Pupil {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [class, name, sex, carer, rest @ ..] = words.as_slice() else {
        panic!("a line of the roster: {line}");
    };
    let household = rest.iter().skip_while(|word| **word != "with").nth(1);
    Pupil {
        class,
        name: String::from(*name),
        female: *sex == "女",
        care_type: if rest.contains(&"single") { SINGLE } else { care_type(carer) },
        carer,
        household: household.map_or_else(|| format!("{class} {name}"), ToString::to_string),
    }
}

const SINGLE: &str = "single_or_orphan";

fn care_type(carer: &str) -> &'static str {
    match carer {
        "mother" | "father" => "one_parent",
        "uncle" | "aunt" => "kin_friend",
        _ => "grandparent",
    }
}

/// The classes of a school with two in each year.
const CLASSES: [&str; 12] = [
    "2019-1", "2019-2", "2020-1", "2020-2", "2021-1", "2021-2", "2022-1", "2022-2", "2023-1",
    "2023-2", "2024-1", "2024-2",
];

/// Adds invented pupils to the named ones until each class has its size and each care type its
/// number. One in eight is a younger child of a family that is there already.
pub fn fill(
    named: Vec<Pupil>,
    sizes: [usize; 12],
    care: &[(&'static str, usize)],
    rng: &mut Rng,
) -> Vec<Pupil> {
    let mut bag: Vec<&str> =
        care.iter().flat_map(|(kind, count)| std::iter::repeat_n(*kind, *count)).collect();
    for pupil in &named {
        let place = bag.iter().position(|kind| *kind == pupil.care_type);
        bag.swap_remove(place.expect("no more of a care type than there are"));
    }
    let mut named = named;
    let mut pupils: Vec<Pupil> = Vec::new();
    let mut names: HashSet<String> = named.iter().map(Pupil::key).collect();
    for (class, size) in CLASSES.into_iter().zip(sizes) {
        let from = pupils.len();
        pupils.extend(named.extract_if(.., |pupil| pupil.class == class));
        while pupils.len() < from + size {
            let kind = bag.swap_remove(rng.below(bag.len()));
            let pupil = invent(class, kind, &pupils, rng);
            if names.insert(pupil.key()) {
                pupils.push(pupil);
            } else {
                bag.push(kind);
            }
        }
    }
    assert!(named.is_empty() && bag.is_empty(), "the classes hold all children");
    pupils
}

fn invent(class: &'static str, care_type: &'static str, there: &[Pupil], rng: &mut Rng) -> Pupil {
    let female = rng.chance(47);
    let given = rng.pick(if female { GIRLS } else { BOYS });
    let alike = |other: &&Pupil| {
        let alone = there.iter().filter(|pupil| pupil.household == other.household).count() == 1;
        other.care_type == care_type && other.class[..4] < class[..4] && alone
    };
    let siblings: Vec<&Pupil> = there.iter().filter(alike).collect();
    if !siblings.is_empty() && rng.chance(12) {
        let elder = siblings[rng.below(siblings.len())];
        let (household, carer) = (elder.household.clone(), elder.carer);
        let name = format!("{}{given}", surname(&elder.name));
        return Pupil { class, name, female, care_type, carer, household };
    }
    let name = format!("{}{given}", rng.pick(SURNAMES));
    let household = format!("{class} {name}");
    Pupil { class, name, female, care_type, carer: carer(care_type, rng), household }
}

fn carer(care_type: &str, rng: &mut Rng) -> &'static str {
    match care_type {
        "one_parent" => rng.pick(&["mother", "mother", "mother", "mother", "father"]),
        "kin_friend" => rng.pick(&["uncle", "aunt"]),
        _ => rng.pick(&[
            "grandmother",
            "grandmother",
            "grandmother",
            "grandfather",
            "grandfather",
            "maternal_grandmother",
            "maternal_grandfather",
        ]),
    }
}
