//! `care attention`: the children nobody asked.

use crate::cli::answer::Answer;
use crate::cli::audience::ForWhom;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::rule::Level;
use crate::domain::spans::Span;
use crate::domain::subject::Subject;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::render::screens::Names;
use crate::render::screens::attention::screen;
use crate::reports::attention::{CHECKS, attention};
use crate::reports::contacts::{self, contacts};
use crate::rules::plan::Plan;
use crate::session::read::Ask;
use crate::session::records::Wanted;
use chrono::NaiveDate;

pub const ABOUT: Purpose = Purpose {
    name: "关注",
    says: ("没有人问起的儿童，最久没有联系的在前", "The children nobody asked, the quietest first"),
    examples: &[
        Example { typed: ("", ""), does: ("全校", "The whole school") },
        Example {
            typed: ("--班级 四2", "--class 2021-2"), does: ("只看一个班", "One class")
        },
    ],
    see: &["overdue", "why", "show"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[command(flatten)]
    whom: ForWhom,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let ask = args.whom.ask(Ask { registers: &[CHECKS], ..Ask::default() });
    context.read(ask, |reading| {
        let (home, today, lang) = (&reading.home, context.today, context.lang);
        let class = args.class.as_deref().map(|text| typed::class(home, text, today, lang));
        let class = class.transpose()?;
        let plan = Plan::new(home, today, |rule| rule.level <= Level::Advised);
        let (late, _) = reading.late_and_soon(&plan, 0, |_| true)?;
        let read = |registers: &[&str], days: Span| {
            reading
                .records(registers, &Wanted { days: Some(days), versions: false, is: &|_, _| true })
        };
        let registers = contacts::registers(home);
        let reached = read(&registers, contacts::days(&plan))?;
        let mut contacts = contacts(&plan, reached.iter().map(|(_, event, _)| event));
        let is_asked = |child: usize| {
            class.is_none() || plan.class_of(&Subject::Child(child)) == class.as_ref()
        };
        contacts.children.retain(|own| is_asked(own.child));
        let checks = read(&[CHECKS], Span { first: NaiveDate::MIN, last: today })?;
        let checks: Vec<_> = checks.into_iter().map(|(_, event, _)| event).collect();
        let all = attention(&plan, &contacts, &late, &checks);
        let names = Names::new(&plan, lang).told_to(args.whom.audience());
        Ok(Answer::screen(context, &screen(&names, &all)))
    })
}
