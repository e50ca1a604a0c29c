//! `care rates`: how much of what fell due was done in time.

use crate::cli::answer::Answer;
use crate::cli::choices::{self, Choices};
use crate::cli::context::Context;
use crate::cli::due_within::DueWithin;
use crate::cli::failure::Failure;
use crate::cli::period::Period;
use crate::cli::question::Narrow;
use crate::lang::calendar_words;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::render::screens::Names;
use crate::render::screens::rates::{RatesPage, screen, unreconciled};
use crate::reports::rates::{RatesBy, rates};

pub const ABOUT: Purpose = Purpose {
    name: "完成率",
    says: (
        "到期的办了多少，按规则、班级、责任人或月份",
        "How much of what fell due was done in time",
    ),
    examples: &[
        Example { typed: ("", ""), does: ("本学期，按规则", "This term, by rule") },
        Example {
            typed: ("--按 班级 --月份 2024-10", "--by class --month 2024-10"),
            does: ("一个月，按班级", "A month, by class"),
        },
    ],
    see: &["matrix", "overdue", "obligations"],
};

const SPLITS: Choices = &[
    ("class", &["班级"]),
    ("staff", &["教师", "责任人"]),
    ("rule", &["规则"]),
    ("month", &["月份", "月"]),
];

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = say(Help::ValueWord),
          help = said(("按什么分：rule（默认）、class、staff 或 month",
                       "Split by rule (default), class, staff or month")),
          value_parser = choices::of(SPLITS), hide_possible_values = true)]
    by: Option<String>,
    #[command(flatten)]
    narrow: Narrow,
    #[command(flatten)]
    period: Period,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let by = match args.by.as_deref() {
        Some("class") => RatesBy::Class,
        Some("staff") => RatesBy::Staff,
        Some("month") => RatesBy::Month,
        _ => RatesBy::Rule,
    };
    context.read(args.narrow.ask(context)?, |reading| {
        let due = DueWithin::new(context, reading, (&args.narrow, &args.period))?;
        let names = Names::new(&due.plan, context.lang);
        let rates = rates(&due.plan, &due.owed, by, due.slots());
        if let Err(wrong) = rates.reconcile() {
            return Err(Failure::Refused(vec![unreconciled(&names, &rates, &wrong)]));
        }
        let calendar = &reading.home.calendar;
        let note = calendar_words::outside(calendar, context.today, context.lang);
        let (shown, told) = context.format.part(note);
        let not_reached = due.not_reached();
        let page = RatesPage { rates: &rates, by, of: &due.asked.called, not_reached };
        let screen = screen(&names, &page).noting(shown.as_deref());
        Ok(Answer::screen(context, &screen).with_talk(told))
    })
}
