//! The records behind a child's obligations: those that counted, those that did not, and the rows
//! that were replaced or taken back.

use chrono::NaiveDate;

use super::why::{ExplainedRule, WhyPage};
use super::why_sheet::{Link, LinkKind, SlotSheet};
use crate::domain::family::Silence;
use crate::lang::why_words::{self, Why};
use crate::lang::{label, listed};
use crate::reports::why::{Asker, ExplainedSlot, Heard};
use crate::rules::demands::NotCounted;

impl WhyPage<'_> {
    /// The records inside a slot: those that counted, and those that did not with the reason.
    pub(super) fn records(&self, told: &ExplainedRule, slot: &ExplainedSlot) -> Vec<Link> {
        let Some(span) = slot.span else { return Vec::new() };
        let inside = told.heard.iter().filter(|heard| span.contains(heard.event.date));
        let link = |heard: &Heard| match &heard.verdict {
            Ok(done) if slot.holds(*done) => self.event(LinkKind::Counted, heard, ""),
            Ok(_) => {
                let why = if slot.is_asked { Why::NotTheAnswer } else { Why::OtherDay };
                self.event(LinkKind::Rejected, heard, &why.text(self.names.lang))
            }
            Err(refusal) => {
                self.event(LinkKind::Rejected, heard, &self.refused(told, heard, refusal))
            }
        };
        let spoken = inside.map(link);
        spoken.chain(self.silent_rows(told, |date| span.contains(date))).collect()
    }

    /// What asked for a slot.
    pub(super) fn askers(&self, told: &ExplainedRule, slot: &ExplainedSlot) -> Vec<Link> {
        let lang = self.names.lang;
        let due = slot.owed.as_ref().ok().and_then(|one| one.dates).map(|dates| dates.due);
        let asked = told.askers.iter().filter(|one| {
            let is_first = slot.span.is_some_and(|span| span.first == one.first);
            is_first && (one.due.is_none() || due.is_none() || one.due == due)
        });
        let link = |one: &Asker| match one.event {
            None => {
                let text = Why::Joined { day: one.first }.text(lang);
                Link::new(LinkKind::Asked, text).at(&one.file, one.line)
            }
            Some((register, event)) => {
                let own = self.names.plan.home.registers.get(register);
                let register = own.map_or(register, |own| label(&own.label, lang));
                let text = Why::AskedBy { register, tried: event.attempted }.text(lang);
                let link = Link::new(LinkKind::Asked, text).at(&one.file, one.line);
                link.of(event.date, event.id)
            }
        };
        asked.map(link).collect()
    }

    /// Is it a rule whose slots are answered rather than filled?
    fn asks_after(&self, told: &ExplainedRule) -> bool {
        self.names.plan.rules[told.rule].rule.after().is_some()
    }

    /// Every record of the rule's registers, each once: for which slots it counts, or why not.
    pub(super) fn events(&self, told: &ExplainedRule) -> SlotSheet {
        let lang = self.names.lang;
        let link = |heard: &Heard| match &heard.verdict {
            Err(refusal) => {
                self.event(LinkKind::Rejected, heard, &self.refused(told, heard, refusal))
            }
            Ok(done) => {
                let slots = told.slots.iter().filter(|slot| slot.holds(*done));
                let slots: Vec<String> =
                    slots.map(|slot| self.names.slot(told.rule, &slot.label)).collect();
                let text = match slots.is_empty() {
                    true if self.asks_after(told) => Why::AnswersNothing.text(lang),
                    true => Why::InNoSlot.text(lang),
                    false => Why::InSlots { slots: &listed(&slots, lang) }.text(lang),
                };
                self.event(LinkKind::Counted, heard, &text)
            }
        };
        let links = told.heard.iter().map(link).chain(self.silent_rows(told, |_| true)).collect();
        SlotSheet {
            rule: told.rule,
            said: Why::PartEvents.text(lang),
            links,
            ..SlotSheet::default()
        }
    }

    fn event(&self, kind: LinkKind, heard: &Heard, text: &str) -> Link {
        let event = heard.event;
        let own = self.names.plan.home.registers.get(heard.register);
        let register = own.map_or(heard.register, |own| label(&own.label, self.names.lang));
        let text =
            if text.is_empty() { register.to_owned() } else { format!("{register}: {text}") };
        Link::new(kind, text).at(&event.row.header.file, event.row.line).of(event.date, event.id)
    }

    fn silent_rows(
        &self,
        told: &ExplainedRule,
        inside: impl Fn(NaiveDate) -> bool,
    ) -> impl Iterator<Item = Link> {
        let lang = self.names.lang;
        told.silent.iter().filter(move |row| inside(row.date)).map(move |row| {
            let text = match row.why {
                Silence::ReplacedBy(id) => Why::ReplacedBy { id: &id.to_string() }.text(lang),
                Silence::Void => Why::VoidRow.text(lang),
                Silence::Moved => Why::MovedRow.text(lang),
                Silence::NotSent(id) => Why::NotSent { id: &id.to_string() }.text(lang),
                Silence::Outspoken(id) => Why::Outspoken { id: &id.to_string() }.text(lang),
            };
            Link::new(LinkKind::Silent, text).at(&row.file, row.line).of(row.date, row.id)
        })
    }

    fn refused(&self, told: &ExplainedRule, heard: &Heard, refusal: &NotCounted) -> String {
        let plan = self.names.plan;
        let register = plan.home.registers.get(heard.register);
        why_words::refusal(refusal, register, plan.rules[told.rule].rule.by, self.names.lang)
    }
}
