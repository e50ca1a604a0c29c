//! Doubts about roles: held twice, by nobody, or by one who cannot hold them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::about::{About, Doubt};
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::problem::{Count, Duties, Quote};
use crate::domain::role::{HEAD_TEACHER, PRINCIPAL, RoleCode};
use crate::domain::rule::{Rule, SubjectKind};
use crate::domain::staff::Staff;
use crate::domain::status;

pub fn doubts(home: &Home, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut tell = |about, cause: Duties| doubts.push(Doubt::new(about, cause));
    let mut classes: BTreeSet<&ClassCode> = BTreeSet::new();
    let here = home.children.iter().filter(|child| child.on_roll().contains(today));
    classes.extend(here.filter_map(|child| child.class_on(today)));
    for class in classes {
        let heads = holders(home, HEAD_TEACHER, Some(class), today);
        let (code, class) = (Quote::of(class.as_str()), Quote::of(home.class_name(class, today)));
        match heads[..] {
            [] => tell(About::Staff(None), Duties::NoHeadTeacher { class, code }),
            [first, second, ..] => {
                let first = Quote::of(first.id);
                tell(About::Staff(Some(second.line)), Duties::TwoHeadTeachers { class, first });
            }
            [_] => {}
        }
    }
    if let [first, second, ..] = holders(home, PRINCIPAL, None, today)[..] {
        let first = Quote::of(first.id);
        tell(About::Staff(Some(second.line)), Duties::TwoPrincipals { first });
    }
    for rule in home.rules.iter().filter(|rule| rule.in_force(today) && rule.by_only) {
        let Some(role) = rule.by.filter(|_| rule.subject == SubjectKind::Child) else { continue };
        let owing =
            |child: &&Child| owes(rule, home, child, today) && !has(home, child, role, today);
        let children: Vec<&Child> = home.children.iter().filter(owing).collect();
        if let Some(first) = children.first() {
            let (rule_id, first) = (Quote::of(rule.id.as_str()), Quote::of(first.id));
            let children = Count::of(children.len());
            let cause = Duties::NobodyCounts { rule: rule_id, role, children, first };
            tell(About::Rule(rule.line), cause);
        }
    }
    doubts
}

/// Those who hold a role today, for this class when one is named.
fn holders<'h>(
    home: &'h Home,
    role: RoleCode,
    class: Option<&ClassCode>,
    today: NaiveDate,
) -> Vec<&'h Staff> {
    let fits = |person: &&Staff| {
        let mut own = person.roles.iter().filter(|own| own.role == role);
        own.any(|own| own.span.contains(today) && (class.is_none() || own.class.as_ref() == class))
    };
    let mut holders: Vec<&Staff> = home.staff.iter().filter(fits).collect();
    holders.sort_by_key(|person| person.line);
    holders
}

/// Is the child here today, and one to whom the rule applies?
fn owes(rule: &Rule, home: &Home, child: &Child, today: NaiveDate) -> bool {
    let mut fields = rule.applies.iter();
    child.present().contains(today)
        && fields
            .all(|(field, values)| status::days_when(home, child, field, values).contains(today))
}

/// Is there anybody whose events for the child would count: its pair in the role, or for a role
/// in which nobody is paired, one who holds it today?
fn has(home: &Home, child: &Child, role: RoleCode, today: NaiveDate) -> bool {
    if role.role().is_some_and(|role| role.pairs) {
        return child.pairs_on(role, today).next().is_some();
    }
    let class = child.class_on(today);
    home.staff.iter().any(|own| own.holds(role, today, |its| Some(its) == class))
}
