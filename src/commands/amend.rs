//! `care amend`: a correction is a new row that names the row it replaces.

use chrono::NaiveDate;

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::{finder, gather, log, typed, write};
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;
use crate::lang::{label, words};
use crate::storage::Store;
use crate::storage::log_append::NewRow;
use crate::storage::store::{Entry, Family};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent), help = say(Help::EventId))]
    event: String,
    #[arg(long = "set", value_name = say(Help::ValueKeyValue), help = say(Help::SetColumn),
          required = true)]
    set: Vec<String>,
    #[arg(long, help = say(Help::Force))]
    force: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let found = Found::new(context, &args.event)?;
    if let Some(answer) = write::done_before(context, found.store.root())? {
        return Ok(answer);
    }
    let (home, register) = (&found.home, found.register());
    let (id, mut row) = write::correction_of(context, found.family.content());
    row.insert("replaces".to_owned(), found.family.speaker.id.to_string());
    for text in &args.set {
        let (word, value) = typed::key_value(text, context.lang)?;
        let column = words::common_column(word)
            .or(register.column_called(word).map(|column| column.name.as_str()))
            .unwrap_or(word);
        let value = value_of(context, home, register, column, value, args.force)?;
        row.insert(column.to_owned(), value);
    }
    let date: NaiveDate = row["date"].parse().unwrap_or(found.family.speaker.date);
    let children: Vec<Id> =
        row["children"].split(' ').filter_map(|id| Id::parse(id, Kind::Child)).collect();
    write::check_spells(context, home, &children, date, args.force)?;
    let old = found.family.speaker.date;
    let mut steps = Vec::new();
    let mut ids = vec![id.to_string()];
    if Month::of(date) == Month::of(old) {
        steps.push(write::row_step(context, &found.store, register, date, row)?);
    } else {
        row.insert("replaces".to_owned(), String::new());
        found.check_month(date)?;
        steps.push(write::row_step(context, &found.store, register, date, row)?);
        if !found.family.speaker.void {
            let (void_id, void) = void_row(context, &found.family.speaker, "");
            steps.push(write::row_step(context, &found.store, register, old, void)?);
            ids.push(void_id.to_string());
        }
    }
    let (lang, new) = (context.lang, id.to_string());
    let revived = found.family.speaker.void.then(|| Msg::Revived { id: &args.event }.text(lang));
    let mut said = vec![Msg::Amended { id: &args.event, new: &new }.text(lang)];
    said.extend(revived);
    said.push(Msg::TakeBack { id: &new }.text(lang));
    write::save(context, found.store.root(), &steps, ids, said)
}

/// The row that takes an entry back: its cells, `void`, and the reason as its note.
pub fn void_row(context: &Context, entry: &Entry, why: &str) -> (Id, NewRow) {
    let (id, mut row) = write::correction_of(context, entry);
    row.insert("status".to_owned(), "void".to_owned());
    if !why.is_empty() {
        row.insert("note".to_owned(), why.to_owned());
    }
    (id, row)
}

fn value_of(
    context: &Context,
    home: &Home,
    register: &Register,
    column: &str,
    text: &str,
    force: bool,
) -> Result<String, Failure> {
    let lang = context.lang;
    let people = |find: fn(&Home, &str, &Context) -> Result<Id, Failure>| {
        let words = text.split([' ', ',', '，', '、']).filter(|word| !word.is_empty());
        let ids: Vec<Id> = words.map(|word| find(home, word, context)).collect::<Result<_, _>>()?;
        Ok(log::joined(&ids))
    };
    match column {
        "date" => Ok(typed::past_date(text, context)?.to_string()),
        "children" => people(finder::child),
        "staff" => people(finder::staff),
        "note" => Ok(text.to_owned()),
        "outcome" => words::outcome(text).map(str::to_owned).ok_or_else(|| {
            let message = Msg::NotAChoice { column, choices: "made 已完成, attempted 未成" };
            Failure::usage(&message, lang)
        }),
        "id" | "recorded" | "status" | "replaces" => {
            Err(Failure::usage(&Msg::CommonColumn { name: column }, lang))
        }
        _ => match register.column(column) {
            Some(own) => typed::cell(own, text, force, context),
            None => {
                let label = label(&register.label, lang);
                let message = Msg::UnknownColumn { name: column, register: label };
                Err(Failure::usage(&message, lang))
            }
        },
    }
}

/// An event that was named, with its family, under the home's lock.
pub struct Found {
    pub store: Store,
    pub home: Home,
    pub family: Family,
    register: String,
    _lock: Option<crate::storage::lock::Lock>,
}

impl Found {
    /// Looks the event up and reads its unit strictly.
    pub fn new(context: &Context, event: &str) -> Result<Found, Failure> {
        let none = || Failure::usage(&Msg::NoEvent { id: event }, context.lang);
        let id = event.to_ascii_uppercase();
        // Held from here: what is found must still be so when it is corrected.
        let lock = context.lock()?;
        let store = context.store()?;
        let places = store.find_event(&id).map_err(Failure::Disk)?;
        let (register, month) = match places.as_slice() {
            [place] => place.clone(),
            [] => return Err(none()),
            _ => {
                return Err(Failure::usage(&Msg::Ambiguous { name: event }, context.lang));
            }
        };
        let (store, home) = gather::records(store, &[&register])?;
        let family = store.family(&home, &register, month, &id);
        if store.has_fault() {
            return Err(Failure::of_store(store));
        }
        Ok(Found { store, home, family: family.ok_or_else(none)?, register, _lock: lock })
    }

    /// The register of the event.
    pub fn register(&self) -> &Register {
        &self.home.registers[&self.register]
    }

    /// Reads another month's unit, so that nothing is added to one with a fault.
    fn check_month(&self, date: NaiveDate) -> Result<(), Failure> {
        self.store.unit(&self.home, &self.register, Month::of(date));
        if !self.store.has_fault() {
            return Ok(());
        }
        let again = Store::open(self.store.root().to_owned());
        again.unit(&self.home, &self.register, Month::of(date));
        Err(Failure::of_store(again))
    }
}
