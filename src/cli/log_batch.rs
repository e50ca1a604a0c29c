//! Rows that are saved together: what is asked before, and what is said after.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::context::Context;
use super::draft::{Draft, day_said};
use super::failure::Failure;
use super::whom;
use crate::domain::event::Event;
use crate::domain::family::Families;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::register::Register;
use crate::lang::saved_words::SavedWord;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label, listed};
use crate::render::saved;
use crate::render::screens::Names;
use crate::reports::verdicts::verdicts;
use crate::rules::plan::Plan;
use crate::session::change::Change;
use crate::storage::log_append::NewRow;

/// More rows than this are shown before they are saved.
const UNASKED: usize = 30;

/// So many ids are named.
const NAMED: usize = 5;

/// The rows of one command.
pub struct LogBatch<'a> {
    pub context: &'a Context,
    pub register: &'a Register,
    pub rows: Vec<NewRow>,
    /// Was one row made for each of several children?
    pub each: bool,
    pub force: bool,
    /// What is said of how the children were understood.
    pub understood: Vec<String>,
}

impl<'a> LogBatch<'a> {
    /// Rows of a register of which nothing more is to be said.
    pub fn new(context: &'a Context, register: &'a Register, rows: Vec<NewRow>) -> LogBatch<'a> {
        LogBatch { context, register, rows, each: false, force: false, understood: Vec::new() }
    }

    /// Saves them, and returns what is said.
    ///
    /// # Errors
    /// One is not admitted, or something was asked and not answered.
    pub fn save(mut self, change: &mut Change) -> Result<Vec<String>, Failure> {
        for row in &mut self.rows {
            let (_, own) = change.new_row();
            row.extend(own);
        }
        if !self.force {
            let home = &change.reading.home;
            whom::keep(self.context, (home, self.register), &mut self.rows)?;
        }
        let mut families = BTreeMap::new();
        for row in &self.rows {
            let month = Month::of(day_of(row, self.context));
            if let std::collections::btree_map::Entry::Vacant(place) = families.entry(month) {
                place.insert(change.families(&self.register.name, month)?);
            }
        }
        let said = self.said(&change.reading.home, &families)?;
        for row in &self.rows {
            change.add_row(self.register, Month::of(day_of(row, self.context)), row)?;
        }
        Ok(said)
    }

    fn said(
        &self,
        home: &Home,
        families: &BTreeMap<Month, Families>,
    ) -> Result<Vec<String>, Failure> {
        let (context, lang) = (self.context, self.context.lang);
        let admit = |row| Draft::admit(context, home, self.register, row, self.force);
        let drafts: Vec<Draft> = self.rows.iter().map(admit).collect::<Result<_, _>>()?;
        let doubles = doubles(&drafts, families);
        let mut asked = doubles.asked(lang);
        let said_of_doubles: Vec<String> =
            asked.iter().cloned().chain(doubles.noted(lang)).collect();
        let preview = (drafts.len() > UNASKED).then(|| self.preview(home, &drafts));
        asked.extend(preview.clone().filter(|_| !context.dry_run));
        if !asked.is_empty() {
            context.sure(|| asked)?;
        }
        let understood = self.understood.iter().cloned();
        if let [only] = &drafts[..] {
            let id = only.row.get("id").map_or("", String::as_str);
            let back = Msg::TakeBack { id }.text(lang);
            let line = [only.said()].into_iter().chain(understood);
            return Ok(line.chain(only.counted()).chain(said_of_doubles).chain([back]).collect());
        }
        let line = if self.each { self.each_said(home, &drafts) } else { self.rows_said(&drafts) };
        let preview = preview.filter(|_| context.dry_run);
        let said = line.into_iter().chain(understood).chain(preview);
        Ok(said.chain(self.counted(home, &drafts)).chain(said_of_doubles).collect())
    }

    /// Rows that differ in their child alone are told as one event.
    fn each_said(&self, home: &Home, drafts: &[Draft]) -> Vec<String> {
        let lang = self.context.lang;
        let Some(first) = drafts.first() else { return Vec::new() };
        let children = drafts.iter().flat_map(|draft| draft.children.iter().copied()).collect();
        let (context, register, row) = (self.context, self.register, first.row);
        let (date, staff) = (first.date, first.staff.clone());
        let all = Draft { context, home, register, date, children, staff, row };
        vec![all.said(), SavedWord::EachRow { rows: drafts.len() }.text(lang)]
    }

    fn rows_said(&self, drafts: &[Draft]) -> Vec<String> {
        let lang = self.context.lang;
        let days = || drafts.iter().map(|draft| draft.date);
        let day = |day: Option<NaiveDate>| {
            day.map_or(String::new(), |day| day_said(day, self.context.today, lang))
        };
        let people: BTreeSet<Id> =
            drafts.iter().flat_map(|draft| draft.children.iter().copied()).collect();
        let register = label(&self.register.label, lang);
        let line = SavedWord::RowsSaved {
            register,
            rows: drafts.len(),
            first: &day(days().min()),
            last: &day(days().max()),
            people: people.len(),
        };
        vec![line.text(lang)]
    }

    fn preview(&self, home: &Home, drafts: &[Draft]) -> String {
        let lang = self.context.lang;
        let one = |draft: Option<&Draft>| {
            let Some(draft) = draft else { return String::new() };
            let child = draft.children.first().and_then(|id| home.child(*id));
            let name = child.map_or("", |child| child.name.as_str());
            format!("{name} {}", day_said(draft.date, self.context.today, lang)).trim().to_owned()
        };
        let (first, last) = (one(drafts.first()), one(drafts.last()));
        SavedWord::Preview { rows: drafts.len(), first: &first, last: &last }.text(lang)
    }

    /// How many of the rows count for which rules.
    fn counted(&self, home: &Home, drafts: &[Draft]) -> Vec<String> {
        let plan = Plan::new(home, self.context.today, |_| true);
        let names = Names::new(&plan, self.context.lang);
        let name = &self.register.name;
        let all = drafts.iter().map(|draft| verdicts(&plan, name, &draft.event()));
        saved::of_rows(&names, name, all)
    }
}

fn day_of(row: &NewRow, context: &Context) -> NaiveDate {
    row.get("date").and_then(|day| day.parse().ok()).unwrap_or(context.today)
}

/// Rows that say what another says, that stands or is to be saved with them.
#[derive(Default)]
struct Doubles {
    /// The rows that stand and say all the same.
    same: Vec<Id>,
    /// How many are twice among those to be saved.
    twice: usize,
    /// The rows that stand and are of the same day, children and staff.
    alike: Vec<Id>,
}

fn doubles(drafts: &[Draft], families: &BTreeMap<Month, Families>) -> Doubles {
    let mut standing: HashMap<NaiveDate, Vec<&Event>> = HashMap::new();
    for (month, families) in families {
        for event in families.standing(*month) {
            standing.entry(event.date).or_default().push(event);
        }
    }
    let mut doubles = Doubles::default();
    let mut seen = BTreeSet::new();
    for draft in drafts {
        let own = standing.get(&draft.date).map_or(&[][..], Vec::as_slice);
        let (same, alike) = draft.doubles(own);
        doubles.same.extend(same);
        doubles.alike.extend(alike);
        let cells = draft.row.iter().filter(|(name, _)| !["id", "recorded"].contains(&&***name));
        doubles.twice += usize::from(!seen.insert(cells.collect::<Vec<_>>()));
    }
    doubles
}

impl Doubles {
    fn asked(&self, lang: Lang) -> Vec<String> {
        let mut asked = Vec::new();
        match &self.same[..] {
            [] => {}
            [only] => asked.push(Msg::SameRow { id: &only.to_string() }.text(lang)),
            several => {
                let ids = named(several, lang);
                asked.push(Msg::SameRows { count: several.len(), ids: &ids }.text(lang));
            }
        }
        if self.twice > 0 {
            asked.push(Msg::TwiceInRows { count: self.twice }.text(lang));
        }
        asked
    }

    fn noted(&self, lang: Lang) -> Option<String> {
        let ids = named(&self.alike, lang);
        (!self.alike.is_empty()).then(|| Msg::LikeRow { ids: &ids }.text(lang))
    }
}

fn named(ids: &[Id], lang: Lang) -> String {
    let named: Vec<String> = ids.iter().take(NAMED).map(ToString::to_string).collect();
    let more = if ids.len() > NAMED { " ..." } else { "" };
    listed(&named, lang) + more
}
