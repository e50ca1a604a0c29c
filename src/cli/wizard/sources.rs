//! What a home offers for an answer, and what an answer means there. Each question reads anew:
//! others may write while somebody thinks.

use chrono::NaiveDate;

use super::form::{AnswerKind, choices};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::cli::{draft, finder, roles, typed};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::order::{class_place, name_place};
use crate::domain::register::Register;
use crate::domain::role::ROLES;
use crate::domain::rule::Rule;
use crate::domain::subject::Subject;
use crate::lang::wizard_words::WizardWord;
use crate::lang::{Lang, label};
use crate::reports::due;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading};

/// Something to pick: the word that names it on the command line, and how it is shown.
#[derive(Clone)]
pub struct Pick {
    pub word: String,
    pub shown: String,
}

/// What is known while a command is filled in.
pub struct Sources<'a> {
    pub context: &'a Context,
    pub register: Option<&'a Register>,
    /// The day of the matter, once it was said.
    pub day: NaiveDate,
}

impl Sources<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.context.lang
    }

    pub(super) fn ask<T>(
        &self,
        answer: impl Fn(&Reading) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let registers: Vec<&str> = self.register.iter().map(|own| own.name.as_str()).collect();
        self.context.read(Ask::records(&registers), answer)
    }

    /// What may be picked by its number.
    pub fn choices(&self, wanted: &AnswerKind) -> Result<Vec<Pick>, Failure> {
        let lang = self.lang();
        match wanted {
            AnswerKind::Children => self.children(true),
            AnswerKind::Child => self.children(false),
            AnswerKind::Staff => self.ask(|reading| Ok(staff(&reading.home, lang))),
            AnswerKind::Class => self.ask(|reading| Ok(classes(&reading.home, self.day))),
            AnswerKind::Rule => self.ask(|reading| {
                Ok(reading.home.rules.iter().map(|rule| of_rule(rule, lang)).collect())
            }),
            AnswerKind::Role => Ok(ROLES
                .iter()
                .map(|role| {
                    let shown = label(&role.label, lang).to_owned();
                    let word = if lang == Lang::Zh { &shown } else { role.code.as_str() };
                    Pick { word: word.to_owned(), shown }
                })
                .collect()),
            AnswerKind::Event => self.recent(),
            other => {
                Ok(choices(other).into_iter().map(|(word, shown)| Pick { word, shown }).collect())
            }
        }
    }

    /// The children on the roll: first those who are owed what the register keeps.
    fn children(&self, by_need: bool) -> Result<Vec<Pick>, Failure> {
        let owed = if by_need { self.owed() } else { Vec::new() };
        self.ask(|reading| {
            let home = &reading.home;
            let mut others: Vec<Id> = home
                .children
                .iter()
                .filter(|child| child.on_roll().contains(self.day))
                .map(|child| child.id)
                .filter(|id| !owed.iter().any(|(own, _)| own == id))
                .collect();
            sort(home, &mut others, self.day);
            let first = owed.iter().map(|(id, why)| child(home, *id, self.day, why));
            Ok(first.chain(others.iter().map(|id| child(home, *id, self.day, ""))).collect())
        })
    }

    /// Who is owed an event of the register, late ones first. When nothing can be judged, nobody:
    /// what is wrong will be told by the command itself.
    fn owed(&self) -> Vec<(Id, String)> {
        let Some(register) = self.register else { return Vec::new() };
        let lang = self.lang();
        let asks = |rule: &Rule| rule.records.contains(&register.name);
        let found = self.context.read(Ask::default(), |reading| {
            let plan = Plan::new(&reading.home, self.context.today, asks);
            let (late, soon) = reading.late_and_soon(&plan, due::WEEK, asks)?;
            let mut owed: Vec<(Id, String)> = Vec::new();
            let mut add = |subject: &Subject, why: String| {
                let Subject::Child(at) = subject else { return };
                let id = reading.home.children[*at].id;
                if !owed.iter().any(|(own, _)| *own == id) {
                    owed.push((id, why));
                }
            };
            for row in &late {
                let why = match row.due {
                    Some(_) => WizardWord::DaysLate { days: row.days_overdue },
                    None => WizardWord::NotNow,
                };
                add(plan.subject(row.case), why.text(lang));
            }
            for one in &soon {
                let Some(dates) = one.dates else { continue };
                let day = draft::day_said(dates.due, self.context.today, lang);
                add(plan.subject(one.case), WizardWord::DueOn { day: &day }.text(lang));
            }
            Ok::<_, Failure>(owed)
        });
        found.unwrap_or_default()
    }

    /// The class that a word means on the day, with its children on the roll.
    pub fn class(&self, text: &str) -> Result<(String, Vec<Pick>), Failure> {
        self.ask(|reading| {
            let home = &reading.home;
            let class = typed::class(home, text, self.day, self.lang())?;
            let is_in = |id: &&Id| {
                let own = home.child(**id);
                own.is_some_and(|child| {
                    child.class_on(self.day) == Some(&class) && child.on_roll().contains(self.day)
                })
            };
            let all: Vec<Id> = home.children.iter().map(|child| child.id).collect();
            let mut own: Vec<Id> = all.iter().filter(is_in).copied().collect();
            sort(home, &mut own, self.day);
            let name = home.class_name(&class, self.day);
            Ok((name, own.iter().map(|id| child(home, *id, self.day, "")).collect()))
        })
    }

    /// The word for the child, the member of staff … that an answer names.
    pub fn named(&self, wanted: &AnswerKind, text: &str) -> Result<Pick, Failure> {
        let (lang, text) = (self.lang(), text.trim());
        self.ask(|reading| {
            let home = &reading.home;
            match wanted {
                AnswerKind::Child | AnswerKind::Children => {
                    Ok(child(home, finder::child(home, text, self.day, lang)?, self.day, ""))
                }
                AnswerKind::Staff => {
                    let id = finder::staff(home, text, lang)?;
                    let found = staff(home, lang).into_iter();
                    let name = home.person(id).map_or(text, |person| person.name.as_str());
                    let same = |own: &Pick| own.word == name || own.word == id.to_string();
                    Ok(found.into_iter().find(same).unwrap_or(same_word(&id.to_string())))
                }
                AnswerKind::Class => {
                    let code = typed::class_code(home, text, self.day, lang)?;
                    let shown = home.class_name(&code, self.day);
                    Ok(Pick { word: shown.clone(), shown })
                }
                AnswerKind::Rule => {
                    let asked = Question::default().find_rule(Some(text), self.context, home)?;
                    let own = home.rules.iter().find(|rule| asked.rule.as_ref() == Some(&rule.id));
                    Ok(own.map_or_else(|| same_word(text), |rule| of_rule(rule, lang)))
                }
                AnswerKind::Role => {
                    let (role, _) = text.split_once([':', '：']).unwrap_or((text, ""));
                    roles::role(role, lang)?;
                    Ok(same_word(text))
                }
                _ => Ok(same_word(text)),
            }
        })
    }

    /// Does a rule count only the rows in which this column is filled?
    pub fn is_asked_by_rule(&self, column: &str) -> bool {
        let Some(register) = self.register else { return false };
        let asks = |rule: &Rule| {
            rule.records.contains(&register.name) && rule.filled.iter().any(|own| own == column)
        };
        self.ask(|reading| Ok(reading.home.rules.iter().any(asks))).unwrap_or(false)
    }
}

pub(super) fn same_word(text: &str) -> Pick {
    Pick { word: text.to_owned(), shown: text.to_owned() }
}

fn sort(home: &Home, children: &mut [Id], day: NaiveDate) {
    children.sort_by_key(|id| {
        let child = home.child(*id);
        let class = class_place(child.and_then(|child| child.class_on(day)));
        (class, child.map(|child| name_place(&child.name)), *id)
    });
}

/// A child: by name where that names nobody else.
fn child(home: &Home, id: Id, day: NaiveDate, why: &str) -> Pick {
    let Some(child) = home.child(id) else { return same_word(&id.to_string()) };
    let class = child.class_on(day).map(|code| home.class_name(code, day)).unwrap_or_default();
    let is_alone = finder::child(home, &child.name, day, Lang::Zh).is_ok_and(|found| found == id);
    let word = if is_alone { child.name.clone() } else { id.to_string() };
    let shown = format!("{}  {class}  {why}", child.name).trim_end().to_owned();
    Pick { word, shown }
}

fn of_rule(rule: &Rule, lang: Lang) -> Pick {
    Pick { word: rule.id.to_string(), shown: label(&rule.name, lang).to_owned() }
}

fn staff(home: &Home, lang: Lang) -> Vec<Pick> {
    let own = |person: &crate::domain::staff::Staff| {
        let is_alone = finder::staff(home, &person.name, lang).is_ok_and(|id| id == person.id);
        let word = if is_alone { person.name.clone() } else { person.id.to_string() };
        Pick { word, shown: person.name.clone() }
    };
    home.staff.iter().map(own).collect()
}

fn classes(home: &Home, day: NaiveDate) -> Vec<Pick> {
    let on_roll = home.children.iter().filter(|child| child.on_roll().contains(day));
    let mut codes: Vec<_> = on_roll.filter_map(|child| child.class_on(day)).collect();
    codes.sort_by_key(|code| class_place(Some(code)));
    codes.dedup();
    codes.into_iter().map(|code| same_word(&home.class_name(code, day))).collect()
}
