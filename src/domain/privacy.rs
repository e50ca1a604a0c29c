//! How private a value is, and the gate through which it is shown.

use std::cell::Cell;

use super::needle::Needle;

/// The class of a value, from what everybody may see to what only those meant may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Privacy {
    #[default]
    Open,
    /// Names of relatives, phones, addresses, work places, student numbers.
    Personal,
    /// Id numbers, birth dates, health, what a family is like.
    Sensitive,
    /// What counselling, individual plans and incidents tell.
    Restricted,
}

/// The words for them.
pub const PRIVACY_NAMES: [&str; 4] = ["open", "personal", "sensitive", "restricted"];

impl Privacy {
    /// The word for it.
    pub fn name(self) -> &'static str {
        PRIVACY_NAMES[self as usize]
    }

    /// The class that a word means.
    pub fn parse(name: &str) -> Option<Privacy> {
        use Privacy::{Open, Personal, Restricted, Sensitive};
        [Open, Personal, Sensitive, Restricted].into_iter().find(|own| own.name() == name)
    }
}

/// The classes that may be seen whole, besides what is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reveal {
    personal: bool,
    sensitive: bool,
    restricted: bool,
}

impl Reveal {
    /// Only what is open.
    pub const NOTHING: Reveal = Reveal { personal: false, sensitive: false, restricted: false };

    /// The same and one class more.
    pub fn and(mut self, class: Privacy) -> Reveal {
        match class {
            Privacy::Open => (),
            Privacy::Personal => self.personal = true,
            Privacy::Sensitive => self.sensitive = true,
            Privacy::Restricted => self.restricted = true,
        }
        self
    }

    /// May values of this class be seen whole?
    pub fn allows(self, class: Privacy) -> bool {
        match class {
            Privacy::Open => true,
            Privacy::Personal => self.personal,
            Privacy::Sensitive => self.sensitive,
            Privacy::Restricted => self.restricted,
        }
    }

    /// The words for the classes, what is open not among them.
    pub fn names(self) -> Vec<&'static str> {
        let closed = PRIVACY_NAMES.into_iter().filter_map(Privacy::parse).skip(1);
        closed.filter(|class| self.allows(*class)).map(Privacy::name).collect()
    }
}

/// The gate that the values of one answer pass: it knows which classes may be seen whole, and
/// which of them the answer came to hold.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    open: Reveal,
    passed: Cell<Reveal>,
}

impl Gate {
    /// Only what is open passes it whole.
    pub fn shut() -> Gate {
        Gate::default()
    }

    /// These classes pass it as well.
    pub fn of(open: Reveal) -> Gate {
        Gate { open, passed: Cell::default() }
    }

    /// May values of this class be seen whole?
    pub fn allows(&self, class: Privacy) -> bool {
        self.open.allows(class)
    }

    /// The classes of which something was seen, besides what is open.
    pub fn passed(&self) -> Reveal {
        self.passed.get()
    }

    /// Lets a value of this class pass, when it may.
    fn passes(&self, class: Privacy) -> bool {
        let may = self.open.allows(class);
        if may {
            self.passed.set(self.passed.get().and(class));
        }
        may
    }
}

/// What is left of a text whose class is not revealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Not even how long it is.
    Nothing,
    /// So many letters at its two ends.
    Ends(usize, usize),
}

impl Left {
    /// Of a name, the first letter.
    pub const INITIAL: Left = Left::Ends(1, 0);

    /// By the name of the field or column: of a place or a date, only the beginning.
    pub fn of(name: &str) -> Left {
        match name {
            "id_number" => Left::Ends(6, 4),
            "student_no" => Left::Ends(7, 4),
            "phone" => Left::Ends(3, 4),
            "birth_date" => Left::Ends(4, 0),
            "address" | "work_place" => Left::Ends(3, 0),
            _ => Left::INITIAL,
        }
    }
}

/// How a value is kept: its class, and what is left of it where that class is not revealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guard {
    pub privacy: Privacy,
    pub left: Left,
}

impl Guard {
    /// Anybody may see it.
    pub const OPEN: Guard = Guard { privacy: Privacy::Open, left: Left::Nothing };

    /// Of what is not known nothing is taken to be open.
    pub const UNKNOWN: Guard = Guard { privacy: Privacy::Personal, left: Left::INITIAL };

    /// A text kept so.
    pub fn over(self, text: impl Into<String>) -> Guarded {
        Guarded { text: text.into(), guard: self }
    }
}

/// A text that is seen through its guard only.
#[derive(Clone)]
pub struct Guarded {
    text: String,
    guard: Guard,
}

impl Guarded {
    /// How private the text is.
    pub fn privacy(&self) -> Privacy {
        self.guard.privacy
    }

    /// The text as far as it may be seen.
    pub fn shown(&self, gate: &Gate) -> String {
        if gate.passes(self.guard.privacy) {
            return self.text.clone();
        }
        match self.guard.left {
            Left::Nothing => "***".to_owned(),
            Left::Ends(head, tail) => hide(&self.text, head, tail),
        }
    }

    /// Is this in it? Asking shows nothing that the asker did not know; of what may not be seen a
    /// needle must know enough to be let in, and what is restricted is not looked through.
    pub fn has(&self, needle: &Needle, gate: &Gate) -> bool {
        let class = self.guard.privacy;
        if class != Privacy::Restricted && needle.is_telling() {
            return needle.is_in(&self.text);
        }
        gate.allows(class) && needle.is_in(&self.text) && gate.passes(class)
    }

    /// Does it say this? The answer tells the value: of what may not be seen it is no, whatever
    /// stands there.
    pub fn is(&self, text: &str, gate: &Gate) -> bool {
        gate.passes(self.guard.privacy) && self.text == text
    }
}

/// A text with only so many letters left at its two ends.
fn hide(text: &str, head: usize, tail: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= head + tail {
        return "*".repeat(letters.len().max(1));
    }
    let hidden = letters.len() - head - tail;
    let head: String = letters[..head].iter().collect();
    let tail: String = letters[letters.len() - tail..].iter().collect();
    format!("{head}{}{tail}", "*".repeat(hidden.min(8)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guarded_text_is_whole_only_where_its_own_class_is_revealed() {
        let guard = Guard { privacy: Privacy::Personal, left: Left::of("phone") };
        let phone = guard.over("13900139000");
        assert_eq!(phone.shown(&Gate::shut()), "139****9000");
        for class in [Privacy::Open, Privacy::Sensitive, Privacy::Restricted] {
            assert_eq!(phone.shown(&Gate::of(Reveal::NOTHING.and(class))), "139****9000");
        }
        let gate = Gate::of(Reveal::NOTHING.and(Privacy::Personal));
        assert_eq!(phone.shown(&gate), "13900139000");
        assert_eq!(Guard::OPEN.over("四").shown(&Gate::shut()), "四");
    }

    #[test]
    fn a_gate_knows_which_classes_passed_it_whole_and_no_others() {
        let both = Reveal::NOTHING.and(Privacy::Personal).and(Privacy::Sensitive);
        let gate = Gate::of(both);
        let guard = |privacy| Guard { privacy, left: Left::Nothing };
        guard(Privacy::Restricted).over("怕黑").shown(&gate);
        guard(Privacy::Open).over("四").shown(&gate);
        assert_eq!(gate.passed().names(), [""; 0]);
        guard(Privacy::Sensitive).over("体弱").shown(&gate);
        assert_eq!(gate.passed().names(), ["sensitive"]);
        assert_eq!(both.names(), ["personal", "sensitive"]);
    }

    #[test]
    fn what_may_not_be_seen_may_not_be_asked_for_either() {
        let health = Guard { privacy: Privacy::Sensitive, left: Left::Nothing }.over("weak");
        assert!(!health.is("weak", &Gate::shut()));
        let gate = Gate::of(Reveal::NOTHING.and(Privacy::Sensitive));
        assert!(!health.is("ill", &gate) && health.is("weak", &gate));
        assert_eq!(gate.passed().names(), ["sensitive"]);
    }

    #[test]
    fn a_short_text_leaves_nothing_of_itself() {
        let guard = Guard { privacy: Privacy::Personal, left: Left::of("phone") };
        assert_eq!(guard.over("8812345").shown(&Gate::shut()), "*******");
        assert_eq!(guard.over("").shown(&Gate::shut()), "*");
    }

    #[test]
    fn every_class_is_known_by_its_word() {
        for name in PRIVACY_NAMES {
            assert_eq!(Privacy::parse(name).map(Privacy::name), Some(name));
        }
    }
}
