//! What was said of each event and by which machine it is known: what must count, worked out from
//! section 4 of the rules alone, from the event's first row downwards.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

pub type WordAt = usize;
pub type FamilyAt = usize;

/// The words that a machine knows.
pub type Known = BTreeSet<WordAt>;

/// What a word says of its event.
#[derive(Clone)]
pub struct Says {
    pub day: NaiveDate,
    /// The children, by their places.
    pub children: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Stands,
    Void,
    /// The event has gone to a family of another month.
    Moved(FamilyAt),
}

/// One row.
pub struct Word {
    pub id: String,
    pub file: String,
    pub family: FamilyAt,
    /// The words it settles, of the same family.
    pub replaces: Vec<WordAt>,
    pub recorded: DateTime<Utc>,
    pub kind: Kind,
    /// What happened; of a row that takes back, what was said before.
    pub says: Says,
}

/// The rows of one event in one month.
pub struct Family {
    pub event: usize,
    /// The word that sent the event here.
    pub from: Option<WordAt>,
    pub words: Vec<WordAt>,
}

/// One event.
pub struct Event {
    pub register: &'static str,
    root: FamilyAt,
}

/// All that was ever said.
#[derive(Default)]
pub struct Story {
    pub words: Vec<Word>,
    pub families: Vec<Family>,
    pub events: Vec<Event>,
}

impl Story {
    /// Begins an event of which nothing is said yet.
    pub fn event(&mut self, register: &'static str) -> FamilyAt {
        let root = self.families.len();
        self.families.push(Family { event: self.events.len(), from: None, words: Vec::new() });
        self.events.push(Event { register, root });
        root
    }

    /// Begins the family of a month to which an event goes; what sends it there is said next.
    pub fn family(&mut self, event: usize) -> FamilyAt {
        self.families.push(Family { event, from: None, words: Vec::new() });
        self.families.len() - 1
    }

    pub fn say(&mut self, word: Word) -> WordAt {
        let at = self.words.len();
        self.families[word.family].words.push(at);
        if let Kind::Moved(to) = word.kind {
            self.families[to].from = Some(at);
        }
        self.words.push(word);
        at
    }

    /// The known words of an event.
    pub fn words_of(&self, event: usize, known: &Known) -> Vec<WordAt> {
        let own = |at: &&WordAt| self.families[self.words[**at].family].event == event;
        known.iter().filter(own).copied().collect()
    }

    /// The words of a family that no known word replaces.
    pub fn tips(&self, family: FamilyAt, known: &Known) -> Vec<WordAt> {
        let own = self.families[family].words.iter().filter(|at| known.contains(at));
        let own: Vec<WordAt> = own.copied().collect();
        let replaced: Known =
            own.iter().flat_map(|at| &self.words[*at].replaces).copied().collect();
        own.into_iter().filter(|at| !replaced.contains(at)).collect()
    }

    /// The word of a family: recorded last, at the same instant the greatest id.
    pub fn word_of(&self, family: FamilyAt, known: &Known) -> Option<WordAt> {
        let when = |at: &WordAt| (self.words[*at].recorded, &self.words[*at].id);
        self.tips(family, known).into_iter().max_by(|a, b| when(a).cmp(&when(b)))
    }

    /// The word that counts for an event, when one does.
    pub fn speaker(&self, event: usize, known: &Known) -> Option<WordAt> {
        let mut family = self.events[event].root;
        loop {
            let word = self.word_of(family, known)?;
            match self.words[word].kind {
                Kind::Stands => return Some(word),
                Kind::Void => return None,
                Kind::Moved(to) => family = to,
            }
        }
    }

    /// May a family speak: does the way from the event's first row lead here?
    pub fn is_sent(&self, family: FamilyAt, known: &Known) -> bool {
        let Some(from) = self.families[family].from else { return true };
        let before = self.words[from].family;
        self.word_of(before, known) == Some(from) && self.is_sent(before, known)
    }

    /// May an event be corrected by naming a row of this family?
    pub fn is_open(&self, family: FamilyAt, known: &Known) -> bool {
        let word = self.word_of(family, known).map(|at| self.words[at].kind);
        !matches!(word, None | Some(Kind::Moved(_))) && self.is_sent(family, known)
    }

    /// The families that have two corrections which nobody settled.
    pub fn two_headed(&self, known: &Known) -> Vec<FamilyAt> {
        (0..self.families.len()).filter(|family| self.tips(*family, known).len() > 1).collect()
    }

    /// The moved rows of which nothing arrived.
    pub fn half_moves(&self, known: &Known) -> Vec<WordAt> {
        let half = |at: &&WordAt| match self.words[**at].kind {
            Kind::Moved(to) => !self.families[to].words.iter().any(|own| known.contains(own)),
            _ => false,
        };
        known.iter().filter(half).copied().collect()
    }

    /// The rows that are named as having sent an event here, and are not there.
    pub fn missing_senders(&self, known: &Known) -> Vec<WordAt> {
        let arrived =
            self.families.iter().filter(|own| own.words.iter().any(|w| known.contains(w)));
        arrived.filter_map(|family| family.from).filter(|from| !known.contains(from)).collect()
    }

    /// The id by which a family is called: its first row's.
    pub fn name(&self, family: FamilyAt) -> &str {
        &self.words[self.families[family].words[0]].id
    }
}

/// How far two sides are apart before they are merged.
pub struct Apart {
    /// The logs to which both have added.
    pub written_by_both: usize,
    /// The families in which both have corrected the same row.
    pub two_headed: usize,
    /// Of these, those whose last two corrections are of the same second.
    pub of_one_second: usize,
    /// Of these, those whose event both sent to another month.
    pub moved_by_both: usize,
}

impl Story {
    pub fn apart(&self, one: &Known, other: &Known) -> Apart {
        let files = |own: &Known, from: &Known| -> BTreeSet<&str> {
            own.difference(from).map(|at| self.words[*at].file.as_str()).collect()
        };
        let mut apart = Apart {
            written_by_both: files(one, other).intersection(&files(other, one)).count(),
            two_headed: 0,
            of_one_second: 0,
            moved_by_both: 0,
        };
        let both: Known = one.union(other).copied().collect();
        for family in self.two_headed(&both) {
            if self.tips(family, one).len() > 1 || self.tips(family, other).len() > 1 {
                continue;
            }
            let tips: Vec<&Word> =
                self.tips(family, &both).into_iter().map(|at| &self.words[at]).collect();
            apart.two_headed += 1;
            apart.of_one_second += usize::from(tips[0].recorded == tips[1].recorded);
            let is_moved = |tip: &&Word| matches!(tip.kind, Kind::Moved(_));
            apart.moved_by_both += usize::from(tips.iter().all(is_moved));
        }
        apart
    }
}
