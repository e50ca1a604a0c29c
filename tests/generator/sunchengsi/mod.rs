//! 金安区城北乡孙城寺小学: few children, a home that is open twice a day, by rota.

use crate::calendar::{Calendar, Every, Span, date, term};
use crate::clerk::{Clerk, Duty};
use crate::duties::{GROWTH_EARLY, GROWTH_LATER, GUARDIAN, HELP, PARENT_CALL, SURVEY, TALK};
use crate::lives::{self, child};
use crate::people::{Child, Staff};
use crate::roster;
use crate::rota::{self, Rota};
use crate::school::{FIRST_DAY, School, USUAL};
use crate::words::{parents, visit};

pub const SCHOOL: School = School {
    folder: "sunchengsi",
    seed: 0x5a9c_2024,
    name: "金安区城北乡孙城寺小学",
    pupils: Some(103),
    class_format: "三年级一班",
    area: "990502",
    hamlets: &["孙城寺村", "孙城寺村西", "大塘村", "桥头村", "枣林村"],
    preset: include_str!("../../../data-template/presets/sunchengsi.toml"),
    calendar: Calendar {
        terms: &[
            term(1, date(2024, 9, 2), date(2025, 1, 17)),
            term(2, date(2025, 2, 17), date(2025, 7, 3)),
        ],
    },
    staff: include_str!("staff.txt"),
    report: ("2024-2025-1", include_str!("report.md")),
    roster: |_| roster::read(include_str!("roster.txt")),
    pair,
    story: include_str!("story.txt"),
    touch_up,
    duties: DUTIES,
    busy_months: &[1, 3, 4, 9, 10],
    keep,
    books: include_str!("books.txt"),
    besides: &[SURVEY, PARENT_CALL.by("pair_teacher").left_out(88).in_vain(0, parents::no_answer)],
    ..USUAL
};

const VISIT: Duty =
    Duty::new("visit", "visit", Every::Term, "pair_teacher", visit::fill).in_vain(8, visit::nobody);

const DUTIES: &[Duty] = &[
    TALK.left_out(15),
    VISIT,
    GUARDIAN.left_out(55),
    GROWTH_EARLY,
    GROWTH_LATER,
    HELP.by("proxy_mother").left_out(65),
];

/// Each with its head teacher; girls and the small ones have a substitute mother besides.
fn pair(children: &mut [Child], staff: &[Staff]) {
    lives::pair_with_head_teacher(children, staff, "pair_teacher");
    let mother = |person: &&Staff| person.holds("proxy_mother", "", FIRST_DAY);
    let mothers: Vec<&Staff> = staff.iter().filter(mother).collect();
    let theirs = children.iter_mut().filter(|child| child.female || child.class >= "2023");
    for (turn, child) in theirs.enumerate() {
        lives::pair(child, mothers[turn % mothers.len()], "proxy_mother", FIRST_DAY);
    }
}

/// What is not written down in some files.
fn touch_up(children: &mut [Child], _: &[Staff]) {
    let afloat = child(children, "2021-1 吴小敏");
    afloat.father.phone.clear();
    afloat.mother.phone.clear();
    let unasked = child(children, "2022-1 许多");
    unasked.carer.health = "";
    unasked.carer.education = "";
    child(children, "2024-1 丁可可").carer.birth_year = 0;
    child(children, "2024-1 沈佳慧").card_on = Some(date(2025, 3, 3));
    for poor in ["2019-1 张家宝", "2024-1 黄小军", "2023-1 杨乐"] {
        child(children, poor).tags = vec!["poor"];
    }
}

fn keep(clerk: &mut Clerk) {
    clerk.routine(DUTIES, (20, "head_teacher"));
    rota::keep(clerk, &HOME);
}

/// Pair teachers, substitute mothers, the doctor and the keeper, in turn.
const HOME: Rota = Rota {
    sessions: &["noon", "after_school"],
    people: &[
        ("许长河", "pair_teacher"),
        ("方秀珍", "proxy_mother"),
        ("江萍", "home_keeper"),
        ("汪宏", "pair_teacher"),
        ("程桂芳", "proxy_mother"),
        ("叶琴", "pair_teacher"),
        ("杨守仁", "doctor"),
        ("胡家兰", "proxy_mother"),
        ("束晓梅", "pair_teacher"),
    ],
    notes: &[
        "正常",
        "关好门窗",
        "少两本书，已找到",
        "一个孩子擦破手，已处理",
        "图书归位",
        "家长来接晚，等到五点半",
    ],
    plays: true,
    planned: &[Span::new(date(2024, 12, 23), date(2025, 3, 14))],
};
