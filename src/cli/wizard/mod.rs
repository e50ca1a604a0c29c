//! What a command still needs, asked for one thing after another, as on the paper form.
//!
//! The answers become words of the command line, and the command then runs as if somebody had
//! typed them: nothing is written by asking, and nothing can be done only by being asked.

mod changes;
mod child_form;
mod dialog;
mod form;
mod items;
mod latest;
mod people;
mod sources;
mod values;

use clap::{ArgMatches, Command};

pub use dialog::{Dialog, Gone, Reply, numbers};
use form::{AnswerKind, AnswerSlot, FormField};
use sources::{Pick, Sources};

use super::context::Context;
use super::draft;
use super::failure::Failure;
use super::withheld;
use crate::domain::register::Register;
use crate::lang::wizard_words::WizardWord;

/// An answer: the words that it puts on the command line, and what it says.
#[derive(Clone)]
struct Answered {
    words: Vec<String>,
    /// The same, with what not everybody may see withheld.
    told: Vec<String>,
    shown: String,
}

impl Answered {
    /// An answer of which everybody may see every word.
    fn of(words: Vec<String>, shown: String) -> Answered {
        Answered { told: words.clone(), words, shown }
    }
}

/// What followed a question.
enum Turn {
    Next(Option<Answered>),
    Back,
    End,
}

/// Why there is no answer.
enum NoAnswer {
    Gone,
    Failure(Failure),
}

impl From<Gone> for NoAnswer {
    fn from(_: Gone) -> NoAnswer {
        NoAnswer::Gone
    }
}

impl From<Failure> for NoAnswer {
    fn from(failure: Failure) -> NoAnswer {
        NoAnswer::Failure(failure)
    }
}

/// A command whose form is being filled in.
pub struct Wizard<'a> {
    context: &'a Context,
    register: Option<&'a Register>,
    questions: Vec<FormField>,
    answers: Vec<Option<Answered>>,
    /// Has the form been gone through before? Then Enter keeps what was answered.
    is_again: bool,
    /// Whom or what the command is about, when that was typed.
    about: Option<String>,
    /// Was nothing typed but the command?
    is_untouched: bool,
}

impl<'a> Wizard<'a> {
    /// The form of a command, without what was given already.
    pub fn new(
        context: &'a Context,
        command: &Command,
        register: Option<&'a Register>,
        given: &ArgMatches,
    ) -> Wizard<'a> {
        let questions = form::questions(command, register, given);
        let answers = vec![None; questions.len()];
        let is_untouched = form::is_untouched(command, given);
        let first = command.get_positionals().next().map(|arg| arg.get_id().as_str());
        let about = first.and_then(|id| given.try_get_one::<String>(id).ok().flatten()).cloned();
        Wizard { context, register, questions, answers, is_again: false, about, is_untouched }
    }

    /// Does the command lack something that it cannot do without? A record of which nothing at all
    /// was said is none.
    pub fn is_needed(&self) -> bool {
        self.is_untouched && self.register.is_some()
            || self.questions.iter().any(|question| question.needed)
    }

    /// Goes through the form, and gives the words that were answered.
    ///
    /// # Errors
    /// Nobody answers any more, or the home cannot be read.
    pub fn fill(&mut self, dialog: &mut Dialog) -> Result<Vec<String>, Failure> {
        dialog.say(&WizardWord::Rules.text(dialog.lang));
        let (mut at, mut to_the_end) = (0, false);
        while let Some(question) = self.questions.get(at).cloned() {
            let step = match self.step(&question, at, to_the_end, dialog) {
                Ok(step) => step,
                Err(NoAnswer::Gone) => {
                    return Err(Failure::Gone(WizardWord::Gone.text(dialog.lang)));
                }
                Err(NoAnswer::Failure(failure)) => return Err(failure),
            };
            match step {
                Turn::Next(answer) => {
                    self.answers[at] = answer;
                    at += 1;
                }
                Turn::End => to_the_end = true,
                Turn::Back => {
                    to_the_end = false;
                    match self.before(at) {
                        Some(earlier) => at = earlier,
                        None => dialog.refuse(&[WizardWord::NoFurtherBack.text(dialog.lang)]),
                    }
                }
            }
        }
        self.is_again = true;
        Ok(self.answers.iter().flatten().flat_map(|answer| answer.words.clone()).collect())
    }

    /// The words that were answered as they may be shown, and typed another time.
    pub fn told(&self) -> Vec<String> {
        self.answers.iter().flatten().flat_map(|answer| answer.told.clone()).collect()
    }

    /// The question before one that was really asked.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|earlier| self.is_asked(&self.questions[*earlier]))
    }

    /// Is there anything to ask? Whether each child has a row only when there are several.
    fn is_asked(&self, question: &FormField) -> bool {
        !matches!(question.wanted, AnswerKind::Each) || self.children().len() > 1
    }

    fn step(
        &self,
        question: &FormField,
        at: usize,
        to_the_end: bool,
        dialog: &mut Dialog,
    ) -> Result<Turn, NoAnswer> {
        if !self.is_asked(question) {
            return Ok(Turn::Next(None));
        }
        let sources = self.sources();
        let default = self.default_of(question, at, &sources);
        if to_the_end && (default.is_some() || !question.needed) {
            return Ok(Turn::Next(default));
        }
        let asked = Prompt { question, sources: &sources, default, command: self.command() };
        match question.wanted {
            AnswerKind::Children | AnswerKind::Child => asked.people(dialog),
            AnswerKind::Changes => asked.changes(dialog, self.first_word().as_deref()),
            _ => asked.value(dialog),
        }
    }

    fn command(&self) -> &str {
        &self.context.command
    }

    /// Whom or what the command is about: the first word that was typed or answered.
    fn first_word(&self) -> Option<String> {
        let first = self.answers.iter().flatten().next();
        self.about.clone().or_else(|| first?.words.first().cloned())
    }

    /// The words by which the children were named.
    fn children(&self) -> Vec<String> {
        let place = self.questions.iter().position(|own| own.id == "children");
        let answer = place.and_then(|at| self.answers[at].as_ref());
        answer.map(|own| own.words.clone()).unwrap_or_default()
    }

    fn sources(&self) -> Sources<'_> {
        let said = |id: &str| {
            let place = self.questions.iter().position(|own| own.id == id)?;
            self.answers[place].as_ref()?.words.last()?.parse().ok()
        };
        let day = ["date", "joined", "from"].into_iter().find_map(said);
        let day = day.unwrap_or(self.context.today);
        Sources { context: self.context, register: self.register, day }
    }

    /// What Enter stands for.
    fn default_of(&self, question: &FormField, at: usize, sources: &Sources) -> Option<Answered> {
        if self.is_again || self.answers[at].is_some() {
            return self.answers[at].clone();
        }
        let lang = self.context.lang;
        let choice = match question.wanted {
            AnswerKind::Day if question.needed || question.id == "date" => {
                let today = self.context.today;
                let shown = draft::day_said(today, today, lang);
                Some(Pick { word: today.to_string(), shown })
            }
            AnswerKind::Class if self.command() == "add-child" => sources.last_class(),
            AnswerKind::OneOf(ref choices, _) if ["outcome", "preset"].contains(&&*question.id) => {
                choices
                    .first()
                    .map(|(word, shown)| Pick { word: word.clone(), shown: shown.clone() })
            }
            AnswerKind::Each => {
                let shown = WizardWord::OneRow.text(lang);
                return Some(Answered::of(Vec::new(), shown));
            }
            AnswerKind::Staff | AnswerKind::Cell(_) => {
                sources.last_said(&question.wanted, &question.id, &self.children())
            }
            _ => None,
        };
        choice.map(|choice| question.answered(&choice))
    }
}

/// One question as it is put: with what it is answered from, and what Enter stands for.
struct Prompt<'q> {
    question: &'q FormField,
    sources: &'q Sources<'q>,
    default: Option<Answered>,
    command: &'q str,
}

impl FormField {
    /// The words for an answer.
    fn answered(&self, choice: &Pick) -> Answered {
        let words = |word: &str| match &self.slot {
            AnswerSlot::Place => vec![word.to_owned()],
            AnswerSlot::Flag(flag) if word.starts_with('-') => vec![format!("{flag}={word}")],
            AnswerSlot::Flag(flag) => vec![flag.clone(), word.to_owned()],
            AnswerSlot::Key(flag, key) => vec![flag.clone(), format!("{key}={word}")],
        };
        let word = choice.word.as_str();
        let told = if !word.is_empty() && self.is_closed() { withheld::MARK } else { word };
        Answered { words: words(word), told: words(told), shown: choice.shown.clone() }
    }
}

/// A command line as it would be typed, so that no shell reads a sign of it as its own.
pub fn command_line(words: &[String]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.=/:\\（）".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    let mut text = word.replace('"', "\\\"");
    // A last backslash would take the quote's end for a letter.
    if text.ends_with('\\') {
        text.push('\\');
    }
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_command_is_safe_to_type() {
        for (word, typed) in [
            ("李小明", "李小明"),
            ("--date=2024-09-20", "--date=2024-09-20"),
            ("log/talk:C:\\x", "log/talk:C:\\x"),
            ("四（2）班", "四（2）班"),
            ("a&calc", "\"a&calc\""),
            ("a|b>c", "\"a|b>c\""),
            ("好 的", "\"好 的\""),
            ("说\"好\"", "\"说\\\"好\\\"\""),
            ("D:\\我 的\\", "\"D:\\我 的\\\\\""),
            ("", "\"\""),
        ] {
            assert_eq!(command_line(&[word.to_owned()]), typed);
        }
    }
}
