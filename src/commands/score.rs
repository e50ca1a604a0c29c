//! `care score`: what each subject comes to by a score sheet.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::scoring::{self, ScorePeriodFlags, ScoreReading};
use crate::domain::score_marks::Assessed;
use crate::domain::score_sheet::ScoreSheet;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::listed;
use crate::lang::score_words::Scoring;
use crate::render::screens::Names;
use crate::render::screens::scores::{ScorePage, SheetLine, screen, sheets};
use crate::reports::scores::{ranked, scores};
use crate::session::change::Change;
use crate::session::read::{Ask, Reading};
use crate::storage::journal::Step;
use crate::storage::layout;
use crate::storage::template::EXAMPLE_SHEETS;

pub const ABOUT: Purpose = Purpose {
    name: "得分",
    says: (
        "考核表和风险评估表：各项得分、总分、等次，谁还没评",
        "Score sheets: points, totals and levels, and who lacks what",
    ),
    examples: &[
        Example {
            typed: ("--开始 pair", "--begin pair"),
            does: ("写一张结对考核的样表，照本校的改", "Begin with an example, and change it"),
        },
        Example {
            typed: ("pair", "pair"), does: ("本学期每一对的得分", "Each pair, this term")
        },
    ],
    see: &["mark", "why", "print", "rates"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("考核表", "SHEET")),
          help = said(("哪张考核表；不写就列出所有的", "Which score sheet; all are listed without")))]
    sheet: Option<String>,
    #[arg(value_name = say(Help::ValueWho), num_args = 0..,
          help = said(("只看这些：儿童、儿童/老师、老师、班级", "Only these: children, CHILD/STAFF, staff, classes")))]
    subjects: Vec<String>,
    #[command(flatten)]
    period: ScorePeriodFlags,
    #[arg(long,
          help = said(("按总分排，写名次（学校打开了才可以：care settings --set 按分排名=是）",
                       "By total, with places; only where the school has switched it on: \
                        care settings --set ranking=yes")))]
    ranked: bool,
    #[arg(long, value_name = said(("样表", "EXAMPLE")), conflicts_with_all = ["sheet", "ranked"],
          help = said(("写一张样表，好在上面改：pair、teacher、class、school 或 risk",
                       "Write an example to be changed: pair, teacher, class, school or risk")))]
    begin: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    if let Some(name) = &args.begin {
        return Answer::of_change(context, &[], |change| begin(context, name, change));
    }
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    context.read(Ask { registers: &names, ..Ask::default() }, |reading| {
        let all = reading.score_sheets()?;
        match &args.sheet {
            Some(word) => {
                let sheet = scoring::sheet(&all, word, context.lang)?;
                of_sheet(context, args, reading, sheet)
            }
            None => list(context, reading, &all),
        }
    })
}

fn of_sheet(
    context: &Context,
    args: &Args,
    reading: &Reading,
    sheet: &ScoreSheet,
) -> Result<Answer, Failure> {
    let (home, lang) = (&reading.home, context.lang);
    if args.ranked && sheet.is_of_people() && !home.settings.ranking {
        return Err(Failure::Refused(vec![Scoring::NotRanked.text(lang)]));
    }
    let period = scoring::period(context, home, sheet, args.period.word())?;
    let read = ScoreReading::new(context, reading, (sheet, period))?;
    let basis = read.basis();
    let wanted = args
        .subjects
        .iter()
        .map(|word| scoring::assessed(context, home, (sheet.of, basis.day()), &[word.as_str()]));
    let wanted: Vec<Assessed> = wanted.collect::<Result<_, _>>()?;
    let own = scores(&basis);
    let mut shown = match args.ranked {
        true => ranked(own),
        false => own.into_iter().map(|score| (None, score)).collect(),
    };
    shown.retain(|(_, own)| wanted.is_empty() || wanted.contains(&own.assessed));
    let names = Names::new(&read.plan, lang);
    let period = &read.period;
    let page = ScorePage { names: &names, sheet, period, scores: &shown, is_ranked: args.ranked };
    Ok(Answer::screen(context, &screen(&page)))
}

/// Every sheet, with how far it is filled in.
fn list(context: &Context, reading: &Reading, all: &[ScoreSheet]) -> Result<Answer, Failure> {
    let lines = all.iter().map(|sheet| {
        let period = scoring::period(context, &reading.home, sheet, None)?;
        let read = ScoreReading::new(context, reading, (sheet, period))?;
        let own = scores(&read.basis());
        let complete = own.iter().filter(|score| score.total.is_some()).count();
        Ok(SheetLine { sheet, period: read.period.clone(), complete, subjects: own.len() })
    });
    let lines: Vec<SheetLine> = lines.collect::<Result<_, Failure>>()?;
    let none = lines.is_empty().then(|| scoring::no_sheets(context.lang));
    let shown = sheets(&lines, context.lang).noting(none.as_deref());
    Ok(Answer::screen(context, &shown))
}

/// Puts an example where the school's sheets stand.
fn begin(context: &Context, name: &str, change: &mut Change) -> Result<Vec<String>, Failure> {
    let (name, lang) = (name.trim(), context.lang);
    let Some((_, text)) = EXAMPLE_SHEETS.iter().find(|(own, _)| *own == name) else {
        let all = listed(&EXAMPLE_SHEETS.map(|(own, _)| own.to_owned()), lang);
        return Err(Failure::Usage(vec![Scoring::NotShipped { word: name, all: &all }.text(lang)]));
    };
    let file = format!("{}/{name}.toml", layout::SHEETS);
    if change.text(&file)?.is_some() {
        return Err(Failure::Refused(vec![Scoring::StandsAlready { file: &file }.text(lang)]));
    }
    let put = Step::Put { file: file.clone(), before: None, text: (*text).to_owned() };
    change.add(put, None);
    Ok(vec![Scoring::Begun { file: &file }.text(lang)])
}
