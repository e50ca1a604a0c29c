//! When something that counts was last done for each child, in months that are closed.

use chrono::NaiveDate;

use super::event::Event;
use super::id::Id;
use super::id_map::IdMap;

/// What is to be known of one child: nothing before the last event that counts matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastDate {
    /// The day of the last event that counts.
    pub done: Option<NaiveDate>,
    /// The days of the tries that failed after it, in order; several on a day are several.
    pub attempts: Vec<NaiveDate>,
}

impl LastDate {
    fn see(&mut self, date: NaiveDate, attempted: bool) {
        if self.done.is_some_and(|done| date <= done) {
            return;
        }
        if attempted {
            let at = self.attempts.partition_point(|own| *own <= date);
            self.attempts.insert(at, date);
        } else {
            self.done = Some(date);
            self.attempts.retain(|own| *own > date);
        }
    }
}

/// The last dates of all children of whom there is something to tell.
#[derive(Clone, Debug, Default)]
pub struct LastDates(IdMap<LastDate>);

impl LastDates {
    /// Takes in an event that counts for a child, or would had it not failed; in whatever order.
    pub fn see(&mut self, child: Id, event: &Event) {
        self.0.entry(child).or_default().see(event.date, event.attempted);
    }

    /// What is known of a child; nothing was ever done for one that is not known.
    pub fn of(&self, child: Id) -> Option<&LastDate> {
        self.0.get(&child)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &LastDate)> {
        self.0.iter().map(|(child, last)| (*child, last))
    }
}

impl FromIterator<(Id, LastDate)> for LastDates {
    fn from_iter<I: IntoIterator<Item = (Id, LastDate)>>(all: I) -> LastDates {
        LastDates(all.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn in_whatever_order_events_are_seen_the_last_that_counts_and_the_tries_after_it_are_kept() {
        let told = [
            ("2024-09-03", false),
            ("2024-09-02", true),
            ("2024-09-05", true),
            ("2024-09-05", true),
            ("2024-09-04", true),
            ("2024-09-03", true),
        ];
        for turn in 0..told.len() {
            for backwards in [false, true] {
                let mut own = told;
                own.rotate_left(turn);
                if backwards {
                    own.reverse();
                }
                let mut last = LastDate::default();
                for (date, attempted) in own {
                    last.see(day(date), attempted);
                }
                assert_eq!(last.done, Some(day("2024-09-03")));
                let after = ["2024-09-04", "2024-09-05", "2024-09-05"].map(day);
                assert_eq!(last.attempts, after, "{own:?}");
            }
        }
    }
}
