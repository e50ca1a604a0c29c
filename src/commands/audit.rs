//! `care audit verify`: is the log of access as it was written?

use clap::builder::PossibleValue;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::lang::access_words::AccessSaid;
use crate::lang::help::{Example, Purpose, said};
use crate::render::screens::access::{ChainPage, screen};
use crate::storage::access::{AccessChain, Broken, SHORT};

pub const ABOUT: Purpose = Purpose {
    name: "审计",
    says: ("核对查看记录有没有被改动", "Whether the log of who saw what is as it was written"),
    examples: &[
        Example { typed: ("verify", "verify"), does: ("逐条核对", "Check each entry") },
        Example {
            typed: ("verify -q", "verify -q"),
            does: ("没有问题就不说话", "Say nothing when all is well"),
        },
    ],
    see: &["history", "check"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("做什么", "WHAT")), value_parser = kinds(),
          hide_possible_values = true,
          help = said(("verify 或“核对”：逐条核对", "verify: check each entry against the one before")))]
    what: String,
    #[arg(long, value_name = said(("校验码", "HASH")),
          help = said(("以前记下的校验码，如信末的：看它还在不在",
                       "A hash noted before, as at the end of a mail: is it still there?")))]
    head: Option<String>,
}

fn kinds() -> [PossibleValue; 1] {
    [PossibleValue::new("verify").alias("核对")]
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let head = args.head.as_deref().map(str::trim).map(str::to_ascii_lowercase);
    let is_hash =
        |text: &String| text.len() >= SHORT && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if head.as_ref().is_some_and(|text| !is_hash(text)) {
        return Err(Failure::Usage(vec![AccessSaid::BadHead.text(context.lang)]));
    }
    let chain = context.looks()?;
    let entries = chain.hashes.len();
    let wrong = broken(&chain).or_else(|| {
        let head = head.as_deref().filter(|head| !has(&chain, head))?;
        Some(("cut", AccessSaid::Cut { lines: entries, head }, None))
    });
    let is_wrong = wrong.is_some();
    let page = ChainPage { entries, hash: chain.hashes.last().map(String::as_str), wrong };
    let torn = chain.is_torn.then(|| AccessSaid::TornEnd.text(context.lang));
    Ok(Answer::screen(context, &screen(&page, context.lang)).found(is_wrong).with_talk(torn))
}

fn broken(chain: &AccessChain) -> Option<(&'static str, AccessSaid<'static>, Option<usize>)> {
    let (line, broken) = chain.broken?;
    let (word, said) = match broken {
        Broken::Changed => ("changed", AccessSaid::Changed { line }),
        Broken::Misplaced => ("misplaced", AccessSaid::Misplaced { line }),
    };
    Some((word, said, Some(line)))
}

fn has(chain: &AccessChain, head: &str) -> bool {
    chain.hashes.iter().any(|hash| hash.starts_with(head))
}
