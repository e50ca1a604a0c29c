//! Values that are none of the choices, and what becomes of them.

use super::failure::Failure;
use crate::domain::settings::Lang;
use crate::lang::talk::Msg;

/// What becomes of a value that is doubtful, such as a choice that is not listed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unlisted {
    Taken,
    NeedsForce,
    Refused,
}

/// What is said of a value that is none of the choices.
pub(super) fn no_choice(
    (name, unlisted): (&str, Unlisted),
    choices: &[String],
    near: Option<&str>,
    lang: Lang,
) -> Failure {
    let listed = Msg::NotAChoice { column: name, choices: &choices.join(", ") }.text(lang);
    let mut lines = vec![match unlisted {
        Unlisted::Refused => listed,
        _ => Msg::NeedForce { why: &listed }.text(lang),
    }];
    lines.extend(near.map(|names| Msg::DidYouMean { names }.text(lang)));
    Failure::Usage(lines)
}
