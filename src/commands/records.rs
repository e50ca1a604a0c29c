//! `care records`: what was written, read back.

use super::record_counts;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::of_class::OfClass;
use crate::cli::period::Period;
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::cli::{finder, registers};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::privacy::Privacy;
use crate::domain::register::Register;
use crate::lang::count_words::Counting;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::render::screens::record_counts::{CountPage, screen as counts_screen};
use crate::render::screens::records::{RecordsPage, screen, unseen};
use crate::reports::records::Records;
use crate::session::read::{Ask, Reading};
use crate::session::records::Wanted;

pub const ABOUT: Purpose = Purpose {
    name: "记录",
    says: ("查看登记过的记录", "The records that were written"),
    examples: &[
        Example {
            typed: ("谈心 --月份 2024-10", "talk --month 2024-10"),
            does: ("十月的谈心", "October's talks"),
        },
        Example {
            typed: ("--儿童 欧阳晨曦", "--child oycx"),
            does: ("一名儿童的全部记录", "Everything about one child"),
        },
        Example {
            typed: ("谈心 --统计 staff", "talk --count-by staff"),
            does: ("每位教师记了几次", "How many by each teacher"),
        },
    ],
    see: &["amend", "show", "registers"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("登记", "REGISTER")),
          help = said(("哪些登记：谈心、家访、talk …；不写就是全部（保密登记除外）",
                       "Which registers: talk, visit ...; without, all but the restricted ones")))]
    registers: Vec<String>,
    #[arg(long, value_name = say(Help::ValueChild),
          help = said(("只看这名儿童的", "Only those of this child")))]
    child: Option<String>,
    #[arg(long, value_name = say(Help::ValueClass),
          help = said(("只看这个班的，按记录那天的班级",
                       "Only those of this class, as it was on the day of the record")))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff),
          help = said(("只看这位教师做的", "Only those of this person")))]
    staff: Option<String>,
    #[command(flatten)]
    period: Period,
    #[arg(long, help = said(("连同更正前的和作废的", "Also what was corrected or taken back")))]
    versions: bool,
    #[arg(long, value_name = say(Help::ValueField),
          help = said(("按儿童、教师或一个栏目数条数",
                       "Count them by child, staff or a column")))]
    count_by: Option<String>,
    #[arg(long, value_name = say(Help::ValueField),
          help = said(("把一个栏目的数加起来，如 金额；有收支的，另算结余",
                       "Add up a column, such as amount; with the balance of what comes, goes")))]
    sum: Option<String>,
    #[command(flatten)]
    reveal: RevealFlags,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let opened = args.reveal.opened(context)?;
    context.read(Ask::records(&names), |reading| list(context, args, &opened, reading))
}

fn list(
    context: &Context,
    args: &Args,
    opened: &Revealed,
    reading: &Reading,
) -> Result<Answer, Failure> {
    let (home, lang, gate) = (&reading.home, context.lang, opened.gate());
    let asked = asked(home, &args.registers, context)?;
    let words = (args.count_by.as_deref(), args.sum.as_deref());
    let counted = record_counts::counted(context, &asked, words, opened)?;
    if counted.is_some() && args.versions {
        return Err(Failure::Usage(vec![Counting::NoVersions.text(lang)]));
    }
    let who = Who::new(home, args, context)?;
    let wanted = Wanted {
        days: args.period.days(home, context)?,
        versions: args.versions,
        is: &|_, event| who.fits(event),
    };
    let names: Vec<&str> = asked.iter().map(|register| register.name.as_str()).collect();
    let records = Records::new(home, &asked, reading.records(&names, &wanted)?, &gate);
    let may_show = |own: &Register| !own.restricted || gate.allows(Privacy::Restricted);
    let shown: Vec<&Register> = asked.into_iter().filter(|own| may_show(own)).collect();
    let page = RecordsPage {
        home,
        records: &records,
        registers: &shown,
        versions: args.versions,
        short: context.format.is_for_a_screen(),
        width: context.width,
        gate: &gate,
        whose: who.child.and_then(|id| home.child(id)).map(|child| child.name.as_str()),
        lang,
    };
    let counts = counted.map(|own| {
        let (register, by, sum) = (own.register, own.by, own.sum);
        let records = &records;
        counts_screen(&CountPage { home, records, register, by, sum, gate: &gate, lang })
    });
    // Programs see no footer: whoever calls them is told apart from the data.
    let told = unseen(&records, lang).filter(|_| !context.format.is_for_people());
    let screen = counts.unwrap_or_else(|| screen(&page));
    let children = records.shown.iter().flat_map(|own| own.event.children.iter().copied());
    let of = shown.iter().map(|own| own.name.clone()).collect();
    let look = opened.look((context, home), &gate, children, of)?;
    Ok(Answer::screen(context, &screen).seen(look).with_talk(told))
}

/// The registers that words name, each once; without words all that are not restricted.
fn asked<'h>(
    home: &'h Home,
    words: &[String],
    context: &Context,
) -> Result<Vec<&'h Register>, Failure> {
    if words.is_empty() {
        return Ok(home.registers.values().filter(|own| !own.restricted).collect());
    }
    let mut asked: Vec<&Register> = Vec::new();
    for word in words {
        let register = registers::called(home, word, context.lang)?;
        if !asked.iter().any(|own| own.name == register.name) {
            asked.push(register);
        }
    }
    Ok(asked)
}

/// Whose records are wanted.
struct Who<'a> {
    child: Option<Id>,
    staff: Option<Id>,
    class: OfClass<'a>,
}

impl<'a> Who<'a> {
    fn new(home: &'a Home, args: &'a Args, context: &Context) -> Result<Who<'a>, Failure> {
        let (today, lang) = (context.today, context.lang);
        let child = args.child.as_deref().map(|own| finder::child(home, own, today, lang));
        let staff = args.staff.as_deref().map(|own| finder::staff(home, own, lang));
        let class = OfClass::new(home, args.class.as_deref(), context)?;
        Ok(Who { child: child.transpose()?, staff: staff.transpose()?, class })
    }

    fn fits(&self, event: &Event) -> bool {
        self.child.is_none_or(|id| event.children.contains(&id))
            && self.staff.is_none_or(|id| event.staff.contains(&id))
            && self.class.has(event)
    }
}
