//! The report of a term, a year or a month, with the school's own words.

use std::fmt::Write as _;

use super::asked::{Args, masked};
use super::report_days::ReportDays;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::reveal::Revealed;
use crate::commands::rule_sets;
use crate::domain::home::Home;
use crate::domain::label::Label;
use crate::domain::own_words::OwnWords;
use crate::domain::privacy::Gate;
use crate::domain::rule::Level;
use crate::domain::spans::Span;
use crate::lang::report_words::Reporting;
use crate::lang::{Lang, words_in};
use crate::render::screens::Names;
use crate::render::screens::work_report::{ReportPage, ToldSection, headings, screen, trace};
use crate::reports::against::{Against, against};
use crate::reports::within;
use crate::reports::work_report::basis::HOLDING;
use crate::reports::work_report::figures::FigureTable;
use crate::reports::work_report::numbers::Numbers;
use crate::reports::work_report::{Basis, ReportKind, Unbalanced, annex, sections, tables};
use crate::rules::need;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading, nobody};
use crate::storage::journal::Step;
use crate::storage::layout;
use crate::storage::template::preset;

/// The preset that holds what the whole country asks.
const NATIONAL: &str = "national";

pub fn answer(context: &Context, args: &Args, opened: &Revealed) -> Result<Answer, Failure> {
    let (word, kind) = args.report(context)?;
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let ask = args.whom.ask(Ask { registers: &names, ..Ask::default() });
    context.read(ask, |reading| {
        let (home, lang) = (&reading.home, context.lang);
        let days = args.report_days(context, home, word)?;
        let plan = Plan::new(home, context.today, |rule| rule.level <= Level::Advised);
        let names_told = Names::new(&plan, lang).told_to(args.whom.audience());
        let owed = owed(reading, &plan, &days)?;
        let first = days.before.map_or(days.span.first, |(own, _)| own.first.min(days.span.first));
        let read = Span { first, last: days.span.last };
        let events = reading.by_register(&names, read, &HOLDING)?;
        let of = |span, owed| Basis { plan: &plan, owed, span, events: &events };
        let basis = of(days.span, &owed.0);
        let before = days.before.map(|(span, _)| Numbers::of(&of(span, &owed.1)));
        let gate = opened.gate();
        let numbers = Numbers::of(&basis);
        let told = told_sections(&basis, kind, (&numbers, before.as_ref()), &gate, lang)?;
        let annex =
            if kind == ReportKind::Term { annex(&basis, args.whom.audience()) } else { Vec::new() };
        let own = reading.own_words(&days.id)?;
        let look = opened.look(
            (context, home),
            &gate,
            home.children.iter().map(|child| child.id),
            vec!["report".to_owned()],
        )?;
        if args.trace {
            let all: Vec<&FigureTable> =
                told.iter().flat_map(|own| &own.tables).chain(&annex).collect();
            let screen = trace(&names_told, &all, &days.called);
            return Ok(Answer::screen(context, &screen).seen(look));
        }
        let page = ReportPage {
            names: &names_told,
            basis: &basis,
            numbers: &numbers,
            title: title(home, kind, &days.called, lang),
            says_none: kind != ReportKind::Term,
            sections: &told,
            annex: &annex,
            own: &own,
            below_minimum: &below_minimum(context, reading)?,
        };
        let notes = notes(context, &own, (kind, &days));
        let masked = masked(context, opened, &gate).filter(|_| kind != ReportKind::Term);
        let said = notes.into_iter().chain(masked);
        Ok(Answer::screen(context, &screen(&page)).seen(look).with_talk(said))
    })
}

/// What fell due in the days, and in those before.
fn owed(
    reading: &Reading,
    plan: &Plan,
    days: &ReportDays,
) -> Result<(Vec<Obligation>, Vec<Obligation>), Failure> {
    let first = days.before.map_or(days.due.first, |(_, due)| due.first.min(days.due.first));
    let tally = reading.judge(plan, &need::due_since(plan, first), nobody)?;
    let of = |span: &Span| within::obligations(plan, &tally, span, |_| true);
    Ok((of(&days.due), days.before.map(|(_, due)| of(&due)).unwrap_or_default()))
}

fn told_sections(
    basis: &Basis,
    kind: ReportKind,
    numbers: (&Numbers, Option<&Numbers>),
    gate: &Gate,
    lang: Lang,
) -> Result<Vec<ToldSection>, Failure> {
    let refused = |own: Unbalanced| {
        let Unbalanced { opening, joined, left, closing } = own;
        let said = Reporting::Unbalanced { opening, joined, left, closing };
        Failure::Refused(vec![said.text(lang)])
    };
    let told = sections(kind).iter().map(|section| {
        let tables = tables(*section, basis, numbers, gate).map_err(refused)?;
        Ok(ToldSection { section: *section, tables })
    });
    told.collect()
}

fn title(home: &Home, kind: ReportKind, name: &str, lang: Lang) -> String {
    let (school, home) = (&home.settings.school, &home.settings.home);
    match kind {
        ReportKind::Term => Reporting::Title { school, home, name },
        ReportKind::Month => Reporting::MonthTitle { school, home, name },
        ReportKind::Absence => Reporting::AbsenceTitle { school, home, name },
    }
    .text(lang)
}

/// Rules of the national minimum that the school's do not reach.
fn below_minimum(context: &Context, reading: &Reading) -> Result<Vec<Label>, Failure> {
    let Some(national) = preset(NATIONAL) else { return Ok(Vec::new()) };
    let other = rule_sets::of_preset(context, national, context.today)?;
    let compared = against(&reading.home, &other.rules, context.today);
    let is_below = |verdict| matches!(verdict, Against::Missing | Against::Below);
    let below = compared.iter().filter(|own| is_below(own.verdict));
    Ok(below.map(|own| own.other.name.clone()).collect())
}

/// Where the school's own words stand, and those below a heading that the report has not.
fn notes(
    context: &Context,
    own: &OwnWords,
    (kind, days): (ReportKind, &ReportDays),
) -> Vec<String> {
    let (lang, file) = (context.lang, layout::own_words(&days.id));
    if own.sections.is_empty() {
        let said = Reporting::HowToWrite { file: &file }.text(lang);
        return context.format.is_for_people().then_some(said).into_iter().collect();
    }
    let known = headings(sections(kind));
    let strange = own.strangers(&known).into_iter().map(|(own, near)| {
        let (line, heading) = (own.line, own.heading.as_str());
        let near = near.map(|near| in_language(sections(kind), near, lang));
        let said = match near {
            Some(near) => Reporting::Unfound { line, heading, near }.text(lang),
            None => Reporting::UnfoundAtAll { line, heading }.text(lang),
        };
        Reporting::InFile { file: &file, said: &said }.text(lang)
    });
    strange.collect()
}

/// The heading of a section in the reader's language.
fn in_language<'a>(
    sections: &[crate::reports::work_report::Section],
    heading: &'a str,
    lang: Lang,
) -> &'a str {
    let own = sections.iter().find(|own| [own.title().0, own.title().1].contains(&heading));
    own.map_or(heading, |own| words_in(own.title(), lang))
}

/// `--begin-words`: the file of the school's own words, with every heading that it lacks.
pub fn begin(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let (word, kind) = args.report(context)?;
    Answer::of_change(context, &[], |change| {
        let lang = context.lang;
        let days = args.report_days(context, &change.reading.home, word)?;
        let file = layout::own_words(&days.id);
        let own = change.reading.own_words(&days.id)?;
        let before = change.text(&file)?;
        let lacking: Vec<_> = sections(kind)
            .iter()
            .filter(|own_section| {
                let title = own_section.title();
                own.below(&[title.0, title.1]).next().is_none()
            })
            .collect();
        if lacking.is_empty() {
            return Ok(vec![Reporting::AllThere { file: &file }.text(lang)]);
        }
        let mut text = before.clone().unwrap_or_default();
        for section in &lacking {
            if !text.is_empty() && !text.ends_with("\n\n") {
                text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
            }
            let _ = writeln!(text, "## {}", words_in(section.title(), lang));
            if let Some(asks) = section.asks() {
                let what = words_in(asks, lang);
                let asked = Reporting::ToWrite { what }.text(lang);
                let _ = writeln!(text, "<!-- {asked} -->");
            }
        }
        change.add(Step::Put { file: file.clone(), before, text }, None);
        Ok(vec![Reporting::Begun { file: &file, headings: lacking.len() }.text(lang)])
    })
}
