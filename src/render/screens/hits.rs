//! What was found as a screen: at whom and where, never what stands there.

use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::order::{ClassPlace, NamePlace, class_place, name_place};
use crate::domain::schema::{self, Field};
use crate::domain::staff::Staff;
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::lang::{Lang, label, listed, words_in};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::screens::event_people;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::hits::{Hit, Whereabouts};
use crate::reports::records::Record;
use chrono::NaiveDate;

/// All that was found.
pub struct HitsPage<'a> {
    pub home: &'a Home,
    pub children: &'a [Hit<'a, Child>],
    pub staff: &'a [Hit<'a, Staff>],
    pub records: &'a [(&'a Record<'a>, Vec<Whereabouts>)],
    pub today: NaiveDate,
    /// A line of a screen.
    pub short: bool,
    /// What was looked for told too little for what is masked.
    pub tells_little: bool,
    /// Restricted registers were looked through as well.
    pub looks_in_all: bool,
    pub lang: Lang,
}

/// One hit as a line.
struct HitLine {
    what: Cell,
    id: String,
    who: Cell,
    class: Cell,
    register: Cell,
    date: Cell,
    places: Cell,
    order: (u8, ClassPlace, NamePlace, NaiveDate),
}

/// The hits: children, then staff, then records.
pub fn screen(page: &HitsPage) -> Screen {
    let lang = page.lang;
    let children = page.children.iter().map(|own| page.child(own));
    let staff = page.staff.iter().map(|own| page.person(own));
    let records = page.records.iter().map(|(record, places)| page.record(record, places));
    let lines: Vec<HitLine> = children.chain(staff).chain(records).collect();
    let columns = [
        SheetColumn::new("kind", Listing::What.text(lang), |own: &HitLine| own.what.clone()),
        SheetColumn::new("name", Word::Name.text(lang), |own: &HitLine| own.who.clone()),
        SheetColumn::new("class", Word::Class.text(lang), |own: &HitLine| own.class.clone()),
        SheetColumn::for_programs("register", |own: &HitLine| own.register.clone()),
        SheetColumn::new("date", Word::Date.text(lang), |own: &HitLine| own.date.clone()),
        SheetColumn::new("places", Listing::Where.text(lang), |own: &HitLine| own.places.clone()),
        SheetColumn::new("id", Word::Id.text(lang), |own: &HitLine| own.id.clone()),
    ];
    let places = lines.iter().map(|own| own.order.clone());
    let sheet = Sheet::of(&columns, &lines).for_people_by(places);
    let title = match lines.len() {
        0 => Listing::NothingFound,
        count => Listing::Found { count },
    };
    let little = page.tells_little.then(|| Listing::FewDigits.text(lang));
    let not_searched = (!page.looks_in_all).then(|| Listing::NotSearched.text(lang));
    let footer: Vec<String> = little.into_iter().chain(not_searched).collect();
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        footer: Some(footer.join("\n")).filter(|text| !text.is_empty()),
        ..Screen::default()
    }
}

impl HitsPage<'_> {
    fn child(&self, hit: &Hit<Child>) -> HitLine {
        let (child, day) = (hit.of, self.today);
        let class = child.class_on(day);
        let said = class.map_or(String::new(), |class| self.home.class_name(class, day));
        HitLine {
            what: Cell::from("child").said(Listing::Child.text(self.lang)),
            id: child.id.to_string(),
            who: child.name.as_str().into(),
            class: Cell::text(class.map(ClassCode::as_str)).said(said),
            register: Cell::NOTHING,
            date: Cell::NOTHING,
            places: self.places(&hit.places, |path| self.field(schema::CHILD, path)),
            order: (0, class_place(class), name_place(&child.name), NaiveDate::MIN),
        }
    }

    fn person(&self, hit: &Hit<Staff>) -> HitLine {
        HitLine {
            what: Cell::from("staff").said(Listing::Person.text(self.lang)),
            id: hit.of.id.to_string(),
            who: hit.of.name.as_str().into(),
            class: Cell::NOTHING,
            register: Cell::NOTHING,
            date: Cell::NOTHING,
            places: self.places(&hit.places, |path| self.field(schema::STAFF, path)),
            order: (1, ClassPlace::Nowhere, name_place(&hit.of.name), NaiveDate::MIN),
        }
    }

    fn record(&self, record: &Record, places: &[Whereabouts]) -> HitLine {
        let (register, event, lang) = (record.register, &record.event, self.lang);
        let called = label(&register.label, lang);
        let column = |name: &str| {
            let own = register.column(name).map(|own| label(&own.label, lang).to_owned());
            own.unwrap_or_else(|| Listing::Note.text(lang))
        };
        let who = event_people::named(self.home, event, lang, self.short);
        HitLine {
            what: Cell::from("record").said(Listing::Record { register: called }.text(lang)),
            id: event.id.to_string(),
            who,
            class: Cell::NOTHING,
            register: register.name.as_str().into(),
            date: event.date.into(),
            places: self.places(places, column),
            order: (2, ClassPlace::Nowhere, NamePlace::new(), event.date),
        }
    }

    fn field(&self, fields: &'static [Field], path: &str) -> String {
        let known = schema::find(fields, path);
        known.map_or(path, |known| label(&known.label, self.lang)).to_owned()
    }

    /// The places; how a field or a column is called, `called` says.
    fn places(&self, places: &[Whereabouts], called: impl Fn(&str) -> String) -> Cell {
        let lang = self.lang;
        let key = |place: &Whereabouts| match place {
            Whereabouts::Name => "name".to_owned(),
            Whereabouts::Id => "id".to_owned(),
            Whereabouts::Field(path) | Whereabouts::Column(path) => path.clone(),
            Whereabouts::Entry(entry, key) => format!("{}.{}", entry.name, key.name),
        };
        let said = |place: &Whereabouts| match place {
            Whereabouts::Name => Word::Name.text(lang),
            Whereabouts::Id => Word::Id.text(lang),
            Whereabouts::Field(path) | Whereabouts::Column(path) => called(path),
            Whereabouts::Entry(entry, key) => {
                format!("{} {}", words_in(entry.label, lang), words_in(key.label, lang))
            }
        };
        let said: Vec<String> = places.iter().map(said).collect();
        Cell::from(places.iter().map(key).collect::<Vec<_>>()).said(listed(&said, lang))
    }
}
