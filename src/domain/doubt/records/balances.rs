//! What came in, what went out, and what should be there.

use std::collections::BTreeMap;

use super::record_book::RecordBook;
use crate::domain::amount::Amount;
use crate::domain::event::Event;
use crate::domain::problem::{Article, Balances, Known, Problem, Quote};
use crate::domain::register::{Column, Register};

/// What a row does to a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Move {
    In,
    Out,
    /// It was counted: from here on there is what was counted.
    Count,
}

/// A register, or a part of it, that is kept as a book of what comes and goes.
pub(super) struct Book {
    register: &'static str,
    /// What is kept apart: each good, each purpose; rows that fill none of them are of other books.
    keys: &'static [&'static str],
    pub(super) amount: &'static str,
    /// The column that says what a row does, and what its codes mean.
    pub(super) moves: &'static str,
    codes: &'static [(&'static str, Move)],
    /// What a row does that does not say it.
    unsaid: Option<Move>,
}

/// The key of an account that many rows leave out: it is what the good is counted in.
const UNIT: &str = "unit";

const STOCK: &[(&str, Move)] =
    &[("in", Move::In), ("out", Move::Out), ("scrap", Move::Out), ("stocktake", Move::Count)];

/// Every book; another is one entry here.
pub(super) const BOOKS: [Book; 4] = [
    Book {
        register: "asset",
        keys: &["name", "model", UNIT],
        amount: "quantity",
        moves: "move",
        codes: STOCK,
        unsaid: None,
    },
    Book {
        register: "donation",
        keys: &["goods"],
        amount: "quantity",
        moves: "move",
        codes: STOCK,
        unsaid: Some(Move::In),
    },
    Book {
        register: "donation",
        keys: &[],
        amount: "cash",
        moves: "move",
        codes: STOCK,
        unsaid: Some(Move::In),
    },
    Book {
        register: "fund",
        keys: &["purpose"],
        amount: "amount",
        moves: "direction",
        codes: STOCK,
        unsaid: None,
    },
];

/// What a row brings to its account; or the column that is blank or not understood, so that it
/// brings nothing.
pub(super) enum Booking {
    Moves(Move, Amount),
    Lacks(&'static str),
    Negative,
}

/// The rows of each good or purpose, with what each brings.
type Accounts<'e> = BTreeMap<AccountKey<'e>, Vec<(&'e Event, Booking)>>;

/// What is kept apart: the texts of a book's keys.
type AccountKey<'e> = Vec<&'e str>;

/// Rows of which nobody knows which of their good's units is meant.
type UnknownUnit<'e> = (AccountKey<'e>, Vec<(&'e Event, Booking)>, Vec<&'e str>);

pub fn doubts(records: &RecordBook) -> Vec<Problem> {
    let mut found = Vec::new();
    for book in &BOOKS {
        let mut accounts = Accounts::new();
        for event in records.of(book.register) {
            if book.holds(event) {
                let key = book.keys.iter().map(|key| event.filled(key).unwrap_or_default());
                accounts.entry(key.collect()).or_default().push((event, book.entry(event)));
            }
        }
        let register = records.home.registers.get(book.register);
        let mut tell = |event: &Event, cause: Balances| {
            found.push(records.problem(book.register, event, cause));
        };
        for (key, rows, units) in book.of_unknown_unit(&mut accounts) {
            for (event, _) in rows {
                let (of, units) = (book.article(register, &key), Quote::of(units.join(", ")));
                tell(event, Balances::NoUnit { of, units });
            }
        }
        for (key, entries) in accounts {
            let of = book.article(register, &key);
            for (event, cause) in account(book, &of, &entries) {
                tell(event, cause);
            }
        }
    }
    found
}

impl Book {
    /// Is the row of this book? One register may hold several: goods, and money.
    fn holds(&self, event: &Event) -> bool {
        self.keys.iter().chain([&self.amount]).any(|own| event.filled(own).is_some())
    }

    /// Puts rows without a unit to the others of their good where these have one unit. Takes out
    /// those of which nobody knows which unit is meant, and gives them with the units.
    fn of_unknown_unit<'e>(&self, accounts: &mut Accounts<'e>) -> Vec<UnknownUnit<'e>> {
        let mut unknown = Vec::new();
        let Some(at) = self.keys.iter().position(|key| *key == UNIT) else { return unknown };
        let is_blank = |key: &&Vec<&str>| key[at].is_empty();
        let blank: Vec<Vec<&str>> = accounts.keys().filter(is_blank).cloned().collect();
        for key in blank {
            let is_same = |own: &&Vec<&str>| own[..at] == key[..at] && !own[at].is_empty();
            let units: Vec<&str> = accounts.keys().filter(is_same).map(|own| own[at]).collect();
            match units[..] {
                [] => {}
                [only] => {
                    let rows = accounts.remove(&key).unwrap_or_default();
                    let whole = [&key[..at], &[only]].concat();
                    accounts.entry(whole).or_default().extend(rows);
                }
                _ => {
                    let rows = accounts.remove(&key).unwrap_or_default();
                    unknown.push((key, rows, units));
                }
            }
        }
        unknown
    }

    /// What an account is of, as people say it.
    fn article(&self, register: Option<&Register>, key: &[&str]) -> Article {
        let filled = self.keys.iter().zip(key).filter(|(_, text)| !text.is_empty());
        let words = filled.map(|(name, text)| {
            let column = register.and_then(|own| own.column(name));
            let mut choices = column.into_iter().flat_map(Column::choices);
            let choice = choices.find(|own| own.code == **text);
            choice.map_or((*text, *text), |own| (own.label.zh(), own.label.en()))
        });
        let (zh, en): (Vec<&str>, Vec<&str>) = words.unzip();
        Article::of(&zh, &en)
    }

    pub(super) fn entry(&self, event: &Event) -> Booking {
        let Some(amount) = event.filled(self.amount).and_then(Amount::parse) else {
            return Booking::Lacks(self.amount);
        };
        let moves = match event.filled(self.moves) {
            Some(code) => self.codes.iter().find(|own| own.0 == code).map(|own| own.1),
            None => self.unsaid,
        };
        match moves {
            Some(_) if amount < Amount::ZERO => Booking::Negative,
            Some(moves) => Booking::Moves(moves, amount),
            None => Booking::Lacks(self.moves),
        }
    }
}

/// What is doubtful about the rows of one good or purpose, in the order of days.
pub(super) fn account<'e>(
    book: &Book,
    of: &Article,
    entries: &[(&'e Event, Booking)],
) -> Vec<(&'e Event, Balances)> {
    let mut found = Vec::new();
    let mut moves = Vec::new();
    for (event, entry) in entries {
        match entry {
            Booking::Moves(what, amount) => moves.push((event.date, *what, *amount, *event)),
            Booking::Lacks(column) => {
                found.push((
                    *event,
                    Balances::NotInBalance { of: of.clone(), column: Known::word(column) },
                ));
            }
            Booking::Negative => {
                let column = Known::word(book.amount);
                found.push((*event, Balances::NegativeAmount { of: of.clone(), column }));
            }
        }
    }
    // Of an account with a row that cannot be reckoned nothing is said: it might be right.
    if moves.len() < entries.len() {
        return found;
    }
    // On one day what came in is there before something goes out, and all of it when it is counted.
    moves.sort_by_key(|(day, what, ..)| (*day, *what));
    let mut held = Amount::ZERO;
    for (nth, (_, what, amount, event)) in moves.into_iter().enumerate() {
        let before = held;
        held = match what {
            Move::In => held + amount,
            Move::Out => held - amount,
            Move::Count => amount,
        };
        if what == Move::Out && held < Amount::ZERO && before >= Amount::ZERO {
            let short = Quote::of((Amount::ZERO - held).to_string());
            found.push((event, Balances::BelowZero { of: of.clone(), short }));
        }
        // The first count of what was there already begins the book.
        if what == Move::Count && before != amount && nth > 0 {
            let (book, counted) = (Quote::of(before.to_string()), Quote::of(amount.to_string()));
            found.push((event, Balances::StocktakeDiffers { of: of.clone(), book, counted }));
        }
    }
    found
}
