//! `care exempt`: a child is excused from a rule for a time.

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::domain::entries;
use crate::domain::facts::Fact;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::label;
use crate::lang::life_words::Life;
use crate::lang::talk::Msg;
use crate::session::change::Change;
use crate::session::edit::CHANGES;

pub const ABOUT: Purpose = Purpose {
    name: "免办",
    says: ("一名儿童在一段时间里免办一条规则", "A child is excused from a rule for a time"),
    examples: &[Example {
        typed: (
            "欧阳晨曦 每月谈心 --从 2024-10-01 --到 2024-10-31 --原因 随父母外出",
            "oycx monthly-talk --from 2024-10-01 --until 2024-10-31 --reason travelling",
        ),
        does: ("十月免办一条", "Excused in October"),
    }],
    see: &["pause", "rules", "why"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(value_name = say(Help::ValueRule),
          help = said(("规则：编号或名称，见 care rules", "The rule: its id or its name, see care rules")))]
    rule: String,
    #[arg(long, value_name = say(Help::ValueDate), required = true,
          help = said(("免办的第一天", "The first day of the exemption")))]
    from: String,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("免办的最后一天，可以在将来", "The last day, which may lie ahead")))]
    until: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), required = true, help = say(Help::Reason))]
    reason: String,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("批准人", "Who allows it")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[CHANGES], |change| exempt(context, args, change))
}

fn exempt(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let lang = context.lang;
    let home = &edit.change.reading.home;
    let question = Question::default().find_rule(Some(&args.rule), context, home)?;
    let rule = home.rules.iter().find(|rule| Some(&rule.id) == question.rule.as_ref());
    let Some(rule) = rule.map(|rule| (rule.id.to_string(), label(&rule.name, lang).to_owned()))
    else {
        return Err(Failure::usage(&Msg::UnknownRule { name: &args.rule }, lang));
    };
    let from = edit.day(Some(&args.from))?;
    let until = edit.until(args.until.as_deref(), from)?;
    let reason = args.reason.trim();
    let mut keys = vec![("rule", Fact::Text(rule.0)), ("from", Fact::Date(from))];
    keys.extend(until.map(|until| ("until", Fact::Date(until))));
    keys.push(("reason", Fact::Text(reason.to_owned())));
    keys.extend(edit.by.map(|by| ("by", Fact::Text(by.to_string()))));
    edit.add_entry(entries::EXEMPT, &keys, (from, reason))?;
    let (who, days) = (edit.who(from), edit.days_said(from, until));
    let exempted = Life::Exempted { who: &who, rule: &rule.1, days: &days, reason }.text(lang);
    let open = until.is_none().then(|| Life::NoLastDay.text(lang));
    Ok([exempted].into_iter().chain(open).collect())
}
