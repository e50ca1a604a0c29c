//! The books that schools keep their records in, as data: the title, the order of the columns, who
//! signs, and whether a record is a row or a page.

mod forms;

use self::forms::{BOOKS, CHECKED, NOTICE, name_and_room};
pub use self::forms::{BookForm, BookLayout};
use crate::domain::label::Words;
use crate::domain::register::{Column, Register};

/// A column of a book.
#[derive(Clone, Copy, Debug)]
pub enum BookColumn<'r> {
    /// The register's own.
    Own(&'r Column),
    Date,
    /// Of the term.
    Week,
    Weekday,
    Children,
    /// How many of them.
    Number,
    Class,
    Sex,
    Staff,
    Outcome,
    Note,
}

/// The words for those that are no register's own.
const BESIDE: &[(&str, BookColumn)] = &[
    ("date", BookColumn::Date),
    ("week", BookColumn::Week),
    ("weekday", BookColumn::Weekday),
    ("children", BookColumn::Children),
    ("number", BookColumn::Number),
    ("class", BookColumn::Class),
    ("sex", BookColumn::Sex),
    ("staff", BookColumn::Staff),
    ("outcome", BookColumn::Outcome),
    ("note", BookColumn::Note),
];

/// Of a register whose form is not known, what stands before its own columns.
const BEFORE_OWN: [&str; 5] = ["date", "week", "class", "children", "staff"];

/// A register in its book.
pub struct BookOf<'r> {
    pub register: &'r Register,
    pub form: Option<&'static BookForm>,
}

impl<'r> BookOf<'r> {
    /// The book of a register; one without a form of its own has rows.
    pub fn of(register: &'r Register) -> BookOf<'r> {
        let form = BOOKS.iter().find(|own| own.register == register.name);
        BookOf { register, form }
    }

    /// Its records as the notices that the law demands.
    pub fn notice(register: &'r Register) -> BookOf<'r> {
        BookOf { register, form: Some(&NOTICE) }
    }

    pub fn layout(&self) -> BookLayout {
        self.form.map_or(BookLayout::Row, |own| own.layout)
    }

    /// Who signs.
    pub fn signs(&self) -> &'static [Words] {
        self.form.map_or(&[("填表人（签字）", "Filled in by (signature)"), CHECKED], |own| {
            own.signs
        })
    }

    /// The lines of a page: the names of the columns, and for how much writing there is room.
    pub fn lines(&self) -> Vec<(Vec<&'r str>, usize)> {
        let lines = self.form.map_or("", |own| own.columns).split('|').map(str::trim);
        let mut lines: Vec<(Vec<&str>, usize)> = lines
            .map(|line| {
                let names = line.split_whitespace().map(|word| name_and_room(word).0);
                let room = line.split_whitespace().map(|word| name_and_room(word).1).max();
                (names.collect(), room.unwrap_or(1))
            })
            .collect();
        let named: Vec<&str> = lines.iter().flat_map(|(names, _)| names.iter().copied()).collect();
        let added = self.register.columns.iter().map(|own| own.name.as_str());
        let added = added.filter(|name| !named.contains(name));
        let last = added.chain(["outcome", "note"]).map(|name| (vec![name], 1));
        lines.extend(last);
        lines
    }

    /// The columns in their order; those that the school added to a register come after its own.
    pub fn columns(&self) -> Vec<BookColumn<'r>> {
        let words: Vec<&str> = match self.form {
            Some(own) => own.names().collect(),
            None => {
                BEFORE_OWN.into_iter().filter(|word| self.register.column(word).is_none()).collect()
            }
        };
        let known = words.iter().filter_map(|word| {
            let beside = || BESIDE.iter().find(|(own, _)| own == word).map(|(_, own)| *own);
            self.register.column(word).map(BookColumn::Own).or_else(beside)
        });
        let added = self.register.columns.iter().filter(|own| !words.contains(&own.name.as_str()));
        let last = [BookColumn::Outcome, BookColumn::Note];
        known.chain(added.map(BookColumn::Own)).chain(last).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::SHIPPED;

    #[test]
    fn a_book_names_every_column_of_its_register_and_none_that_there_is_not() {
        for own in BOOKS.iter().chain([&NOTICE]) {
            let (_, text) = SHIPPED.iter().find(|(name, _)| *name == own.register).unwrap();
            let names = text.lines().filter_map(|line| line.strip_prefix("name = \""));
            let names: Vec<&str> = names.map(|rest| rest.trim_end_matches('"')).collect();
            let words: Vec<&str> = own.names().collect();
            for name in &names {
                assert!(words.contains(name), "{}: {name} is left out", own.register);
            }
            for word in words {
                let is_beside = BESIDE.iter().any(|(beside, _)| *beside == word);
                assert!(is_beside || names.contains(&word), "{}: {word}", own.register);
            }
        }
    }
}
