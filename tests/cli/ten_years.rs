//! A home that lives for ten years, term by term and year by year, by commands alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::Home;

struct School {
    home: Home,
    /// Every child that was ever entered, by its name.
    entered: BTreeSet<String>,
    /// The list of each term's end as it was told on that day.
    told: BTreeMap<String, serde_json::Value>,
}

impl School {
    fn founded() -> School {
        let home = Home::empty().at("2024-09-02");
        let school = School { home, entered: BTreeSet::new(), told: BTreeMap::new() };
        school.does("init --preset goudun");
        for nth in 0..6 {
            school
                .does(&format!("add-staff 教师{} --role 科任教师 --from 2024-08-26", letter(nth)));
        }
        school
    }

    fn does(&self, line: &str) -> String {
        let ran = self.home.run(line);
        assert_eq!(ran.code, 0, "{line}: {}{}", ran.out, ran.err);
        ran.out + &ran.err
    }

    fn on(self, day: &str) -> School {
        School { home: self.home.at(day), ..self }
    }

    /// New children of a class, and its head teacher.
    fn begins(&mut self, class: &str, children: usize, nth: usize, day: &str) {
        for _ in 0..children {
            let nth = self.entered.len();
            let name = format!("儿童{}{}", letter(nth / 20), letter(nth % 20));
            self.does(&format!("add-child {name} --class {class} --joined {day} -y"));
            assert!(self.entered.insert(name));
        }
        self.does(&format!(
            "appoint 教师{} --role 班主任 --class {class} --from {day}",
            letter(nth % 6)
        ));
    }

    /// What is on the roll on the day.
    fn on_roll(&self) -> Vec<serde_json::Value> {
        self.home.json("list").as_array().unwrap().clone()
    }

    fn classes(&self) -> BTreeSet<String> {
        let of = |child: &serde_json::Value| child["class"].as_str().unwrap().to_owned();
        self.on_roll().iter().map(of).collect()
    }

    /// A term is lived to its end: some are talked with, each class is handed over.
    fn ends_term(&mut self, day: &str, year: usize) {
        let names: Vec<String> =
            self.on_roll().iter().map(|own| own["name"].as_str().unwrap().to_owned()).collect();
        for name in names.iter().skip(year % 3).step_by(3) {
            self.does(&format!("log-call {name} --date {day} -y"));
        }
        for (at, class) in self.classes().into_iter().enumerate() {
            let to = letter((at + year) % 6);
            self.does(&format!("handover --class {class} --to 教师{to}"));
        }
        self.nobody_is_owed_twice();
        self.told.insert(day.to_owned(), self.home.json("overdue"));
    }

    fn nobody_is_owed_twice(&self) {
        let owed = self.home.json("obligations --all");
        let mut seen = BTreeSet::new();
        for one in owed.as_array().unwrap() {
            let key = ["rule", "subject", "subject_id", "slot"].map(|own| one[own].to_string());
            assert!(seen.insert(key), "owed twice: {one}");
        }
    }
}

fn letter(nth: usize) -> char {
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬梅兰竹菊".chars().nth(nth).unwrap()
}

#[test]
fn in_ten_years_nobody_is_lost_nobody_is_owed_twice_and_last_years_lists_stay() {
    let mut school = School::founded();
    for entry in 2019..=2024 {
        school.begins(
            &format!("{entry}-1"),
            2,
            usize::try_from(entry - 2019).unwrap(),
            "2024-09-02",
        );
    }
    for (nth, year) in (2024..2034).enumerate() {
        let terms = school.home.json("calendar");
        let last = |number: usize| {
            let id = format!("{year}-{}-{number}", year + 1);
            let terms = terms.as_array().unwrap();
            let own = terms.iter().find(|own| own["id"] == *id).unwrap();
            own["last"].as_str().unwrap().to_owned()
        };
        for number in [1, 2] {
            school = school.on(&last(number));
            school.ends_term(&last(number), nth * 2 + number);
        }
        let before = school.on_roll().len();
        school = school.on(&format!("{}-07-20", year + 1));
        let said = school.does("new-year -y");
        assert!(said.contains("毕业"), "{said}");
        assert!(school.on_roll().len() < before);
        school = school.on(&format!("{}-09-02", year + 1));
        school.begins(&format!("{}-1", year + 1), 2, nth + 1, &format!("{}-09-02", year + 1));
        let files = std::fs::read_dir(school.home.root().join("children")).unwrap().count();
        assert_eq!(files, school.entered.len(), "nobody is lost");
        assert_eq!(school.classes().len(), 6);
    }
    assert_eq!(school.told.len(), 20);
    for (day, list) in &school.told {
        let again = school.home.json(&format!("overdue --today {day}"));
        assert_eq!(&again, list, "{day}");
    }
    let checked = school.home.json("check");
    let faults = checked.as_array().into_iter().flatten().filter(|own| own["level"] == "fault");
    assert_eq!(faults.count(), 0, "{checked}");
}
