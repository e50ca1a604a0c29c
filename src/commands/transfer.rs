//! `care transfer`: a child changes its class; up to the day before it was in the old one.

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::typed;
use crate::domain::facts::Fact;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "转班",
    says: ("一名儿童转到另一个班", "A child moves to another class"),
    examples: &[Example {
        typed: (
            "欧阳晨曦 --班级 六1 --从 2024-10-08 --原因 分班",
            "oycx --class 2019-1 --from 2024-10-08 --reason regrouped",
        ),
        does: ("从那天起在另一个班", "In another class since then"),
    }],
    see: &["edit-child", "leave", "list"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, value_name = say(Help::ValueClass), required = true,
          help = said(("新班级：2021-2，或学校的叫法，如 四（2）班",
                       "The new class: 2021-2, or as the school calls it")))]
    class: String,
    #[arg(long, value_name = say(Help::ValueDate), required = true,
          help = said(("从哪天起在新班级", "Since when it is in the new class")))]
    from: String,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::Reason))]
    reason: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| transfer(context, args, change))
}

fn transfer(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let day = edit.day_on_roll(Some(&args.from))?;
    let lang = context.lang;
    let class = typed::class_code(&edit.change.reading.home, &args.class, day, lang)?;
    let new = Fact::Text(class.to_string());
    let name = edit.child.name.clone();
    let old = edit.value_said("class", edit.child.facts.get("class"), day);
    let to = edit.value_said("class", Some(&new), day);
    let reason = args.reason.as_deref().unwrap_or_default();
    let said = edit.set("class", Some(&new), (day, reason))?;
    if said.is_empty() {
        return Err(edit.refuse(&Life::SameClass { name: &name, class: &to }));
    }
    let day = edit.said(day);
    let transferred = Life::Transferred { who: &name, from: &old, to: &to, day: &day }.text(lang);
    Ok([transferred].into_iter().chain(said.into_iter().skip(1)).collect())
}
