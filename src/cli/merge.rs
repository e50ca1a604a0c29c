//! What two files of one child say differently, and which of it is taken.

use std::collections::BTreeSet;

use super::child_edit::ChildEdit;
use super::failure::{Choosing, Failure};
use super::fields;
use crate::domain::child::{Child, Spell};
use crate::domain::entries::{self, Entry};
use crate::domain::entry_keys::Written;
use crate::domain::schema;
use crate::domain::spans::Span;
use crate::lang::life_words::Life;
use crate::lang::{listed, words_in};

/// A place where both files say something, and not the same.
struct Unlike {
    /// The field's path, or `spell`.
    path: String,
    field: String,
    keep: String,
    other: String,
}

/// The other's times on the roll that the kept child has not.
pub fn new_spells(keep: &Child, other: &Child) -> Vec<Spell> {
    let is_new = |spell: &&Spell| !keep.spells.iter().any(|own| own.span == spell.span);
    other.spells.iter().filter(is_new).cloned().collect()
}

/// All of them, in the order of the fields.
pub struct Differences {
    both: Vec<Unlike>,
    /// The fields of which only the other says something.
    pub only_other: Vec<String>,
    /// Times on the roll that would have to be replaced by fewer.
    has_fewer: bool,
}

impl Differences {
    /// What the file of a child that goes says otherwise than that of the one that is kept.
    pub fn between(edit: &ChildEdit, other: &Child) -> Differences {
        let (keep, today) = (&edit.child, edit.context.today);
        let (mut both, mut only_other) = (Vec::new(), Vec::new());
        for path in other.fields() {
            let facts = (keep.facts.get(path).filter(|own| !own.is_blank()), other.facts.get(path));
            match facts {
                (None, Some(_)) => only_other.push(path.to_owned()),
                (Some(own), Some(theirs)) if own != theirs => both.push(Unlike {
                    path: path.to_owned(),
                    field: edit.field_said(path),
                    keep: edit.value_said(path, Some(own), today),
                    other: edit.value_said(path, Some(theirs), today),
                }),
                _ => {}
            }
        }
        let spells = new_spells(keep, other);
        let overlaps = |span: &Span| keep.spells.iter().any(|own| own.span.overlap(span).is_some());
        if spells.iter().any(|spell| overlaps(&spell.span)) {
            let said = |child: &Child| {
                let spells = child.spells.iter().map(|own| own.span);
                let spells = spells.map(|span| edit.days_said(span.first, Some(span.last)));
                listed(&spells.collect::<Vec<_>>(), edit.lang())
            };
            both.push(Unlike {
                path: entries::SPELL.name.to_owned(),
                field: words_in(entries::SPELL.label, edit.lang()).to_owned(),
                keep: said(keep),
                other: said(other),
            });
        }
        // What takes duties away from a child is never taken over without a word.
        both.extend(more_of(edit, entries::PAUSE, &keep.pauses, &other.pauses));
        both.extend(more_of(edit, entries::EXEMPT, &keep.exemptions, &other.exemptions));
        Differences { both, only_other, has_fewer: other.spells.len() < keep.spells.len() }
    }

    /// Do the files differ in a field?
    pub fn differ(&self, path: &str) -> bool {
        self.both.iter().any(|own| own.path == path)
    }

    /// The fields whose other value is taken, as typed in `--take` or chosen when asked.
    ///
    /// # Errors
    /// One is still to be chosen, or what was typed chooses nothing.
    pub fn chosen(&self, edit: &ChildEdit, typed: &[String]) -> Result<BTreeSet<String>, Failure> {
        let mut choices: Vec<(String, bool)> = Vec::new();
        for text in typed {
            let (word, side) = fields::key_value(text, edit.lang())?;
            let of_entries = [entries::SPELL, entries::PAUSE, entries::EXEMPT];
            let entry = of_entries
                .iter()
                .find(|own| [own.name, words_in(own.label, edit.lang())].contains(&word));
            let path = match entry {
                Some(entry) => entry.name.to_owned(),
                None => fields::field_path(schema::CHILD, word, edit.lang())?,
            };
            if !self.differ(&path) {
                return Err(edit.refuse(&Life::MergeSame { field: word }));
            }
            choices.push((path, is_other(edit, text, side)?));
        }
        for (path, side) in &edit.context.chosen {
            choices.push((path.clone(), is_other(edit, side, side)?));
        }
        let is_open = |own: &&Unlike| !choices.iter().any(|(path, _)| *path == own.path);
        let open: Vec<&Unlike> = self.both.iter().filter(is_open).collect();
        if let Some(first) = open.first() {
            return Err(Failure::Choose(first.choice(edit, &open)));
        }
        let taken: BTreeSet<String> =
            choices.into_iter().filter(|(_, other)| *other).map(|(path, _)| path).collect();
        if self.has_fewer && taken.contains(entries::SPELL.name) {
            let spell = self.both.iter().find(|own| own.path == entries::SPELL.name);
            let (keep, other) = spell.map_or(("", ""), |own| (&*own.keep, &*own.other));
            return Err(edit.refuse(&Life::MergeFewer { keep, other }));
        }
        Ok(taken)
    }
}

/// The entries of a list that the other's file has and the kept one has not.
fn more_of<T: Written>(edit: &ChildEdit, entry: &Entry, own: &[T], other: &[T]) -> Option<Unlike> {
    let said = |all: &[T]| {
        let one = |entry: &T| {
            let values = entry.keys().into_iter().map(|(_, fact)| fact.values().join(" "));
            values.collect::<Vec<_>>().join(" ")
        };
        match all.is_empty() {
            true => "-".to_owned(),
            false => listed(&all.iter().map(one).collect::<Vec<_>>(), edit.lang()),
        }
    };
    let standing: Vec<_> = own.iter().map(Written::keys).collect();
    let has_more = other.iter().any(|entry| !standing.contains(&entry.keys()));
    has_more.then(|| Unlike {
        path: entry.name.to_owned(),
        field: words_in(entry.label, edit.lang()).to_owned(),
        keep: said(own),
        other: said(other),
    })
}

impl Unlike {
    fn choice(&self, edit: &ChildEdit, open: &[&Unlike]) -> Choosing {
        let lang = edit.lang();
        let (field, keep, other) = (&*self.field, &*self.keep, &*self.other);
        let line = |own: &&Unlike| {
            let (field, path) = (&*own.field, &*own.path);
            Life::MergeDiffers { field, path, keep: &own.keep, other: &own.other }.text(lang)
        };
        let head = Life::MergeChoose { count: open.len() }.text(lang);
        Choosing {
            about: self.path.clone(),
            question: Life::MergeAsk { field, keep, other }.text(lang),
            refused: [head].into_iter().chain(open.iter().map(line)).collect(),
            left: None,
        }
    }
}

/// Does a word choose the other's value?
fn is_other(edit: &ChildEdit, text: &str, side: &str) -> Result<bool, Failure> {
    match side {
        "keep" | "1" | "１" => Ok(false),
        "other" | "2" | "２" => Ok(true),
        _ => Err(edit.refuse(&Life::MergeTake { text })),
    }
}
