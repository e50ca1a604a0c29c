//! An answer that was asked for keys that it has not.

use super::Answer;
use crate::cli::failure::Failure;
use crate::render::screen::Screen;

/// A key, and what people call it.
pub type CalledKey = (String, Option<String>);

impl Answer {
    /// An answer that is refused for the keys that were asked for.
    pub(super) fn of_other_keys(failure: Failure, screen: &Screen) -> Answer {
        let called = screen.called_keys().into_iter();
        let called = called.map(|(key, called)| (key.to_owned(), called.map(str::to_owned)));
        Answer { refused: Some(failure), called: called.collect(), ..Answer::default() }
    }

    /// The keys that there are, when others were asked for and nothing was changed.
    pub fn keys_without(&self) -> Option<&[CalledKey]> {
        let is_refused = self.refused.is_some() && !self.saved;
        is_refused.then_some(&self.called)
    }
}
