//! 沟墩实验小学: guardians at school, lectures, and the handover at the end of each term.

use chrono::{Days, NaiveDate};

use crate::calendar::{Calendar, Every, Span, date, term};
use crate::clerk::{Clerk, Duty};
use crate::duties::{
    FAMILY_CALL, FEEDBACK, GROWTH, GUARDIAN_VISIT, HELP, PARENT_CALL, PARENT_LETTER, SURVEY,
};
use crate::log::Event;
use crate::people::Child;
use crate::rota::{self, Rota};
use crate::school::{School, USUAL};
use crate::words::daily;
use crate::{guardians, roster};

pub const SCHOOL: School = School {
    folder: "goudun",
    seed: 0x90d0_2024,
    name: "沟墩实验小学",
    home: "留守儿童托管中心",
    class_format: "302",
    area: "990923",
    hamlets: &["沟墩村", "北沟村", "东港村", "双桥村", "新舍村", "果林村"],
    preset: include_str!("../../../data-template/presets/goudun.toml"),
    calendar: Calendar {
        terms: &[
            term(1, date(2024, 9, 2), date(2025, 1, 21)),
            term(2, date(2025, 2, 10), date(2025, 7, 2)),
        ],
    },
    staff: include_str!("staff.txt"),
    report: ("2024", include_str!("report.md")),
    roster: |rng| roster::fill(roster::read(include_str!("roster.txt")), SIZES, CARE, rng),
    pair: guardians::pair,
    story: include_str!("story.txt"),
    duties: DUTIES,
    busy_months: &[3, 9, 10],
    office: &[Span::new(date(2024, 10, 1), date(2024, 12, 31))],
    keep,
    books: include_str!("books.txt"),
    besides: &[SURVEY.left_out(80)],
    ..USUAL
};

/// Of the classes, two in each year.
const SIZES: [usize; 12] = [7, 7, 7, 6, 7, 7, 7, 7, 7, 7, 7, 7];

const CARE: &[(&str, usize)] =
    &[("grandparent", 54), ("one_parent", 18), ("kin_friend", 6), ("single_or_orphan", 5)];

const LOAN: Duty =
    Duty::new("loan", "book_loan", Every::Month, "head_teacher", daily::loan).left_out(75);

const DUTIES: &[Duty] = &[
    GUARDIAN_VISIT,
    PARENT_CALL,
    PARENT_LETTER,
    FEEDBACK,
    GROWTH,
    HELP.left_out(80),
    FAMILY_CALL.left_out(25),
    LOAN,
];

fn keep(clerk: &mut Clerk) {
    clerk.routine(DUTIES, (8, "head_teacher"));
    handovers(clerk);
    rota::keep(clerk, &PATROL);
}

/// The patrol that sees the children home.
const PATROL: Rota = Rota {
    sessions: &["after_school"],
    people: &[("高立成", "patrol"), ("殷长根", "patrol")],
    notes: &["正常", "路口车多，多站了十分钟", "雨天，送到村口", "两个孩子等家长，陪到五点"],
    plays: false,
    planned: &[],
};

/// Each class in the last days of the term; one was overlooked in the first.
fn handovers(clerk: &mut Clerk) {
    for term in clerk.roll.calendar.terms {
        for class in clerk.roll.classes() {
            if class == "2021-2" && term.span.holds(date(2024, 12, 1)) {
                continue;
            }
            let mut rng = clerk.stream(&format!("handover {class} {}", term.id));
            let day: NaiveDate = term.span.last - Days::new(rng.below(2) as u64);
            let there: Vec<&Child> =
                clerk.roll.present_on(day).filter(|child| child.class == class).collect();
            let teacher = clerk.roll.head_teacher(there[0], day);
            let keeper = clerk.roll.staff("葛秀兰");
            let event = there
                .iter()
                .fold(Event::new("handover", day), |event, child| event.child(&child.id))
                .staff(teacher)
                .staff(&keeper.id)
                .set("class", class)
                .set("from", clerk.roll.name_of(teacher))
                .set("to", keeper.name)
                .set("open_matters", rng.pick(OPEN_MATTERS))
                .set("files", "档案、联系卡、成长袋、记录本")
                .set("witness", "戴晓莉");
            clerk.log.enter(event, &mut rng);
        }
    }
}

const OPEN_MATTERS: &[&str] = &[
    "",
    "",
    "一户电话待更新",
    "假期随父母外出的，开学核对",
    "一名孩子假期由亲戚照看",
    "图书两本未还",
];
