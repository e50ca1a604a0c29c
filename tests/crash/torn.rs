//! What a write may have left of itself when the power is cut in it.

use crate::state::Change;

/// How finely writes are torn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Torn {
    /// At four lengths.
    Few,
    /// At every length; of a write of many sectors around the end of each.
    Everywhere,
}

const SECTOR: usize = 512;
const LONG: usize = 8 * SECTOR;

/// Every content a file may have when a change of its bytes is under way. Of what was written
/// there is a beginning; or the file has grown, and behind the beginning, or in any sectors,
/// stand zeros.
pub fn torn(old: &[u8], change: &Change, torn: Torn) -> Vec<Vec<u8>> {
    let (base, new) = match change {
        Change::Bytes(_, new) => (&[][..], new),
        Change::Added(_, new) => (old, new),
        _ => return Vec::new(),
    };
    let mut contents = Vec::new();
    for length in lengths(new.len(), torn) {
        let begun = [base, &new[..length]].concat();
        let mut grown = begun.clone();
        grown.resize(base.len() + new.len(), 0);
        contents.extend([begun, grown]);
    }
    contents.extend(sectors(base, new, torn));
    contents
}

fn lengths(all: usize, torn: Torn) -> Vec<usize> {
    let mut lengths: Vec<usize> = match torn {
        Torn::Few => vec![0, 1, all / 2, all.saturating_sub(1)],
        Torn::Everywhere if all <= LONG => (0..all).collect(),
        Torn::Everywhere => {
            let ends = (0..=all / SECTOR).map(|sector| sector * SECTOR);
            ends.flat_map(|end| [end.saturating_sub(1), end, end + 1]).collect()
        }
    };
    lengths.retain(|length| *length < all);
    lengths.sort_unstable();
    lengths.dedup();
    lengths
}

/// Sectors reach the disk in any order: each choice of a few, one alone or all but one of many.
fn sectors(base: &[u8], new: &[u8], torn: Torn) -> Vec<Vec<u8>> {
    let whole = [base, new].concat();
    let first = base.len() / SECTOR;
    let count = whole.len().div_ceil(SECTOR) - first;
    if new.is_empty() || count < 2 {
        return Vec::new();
    }
    let content = |is_written: &dyn Fn(usize) -> bool| {
        let mut content = whole.clone();
        let own = content.iter_mut().enumerate().skip(base.len());
        own.filter(|(at, _)| !is_written(at / SECTOR - first)).for_each(|(_, byte)| *byte = 0);
        content
    };
    let most = if torn == Torn::Few { 2 } else { 8 };
    if count <= most {
        let choices = 1..(1usize << count) - 1;
        return choices.map(|mask| content(&|at| mask & (1usize << at) != 0)).collect();
    }
    let each = (0..count).filter(|at| torn == Torn::Everywhere || [0, count - 1].contains(at));
    each.flat_map(|one| [content(&|at| at == one), content(&|at| at != one)]).collect()
}
