//! The one flag by which what is masked is shown, and the reason that is recorded with it.

use clap::builder::PossibleValue;

use super::context::Context;
use super::failure::Failure;
use crate::domain::audience::Audience;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::label::Words;
use crate::domain::look::Look;
use crate::domain::privacy::{Gate, PRIVACY_NAMES, Privacy, Reveal};
use crate::lang::Lang;
use crate::lang::access_words::AccessSaid;
use crate::lang::help::{Help, said, say};

const REVEAL: Words = (
    "显示这一类遮盖的内容：personal 个人、sensitive 敏感、restricted 保密；要写 --reason",
    "Show what is masked of a class: personal, sensitive or restricted; needs --reason",
);

/// The flags of the commands that mask.
#[derive(clap::Args)]
pub struct RevealFlags {
    #[arg(long, value_name = said(("类别", "CLASS")), value_parser = classes(),
          hide_possible_values = true, value_delimiter = ',',
          help = said(REVEAL))]
    reveal: Vec<String>,
    #[arg(long, value_name = say(Help::ValueText),
          help = said(("为什么要看；先记下来再显示", "Why it is to be seen; recorded before it is shown")))]
    reason: Option<String>,
}

/// The classes that can be masked, each with its Chinese word.
fn classes() -> Vec<PossibleValue> {
    let words = PRIVACY_NAMES.into_iter().zip(["公开", "个人", "敏感", "保密"]).skip(1);
    words.map(|(name, word)| PossibleValue::new(name).alias(word)).collect()
}

/// What may be seen whole in this run, and why.
#[derive(Default)]
pub struct Revealed {
    reveal: Reveal,
    why: Option<String>,
}

impl RevealFlags {
    /// What the flags open.
    ///
    /// # Errors
    /// There is no reason, or nothing that it is for.
    pub fn opened(&self, context: &Context) -> Result<Revealed, Failure> {
        self.opened_with(None, context)
    }

    /// The same for whoever reads it: what they may not see is not revealed to them.
    ///
    /// # Errors
    /// As `opened`, or a class is asked for that they may not see.
    pub fn opened_for(&self, audience: Audience, context: &Context) -> Result<Revealed, Failure> {
        let asked = self.reveal.iter().filter_map(|word| classes_called(word));
        let mut not_for_them = asked.filter(|class| !audience.may_see(*class));
        match not_for_them.next() {
            Some(class) => {
                let said = AccessSaid::NotForThem { class: class.name() };
                Err(Failure::Usage(vec![said.text(context.lang)]))
            }
            None => self.opened(context),
        }
    }

    /// The same where another flag opens a class as well, for which its words are reason enough.
    pub fn opened_with(
        &self,
        other: Option<(Privacy, &AccessSaid)>,
        context: &Context,
    ) -> Result<Revealed, Failure> {
        let refused = |said: AccessSaid| Failure::Usage(vec![said.text(context.lang)]);
        let own = self.reveal.iter().filter_map(|word| classes_called(word));
        let reveal = own.chain(other.map(|(class, _)| class)).fold(Reveal::NOTHING, Reveal::and);
        let closed = PRIVACY_NAMES.into_iter().filter_map(Privacy::parse);
        let mut not_theirs =
            closed.filter(|class| reveal.allows(*class) && !context.viewer.may_see(*class));
        if let Some(class) = not_theirs.next() {
            return Err(refused(AccessSaid::NotYours { class: class.name() }));
        }
        let usual = other.filter(|_| self.reveal.is_empty()).map(|(_, said)| said);
        let why = match self.reason.as_deref().map(str::trim) {
            _ if reveal == Reveal::NOTHING && self.reason.is_some() => {
                return Err(refused(AccessSaid::NothingRevealed));
            }
            _ if reveal == Reveal::NOTHING => None,
            Some("") => return Err(refused(AccessSaid::BlankReason)),
            Some(why) => Some(why.to_owned()),
            None => match usual {
                Some(said) => Some(said.text(context.lang)),
                None => return Err(refused(AccessSaid::NoReason)),
            },
        };
        Ok(Revealed { reveal, why })
    }
}

/// The class that a word means, its Chinese word too.
fn classes_called(word: &str) -> Option<Privacy> {
    let own = classes().into_iter().find(|own| own.matches(word, false))?;
    Privacy::parse(own.get_name())
}

/// Whoever chooses, counts or adds up by something sees it: only what is open, or revealed, may be
/// asked by. `field` is what it is called.
///
/// # Errors
/// It may not be seen.
pub fn may_ask_by((field, class): (&str, Privacy), gate: &Gate, lang: Lang) -> Result<(), Failure> {
    if class == Privacy::Open || gate.allows(class) {
        return Ok(());
    }
    let said = AccessSaid::AskNeedsReveal { field, class: class.name() };
    Err(Failure::Usage(vec![said.text(lang)]))
}

impl Revealed {
    /// Is there anything that may be seen whole?
    pub fn is_anything(&self) -> bool {
        self.reveal != Reveal::NOTHING
    }

    /// The gate that the values of one answer pass.
    pub fn gate(&self) -> Gate {
        Gate::of(self.reveal)
    }

    /// What must be recorded of an answer about these children, whose values passed this gate;
    /// nothing when nothing was to be revealed.
    ///
    /// # Errors
    /// A child is not one of those whom the viewer may see so.
    pub fn look(
        &self,
        (context, home): (&Context, &Home),
        gate: &Gate,
        children: impl IntoIterator<Item = Id>,
        of: Vec<String>,
    ) -> Result<Option<Look>, Failure> {
        if !self.is_anything() {
            return Ok(None);
        }
        let mut children: Vec<Id> = children.into_iter().collect();
        children.sort_unstable();
        children.dedup();
        let class = |id: Id| home.child(id).and_then(|child| child.class_on(context.today));
        if let Some(id) = children.iter().find(|id| !context.viewer.is_of(class(**id))) {
            let said = AccessSaid::OtherClass { id: &id.to_string() }.text(context.lang);
            return Err(Failure::Usage(vec![said]));
        }
        let (classes, why) = (gate.passed(), self.why.clone());
        Ok(Some(Look { classes, children, of, why, ..Look::default() }))
    }
}
