//! `care add-child`: a new child, in a file of its own.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::class::ClassCode;
use crate::domain::facts::{Fact, Facts};
use crate::domain::id::{Id, Kind};
use crate::domain::{resident_id, schema};
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::session::new_id;
use crate::storage::record_edit::{NewChild, create_child};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueName), help = say(Help::ChildName))]
    name: Option<String>,
    #[arg(long, value_name = say(Help::ValueClass), help = say(Help::ClassFlag))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::SexFlag))]
    sex: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::BirthDate))]
    birth_date: Option<String>,
    #[arg(long, value_name = say(Help::ValueNumber), help = say(Help::IdNumber))]
    id_number: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::CareType))]
    care_type: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::Risk))]
    risk: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::JoinedFlag))]
    joined: Option<String>,
    #[arg(long = "set", value_name = say(Help::ValueKeyValue), help = say(Help::SetField))]
    set: Vec<String>,
    #[arg(long, help = say(Help::Force))]
    force: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let flag = say(Help::ChildName);
    let need_name = || Failure::usage(&Msg::NeedFlag { flag: &flag }, lang);
    let name = args.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or_else(need_name)?;
    let done = context.change(&[], |change| add(context, args, name, change))?;
    Ok(Answer::written(context, done, |(id, file): (Id, String)| {
        let id = id.to_string();
        vec![
            Msg::ChildAdded { name, id: &id, file: &file }.text(lang),
            Msg::EditFile { file: &file }.text(lang),
        ]
    }))
}

fn add(
    context: &Context,
    args: &Args,
    name: &str,
    change: &mut Change,
) -> Result<(Id, String), Failure> {
    let (lang, home) = (context.lang, &change.reading.home);
    let class = args.class.as_deref().map(|c| typed::class_code(home, c, context)).transpose()?;
    let facts = facts(context, args, class.as_ref().map(ClassCode::as_str))?;
    let joined = match &args.joined {
        Some(text) => typed::date(text, context.today, lang)?,
        None => context.today,
    };
    let twin = home
        .children
        .iter()
        .find(|own| own.name == name && own.class_on(context.today) == class.as_ref());
    if twin.is_some() && !args.force {
        let why = Msg::SameChild { name }.text(lang);
        return Err(Failure::usage(&Msg::NeedForce { why: &why }, lang));
    }
    let id = new_id(Kind::Child);
    let step = create_child(&NewChild { id, name, facts: &facts, joined });
    let file = step.file().to_owned();
    change.add(step, id);
    Ok((id, file))
}

/// The facts typed, in the order of the schema.
fn facts(context: &Context, args: &Args, class: Option<&str>) -> Result<Facts, Failure> {
    let named = [
        ("class", class),
        ("sex", args.sex.as_deref()),
        ("birth_date", args.birth_date.as_deref()),
        ("id_number", args.id_number.as_deref()),
        ("care_type", args.care_type.as_deref()),
        ("risk", args.risk.as_deref()),
    ];
    let mut typed: Vec<(String, Fact)> = Vec::new();
    let mut add = |path: &str, text: &str| -> Result<(), Failure> {
        let fact = typed::fact(schema::CHILD, path, text, args.force, context)?;
        typed.retain(|(own, _)| own != path);
        typed.push((path.to_owned(), fact));
        Ok(())
    };
    for (path, text) in named {
        text.map_or(Ok(()), |text| add(path, text))?;
    }
    for text in &args.set {
        let (path, value) = typed::key_value(text, context.lang)?;
        add(path, value)?;
    }
    let place = |path: &str| schema::CHILD.iter().position(|field| field.path == path);
    typed.sort_by_key(|(path, _)| place(path).unwrap_or(usize::MAX));
    let mut facts = Facts::default();
    for (path, fact) in typed {
        facts.add(path, fact);
    }
    let wrong = facts.text("id_number").is_some_and(|number| !resident_id::is_valid(number));
    if wrong && !args.force {
        let why = Msg::WrongIdNumber.text(context.lang);
        return Err(Failure::usage(&Msg::NeedForce { why: &why }, context.lang));
    }
    Ok(facts)
}
