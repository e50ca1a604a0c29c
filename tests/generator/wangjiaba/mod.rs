//! 王家坝镇中心小学: a talk each week with the head teacher as proxy parent, letters on occasions.

use chrono::{Days, NaiveDate};

use crate::calendar::{Calendar, Every, Span, date, term};
use crate::clerk::{Clerk, Duty};
use crate::duties::{FAMILY_CALL, FEEDBACK, GUARDIAN, HELP, Writing};
use crate::home::find_staff;
use crate::lives::pass_on;
use crate::log::{Event, at};
use crate::people::{Child, Elder, Staff};
use crate::school::{School, USUAL};
use crate::words::contact::{self, Occasion};
use crate::words::{daily, talk, visit};
use crate::{lives, roster};

pub const SCHOOL: School = School {
    folder: "wangjiaba",
    seed: 0x3a77_2024,
    name: "王家坝镇中心小学",
    area: "990225",
    hamlets: &["李郢村", "崔集村", "和台村", "刘郢村", "马台村", "双台村"],
    preset: include_str!("../../../data-template/presets/wangjiaba.toml"),
    calendar: Calendar {
        terms: &[
            term(1, date(2024, 9, 2), date(2025, 1, 16)),
            term(2, date(2025, 2, 17), date(2025, 7, 4)),
        ],
    },
    staff: include_str!("staff.txt"),
    report: ("2024-2025-1", include_str!("report.md")),
    roster: |rng| roster::fill(roster::read(include_str!("roster.txt")), SIZES, CARE, rng),
    pair: |children, staff| lives::pair_with_head_teacher(children, staff, PROXY),
    story: include_str!("story.txt"),
    touch_up,
    duties: DUTIES,
    keep,
    books: include_str!("books.txt"),
    besides: &[HELP.by("proxy_parent").left_out(90), FEEDBACK.by("proxy_parent").left_out(70)],
    ..USUAL
};

const PROXY: &str = "proxy_parent";

/// Of the classes, two in each year.
const SIZES: [usize; 12] = [5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 5, 6];

const CARE: &[(&str, usize)] =
    &[("grandparent", 41), ("one_parent", 13), ("kin_friend", 5), ("single_or_orphan", 3)];

const TALK: Duty =
    Duty::new("talk", "talk", Every::Week, PROXY, talk::weekly).in_vain(0, talk::absent);

const VISIT: Duty =
    Duty::new("visit", "visit", Every::Term, PROXY, visit::fill).in_vain(6, visit::nobody);

const DIARY: Duty = Duty::new("diary", "diary", Every::Month, "head_teacher", daily::diary);

const LOAN: Duty =
    Duty::new("loan", "book_loan", Every::Month, "head_teacher", daily::loan).left_out(80);

const DUTIES: &[Duty] = &[
    TALK,
    VISIT,
    GUARDIAN.by(PROXY).left_out(45),
    FAMILY_CALL.left_out(30),
    LOAN,
    DIARY.left_out(80),
];

/// 孙玉洁's class passes to 胡敏 in November. Of one child the new proxy parent was not named until
/// December.
fn touch_up(children: &mut [Child], staff: &[Staff]) {
    let [leaving, taking] = ["孙玉洁", "胡敏"].map(|name| find_staff(staff, name));
    let day = date(2024, 11, 18);
    pass_on(children, [leaving, taking], (day, "调离"), |child| {
        if child.key == "2021-2 周子涵" { date(2024, 12, 9) } else { day }
    });
}

fn keep(clerk: &mut Clerk) {
    clerk.routine(DUTIES, (0, PROXY));
    clerk.festival_letters(&LETTERS);
    letters_of_the_break(clerk);
    elders_birthdays(clerk);
}

/// Letters written at school, in the week before a festival; the last one in the week after.
const LETTERS: Writing = Writing {
    occasions: &[
        (date(2024, 9, 17), "mid_autumn", "中秋节的信"),
        (date(2024, 10, 11), "double_ninth", "重阳节，说说家里老人"),
        (date(2025, 2, 19), "lantern", "元宵节的信，说说年过得怎样"),
        (date(2025, 4, 4), "qingming", "清明节，说说老家的变化"),
        (date(2025, 5, 31), "dragon_boat", "端午节的信"),
    ],
    days_before: 6,
    lowest_grade: 1,
    none: 12,
};

/// At home, in the winter holidays; brought to school when the term begins.
fn letters_of_the_break(clerk: &mut Clerk) {
    let spring = Span::new(date(2025, 1, 22), date(2025, 2, 5));
    for child in clerk.roll.children {
        let mut rng = clerk.stream(&format!("break {}", child.key));
        let day = date(2025, 1, 20) + Days::new(rng.below(20) as u64);
        let occasion: Occasion = if spring.holds(day) {
            (day, "spring_festival", "春节的信，盼着团圆")
        } else {
            (day, "winter_break", "寒假里的事")
        };
        if child.present(day) && rng.chance(85) {
            bring(clerk, child, &occasion);
        }
    }
}

/// Within three days before the birthday.
fn elders_birthdays(clerk: &mut Clerk) {
    for child in clerk.roll.children {
        for elder in &child.elders {
            let mut rng = clerk.stream(&format!("birthday {} {}", child.key, elder.name));
            let Some(birthday) = solar(elder) else { continue };
            let day = birthday - Days::new(rng.below(4) as u64);
            let written = rng.chance(75) && child.present(day);
            if written && day >= clerk.roll.calendar.terms[0].span.first {
                bring(clerk, child, &(day, "elder_birthday", "家里老人过生日，说说家里"));
            }
        }
    }
}

/// A letter of one child, entered on the next school day.
fn bring(clerk: &mut Clerk, child: &Child, occasion: &Occasion) {
    let (day, code, _) = *occasion;
    let mut rng = clerk.stream(&format!("letter {} {code} {day}", child.key));
    let event = Event::new("letter", day).child(&child.id);
    let event = event.staff(clerk.roll.responsible(child, PROXY, day));
    let recorded = at(clerk.roll.calendar.next_school_day(day), 9, &mut rng);
    clerk.log.enter_at(contact::festival(event, occasion), recorded, &mut rng);
}

/// The first days of the lunar months that fall into the school year.
const LUNAR: [(u64, NaiveDate); 11] = [
    (8, date(2024, 9, 3)),
    (9, date(2024, 10, 3)),
    (10, date(2024, 11, 1)),
    (11, date(2024, 12, 1)),
    (12, date(2024, 12, 31)),
    (1, date(2025, 1, 29)),
    (2, date(2025, 2, 28)),
    (3, date(2025, 3, 29)),
    (4, date(2025, 4, 28)),
    (5, date(2025, 5, 27)),
    (6, date(2025, 6, 25)),
];

/// The elder's birthday in the school year, when it lies in it.
fn solar(elder: &Elder) -> Option<NaiveDate> {
    let (month, day) = elder.birthday.split_once('-')?;
    let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
    let in_year = Span::new(date(2024, 9, 2), date(2025, 7, 4));
    let birthday = if elder.calendar == "lunar" {
        let (_, first) = LUNAR.iter().find(|(lunar, _)| *lunar == u64::from(month))?;
        *first + Days::new(u64::from(day) - 1)
    } else {
        NaiveDate::from_ymd_opt(if month >= 9 { 2024 } else { 2025 }, month, day)?
    };
    in_year.holds(birthday).then_some(birthday)
}
