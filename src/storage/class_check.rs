//! Looks whether a text that stands where a class is meant is one, and which one it must be.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::problem::{Guess, Naming, Quote};
use crate::domain::settings::Settings;

/// What tells of classes. While it cannot be read no class is wrong: its own fault is told.
#[derive(Clone, Copy, Default)]
pub struct ClassCheck<'k> {
    /// They name the classes without a grade.
    pub settings: Option<&'k Settings>,
    /// It says which class `四（2）班` was on a day.
    pub calendar: Option<&'k Calendar>,
}

impl<'k> ClassCheck<'k> {
    /// With all that a home says.
    pub fn of(home: &'k Home) -> ClassCheck<'k> {
        ClassCheck { settings: Some(&home.settings), calendar: Some(&home.calendar) }
    }

    /// What is wrong with the text, which was written of this day.
    pub fn wrong(&self, text: &str, day: Option<NaiveDate>) -> Option<Naming> {
        let settings = self.settings.filter(|settings| !settings.is_class(text))?;
        if let Some(code) = settings.class_code(text, None) {
            let must = Guess::of(Some(code.as_str()));
            return Some(Naming::BadClass { must, year: None });
        }
        let year = day.zip(self.calendar).and_then(|(day, calendar)| calendar.spoken_year(day));
        let code = settings.class_code(text, year);
        let year = year.filter(|_| code.is_some()).map(Quote::of);
        Some(Naming::BadClass { must: Guess::of(code.as_ref().map(ClassCode::as_str)), year })
    }
}
