//! `care init`: a new home from the templates.

use super::answer::Answer;
use super::context::Context;
use super::failure::Failure;
use super::write;
use crate::domain::school_year::{self, SchoolYear};
use crate::lang::Lang;
use crate::lang::help::{Help, say};
use crate::lang::talk::Msg;
use crate::storage::template::{NewHome, PRESETS, create_home, is_in_use, preset};
use crate::storage::{disk, git, journal, layout};

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
    if !journal::is_pending(&root) && is_in_use(&root).map_err(Failure::Disk)? {
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
    let lock = context.lock_folder(&root)?;
    // A home that was begun and not finished; in one that stood, another command was.
    if !was_home && lock.as_ref().is_some_and(|lock| lock.finished) {
        let said = [Msg::HomeMade { dir: &dir }.text(lang), Msg::NextSteps.text(lang)];
        return Ok(Answer::default().with_talk(said));
    }
    if is_in_use(&root).map_err(Failure::Disk)? {
        return Err(in_use());
    }
    let steps = match context.dry_run {
        true => Vec::new(),
        false => create_home(&root, &home).map_err(Failure::Disk)?,
    };
    let versioned = !context.dry_run && git::init(&root);
    let mut said = vec![Msg::HomeMade { dir: &dir }.text(lang)];
    said.extend(versioned.then(|| Msg::GitInit.text(lang)));
    said.extend(to_confirm(&year, lang));
    said.push(Msg::NextSteps.text(lang));
    write::save(context, &root, &steps, Vec::new(), said)
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
