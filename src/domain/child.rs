//! A child: facts, and the dated entries that say when each duty towards it holds.

use chrono::NaiveDate;

use super::class::ClassCode;
use super::facts::{Fact, Facts};
use super::id::Id;
use super::privacy::{Gate, Guarded};
use super::role::RoleCode;
use super::rule::RuleId;
use super::schema;
use super::spans::{Span, Spans};

/// One child's file.
#[derive(Clone, Debug)]
pub struct Child {
    pub id: Id,
    /// Former ids of the same child: their events are its own.
    pub also: Vec<Former>,
    pub name: String,
    pub facts: Facts,
    /// When the child was on the roll, in order.
    pub spells: Vec<Spell>,
    pub pauses: Vec<Pause>,
    pub pairs: Vec<Pair>,
    pub buddies: Vec<Buddy>,
    pub exemptions: Vec<Exemption>,
    pub elders: Vec<Elder>,
    /// Earlier values, sorted by field and then by `until`.
    pub earlier: Vec<Was>,
    /// Its classes, each with the last day on which it was in it.
    pub classes: Classes,
}

/// An id of a child from before its file was merged into another.
#[derive(Clone, Copy, Debug)]
pub struct Former {
    pub id: Id,
    /// The line of the file where it stands.
    pub line: u32,
}

/// A time on the roll.
#[derive(Clone, Debug)]
pub struct Spell {
    pub span: Span,
    pub reason: Option<String>,
    /// The line of the child's file where it begins.
    pub line: u32,
}

/// Days taken out of a spell.
#[derive(Clone, Debug)]
pub struct Pause {
    pub span: Span,
    pub reason: Option<String>,
    pub line: u32,
}

/// An adult who answers for the child in a role.
#[derive(Clone, Debug)]
pub struct Pair {
    pub staff: Id,
    pub role: RoleCode,
    pub span: Span,
    pub mode: Option<String>,
    pub reason: Option<String>,
    pub line: u32,
}

/// A pupil who is paired with the child.
#[derive(Clone, Debug)]
pub struct Buddy {
    pub name: String,
    pub class: Option<ClassCode>,
    /// In the class or the Young Pioneers: monitor, team leader.
    pub post: Option<String>,
    pub span: Span,
    pub reason: Option<String>,
    pub line: u32,
}

/// A time in which a rule's unmet slots are excused.
#[derive(Clone, Debug)]
pub struct Exemption {
    pub rule: RuleId,
    pub span: Span,
    pub reason: Option<String>,
    /// Who allowed it.
    pub by: Option<Id>,
    pub line: u32,
}

/// An elder whose birthday the child writes for.
#[derive(Clone, Debug)]
pub struct Elder {
    pub name: String,
    pub month: u32,
    pub day: u32,
    pub lunar: bool,
    pub line: u32,
}

/// An earlier value of a field, which held until a day.
#[derive(Clone, Debug)]
pub struct Was {
    pub field: String,
    pub value: Fact,
    pub until: NaiveDate,
    pub line: u32,
}

/// Classes in their order, each with the last day on which the child was in it.
pub type Classes = Vec<(NaiveDate, Option<ClassCode>)>;

/// The classes that the facts and the earlier values tell of.
pub fn classes(facts: &Facts, earlier: &[Was]) -> Classes {
    let code = |fact: &Fact| match fact {
        // What was not set is no class.
        Fact::Text(class) => (!class.trim().is_empty()).then(|| ClassCode::of(class)),
        _ => None,
    };
    let earlier = earlier.iter().filter(|was| was.field == "class");
    let earlier = earlier.map(|was| (was.until, code(&was.value)));
    earlier.chain([(NaiveDate::MAX, facts.get("class").and_then(code))]).collect()
}

impl Child {
    /// The days on the roll.
    pub fn on_roll(&self) -> Spans {
        Spans::union(self.spells.iter().map(|spell| spell.span))
    }

    /// The days on the roll that no pause takes out.
    pub fn present(&self) -> Spans {
        self.on_roll().without(&Spans::union(self.pauses.iter().map(|pause| pause.span)))
    }

    /// The paths of the fields that say something, in order.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().filter(|(_, fact)| !fact.is_blank()).map(|(path, _)| path)
    }

    /// The values of a field as they are now, each behind its guard.
    pub fn guarded(&self, path: &str) -> Vec<Guarded> {
        let guard = schema::guard(schema::CHILD, path);
        let values = self.facts.get(path).map(Fact::values).unwrap_or_default();
        values.into_iter().map(|value| guard.over(value)).collect()
    }

    /// The values of a field as far as they may be seen.
    pub fn shown(&self, path: &str, gate: &Gate) -> String {
        let shown: Vec<String> = self.guarded(path).iter().map(|value| value.shown(gate)).collect();
        shown.join(" / ")
    }

    /// The child with the facts that it had on a day: of a field with earlier values the one whose
    /// `until` is the earliest on or after the day, else the present one.
    pub fn as_of(&self, day: NaiveDate) -> Child {
        let mut child = self.clone();
        // Sorted by `until`: of each field the last one put is the earliest that still held.
        for was in self.earlier.iter().rev().filter(|was| day <= was.until) {
            let value = Some(was.value.clone()).filter(|value| !value.is_blank());
            child.facts.put(&was.field, value);
        }
        child
    }

    /// The fact that held on a day, as `as_of` takes it.
    pub fn fact_on(&self, path: &str, day: NaiveDate) -> Option<&Fact> {
        let mut earlier = self.earlier.iter().filter(|was| was.field == path);
        let was = earlier.find(|was| day <= was.until).map(|was| &was.value);
        was.or_else(|| self.facts.get(path)).filter(|fact| !fact.is_blank())
    }

    /// The days on which the field has one of the values (or an entry that has).
    pub fn days_when(&self, field: &str, values: &[String]) -> Spans {
        let holds = |fact: Option<&Fact>| {
            fact.is_some_and(|fact| fact.values().iter().any(|value| values.contains(value)))
        };
        let mut first = NaiveDate::MIN;
        let mut days = Vec::new();
        for was in self.earlier.iter().filter(|was| was.field == field) {
            if holds(Some(&was.value)) {
                days.push(Span { first, last: was.until });
            }
            first = super::spans::next_day(was.until);
        }
        if holds(self.facts.get(field)) {
            days.push(Span::new(first, None));
        }
        Spans::union(days)
    }

    /// The class on a day: the earlier one with the earliest `until` on or after the day, else the
    /// present one.
    pub fn class_on(&self, day: NaiveDate) -> Option<&ClassCode> {
        let (_, class) = self.classes.iter().find(|(until, _)| day <= *until)?;
        class.as_ref()
    }

    /// The pairs in force on a day in a role, the one that began last first; of those that began
    /// together, the greatest id.
    pub fn pairs_on(&self, role: RoleCode, day: NaiveDate) -> impl Iterator<Item = &Pair> {
        let mut pairs: Vec<&Pair> =
            self.pairs.iter().filter(|pair| pair.role == role && pair.span.contains(day)).collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse((pair.span.first, pair.staff)));
        pairs.into_iter()
    }

    /// The lines of its file where the dated entries begin.
    pub fn lines_of_entries(&self) -> impl Iterator<Item = u32> {
        let spells = self.spells.iter().map(|own| own.line);
        let pauses = self.pauses.iter().map(|own| own.line);
        let pairs = self.pairs.iter().map(|own| own.line);
        let buddies = self.buddies.iter().map(|own| own.line);
        let exemptions = self.exemptions.iter().map(|own| own.line);
        let elders = self.elders.iter().map(|own| own.line);
        let earlier = self.earlier.iter().map(|own| own.line);
        spells
            .chain(pauses)
            .chain(pairs)
            .chain(buddies)
            .chain(exemptions)
            .chain(elders)
            .chain(earlier)
    }

    /// The days that exemptions from a rule cover.
    pub fn exempt_from(&self, rule: &RuleId) -> Spans {
        Spans::union(self.exemptions.iter().filter(|e| e.rule == *rule).map(|e| e.span))
    }
}

#[cfg(test)]
mod tests {
    use super::super::id::Kind;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn child(earlier: &[(&str, &str)], present: &str) -> Child {
        let mut facts = Facts::default();
        facts.add("class", Fact::Text(present.to_owned()));
        let was = |&(value, until): &(&str, &str)| Was {
            field: "class".to_owned(),
            value: Fact::Text(value.to_owned()),
            until: day(until),
            line: 0,
        };
        let earlier: Vec<Was> = earlier.iter().map(was).collect();
        Child::of_facts(Id::parse("C00000", Kind::Child).unwrap(), facts, earlier)
    }

    #[test]
    fn the_earlier_class_with_the_earliest_until_on_or_after_the_day_holds() {
        let child = child(&[("2021-1", "2024-09-30"), ("2021-2", "2024-10-31")], "2021-3");
        let on = |date| child.class_on(day(date)).map(ClassCode::as_str);
        assert_eq!(on("2024-09-30"), Some("2021-1"));
        assert_eq!(on("2024-10-01"), Some("2021-2"));
        assert_eq!(on("2024-11-01"), Some("2021-3"));
    }

    #[test]
    fn the_facts_of_a_day_are_those_that_held_on_it() {
        let child = child(&[("2021-1", "2024-09-30"), ("2021-2", "2024-10-31")], "2021-3");
        let on = |date| child.as_of(day(date)).facts.text("class").map(str::to_owned);
        for date in ["2024-09-30", "2024-10-01", "2024-10-31", "2024-11-01"] {
            assert_eq!(on(date).as_deref(), child.class_on(day(date)).map(ClassCode::as_str));
        }
        let blank = self::child(&[("", "2024-09-30")], "2021-3");
        assert!(blank.as_of(day("2024-09-30")).facts.get("class").is_none());
    }

    #[test]
    fn the_days_of_a_value_agree_with_the_value_of_each_day() {
        let child = child(&[("2021-1", "2024-09-30"), ("2021-2", "2024-10-31")], "2021-1");
        let days = child.days_when("class", &["2021-1".to_owned()]);
        for date in ["2024-09-30", "2024-10-01", "2024-10-31", "2024-11-01"] {
            let held = child.class_on(day(date)).map(ClassCode::as_str) == Some("2021-1");
            assert_eq!(days.contains(day(date)), held, "{date}");
        }
    }
}
