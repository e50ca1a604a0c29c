//! A school drawn from a seed: what honest teachers write in a year, with cases planted in it.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use super::cases::{self, Case, KINDS};
use super::rng::Rng;
use super::rows::{self, DrawnRow};
use crate::harness::Home;

/// Classes, each with a head teacher.
pub const CLASSES: usize = KINDS.len();

/// Children of a class.
const CHILDREN: usize = 12;

/// The months of the year, and those in which cases are planted.
const MONTHS: [(i32, u32); 10] = [
    (2024, 9),
    (2024, 10),
    (2024, 11),
    (2024, 12),
    (2025, 1),
    (2025, 2),
    (2025, 3),
    (2025, 4),
    (2025, 5),
    (2025, 6),
];
const OF_CASES: [(i32, u32); 5] = [(2024, 10), (2024, 11), (2024, 12), (2025, 3), (2025, 4)];

/// What can be told of a child; three of them make a text.
const PIECES: [&str; 24] = [
    "数学比上月进步",
    "背书还要催一催",
    "午饭吃得干净",
    "跳绳得了第二名",
    "夜里有些想妈妈",
    "同桌帮着订正",
    "字写得端正了",
    "上学路上结伴走",
    "爱看课外书",
    "值日很认真",
    "有点感冒咳嗽",
    "爸爸来过电话",
    "周末帮着喂鸡",
    "答应少看手机",
    "上课肯举手",
    "作业有两次没交",
    "画了一张全家福",
    "说话比以前大方",
    "衣服自己会洗",
    "奶奶腿脚不便",
    "应用题读不懂题",
    "当了小组长",
    "早上起得来",
    "新书包很喜欢",
];

/// A class: its teacher, and its children by their ids.
pub struct Class {
    pub teacher: String,
    pub children: Vec<String>,
}

/// The school, and all that its logs hold.
pub struct School {
    pub rng: Rng,
    pub classes: Vec<Class>,
    pub rows: Vec<DrawnRow>,
    cases: Vec<Case>,
    names: Vec<(String, String)>,
}

impl School {
    pub fn drawn(seed: u64) -> School {
        let mut rng = Rng::new(seed);
        let class = |rng: &mut Rng, number: usize| {
            let teacher = format!("T{number}{}", &rng.id('X', 3));
            let mut children: Vec<String> =
                (0..CHILDREN).map(|at| format!("{}{number}{at:X}", rng.id('C', 3))).collect();
            children.sort();
            Class { teacher, children }
        };
        let classes: Vec<Class> = (0..CLASSES).map(|number| class(&mut rng, number)).collect();
        let children = classes.iter().flat_map(|class| &class.children);
        let names = children.map(|id| (id.clone(), format!("儿童{}", rng.id('N', 4)))).collect();
        let mut school = School { rng, classes, rows: Vec::new(), cases: Vec::new(), names };
        for class in 0..CLASSES {
            for month in MONTHS {
                school.writes(class, month);
            }
        }
        for (turn, month) in OF_CASES.into_iter().enumerate() {
            for class in 0..CLASSES {
                // In five months each kind comes five times, each time to another.
                let kind = (class + turn + usize::try_from(seed).unwrap()) % KINDS.len();
                let month = NaiveDate::from_ymd_opt(month.0, month.1, 1).unwrap();
                school.cases.push(Case { kind });
                cases::plant(&mut school, class, kind, month);
            }
        }
        school
    }

    /// What an honest teacher writes in a month.
    fn writes(&mut self, class: usize, (year, month): (i32, u32)) {
        let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
        let days: Vec<NaiveDate> = days(first).into_iter().filter(|day| is_school(*day)).collect();
        for child in self.classes[class].children.clone() {
            let day = *self.rng.pick(&days);
            let row = self.talk(class, day, &[child]);
            self.rows.push(row);
        }
        for day in self.rng.some(&days, 3, 4) {
            let child = self.a_child(class);
            let row = self.visit(class, day, &child);
            self.rows.push(row);
        }
        // One command for the whole class each Friday, with the same words.
        for day in days.iter().filter(|day| day.weekday() == Weekday::Fri) {
            let all = self.classes[class].children.clone();
            let mut row = self.talk(class, *day, &all);
            row.put("content", "放学路上靠边走不下水不玩火有事告诉老师".to_owned());
            let each =
                all.into_iter().map(|child| DrawnRow { children: vec![child], ..row.clone() });
            self.rows.extend(each);
        }
        for day in days.iter().filter(|day| day.weekday() == Weekday::Wed) {
            let (hour, staff) = (self.at(*day, 17, 19), self.classes[class].teacher.clone());
            let cells = vec![("session", "after_school".to_owned()), ("notes", "正常".to_owned())];
            self.rows.push(DrawnRow {
                register: "duty",
                date: *day,
                children: Vec::new(),
                staff,
                cells,
                recorded: hour,
                case: None,
            });
        }
    }

    /// A text that nobody else wrote, as far as chance goes.
    pub fn text(&mut self) -> String {
        let pieces: Vec<&str> = (0..4).map(|_| *self.rng.pick(&PIECES)).collect();
        pieces.join("，")
    }

    pub fn a_child(&mut self, class: usize) -> String {
        let at = self.rng.below(CHILDREN);
        self.classes[class].children[at].clone()
    }

    /// An instant of a day between two hours.
    pub fn at(&mut self, day: NaiveDate, from: u32, to: u32) -> NaiveDateTime {
        let begin = day.and_hms_opt(from, 0, 0).unwrap();
        begin + TimeDelta::seconds(self.rng.between(0, i64::from(to - from) * 3600 - 1))
    }

    /// A talk face to face, entered on the day or some days after.
    pub fn talk(&mut self, class: usize, day: NaiveDate, children: &[String]) -> DrawnRow {
        let later = Days::new(if self.rng.chance(80) { 0 } else { 1 + self.rng.below(9) as u64 });
        let mut cells = vec![("mode", "in_person".to_owned()), ("topic", "近来学习".to_owned())];
        cells.push(("study", "平稳".to_owned()));
        cells.push(("content", self.text()));
        if self.rng.chance(40) {
            cells.push(("time", format!("12:{:02}", self.rng.between(10, 50))));
        }
        let recorded = self.at(day + later, 13, 21);
        let staff = self.classes[class].teacher.clone();
        let children = children.to_vec();
        DrawnRow { register: "talk", date: day, children, staff, cells, recorded, case: None }
    }

    /// A visit in the evening.
    pub fn visit(&mut self, class: usize, day: NaiveDate, child: &str) -> DrawnRow {
        let mut cells = vec![("mode", "in_person".to_owned()), ("purpose", "routine".to_owned())];
        cells.push(("home_state", self.text()));
        cells.push(("time", format!("18:{:02}", self.rng.between(0, 59))));
        let recorded = self.at(day, 19, 22);
        let staff = self.classes[class].teacher.clone();
        let children = vec![child.to_owned()];
        DrawnRow { register: "visit", date: day, children, staff, cells, recorded, case: None }
    }

    /// Which talks with one child each a class's teacher wrote in a month, in no case's stead.
    pub fn singles(&self, class: usize, month: NaiveDate) -> Vec<usize> {
        let (teacher, content) = (&self.classes[class].teacher, "放学路上");
        let is_own = |row: &DrawnRow| {
            row.register == "talk"
                && row.staff == *teacher
                && (row.date.year(), row.date.month()) == (month.year(), month.month())
                && !row.cell("content").starts_with(content)
        };
        (0..self.rows.len()).filter(|at| is_own(&self.rows[*at])).collect()
    }

    /// The case that is being planted.
    pub fn case(&self) -> usize {
        self.cases.len() - 1
    }

    /// Every case with the places of its rows.
    pub fn cases(&self) -> Vec<(&Case, Vec<(String, u64)>)> {
        let logs = rows::logs(&self.rows);
        let of = |case: usize| {
            let places = logs.iter().flat_map(|(file, all)| {
                all.iter().zip(2..).map(move |(at, line)| (*at, (file.clone(), line)))
            });
            places.filter(|(at, _)| self.rows[*at].case == Some(case)).map(|(_, own)| own).collect()
        };
        self.cases.iter().enumerate().map(|(at, case)| (case, of(at))).collect()
    }

    /// What no remark may repeat: the texts and the children's names.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        PIECES.into_iter().chain(self.names.iter().map(|(_, name)| name.as_str()))
    }

    /// Its home after the year.
    pub fn home(&self) -> Home {
        let holiday = "\n[[holiday]]\nname = \"国庆节\"\nfirst = 2024-10-01\nlast = 2024-10-07\n";
        let mut home = Home::new().at("2025-07-18").and("calendar.toml", holiday);
        for (number, class) in self.classes.iter().enumerate() {
            home = home.staff(&class.teacher, "");
            for (at, id) in class.children.iter().enumerate() {
                // The first two of a class live with one grandmother.
                let carer = format!("奶奶{number}{}", at.max(1));
                let phone = format!("1390{number:03}{:04}", at.max(1));
                let name = &self.names.iter().find(|(own, _)| own == id).unwrap().1;
                let text = format!(
                    "id = \"{id}\"\nname = \"{name}\"\nclass = \"2021-{}\"\n\n[carer]\n\
                     name = \"{carer}\"\nphone = [\"{phone}\"]\n\n[[spell]]\njoined = 2024-09-02\n",
                    number + 1
                );
                home = home.with(&format!("children/{id}.toml"), &text);
            }
        }
        for log in rows::logs(&self.rows) {
            home = home.with(&log.0, &rows::text(&self.rows, &log));
        }
        home.keep_private();
        home
    }
}

/// The days of a month.
pub fn days(first: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|day| day.month() == first.month()).collect()
}

/// Is there school, in two terms with a week's holiday in October?
pub fn is_school(day: NaiveDate) -> bool {
    let between = |from: (i32, u32, u32), to: (i32, u32, u32)| {
        let day_of = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        day_of(from) <= day && day <= day_of(to)
    };
    let is_term = between((2024, 9, 2), (2025, 1, 17)) || between((2025, 2, 17), (2025, 7, 4));
    let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    is_term && !is_weekend && !between((2024, 10, 1), (2024, 10, 7))
}
