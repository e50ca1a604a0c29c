//! The keys of `care.toml` that a command sets: what a school holds its pairs and records to.

use super::facts::Fact;
use super::label::Words;
use super::role::RoleCode;
use super::settings::Settings;

/// What the value of a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Roles in which an adult can be paired with a child.
    PairRoles,
    /// Kinds of activity.
    Kinds,
    /// The school's own words.
    Texts,
    /// A number that is not less than this.
    AtLeast(u32),
    Truth,
}

/// A key, and what the settings say of it.
pub struct SettingKey {
    pub table: &'static str,
    pub key: &'static str,
    pub label: Words,
    pub holds: Holds,
    pub value: fn(&Settings) -> Option<Fact>,
}

const fn setting(
    (table, key): (&'static str, &'static str),
    label: Words,
    holds: Holds,
    value: fn(&Settings) -> Option<Fact>,
) -> SettingKey {
    SettingKey { table, key, label, holds, value }
}

fn roles(all: &[RoleCode]) -> Option<Fact> {
    list(&all.iter().map(ToString::to_string).collect::<Vec<_>>())
}

fn list(all: &[String]) -> Option<Fact> {
    (!all.is_empty()).then(|| Fact::List(all.to_vec()))
}

fn number(own: Option<u32>) -> Option<Fact> {
    own.map(|own| Fact::Integer(own.into()))
}

/// Every key; another is one line here, beside whoever reads it.
pub const SETTING_KEYS: [SettingKey; 11] = [
    setting(("pairing", "one_to_one"), ("一对一结对", "one to one"), Holds::PairRoles, |own| {
        roles(&own.pairing.one_to_one)
    }),
    setting(("pairing", "exactly_one"), ("每人一位", "exactly one"), Holds::PairRoles, |own| {
        roles(&own.pairing.exactly_one)
    }),
    setting(
        ("pairing", "follows_class"),
        ("随班主任", "follows the class"),
        Holds::PairRoles,
        |own| roles(&own.pairing.follows_class),
    ),
    setting(("work", "documents"), ("必备文件", "documents"), Holds::Texts, |own| {
        list(&own.expects.documents)
    }),
    setting(("work", "activity_kinds"), ("活动类型", "activity kinds"), Holds::Kinds, |own| {
        list(&own.expects.activity_kinds)
    }),
    setting(("work", "places"), ("活动地点", "places"), Holds::Texts, |own| {
        list(&own.expects.places)
    }),
    setting(
        ("work", "review_days"),
        ("档案复核天数", "days to a review"),
        Holds::AtLeast(1),
        |own| number(own.expects.review_days),
    ),
    setting(("work", "room_area"), ("场地面积", "room area"), Holds::AtLeast(1), |own| {
        number(own.expects.room_area)
    }),
    setting(("work", "same_text"), ("雷同谈话人数", "same text"), Holds::AtLeast(2), |own| {
        number(own.expects.same_text)
    }),
    setting(
        ("work", "yearly_stocktake"),
        ("每年盘点", "yearly stocktake"),
        Holds::Truth,
        |own| own.expects.yearly_stocktake.then_some(Fact::Bool(true)),
    ),
    setting(("work", "ranking"), ("按分排名", "ranking"), Holds::Truth, |own| {
        own.ranking.then_some(Fact::Bool(true))
    }),
];

impl SettingKey {
    /// Is this what a word names?
    pub fn is_called(&self, word: &str) -> bool {
        let path = format!("{}.{}", self.table, self.key);
        [self.key, &path, self.label.0, self.label.1].contains(&word)
    }
}
