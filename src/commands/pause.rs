//! `care pause`: a child stays on the roll and is away for a time; nothing is owed meanwhile.

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::entries;
use crate::domain::facts::Fact;
use crate::domain::spans::Span;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "暂停",
    says: (
        "一名儿童暂时不在（仍在册），这段时间不欠什么",
        "A child is away for a time: nothing is owed meanwhile",
    ),
    examples: &[Example {
        typed: (
            "欧阳晨曦 --从 2024-10-08 --到 2024-10-31 --原因 住院",
            "oycx --from 2024-10-08 --until 2024-10-31 --reason hospital",
        ),
        does: ("住院，这段时间不欠什么", "In hospital: nothing is owed"),
    }],
    see: &["resume", "exempt", "leave"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, value_name = say(Help::ValueDate), required = true,
          help = said(("暂停的第一天", "The first day of the pause")))]
    from: String,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("暂停的最后一天，可以在将来；不知道就不写",
                       "The last day, which may lie ahead; not given when it is not known")))]
    until: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), required = true, help = say(Help::Reason))]
    reason: String,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| pause(context, args, change))
}

fn pause(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let lang = context.lang;
    let from = edit.day_on_roll(Some(&args.from))?;
    let until = edit.until(args.until.as_deref(), from)?;
    let own = Span::new(from, until);
    if let Some(other) = edit.child.pauses.iter().find(|other| other.span.overlap(&own).is_some()) {
        let (name, span) = (edit.child.name.as_str(), other.span);
        let days = edit.days_said(span.first, Some(span.last));
        return Err(edit.refuse(&Life::PauseOverlaps { name, days: &days }));
    }
    let reason = args.reason.trim();
    let until_key = until.map(|until| ("until", Fact::Date(until)));
    let keys: Vec<(&str, Fact)> = [("from", Fact::Date(from))]
        .into_iter()
        .chain(until_key)
        .chain([("reason", Fact::Text(reason.to_owned()))])
        .collect();
    edit.add_entry(entries::PAUSE, &keys, (from, reason))?;
    let (who, days) = (edit.who(from), edit.days_said(from, until));
    let paused = Life::Paused { who: &who, days: &days, reason }.text(lang);
    let open = until.is_none().then(|| Life::NoLastDay.text(lang));
    Ok([paused].into_iter().chain(open).collect())
}
