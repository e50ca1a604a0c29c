//! How many pupils each grade has.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::figures::TracedCount;
use crate::domain::calendar::DAYS_BEFORE_TERM;
use crate::domain::class::ClassCode;
use crate::domain::event::{Event, newest};
use crate::domain::school_year::first_year;

/// The pupils by grade: of each class what was entered last of this school year, or in the weeks
/// before it; under none those of classes without a grade. Empty when nothing was entered.
pub fn enrolled(basis: &Basis) -> BTreeMap<Option<u32>, TracedCount> {
    let home = basis.home();
    let year = home.calendar.spoken_year(basis.day());
    let begun = year.and_then(|year| home.calendar.year(year)).map(|span| span.first);
    let first = begun.map(|first| first - chrono::Duration::days(DAYS_BEFORE_TERM));
    let entered = basis.done("enrolment").filter(|event| first.is_none_or(|own| event.date >= own));
    let classes: BTreeMap<Option<ClassCode>, &Event> = newest(entered, |event| {
        event.filled("class").and_then(|text| home.settings.class_code(text, year))
    });
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
