//! A school is data and a few functions; here they become a home.

use std::collections::HashSet;
use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::{Calendar, Span, date};
use crate::clerk::{Clerk, Duty};
use crate::family::Families;
use crate::home::{Home, Roll};
use crate::log::{Event, Log};
use crate::people::{Child, Spell, Staff};
use crate::rng::Rng;
use crate::roster::Pupil;
use crate::story;
use crate::words::Author;
use crate::words::family::CLASSMATES;

pub struct School {
    /// The folder, and the school in its mail addresses.
    pub folder: &'static str,
    pub seed: u64,
    pub name: &'static str,
    /// What the school calls its home.
    pub home: &'static str,
    /// All its pupils, where that is known.
    pub pupils: Option<u32>,
    /// A class as the school writes it.
    pub class_format: &'static str,
    /// The first six digits of identity numbers; there is no such place.
    pub area: &'static str,
    pub hamlets: &'static [&'static str],
    pub preset: &'static str,
    pub calendar: Calendar,
    pub staff: &'static str,
    pub roster: fn(&mut Rng) -> Vec<Pupil>,
    /// Makes the pairs of the year.
    pub pair: fn(&mut [Child], &[Staff]),
    /// What departs from the routine (see `story`).
    pub story: &'static str,
    /// What no line of a story can say of the children.
    pub touch_up: fn(&mut [Child], &[Staff]),
    pub duties: &'static [Duty],
    /// Calendar months (1 to 12) in which now and then a duty is forgotten.
    pub busy_months: &'static [u32],
    /// When the lower grades were entered on the office's machine.
    pub office: &'static [Span],
    /// Writes the routine of the year down; the story follows.
    pub keep: fn(&mut Clerk),
    /// What its other registers hold, told as a story is (see `described.txt`).
    pub books: &'static str,
    /// The school's own words in a report, and of which days it is.
    pub report: (&'static str, &'static str),
    /// What comes round besides; it is written last, so that no other row depends on it.
    pub besides: &'static [Duty],
}

/// What most schools have alike; the rest is a school's own.
pub const USUAL: School = School {
    folder: "",
    seed: 0,
    name: "",
    home: "留守儿童之家",
    pupils: None,
    class_format: "三（2）班",
    area: "",
    hamlets: &[],
    preset: "",
    calendar: Calendar { terms: &[] },
    staff: "",
    roster: |_| Vec::new(),
    pair: |_, _| {},
    story: "",
    touch_up: |_, _| {},
    duties: &[],
    busy_months: &[3, 4, 9, 10],
    office: &[],
    keep: |_| {},
    books: "",
    report: ("", ""),
    besides: &[],
};

/// The first day of the year, on which the rules come into force.
pub const FIRST_DAY: NaiveDate = date(2024, 9, 2);

pub fn build(school: &'static School) -> Home {
    let mut families = Families::new(school.seed, school.area, school.hamlets);
    let staff = crate::staff::read(school.staff, school.folder, &mut families);
    let mut children: Vec<Child> = Vec::new();
    for pupil in (school.roster)(&mut families.stream("roster")) {
        let elder = children.iter().find(|child| child.household == pupil.household);
        let mut child = families.child(&pupil, elder);
        enrol(&mut child, &families);
        children.push(child);
    }
    (school.pair)(&mut children, &staff);
    story::live(school.story, &mut children, &staff);
    (school.touch_up)(&mut children, &staff);
    let events = events(school, &staff, &children);
    Home {
        report: school.report,
        name: school.folder,
        settings: settings(school),
        rules: rules(school.preset),
        calendar: &school.calendar,
        staff,
        children,
        events,
    }
}

/// What each school's rules end with.
const FOLLOW_UPS: &str = include_str!("../../data-template/presets/follow-ups.toml");

/// The preset, each rule in force from the first day: what `care init` does.
fn rules(preset: &str) -> String {
    let mut rules = String::new();
    for line in preset.lines().chain(FOLLOW_UPS.lines()) {
        rules.push_str(line);
        rules.push('\n');
        if line.starts_with("id = ") {
            let _ = writeln!(rules, "from = {FIRST_DAY}");
        }
    }
    rules
}

fn settings(school: &School) -> String {
    let School { folder, name, home, class_format, .. } = school;
    let pupils = school
        .pupils
        .map_or_else(String::new, |pupils| format!("\n[x]\npupils = {pupils}    # 全校学生数\n"));
    format!(
        "\
# 示例数据：孩子、老师、电话、身份证号都是编造的。
# 身份证号用不存在的 99 开头地区码，电话一律 139000 开头。
format = 1

[school]
name = \"{name}\"
home = \"{home}\"
language = \"zh-CN\"
time_zone = \"+08:00\"
grades = 6
class_format = \"{class_format}\"    # 班级怎样显示：照这个样子写
{pupils}
# 要用邮件提醒老师时，去掉下面各行行首的“# ”，改成本校的邮箱。密码不写在这里，放在单独的文件里。
# [mail]
# from = \"{home} <care@{folder}.example>\"
# transport = \"smtp\"
# server = \"smtp.{folder}.example\"
# port = 587
# security = \"starttls\"
# user = \"care\"
# password_file = \"mail-password\"
"
    )
}

/// Some were on the roll from their first school day, some since a later term began.
fn enrol(child: &mut Child, families: &Families) {
    let mut rng = families.stream(&format!("enrol {}", child.key));
    let entry = child.birth.year() + if child.birth.month() < 9 { 6 } else { 7 };
    let starts =
        [date(2022, 9, 1), date(2023, 2, 13), date(2023, 9, 1), date(2024, 2, 26), FIRST_DAY];
    let later: Vec<NaiveDate> = starts.into_iter().filter(|day| day.year() > entry).collect();
    let joined = match entry {
        2024 => FIRST_DAY,
        _ if rng.chance(60) => date(entry, 9, 1),
        _ => later[rng.below(later.len())],
    };
    child.spells.push(Spell { joined, left: None });
    child.card_on = Some(date(2024, 9, 9) + Days::new(rng.below(3) as u64));
    if rng.chance(40) {
        child.buddies.push((String::from(rng.pick(CLASSMATES)), date(2024, 9, 23)));
    }
}

fn events(school: &'static School, staff: &[Staff], children: &[Child]) -> Vec<Event> {
    let gaps = &story::gaps(school.story);
    let roll = Roll { calendar: &school.calendar, staff, children, gaps };
    let lower = children.iter().filter(|child| child.class >= "2023");
    let lower: HashSet<&str> = lower.map(|child| child.id.as_str()).collect();
    let at_office = |event: &Event| {
        let in_time = school.office.iter().any(|span| span.holds(event.date));
        in_time && event.children.first().is_some_and(|id| lower.contains(id.as_str()))
    };
    let writer = move |event: &Event| if at_office(event) { OFFICE } else { "" };
    let mut clerk = Clerk {
        seed: school.seed,
        roll: &roll,
        log: Log::new(&school.calendar, writer),
        author: Author::default(),
        busy_months: school.busy_months,
    };
    (school.keep)(&mut clerk);
    story::tell(school.story, &mut clerk, school.duties);
    story::tell(school.books, &mut clerk, school.duties);
    for duty in school.besides {
        clerk.perform(duty);
    }
    clerk.log.events
}

/// The name of the second machine.
pub const OFFICE: &str = "office";
