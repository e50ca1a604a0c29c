//! Doubts about a child's days: those that take duties away, and those that cannot be.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::about::{About, Doubt};
use crate::domain::child::{Child, Spell};
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::problem::{Count, Ends, Presence, Quote};
use crate::domain::spans::{Span, days_later};

/// Nobody is put on the roll a year before the day: the year is wrong.
const FARTHEST_JOINING: u32 = 366;

/// What ends farther ahead than half a year is often a wrong year, or an end that nobody thought
/// of.
const FARTHEST_END: u32 = 180;

/// What takes longer than a year should be looked at each year.
const LONGEST: i64 = 366;

pub fn doubts(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = far_ahead(home, today);
    // To the end of a school year is nothing strange.
    let calendar_ends = home.calendar.span().map_or(NaiveDate::MAX, |span| span.last);
    for child in &home.children {
        let is_here = child.on_roll().contains(today);
        let mut tell = |line: Option<u32>, cause: Presence| {
            doubts.push(Doubt::new(About::Child(child.id, line), cause));
        };
        if is_born_late(child, today) {
            tell(None, Presence::BornLate);
        }
        for spell in child.spells.iter().filter(|spell| is_idle(spell, home)) {
            tell(Some(spell.line), Presence::IdleSpell);
        }
        for pause in child.pauses.iter().filter(|_| is_here) {
            if let Some(until) = long(&pause.span, today) {
                tell(Some(pause.line), Presence::LongPause { until });
            }
        }
        for exempt in child.exemptions.iter().filter(|_| is_here) {
            let until = long(&exempt.span, today).filter(|_| exempt.span.last > calendar_ends);
            if let Some(until) = until {
                let rule = Quote::of(exempt.rule.as_str());
                tell(Some(exempt.line), Presence::LongExemption { rule, until });
            }
        }
    }
    doubts
}

/// Children who will be on the roll so late that it can hardly be meant, by the day.
fn far_ahead(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let calendar_ends = home.calendar.span().map_or(NaiveDate::MAX, |span| span.last);
    let is_far = |spell: &&Spell| {
        let first = spell.span.first;
        first > days_later(today, FARTHEST_JOINING) || first > today && first > calendar_ends
    };
    let mut by_day: BTreeMap<NaiveDate, Vec<(Id, u32)>> = BTreeMap::new();
    for child in home.children.iter().filter(|child| !child.on_roll().contains(today)) {
        for spell in child.spells.iter().filter(is_far) {
            by_day.entry(spell.span.first).or_default().push((child.id, spell.line));
        }
    }
    let doubt = |(joined, children): (NaiveDate, Vec<(Id, u32)>)| {
        let (id, line) = children[0];
        let (joined, children) = (Quote::of(joined), Count::of(children.len()));
        Doubt::new(About::Child(id, Some(line)), Presence::JoinsFarAhead { joined, children })
    };
    by_day.into_iter().map(doubt).collect()
}

/// When something ends that covers today or is to come, and has no end, one far ahead, or one more
/// than a year after it began.
fn long(span: &Span, today: NaiveDate) -> Option<Ends> {
    let is_over = span.last < today;
    if span.last == NaiveDate::MAX {
        return Some(Ends::Never);
    }
    let is_far = span.last > days_later(today, FARTHEST_END);
    let is_long = (span.last - span.first).num_days() > LONGEST;
    (!is_over && (is_far || is_long)).then(|| Ends::On(Quote::of(span.last)))
}

/// Was the child born after today, or after it joined?
fn is_born_late(child: &Child, today: NaiveDate) -> bool {
    let Some(Fact::Date(born)) = child.facts.get("birth_date") else {
        return false;
    };
    *born > today || child.spells.iter().any(|spell| spell.span.first < *born)
}

/// Did the child leave before the first school day of its time on the roll? Of times before the
/// calendar nothing is known.
fn is_idle(spell: &Spell, home: &Home) -> bool {
    let is_known = home.calendar.span().is_some_and(|span| span.first <= spell.span.first);
    let has_left = spell.span.last != NaiveDate::MAX;
    is_known && has_left && home.calendar.school_days(&spell.span).is_empty()
}
