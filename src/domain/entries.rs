//! The dated entries of a child's file: one description for each, one line for each key.
//!
//! They stand beside the fields of `schema`: from here come the reading and checking of the
//! entries, what a message may repeat of them, their words in the help and on the child's page,
//! and the order in which an entry is written.

use chrono::NaiveDate;

use super::label::Words;
use super::privacy::{Guard, Left, Privacy};

/// What the value of a key is.
#[derive(Clone, Copy, Debug)]
pub enum KeyType {
    /// The first day of the entry's time.
    First,
    /// The last day of the entry's time, which is open without it.
    Last,
    /// Another day.
    Date,
    Name,
    /// The school's own words, or one of the listed codes. They may tell of a child's affairs, so
    /// no message repeats them.
    Remark(&'static [(&'static str, Words)]),
    /// One of the listed codes and nothing else.
    Code(&'static [(&'static str, Words)]),
    Class,
    /// The id of somebody on the staff.
    Staff,
    /// A role in which an adult can be paired with a child.
    PairRole,
    Rule,
    /// The path of a field.
    Field,
    /// A value of that field.
    Value,
    /// `MM-DD` of the calendar that the entry names.
    MonthDay,
}

/// A key of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub name: &'static str,
    pub label: Words,
    pub holds: KeyType,
    /// An entry without it is a fault.
    pub needed: bool,
    pub privacy: Privacy,
}

impl Key {
    /// How its values are kept.
    pub fn guard(&self) -> Guard {
        Guard { privacy: self.privacy, left: Left::INITIAL }
    }

    /// May a message repeat its line?
    pub fn may_be_repeated(&self) -> bool {
        self.privacy == Privacy::Open && !matches!(self.holds, KeyType::Remark(_))
    }
}

/// A kind of entry: `[[name]]`.
#[derive(Debug)]
pub struct Entry {
    pub name: &'static str,
    pub label: Words,
    /// In the order in which they are written.
    pub keys: &'static [Key],
}

impl Entry {
    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

const fn needed(name: &'static str, label: Words, holds: KeyType) -> Key {
    Key { name, label, holds, needed: true, privacy: Privacy::Open }
}

const fn optional(name: &'static str, label: Words, holds: KeyType) -> Key {
    Key { needed: false, ..needed(name, label, holds) }
}

const fn guarded(key: Key, privacy: Privacy) -> Key {
    Key { privacy, ..key }
}

use KeyType::{
    Class, Code, Date, Field, First, Last, MonthDay, Name, PairRole, Remark, Rule, Staff, Value,
};

const FROM: Key = needed("from", ("起", "from"), First);
const UNTIL: Key = optional("until", ("止", "until"), Last);
const REASON: Key = optional("reason", ("原因", "reason"), Remark(&[]));

/// The calendars by which a birthday is kept.
pub const CALENDARS: &[(&str, Words)] =
    &[("lunar", ("农历", "lunar")), ("solar", ("公历", "solar"))];

/// Why a child left the roll: `reason` beside `left`.
pub const EXIT_REASONS: &[(&str, Words)] = &[
    ("parents_returned", ("父母返乡", "parents returned")),
    ("moved_with_parents", ("随父母外出", "moved with parents")),
    ("transferred", ("转学", "transferred")),
    ("graduated", ("毕业", "graduated")),
    ("aged_out", ("年满16周岁", "aged out")),
    ("died", ("死亡", "died")),
    ("error", ("误录", "entered by mistake")),
    ("hukou_changed", ("户籍变化", "registration changed")),
];

/// A time on the roll.
pub const SPELL: &Entry = &Entry {
    name: "spell",
    label: ("在册", "On the roll"),
    keys: &[
        needed("joined", ("入册日期", "joined"), First),
        optional("left", ("离册日期", "left"), Last),
        optional("reason", ("离册原因", "reason"), Remark(EXIT_REASONS)),
    ],
};

/// Days taken out of a time on the roll.
pub const PAUSE: &Entry =
    &Entry { name: "pause", label: ("暂停", "Paused"), keys: &[FROM, UNTIL, REASON] };

/// An adult who answers for the child.
pub const PAIR: &Entry = &Entry {
    name: "pair",
    label: ("结对", "Pair"),
    keys: &[
        needed("staff", ("结对人", "adult"), Staff),
        needed("role", ("角色", "role"), PairRole),
        FROM,
        UNTIL,
        optional("mode", ("结对方式", "mode"), Remark(&[])),
        REASON,
    ],
};

/// A pupil who is paired with the child.
pub const BUDDY: &Entry = &Entry {
    name: "buddy",
    label: ("结对同学", "Buddy"),
    keys: &[
        guarded(needed("name", ("姓名", "name"), Name), Privacy::Personal),
        optional("class", ("班级", "class"), Class),
        optional("post", ("职务", "post"), Remark(&[])),
        FROM,
        UNTIL,
        REASON,
    ],
};

/// A time in which a rule is excused.
pub const EXEMPT: &Entry = &Entry {
    name: "exempt",
    label: ("免办", "Exempt"),
    keys: &[
        needed("rule", ("规定", "rule"), Rule),
        FROM,
        UNTIL,
        REASON,
        optional("by", ("批准人", "approved by"), Staff),
    ],
};

/// An elder whose birthday the child writes for.
pub const ELDER: &Entry = &Entry {
    name: "elder",
    label: ("长辈生日", "Elder's birthday"),
    keys: &[
        guarded(optional("name", ("姓名", "name"), Name), Privacy::Personal),
        needed("birthday", ("生日", "birthday"), MonthDay),
        optional("calendar", ("历法", "calendar"), Code(CALENDARS)),
    ],
};

/// An earlier value of a field.
pub const WAS: &Entry = &Entry {
    name: "was",
    label: ("原值", "Earlier value"),
    keys: &[
        needed("field", ("字段", "field"), Field),
        guarded(needed("value", ("原来的值", "value"), Value), Privacy::Sensitive),
        needed("until", ("到哪天为止", "until"), Date),
    ],
};

/// Every entry of `children/<id>.toml`, in the order in which they are shown and written.
pub const CHILD: [&Entry; 7] = [SPELL, PAUSE, PAIR, BUDDY, EXEMPT, ELDER, WAS];

/// The entry and the key that a path such as `pair.staff` names.
pub fn key_at(path: &str) -> Option<(&'static Entry, &'static Key)> {
    let (table, key) = path.split_once('.')?;
    let entry = CHILD.into_iter().find(|entry| entry.name == table)?;
    Some((entry, entry.key(key)?))
}

/// The code of a reason for leaving that people call so, else their own words.
pub fn exit_reason(text: &str) -> &str {
    let called = |own: &&(&'static str, Words)| [own.0, own.1.0, own.1.1].contains(&text);
    EXIT_REASONS.iter().find(called).map_or(text, |own| own.0)
}

/// `MM-DD` as month and day; a lunar month has up to 30 days.
pub fn month_day(text: &str, lunar: bool) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
    let exists = match lunar {
        true => (1..=12).contains(&month) && (1..=30).contains(&day),
        // A leap year, for those born on the last day of February.
        false => NaiveDate::from_ymd_opt(2024, month, day).is_some(),
    };
    exists.then_some((month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_entry_names_a_key_twice_and_one_with_a_last_day_has_a_first() {
        for entry in CHILD {
            let names: Vec<&str> = entry.keys.iter().map(|key| key.name).collect();
            for name in &names {
                assert_eq!(names.iter().filter(|own| *own == name).count(), 1, "{name}");
            }
            let has = |fits: fn(&KeyType) -> bool| entry.keys.iter().any(|key| fits(&key.holds));
            let (first, last) = (has(|own| matches!(own, First)), has(|own| matches!(own, Last)));
            assert_eq!(first, last, "{}", entry.name);
        }
    }

    #[test]
    fn the_last_day_of_february_and_of_a_lunar_month_are_birthdays() {
        assert_eq!(month_day("02-29", false), Some((2, 29)));
        assert_eq!(month_day("02-30", false), None);
        assert_eq!(month_day("02-30", true), Some((2, 30)));
        assert_eq!(month_day("13-01", true), None);
    }
}
