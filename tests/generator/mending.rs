//! What was entered wrongly and put right. A line of the story names the duty and the day, the
//! child, when it was mended (`@office` on the second machine), and why.

use chrono::{Days, TimeDelta};

use crate::clerk::{Clerk, Duty};
use crate::held::fill;
use crate::log::{Event, Fix, at};
use crate::school::OFFICE;
use crate::story::{Line, first_in};

/// `misnamed DUTY DAY WRONG RIGHT FIX`: it was another child.
pub fn misnamed(clerk: &mut Clerk, duty: &Duty, line: &mut Line) {
    let (day, wrong, right) = (line.day(), line.key(), line.key());
    let index = clerk.by_hand(duty, &wrong, day);
    let right = clerk.roll.child(&right);
    let staff = String::from(clerk.roll.responsible(right, duty.by, day));
    let children = vec![right.id.clone()];
    let correct = |event| Event { children, staff: vec![staff], ..event };
    clerk.log.replace(index, &line.fix(), correct);
}

/// `withdrawn DUTY DAY CHILD FIX WHY`: it never was.
pub fn withdrawn(clerk: &mut Clerk, duty: &Duty, line: &mut Line) {
    let (day, who) = (line.day(), line.key());
    let index = clerk.by_hand(duty, &who, day);
    clerk.log.withdraw(index, &line.fix(), line.rest());
}

/// `misdated DUTY WRONG-DAY CHILD RIGHT-DAY FIX`: in another month; withdrawn here, entered anew
/// there.
pub fn misdated(clerk: &mut Clerk, duty: &Duty, line: &mut Line) {
    let (wrong, who, right) = (line.day(), line.key(), line.day());
    let index = clerk.by_hand(duty, &who, wrong);
    let why = format!("日期写错，应为\"{}\"", right.format("%-m月%-d日"));
    clerk.log.withdraw(index, &line.fix(), &why);
    let mut rng = clerk.stream("wrong month");
    let again = Event { date: right, ..clerk.log.events[index].clone() };
    let recorded = clerk.log.events.last().expect("the withdrawal").recorded;
    clerk.log.enter_at(again, recorded + TimeDelta::minutes(2), &mut rng);
}

/// `twice DUTY MONTH CHILD`: two machines entered one event; one of the rows is withdrawn.
pub fn twice(clerk: &mut Clerk, duty: &Duty, line: &mut Line) {
    let (month, who) = (line.month(), line.key());
    let child = clerk.roll.child(&who).id.clone();
    let first = first_in(clerk, duty.register, month, |event| event.children.contains(&child));
    let mut rng = clerk.stream("entered twice");
    let copy = clerk.log.events[first].clone();
    let recorded = at(copy.recorded.date() + Days::new(1), 10, &mut rng);
    let twice = clerk.log.enter_at(copy, recorded, &mut rng);
    clerk.log.events[twice].writer = OFFICE;
    let fix = Fix { on: recorded.date() + Days::new(3), writer: OFFICE };
    clerk.log.withdraw(twice, &fix, "与班主任登记的重复");
}

/// `revived DUTY DAY CHILD OUT BACK WHY`: withdrawn by mistake, then put back.
pub fn revived(clerk: &mut Clerk, duty: &Duty, line: &mut Line) {
    let (day, who) = (line.day(), line.key());
    let index = clerk.by_hand(duty, &who, day);
    let (out, back) = (line.fix(), line.fix());
    let void = clerk.log.withdraw(index, &out, line.rest());
    let note = clerk.log.events[index].note.clone();
    clerk.log.replace(void, &back, |event| Event { note, ..event });
}

/// `minutes DUTY MONTH`: the first short call of the month lasted ten minutes more.
pub fn minutes(clerk: &mut Clerk, duty: &Duty, line: &mut Line) {
    let short = |event: &Event| !event.attempted && event.cell("minutes").len() == 1;
    let index = first_in(clerk, duty.register, line.month(), short);
    let old = &clerk.log.events[index];
    let fix = Fix { on: old.recorded.date() + Days::new(1), writer: old.writer };
    let minutes = format!("1{}", old.cell("minutes"));
    clerk.log.replace(index, &fix, |event| event.set("minutes", minutes));
}

/// `amended REGISTER MONTH CHILD FIX COLUMN=CELL|…`: the first row of the month was added to.
pub fn amended(clerk: &mut Clerk, line: &mut Line) {
    let (register, month, who) = (line.word(), line.month(), line.key());
    let child = &clerk.roll.child(&who).id;
    let index = first_in(clerk, register, month, |event| event.children.contains(child));
    clerk.log.replace(index, &line.fix(), |event| fill(event, line.rest()));
}

/// `filled REGISTER DAY CHILD COLUMN=CELL|…`: written in the row itself, before it was shut.
pub fn filled(clerk: &mut Clerk, line: &mut Line) {
    let (register, day, who) = (line.word(), line.day(), line.key());
    let child = &clerk.roll.child(&who).id;
    let is_it = |event: &Event| event.register == register && event.date == day;
    let index = clerk.log.first(|event| is_it(event) && event.children.contains(child));
    let row = std::mem::take(&mut clerk.log.events[index]);
    clerk.log.events[index] = fill(row, line.rest());
}

/// `replies MONTH…`: the answer to the first letter of each comes two weeks later and is added.
pub fn replies(clerk: &mut Clerk, line: &mut Line) {
    for month in line.days() {
        let index = first_in(clerk, "letter", month, |event| event.children.len() == 1);
        let old = &clerk.log.events[index];
        let reply = old.date + Days::new(14);
        let fix = Fix { on: old.date + Days::new(17), writer: old.writer };
        clerk.log.replace(index, &fix, |event| event.set("reply_on", reply.to_string()));
    }
}
