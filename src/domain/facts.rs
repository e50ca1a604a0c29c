//! Facts about a child or a person: values by field path, such as `carer.phone`.

use std::borrow::Cow;

use chrono::NaiveDate;

/// One stored value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    Text(String),
    List(Vec<String>),
    Date(NaiveDate),
    Integer(i64),
    Bool(bool),
}

impl Fact {
    /// Is there nothing in it? A blank text or an empty list says nothing.
    pub fn is_blank(&self) -> bool {
        match self {
            Fact::Text(text) => text.trim().is_empty(),
            Fact::List(entries) => entries.iter().all(|entry| entry.trim().is_empty()),
            Fact::Date(_) | Fact::Integer(_) | Fact::Bool(_) => false,
        }
    }

    /// The value, or each entry of a list, as rules compare it.
    pub fn values(&self) -> Vec<String> {
        match self {
            Fact::Text(text) => vec![text.clone()],
            Fact::List(entries) => entries.clone(),
            Fact::Date(date) => vec![date.to_string()],
            Fact::Integer(number) => vec![number.to_string()],
            Fact::Bool(truth) => vec![truth.to_string()],
        }
    }
}

/// The facts of one record, in the order read.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    told: Vec<(Cow<'static, str>, Fact)>,
    /// Where something stands that is not told here.
    withheld: Vec<Cow<'static, str>>,
}

impl Facts {
    /// Adds a fact.
    pub fn add(&mut self, path: impl Into<Cow<'static, str>>, fact: Fact) {
        self.told.push((path.into(), fact));
    }

    /// Puts a fact, or none, in another's place.
    pub fn put(&mut self, path: &str, fact: Option<Fact>) {
        match (self.told.iter_mut().find(|(own, _)| own == path), fact) {
            (Some((_, own)), Some(fact)) => *own = fact,
            (None, Some(fact)) => self.add(path.to_owned(), fact),
            (_, None) => self.told.retain(|(own, _)| own != path),
        }
    }

    /// Says of the facts at some paths no more than that they are there; a blank is not.
    pub fn withhold(&mut self, is_private: impl Fn(&str) -> bool) {
        for (path, fact) in std::mem::take(&mut self.told) {
            match is_private(&path) {
                false => self.told.push((path, fact)),
                true if !fact.is_blank() => self.add_withheld(path),
                true => {}
            }
        }
    }

    /// Adds that something stands at a path, which is not told.
    pub fn add_withheld(&mut self, path: impl Into<Cow<'static, str>>) {
        self.withheld.push(path.into());
    }

    /// Does something stand at a path that is not told here?
    pub fn is_withheld(&self, path: &str) -> bool {
        self.withheld.iter().any(|own| own == path)
    }

    /// The fact at a path, if the record has it. Nobody may ask for one that is withheld: what
    /// comes out would be wrong, and nothing is better than that.
    pub fn get(&self, path: &str) -> Option<&Fact> {
        let fact = self.told.iter().find(|(own, _)| own == path).map(|(_, fact)| fact);
        assert!(fact.is_some() || !self.is_withheld(path), "{path} was not read");
        fact
    }

    /// The date at a path.
    pub fn date(&self, path: &str) -> Option<NaiveDate> {
        match self.get(path) {
            Some(Fact::Date(day)) => Some(*day),
            _ => None,
        }
    }

    /// The text at a path.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.get(path) {
            Some(Fact::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Every fact that is told, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fact)> {
        self.told.iter().map(|(path, fact)| (&**path, fact))
    }

    /// Where something stands that is not told here.
    pub fn withheld(&self) -> impl Iterator<Item = &str> {
        self.withheld.iter().map(|path| &**path)
    }
}
