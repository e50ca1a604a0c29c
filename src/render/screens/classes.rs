//! The classes of a day as a screen.

use chrono::NaiveDate;

use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::lang::Lang;
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::classes::ClassCount;

/// One line a class; the sums stand above.
pub fn screen(home: &Home, classes: &[ClassCount], day: NaiveDate, lang: Lang) -> Screen {
    let columns = [
        SheetColumn::new("class", Word::Class.text(lang), |own: &ClassCount| {
            let code = own.code.as_ref();
            let blank = || Word::Blank.text(lang);
            let said = code.map_or_else(blank, |code| home.class_name(code, day));
            Cell::text(code.map(ClassCode::as_str)).said(said)
        }),
        SheetColumn::for_programs("head_teacher", |own: &ClassCount| {
            Cell::text(own.head.map(|person| person.id.to_string()))
        }),
        SheetColumn::new(
            "head_teacher_name",
            Listing::HeadTeacher.text(lang),
            |own: &ClassCount| Cell::text(own.head.map(|person| person.name.clone())),
        ),
        count("children", Word::Children.text(lang), |own| own.children),
        count("boys", Listing::Boys.text(lang), |own| own.boys),
        count("girls", Listing::Girls.text(lang), |own| own.girls),
        count("unpaired", Listing::NoPair.text(lang), |own| own.unpaired),
    ];
    let sheet = Sheet::of(&columns, classes).numbered(Word::Number.text(lang));
    let sum = |of: fn(&ClassCount) -> usize| classes.iter().map(of).sum();
    let title = Listing::ClassesTitle {
        count: classes.len(),
        children: sum(|own| own.children),
        boys: sum(|own| own.boys),
        girls: sum(|own| own.girls),
        day,
    };
    Screen { title: Some(title.text(lang)), sheets: vec![sheet], ..Screen::default() }
}

fn count<'a>(
    key: &'static str,
    heading: String,
    of: fn(&ClassCount) -> usize,
) -> SheetColumn<'a, ClassCount<'a>> {
    SheetColumn::new(key, heading, move |own: &ClassCount| Cell::count(of(own)))
}
