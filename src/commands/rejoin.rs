//! `care rejoin`: a child that had left is on the roll again.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::entries;
use crate::domain::facts::Fact;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "重新入册",
    says: ("离册的儿童又回来了", "A child that had left is on the roll again"),
    examples: &[
        Example {
            typed: ("欧阳晨曦 --日期 2025-02-17", "oycx --date 2025-02-17"),
            does: ("又回来了，还在原来的班", "Back, in the old class"),
        },
        Example {
            typed: (
                "欧阳晨曦 --日期 2025-02-17 --班级 六1",
                "oycx --date 2025-02-17 --class 2019-1",
            ),
            does: ("回来，换了班", "Back, in another class"),
        },
    ],
    see: &["leave", "resume"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, value_name = say(Help::ValueDate), required = true,
          help = said(("重新在册的第一天", "The first day on the roll again")))]
    date: String,
    #[arg(long, value_name = say(Help::ValueClass),
          help = said(("回到哪个班（默认原来的班）", "The class (default: the one it was in)")))]
    class: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| rejoin(context, args, change))
}

fn rejoin(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let lang = context.lang;
    let day = edit.day(Some(&args.date))?;
    let (name, id) = (edit.child.name.clone(), edit.child.id.to_string());
    if let Some(spell) = edit.last_spell() {
        let (joined, left) = (spell.span.first, spell.span.last);
        if left == NaiveDate::MAX {
            return Err(edit.refuse(&Life::StillHere { name: &name, id: &id, joined }));
        }
        if day <= left {
            return Err(edit.refuse(&Life::InsideSpell { name: &name, day, left }));
        }
    }
    let home = &edit.change.reading.home;
    let class = args.class.as_deref().map(|text| typed::class_code(home, text, day, lang));
    let mut said = Vec::new();
    let mut who = edit.who(day);
    if let Some(class) = class.transpose()? {
        let new = Fact::Text(class.to_string());
        said = edit.set("class", Some(&new), (day, ""))?;
        who = format!("{name} {}", edit.value_said("class", Some(&new), day));
    }
    edit.add_entry(entries::SPELL, &[("joined", Fact::Date(day))], (day, ""))?;
    let rejoined = Life::Rejoined { who: &who, day: &edit.said(day) }.text(lang);
    Ok([rejoined].into_iter().chain(said).collect())
}
