//! Counts that would point at one child, in tables that others read.
//!
//! A count of one or two is not told. Nor may it be worked out: where the sum is known, one hidden
//! count is the sum without the others, and counts that can only be one are known by their number.
//! So further counts are hidden, the smallest first, until neither is so; and the sum itself where
//! there are none left.

use crate::domain::audience::Audience;

/// Counts below this are not told.
const TOLD_FROM: usize = 3;

/// Which counts of a table with a sum are not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenCounts {
    pub counts: Vec<bool>,
    pub sum: bool,
}

/// What of these counts, and of their sum, an audience is not told.
pub fn hidden_from(audience: Audience, counts: &[usize]) -> HiddenCounts {
    match audience.is_outside() {
        true => hidden(counts),
        false => HiddenCounts { counts: vec![false; counts.len()], sum: false },
    }
}

/// What is hidden of these counts, which add up to a sum that is printed below them.
fn hidden(counts: &[usize]) -> HiddenCounts {
    let is_small = |count: &usize| (1..TOLD_FROM).contains(count);
    let mut own: Vec<bool> = counts.iter().map(is_small).collect();
    let can_be_worked_out = |own: &[bool]| {
        let hidden: Vec<usize> =
            counts.iter().zip(own).filter(|(_, own)| **own).map(|(n, _)| *n).collect();
        let sum: usize = hidden.iter().sum();
        !hidden.is_empty() && (hidden.len() == 1 || sum == hidden.len())
    };
    while can_be_worked_out(&own) {
        let told = (0..counts.len()).filter(|at| !own[*at] && counts[*at] > 0);
        match told.min_by_key(|at| counts[*at]) {
            Some(at) => own[at] = true,
            None => return HiddenCounts { counts: own, sum: true },
        }
    }
    HiddenCounts { counts: own, sum: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(counts: &[usize]) -> String {
        let own = hidden(counts);
        let one = |(count, hidden): (&usize, &bool)| match hidden {
            true => "-".to_owned(),
            false => count.to_string(),
        };
        let mut told: Vec<String> = counts.iter().zip(&own.counts).map(one).collect();
        told.push(if own.sum { "-".to_owned() } else { counts.iter().sum::<usize>().to_string() });
        told.join(" ")
    }

    #[test]
    fn a_count_of_one_or_two_is_not_told_and_nought_is() {
        assert_eq!(told(&[9, 2, 0, 1, 3]), "9 - 0 - 3 15");
        assert_eq!(told(&[9, 0, 3]), "9 0 3 12");
        assert_eq!(told(&[]), "0");
    }

    #[test]
    fn one_hidden_count_takes_the_next_smallest_with_it_and_the_sum_where_there_is_none() {
        assert_eq!(told(&[9, 2, 5]), "9 - - 16");
        assert_eq!(told(&[1, 1, 7, 8]), "- - - 8 17", "two that add up to two are one each");
        assert_eq!(told(&[2, 0]), "- 0 -");
        assert_eq!(told(&[1, 1]), "- - -");
    }

    /// All tables that a reader could take for the true one: hidden counts are not nought.
    fn fitting(counts: &[usize], own: &HiddenCounts) -> Vec<Vec<usize>> {
        let sum: usize = counts.iter().sum();
        let mut tables: Vec<Vec<usize>> = vec![vec![]];
        for (count, hidden) in counts.iter().zip(&own.counts) {
            let values: Vec<usize> = if *hidden { (1..=sum + 1).collect() } else { vec![*count] };
            let longer = |table: &Vec<usize>| {
                let more = |value: &usize| [table.clone(), vec![*value]].concat();
                values.iter().map(more).collect::<Vec<_>>()
            };
            tables = tables.iter().flat_map(longer).collect();
        }
        tables.retain(|table| own.sum || table.iter().sum::<usize>() == sum);
        tables
    }

    #[test]
    fn whatever_the_counts_are_no_hidden_one_can_be_worked_out_from_the_others_and_the_sum() {
        let mut tried = 0;
        for code in 0..6usize.pow(4) {
            let counts: Vec<usize> = (0..4).map(|at| code / 6usize.pow(at) % 6).collect();
            let own = hidden(&counts);
            let tables = fitting(&counts, &own);
            for (at, is_hidden) in own.counts.iter().enumerate() {
                let one = tables[0][at];
                let varies = tables.iter().any(|table| table[at] != one);
                assert_eq!(varies, *is_hidden, "{counts:?} {own:?} at {at}");
            }
            tried += 1;
        }
        assert_eq!(tried, 1296);
    }
}
