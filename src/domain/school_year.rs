//! An estimate of a school year's terms and statutory holidays, for the school to confirm.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::festival;
use super::spans::{Span, day_before};

/// The estimate.
pub struct SchoolYear {
    /// Such as `2024-2025`.
    pub name: String,
    pub terms: Vec<EstimatedTerm>,
    pub holidays: Vec<EstimatedHoliday>,
}

/// One of the two terms.
pub struct EstimatedTerm {
    pub id: String,
    pub name: String,
    pub span: Span,
}

/// A statutory holiday; makeshift bridges around it are not known.
pub struct EstimatedHoliday {
    pub name: String,
    pub span: Span,
}

impl SchoolYear {
    /// The term in hand on a day: the latest begun, else the first.
    pub fn term_in_hand(&self, today: NaiveDate) -> &EstimatedTerm {
        let begun = self.terms.iter().rev().find(|term| term.span.first <= today);
        begun.unwrap_or(&self.terms[0])
    }
}

/// The first year of the school year that people are in on a day: schools begin in the last days of
/// August at the earliest.
pub fn begun(day: NaiveDate) -> i32 {
    if (day.month(), day.day()) >= (8, 25) { day.year() } else { day.year() - 1 }
}

/// A school year by its first year: `2024-2025`.
pub fn name(year: i32) -> String {
    format!("{year}-{}", year + 1)
}

/// The first year of a school year by its name.
pub fn first_year(name: &str) -> Option<i32> {
    name.get(..4)?.parse().ok()
}

/// The term that must be added to a calendar whose last term has ended, so that something can be
/// asked again: the first that is estimated to begin after that.
pub fn next_term(ended: NaiveDate, today: NaiveDate) -> Option<(String, EstimatedTerm)> {
    let years = [in_hand(today), in_hand(today.with_year(today.year() + 1)?)];
    let mut terms = years.into_iter().flatten().flat_map(|year| {
        let name = year.name;
        year.terms.into_iter().map(move |term| (name.clone(), term))
    });
    terms.find(|(_, term)| ended < term.span.first && today <= term.span.last)
}

/// The school year in hand on a day; from August on it is the one that begins that year.
pub fn in_hand(today: NaiveDate) -> Option<SchoolYear> {
    let year = if today.month() >= 8 { today.year() } else { today.year() - 1 };
    let name = name(year);
    let spring_festival = festival::find("spring_festival")?.in_year(year + 1)?;
    let begins = weekday_from(NaiveDate::from_ymd_opt(year, 9, 1)?);
    // Autumn terms end on a Friday some eleven days before the Spring Festival, spring terms begin
    // on the Monday near the Lantern Festival and end on the first Friday of July.
    let autumn_ends = on_or_before(spring_festival - Days::new(11), Weekday::Fri);
    let spring_begins = on_or_after(spring_festival + Days::new(13), Weekday::Mon);
    let spring_ends = on_or_after(NaiveDate::from_ymd_opt(year + 1, 7, 1)?, Weekday::Fri);
    let term = |number: u32, ordinal: &str, first, last| EstimatedTerm {
        id: format!("{name}-{number}"),
        name: format!("{name}学年第{ordinal}学期"),
        span: Span { first, last },
    };
    let terms = vec![term(1, "一", begins, autumn_ends), term(2, "二", spring_begins, spring_ends)];
    let whole = Span { first: begins, last: spring_ends };
    let holidays = statutory(year, &whole);
    Some(SchoolYear { name, terms, holidays })
}

/// The statutory days that fall inside the school year; makeshift bridges are not guessed.
fn statutory(year: i32, whole: &Span) -> Vec<EstimatedHoliday> {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    let named = |code: &str, y| festival::find(code)?.in_year(y);
    let eve = named("spring_festival", year + 1).map(day_before);
    let listed = [
        ("中秋节", named("mid_autumn", year), 1),
        ("国庆节", day(year, 10, 1), 7),
        ("元旦", day(year + 1, 1, 1), 1),
        ("春节", eve, 4),
        ("清明节", named("qingming", year + 1), 1),
        ("劳动节", day(year + 1, 5, 1), 2),
        ("端午节", named("dragon_boat", year + 1), 1),
    ];
    let holiday = |(name, first, days): (&str, Option<NaiveDate>, u64)| {
        let first = first?;
        let span = Span { first, last: first + Days::new(days - 1) };
        span.overlap(whole).map(|_| EstimatedHoliday { name: name.to_owned(), span })
    };
    listed.into_iter().filter_map(holiday).collect()
}

fn weekday_from(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat | Weekday::Sun => on_or_after(day, Weekday::Mon),
        _ => day,
    }
}

fn on_or_after(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    day + Days::new(u64::from(weekday.days_since(day.weekday())))
}

fn on_or_before(day: NaiveDate, weekday: Weekday) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().days_since(weekday)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_is_near_the_real_terms_of_2024_2025() {
        let year = in_hand(NaiveDate::from_ymd_opt(2024, 11, 18).unwrap()).unwrap();
        let spans: Vec<String> = year
            .terms
            .iter()
            .map(|term| format!("{} {}..{}", term.id, term.span.first, term.span.last))
            .collect();
        assert_eq!(
            spans,
            ["2024-2025-1 2024-09-02..2025-01-17", "2024-2025-2 2025-02-17..2025-07-04"]
        );
        let names: Vec<&str> = year.holidays.iter().map(|holiday| holiday.name.as_str()).collect();
        assert_eq!(names, ["中秋节", "国庆节", "元旦", "春节", "清明节", "劳动节", "端午节"]);
    }

    #[test]
    fn the_term_that_is_missing_is_the_first_to_begin_after_the_last_that_is_there() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let next = |ended, today| next_term(day(ended), day(today)).unwrap().1.id;
        assert_eq!(next("2025-01-17", "2025-01-25"), "2024-2025-2");
        assert_eq!(next("2025-07-04", "2025-07-20"), "2025-2026-1");
        assert_eq!(next("2025-07-04", "2025-09-10"), "2025-2026-1");
        assert_eq!(next("2025-01-17", "2025-08-10"), "2025-2026-1");
    }

    #[test]
    fn until_july_the_school_year_in_hand_is_the_one_begun_last_autumn() {
        let name = |y, m, d| in_hand(NaiveDate::from_ymd_opt(y, m, d).unwrap()).unwrap().name;
        assert_eq!(name(2025, 7, 31), "2024-2025");
        assert_eq!(name(2025, 8, 1), "2025-2026");
    }
}
