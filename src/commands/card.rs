//! `care card`: the contact card was issued, and what is still missing from it.

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::facts::Fact;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::lang::{listed, requires};
use crate::rules::contact_card;
use crate::rules::plan::Plan;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "联系卡",
    says: ("联系卡已经发了；说明卡上还缺什么", "The contact card was issued; what it still lacks"),
    examples: &[
        Example {
            typed: ("欧阳晨曦", "oycx"), does: ("今天发了联系卡", "Issued today")
        },
        Example {
            typed: ("欧阳晨曦 --发放日期 9.10", "oycx --issued 2024-09-10"),
            does: ("那天发的", "Issued on that day"),
        },
    ],
    see: &["edit-child", "requires"],
};

/// The field that says when.
const ISSUED: &str = "contact_card.issued_on";

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("发卡的日期（默认今天）", "When it was issued (default: today)")))]
    issued: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| card(context, args, change))
}

fn card(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let lang = context.lang;
    let day = edit.day(args.issued.as_deref())?;
    let issued = Fact::Date(day);
    edit.set(ISSUED, Some(&issued), (day, ""))?;
    let mut child = edit.child.clone();
    child.facts.put(ISSUED, Some(issued));
    let home = &edit.change.reading.home;
    let missing = contact_card::missing(&Plan::new(home, context.today, |_| false), &child);
    let parts: Vec<String> = missing.iter().map(|part| requires::name(home, part, lang)).collect();
    let lacks = match parts.is_empty() {
        true => Life::CardWhole.text(lang),
        false => Life::CardLacks { parts: &listed(&parts, lang) }.text(lang),
    };
    let (who, day) = (edit.who(day), edit.said(day));
    Ok(vec![Life::CardIssued { who: &who, day: &day }.text(lang), lacks])
}
