//! `care unpair`: an adult answers for a child no longer after a day.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{finder, roles, typed};
use crate::domain::child::{Buddy, Child, Pair};
use crate::domain::doubt::pairing;
use crate::domain::entries;
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::role::RoleCode;
use crate::domain::spans::next_day;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::lang::listed;
use crate::lang::role_words::RoleWord;
use crate::lang::words::role_name;
use crate::session::change::Change;
use crate::session::holding::NEEDED;
use crate::storage::layout;

pub const ABOUT: Purpose = Purpose {
    name: "解除结对",
    says: ("结束儿童与一位老师或同学的结对", "End the pair of a child with an adult or a buddy"),
    examples: &[
        Example {
            typed: ("欧阳晨曦 刘敏", "oycx lm"), does: ("今天为止", "Until today")
        },
        Example {
            typed: ("欧阳晨曦 刘敏 --日期 2024-10-31", "oycx lm --date 2024-10-31"),
            does: ("到那天为止", "Until that day"),
        },
    ],
    see: &["pair", "buddy", "handover"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(value_name = say(Help::ValueStaff),
          help = said(("结对的人：姓名、编号或拼音；也可以是结对同学",
                       "The adult: name, id or pinyin; or the buddy")))]
    staff: String,
    #[arg(long, value_name = say(Help::ValueRole),
          help = said(("角色；在几个角色上结着对时必写",
                       "The role; needed when they are paired in several")))]
    role: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("最后一天（默认今天）；可以还没有到",
                       "The last day (default: today); it may lie ahead")))]
    date: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &NEEDED, |change| unpair(context, args, change))
}

fn unpair(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let last = match &args.date {
        Some(text) => typed::coming_date(text, context)?,
        None => context.today,
    };
    let role = args.role.as_deref().map(|text| roles::pair_role(text, lang)).transpose()?;
    let home = &change.reading.home;
    let id = finder::child(home, &args.child, last, lang)?;
    let Some(child) = home.child(id) else { return Ok(Vec::new()) };
    let buddies = open_buddies(home, child, &args.staff, last);
    if !buddies.is_empty() {
        return part(context, change, (&args.child, &buddies), last);
    }
    let staff = finder::staff(home, &args.staff, lang)?;
    let nth = open_pair(context, home, child, (staff, role), last)?;
    let (role, from) = (child.pairs[nth].role, child.pairs[nth].span.first);
    let (who, name) = (roles::child_said(home, child, last), roles::person_said(home, staff));
    if last < from {
        let ahead = (layout::child(id), from);
        return Err(roles::ends_too_early(context, change, (ahead, id), last));
    }
    let after = next_day(last).max(context.today);
    let before = pairing::doubts(home, after);
    change.end_pair(id, nth, last)?;
    let day = roles::day_said(last, context);
    let role = role_name(role, lang);
    let said = RoleWord::Unpaired { child: &who, role, staff: &name, day: &day }.text(lang);
    let ahead = RoleWord::Ahead { day: &day }.text(lang);
    let ahead = (last > context.today).then_some(ahead);
    let arisen = roles::arisen(&change.reading.home, &before, after, lang);
    Ok([said].into_iter().chain(ahead).chain(arisen).collect())
}

/// The buddy of the child whom a word names and nobody on the staff, by its places in the file:
/// one who stands there twice is let go altogether.
fn open_buddies(home: &Home, child: &Child, word: &str, last: NaiveDate) -> Vec<usize> {
    if home.staff.iter().any(|person| name::same(&person.name, word)) {
        return Vec::new();
    }
    let by_id = home.children.iter().find(|own| own.id.to_string() == word.trim());
    let called = by_id.map_or(word, |own| own.name.as_str());
    let is_open = |own: &Buddy| name::same(&own.name, called) && own.span.last > last;
    (0..child.buddies.len()).filter(|nth| is_open(&child.buddies[*nth])).collect()
}

/// Ends a pair of buddies, wherever it stands in the child's file.
fn part(
    context: &Context,
    change: &mut Change,
    (child, places): (&str, &[usize]),
    last: NaiveDate,
) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, child, None)?;
    let standing = edit.child.buddies.clone();
    let begun = |nth: &&usize| standing[**nth].span.first <= last;
    let buddy = &standing[places[0]];
    if !places.iter().any(|nth| begun(&nth)) {
        let ahead = (edit.file(), buddy.span.first);
        return Err(roles::ends_too_early(context, edit.change, (ahead, edit.child.id), last));
    }
    for nth in places.iter().filter(begun) {
        let until = standing[*nth].span.last;
        let old = Some(until).filter(|day| *day < NaiveDate::MAX).map(Fact::Date);
        let key = ("until", old.as_ref(), &Fact::Date(last));
        edit.set_in_entry((entries::BUDDY, *nth), key, (last, ""))?;
    }
    let (who, day) = (edit.who(last), edit.said(last));
    let said = Life::NoLongerBuddies { who: &who, buddy: &buddy.name, day: &day };
    Ok(vec![said.text(context.lang)])
}

/// The one pair of the child with the adult that goes on after a day, by its place in the file.
fn open_pair(
    context: &Context,
    home: &Home,
    child: &Child,
    (staff, role): (Id, Option<RoleCode>),
    last: NaiveDate,
) -> Result<usize, Failure> {
    let lang = context.lang;
    let is_open = |pair: &Pair| pair.span.last > last;
    let fits = |pair: &Pair| {
        pair.staff == staff && role.is_none_or(|role| pair.role == role) && is_open(pair)
    };
    let found: Vec<usize> = (0..child.pairs.len()).filter(|at| fits(&child.pairs[*at])).collect();
    if let [only] = found[..] {
        return Ok(only);
    }
    let who = roles::child_said(home, child, last);
    let name = roles::person_said(home, staff);
    if found.is_empty() {
        let none = match role {
            Some(role) => {
                RoleWord::NoSuchPairIn { child: &who, role: role_name(role, lang), staff: &name }
            }
            None => RoleWord::NoSuchPair { child: &who, staff: &name },
        };
        let open = child.pairs.iter().filter(|pair| is_open(pair));
        let pairs: Vec<String> = open
            .map(|pair| {
                format!("{} {}", role_name(pair.role, lang), roles::person_said(home, pair.staff))
            })
            .collect();
        let now = RoleWord::PairsNow { pairs: &listed(&pairs, lang) }.text(lang);
        let now = (!pairs.is_empty()).then_some(now);
        return Err(Failure::Usage([none.text(lang)].into_iter().chain(now).collect()));
    }
    // In one role twice: the earlier one is ended first.
    let first = |at: &&usize| child.pairs[**at].span.first;
    let mut codes: Vec<RoleCode> = found.iter().map(|at| child.pairs[*at].role).collect();
    codes.sort_unstable();
    codes.dedup();
    if let (1, Some(at)) = (codes.len(), found.iter().min_by_key(first)) {
        return Ok(*at);
    }
    let flags: Vec<String> =
        codes.iter().map(|role| format!("--role {role}（{}）", role_name(*role, lang))).collect();
    Err(Failure::Usage(vec![RoleWord::Several { roles: &listed(&flags, lang) }.text(lang)]))
}
