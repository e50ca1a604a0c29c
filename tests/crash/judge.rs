//! Judging the states that a crash left.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::rc::Rc;

use crate::commands::{MEND, Scene};
use crate::runs::{on, ran};
use crate::sim_disk::SimDisk;
use crate::state::{Content, State, may_differ, print_of};
use crate::torn::Torn;
use crate::unsettled::Unsettled;

/// What must be the same byte for byte: all but the lock and what is never read.
type Records = BTreeMap<PathBuf, Content>;

fn records(state: &State) -> Records {
    let mut files = state.files();
    files.retain(|path, _| !may_differ(path) && !path.ends_with(".care/lock"));
    files
}

/// A whole home, and what is to be seen of it.
pub struct Outcome {
    print: u128,
    observed: Observed,
}

/// What a reader says, and what each command that may come next says and leaves.
#[derive(PartialEq, Eq)]
struct Observed {
    read: (u8, String),
    next: Vec<(u8, Records)>,
}

fn observe(scene: &Scene, state: &State) -> Observed {
    let read = on(&Rc::new(SimDisk::seeing(state.clone())), "overdue");
    let read = if scene.is_readable { (read.code, read.out) } else { (0, String::new()) };
    let start = Unsettled::firm(state.clone());
    let next = scene.next.iter().zip(200..).map(|(line, number)| {
        let told = ran(&start, line, number);
        let end = told.end(&start);
        // A command that is refused may leave to the next one what was left to it.
        let finished = (told.said.code == 2).then(|| ran(&end, &scene.next[0], 300).end(&end));
        (told.said.code, records(&finished.unwrap_or(end).seen()))
    });
    Observed { read, next: next.collect() }
}

impl Outcome {
    /// Does this home explain what was seen?
    fn explains(&self, seen: &Observed) -> bool {
        let own = self.observed.next.iter();
        // A home that was begun is finished by a second `init`; a whole one is refused.
        let next = own
            .zip(&seen.next)
            .all(|(own, seen)| own.1 == seen.1 && (own.0 == seen.0 || seen.0 == 0));
        self.observed.read == seen.read && next
    }
}

/// What was enumerated and judged.
#[derive(Default)]
pub struct Figures {
    pub states: u64,
    pub contents: usize,
    pub judged: u64,
}

/// Judges the states of one scene, each content once for the same demands on it.
pub struct Judge<'a> {
    scene: &'a Scene,
    torn: Torn,
    outcomes: HashMap<u128, Rc<Outcome>>,
    contents: HashSet<u128>,
    judged: HashSet<u128>,
    recovered: HashSet<u128>,
    figures: Figures,
}

/// A command on a disk, with the outcomes that a crash before its first step may have.
struct Run<'a> {
    start: &'a Unsettled,
    line: &'a str,
    number: usize,
    before: Vec<Rc<Outcome>>,
    /// May a power cut after its last step undo what was done before it?
    may_come_undone: bool,
}

impl<'a> Judge<'a> {
    /// The judge of a scene.
    pub fn new(scene: &'a Scene, torn: Torn) -> Judge<'a> {
        Judge {
            scene,
            torn,
            outcomes: HashMap::new(),
            contents: HashSet::new(),
            judged: HashSet::new(),
            recovered: HashSet::new(),
            figures: Figures::default(),
        }
    }

    /// What was enumerated and judged so far.
    pub fn figures(self) -> Figures {
        Figures { contents: self.contents.len(), ..self.figures }
    }

    /// The scene's command is cut off after each of its steps; with a depth above 1 so is each
    /// command that comes next, from every content found.
    pub fn cut_off(&mut self, depth: u32) {
        let start = Unsettled::firm(self.scene.start.clone());
        let before = vec![self.outcome(&start.seen())];
        let run = Run {
            start: &start,
            line: &self.scene.line,
            number: 100,
            before,
            may_come_undone: false,
        };
        self.cut_everywhere(&run, depth);
    }

    /// The scene's command is killed after each of its steps, which loses nothing; then the power
    /// is cut in each command that comes next.
    pub fn cut_off_after_a_kill(&mut self) {
        let start = Unsettled::firm(self.scene.start.clone());
        let killed = ran(&start, &self.scene.line, 100);
        let ends = [start.seen(), killed.end(&start).seen()].map(|state| self.outcome(&state));
        for steps in 0..=killed.steps() {
            let left = killed.after(&start, steps);
            for line in &self.scene.next {
                let run = Run {
                    start: &left,
                    line,
                    number: 110,
                    before: ends.to_vec(),
                    // A tail that a killed command set aside may be back: so it stands in two
                    // places, and the mending that found nothing to do has told of nothing.
                    may_come_undone: line == MEND,
                };
                self.cut_everywhere(&run, 1);
            }
        }
    }

    fn cut_everywhere(&mut self, run: &Run, depth: u32) {
        let ran = ran(run.start, run.line, run.number);
        let end = self.outcome(&ran.end(run.start).seen());
        for steps in 0..=ran.steps() {
            // After the last step the command has said that it is done.
            let mut allowed = vec![Rc::clone(&end)];
            if steps < ran.steps() || run.may_come_undone {
                allowed.extend(run.before.iter().cloned());
            }
            let place = || format!("{}: {} cut after {steps}", self.scene.line, run.line);
            for (print, state) in self.fresh(&ran.after(run.start, steps), &allowed) {
                let before = self.judge(&state, &allowed, &place());
                let demands = print.wrapping_add(print_of_all(&before));
                if depth > 1 && self.recovered.insert(demands) {
                    let start = Unsettled::firm(state);
                    for line in &self.scene.next {
                        let number = run.number + 1;
                        let before = before.clone();
                        let run =
                            Run { start: &start, line, number, before, may_come_undone: false };
                        self.cut_everywhere(&run, depth - 1);
                    }
                }
            }
        }
    }

    /// The states with contents that were not yet judged by these outcomes.
    fn fresh(&mut self, disk: &Unsettled, allowed: &[Rc<Outcome>]) -> Vec<(u128, State)> {
        let demands = print_of_all(allowed);
        let mut fresh = Vec::new();
        let mut last = None;
        disk.each_state(self.torn, |print, found| {
            self.figures.states += 1;
            if last == Some(print) {
                return;
            }
            last = Some(print);
            self.contents.insert(print);
            if self.judged.insert(print.wrapping_add(demands)) {
                fresh.push((print, found.state()));
            }
        });
        fresh
    }

    /// The outcomes that explain a state: there must be one.
    fn judge(&mut self, state: &State, allowed: &[Rc<Outcome>], place: &str) -> Vec<Rc<Outcome>> {
        self.figures.judged += 1;
        let seen = observe(self.scene, state);
        let fits = allowed.iter().filter(|outcome| outcome.explains(&seen));
        let fits: Vec<Rc<Outcome>> = fits.cloned().collect();
        if fits.is_empty() {
            tell(self.scene, state, allowed, &seen, place);
        }
        fits
    }

    fn outcome(&mut self, state: &State) -> Rc<Outcome> {
        let prints = records(state).into_iter().map(|(path, bytes)| print_of(&path, &bytes));
        let print = prints.fold(0, u128::wrapping_add);
        let scene = self.scene;
        let new = || Rc::new(Outcome { print, observed: observe(scene, state) });
        Rc::clone(self.outcomes.entry(print).or_insert_with(new))
    }
}

fn print_of_all(outcomes: &[Rc<Outcome>]) -> u128 {
    let mut prints: Vec<u128> = outcomes.iter().map(|own| own.print).collect();
    prints.sort_unstable();
    prints.dedup();
    prints.iter().fold(1, |sum: u128, own| sum.wrapping_mul(3).wrapping_add(*own))
}

/// Fails, with all that was seen of a state that no outcome explains.
fn tell(scene: &Scene, state: &State, allowed: &[Rc<Outcome>], seen: &Observed, place: &str) -> ! {
    let mut told = vec![format!("{place}: neither whole nor undone\nfound:")];
    for (path, bytes) in records(state) {
        told.push(format!("  {}: {}", path.display(), tail(&bytes)));
    }
    for (at, (line, (code, left))) in scene.next.iter().zip(&seen.next).enumerate() {
        let disk = Rc::new(SimDisk::seeing(state.clone()));
        told.push(format!("{line}: exit {code} {}", on(&disk, line).err));
        for outcome in allowed {
            let own = &outcome.observed;
            let (code, wanted) = &own.next[at];
            told.push(format!(" wanted: exit {code}, read the same: {}", own.read == seen.read));
            let paths: BTreeSet<&PathBuf> = wanted.keys().chain(left.keys()).collect();
            for path in paths.into_iter().filter(|path| wanted.get(*path) != left.get(*path)) {
                let show = |records: &Records| records.get(path).map(|own| tail(own));
                told.push(format!("  {}:\n   {:?}", path.display(), show(left)));
                told.push(format!("   not {:?}", show(wanted)));
            }
        }
    }
    panic!("{}", told.join("\n"));
}

fn tail(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(200)..]).into_owned()
}
