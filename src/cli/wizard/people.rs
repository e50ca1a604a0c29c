//! Children: picked by number, name, pinyin or class.

use super::form::{AnswerKind, AnswerSlot};
use super::{Answered, Dialog, NoAnswer, Pick, Prompt, Reply, Turn, numbers};
use crate::cli::as_meant::plain;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::lang::listed;
use crate::lang::wizard_words::WizardWord;

/// How many children are offered at first.
const OFFERED: usize = 20;

impl Prompt<'_> {
    /// Asks for a child, or for any number of them.
    pub(super) fn people(&self, dialog: &mut Dialog) -> Result<Turn, NoAnswer> {
        let choices = self.sources.choices(&self.question.wanted)?;
        let offered: Vec<String> =
            choices.iter().take(OFFERED).map(|own| own.shown.clone()).collect();
        dialog.list(&offered, true);
        if let number @ 1.. = choices.len().saturating_sub(OFFERED) {
            dialog.say(&WizardWord::MoreChildren { number }.text(dialog.lang));
        }
        let many = matches!(self.question.wanted, AnswerKind::Children);
        let mut prompt = self.prompt(dialog);
        if many {
            prompt = format!("{prompt} {}", WizardWord::PickChildren.text(dialog.lang));
        }
        loop {
            let text = match self.heard(dialog, &prompt, false)? {
                Ok(text) => text,
                Err(step) => return Ok(step),
            };
            match self.picked(&text, &choices[..offered.len()], dialog) {
                Ok(picked) if !many && picked.len() > 1 => {
                    let what = self.question.prompt.as_str();
                    dialog.refuse(&[WizardWord::OnlyOne { what }.text(dialog.lang)]);
                }
                Ok(picked) => return Ok(self.taken(&picked, dialog)),
                Err(Failure::Usage(lines)) => match self.sources.class(&plain(&text)) {
                    Ok((class, own)) if many => {
                        if let Some(step) = self.of_class(&class, &own, dialog)? {
                            return Ok(step);
                        }
                    }
                    _ => dialog.refuse(&lines),
                },
                Err(failure) => return Err(failure.into()),
            }
        }
    }

    /// Asks which children of a class are meant; nothing when another answer is wanted.
    fn of_class(
        &self,
        class: &str,
        own: &[Pick],
        dialog: &mut Dialog,
    ) -> Result<Option<Turn>, NoAnswer> {
        let lang = dialog.lang;
        if own.is_empty() {
            dialog.refuse(&[WizardWord::EmptyClass { class }.text(lang)]);
            return Ok(None);
        }
        dialog.say(&WizardWord::PickInClass { class, number: own.len() }.text(lang));
        dialog.list(&own.iter().map(|own| own.shown.clone()).collect::<Vec<_>>(), false);
        let whole = WizardWord::WholeClass.text(lang);
        let prompt =
            format!("{} [{whole}] {}", self.question.prompt, WizardWord::ClassHint.text(lang));
        loop {
            let text = match dialog.ask(&prompt, false)? {
                Reply::Back => return Ok(None),
                Reply::Said(text) if text != whole => text,
                _ => {
                    let words = vec!["--class".to_owned(), class.to_owned()];
                    return Ok(Some(Turn::Next(Some(Answered::of(words, class.to_owned())))));
                }
            };
            match self.picked(&text, own, dialog) {
                Ok(picked) => return Ok(Some(self.taken(&picked, dialog))),
                Err(Failure::Usage(lines)) => dialog.refuse(&lines),
                Err(failure) => return Err(failure.into()),
            }
        }
    }

    /// The children that an answer names: by numbers of the list, or each by a name.
    fn picked(&self, text: &str, listed: &[Pick], dialog: &Dialog) -> Result<Vec<Pick>, Failure> {
        match numbers(text, listed.len(), dialog.lang) {
            Err(lines) => return Err(Failure::Usage(lines)),
            Ok(Some(picked)) => {
                return Ok(picked.iter().map(|at| listed[at - 1].clone()).collect());
            }
            Ok(None) => {}
        }
        let names = text.split_whitespace().collect::<Vec<_>>();
        let find = |name: &&str| self.sources.named(&AnswerKind::Child, &plain(name));
        typed::names(&names).iter().map(find).collect()
    }

    fn taken(&self, picked: &[Pick], dialog: &mut Dialog) -> Turn {
        let shown: Vec<String> = picked.iter().map(|own| own.shown.trim().to_owned()).collect();
        let shown = listed(&shown, dialog.lang);
        dialog.say(&format!("  = {shown}"));
        let words = match &self.question.slot {
            AnswerSlot::Flag(flag) => {
                picked.iter().flat_map(|own| [flag.clone(), own.word.clone()]).collect()
            }
            _ => picked.iter().map(|own| own.word.clone()).collect(),
        };
        Turn::Next(Some(Answered::of(words, shown)))
    }
}
