//! Looking for canaries in what came out.

use crate::aviary::SONG;

/// What was looked through, and what was found.
#[derive(Default)]
pub struct Found {
    pub outputs: u64,
    pub calls: u64,
    /// Calls that did what they were asked to.
    pub done: u64,
    /// Each with the call, where it stood, and the canary.
    pub hits: Vec<String>,
}

impl Found {
    /// Looks through one output; one without a word is none.
    pub fn look(&mut self, call: &str, place: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.outputs += 1;
        if let Some(canary) = tells(text) {
            self.hits.push(format!("{call}: {place}: {canary}"));
        }
    }

    pub fn and(mut self, other: Found) -> Found {
        self.outputs += other.outputs;
        self.calls += other.calls;
        self.done += other.done;
        self.hits.extend(other.hits);
        self
    }
}

/// With what the canaries begin that are no free text: as much of each as no mask leaves.
const OTHERS: [&str; 4] = ["1390074", "1961-02", "990101196", "1943"];

/// The canary that stands in a text.
pub fn tells(text: &str) -> Option<&str> {
    let begins = std::iter::once(SONG).chain(OTHERS);
    begins.flat_map(|begin| text.match_indices(begin)).find_map(|(at, begin)| {
        // Four digits may stand inside a hash or a number that was drawn.
        let before = text[..at].chars().next_back();
        let after = text[at + begin.len()..].chars().next();
        let is_part = |letter: Option<char>| letter.is_some_and(|own| own.is_ascii_alphanumeric());
        let is_chance = begin == "1943" && (is_part(before) || is_part(after));
        // A mask may leave the beginning of a place.
        let is_masked = matches!(after, Some('*' | '＊'));
        (!is_chance && !is_masked).then(|| text[at..].split_whitespace().next().unwrap_or(begin))
    })
}
