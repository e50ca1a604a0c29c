//! `care init`: a new home from the templates.

use chrono::NaiveDate;

use super::rule_sets;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::wizard::command_line;
use crate::domain::school_year::{self, SchoolYear};
use crate::lang::Lang;
use crate::lang::help::{Example, Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::storage::sample::{self, SampleTime};
use crate::storage::template::{NewHome, PRESETS, Preset, create_home, is_in_use, preset};
use crate::storage::{disk, git, journal, layout};

pub const ABOUT: Purpose = Purpose {
    name: "新建",
    says: ("新建一个留守儿童之家", "Make a new home"),
    examples: &[
        Example {
            typed: (
                "之家 --模板 national --学校 曙光小学",
                "home --preset national --school 'Dawn Primary'",
            ),
            does: ("用国家的要求开始", "Begin with the national rules"),
        },
        Example {
            typed: ("练习 --示例", "practice --sample"),
            does: ("造一个示例之家，随便试", "A made-up home to try things in"),
        },
    ],
    see: &["practise", "add-child", "doctor"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueDir), help = say(Help::InitDir))]
    folder: Option<std::path::PathBuf>,
    #[arg(long, value_name = say(Help::ValuePreset), help = say(Help::Preset))]
    preset: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::SchoolName))]
    school: Option<String>,
    /// Its rules are those of the preset that its work was made for.
    #[arg(long, help = say(Help::Sample), conflicts_with = "preset")]
    sample: bool,
}

/// The preset whose rules a made-up home follows.
const SAMPLE_PRESET: &str = "guzhuang";

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let named = args.folder.clone().unwrap_or_else(|| ".".into());
    let root = context.directory.join(&named);
    let dir = named.display().to_string();
    let program = context.program.as_deref();
    let in_use = || Failure::usage(&Msg::FolderInUse { dir: &dir }, lang);
    let was_home = disk::exists(&root.join(layout::SETTINGS));
    // Nothing is left in a folder of somebody else's, not even a lock.
    if !journal::is_pending(&root) && is_in_use(&root, program)? {
        return Err(in_use());
    }
    context.can_be_receipted()?;
    let new = New::of(context, args)?;
    let home = new.home(args, lang, context.today);
    let done = context.found(&root, |finished| {
        // A home that was begun and not finished; in one that stood, another command was.
        if !was_home && finished {
            return Ok(Vec::new());
        }
        if is_in_use(&root, program)? {
            return Err(in_use());
        }
        Ok(create_home(&root, &home, context.dry_run)?)
    })?;
    // Files were written by this command, or by the one that it finished.
    let is_new = !done.batch.files.is_empty();
    let versioned = is_new && !done.was_dry && git::init(&root);
    Ok(Answer::written(
        context,
        done.saying(|()| {
            let mut said = vec![Msg::HomeMade { dir: &dir }.text(lang)];
            said.extend(versioned.then(|| Msg::GitInit.text(lang)));
            said.extend(if is_new { new.said(lang) } else { Vec::new() });
            let elsewhere = args.folder.as_ref().filter(|_| root != context.directory);
            said.extend(elsewhere.map(|_| {
                let dir = command_line(std::slice::from_ref(&dir));
                Msg::EnterFirst { dir: &dir }.text(lang)
            }));
            said.push(if args.sample { Msg::TrySample } else { Msg::NextSteps }.text(lang));
            said
        }),
    ))
}

/// What a new home is made from.
struct New {
    preset: &'static Preset,
    years: Vec<SchoolYear>,
    sample: Option<SampleTime>,
}

impl New {
    fn of(context: &Context, args: &Args) -> Result<New, Failure> {
        let lang = context.lang;
        let usual = if args.sample { SAMPLE_PRESET } else { PRESETS[0].name };
        let name = args.preset.as_deref().unwrap_or(usual);
        let preset = preset(name).ok_or_else(|| rule_sets::unknown(context, name, false))?;
        let no_year = || Failure::usage(&Msg::BadDate { text: "--today" }, lang);
        if args.sample {
            let time = SampleTime::around(context.today).ok_or_else(no_year)?;
            return Ok(New { preset, years: Vec::new(), sample: Some(time) });
        }
        let year = school_year::in_hand(context.today).ok_or_else(no_year)?;
        Ok(New { preset, years: vec![year], sample: None })
    }

    fn home<'a>(&'a self, args: &'a Args, lang: Lang, today: NaiveDate) -> NewHome<'a> {
        let sample = self.sample.as_ref();
        let years = sample.map_or(&self.years, |time| &time.years);
        let in_hand = years.first().map(|year| year.term_in_hand(today).span.first);
        let usual = if args.sample { sample::SCHOOL } else { "学校名称" };
        NewHome {
            school: args.school.as_deref().unwrap_or(usual),
            language: if lang == Lang::Zh { "zh-CN" } else { "en" },
            preset: self.preset,
            years,
            sample,
            from: sample.map(|time| time.since).or(in_hand).unwrap_or(today),
        }
    }

    /// What is to be confirmed in a home that is meant, and what a made-up one is.
    fn said(&self, lang: Lang) -> Vec<String> {
        match &self.sample {
            Some(time) => vec![Msg::SampleMade { today: time.today }.text(lang)],
            None => self.years.iter().flat_map(|year| to_confirm(year, lang)).collect(),
        }
    }
}

fn to_confirm(year: &SchoolYear, lang: Lang) -> Vec<String> {
    let mut lines = vec![Msg::ConfirmDates.text(lang)];
    for term in &year.terms {
        let (first, last) = (term.span.first, term.span.last);
        lines.push(Msg::ConfirmTerm { id: &term.id, first, last }.text(lang));
    }
    for holiday in &year.holidays {
        let (first, last) = (holiday.span.first, holiday.span.last);
        lines.push(Msg::ConfirmHoliday { name: &holiday.name, first, last }.text(lang));
    }
    lines.push(Msg::ConfirmWorkdays.text(lang));
    lines
}
