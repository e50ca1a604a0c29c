//! What was entered wrongly and put right: corrections, withdrawals, and changes in a child's file.

use chrono::{Days, NaiveDate};

use crate::calendar::{date, same_month};
use crate::duties::Clerk;
use crate::log::{Event, Fix, at};
use crate::words::{Kin, contact, talk};

const OFFICE: &str = "office";

pub fn mend(clerk: &mut Clerk) {
    wrong_child(clerk);
    withdrawn_contact(clerk);
    wrong_month(clerk);
    entered_twice(clerk);
    revived(clerk);
    wrong_minutes(clerk);
    replies(clerk);
    changes(clerk);
}

/// Enters a talk or a contact by hand on the day it happened.
fn enter(clerk: &mut Clerk, register: &'static str, who: &str, day: NaiveDate) -> usize {
    let mut rng = clerk.stream(&format!("mending {register} {who} {day}"));
    let child = clerk.roll.child(who);
    let kin = Kin::of(child, day);
    let event = Event::new(register, day).child(&child.id);
    let event = if register == "talk" {
        let event = event.staff(clerk.roll.pair_teacher(child, day));
        talk::fill(event, kin, &mut clerk.author, &mut rng)
    } else {
        let event = event.staff(clerk.roll.head_teacher(child, day));
        contact::guardian(event, kin, &mut clerk.author, &mut rng)
    };
    let recorded = at(day, 15, &mut rng);
    clerk.log.enter_at(event, recorded, &mut rng)
}

/// Two children have one name; the office finds that the wrong one was entered.
fn wrong_child(clerk: &mut Clerk) {
    let day = date(2024, 11, 14);
    let index = enter(clerk, "talk", "2020-1 李小明", day);
    let right = clerk.roll.child("2023-1 李小明");
    let teacher = String::from(clerk.roll.pair_teacher(right, day));
    let fix = Fix {
        on: date(2024, 11, 19),
        writer: OFFICE,
    };
    clerk.log.replace(index, &fix, |event| Event {
        children: vec![right.id.clone()],
        staff: vec![teacher],
        ..event
    });
}

/// The office withdraws a contact that was with another child's family.
fn withdrawn_contact(clerk: &mut Clerk) {
    let index = enter(
        clerk,
        "guardian_contact",
        "2020-1 吴天佑",
        date(2024, 11, 12),
    );
    let fix = Fix {
        on: date(2024, 11, 26),
        writer: OFFICE,
    };
    clerk
        .log
        .withdraw(index, &fix, "当天联系的是同村另一家，登记错了");
}

/// The talk was on the last day of the month before: withdrawn here, entered anew there.
fn wrong_month(clerk: &mut Clerk) {
    let index = enter(clerk, "talk", "2022-1 唐一诺", date(2024, 11, 1));
    let fix = Fix {
        on: date(2024, 11, 5),
        writer: "",
    };
    clerk
        .log
        .withdraw(index, &fix, "日期写错，应为\"10月31日\"");
    let mut rng = clerk.stream("wrong month");
    let right = Event {
        date: date(2024, 10, 31),
        ..clerk.log.events[index].clone()
    };
    let recorded = clerk.log.events.last().expect("the withdrawal").recorded;
    clerk
        .log
        .enter_at(right, recorded + chrono::TimeDelta::minutes(2), &mut rng);
}

/// Both machines entered the same talk; one row is withdrawn.
fn entered_twice(clerk: &mut Clerk) {
    let first = {
        let child = &clerk.roll.child("2020-1 刘梓涵").id;
        let march = |event: &Event| same_month(event.date, date(2025, 3, 1));
        clerk.log.first(|event| {
            event.register == "talk" && march(event) && event.children.contains(child)
        })
    };
    let mut rng = clerk.stream("entered twice");
    let copy = clerk.log.events[first].clone();
    let recorded = at(copy.recorded.date() + Days::new(1), 10, &mut rng);
    let twice = clerk.log.enter_at(copy, recorded, &mut rng);
    clerk.log.events[twice].writer = OFFICE;
    let fix = Fix {
        on: recorded.date() + Days::new(3),
        writer: OFFICE,
    };
    clerk.log.withdraw(twice, &fix, "与班主任登记的重复");
}

/// Withdrawn by mistake, then put back.
fn revived(clerk: &mut Clerk) {
    let index = enter(
        clerk,
        "guardian_contact",
        "2022-2 曹诗涵",
        date(2025, 3, 13),
    );
    let void = clerk.log.withdraw(
        index,
        &Fix {
            on: date(2025, 3, 17),
            writer: "",
        },
        "以为与二月的重复",
    );
    let note = clerk.log.events[index].note.clone();
    let fix = Fix {
        on: date(2025, 3, 18),
        writer: "",
    };
    clerk
        .log
        .replace(void, &fix, |event| Event { note, ..event });
}

fn wrong_minutes(clerk: &mut Clerk) {
    let index = clerk.log.first(|event| {
        event.register == "family_call"
            && !event.attempted
            && same_month(event.date, date(2025, 2, 1))
            && event.cell("minutes").len() == 1
    });
    let old = &clerk.log.events[index];
    let fix = Fix {
        on: old.recorded.date() + Days::new(1),
        writer: old.writer,
    };
    let minutes = format!("1{}", old.cell("minutes"));
    clerk
        .log
        .replace(index, &fix, |event| event.set("minutes", minutes));
}

/// The answer to a letter comes two weeks later and is added to its row.
fn replies(clerk: &mut Clerk) {
    for month in [
        date(2024, 10, 1),
        date(2024, 11, 1),
        date(2025, 3, 1),
        date(2025, 4, 1),
    ] {
        let index = clerk.log.first(|event| {
            event.register == "letter" && event.children.len() == 1 && same_month(event.date, month)
        });
        let old = &clerk.log.events[index];
        let reply = old.date + Days::new(14);
        let fix = Fix {
            on: old.date + Days::new(17),
            writer: old.writer,
        };
        clerk.log.replace(index, &fix, |event| {
            event.set("reply_on", reply.to_string())
        });
    }
}

/// One row of the `change` register for each earlier value that a file keeps.
fn changes(clerk: &mut Clerk) {
    let phone = clerk.roll.child("2021-1 徐若兰").mother.phone[0].clone();
    let rows: [(&str, NaiveDate, &str, [&str; 4]); 4] = [
        (
            "2022-2 曹诗涵",
            date(2024, 11, 1),
            "朱国强",
            ["class", "2022-1", "2022-2", "两班人数调整"],
        ),
        (
            "2021-2 梁家豪",
            date(2024, 12, 2),
            "刘敏",
            ["risk", "low", "medium", "爷爷生病，照料变弱"],
        ),
        (
            "2021-1 徐若兰",
            date(2025, 1, 2),
            "周敏",
            ["mother.phone", "", &phone, "妈妈有了电话"],
        ),
        (
            "2021-2 宋雨桐",
            date(2025, 3, 3),
            "刘敏",
            [
                "care_type",
                "one_parent",
                "grandparent",
                "妈妈也外出务工，由奶奶照料",
            ],
        ),
    ];
    for (who, day, by, [field, old, new, why]) in rows {
        let mut rng = clerk.stream(&format!("change {who}"));
        let event = Event::new("change", day).child(&clerk.roll.child(who).id);
        let event = event.staff(&clerk.roll.staff(by).id).set("field", field);
        let event = event.set("old", old).set("new", new).set("why", why);
        let recorded = at(day, 9, &mut rng);
        clerk.log.enter_at(event, recorded, &mut rng);
    }
}
