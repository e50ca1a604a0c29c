//! How many pupils each grade has.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::figures::TracedCount;
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::school_year::first_year;
use crate::domain::spans::days_earlier;

/// What a class had is entered in the weeks before its school year too.
const WEEKS_BEFORE: u32 = 31;

/// The pupils by grade: of each class what was entered last of this school year; under none those
/// of classes without a grade. Empty when nothing was entered.
pub fn enrolled(basis: &Basis) -> BTreeMap<Option<u32>, TracedCount> {
    let home = basis.home();
    let year = home.calendar.spoken_year(basis.day());
    let begun = year.and_then(|year| home.calendar.year(year)).map(|span| span.first);
    let mut classes: BTreeMap<Option<ClassCode>, &Event> = BTreeMap::new();
    for event in basis.done("enrolment").filter(|event| event.date <= basis.day()) {
        if begun.is_some_and(|first| event.date < days_earlier(first, WEEKS_BEFORE)) {
            continue;
        }
        let class = event.filled("class").and_then(|text| home.settings.class_code(text, year));
        let newest = classes.entry(class).or_insert(event);
        if (newest.date, newest.recorded) <= (event.date, event.recorded) {
            *newest = event;
        }
    }
    let mut grades: BTreeMap<Option<u32>, TracedCount> = BTreeMap::new();
    for (class, event) in classes {
        let Some(number) = event.filled("pupils").and_then(|text| text.parse().ok()) else {
            continue;
        };
        let first = year.and_then(first_year);
        let grade = first.zip(class).and_then(|(first, class)| class.grade_in(first));
        let grade = grade.and_then(|own| u32::try_from(own).ok());
        let grade = grade.filter(|own| (1..=home.settings.grades).contains(own));
        let own = TracedCount { number, behind: basis.sources("enrolment", [event]) };
        let sum = grades.remove(&grade).unwrap_or_default().and(&own);
        grades.insert(grade, sum);
    }
    grades
}
