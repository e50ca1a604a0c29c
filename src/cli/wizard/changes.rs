//! What is to be changed in a record: one item after another, each picked and given its new value.

use super::form::{AnswerKind, AnswerSlot, FormField};
use super::{Answered, Dialog, NoAnswer, Pick, Prompt, Reply, Turn, numbers};
use crate::cli::failure::Failure;
use crate::lang::listed;
use crate::lang::wizard_words::WizardWord;

/// What takes a value away.
const NOTHING: &str = "-";

/// Something that can be changed.
pub struct Item {
    /// What stands before the equals sign.
    pub key: String,
    pub label: String,
    /// What it says now, as far as it may be seen.
    pub now: String,
    pub wanted: AnswerKind,
}

impl Prompt<'_> {
    /// Asks which items get which new values, until no further one is named.
    pub(super) fn changes(&self, dialog: &mut Dialog, of: Option<&str>) -> Result<Turn, NoAnswer> {
        let lang = dialog.lang;
        let items = match of {
            Some(of) => self.sources.items(self.command, of)?,
            None => Vec::new(),
        };
        let shown = |own: &Item| format!("{} {}", own.label, own.now).trim_end().to_owned();
        dialog.list(&items.iter().map(shown).collect::<Vec<_>>(), false);
        let mut changed: Vec<Answered> = Vec::new();
        loop {
            let is_enough = !changed.is_empty() || !self.question.needed;
            let text = match dialog.ask(&WizardWord::WhichField.text(lang), false)? {
                Reply::Back => match changed.pop() {
                    Some(_) => continue,
                    None => return Ok(Turn::Back),
                },
                Reply::Blank | Reply::End if is_enough => break,
                Reply::Blank | Reply::End => {
                    let what = self.question.prompt.as_str();
                    dialog.refuse(&[WizardWord::NeededSaid { what }.text(lang)]);
                    continue;
                }
                Reply::Said(text) => text,
            };
            match pick(&text, &items, dialog) {
                Ok(item) => changed.extend(self.new_value(item, dialog)?),
                Err(lines) => dialog.refuse(&lines),
            }
        }
        let words = changed.iter().flat_map(|own| own.words.clone()).collect();
        let told = changed.iter().flat_map(|own| own.told.clone()).collect();
        let shown: Vec<String> = changed.into_iter().map(|own| own.shown).collect();
        let shown = Some(listed(&shown, lang)).filter(|shown| !shown.is_empty());
        let answer = shown.map(|shown| Answered { words, told, shown });
        Ok(Turn::Next(answer))
    }

    /// The new value of an item; nothing when another one is wanted.
    fn new_value(&self, item: &Item, dialog: &mut Dialog) -> Result<Option<Answered>, NoAnswer> {
        let flag = match &self.question.slot {
            AnswerSlot::Flag(flag) => flag.clone(),
            _ => "--set".to_owned(),
        };
        let question = FormField {
            id: item.key.clone(),
            slot: AnswerSlot::Key(flag, item.key.clone()),
            prompt: WizardWord::NewValue { field: &item.label }.text(dialog.lang),
            wanted: item.wanted.clone(),
            needed: true,
        };
        let choices = self.sources.choices(&question.wanted)?;
        dialog.list(&choices.iter().map(|own| own.shown.clone()).collect::<Vec<_>>(), false);
        let asked =
            Prompt { question: &question, sources: self.sources, default: None, command: "" };
        loop {
            let Reply::Said(text) = dialog.ask(&question.prompt, asked.is_free())? else {
                return Ok(None);
            };
            if text == NOTHING {
                let gone = Pick { word: String::new(), shown: item.label.clone() };
                return Ok(Some(question.answered(&gone)));
            }
            match asked.understood(&text, &choices, dialog) {
                Ok(Some(choice)) => {
                    let shown = format!("{} = {}", item.label, choice.shown);
                    dialog.say(&format!("  {shown}"));
                    return Ok(Some(Answered { shown, ..question.answered(&choice) }));
                }
                Ok(None) => {}
                Err(Failure::Usage(lines)) => dialog.refuse(&lines),
                Err(failure) => return Err(failure.into()),
            }
        }
    }
}

/// The item that an answer names.
fn pick<'i>(text: &str, items: &'i [Item], dialog: &Dialog) -> Result<&'i Item, Vec<String>> {
    let lang = dialog.lang;
    match numbers(text, items.len(), lang)?.as_deref() {
        Some([one]) => Ok(&items[one - 1]),
        Some(_) => {
            Err(vec![WizardWord::OnlyOne { what: &WizardWord::OneItem.text(lang) }.text(lang)])
        }
        None => {
            let called = |own: &&Item| own.label == text || own.key == text;
            let unknown = || vec![WizardWord::NoItem { text }.text(lang)];
            items.iter().find(called).ok_or_else(unknown)
        }
    }
}
