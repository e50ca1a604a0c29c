//! Damage in the last bytes of a log is told, and reading changes nothing.
//!
//! Three kinds of damage can never be text of a row and must be told: NULs, bytes that are no
//! text, and a cut that leaves part of a line. A cut between lines, and letters turned into others,
//! leave a log that someone could have written: such damage is not seen, and may only be one that
//! keeps the number of rows and of cells in each.

use std::fs;

use crate::job::{LOG, NEXT, make_home};
use crate::rig::{Findings, Scratch, TODAY, care, files, first, torture};

/// The longest damaged tail of a long run.
const LONGEST: usize = 4096;

/// A kind of damage to the last bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Damage {
    Cut,
    Nul,
    NulsAdded,
    Garbage,
    /// A bit of each of so many bytes before the last line break, without which a line is torn.
    Flips,
    /// This bit of the tail's first byte alone.
    Flip(u8),
}

fn damaged(whole: &[u8], damage: Damage, count: usize, seed: usize) -> Vec<u8> {
    let last = whole.len() - usize::from(damage == Damage::Flips);
    let (head, rest) = whole.split_at(last - count);
    let (tail, end) = rest.split_at(count);
    let tail: Vec<u8> = match damage {
        Damage::Cut => Vec::new(),
        Damage::Nul => vec![0; count],
        Damage::NulsAdded => [tail, &vec![0; count]].concat(),
        // Bytes with the highest bit set and never a letter together.
        Damage::Garbage => {
            (0..count).map(|at| [0xF8, 0xFD, 0xFA, 0xFF, 0xC0][(seed + at) % 5]).collect()
        }
        Damage::Flips => {
            let flipped = |(at, byte): (usize, &u8)| byte ^ (1 << ((seed + count + at) % 8));
            tail.iter().enumerate().map(flipped).collect()
        }
        Damage::Flip(bit) => [&[tail[0] ^ (1 << bit)], &tail[1..]].concat(),
    };
    [head, &tail, end].concat()
}

/// May this damage stay unseen?
fn may_be_unseen(whole: &[u8], bytes: &[u8], damage: Damage) -> bool {
    let shape = |bytes: &[u8]| -> Vec<usize> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.lines().map(|line| line.matches(',').count()).collect()
    };
    match damage {
        Damage::Cut => bytes.ends_with(b"\n"),
        Damage::Flips | Damage::Flip(_) => {
            std::str::from_utf8(bytes).is_ok() && shape(whole) == shape(bytes)
        }
        _ => false,
    }
}

#[test]
fn a_damaged_tail_of_a_log_is_told_and_nothing_is_changed_by_reading() {
    let base = Scratch::new();
    make_home(base.path());
    let mut whole = fs::read(base.path().join(LOG)).unwrap();
    for number in 100..(100 + LONGEST / 64) {
        let row = format!("E{number:010},2024-11-07,C00002,T00001,made,in_person,好,");
        whole.extend_from_slice(row.as_bytes());
        whole.extend_from_slice(b"2024-11-07T10:00:00+08:00,,\n");
    }
    fs::write(base.path().join(LOG), &whole).unwrap();
    let plain = [Damage::Cut, Damage::Nul, Damage::NulsAdded, Damage::Garbage, Damage::Flips];
    let kinds = plain.into_iter().chain((0..8).map(Damage::Flip));
    let (mut told, mut unseen, mut findings) = ([0usize; 6], [0usize; 6], Findings::default());
    // Where the lengths begin moves with `CARE_FIRST`.
    let lengths = first() + 1..=(first() + 30 * torture()).min(LONGEST);
    for (damage, count) in kinds.flat_map(|kind| lengths.clone().map(move |count| (kind, count))) {
        let home = Scratch::copy_of(base.path());
        let bytes = damaged(&whole, damage, count, first());
        fs::write(home.path().join(LOG), &bytes).unwrap();
        let before = files(home.path());
        let overdue = care(home.path(), &["overdue", "--today", TODAY]);
        let check = care(home.path(), &["check", "--today", TODAY]);
        let place = format!("{damage:?} of the last {count}");
        let kind = match damage {
            Damage::Cut => 0,
            Damage::Nul => 1,
            Damage::NulsAdded => 2,
            Damage::Garbage => 3,
            Damage::Flips => 4,
            Damage::Flip(_) => 5,
        };
        match (overdue.code, check.code) {
            (Some(3), Some(1)) if overdue.err.contains(LOG) => told[kind] += 1,
            (Some(0), Some(0)) if may_be_unseen(&whole, &bytes, damage) => unseen[kind] += 1,
            // What only check remarks on, such as a word that is no choice.
            (Some(0), Some(1)) if may_be_unseen(&whole, &bytes, damage) => told[kind] += 1,
            _ => {
                let kind = place.split(['(', ' ']).next().unwrap_or_default();
                let ends = (overdue.end(), check.end());
                findings.add(&format!("{kind}: overdue {}, check {}", ends.0, ends.1), &place);
            }
        }
        if files(home.path()) != before {
            findings.add("reading changed something", &place);
        }
        let next = care(home.path(), &NEXT);
        let after = fs::read(home.path().join(LOG)).unwrap();
        if !after.starts_with(&bytes) && next.code != Some(0) {
            findings.add("a refused write changed the log", &place);
        }
        if overdue.code == Some(3) && next.code == Some(0) {
            findings.add("a row was added behind damage", &place);
        }
    }
    println!(
        "damaged tails [cut, NUL, NULs added, garbage, bits, one bit]: told {told:?}, \
         unseen {unseen:?}"
    );
    findings.end();
}
