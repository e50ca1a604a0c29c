//! `care amend`: a correction is a new row that names the row it replaces.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::as_meant::plain;
use crate::cli::context::Context;
use crate::cli::draft::{self, Draft};
use crate::cli::failure::Failure;
use crate::cli::withheld::Withheld;
use crate::cli::{fields, finder, named_event, typed, whom};
use crate::domain::event::{Replaced, Status};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::nearest::nearest;
use crate::domain::register::Register;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::lang::{label, words};
use crate::session::change::Change;
use crate::storage::log_append::NewRow;

pub const ABOUT: Purpose = Purpose {
    name: "更正",
    says: ("更正一条记录（原记录保留）", "Correct an event (the old row stays)"),
    examples: &[
        Example {
            typed: ("E0HX96AZH6T --改 date=2024-10-22", "E0HX96AZH6T --set date=2024-10-22"),
            does: ("日期写错了", "The date was wrong"),
        },
        Example {
            typed: ("E0HX96AZH6T --改 note= -n", "E0HX96AZH6T --set note= -n"),
            does: ("去掉备注；先看看，不写入", "Take the note away; only try it"),
        },
    ],
    see: &["void", "records", "undo"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueEvent), help = say(Help::EventId))]
    event: String,
    #[arg(long = "set", value_name = say(Help::ValueKeyValue), help = say(Help::SetColumn),
          required = true)]
    set: Vec<String>,
    #[arg(long, help = say(Help::Force))]
    force: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    named_event::changed(context, |change| amend(context, args, change))
}

fn amend(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let found = change.find(&args.event)?;
    named_event::has_not_moved(context, change, (&args.event, &found))?;
    let Some(family) = found.family() else { return Ok(Vec::new()) };
    let (word, register) = (family.word, &found.register);
    let (id, mut row) = change.correction_of(family.content, &family.tips);
    set(context, args, &change.reading.home, register, &mut row)?;
    let draft = Draft::admit(context, &change.reading.home, register, &row, args.force)?;
    let (date, counted) = (draft.date, draft.counted());
    let what = draft.said();
    let month = Month::of(date);
    let mut left_behind = None;
    if month != found.month {
        let (moved_id, mut moved) = change.correction_of(family.content, &family.tips);
        moved.insert("status".to_owned(), "moved".to_owned());
        row.insert("status".to_owned(), "arrived".to_owned());
        row.insert("replaces".to_owned(), Replaced::In(found.month, moved_id).to_string());
        change.families(&register.name, month)?;
        left_behind = Some(moved);
    }
    change.add_row(register, month, &row)?;
    left_behind.map_or(Ok(()), |moved| change.add_row(register, found.month, &moved))?;
    let new = id.to_string();
    let revived = word.status == Status::Void;
    let revived = revived.then(|| Msg::Revived { id: &args.event }.text(lang));
    let amended = Msg::Amended { id: &args.event, new: &new }.text(lang);
    let back = Msg::TakeBack { id: &new }.text(lang);
    Ok([amended].into_iter().chain(revived).chain([what]).chain(counted).chain([back]).collect())
}

/// Puts what was typed into the row.
fn set(
    context: &Context,
    args: &Args,
    home: &Home,
    register: &Register,
    row: &mut NewRow,
) -> Result<(), Failure> {
    let withheld = Withheld::of(context);
    for text in &args.set {
        let (word, value) = fields::key_value(text, context.lang)?;
        let word = &plain(word);
        // The register's own column goes before a common one of that name.
        let own = register.column_called(word).map(|column| column.name.as_str());
        let column = own.or_else(|| words::common_column(word)).unwrap_or(word);
        let day = row.get("date").and_then(|own| own.parse().ok()).unwrap_or(context.today);
        let closed = register.keeps_closed(column).then(|| match register.column(column) {
            Some(own) => label(&own.label, context.lang),
            None => column,
        });
        let value = &withheld.value(value, closed)?;
        let value = value_of((context, day), home, register, column, value, args.force)?;
        row.insert(column.to_owned(), value);
    }
    Ok(())
}

fn value_of(
    (context, day): (&Context, NaiveDate),
    home: &Home,
    register: &Register,
    column: &str,
    text: &str,
    force: bool,
) -> Result<String, Failure> {
    let lang = context.lang;
    let people = |find: &dyn Fn(&str) -> Result<Id, Failure>| {
        let words = text.split([' ', ',', '，', '、', '　']).filter(|word| !word.is_empty());
        let ids: Vec<Id> = words.map(find).collect::<Result<_, _>>()?;
        Ok(typed::joined(&ids))
    };
    match column {
        "date" => Ok(draft::event_date(text, register, context)?.to_string()),
        "children" => people(&|word| finder::child(home, word, context.today, lang)),
        "staff" => people(&|word| finder::staff(home, word, lang)),
        "note" => Ok(text.to_owned()),
        "outcome" => words::outcome(text).map(str::to_owned).ok_or_else(|| {
            let message = Msg::NotAChoice { column, choices: "made 完成, attempted 未成功" };
            context.placed(Failure::usage(&message, lang), text)
        }),
        "id" | "recorded" | "status" | "replaces" => {
            Err(Failure::usage(&Msg::CommonColumn { name: column }, lang))
        }
        _ if whom::column(register) == Some(column) && !force => whom::kept(context, home, text),
        _ => match register.column(column) {
            Some(own) => typed::cell((own, day), text, force, context),
            None => {
                let label = label(&register.label, lang);
                let mut lines =
                    vec![Msg::UnknownColumn { name: column, register: label }.text(lang)];
                let names = register.columns.iter().flat_map(|own| [own.label.zh(), &own.name]);
                let near = nearest(column, names);
                lines.extend(near.map(|names| Msg::DidYouMean { names }.text(lang)));
                Err(context.placed(Failure::Usage(lines), column))
            }
        },
    }
}
