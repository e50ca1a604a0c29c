//! What a school year that is opened still lacks, as a screen: each line with what to type.

use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::new_year::{NewYear, Task};
use crate::lang::calendar_words::CalendarSaid;
use crate::lang::new_year_words::Opening;
use crate::lang::words::Word;
use crate::lang::{Lang, label};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// A line of the list.
pub struct YearItem {
    what: String,
    state: ItemState,
    how: String,
    /// Is it written where nobody is asked?
    pub is_proposed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ItemState {
    Ready,
    ToDo,
    ToCome,
}

impl YearItem {
    /// Is there something to do?
    pub fn is_open(&self) -> bool {
        self.state == ItemState::ToDo
    }

    /// It and what to type, in one line.
    pub fn line(&self) -> String {
        format!("  {}  {}", self.what, self.how)
    }
}

/// The terms that are there, and all that is lacking.
pub fn items(year: &NewYear, lang: Lang) -> Vec<YearItem> {
    let home = year.home();
    let ready = home.calendar.terms().iter().filter(|own| own.year == year.year.name);
    let ready = ready.map(|own| {
        let (from, to) = (own.span.first.to_string(), own.span.last.to_string());
        let what = CalendarSaid::Term { name: own.called(), from: &from, to: &to }.text(lang);
        YearItem { what, state: ItemState::Ready, how: String::new(), is_proposed: false }
    });
    let run = Opening::Run { year: &year.year.name }.text(lang);
    let tasks = year.tasks();
    let asked = tasks.iter().map(|task| YearItem {
        what: lacking(home, task, lang),
        state: ItemState::ToDo,
        how: run.clone(),
        is_proposed: !matches!(task, Task::Workdays),
    });
    let mut items: Vec<YearItem> = ready.chain(asked).collect();
    items.extend(leaving_later(year, lang));
    items.extend(by_hand(year, lang));
    items
}

fn lacking(home: &Home, task: &Task, lang: Lang) -> String {
    match task {
        Task::Term(own) => Opening::Missing { what: &own.name }.text(lang),
        Task::Holiday(own) => Opening::Missing { what: &own.name }.text(lang),
        Task::Workdays => Opening::Missing { what: &Opening::Workdays.text(lang) }.text(lang),
        Task::Graduates { class, children, last } => {
            let class = home.class_name(class, *last);
            Opening::Graduates { class: &class, count: children.len(), last: *last }.text(lang)
        }
    }
}

/// Those who leave school once the old year has ended.
fn leaving_later(year: &NewYear, lang: Lang) -> Vec<YearItem> {
    let last = year.last_of_old_year();
    if year.has_ended(last) {
        return Vec::new();
    }
    let classes = year.leaving(last).into_iter().map(|(class, children)| {
        let class = year.home().class_name(&class, last);
        let what = Opening::Graduates { class: &class, count: children.len(), last };
        YearItem {
            what: what.text(lang),
            state: ItemState::ToCome,
            how: Opening::Run { year: &year.year.name }.text(lang),
            is_proposed: false,
        }
    });
    classes.collect()
}

/// What other commands do.
fn by_hand(year: &NewYear, lang: Lang) -> Vec<YearItem> {
    let (home, first) = (year.home(), year.span().first);
    let item = |what: String, how: String| YearItem {
        what,
        state: ItemState::ToDo,
        how,
        is_proposed: false,
    };
    let name = |class: &ClassCode| home.settings.class_name(class, Some(&year.year.name));
    let first_classes = year.first_classes().into_iter().map(|class| {
        let what = Opening::FirstClass { class: &name(&class) }.text(lang);
        let how = Opening::Enter { class: class.as_str() }.text(lang);
        match year.has_children(&class) {
            true => YearItem { state: ItemState::Ready, ..item(what, String::new()) },
            false => item(what, how),
        }
    });
    let without_head = year.without_head().into_iter().map(|class| {
        let what = Opening::NoHead { class: &name(&class) }.text(lang);
        item(what, Opening::Appoint { class: class.as_str(), from: first }.text(lang))
    });
    let rules = year.ending_rules().into_iter().map(|(rule, until)| {
        let what = Opening::RuleEnds { rule: label(&rule.name, lang), until }.text(lang);
        item(what, Opening::LookAtRule { id: rule.id.as_str() }.text(lang))
    });
    first_classes.chain(without_head).chain(rules).collect()
}

/// The list as a screen.
pub fn screen(year: &NewYear, lang: Lang) -> Screen {
    let items = items(year, lang);
    let open = items.iter().filter(|item| item.is_open()).count();
    let columns = [
        SheetColumn::new("item", Opening::Item.text(lang), |own: &YearItem| own.what.clone()),
        SheetColumn::new("state", Word::State.text(lang), |own: &YearItem| {
            let (code, word) = match own.state {
                ItemState::Ready => ("ready", Opening::Ready),
                ItemState::ToDo => ("to_do", Opening::ToDo),
                ItemState::ToCome => ("to_come", Opening::ToCome),
            };
            Cell::from(code).said(word.text(lang))
        }),
        SheetColumn::new("how", Opening::HowTo.text(lang), |own: &YearItem| own.how.clone()),
    ];
    Screen {
        title: Some(Opening::Title { year: &year.year.name, open }.text(lang)),
        sheets: vec![Sheet::of(&columns, &items).numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}
