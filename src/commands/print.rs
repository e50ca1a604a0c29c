//! `care print`: the school's own forms, filled in from the records: the list for an inspection,
//! books, cards, tables and sheets to sign.

mod asked;
mod assessment;
mod book;
mod built_in;
mod children;
mod days;
mod handover;
mod inspection;
mod notice;
mod own_form;
mod own_form_files;
mod pack;
mod report;
mod report_days;
mod timetable;

pub use self::asked::Args;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::lang::help::{Example, Purpose};

pub const ABOUT: Purpose = Purpose {
    name: "打印",
    says: (
        "打印：工作总结、迎检清单、记录本、联系卡、交接表、各种表",
        "Reports and forms: report, inspection, books, cards, pairs, timetable, handover",
    ),
    examples: &[
        Example {
            typed: ("总结 -o 总结.docx", "report -o report.docx"),
            does: (
                "本学期工作总结，数字都从记录里来",
                "The term's report, its numbers from the records",
            ),
        },
        Example {
            typed: ("迎检清单", "inspection"),
            does: (
                "检查要看的二十盒：有多少，缺什么",
                "The twenty boxes: what there is, what lacks",
            ),
        },
        Example {
            typed: (
                "表 花名册 --班级 四2 -o 花名册.xlsx",
                "form roster --class 2021-2 -o roster.xlsx",
            ),
            does: (
                "自己的表，或自带的，照记录填好",
                "A form of your own, or a shipped one, filled in",
            ),
        },
    ],
    see: &["export", "records", "handover", "forms"],
};

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    args.fits(context)?;
    // Here every form learns what of it may be seen.
    let opened = args.reveal.opened_for(args.whom.audience(), context)?;
    match args.what.as_str() {
        "report" if args.begin_words => report::begin(context, args),
        "report" => report::answer(context, args, &opened),
        "inspection" => inspection::answer(context, args, &opened),
        "book" => book::answer(context, args, &opened),
        "timetable" => timetable::answer(context, args),
        "handover" => handover::answer(context, args),
        "assessment" => assessment::answer(context, args),
        "notice" => notice::answer(context, args, &opened),
        "form" if args.is_of_own_form() => own_form::answer(context, args, &opened),
        _ => children::answer(context, args, &opened),
    }
}
