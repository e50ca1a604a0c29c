//! `care print`: the school's own forms, filled in from the records: the list for an inspection,
//! books, cards, tables and sheets to sign.

mod book;
mod children;
mod days;
mod handover;
mod inspection;
mod pack;
mod timetable;

use std::path::PathBuf;

use crate::cli::answer::Answer;
use crate::cli::choices::{self, Choices};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::period::Period;
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::domain::privacy::{Gate, Privacy};
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::print_words::Printing;

pub const ABOUT: Purpose = Purpose {
    name: "打印",
    says: (
        "打印：迎检清单、记录本、联系卡、结对表、值日表、交接表、登记表",
        "Forms to print: inspection list, books, cards, pairs, timetable, handover, registration",
    ),
    examples: &[
        Example {
            typed: ("迎检清单", "inspection"),
            does: (
                "检查要看的二十盒：有多少，缺什么",
                "The twenty boxes: what there is, what lacks",
            ),
        },
        Example {
            typed: (
                "记录本 谈心 --班级 四2 -o 谈心记录本.xlsx",
                "book talk --class 2021-2 -o talks.xlsx",
            ),
            does: ("一个班本学期的谈心记录本", "A class's book of talks of this term"),
        },
        Example {
            typed: (
                "联系卡 --班级 四2 --显示 personal --reason 发给家长 -o 联系卡.xlsx",
                "cards --class 2021-2 --reveal personal --reason 'for parents' -o cards.xlsx",
            ),
            does: (
                "一个班的联系卡，电话印全（会记下来）",
                "Cards with whole phones; it is recorded",
            ),
        },
    ],
    see: &["export", "records", "handover"],
};

/// What can be printed.
const KINDS: Choices = &[
    ("inspection", &["迎检清单", "迎检"]),
    ("book", &["记录本", "登记本"]),
    ("cards", &["联系卡"]),
    ("pairs", &["结对表", "结对帮扶一览表", "结对"]),
    ("timetable", &["值日表"]),
    ("handover", &["交接表", "学期末交接表"]),
    ("form", &["表", "表格"]),
];

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("什么", "WHAT")), value_parser = choices::of(KINDS),
          hide_possible_values = true,
          help = said(("迎检清单、记录本、联系卡、结对表、值日表、交接表、表（登记表、个别教育、成长记录袋）",
                       "inspection, book, cards, pairs, timetable, handover or form (registration, \
                        plan, growth)")))]
    what: String,
    #[arg(value_name = say(Help::ValueText), num_args = 0..,
          help = said(("哪本登记（谈心、家访……），哪张表，哪些儿童",
                       "Which register's book, which form, which children")))]
    words: Vec<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    class: Option<String>,
    #[command(flatten)]
    period: Period,
    #[arg(long, value_name = said(("学年", "YEAR")),
          conflicts_with_all = ["month", "from", "until", "term"],
          help = said(("只看这个学年：2024-2025", "Only this school year: 2024-2025")))]
    year: Option<String>,
    #[arg(long, value_name = say(Help::ValueDir),
          help = said(("迎检清单：整盒写进这个新的（或空的）文件夹",
                       "Of the inspection: all boxes into this new or empty folder")))]
    pack: Option<PathBuf>,
    #[command(flatten)]
    reveal: RevealFlags,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    args.fits(context)?;
    // Here every form learns what of it may be seen.
    let opened = args.reveal.opened(context)?;
    match args.what.as_str() {
        "inspection" => inspection::answer(context, args, &opened),
        "book" => book::answer(context, args, &opened),
        "timetable" => timetable::answer(context, args),
        "handover" => handover::answer(context, args),
        _ => children::answer(context, args, &opened),
    }
}

impl Args {
    /// A flag that does not go with what is printed is no silent part of it.
    fn fits(&self, context: &Context) -> Result<(), Failure> {
        let what = self.what.as_str();
        let is_any = |own: &[&str]| own.contains(&what);
        let days = self.period.is_given() || self.year.is_some();
        let only_term = self.year.is_none() && self.period.term().is_some();
        let takes_days = match what {
            "handover" => only_term,
            own => ["inspection", "book", "timetable", "form"].contains(&own),
        };
        let wrong = [
            (
                "--class",
                self.class.is_some(),
                is_any(&["book", "cards", "pairs", "handover", "form"]),
            ),
            ("--term, --month, --year, --from", days, takes_days),
            ("--pack", self.pack.is_some(), what == "inspection"),
        ];
        let lang = context.lang;
        let refused = |said: Printing| Err(Failure::Usage(vec![said.text(lang)]));
        if let Some((flag, ..)) = wrong.iter().find(|(_, is_given, fits)| *is_given && !fits) {
            let called = KINDS.iter().find(|(own, _)| *own == what);
            let called = called.and_then(|(_, also)| also.first()).copied().unwrap_or(what);
            let what = if context.lang == crate::lang::Lang::Zh { called } else { what };
            return refused(Printing::NotWith { flag, what });
        }
        let most = match what {
            "book" => 1,
            "cards" | "form" => usize::MAX,
            _ => 0,
        };
        match self.words.get(most) {
            Some(text) => refused(Printing::NoMoreWords { text }),
            None => Ok(()),
        }
    }
}

/// That something may be masked, unless it is shown.
fn masked(context: &Context, opened: &Revealed, gate: &Gate) -> Option<String> {
    let is_whole = gate.allows(Privacy::Personal) || opened.is_anything();
    (!is_whole && context.format.is_for_people()).then(|| Printing::Masked.text(context.lang))
}
