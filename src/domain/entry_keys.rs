//! The dated entries of a child as the keys and values that its file holds.

use chrono::NaiveDate;

use super::child::{Buddy, Elder, Exemption, Pair, Pause, Spell, Was};
use super::facts::Fact;
use super::spans::Span;

/// The keys of an entry, in the order in which they are written.
pub type EntryKeys = Vec<(&'static str, Fact)>;

fn text(text: impl Into<String>) -> Fact {
    Fact::Text(text.into())
}

fn days(keys: &mut EntryKeys, span: Span, (first, last): (&'static str, &'static str)) {
    keys.push((first, Fact::Date(span.first)));
    if span.last < NaiveDate::MAX {
        keys.push((last, Fact::Date(span.last)));
    }
}

fn add(keys: &mut EntryKeys, key: &'static str, own: Option<&String>) {
    keys.extend(own.map(|own| (key, text(own.as_str()))));
}

/// An entry that can be written again.
pub trait Written {
    fn keys(&self) -> EntryKeys;
}

impl Written for Spell {
    fn keys(&self) -> EntryKeys {
        let mut keys = EntryKeys::new();
        days(&mut keys, self.span, ("joined", "left"));
        add(&mut keys, "reason", self.reason.as_ref());
        keys
    }
}

impl Written for Pause {
    fn keys(&self) -> EntryKeys {
        let mut keys = EntryKeys::new();
        days(&mut keys, self.span, ("from", "until"));
        add(&mut keys, "reason", self.reason.as_ref());
        keys
    }
}

impl Written for Pair {
    fn keys(&self) -> EntryKeys {
        let mut keys =
            vec![("staff", text(self.staff.to_string())), ("role", text(self.role.as_str()))];
        days(&mut keys, self.span, ("from", "until"));
        add(&mut keys, "mode", self.mode.as_ref());
        add(&mut keys, "reason", self.reason.as_ref());
        keys
    }
}

impl Written for Buddy {
    fn keys(&self) -> EntryKeys {
        let mut keys = vec![("name", text(self.name.as_str()))];
        keys.extend(self.class.as_ref().map(|class| ("class", text(class.as_str()))));
        add(&mut keys, "post", self.post.as_ref());
        days(&mut keys, self.span, ("from", "until"));
        add(&mut keys, "reason", self.reason.as_ref());
        keys
    }
}

impl Written for Exemption {
    fn keys(&self) -> EntryKeys {
        let mut keys = vec![("rule", text(self.rule.as_str()))];
        days(&mut keys, self.span, ("from", "until"));
        add(&mut keys, "reason", self.reason.as_ref());
        keys.extend(self.by.map(|by| ("by", text(by.to_string()))));
        keys
    }
}

impl Written for Elder {
    fn keys(&self) -> EntryKeys {
        let mut keys = EntryKeys::new();
        if !self.name.trim().is_empty() {
            keys.push(("name", text(self.name.as_str())));
        }
        keys.push(("birthday", text(format!("{:02}-{:02}", self.month, self.day))));
        keys.push(("calendar", text(if self.lunar { "lunar" } else { "solar" })));
        keys
    }
}

impl Written for Was {
    fn keys(&self) -> EntryKeys {
        let field = ("field", text(self.field.as_str()));
        vec![field, ("value", self.value.clone()), ("until", Fact::Date(self.until))]
    }
}
