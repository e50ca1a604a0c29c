//! Why the obligations of a subject stand as they do, as a screen: one sheet per slot, and one with
//! every record of the rule's registers.

use chrono::NaiveDate;

use super::Names;
use super::why_sheet::{Link, LinkKind, SlotSheet};
use crate::domain::child::Child;
use crate::domain::family::Silence;
use crate::domain::id::Id;
use crate::domain::subject::Subject;
use crate::lang::rule_words::sentence;
use crate::lang::why_words::{self, Why};
use crate::lang::words;
use crate::lang::{clauses, listed, requires};
use crate::render::screen::Screen;
use crate::reports::why::{Asker, ExplainedSlot, Heard};
use crate::rules::obligation::{NotOwed, Obligation, State};

/// A row that does not speak, and why.
pub struct SilentRow {
    pub file: String,
    pub line: u32,
    pub date: NaiveDate,
    pub id: Id,
    pub why: Silence,
}

/// One rule and what there is to tell of it.
pub struct ExplainedRule<'a> {
    pub rule: usize,
    pub slots: Vec<ExplainedSlot>,
    /// What asked for them, of a rule that asks after events.
    pub askers: Vec<Asker<'a>>,
    pub heard: Vec<Heard<'a>>,
    pub silent: Vec<SilentRow>,
}

/// The screen of one subject; with `all`, every record of each rule's registers is accounted for.
pub fn screen(names: &Names, subject: &Subject, rules: &[ExplainedRule], all: bool) -> Screen {
    let lang = names.lang;
    let (name, id) = (names.name(subject), subject.id(names.plan.home));
    let title = Why::Title { name: &name, id: &id, today: names.plan.today };
    let page = WhyPage { names, subject };
    let mut slots: Vec<SlotSheet> = Vec::new();
    for one in rules {
        if one.slots.is_empty() {
            let nothing = match subject {
                Subject::Child(_) => Why::Nothing,
                _ => Why::NotUnder,
            };
            let links = vec![Link::new(LinkKind::State, nothing.text(lang))];
            slots.push(SlotSheet { rule: one.rule, links, ..SlotSheet::default() });
        }
        slots.extend(one.slots.iter().map(|slot| page.slot(one, slot)));
        if all {
            slots.push(page.events(one));
        }
    }
    let nothing = match all {
        true => Why::NotTheirs { name: &name },
        false => Why::NoneOfTheirs { name: &name },
    };
    let nothing = rules.is_empty().then(|| nothing.text(lang));
    Screen {
        title: Some(title.text(lang)),
        sheets: slots.iter().map(|slot| slot.sheet(names)).collect(),
        footer: nothing,
        keys: SlotSheet::KEYS,
        ..Screen::default()
    }
}

pub(super) struct WhyPage<'a> {
    pub(super) names: &'a Names<'a>,
    pub(super) subject: &'a Subject,
}

impl WhyPage<'_> {
    /// The child that it is about, when it is about one.
    fn child(&self) -> Option<&Child> {
        match self.subject {
            Subject::Child(at) => Some(&self.names.plan.home.children[*at]),
            _ => None,
        }
    }

    /// The links of a slot, from the rule to the conclusion.
    fn slot(&self, told: &ExplainedRule, slot: &ExplainedSlot) -> SlotSheet {
        let lang = self.names.lang;
        let rule = self.names.plan.rules[told.rule].rule;
        let said = sentence(self.names.plan.home, rule, lang);
        let mut links = vec![
            Link::new(LinkKind::Rule, said).at("rules.toml", rule.line),
            Link::new(LinkKind::Source, rule.why.clone()),
        ];
        links.extend(self.askers(told, slot));
        links.extend(self.calendar(slot));
        links.extend(self.presence(told, slot));
        links.extend(self.exemptions(told, slot));
        links.extend(self.records(told, slot));
        links.push(Link::new(LinkKind::State, self.conclusion(slot)));
        let (state, said) = match &slot.owed {
            Ok(one) => (one.state.name(), words::state(one.state, lang).to_owned()),
            Err(_) => ("not_owed", Why::NotOwed.text(lang)),
        };
        let (slot, state) = (Some(slot.label.to_string()), Some(state));
        SlotSheet { rule: told.rule, slot, state, said, links }
    }

    fn calendar(&self, slot: &ExplainedSlot) -> Vec<Link> {
        let (Some(span), lang) = (slot.span, self.names.lang) else { return Vec::new() };
        let due = slot.owed.as_ref().ok().and_then(|one| one.dates).map(|dates| dates.due);
        let due = due.map(|due| Why::Due { due }.text(lang));
        let days = Why::Slot { first: span.first, last: span.last }.text(lang);
        let parts: Vec<String> = [Some(days), due].into_iter().flatten().collect();
        let calendar = &self.names.plan.home.calendar;
        let term = calendar.terms().iter().find(|term| term.span.overlap(&span).is_some());
        let own = Link::new(LinkKind::Calendar, clauses(&parts, lang));
        let mut links = vec![match term {
            Some(term) => own.at("calendar.toml", term.line),
            None => own,
        }];
        for holiday in calendar.holidays.iter().filter(|own| own.span.overlap(&span).is_some()) {
            let days = Why::Slot { first: holiday.span.first, last: holiday.span.last };
            let text = format!("{} {}", holiday.name, days.text(lang));
            links.push(Link::new(LinkKind::Holiday, text).at("calendar.toml", holiday.line));
        }
        links
    }

    fn exemptions(&self, told: &ExplainedRule, slot: &ExplainedSlot) -> Vec<Link> {
        let Some(child) = self.child() else { return Vec::new() };
        let file = format!("children/{}.toml", child.id);
        let id = &self.names.plan.rules[told.rule].rule.id;
        let due = slot.owed.as_ref().ok().and_then(|one| one.dates).map(|dates| dates.due);
        let day = due.unwrap_or(self.names.plan.today);
        let own = child.exemptions.iter().filter(|own| own.rule == *id);
        own.filter(|own| own.span.contains(day))
            .map(|own| {
                Link::new(LinkKind::Exempt, own.reason.clone().unwrap_or_default())
                    .at(&file, own.line)
            })
            .collect()
    }

    fn conclusion(&self, slot: &ExplainedSlot) -> String {
        let lang = self.names.lang;
        match &slot.owed {
            Err(NotOwed::DoesNotApply) => Why::DoesNotApply.text(lang),
            Err(NotOwed::Absent { day }) => Why::Absent { day: *day }.text(lang),
            Err(NotOwed::TooFewDays { days, needed }) => {
                Why::TooFewDays { days: *days, needed: *needed }.text(lang)
            }
            Err(NotOwed::OffRoll { due }) => Why::OffRoll { due: *due }.text(lang),
            Ok(one) => self.state(one),
        }
    }

    fn state(&self, one: &Obligation) -> String {
        let lang = self.names.lang;
        let said = match (one.state, one.dates) {
            (State::Met, None) => Why::StateHolds.text(lang),
            (State::Overdue, None) => Why::StateLacks.text(lang),
            (state, _) => why_words::state(state, lang).to_owned(),
        };
        if one.lacks.is_empty() {
            return said;
        }
        let home = self.names.plan.home;
        let what: Vec<String> =
            one.lacks.iter().map(|own| requires::missing(home, own, lang)).collect();
        clauses(&[Why::Lacks { what: &listed(&what, lang) }.text(lang), said], lang)
    }
}
