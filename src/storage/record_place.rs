//! Where things stand in a TOML record that was parsed with its places.

use std::ops::Range;

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, Value};

/// A step on the way to a value: a key, or the place in a list, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPart<'a> {
    Key(&'a str),
    Nth(usize),
}

/// A part of a record, in the form in which it is written.
pub enum Node<'d> {
    /// A table of lines: with a header, or by keys with a dot, or the whole file.
    Body(&'d Table),
    /// `{ … }`.
    Inline(&'d InlineTable),
    /// `[[…]]`.
    Tables(&'d ArrayOfTables),
    /// `[ … ]`.
    Values(&'d Array),
    Value(&'d Value),
}

impl<'d> Node<'d> {
    fn of(item: &'d Item) -> Option<Node<'d>> {
        Some(match item {
            Item::None => return None,
            Item::Table(table) => Node::Body(table),
            Item::ArrayOfTables(tables) => Node::Tables(tables),
            Item::Value(value) => Node::of_value(value),
        })
    }

    fn of_value(value: &'d Value) -> Node<'d> {
        match value {
            Value::InlineTable(table) => Node::Inline(table),
            Value::Array(values) => Node::Values(values),
            value => Node::Value(value),
        }
    }

    /// What stands at the end of a way from here.
    pub fn at(&self, path: &[PathPart]) -> Option<Node<'d>> {
        let Some((first, rest)) = path.split_first() else { return Some(self.again()) };
        let next = match (self, first) {
            (Node::Body(table), PathPart::Key(key)) => Node::of(table.get(key)?)?,
            (Node::Inline(table), PathPart::Key(key)) => Node::of_value(table.get(key)?),
            (Node::Tables(tables), PathPart::Nth(nth)) => Node::Body(tables.get(*nth)?),
            (Node::Values(values), PathPart::Nth(nth)) => Node::of_value(values.get(*nth)?),
            _ => return None,
        };
        next.at(rest)
    }

    fn again(&self) -> Node<'d> {
        match self {
            Node::Body(own) => Node::Body(own),
            Node::Inline(own) => Node::Inline(own),
            Node::Tables(own) => Node::Tables(own),
            Node::Values(own) => Node::Values(own),
            Node::Value(own) => Node::Value(own),
        }
    }

    /// How many entries a list has.
    pub fn length(&self) -> usize {
        match self {
            Node::Tables(tables) => tables.len(),
            Node::Values(values) => values.len(),
            _ => 0,
        }
    }

    /// The place of a value that can be put in another's place.
    pub fn value_span(&self) -> Option<Range<usize>> {
        match self {
            Node::Value(value) => value.span(),
            Node::Values(values) => values.span(),
            Node::Inline(_) | Node::Body(_) | Node::Tables(_) => None,
        }
    }
}

/// Where the last of a table's own keys ends, those with a dot among them; `None` when it has none.
pub fn end_of_keys(table: &Table) -> Option<usize> {
    let ends = table.iter().filter_map(|(_, item)| match item {
        Item::Value(value) => Some(value.span()?.end),
        Item::Table(inner) if inner.is_dotted() => end_of_keys(inner),
        _ => None,
    });
    ends.max()
}

/// Where the last thing ends that belongs to a table, the tables below it among them.
pub fn end_of_table(table: &Table) -> Option<usize> {
    let below = table.iter().filter_map(|(_, item)| match item {
        Item::Table(inner) if !inner.is_dotted() => end_of_table(inner),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(end_of_table).max(),
        _ => None,
    });
    let own = end_of_keys(table).or_else(|| table.span().map(|span| span.start));
    below.chain(own).max()
}
