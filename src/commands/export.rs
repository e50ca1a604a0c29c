//! `care export`: the roster and every register as files for people, and one child's whole file.

use std::path::{Path, PathBuf};

use crate::cli::answer::{Answer, NamedFiles};
use crate::cli::context::Context;
use crate::cli::export_parts::{self, ExportPart, Exported};
use crate::cli::failure::Failure;
use crate::cli::reveal::{RevealFlags, Revealed};
use crate::cli::{finder, output};
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::look::Look;
use crate::domain::privacy::{Gate, PRIVACY_NAMES, Privacy};
use crate::lang::export_words::ExportWord;
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::paper_words::PaperWord;
use crate::render::Format;
use crate::render::formats::xlsx;
use crate::render::screen::Screen;
use crate::render::workbook::Workbook;
use crate::session::read::{Ask, Reading};
use crate::session::records::Wanted;

pub const ABOUT: Purpose = Purpose {
    name: "导出",
    says: (
        "名册和各项登记导出成表格；一名儿童的整个档案",
        "The roster and the registers as files; one child's whole file",
    ),
    examples: &[
        Example {
            typed: ("导出", "export"), does: ("全部，放进一个文件夹", "All, into a folder")
        },
        Example {
            typed: ("--儿童 欧阳晨曦 -o 档案.xlsx", "--child oycx -o file.xlsx"),
            does: ("一名儿童的档案", "One child's file"),
        },
        Example {
            typed: (
                "--儿童 欧阳晨曦 --显示 personal,sensitive --reason 家长要一份 -o 档案.xlsx",
                "--child oycx --reveal personal,sensitive --reason 'asked for' -o file.xlsx",
            ),
            does: ("连遮盖的内容（会记下来）", "With what is masked; it is recorded"),
        },
    ],
    see: &["open", "template", "backup"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = say(Help::ValueDir),
          help = said(("放进这个文件夹（默认 导出-日期）；每项一个 xlsx、一个 csv",
                       "Into this folder (default: export-DATE); for each an xlsx and a csv")))]
    folder: Option<PathBuf>,
    #[arg(long, value_name = say(Help::ValueChild),
          help = said(("只要这名儿童的档案：-o 文件.xlsx，或放进文件夹",
                       "Only this child's file: -o FILE.xlsx, or into the folder")))]
    child: Option<String>,
    #[command(flatten)]
    reveal: RevealFlags,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let refused = |word: ExportWord| Err(Failure::Usage(vec![word.text(context.lang)]));
    match (&args.child, &context.output, &args.folder) {
        (None, Some(_), _) => return refused(ExportWord::OnlyForChild),
        (Some(_), None, None) | (Some(_), Some(_), Some(_)) => {
            return refused(ExportWord::FileOrFolder);
        }
        (Some(_), Some(_), None) if !context.format.is_a_workbook() => {
            return refused(ExportWord::NotXlsx);
        }
        _ => {}
    }
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let opened = args.reveal.opened(context)?;
    context.read(Ask::records(&names), |reading| match &args.child {
        None => everything(context, reading, (&names, &opened), args.folder.as_deref()),
        Some(word) => {
            let id = finder::child(&reading.home, word, context.today, context.lang)?;
            let Some(child) = reading.home.child(id) else {
                unreachable!("the finder found the child in this home")
            };
            one(context, reading, (&names, &opened), child, args.folder.as_deref())
        }
    })
}

/// The roster and every register, into a folder.
fn everything(
    context: &Context,
    reading: &Reading,
    (names, opened): (&[&str], &Revealed),
    folder: Option<&Path>,
) -> Result<Answer, Failure> {
    let (home, gate, lang) = (&reading.home, opened.gate(), context.lang);
    let wanted = Wanted { days: None, versions: false, is: &|_, _| true };
    let rows = reading.records(names, &wanted)?;
    let mut own = export_parts::of_registers(context, home, rows, (&gate, None));
    own.parts.insert(0, ExportPart::roster(context, home, &gate));
    let usual = PathBuf::from(ExportWord::Folder { day: context.today }.text(lang));
    let folder = folder.unwrap_or(&usual);
    let files = own.parts.iter().flat_map(|part| {
        let xlsx = export_parts::as_workbook(context, &part.screen);
        [(format!("{}.xlsx", part.file), xlsx), csv(part)]
    });
    let files: NamedFiles = files.collect();
    let children: Vec<Id> = home.children.iter().map(|child| child.id).collect();
    let dir = folder.display().to_string();
    let what = export_parts::said(&own.parts, lang);
    let said = ExportWord::Written { dir: &dir, what: &what }.text(lang);
    into_folder(context, (folder, files), said, (own, opened, &gate, children), reading)
}

/// A child's whole file: an xlsx of several sheets, or a folder of csv.
fn one(
    context: &Context,
    reading: &Reading,
    (names, opened): (&[&str], &Revealed),
    child: &Child,
    folder: Option<&Path>,
) -> Result<Answer, Failure> {
    let (home, gate, lang) = (&reading.home, opened.gate(), context.lang);
    let is_theirs = |_: &str, event: &Event| event.children.contains(&child.id);
    let wanted = Wanted { days: None, versions: false, is: &is_theirs };
    let rows = reading.records(names, &wanted)?;
    let mut own = export_parts::of_registers(context, home, rows, (&gate, Some(child)));
    own.parts.insert(0, ExportPart::file_of(context, home, child, &gate));
    own.told.push(ExportWord::LookThrough.text(lang));
    let what = export_parts::said(&own.parts, lang);
    if let Some(folder) = folder {
        let files: NamedFiles = own.parts.iter().map(csv).collect();
        let dir = folder.display().to_string();
        let said = ExportWord::ChildWritten { dir: &dir, what: &what }.text(lang);
        let children = vec![child.id];
        return into_folder(
            context,
            (folder, files),
            said,
            (own, opened, &gate, children),
            reading,
        );
    }
    let sheets = own.parts.iter().flat_map(|part| {
        let mut sheets = xlsx::worksheets(&on_paper(context, &part.screen));
        for sheet in &mut sheets {
            sheet.name.clone_from(&part.name);
        }
        sheets
    });
    let workbook = Workbook {
        worksheets: sheets.collect(),
        made: context.now.to_utc(),
        lists: PaperWord::Choices.text(lang),
    };
    let look = look(context, (&own, opened, &gate, vec![child.id]), reading)?;
    let said = ExportWord::ChildHas { what: &what }.text(lang);
    let told = std::iter::once(said).chain(own.told).chain(masked(context, &gate));
    let answer = Answer::data(workbook.bytes()).told(workbook.text());
    Ok(answer.seen(Some(look)).with_talk(told))
}

fn into_folder(
    context: &Context,
    (folder, files): (&Path, NamedFiles),
    said: String,
    (own, opened, gate, children): (Exported, &Revealed, &Gate, Vec<Id>),
    reading: &Reading,
) -> Result<Answer, Failure> {
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    output::free_in(context, folder, &names)?;
    let look = look(context, (&own, opened, gate, children), reading)?;
    let file = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    let look = Look { file: Some(file), ..look };
    // In a dry run nothing leaves the house.
    let look = Some(look).filter(|_| !context.dry_run);
    let told = std::iter::once(said).chain(own.told).chain(masked(context, gate));
    let folder = context.directory.join(folder);
    Ok(Answer::default().files(context, folder, files).seen(look).with_talk(told))
}

/// What is recorded of it: whom it tells of, and what of it was revealed.
fn look(
    context: &Context,
    (own, opened, gate, children): (&Exported, &Revealed, &Gate, Vec<Id>),
    reading: &Reading,
) -> Result<Look, Failure> {
    let of = own.registers.clone();
    let revealed = opened.look((context, &reading.home), gate, children.clone(), of)?;
    Ok(revealed.unwrap_or(Look { children, ..Look::default() }))
}

/// That something may be masked, unless all of it is shown.
fn masked(context: &Context, gate: &Gate) -> Option<String> {
    let mut classes = PRIVACY_NAMES.into_iter().filter_map(Privacy::parse);
    let is_all = classes.all(|class| class == Privacy::Restricted || gate.allows(class));
    (!is_all).then(|| ExportWord::Masked.text(context.lang))
}

fn csv(part: &ExportPart) -> (String, Vec<u8>) {
    let drawn = Format::Sheet.draw(&part.screen);
    (format!("{}.csv", part.file), Format::Sheet.as_file(&drawn))
}

fn on_paper(context: &Context, screen: &Screen) -> Screen {
    Screen { paper: Some(context.paper()), ..screen.clone() }
}
