//! Why a child's obligations stand as they do, as a screen: one sheet per slot, and one with every
//! record of the rule's registers.

use chrono::NaiveDate;

use super::Names;
use crate::domain::child::Child;
use crate::domain::family::Silence;
use crate::domain::id::Id;
use crate::domain::spans::Span;
use crate::lang::rule_words::sentence;
use crate::lang::why_words::{self, Why};
use crate::lang::words::{self, Word};
use crate::lang::{clauses, listed, requires};
use crate::render::sheet::{Cell, Screen, Sheet};
use crate::reports::why::{Chain, Heard};
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
pub struct Told<'a> {
    pub rule: usize,
    pub chains: Vec<Chain>,
    pub heard: Vec<Heard<'a>>,
    pub silent: Vec<SilentRow>,
}

/// The screen of one child; with `all`, every record of each rule's registers is accounted for.
pub fn screen(names: &Names, child: &Child, told: &[Told], all: bool) -> Screen {
    let lang = names.lang;
    let id = child.id.to_string();
    let title = Why::Title { name: &child.name, id: &id, today: names.plan.today };
    let mut page = Page { names, child, sheets: Vec::new(), data: data_sheet() };
    for one in told {
        if one.chains.is_empty() {
            page.begin(one, "", None);
            page.link(one, "", "state", Why::PartState, None, None, Why::Nothing.text(lang));
        }
        for chain in &one.chains {
            page.chain(one, chain);
        }
        if all {
            page.events(one);
        }
    }
    Screen { title: Some(title.text(lang)), sheets: page.sheets, footer: None, data: page.data }
}

fn data_sheet() -> Sheet {
    Sheet::new(["rule", "slot", "state", "part", "file", "line", "date", "event", "words"])
}

pub(super) struct Page<'a> {
    pub(super) names: &'a Names<'a>,
    child: &'a Child,
    sheets: Vec<Sheet>,
    data: Sheet,
}

impl Page<'_> {
    /// A new sheet for a slot, headed by the rule, the slot and its state.
    pub(super) fn begin(&mut self, told: &Told, slot: &str, state: Option<&str>) {
        let lang = self.names.lang;
        let columns = [Why::Part.text(lang), Why::Place.text(lang), Word::Date.text(lang)];
        let mut sheet = Sheet::new(columns.into_iter().chain([Why::Words.text(lang)]));
        let rule = self.names.rule(told.rule);
        let id = &self.names.plan.rules[told.rule].rule.id;
        let slot = if slot.is_empty() { String::new() } else { words::slot(slot, lang) };
        let heading = [format!("{rule} ({id})"), slot, state.unwrap_or_default().to_owned()];
        sheet.heading = Some(heading.join("  ").trim_end().to_owned());
        self.sheets.push(sheet);
    }

    /// One line: what part of the chain, where it stands, of which day, in words.
    #[expect(clippy::too_many_arguments, reason = "one for each column of the line")]
    #[expect(clippy::needless_pass_by_value, reason = "texts are made where they are said")]
    pub(super) fn link(
        &mut self,
        told: &Told,
        slot: &str,
        code: &str,
        part: Why,
        place: Option<(&str, u32)>,
        event: Option<(NaiveDate, Id)>,
        text: String,
    ) {
        let lang = self.names.lang;
        let shown = place.map_or(String::new(), |(file, line)| format!("{file}:{line}"));
        let words = match event {
            Some((_, id)) => format!("{text}  {id}"),
            None => text.clone(),
        };
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.rows.push(vec![
                part.text(lang).into(),
                shown.into(),
                Cell::date(event.map(|(date, _)| date)),
                words.into(),
            ]);
        }
        self.data.rows.push(vec![
            self.names.plan.rules[told.rule].rule.id.as_str().into(),
            Cell::text((!slot.is_empty()).then_some(slot)),
            Cell::Null,
            code.into(),
            Cell::text(place.map(|(file, _)| file)),
            place.map_or(Cell::Null, |(_, line)| Cell::Number(i64::from(line))),
            Cell::date(event.map(|(date, _)| date)),
            Cell::text(event.map(|(_, id)| id.to_string())),
            text.into(),
        ]);
    }

    fn chain(&mut self, told: &Told, chain: &Chain) {
        let lang = self.names.lang;
        let state = chain.owed.as_ref().map(|one| words::state(one.state, lang).to_owned());
        let state = state.unwrap_or_else(|_| Why::NotOwed.text(lang));
        self.begin(told, &chain.label, Some(&state));
        let first = self.data.rows.len();
        let rule = self.names.plan.rules[told.rule].rule;
        let slot = chain.label.as_str();
        let home = self.names.plan.home;
        let place = Some(("rules.toml", rule.line));
        self.link(told, slot, "rule", Why::PartRule, place, None, sentence(home, rule, lang));
        self.link(told, slot, "source", Why::PartSource, None, None, rule.why.clone());
        self.calendar(told, chain);
        self.presence(told, chain);
        self.exemptions(told, chain);
        self.records(told, chain);
        let said = self.conclusion(chain);
        self.link(told, slot, "state", Why::PartState, None, None, said);
        let code = chain.owed.as_ref().map_or("not_owed", |one| one.state.name());
        for row in &mut self.data.rows[first..] {
            row[2] = code.into();
        }
    }

    fn calendar(&mut self, told: &Told, chain: &Chain) {
        let (Some(span), lang) = (chain.span, self.names.lang) else { return };
        let due = chain.owed.as_ref().ok().and_then(|one| one.dates).map(|dates| dates.due);
        let due = due.map(|due| Why::Due { due }.text(lang));
        let days = Why::Slot { first: span.first, last: span.last }.text(lang);
        let parts: Vec<String> = [Some(days), due].into_iter().flatten().collect();
        let text = clauses(&parts, lang);
        let home = self.names.plan.home;
        let term = home.calendar.terms().iter().find(|term| term.span.overlap(&span).is_some());
        let place = term.map(|term| ("calendar.toml", term.line));
        self.link(told, &chain.label, "calendar", Why::PartCalendar, place, None, text);
        for holiday in &home.calendar.holidays {
            if holiday.span.overlap(&span).is_some() {
                let days = Why::Slot { first: holiday.span.first, last: holiday.span.last };
                let text = format!("{} {}", holiday.name, days.text(lang));
                let place = Some(("calendar.toml", holiday.line));
                self.link(told, &chain.label, "holiday", Why::PartHoliday, place, None, text);
            }
        }
    }

    fn presence(&mut self, told: &Told, chain: &Chain) {
        let lang = self.names.lang;
        let file = format!("children/{}.toml", self.child.id);
        let span = chain
            .span
            .unwrap_or(Span { first: self.names.plan.today, last: self.names.plan.today });
        let needed = self.names.plan.rules[told.rule].rule.threshold();
        let days = chain.school_days.map(|days| Why::Days { days, needed }.text(lang));
        let shown = |span: &Span| match span.last {
            NaiveDate::MAX => format!("{} -", span.first),
            last => format!("{} - {last}", span.first),
        };
        let spells: Vec<(Span, u32)> =
            self.child.spells.iter().map(|spell| (spell.span, spell.line)).collect();
        let inside = spells.iter().filter(|(own, _)| own.overlap(&span).is_some());
        let mut told_days = days;
        for (own, line) in inside {
            let parts = [Some(shown(own)), told_days.take()];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            let text = clauses(&parts, lang);
            let place = Some((file.as_str(), *line));
            self.link(told, &chain.label, "presence", Why::PartPresence, place, None, text);
        }
        if let Some(days) = told_days {
            self.link(told, &chain.label, "presence", Why::PartPresence, None, None, days);
        }
        for pause in self.child.pauses.iter().filter(|own| own.span.overlap(&span).is_some()) {
            let place = Some((file.as_str(), pause.line));
            let text = shown(&pause.span);
            self.link(told, &chain.label, "pause", Why::PartPause, place, None, text);
        }
    }

    fn exemptions(&mut self, told: &Told, chain: &Chain) {
        let file = format!("children/{}.toml", self.child.id);
        let id = &self.names.plan.rules[told.rule].rule.id;
        let due = chain.owed.as_ref().ok().and_then(|one| one.dates).map(|dates| dates.due);
        let day = due.unwrap_or(self.names.plan.today);
        let own = self.child.exemptions.iter().filter(|own| own.rule == *id);
        for exemption in own.filter(|own| own.span.contains(day)) {
            let place = Some((file.as_str(), exemption.line));
            let text = exemption.reason.clone().unwrap_or_default();
            self.link(told, &chain.label, "exempt", Why::PartExempt, place, None, text);
        }
    }

    fn conclusion(&self, chain: &Chain) -> String {
        let lang = self.names.lang;
        match &chain.owed {
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
            one.lacks.iter().map(|own| requires::name(home, own, lang)).collect();
        clauses(&[Why::Lacks { what: &listed(&what, lang) }.text(lang), said], lang)
    }
}
