//! What is asked to be printed.

use std::path::PathBuf;

use super::built_in::is_built_in;
use crate::cli::audience::ForWhom;
use crate::cli::choices::{self, Choices};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::period::Period;
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::domain::audience::Audience;
use crate::domain::home::Home;
use crate::domain::privacy::{Gate, Privacy};
use crate::lang::help::{Help, said, say};
use crate::lang::print_words::Printing;

/// What can be printed.
const KINDS: Choices = &[
    ("report", &["总结", "工作总结", "报告"]),
    ("inspection", &["迎检清单", "迎检"]),
    ("book", &["记录本", "登记本"]),
    ("cards", &["联系卡"]),
    ("pairs", &["结对表", "结对帮扶一览表", "结对"]),
    ("timetable", &["值日表"]),
    ("handover", &["交接表", "学期末交接表"]),
    ("assessment", &["考核表", "评分表"]),
    ("form", &["表", "表格"]),
];

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("什么", "WHAT")), value_parser = choices::of(KINDS),
          hide_possible_values = true,
          help = said(("总结、迎检清单、记录本、联系卡、结对表、值日表、交接表、考核表、表（登记表、个别教育、成长记录袋，或 forms/ 里自己的表）",
                       "report, inspection, book, cards, pairs, timetable, handover, assessment or form \
                        (registration, plan, growth, or your own in forms/)")))]
    pub(super) what: String,
    #[arg(value_name = say(Help::ValueText), num_args = 0..,
          help = said(("哪种总结（学期、学年、月报、缺勤），哪本登记（谈心、家访……），哪张表，哪些儿童",
                       "Which report (term, year, month, absence), which register's book, which \
                        form, which children")))]
    pub(super) words: Vec<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassOnly))]
    pub(super) class: Option<String>,
    #[command(flatten)]
    pub(super) period: Period,
    #[arg(long, value_name = said(("学年", "YEAR")),
          conflicts_with_all = ["month", "from", "until", "term"],
          help = said(("只看这个学年：2024-2025", "Only this school year: 2024-2025")))]
    pub(super) year: Option<String>,
    #[arg(long, value_name = say(Help::ValueDir),
          help = said(("迎检清单：整盒；自己的表：每名儿童一个文件，写进这个新的（或空的）文件夹",
                       "Of the inspection all boxes, of your own form a file for each child, into \
                        this new or empty folder")))]
    pub(super) pack: Option<PathBuf>,
    #[arg(long, help = said(("自己的表：不填，原样写到 -o，好在上面改；考核表：分数空着",
                             "Of your own form: as it is, into the file of -o, to be changed; of an assessment: \
                              without points")))]
    pub(super) blank: bool,
    #[arg(long,
          help = said(("总结：列出每个数是从哪些记录来的", "Of a report: the rows behind each number")))]
    pub(super) trace: bool,
    #[arg(long, conflicts_with = "trace",
          help = said(("总结：写好标题，学校自己的话写在下面",
                       "Of a report: begin the file in which the school writes its own words")))]
    pub(super) begin_words: bool,
    #[command(flatten)]
    pub(super) whom: ForWhom,
    #[command(flatten)]
    pub(super) reveal: RevealFlags,
}

impl Args {
    /// A flag that does not go with what is printed is no silent part of it.
    pub(super) fn fits(&self, context: &Context) -> Result<(), Failure> {
        let what = self.what.as_str();
        let is_any = |own: &[&str]| own.contains(&what);
        let days = self.period.is_given() || self.year.is_some();
        let only_term = self.year.is_none() && self.period.term().is_some();
        let takes_days = match what {
            "handover" => only_term,
            // A sheet has periods of its own, which have names.
            "assessment" => {
                self.year.is_some() || self.period.term().is_some() || self.period.month().is_some()
            }
            own => ["report", "inspection", "book", "timetable", "form"].contains(&own),
        };
        let wrong = [
            (
                "--class",
                self.class.is_some(),
                is_any(&["book", "cards", "pairs", "handover", "form"]),
            ),
            ("--term, --month, --year, --from", days, takes_days),
            ("--pack", self.pack.is_some(), what == "inspection" || self.is_of_own_form()),
            ("--blank", self.blank, self.is_of_own_form() || what == "assessment"),
            ("--trace", self.trace, what == "report"),
            ("--begin-words", self.begin_words, what == "report"),
        ];
        let lang = context.lang;
        let refused = |said: Printing| Err(Failure::Usage(vec![said.text(lang)]));
        if let Some((flag, ..)) = wrong.iter().find(|(_, is_given, fits)| *is_given && !fits) {
            let called = KINDS.iter().find(|(own, _)| *own == what);
            let called = called.and_then(|(_, also)| also.first()).copied().unwrap_or(what);
            let what = if context.lang == crate::lang::Lang::Zh { called } else { what };
            return refused(Printing::NotWith { flag, what });
        }
        // What is posted tells of nobody's affairs; the other forms do.
        let is_posted = is_any(&["pairs", "timetable"]);
        let is_posting = matches!(self.whom.audience(), Audience::Parents | Audience::Wall);
        if is_posting && !is_posted {
            return refused(Printing::NotPosted);
        }
        let most = match what {
            "book" | "report" => 1,
            "cards" | "form" | "assessment" => usize::MAX,
            _ => 0,
        };
        match self.words.get(most) {
            Some(text) => refused(Printing::NoMoreWords { text }),
            None => Ok(()),
        }
    }
}

impl Args {
    /// Is it a form that the program does not make itself?
    pub(super) fn is_of_own_form(&self) -> bool {
        let is_own = |word: &String| !is_built_in(word);
        self.what == "form" && self.words.first().is_none_or(is_own)
    }

    /// The class that was asked for, as the school prints it today; blank without one.
    pub(super) fn class_called(&self, context: &Context, home: &Home) -> String {
        let Some(text) = self.class.as_deref() else { return String::new() };
        let year = home.calendar.spoken_year(context.today);
        let code = home.settings.class_code(text, year);
        code.map_or(text.to_owned(), |code| home.class_name(&code, context.today))
    }
}

/// That something may be masked, unless it is shown.
pub(super) fn masked(context: &Context, opened: &Revealed, gate: &Gate) -> Option<String> {
    let is_whole = gate.allows(Privacy::Personal) || opened.is_anything();
    (!is_whole && context.format.is_for_people()).then(|| Printing::Masked.text(context.lang))
}
