//! `care why`: the chain behind each obligation of a child, a class, one of the staff, the school.

use super::why_score;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::question::Question;
use crate::cli::{finder, typed};
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::family::Silence;
use crate::domain::home::Home;
use crate::domain::rule::{Level, Rule, SubjectKind};
use crate::domain::score_marks::SCHOOL_WORDS;
use crate::domain::subject::Subject;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::render::screens::Names;
use crate::render::screens::why::{ExplainedRule, SilentRow, screen};
use crate::reports::why;
use crate::rules::plan::Plan;
use crate::rules::presence::members;
use crate::session::read::{Ask, Reading};

pub const ABOUT: Purpose = Purpose {
    name: "为什么",
    says: (
        "为什么是这个状态：规则、时段、在册、算数和不算数的记录",
        "Why: the rule, the slot, presence, what counted and what did not",
    ),
    examples: &[
        Example {
            typed: ("欧阳晨曦", "oycx"), does: ("每条规则现在怎样", "How each rule stands")
        },
        Example {
            typed: ("欧阳晨曦 每月谈心", "oycx monthly-talk"),
            does: ("这一条：哪些记录算数", "This one: what counted"),
        },
        Example { typed: ("四2", "2021-2"), does: ("一个班", "A class") },
    ],
    see: &["overdue", "rules"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueWho), help = say(Help::WhyWho))]
    who: String,
    #[arg(value_name = say(Help::ValueRule), help = say(Help::WhyRule))]
    rule: Option<String>,
    #[arg(long, value_name = said(("考核表", "SHEET")),
          help = said(("这张考核表的分数从哪来：对象，再写项目",
                       "From which rows a score of this sheet comes: whose, then the item")))]
    score: Option<String>,
    #[arg(long, value_name = say(Help::ValueDate), help = say(Help::KnownAt))]
    known_at: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let known_at = typed::known_at(context, args.known_at.as_deref())?;
    if let Some(sheet) = &args.score {
        return why_score::answer(context, sheet, (&args.who, args.rule.as_deref()), known_at);
    }
    context.read(Ask { known_at, ..Ask::default() }, |reading| chains(context, args, reading))
}

fn chains(context: &Context, args: &Args, reading: &Reading) -> Result<Answer, Failure> {
    let home = &reading.home;
    let subject = subject(home, &args.who, context)?;
    let level = Some(if args.rule.is_some() { Level::Inform } else { Level::Advised });
    let question = Question { level, ..Question::default() };
    let question = question.find_rule(args.rule.as_deref(), context, home)?;
    let is_theirs = |rule: &Rule| question.wants(rule) && rule.subject == subject.kind();
    let plan = Plan::new(home, context.today, is_theirs);
    let (tally, rows) = reading.judge_rows(&plan, &[], |row| may_be_theirs(home, &subject, row))?;
    let (events, mut silent) = (rows.live, rows.silent);
    silent.retain(|(register, row, _)| why::is_theirs(&plan, &subject, register, row));
    let is_named = args.rule.is_some();
    let mut told = Vec::new();
    for (rule, compiled) in plan.rules.iter().enumerate() {
        let case = plan.case(rule, &subject);
        let slots = match case {
            Some(case) => why::slots(&plan, &tally, case),
            // A rule that was asked for is answered for, all others are of others.
            None if is_named => Vec::new(),
            None => continue,
        };
        let slots = if is_named { slots } else { why::telling(slots) };
        let heard = why::heard(&plan, rule, &subject, &events);
        let askers = case.map(|case| why::askers(&plan, &tally, case, &events));
        let askers = askers.unwrap_or_default();
        let silent = rows_of(&silent, &compiled.rule.records);
        told.push(ExplainedRule { rule, slots, askers, heard, silent });
    }
    let names = Names::new(&plan, context.lang);
    Ok(Answer::screen(context, &screen(&names, &subject, &told, is_named)))
}

/// Whom the word names: the school, a class that is or was, a child, or one of the staff.
fn subject(home: &Home, word: &str, context: &Context) -> Result<Subject, Failure> {
    if SCHOOL_WORDS.contains(&word.trim()) {
        return Ok(Subject::School);
    }
    let year = home.calendar.spoken_year(context.today);
    let meant = home.settings.class_code(word, year).unwrap_or_else(|| ClassCode::of(word.trim()));
    let class = Subject::Class(meant);
    if members(home, SubjectKind::Class, None).iter().any(|member| member.subject == class) {
        return Ok(class);
    }
    if let Some(failure) = typed::unspoken(home, word, context.today, context.lang) {
        return Err(failure);
    }
    let id = finder::child_or_staff(home, word, context.today, context.lang)?;
    let child = home.child_at(id).map(Subject::Child);
    match child.or_else(|| home.staff_at(id).map(Subject::Staff)) {
        Some(subject) => Ok(subject),
        None => unreachable!("the finder found the person in this home"),
    }
}

/// May it be this subject's? Of people it is known without the register, and others' rows are many.
fn may_be_theirs(home: &Home, subject: &Subject, event: &Event) -> bool {
    match subject {
        Subject::Child(at) => event.children.contains(&home.children[*at].id),
        Subject::Staff(at) => event.staff.contains(&home.staff[*at].id),
        Subject::Class(_) | Subject::School => true,
    }
}

fn rows_of(rows: &[(String, Event, Silence)], registers: &[String]) -> Vec<SilentRow> {
    let own = rows.iter().filter(|(register, _, _)| registers.contains(register));
    let row = |(_, event, why): &(String, Event, Silence)| SilentRow {
        file: event.row.header.file.to_string(),
        line: event.row.line,
        date: event.date,
        id: event.id,
        why: *why,
    };
    own.map(row).collect()
}
