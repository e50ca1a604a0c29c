//! The records behind a child's obligations: those that counted, those that did not, and the rows
//! that were replaced or taken back.

use chrono::NaiveDate;

use super::why::{Page, Told};
use crate::domain::family::Silence;
use crate::lang::why_words::Why;
use crate::lang::words::{self, role_name};
use crate::lang::{label, listed};
use crate::reports::why::{Chain, Heard};
use crate::rules::tally::Refusal;

impl Page<'_> {
    /// The records inside a slot: those that counted, and those that did not with the reason.
    pub(super) fn records(&mut self, told: &Told, chain: &Chain) {
        let Some(span) = chain.span else { return };
        for heard in told.heard.iter().filter(|heard| span.contains(heard.event.date)) {
            match &heard.verdict {
                Ok(done) if chain.holds(*done) => {
                    self.event(told, &chain.label, "counted", Why::PartCounts, heard, "");
                }
                Ok(_) => {
                    let text = Why::OtherDay.text(self.names.lang);
                    self.event(told, &chain.label, "rejected", Why::PartRefused, heard, &text);
                }
                Err(refusal) => {
                    let text = self.refused(told, heard, refusal);
                    self.event(told, &chain.label, "rejected", Why::PartRefused, heard, &text);
                }
            }
        }
        self.silent_rows(told, &chain.label, |date| span.contains(date));
    }

    /// Every record of the rule's registers, each once: for which slots it counts, or why not.
    pub(super) fn events(&mut self, told: &Told) {
        let lang = self.names.lang;
        let text = Why::PartEvents.text(lang);
        self.begin(told, "", Some(&text));
        for heard in &told.heard {
            match &heard.verdict {
                Err(refusal) => {
                    let text = self.refused(told, heard, refusal);
                    self.event(told, "", "rejected", Why::PartRefused, heard, &text);
                }
                Ok(done) => {
                    let slots = told.chains.iter().filter(|chain| chain.holds(*done));
                    let slots: Vec<String> =
                        slots.map(|chain| words::slot(&chain.label, lang)).collect();
                    let text = match slots.is_empty() {
                        true => Why::InNoSlot.text(lang),
                        false => Why::InSlots { slots: &listed(&slots, lang) }.text(lang),
                    };
                    self.event(told, "", "counted", Why::PartCounts, heard, &text);
                }
            }
        }
        self.silent_rows(told, "", |_| true);
    }

    fn event(&mut self, told: &Told, slot: &str, code: &str, part: Why, heard: &Heard, text: &str) {
        let event = heard.event;
        let own = self.names.plan.home.registers.get(heard.register);
        let register = own.map_or(heard.register, |own| label(&own.label, self.names.lang));
        let text =
            if text.is_empty() { register.to_owned() } else { format!("{register}: {text}") };
        let header = std::rc::Rc::clone(&event.row.header);
        let place = Some((&*header.file, event.row.line));
        self.link(told, slot, code, part, place, Some((event.date, event.id)), text);
    }

    fn silent_rows(&mut self, told: &Told, slot: &str, inside: impl Fn(NaiveDate) -> bool) {
        let lang = self.names.lang;
        for row in told.silent.iter().filter(|row| inside(row.date)) {
            let text = match row.why {
                Silence::ReplacedBy(id) => Why::ReplacedBy { id: &id.to_string() }.text(lang),
                Silence::Void => Why::VoidRow.text(lang),
                Silence::Moved => Why::MovedRow.text(lang),
                Silence::NotSent(id) => Why::NotSent { id: &id.to_string() }.text(lang),
                Silence::Outspoken(id) => Why::Outspoken { id: &id.to_string() }.text(lang),
            };
            let place = Some((row.file.as_str(), row.line));
            let event = Some((row.date, row.id));
            self.link(told, slot, "silent", Why::PartSilent, place, event, text);
        }
    }

    fn refused(&self, told: &Told, heard: &Heard, refusal: &Refusal) -> String {
        let lang = self.names.lang;
        let register = self.names.plan.home.registers.get(heard.register);
        let column = |name: &str| {
            let own = register.and_then(|own| own.column(name));
            own.map_or(name.to_owned(), |own| label(&own.label, lang).to_owned())
        };
        match refusal {
            Refusal::Value { column: name } => Why::Value { column: &column(name) }.text(lang),
            Refusal::Blank { column: name } => Why::Blank { column: &column(name) }.text(lang),
            Refusal::Session => Why::Session.text(lang),
            Refusal::NotBy => {
                let by = self.names.plan.rules[told.rule].rule.by;
                let role = by.map(|by| role_name(by, lang)).unwrap_or_default();
                Why::NotBy { role }.text(lang)
            }
            Refusal::Attempted => Why::Attempted.text(lang),
            Refusal::AfterToday => Why::AfterToday.text(lang),
        }
    }
}
