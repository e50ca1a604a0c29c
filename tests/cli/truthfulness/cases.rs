//! Cases of eight kinds, planted among honest records as somebody would make them.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::rows::DrawnRow;
use super::school::{School, days, is_school};

/// The checks by which they are found.
pub const KINDS: [&str; 8] = [
    "truth-same-text",
    "truth-many-visits",
    "truth-one-time",
    "truth-no-school",
    "truth-month-end",
    "truth-late",
    "truth-in-order",
    "truth-again",
];

/// A case of a kind.
pub struct Case {
    pub kind: usize,
}

/// Plants the newest case of a school among what a class's teacher wrote in its month.
pub fn plant(school: &mut School, class: usize, kind: usize, month: NaiveDate) {
    match KINDS[kind] {
        "truth-same-text" => same_text(school, class, month),
        "truth-many-visits" => many_visits(school, class, month),
        "truth-one-time" => one_time(school, class, month),
        "truth-no-school" => no_school(school, class, month),
        "truth-month-end" => month_end(school, class, month),
        "truth-late" => late(school, class, month),
        "truth-in-order" => in_order(school, class, month),
        _ => again(school, class, month),
    }
}

/// The same words of five children or more, with other signs between them.
fn same_text(school: &mut School, class: usize, month: NaiveDate) {
    let (text, case) = (school.text(), school.case());
    let singles = school.singles(class, month);
    for at in school.rng.some(&singles, 5, 9) {
        let sign = *school.rng.pick(&["，", "。", " ", "、", "　"]);
        let end = *school.rng.pick(&["", "。", "！"]);
        let row = &mut school.rows[at];
        row.put("content", text.replace('，', sign) + end);
        row.case = Some(case);
    }
}

/// Nine homes or more on one Saturday.
fn many_visits(school: &mut School, class: usize, month: NaiveDate) {
    let case = school.case();
    let saturdays: Vec<NaiveDate> =
        days(month).into_iter().filter(|day| day.weekday() == Weekday::Sat).collect();
    let day = *school.rng.pick(&saturdays);
    let children = school.classes[class].children.clone();
    for child in school.rng.some(&children, 9, 12) {
        let row = school.visit(class, day, &child);
        school.rows.push(DrawnRow { case: Some(case), ..row });
    }
}

/// A visit, and a talk with another child or a session of duty at that time.
fn one_time(school: &mut School, class: usize, month: NaiveDate) {
    let case = school.case();
    let is_duty = school.rng.chance(50);
    let fits = |day: &NaiveDate| is_school(*day) && (day.weekday() == Weekday::Wed) == is_duty;
    let fitting: Vec<NaiveDate> = days(month).into_iter().filter(fits).collect();
    let day = *school.rng.pick(&fitting);
    let children = school.classes[class].children.clone();
    let (visited, talked) = (&children[school.rng.below(6)], &children[6 + school.rng.below(6)]);
    let minute = school.rng.between(20, 50);
    let mut visit = school.visit(class, day, visited);
    visit.put("time", format!("16:{minute:02}"));
    school.rows.push(DrawnRow { case: Some(case), ..visit });
    if is_duty {
        let teacher = school.classes[class].teacher.clone();
        let is_own =
            |row: &&mut DrawnRow| row.register == "duty" && row.date == day && row.staff == teacher;
        school.rows.iter_mut().find(is_own).unwrap().case = Some(case);
    } else {
        let mut talk = school.talk(class, day, std::slice::from_ref(talked));
        talk.put("time", format!("下午4点{:02}分", minute + school.rng.between(-15, 9)));
        school.rows.push(DrawnRow { case: Some(case), ..talk });
    }
}

/// A talk or some, face to face, on days without school.
fn no_school(school: &mut School, class: usize, month: NaiveDate) {
    let case = school.case();
    let free: Vec<NaiveDate> = days(month).into_iter().filter(|day| !is_school(*day)).collect();
    for day in school.rng.some(&free, 1, 3) {
        let child = school.a_child(class);
        let row = school.talk(class, day, &[child]);
        school.rows.push(DrawnRow { case: Some(case), ..row });
    }
}

/// All talks with one child of the month on its last three days.
fn month_end(school: &mut School, class: usize, month: NaiveDate) {
    let case = school.case();
    let mut last: Vec<NaiveDate> = days(month).into_iter().rev().take(3).collect();
    last.retain(|day| is_school(*day));
    // What the class was told each Friday is left out too.
    let teacher = school.classes[class].teacher.clone();
    let is_of_class = |row: &DrawnRow| {
        row.register == "talk"
            && row.staff == teacher
            && row.date.month() == month.month()
            && row.cell("content").starts_with("放学路上")
    };
    school.rows.retain(|row| !is_of_class(row));
    for at in school.singles(class, month) {
        let day = *school.rng.pick(&last);
        let recorded = school.at(day, 13, 21);
        let row = &mut school.rows[at];
        (row.date, row.recorded, row.case) = (day, recorded, Some(case));
    }
}

/// Some talks entered more than two months after.
fn late(school: &mut School, class: usize, month: NaiveDate) {
    let case = school.case();
    let singles = school.singles(class, month);
    for at in school.rng.some(&singles, 1, 5) {
        let day = school.rows[at].date + Days::new(65 + school.rng.below(10) as u64);
        let recorded = school.at(day, 13, 21);
        (school.rows[at].recorded, school.rows[at].case) = (recorded, Some(case));
    }
}

/// Talks of a month entered one after another on one evening, as the children stand in a list.
fn in_order(school: &mut School, class: usize, month: NaiveDate) {
    let case = school.case();
    let mut singles = school.singles(class, month);
    singles.sort_by_key(|at| school.rows[*at].children.clone());
    singles.dedup_by_key(|at| school.rows[*at].children.clone());
    let last = singles.iter().map(|at| school.rows[*at].date).max().unwrap();
    let mut recorded = school.at(last, 21, 22);
    for at in school.rng.some(&singles, 8, 12) {
        recorded += TimeDelta::seconds(school.rng.between(15, 150));
        (school.rows[at].recorded, school.rows[at].case) = (recorded, Some(case));
    }
}

/// Of each child what the month before said, on other days.
fn again(school: &mut School, class: usize, month: NaiveDate) {
    let case = school.case();
    let before = school.singles(class, month - Days::new(1));
    for at in school.singles(class, month) {
        let child = school.rows[at].children.clone();
        let own = before.iter().map(|at| &school.rows[*at]).find(|row| row.children == child);
        let Some(text) = own.map(|row| row.cell("content").to_owned()) else { continue };
        let row = &mut school.rows[at];
        row.put("content", text);
        row.case = Some(case);
    }
}
