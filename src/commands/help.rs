//! `care help`: a command, or a topic.

use crate::cli::answer::Answer;
use crate::cli::as_meant::plain;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::mistyped::near_command;
use crate::cli::{log_examples, log_grammar, parse};
use crate::domain::nearest::nearest;
use crate::domain::problem::{Cause, Gravity};
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::problem_text::ProblemWord;
use crate::lang::talk::Msg;
use crate::lang::topics;
use crate::lang::{Lang, label};

pub const ABOUT: Purpose = Purpose {
    name: "帮助",
    says: ("命令或专题的说明", "Help on a command or a topic"),
    examples: &[
        Example { typed: ("逾期", "overdue"), does: ("一个命令", "A command") },
        Example { typed: ("日期", "dates"), does: ("一个专题", "A topic") },
        Example { typed: ("检查项", "checks"), does: ("检查些什么", "What is checked") },
    ],
    see: &["topics", "registers", "exit-codes"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueTopic), help = say(Help::Topic))]
    topic: Option<String>,
    #[arg(value_name = say(Help::ValueCheck), help = say(Help::CheckName))]
    name: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let mut grammar = (context.grammar)(None, vec![log_grammar::any()]);
    let Some(typed) = &args.topic else {
        return Ok(Answer::text(grammar.render_help().to_string()));
    };
    let typed = plain(typed);
    let topic = topics::called(&typed).unwrap_or(&typed);
    if let Some(name) = args.name.as_deref().filter(|_| ["check", "检查"].contains(&topic)) {
        return explain(name, context.lang);
    }
    if topic == "registers" {
        return Ok(Answer::text(registers(context)));
    }
    if let Some(text) = topics::text(topic, context.lang) {
        return Ok(Answer::text(text));
    }
    if let Some(register) = parse::register_called(topic, context) {
        grammar = (context.grammar)(Some(topic), vec![log_examples::command(&register)]);
        grammar.build();
        let command = grammar.find_subcommand_mut(log_grammar::name(&register.name));
        return Ok(Answer::text(
            command.map_or(String::new(), |own| own.render_help().to_string()),
        ));
    }
    grammar.build();
    match grammar.find_subcommand_mut(topic) {
        Some(command) => Ok(Answer::text(command.render_help().to_string())),
        None => {
            let mut lines = vec![Msg::UnknownTopic { name: topic }.text(context.lang)];
            let near = nearest(topic, topics::names()).map(str::to_owned);
            let near = near.or_else(|| near_command(topic, &grammar, context.home.as_ref()));
            lines.extend(near.map(|names| Msg::DidYouMean { names: &names }.text(context.lang)));
            lines.push(topics::listed(context.lang));
            Err(Failure::Usage(lines))
        }
    }
}

/// What a check finds and what to do about it.
fn explain(name: &str, lang: Lang) -> Result<Answer, Failure> {
    let Some(cause) = Cause::sample(name) else {
        return Err(Failure::usage(&Msg::UnknownCheck { name }, lang));
    };
    let gravity = match cause.gravity() {
        Gravity::Fault => ProblemWord::Fault,
        Gravity::Remark => ProblemWord::Remark,
    };
    Ok(Answer::text(format!(
        "{}[{name}]: {}\n  {}: {}\n",
        gravity.text(lang),
        cause.message(lang),
        ProblemWord::NextStep.text(lang),
        cause.hint(lang),
    )))
}

/// The registers of the home, or those that are shipped when there is no home.
fn registers(context: &Context) -> String {
    let store = parse::store_of(context);
    let line = |name: String| {
        let words = store.register(&name).ok().flatten();
        let words = words.map_or(String::new(), |own| label(&own.label, context.lang).to_owned());
        format!("log-{:<20}{words}\n", log_grammar::flag(&name))
    };
    store.register_names().into_iter().map(line).collect()
}
