//! `care doctor`: is this machine ready, and what to do where it is not?

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::doctor::{self, Health};
use crate::cli::failure::Failure;
use crate::lang::doctor_words::DoctorSaid;
use crate::lang::help::{Example, Purpose};
use crate::render::screens::doctor::{DoctorRow, screen};

pub const ABOUT: Purpose = Purpose {
    name: "自检",
    says: (
        "这台电脑准备好了没有：磁盘、时钟、窗口、发信、备份……",
        "Is this machine ready: disk, clock, terminal, mail, backup?",
    ),
    examples: &[
        Example {
            typed: ("", ""), does: ("这台电脑准备好了没有", "Is this machine ready?")
        },
        Example {
            typed: ("--format json", "--format json"), does: ("给程序用", "For a program")
        },
    ],
    see: &["check", "backup", "exit-codes"],
};

#[derive(clap::Args)]
pub struct Args {}

pub fn run(context: &Context, _args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let looked = doctor::look(context);
    let rows: Vec<DoctorRow> = (looked.iter())
        .map(|own| DoctorRow {
            key: own.key,
            thing: &own.thing,
            standing: match own.standing {
                Health::Well => ("well", DoctorSaid::Well.text(lang)),
                Health::Remark => ("remark", DoctorSaid::Remark.text(lang)),
                Health::Wrong => ("wrong", DoctorSaid::Wrong.text(lang)),
            },
            found: &own.found,
            to_do: own.to_do.as_deref(),
        })
        .collect();
    let is_wrong = looked.iter().any(|own| own.standing == Health::Wrong);
    Ok(Answer::screen(context, &screen(&rows, lang)).found(is_wrong))
}
