//! `care calendar`: terms, windows, holidays and make-up days; and what is added to them.

use super::calendar_entry;
use crate::cli::answer::Answer;
use crate::cli::choices::{self, Choices};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::render::screens::calendar::screen;
use crate::session::read::Ask;

pub const ABOUT: Purpose = Purpose {
    name: "校历",
    says: ("校历；加学期、假日、调休上课日", "The calendar; adding terms, holidays, make-up days"),
    examples: &[
        Example { typed: ("", ""), does: ("看校历", "Show the calendar") },
        Example {
            typed: (
                "add-holiday 秋假 --first 2024-11-07 --last 2024-11-08",
                "add-holiday break --first 2024-11-07 --last 2024-11-08",
            ),
            does: ("加一个假期", "Add a holiday"),
        },
        Example {
            typed: ("add-workday 2024-11-09", "add-workday 2024-11-09"),
            does: ("调休上课", "A make-up day"),
        },
    ],
    see: &["new-year", "rota", "dates"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("做什么", "WHAT")), value_parser = choices::of(KINDS),
          hide_possible_values = true,
          help = said(("加学期、加假日、加调休；不写就是看校历",
                       "add-term, add-holiday or add-workday; without, the calendar is shown")))]
    what: Option<String>,
    #[arg(value_name = say(Help::ValueText), num_args = 0..,
          help = said(("学期编号（2026-2027-1）、假日名称、日期，或整段放假通知",
                       "The term's id, the holiday's name, days, or a whole notice")))]
    text: Vec<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = said(("第一天", "The first day")))]
    first: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = said(("最后一天", "The last day")))]
    last: Option<String>,
    #[arg(long, value_name = say(Help::ValueText),
          help = said(("学期的叫法", "What the term is called")))]
    name: Option<String>,
    #[arg(long = "window", value_name = said(("期初=起~止", "NAME=FIRST~LAST")),
          help = said(("学期里的时段，如 期初=9.1~9.26；可重复；不写按前、中、后 28 天",
                       "A window of the term, such as start=9.1~9.26; may be repeated")))]
    windows: Vec<String>,
}

/// What may be added, with its Chinese name.
const KINDS: Choices =
    &[("add-term", &["加学期"]), ("add-holiday", &["加假日"]), ("add-workday", &["加调休"])];

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    match args.what.as_deref() {
        Some(what) => {
            let (first, last) = (args.first.as_deref(), args.last.as_deref());
            let (name, windows) = (args.name.as_deref(), &args.windows[..]);
            let entry = calendar_entry::NewEntry { text: &args.text, first, last, name, windows };
            calendar_entry::add(context, what, &entry)
        }
        None => context.read(Ask::records(&[]), |reading| {
            let screen = screen(&reading.home.calendar, context.today, context.lang);
            Ok(Answer::screen(context, &screen))
        }),
    }
}
