//! The mails: each person's list, the summary, the sign of life, the notice of faults.

use chrono::NaiveDate;

use super::letter::{Letter, LetterRow, Part};
use super::letter_matters;
use super::screens::{Names, due, overdue};
use crate::domain::id::Id;
use crate::domain::mail::Mail;
use crate::domain::mask::Mask;
use crate::domain::order::{class_place, name_place};
use crate::domain::settings::Settings;
use crate::lang::Lang;
use crate::lang::mail_words::MailText;
use crate::lang::words::{self, Word};
use crate::reports::digest::Digest;
use crate::reports::overdue::OverdueRow;
use crate::reports::summary::{Share, Summary};
use crate::rules::obligation::Obligation;

/// What all mails of a day have in common.
pub struct Desk<'a> {
    pub settings: &'a Settings,
    pub lang: Lang,
    pub today: NaiveDate,
    pub term: &'a str,
    pub enrolled: usize,
    /// What the office must know of the calendar.
    pub note: Option<String>,
}

impl Desk<'_> {
    fn mail(&self) -> &Mail {
        &self.settings.mail
    }

    fn letter(&self, subject: &MailText, mut parts: Vec<Part>) -> Letter {
        let lang = self.lang;
        let as_of = MailText::AsOf { today: self.today, term: self.term }.text(lang);
        parts.insert(0, Part::Line(as_of));
        parts.push(Part::Line(String::new()));
        parts.push(Part::Line(MailText::Automatic.text(lang)));
        Letter {
            subject: subject.text(lang),
            title: format!("{} {}", self.settings.school, self.settings.home),
            parts,
            language: if lang == Lang::Zh { "zh-CN" } else { "en" },
        }
    }

    fn calendar_note(&self) -> impl Iterator<Item = Part> {
        let lines = self.note.iter().flat_map(|note| note.lines());
        let lines: Vec<Part> = lines.map(|line| Part::Line(line.to_owned())).collect();
        lines.into_iter()
    }

    fn masked_note(&self) -> Option<Part> {
        let is_masked = self.mail().mask != Mask::Nothing;
        is_masked.then(|| Part::Line(MailText::MaskedNote.text(self.lang)))
    }

    /// One person's list.
    pub fn list(&self, names: &Names, digest: &Digest) -> Letter {
        let (lang, mail) = (self.lang, self.mail());
        let (rows, raised) = (digest.overdue.len(), digest.raised.len());
        let soon = digest.soon.len();
        let mut parts = Vec::new();
        if rows > 0 {
            parts.push(Part::Heading(MailText::Overdue { rows }.text(lang)));
            parts.push(late_entries(names, digest.overdue.iter(), false));
        }
        if raised > 0 {
            let heading = MailText::Raised { rows: raised, days: mail.escalate_days };
            parts.push(Part::Heading(heading.text(lang)));
            parts.push(late_entries(names, digest.raised.iter(), true));
        }
        if soon > 0 {
            let heading = MailText::Soon { rows: soon, days: mail.due_days };
            parts.push(Part::Heading(heading.text(lang)));
            parts.push(soon_entries(names, &digest.soon));
        }
        parts.extend(letter_matters::parts(names, &digest.asked, &digest.thanks));
        parts.push(Part::Line(String::new()));
        if rows + raised + soon > 0 {
            parts.push(Part::Line(MailText::IfDone.text(lang)));
        }
        parts.extend(self.masked_note());
        let (home, today, asked) = (self.settings.home.as_str(), self.today, digest.asked.len());
        let overdue = rows + raised;
        self.letter(&MailText::ListSubject { home, overdue, soon, asked, today }, parts)
    }

    /// The summary; `untold` tells why somebody gets no list of their own.
    pub fn summary(
        &self,
        names: &Names,
        summary: &Summary,
        listless: &[&OverdueRow],
        soon: usize,
        untold: impl Fn(Id) -> Option<MailText<'static>>,
    ) -> Letter {
        let lang = self.lang;
        let Share { rows, children, .. } = summary.whole;
        let whole = MailText::Whole { rows, children, enrolled: self.enrolled, soon };
        let mut parts = vec![Part::Line(whole.text(lang))];
        parts.extend(self.calendar_note());
        let mut classes: Vec<_> = summary.classes.iter().collect();
        classes.sort_by_key(|(class, _)| class_place(class.as_ref()));
        let classes = classes.into_iter().map(|(class, share)| {
            let name = match class {
                Some(code) => names.plan.home.class_name(code, self.today),
                None => Word::School.text(lang),
            };
            share_entry(name, String::new(), share, lang)
        });
        let mut people: Vec<_> = summary.people.iter().collect();
        people.sort_by_key(|(person, _)| {
            let own = person.and_then(|id| names.plan.home.person(id));
            (own.is_none(), own.map(|own| name_place(&own.name)))
        });
        let people = people.into_iter().map(|(person, share)| {
            let name = names.person(*person).unwrap_or_else(|| Word::Ownerless.text(lang));
            let note = person.and_then(&untold).map_or(String::new(), |why| why.text(lang));
            share_entry(name, note, share, lang)
        });
        let headings = |what: Word| {
            [what.text(lang), MailText::WhatCount.text(lang), MailText::WhatLate.text(lang)]
        };
        parts.push(Part::Heading(MailText::Worst.text(lang)));
        parts.push(late_entries(names, summary.worst.iter().copied(), true));
        // A child that is in nobody's list must be named somewhere.
        let rest = listless.iter().copied();
        let rest: Vec<&OverdueRow> =
            rest.filter(|row| !summary.worst.iter().any(|own| std::ptr::eq(*own, *row))).collect();
        if !listless.is_empty() {
            let (rows, above) = (listless.len(), listless.len() - rest.len());
            parts.push(Part::Heading(MailText::Listless { rows, above }.text(lang)));
            parts.push(late_entries(names, rest.into_iter(), true));
        }
        parts.push(Part::Heading(MailText::ByClass.text(lang)));
        parts.push(Part::Entries(headings(Word::Class), classes.collect()));
        parts.push(Part::Heading(MailText::ByPerson.text(lang)));
        parts.push(Part::Entries(headings(Word::Responsible), people.collect()));
        parts.push(Part::Line(String::new()));
        parts.extend(self.masked_note());
        let (home, today) = (self.settings.home.as_str(), self.today);
        self.letter(&MailText::SummarySubject { home, overdue: rows, today }, parts)
    }

    /// The weekly sign of life, while lists go or not.
    pub fn heartbeat(&self, lists_go: bool) -> Letter {
        let (lang, enrolled) = (self.lang, self.enrolled);
        let said = match lists_go {
            true => MailText::AllWell { enrolled },
            false => MailText::NoTerm { enrolled },
        };
        let mut parts = vec![Part::Line(said.text(lang))];
        parts.extend(self.calendar_note());
        parts.push(Part::Line(MailText::WeeklyNote.text(lang)));
        let (home, today) = (self.settings.home.as_str(), self.today);
        self.letter(&MailText::HeartbeatSubject { home, today }, parts)
    }

    /// That there is no list, because the records have faults.
    pub fn faults(&self, faults: usize) -> Letter {
        let (home, today) = (self.settings.home.as_str(), self.today);
        let parts = vec![Part::Line(MailText::Faults { faults }.text(self.lang))];
        self.letter(&MailText::FaultSubject { home, today }, parts)
    }
}

fn late_entries<'r>(
    names: &Names,
    rows: impl Iterator<Item = &'r OverdueRow>,
    with_who: bool,
) -> Part {
    let lang = names.lang;
    let entry = |row: &OverdueRow| {
        let subject = names.subject(row.case);
        let person = names.person(names.plan.responsible(row.case));
        let person = person.filter(|_| with_who).unwrap_or_default();
        let due = overdue::due(names, row);
        let dated = row.due.is_some();
        let late = overdue::late(names, row);
        let last = overdue::last_done(names, row);
        let who = [names.class(subject), person];
        LetterRow {
            main: [
                names.name(subject),
                names.rule(row.case.rule),
                if dated { MailText::DaysLate { late: &late }.text(lang) } else { late },
            ],
            more: [
                who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
                if dated { MailText::DueOn { when: &due }.text(lang) } else { due },
                match last.is_empty() {
                    true => String::new(),
                    false => MailText::LastTime { when: &last }.text(lang),
                },
            ],
        }
    };
    let headings = [Word::Name, Word::Duty, Word::Late].map(|word| word.text(lang));
    Part::Entries(headings, rows.map(entry).collect())
}

fn soon_entries(names: &Names, soon: &[Obligation]) -> Part {
    let lang = names.lang;
    let entry = |one: &Obligation| {
        let subject = names.subject(one.case);
        let due = one.dates.map_or(String::new(), |dates| dates.due.to_string());
        let is_asked = names.plan.rules[one.case.rule].rule.after().is_some();
        let asked = names.asked(one.case.rule, &one.slot, one.agreed.as_deref());
        let asked = if is_asked { asked } else { String::new() };
        LetterRow {
            main: [
                names.name(subject),
                names.rule(one.case.rule),
                MailText::DueOn { when: &due }.text(lang),
            ],
            more: [names.class(subject), asked, words::state(one.state, lang).to_owned()],
        }
    };
    let headings = [Word::Name, Word::Duty, Word::Due].map(|word| word.text(lang));
    let mut soon: Vec<&Obligation> = soon.iter().collect();
    soon.sort_by_cached_key(|one| due::place(names, one));
    Part::Entries(headings, soon.into_iter().map(entry).collect())
}

fn share_entry(name: String, note: String, share: &Share, lang: Lang) -> LetterRow {
    let Share { rows, children, most_days } = *share;
    LetterRow {
        main: [
            name,
            MailText::Rows { rows, children }.text(lang),
            match most_days {
                0 => Word::Now.text(lang),
                days => MailText::OldestDays { days }.text(lang),
            },
        ],
        more: [note, String::new(), String::new()],
    }
}
