//! What departs from the routine. On 2024-12-20 ten duties are overdue, on 2025-06-27 five;
//! each line below says which case it shows.

use chrono::NaiveDate;

use crate::calendar::{Span, date};
use crate::duties::Clerk;
use crate::home::Gap;
use crate::log::Event;
use crate::people::Child;
use crate::words::{Kin, contact, help, visit};

const fn gap(who: &'static str, duty: &'static str, first: NaiveDate, last: NaiveDate) -> Gap {
    Gap {
        who,
        duty,
        span: Span::new(first, last),
    }
}

/// The day before which the autumn's misses are made good, and the summer's.
const AUTUMN: NaiveDate = date(2024, 12, 22);
const SUMMER: NaiveDate = date(2025, 6, 27);

pub const GAPS: &[Gap] = &[
    // 谈心：结对教师休产假，两个月没有人接手。
    gap("2019-2 孙鹏飞", "talk", date(2024, 10, 1), AUTUMN),
    // 谈心：年中新来，还没有结对，一次没有谈过。
    gap("2024-1 苏念慈", "talk", date(2024, 11, 4), AUTUMN),
    // 谈心：漏了十月；十一月转学走了，不再列出。
    gap(
        "2019-2 周俊杰",
        "talk",
        date(2024, 10, 1),
        date(2024, 11, 22),
    ),
    // 谈心：见 mending，登记错了人、错了日子。
    gap(
        "2023-1 李小明",
        "talk",
        date(2024, 11, 1),
        date(2024, 11, 30),
    ),
    gap(
        "2022-1 唐一诺",
        "talk",
        date(2024, 10, 1),
        date(2024, 10, 31),
    ),
    // 谈心：四、五两个月；五月一个月。
    gap("2019-1 张思远", "talk", date(2025, 4, 1), SUMMER),
    gap("2023-2 蔡明轩", "talk", date(2025, 5, 1), SUMMER),
    // 写信或通话：电话打过三次没有接通。
    gap("2023-1 董子墨", "touch", date(2024, 11, 1), AUTUMN),
    // 写信或通话：两个月都没有；一个月没有。
    gap("2021-1 郭宇航", "touch", date(2024, 10, 1), AUTUMN),
    gap("2022-2 冯俊熙", "touch", date(2024, 11, 1), AUTUMN),
    // 写信或通话：漏了十月，接着住院暂停，不列出。
    gap("2022-2 彭浩", "touch", date(2024, 10, 1), date(2025, 1, 8)),
    // 写信或通话：父母无电话，豁免。
    gap(
        "2021-1 徐若兰",
        "touch",
        date(2024, 10, 1),
        date(2024, 12, 31),
    ),
    gap("2022-1 唐一诺", "touch", date(2025, 5, 1), SUMMER),
    // 家访：换班主任时漏了一户，另一户晚了。
    gap("2020-2 朱文博", "visit", date(2024, 11, 4), AUTUMN),
    gap(
        "2020-2 何静怡",
        "visit",
        date(2024, 11, 4),
        date(2024, 12, 4),
    ),
    // 家访：去过三次没有人；从未上门，只有一次视频；期初晚了。
    gap("2021-2 诸葛明哲", "visit", date(2024, 11, 4), AUTUMN),
    gap("2019-1 李浩然", "visit", date(2024, 9, 2), AUTUMN),
    gap(
        "2024-1 沈浩宇",
        "visit",
        date(2024, 9, 2),
        date(2024, 9, 27),
    ),
    gap("2021-2 罗雅婷", "visit", date(2025, 4, 13), SUMMER),
    gap(
        "2022-1 韩梦瑶",
        "visit",
        date(2025, 4, 13),
        date(2025, 5, 10),
    ),
    // 监护人沟通：打不通；登记的一次作废了；五月漏了。
    gap("2023-2 上官雨晴", "guardian", date(2024, 11, 1), AUTUMN),
    gap("2020-1 吴天佑", "guardian", date(2024, 11, 1), AUTUMN),
    gap("2024-1 杜嘉禾", "guardian", date(2025, 5, 1), SUMMER),
    // 监护人沟通：姑姑住院，学校代管，豁免两个月。
    gap(
        "2020-2 何静怡",
        "guardian",
        date(2025, 3, 1),
        date(2025, 4, 30),
    ),
    // 监护人沟通：见 mending，作废后又恢复。
    gap(
        "2022-2 曹诗涵",
        "guardian",
        date(2025, 3, 1),
        date(2025, 3, 31),
    ),
    // 五项再调查：只填了四项，见 unfinished_survey。
    gap(
        "2021-2 诸葛明哲",
        "survey",
        date(2025, 2, 17),
        date(2025, 7, 4),
    ),
];

/// Calls and visits that came to nothing.
const ATTEMPTS: &[(&str, &str, NaiveDate)] = &[
    ("2023-1 董子墨", "touch", date(2024, 11, 7)),
    ("2023-1 董子墨", "touch", date(2024, 11, 21)),
    ("2023-1 董子墨", "touch", date(2024, 12, 5)),
    ("2021-1 郭宇航", "touch", date(2024, 11, 14)),
    ("2022-1 唐一诺", "touch", date(2025, 5, 15)),
    ("2022-1 唐一诺", "touch", date(2025, 6, 5)),
    ("2021-2 诸葛明哲", "visit", date(2024, 11, 13)),
    ("2021-2 诸葛明哲", "visit", date(2024, 11, 20)),
    ("2021-2 诸葛明哲", "visit", date(2024, 12, 11)),
    ("2019-1 李浩然", "visit", date(2024, 9, 19)),
    ("2021-2 罗雅婷", "visit", date(2025, 5, 8)),
    ("2023-2 上官雨晴", "guardian", date(2024, 11, 19)),
    ("2023-2 上官雨晴", "guardian", date(2024, 12, 10)),
];

/// Visits that came after their window.
const LATE_VISITS: &[(&str, &str, NaiveDate)] = &[
    ("2020-2 何静怡", "2024-2025-1/mid", date(2024, 12, 5)),
    ("2024-1 沈浩宇", "2024-2025-1/start", date(2024, 10, 10)),
    ("2022-1 韩梦瑶", "2024-2025-2/mid", date(2025, 5, 16)),
];

const COUNSELLED: &[(&str, &[NaiveDate])] = &[
    (
        "2021-2 梁家豪",
        &[date(2024, 12, 4), date(2024, 12, 18), date(2025, 3, 12)],
    ),
    ("2024-1 苏念慈", &[date(2024, 11, 20), date(2025, 1, 8)]),
    ("2022-1 郑凯", &[date(2025, 3, 19), date(2025, 4, 16)]),
    ("2019-2 欧阳晨曦", &[date(2025, 5, 21), date(2025, 6, 11)]),
];

pub fn tell(clerk: &mut Clerk) {
    for (who, duty, day) in ATTEMPTS {
        attempt(clerk, who, duty, *day);
    }
    for (who, anchor, day) in LATE_VISITS {
        clerk.visit(&[clerk.roll.child(who)], anchor, &[*day]);
    }
    video_visit(clerk);
    unfinished_survey(clerk);
    for (who, days) in COUNSELLED {
        counsel(clerk, who, days);
    }
}

fn attempt(clerk: &mut Clerk, who: &str, duty: &str, day: NaiveDate) {
    let mut rng = clerk.stream(&format!("attempt {who} {day}"));
    let child = clerk.roll.child(who);
    let kin = Kin::of(child, day);
    let register = match duty {
        "touch" => "family_call",
        "visit" => "visit",
        _ => "guardian_contact",
    };
    let event = Event::new(register, day).child(&child.id);
    let event = event.staff(clerk.roll.head_teacher(child, day));
    let event = match duty {
        "touch" => contact::no_answer(event, kin, &mut rng),
        "visit" => visit::nobody(event, &mut rng),
        _ => contact::guardian_silent(event, kin, &mut rng),
    };
    clerk.log.enter(event, &mut rng);
}

/// It is written down, but the rule asks for a visit in person.
fn video_visit(clerk: &mut Clerk) {
    let mut rng = clerk.stream("video visit");
    let day = date(2024, 11, 12);
    let child: &Child = clerk.roll.child("2019-1 李浩然");
    let event = Event::new("visit", day).child(&child.id);
    let event = event
        .staff(clerk.roll.head_teacher(child, day))
        .set("mode", "video");
    let event = event
        .set("met", "爷爷")
        .set("purpose", "期中家访，反馈在校表现");
    clerk.log.enter(
        event.note("圩堤修路，车进不去。\\n先用视频看了家里，等路通了再上门"),
        &mut rng,
    );
}

/// One heading of five is blank, so the survey does not count.
fn unfinished_survey(clerk: &mut Clerk) {
    let mut rng = clerk.stream("unfinished survey");
    let day = date(2025, 3, 5);
    let child = clerk.roll.child("2021-2 诸葛明哲");
    let event = Event::new("survey", day).child(&child.id);
    let event = event.staff(clerk.roll.head_teacher(child, day));
    let event = help::survey(event, &mut rng)
        .set("mind", "")
        .note("心理一项等谈过再填");
    clerk.log.enter(event, &mut rng);
}

fn counsel(clerk: &mut Clerk, who: &str, days: &[NaiveDate]) {
    let child = clerk.roll.child(who);
    let later = days
        .iter()
        .skip(1)
        .map(NaiveDate::to_string)
        .chain([String::new()]);
    for (round, (day, next)) in (0..).zip(days.iter().zip(later)) {
        let mut rng = clerk.stream(&format!("counselling {who} {day}"));
        let doctor = &clerk.roll.staff("田树林").id;
        let event = Event::new("counselling", *day)
            .child(&child.id)
            .staff(doctor);
        let event = help::counselling(event, round, &mut rng);
        clerk.log.enter(event.set("next_on", next), &mut rng);
    }
}
