//! `care dismiss`: a person holds a role no longer after a day.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{finder, roles, typed};
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::role::{HEAD_TEACHER, RoleCode};
use crate::domain::spans::next_day;
use crate::domain::staff::{Holding, Staff};
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::listed;
use crate::lang::role_words::RoleWord;
use crate::lang::words::role_name;
use crate::session::change::Change;
use crate::storage::layout;

pub const ABOUT: Purpose = Purpose {
    name: "卸任",
    says: ("结束一人担任的角色", "End a role that a person holds"),
    examples: &[Example {
        typed: (
            "陈立新 --角色 teaching_director --日期 2025-01-20",
            "clx --role teaching_director --date 2025-01-20",
        ),
        does: ("任到那天为止", "Until that day"),
    }],
    see: &["appoint", "handover", "roles"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueStaff),
          help = said(("教师：姓名、编号或拼音", "The person: name, id or pinyin")))]
    staff: String,
    #[arg(long, value_name = say(Help::ValueRole), required = true,
          help = said(("角色，如 班主任；见 care help roles",
                       "The role, such as head_teacher; see care help roles")))]
    role: String,
    #[arg(long, value_name = say(Help::ValueClass),
          help = said(("哪个班的；同时担任几个班的才要写",
                       "Of which class, when it is held for several")))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("最后一天（默认今天）；可以还没有到",
                       "The last day (default: today); it may lie ahead")))]
    date: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[], |change| dismiss(context, args, change))
}

fn dismiss(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let (lang, home) = (context.lang, &change.reading.home);
    let last = match &args.date {
        Some(text) => typed::coming_date(text, context)?,
        None => context.today,
    };
    let role = roles::role(&args.role, lang)?;
    let class = args.class.as_deref().map(|text| typed::class_code(home, text, last, lang));
    let class = class.transpose()?;
    let id = finder::staff(home, &args.staff, lang)?;
    let Some(person) = home.person(id) else { return Ok(Vec::new()) };
    let nth = held(context, home, person, (role, class.as_ref()), last)?;
    let own = &person.roles[nth];
    let day = roles::day_said(last, context);
    if last < own.span.first {
        let ahead = (layout::STAFF.to_owned(), own.span.first);
        return Err(roles::ends_too_early(context, change, (ahead, id), last));
    }
    let name = person.name.clone();
    let role_said = roles::held_said(home, (role, own.class.as_ref()), last, lang);
    let open = still_paired(context, home, person, own, last);
    change.end_role(id, nth, last)?;
    let mut said =
        vec![RoleWord::Dismissed { staff: &name, role: &role_said, day: &day }.text(lang)];
    if last > context.today {
        said.push(RoleWord::Ahead { day: &day }.text(lang));
    }
    said.extend(open);
    Ok(said)
}

/// The place of the one role that the person holds and that goes on after the day.
fn held(
    context: &Context,
    home: &Home,
    person: &Staff,
    (role, class): (RoleCode, Option<&ClassCode>),
    last: NaiveDate,
) -> Result<usize, Failure> {
    let lang = context.lang;
    let is_open = |own: &Holding| own.span.last > last;
    let fits = |own: &Holding| {
        own.role == role
            && is_open(own)
            && class.is_none_or(|class| own.class.as_ref() == Some(class))
    };
    let found: Vec<usize> = (0..person.roles.len()).filter(|at| fits(&person.roles[*at])).collect();
    if let [only] = found[..] {
        return Ok(only);
    }
    if found.is_empty() {
        let role = roles::held_said(home, (role, class), last, lang);
        let open = person.roles.iter().filter(|own| is_open(own));
        let held: Vec<String> = open
            .map(|own| roles::held_said(home, (own.role, own.class.as_ref()), last, lang))
            .collect();
        let now = RoleWord::HoldsNow { roles: &listed(&held, lang) }.text(lang);
        let now = (!held.is_empty()).then_some(now);
        let none = RoleWord::NotHeld { staff: &person.name, role: &role }.text(lang);
        return Err(Failure::Usage([none].into_iter().chain(now).collect()));
    }
    // Of one class twice: the earlier one is ended first.
    let mut classes: Vec<Option<&ClassCode>> =
        found.iter().map(|at| person.roles[*at].class.as_ref()).collect();
    classes.sort_unstable();
    classes.dedup();
    let first = |at: &&usize| person.roles[**at].span.first;
    if let (1, Some(at)) = (classes.len(), found.iter().min_by_key(first)) {
        return Ok(*at);
    }
    let flags = classes
        .into_iter()
        .flatten()
        .map(|class| format!("--class {class}（{}）", home.class_name(class, last)));
    let flags: Vec<String> = flags.collect();
    Err(Failure::Usage(vec![RoleWord::Several { roles: &listed(&flags, lang) }.text(lang)]))
}

/// Which children stay paired with the person in the role, or through the class, and what to type.
fn still_paired(
    context: &Context,
    home: &Home,
    person: &Staff,
    held: &Holding,
    last: NaiveDate,
) -> Vec<String> {
    let (lang, after) = (context.lang, next_day(last));
    let class = held.class.as_ref().filter(|_| held.role == HEAD_TEACHER);
    let follows = &home.settings.pairing.follows_class;
    let mut said = Vec::new();
    let mut passes = false;
    for child in home.children.iter().filter(|child| child.on_roll().contains(after)) {
        for pair in child.pairs.iter().filter(|own| own.staff == person.id) {
            let through_class =
                class.is_some() && child.class_on(after) == class && follows.contains(&pair.role);
            if pair.span.last <= last || pair.role != held.role && !through_class {
                continue;
            }
            passes |= through_class;
            // What begins later cannot end before: it stands in the child's file alone.
            let line = match pair.span.first > last {
                true => layout::child(child.id),
                false => {
                    let whom = format!("{} {}", child.id, person.id);
                    format!("care unpair {whom} --role {} --date {last}", pair.role)
                }
            };
            let (who, role) = (roles::child_said(home, child, after), role_name(pair.role, lang));
            said.push(RoleWord::StillPaired { child: &who, role, line: &line }.text(lang));
        }
    }
    if let Some(class) = class.filter(|_| passes) {
        let who = say(Help::ValueStaff);
        let line =
            format!("care appoint {who} --role {HEAD_TEACHER} --class {class} --from {after}");
        said.push(RoleWord::ToPass { line: &line }.text(lang));
    }
    said
}
