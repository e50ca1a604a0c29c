//! `care edit-child`: facts of a child are changed; what they were is kept.

use chrono::NaiveDate;

use super::add_child::doubts;
use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::entry_edit::day_of_spell;
use crate::cli::failure::Failure;
use crate::cli::withheld::Withheld;
use crate::cli::{fields, typed, typed_fact};
use crate::domain::facts::{Fact, Facts};
use crate::domain::{resident_id, schema};
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "修改儿童",
    says: ("修改一名儿童的情况（原值保留）", "Change a child's facts (the old values are kept)"),
    examples: &[
        Example {
            typed: ("欧阳晨曦 --改 risk=high", "oycx --set risk=high"),
            does: ("风险等级改为高", "The risk is high now"),
        },
        Example {
            typed: (
                "欧阳晨曦 --改 boarding=true --从 2024-10-08",
                "oycx --set boarding=true --from 2024-10-08",
            ),
            does: ("从那天起住校", "A boarder since then"),
        },
    ],
    see: &["show", "transfer", "fields"],
};

#[derive(clap::Args, Clone)]
#[command(group = clap::ArgGroup::new("changed").args(["set", "elder"])
    .required(true).multiple(true))]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long = "set", value_name = say(Help::ValueKeyValue),
          help = said(("要改的字段，如 监护人电话=13900139000；等号后不写就是清空；\
                        登记错了的 入册日期、离册日期 也这样改；可重复；\
                        写 监护人电话=- 就另外输入，不留在命令历史里",
                       "What to change, such as carer.phone=13900139000; nothing after the \
                        equals sign takes the value away; joined and left too, where they were \
                        entered wrong; may be repeated; carer.phone=- asks, so that no \
                        history of commands holds it")))]
    set: Vec<String>,
    #[arg(long, value_name = say(Help::ValueKeyValue),
          help = said(("长辈的生日，如 王桂英=农历8.15、王桂英=公历9.20；可重复",
                       "An elder's birthday, such as NAME=lunar8.15 or NAME=solar9.20; may be \
                        repeated")))]
    elder: Vec<String>,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("新值从哪天算起（默认今天）", "Since when the new value holds (default: today)")))]
    from: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::Reason))]
    why: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
    #[arg(long, help = say(Help::Force))]
    force: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let is_of_spell = |text: &String| {
        text.split_once('=').is_some_and(|(word, _)| day_of_spell(word.trim()).is_some())
    };
    // Which records lie outside another time on the roll is asked of all registers.
    let names = match args.set.iter().any(is_of_spell) {
        true => context.store()?.register_names(),
        false => vec![CHANGES.to_owned()],
    };
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let closed = |word: &str| fields::closed(schema::CHILD, word, context.lang);
    let args = &Args { set: Withheld::of(context).filled(&args.set, closed)?, ..args.clone() };
    Answer::of_change(context, &names, |change| edit(context, args, change))
}

fn edit(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let day = edit.day(args.from.as_deref())?;
    let why = args.why.as_deref().unwrap_or_default();
    let mut said = Vec::new();
    let mut typed: Vec<(String, Option<Fact>)> = Vec::new();
    for text in &args.set {
        let (word, value) = fields::key_value(text, context.lang)?;
        if let Some(key) = day_of_spell(word) {
            said.extend(edit.mend_spell(key, value, why)?);
            continue;
        }
        let path = fields::child_path(word, context.lang)?;
        let fact = value_of(&edit, args, &path, value, day)?;
        typed.retain(|(own, _)| *own != path);
        typed.push((path, fact));
    }
    check(&edit, &typed, args.force)?;
    for text in &args.elder {
        said.extend(edit.keep_elder(text, why)?);
    }
    for (path, fact) in &typed {
        said.extend(edit.set(path, fact.as_ref(), (day, why))?);
    }
    if said.is_empty() {
        said.push(Life::Unchanged { who: &edit.who(day) }.text(context.lang));
    }
    Ok(said)
}

/// The fact that was typed; none when the field is to say nothing.
fn value_of(
    edit: &ChildEdit,
    args: &Args,
    path: &str,
    text: &str,
    day: NaiveDate,
) -> Result<Option<Fact>, Failure> {
    let fact = match path {
        fields::NAME if text.is_empty() => return Err(edit.refuse(&Life::NameNeeded)),
        _ if text.is_empty() => return Ok(None),
        fields::NAME => Fact::Text(typed::seen_name(text, edit.lang())?.to_owned()),
        "class" => {
            let class = typed::class_code(&edit.change.reading.home, text, day, edit.lang())?;
            Fact::Text(class.to_string())
        }
        "id_number" => Fact::Text(resident_id::plain(text)),
        _ => typed_fact::fact(schema::CHILD, path, text, args.force, edit.context)?,
    };
    Ok(Some(fact))
}

/// Refuses what a new child would be refused for; a doubt that there was before is not asked again.
fn check(edit: &ChildEdit, typed: &[(String, Option<Fact>)], force: bool) -> Result<(), Failure> {
    let (lang, home, child) = (edit.lang(), &edit.change.reading.home, &edit.child);
    let mut facts = child.facts.clone();
    for (path, fact) in typed {
        facts.put(path, fact.clone());
    }
    let is_new = typed.iter().any(|(path, _)| path == "id_number");
    let number = facts.text("id_number").filter(|_| is_new && !force);
    if number.is_some_and(|number| !resident_id::is_valid(number)) {
        return Err(Failure::usage(&Msg::WrongIdNumber, lang));
    }
    let of = |facts: &Facts| {
        let name = facts.text(fields::NAME).unwrap_or_default();
        doubts(home, Some(child.id), name, facts, lang)
    };
    let before = of(&child.facts);
    let mut new = of(&facts);
    new.retain(|doubt| !before.contains(doubt));
    if new.is_empty() { Ok(()) } else { edit.context.sure(|| new) }
}
