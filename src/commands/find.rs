//! `care find`: where something stands, of which a name, a number or a word is known.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::finder::{begins_id, begins_pinyin};
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::domain::label::Words;
use crate::domain::needle::Needle;
use crate::domain::privacy::Privacy;
use crate::domain::register::Register;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::record_words::Listing;
use crate::render::screens::hits::{HitsPage, screen};
use crate::reports::hits::{self, Search};
use crate::reports::records::Records;
use crate::session::read::{Ask, Reading};
use crate::session::records::Wanted;
use crate::storage::encoding;

pub const ABOUT: Purpose = Purpose {
    name: "查找",
    says: ("查找姓名、号码或内容在哪里", "Where a name, a number or a word stands"),
    examples: &[
        Example {
            typed: ("欧阳", "ouyang"), does: ("名字里有这几个字的", "Whose name begins so")
        },
        Example {
            typed: ("罗雅婷", "lyt"), does: ("她在哪些地方出现", "Where she is named")
        },
    ],
    see: &["list", "records"],
};

const HELP: Words = (
    "姓名、拼音、编号、电话或证件号里的四位以上数字，或内容里的字；\
     写 - 就从标准输入读，不留在命令历史里",
    "A name, pinyin, an id, four or more digits of a phone or a number, or words; \
     - reads it from standard input, so that no shell remembers it",
);

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("内容", "TEXT")), required = true,
          help = said(HELP))]
    text: Vec<String>,
    #[command(flatten)]
    reveal: RevealFlags,
}

/// Fewer letters begin the sound of too many names.
const FEWEST_LETTERS: usize = 2;

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let text = match args.text.as_slice() {
        [only] if only == "-" => {
            let text = (context.input)().ok().and_then(|bytes| encoding::sheet(&bytes));
            let text = text.ok_or_else(|| refused(&Listing::NoInput, context))?;
            if encoding::is_lost(&text) {
                return Err(refused(&Listing::LostSearch, context));
            }
            text
        }
        words => words.join(" "),
    };
    let text = text.trim();
    let needle = Needle::of(text).ok_or_else(|| refused(&Listing::BlankSearch, context))?;
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let opened = args.reveal.opened(context)?;
    context.read(Ask::records(&names), |reading| {
        let search = Search {
            needle: &needle,
            gate: &opened.gate(),
            is_name: &|name| text.len() >= FEWEST_LETTERS && begins_pinyin(name, text),
            is_id: &|id| begins_id(id, text),
        };
        find(context, &opened, &search, reading)
    })
}

fn find(
    context: &Context,
    opened: &Revealed,
    search: &Search,
    reading: &Reading,
) -> Result<Answer, Failure> {
    let (home, gate) = (&reading.home, search.gate);
    let looks_in_all = gate.allows(Privacy::Restricted);
    let is_open = |own: &&Register| !own.restricted || looks_in_all;
    let open: Vec<&Register> = home.registers.values().filter(is_open).collect();
    let names: Vec<&str> = open.iter().map(|register| register.name.as_str()).collect();
    let places = |register: &str, event: &_| {
        let register = home.registers.get(register);
        register.map(|register| hits::in_event(register, event, search)).unwrap_or_default()
    };
    let is_hit = |register: &str, event: &_| !places(register, event).is_empty();
    let wanted = Wanted { days: None, versions: false, is: &is_hit };
    let records = Records::new(home, &open, reading.records(&names, &wanted)?, gate);
    let shown = records.shown.iter();
    let records: Vec<_> = shown.map(|own| (own, places(&own.register.name, &own.event))).collect();
    let children = hits::children(home, search);
    let page = HitsPage {
        home,
        children: &children,
        staff: &hits::staff(home, search),
        records: &records,
        today: context.today,
        short: context.format.is_for_a_screen(),
        tells_little: !search.needle.is_telling(),
        looks_in_all,
        lang: context.lang,
    };
    let told = records.iter().flat_map(|(own, _)| own.event.children.iter().copied());
    let told = children.iter().map(|hit| hit.of.id).chain(told);
    let look = opened.look((context, home), gate, told, Vec::new())?;
    Ok(Answer::screen(context, &screen(&page)).seen(look))
}

fn refused(told: &Listing, context: &Context) -> Failure {
    Failure::Usage(vec![told.text(context.lang)])
}
