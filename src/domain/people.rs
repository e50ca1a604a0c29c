//! Those whom a row names: mostly one, sometimes a class.

use std::ops::Deref;

use super::id::Id;

/// Ids in the order written. One of them alone, as in nearly every row, takes no room elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People(Named);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Named {
    One(Id),
    Others(Box<[Id]>),
}

impl People {
    /// One person.
    pub fn one(id: Id) -> People {
        People(Named::One(id))
    }
}

impl From<Vec<Id>> for People {
    fn from(ids: Vec<Id>) -> People {
        match ids[..] {
            [id] => People::one(id),
            _ => People(Named::Others(ids.into())),
        }
    }
}

impl FromIterator<Id> for People {
    fn from_iter<I: IntoIterator<Item = Id>>(ids: I) -> People {
        ids.into_iter().collect::<Vec<Id>>().into()
    }
}

impl Deref for People {
    type Target = [Id];

    fn deref(&self) -> &[Id] {
        match &self.0 {
            Named::One(id) => std::slice::from_ref(id),
            Named::Others(ids) => ids,
        }
    }
}

impl<'p> IntoIterator for &'p People {
    type Item = &'p Id;
    type IntoIter = std::slice::Iter<'p, Id>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
