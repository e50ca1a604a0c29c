//! What the whole school does: lectures, guardian training, meetings of the leading group.

use chrono::NaiveDate;

use crate::calendar::date;
use crate::duties::Clerk;
use crate::log::Event;

struct Lecture {
    on: NaiveDate,
    kind: &'static str,
    topic: &'static str,
    speaker: &'static str,
    unit: &'static str,
}

const LECTURES: &[Lecture] = &[
    Lecture {
        on: date(2024, 9, 25),
        kind: "safety",
        topic: "上学路上的安全",
        speaker: "顾正华",
        unit: "本校",
    },
    Lecture {
        on: date(2024, 12, 4),
        kind: "law",
        topic: "国家宪法日：身边的法律",
        speaker: "丁警官",
        unit: "派出所",
    },
    Lecture {
        on: date(2025, 3, 24),
        kind: "safety",
        topic: "消防演练和用电安全",
        speaker: "顾正华",
        unit: "本校",
    },
    Lecture {
        on: date(2025, 5, 28),
        kind: "safety",
        topic: "防溺水“六不准”",
        speaker: "丁警官",
        unit: "派出所",
    },
];

/// Day, kind, topic, trainer, and how many of a hundred guardians came.
const TRAININGS: &[(NaiveDate, &str, &str, &str, usize)] = &[
    (
        date(2024, 9, 20),
        "parent_school",
        "隔代教育：怎样管好孩子的作息",
        "周敏",
        80,
    ),
    (
        date(2024, 11, 15),
        "parent_meeting",
        "期中家长会：作业和手机",
        "陈立新",
        85,
    ),
    (
        date(2025, 3, 7),
        "parent_school",
        "怎样同孩子说话",
        "周敏",
        75,
    ),
    (
        date(2025, 6, 20),
        "parent_meeting",
        "暑假安全与防溺水",
        "顾正华",
        85,
    ),
];

/// Day, matters, decisions.
const MEETINGS: &[(NaiveDate, &str, &str)] = &[
    (
        date(2024, 9, 4),
        "新学期留守儿童摸底，分工",
        "九月内期初家访走完，结对名单六日前定",
    ),
    (
        date(2024, 11, 8),
        "五（2）班班主任交接，期中家访安排",
        "孙海涛接班，家访二十二日前完成",
    ),
    (
        date(2024, 12, 13),
        "检查谈心、家访、通话登记",
        "没有访到的户年前补访，新转入的孩子尽快结对",
    ),
    (
        date(2025, 2, 19),
        "新学期留守儿童变动情况",
        "名单更新，家长学校三月上旬办",
    ),
    (
        date(2025, 6, 13),
        "暑假安全，学年资料归档",
        "放假前期末家访走完，假期名单交村儿童主任",
    ),
];

pub fn hold(clerk: &mut Clerk) {
    for lecture in LECTURES {
        lecture_held(clerk, lecture);
    }
    for (on, kind, topic, trainer, percent) in TRAININGS {
        let mut rng = clerk.stream(&format!("training {on}"));
        let came = clerk.roll.present_on(*on).filter(|_| rng.chance(*percent));
        let event = came.fold(Event::new("training", *on), |event, child| {
            event.child(&child.id)
        });
        let guardians = event.children.len().to_string();
        let event = event.staff(&clerk.roll.staff(trainer).id);
        let event = event
            .set("kind", *kind)
            .set("topic", *topic)
            .set("trainer", *trainer);
        clerk.log.enter(event.set("guardians", guardians), &mut rng);
    }
    for (on, matters, decisions) in MEETINGS {
        let mut rng = clerk.stream(&format!("meeting {on}"));
        let names = ["顾正华", "陈立新", "周敏", "高玉兰"];
        let event = Event::new("meeting", *on)
            .set("kind", "leading_group")
            .set("chair", "顾正华");
        let event = names
            .iter()
            .fold(event, |event, name| event.staff(&clerk.roll.staff(name).id));
        let event = event.set("matters", *matters).set("decisions", *decisions);
        clerk.log.enter(event, &mut rng);
    }
    handover(clerk);
}

fn lecture_held(clerk: &mut Clerk, lecture: &Lecture) {
    let mut rng = clerk.stream(&format!("lecture {}", lecture.on));
    let there = clerk.roll.present_on(lecture.on);
    let event = there.fold(Event::new("lecture", lecture.on), |event, child| {
        event.child(&child.id)
    });
    let event = event
        .staff(&clerk.roll.staff("周敏").id)
        .set("kind", lecture.kind);
    let event = event
        .set("topic", lecture.topic)
        .set("speaker", lecture.speaker);
    clerk
        .log
        .enter(event.set("speaker_unit", lecture.unit), &mut rng);
}

/// The class that changes hands in mid-term.
fn handover(clerk: &mut Clerk) {
    let mut rng = clerk.stream("handover");
    let day = super::staff::TAKEN_OVER;
    let (from, to) = (&clerk.roll.staff("许婷").id, &clerk.roll.staff("孙海涛").id);
    let class = clerk
        .roll
        .present_on(day)
        .filter(|child| child.class_on(day) == "2020-2");
    let event = class.fold(Event::new("handover", day), |event, child| {
        event.child(&child.id)
    });
    let event = event.staff(from).staff(to).set("class", "2020-2");
    let event = event.set("from", from.as_str()).set("to", to.as_str());
    let event = event.set("open_matters", "期中家访还有两户没有走");
    clerk.log.enter(event, &mut rng);
}
