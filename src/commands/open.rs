//! `care open`: a copy of a register or of the roster, opened by the machine's own program for
//! spreadsheets.

use crate::cli::answer::{Answer, Instead};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::registers;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::label;
use crate::lang::record_words::Listing;
use crate::session::read::Ask;

pub const ABOUT: Purpose = Purpose {
    name: "打开",
    says: (
        "用表格软件看一个登记或名册（一份副本，改它不改记录）",
        "See a register or the roster in Excel or WPS: a copy, changing it changes no record",
    ),
    examples: &[
        Example { typed: ("家访", "visit"), does: ("一个登记", "A register") },
        Example { typed: ("名册", "roster"), does: ("儿童名册", "The children") },
    ],
    see: &["records", "list", "registers"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("什么", "WHAT")),
          help = said(("名册，或一个登记：谈心、家访、talk …",
                       "The roster, or a register: talk, visit ...")))]
    what: String,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    if registers::is_roster(&args.what) {
        let name = Listing::Roster.text(context.lang);
        return Ok(instead(context, vec!["list".to_owned()], &name));
    }
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    context.read(Ask::records(&names), |reading| {
        let register = registers::called_beside_roster(&reading.home, &args.what, context.lang)?;
        let words = vec!["records".to_owned(), register.name.clone()];
        Ok(instead(context, words, label(&register.label, context.lang)))
    })
}

/// The command that writes the copy; each has a name of its own, so that none is in the way.
fn instead(context: &Context, words: Vec<String>, name: &str) -> Answer {
    let (name, time) = (name.replace(['/', '\\', ' '], "-"), context.now.format("%Y%m%d-%H%M%S"));
    let file = format!("{name}-{time}.xlsx");
    Answer::instead(Instead { words, file, is_form: false })
}
