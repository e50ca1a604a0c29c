//! Families of corrections: of the rows that no row replaces, the one recorded last speaks.
//!
//! Rows linked by `replaces` in one month are a family. An event whose date moves to another month
//! leaves a `moved` row there and heads a family of its own in the new one, as an `arrived` row; it
//! speaks while the row it names is the word of the old family (`reference/rules.md` 4).

use std::collections::{BTreeMap, HashMap};

use super::event::{Event, Replaced, Status};
use super::id::{Id, Kind};
use super::links::Groups;
use super::month::Month;

/// The rows of one register in one or several months, each row once, with who replaces whom.
pub struct Families {
    pub(super) rows: Vec<Event>,
    /// The row and the month of each place.
    pub(super) places: HashMap<(Month, Id), usize>,
    /// The rows of the same month that replace a row.
    replaced_by: Vec<Vec<usize>>,
    /// The family of each row, named by its first row.
    pub(super) family: Vec<usize>,
    /// For each family the row that speaks for it, by the family's name.
    words: HashMap<usize, usize>,
    /// The rows of each family that replace none of their month.
    heads: HashMap<usize, Vec<usize>>,
    /// May a family speak at all? By its first row.
    sent: Vec<bool>,
}

/// Why a row does not speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    ReplacedBy(Id),
    /// It takes its family back.
    Void,
    /// Its event has gone to another month.
    Moved,
    /// It came from a month whose word is another by now.
    NotSent(Id),
    /// Another correction of the same row was recorded later.
    Outspoken(Id),
}

/// The rows that speak, and those that do not, with why.
pub type Voices = (Vec<Event>, Vec<(Event, Silence)>);

impl Families {
    /// The families of rows. Of rows that stand twice word for word one is left.
    pub fn new(rows: Vec<Event>) -> Families {
        let mut places: HashMap<(Month, Id), usize> = HashMap::with_capacity(rows.len());
        let mut kept: Vec<Event> = Vec::with_capacity(rows.len());
        for row in rows {
            places.entry((row.month(), row.id)).or_insert_with(|| {
                kept.push(row);
                kept.len() - 1
            });
        }
        let mut families = Families {
            replaced_by: vec![Vec::new(); kept.len()],
            family: Vec::new(),
            sent: Vec::new(),
            words: HashMap::new(),
            heads: HashMap::new(),
            rows: kept,
            places,
        };
        families.link();
        families.sent = families.sent();
        families
    }

    /// The families of the rows that were known; a link to one that was not is none.
    pub fn only(self, known: impl Fn(&Event) -> bool) -> Families {
        Families::new(self.rows.into_iter().filter(known).collect())
    }

    fn link(&mut self) {
        let mut groups = Groups::of(self.rows.len());
        for at in 0..self.rows.len() {
            for original in self.originals(at) {
                self.replaced_by[original].push(at);
                groups.join(at, original);
            }
        }
        self.family = groups.firsts();
        for at in 0..self.rows.len() {
            if self.originals(at).is_empty() {
                self.heads.entry(self.family[at]).or_default().push(at);
            }
        }
        for at in (0..self.rows.len()).filter(|at| self.replaced_by[*at].is_empty()) {
            let word = self.words.entry(self.family[at]).or_insert(at);
            let newer = |at: usize| (self.rows[at].recorded, self.rows[at].id);
            if newer(at) > newer(*word) {
                *word = at;
            }
        }
    }

    /// The rows of the same month that a row replaces, and that are there.
    pub(super) fn originals(&self, at: usize) -> Vec<usize> {
        let month = self.rows[at].month();
        let here = self.rows[at].replaces.iter().filter_map(|one| match one {
            Replaced::Here(id) => self.places.get(&(month, *id)).copied(),
            Replaced::In(..) => None,
        });
        here.collect()
    }

    /// The rows of other months that an arrived row names, and that are there.
    pub(super) fn senders(&self, at: usize) -> Vec<usize> {
        let named = self.rows[at].replaces.iter().filter_map(|one| match one {
            Replaced::In(month, id) => self.places.get(&(*month, *id)).copied(),
            Replaced::Here(_) => None,
        });
        named.collect()
    }

    /// The rows that no row of their month replaces.
    pub(super) fn tips(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.rows.len()).filter(|at| self.replaced_by[*at].is_empty())
    }

    /// Does a row speak for its family?
    fn is_word(&self, at: usize) -> bool {
        self.words.get(&self.family[at]) == Some(&at)
    }

    pub(super) fn heads(&self, family: usize) -> &[usize] {
        self.heads.get(&family).map_or(&[], Vec::as_slice)
    }

    /// Which families may speak, by their first rows. One whose heads have all arrived may not
    /// unless a row that one of them names is the word of its own family, sent it and may speak.
    /// So the leave goes out from those that begin where they stand; a circle was sent by nobody.
    fn sent(&self) -> Vec<bool> {
        let mut sent = vec![false; self.rows.len()];
        let mut open = Vec::new();
        let mut sends: HashMap<usize, Vec<usize>> = HashMap::new();
        for (family, heads) in &self.heads {
            if heads.iter().any(|at| self.rows[*at].status != Status::Arrived) {
                open.push(*family);
            }
            for sender in heads.iter().flat_map(|head| self.senders(*head)) {
                if self.rows[sender].status == Status::Moved && self.is_word(sender) {
                    sends.entry(self.family[sender]).or_default().push(*family);
                }
            }
        }
        while let Some(family) = open.pop() {
            if !std::mem::replace(&mut sent[family], true) {
                open.extend(sends.get(&family).into_iter().flatten());
            }
        }
        sent
    }

    /// Does some row say that its event came from elsewhere?
    fn has_arrived(&self) -> bool {
        self.rows.iter().any(|row| row.status == Status::Arrived)
    }

    /// Why a row does not speak; `None` when it does.
    fn silence(&self, at: usize, has_arrived: bool) -> Option<Silence> {
        let row = &self.rows[at];
        if let Some(last) = self.replaced_by[at].last() {
            return Some(Silence::ReplacedBy(self.rows[*last].id));
        }
        let word = *self.words.get(&self.family[at])?;
        if word != at {
            return Some(Silence::Outspoken(self.rows[word].id));
        }
        match row.status {
            Status::Void => Some(Silence::Void),
            Status::Moved => Some(Silence::Moved),
            Status::Stands | Status::Arrived if has_arrived && !self.sent[self.family[at]] => {
                let heads = self.heads(self.family[at]);
                let named = heads.first().and_then(|head| self.rows[*head].replaces.first());
                Some(Silence::NotSent(named.map_or(row.id, |named| named.id())))
            }
            Status::Stands | Status::Arrived => None,
        }
    }

    /// The rows of a month, in the order read: those that speak, and those that do not, with why.
    pub fn told(self, month: Month) -> Voices {
        let has_arrived = self.has_arrived();
        let silences: Vec<Option<Silence>> =
            (0..self.rows.len()).map(|at| self.silence(at, has_arrived)).collect();
        let (mut live, mut silent) = (Vec::new(), Vec::new());
        let rows = self.rows.into_iter().zip(silences);
        for (row, silence) in rows.filter(|(row, _)| row.month() == month) {
            match silence {
                None => live.push(row),
                Some(why) => silent.push((row, why)),
            }
        }
        (live, silent)
    }

    /// All rows of a month, family by family.
    pub fn by_family(self, month: Month) -> Vec<Vec<Event>> {
        let mut families: BTreeMap<usize, Vec<Event>> = BTreeMap::new();
        let rows = self.rows.into_iter().zip(self.family);
        for (row, family) in rows.filter(|(row, _)| row.month() == month) {
            families.entry(family).or_default().push(row);
        }
        families.into_values().collect()
    }

    /// The row of another month that an arrived row names.
    fn sender(&self, at: usize) -> Option<(Month, Id)> {
        self.rows[at].replaces.iter().find_map(|one| match one {
            Replaced::In(month, id) => Some((*month, *id)),
            Replaced::Here(_) => None,
        })
    }

    /// The row of a month that names this one as where it came from.
    pub fn naming(&self, month: Month, sender: Replaced) -> Option<&Event> {
        self.rows.iter().find(|row| row.month() == month && row.replaces.contains(&sender))
    }

    /// The rows of a month that speak.
    pub fn standing(&self, month: Month) -> Vec<&Event> {
        let has_arrived = self.has_arrived();
        let own = (0..self.rows.len()).filter(|at| self.rows[*at].month() == month);
        let live = own.filter(|at| self.silence(*at, has_arrived).is_none());
        live.map(|at| &self.rows[at]).collect()
    }

    /// The rows of a month by which events were taken back, and which nothing has replaced since.
    pub fn withdrawn(&self, month: Month) -> Vec<&Event> {
        let is_void = |row: &&Event| row.month() == month && row.status == Status::Void;
        self.words.values().map(|at| &self.rows[*at]).filter(is_void).collect()
    }

    /// Of each family the newest row that is wanted, by the id of the row that speaks for it.
    pub fn newest(&self, wanted: impl Fn(&Event) -> bool) -> HashMap<Id, &Event> {
        let said = |of| Some(self.rows[*self.words.get(of)?].id);
        let rows = self.rows.iter().zip(&self.family).filter(|(row, _)| wanted(row));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|(row, _)| (row.recorded, row.id));
        rows.into_iter().filter_map(|(row, of)| Some((said(of)?, row))).collect()
    }

    /// The family of the row of a month whose id is, or begins with, `id`.
    pub fn of(&self, month: Month, id: &str) -> Option<Family<'_>> {
        let named = |row: &Event| row.month() == month && row.id.to_string().starts_with(id);
        let whole = Id::parse(id, Kind::Event).and_then(|id| self.places.get(&(month, id)));
        let at = whole.copied().or_else(|| self.rows.iter().position(named))?;
        let family = self.family[at];
        let word = *self.words.get(&family)?;
        let mut content = word;
        // As many steps as there are rows: a circle has no first row.
        for _ in 0..self.rows.len() {
            if !matches!(self.rows[content].status, Status::Void | Status::Moved) {
                break;
            }
            let Some(original) = self.originals(content).into_iter().max_by_key(|at| {
                let row = &self.rows[*at];
                (row.recorded, row.id)
            }) else {
                break;
            };
            content = original;
        }
        let is_tip = |at: &usize| self.family[*at] == family && self.replaced_by[*at].is_empty();
        let tips = (0..self.rows.len()).filter(is_tip);
        Some(Family {
            named: &self.rows[at],
            word: &self.rows[word],
            content: &self.rows[content],
            tips: tips.map(|at| self.rows[at].id).collect(),
            is_sent: self.sent[family],
            sender: self.heads(family).iter().find_map(|head| self.sender(*head)),
        })
    }
}

/// An event's rows in one month.
pub struct Family<'r> {
    /// The row that was asked for.
    pub named: &'r Event,
    /// The row that speaks.
    pub word: &'r Event,
    /// The last row that said what happened: the word, or what it took back.
    pub content: &'r Event,
    /// The rows that no row replaces; a correction settles them all.
    pub tips: Vec<Id>,
    /// May the family speak at all, or has its event gone elsewhere since?
    pub is_sent: bool,
    /// The row of another month from which it came.
    pub sender: Option<(Month, Id)>,
}

#[cfg(test)]
#[path = "family_tests.rs"]
mod tests;
