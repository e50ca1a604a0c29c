//! `care edit-staff`: facts about a person on the staff.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::withheld::Withheld;
use crate::cli::{fields, finder, typed, typed_fact};
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::mail::is_address;
use crate::domain::name;
use crate::domain::privacy::Gate;
use crate::domain::schema::{self, FieldType};
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::label;
use crate::lang::role_words::RoleWord;
use crate::lang::talk::Msg;
use crate::render::screens::list::in_words;
use crate::session::change::Change;

pub const ABOUT: Purpose = Purpose {
    name: "修改教师",
    says: (
        "修改教职工或校外人员的姓名、性别、电话、邮箱、单位",
        "Change a person's name, sex, phones, e-mail or employer",
    ),
    examples: &[
        Example {
            typed: (
                "刘敏 --改 email=liumin@school.example",
                "lm --set email=liumin@school.example",
            ),
            does: ("换了邮箱", "Another address"),
        },
        Example {
            typed: ("刘敏 --改 email=", "lm --set email="),
            does: ("去掉邮箱", "No address any more"),
        },
    ],
    see: &["add-staff", "appoint", "list"],
};

#[derive(clap::Args, Clone)]
pub struct Args {
    #[arg(value_name = say(Help::ValueStaff),
          help = said(("教师：姓名、编号或拼音", "The person: name, id or pinyin")))]
    staff: String,
    #[arg(long = "set", value_name = say(Help::ValueKeyValue), required = true,
          help = said(("要改的一项，如 电话=13900139000；等号后不写就是删去；可重复；\
                        写 电话=- 就另外输入，不留在命令历史里",
                       "What to change, such as phone=13900139000; without a value it is \
                        taken away; may be repeated; phone=- asks for it")))]
    set: Vec<String>,
    #[arg(long, help = say(Help::Force))]
    force: bool,
}

/// The keys of an entry that other commands keep.
const KEPT: [&str; 4] = ["id", "roles", "编号", "角色"];

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let closed = |word: &str| fields::closed(schema::STAFF, word, context.lang);
    let args = &Args { set: Withheld::of(context).filled(&args.set, closed)?, ..args.clone() };
    Answer::of_change(context, &[], |change| edit(context, args, change))
}

fn edit(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let home = &change.reading.home;
    let id = finder::staff(home, &args.staff, lang)?;
    let Some(person) = home.person(id).cloned() else { return Ok(Vec::new()) };
    let mut typed_in: Vec<(String, Option<Fact>)> = Vec::new();
    for text in &args.set {
        let (word, value) = fields::key_value(text, lang)?;
        if KEPT.contains(&word) {
            return Err(Failure::Usage(vec![RoleWord::RolesElsewhere.text(lang)]));
        }
        let path = fields::field_path(schema::STAFF, word, lang)?;
        let fact = fact(context, home, (id, &path), value, args.force)?;
        typed_in.retain(|(own, _)| *own != path);
        typed_in.push((path, fact));
    }
    let mut said = Vec::new();
    for (path, fact) in typed_in {
        if person.facts.get(&path) == fact.as_ref() {
            continue;
        }
        change.set_of_person(id, &path, fact.as_ref())?;
        said.push(said_of(&path, fact.as_ref(), context));
    }
    if said.is_empty() {
        return Ok(vec![RoleWord::SameAsBefore.text(lang)]);
    }
    let edited = RoleWord::Edited { staff: &person.name, id: &id.to_string() }.text(lang);
    said.insert(0, edited);
    Ok(said)
}

/// What a field will hold; nothing when nothing was typed.
fn fact(
    context: &Context,
    home: &Home,
    (id, path): (Id, &str),
    value: &str,
    force: bool,
) -> Result<Option<Fact>, Failure> {
    let lang = context.lang;
    if path == fields::NAME {
        let name = typed::name(Some(value), &say(Help::StaffName), lang)?;
        let namesake = home.staff.iter().find(|own| own.id != id && name::same(&own.name, name));
        if let Some(own) = namesake {
            let id = own.id.to_string();
            context.sure(|| vec![Msg::SamePerson { name: &own.name, id: &id }.text(lang)])?;
        }
        return Ok(Some(Fact::Text(name.to_owned())));
    }
    if value.is_empty() {
        return Ok(None);
    }
    if path == "email" && !is_address(value) && !force {
        let why = RoleWord::WrongAddress { text: value }.text(lang);
        return Err(Failure::usage(&Msg::NeedForce { why: &why }, lang));
    }
    typed_fact::fact(schema::STAFF, path, value, force, context).map(Some)
}

/// A field and what it holds now, as far as anybody may see it.
fn said_of(path: &str, fact: Option<&Fact>, context: &Context) -> String {
    let lang = context.lang;
    let field = schema::find(schema::STAFF, path);
    let holds = field.map(|field| field.holds);
    let field = match (path, field) {
        (_, Some(field)) => label(&field.label, lang).to_owned(),
        (fields::NAME, None) => say(Help::StaffName),
        _ => path.to_owned(),
    };
    let Some(fact) = fact else { return RoleWord::IsUnset { field: &field }.text(lang) };
    let guard = schema::guard(schema::STAFF, path);
    let word = |code: String| match holds {
        Some(FieldType::Choice(choices)) => in_words(choices, &code, lang),
        _ => code,
    };
    let values = fact.values().into_iter().map(word);
    let shown = values.map(|value| guard.over(value).shown(&Gate::shut()));
    let value = shown.collect::<Vec<_>>().join(" / ");
    RoleWord::IsNow { field: &field, value: &value }.text(lang)
}
