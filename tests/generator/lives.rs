//! What happens to single children in the year: who comes, leaves, is away, is excused; and who
//! is paired with whom.

use chrono::{Days, NaiveDate};

use crate::home::find_staff;
use crate::people::{Child, Exempt, Pair, Spell, Staff, Was};
use crate::school::FIRST_DAY;
use crate::story::Line;

/// The verbs of a story that this module knows.
pub const VERBS: [&str; 9] =
    ["left", "back", "came", "paused", "was", "risk", "tag", "excused", "note"];

pub fn child<'a>(children: &'a mut [Child], key: &str) -> &'a mut Child {
    let found = children.iter_mut().find(|child| child.key == key);
    found.unwrap_or_else(|| panic!("{key} is not on the roster"))
}

/// - `left DAY REASON`: the last day, and why; the pairs end with it
/// - `back DAY`: on the roll again, and paired as before two days later
/// - `came DAY CARD PAIR`: in mid-year; then the days of the contact card and of the pair
/// - `paused TIME REASON`, `excused RULE TIME STAFF REASON`
/// - `was FIELD VALUE DAY`: an earlier value and its last day, `-` for none
/// - `risk LEVEL`, `tag WORD`, `note TEXT`: a line for whoever opens the file
pub fn happen(child: &mut Child, staff: &[Staff], verb: &str, line: &mut Line) {
    match verb {
        "left" => leave(child, line.day(), line.word()),
        "back" => come_back(child, line.day()),
        "came" => come(child, line.day(), line.day(), line.day()),
        "paused" => child.pauses.push((line.span(), line.rest())),
        "was" => {
            let (field, value) = (line.word(), line.word());
            let value = if value == "-" { "" } else { value };
            child.was.push(Was { field, value, until: line.day() });
        }
        "risk" => child.risk = line.word(),
        "tag" => child.tags.push(line.word()),
        "excused" => {
            let (rule, span) = (line.word(), line.span());
            let by = find_staff(staff, line.word()).id.clone();
            child.exempts.push(Exempt { rule, span, reason: line.rest(), by });
        }
        _ => child.comment = line.rest(),
    }
}

fn leave(child: &mut Child, day: NaiveDate, reason: &'static str) {
    child.spells.last_mut().expect("a child on the roll").left = Some((day, reason));
    for pair in child.pairs.iter_mut().filter(|pair| pair.until.is_none()) {
        pair.until = Some((day, "离校"));
    }
}

fn come_back(child: &mut Child, joined: NaiveDate) {
    child.spells.push(Spell { joined, left: None });
    let again = child.pairs.iter().map(|pair| Pair {
        staff: pair.staff.clone(),
        from: joined + Days::new(2),
        until: None,
        ..*pair
    });
    let again: Vec<Pair> = again.collect();
    child.pairs.extend(again);
}

fn come(child: &mut Child, joined: NaiveDate, card: NaiveDate, paired: NaiveDate) {
    child.spells = vec![Spell { joined, left: None }];
    child.card_on = Some(card);
    child.carer.notice_on = Some(joined);
    child.buddies.clear();
    for pair in &mut child.pairs {
        pair.from = paired;
    }
}

/// Pairs a child with a person for the year.
pub fn pair(child: &mut Child, staff: &Staff, role: &'static str, from: NaiveDate) {
    child.pairs.push(Pair { staff: staff.id.clone(), role, from, until: None });
}

/// Pairs each child with the head teacher of its class, from the first day.
pub fn pair_with_head_teacher(children: &mut [Child], staff: &[Staff], role: &'static str) {
    for child in children {
        let head = |person: &&Staff| person.holds("head_teacher", child.class, FIRST_DAY);
        let head = staff.iter().find(head).expect("every class has a head teacher");
        pair(child, head, role, FIRST_DAY);
    }
}

/// A person's pairs pass to another from a day on, for a reason; `start` is when that is done for
/// a child.
pub fn pass_on(
    children: &mut [Child],
    [from, to]: [&Staff; 2],
    (day, reason): (NaiveDate, &'static str),
    start: impl Fn(&Child) -> NaiveDate,
) {
    for child in children {
        let start = start(child);
        let last = child.pairs.last_mut().expect("every child is paired");
        if last.staff != from.id {
            continue;
        }
        if last.from >= day {
            last.staff.clone_from(&to.id);
        } else if last.until.is_none() {
            last.until = Some((day - Days::new(1), reason));
            let role = last.role;
            child.pairs.push(Pair { staff: to.id.clone(), role, from: start, until: None });
        }
    }
}
