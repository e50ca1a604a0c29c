//! `care add-child`: a new child, in a file of its own.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::withheld::Withheld;
use crate::cli::{draft, fields, typed, typed_fact};
use crate::domain::class::ClassCode;
use crate::domain::facts::{Fact, Facts};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::{name, resident_id, schema};
use crate::lang::Lang;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::storage::record_edit::{NewChild, create_child};

pub const ABOUT: Purpose = Purpose {
    name: "登记儿童",
    says: ("登记一名儿童", "Add a child"),
    examples: &[
        Example {
            typed: ("刘小雨 --班级 四2 --性别 female", "'Liu Xiaoyu' --class 2021-2 --sex female"),
            does: ("先登记这些，其余以后补", "This to begin with; the rest later"),
        },
        Example {
            typed: (
                "刘小雨 --班级 四2 --入册 9.2",
                "'Liu Xiaoyu' --class 2021-2 --joined 2024-09-02",
            ),
            does: ("九月二日入册的", "On the roll since then"),
        },
    ],
    see: &["edit-child", "list", "fields"],
};

#[derive(clap::Args, Clone)]
pub struct Args {
    #[arg(value_name = say(Help::ValueName), help = say(Help::ChildName))]
    name: String,
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
    let name = typed::name(Some(&args.name), &say(Help::ChildName), lang)?;
    let (withheld, closed) =
        (Withheld::of(context), |word: &str| fields::closed(schema::CHILD, word, lang));
    let value = |typed: &Option<String>, path: &str| {
        let value = |typed: &String| withheld.value(typed, closed(path).as_deref());
        typed.as_ref().map(value).transpose()
    };
    let args = &Args {
        id_number: value(&args.id_number, "id_number")?,
        birth_date: value(&args.birth_date, "birth_date")?,
        set: withheld.filled(&args.set, closed)?,
        ..args.clone()
    };
    Answer::of_change(context, &[], |change| add(context, args, name, change))
}

fn add(
    context: &Context,
    args: &Args,
    name: &str,
    change: &mut Change,
) -> Result<Vec<String>, Failure> {
    let (lang, home) = (context.lang, &change.reading.home);
    let joined = match &args.joined {
        Some(text) => typed::past_date(text, context)?,
        None => context.today,
    };
    // What the school calls a class is meant as of the day of joining.
    let class = args.class.as_deref().map(|text| typed::class_code(home, text, joined, lang));
    let class = class.transpose()?;
    let facts = facts(context, args, class.as_ref().map(ClassCode::as_str))?;
    let doubts = doubts(home, None, name, &facts, lang);
    if !doubts.is_empty() {
        context.sure(|| doubts)?;
    }
    let id = change.new_child_id();
    let step = create_child(&NewChild { id, name, facts: &facts, joined });
    let file = step.file().to_owned();
    let class = class.map(|class| home.class_name(&class, joined)).unwrap_or_default();
    let day = draft::day_said(joined, context.today, lang);
    let counted = Msg::CountedFrom { class: &class, day: &day }.text(lang);
    change.add(step, id);
    let id = id.to_string();
    let added = Msg::ChildAdded { name, id: &id, file: &file }.text(lang);
    // Whoever joined weeks ago has weeks of duties at once; nobody is to wonder why.
    let day = joined.to_string();
    let since = (joined < context.today).then(|| Msg::CountsSince { day: &day }.text(lang));
    let edit = Msg::EditBy { line: &format!("care edit-child {id}") }.text(lang);
    Ok([added, counted].into_iter().chain(since).chain([edit]).collect())
}

/// What speaks against a child's facts: somebody else has the same id number, or the same name,
/// unless both birth dates are known and differ; or the id number says otherwise than other facts.
pub(super) fn doubts(
    home: &Home,
    own: Option<Id>,
    name: &str,
    facts: &Facts,
    lang: Lang,
) -> Vec<String> {
    let mut doubts = Vec::new();
    let number = facts.text("id_number").map(resident_id::plain);
    let born = facts.date("birth_date");
    for own in home.children.iter().filter(|other| Some(other.id) != own) {
        let id = own.id.to_string();
        let their_number = own.facts.text("id_number").map(resident_id::plain);
        if number.is_some() && number == their_number {
            doubts.push(Msg::SameIdNumber { id: &id }.text(lang));
        }
        let their_birth = own.facts.date("birth_date");
        let differ = born.is_some() && their_birth.is_some() && born != their_birth;
        if name::same(&own.name, name) && !differ {
            doubts.push(Msg::SameChild { name: &own.name, id: &id }.text(lang));
        }
    }
    if let Some(number) = &number {
        let says_birth = resident_id::birth_date(number);
        if born.zip(says_birth).is_some_and(|(own, said)| own != said) {
            doubts.push(Msg::BirthDiffers.text(lang));
        }
        let sex = facts.text("sex").filter(|sex| *sex != "unknown");
        if sex.zip(resident_id::sex(number)).is_some_and(|(own, said)| own != said) {
            doubts.push(Msg::SexDiffers.text(lang));
        }
    }
    doubts
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
        let plain = (path == "id_number").then(|| resident_id::plain(text));
        let text = plain.as_deref().unwrap_or(text);
        let fact = typed_fact::fact(schema::CHILD, path, text, args.force, context)?;
        typed.retain(|(own, _)| own != path);
        typed.push((path.to_owned(), fact));
        Ok(())
    };
    for (path, text) in named {
        text.map_or(Ok(()), |text| add(path, text))?;
    }
    for text in &args.set {
        let (word, value) = fields::key_value(text, context.lang)?;
        add(&fields::child_path(word, context.lang)?, value)?;
    }
    let place = |path: &str| schema::CHILD.iter().position(|field| field.path == path);
    typed.sort_by_key(|(path, _)| place(path).unwrap_or(usize::MAX));
    let mut facts = Facts::default();
    for (path, fact) in typed {
        facts.add(path, fact);
    }
    let wrong = facts.text("id_number").is_some_and(|number| !resident_id::is_valid(number));
    if wrong && !args.force {
        return Err(Failure::usage(&Msg::WrongIdNumber, context.lang));
    }
    Ok(facts)
}
