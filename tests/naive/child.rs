//! A child's file: spells, pauses, pairs, exemptions, earlier values.

use chrono::NaiveDate;
use toml::{Table, Value};

use super::calendar::within;
use super::event::Event;
use super::home::{Home, date, tables, text, texts};
use super::rule::Rule;

/// The roles that `[[pair]]` holds (`records.md`).
pub const PAIR_ROLES: &[&str] =
    &["proxy_parent", "proxy_mother", "proxy_guardian", "pair_teacher", "counsellor"];

/// A span of days with an open or closed end.
pub type Span = (NaiveDate, Option<NaiveDate>);

/// One child, one file.
#[derive(Debug)]
pub struct Child {
    pub id: String,
    /// "`also = [\"C4T2MX\"]` … makes the events of that id the child's own".
    pub also: Vec<String>,
    pub spells: Vec<Span>,
    pub pauses: Vec<Span>,
    pub exempts: Vec<(String, Span)>,
    pub pairs: Vec<Pair>,
    pub elders: Vec<Elder>,
    pub was: Vec<Was>,
    pub table: Table,
}

/// `[[pair]]`.
#[derive(Debug)]
pub struct Pair {
    pub staff: String,
    pub role: String,
    pub span: Span,
}

/// `[[elder]]`: the month and day of the birthday.
#[derive(Debug)]
pub struct Elder {
    pub month: u32,
    pub day: u32,
    pub lunar: bool,
}

/// `[[was]]`.
#[derive(Debug)]
pub struct Was {
    pub field: String,
    pub value: Value,
    pub until: NaiveDate,
}

fn covers(span: Span, day: NaiveDate) -> bool {
    within(day, Some(span.0), span.1)
}

fn span(table: &Table, from: &str, until: &str) -> Span {
    (date(table, from).expect("the start of a span"), date(table, until))
}

impl Child {
    /// Takes the parts the rules look at out of the file.
    pub fn parse(table: Table) -> Child {
        let id = text(&table, "id").expect("child.id");
        let pairs = tables(&table, "pair")
            .into_iter()
            .map(|t| Pair {
                staff: text(t, "staff").expect("pair.staff"),
                role: text(t, "role").expect("pair.role"),
                span: span(t, "from", "until"),
            })
            .collect();
        let elders = tables(&table, "elder")
            .into_iter()
            .map(|t| {
                let birthday = text(t, "birthday").expect("elder.birthday");
                let (month, day) = birthday.split_once('-').expect("MM-DD");
                Elder {
                    month: month.parse().expect("a month"),
                    day: day.parse().expect("a day"),
                    lunar: text(t, "calendar").as_deref() == Some("lunar"),
                }
            })
            .collect();
        let was = tables(&table, "was")
            .into_iter()
            .map(|t| Was {
                field: text(t, "field").expect("was.field"),
                value: t["value"].clone(),
                until: date(t, "until").expect("was.until"),
            })
            .collect();
        let exempts = tables(&table, "exempt")
            .into_iter()
            .map(|t| (text(t, "rule").expect("exempt.rule"), span(t, "from", "until")))
            .collect();
        Child {
            id,
            also: texts(&table, "also"),
            spells: tables(&table, "spell").iter().map(|t| span(t, "joined", "left")).collect(),
            pauses: tables(&table, "pause").iter().map(|t| span(t, "from", "until")).collect(),
            exempts,
            pairs,
            elders,
            was,
            table,
        }
    }

    /// "**Spells** … say when a child is on the roll".
    pub fn on_roll(&self, day: NaiveDate) -> bool {
        self.spells.iter().any(|s| covers(*s, day))
    }

    /// "*Present* = on the roll and not paused."
    pub fn present(&self, day: NaiveDate) -> bool {
        self.on_roll(day) && !self.pauses.iter().any(|p| covers(*p, day))
    }

    /// Does an exemption for this rule cover the day?
    pub fn exempt(&self, rule: &str, day: NaiveDate) -> bool {
        self.exempts.iter().any(|(r, s)| r == rule && covers(*s, day))
    }

    /// "Earlier values of a field stand in the child's `[[was]]` tables: the one with the earliest
    /// `until` on or after the day holds, else the present value." "`[[was]] value = ""` stands for
    /// a field that was not set".
    pub fn field(&self, path: &str, day: NaiveDate) -> Option<&Value> {
        let earlier = self.was.iter().filter(|w| w.field == path && w.until >= day);
        match earlier.min_by_key(|w| w.until) {
            Some(was) => Some(&was.value).filter(|value| value.as_str() != Some("")),
            None => lookup(&self.table, path),
        }
    }

    /// Is the child among the event's children?
    pub fn is_in(&self, event: &Event) -> bool {
        event.children.iter().any(|id| *id == self.id || self.also.contains(id))
    }

    /// The child's class on that day.
    pub fn class(&self, day: NaiveDate) -> Option<&str> {
        self.field("class", day).and_then(Value::as_str)
    }

    /// "each named field (or one entry of a list field) is among its values" on the day.
    pub fn applies(&self, rule: &Rule, day: NaiveDate) -> bool {
        rule.applies.iter().all(|(field, values)| match self.field(field, day) {
            None => false,
            Some(Value::Array(list)) => list.iter().any(|v| values.contains(v)),
            Some(value) => values.contains(value),
        })
    }

    /// The child's pairs with the role, in force on the day.
    pub fn pairs_on(&self, role: &str, day: NaiveDate) -> Vec<&Pair> {
        self.pairs.iter().filter(|p| p.role == role && covers(p.span, day)).collect()
    }

    /// "the responsible person is the child's pair with that role today, latest `from` first, else
    /// the head teacher of the class, else nobody; without `by`, nobody".
    ///
    /// Choice: among pairs with the same `from`, the greatest staff id (golden: the greatest or the
    /// last in the file, never the first).
    pub fn responsible(&self, home: &Home, rule: &Rule, today: NaiveDate) -> Option<String> {
        let by = rule.by.as_ref()?;
        let pairs = self.pairs_on(by, today);
        if let Some(pair) = pairs.iter().max_by_key(|p| (p.span.0, &p.staff)) {
            return Some(pair.staff.clone());
        }
        home.head_of(self.class(today)?, today).map(str::to_string)
    }
}

/// A value under a dotted path such as `carer.phone`.
pub fn lookup<'a>(table: &'a Table, path: &str) -> Option<&'a Value> {
    match path.split_once('.') {
        None => table.get(path),
        Some((head, rest)) => lookup(table.get(head)?.as_table()?, rest),
    }
}
