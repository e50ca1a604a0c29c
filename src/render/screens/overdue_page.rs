//! The overdue list as a page for whoever looks once: what to do this week, whom nobody reached,
//! and each child's weeks.

use std::collections::BTreeMap;

use super::Names;
use crate::domain::order::{ClassPlace, NamePlace};
use crate::domain::spans::Span;
use crate::domain::subject::Subject;
use crate::lang::listed;
use crate::lang::page_words::PageWord;
use crate::lang::rate_words::RateWord;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::layout::Chart;
use crate::render::screen::{Figure, Screen};
use crate::render::sheet::{Group, Sheet, SheetColumn};
use crate::reports::contacts::{ChildContacts, Contacts, QUIET_DAYS};
use crate::reports::overdue::{self, OverdueRow};
use crate::rules::case::Case;
use crate::rules::obligation::Obligation;

/// So many names of one rule are told in its line; all stand in the list below.
const NAMED: usize = 12;

/// What the page tells besides the list.
pub struct OverduePage<'a> {
    pub names: &'a Names<'a>,
    pub late: &'a [OverdueRow],
    pub soon: &'a [Obligation],
    pub enrolled: usize,
    /// None where the question is about one rule or person: then others' records say nothing.
    pub contacts: Option<Contacts>,
    /// Further sheets with charts.
    pub rates: Vec<Sheet>,
    /// How much of what fell due this term was done.
    pub done: String,
}

impl OverduePage<'_> {
    /// The screen of the list with the page's other parts around it.
    pub fn around(&self, list: Screen) -> Screen {
        let lang = self.names.lang;
        let heading = PageWord::AllOverdue { rows: self.late.len() }.text(lang);
        let mut sheets: Vec<Sheet> = self.first_things().into_iter().collect();
        sheets.extend(list.sheets.into_iter().map(|sheet| sheet.headed(heading.clone())));
        sheets.extend(self.contacts.iter().filter_map(|own| self.quiet(own)));
        sheets.extend(self.rates.iter().cloned());
        sheets.extend(self.contacts.iter().filter_map(|own| self.weeks(own)));
        let means = (!self.rates.is_empty()).then(|| RateWord::Means.text(lang));
        let lines: Vec<String> = list.footer.iter().cloned().chain(means).collect();
        let footer = (!lines.is_empty()).then(|| lines.join("\n"));
        Screen { figures: self.figures(), sheets, footer, ..list }
    }

    fn figures(&self) -> Vec<Figure> {
        let lang = self.names.lang;
        let children = overdue::children(self.names.plan, self.late);
        let figure = |label: PageWord, value: String, source: &str| Figure {
            label: label.text(lang),
            value,
            source: (!source.is_empty()).then(|| source.to_owned()),
        };
        let late = PageWord::Items { rows: self.late.len(), children }.text(lang);
        let mut figures = vec![
            figure(PageWord::Enrolled, self.enrolled.to_string(), "care list"),
            figure(PageWord::Overdue, late, "care overdue"),
            figure(PageWord::DueSoon, self.soon.len().to_string(), "care due"),
            figure(PageWord::Done, self.done.clone(), "care rates"),
        ];
        figures.extend(self.contacts.iter().map(|own| {
            let quiet = own.children.iter().filter(|own| own.is_quiet).count();
            figure(PageWord::Quiet { days: QUIET_DAYS }, quiet.to_string(), "")
        }));
        figures
    }

    /// Who is waiting for what, rule by rule: the one thing that must be seen at once.
    fn first_things(&self) -> Option<Sheet> {
        let names = self.names;
        let mut rules: BTreeMap<usize, (Vec<Case>, Vec<Case>)> = BTreeMap::new();
        for row in self.late {
            rules.entry(row.case.rule).or_default().0.push(row.case);
        }
        for one in self.soon {
            rules.entry(one.case.rule).or_default().1.push(one.case);
        }
        let who = |cases: &[Case]| Cell::text(Some(self.who(cases)));
        let columns = [
            SheetColumn::for_people(Word::Duty.text(names.lang), |own: &(usize, _)| {
                names.rule(own.0)
            }),
            SheetColumn::for_people(
                PageWord::LateNow.text(names.lang),
                |(_, (late, _)): &(usize, (Vec<Case>, Vec<Case>))| who(late),
            ),
            SheetColumn::for_people(
                PageWord::WithinWeek.text(names.lang),
                |(_, (_, soon)): &(usize, (Vec<Case>, Vec<Case>))| who(soon),
            ),
        ];
        let rules: Vec<_> = rules.into_iter().collect();
        let heading = PageWord::FirstThings.text(names.lang);
        (!rules.is_empty()).then(|| Sheet::of(&columns, &rules).headed(heading))
    }

    /// Those of whom these cases are, each once, by class and name.
    fn who(&self, cases: &[Case]) -> String {
        let (names, lang) = (self.names, self.names.lang);
        let place = |case: &Case| names.plan.place(names.subject(*case));
        let mut called: BTreeMap<(ClassPlace, NamePlace), Vec<(Case, String)>> = BTreeMap::new();
        for case in cases {
            let subject = names.subject(*case);
            let told = match subject {
                Subject::Child(_) => format!("{} {}", names.class(subject), names.name(subject)),
                _ => names.name(subject),
            };
            let same = called.entry(place(case)).or_default();
            if !same.iter().any(|(own, _)| names.subject(*own) == subject) {
                same.push((*case, told.trim().to_owned()));
            }
        }
        let mut told: Vec<String> = called.into_values().flatten().map(|(_, own)| own).collect();
        let all = told.len();
        told.truncate(NAMED);
        let told = listed(&told, lang);
        if all > NAMED { PageWord::AndOthers { told: &told, all }.text(lang) } else { told }
    }

    fn quiet(&self, contacts: &Contacts) -> Option<Sheet> {
        let (names, lang) = (self.names, self.names.lang);
        let mut quiet: Vec<&ChildContacts> =
            contacts.children.iter().filter(|own| own.is_quiet).collect();
        quiet.sort_by_key(|own| (own.last, names.plan.place(&Subject::Child(own.child))));
        let child = |own: &&ChildContacts| Subject::Child(own.child);
        let columns = [
            SheetColumn::new("class", Word::Class.text(lang), |own| names.class(&child(own))),
            SheetColumn::new("name", Word::Name.text(lang), |own| names.name(&child(own))),
            SheetColumn::for_people(Word::LastDone.text(lang), |own: &&ChildContacts| {
                let before = || PageWord::NotThisTerm.text(lang);
                Cell::date(own.last).said(own.last.map_or_else(before, |day| day.to_string()))
            }),
            SheetColumn::for_people(PageWord::Tried.text(lang), |own: &&ChildContacts| {
                Cell::count(own.attempts)
            }),
        ];
        let heading = PageWord::QuietChildren { days: QUIET_DAYS, count: quiet.len() }.text(lang);
        let sheet = Sheet::of(&columns, &quiet).headed(heading);
        (!quiet.is_empty()).then(|| sheet.numbered(Word::Number.text(lang)))
    }

    /// Each child's weeks, class by class.
    fn weeks(&self, contacts: &Contacts) -> Option<Sheet> {
        let (names, lang) = (self.names, self.names.lang);
        if contacts.weeks.is_empty() || contacts.children.is_empty() {
            return None;
        }
        let child = |own: &ChildContacts| Subject::Child(own.child);
        let mut columns = vec![
            SheetColumn::new("class", Word::Class.text(lang), |own| names.class(&child(own))),
            SheetColumn::new("name", Word::Name.text(lang), |own| names.name(&child(own))),
        ];
        let key = |at: usize| format!("week {at}");
        columns.extend((0..contacts.weeks.len()).map(|at| {
            let heading = PageWord::Week { at: at + 1 }.text(lang);
            SheetColumn::new(key(at), heading, move |own: &ChildContacts| {
                own.by_week[at].map_or(Cell::NOTHING, Cell::count)
            })
        }));
        let mut groups: BTreeMap<ClassPlace, Vec<(NamePlace, usize)>> = BTreeMap::new();
        for (at, own) in contacts.children.iter().enumerate() {
            let (class, name) = names.plan.place(&child(own));
            groups.entry(class).or_default().push((name, at));
        }
        let groups = groups.into_values().map(|mut own| {
            own.sort();
            let rows: Vec<usize> = own.into_iter().map(|(_, at)| at).collect();
            let class = rows.first().map(|at| names.class(&child(&contacts.children[*at])));
            let class = class.unwrap_or_default();
            let span = whole(&contacts.weeks);
            let heading = PageWord::Contacts { class: &class, span }.text(lang);
            Group { heading, rows }
        });
        let cells = (0..contacts.weeks.len()).map(key).collect();
        let chart = Chart::Heat { label: "name".to_owned(), cells };
        let groups = groups.collect();
        Some(Sheet::of(&columns, &contacts.children).grouped(groups).charted(chart))
    }
}

/// From the first day of the first week to the last of the last.
fn whole(weeks: &[Span]) -> Option<Span> {
    Some(Span { first: weeks.first()?.first, last: weeks.last()?.last })
}
