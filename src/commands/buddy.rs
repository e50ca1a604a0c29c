//! `care buddy`: a child is paired with another pupil of the school.

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{finder, roles, typed};
use crate::domain::child::Buddy;
use crate::domain::entries;
use crate::domain::facts::Fact;
use crate::domain::id::{Id, Kind, as_written};
use crate::domain::name;
use crate::domain::spans::Span;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "结对同学",
    says: ("一名儿童与一名同学结对", "A child is paired with another pupil"),
    examples: &[
        Example {
            typed: ("欧阳晨曦 孙鹏飞", "oycx spf"),
            does: ("两名在册的同学", "Two children on the roll"),
        },
        Example {
            typed: ("欧阳晨曦 周小兰 --从 2024-10-08", "oycx 'Zhou Xiaolan' --from 2024-10-08"),
            does: ("同学不在册，写姓名", "A pupil who is not on it"),
        },
    ],
    see: &["unpair", "list"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(value_name = say(Help::ValueName),
          help = said(("同学：在册儿童的姓名、编号或拼音，或别的学生的姓名",
                       "The pupil: a child on the roll, or another pupil's name")))]
    buddy: String,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("从哪天起（默认今天）", "Since when (default: today)")))]
    from: Option<String>,
    #[arg(long, value_name = say(Help::ValueText),
          help = said(("在班里、队里的职务，如 班长；已经结对的，补上它",
                       "The post in class or team; of buddies already, it is written in")))]
    post: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| buddy(context, args, change))
}

fn buddy(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let lang = context.lang;
    let from = edit.day_on_roll(args.from.as_deref())?;
    let (home, word) = (&edit.change.reading.home, args.buddy.trim());
    let own = edit.child.name.as_str();
    let mut keys = Vec::new();
    let found = match finder::is_child(home, word) {
        true => Some(finder::child(home, word, from, lang)?),
        false => None,
    };
    let named = match found.and_then(|id| home.child(id)) {
        Some(other) if other.id == edit.child.id => {
            return Err(edit.refuse(&Life::BuddyIsSelf { name: own }));
        }
        Some(other) => {
            if !other.on_roll().contains(from) {
                let (name, date) = (other.name.as_str(), from);
                return Err(Failure::usage(&Msg::OutsideSpells { name, date }, lang));
            }
            let class = other.class_on(from);
            keys.extend(class.map(|class| ("class", Fact::Text(class.to_string()))));
            other.name.clone()
        }
        None if home.staff.iter().any(|person| name::same(&person.name, word)) => {
            return Err(edit.refuse(&Life::BuddyIsStaff { name: word }));
        }
        None if Id::parse(&as_written(word), Kind::Child).is_some() => {
            return Err(Failure::usage(&Msg::NobodyCalled { name: word }, lang));
        }
        None => typed::name(Some(word), &said(("同学", "BUDDY")), lang)?.to_owned(),
    };
    let post = args.post.as_deref().map(str::trim).filter(|post| !post.is_empty());
    let post = post.map(|post| Fact::Text(post.to_owned()));
    let is_own = |other: &Buddy| {
        name::same(&other.name, &named) && roles::overlap(&other.span, &Span::new(from, None))
    };
    if let Some(nth) = edit.child.buddies.iter().position(is_own) {
        let standing = &edit.child.buddies[nth];
        let Some(post) = post else {
            let (buddy, from) = (named.as_str(), standing.span.first);
            return Err(edit.refuse(&Life::BuddyAlready { name: own, buddy, from }));
        };
        let (old, new) = (standing.post.clone().map(Fact::Text), post.values().concat());
        let key = ("post", old.as_ref(), &post);
        edit.set_in_entry((entries::BUDDY, nth), key, (from, ""))?;
        let said = Life::BuddyPost { who: &edit.who(from), buddy: &named, post: &new };
        return Ok(vec![said.text(lang)]);
    }
    keys.extend(post.map(|post| ("post", post)));
    keys.insert(0, ("name", Fact::Text(named.clone())));
    keys.push(("from", Fact::Date(from)));
    edit.add_entry(entries::BUDDY, &keys, (from, ""))?;
    let (who, day) = (edit.who(from), edit.said(from));
    Ok(vec![Life::Buddied { who: &who, buddy: &named, day: &day }.text(lang)])
}
