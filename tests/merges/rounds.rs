//! The life of one home on two machines: entries on both, a merge, and what must come of it.

use std::fs;

use chrono::{TimeDelta, TimeZone, Utc};

use crate::chance::Chance;
use crate::clash::Clash;
use crate::figures::Figures;
use crate::judge::judge;
use crate::machine::{Machine, Place};
use crate::side::{REGISTERS, RULE, Side};
use crate::story::Story;

/// One home on two machines.
pub struct Home {
    seed: u64,
    pub chance: Chance,
    pub sides: [Side; 2],
    pub story: Story,
    pub children: Vec<String>,
    /// Do both write under one name, as homes did before names were bound to machines?
    shares_a_name: bool,
    /// The event with which both sides are busy in this round.
    pub in_hand: Option<usize>,
    pub figures: Figures,
    pub steps: Vec<String>,
    _place: Place,
}

impl Home {
    pub fn new(seed: u64) -> Home {
        let place = Place::new();
        let mut chance = Chance::new(seed, "merges");
        let now = Utc.with_ymd_and_hms(2025, 1, 6, 1, 0, 0).unwrap();
        // One clock in four homes is ahead by hours.
        let ahead = if chance.once_in(4) { hours(&mut chance) } else { TimeDelta::zero() };
        let machine = |name, now| Side::new(Machine { name, root: place.folder(name), now });
        let sides = [machine("a", now), machine("b", now + ahead)];
        let shares_a_name = seed % 3 == 2;
        let (story, figures) = (Story::default(), Figures::default());
        let (children, steps) = (Vec::new(), Vec::new());
        Home {
            seed,
            chance,
            sides,
            story,
            children,
            shares_a_name,
            in_hand: None,
            figures,
            steps,
            _place: place,
        }
    }

    /// Lives through so many merges.
    pub fn live(mut self, merges: u64) -> Result<Figures, String> {
        let mut lived = self.begin();
        while lived.is_ok() && (self.figures.of("merges") as u64) < merges {
            lived = self.round();
        }
        let (seed, steps) = (self.seed, self.steps.join("\n"));
        let (story, known) = (&self.story, &self.sides[0].known);
        let two = story.two_headed(known).into_iter();
        let silent = two.filter(|family| !story.is_open(*family, known)).count();
        self.figures.count("not to be settled", silent);
        lived.map(|()| self.figures).map_err(|text| format!("seed {seed}: {text}\n{steps}"))
    }

    /// Makes the home as its users do, and the other machine's clone.
    fn begin(&mut self) -> Result<(), String> {
        let [one, other] = &self.sides;
        fs::create_dir_all(&one.machine.root).unwrap();
        let well = |words: &[&str]| {
            let ran = one.machine.care(words);
            if ran.code == 0 { Ok(ran) } else { Err(format!("{words:?}: {ran:?}")) }
        };
        well(&["init", "--preset", "blank", "--school", "测试小学"])?;
        let rules = one.machine.root.join("rules.toml");
        let rule = format!(
            "\n[[rule]]\nid = \"{RULE}\"\nname = \"联系\"\nwhy = \"测试\"\nrecords = {REGISTERS:?}\n\
             every = \"month\"\nfrom = 2024-09-02\n"
        );
        fs::write(&rules, fs::read_to_string(&rules).unwrap() + &rule).unwrap();
        let role = "head_teacher:2021-2";
        well(&["add-staff", "刘敏", "--role", role, "--from", "2024-09-02"])?;
        well(&["add-staff", "张强", "--role", "principal", "--from", "2024-09-02"])?;
        for name in ["李小明", "王小丽", "赵佳怡"] {
            let words = ["add-child", name, "--class", "2021-2", "--joined", "2024-09-02"];
            let made = well(&words)?.json()?;
            self.children.push(made["written"][0].as_str().unwrap().to_owned());
        }
        one.machine.commit(None)?;
        let (from, to) = (one.machine.root.to_str().unwrap(), other.machine.root.to_str().unwrap());
        one.machine.git_well(&["clone", "-q", from, to])?;
        for side in self.sides.iter().filter(|_| self.shares_a_name) {
            fs::create_dir_all(side.machine.root.join(".care")).unwrap();
            fs::write(side.machine.root.join(".care/writer"), "office\n").unwrap();
        }
        Ok(())
    }

    /// Entries on both sides and a merge.
    fn round(&mut self) -> Result<(), String> {
        let clash = match self.chance.below(20) {
            0 => Some(Clash::Staff),
            1 => Some(Clash::Child),
            _ => None,
        };
        // Not while a side holds words back that the other could not settle.
        let is_even = self.sides.iter().all(|side| side.known == side.committed);
        let settles = is_even && !self.story.words.is_empty() && self.chance.once_in(5);
        let settler = settles.then(|| self.chance.below(2));
        match settler {
            Some(at) => self.settle(at)?,
            None => {
                let events: Vec<usize> = (0..self.story.events.len()).collect();
                self.in_hand = (!events.is_empty()).then(|| *self.chance.pick(&events));
                for at in [0, 1] {
                    for _ in 0..=self.chance.below(4) {
                        self.enter(at)?;
                    }
                }
            }
        }
        let number = self.figures.of("merges");
        for (clash, at) in clash.iter().flat_map(|clash| [(clash, 0), (clash, 1)]) {
            clash.write(&self.sides[at].machine, &self.children[0], (at == 0, number))?;
        }
        for at in [0, 1] {
            let but = if settles { None } else { self.forgotten(at) };
            self.sides[at].commit(&self.story, but.as_deref())?;
        }
        self.merge(clash)?;
        let missing = |side: &Side| !self.story.missing_senders(&side.known).is_empty();
        if self.sides.iter().any(missing) {
            // Nothing can be judged: the one who left a file out brings it.
            for at in [0, 1] {
                self.sides[at].commit(&self.story, None)?;
            }
            self.merge(None)?;
        }
        match settler {
            Some(_) => self.is_settled(),
            None => Ok(()),
        }
    }

    /// The file that a side forgets to commit, when it forgets one.
    fn forgotten(&mut self, at: usize) -> Option<String> {
        let open: Vec<String> = self.sides[at].uncommitted(&self.story).into_iter().collect();
        // Over a file that both write git would not merge while it is changed.
        if open.is_empty() || self.shares_a_name || !self.chance.once_in(8) {
            return None;
        }
        let file = self.chance.pick(&open).clone();
        self.steps.push(format!("{} commits all but {file}", self.sides[at].machine.name));
        Some(file)
    }

    /// One side merges what the other has, which then follows; both must answer as the story says.
    fn merge(&mut self, clash: Option<Clash>) -> Result<(), String> {
        let [one, other] = &mut self.sides;
        let (into, from) = if self.chance.once_in(2) { (one, other) } else { (other, one) };
        self.steps.push(format!("merge into {}", into.machine.name));
        let apart = self.story.apart(&into.committed, &from.committed);
        let conflicts = into.machine.merge(&from.machine.root)?;
        let child = &self.children[0];
        let expected: Vec<String> = clash.iter().map(|own| own.file(child)).collect();
        if conflicts != expected {
            return Err(format!("git says that {conflicts:?} conflict, and not {expected:?}"));
        }
        if let Some(clash) = clash {
            clash.is_told(&into.machine, child)?;
            clash.mend(&into.machine, child)?;
        }
        into.learn(&from.committed);
        from.machine.follow(&into.machine.root)?;
        from.learn(&into.committed);
        self.figures.count("merges", 1);
        self.figures.count("conflicts in a TOML", conflicts.len());
        self.figures.count("merged by union", apart.written_by_both);
        self.figures.count("two-headed", apart.two_headed);
        self.figures.count("of one second", apart.of_one_second);
        self.figures.count("moved by both", apart.moved_by_both);
        for side in [&*into, &*from] {
            judge(&side.machine, &self.story, &side.known, &self.children)?;
            self.figures.count("half moves", self.story.half_moves(&side.known).len());
            let missing = self.story.missing_senders(&side.known);
            self.figures.count("senders missing", missing.len());
        }
        Ok(())
    }
}

fn hours(chance: &mut Chance) -> TimeDelta {
    TimeDelta::minutes(i64::try_from(chance.below(720)).unwrap())
}
