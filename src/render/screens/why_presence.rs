//! On which days a subject was there to owe something: a child on the roll, one of the staff in the
//! role, a class with its children, the school always.

use chrono::NaiveDate;

use super::why::{ExplainedRule, WhyPage};
use super::why_sheet::{Link, LinkKind};
use crate::domain::child::Child;
use crate::domain::spans::Span;
use crate::domain::staff::Staff;
use crate::domain::subject::Subject;
use crate::lang::why_words::Why;
use crate::lang::words::role_name;
use crate::lang::{clauses, listed};
use crate::reports::why::ExplainedSlot;

impl WhyPage<'_> {
    /// The subject's days in a slot, or today for what has no days.
    pub(super) fn presence(&self, told: &ExplainedRule, slot: &ExplainedSlot) -> Vec<Link> {
        let today = self.names.plan.today;
        let span = slot.span.unwrap_or(Span { first: today, last: today });
        let days = slot.school_days.map(|days| self.school_days(told, days));
        let home = self.names.plan.home;
        match self.subject {
            Subject::Child(at) => of_child(&home.children[*at], span, days, self),
            Subject::Staff(at) => self.of_staff(told, &home.staff[*at], span, days),
            Subject::Class(_) => vec![self.of_class(told, span, days)],
            Subject::School => {
                let parts = [Some(Why::SchoolThere.text(self.names.lang)), days];
                vec![self.present(parts)]
            }
        }
    }

    fn school_days(&self, told: &ExplainedRule, days: u32) -> String {
        let needed = self.names.plan.rules[told.rule].rule.threshold();
        let said = match self.subject {
            Subject::Child(_) | Subject::Class(_) => Why::Days { days, needed },
            Subject::Staff(_) => Why::DaysInRole { days, needed },
            Subject::School => Why::DaysOfSchool { days, needed },
        };
        said.text(self.names.lang)
    }

    fn present<const N: usize>(&self, parts: [Option<String>; N]) -> Link {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Link::new(LinkKind::Presence, clauses(&parts, self.names.lang))
    }

    /// The times for which the role of the rule is held, each with its line.
    fn of_staff(
        &self,
        told: &ExplainedRule,
        person: &Staff,
        span: Span,
        mut days: Option<String>,
    ) -> Vec<Link> {
        let (home, lang) = (self.names.plan.home, self.names.lang);
        let role = self.names.plan.rules[told.rule].rule.role;
        let own = person.roles.iter().filter(|own| Some(own.role) == role);
        let mut links = Vec::new();
        for own in own.filter(|own| own.span.overlap(&span).is_some()) {
            let class = own.class.as_ref().map(|code| home.class_name(code, self.names.plan.today));
            let named = [Some(role_name(own.role, lang).to_owned()), class, Some(shown(&own.span))];
            let named: Vec<String> = named.into_iter().flatten().collect();
            let parts: Vec<String> =
                [Some(named.join(" ")), days.take()].into_iter().flatten().collect();
            let link = Link::new(LinkKind::InRole, clauses(&parts, lang));
            links.push(link.at("staff.toml", own.line));
        }
        links.extend(days.map(|days| Link::new(LinkKind::InRole, days)));
        links
    }

    /// The days on which one of its children is present.
    fn of_class(&self, told: &ExplainedRule, span: Span, days: Option<String>) -> Link {
        let compiled = &self.names.plan.rules[told.rule];
        let member = compiled.place_of(self.subject).map(|at| &compiled.members[at]);
        let present = member.into_iter().flat_map(|member| member.present.iter());
        let there: Vec<String> =
            present.filter(|own| own.overlap(&span).is_some()).map(shown).collect();
        let there = listed(&there, self.names.lang);
        let there =
            (!there.is_empty()).then(|| Why::ClassThere { days: &there }.text(self.names.lang));
        self.present([there, days])
    }
}

fn of_child(child: &Child, span: Span, mut days: Option<String>, page: &WhyPage) -> Vec<Link> {
    let file = format!("children/{}.toml", child.id);
    let mut links = Vec::new();
    for spell in child.spells.iter().filter(|own| own.span.overlap(&span).is_some()) {
        let link = page.present([Some(shown(&spell.span)), days.take()]);
        links.push(link.at(&file, spell.line));
    }
    links.extend(days.map(|days| Link::new(LinkKind::Presence, days)));
    for pause in child.pauses.iter().filter(|own| own.span.overlap(&span).is_some()) {
        links.push(Link::new(LinkKind::Pause, shown(&pause.span)).at(&file, pause.line));
    }
    links
}

/// A time, open at its end when it has none.
fn shown(span: &Span) -> String {
    match span.last {
        NaiveDate::MAX => format!("{} -", span.first),
        last => format!("{} - {last}", span.first),
    }
}
