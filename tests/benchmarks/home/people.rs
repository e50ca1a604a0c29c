//! Children and teachers: their files, and the flat tables for other programs.

use std::fmt::Write as _;
use std::fs;
use std::io::Result;
use std::path::Path;

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Calendar, Span, TODAY, after, school_days};
use crate::rng::{Rng, id};
use crate::words::{FIRST, SECOND, SURNAMES};

const SEED: u64 = 1;

pub struct Child {
    pub id: String,
    name: String,
    pub class: usize,
    pub joined: NaiveDate,
    pub left: Option<NaiveDate>,
    has_care_type: bool,
    has_pair: bool,
    number: u32,
}

/// A class, its head teacher, whom another one may have followed, and the pair teacher.
pub struct Class {
    code: String,
    pub head: String,
    former_head: Option<(String, NaiveDate)>,
    pub pair_teacher: String,
}

pub struct People {
    pub children: Vec<Child>,
    pub classes: Vec<Class>,
    since: NaiveDate,
}

impl Class {
    pub fn head_on(&self, date: NaiveDate) -> &str {
        match &self.former_head {
            Some((former, last)) if date <= *last => former,
            _ => &self.head,
        }
    }
}

impl People {
    pub fn invent(count: u32, calendar: &Calendar) -> People {
        let since = calendar.first_day();
        let mut rng = Rng::new(SEED);
        let class_size = if count > 1000 { 45 } else { 25 };
        let classes: Vec<Class> =
            (0..count.div_ceil(class_size)).map(|number| class(number, since)).collect();
        let days: Vec<NaiveDate> = school_days(Span { first: since, last: TODAY }).collect();
        let many = u32::try_from(days.len()).unwrap_or(1);
        let children = (0..count).map(|number| {
            let joined = if rng.in_thousand(60) { days[rng.below(many) as usize] } else { since };
            let leaves = rng.in_thousand(30) && joined == since;
            let left = days[(many / 3 + rng.below(many / 3)) as usize];
            Child {
                id: id('C', 5, u64::from(number)),
                name: name(number),
                class: number as usize % classes.len(),
                joined,
                left: leaves.then_some(left),
                has_care_type: !rng.in_thousand(3),
                has_pair: !rng.in_thousand(3),
                number,
            }
        });
        People { children: children.collect(), classes, since }
    }

    pub fn write(&self, folder: &Path, home: &Path) -> Result<()> {
        fs::create_dir_all(home.join("children"))?;
        let mut roster =
            String::from("id,class,joined,left,care_type,carer_name,carer_relation,pair_teacher\n");
        for child in &self.children {
            let class = &self.classes[child.class];
            let file = home.join(format!("children/{}.toml", child.id));
            fs::write(file, child.file(class, self.since))?;
            let left = child.left.map(|left| left.to_string()).unwrap_or_default();
            let care_type = if child.has_care_type { "grandparent" } else { "" };
            let pair = if child.has_pair { class.pair_teacher.as_str() } else { "" };
            let (id, code, joined) = (&child.id, &class.code, child.joined);
            let carer = child.carer();
            let _ = writeln!(
                roster,
                "{id},{code},{joined},{left},{care_type},{carer},grandmother,{pair}"
            );
        }
        fs::write(folder.join("roster.csv"), roster)?;
        self.write_staff(folder, home)
    }

    fn write_staff(&self, folder: &Path, home: &Path) -> Result<()> {
        let mut staff = String::new();
        let mut heads = String::from("staff,class,from,until\n");
        for (number, class) in self.classes.iter().enumerate() {
            let number = u32::try_from(number).unwrap_or_default();
            let code = &class.code;
            let mut add =
                |staff_id: &str, order: u32, from: NaiveDate, until: Option<NaiveDate>| {
                    let end = until.map(|until| format!(", until = {until}")).unwrap_or_default();
                    let role = format!("role = \"head_teacher\", class = \"{code}\"");
                    person(&mut staff, staff_id, number * 3 + order);
                    let _ = writeln!(staff, "roles = [{{ {role}, from = {from}{end} }}]\n");
                    let until = until.map(|until| until.to_string()).unwrap_or_default();
                    let _ = writeln!(heads, "{staff_id},{code},{from},{until}");
                };
            match &class.former_head {
                Some((former, last)) => {
                    add(former, 0, self.since, Some(*last));
                    add(&class.head, 1, after(*last, 1), None);
                }
                None => add(&class.head, 1, self.since, None),
            }
            person(&mut staff, &class.pair_teacher, number * 3 + 2);
            let role = "role = \"subject_teacher\"";
            let _ = writeln!(staff, "roles = [{{ {role}, from = {} }}]\n", self.since);
        }
        fs::write(home.join("staff.toml"), staff)?;
        fs::write(folder.join("heads.csv"), heads)
    }
}

fn person(text: &mut String, id: &str, number: u32) {
    let name = name(number * 7 + 16_001);
    let _ = write!(text, "[[staff]]\nid = \"{id}\"\nname = \"{name}\"\nsex = \"female\"\n");
    let _ = writeln!(text, "phone = [\"1390008{:04}\"]", number % 10_000);
}

fn class(number: u32, since: NaiveDate) -> Class {
    let year = since.year() - i32::try_from(number % 3).unwrap_or_default();
    let staff = |order: u32| id('T', 5, u64::from(number * 3 + order));
    Class {
        code: format!("{year}-{}", number / 3 + 1),
        head: staff(1),
        // Another teacher took the class over in the second term.
        former_head: number
            .is_multiple_of(5)
            .then(|| (staff(0), NaiveDate::from_ymd_opt(since.year() + 1, 2, 19)))
            .and_then(|(former, last)| Some((former, last?))),
        pair_teacher: staff(2),
    }
}

/// No two of the first 32,000 are equal.
fn name(number: u32) -> String {
    let number = number as usize;
    let [surname, first, second] = [number % 20, number / 20 % 40, (number / 800) % 40];
    format!("{}{}{}", SURNAMES[surname], FIRST[first], SECOND[second])
}

/// A number with the check digit of GB 11643, of an area that does not exist.
fn id_number(born: NaiveDate, number: u32) -> String {
    let body = format!("99{:04}{}{:03}", number / 900, born.format("%Y%m%d"), number % 900 + 10);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize =
        body.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    format!("{body}{}", char::from(b"10X98765432"[sum % 11]))
}

impl Child {
    /// Four in a thousand were never served: for them every older month has to be looked at. A
    /// school is too small to have one.
    pub fn is_forgotten(&self) -> bool {
        self.number % 1000 >= 996
    }

    fn carer(&self) -> String {
        format!("{}桂英", SURNAMES[(self.number as usize + 7) % 20])
    }

    fn file(&self, class: &Class, since: NaiveDate) -> String {
        let Child { id, name, number, joined, .. } = self;
        let entered = class.code.get(..4).and_then(|year| year.parse().ok()).unwrap_or(2018);
        let (month, day) = (number % 12 + 1, number % 28 + 1);
        let born = NaiveDate::from_ymd_opt(entered - 7, month, day).unwrap_or(since);
        let id_number = id_number(born, *number);
        // The next to last digit tells the sex.
        let sex = if (number % 900 + 10) % 2 == 1 { "male" } else { "female" };
        let phone = |kind: u32| format!("1390{kind}{number:06}");
        let (father, mother, carer) = (phone(1), phone(2), phone(3));
        let kin: String = name.chars().take(1).collect();
        let care_type = if self.has_care_type { "care_type = \"grandparent\"\n" } else { "" };
        let mut text = format!(
            "id = \"{id}\"\nname = \"{name}\"\nsex = \"{sex}\"\nbirth_date = {born}\n\
             id_number = \"{id_number}\"\nstudent_no = \"G{id_number}\"\nclass = \"{}\"\n\
             ethnic_group = \"汉族\"\n{care_type}risk = \"low\"\nboarding = false\n\
             address = \"柳河镇柳河村{}组12号\"\n\n[father]\nname = \"{kin}建国\"\nphone = [\"{father}\"]\n\
             away = true\naway_since = 2013-02-20\nwork_place = \"浙江省宁波市\"\n\
             guardianship = \"able\"\n\n[mother]\nname = \"周红霞\"\nphone = [\"{mother}\"]\n\
             away = true\naway_since = 2013-02-20\nwork_place = \"江苏省苏州市\"\n\
             guardianship = \"able\"\n\n[carer]\nname = \"{}\"\nrelation = \"grandmother\"\n\
             phone = [\"{carer}\"]\nbirth_year = 1956\nhealth = \"weak\"\n\
             education = \"primary\"\nrating = \"fair\"\ndelegation_notice_on = {joined}\n\n\
             [[spell]]\njoined = {joined}\n",
            class.code,
            number % 19 + 1,
            self.carer(),
        );
        if let Some(left) = self.left {
            let _ = writeln!(text, "left = {left}\nreason = \"moved_with_parents\"");
        }
        if self.has_pair {
            let _ = write!(
                text,
                "\n[[pair]]\nstaff = \"{}\"\nrole = \"pair_teacher\"\nfrom = {joined}\n",
                class.pair_teacher
            );
            if let Some(left) = self.left {
                let _ = writeln!(text, "until = {left}");
            }
        }
        let _ = write!(text, "\n[contact_card]\nissued_on = {joined}\n");
        text
    }
}
