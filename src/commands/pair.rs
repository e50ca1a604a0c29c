//! `care pair`: an adult answers for a child from a day on.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{finder, roles, typed};
use crate::domain::child::Child;
use crate::domain::doubt::pairing;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::role::{HEAD_TEACHER, RoleCode};
use crate::domain::spans::Span;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::role_words::RoleWord;
use crate::lang::talk::Msg;
use crate::lang::words::role_name;
use crate::session::change::Change;
use crate::session::holding::NEEDED;

pub const ABOUT: Purpose = Purpose {
    name: "结对",
    says: ("给儿童结对一位老师或校外人员", "Pair a child with an adult who answers for it"),
    examples: &[
        Example {
            typed: ("欧阳晨曦 王芳 --角色 pair_teacher", "oycx wf --role pair_teacher"),
            does: ("结对教师", "A teacher for the child"),
        },
        Example {
            typed: (
                "欧阳晨曦 刘敏 --角色 proxy_parent --从 2024-10-08",
                "oycx lm --role proxy_parent --from 2024-10-08",
            ),
            does: ("代理家长，从那天起", "A proxy parent, since then"),
        },
    ],
    see: &["unpair", "list", "roles"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(value_name = say(Help::ValueStaff),
          help = said(("结对的人：姓名、编号或拼音", "The adult: name, id or pinyin")))]
    staff: String,
    #[arg(long, value_name = say(Help::ValueRole), required = true,
          help = said(("角色：结对教师、代理家长、代理妈妈、代管家长、辅导员，或英文代码",
                       "The role, such as pair_teacher or proxy_parent; see care help roles")))]
    role: String,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("开始日期（默认今天）", "Since (default: today)")))]
    from: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &NEEDED, |change| pair(context, args, change))
}

fn pair(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let from = match &args.from {
        Some(text) => typed::past_date(text, context)?,
        None => context.today,
    };
    let role = roles::pair_role(&args.role, lang)?;
    let home = &change.reading.home;
    let child = finder::child(home, &args.child, from, lang)?;
    let staff = finder::staff(home, &args.staff, lang)?;
    if let Some(child) = home.child(child) {
        check(context, home, child, (staff, role), from)?;
    }
    let before = pairing::doubts(home, context.today);
    change.begin_pair(child, (staff, role), Span::new(from, None))?;
    let home = &change.reading.home;
    let Some(own) = home.child(child) else { return Ok(Vec::new()) };
    let (day, name) = (roles::day_said(from, context), roles::person_said(home, staff));
    let who = roles::child_said(home, own, from);
    let role_said = role_name(role, lang);
    let line = format!("care unpair {child} {staff} --role {role}");
    let mut said =
        vec![RoleWord::Paired { child: &who, role: role_said, staff: &name, day: &day }.text(lang)];
    if !holds(home, own, (staff, role), from.max(context.today)) {
        let (id, code) = (staff.to_string(), role.as_str());
        said.push(RoleWord::Unlisted { staff: &name, id: &id, role: role_said, code }.text(lang));
    }
    said.extend(roles::arisen(home, &before, context.today, lang));
    said.push(RoleWord::ToEnd { line: &line }.text(lang));
    Ok(said)
}

/// Refuses a pair outside the child's time on the roll, and one that stands already.
fn check(
    context: &Context,
    home: &Home,
    child: &Child,
    (staff, role): (Id, RoleCode),
    from: NaiveDate,
) -> Result<(), Failure> {
    let lang = context.lang;
    let id = child.id.to_string();
    if !child.on_roll().contains(from) {
        let mut lines = vec![Msg::OutsideSpells { name: &child.name, date: from }.text(lang)];
        let joined = child.spells.iter().map(|spell| spell.span.first).find(|day| *day > from);
        lines.extend(joined.map(|day| Msg::JoinedLater { day, id: &id }.text(lang)));
        return Err(Failure::Usage(lines));
    }
    let span = Span::new(from, None);
    let same = |own: &&crate::domain::child::Pair| {
        own.staff == staff && own.role == role && roles::overlap(&own.span, &span)
    };
    let Some(standing) = child.pairs.iter().find(same) else { return Ok(()) };
    let since = roles::day_said(standing.span.first, context);
    let (staff_said, role_said) = (roles::person_said(home, staff), role_name(role, lang));
    let who = roles::child_said(home, child, from);
    let line = format!("care unpair {child} {staff} --role {role}", child = child.id);
    Err(Failure::Usage(vec![
        RoleWord::AlreadyPaired { child: &who, role: role_said, staff: &staff_said, from: &since }
            .text(lang),
        RoleWord::ToEnd { line: &line }.text(lang),
    ]))
}

/// Does the adult hold the role, or have it as the head teacher of the child's class?
fn holds(home: &Home, child: &Child, (staff, role): (Id, RoleCode), day: NaiveDate) -> bool {
    let class = child.class_on(day);
    let follows = home.settings.pairing.follows_class.contains(&role);
    home.person(staff).is_some_and(|person| {
        let is_head = || person.holds(HEAD_TEACHER, day, |own| Some(own) == class);
        person.holds(role, day, |_| true) || follows && is_head()
    })
}
