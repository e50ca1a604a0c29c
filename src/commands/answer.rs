//! `care answer`: a question on a record is answered, a decision of a meeting or an item of the
//! plan is done.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::named_event;
use crate::domain::event::{Event, unescape};
use crate::domain::matter::{ABOUT as ABOUT_RECORD, MatterRegister, REGISTERS, is_thanks};
use crate::domain::register::Register;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::matter_words::MatterWord;
use crate::lang::talk::Msg;
use crate::lang::{clauses, label};
use crate::render::screens::Names;
use crate::render::screens::matters::screen;
use crate::rules::plan::Plan;
use crate::session::change::Change;
use crate::session::correction::FoundEvent;
use crate::session::read::Ask;
use crate::storage::log_append::NewRow;

pub const ABOUT: Purpose = Purpose {
    name: "答复",
    says: (
        "答复提问，或登记决议已经落实；不写编号就列出等答复的",
        "Answer a question, or say that a decision is done; without an id: what is open",
    ),
    examples: &[
        Example { typed: ("", ""), does: ("看有哪些等答复的", "See what is open") },
        Example {
            typed: ("--format json", "--format json"), does: ("给程序读的", "For programs")
        },
    ],
    see: &["flag", "due", "amend"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent),
          help = said(("提问、会议或工作计划的编号；不写就列出等答复的",
                       "The id of the question, the meeting or the item; none: what is open")))]
    event: Option<String>,
    #[arg(value_name = say(Help::ValueText), num_args = 0..,
          help = said(("答复的内容，或怎样落实的", "The answer, or how it was done")))]
    text: Vec<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let Some(event) = &args.event else { return open(context) };
    let text = args.text.join(" ").trim().to_owned();
    named_event::changed(context, |change| answer(context, (event, &text), change))
}

/// What is open.
fn open(context: &Context) -> Result<Answer, Failure> {
    context.read(Ask::records(&REGISTERS), |reading| {
        let mut matters = reading.matters(&REGISTERS)?;
        matters.retain(|own| !own.is_thanks);
        let plan = Plan::new(&reading.home, context.today, |_| false);
        let names = Names::new(&plan, context.lang);
        Ok(Answer::screen(context, &screen(&names, &matters)))
    })
}

fn answer(
    context: &Context,
    (event, text): (&str, &str),
    change: &mut Change,
) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let found = change.find(event)?;
    named_event::has_not_moved(context, change, (event, &found))?;
    let Some(family) = found.family() else { return Ok(Vec::new()) };
    let word = family.word;
    named_event::is_not_void(context, (event, word))?;
    let asks = asking(context, event, &found, word)?;
    let restricted = about_restricted(change, asks, word);
    let restricted = restricted.as_ref().map(|own| label(&own.label, lang));
    check_text(context, text, restricted)?;
    unanswered(context, event, asks, word)?;
    let (id, mut row) = change.correction_of(word, &family.tips);
    let day = context.today.to_string();
    put(asks, &mut row, text, &day, context);
    let draft = Draft::admit(context, &change.reading.home, &found.register, &row, true)?;
    let saved = draft.said();
    change.add_row(&found.register, found.month, &row)?;
    let new = id.to_string();
    let asked = word.filled(asks.says).map(unescape);
    let asked = asked.map(|text| MatterWord::WasAsked { text: &text }.text(lang));
    let head = MatterWord::Answered { id: event, new: &new }.text(lang);
    let back = Msg::TakeBack { id: &new }.text(lang);
    Ok([head, saved].into_iter().chain(asked).chain([back]).collect())
}

/// How the named row asks something of somebody.
fn asking(
    context: &Context,
    id: &str,
    found: &FoundEvent,
    word: &Event,
) -> Result<&'static MatterRegister, Failure> {
    let register = label(&found.register.label, context.lang);
    let refused = |why: MatterWord| Failure::Usage(vec![why.text(context.lang)]);
    let asks = MatterRegister::find(&found.register.name);
    let asks = asks.ok_or_else(|| refused(MatterWord::NotAsked { id, register }))?;
    if is_thanks(word) && asks.due.is_none() {
        return Err(refused(MatterWord::ThanksAskNothing { id }));
    }
    let has_day = asks.due.is_none_or(|column| word.filled(column).is_some());
    let has_person = asks.whom.is_none_or(|column| word.filled(column).is_some());
    match has_day && has_person {
        true => Ok(asks),
        false => Err(refused(MatterWord::NoDecision { id })),
    }
}

/// The restricted register of the record that a question is on: neither question nor answer may say
/// anything of it.
fn about_restricted(change: &mut Change, asks: &MatterRegister, word: &Event) -> Option<Register> {
    let about = word.filled(ABOUT_RECORD).filter(|_| asks.due.is_none())?;
    // A question on a record that is not there can be answered all the same.
    let found = change.find(about).ok()?;
    Some(found.register).filter(|own| own.restricted)
}

fn check_text(context: &Context, text: &str, restricted: Option<&str>) -> Result<(), Failure> {
    let why = match (text.is_empty(), restricted) {
        (true, None) => MatterWord::TextNeeded,
        (false, Some(register)) => MatterWord::NoTextOfRestricted { register },
        _ => return Ok(()),
    };
    Err(Failure::Usage(vec![why.text(context.lang)]))
}

/// Goes on when nobody has answered, or somebody says that it is to be answered anew.
fn unanswered(
    context: &Context,
    id: &str,
    asks: &MatterRegister,
    word: &Event,
) -> Result<(), Failure> {
    let Some(day) = word.filled(asks.done) else { return Ok(()) };
    let answer = word.filled(asks.answer).map(unescape).unwrap_or_default();
    context.sure(|| {
        let stands = match asks.due {
            None => MatterWord::AnsweredBefore { id, day, answer: &answer },
            Some(_) => MatterWord::DoneBefore { id, day },
        };
        vec![stands.text(context.lang)]
    })
}

/// Writes the answer and its day; behind what stands in a note already.
fn put(asks: &MatterRegister, row: &mut NewRow, text: &str, day: &str, context: &Context) {
    let is_note = asks.answer == "note";
    let before = row.get(asks.answer).filter(|own| is_note && !own.is_empty()).cloned();
    let parts: Vec<String> = before.into_iter().chain([text.to_owned()]).collect();
    row.insert(asks.answer.to_owned(), clauses(&parts, context.lang));
    row.insert(asks.done.to_owned(), day.to_owned());
}
