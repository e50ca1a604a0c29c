//! `care init`: a new home from the templates.

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::school_year::{self, SchoolYear};
use crate::lang::Lang;
use crate::lang::help::{Help, Purpose, say};
use crate::lang::talk::Msg;
use crate::storage::template::{NewHome, PRESETS, create_home, is_in_use, preset};
use crate::storage::{disk, git, journal, layout};

pub const ABOUT: Purpose =
    Purpose { name: "新建", says: ("新建一个留守儿童之家", "Make a new home") };

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueDir), help = say(Help::InitDir))]
    folder: Option<std::path::PathBuf>,
    #[arg(long, value_name = say(Help::ValuePreset), help = say(Help::Preset))]
    preset: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), help = say(Help::SchoolName))]
    school: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let named = args.folder.clone().unwrap_or_else(|| ".".into());
    let root = context.directory.join(&named);
    let dir = named.display().to_string();
    let in_use = || Failure::usage(&Msg::FolderInUse { dir: &dir }, lang);
    let was_home = disk::exists(&root.join(layout::SETTINGS));
    // Nothing is left in a folder of somebody else's, not even a lock.
    if !journal::is_pending(&root) && is_in_use(&root)? {
        return Err(in_use());
    }
    let name = args.preset.as_deref().unwrap_or(PRESETS[0].name);
    let all: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    let all = all.join(", ");
    let unknown = || Failure::usage(&Msg::UnknownPreset { name, all: &all }, lang);
    let preset = preset(name).ok_or_else(unknown)?;
    let year = school_year::in_hand(context.today);
    let year = year.ok_or_else(|| Failure::usage(&Msg::BadDate { text: "--today" }, lang))?;
    let home = NewHome {
        school: args.school.as_deref().unwrap_or("学校名称"),
        language: if lang == Lang::Zh { "zh-CN" } else { "en" },
        preset,
        year: &year,
        from: year.term_in_hand(context.today).span.first,
    };
    let done = context.found(&root, |finished| {
        // A home that was begun and not finished; in one that stood, another command was.
        if !was_home && finished {
            return Ok(Vec::new());
        }
        if is_in_use(&root)? {
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
            said.extend(if is_new { to_confirm(&year, lang) } else { Vec::new() });
            said.push(Msg::NextSteps.text(lang));
            said
        }),
    ))
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
