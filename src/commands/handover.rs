//! `care handover`: at a term's end a class is handed over, to whoever leads it next or keeps it.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::handover_sheet::{Handover, OpenMatters};
use crate::cli::log_batch::LogBatch;
use crate::cli::{finder, roles, succession, typed};
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::role::HEAD_TEACHER;
use crate::domain::spans::{Span, days_earlier, next_day};
use crate::domain::staff::Holding;
use crate::lang::handover_words::Handing;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::reports::handover::{PAPERS, children};
use crate::session::change::Change;
use crate::session::edit::CHANGES;
use crate::session::read::{Ask, Reading};
use crate::storage::log_append::NewRow;

pub const ABOUT: Purpose = Purpose {
    name: "学期交接",
    says: ("学期末交接一个班：看交接表；写了接收人就登记", "Hand a class over at a term's end"),
    examples: &[
        Example {
            typed: ("--班级 四2", "--class 2021-2"),
            does: ("只看交接表", "Only see the sheet"),
        },
        Example {
            typed: ("--班级 四2 --发给 王芳 -n", "--class 2021-2 --to wf -n"),
            does: ("交给谁；先看会写什么", "To whom; only try it"),
        },
    ],
    see: &["appoint", "unpair", "new-year"],
};

/// The register of handovers.
const REGISTER: &str = "handover";

/// Within so many days of its end a term is taken to be ending.
const LAST_WEEKS: u32 = 28;

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = say(Help::ValueClass), required = true,
          help = said(("哪个班：2021-2，或学校的叫法，如 四（2）班",
                       "Which class: 2021-2, or as the school calls it")))]
    class: String,
    #[arg(long, value_name = said(("学期", "TERM")),
          help = said(("哪个学期末：2024-2025-1 或学期的名称（默认最近开始的学期）",
                       "Of which term: 2024-2025-1 or its name (default: the latest begun)")))]
    term: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff),
          help = said(("交给谁：姓名、编号或拼音；不写只看交接表",
                       "To whom; without it the sheet is shown and nothing is entered")))]
    to: Option<String>,
    #[arg(long, value_name = say(Help::ValueText),
          help = said(("移交的材料：档案 12 份、联系卡 12 张……", "The papers that are handed over")))]
    files: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), help = said(("监交人", "Who witnesses it")))]
    witness: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), help = said(("备注", "A note")))]
    note: Option<String>,
}

impl Args {
    /// Which class and term were typed.
    fn which(&self) -> (&str, Option<&str>) {
        (&self.class, self.term.as_deref())
    }
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let registers: Vec<&str> = PAPERS.into_iter().chain([REGISTER, CHANGES]).collect();
    // What is open is judged: where the calendar has run out it is not known, and nothing is done.
    let ask = Ask { registers: &registers, ..Ask::default() };
    if args.to.is_none() {
        return context.read(ask, |reading| show(context, args, reading));
    }
    context.read(ask, |_| Ok::<_, Failure>(()))?;
    Answer::of_change(context, &registers, |change| hand_over(context, args, change))
}

fn show(context: &Context, args: &Args, reading: &Reading) -> Result<Answer, Failure> {
    let own = Handover::of(context, &reading.home, args.which())?;
    let (screen, _) = OpenMatters::of(context, reading, &own.term)?.sheet(context, &own);
    let how = Handing::HowTo { class: own.class.as_str() }.text(context.lang);
    let how = context.format.is_for_people().then_some(how);
    Ok(Answer::screen(context, &screen).with_talk(how))
}

fn hand_over(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let own = Handover::of(context, &change.reading.home, args.which())?;
    let home = &change.reading.home;
    let refuse = |why: &Handing| Failure::Usage(vec![why.text(lang)]);
    let to = finder::staff(home, args.to.as_deref().unwrap_or_default(), lang)?;
    let of_term = |event: &Event| {
        own.term.span.contains(event.date)
            && event.filled("class").is_some_and(|text| text == own.class.as_str())
    };
    if let Some((_, before)) = change.reading.events(&[REGISTER], of_term)?.first() {
        let id = before.id.to_string();
        return Err(refuse(&Handing::Before { id: &id }));
    }
    let start = next_day(own.term.span.last);
    let of_class = home.head_teacher(&own.class, own.day).map(|person| person.id);
    // Who gives a class away at the term's end may take another.
    let serves = |day| home.person(to).is_some_and(|person| person.serves_on(day));
    let serving = serves(start) || serves(own.day);
    if !serving {
        let (staff, day) = (roles::person_said(home, to), roles::day_said(start, context));
        let id = to.to_string();
        return Err(refuse(&Handing::Gone { staff: &staff, day: &day, id: &id }));
    }
    if days_earlier(own.term.span.last, LAST_WEEKS) > context.today {
        let (term, last) = (own.term.called(), own.term.span.last);
        context.sure(|| vec![Handing::Early { term, last }.text(lang)])?;
    }
    if start < context.today && of_class != Some(to) && !own.leaves(home) {
        let (day, staff) = (roles::day_said(start, context), roles::person_said(home, to));
        context.sure(|| vec![Handing::Back { day: &day, staff: &staff }.text(lang)])?;
    }
    let (_, open) = OpenMatters::of(context, &change.reading, &own.term)?.sheet(context, &own);
    let children = children(home, &own.class, own.day);
    let (class, to_said) = (home.class_name(&own.class, own.day), roles::person_said(home, to));
    let (term, count) = (own.term.called(), children.len());
    let mut told = vec![Handing::Handed { class: &class, term, count, to: &to_said }.text(lang)];
    told.push(Handing::Open { matters: &open }.text(lang));
    let row = row(args, &own, home, (&children, of_class, to), open);
    told.extend(succeed(context, change, &own, (to, start))?);
    told.extend(enter(context, change, row)?);
    told.push(Handing::Sheet { class: own.class.as_str() }.text(lang));
    Ok(told)
}

/// The entry in the register.
fn row(
    args: &Args,
    own: &Handover,
    home: &Home,
    (children, of, to): (&[Id], Option<Id>, Id),
    open: String,
) -> NewRow {
    let people: Vec<Id> = of.into_iter().chain(Some(to).filter(|to| of != Some(*to))).collect();
    let cells = [
        ("date", own.day.to_string()),
        ("children", typed::joined(children)),
        ("staff", typed::joined(&people)),
        ("outcome", "made".to_owned()),
        ("class", own.class.to_string()),
        ("from", of.map(|id| roles::person_said(home, id)).unwrap_or_default()),
        ("to", roles::person_said(home, to)),
        ("open_matters", open),
        ("files", args.files.clone().unwrap_or_default()),
        ("witness", args.witness.clone().unwrap_or_default()),
        ("note", args.note.clone().unwrap_or_default()),
    ];
    cells.into_iter().map(|(name, cell)| (name.to_owned(), cell)).collect()
}

/// The next head teacher, and who passes on to them; a class that leaves school gets none.
fn succeed(
    context: &Context,
    change: &mut Change,
    own: &Handover,
    (to, start): (Id, NaiveDate),
) -> Result<Vec<String>, Failure> {
    let (home, lang) = (&change.reading.home, context.lang);
    let class = Some(own.class.clone());
    if own.leaves(home) {
        let class = home.class_name(&own.class, own.day);
        return Ok(vec![Handing::Leaves { class: &class }.text(lang)]);
    }
    let role = roles::held_said(home, (HEAD_TEACHER, class.as_ref()), own.day, lang);
    let staff = roles::person_said(home, to);
    let person = home.person(to);
    if person
        .is_some_and(|person| person.holds(HEAD_TEACHER, start, |own| Some(own) == class.as_ref()))
    {
        return Ok(vec![Handing::Stays { staff: &staff, role: &role }.text(lang)]);
    }
    let day = roles::day_said(start, context);
    let heads = Handing::Heads { staff: &staff, role: &role, day: &day }.text(lang);
    let held = Holding::new(HEAD_TEACHER, class, Span::new(start, None));
    let passed = succession::take_over(context, change, to, held)?;
    Ok([heads].into_iter().chain(passed).collect())
}

fn enter(context: &Context, change: &mut Change, row: NewRow) -> Result<Vec<String>, Failure> {
    let register = change.reading.home.registers.get(REGISTER).cloned();
    // Shipped with the program, and asked for: without it nothing at all is saved.
    let register = register.ok_or_else(|| Failure::Usage(vec![REGISTER.to_owned()]))?;
    LogBatch::new(context, &register, vec![row]).save(change)
}
