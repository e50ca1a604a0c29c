//! `care obligations`: every obligation and its state.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Narrow;
use crate::domain::rule::Level;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::render::screens::Names;
use crate::render::screens::obligations::screen;
use crate::reports::obligations::obligations;
use crate::rules::need;
use crate::rules::plan::Plan;
use crate::session::read::nobody;

pub const ABOUT: Purpose = Purpose {
    name: "应办",
    says: ("每一项应办事项和它的状态", "Every obligation and its state"),
    examples: &[
        Example {
            typed: ("--班级 四2", "--class 2021-2"),
            does: ("一个班的每一项", "Each one of a class"),
        },
        Example {
            typed: ("--规则 每月谈心 -o 谈心.csv", "--rule monthly-talk -o talks.csv"),
            does: ("一条规则，存成表格", "One rule, as a spreadsheet"),
        },
    ],
    see: &["overdue", "why", "rules"],
};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    narrow: Narrow,
    #[arg(long, help = say(Help::All))]
    all: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    context.read(args.narrow.ask(context)?, |reading| {
        let question = args.narrow.question(context, &reading.home, Some(Level::Advised))?;
        let plan = Plan::new(&reading.home, context.today, |rule| question.wants(rule));
        let tally = reading.judge(&plan, &need::everything(&plan), nobody)?;
        let mut all = obligations(&plan, &tally, args.all);
        all.retain(|one| question.keeps(&plan, one.case));
        let names = Names::new(&plan, context.lang).told_to(args.narrow.audience());
        Ok(Answer::screen(context, &screen(&names, &all)))
    })
}
