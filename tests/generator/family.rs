//! An invented family round a child's name: birth date, numbers, parents, the person at home.
//! Every phone number begins 139000 and every identity number 99; neither is in use.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::date;
use crate::ids;
use crate::people::{Carer, Child, Elder, Parent};
use crate::rng::Rng;
use crate::roster::Pupil;
use crate::words::family::{
    FATHERS, GRANDFATHERS, GRANDMOTHERS, INTERESTS, MOTHERS, SURNAMES, WORK_PLACES,
};

/// The tag of a family that may have aid.
const POOR: &str = "poor";

pub struct Families {
    seed: u64,
    /// The first six digits of identity numbers; there is no such place.
    area: &'static str,
    hamlets: &'static [&'static str],
    phones: HashSet<String>,
    ids: HashSet<String>,
}

impl Families {
    pub fn new(seed: u64, area: &'static str, hamlets: &'static [&'static str]) -> Families {
        Families { seed, area, hamlets, phones: HashSet::new(), ids: HashSet::new() }
    }

    pub fn stream(&self, name: &str) -> Rng {
        Rng::new(self.seed, name)
    }

    pub fn phone(&mut self, rng: &mut Rng) -> String {
        loop {
            let phone = format!("139000{:05}", rng.below(100_000));
            if self.phones.insert(phone.clone()) {
                return phone;
            }
        }
    }

    pub fn id(&mut self, letter: char, rng: &mut Rng) -> String {
        loop {
            let id = ids::record_id(letter, 5, rng);
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }

    /// `elder` is a child of the same household who was invented before.
    pub fn child(&mut self, pupil: &Pupil, elder: Option<&Child>) -> Child {
        let key = pupil.key();
        let mut rng = self.stream(&format!("child {key}"));
        let birth = birth_date(pupil.class, &mut rng);
        let mut child = Child {
            id: self.id('C', &mut rng),
            name: pupil.name.clone(),
            female: pupil.female,
            birth,
            id_number: ids::id_number(self.area, birth, pupil.female, &mut rng),
            class: pupil.class,
            ethnic_group: "汉族",
            care_type: pupil.care_type,
            risk: rng.pick(&["low", "low", "low", "low", "medium"]),
            tags: if rng.chance(20) { vec![POOR] } else { Vec::new() },
            interests: if rng.chance(35) { rng.pick(INTERESTS) } else { "" },
            household: pupil.household.clone(),
            key,
            ..Child::default()
        };
        match elder {
            Some(elder) => share_household(&mut child, elder),
            None => self.invent_household(&mut child, pupil, &mut rng),
        }
        if rng.chance(30) {
            child.elders.push(birthday_of(&child.carer, &mut rng));
        }
        child
    }

    fn invent_household(&mut self, child: &mut Child, pupil: &Pupil, rng: &mut Rng) {
        let surname = surname(&pupil.name);
        child.address = format!("{}{}组", rng.pick(self.hamlets), rng.between(1, 6));
        child.father = self.parent(format!("{surname}{}", rng.pick(FATHERS)), child.birth, rng);
        let mother = format!("{}{}", rng.pick(SURNAMES), rng.pick(MOTHERS));
        child.mother = self.parent(mother, child.birth, rng);
        if pupil.care_type == "single_or_orphan" {
            child.father = Parent {
                name: child.father.name.clone(),
                guardianship: "dead",
                ..Parent::default()
            };
        }
        child.carer = match pupil.carer {
            "mother" => stay_home(&mut child.mother, "mother", rng),
            "father" => stay_home(&mut child.father, "father", rng),
            relation => self.kin(relation, surname, &child.mother.name, rng),
        };
    }

    fn parent(&mut self, name: String, born: NaiveDate, rng: &mut Rng) -> Parent {
        let months = [2, 2, 3, 6, 9];
        let since = born + Days::new(u64::from(rng.between(300, 2000)));
        let month = months[rng.below(5)];
        Parent {
            name,
            phone: vec![self.phone(rng)],
            away_since: Some(date(since.year(), month, 20)),
            work_place: rng.pick(WORK_PLACES),
            guardianship: "able",
        }
    }

    fn kin(&mut self, relation: &'static str, surname: &str, mother: &str, rng: &mut Rng) -> Carer {
        let elderly = relation.contains("grand");
        let name = match relation {
            "grandfather" => format!("{surname}{}", rng.pick(GRANDFATHERS)),
            "uncle" => format!("{surname}{}", rng.pick(FATHERS)),
            "maternal_grandfather" => {
                format!("{}{}", self::surname(mother), rng.pick(GRANDFATHERS))
            }
            "aunt" => format!("{}{}", rng.pick(SURNAMES), rng.pick(MOTHERS)),
            _ => format!("{}{}", rng.pick(SURNAMES), rng.pick(GRANDMOTHERS)),
        };
        let schooling: &[&str] =
            if elderly { &["illiterate", "primary", "primary"] } else { &["junior", "primary"] };
        Carer {
            name,
            relation,
            phone: vec![self.phone(rng)],
            birth_year: if elderly { rng.between(1949, 1963) } else { rng.between(1975, 1990) },
            health: if elderly { rng.pick(&["healthy", "healthy", "weak"]) } else { "healthy" },
            education: rng.pick(schooling),
            rating: rng.pick(&["good", "good", "fair"]),
            notice_on: rng.chance(80).then(|| date(2024, 9, 2) + Days::new(rng.below(8) as u64)),
        }
    }
}

/// Six years old by 31 August of the year of entry.
fn birth_date(class: &str, rng: &mut Rng) -> NaiveDate {
    let entry: i32 = class[..4].parse().expect("a class code begins with its year");
    date(entry - 7, 9, 1) + Days::new(rng.below(365) as u64)
}

fn share_household(child: &mut Child, elder: &Child) {
    let same = |parent: &Parent| Parent {
        name: parent.name.clone(),
        phone: parent.phone.clone(),
        ..*parent
    };
    child.address.clone_from(&elder.address);
    child.father = same(&elder.father);
    child.mother = same(&elder.mother);
    child.tags.clone_from(&elder.tags);
    let carer = &elder.carer;
    child.carer = Carer { name: carer.name.clone(), phone: carer.phone.clone(), ..*carer };
}

/// The parent who is at home is the carer.
fn stay_home(parent: &mut Parent, relation: &'static str, rng: &mut Rng) -> Carer {
    parent.away_since = None;
    parent.work_place = "";
    Carer {
        name: parent.name.clone(),
        relation,
        phone: parent.phone.clone(),
        birth_year: rng.between(1982, 1993),
        health: "healthy",
        education: rng.pick(&["junior", "primary", "senior"]),
        rating: "good",
        notice_on: None,
    }
}

fn birthday_of(carer: &Carer, rng: &mut Rng) -> Elder {
    let birthday = format!("{:02}-{:02}", rng.between(1, 12), rng.between(1, 29));
    let calendar =
        if birthday.starts_with("02-29") { "lunar" } else { rng.pick(&["lunar", "solar"]) };
    Elder { name: carer.name.clone(), birthday, calendar }
}

pub fn surname(name: &str) -> &str {
    let compound = ["欧阳", "诸葛", "上官"].into_iter().find(|surname| name.starts_with(surname));
    compound.unwrap_or(&name[..name.chars().next().map_or(0, char::len_utf8)])
}

/// What the child calls the carer.
pub fn called(relation: &str) -> &'static str {
    match relation {
        "grandfather" => "爷爷",
        "grandmother" => "奶奶",
        "maternal_grandfather" => "外公",
        "maternal_grandmother" => "外婆",
        "uncle" => "叔叔",
        "aunt" => "姑姑",
        "mother" => "妈妈",
        _ => "爸爸",
    }
}
