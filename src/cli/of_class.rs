//! Which records are of a class: one of its children was in it on that day, or it is about it.

use std::cell::RefCell;
use std::collections::HashMap;

use super::context::Context;
use super::failure::Failure;
use super::typed;
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::home::Home;

/// A class by what people call it, in whichever school year; all records without.
pub struct OfClass<'a> {
    home: &'a Home,
    class: Option<&'a str>,
    /// What the class is, by the school year in which it is called so.
    codes: RefCell<HashMap<Option<&'a str>, Option<ClassCode>>>,
}

impl<'a> OfClass<'a> {
    /// The class that is called so.
    ///
    /// # Errors
    /// There never was one.
    pub fn new(
        home: &'a Home,
        class: Option<&'a str>,
        context: &Context,
    ) -> Result<OfClass<'a>, Failure> {
        if let Some(class) = class {
            typed::class_ever(home, class, context.today, context.lang)?;
        }
        Ok(OfClass { home, class, codes: RefCell::default() })
    }

    /// Was one of its children in the class that was called so on that day, or is it about it?
    pub fn has(&self, event: &Event) -> bool {
        let Some(class) = self.class else { return true };
        let year = self.home.calendar.spoken_year(event.date);
        let mut codes = self.codes.borrow_mut();
        let code = codes.entry(year).or_insert_with(|| {
            let code = self.home.settings.class_code(class, year);
            code.or_else(|| Some(ClassCode::of(class)))
        });
        let mut children = event.children.iter().filter_map(|id| self.home.child(*id));
        let is_in = children.any(|child| child.class_on(event.date) == code.as_ref());
        is_in || event.filled("class").map(ClassCode::of) == *code
    }
}
