//! The dated entries of a child's file as it has them: each with all its keys and values.

use chrono::NaiveDate;

use super::child::{Buddy, Child, Elder, Exemption, Pair, Was};
use super::entries::{self, Entry, Key};
use super::id::Id;
use super::privacy::Guarded;
use super::schema;
use super::spans::Span;

/// One entry: what kind it is of, and what stands in it.
pub struct WrittenEntry {
    pub entry: &'static Entry,
    /// In the order of the entry's keys; what is not written is left out.
    pub values: Vec<(&'static Key, Guarded)>,
}

impl WrittenEntry {
    fn of(entry: &'static Entry, written: &[(&str, Option<String>)]) -> WrittenEntry {
        let value = |key: &'static Key| {
            let (_, text) = written.iter().find(|(name, _)| *name == key.name)?;
            Some((key, key.guard().over(text.clone()?)))
        };
        WrittenEntry { entry, values: entry.keys.iter().filter_map(value).collect() }
    }
}

impl Child {
    /// Every entry of its file, in the order in which they are shown.
    pub fn entries(&self) -> Vec<WrittenEntry> {
        let spells = self.spells.iter().map(|own| {
            let (joined, left) = days(own.span);
            let written = [("joined", joined), ("left", left), ("reason", own.reason.clone())];
            WrittenEntry::of(entries::SPELL, &written)
        });
        let pauses = self.pauses.iter().map(|own| {
            let (from, until) = days(own.span);
            let written = [("from", from), ("until", until), ("reason", own.reason.clone())];
            WrittenEntry::of(entries::PAUSE, &written)
        });
        let mut all: Vec<WrittenEntry> = spells.chain(pauses).collect();
        all.extend(self.pairs.iter().map(pair));
        all.extend(self.buddies.iter().map(buddy));
        all.extend(self.exemptions.iter().map(exemption));
        all.extend(self.elders.iter().map(elder));
        all.extend(self.earlier.iter().map(was));
        all
    }
}

/// The first and the last day; none where it is open.
fn days(span: Span) -> (Option<String>, Option<String>) {
    let last = Some(span.last).filter(|last| *last != NaiveDate::MAX);
    (Some(span.first.to_string()), last.map(|last| last.to_string()))
}

fn pair(own: &Pair) -> WrittenEntry {
    let (from, until) = days(own.span);
    let written = [
        ("staff", Some(own.staff.to_string())),
        ("role", Some(own.role.to_string())),
        ("from", from),
        ("until", until),
        ("mode", own.mode.clone()),
        ("reason", own.reason.clone()),
    ];
    WrittenEntry::of(entries::PAIR, &written)
}

fn buddy(own: &Buddy) -> WrittenEntry {
    let (from, until) = days(own.span);
    let written = [
        ("name", Some(own.name.clone())),
        ("class", own.class.as_ref().map(ToString::to_string)),
        ("post", own.post.clone()),
        ("from", from),
        ("until", until),
        ("reason", own.reason.clone()),
    ];
    WrittenEntry::of(entries::BUDDY, &written)
}

fn exemption(own: &Exemption) -> WrittenEntry {
    let (from, until) = days(own.span);
    let written = [
        ("rule", Some(own.rule.as_str().to_owned())),
        ("from", from),
        ("until", until),
        ("reason", own.reason.clone()),
        ("by", own.by.as_ref().map(Id::to_string)),
    ];
    WrittenEntry::of(entries::EXEMPT, &written)
}

fn elder(own: &Elder) -> WrittenEntry {
    let calendar = if own.lunar { "lunar" } else { "solar" };
    let written = [
        ("name", Some(own.name.clone()).filter(|name| !name.is_empty())),
        ("birthday", Some(format!("{:02}-{:02}", own.month, own.day))),
        ("calendar", Some(calendar.to_owned())),
    ];
    WrittenEntry::of(entries::ELDER, &written)
}

/// A value is kept as the field is whose value it was.
fn was(own: &Was) -> WrittenEntry {
    let value = Some(own.value.values().join(" / ")).filter(|text| !text.is_empty());
    let written = [
        ("field", Some(own.field.clone())),
        ("value", None),
        ("until", Some(own.until.to_string())),
    ];
    let mut entry = WrittenEntry::of(entries::WAS, &written);
    if let Some((key, value)) = entries::WAS.key("value").zip(value) {
        entry.values.insert(1, (key, schema::guard_called(&own.field).over(value)));
    }
    entry
}
