//! Children whom a rule does not reach because something that it goes by is not known of them.

use std::collections::BTreeSet;

use super::case::Case;
use super::plan::Plan;
use crate::domain::doubt::reach;
use crate::domain::subject::Subject;

impl Plan<'_> {
    /// How many of these children a rule does not reach because something that it goes by is not
    /// known of them.
    pub fn not_reached(&self, wanted: impl Fn(Case) -> bool) -> usize {
        let child = |case: Case| match self.subject(case) {
            Subject::Child(at) => Some(*at),
            _ => None,
        };
        let is_unknown = |case: &Case, at: usize| {
            let rule = self.rules[case.rule].rule;
            let child = &self.home.children[at];
            rule.in_force(self.today)
                && !reach::not_reached(rule, self.home, child, self.today).is_empty()
        };
        let cases = self.present_today().filter(|case| wanted(*case));
        let children = cases.filter_map(|case| child(case).filter(|at| is_unknown(&case, *at)));
        children.collect::<BTreeSet<usize>>().len()
    }
}
