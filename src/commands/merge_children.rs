//! `care merge-children`: two files are of one child; one is kept and takes the other's events.

use std::collections::BTreeSet;

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::merge::{Differences, new_spells};
use crate::domain::child::Child;
use crate::domain::entries::{self, Entry};
use crate::domain::entry_keys::Written;
use crate::domain::facts::Fact;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::lang::{listed, words_in};
use crate::session::change::Change;
use crate::session::edit::CHANGES;
use crate::storage::layout;

pub const ABOUT: Purpose = Purpose {
    name: "合并儿童",
    says: ("同一名儿童登记了两次：合成一份", "One child was added twice: make one of the two"),
    examples: &[
        Example {
            typed: ("C1SW8G C6750A -n", "C1SW8G C6750A -n"),
            does: ("先看两份档案哪里不同", "See first where they differ"),
        },
        Example {
            typed: ("C1SW8G C6750A --取 class=other", "C1SW8G C6750A --take class=other"),
            does: ("班级用后一份的", "With the class of the second"),
        },
    ],
    see: &["list", "find", "undo"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild),
          help = said(("留下的：编号，或姓名、拼音", "The one that is kept: id, name or pinyin")))]
    keep: String,
    #[arg(value_name = said(("另一个", "OTHER")),
          help = said(("并进去的另一个", "The other, which goes into it")))]
    other: String,
    #[arg(long = "take", value_name = say(Help::ValueKeyValue),
          help = said(("不同的地方用哪一个，可选：字段=keep、字段=other；可重复",
                       "Which to take where they differ: FIELD=keep or FIELD=other; may be \
                        repeated")))]
    take: Vec<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| merge(context, args, change))
}

fn merge(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let (lang, today) = (context.lang, context.today);
    let other = ChildEdit::open(context, change, &args.other, None)?.child;
    let mut edit = ChildEdit::open(context, change, &args.keep, args.staff.as_deref())?;
    if edit.child.id == other.id {
        return Err(edit.refuse(&Life::MergeSelf { name: &other.name }));
    }
    let differences = Differences::between(&edit, &other);
    let taken = differences.chosen(&edit, &args.take)?;
    let mut brought = Vec::new();
    for path in differences.only_other.iter().chain(&taken) {
        if path == entries::SPELL.name {
            take_spells(&mut edit, &other)?;
            brought.push(words_in(entries::SPELL.label, lang).to_owned());
        } else if let Some(fact) = other.facts.get(path) {
            edit.put(path, fact, today)?;
            brought.push(edit.field_said(path));
        }
    }
    let keeps = |path: &str| differences.differ(path) && !taken.contains(path);
    brought.extend(bring_entries(&mut edit, &other, &keeps, &|path| differences.differ(path))?);
    let former = edit.child.also.iter().chain(&other.also).map(|own| own.id);
    let former: BTreeSet<String> = former.chain([other.id]).map(|id| id.to_string()).collect();
    let former = Fact::List(former.into_iter().collect());
    edit.put("also", &former, today)?;
    edit.change.take_away(&layout::child(other.id))?;
    let other = format!("{} {}", other.name, other.id);
    let merged = Life::Merged { who: &edit.who(today), other: &other }.text(lang);
    let brought = (!brought.is_empty())
        .then(|| Life::MergeBrought { what: &listed(&brought, lang) }.text(lang));
    Ok([merged].into_iter().chain(brought).collect())
}

/// Puts the other's times on the roll in the place of the kept child's.
fn take_spells(edit: &mut ChildEdit, other: &Child) -> Result<(), Failure> {
    let (file, id, today) = (edit.file(), edit.child.id, edit.context.today);
    let own = edit.child.spells.clone();
    for (at, spell) in other.spells.iter().enumerate() {
        let Some(standing) = own.get(at) else {
            edit.add_entry(entries::SPELL, &spell.keys(), (today, ""))?;
            continue;
        };
        let joined = Fact::Date(standing.span.first);
        let nth = edit.change.entry_at(&file, entries::SPELL.name, "joined", &joined)?;
        let (old, new) = (standing.keys(), spell.keys());
        let of = |keys: &[(&str, Fact)], key: &str| {
            keys.iter().find(|(own, _)| *own == key).map(|(_, fact)| fact.clone())
        };
        for key in entries::SPELL.keys.iter().map(|key| key.name) {
            match (of(&old, key), of(&new, key)) {
                (old, Some(new)) => {
                    edit.set_in_entry(
                        (entries::SPELL, nth),
                        (key, old.as_ref(), &new),
                        (today, ""),
                    )?;
                }
                (Some(_), None) => {
                    let path = crate::storage::record_text::in_entry("spell", nth, key);
                    edit.change.edit(&file, id, |record| record.unset(&path))?;
                }
                (None, None) => {}
            }
        }
    }
    Ok(())
}

/// Adds the other's dated entries that the kept child has not, and says of which kinds they are.
/// An earlier value comes along unless the kept child's own value of the field was chosen.
fn bring_entries(
    edit: &mut ChildEdit,
    other: &Child,
    keeps: &dyn Fn(&str) -> bool,
    differ: &dyn Fn(&str) -> bool,
) -> Result<Vec<String>, Failure> {
    let keep = edit.child.clone();
    let own_until: Vec<_> = keep.earlier.iter().map(|was| (was.field.clone(), was.until)).collect();
    let is_free = |field: &str, until| {
        !keeps(field) && !own_until.iter().any(|own| own.0 == field && own.1 == until)
    };
    let earlier: Vec<_> =
        other.earlier.iter().filter(|was| is_free(&was.field, was.until)).cloned().collect();
    let spells = match differ(entries::SPELL.name) {
        true => Vec::new(),
        false => new_spells(&keep, other),
    };
    Ok([
        bring(edit, entries::SPELL, &keep.spells, &spells)?,
        bring(edit, entries::PAUSE, &keep.pauses, chosen(keeps, entries::PAUSE, &other.pauses))?,
        bring(edit, entries::PAIR, &keep.pairs, &other.pairs)?,
        bring(edit, entries::BUDDY, &keep.buddies, &other.buddies)?,
        bring(
            edit,
            entries::EXEMPT,
            &keep.exemptions,
            chosen(keeps, entries::EXEMPT, &other.exemptions),
        )?,
        bring(edit, entries::ELDER, &keep.elders, &other.elders)?,
        bring(edit, entries::WAS, &keep.earlier, &earlier)?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

/// The other's entries, unless the kept child's own were chosen.
fn chosen<'e, T>(keeps: &dyn Fn(&str) -> bool, entry: &Entry, other: &'e [T]) -> &'e [T] {
    if keeps(entry.name) { &[] } else { other }
}

fn bring<T: Written>(
    edit: &mut ChildEdit,
    entry: &Entry,
    own: &[T],
    other: &[T],
) -> Result<Option<String>, Failure> {
    let standing: Vec<_> = own.iter().map(Written::keys).collect();
    let mut is_brought = false;
    for keys in other.iter().map(Written::keys).filter(|keys| !standing.contains(keys)) {
        edit.add_entry(entry, &keys, (edit.context.today, ""))?;
        is_brought = true;
    }
    Ok(is_brought.then(|| words_in(entry.label, edit.lang()).to_owned()))
}
