//! A command as it is typed.

use chrono::NaiveDate;

use super::deed::{Deed, Draw};

impl Draw {
    /// The words after `care`.
    pub fn words(&self) -> Vec<String> {
        let (words, flags) = self.deed.typed();
        let mut line = words;
        for (flag, value) in flags.into_iter().filter(|(_, value)| !value.is_empty()) {
            line.extend([format!("--{flag}"), value]);
        }
        line.extend(["--today".to_owned(), self.today.to_string(), "--no-input".to_owned()]);
        line.extend(self.yes.then(|| "-y".to_owned()));
        line
    }
}

/// The command with whom it is about, and its flags; one without a value is not typed.
type Typed = (Vec<String>, Vec<(&'static str, String)>);

fn typed<const N: usize, const M: usize>(
    words: [&str; N],
    flags: [(&'static str, String); M],
) -> Typed {
    (words.map(str::to_owned).into(), flags.into())
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Deed {
    fn typed(&self) -> Typed {
        let text = |text: &str| text.to_owned();
        match self {
            Deed::AddChild { name, class, joined } => {
                let flags = [("class", text(class)), ("joined", day(Some(*joined)))];
                typed(["add-child", name], flags)
            }
            Deed::Edit { child, sets, from } => {
                let (words, mut flags) = typed(["edit-child", child], [("from", day(Some(*from)))]);
                flags.extend(sets.iter().map(|(key, value)| ("set", format!("{key}={value}"))));
                (words, flags)
            }
            Deed::Transfer { child, class, from } => {
                let flags = [("class", text(class)), ("from", day(Some(*from)))];
                typed(["transfer", child], flags)
            }
            Deed::Leave { child, day: last } => {
                let flags = [("date", day(Some(*last))), ("reason", text("转学"))];
                typed(["leave", child], flags)
            }
            Deed::Rejoin { child, day: first, class } => {
                let class = class.unwrap_or_default();
                let flags = [("date", day(Some(*first))), ("class", text(class))];
                typed(["rejoin", child], flags)
            }
            Deed::Pause { child, from, until } => {
                let days = [("from", day(Some(*from))), ("until", day(*until))];
                let [from, until] = days;
                typed(["pause", child], [from, until, ("reason", text("住院"))])
            }
            Deed::Resume { child, day: first } => {
                typed(["resume", child], [("date", day(Some(*first)))])
            }
            Deed::Exempt { child, rule, from, until } => {
                let days = [("from", day(Some(*from))), ("until", day(*until))];
                let [from, until] = days;
                typed(["exempt", child, rule], [from, until, ("reason", text("无电话"))])
            }
            Deed::Card { child, issued } => {
                typed(["card", child], [("issued", day(Some(*issued)))])
            }
            with_others => with_others.with_others(),
        }
    }

    /// Commands about somebody on the staff, or about a child and somebody else.
    fn with_others(&self) -> Typed {
        let text = |text: &str| text.to_owned();
        match self {
            Deed::Pair { child, staff, role, from } => {
                let flags = [("role", text(role)), ("from", day(Some(*from)))];
                typed(["pair", child, staff], flags)
            }
            Deed::Unpair { child, staff, role, day: last } => {
                let role = role.unwrap_or_default();
                let flags = [("role", text(role)), ("date", day(Some(*last)))];
                typed(["unpair", child, staff], flags)
            }
            Deed::Buddy { child, buddy, from } => {
                typed(["buddy", child, buddy], [("from", day(Some(*from)))])
            }
            Deed::AddStaff { name, role, class, from } => {
                let role = [*role, *class].join(":");
                let role = role.trim_end_matches(':');
                let flags = [("role", text(role)), ("from", day(Some(*from)))];
                typed(["add-staff", name], flags)
            }
            Deed::Appoint { staff, role, class, from } => {
                let from = day(Some(*from));
                let flags = [("role", text(role)), ("class", text(class)), ("from", from)];
                typed(["appoint", staff], flags)
            }
            Deed::Dismiss { staff, role, class, day: last } => {
                let last = day(Some(*last));
                let flags = [("role", text(role)), ("class", text(class)), ("date", last)];
                typed(["dismiss", staff], flags)
            }
            Deed::Rename { staff, name } => {
                typed(["edit-staff", staff], [("set", format!("姓名={name}"))])
            }
            other => panic!("{other:?} is about a child alone"),
        }
    }
}
