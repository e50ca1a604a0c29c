//! Sets of days, kept as sorted spans that neither touch nor overlap; both ends are inclusive.

use chrono::{Days, NaiveDate};

/// A run of days, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Span {
    /// `first` to `last`; an open end reaches past every calendar.
    pub fn new(first: NaiveDate, last: Option<NaiveDate>) -> Span {
        Span { first, last: last.unwrap_or(NaiveDate::MAX) }
    }

    /// Is `day` one of these days?
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days that both have.
    pub fn overlap(&self, other: &Span) -> Option<Span> {
        let both = Span { first: self.first.max(other.first), last: self.last.min(other.last) };
        (both.first <= both.last).then_some(both)
    }
}

/// The day after, or the same at the end of time.
pub fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// The day before, or the same at the beginning of time.
pub fn day_before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(day)
}

/// `count` days later, or the end of time.
pub fn days_later(day: NaiveDate, count: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(count))).unwrap_or(NaiveDate::MAX)
}

/// `count` days earlier, or the beginning of time.
pub fn days_earlier(day: NaiveDate, count: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(count))).unwrap_or(NaiveDate::MIN)
}

/// A set of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Every day there is.
    pub fn always() -> Spans {
        Spans(vec![Span { first: NaiveDate::MIN, last: NaiveDate::MAX }])
    }

    /// The union of `spans`, in any order; a span that ends before it begins holds no day.
    pub fn union(spans: impl IntoIterator<Item = Span>) -> Spans {
        let mut sorted: Vec<Span> = spans.into_iter().filter(|s| s.first <= s.last).collect();
        sorted.sort_unstable();
        let mut united: Vec<Span> = Vec::with_capacity(sorted.len());
        for span in sorted {
            match united.last_mut() {
                Some(last) if span.first <= next_day(last.last) => {
                    last.last = last.last.max(span.last);
                }
                _ => united.push(span),
            }
        }
        Spans(united)
    }

    /// The spans in order.
    pub fn iter(&self) -> impl Iterator<Item = &Span> {
        self.0.iter()
    }

    /// Is there no day at all?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Is `day` in the set?
    pub fn contains(&self, day: NaiveDate) -> bool {
        let at = self.0.partition_point(|span| span.last < day);
        self.0.get(at).is_some_and(|span| span.first <= day)
    }

    /// The days that both sets have.
    pub fn intersect(&self, other: &Spans) -> Spans {
        let mut both = Vec::new();
        for span in &self.0 {
            let from = other.0.partition_point(|o| o.last < span.first);
            let overlaps = other.0[from..].iter().map_while(|o| span.overlap(o));
            both.extend(overlaps);
        }
        Spans(both)
    }

    /// The days of this set that `other` lacks.
    pub fn without(&self, other: &Spans) -> Spans {
        let mut gaps = Vec::with_capacity(other.0.len() + 1);
        let mut from = NaiveDate::MIN;
        for span in &other.0 {
            if span.first > from {
                gaps.push(Span { first: from, last: day_before(span.first) });
            }
            from = next_day(span.last);
            if span.last == NaiveDate::MAX {
                return self.intersect(&Spans(gaps));
            }
        }
        gaps.push(Span { first: from, last: NaiveDate::MAX });
        self.intersect(&Spans(gaps))
    }

    /// The first day of the set inside `span`.
    pub fn first_in(&self, span: &Span) -> Option<NaiveDate> {
        self.0.iter().find_map(|own| own.overlap(span)).map(|both| both.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(739_000 + n).unwrap()
    }

    fn spans(pairs: &[(i32, i32)]) -> Spans {
        Spans::union(pairs.iter().map(|&(a, b)| Span { first: day(a), last: day(b) }))
    }

    #[test]
    fn touching_and_overlapping_spans_unite() {
        assert_eq!(spans(&[(5, 9), (1, 3), (4, 4), (12, 11)]), spans(&[(1, 9)]));
        assert_eq!(spans(&[(1, 3), (5, 6)]).iter().count(), 2);
    }

    #[test]
    fn set_operations_agree_with_a_day_by_day_count() {
        let cases = [spans(&[(0, 4), (6, 6), (8, 12)]), spans(&[(3, 8), (12, 20)]), spans(&[])];
        for a in &cases {
            for b in &cases {
                for n in -2..25 {
                    let (in_a, in_b) = (a.contains(day(n)), b.contains(day(n)));
                    assert_eq!(a.intersect(b).contains(day(n)), in_a && in_b);
                    assert_eq!(a.without(b).contains(day(n)), in_a && !in_b);
                }
            }
        }
        assert_eq!(Spans::always().without(&Spans::always()), Spans::default());
    }

    #[test]
    fn the_first_day_inside_a_span_is_found() {
        let set = spans(&[(0, 4), (8, 12)]);
        assert_eq!(set.first_in(&Span { first: day(5), last: day(9) }), Some(day(8)));
        assert_eq!(set.first_in(&Span { first: day(5), last: day(7) }), None);
    }
}
