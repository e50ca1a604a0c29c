//! An appraisal sheet to sign: one for each subject, or a blank one.

use super::asked::Args;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::scoring::{self, ScoreReading};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::register::{Column, Register};
use crate::domain::score_marks::Assessed;
use crate::lang::label;
use crate::lang::listed;
use crate::lang::score_words::Scoring;
use crate::render::screen::Screen;
use crate::render::screens::Names;
use crate::render::screens::score_form::{ScoreForm, forms};
use crate::reports::scores::{Score, scores};
use crate::session::read::{Ask, Reading};
use crate::session::records::Wanted;

/// The registers of what was given to whom for good work, and for bad.
const HONOURS: [&str; 2] = ["award", "penalty"];

pub fn answer(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    context.read(args.whom.ask(Ask { registers: &names, ..Ask::default() }), |reading| {
        let home = &reading.home;
        let sheets = reading.score_sheets()?;
        let Some((word, subjects)) = args.words.split_first() else {
            let all: Vec<String> = sheets.iter().map(|own| own.id.clone()).collect();
            let said = match all.is_empty() {
                true => scoring::no_sheets(lang),
                false => Scoring::NeedsSheet { all: &listed(&all, lang) }.text(lang),
            };
            return Err(Failure::Usage(vec![said]));
        };
        let sheet = scoring::sheet(&sheets, word, lang)?;
        let of = args.year.as_deref().or(args.period.term()).or(args.period.month());
        let period = scoring::period(context, home, sheet, of)?;
        let read = ScoreReading::new(context, reading, (sheet, period))?;
        let basis = read.basis();
        let wanted = subjects.iter().map(|word| {
            scoring::assessed(context, home, (sheet.of, basis.day()), &[word.as_str()])
        });
        let wanted: Vec<Assessed> = wanted.collect::<Result<_, _>>()?;
        let mut own = scores(&basis);
        own.retain(|score| wanted.is_empty() || wanted.contains(&score.assessed));
        let names = Names::new(&read.plan, lang).told_to(args.whom.audience());
        let form = ScoreForm { names: &names, sheet, period: &read.period, is_blank: args.blank };
        let shown = match args.blank && wanted.is_empty() {
            true => forms(&form, &[]),
            false => of_scores(reading, &form, &own)?,
        };
        Ok(Answer::screen(context, &shown))
    })
}

/// The sheets of some scores, each with the awards and penalties of the period.
fn of_scores(reading: &Reading, form: &ScoreForm, scores: &[Score]) -> Result<Screen, Failure> {
    let home = &reading.home;
    let known: Vec<&str> =
        HONOURS.into_iter().filter(|own| home.registers.contains_key(*own)).collect();
    let wanted = Wanted { days: Some(form.period.span), versions: false, is: &|_, _| true };
    let rows = reading.records(&known, &wanted)?;
    let of = |register: &str, score: &Score| -> Vec<String> {
        let Some(described) = home.registers.get(register) else { return Vec::new() };
        let own = rows.iter().filter(|(name, event, _)| {
            name == register && !described.restricted && holds(home, event, &score.assessed)
        });
        own.map(|(_, event, _)| said(described, event, form)).collect()
    };
    let told = scores.iter().map(|score| (score, HONOURS.map(|register| of(register, score))));
    Ok(forms(form, &told.collect::<Vec<_>>()))
}

/// Was it given to this subject: is it named by its id, or by a name?
fn holds(home: &Home, event: &Event, assessed: &Assessed) -> bool {
    let holder = event.filled("holder").unwrap_or_default().trim();
    let is_person = |id: &Id| {
        let person = home.person(*id);
        event.staff.contains(id) || person.is_some_and(|own| name::same(&own.name, holder))
    };
    match assessed {
        Assessed::Teacher(id) => is_person(id),
        Assessed::Class(code) => {
            let year = home.calendar.spoken_year(event.date);
            home.settings.class_code(holder, year).as_ref() == Some(code)
        }
        Assessed::Child(id) => event.children.contains(id),
        Assessed::Pair(..) | Assessed::School => false,
    }
}

/// The kind and the day.
fn said(register: &Register, event: &Event, form: &ScoreForm) -> String {
    let code = event.filled("kind").unwrap_or_default();
    let choices = register.column("kind").map(Column::choices).unwrap_or_default();
    let kind = choices.iter().find(|own| own.code == code);
    let kind = kind.map_or(code, |own| label(&own.label, form.names.lang));
    format!("{kind} {}", event.date)
}
