//! `care practise`: a copy of the home beside it, in which somebody new can try everything.

use std::path::PathBuf;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::practice_words::Practice;
use crate::storage::disk;
use crate::storage::practice;

pub const ABOUT: Purpose = Purpose {
    name: "练习",
    says: (
        "建一份练习用的副本（姓名、号码、电话都换过），随便试",
        "Make a copy of the home to practise in, with other names and numbers",
    ),
    examples: &[
        Example { typed: ("", ""), does: ("做一份练习用的副本", "Make the copy") },
        Example { typed: ("--end", "--end"), does: ("练完了，删掉", "Done: remove it") },
    ],
    see: &["init", "undo"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, help = said(("练完了：把练习用的副本删掉", "Done: remove the copy")))]
    end: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    if args.end { end(context) } else { begin(context) }
}

fn begin(context: &Context) -> Result<Answer, Failure> {
    let lang = context.lang;
    let refuse = |why: &Practice| Err(Failure::Refused(vec![why.text(lang)]));
    if context.is_practice() {
        return refuse(&Practice::Inside);
    }
    let to = beside(context)?;
    let folder = disk::shown(&to);
    if disk::exists(&to) {
        return refuse(&match practice::is_practice(&to) {
            true => Practice::Stands { folder: &folder },
            false => Practice::InTheWay { folder: &folder },
        });
    }
    let texts = context.practice_texts(&Practice::Mark.text(lang))?;
    if !context.dry_run {
        practice::write(&to, &texts)?;
    }
    let lines = [
        Practice::Made { folder: &folder, files: texts.len() },
        Practice::Changed,
        Practice::GoThere { folder: &folder },
    ];
    Ok(Answer::default().with_talk(lines.map(|line| line.text(lang))))
}

fn end(context: &Context) -> Result<Answer, Failure> {
    let lang = context.lang;
    let root = context.root()?;
    let copy: PathBuf = if context.is_practice() { root.to_owned() } else { beside(context)? };
    let folder = disk::shown(&copy);
    if !practice::is_practice(&copy) {
        return Err(Failure::Refused(vec![Practice::NoCopy { folder: &folder }.text(lang)]));
    }
    context.sure(|| vec![Practice::SureToEnd { folder: &folder }.text(lang)])?;
    if !context.dry_run {
        practice::remove(&copy)?;
    }
    Ok(Answer::default().with_talk([Practice::Ended { folder: &folder }.text(lang)]))
}

/// Where the copy of the home is, or would be.
fn beside(context: &Context) -> Result<PathBuf, Failure> {
    let at_root = || Failure::Refused(vec![Practice::AtRoot.text(context.lang)]);
    practice::folder(context.root()?).ok_or_else(at_root)
}
