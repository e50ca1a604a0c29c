//! The staff and the children of the made-up home.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::chance::Chance;
use super::words;
use crate::domain::id::{Id, Kind};
use crate::domain::resident_id;
use crate::domain::spans::Span;

/// A member of the staff; the first is the principal, then the heads of the classes in order.
pub struct Teacher {
    pub id: Id,
    pub name: &'static str,
}

/// Name, mailbox, sex, and the roles that are not those of a class.
const STAFF: [(&str, &str, &str, &[&str]); 11] = [
    ("钱国平", "qianguoping", "male", &["principal", "party_member"]),
    ("陆志新", "luzhixin", "male", &["teaching_director"]),
    ("方敏", "fangmin", "female", &["party_member"]),
    ("吴建华", "wujianhua", "male", &[]),
    ("汪芳", "wangfang", "female", &[]),
    ("孙丽萍", "sunliping", "female", &[]),
    ("徐海峰", "xuhaifeng", "male", &[]),
    ("高玉洁", "gaoyujie", "female", &[]),
    ("田静", "tianjing", "female", &["counsellor"]),
    ("范玉梅", "fanyumei", "female", &["home_keeper", "proxy_mother"]),
    ("石平", "shiping", "male", &["doctor"]),
];

/// Where the one who is not of the school works.
const CLINIC: &str = "柳河村卫生室";

/// The classes of a home: years before the school year in hand in which they entered, and numbers.
const CLASSES: [(i32, u32); 7] = [(5, 1), (5, 2), (4, 1), (3, 1), (3, 2), (2, 1), (1, 1)];

/// How many children have a file.
const CHILDREN: u32 = 42;

/// The staff.
pub fn staff() -> Vec<Teacher> {
    let mut ids = Chance::of("staff");
    STAFF.iter().map(|own| Teacher { id: ids.id(Kind::Staff), name: own.0 }).collect()
}

/// `staff.toml`, in the school year that begins in `year`.
pub fn staff_text(staff: &[Teacher], year: i32) -> String {
    let mut text = String::from("# 教职工和校外人员，都是编造的。\n");
    for (at, (teacher, (_, mailbox, sex, roles))) in staff.iter().zip(STAFF).enumerate() {
        let _ = write!(
            text,
            "\n[[staff]]\nid = \"{}\"\nname = \"{}\"\nsex = \"{sex}\"\n\
             phone = [\"139000100{at:02}\"]\nemail = \"{mailbox}@sample.example\"\n",
            teacher.id, teacher.name
        );
        if roles.contains(&"doctor") {
            let _ = writeln!(text, "employer = \"{CLINIC}\"");
        }
        text.push_str("roles = [\n");
        for role in roles {
            let _ = writeln!(text, "    {{ role = \"{role}\", from = {}-09-01 }},", year - 8);
        }
        if let Some((before, number)) = at.checked_sub(1).and_then(|at| CLASSES.get(at)) {
            let entered = year - before;
            let _ = writeln!(
                text,
                "    {{ role = \"head_teacher\", class = \"{entered}-{number}\", \
                 from = {entered}-09-01 }},"
            );
        }
        text.push_str("]\n");
    }
    text
}

/// A child of the made-up home.
pub struct Pupil {
    pub number: u32,
    pub id: Id,
    pub name: String,
    pub is_girl: bool,
    pub class: String,
    entered: i32,
    /// Children of one number have the same parents and carer.
    household: u32,
    /// Where the head teacher of the class, and who helps the child, stand among the staff.
    pub head: usize,
    pub pair: Option<usize>,
    pub joined: NaiveDate,
    pub left: Option<NaiveDate>,
    pub pause: Option<Span>,
    /// Is it written in the child's file who cares for the child?
    pub has_carer: bool,
}

impl Pupil {
    /// Is the child here on a day?
    pub fn is_here(&self, day: NaiveDate) -> bool {
        self.joined <= day
            && self.left.is_none_or(|left| day < left)
            && self.pause.is_none_or(|pause| !pause.contains(day))
    }

    fn family(&self) -> &'static str {
        name(&words::FAMILIES, self.household)
    }
}

fn name(from: &[&'static str], at: u32) -> &'static str {
    let at = at as usize % from.len();
    from[at]
}

/// The children, all on the roll since their class entered.
pub fn children(year: i32) -> Option<Vec<Pupil>> {
    let mut ids = Chance::of("children");
    let pupil = |number: u32| {
        let at = number as usize % CLASSES.len();
        let (before, class) = CLASSES[at];
        let (entered, is_girl) = (year - before, number % 2 == 1);
        // Two children are sister and brother.
        let household = if number == 26 { 3 } else { number };
        let given = if is_girl { &words::GIRLS } else { &words::BOYS };
        Some(Pupil {
            number,
            id: ids.id(Kind::Child),
            name: format!("{}{}", name(&words::FAMILIES, household), name(given, number / 2)),
            is_girl,
            class: format!("{entered}-{class}"),
            entered,
            household,
            head: at + 1,
            pair: Some(1 + (number as usize * 5 + 2) % 8),
            joined: NaiveDate::from_ymd_opt(entered, 9, 1)?,
            left: None,
            pause: None,
            has_carer: true,
        })
    };
    (0..CHILDREN).map(pupil).collect()
}

/// What a child's file says; entries of its own are added by the stories.
pub fn child_text(pupil: &Pupil, staff: &[Teacher], since: NaiveDate) -> String {
    let mut chance = Chance::of(&pupil.name);
    let sex = if pupil.is_girl { "female" } else { "male" };
    let (month, day) = (1 + chance.below(8), 1 + chance.below(28));
    let born = format!("{}-{month:02}-{day:02}", pupil.entered - 6);
    let order = 100 + pupil.number * 2 + u32::from(!pupil.is_girl);
    let digits = format!("990101{}{order:03}", born.replace('-', ""));
    let number = format!("{digits}{}", resident_id::last_digit(&digits));
    let (care, relation) = care(pupil.household);
    let risk = if pupil.number.is_multiple_of(9) { "medium" } else { "low" };
    let mut text = format!(
        "id = \"{}\"\nname = \"{}\"\nsex = \"{sex}\"\nbirth_date = {born}\n\
         id_number = \"{number}\"\nstudent_no = \"G{number}\"\nclass = \"{}\"\n\
         ethnic_group = \"汉族\"\ncare_type = \"{care}\"\nrisk = \"{risk}\"\nboarding = {}\n\
         address = \"柳河村{}组\"\n",
        pupil.id,
        pupil.name,
        pupil.class,
        pupil.number.is_multiple_of(6),
        1 + pupil.household % 7
    );
    text.push_str(&family(pupil, relation, since));
    let from = pupil.joined.max(since);
    let _ = write!(text, "\n[[spell]]\njoined = {}\n", pupil.joined);
    if let Some(left) = pupil.left {
        let _ = write!(text, "left = {left}\nreason = \"transferred\"\n");
    }
    if let Some(pause) = pupil.pause {
        let (from, until) = (pause.first, pause.last);
        let _ = write!(text, "\n[[pause]]\nfrom = {from}\nuntil = {until}\n");
        text.push_str("reason = \"到父母打工地暂住\"\n");
    }
    if let Some(teacher) = pupil.pair.and_then(|at| staff.get(at)) {
        let until = pupil.left.map(|left| format!("until = {left}\nreason = \"离校\"\n"));
        let _ = write!(
            text,
            "\n[[pair]]\nstaff = \"{}\"\nrole = \"pair_teacher\"\nfrom = {from}\n{}",
            teacher.id,
            until.unwrap_or_default()
        );
    }
    text
}

/// How a child of a household is cared for, and by whom.
fn care(household: u32) -> (&'static str, &'static str) {
    match household * 5 / 3 % 7 {
        0 | 2 | 5 => ("grandparent", "grandmother"),
        1 | 3 => ("grandparent", "grandfather"),
        4 => ("kin_friend", "aunt"),
        _ => ("one_parent", "mother"),
    }
}

fn family(pupil: &Pupil, relation: &str, since: NaiveDate) -> String {
    let (own, house) = (pupil.family(), pupil.household);
    let other = name(&words::FAMILIES, house + 7);
    let mother = format!("{other}{}", name(&words::MOTHERS, house));
    let (carer, born) = match relation {
        "grandfather" => (format!("{own}{}", name(&words::OLD_MEN, house)), 1952),
        "grandmother" => {
            let third = name(&words::FAMILIES, house + 3);
            (format!("{third}{}", name(&words::OLD_WOMEN, house)), 1955)
        }
        "aunt" => (format!("{own}{}", name(&words::MOTHERS, house + 3)), 1985),
        _ => (mother.clone(), 1988),
    };
    let father = format!("{own}{}", name(&words::FATHERS, house));
    let at_home = relation == "mother";
    let mut text = String::new();
    for (key, name, phone, is_away) in
        [("father", &father, 20000, true), ("mother", &mother, 30000, !at_home)]
    {
        let _ = write!(
            text,
            "\n[{key}]\nname = \"{name}\"\nphone = [\"139000{}\"]\naway = {is_away}\n",
            phone + house
        );
        if is_away {
            let city = self::name(&words::CITIES, house + phone / 20000);
            let left = pupil.entered - 2;
            let _ = write!(text, "away_since = {left}-02-20\nwork_place = \"{city}\"\n");
        }
        text.push_str("guardianship = \"able\"\n");
    }
    if !pupil.has_carer {
        return text;
    }
    let phone = if at_home { 30000 } else { 40000 } + house;
    let _ = write!(
        text,
        "\n[carer]\nname = \"{carer}\"\nrelation = \"{relation}\"\nphone = [\"139000{phone}\"]\n\
         birth_year = {born}\nhealth = \"healthy\"\neducation = \"primary\"\nrating = \"good\"\n\
         delegation_notice_on = {}\n",
        pupil.joined.max(since)
    );
    text
}
