//! What the school wants its records to be held to, and they do not show.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::record_book::RecordBook;
use super::texts;
use crate::domain::amount::Amount;
use crate::domain::doubt::about::{About, Doubt};
use crate::domain::event::{Event, iso_date};
use crate::domain::expectations::Expectations;
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::problem::{Count, Problem, Quote, Wishes};

/// The registers that are looked at only where the school wants something of them.
pub fn registers(wishes: &Expectations) -> Vec<&'static str> {
    let activities = !wishes.activity_kinds.is_empty() || !wishes.places.is_empty();
    let wanted = [
        (activities, "activity"),
        (wishes.review_days.is_some(), "change"),
        (wishes.review_days.is_some(), "contact_check"),
        (wishes.review_days.is_some(), "survey"),
        (wishes.room_area.is_some(), "room"),
        (wishes.same_text.is_some(), "talk"),
    ];
    wanted.into_iter().filter(|(is_wanted, _)| *is_wanted).map(|(_, register)| register).collect()
}

/// A shorter text, such as 很好, may well be true of many.
const SHORTEST: usize = 8;

/// The columns of a talk in which the same text is looked for.
const TOLD: [&str; 2] = ["content", "thinking"];

/// What brings a child's file to mind.
const REVIEWS: [&str; 3] = ["change", "contact_check", "survey"];

/// What no row shows: that something is not there.
pub fn lacking(records: &RecordBook) -> Vec<Doubt> {
    let wishes = &records.home.settings.expects;
    let missing = wishes.documents.iter().filter(|title| !is_in_force(records, title));
    let of_settings = |cause| Doubt::new(About::Settings, cause);
    let mut doubts: Vec<Doubt> = missing
        .map(|title| of_settings(Wishes::DocumentMissing { title: Quote::of(title.as_str()) }))
        .collect();
    doubts.extend(kinds_not_held(records).map(of_settings));
    let goods = records.of("asset");
    let is_count = |event: &&Event| event.filled("move") == Some("stocktake");
    if wishes.yearly_stocktake
        && !goods.is_empty()
        && !this_year(records, "asset").any(|event| is_count(&event))
    {
        doubts.push(of_settings(Wishes::NoStocktake));
    }
    doubts.extend(not_reviewed(records));
    doubts
}

/// What a row shows.
pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let places = &records.home.settings.expects.places;
    let mut found = Vec::new();
    for event in this_year(records, "activity").filter(|_| !places.is_empty()) {
        let place = event.filled("place");
        if let Some(place) = place.filter(|own| !places.iter().any(|one| name::same(one, own))) {
            let cause = Wishes::StrangePlace { place: Quote::of(place) };
            found.push(records.problem("activity", event, cause));
        }
    }
    found.extend(rooms(records));
    found.extend(same_texts(records));
    found
}

/// What was done in a register since the school year began.
fn this_year<'a>(records: &RecordBook<'a>, register: &str) -> impl Iterator<Item = &'a Event> {
    let first = records.home.calendar.year_begun(records.today);
    let rows = records.of(register).into_iter();
    rows.filter(move |event| first.is_some_and(|first| event.date >= first))
}

/// Is there a document of this title that is valid still?
fn is_in_force(records: &RecordBook, title: &str) -> bool {
    records.of("document").into_iter().any(|event| {
        let until = event.filled("valid_until").and_then(iso_date);
        event.filled("title").is_some_and(|own| name::same(own, title))
            && until.is_none_or(|until| until >= records.today)
    })
}

/// The kinds of activity that are still to come in this school year, in one remark.
fn kinds_not_held(records: &RecordBook) -> Option<Wishes> {
    let held: BTreeSet<&str> =
        this_year(records, "activity").filter_map(|event| event.filled("kind")).collect();
    let wanted = records.home.settings.expects.activity_kinds.iter().map(String::as_str);
    let missing: Vec<&str> = wanted.filter(|kind| !held.contains(kind)).collect();
    let column = records.home.registers.get("activity")?.column("kind")?;
    let said = |zh: bool| {
        let word = |code: &&str| {
            let own = column.choices().iter().find(|choice| choice.code == *code);
            own.map_or(*code, |own| if zh { own.label.zh() } else { own.label.en() }).to_owned()
        };
        Quote::of(missing.iter().map(word).collect::<Vec<_>>().join(if zh { "、" } else { ", " }))
    };
    (!missing.is_empty()).then(|| Wishes::KindsNotHeld { zh: said(true), en: said(false) })
}

/// The files of children on the roll that nobody changed or checked for too long.
fn not_reviewed(records: &RecordBook) -> Vec<Doubt> {
    let Some(most) = records.home.settings.expects.review_days else { return Vec::new() };
    let mut last: BTreeMap<Id, NaiveDate> = BTreeMap::new();
    for event in REVIEWS.into_iter().flat_map(|register| records.of(register)) {
        for child in &event.children {
            let day = last.entry(*child).or_insert(event.date);
            *day = event.date.max(*day);
        }
    }
    let mut doubts = Vec::new();
    for child in &records.home.children {
        let here = |spell: &&crate::domain::child::Spell| spell.span.contains(records.today);
        let Some(spell) = child.spells.iter().find(here) else { continue };
        let day = last.get(&child.id).map_or(spell.span.first, |day| spell.span.first.max(*day));
        let days = (records.today - day).num_days();
        if days > i64::from(most) {
            let days = Count::from(days.unsigned_abs());
            doubts.push(Doubt::new(About::Child(child.id, None), Wishes::NotReviewed { days }));
        }
    }
    doubts
}

/// Rooms, each by its latest row, without an area or with too little of it.
fn rooms(records: &RecordBook) -> Vec<Problem> {
    let Some(least) = records.home.settings.expects.room_area else { return Vec::new() };
    let rows = records.of("room").into_iter();
    let latest: BTreeMap<&str, &Event> =
        rows.map(|event| (event.filled("name").unwrap_or_default(), event)).collect();
    let enough = Amount::parse(&least.to_string());
    let wrong = latest.into_values().filter_map(|event| {
        let cause = match event.filled("area_m2").and_then(Amount::parse) {
            None => Wishes::NoArea,
            Some(area) if Some(area) < enough => {
                let (area, least) = (Quote::of(area.to_string()), Count::from(least));
                Wishes::SmallRoom { area, least }
            }
            Some(_) => return None,
        };
        Some(records.problem("room", event, cause))
    });
    wrong.collect()
}

/// Texts that stand on the talk cards of many children, each at its latest row.
fn same_texts(records: &RecordBook) -> Vec<Problem> {
    let Some(most) = records.home.settings.expects.same_text else { return Vec::new() };
    let mut found = Vec::new();
    for rows in TOLD.iter().flat_map(|column| {
        texts::by_text(this_year(records, "talk"), column, SHORTEST).into_values()
    }) {
        let children = texts::children(&rows).len();
        // One talk with a group is one card.
        if let Some(event) = rows.last().filter(|_| rows.len() > 1 && children >= most as usize) {
            let cause = Wishes::SameText { children: Count::of(children) };
            found.push(records.problem("talk", event, cause));
        }
    }
    found
}
