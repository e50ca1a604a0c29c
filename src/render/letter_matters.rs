//! The part of a person's list that says what others want to know of them, and thank them for.

use super::letter::{LetterRow, Part};
use super::screens::{Names, matters};
use crate::domain::matter::Matter;
use crate::lang::mail_words::MailText;
use crate::lang::matter_words::MatterWord;
use crate::lang::words::Word;

/// What is asked of them, and what they are thanked for; nothing where there is neither.
pub fn parts(names: &Names, asked: &[Matter], thanks: &[Matter]) -> Vec<Part> {
    let lang = names.lang;
    let mut parts = Vec::new();
    if !asked.is_empty() {
        parts.push(Part::Heading(MatterWord::MailAsked { matters: asked.len() }.text(lang)));
        parts.push(entries(names, asked));
        parts.push(Part::Line(MatterWord::MailHow.text(lang)));
    }
    if !thanks.is_empty() {
        parts.push(Part::Heading(MatterWord::MailThanks { words: thanks.len() }.text(lang)));
        parts.push(entries(names, thanks));
    }
    parts
}

fn entries(names: &Names, all: &[Matter]) -> Part {
    let lang = names.lang;
    let entry = |own: &Matter| {
        let day = match own.due {
            Some(due) => MailText::DueOn { when: &due.to_string() }.text(lang),
            None => MatterWord::OnDay { day: own.asked_on }.text(lang),
        };
        let who = matters::people(names, &own.asked_by);
        let from = (!who.is_empty()).then(|| MatterWord::From { who: &who }.text(lang));
        let on = own.about.as_ref().map(|id| MatterWord::OnRecord { id }.text(lang));
        let id = MatterWord::Numbered { id: &own.id.to_string() }.text(lang);
        let places: Vec<String> = on.into_iter().chain([id]).collect();
        LetterRow {
            main: [matters::children(names, own), matters::kind(names, own), day],
            more: [from.unwrap_or_default(), matters::said(names, own), places.join(" ")],
        }
    };
    let headings = [Word::Name.text(lang), MatterWord::Said.text(lang), Word::Due.text(lang)];
    Part::Entries(headings, all.iter().map(entry).collect())
}
