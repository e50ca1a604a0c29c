//! `care rota`: who is planned for duty in a month, and who did it.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::month::Month;
use crate::domain::spans::days_later;
use crate::domain::typed_date;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::record_words::Listing;
use crate::render::screens::rota::screen;
use crate::reports::rota::shifts;
use crate::session::read::{Ask, Reading};

pub const ABOUT: Purpose = Purpose {
    name: "排班对照",
    says: ("一个月的排班和值日", "The rota of a month, and the duty that was done"),
    examples: &[
        Example { typed: ("", ""), does: ("本月", "This month") },
        Example {
            typed: ("--月份 2024-10", "--month 2024-10"), does: ("某个月", "Another month")
        },
    ],
    see: &["calendar", "records"],
};

/// What is planned, and what was done.
const REGISTERS: [&str; 2] = ["rota", "duty"];

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = said(("月份", "MONTH")),
          help = said(("哪个月：2024-10、10月、本月（默认本月）",
                       "Which month: 2024-10, 10, this month (default: this month)")))]
    month: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    context.read(Ask::records(&REGISTERS), |reading| list(context, args, reading))
}

/// A month that is called by its number alone is the nearest, before or after today.
fn nearest_of(text: &str, today: NaiveDate) -> NaiveDate {
    const HALF_A_YEAR: u32 = 180;
    let is_number = text.chars().any(|own| own.is_ascii_digit());
    if is_number { days_later(today, HALF_A_YEAR) } else { today }
}

fn list(context: &Context, args: &Args, reading: &Reading) -> Result<Answer, Failure> {
    let (today, lang) = (context.today, context.lang);
    let month = match &args.month {
        Some(text) => {
            let month = typed_date::month(text, nearest_of(text, today));
            month.ok_or_else(|| Failure::Usage(vec![Listing::NoMonth { text }.text(lang)]))?
        }
        None => Month::of(today),
    };
    let events = reading.events(&REGISTERS, |event| month.days().contains(event.date))?;
    let home = &reading.home;
    let rota = home.registers.get("rota").ok_or_else(|| Failure::Usage(Vec::new()))?;
    let shifts = shifts(rota, &events);
    Ok(Answer::screen(context, &screen((home, rota), &shifts, (month, today), lang)))
}
