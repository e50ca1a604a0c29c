//! What was entered last: to be picked, and to be kept where the next is like it.

use std::cmp::Reverse;

use super::form::{AnswerKind, choices};
use super::sources::{Pick, Sources, same_word};
use crate::cli::failure::Failure;
use crate::cli::{draft, finder, typed};
use crate::domain::event::{Event, unescape};
use crate::domain::id::Id;
use crate::lang::{label, listed};
use crate::session::read::Ask;

/// How many of the records entered last are offered.
const RECENT: usize = 12;

impl Sources<'_> {
    /// The records of the home that were entered last, the newest first.
    pub(super) fn recent(&self) -> Result<Vec<Pick>, Failure> {
        let (lang, day) = (self.lang(), self.context.today);
        let names = self.context.store()?.register_names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.context.read(Ask::records(&names), |reading| {
            let home = &reading.home;
            let open = |name: &&&str| home.registers.get(**name).is_some_and(|own| !own.restricted);
            let open: Vec<&str> = names.iter().filter(open).copied().collect();
            let mut events = reading.events(&open, |event| event.date <= day)?;
            events.sort_by_key(|(_, event)| Reverse(event.recorded));
            let line = |(register, event): &(String, Event)| {
                let register = home.registers.get(register);
                let register = register.map_or("", |own| label(&own.label, lang));
                let children = event.children.iter().filter_map(|id| home.child(*id));
                let who: Vec<String> = children.take(3).map(|own| own.name.clone()).collect();
                let who = listed(&who, lang);
                let on = draft::day_said(event.date, day, lang);
                let shown = format!("{register}  {on}  {who}").trim_end().to_owned();
                Pick { word: event.id.to_string(), shown }
            };
            Ok(events.iter().take(RECENT).map(line).collect())
        })
    }

    /// The class of the child who was added last: the next is often of the same.
    pub fn last_class(&self) -> Option<Pick> {
        let batches = self.context.batches().ok()?;
        let added = batches.iter().rev().find(|batch| batch.command == "add-child")?;
        let found = self.ask(|reading| {
            let home = &reading.home;
            let child = added
                .written
                .iter()
                .find_map(|word| home.children.iter().find(|child| child.id.to_string() == *word));
            let class = child.and_then(|child| child.class_on(self.day));
            Ok(class.map(|code| same_word(&home.class_name(code, self.day))))
        });
        found.ok().flatten()
    }

    /// What the register's last row, of the same class when there is one, says in a column whose
    /// words are not free, and who did it.
    pub fn last_said(&self, wanted: &AnswerKind, id: &str, who: &[String]) -> Option<Pick> {
        let register = self.register?;
        // Free words are never taken over: for them nothing is read.
        let is_free = matches!(wanted, AnswerKind::Cell(_)) && choices(wanted).is_empty();
        if is_free {
            return None;
        }
        let found = self.ask(|reading| {
            let home = &reading.home;
            let class_of = |id: Id| home.child(id).and_then(|child| child.class_on(self.day));
            let children = who.iter().filter_map(|word| {
                finder::child(home, word, self.day, self.lang()).ok().and_then(class_of)
            });
            let named =
                who.iter().find_map(|word| typed::class(home, word, self.day, self.lang()).ok());
            let class = children.into_iter().next().cloned().or(named);
            let is_of =
                |event: &Event| event.children.iter().any(|id| class_of(*id) == class.as_ref());
            match class.is_some() {
                true => Ok(reading.last_of(&register.name, is_of)?),
                false => Ok(None),
            }
        });
        let last = found.ok().flatten();
        let any =
            || self.ask(|reading| Ok(reading.last_of(&register.name, |_| true)?)).ok().flatten();
        let last = last.or_else(any)?;
        match wanted {
            AnswerKind::Staff => self.named(wanted, &last.staff.first()?.to_string()).ok(),
            AnswerKind::Cell(_) => {
                let code = unescape(last.row.get(id));
                let own = choices(wanted).into_iter().find(|(own, _)| *own == code)?;
                Some(Pick { word: own.0, shown: own.1 })
            }
            _ => None,
        }
    }
}
