//! The sentences of a term's report, section by section.

use super::ReportPage;
use super::figures::{row_name, share};
use crate::domain::event::{Event, iso_date};
use crate::domain::role::{DUTIES, RANKS};
use crate::lang::rate_words::rate;
use crate::lang::report_words::Reporting;
use crate::lang::{clauses, label, listed, words_in};
use crate::render::sheet::Prose;
use crate::reports::work_report::Section;
use crate::reports::work_report::figures::{Figure, FigureRow, FigureTable, RowName};
use crate::reports::work_report::numbers::Number;

/// What the sentences of a section are made from.
pub struct Story<'a> {
    pub page: &'a ReportPage<'a>,
    pub tables: &'a [FigureTable],
}

impl Story<'_> {
    /// The sentences, as paragraphs.
    pub fn of(&self, section: Section) -> Vec<Prose> {
        match section {
            Section::Situation => self.situation(),
            Section::Leadership => self.leadership(),
            Section::Systems => self.systems(),
            Section::Files => self.files(),
            Section::Pairing => self.pairing(),
            Section::Contacts => self.contacts(),
            Section::Activities => self.activities(),
            Section::Lectures => self.lectures(),
            Section::Resources => self.resources(),
            Section::Aid => self.aid(),
            Section::Assessment => self.assessment(),
            Section::Outcomes => self.outcomes(),
            Section::Difficulties => self.difficulties(),
            Section::NextPlan => self.next_plan(),
            own => self.of_month(own),
        }
    }

    /// A number of the report.
    pub(super) fn number(&self, wanted: Number) -> usize {
        self.page.numbers.get(wanted)
    }

    pub(super) fn say(&self, said: &Reporting) -> String {
        said.text(self.page.names.lang)
    }

    /// Several sentences in one paragraph; none where there are none.
    pub(super) fn paragraph(&self, sentences: &[String]) -> Option<Prose> {
        let between = match self.page.names.lang {
            crate::lang::Lang::Zh => "",
            crate::lang::Lang::En => " ",
        };
        (!sentences.is_empty()).then(|| Prose::Said(sentences.join(between)))
    }

    pub(super) fn share(&self, part: usize, whole: usize) -> String {
        share(self.page.names.plan.home.settings.shares, part, whole)
    }

    /// The rows of the table with this code that have a number in their first column, and are no
    /// sum.
    pub(super) fn counted(&self, code: &str) -> Vec<(String, usize)> {
        let table = self.tables.iter().find(|own| own.code == code);
        let rows = table.map(|own| own.rows.as_slice()).unwrap_or_default();
        rows.iter().filter_map(|row| self.count_of(row)).filter(|(_, number)| *number > 0).collect()
    }

    fn count_of(&self, row: &FigureRow) -> Option<(String, usize)> {
        let is_sum = matches!(row.name, RowName::Word("total" | "any" | "none", _));
        let number = row.cells.first()?.number()?;
        (!is_sum).then(|| (row_name(self.page.names, &row.name), number))
    }

    /// Records by their kind, such as “读书 3 次、体育 2 次”.
    pub(super) fn kinds(&self, register: &str, column: &str) -> String {
        let kinds = crate::reports::work_report::kinds(self.page.basis, register, column);
        let told = kinds.iter().map(|(code, name)| {
            let is = |event: &Event| event.filled(column) == code.as_deref();
            let number = self.page.basis.records(register, is).number;
            let kind = row_name(self.page.names, name);
            self.say(&Reporting::KindTimes { kind: &kind, number })
        });
        listed(&told.collect::<Vec<_>>(), self.page.names.lang)
    }

    pub(super) fn records(&self, register: &str) -> usize {
        self.page.basis.records(register, |_| true).number
    }

    pub(super) fn children_of(&self, register: &str) -> usize {
        self.page.basis.children_of(register, |_| true).number
    }

    /// The filled cells of a column, each once.
    fn texts<'e>(&self, events: impl Iterator<Item = &'e Event>, column: &str) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for text in events.filter_map(|event| event.filled(column)) {
            if !all.iter().any(|own| own == text) {
                all.push(text.to_owned());
            }
        }
        all
    }

    fn situation(&self) -> Vec<Prose> {
        let (lang, numbers) = (self.page.names.lang, self.page.numbers);
        let children = self.number(Number::Children);
        let mut first = vec![self.say(&Reporting::Situation {
            children,
            boys: self.number(Number::Boys),
            girls: self.number(Number::Girls),
            both: self.number(Number::BothAway),
            one: self.number(Number::OneAway),
        })];
        let mut unknown = None;
        match numbers.known(Number::Pupils) {
            Some(pupils) => {
                let share = self.share(children, pupils);
                first.push(self.say(&Reporting::OfPupils { pupils, share: &share }));
            }
            None => unknown = Some(Prose::ToWrite(self.say(&Reporting::PupilsUnknown))),
        }
        let types = self.counted("T3").into_iter().map(|(kind, number)| {
            let share = self.share(number, children);
            self.say(&Reporting::OneType { kind: &kind, number, share: &share })
        });
        let told = clauses(&types.collect::<Vec<_>>(), lang);
        let mut second = vec![self.say(&Reporting::CareTypes { told: &told })];
        second.push(self.moved());
        let needs = self.records("needs");
        if needs > 0 {
            second.push(self.say(&Reporting::Needs { number: needs }));
        }
        [self.paragraph(&first), unknown, self.paragraph(&second)].into_iter().flatten().collect()
    }

    /// Opening, joined, left, closing.
    pub(super) fn moved(&self) -> String {
        let moved = crate::reports::work_report::movement(self.page.basis);
        self.say(&Reporting::Moved {
            opening: moved.opening.number,
            joined: moved.joined.number,
            left: moved.gone().number,
            closing: moved.closing.number,
        })
    }

    /// Documents of a kind that are in force on the last day, by their titles.
    fn documents(&self, kinds: &[&str]) -> Vec<String> {
        let basis = self.page.basis;
        let holds = |event: &&Event| {
            let until = event.filled("valid_until").and_then(iso_date);
            let is_of = event.filled("kind").is_some_and(|own| kinds.contains(&own));
            is_of && event.date <= basis.day() && until.is_none_or(|own| own >= basis.day())
        };
        let titles = self.texts(basis.done("document").filter(holds), "title");
        let lang = self.page.names.lang;
        let quoted = |title: &String| match (lang, title.starts_with('《')) {
            (crate::lang::Lang::Zh, false) => format!("《{title}》"),
            _ => title.clone(),
        };
        titles.iter().map(quoted).collect()
    }

    fn leadership(&self) -> Vec<Prose> {
        let (basis, lang) = (self.page.basis, self.page.names.lang);
        let mut prose = Vec::new();
        let above = self.documents(&["notice"]);
        if !above.is_empty() {
            let told = listed(&above, lang);
            prose.extend(self.paragraph(&[self.say(&Reporting::Basis { told: &told })]));
        }
        let day = basis.day();
        let home = basis.home();
        let held = home.staff.iter().flat_map(|own| own.roles.iter().map(move |held| (own, held)));
        let held: Vec<_> = held.filter(|(_, held)| held.span.contains(day)).collect();
        let ranked = |rank: &str| {
            let own = held.iter().filter(|(_, held)| held.rank == Some(rank));
            own.map(|(person, _)| person.id).collect::<std::collections::BTreeSet<_>>().len()
        };
        let head = held.iter().find(|(_, held)| held.rank == Some("head"));
        match head.and_then(|(_, held)| held.role.role()) {
            Some(role) => {
                let others = RANKS.iter().filter(|(code, _)| *code != "head");
                let others = others.map(|(code, words)| (words_in(*words, lang), ranked(code)));
                let others = others.filter(|(_, number)| *number > 0);
                let others: Vec<String> = others
                    .map(|(rank, number)| self.say(&Reporting::Ranked { rank, number }))
                    .collect();
                let head = label(&role.label, lang);
                let mut told = vec![match others.is_empty() {
                    true => self.say(&Reporting::Group { head }),
                    false => {
                        let others = listed(&others, lang);
                        self.say(&Reporting::GroupOf { head, others: &others })
                    }
                }];
                told.extend(self.duties(&held));
                prose.extend(self.paragraph(&told));
            }
            None => prose.push(Prose::ToWrite(self.say(&Reporting::NoGroup))),
        }
        let number = self.records("meeting");
        if number > 0 {
            let told = self.kinds("meeting", "kind");
            prose.extend(self.paragraph(&[self.say(&Reporting::Meetings { number, told: &told })]));
        }
        let partners: Vec<&Event> =
            basis.done("partner").filter(|event| event.date <= day).collect();
        let names = self.texts(partners.iter().copied(), "name");
        if !names.is_empty() {
            let told = listed(&names, lang);
            let said = Reporting::Partners { number: names.len(), told: &told };
            prose.extend(self.paragraph(&[self.say(&said)]));
        }
        prose
    }

    /// Which role answers for which area.
    fn duties(
        &self,
        held: &[(&crate::domain::staff::Staff, &crate::domain::staff::Holding)],
    ) -> Option<String> {
        let lang = self.page.names.lang;
        // One role that answers for several areas is told once.
        let mut roles: Vec<(&str, Vec<String>)> = Vec::new();
        for (code, words) in DUTIES {
            let own = held.iter().find(|(_, held)| held.duties.contains(code));
            let Some(role) = own.and_then(|(_, held)| held.role.role()) else { continue };
            let (role, area) = (label(&role.label, lang), words_in(*words, lang).to_owned());
            match roles.iter_mut().find(|(own, _)| *own == role) {
                Some((_, areas)) => areas.push(area),
                None => roles.push((role, vec![area])),
            }
        }
        let told = roles
            .iter()
            .map(|(role, areas)| self.say(&Reporting::Duty { areas: &listed(areas, lang), role }));
        let told: Vec<String> = told.collect();
        let told = (!told.is_empty()).then(|| clauses(&told, lang))?;
        Some(self.say(&Reporting::Duties { told: &told }))
    }

    fn systems(&self) -> Vec<Prose> {
        let lang = self.page.names.lang;
        let mut told = Vec::new();
        let rules = self.documents(&["rule"]);
        if !rules.is_empty() {
            let titles = listed(&rules, lang);
            told.push(self.say(&Reporting::Rules { number: rules.len(), titles: &titles }));
        }
        let plans = self.documents(&["plan"]);
        if !plans.is_empty() {
            let titles = listed(&plans, lang);
            told.push(self.say(&Reporting::PlansMade { number: plans.len(), titles: &titles }));
        }
        let names = self.page.names;
        let mut rules: Vec<usize> = (0..names.plan.rules.len()).collect();
        rules.sort_by_key(|rule| names.plan.rules[*rule].rule.line);
        let promises: Vec<String> = rules.into_iter().map(|rule| names.rule(rule)).collect();
        let mut prose: Vec<Prose> = self.paragraph(&told).into_iter().collect();
        if !promises.is_empty() {
            let told = listed(&promises, lang);
            prose.extend(self.paragraph(&[self.say(&Reporting::Promises { told: &told })]));
        }
        prose
    }

    fn files(&self) -> Vec<Prose> {
        let children = self.number(Number::Children);
        let carded = self.number(Number::Carded);
        let card_share = self.share(carded, children);
        let mut told = vec![
            self.say(&Reporting::Filed { children, carded, card_share: &card_share }),
            self.say(&Reporting::MoreFiles {
                notices: self.number(Number::Notices),
                consents: self.number(Number::Consents),
                grown: self.number(Number::Grown),
            }),
        ];
        let records = self.page.basis.person_times("survey", |_| true).number;
        if records > 0 {
            let children = self.children_of("survey");
            told.push(self.say(&Reporting::Surveyed { records, children }));
        }
        let changes = self.records("change");
        if changes > 0 {
            told.push(self.say(&Reporting::Edited { changes }));
        }
        let classes = self.records("handover");
        if classes > 0 {
            told.push(self.say(&Reporting::HandedOver { classes }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    fn pairing(&self) -> Vec<Prose> {
        let lang = self.page.names.lang;
        let children = self.number(Number::Children);
        let (adults, paired) = (self.number(Number::Adults), self.number(Number::Paired));
        let share = self.share(paired, children);
        let load = average(paired, adults);
        let mut told = vec![self.say(&Reporting::Paired {
            adults,
            children: paired,
            share: &share,
            load: &load,
        })];
        let table = self.tables.iter().find(|own| own.code == "T8");
        let roles = table.map(|own| own.rows.as_slice()).unwrap_or_default().iter();
        let roles: Vec<String> = roles
            .filter(|row| matches!(row.name, RowName::Labelled(..)))
            .filter_map(|row| {
                let number = |at: usize| row.cells.get(at).and_then(Figure::number);
                let role = row_name(self.page.names, &row.name);
                Some(self.say(&Reporting::RoleCount {
                    role: &role,
                    adults: number(0)?,
                    children: number(1)?,
                }))
            })
            .collect();
        if !roles.is_empty() {
            let roles = clauses(&roles, lang);
            told.push(self.say(&Reporting::PairModes { told: &roles }));
        }
        if paired < children {
            told.push(self.say(&Reporting::Unpaired { children: children - paired }));
        }
        let buddied = crate::reports::pairing::Buddied::on(
            self.page.basis.home(),
            self.page.basis.day(),
            |_| true,
        );
        let buddied: std::collections::BTreeSet<_> =
            buddied.iter().map(|own| own.child.id).collect();
        if !buddied.is_empty() {
            told.push(self.say(&Reporting::Buddied { children: buddied.len() }));
        }
        let records = self.records("help");
        if records > 0 {
            let children = self.children_of("help");
            told.push(self.say(&Reporting::Helped { records, children }));
        }
        self.paragraph(&told).into_iter().collect()
    }

    fn contacts(&self) -> Vec<Prose> {
        let mut prose: Vec<Prose> = self.paragraph(&self.contact_sentences()).into_iter().collect();
        let rates = self.rates();
        match rates.is_empty() {
            true => prose.push(Prose::Said(self.say(&Reporting::NoneDue))),
            false => prose.extend(rates.into_iter().map(|(said, ..)| Prose::Said(said))),
        }
        let number = self.number(Number::Counselled);
        if number > 0 {
            prose.push(Prose::Said(self.say(&Reporting::Counselled { number })));
        }
        prose
    }

    /// What was recorded of each kind of contact.
    pub(super) fn contact_sentences(&self) -> Vec<String> {
        let children = self.number(Number::Children);
        let table = self.tables.iter().find(|own| own.code == "T9");
        let rows = table.map(|own| own.rows.as_slice()).unwrap_or_default();
        let mut tried = 0;
        let mut told = Vec::new();
        for row in rows {
            let number = |at: usize| row.cells.get(at).and_then(Figure::number).unwrap_or_default();
            tried += number(3);
            if number(0) > 0 {
                told.push(self.say(&Reporting::Contact {
                    what: &row_name(self.page.names, &row.name),
                    records: number(0),
                    children: number(2),
                    average: &average(number(1), children),
                }));
            }
        }
        if tried > 0 {
            told.push(self.say(&Reporting::NotReached { number: tried }));
        }
        told
    }

    /// Each rule with how much of it was done in time, and its rate in tenths of a percent.
    pub(super) fn rates(&self) -> Vec<(String, String, Option<usize>)> {
        use crate::reports::completion::CompletionPart::{InTime, Late, Undone};
        let (plan, owed) = (self.page.names.plan, self.page.basis.owed);
        let all = crate::reports::work_report::by_rule(plan, owed);
        let told = all.iter().filter(|(_, own)| own.due() > 0).map(|(rule, own)| {
            let name = self.page.names.rule(*rule);
            let said = self.say(&Reporting::RuleDone {
                rule: &name,
                due: own.due(),
                done: own.of(InTime),
                late: own.of(Late),
                undone: own.of(Undone),
                rate: &rate(own.rate()),
            });
            (said, name, own.rate())
        });
        told.collect()
    }
}

/// So many for each, to a tenth.
pub(super) fn average(number: usize, of: usize) -> String {
    match of {
        0 => "0".to_owned(),
        _ => {
            let tenths = (number * 20 + of) / (2 * of);
            format!("{}.{}", tenths / 10, tenths % 10)
        }
    }
}
