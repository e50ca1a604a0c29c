//! `care new-year`: a school year is opened, one thing after the other, and another day the rest.

use super::{calendar_entry, leave};
use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::{Choosing, Failure};
use crate::cli::year_tasks::{TaskReply, about, proposed, said_as, said_of, understood};
use crate::domain::home::Home;
use crate::domain::new_year::{NewYear, Task};
use crate::domain::spans::Span;
use crate::lang::Lang;
use crate::lang::calendar_words::CalendarSaid;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::new_year_words::Opening;
use crate::render::screens::new_year::{YearItem, items, screen};
use crate::session::Stop;
use crate::session::change::Change;
use crate::session::read::Ask;

pub const ABOUT: Purpose = Purpose {
    name: "新学年",
    says: (
        "开新学年：校历、毕业、新班，一件一件办",
        "Open a school year, one thing after the other",
    ),
    examples: &[
        Example {
            typed: ("-n", "-n"), does: ("先看有哪些事要办", "See first what is to be done")
        },
        Example {
            typed: ("--year 2025-2026 -n", "--year 2025-2026 -n"),
            does: ("指明学年", "Of a certain year"),
        },
    ],
    see: &["calendar", "handover", "transfer"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = said(("学年", "YEAR")),
          help = said(("哪个学年：2025-2026（默认：六月起是下一学年）",
                       "Which school year: 2025-2026 (default: from June on the next)")))]
    year: Option<String>,
}

/// What the year lacks, as it stands.
struct Unopened {
    name: String,
    span: Span,
    tasks: Vec<(String, Task)>,
    items: Vec<YearItem>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let together = is_together(context);
    let Unopened { name, span, tasks, items } = lacking(context, args)?;
    let (mut kept, mut answered) = (Vec::new(), Vec::new());
    for (what, task) in tasks {
        let about = about(&task);
        let reply = match context.chosen.iter().rfind(|(own, _)| *own == about) {
            Some((_, text)) => understood(context, &task, text, span).map_err(Some),
            None if context.yes => Ok(proposed(&task)),
            None => Err(None),
        };
        match reply {
            Ok(TaskReply::Later) => {}
            Ok(reply) if together => answered.push((task, reply)),
            // What was answered before was written in the run before.
            Ok(_) if !is_last(context, &about) => {}
            Ok(reply) => {
                let own = [(task, reply)];
                let done =
                    context.change(Ask::records(&names), |change| write(context, change, &own));
                if let Err(Failure::Besides(said, found)) = done {
                    // What does not fit the calendar is asked again.
                    kept.extend(said.into_iter().chain(messages_of(&found, context.lang)));
                    let choice = choice(context, (&name, about), (&own[0].0, &what), kept, &items);
                    return Err(Failure::Choose(choice));
                }
                let done = done?;
                if done.unfinished.is_some() {
                    return Ok(Answer::written(context, done));
                }
                kept.extend(done.made.unwrap_or_default());
            }
            Err(wrong) => {
                kept.extend(wrong);
                let choice = choice(context, (&name, about), (&task, &what), kept, &items);
                return Err(Failure::Choose(choice));
            }
        }
    }
    if answered.is_empty() {
        let shown = context.read(Ask::records(&[]), |reading| {
            let year = opened(context, args, &reading.home)?;
            Ok::<_, Failure>(screen(&year, context.lang))
        })?;
        return Ok(Answer::screen(context, &shown).with_talk(kept));
    }
    Answer::of_change(context, &names, |change| {
        let mut said = write(context, change, &answered)?;
        let left = items.iter().filter(|own| !own.is_proposed && own.is_open());
        let left: Vec<String> = left.map(YearItem::line).collect();
        if !left.is_empty() {
            said.push(Opening::StillOpen.text(context.lang));
            said.extend(left);
        }
        Ok(said)
    })
}

/// What is wrong with a calendar that was only tried.
fn messages_of(failure: &Failure, lang: Lang) -> Vec<String> {
    match failure {
        Failure::Stop(Stop::BadData(found)) => {
            found.iter().map(|own| own.cause().message(lang)).collect()
        }
        _ => Vec::new(),
    }
}

/// Each answer is saved before the next question. What belongs to one named operation, and what
/// nobody is asked about, is saved together.
fn is_together(context: &Context) -> bool {
    context.yes || context.dry_run || context.op_id.is_some()
}

/// Was that answered last?
fn is_last(context: &Context, about: &str) -> bool {
    context.chosen.last().is_some_and(|(own, _)| own == about)
}

fn lacking(context: &Context, args: &Args) -> Result<Unopened, Failure> {
    context.read(Ask::records(&[]), |reading| {
        let year = opened(context, args, &reading.home)?;
        let said = |task: Task| (said_of(context, &reading.home, &task), task);
        Ok(Unopened {
            name: year.year.name.clone(),
            span: year.span(),
            tasks: year.tasks().into_iter().map(said).collect(),
            items: items(&year, context.lang),
        })
    })
}

fn opened<'h>(context: &Context, args: &Args, home: &'h Home) -> Result<NewYear<'h>, Failure> {
    let name = args.year.as_deref().map(str::trim);
    let refuse = |why: &Opening| Failure::Usage(vec![why.text(context.lang)]);
    let year = NewYear::of(home, name, context.today);
    let year = year.ok_or_else(|| refuse(&Opening::BadYear { text: name.unwrap_or_default() }))?;
    match year.left_out() {
        Some(before) => Err(refuse(&Opening::LeftOut { before: &before })),
        None => Ok(year),
    }
}

fn choice(
    context: &Context,
    (year, about): (&str, String),
    (task, what): (&Task, &str),
    before: Vec<String>,
    items: &[YearItem],
) -> Choosing {
    let lang = context.lang;
    let question = match task {
        Task::Workdays => Opening::AskWorkdays { year }.text(lang),
        Task::Graduates { .. } => Opening::AskGraduates { what }.text(lang),
        Task::Term(_) | Task::Holiday(_) => Opening::IsItSo { what }.text(lang),
    };
    let question = [before, vec![question]].concat().join("\n");
    let open = items.iter().filter(|item| item.is_open()).map(YearItem::line);
    let refused = [Opening::NotGiven { year }.text(lang)].into_iter().chain(open).collect();
    let left = (!is_together(context)).then(|| Opening::Paused { year }.text(lang));
    Choosing { about, question, refused, left }
}

/// Writes what was answered, together.
fn write(
    context: &Context,
    change: &mut Change,
    answered: &[(Task, TaskReply)],
) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let (mut text, mut said) = (String::new(), Vec::new());
    for (task, reply) in answered {
        let span = |proposed: Span| match reply {
            TaskReply::Days(span) => *span,
            _ => proposed,
        };
        let what = said_as(context, &change.reading.home, (task, reply));
        match (task, reply) {
            (_, TaskReply::Later) => continue,
            (Task::Term(own), _) => {
                let year = own.id.rsplit_once('-').map_or("", |(year, _)| year);
                text += &calendar_entry::term_text((&own.id, year, &own.name), span(own.span));
            }
            (Task::Holiday(own), _) => {
                text += &calendar_entry::holiday_text(&own.name, span(own.span));
            }
            (Task::Workdays, TaskReply::Workdays(days)) => {
                let own: Vec<String> =
                    days.iter().map(|day| calendar_entry::workday_text(*day)).collect();
                text += &own.join("\n");
            }
            (Task::Workdays, _) => continue,
            (Task::Graduates { class, children, last }, _) => {
                let last = span(Span { first: *last, last: *last }).last;
                for child in children {
                    let mut edit = ChildEdit::open(context, change, &child.to_string(), None)?;
                    leave::end(&mut edit, last, "graduated")?;
                }
                let class = change.reading.home.class_name(class, last);
                said.push(
                    Opening::Closed { class: &class, count: children.len(), last }.text(lang),
                );
                continue;
            }
        }
        text.push('\n');
        said.push(CalendarSaid::Added { what: &what }.text(lang));
    }
    if !text.is_empty() {
        calendar_entry::put(context, change, &(text.trim_end().to_owned() + "\n"))?;
    }
    Ok(said)
}
