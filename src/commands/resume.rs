//! `care resume`: a child that was away is back; its pause ended the day before.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::entries;
use crate::domain::facts::Fact;
use crate::domain::spans::day_before;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "恢复",
    says: ("暂停的儿童回来了", "A child that was away is back"),
    examples: &[Example {
        typed: ("欧阳晨曦 --日期 2024-10-21", "oycx --date 2024-10-21"),
        does: ("这天回来了", "Back on that day"),
    }],
    see: &["pause", "rejoin"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, value_name = say(Help::ValueDate), required = true,
          help = said(("回来的第一天", "The first day back")))]
    date: String,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| resume(context, args, change))
}

fn resume(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let day = edit.day(Some(&args.date))?;
    let child = edit.child.clone();
    let (name, id) = (child.name.as_str(), child.id.to_string());
    let pauses = child.pauses.iter().enumerate();
    let running: Vec<_> = pauses.filter(|(_, pause)| pause.span.contains(day)).collect();
    if running.is_empty() {
        return Err(edit.refuse(&Life::NotPaused { name, day, id: &id }));
    }
    if running.iter().any(|(_, pause)| pause.span.first == day) {
        return Err(edit.refuse(&Life::PauseBegins { name, day }));
    }
    let last = day_before(day);
    for (nth, pause) in running {
        let end = pause.span.last;
        let old = (end < NaiveDate::MAX).then_some(Fact::Date(end));
        let new = Fact::Date(last);
        edit.set_in_entry((entries::PAUSE, nth), ("until", old.as_ref(), &new), (day, ""))?;
    }
    let (who, day, last) = (edit.who(day), edit.said(day), edit.said(last));
    Ok(vec![Life::Resumed { who: &who, day: &day, last: &last }.text(context.lang)])
}
