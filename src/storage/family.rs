//! Families of corrections: of the rows that no row replaces, the one recorded last speaks.

use std::collections::HashMap;

use super::log_file::Entry;
use super::source::Findings;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::problem::{Cause, Corrections, Doubled, Known, Names, Problem, Sight};

/// The rows of a unit with who replaces whom.
struct Unit {
    entries: Vec<Entry>,
    places: HashMap<Id, usize>,
    replaced_by: Vec<Vec<usize>>,
}

impl Unit {
    fn new(entries: Vec<Entry>) -> Unit {
        let places: HashMap<Id, usize> =
            entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
        let mut replaced_by: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
        for (at, entry) in entries.iter().enumerate() {
            if let Some(original) = entry.replaces.and_then(|id| places.get(&id)) {
                replaced_by[*original].push(at);
            }
        }
        Unit { entries, places, replaced_by }
    }

    /// The rows that were known; a link to one that was not is none.
    fn only(self, known: impl Fn(&Entry) -> bool) -> Unit {
        Unit::new(self.entries.into_iter().filter(known).collect())
    }

    fn parent(&self, at: usize) -> Option<usize> {
        self.entries[at].replaces.and_then(|id| self.places.get(&id)).copied()
    }

    /// The first row of a row's family; `None` in a cycle.
    fn root(&self, start: usize) -> Option<usize> {
        let mut at = start;
        for _ in 0..=self.entries.len() {
            match self.parent(at) {
                Some(next) => at = next,
                None => return Some(at),
            }
        }
        None
    }

    /// For the first row of each family, the row that speaks.
    fn speakers(&self) -> HashMap<usize, usize> {
        let mut speakers: HashMap<usize, usize> = HashMap::new();
        for at in (0..self.entries.len()).filter(|at| self.replaced_by[*at].is_empty()) {
            let speaker = speakers.entry(self.root(at).unwrap_or(at)).or_insert(at);
            let newer = |at: usize| (self.entries[at].recorded, self.entries[at].id);
            if newer(at) > newer(*speaker) {
                *speaker = at;
            }
        }
        speakers
    }
}

/// The live events of a unit of trust: one register and month, all writers' rows together. Rows
/// that were not `known` yet are dropped before the families are settled; what is wrong with the
/// families is told of all rows.
pub fn settle(
    entries: Vec<Entry>,
    known: impl Fn(&Entry) -> bool,
    findings: &Findings,
) -> Vec<Event> {
    let is_whole = entries.first().is_none_or(|entry| !findings.has_fault_in(unit_of(entry)));
    let entries = once_each(entries, findings);
    if entries.iter().all(|entry| entry.replaces.is_none()) {
        let live = entries.into_iter().filter(|entry| !entry.void && known(entry));
        return live.map(into_event).collect();
    }
    let unit = Unit::new(entries);
    tell_of_links(&unit, is_whole, findings);
    let unit = unit.only(known);
    let mut speaks = vec![false; unit.entries.len()];
    unit.speakers().values().for_each(|at| speaks[*at] = true);
    let live =
        unit.entries.into_iter().zip(speaks).filter(|(entry, speaks)| *speaks && !entry.void);
    live.map(|(entry, _)| into_event(entry)).collect()
}

/// Why a row does not speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    ReplacedBy(Id),
    /// It takes its family back.
    Void,
    /// Another correction of the same row was recorded later.
    Outspoken(Id),
}

/// The rows of a unit that do not speak, and why.
pub fn silent(entries: Vec<Entry>, known: impl Fn(&Entry) -> bool) -> Vec<(Entry, Silence)> {
    let unit = Unit::new(once_each(entries, &Findings::default())).only(known);
    let speakers = unit.speakers();
    let silence = |at: usize| {
        if let Some(last) = unit.replaced_by[at].last() {
            return Some(Silence::ReplacedBy(unit.entries[*last].id));
        }
        let speaker = *speakers.get(&unit.root(at)?)?;
        match speaker == at {
            true => unit.entries[at].void.then_some(Silence::Void),
            false => Some(Silence::Outspoken(unit.entries[speaker].id)),
        }
    };
    let silences: Vec<Option<Silence>> = (0..unit.entries.len()).map(silence).collect();
    let rows = unit.entries.into_iter().zip(silences);
    rows.filter_map(|(entry, silence)| Some((entry, silence?))).collect()
}

/// An event's rows: the one that speaks for it, and the last that said what happened.
#[derive(Debug)]
pub struct Family {
    pub speaker: Entry,
    content: Option<Entry>,
}

impl Family {
    /// The family of the row whose id is, or begins with, `id`.
    pub fn of(entries: Vec<Entry>, id: &str) -> Option<Family> {
        let mut unit = Unit::new(entries);
        let named = |entry: &Entry| entry.id.to_string().starts_with(id);
        let at = unit.entries.iter().position(named)?;
        let speaker = *unit.speakers().get(&unit.root(at)?)?;
        let mut content = Some(speaker);
        while let Some(own) = content.filter(|own| unit.entries[*own].void) {
            content = unit.parent(own);
        }
        let content = content.filter(|own| *own != speaker);
        // The later place is taken out first, so that the earlier one still holds.
        let mut taken: Vec<usize> = content.into_iter().chain([speaker]).collect();
        taken.sort_unstable_by(|a, b| b.cmp(a));
        let mut rows: HashMap<usize, Entry> =
            taken.into_iter().map(|at| (at, unit.entries.swap_remove(at))).collect();
        Some(Family {
            speaker: rows.remove(&speaker)?,
            content: content.and_then(|at| rows.remove(&at)),
        })
    }

    /// The row that says what happened: the speaker, or what it took back when it is void.
    pub fn content(&self) -> &Entry {
        self.content.as_ref().unwrap_or(&self.speaker)
    }
}

/// Drops a row that stands twice word for word; an id that two different rows have is a fault.
fn once_each(entries: Vec<Entry>, findings: &Findings) -> Vec<Entry> {
    let mut places: HashMap<Id, usize> = HashMap::with_capacity(entries.len());
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        match places.get(&entry.id) {
            Some(&first) if kept[first].row.same_as(&entry.row) => {}
            Some(&first) => {
                let first = &kept[first].row;
                let first = Known::line(&first.header.file, first.line);
                let id = Doubled::Event(Known::event(entry.id));
                tell(&entry, Names::DuplicateId { id, first }, findings);
            }
            None => {
                places.insert(entry.id, kept.len());
                kept.push(entry);
            }
        }
    }
    kept
}

/// What the paths of a unit's files begin with, whoever wrote them.
fn unit_of(entry: &Entry) -> &str {
    let file = &*entry.row.header.file;
    file.split_inclusive('.').next().unwrap_or(file)
}

/// Tells of corrections that name no row, that go in a circle, or that are two of one row. Where
/// rows could not be read, a correction of one of them is no fault of its own.
fn tell_of_links(unit: &Unit, is_whole: bool, findings: &Findings) {
    for (at, entry) in unit.entries.iter().enumerate() {
        let names_none = |id: &Id| is_whole && !unit.places.contains_key(id);
        if let Some(original) = entry.replaces.filter(names_none) {
            tell(entry, Corrections::ReplacesNothing { id: Known::event(original) }, findings);
        }
        if unit.root(at).is_none() {
            tell(entry, Corrections::ReplacesCycle, findings);
        }
        let corrections = &unit.replaced_by[at];
        if corrections.len() > 1
            && let Some(last) = corrections.iter().max_by_key(|at| unit.entries[**at].recorded)
        {
            let cause = Corrections::TwoCorrections { id: Known::event(entry.id) };
            tell(&unit.entries[*last], cause, findings);
        }
    }
}

/// Tells of a row; its register may be restricted.
fn tell(entry: &Entry, cause: impl Into<Cause>, findings: &Findings) {
    let place = (&*entry.row.header.file, entry.row.line, 1);
    findings.add(Problem::at(place, Sight::Withheld, cause));
}

fn into_event(entry: Entry) -> Event {
    let mut children: Vec<Id> = Vec::with_capacity(entry.children.len());
    for child in entry.children {
        if !children.contains(&child) {
            children.push(child);
        }
    }
    Event {
        id: entry.id,
        date: entry.date,
        children,
        staff: entry.staff,
        attempted: entry.attempted,
        recorded: entry.recorded,
        row: entry.row,
    }
}
