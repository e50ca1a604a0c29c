//! `care overdue`: what must someone do now.

use super::overdue_head::OverdueHead;
use super::overdue_page::{completed, reached};
use crate::cli::answer::Answer;
use crate::cli::choices::{self, Choices};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::mark;
use crate::cli::question::{Narrow, Question};
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::domain::audience::Audience;
use crate::domain::calendar::Term;
use crate::domain::rule::Level;
use crate::lang::calendar_words;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::paper_words::PaperWord;
use crate::lang::talk::Msg;
use crate::render::screen::Screen;
use crate::render::screens::Names;
use crate::render::screens::overdue::{GroupBy, HomeToday, screen};
use crate::render::screens::overdue_page::OverduePage;
use crate::render::wall;
use crate::reports::due;
use crate::reports::incidents::INCIDENT;
use crate::rules::plan::Plan;
use crate::session::read::{Ask, Reading};
use crate::storage::child_depth::Depth;

pub const ABOUT: Purpose = Purpose {
    name: "逾期",
    says: ("逾期未办的事项", "What is overdue"),
    examples: &[
        Example {
            typed: ("--班级 四2", "--class 2021-2"), does: ("只看一个班", "One class")
        },
        Example {
            typed: ("--分组 staff", "--group-by staff"),
            does: ("按责任人分开列", "By who is responsible"),
        },
        Example {
            typed: ("--给谁看 wall --format markdown", "--for wall --format markdown"),
            does: ("贴到群里，姓名遮盖", "For a group chat, names masked"),
        },
    ],
    see: &["due", "why", "formats"],
};

const GROUPS: Choices =
    &[("class", &["班级"]), ("staff", &["教师", "责任人"]), ("rule", &["规则"])];

const LEVELS: Choices = &[("required", &["必办"]), ("advised", &["建议"]), ("inform", &["参考"])];

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    narrow: Narrow,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::GroupBy),
          value_parser = choices::of(GROUPS), hide_possible_values = true)]
    group_by: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::LevelFlag),
          value_parser = choices::of(LEVELS), hide_possible_values = true)]
    level: Option<String>,
    #[arg(long, value_name = say(Help::ValueNumber), help = say(Help::MaxBytes))]
    max_bytes: Option<usize>,
    #[arg(long, help = say(Help::ExitCode))]
    exit_code: bool,
    #[command(flatten)]
    reveal: RevealFlags,
}

impl Args {
    fn group(&self) -> Option<GroupBy> {
        self.group_by.as_deref().map(|word| match word {
            "class" => GroupBy::Class,
            "staff" => GroupBy::Staff,
            _ => GroupBy::Rule,
        })
    }
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    if context.format.is_on_paper() && args.max_bytes.is_some() {
        return Err(Failure::Usage(vec![PaperWord::NotSoMany.text(context.lang)]));
    }
    let opened = args.reveal.opened_for(args.narrow.audience(), context)?;
    let mut ask = Ask { registers: &[INCIDENT], ..args.narrow.ask(context)? };
    if context.format.is_a_page() {
        ask.children = Depth::Whole;
    }
    context.read(ask, |reading| list(context, (args, &opened), reading))
}

fn list(
    context: &Context,
    (args, opened): (&Args, &Revealed),
    reading: &Reading,
) -> Result<Answer, Failure> {
    let home = &reading.home;
    let level = args.level.as_deref().and_then(Level::parse);
    let question = args.narrow.question(context, home, level)?;
    let plan = Plan::new(home, context.today, |rule| question.wants_or_promised(rule));
    let (mut rows, mut soon) = match question.only_informs {
        true => (reading.informing(&plan)?, Vec::new()),
        false => reading.late_and_soon(&plan, due::WEEK, |rule| question.wants(rule))?,
    };
    rows.retain(|row| question.keeps(&plan, row.case));
    soon.retain(|one| question.keeps(&plan, one.case));
    let around = around(&question, &plan, soon.len());
    let found = args.exit_code && !rows.is_empty();
    let for_wall = args.narrow.audience() == Audience::Wall;
    let is_prose = context.format.is_for_people() && !context.format.is_on_paper();
    let names = Names::new(&plan, context.lang).told_to(args.narrow.audience());
    let max_bytes = args.max_bytes.map(|most| most.saturating_sub(mark::room(context)));
    let note = calendar_words::outside(&home.calendar, context.today, context.lang);
    // Silence says that all was judged and nothing is late.
    let mut head = OverdueHead::of(context, reading, (&question, args.narrow.audience()), opened)?;
    let look = head.look.take();
    let is_judged =
        around.rules > 0 && around.not_reached == 0 && note.is_none() && head.is_empty();
    if context.may_be_silent() && rows.is_empty() && is_judged {
        return Ok(Answer::text(String::new()));
    }
    let (answer, told) = match for_wall && is_prose {
        true => (Answer::data(wall::list(&names, &rows, max_bytes)), note),
        false => {
            let (shown, told) = context.format.part(note);
            let mut screen = screen(&names, &rows, args.group(), &around);
            if context.format.is_a_page() {
                let contacts = reached(reading, &question, &plan)?;
                let (rates, done) = completed((context, reading), &args.narrow, &names)?;
                let (late, soon, enrolled) = (&rows, &soon, around.enrolled);
                let page =
                    OverduePage { names: &names, late, soon, enrolled, contacts, rates, done };
                screen = page.around(screen);
            }
            let screen = head.above(screen).noting(shown.as_deref());
            let answer = Answer::drawn(context, &screen, |told| {
                shorten(told, rows.len(), context, max_bytes)
            });
            // How many of the rows were left out is said in the list itself.
            let is_whole = args.max_bytes.is_none();
            (if is_whole { answer.of_rows(rows.len()) } else { answer }, told)
        }
    };
    Ok(answer.seen(look).found(found).with_talk(told))
}

/// The home on the day of the list.
fn around<'h>(question: &Question, plan: &Plan<'h>, soon: usize) -> HomeToday<'h> {
    let home = plan.home;
    HomeToday {
        enrolled: home.enrolled(plan.today),
        term: home.calendar.term_begun(plan.today).map(Term::called),
        due_soon: (!question.only_informs).then_some(soon),
        rules: home.rules.len(),
        not_reached: plan.not_reached(|case| {
            question.wants(plan.rules[case.rule].rule) && question.keeps(plan, case)
        }),
    }
}

/// The screen as drawn; when it may only have so many bytes, without its last rows.
fn shorten(screen: &Screen, rows: usize, context: &Context, max_bytes: Option<usize>) -> Vec<u8> {
    let draw = |hidden: usize| {
        let mut shown = Screen { hidden, ..screen.clone() };
        if hidden > 0 {
            shown.footer = Some(Msg::Hidden { count: hidden }.text(context.lang));
        }
        context.format.draw(&shown)
    };
    wall::fitting(rows, max_bytes, draw)
}
