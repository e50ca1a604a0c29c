//! `care add-staff`: a member of staff or an outside person.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::withheld::Withheld;
use crate::cli::{draft, fields, roles, typed, typed_fact};
use crate::domain::facts::{Fact, Facts};
use crate::domain::home::Home;
use crate::domain::name;
use crate::domain::role::HEAD_TEACHER;
use crate::domain::schema;
use crate::domain::spans::Span;
use crate::domain::staff::Holding;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::listed;
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::storage::layout;
use crate::storage::record_edit::add_person;

pub const ABOUT: Purpose = Purpose {
    name: "登记教师",
    says: ("登记一名教师或校外人员", "Add a member of staff or an outside person"),
    examples: &[
        Example {
            typed: ("李文静 --角色 head_teacher:2021-2", "'Li Wenjing' --role head_teacher:2021-2"),
            does: ("班主任", "A head teacher"),
        },
        Example {
            typed: (
                "李文静 --角色 doctor --从 2024-09-01",
                "'Li Wenjing' --role doctor --from 2024-09-01",
            ),
            does: ("村卫生室医生", "The village doctor"),
        },
    ],
    see: &["edit-staff", "appoint", "roles"],
};

#[derive(clap::Args, Clone)]
pub struct Args {
    #[arg(value_name = say(Help::ValueName), help = say(Help::StaffName))]
    name: String,
    #[arg(long = "role", value_name = say(Help::ValueRole), required = true,
          help = say(Help::RoleFlag))]
    roles: Vec<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::RoleFrom))]
    from: Option<String>,
    #[arg(long, value_name = say(Help::ValueWord), help = say(Help::SexFlag))]
    sex: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::Phone))]
    phone: Vec<String>,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::Email))]
    email: Option<String>,
    #[arg(long, help = say(Help::Force))]
    force: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let name = typed::name(Some(&args.name), &say(Help::StaffName), lang)?;
    let withheld = Withheld::of(context);
    let closed = |word: &str| fields::closed(schema::STAFF, word, lang);
    let phone = |(at, typed): (usize, &String)| {
        // Of several each is asked for by itself.
        let field = closed("phone").map(|field| match at {
            0 => field,
            _ => format!("{field} {}", at + 1),
        });
        withheld.value(typed, field.as_deref())
    };
    let email = |typed: &String| withheld.value(typed, closed("email").as_deref());
    let args = &Args {
        phone: args.phone.iter().enumerate().map(phone).collect::<Result<_, _>>()?,
        email: args.email.as_ref().map(email).transpose()?,
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
    let from = match &args.from {
        Some(text) => typed::date(text, context.today, lang)?,
        None => context.today,
    };
    let held: Vec<Holding> = args
        .roles
        .iter()
        .map(|text| holding(home, text, from, context))
        .collect::<Result<_, _>>()?;
    let facts = facts(context, args)?;
    if let Some(own) = home.staff.iter().find(|own| name::same(&own.name, name)) {
        let id = own.id.to_string();
        context.sure(|| vec![Msg::SamePerson { name: &own.name, id: &id }.text(lang)])?;
    }
    let id = change.new_staff_id();
    let before = change.text(layout::STAFF)?;
    let step = add_person(before, (id, name), &facts, &held);
    let said = |own: &Holding| {
        roles::held_said(home, (own.role, own.class.as_ref()), own.span.first, lang)
    };
    let held: Vec<String> = held.iter().map(said).collect();
    let day = draft::day_said(from, context.today, lang);
    change.add(step, id);
    let id = id.to_string();
    Ok(vec![
        Msg::StaffAdded { name, id: &id }.text(lang),
        Msg::HoldsFrom { roles: &listed(&held, lang), day: &day }.text(lang),
        Msg::EditBy { line: &format!("care edit-staff {id}") }.text(lang),
    ])
}

/// `ROLE` or `ROLE:CLASS`.
fn holding(
    home: &Home,
    text: &str,
    from: NaiveDate,
    context: &Context,
) -> Result<Holding, Failure> {
    let (name, class) = text.split_once([':', '：']).map_or((text, None), |(r, c)| (r, Some(c)));
    let role = roles::role(name, context.lang)?;
    let class =
        class.map(|class| typed::class_code(home, class, from, context.lang)).transpose()?;
    if role == HEAD_TEACHER && class.is_none() {
        return Err(Failure::usage(&Msg::HeadOfClass, context.lang));
    }
    Ok(Holding::new(role, class, Span::new(from, None)))
}

fn facts(context: &Context, args: &Args) -> Result<Facts, Failure> {
    let mut facts = Facts::default();
    for (path, text) in [("sex", &args.sex), ("email", &args.email)] {
        if let Some(text) = text {
            facts.add(path, typed_fact::fact(schema::STAFF, path, text, false, context)?);
        }
    }
    if !args.phone.is_empty() {
        facts.add("phone", Fact::List(args.phone.clone()));
    }
    Ok(facts)
}
