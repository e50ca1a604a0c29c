//! The attributes of an element, changed in its tag as it is written.

use std::ops::Range;

use super::xml::Element;
use super::xml_letters::{escaped, plain};

impl Element {
    /// The value of an attribute, by its whole name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let (_, value) = self.place_of(name)?;
        self.start.get(value).map(plain)
    }

    /// All attributes as they are written.
    pub fn attributes(&self) -> Vec<(String, String)> {
        let found = self.places().into_iter().filter_map(|[_, name, value]| {
            Some((self.start.get(name)?.to_owned(), plain(self.start.get(value)?)))
        });
        found.collect()
    }

    /// Sets an attribute.
    pub fn set(&mut self, name: &str, value: &str) {
        let value = escaped(value);
        if let Some((_, place)) = self.place_of(name) {
            self.start.replace_range(place, &value);
            return;
        }
        let end = self.start.trim_end_matches('>').trim_end_matches('/').len();
        self.start.insert_str(end, &format!(" {name}=\"{value}\""));
    }

    /// Takes an attribute away.
    pub fn unset(&mut self, name: &str) {
        if let Some((whole, _)) = self.place_of(name) {
            self.start.replace_range(whole, "");
        }
    }

    fn place_of(&self, name: &str) -> Option<(Range<usize>, Range<usize>)> {
        let found = self.places().into_iter();
        let mut found = found.filter(|[_, own, _]| self.start.get(own.clone()) == Some(name));
        found.next().map(|[whole, _, value]| (whole, value))
    }

    /// Where the attributes stand in the tag: each whole, its name, its value.
    fn places(&self) -> Vec<[Range<usize>; 3]> {
        let mut found = Vec::new();
        let mut at = 1 + self.name.len();
        while let Some(place) = self.attribute_from(at) {
            at = place[0].end;
            found.push(place);
        }
        found
    }

    fn attribute_from(&self, at: usize) -> Option<[Range<usize>; 3]> {
        let rest = self.start.get(at..)?;
        let begin = at + rest.find(|own: char| !own.is_whitespace())?;
        let equals = begin + self.start.get(begin..)?.find('=')?;
        let name = self.start.get(begin..equals)?.trim_end();
        let after = self.start.get(equals + 1..)?;
        let quote = equals + 1 + after.find(['"', '\''])?;
        let mark = self.start.get(quote..)?.chars().next()?;
        let length = self.start.get(quote + 1..)?.find(mark)?;
        let value = quote + 1..quote + 1 + length;
        Some([at..value.end + 1, begin..begin + name.len(), value])
    }
}
