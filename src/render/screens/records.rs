//! Records as a screen: one row an event, the newest last.

use unicode_width::UnicodeWidthChar;

use super::{cells, event_people};
use crate::domain::event::Status;
use crate::domain::home::Home;
use crate::domain::privacy::Gate;
use crate::domain::register::{Column, Register};
use crate::lang::record_words::{Listing, status};
use crate::lang::words::Word;
use crate::lang::{Lang, clauses, label, listed};
use crate::render::cell::{Cell, Value};
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::records::{Record, Records};

/// How wide a column, and all columns in one, may be in a line of a screen.
const COLUMN_WIDTH: usize = 20;
const CONTENT_WIDTH: usize = 80;

/// What the other columns take of a terminal's width.
const OTHER_COLUMNS: usize = 66;

/// What the records are shown with.
pub struct RecordsPage<'a> {
    pub home: &'a Home,
    pub records: &'a Records<'a>,
    /// Those that were asked for and may be shown.
    pub registers: &'a [&'a Register],
    /// All rows of each family.
    pub versions: bool,
    /// A line of a screen: long texts are cut, many children counted.
    pub short: bool,
    /// Of a terminal.
    pub width: Option<usize>,
    /// What the cells pass, and what of them is seen whole.
    pub gate: &'a Gate,
    /// Whose they all are, when that was asked for.
    pub whose: Option<&'a str>,
    pub lang: Lang,
}

type RecordColumn<'a> = SheetColumn<'a, Record<'a>>;

/// The records, for programs with all that was written, for people with what is filled.
pub fn screen(page: &RecordsPage) -> Screen {
    let (lang, shown) = (page.lang, &page.records.shown);
    let count = shown.len();
    let title = if page.versions { Listing::Rows { count } } else { Listing::Records { count } };
    let (mut columns, own) = (page.head(), page.own());
    let own_places = columns.len()..columns.len() + own.len();
    columns.extend(own);
    columns.extend(page.tail());
    let mut people = Sheet::of(&columns, shown);
    let mut footer = Vec::new();
    if let Some(width) = page.width.filter(|_| page.short && page.registers.len() == 1) {
        // What stands before and after is needed to know which record it is.
        let numbers = shown.len().to_string().len().max(4) + 2;
        let (narrow, left_out) = people.narrowed(width.saturating_sub(numbers), own_places);
        people = narrow;
        let columns = listed(&left_out, lang);
        footer.extend(
            (!columns.is_empty()).then(|| Listing::LeftOut { columns: &columns }.text(lang)),
        );
    }
    footer.extend(unseen(page.records, lang));
    let title = [title.text(lang), page.whose.unwrap_or_default().to_owned()].join("    ");
    Screen {
        title: Some(title.trim_end().to_owned()),
        sheets: vec![
            people.numbered(Word::Number.text(lang)),
            Sheet::of(&page.for_programs(), shown),
        ],
        footer: Some(footer.join("\n")).filter(|text| !text.is_empty()),
        ..Screen::default()
    }
}

/// How many records of restricted registers there are, in a sentence.
pub fn unseen(records: &Records, lang: Lang) -> Option<String> {
    let told = records.restricted.iter();
    let counts: Vec<String> =
        told.map(|(own, count)| format!("{} {count}", label(&own.label, lang))).collect();
    let counts = Some(listed(&counts, lang)).filter(|counts| !counts.is_empty())?;
    Some(Listing::NotShown { counts: &counts }.text(lang))
}

impl<'a> RecordsPage<'a> {
    fn heading(&self, word: &Word) -> String {
        word.text(self.lang)
    }

    /// When, where, who; columns in which nothing stands are left out.
    fn head(&'a self) -> Vec<RecordColumn<'a>> {
        let lang = self.lang;
        let some = |has: fn(&Record) -> bool| self.records.shown.iter().any(has);
        let mut columns =
            vec![SheetColumn::for_people(self.heading(&Word::Date), |own: &Record| own.event.date)];
        if self.registers.len() != 1 {
            let register = move |own: &Record<'a>| label(&own.register.label, lang).to_owned();
            columns.push(SheetColumn::for_people(self.heading(&Word::Register), register));
        }
        if self.whose.is_none() && some(|own| !own.event.children.is_empty()) {
            let children = move |own: &Record<'a>| {
                event_people::children(self.home, &own.event, lang, self.short)
            };
            columns.push(SheetColumn::for_people(Listing::Children.text(lang), children));
        }
        if some(|own| !own.event.staff.is_empty()) {
            let staff = move |own: &Record<'a>| event_people::staff(self.home, &own.event, lang);
            columns.push(SheetColumn::for_people(self.heading(&Word::Staff), staff));
        }
        if some(|own| own.event.attempted) {
            columns.push(SheetColumn::for_people(
                Listing::Outcome.text(lang),
                move |own: &Record| {
                    Cell::text(own.event.attempted.then(|| Word::Attempted.text(lang)))
                },
            ));
        }
        columns
    }

    fn own(&'a self) -> Vec<RecordColumn<'a>> {
        match self.registers {
            [only] => self.own_columns(only),
            _ => vec![self.content()],
        }
    }

    /// The register's own columns that are filled somewhere, and the note.
    fn own_columns(&'a self, register: &'a Register) -> Vec<RecordColumn<'a>> {
        let lang = self.lang;
        let is_filled = |name: &str| self.records.shown.iter().any(|own| own.has(name));
        let filled = register.columns.iter().filter(|column| is_filled(&column.name));
        let column = |column: &'a Column| {
            SheetColumn::for_people(label(&column.label, lang), move |own: &Record<'a>| {
                Cell::text(self.words(own, column).map(|text| self.cut(&text, COLUMN_WIDTH)))
            })
        };
        let mut columns: Vec<RecordColumn> = filled.map(column).collect();
        if is_filled(NOTE) {
            columns.push(SheetColumn::for_people(Listing::Note.text(lang), |own: &Record<'a>| {
                Cell::text(own.text(NOTE, self.gate).map(|text| self.cut(&text, COLUMN_WIDTH)))
            }));
        }
        columns
    }

    /// What is filled, in one column.
    fn content(&'a self) -> RecordColumn<'a> {
        let lang = self.lang;
        let fits = self.width.map(|width| width.saturating_sub(OTHER_COLUMNS));
        let most = fits.unwrap_or(CONTENT_WIDTH).clamp(COLUMN_WIDTH, CONTENT_WIDTH);
        SheetColumn::for_people(self.heading(&Word::Summary), move |own: &Record<'a>| {
            let part = |label: &str, cell: &str| Listing::Column { label, cell }.text(lang);
            let filled = own.register.columns.iter().filter_map(|column| {
                Some(part(label(&column.label, lang), &self.words(own, column)?))
            });
            let note = own.text(NOTE, self.gate).map(|text| part(&Listing::Note.text(lang), &text));
            let parts: Vec<String> = filled.chain(note).collect();
            self.cut(&clauses(&parts, lang), most)
        })
    }

    /// The id, and what became of the row.
    fn tail(&'a self) -> Vec<RecordColumn<'a>> {
        let lang = self.lang;
        let id = |own: &Record| own.event.id.to_string();
        let mut columns = vec![SheetColumn::for_people(self.heading(&Word::Event), id)];
        if self.versions {
            columns.push(SheetColumn::for_people(
                Listing::Status.text(lang),
                move |own: &Record| {
                    let corrects = !own.event.replaces.is_empty();
                    status(own.event.status, (corrects, own.is_in_force), lang)
                },
            ));
            columns.push(SheetColumn::for_people(Listing::Replaces.text(lang), Record::replaces));
            let recorded = |own: &Record| own.event.recorded.format("%F %R").to_string();
            columns.push(SheetColumn::for_people(Listing::Recorded.text(lang), recorded));
        }
        columns
    }

    /// What programs read: the keys of the contract, of each register its own columns.
    fn for_programs(&'a self) -> Vec<RecordColumn<'a>> {
        let (home, lang) = (self.home, self.lang);
        let mut columns: Vec<RecordColumn> = vec![
            SheetColumn::for_programs("id", |own: &Record| own.event.id.to_string())
                .called(self.heading(&Word::Event)),
            SheetColumn::for_programs("register", |own: &Record| own.register.name.clone())
                .called(self.heading(&Word::Register)),
            SheetColumn::for_programs("date", |own: &Record| own.event.date)
                .called(self.heading(&Word::Date)),
            SheetColumn::for_programs("children", move |own: &Record| {
                event_people::children(home, &own.event, lang, false)
            })
            .called(Listing::Children.text(lang)),
            SheetColumn::for_programs("staff", move |own: &Record| {
                event_people::staff(home, &own.event, lang)
            })
            .called(self.heading(&Word::Staff)),
            SheetColumn::for_programs("outcome", |own: &Record| {
                if own.event.attempted { "attempted" } else { "made" }
            })
            .called(Listing::Outcome.text(lang)),
        ];
        let mut names: Vec<(&str, &str)> = Vec::new();
        for column in self.registers.iter().flat_map(|own| &own.columns) {
            if !names.iter().any(|(name, _)| *name == column.name) {
                names.push((&column.name, label(&column.label, lang)));
            }
        }
        columns.extend(names.into_iter().map(|(name, word)| {
            SheetColumn::for_programs(name, move |own: &Record| match own.register.column(name) {
                Some(_) => Cell::text(own.text(name, self.gate)),
                None => Value::Absent.into(),
            })
            .called(word)
        }));
        columns.extend([
            SheetColumn::for_programs(NOTE, |own: &Record| Cell::text(own.text(NOTE, self.gate)))
                .called(Listing::Note.text(lang)),
            SheetColumn::for_programs("recorded", |own: &Record| own.event.recorded.to_rfc3339())
                .called(Listing::Recorded.text(lang)),
            SheetColumn::for_programs("status", |own: &Record| {
                let stands = own.event.status == Status::Stands;
                Cell::text((!stands).then(|| own.event.status.name()))
            }),
            SheetColumn::for_programs("replaces", Record::replaces),
            SheetColumn::for_programs("source_file", |own: &Record| {
                own.event.row.header.file.to_string()
            }),
            SheetColumn::for_programs("source_line", |own: &Record| i64::from(own.event.row.line)),
        ]);
        columns
    }

    fn words(&self, own: &Record, column: &Column) -> Option<String> {
        cells::in_words((self.home, self.lang), own.register, (&own.event, column), self.gate)
    }

    /// A text as it fits into a line of a screen.
    fn cut(&self, text: &str, most: usize) -> String {
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mut wide = 0;
        let over = line.char_indices().find(|(_, letter)| {
            wide += letter.width().unwrap_or_default();
            wide > most
        });
        match over.filter(|_| self.short) {
            Some((at, _)) => format!("{}...", &line[..at]),
            None => line,
        }
    }
}

const NOTE: &str = "note";

impl Record<'_> {
    /// The cell of a column as far as it may be seen; none when it is blank.
    fn text(&self, column: &str, gate: &Gate) -> Option<String> {
        Some(self.register.guarded(&self.event, column)?.shown(gate))
    }

    /// Is the cell of a column filled?
    pub(super) fn has(&self, column: &str) -> bool {
        self.register.guarded(&self.event, column).is_some()
    }

    fn replaces(&self) -> Cell {
        let ids: Vec<String> = self.event.replaces.iter().map(ToString::to_string).collect();
        Cell::text(Some(ids.join(" ")).filter(|ids| !ids.is_empty()))
    }
}
