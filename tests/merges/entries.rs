//! The entries of a home's two sides: what is entered, corrected and withdrawn, and when.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::rounds::Home;
use crate::side::{Entered, REGISTERS};
use crate::story::{Known, Says, WordAt};

impl Home {
    /// One entry, mostly on the event that both sides have in hand.
    pub fn enter(&mut self, at: usize) -> Result<(), String> {
        self.tick(at);
        let known = self.sides[at].known.clone();
        let events: Vec<usize> = (0..self.story.events.len())
            .filter(|event| !self.story.words_of(*event, &known).is_empty())
            .collect();
        if events.is_empty() || self.chance.once_in(4) {
            return self.log(at);
        }
        let late = &events[events.len().saturating_sub(5)..];
        let event = match self.in_hand {
            Some(event) if events.contains(&event) && !self.chance.once_in(3) => event,
            _ if self.chance.once_in(3) => *self.chance.pick(&events),
            _ => *self.chance.pick(late),
        };
        let speaker = self.story.speaker(event, &known);
        let target = match speaker {
            Some(word) if !self.chance.once_in(4) => word,
            _ => *self.chance.pick(&self.story.words_of(event, &known)),
        };
        if self.chance.once_in(6) {
            self.step(at, &format!("voids {}", self.story.words[target].id));
            let entered = self.sides[at].void(&mut self.story, target)?;
            self.keep(&entered);
            return Ok(());
        }
        let mut says = self.said(target, &known);
        match self.chance.below(10) {
            0..=3 => says.day = self.day(),
            4..=5 => says.day = says.day.with_day(self.number(2, 28)).unwrap(),
            6 => says.children = self.some_children(),
            _ => {}
        }
        self.amend(at, target, says)
    }

    /// One side settles every event that has two corrections, as far as an event can be corrected
    /// by naming them.
    pub fn settle(&mut self, at: usize) -> Result<(), String> {
        let known = self.sides[at].known.clone();
        for family in self.story.two_headed(&known) {
            if !self.story.is_open(family, &self.sides[at].known) {
                continue;
            }
            self.tick(at);
            let tips = self.story.tips(family, &known);
            let target = *self.chance.pick(&tips);
            let mut says = self.said(target, &known);
            if self.chance.once_in(3) {
                says.day = self.day();
            }
            self.amend(at, target, says)?;
            self.figures.count("settled", 1);
        }
        Ok(())
    }

    /// Neither side has two corrections of an event that one of them could have settled.
    pub fn is_settled(&self) -> Result<(), String> {
        for side in &self.sides {
            let two = self.story.two_headed(&side.known);
            let open = two.into_iter().find(|family| self.story.is_open(*family, &side.known));
            if let Some(family) = open {
                return Err(format!("{} is not settled", self.story.name(family)));
            }
        }
        Ok(())
    }

    fn log(&mut self, at: usize) -> Result<(), String> {
        let says = Says { day: self.day(), children: self.some_children() };
        let register = *self.chance.pick(&REGISTERS);
        self.step(at, &format!("logs a {register} of {}, {:?}", says.day, says.children));
        let entered = self.sides[at].log(&mut self.story, register, says, &self.children)?;
        self.keep(&entered);
        Ok(())
    }

    fn amend(&mut self, at: usize, target: WordAt, says: Says) -> Result<(), String> {
        let id = &self.story.words[target].id;
        self.step(at, &format!("amends {id} to {}, {:?}", says.day, says.children));
        let entered = self.sides[at].amend(&mut self.story, target, says, &self.children)?;
        self.keep(&entered);
        Ok(())
    }

    /// What an event says as far as the family of a row knows.
    fn said(&self, row: WordAt, known: &Known) -> Says {
        let word = self.story.word_of(self.story.words[row].family, known).unwrap_or(row);
        self.story.words[word].says.clone()
    }

    fn step(&mut self, at: usize, what: &str) {
        let machine = &self.sides[at].machine;
        let now = machine.now.format("%m-%d %H:%M:%S");
        self.steps.push(format!("{now} {} {what}", machine.name));
    }

    fn keep(&mut self, entered: &Entered) {
        let what = match entered {
            Entered::Saved(what) => what,
            Entered::Refused => "refused",
        };
        self.figures.count(what, 1);
        self.steps.extend((what == "refused").then(|| "  refused, as it must be".to_owned()));
    }

    /// A side's clock goes on; now and then it meets the other's.
    fn tick(&mut self, at: usize) {
        let other = self.sides[1 - at].machine.now;
        let own = self.sides[at].machine.now;
        let next = if other >= own && self.chance.once_in(4) {
            other
        } else {
            own + TimeDelta::seconds(i64::from(self.number(0, 600)))
        };
        self.sides[at].machine.now = next;
    }

    fn number(&mut self, least: u32, most: u32) -> u32 {
        let width = usize::try_from(most - least + 1).unwrap();
        least + u32::try_from(self.chance.below(width)).unwrap()
    }

    /// A day of the four months before the clock.
    fn day(&mut self) -> NaiveDate {
        let (month, day) = (self.number(9, 12), self.number(2, 28));
        NaiveDate::from_ymd_opt(2024, month, day).unwrap()
    }

    fn some_children(&mut self) -> Vec<usize> {
        let count = self.children.len();
        let chosen = [self.chance.below(count), self.chance.below(count)];
        BTreeSet::from(chosen).into_iter().collect()
    }
}
