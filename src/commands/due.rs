//! `care due`: what falls due soon.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Narrow;
use crate::domain::audience::Audience;
use crate::domain::id::Id;
use crate::domain::matter;
use crate::domain::spans::days_later;
use crate::lang::calendar_words;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::render::feed::Feed;
use crate::render::screens::Names;
use crate::render::screens::due::{feed_days, screen, with_matters};
use crate::reports::{due, still_owed};
use crate::rules::need;
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading};

pub const ABOUT: Purpose = Purpose {
    name: "到期",
    says: ("快要到期的事项", "What falls due soon"),
    examples: &[
        Example {
            typed: ("--天数 14", "--days 14"), does: ("两周之内到期的", "Within two weeks")
        },
        Example {
            typed: ("--format ics -o 到期.ics", "--format ics -o due.ics"),
            does: ("放进手机日历", "For a phone's calendar"),
        },
    ],
    see: &["overdue", "obligations", "answer", "formats"],
};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    narrow: Narrow,
    #[arg(long, value_name = say(Help::ValueNumber), help = say(Help::Days))]
    days: Option<u32>,
    #[arg(long, help = say(Help::ExitCode))]
    exit_code: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let ask = Ask { registers: &matter::REGISTERS, ..args.narrow.ask(context)? };
    context.read(ask, |reading| list(context, args, reading))
}

fn list(context: &Context, args: &Args, reading: &Reading) -> Result<Answer, Failure> {
    let question = args.narrow.question(context, &reading.home, None)?;
    let plan = Plan::new(&reading.home, context.today, |rule| question.wants_or_promised(rule));
    let need = need::since(&plan, still_owed::soon_from(&plan));
    let tally = reading.judge(&plan, &need, due::undecided)?;
    let days = args.days.unwrap_or(due::WEEK);
    let mut soon = due::soon(&plan, &tally, days);
    soon.retain(|one| question.keeps(&plan, one.case));
    let found = args.exit_code && !soon.is_empty();
    let feed = feed(context, Names::new(&plan, context.lang), question.staff, &soon);
    let note = calendar_words::outside(&reading.home.calendar, context.today, context.lang);
    let (shown, told) = context.format.part(note);
    let names = Names::new(&plan, context.lang).told_to(args.narrow.audience());
    let mut screen = screen(&names, &soon, days, feed);
    // What people ask each other stays in the office.
    let is_told = context.format.is_for_people() && args.narrow.audience() == Audience::Office;
    if is_told && context.somebody().is_ok() {
        let mut matters = reading.matters(&matter::REGISTERS)?;
        let end = days_later(context.today, days);
        matters.retain(|own| own.is_due(end) && question.keeps_matter(&reading.home, own));
        screen = with_matters(&names, screen, &matters);
    }
    let answer = Answer::screen(context, &screen.noting(shown.as_deref()));
    Ok(answer.found(found).with_talk(told))
}

/// The list as a calendar. Phones hand calendars on to others: names are masked as in mail.
fn feed(context: &Context, names: Names, staff: Option<Id>, soon: &[Obligation]) -> Feed {
    let settings = &names.plan.home.settings;
    let names = names.masked(settings.mail.mask);
    let person = names.person(staff).unwrap_or_default();
    let name = Msg::FeedName { home: &settings.home, person: &person }.text(context.lang);
    Feed { name, stamp: context.now.to_utc(), days: feed_days(&names, soon) }
}
