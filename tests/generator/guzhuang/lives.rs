//! What happened to single children in the year: who came, left, was away, was excused.

use chrono::NaiveDate;

use super::staff::TAKEN_OVER;
use crate::calendar::{Span, date};
use crate::home::find_staff;
use crate::people::{Child, Exempt, Pair, Spell, Staff, Was};

pub fn live(children: &mut [Child], staff: &[Staff]) {
    come_and_go(children);
    pause(children);
    change(children);
    exempt(children, staff);
    name(children);
    hand_over_pairs(children, staff);
}

fn of<'a>(children: &'a mut [Child], key: &str) -> &'a mut Child {
    children
        .iter_mut()
        .find(|child| child.key == key)
        .expect("a child on the roster")
}

fn come_and_go(children: &mut [Child]) {
    let mut leave = |key: &str, day: NaiveDate, reason: &'static str| {
        let child = of(children, key);
        child.spells[0].left = Some((day, reason));
        child.pairs[0].until = Some((day, "离校"));
    };
    leave("2019-2 周俊杰", date(2024, 11, 22), "transferred");
    leave("2023-2 余梦洁", date(2025, 1, 17), "moved_with_parents");
    leave("2021-1 林志强", date(2025, 3, 28), "moved_with_parents");
    leave("2020-1 马晓雨", date(2025, 4, 30), "parents_returned");
    leave("2022-1 郑凯", date(2024, 10, 18), "moved_with_parents");

    let returned = of(children, "2022-1 郑凯");
    returned.comment = "2024-10-18 随父母外出，2025-03-03 转回，在同一个文件里接着记。";
    returned.spells.push(Spell {
        joined: date(2025, 3, 3),
        left: None,
    });
    let staff = returned.pairs[0].staff.clone();
    returned.pairs.push(Pair {
        staff,
        from: date(2025, 3, 5),
        until: None,
    });

    // 十一月来的，到十二月下旬才结对。
    join(
        of(children, "2024-1 苏念慈"),
        date(2024, 11, 4),
        date(2024, 11, 8),
        date(2024, 12, 23),
    );
    join(
        of(children, "2023-1 袁艺馨"),
        date(2025, 2, 17),
        date(2025, 2, 21),
        date(2025, 2, 21),
    );
}

/// A child who comes in mid-year: the card and the pair come after it.
fn join(child: &mut Child, joined: NaiveDate, card: NaiveDate, paired: NaiveDate) {
    child.spells = vec![Spell { joined, left: None }];
    child.card_on = Some(card);
    child.carer.notice_on = Some(joined);
    child.buddies.clear();
    child.pairs[0].from = paired;
}

fn pause(children: &mut [Child]) {
    let hospital = Span::new(date(2024, 10, 28), date(2024, 12, 31));
    of(children, "2022-2 彭浩")
        .pauses
        .push((hospital, "腿部骨折，住院后在家休养"));
    let away = Span::new(date(2025, 5, 12), date(2025, 6, 6));
    of(children, "2021-1 魏欣悦")
        .pauses
        .push((away, "到父母打工地暂住，回来后补课"));
}

/// Earlier values that rules may look at. The `change` register tells of each (see `mending`).
fn change(children: &mut [Child]) {
    let watched = of(children, "2021-2 梁家豪");
    watched.risk = "medium";
    watched.was.push(Was {
        field: "risk",
        value: "low",
        until: date(2024, 12, 1),
    });

    let moved = of(children, "2021-2 宋雨桐");
    moved.mother.away_since = Some(date(2025, 2, 16));
    moved.carer.notice_on = Some(date(2025, 2, 17));
    moved.was.push(Was {
        field: "care_type",
        value: "one_parent",
        until: date(2025, 3, 2),
    });

    let shifted = of(children, "2022-2 曹诗涵");
    shifted.was.push(Was {
        field: "class",
        value: "2022-1",
        until: date(2024, 10, 31),
    });
}

fn exempt(children: &mut [Child], staff: &[Staff]) {
    let unreachable = of(children, "2021-1 徐若兰");
    unreachable.comment =
        "父母跟货船在外，2024 年没有电话，也收不到信；2025 年元旦起妈妈有了电话。";
    unreachable.father.phone.clear();
    unreachable.father.work_place = "江苏省南京市";
    unreachable.mother.work_place = "江苏省南京市";
    unreachable.exempts.push(Exempt {
        rule: "monthly-letter-or-call",
        span: Span::new(date(2024, 10, 1), date(2024, 12, 31)),
        reason: "父母无电话",
        by: find_staff(staff, "周敏").id.clone(),
    });
    of(children, "2020-2 何静怡").exempts.push(Exempt {
        rule: "monthly-guardian-contact",
        span: Span::new(date(2025, 3, 1), date(2025, 4, 30)),
        reason: "临时监护人住院，由学校代管",
        by: find_staff(staff, "孙海涛").id.clone(),
    });
}

fn name(children: &mut [Child]) {
    let uyghur = of(children, "2020-2 阿依古丽·买买提");
    uyghur.ethnic_group = "维吾尔族";
    uyghur.father.name = String::from("买买提·艾山");
    uyghur.mother.name = String::from("热依罕·卡迪尔");
    uyghur.carer.name = String::from("帕提古丽·艾山");
    uyghur.elders.clear();
    of(children, "2020-1 马晓雨").ethnic_group = "回族";
    of(children, "2020-1 李小明").comment = "同名：2023-1 班还有一个李小明，登记时看清班级。";
    of(children, "2023-1 李小明").comment = "同名：2020-1 班还有一个李小明，登记时看清班级。";
}

/// 许婷's pairs pass to 孙海涛 with her class; 孙鹏飞 was overlooked until December.
fn hand_over_pairs(children: &mut [Child], staff: &[Staff]) {
    let leaving = &find_staff(staff, "许婷").id;
    let taking = &find_staff(staff, "孙海涛").id;
    of(children, "2019-2 孙鹏飞").pairs[0]
        .staff
        .clone_from(leaving);
    for child in children {
        let last = child.pairs.last_mut().expect("every child is paired");
        if last.staff != *leaving {
            continue;
        }
        if last.from >= TAKEN_OVER {
            last.staff.clone_from(taking);
            continue;
        }
        let overlooked = child.key == "2019-2 孙鹏飞";
        let from = if overlooked {
            date(2024, 12, 23)
        } else {
            TAKEN_OVER
        };
        if last.until.is_none() {
            last.until = Some((date(2024, 11, 10), "产假"));
            child.pairs.push(Pair {
                staff: taking.clone(),
                from,
                until: None,
            });
        }
    }
}
