//! What the list of an inspection is made from, and what is looked up in it.

use std::collections::{BTreeMap, BTreeSet};

use super::boxes::BoxContent;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::spans::Span;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// What the list is made from.
pub struct Evidence<'a> {
    /// The rules that are binding.
    pub plan: &'a Plan<'a>,
    /// Up to today at most.
    pub span: Span,
    /// The live events by register: of the span, and of what stays all up to its end.
    pub events: &'a BTreeMap<String, Vec<Event>>,
    /// The registers of which there is a log in this home.
    pub logs: &'a BTreeSet<String>,
    /// What is late of the rules.
    pub late: &'a [Obligation],
}

impl<'a> Evidence<'a> {
    pub(super) fn home(&self) -> &'a Home {
        self.plan.home
    }

    /// Those on the roll at the end of the span.
    pub(super) fn on_roll(&self) -> impl Iterator<Item = &'a Child> {
        let day = self.span.last;
        self.home().children.iter().filter(move |child| child.on_roll().contains(day))
    }

    pub(super) fn all_of(&self, content: BoxContent) -> Vec<&Event> {
        let Some(events) = content.register().and_then(|name| self.events.get(name)) else {
            return Vec::new();
        };
        let fits = |event: &&Event| match content {
            BoxContent::Kind { column, code, .. } => event.filled(column) == Some(code),
            BoxContent::Filled { column, .. } => event.filled(column).is_some(),
            _ => true,
        };
        events.iter().filter(fits).collect()
    }

    /// What was done of what a line counts.
    pub(super) fn events_of(&self, content: BoxContent) -> Vec<&Event> {
        let mut events = self.all_of(content);
        events.retain(|event| !event.attempted);
        events
    }

    pub(super) fn attempts(&self, content: BoxContent) -> usize {
        self.all_of(content).into_iter().filter(|event| event.attempted).count()
    }
}
