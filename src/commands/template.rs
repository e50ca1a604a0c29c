//! `care template`: a form for a register or the roster, to be filled in with Excel or WPS.

use crate::cli::answer::{Answer, Instead};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::{Narrow, Question};
use crate::cli::registers;
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::id::{Id, Kind};
use crate::domain::order::class_place;
use crate::domain::register::Register;
use crate::domain::told_apart::Called;
use crate::domain::{row_code, told_apart};
use crate::lang::form_words::FormWord;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::label;
use crate::lang::paper_words::PaperWord;
use crate::lang::record_words::Listing;
use crate::render::forms::owed_rows::filled;
use crate::render::forms::register::{FilledRow, RegisterForm};
use crate::render::forms::{FormLists, guide, roster};
use crate::render::screens::Names;
use crate::render::workbook::{Workbook, Worksheet};
use crate::reports::{due, owed};
use crate::rules::plan::Plan;
use crate::session::new_id;
use crate::session::read::{Ask, Reading};
use crate::storage::child_depth::Depth;

pub const ABOUT: Purpose = Purpose {
    name: "填报表",
    says: (
        "做一张用表格软件填的表，填好再导入",
        "A form to be filled in with Excel or WPS, and imported",
    ),
    examples: &[
        Example {
            typed: ("谈心 -o 谈心表.xlsx", "talk -o talk-form.xlsx"),
            does: ("空白的谈心表", "An empty form for talks"),
        },
        Example {
            typed: (
                "谈心 --应办 --班级 四2 -o 谈心表.xlsx",
                "talk --owed --class 2021-2 -o talk-form.xlsx",
            ),
            does: ("列好一个班应办的谈心", "With what a class owes listed"),
        },
        Example {
            typed: ("名册 -o 名册表.xlsx", "roster -o roster-form.xlsx"),
            does: ("登记儿童的表", "For new children"),
        },
    ],
    see: &["overdue", "registers", "open"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("什么", "WHAT")),
          help = said(("名册，或一个登记：谈心、家访、talk …",
                       "The roster, or a register: talk, visit ...")))]
    what: String,
    #[arg(long, help = said(("列好逾期和七天内到期的事项",
                             "With what is overdue or falls due within a week")))]
    owed: bool,
    #[command(flatten)]
    narrow: Narrow,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let refused = |word: FormWord| Err(Failure::Usage(vec![word.text(lang)]));
    let is_roster = registers::is_roster(&args.what);
    if is_roster && args.owed {
        return refused(FormWord::OwedOfRegister);
    }
    if context.output.is_some() && !context.format.is_a_workbook() {
        return refused(FormWord::NeedsWorkbook);
    }
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let ask = args.narrow.ask(context)?;
    // Of an empty form nothing is judged.
    let past_calendar = !args.owed;
    let ask = Ask { registers: &names, past_calendar, children: Depth::Whole, ..ask };
    context.read(ask, |reading| {
        let home = &reading.home;
        let register =
            (!is_roster).then(|| registers::called_beside_roster(home, &args.what, lang));
        let register = register.transpose()?;
        let question = args.narrow.question(context, home, None)?;
        if !args.owed && (question.rule.is_some() || question.staff.is_some()) {
            return refused(FormWord::OnlyOwed);
        }
        let what = register
            .map_or_else(|| Listing::Roster.text(lang), |own| label(&own.label, lang).to_owned());
        if context.output.is_none() {
            return Ok(opened(context, args, &what));
        }
        form(context, reading, (register, &what), &question, args.owed)
    })
}

/// Without a file's name the form gets one of its own, and is opened.
fn opened(context: &Context, args: &Args, what: &str) -> Answer {
    let mut words = vec!["template".to_owned(), args.what.clone()];
    words.extend(args.owed.then(|| "--owed".to_owned()));
    words.extend(args.narrow.words());
    let name = FormWord::Form { what }.text(context.lang);
    let (name, time) = (name.replace(['/', '\\', ' '], "-"), context.now.format("%Y%m%d-%H%M%S"));
    Answer::instead(Instead { words, file: format!("{name}-{time}.xlsx"), is_form: true })
}

fn form(
    context: &Context,
    reading: &Reading,
    (register, what): (Option<&Register>, &str),
    question: &Question,
    is_owed: bool,
) -> Result<Answer, Failure> {
    let (home, lang) = (&reading.home, context.lang);
    let children = children(context, home, question);
    let staff = told_apart::staff(home, context.today);
    let lists = FormLists {
        children: children.iter().map(|(name, _)| name.clone()).collect(),
        staff: staff.iter().map(|(name, _)| name.clone()).collect(),
        classes: classes(context, home),
    };
    let code = || row_code::of(new_id(Kind::Event));
    let mut told = None;
    let sheet = match register {
        None => roster::sheet(&lists, &code, lang),
        Some(register) => {
            let people = (&children[..], &staff[..]);
            let rows = match is_owed {
                true => Some(owed_in(context, reading, question, (register, people))?),
                false => None,
            };
            told = rows.as_ref().map(|rows| match rows.len() {
                0 => FormWord::NotOwed { register: what }.text(lang),
                rows => FormWord::OwedRows { rows }.text(lang),
            });
            let owed = rows.as_deref();
            RegisterForm { register, lists: &lists, owed, code: &code, lang }.sheet()
        }
    };
    Ok(answer(context, (sheet, what)).with_talk(told))
}

fn answer(context: &Context, (sheet, what): (Worksheet, &str)) -> Answer {
    let lang = context.lang;
    let file = context.output.as_deref().and_then(|path| path.file_name());
    let file = file.unwrap_or_default().to_string_lossy();
    let workbook = Workbook {
        worksheets: vec![sheet, guide(what, &file, lang)],
        made: context.now.to_utc(),
        lists: PaperWord::Choices.text(lang),
    };
    Answer::data(workbook.bytes()).told(workbook.text())
}

/// What is owed in a register, as rows of the form.
fn owed_in(
    context: &Context,
    reading: &Reading,
    question: &Question,
    (register, people): (&Register, (&[Called], &[Called])),
) -> Result<Vec<FilledRow>, Failure> {
    let plan = Plan::new(&reading.home, context.today, |rule| question.wants_or_promised(rule));
    let (mut late, mut soon) =
        reading.late_and_soon(&plan, due::WEEK, |rule| question.wants(rule))?;
    late.retain(|row| question.keeps(&plan, row.case));
    soon.retain(|one| question.keeps(&plan, one.case));
    let rows = owed::rows(&plan, (&late, &soon), &register.name);
    Ok(filled(&Names::new(&plan, context.lang), &rows, people))
}

/// Those who can be chosen: of a class that was asked for, its own.
fn children(context: &Context, home: &Home, question: &Question) -> Vec<Called> {
    let mut all = told_apart::children(home, context.today);
    let class = |id: Id| home.child(id).and_then(|child| child.class_on(context.today));
    all.retain(|(_, id)| question.class.is_none() || class(*id) == question.class.as_ref());
    all
}

fn classes(context: &Context, home: &Home) -> Vec<String> {
    let today = context.today;
    let enrolled = home.children.iter().filter(|child: &&Child| child.on_roll().contains(today));
    let mut codes: Vec<_> = enrolled.filter_map(|child| child.class_on(today)).collect();
    codes.sort_by_key(|code| class_place(Some(code)));
    codes.dedup();
    codes.into_iter().map(|code| home.class_name(code, today)).collect()
}
