//! What is kept of the children for lists, so that their files need not be read again: of a file
//! that is still the very one that was read without a fault, against the same settings, calendar,
//! staff and rules, the child without what is private.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::file_system::FileTimes;
use super::kept::{Day, KeptFile, day, number};
use super::layout;
use super::mentions::Mentions;
use super::stamp::sum;
use crate::domain::child::{
    Buddy, Child, Elder, Exemption, Former, Pair, Pause, Spell, Was, classes,
};
use crate::domain::class::ClassCode;
use crate::domain::facts::{Fact, Facts};
use crate::domain::id::Id;
use crate::domain::role;
use crate::domain::rule::RuleId;
use crate::domain::schema::CHILD;
use crate::domain::spans::Span;

/// Raised when the same bytes would mean something else.
const FORMAT: u32 = 1;

/// The fact that stands beside the others.
const NAME: &str = "name";

/// The children that were kept, each with the times of its file when it was read.
pub type KnownChildren = BTreeMap<Id, (FileTimes, Child)>;

/// Where they are kept.
pub struct KeptChildren {
    place: KeptFile,
    against: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct KeptRoll {
    format: u32,
    /// What the files were read against.
    against: [u8; 32],
    children: Vec<(FileTimes, KeptChild)>,
}

/// A first and a last day, and the line of the file that tells them.
type KeptSpan = (Day, Day, u32);

#[derive(Serialize, Deserialize)]
enum KeptFact {
    Text(String),
    List(Vec<String>),
    Date(Day),
    Integer(i64),
    Bool(bool),
}

#[derive(Serialize, Deserialize)]
struct KeptChild {
    id: Id,
    name: String,
    also: Vec<(Id, u32)>,
    /// By where a field stands among all.
    facts: Vec<(usize, KeptFact)>,
    withheld: Vec<usize>,
    /// The school's own fields, all withheld.
    own: Vec<String>,
    earlier: Vec<(String, KeptFact, Day, u32)>,
    spells: Vec<KeptSpan>,
    pauses: Vec<KeptSpan>,
    pairs: Vec<(Id, String, Option<String>, KeptSpan)>,
    buddies: Vec<(String, Option<String>, Option<String>, KeptSpan)>,
    exemptions: Vec<(String, Option<Id>, KeptSpan)>,
    elders: Vec<(String, u32, u32, bool, u32)>,
}

impl KeptChildren {
    /// Those of a home whose files may mention these people, rules and classes.
    pub fn of(root: &Path, mentions: &Mentions) -> KeptChildren {
        let classes = (mentions.classes.settings, mentions.classes.calendar);
        let against = (env!("CARE_VERSION"), mentions.staff, mentions.rules, classes);
        let against = sum(format!("{against:?}").as_bytes());
        KeptChildren { place: KeptFile::at(root, layout::KEPT_CHILDREN), against }
    }

    /// What is kept of them; nothing when it was read against something else.
    pub fn recall(&self) -> KnownChildren {
        let whole: Option<KeptRoll> = self.place.recall();
        let is_own = |own: &KeptRoll| own.format == FORMAT && own.against == self.against;
        let children = whole.filter(is_own).map(|own| own.children).unwrap_or_default();
        let told = children.into_iter().filter_map(|(times, own)| Some((times, own.told()?)));
        told.map(|(times, child)| (child.id, (times, child))).collect()
    }

    /// What the disk's clock says, once something is to be kept.
    pub fn begin(&self) -> Option<FileTimes> {
        self.place.begin().ok().flatten()
    }

    /// Nothing is kept of what was begun.
    pub fn give_up(&self) {
        self.place.keep(None::<&KeptRoll>);
    }

    /// Keeps them.
    pub fn keep<'c>(&self, children: impl Iterator<Item = (FileTimes, &'c Child)>) {
        let kept = |(times, child)| Some((times, KeptChild::of(child)?));
        let children = children.filter_map(kept).collect();
        self.place.keep(Some(&KeptRoll { format: FORMAT, against: self.against, children }));
    }
}

impl KeptFact {
    fn of(fact: &Fact) -> KeptFact {
        match fact {
            Fact::Text(text) => KeptFact::Text(text.clone()),
            Fact::List(texts) => KeptFact::List(texts.clone()),
            Fact::Date(day) => KeptFact::Date(number(*day)),
            Fact::Integer(number) => KeptFact::Integer(*number),
            Fact::Bool(truth) => KeptFact::Bool(*truth),
        }
    }

    fn told(self) -> Option<Fact> {
        Some(match self {
            KeptFact::Text(text) => Fact::Text(text),
            KeptFact::List(texts) => Fact::List(texts),
            KeptFact::Date(own) => Fact::Date(day(own)?),
            KeptFact::Integer(number) => Fact::Integer(number),
            KeptFact::Bool(truth) => Fact::Bool(truth),
        })
    }
}

impl KeptChild {
    /// `None` of a child that is told whole.
    fn of(child: &Child) -> Option<KeptChild> {
        if child.tells_private() {
            return None;
        }
        let earlier =
            |was: &Was| (was.field.clone(), KeptFact::of(&was.value), number(was.until), was.line);
        let pair = |own: &Pair| {
            (own.staff, own.role.to_string(), own.mode.clone(), line(own.span, own.line))
        };
        let buddy = |own: &Buddy| {
            let class = own.class.as_ref().map(ToString::to_string);
            (own.name.clone(), class, own.post.clone(), line(own.span, own.line))
        };
        let exemption = |own: &Exemption| (own.rule.to_string(), own.by, line(own.span, own.line));
        let elder = |own: &Elder| (own.name.clone(), own.month, own.day, own.lunar, own.line);
        let place = |path: &str| CHILD.iter().position(|field| field.path == path);
        let facts = child.facts.iter().filter(|(path, _)| *path != NAME);
        let facts = facts.map(|(path, fact)| Some((place(path)?, KeptFact::of(fact))));
        let own = child.facts.withheld().filter(|path| place(path).is_none());
        Some(KeptChild {
            id: child.id,
            name: child.name.clone(),
            also: child.also.iter().map(|own| (own.id, own.line)).collect(),
            facts: facts.collect::<Option<_>>()?,
            withheld: child.facts.withheld().filter_map(place).collect(),
            own: own.map(str::to_owned).collect(),
            earlier: child.earlier.iter().map(earlier).collect(),
            spells: child.spells.iter().map(|own| line(own.span, own.line)).collect(),
            pauses: child.pauses.iter().map(|own| line(own.span, own.line)).collect(),
            pairs: child.pairs.iter().map(pair).collect(),
            buddies: child.buddies.iter().map(buddy).collect(),
            exemptions: child.exemptions.iter().map(exemption).collect(),
            elders: child.elders.iter().map(elder).collect(),
        })
    }

    /// The child; `None` of what this program did not write.
    fn told(self) -> Option<Child> {
        let mut facts = Facts::default();
        for (at, value) in self.facts {
            facts.add(CHILD.get(at)?.path, value.told()?);
        }
        facts.add(NAME, Fact::Text(self.name.clone()));
        for at in self.withheld {
            facts.add_withheld(CHILD.get(at)?.path);
        }
        self.own.into_iter().for_each(|path| facts.add_withheld(path));
        let earlier = self.earlier.into_iter().map(|(field, value, until, line)| {
            Some(Was { field, value: value.told()?, until: day(until)?, line })
        });
        let earlier: Vec<Was> = earlier.collect::<Option<_>>()?;
        let spells = self
            .spells
            .into_iter()
            .map(|own| Some(Spell { span: span(own)?, reason: None, line: own.2 }));
        let pauses = self
            .pauses
            .into_iter()
            .map(|own| Some(Pause { span: span(own)?, reason: None, line: own.2 }));
        let pairs = self.pairs.into_iter().map(|(staff, code, mode, own)| {
            let role = role::find(&code)?.code;
            Some(Pair { staff, role, span: span(own)?, mode, reason: None, line: own.2 })
        });
        let buddies = self.buddies.into_iter().map(|(name, class, post, own)| {
            let class = class.map(|class| ClassCode::of(&class));
            Some(Buddy { name, class, post, span: span(own)?, reason: None, line: own.2 })
        });
        let exemptions = self.exemptions.into_iter().map(|(rule, by, own)| {
            let rule = RuleId::of(&rule);
            Some(Exemption { rule, span: span(own)?, reason: None, by, line: own.2 })
        });
        let elders = self.elders.into_iter();
        let also = self.also.into_iter();
        Some(Child {
            id: self.id,
            also: also.map(|(id, line)| Former { id, line }).collect(),
            name: self.name,
            spells: spells.collect::<Option<_>>()?,
            pauses: pauses.collect::<Option<_>>()?,
            pairs: pairs.collect::<Option<_>>()?,
            buddies: buddies.collect::<Option<_>>()?,
            exemptions: exemptions.collect::<Option<_>>()?,
            elders: elders
                .map(|(name, month, day, lunar, line)| Elder { name, month, day, lunar, line })
                .collect(),
            classes: classes(&facts, &earlier),
            earlier,
            facts,
        })
    }
}

fn line(span: Span, line: u32) -> KeptSpan {
    (number(span.first), number(span.last), line)
}

fn span((first, last, _): KeptSpan) -> Option<Span> {
    Some(Span { first: day(first)?, last: day(last)? })
}

#[cfg(test)]
mod tests {
    use super::super::child_depth::Depth;
    use super::super::store::Store;
    use super::*;

    const HOMES: [&str; 5] = ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"];

    /// The children of the five schools.
    fn children(depth: Depth) -> Vec<Child> {
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        let homes = HOMES.iter().map(|name| examples.join(name));
        let read = |root| Store::open(root).sound(|reader| reader.home(&[], depth)).unwrap();
        homes.flat_map(|root| read(root).children).collect()
    }

    #[test]
    fn a_child_is_told_as_it_was_when_its_file_was_read() {
        let all = children(Depth::Listed);
        let mut kept = 0;
        for child in &all {
            let Some(own) = KeptChild::of(child) else { continue };
            let body = postcard::to_allocvec(&own).unwrap();
            let told = postcard::from_bytes::<KeptChild>(&body).unwrap().told().unwrap();
            assert_eq!(format!("{told:?}"), format!("{child:?}"));
            kept += 1;
        }
        assert!(kept * 10 > all.len() * 9, "{kept} of {}", all.len());
    }

    #[test]
    fn no_phone_no_number_and_no_address_is_kept() {
        let private = children(Depth::Whole).into_iter().flat_map(|child| {
            let facts = child.facts.iter().filter(|(path, _)| {
                ["id_number", "student_no", "address"].contains(path) || path.ends_with("phone")
            });
            facts.flat_map(|(_, fact)| fact.values()).collect::<Vec<_>>()
        });
        let private: Vec<String> = private.filter(|text| text.len() > 5).collect();
        assert!(private.len() > 100, "{}", private.len());
        let kept: Vec<KeptChild> =
            children(Depth::Listed).iter().filter_map(KeptChild::of).collect();
        let kept = postcard::to_allocvec(&kept).unwrap();
        assert!(!private.iter().any(|text| memchr::memmem::find(&kept, text.as_bytes()).is_some()));
    }
}
