//! `care matrix`: for each rule a table of marks, subject by slot.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::due_within::DueWithin;
use crate::cli::failure::Failure;
use crate::cli::period::Period;
use crate::cli::question::Narrow;
use crate::lang::calendar_words;
use crate::lang::help::{Example, Purpose};
use crate::render::screens::Names;
use crate::render::screens::matrix::{MatrixPage, screen};

pub const ABOUT: Purpose = Purpose {
    name: "对照表",
    says: (
        "每条规则一张表：谁、哪个时段、办了没有",
        "A table for each rule: who, which slot, done or not",
    ),
    examples: &[
        Example {
            typed: ("--规则 每月谈心", "--rule monthly-talk"),
            does: ("一条规则，本学期", "One rule, this term"),
        },
        Example {
            typed: ("--班级 四2 -o 对照表.xlsx", "--class 2021-2 -o matrix.xlsx"),
            does: ("一个班，存成表格打印", "A class, as a workbook to print"),
        },
    ],
    see: &["rates", "obligations", "why"],
};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    narrow: Narrow,
    #[command(flatten)]
    period: Period,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    context.read(args.narrow.ask(context)?, |reading| {
        let due = DueWithin::new(context, reading, (&args.narrow, &args.period))?;
        let calendar = &reading.home.calendar;
        let note = calendar_words::outside(calendar, context.today, context.lang);
        let (shown, told) = context.format.part(note);
        let width = context.width.filter(|_| context.format.is_for_a_screen());
        let page = MatrixPage {
            owed: &due.owed,
            of: &due.asked.called,
            width,
            names_rules: !context.format.is_for_people(),
            not_reached: due.not_reached(),
        };
        let screen = screen(&Names::new(&due.plan, context.lang), &page).noting(shown.as_deref());
        Ok(Answer::screen(context, &screen).with_talk(told))
    })
}
