//! `care attention`: the children nobody asked.

use super::overdue_page::contacts_of;
use crate::cli::answer::Answer;
use crate::cli::audience::ForWhom;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::matter::FLAG;
use crate::domain::rule::Level;
use crate::domain::subject::Subject;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::render::screens::Names;
use crate::render::screens::attention::screen;
use crate::reports::attention::{CHECKS, attention};
use crate::rules::plan::Plan;
use crate::session::read::Ask;
use crate::session::records::Wanted;

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
    let ask = args.whom.ask(Ask { registers: &[CHECKS, FLAG], ..Ask::default() });
    context.read(ask, |reading| {
        let (home, today, lang) = (&reading.home, context.today, context.lang);
        let class = args.class.as_deref().map(|text| typed::class(home, text, today, lang));
        let class = class.transpose()?;
        let plan = Plan::new(home, today, |rule| rule.level <= Level::Advised);
        let (late, _) = reading.late_and_soon(&plan, 0, |_| true)?;
        let contacts = contacts_of(reading, &plan, |child| {
            class.is_none() || plan.class_of(&Subject::Child(child)) == class.as_ref()
        })?;
        let wanted = Wanted { days: None, versions: false, is: &|_, _| true };
        let checks = reading.records(&[CHECKS], &wanted)?;
        let checks: Vec<_> = checks.into_iter().map(|(_, event, _)| event).collect();
        let asked = reading.matters(&[FLAG])?;
        let all = attention(&plan, &contacts, &late, &checks, &asked);
        let names = Names::new(&plan, lang).told_to(args.whom.audience());
        Ok(Answer::screen(context, &screen(&names, &all)))
    })
}
