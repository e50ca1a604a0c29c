//! Who may see what: `[[user]]` of `care.toml`.

use super::class::ClassCode;
use super::id::Id;
use super::privacy::{Privacy, Reveal};

/// Somebody of the staff by what the operating system calls them.
#[derive(Clone, Debug)]
pub struct User {
    pub staff: Id,
    pub name: String,
    /// The classes of data that they may have shown whole.
    pub reveal: Reveal,
    /// The classes of the school whose children they know by name; all without.
    pub classes: Option<Vec<ClassCode>>,
}

/// Whoever runs the program.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    /// What the operating system calls them.
    pub name: Option<String>,
    recognised: Recognised,
}

#[derive(Clone, Debug, Default)]
enum Recognised {
    /// The settings tell of no users: everybody is one.
    #[default]
    Anybody,
    /// They tell of users, and this is none of them.
    Nobody,
    Known(User),
}

impl Viewer {
    /// The one of this name among the users; none are told of when there is no table of them. Which
    /// names are one, the system says.
    pub fn of(
        users: Option<&[User]>,
        name: Option<String>,
        is_same: fn(&str, &str) -> bool,
    ) -> Viewer {
        let is_own = |own: &&User| name.as_deref().is_some_and(|name| is_same(&own.name, name));
        let own = |users: &[User]| users.iter().find(is_own).cloned();
        let recognised = match users.map(own) {
            None => Recognised::Anybody,
            Some(None) => Recognised::Nobody,
            Some(Some(user)) => Recognised::Known(user),
        };
        Viewer { name, recognised }
    }

    /// Are there users, and is this none of them? Then they see what a wall may see.
    pub fn is_nobody(&self) -> bool {
        matches!(self.recognised, Recognised::Nobody)
    }

    /// Who of the staff it is, when the settings tell.
    pub fn staff(&self) -> Option<Id> {
        match &self.recognised {
            Recognised::Known(user) => Some(user.staff),
            Recognised::Anybody | Recognised::Nobody => None,
        }
    }

    /// May values of this class be shown to them whole?
    pub fn may_see(&self, class: Privacy) -> bool {
        match &self.recognised {
            Recognised::Anybody => true,
            Recognised::Nobody => class == Privacy::Open,
            Recognised::Known(user) => user.reveal.allows(class),
        }
    }

    /// Are the children of every class theirs?
    pub fn is_of_all(&self) -> bool {
        match &self.recognised {
            Recognised::Anybody => true,
            Recognised::Nobody => false,
            Recognised::Known(user) => user.classes.is_none(),
        }
    }

    /// Are the children of this class theirs, whose names they read whole?
    pub fn is_of(&self, class: Option<&ClassCode>) -> bool {
        let own = match &self.recognised {
            Recognised::Known(User { classes: Some(own), .. }) => own.as_slice(),
            _ => &[],
        };
        self.is_of_all() || class.is_some_and(|class| own.contains(class))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Kind;

    #[test]
    fn with_users_in_the_settings_whoever_is_none_of_them_sees_only_what_is_open() {
        let user = User {
            staff: Id::parse("T4M2XA", Kind::Staff).unwrap(),
            name: "liumin".to_owned(),
            reveal: Reveal::NOTHING.and(Privacy::Personal),
            classes: Some(vec![ClassCode::of("2021-2")]),
        };
        let users = [user];
        let viewer = |users, name: Option<&str>| {
            Viewer::of(users, name.map(str::to_owned), |one, other| one == other)
        };
        assert!(viewer(None, None).may_see(Privacy::Restricted));
        for name in [None, Some("wangfang"), Some("Liumin"), Some("")] {
            let own = viewer(Some(&users), name);
            assert!(own.is_nobody() && !own.may_see(Privacy::Personal) && !own.is_of(None));
        }
        assert!(viewer(Some(&[]), Some("liumin")).is_nobody());
        let own = viewer(Some(&users), Some("liumin"));
        assert!(own.may_see(Privacy::Personal) && !own.may_see(Privacy::Sensitive));
        assert!(own.is_of(Some(&ClassCode::of("2021-2"))));
        assert!(!own.is_of(Some(&ClassCode::of("2022-1"))) && !own.is_of(None));
        assert_eq!(own.staff().map(|id| id.to_string()).as_deref(), Some("T4M2XA"));
        // Where the system takes large letters for small ones, so is it here.
        let alike = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        assert!(!Viewer::of(Some(&users), Some("LiuMin".to_owned()), alike).is_nobody());
    }
}
