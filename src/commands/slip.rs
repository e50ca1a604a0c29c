//! `care slip`: a page for a teacher's phone, with what they owe to be ticked off.

use chrono::Days;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::finder;
use crate::cli::question::Question;
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::id::Kind;
use crate::domain::look::Look;
use crate::domain::register::Register;
use crate::domain::row_code;
use crate::domain::slip::{Slip, SlipRow, polite, surname};
use crate::domain::staff::Staff;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::listed;
use crate::lang::slip_words::SlipWord;
use crate::render::screens::Names;
use crate::render::slip_page::{LARGEST, SlipPage};
use crate::reports::due;
use crate::reports::slip::{SlipReport, report};
use crate::rules::plan::Plan;
use crate::session::new_id;
use crate::session::read::{Ask, Reading};
use crate::storage::layout::has_extension;

pub const ABOUT: Purpose = Purpose {
    name: "手机表",
    says: (
        "给老师手机用的网页：应办的打勾、填几句话，文件交回来再导入",
        "A page for a teacher's phone: what is owed, ticked off, and imported",
    ),
    examples: &[
        Example {
            typed: ("刘敏 -o 刘敏.html", "T4M2XA -o liumin.html"),
            does: ("刘敏的手机表，14 天有效", "For one teacher, valid for 14 days"),
        },
        Example {
            typed: ("刘敏 --天数 7 --全名 -o 刘敏.html", "T4M2XA --days 7 --names -o liumin.html"),
            does: ("写全名，7 天有效", "With whole names, for a week"),
        },
    ],
    see: &["import", "template", "overdue"],
};

/// So many more records fit on a page.
const SPARE: usize = 20;

/// For how many days a slip is taken at most.
const LONGEST: u64 = 60;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("教师", "STAFF")), help = said(("哪位老师", "Whose slip it is")))]
    staff: String,
    #[arg(long, help = said(("写孩子的全名（不写就是 李同学）",
                             "Whole names, instead of surnames alone")))]
    names: bool,
    #[arg(long, value_name = said(("天数", "DAYS")), default_value_t = 14,
          help = said(("几天内交回来有效（默认 14）", "For how many days it is taken back (default: 14)")))]
    days: u64,
}

/// A slip whose page has still to get its token.
struct Made {
    slip: Slip,
    page: Vec<u8>,
    look: Look,
    told: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let refused = |word: SlipWord| Failure::Usage(vec![word.text(lang)]);
    let output = context.output.as_deref().and_then(|own| Some((own, own.file_name()?.to_str()?)));
    let page =
        output.filter(|(_, name)| ["html", "htm"].iter().any(|own| has_extension(name, own)));
    let Some((path, name)) = page else { return Err(refused(SlipWord::NeedsFile)) };
    if !(1..=LONGEST).contains(&args.days) {
        return Err(refused(SlipWord::Days));
    }
    let Made { mut slip, page, look, told } =
        context.read(Ask::default(), |reading| made(context, reading, args))?;
    if page.len() > LARGEST {
        return Err(refused(SlipWord::TooLarge));
    }
    let (rows, until) = (slip.rows.len(), slip.until);
    if context.dry_run {
        let said = SlipWord::Would { rows, until }.text(lang);
        return Ok(Answer::default().with_talk([said]));
    }
    let token = context.keep_slip(&mut slip)?;
    let page = String::from_utf8_lossy(&page).replace(TOKEN, &token);
    let file = path.display().to_string();
    let said = SlipWord::Written { file: &file, rows, until }.text(lang);
    let folder = context.directory.join(path);
    let folder = folder.parent().unwrap_or(&context.directory).to_owned();
    let answer = Answer::default().files(context, folder, vec![(name.to_owned(), page.into())]);
    let said = [said].into_iter().chain(told).chain([SlipWord::Back.text(lang)]);
    Ok(answer.seen(Some(look)).with_talk(said))
}

/// Stands in the page where its token will.
const TOKEN: &str = "{{token}}";

fn made(context: &Context, reading: &Reading, args: &Args) -> Result<Made, Failure> {
    let (home, lang) = (&reading.home, context.lang);
    let id = finder::staff(home, &args.staff, lang)?;
    let refused = |word: SlipWord| Failure::Usage(vec![word.text(lang)]);
    let Some(person) = home.person(id) else {
        unreachable!("the finder found the person in this home")
    };
    let question = Question { staff: Some(id), ..Question::default() };
    let plan = Plan::new(home, context.today, |rule| question.wants_or_promised(rule));
    let all = Plan::new(home, context.today, |_| true);
    let (mut late, mut soon) =
        reading.late_and_soon(&plan, due::WEEK, |rule| question.wants(rule))?;
    late.retain(|row| question.keeps(&plan, row.case));
    soon.retain(|one| question.keeps(&plan, one.case));
    let goes_out = |name: &str| home.registers.get(name).is_some_and(goes_out);
    let report = report((&plan, &all), (&late, &soon), person, goes_out);
    if report.children.is_empty() {
        return Err(refused(SlipWord::NoChildren { staff: &person.name }));
    }
    // A name that whoever runs this may not read stands in the records masked, perhaps as an id.
    let is_own = |child: &&Child| context.viewer.is_of(child.class_on(context.today));
    if !report.children.iter().all(is_own) {
        return Err(refused(SlipWord::NotYours { staff: &person.name }));
    }
    let names: Vec<&str> = report.children.iter().map(|child| child.name.as_str()).collect();
    let polite = polite(&names, |own| SlipWord::Pupil { surname: own }.text(lang));
    let whole = || names.iter().map(|name| (*name).to_owned()).collect();
    let called: Vec<String> = if args.names { whole() } else { polite };
    let told = (!args.names).then(|| who_is(&report.children, &called, context)).flatten();
    let slip = slip(context, person, (&plan, &report), args.days);
    let names = Names::new(&plan, lang);
    let page = SlipPage {
        names: &names,
        report: &report,
        slip: &slip,
        token: TOKEN,
        staff: &person.name,
        called: &called,
    };
    let page = page.bytes();
    let children = report.children.iter().map(|child| child.id).collect();
    let look = Look { children, of: slip.registers.clone(), ..Look::default() };
    Ok(Made { slip, page, look, told })
}

/// May a register be filled in outside? One that is restricted never leaves the house.
fn goes_out(register: &Register) -> bool {
    !register.restricted && !register.planned
}

/// Who of those with one surname is who, for whoever hands the page out.
fn who_is(children: &[&Child], called: &[String], context: &Context) -> Option<String> {
    let lang = context.lang;
    let plain = |child: &Child| SlipWord::Pupil { surname: &surname(&child.name) }.text(lang);
    let numbered = children.iter().zip(called).filter(|(child, own)| **own != plain(child));
    let said =
        numbered.map(|(child, own)| SlipWord::Is { polite: own, name: &child.name }.text(lang));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| SlipWord::WhoIs { names: &listed(&said, lang) }.text(lang))
}

fn slip(
    context: &Context,
    person: &Staff,
    (plan, report): (&Plan, &SlipReport),
    days: u64,
) -> Slip {
    let code = || row_code::of(new_id(Kind::Event));
    let rules = |cases: &mut dyn Iterator<Item = usize>| -> Vec<String> {
        cases.map(|rule| plan.rules[rule].rule.id.as_str().to_owned()).collect()
    };
    let rows = report.owed.iter().map(|own| SlipRow {
        code: code(),
        child: own.child.id.to_string(),
        register: own.register.to_owned(),
        rules: rules(
            &mut own
                .late
                .iter()
                .map(|row| row.case.rule)
                .chain(own.soon.iter().map(|one| one.case.rule)),
        ),
    });
    // By the clock, as its end is.
    let issued = context.now.date_naive();
    Slip {
        id: Slip::id_of(new_id(Kind::Event)),
        staff: person.id.to_string(),
        issued,
        until: issued.checked_add_days(Days::new(days)).unwrap_or(issued),
        children: report.children.iter().map(|child| child.id.to_string()).collect(),
        registers: offered(plan.home),
        rows: rows.collect(),
        spare: (0..SPARE).map(|_| code()).collect(),
        token_hash: String::new(),
    }
}

/// The registers in which more may be recorded: those that rules count for children, and the three
/// that every school has.
fn offered(home: &Home) -> Vec<String> {
    let usual = ["talk", "visit", "call"].map(str::to_owned);
    let mut names: Vec<String> = Vec::new();
    for name in home.rules.iter().flat_map(|rule| &rule.records).chain(&usual) {
        let register = home.registers.get(name).filter(|own| goes_out(own) && own.needs_children);
        if register.is_some() && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}
