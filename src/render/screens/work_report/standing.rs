//! The sentences of a report's first sections: who the children are, who leads, what is written.

use super::story::Story;
use crate::domain::role::{DUTIES, RANKS, RoleCode};
use crate::lang::report_words::Reporting;
use crate::lang::{Lang, clauses, label, listed, words_in};
use crate::render::sheet::Prose;
use crate::reports::work_report::numbers::Number;

impl Story<'_> {
    pub(super) fn situation(&self) -> Vec<Prose> {
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

    /// The titles of documents of a kind, as a school quotes them.
    fn documents(&self, kind: &str) -> Vec<String> {
        let lang = self.page.names.lang;
        let quoted = |title: &String| match (lang, title.starts_with('《')) {
            (Lang::Zh, false) => format!("《{title}》"),
            _ => title.clone(),
        };
        self.page.basis.documents(kind).iter().map(quoted).collect()
    }

    pub(super) fn leadership(&self) -> Vec<Prose> {
        let (basis, lang) = (self.page.basis, self.page.names.lang);
        let mut prose = Vec::new();
        let above = self.documents("notice");
        if !above.is_empty() {
            let told = listed(&above, lang);
            prose.extend(self.paragraph(&[self.say(&Reporting::Basis { told: &told })]));
        }
        prose.extend(self.group());
        let number = self.records("meeting");
        if number > 0 {
            let told = self.kinds("meeting", "kind");
            prose.extend(self.paragraph(&[self.say(&Reporting::Meetings { number, told: &told })]));
        }
        let partners = basis.told_so_far("partner", "name");
        if !partners.is_empty() {
            let told = listed(&partners, lang);
            let said = Reporting::Partners { number: partners.len(), told: &told };
            prose.extend(self.paragraph(&[self.say(&said)]));
        }
        prose
    }

    /// Who leads, and who answers for what.
    fn group(&self) -> Option<Prose> {
        let lang = self.page.names.lang;
        let own = self.page.basis.leading();
        let Some(head) = own.head.and_then(RoleCode::role) else {
            return Some(Prose::ToWrite(self.say(&Reporting::NoGroup)));
        };
        let head = label(&head.label, lang);
        let rank = |code: &str| {
            let own = RANKS.iter().find(|(own, _)| *own == code);
            own.map_or("", |(_, words)| words_in(*words, lang))
        };
        let others = own.ranks.iter().filter(|(_, number)| *number > 0);
        let others = others.map(|(code, number)| {
            self.say(&Reporting::Ranked { rank: rank(code), number: *number })
        });
        let others: Vec<String> = others.collect();
        let mut told = vec![match others.is_empty() {
            true => self.say(&Reporting::Group { head }),
            false => self.say(&Reporting::GroupOf { head, others: &listed(&others, lang) }),
        }];
        let area = |code: &&str| {
            let own = DUTIES.iter().find(|(own, _)| own == code);
            own.map(|(_, words)| words_in(*words, lang).to_owned()).unwrap_or_default()
        };
        let duties = own.duties.iter().filter_map(|(role, areas)| {
            let areas: Vec<String> = areas.iter().map(area).collect();
            let role = label(&role.role()?.label, lang);
            Some(self.say(&Reporting::Duty { areas: &listed(&areas, lang), role }))
        });
        let duties: Vec<String> = duties.collect();
        if !duties.is_empty() {
            told.push(self.say(&Reporting::Duties { told: &clauses(&duties, lang) }));
        }
        self.paragraph(&told)
    }

    pub(super) fn systems(&self) -> Vec<Prose> {
        let lang = self.page.names.lang;
        let mut told = Vec::new();
        let rules = self.documents("rule");
        if !rules.is_empty() {
            let titles = listed(&rules, lang);
            told.push(self.say(&Reporting::Rules { number: rules.len(), titles: &titles }));
        }
        let plans = self.documents("plan");
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

    pub(super) fn files(&self) -> Vec<Prose> {
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
}
