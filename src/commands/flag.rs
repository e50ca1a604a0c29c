//! `care flag`: a question on a record, which stays with somebody until it is answered; or a word
//! of thanks for it.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::finder;
use crate::cli::log_batch::LogBatch;
use crate::cli::named_event;
use crate::cli::typed;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::matter::{ABOUT as ABOUT_RECORD, FLAG, THANKS};
use crate::domain::register::Register;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::label;
use crate::lang::matter_words::MatterWord;
use crate::post::parcel;
use crate::session::change::Change;
use crate::storage::log_append::NewRow;

pub const ABOUT: Purpose = Purpose {
    name: "提问",
    says: (
        "对一条记录有疑问，请人答复；或说声感谢",
        "Ask somebody about an event, or thank them for it",
    ),
    examples: &[
        Example {
            typed: (
                "E0HX96AZH6T --请谁 刘敏 --备注 孩子说的和家长说的对不上，请再问一问",
                "E0HX96AZH6T --for lm --note 'child and parents tell it differently'",
            ),
            does: ("在答复之前一直提醒", "Asked until it is answered"),
        },
        Example {
            typed: (
                "E0HX96AZH6T --请谁 刘敏 --备注 谈得很细 --感谢",
                "E0HX96AZH6T --for lm --note 'well done' --thanks",
            ),
            does: ("不用答复，邮件里看得到一次", "Asks nothing; told once by mail"),
        },
    ],
    see: &["answer", "due", "records"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent), help = say(Help::EventId))]
    event: String,
    #[arg(long = "for", value_name = say(Help::ValueStaff), required = true,
          help = said(("请谁答复：姓名、编号或拼音", "Who is asked: name, id or pinyin")))]
    whom: String,
    #[arg(long, value_name = say(Help::ValueText),
          help = said(("要问什么；保密登记的记录不写", "What is asked; nothing of a restricted register")))]
    note: Option<String>,
    #[arg(long, help = said(("只是感谢，不用答复", "A word of thanks, which asks nothing")))]
    thanks: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    named_event::changed(context, |change| flag(context, args, change))
}

fn flag(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let found = change.find(&args.event)?;
    named_event::has_not_moved(context, change, (&args.event, &found))?;
    let Some(family) = found.family() else { return Ok(Vec::new()) };
    named_event::is_not_void(context, (&args.event, family.word))?;
    let home = &change.reading.home;
    let whom = finder::staff(home, &args.whom, lang);
    let whom = whom.map_err(|failure| context.placed(failure, &args.whom))?;
    let note = note(args, &found.register, context)?;
    let row = row(context, home, (&found.register, family.word), whom, note, args.thanks);
    let mut understood = Vec::new();
    if found.register.restricted {
        let register = label(&found.register.label, lang);
        understood.push(MatterWord::OfRestricted { register }.text(lang));
    }
    understood.extend(told(context, home, whom, args.thanks));
    let Some(register) = home.registers.get(FLAG).cloned() else { return Ok(Vec::new()) };
    LogBatch { understood, ..LogBatch::new(context, &register, vec![row]) }.save(change)
}

/// What is asked. Of a restricted register nothing may stand in an open one, and nothing that was
/// typed is dropped unsaid.
fn note(args: &Args, register: &Register, context: &Context) -> Result<String, Failure> {
    let lang = context.lang;
    let note = args.note.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let refused = |why: MatterWord| Err(Failure::Usage(vec![why.text(lang)]));
    match (note, register.restricted) {
        (Some(_), true) => {
            let register = label(&register.label, lang);
            refused(MatterWord::NoTextOfRestricted { register })
        }
        (None, false) => refused(MatterWord::NoteNeeded),
        (note, _) => Ok(note.unwrap_or_default().to_owned()),
    }
}

fn row(
    context: &Context,
    home: &Home,
    (register, event): (&Register, &Event),
    whom: Id,
    note: String,
    is_thanks: bool,
) -> NewRow {
    // It is found with the children of the record, as far as they are on the roll still.
    let is_here = |id: &Id| home.child(*id).is_some_and(|c| c.on_roll().contains(context.today));
    let children: Vec<Id> = event.children.iter().copied().filter(is_here).collect();
    let children = if register.restricted { Vec::new() } else { children };
    let asking: Vec<Id> = context.viewer.staff().into_iter().collect();
    let today = context.today.to_string();
    let closed = if is_thanks { today.clone() } else { String::new() };
    let cells = [
        ("date", today),
        ("children", typed::joined(&children)),
        ("staff", typed::joined(&asking)),
        ("outcome", "made".to_owned()),
        (ABOUT_RECORD, event.id.to_string()),
        ("for", whom.to_string()),
        ("kind", if is_thanks { THANKS } else { "question" }.to_owned()),
        ("closed_on", closed),
        ("note", note),
    ];
    cells.map(|(name, cell)| (name.to_owned(), cell)).into()
}

/// Whom it will reach, and how.
fn told(context: &Context, home: &Home, whom: Id, is_thanks: bool) -> Vec<String> {
    let Some(person) = home.person(whom) else { return Vec::new() };
    let (whom, lang) = (person.name.as_str(), context.lang);
    let said = match is_thanks {
        true => MatterWord::Thanked { whom },
        false => MatterWord::WantedAnswer { whom },
    };
    let is_reached = person.email().and_then(parcel::address).is_some();
    let is_mute = home.settings.mail.from.is_some() && !is_reached;
    let mute = is_mute.then(|| MatterWord::NoMailTo { whom }.text(lang));
    [said.text(lang)].into_iter().chain(mute).collect()
}
