//! `care leave`: a child goes off the roll, after its last day on it.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::child::Child;
use crate::domain::entries;
use crate::domain::facts::Fact;
use crate::domain::spans::Span;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::life_words::Life;
use crate::lang::words::role_name;
use crate::lang::{label, listed, words_in};
use crate::render::screens::list;
use crate::session::change::Change;

pub const ABOUT: Purpose = Purpose {
    name: "离开",
    says: ("一名儿童离册（转学、毕业、随父母外出等）", "A child leaves the roll"),
    examples: &[Example {
        typed: (
            "欧阳晨曦 --日期 2024-10-31 --原因 转学",
            "oycx --date 2024-10-31 --reason transferred",
        ),
        does: ("转到别的学校", "Moved to another school"),
    }],
    see: &["rejoin", "pause", "edit-child"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueChild), help = say(Help::ChildArg))]
    child: String,
    #[arg(long, value_name = say(Help::ValueDate), required = true,
          help = said(("在册的最后一天", "The last day on the roll")))]
    date: String,
    #[arg(long, value_name = say(Help::ValueText), required = true,
          help = said(("原因：转学、毕业、父母返乡、随父母外出、年满16周岁、户籍变化等",
                       "The reason, such as transferred or graduated")))]
    reason: String,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("经办人", "Who says so")))]
    staff: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Answer::of_change(context, &names, |change| leave(context, args, change))
}

fn leave(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let mut edit = ChildEdit::open(context, change, &args.child, args.staff.as_deref())?;
    let (lang, child) = (context.lang, edit.child.clone());
    let day = edit.day(Some(&args.date))?;
    let code = entries::exit_reason(args.reason.trim());
    if !end(&mut edit, day, code)? {
        return Ok(Vec::new());
    }
    let reason = list::in_words(entries::EXIT_REASONS, code, lang);
    let (who, last) = (edit.who(day), edit.said(day));
    let left = Life::Left { who: &who, day: &last, reason: &reason }.text(lang);
    let open = still_open(&edit, &child);
    let open =
        (!open.is_empty()).then(|| Life::StillOpen { what: &listed(&open, lang) }.text(lang));
    Ok([left].into_iter().chain(open).collect())
}

/// Ends a child's time on the roll; `false` when it has none.
///
/// # Errors
/// It has ended, or the day is not one of it, or what lies after it must be confirmed.
pub fn end(edit: &mut ChildEdit, day: NaiveDate, code: &str) -> Result<bool, Failure> {
    let Some(spell) = edit.last_spell().cloned() else { return Ok(false) };
    let (name, id, span) = (edit.child.name.as_str(), edit.child.id.to_string(), spell.span);
    if span.last < NaiveDate::MAX {
        return Err(edit.refuse(&Life::HasLeft { name, id: &id, left: span.last }));
    }
    if day < span.first {
        return Err(edit.refuse(&Life::BeforeJoined { name, day, joined: span.first }));
    }
    edit.sure_of_lost_days(Span { first: span.first, last: day }, false)?;
    let joined = Fact::Date(span.first);
    let nth = edit.change.entry_at(&edit.file(), entries::SPELL.name, "joined", &joined)?;
    for (key, fact) in [("left", Fact::Date(day)), ("reason", Fact::Text(code.to_owned()))] {
        edit.set_in_entry((entries::SPELL, nth), (key, None, &fact), (day, code))?;
    }
    Ok(true)
}

/// The dated entries of a child that have no last day.
fn still_open(edit: &ChildEdit, child: &Child) -> Vec<String> {
    let (lang, home) = (edit.lang(), &edit.change.reading.home);
    let mut open = Vec::new();
    let mut add = |what: &str, span: Span| {
        if span.last == NaiveDate::MAX {
            open.push(Life::Since { what, from: span.first }.text(lang));
        }
    };
    for pair in &child.pairs {
        let name = home.person(pair.staff).map_or("", |person| &person.name);
        add(&format!("{} {name}", role_name(pair.role, lang)), pair.span);
    }
    for buddy in &child.buddies {
        add(words_in(entries::BUDDY.label, lang), buddy.span);
    }
    for pause in &child.pauses {
        add(words_in(entries::PAUSE.label, lang), pause.span);
    }
    for exemption in &child.exemptions {
        let rule = home.rules.iter().find(|rule| rule.id == exemption.rule);
        let rule = rule.map_or(exemption.rule.as_str(), |rule| label(&rule.name, lang));
        add(&format!("{} {rule}", words_in(entries::EXEMPT.label, lang)), exemption.span);
    }
    open
}
