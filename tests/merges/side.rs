//! One side: a machine, what it knows, and its entries, each with the exit code that it must have.

use std::collections::BTreeSet;

use crate::machine::{Machine, Ran};
use crate::story::{FamilyAt, Kind, Known, Says, Story, Word, WordAt};

/// The one rule of the home.
pub const RULE: &str = "contact";

/// The registers in which events are entered.
pub const REGISTERS: [&str; 2] = ["talk", "visit"];

/// One of the two machines.
pub struct Side {
    pub machine: Machine,
    /// The words in its folder.
    pub known: Known,
    /// Those that git has.
    pub committed: Known,
}

/// What an entry came to.
pub enum Entered {
    Saved(&'static str),
    /// Refused, as it must be.
    Refused,
}

impl Side {
    pub fn new(machine: Machine) -> Side {
        Side { machine, known: Known::new(), committed: Known::new() }
    }

    /// The words that only this folder has, by their files.
    pub fn uncommitted(&self, story: &Story) -> BTreeSet<String> {
        let own = self.known.difference(&self.committed);
        own.map(|at| story.words[*at].file.clone()).collect()
    }

    /// Commits everything but, when one is named, a file.
    pub fn commit(&mut self, story: &Story, but: Option<&str>) -> Result<(), String> {
        self.machine.commit(but)?;
        let files = |at: &&WordAt| Some(story.words[**at].file.as_str()) != but;
        self.committed.extend(self.known.iter().filter(files));
        Ok(())
    }

    /// Takes over the words that the other side has committed.
    pub fn learn(&mut self, other: &Known) {
        self.known.extend(other);
        self.committed.extend(other);
    }

    pub fn log(
        &mut self,
        story: &mut Story,
        register: &'static str,
        says: Says,
        children: &[String],
    ) -> Result<Entered, String> {
        let (command, date) = (format!("log-{register}"), says.day.to_string());
        let ids = says.children.iter().map(|child| children[*child].as_str());
        let words: Vec<&str> = [command.as_str()].into_iter().chain(ids).collect();
        let ran = self.machine.care(&[&words[..], &["--date", &date]].concat());
        must(&ran, 0)?;
        let (ids, files) = written(&ran, 1)?;
        let family = story.event(register);
        self.say(story, (&ids[0], &files), family, Kind::Stands, says, Vec::new())?;
        Ok(Entered::Saved("logged"))
    }

    /// Corrects the event of a row: what it says from now on, which may stand in another month.
    pub fn amend(
        &mut self,
        story: &mut Story,
        target: WordAt,
        says: Says,
        children: &[String],
    ) -> Result<Entered, String> {
        let family = story.words[target].family;
        let id = story.words[target].id.clone();
        let ids: Vec<&str> = says.children.iter().map(|child| children[*child].as_str()).collect();
        let (date, who) = (format!("date={}", says.day), format!("children={}", ids.join(" ")));
        let note = format!("note={}", self.machine.now.format("%H:%M"));
        let ran = self.machine.care(&["amend", &id, "--set", &date, "--set", &who, "--set", &note]);
        if !story.is_open(family, &self.known) {
            must(&ran, 2)?;
            return Ok(Entered::Refused);
        }
        must(&ran, 0)?;
        let tips = story.tips(family, &self.known);
        let before = story.word_of(family, &self.known).map(|at| story.words[at].says.clone());
        let before = before.ok_or("a family without a word")?;
        let month = |says: &Says| says.day.format("%Y-%m").to_string();
        if month(&before) == month(&says) {
            let (ids, files) = written(&ran, 1)?;
            self.say(story, (&ids[0], &files), family, Kind::Stands, says, tips)?;
            return Ok(Entered::Saved("amended"));
        }
        let (ids, files) = written(&ran, 2)?;
        let to = story.family(story.families[family].event);
        self.say(story, (&ids[1], &files), family, Kind::Moved(to), before, tips)?;
        self.say(story, (&ids[0], &files), to, Kind::Stands, says, Vec::new())?;
        Ok(Entered::Saved("moved"))
    }

    /// Takes back the event of a row.
    pub fn void(&mut self, story: &mut Story, target: WordAt) -> Result<Entered, String> {
        let family = story.words[target].family;
        let id = story.words[target].id.clone();
        let ran = self.machine.care(&["void", &id, "--why", "记错了"]);
        let word = story.word_of(family, &self.known);
        let is_word = word == Some(target) && story.words[target].kind == Kind::Stands;
        if !is_word || !story.is_open(family, &self.known) {
            must(&ran, 2)?;
            return Ok(Entered::Refused);
        }
        must(&ran, 0)?;
        let (ids, files) = written(&ran, 1)?;
        let (tips, says) = (story.tips(family, &self.known), story.words[target].says.clone());
        self.say(story, (&ids[0], &files), family, Kind::Void, says, tips)?;
        Ok(Entered::Saved("withdrawn"))
    }

    /// Keeps in mind a row that was saved.
    fn say(
        &mut self,
        story: &mut Story,
        (id, files): (&str, &[String]),
        family: FamilyAt,
        kind: Kind,
        says: Says,
        replaces: Vec<WordAt>,
    ) -> Result<(), String> {
        let register = story.events[story.families[family].event].register;
        let begins = format!("log/{register}/{}.", says.day.format("%Y-%m"));
        let file = files.iter().find(|file| file.starts_with(&begins));
        let file = file.ok_or_else(|| format!("no {begins} in {files:?}"))?.clone();
        let (id, recorded) = (id.to_owned(), self.machine.now);
        let at = story.say(Word { id, file, family, replaces, recorded, kind, says });
        self.known.insert(at);
        Ok(())
    }
}

fn must(ran: &Ran, code: u8) -> Result<(), String> {
    if ran.code == code { Ok(()) } else { Err(format!("expected exit {code}: {ran:?}")) }
}

/// The ids of so many rows that were written, and the files in which they stand.
fn written(ran: &Ran, count: usize) -> Result<(Vec<String>, Vec<String>), String> {
    let answer = ran.json()?;
    let list = |key: &str| {
        let all = answer[key].as_array().into_iter().flatten();
        all.filter_map(|one| one.as_str().map(str::to_owned)).collect::<Vec<String>>()
    };
    let (ids, files) = (list("written"), list("files"));
    if ids.len() == count { Ok((ids, files)) } else { Err(format!("expected {count}: {ran:?}")) }
}
