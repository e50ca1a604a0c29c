//! Somebody at a terminal: what the program shows and what is typed stand on one screen.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::rc::Rc;

use care::{Call, run};

use super::{Home, words};

/// What was seen and typed in one sitting.
#[derive(Debug)]
#[must_use = "assert what was seen"]
pub struct Sitting {
    /// The screen from top to bottom; what is new in each run, ids of rows, is starred out.
    pub screen: String,
    pub code: u8,
    /// How many keys were struck, Enter counted, characters of free text not: those are what stands
    /// after a `~`.
    pub keys: usize,
    /// How many of the answers were heard.
    pub heard: usize,
}

#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Home {
    /// Runs the program for somebody who gives these answers one after the other and then leaves.
    /// An answer that begins with `~` is free text, whose characters are not counted as keys; one
    /// that begins with `#` is the number that the screen shows before what is so called.
    pub fn sit(&self, line: &str, answers: &[&str]) -> Sitting {
        let screen = Shared::default();
        let left: VecDeque<String> = answers.iter().map(|own| (*own).to_owned()).collect();
        let left = Rc::new(RefCell::new(left));
        let keys = Rc::new(RefCell::new((0, 0)));
        let (seen, answers, struck) = (screen.clone(), Rc::clone(&left), Rc::clone(&keys));
        let hear = move || {
            let mut answer = answers.borrow_mut().pop_front()?;
            if let Some(called) = answer.strip_prefix('#') {
                answer = number_of(&String::from_utf8_lossy(&seen.0.borrow()), called);
            }
            let mut struck = struck.borrow_mut();
            struck.1 += 1;
            struck.0 += if answer.starts_with('~') { 1 } else { answer.chars().count() + 1 };
            let text = answer.trim_start_matches('~').to_owned() + "\n";
            seen.clone().write_all(text.as_bytes()).ok()?;
            Some(text)
        };
        let call = Call {
            ask: Some(Rc::new(hear)),
            width: self.width,
            user: self.user.clone(),
            ..Call::new(words(line), self.now, self.root.clone())
        };
        let (mut out, mut err) = (screen.clone(), screen.clone());
        let code = run(&call, &mut out, &mut err);
        let text = String::from_utf8(screen.0.borrow().clone()).unwrap();
        let (keys, heard) = *keys.borrow();
        Sitting { screen: without_ids(&text), code, keys, heard }
    }
}

/// The number before what is so called, where it was shown last.
fn number_of(screen: &str, called: &str) -> String {
    let parts = screen.rsplit(['\n']).flat_map(|line| line.split("  ").collect::<Vec<_>>());
    let numbered = parts.filter_map(|part| part.trim().split_once(' '));
    let mut fits = numbered.filter(|(number, words)| {
        number.parse::<usize>().is_ok() && words.trim_start().starts_with(called)
    });
    let found = fits.next().map(|(number, _)| number.to_owned());
    found.unwrap_or_else(|| panic!("{called} is not on the screen:\n{screen}"))
}

/// The text with the ids of rows, children and people starred out.
fn without_ids(text: &str) -> String {
    let is_id = |word: &str| {
        let length = word.chars().count();
        let fits = matches!((word.chars().next(), length), (Some('E'), 11) | (Some('C' | 'T'), 6));
        fits && word != "COLUMN"
            && word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
    };
    let mut shown = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        match is_id(word) {
            true => {
                shown.push_str(&word[..1]);
                shown.push_str(&"*".repeat(word.len() - 1));
            }
            false => shown.push_str(word),
        }
        let next = after.chars().next().map_or(0, char::len_utf8);
        shown.push_str(&after[..next]);
        rest = &after[next..];
    }
    shown
}
