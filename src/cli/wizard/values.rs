//! One value: picked by its number, or typed and read as the command will read it.

use super::form::AnswerKind;
use super::{Answered, Dialog, NoAnswer, Pick, Prompt, Reply, Turn, numbers};
use crate::cli::as_meant::plain;
use crate::cli::failure::Failure;
use crate::cli::{draft, roles, typed, typed_fact};
use crate::domain::register::ColumnType;
use crate::domain::role::HEAD_TEACHER;
use crate::domain::schema;
use crate::lang::wizard_words::WizardWord;
use crate::lang::{Lang, label};

/// More than these are not listed: one types what is meant.
const LISTED: usize = 40;

impl Prompt<'_> {
    /// The prompt, with what Enter stands for.
    pub(super) fn prompt(&self, dialog: &Dialog) -> String {
        let asked_by_rule = matches!(self.question.wanted, AnswerKind::Cell(_))
            && self.sources.is_asked_by_rule(&self.question.id);
        let mark = match (&self.default, self.question.needed) {
            (None, true) => Some(WizardWord::Needed),
            _ if asked_by_rule => Some(WizardWord::RuleAsks),
            _ => None,
        };
        let bracketed = |mark: WizardWord| match dialog.lang {
            Lang::Zh => format!("（{}）", mark.text(Lang::Zh)),
            Lang::En => format!(" ({})", mark.text(Lang::En)),
        };
        let mark = mark.map(bracketed).unwrap_or_default();
        let default = self.default.as_ref().map(|own| format!(" [{}]", own.shown));
        format!("{}{mark}{}", self.question.prompt, default.unwrap_or_default())
    }

    /// What a blank, `<` or `.` means here; otherwise the text.
    pub(super) fn heard(
        &self,
        dialog: &mut Dialog,
        prompt: &str,
        takes_lines: bool,
    ) -> Result<Result<String, Turn>, NoAnswer> {
        loop {
            return Ok(match dialog.ask(prompt, takes_lines)? {
                Reply::Back => Err(Turn::Back),
                Reply::Blank | Reply::End if self.question.needed && self.default.is_none() => {
                    let what = self.question.prompt.as_str();
                    dialog.refuse(&[WizardWord::NeededSaid { what }.text(dialog.lang)]);
                    continue;
                }
                Reply::Blank => Err(Turn::Next(self.default.clone())),
                Reply::End => Err(Turn::End),
                Reply::Said(text) => Ok(text),
            });
        }
    }

    /// Asks for one value until it is understood.
    pub(super) fn value(&self, dialog: &mut Dialog) -> Result<Turn, NoAnswer> {
        let choices = self.sources.choices(&self.question.wanted)?;
        if choices.len() <= LISTED {
            let shown: Vec<String> = choices.iter().map(|own| own.shown.clone()).collect();
            dialog.list(&shown, matches!(self.question.wanted, AnswerKind::Event));
        }
        let prompt = self.prompt(dialog);
        loop {
            let text = match self.heard(dialog, &prompt, self.is_free())? {
                Ok(text) => text,
                Err(step) => return Ok(step),
            };
            match self.understood(&text, &choices, dialog) {
                Ok(Some(choice)) => {
                    let choice = self.with_class(choice, dialog)?;
                    if choice.shown != text {
                        dialog.say(&format!("  = {}", choice.shown));
                    }
                    return Ok(Turn::Next(Some(self.answered(&choice))));
                }
                Ok(None) => {}
                Err(Failure::Usage(lines)) => dialog.refuse(&lines),
                Err(failure) => return Err(failure.into()),
            }
        }
    }

    fn answered(&self, choice: &Pick) -> Answered {
        match self.question.wanted {
            AnswerKind::Each => {
                let is_each = choice.shown == WizardWord::RowEach.text(self.sources.context.lang);
                let words = if is_each { vec!["--each".to_owned()] } else { Vec::new() };
                Answered::of(words, choice.shown.clone())
            }
            _ => self.question.answered(choice),
        }
    }

    /// Is any text an answer, of several lines even?
    pub(super) fn is_free(&self) -> bool {
        match &self.question.wanted {
            AnswerKind::Cell(column) => matches!(column.holds, ColumnType::Text),
            AnswerKind::Text => true,
            _ => false,
        }
    }

    /// What a text means; nothing when it was a number that is not on the list, which is told.
    pub(super) fn understood(
        &self,
        text: &str,
        choices: &[Pick],
        dialog: &mut Dialog,
    ) -> Result<Option<Pick>, Failure> {
        let context = self.sources.context;
        let as_it_is = || Pick { word: text.to_owned(), shown: text.to_owned() };
        if !choices.is_empty() {
            match numbers(text, choices.len(), dialog.lang) {
                Ok(Some(picked)) if picked.len() == 1 => {
                    return Ok(Some(choices[picked[0] - 1].clone()));
                }
                Ok(Some(_)) => {
                    let what = self.question.prompt.as_str();
                    return Err(Failure::Usage(vec![
                        WizardWord::OnlyOne { what }.text(dialog.lang),
                    ]));
                }
                Err(lines) => return Err(Failure::Usage(lines)),
                Ok(None) => {}
            }
            let same = |own: &&Pick| own.shown == text || own.word == text;
            if let Some(own) = choices.iter().find(same) {
                return Ok(Some(own.clone()));
            }
        }
        match &self.question.wanted {
            AnswerKind::Day => {
                let day = match self.question.id.as_str() {
                    "date" if self.sources.register.is_some_and(|own| own.planned) => {
                        typed::coming_date(&plain(text), context)?
                    }
                    "date" | "joined" => typed::past_date(&plain(text), context)?,
                    _ => typed::coming_date(&plain(text), context)?,
                };
                let shown = draft::day_said(day, context.today, dialog.lang);
                Ok(Some(Pick { word: day.to_string(), shown }))
            }
            AnswerKind::Cell(column) => {
                let is_text = matches!(column.holds, ColumnType::Text);
                let text = if is_text { text.to_owned() } else { plain(text) };
                let word = typed::cell((column, self.sources.day), &text, false, context)?;
                Ok(Some(Pick { shown: word.clone(), word }))
            }
            AnswerKind::Fact(fields, field) => {
                let text = plain(text);
                typed_fact::fact(fields, field.path, &text, false, context)?;
                Ok(Some(Pick { word: text.clone(), shown: text }))
            }
            AnswerKind::OneOf(_, false) | AnswerKind::Each => {
                let all: Vec<String> = choices.iter().map(|own| own.shown.clone()).collect();
                let all = crate::lang::listed(&all, dialog.lang);
                let column = self.question.prompt.as_str();
                let message = crate::lang::talk::Msg::NotAChoice { column, choices: &all };
                Err(Failure::usage(&message, dialog.lang))
            }
            AnswerKind::OneOf(..) | AnswerKind::Text | AnswerKind::Event | AnswerKind::Changes => {
                Ok(Some(as_it_is()))
            }
            wanted => self.sources.named(wanted, &plain(text)).map(Some),
        }
    }

    /// A head teacher is one of a class, which is asked for where the command takes it with the
    /// role.
    fn with_class(&self, choice: Pick, dialog: &mut Dialog) -> Result<Pick, NoAnswer> {
        let role = roles::role(&choice.word, dialog.lang).ok();
        let is_role =
            matches!(self.question.wanted, AnswerKind::Role) && self.command == "add-staff";
        if !is_role || role != Some(HEAD_TEACHER) {
            return Ok(choice);
        }
        let class = schema::find(schema::CHILD, "class");
        let prompt = class.map_or("", |field| label(&field.label, dialog.lang)).to_owned();
        loop {
            let Reply::Said(text) = dialog.ask(&prompt, false)? else { return Ok(choice) };
            match self.sources.named(&AnswerKind::Class, &plain(&text)) {
                Ok(class) => {
                    let word = format!("{}:{}", choice.word, class.word);
                    return Ok(Pick { word, shown: format!("{} {}", choice.shown, class.shown) });
                }
                Err(Failure::Usage(lines)) => dialog.refuse(&lines),
                Err(failure) => return Err(failure.into()),
            }
        }
    }
}
