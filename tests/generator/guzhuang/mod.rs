//! 固镇县顾庄小学: the second school's rules, with invented people.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::{Calendar, Span, Term, date, term};
use crate::clerk::Clerk;
use crate::duties::{FAMILY_CALL, GROWTH, GUARDIAN, HELP, LETTER, SURVEY, TALK, VISIT, Writing};
use crate::home::find_staff;
use crate::lives::{self, child, pass_on};
use crate::people::{Child, Staff};
use crate::rng::Rng;
use crate::roster;
use crate::school::{School, USUAL};
use crate::words::contact;

pub const SCHOOL: School = School {
    folder: "guzhuang",
    seed: 0x5f3a_2024_0902,
    name: "固镇县顾庄小学",
    area: "990323",
    hamlets: &["顾庄村", "顾庄村东", "小桥村", "前圩村", "后圩村", "柳沟村"],
    preset: include_str!("../../../data-template/presets/guzhuang.toml"),
    calendar: Calendar {
        terms: &[
            Term {
                anchors: &[
                    ("start", Span::new(date(2024, 9, 2), date(2024, 9, 27))),
                    ("mid", Span::new(date(2024, 11, 4), date(2024, 11, 22))),
                    ("end", Span::new(date(2024, 12, 30), date(2025, 1, 17))),
                ],
                ..term(1, date(2024, 9, 2), date(2025, 1, 17))
            },
            term(2, date(2025, 2, 17), date(2025, 7, 4)),
        ],
    },
    staff: include_str!("staff.txt"),
    report: ("2024-2025-1", include_str!("report.md")),
    roster: |_| roster::read(include_str!("roster.txt")),
    pair,
    story: include_str!("story.txt"),
    touch_up,
    duties: &[TALK, VISIT, FAMILY_CALL, GUARDIAN, HELP, SURVEY, GROWTH],
    busy_months: &[1, 3, 4, 9, 10],
    office: &[
        Span::new(date(2024, 10, 1), date(2024, 11, 30)),
        Span::new(date(2025, 3, 1), date(2025, 4, 30)),
    ],
    keep,
    books: include_str!("books.txt"),
    ..USUAL
};

/// The day on which 孙海涛 took over the class of 许婷.
const TAKEN_OVER: NaiveDate = date(2024, 11, 11);

/// The day on which the pairs are made.
const PAIRED: NaiveDate = date(2024, 9, 6);

/// “一助一”: staff take children in turn, never the head teacher of the child's own class.
fn pair(children: &mut [Child], staff: &[Staff]) {
    let at_school = |person: &&Staff| {
        !person.email.is_empty() && !person.roles.iter().any(|role| role.name == "home_keeper")
    };
    let teachers: Vec<&Staff> = staff.iter().filter(at_school).collect();
    let mut turn = 0;
    for child in children {
        while teachers[turn % teachers.len()].holds("head_teacher", child.class, PAIRED) {
            turn += 1;
        }
        lives::pair(child, teachers[turn % teachers.len()], "pair_teacher", PAIRED);
        turn += 5;
    }
}

fn touch_up(children: &mut [Child], staff: &[Staff]) {
    let moved = child(children, "2021-2 宋雨桐");
    moved.mother.away_since = Some(date(2025, 2, 16));
    moved.carer.notice_on = Some(date(2025, 2, 17));

    let unreachable = child(children, "2021-1 徐若兰");
    unreachable.father.phone.clear();
    unreachable.father.work_place = "江苏省南京市";
    unreachable.mother.work_place = "江苏省南京市";

    let uyghur = child(children, "2020-2 阿依古丽·买买提");
    uyghur.ethnic_group = "维吾尔族";
    uyghur.father.name = String::from("买买提·艾山");
    uyghur.mother.name = String::from("热依罕·卡迪尔");
    uyghur.carer.name = String::from("帕提古丽·艾山");
    uyghur.elders.clear();
    child(children, "2020-1 马晓雨").ethnic_group = "回族";

    // 孙鹏飞 was overlooked until December.
    let [leaving, taking] = ["许婷", "孙海涛"].map(|name| find_staff(staff, name));
    let overlooked = "2019-2 孙鹏飞";
    child(children, overlooked).pairs[0].staff.clone_from(&leaving.id);
    pass_on(children, [leaving, taking], (TAKEN_OVER, "产假"), |child| {
        if child.key == overlooked { date(2024, 12, 23) } else { TAKEN_OVER }
    });
}

fn keep(clerk: &mut Clerk) {
    clerk.perform(&TALK);
    clerk.visits(&VISIT, (18, "pair_teacher"));
    letters_and_calls(clerk);
    for duty in [GUARDIAN, HELP, SURVEY, GROWTH] {
        clerk.perform(&duty);
    }
}

/// Letters that a class writes together; who wrote none writes or calls alone.
fn letters_and_calls(clerk: &mut Clerk) {
    let together =
        Writing { occasions: contact::OCCASIONS, days_before: 14, lowest_grade: 3, none: 45 };
    let written = clerk.festival_letters(&together);
    clerk.each(&FAMILY_CALL, |clerk, child, day, rng| {
        if !written.contains(&(child.id.clone(), day.month())) {
            letter_or_call(clerk, child, day, rng);
        }
        let later = Span::new(day, day + Days::new(12));
        let days = clerk.roll.school_days(child, FAMILY_CALL.name, later);
        let again = days.last().filter(|last| last.month() == day.month() && **last != day);
        if let (Some(again), true) = (again, rng.chance(25)) {
            clerk.once(&FAMILY_CALL, child, *again, rng);
        }
    });
}

fn letter_or_call<'a>(clerk: &mut Clerk<'a>, child: &'a Child, day: NaiveDate, rng: &mut Rng) {
    let writes = child.grade_on(day) > 1 && rng.chance(30);
    clerk.once(if writes { &LETTER } else { &FAMILY_CALL }, child, day, rng);
}
