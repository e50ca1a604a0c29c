//! 私渡镇廷水小学: many children, in four kinds of care as the school counts them.

use crate::calendar::{Calendar, date, term};
use crate::clerk::Duty;
use crate::duties::{
    FEEDBACK, GROWTH_EARLY, GROWTH_LATER, GUARDIAN_VISIT, HELP, PARENT_CALL, PARENT_LETTER,
};
use crate::lives::child;
use crate::people::{Child, Staff};
use crate::school::{School, USUAL};
use crate::{guardians, roster};

pub const SCHOOL: School = School {
    folder: "tingshui",
    seed: 0x7157_2024,
    name: "私渡镇廷水小学",
    home: "留守儿童管护中心",
    class_format: "三年级二班",
    area: "990105",
    hamlets: &["廷水村", "河口村", "岩湾村", "新田村", "石桥村", "大坪村", "青林村"],
    preset: include_str!("../../../data-template/presets/tingshui.toml"),
    calendar: Calendar {
        terms: &[
            term(1, date(2024, 9, 2), date(2025, 1, 15)),
            term(2, date(2025, 2, 14), date(2025, 7, 4)),
        ],
    },
    staff: include_str!("staff.txt"),
    report: ("2024-2025-1", include_str!("report.md")),
    roster: |rng| roster::fill(roster::read(include_str!("roster.txt")), SIZES, CARE, rng),
    pair: guardians::pair,
    story: include_str!("story.txt"),
    touch_up,
    duties: DUTIES,
    keep: |clerk| clerk.routine(DUTIES, (8, "head_teacher")),
    books: include_str!("books.txt"),
    ..USUAL
};

const DUTIES: &[Duty] = &[
    GUARDIAN_VISIT,
    PARENT_CALL,
    PARENT_LETTER,
    FEEDBACK,
    GROWTH_EARLY,
    GROWTH_LATER,
    HELP.left_out(85),
];

/// Of the classes, two in each year.
const SIZES: [usize; 12] = [17, 16, 16, 16, 16, 15, 16, 16, 16, 16, 16, 15];

/// 38 %, 52 %, 6.3 % and 3.7 % of the 189 who are there on any day from November on; and one of
/// the first kind and one of the second who left, or came, in the year.
const CARE: &[(&str, usize)] =
    &[("grandparent", 72), ("one_parent", 100), ("kin_friend", 12), ("single_or_orphan", 7)];

fn touch_up(children: &mut [Child], _: &[Staff]) {
    child(children, "2024-1 黎小满").card_on = Some(date(2025, 3, 4));
}
