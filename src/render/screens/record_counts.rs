//! Records counted and added up, as a screen.

use std::collections::BTreeMap;

use super::records::unseen;
use crate::domain::amount::Amount;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::privacy::Gate;
use crate::domain::register::{Column, Register};
use crate::domain::share::SharePrecision;
use crate::lang::count_words::Counting;
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::lang::{Lang, label};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Readers, Sheet, SheetColumn};
use crate::reports::record_counts::{CountedBy, RecordCount, counts, direction};
use crate::reports::records::{Record, Records};

/// What is counted, and how.
pub struct CountPage<'a> {
    pub home: &'a Home,
    pub records: &'a Records<'a>,
    pub register: &'a Register,
    pub by: CountedBy<'a>,
    pub sum: Option<&'a Column>,
    pub gate: &'a Gate,
    pub lang: Lang,
}

/// One line a value, and all of them in the last.
pub fn screen(page: &CountPage) -> Screen {
    let lang = page.lang;
    let counted =
        counts(&page.records.shown, page.sum, |own| page.values(own), |own| page.place(own));
    let total = counted.whole.records;
    let whole = RecordCount { value: Some(Word::Total.text(lang)), ..counted.whole };
    let lines = counted.counts.iter().map(|own| (Readers::All, own));
    let lines: Vec<(Readers, &RecordCount)> = match page.by {
        CountedBy::Nothing => vec![(Readers::All, &whole)],
        _ => lines.chain([(Readers::People, &whole)]).collect(),
    };
    let (key, heading) = page.heading();
    let words = page.words();
    let value = |own: &RecordCount| {
        let blank = || Word::Blank.text(lang);
        let is_whole = std::ptr::eq(own, &raw const whole);
        let said = match &own.value {
            Some(value) if is_whole => value.clone(),
            Some(value) => words.get(value).cloned().unwrap_or_else(|| value.clone()),
            None => blank(),
        };
        Cell::text(own.value.clone()).said(said)
    };
    let mut columns: Vec<SheetColumn<RecordCount>> = vec![
        SheetColumn::new(&key, heading, value),
        SheetColumn::new("records", Counting::Records.text(lang), |own: &RecordCount| {
            Cell::count(own.records)
        }),
    ];
    if page.sum.is_none() && !matches!(page.by, CountedBy::Nothing) {
        columns.push(SheetColumn::new("share", Word::Share.text(lang), |own: &RecordCount| {
            let share = SharePrecision::TwoDigits.digits(own.records, total).unwrap_or_default();
            let said = format!("{share} %");
            Cell::from(share).said(said)
        }));
    }
    columns.extend(page.sums());
    let sheet = Sheet::read_by(&columns, lines);
    let skipped = Some(whole.not_numbers).filter(|count| *count > 0);
    let skipped = skipped.map(|count| Counting::NotNumbers { count }.text(lang));
    let of_several = |own: &Record| own.event.children.len() > 1;
    let is_by_child = matches!(page.by, CountedBy::Child);
    let is_shared = is_by_child && page.records.shown.iter().any(of_several);
    let shared = is_shared.then(|| Counting::OfSeveral.text(lang));
    let footer: Vec<String> =
        shared.into_iter().chain(skipped).chain(unseen(page.records, lang)).collect();
    let register = label(&page.register.label, lang);
    Screen {
        title: Some(Counting::Title { register, count: total }.text(lang)),
        sheets: vec![sheet],
        footer: Some(footer.join("\n")).filter(|text| !text.is_empty()),
        ..Screen::default()
    }
}

impl<'a> CountPage<'a> {
    /// What a record is counted under.
    fn values(&self, record: &Record) -> Vec<String> {
        let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect();
        match self.by {
            CountedBy::Nothing => Vec::new(),
            CountedBy::Child => ids(&record.event.children),
            CountedBy::Staff => ids(&record.event.staff),
            CountedBy::Column(column) => {
                let cell = record.register.guarded(&record.event, &column.name);
                cell.map(|cell| cell.shown(self.gate)).into_iter().collect()
            }
        }
    }

    /// Choices stand in their order, all else as it is written.
    fn place(&self, value: &str) -> usize {
        let CountedBy::Column(column) = self.by else { return 0 };
        let choices = column.choices();
        choices.iter().position(|own| own.code == value).unwrap_or(choices.len())
    }

    fn heading(&self) -> (String, String) {
        match self.by {
            CountedBy::Nothing => ("of".to_owned(), Counting::What.text(self.lang)),
            CountedBy::Child => ("child".to_owned(), Listing::Children.text(self.lang)),
            CountedBy::Staff => ("staff".to_owned(), Word::Staff.text(self.lang)),
            CountedBy::Column(own) => (own.name.clone(), label(&own.label, self.lang).to_owned()),
        }
    }

    /// The values in words.
    fn words(&self) -> BTreeMap<String, String> {
        let child = |own: &Record| own.event.children.to_vec();
        let staff = |own: &Record| own.event.staff.to_vec();
        let ids = |of: fn(&Record) -> Vec<Id>| self.records.shown.iter().flat_map(of);
        match self.by {
            CountedBy::Nothing => BTreeMap::new(),
            CountedBy::Child => ids(child)
                .filter_map(|id| Some((id.to_string(), self.home.child(id)?.name.clone())))
                .collect(),
            CountedBy::Staff => ids(staff)
                .filter_map(|id| Some((id.to_string(), self.home.person(id)?.name.clone())))
                .collect(),
            CountedBy::Column(own) => {
                let said = |one: &crate::domain::register::Choice| {
                    (one.code.clone(), label(&one.label, self.lang).to_owned())
                };
                own.choices().iter().map(said).collect()
            }
        }
    }

    /// The sum; of what comes and goes both, and what is left.
    fn sums(&self) -> Vec<SheetColumn<'a, RecordCount>> {
        let lang = self.lang;
        let Some(column) = self.sum else { return Vec::new() };
        let amount = |key: &str, heading: String, of: fn(&RecordCount) -> Amount| {
            SheetColumn::new(key, heading, move |own: &RecordCount| of(own).to_string())
        };
        let mut sums = match direction(self.register) {
            Some(_) => vec![
                amount("in", Counting::CameIn.text(lang), |own| own.came_in),
                amount("out", Counting::WentOut.text(lang), |own| own.went_out),
                amount("balance", Counting::Balance.text(lang), RecordCount::balance),
            ],
            None => {
                let heading = Counting::Sum { column: label(&column.label, lang) }.text(lang);
                vec![amount("sum", heading, |own| own.sum)]
            }
        };
        // People are told below the table.
        sums.push(SheetColumn::for_programs("not_added", |own: &RecordCount| {
            Cell::count(own.not_numbers)
        }));
        sums
    }
}
