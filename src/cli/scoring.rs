//! Score sheets on the command line: which sheet, whom and which period is meant, and what is read
//! for it.

use chrono::NaiveDate;

use super::as_meant::plain;
use super::context::Context;
use super::failure::Failure;
use super::{finder, typed};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::nearest::nearest;
use crate::domain::rule::RuleId;
use crate::domain::score_marks::{Assessed, SCHOOL_WORDS};
use crate::domain::score_period::ScorePeriod;
use crate::domain::score_sheet::{AssessedKind, MARKS, ScoreSheet, ScoreSource};
use crate::domain::spans::Span;
use crate::lang::help::said;
use crate::lang::score_words::{Scoring, kind};
use crate::lang::talk::Msg;
use crate::lang::{Lang, label, listed};
use crate::reports::scores::ScoreBasis;
use crate::reports::within;
use crate::rules::need;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::{Reading, nobody};
use crate::session::records::Wanted;

/// The flags that say of which period something is asked.
#[derive(Default, clap::Args)]
pub struct ScorePeriodFlags {
    #[arg(long, value_name = said(("学期", "TERM")), conflicts_with_all = ["year", "month"],
          help = said(("每学期的表：哪个学期（默认本学期）", "Of a sheet of each term: which one (default: this)")))]
    pub term: Option<String>,
    #[arg(long, value_name = said(("学年", "YEAR")), conflicts_with = "month",
          help = said(("每学年的表：哪个学年，如 2024-2025", "Of a sheet of each school year: which one")))]
    pub year: Option<String>,
    #[arg(long, value_name = said(("月份", "MONTH")),
          help = said(("按月份的表：哪个月，如 2024-09", "Of a sheet of some months: which one")))]
    pub month: Option<String>,
}

impl ScorePeriodFlags {
    /// What was said of it.
    pub fn word(&self) -> Option<&str> {
        self.term.as_deref().or(self.year.as_deref()).or(self.month.as_deref())
    }
}

fn refused(said: &Scoring, lang: Lang) -> Failure {
    Failure::Usage(vec![said.text(lang)])
}

/// The sheet that a word names.
///
/// # Errors
/// None is called so, or several are.
pub fn sheet<'s>(
    sheets: &'s [ScoreSheet],
    word: &str,
    lang: Lang,
) -> Result<&'s ScoreSheet, Failure> {
    let word = plain(word);
    if let Some(own) = sheets.iter().find(|own| own.id == word) {
        return Ok(own);
    }
    let called: Vec<&ScoreSheet> = sheets.iter().filter(|own| own.is_called(&word)).collect();
    match called[..] {
        [only] => return Ok(only),
        [] => (),
        _ => {
            let line = |own: &&ScoreSheet| format!("{}  {}", own.id, label(&own.name, lang));
            let head = Msg::Ambiguous { name: &word }.text(lang);
            return Err(Failure::Usage(
                [head].into_iter().chain(called.iter().map(line)).collect(),
            ));
        }
    }
    let all: Vec<String> = sheets.iter().map(|own| own.id.clone()).collect();
    let mut lines = vec![match all.is_empty() {
        true => no_sheets(lang),
        false => Scoring::NoSheet { word: &word, all: &listed(&all, lang) }.text(lang),
    }];
    let names = sheets.iter().flat_map(|own| [own.name.zh(), own.name.en(), &*own.id]);
    let near = nearest(&word, names);
    lines.extend(near.map(|names| Msg::DidYouMean { names }.text(lang)));
    Err(Failure::Usage(lines))
}

/// That there is none, and how one is begun.
pub fn no_sheets(lang: Lang) -> String {
    let all = crate::storage::template::EXAMPLE_SHEETS.map(|(name, _)| name.to_owned());
    Scoring::NoSheets { shipped: &listed(&all, lang) }.text(lang)
}

/// The period that a word names; that of today without one.
///
/// # Errors
/// There is none.
pub fn period(
    context: &Context,
    home: &Home,
    sheet: &ScoreSheet,
    word: Option<&str>,
) -> Result<ScorePeriod, Failure> {
    let (calendar, today) = (&home.calendar, context.today);
    let Some(word) = word.map(plain).filter(|word| !["本学期", "this term"].contains(&&**word))
    else {
        return period_on(context, home, sheet, today);
    };
    sheet.period_called(calendar, &word).ok_or_else(|| {
        let all: Vec<String> = sheet.periods(calendar).into_iter().map(|own| own.id).collect();
        refused(&Scoring::NoPeriod { word: &word, all: &all.join(" ") }, context.lang)
    })
}

/// The period of a day.
///
/// # Errors
/// There is none.
pub fn period_on(
    context: &Context,
    home: &Home,
    sheet: &ScoreSheet,
    day: NaiveDate,
) -> Result<ScorePeriod, Failure> {
    let own = sheet.period_on(&home.calendar, day);
    own.ok_or_else(|| refused(&Scoring::NoPeriodOn { day }, context.lang))
}

/// Whom words name, as a sheet assesses them on a day: of a pair the child, or the child and the
/// adult, in two words or with a slash between.
///
/// # Errors
/// Nobody is named so, or it is not clear who.
pub fn assessed(
    context: &Context,
    home: &Home,
    (of, day): (AssessedKind, NaiveDate),
    words: &[&str],
) -> Result<Assessed, Failure> {
    let lang = context.lang;
    let placed = |word: &str, failure| context.placed(failure, word);
    let child = |word: &str| finder::child(home, word, day, lang).map_err(|own| placed(word, own));
    let staff = |word: &str| finder::staff(home, word, lang).map_err(|own| placed(word, own));
    let one = |words: &[&str]| match words {
        [only] => Ok((*only).to_owned()),
        [] => Err(refused(&Scoring::NeedsSubject, lang)),
        _ => Err(refused(&Scoring::NotOne { kind: kind(of, lang) }, lang)),
    };
    match of {
        AssessedKind::Child => Ok(Assessed::Child(child(&one(words)?)?)),
        AssessedKind::Teacher => Ok(Assessed::Teacher(staff(&one(words)?)?)),
        AssessedKind::Class => {
            let word = one(words)?;
            let code = typed::class(home, &word, day, lang).map_err(|own| placed(&word, own));
            Ok(Assessed::Class(code?))
        }
        AssessedKind::School => match words {
            [] => Ok(Assessed::School),
            [word] if SCHOOL_WORDS.contains(word) => Ok(Assessed::School),
            _ => Err(refused(&Scoring::NotOne { kind: kind(of, lang) }, lang)),
        },
        AssessedKind::Pair => {
            let words: Vec<&str> = words.iter().flat_map(|own| own.split(['/', '／'])).collect();
            let (own, adult) = match words.as_slice() {
                [own] => (child(own)?, None),
                [own, adult] => (child(own)?, Some(staff(adult)?)),
                [] => return Err(refused(&Scoring::NeedsSubject, lang)),
                _ => return Err(refused(&Scoring::NotOne { kind: kind(of, lang) }, lang)),
            };
            pair(home, own, (adult, day), lang)
        }
    }
}

/// A child and the adult who is or was its pair; without a word for the adult the only one whose
/// pair is in force on the day.
fn pair(
    home: &Home,
    own: Id,
    (adult, day): (Option<Id>, NaiveDate),
    lang: Lang,
) -> Result<Assessed, Failure> {
    let Some(child) = home.child(own) else {
        return Err(refused(&Scoring::NeedsSubject, lang));
    };
    let called = |id| home.person(id).map_or_else(String::new, |person| person.name.clone());
    if let Some(adult) = adult {
        return match child.pairs.iter().any(|pair| pair.staff == adult) {
            true => Ok(Assessed::Pair(own, adult)),
            false => {
                let (child, adult) = (child.name.as_str(), called(adult));
                Err(refused(&Scoring::NoPair { child, adult: &adult }, lang))
            }
        };
    }
    let in_force = child.pairs.iter().filter(|pair| pair.span.contains(day));
    let mut adults: Vec<Id> = in_force.map(|pair| pair.staff).collect();
    adults.sort_unstable();
    adults.dedup();
    match adults.as_slice() {
        [only] => Ok(Assessed::Pair(own, *only)),
        [] => Err(refused(&Scoring::Unpaired { child: &child.name }, lang)),
        several => {
            let all: Vec<String> = several.iter().map(|id| called(*id)).collect();
            let (child, all) = (child.name.as_str(), listed(&all, lang));
            Err(refused(&Scoring::WhichAdult { child, all: &all }, lang))
        }
    }
}

/// The item that a word names.
///
/// # Errors
/// There is none.
pub fn item(sheet: &ScoreSheet, word: &str, lang: Lang) -> Result<usize, Failure> {
    let word = plain(word);
    sheet.item(&word).ok_or_else(|| {
        let mut lines = vec![Scoring::NoItem { word: &word }.text(lang)];
        let names = sheet.items.iter().map(|own| label(&own.name, lang));
        let near = nearest(&word, names.chain(sheet.items.iter().map(|own| own.id.as_str())));
        lines.extend(near.map(|names| Msg::DidYouMean { names }.text(lang)));
        Failure::Usage(lines)
    })
}

/// What is read and judged for the scores of a sheet in a period.
pub struct ScoreReading<'h> {
    pub sheet: &'h ScoreSheet,
    pub period: ScorePeriod,
    pub plan: Plan<'h>,
    owed: Vec<Obligation>,
    events: Vec<(String, Event)>,
}

impl<'h> ScoreReading<'h> {
    /// Reads no more than the sheet needs. The descriptions of all registers must have been asked
    /// for.
    ///
    /// # Errors
    /// Faults in what was read.
    pub fn new(
        context: &Context,
        reading: &'h Reading,
        (sheet, period): (&'h ScoreSheet, ScorePeriod),
    ) -> Result<ScoreReading<'h>, Failure> {
        let is_named = |id: &RuleId| {
            let named =
                |source: &ScoreSource| matches!(source, ScoreSource::Rate(own) if own == id);
            sheet.items.iter().any(|item| named(&item.source))
        };
        let plan = Plan::new(&reading.home, context.today, |rule| is_named(&rule.id));
        let owed = match plan.rules.is_empty() {
            true => Vec::new(),
            false => {
                let need = need::due_since(&plan, period.span.first);
                let tally = reading.judge(&plan, &need, nobody)?;
                within::obligations(&plan, &tally, &period.span, |_| true)
            }
        };
        let counted = sheet.items.iter().filter_map(|item| match &item.source {
            ScoreSource::Count { register, .. } if register != MARKS => Some(register.as_str()),
            _ => None,
        });
        let mut registers: Vec<&str> = counted.collect();
        registers.sort_unstable();
        registers.dedup();
        let of = |registers: &[&str], days: Option<Span>| {
            reading.records(registers, &Wanted { days, versions: false, is: &|_, _| true })
        };
        let mut rows = of(&registers, Some(period.span))?;
        // A mark may have been given after its period.
        rows.extend(of(&[MARKS], None)?);
        let events = rows.into_iter().map(|(register, event, _)| (register, event)).collect();
        Ok(ScoreReading { sheet, period, plan, owed, events })
    }

    /// What its scores are made from.
    pub fn basis(&self) -> ScoreBasis<'_> {
        ScoreBasis {
            plan: &self.plan,
            sheet: self.sheet,
            period: &self.period,
            owed: &self.owed,
            events: &self.events,
        }
    }
}
