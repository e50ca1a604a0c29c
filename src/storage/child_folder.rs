//! Reading the folder of the children.

use std::collections::{BTreeMap, HashMap};

use super::child_depth::Depth;
use super::child_file;
use super::file_system::FileTimes;
use super::in_order::in_order;
use super::kept;
use super::kept_children::KeptChildren;
use super::load::Loader;
use super::mentions::Mentions;
use super::source::{Findings, Shows, Source};
use super::step::Step;
use super::{journal, layout, lookalike, lost_child, stamp};
use crate::domain::child::Child;
use crate::domain::id::{Id, Kind};
use crate::domain::problem::{Doubled, Files, Known, Misnamed, Naming, Problem, Quote, Sight};

/// So many children are read by one processor at a time.
const CHUNK: usize = 64;

/// A child's file before it is read: its path, the id that its name tells, and its bytes.
type Unread<'e> = (String, &'e str, Vec<u8>);

/// Some of them, and where to tell of what is wrong in them.
type Chunk<'e> = (Vec<Unread<'e>>, Findings);

/// The files of the children, each with the id that its name tells.
type ChildFiles<'e> = Vec<(String, &'e str)>;

impl Loader<'_> {
    /// Every child of the folder `children/`, by id.
    pub(super) fn children(&self, mentions: &Mentions, depth: Depth) -> Vec<Child> {
        let entries = lookalike::list(self.root, layout::CHILDREN, self.findings);
        let Some(entries) = self.disk(entries) else { return Vec::new() };
        // Read once for all: what is saved meanwhile is seen by whoever asked for the home.
        let Some(steps) = self.disk(journal::pending(self.root)) else { return Vec::new() };
        if self.disk(lost_child::lacks_folder(self.root, &entries)).unwrap_or_default() {
            let cause = Files::MissingFile;
            self.findings.add(Problem::of_file(layout::CHILDREN, Sight::Open(None), cause));
        }
        let mut files = Vec::new();
        for entry in &entries {
            let file = format!("{}/{}", layout::CHILDREN, entry.name);
            let Some(stem) = entry.name.strip_suffix(".toml").filter(|_| !entry.is_folder) else {
                // A child must not drop out of the roll.
                let is_lost = self.disk(lost_child::is_lost(self.root, entry, &entries));
                let cause = match is_lost.unwrap_or_default() {
                    true => Files::MisnamedFile { why: Misnamed::Stray },
                    false => Files::StrayFile,
                };
                self.findings.add(Problem::of_file(&file, Sight::Open(None), cause));
                continue;
            };
            files.push((file, stem));
        }
        let may_keep = depth == Depth::Listed
            && steps.is_empty()
            && self.other.is_none()
            && !self.findings.has_fault()
            && kept::is_allowed(self.root);
        let mut children = match depth {
            Depth::Whole => self.read_files(&files, (&steps, mentions)),
            Depth::Listed if may_keep => self.listed(files, mentions),
            Depth::Listed => {
                let read = self.read_files(&files, (&steps, mentions));
                read.into_iter().map(Child::withhold).collect()
            }
        };
        children.sort_by_key(|child| child.id);
        children.dedup_by_key(|child| child.id);
        self.check_former_ids(&children);
        children
    }

    /// The children of these files; those that did not change are not read again.
    fn listed(&self, files: ChildFiles, mentions: &Mentions) -> Vec<Child> {
        let shelf = KeptChildren::of(self.root, mentions);
        let mut kept = shelf.recall();
        let (mut standing, mut changed) = (Vec::new(), Vec::new());
        let mut times: HashMap<Id, FileTimes> = HashMap::new();
        for (file, stem) in files {
            // Asked for before the file is read: what changes from here on will show by them.
            let now = stamp::times(&self.root.join(&file)).ok().flatten();
            let id = Id::parse(stem, Kind::Child);
            let own = id.and_then(|id| kept.remove(&id));
            if let Some(own) = own.filter(|(own, _)| Some(*own) == now) {
                standing.push(own);
                continue;
            }
            times.extend(id.zip(now.filter(FileTimes::is_fine)));
            changed.push((file, stem));
        }
        let is_to_renew = !times.is_empty() || !kept.is_empty();
        let now = is_to_renew.then(|| shelf.begin()).flatten();
        times.retain(|_, own| now.is_some_and(|now| stamp::are_sure(own, now)));
        let read = self.read_files(&changed, (&[], mentions));
        let read: Vec<Child> = read.into_iter().map(Child::withhold).collect();
        let fresh = read.iter().filter(|child| !child.tells_private());
        let fresh = fresh.filter_map(|child| Some((*times.get(&child.id)?, child)));
        let is_other = !kept.is_empty() || fresh.clone().next().is_some();
        let old = standing.iter().map(|(times, child)| (*times, child));
        match is_other && !self.findings.has_fault() {
            true => shelf.keep(old.chain(fresh)),
            false if is_to_renew => shelf.give_up(),
            false => {}
        }
        standing.into_iter().map(|(_, child)| child).chain(read).collect()
    }

    /// The children of these files, each read whole.
    fn read_files(&self, files: &ChildFiles, against: (&[Step], &Mentions)) -> Vec<Child> {
        let (steps, mentions) = against;
        let chunks = files.chunks(CHUNK).map(|chunk| {
            let read = |own| self.bytes_of(own, steps);
            (chunk.iter().filter_map(read).collect(), self.findings.apart())
        });
        let size = |(files, _): &Chunk| files.iter().map(|(_, _, bytes)| bytes.len()).sum();
        let read = |(files, findings): Chunk| {
            let child = |(file, stem, bytes): Unread| {
                let source = Source::new(file, &bytes, &findings, Shows::OpenFields)?;
                child_file::read(&source, stem, mentions)
            };
            let read: Vec<Child> = files.into_iter().filter_map(child).collect();
            (read, findings.take())
        };
        let mut children = Vec::new();
        in_order(chunks, size, read, |(read, problems)| {
            self.findings.extend(problems);
            children.extend(read);
        });
        children
    }

    /// What was read of a child's file, which was there a moment ago.
    fn bytes_of<'e>(&self, (file, id): &(String, &'e str), steps: &[Step]) -> Option<Unread<'e>> {
        let bytes = self.disk(journal::read_after(self.root, file, steps))?;
        if bytes.is_none() {
            let cause = Files::MissingFile;
            self.findings.add(Problem::of_file(file, Sight::Open(None), cause));
        }
        Some((file.clone(), *id, bytes?))
    }

    /// A former id belongs to one child alone, and no file bears it any more.
    fn check_former_ids(&self, children: &[Child]) {
        let place = |child: &Child, line| Known::line(&layout::child(child.id), line);
        let mut bearers: BTreeMap<Id, Known> =
            children.iter().map(|child| (child.id, place(child, 1))).collect();
        for child in children {
            for former in &child.also {
                let Some(first) = bearers.get(&former.id).cloned() else {
                    bearers.insert(former.id, place(child, former.line));
                    continue;
                };
                let id = Doubled::Own(Quote::of(former.id.to_string()));
                let (file, sight) = (layout::child(child.id), Sight::Open(None));
                let cause = Naming::DuplicateId { id, first };
                self.findings.add(Problem::at((&file, former.line, 1), sight, cause));
            }
        }
    }
}
