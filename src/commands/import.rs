//! `care import`: the lists and registers that a school has already, and sheets that come back.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::import_terms;
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::import::Imported;
use crate::cli::import::children::ChildLists;
use crate::cli::import::judged::Judged;
use crate::cli::import::mapping::{self, HeadingMap};
use crate::cli::import::pair_lists::PairLists;
use crate::cli::import::records::RecordSheets;
use crate::cli::import::returned_slip::{self, ReturnedSlip};
use crate::cli::import::sheet_file::SheetFile;
use crate::cli::import::sheeted::Sheeted;
use crate::cli::import::staff_lists::StaffLists;
use crate::cli::{registers, typed};
use crate::domain::grid::Grid;
use crate::domain::grid::kinds::{SheetAsked, SheetIs, SheetKind};
use crate::domain::grid::register_words::RegisterWords;
use crate::domain::register::Register;
use crate::lang::help::{Example, Purpose, said};
use crate::lang::import_words::ImportSaid;
use crate::lang::listed;
use crate::session::change::Change;
use crate::storage::sheets::bounds::Letters;

pub const ABOUT: Purpose = Purpose {
    name: "导入",
    says: (
        "导入学校已有的表格：花名册、教师、结对、校历、登记",
        "Bring in the sheets that a school has: children, staff, pairs, terms, registers",
    ),
    examples: &[
        Example {
            typed: ("花名册.csv -n", "roster.csv -n"),
            does: ("先看看会怎样，不写入", "Only see what it would do"),
        },
        Example {
            typed: ("谈心.csv --登记 谈心", "talks.csv --register talk"),
            does: ("说明是哪个登记", "Say which register it is"),
        },
    ],
    see: &["undo", "registers", "fields"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("文件", "FILE")), required = true,
          help = said(("表格文件：xlsx、xls、ods、csv、tsv、txt，可以几个",
                       "Sheets: xlsx, xls, ods, csv, tsv or txt, several if need be")))]
    files: Vec<String>,
    #[arg(long, value_name = said(("登记", "REGISTER")),
          help = said(("是什么：一个登记（谈心、talk …），或 名册、教师、结对、校历",
                       "What it is: a register, or roster, staff, pairs, calendar")))]
    register: Option<String>,
    #[arg(long, value_name = said(("文件", "FILE")),
          help = said(("栏名对照：每行 \"栏名\" = \"字段\"，以后都记得",
                       "What headings mean: lines of \"HEADING\" = \"field\"; remembered")))]
    map: Option<String>,
    #[arg(long, value_name = said(("编码", "ENCODING")),
          help = said(("文字的编码：utf-8、gb18030、utf-16（一般看得出来）",
                       "The encoding of a text: utf-8, gb18030 or utf-16")))]
    encoding: Option<String>,
    #[arg(long, value_name = said(("日期", "DATE")),
          help = said(("没有写日期的儿童、职务、结对，从哪天算起（默认今天）",
                       "Since when rows without a day count (default: today)")))]
    joined: Option<String>,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    let lang = context.lang;
    let letters = args.encoding.as_deref().map(|word| {
        let why = || Failure::Usage(vec![ImportSaid::BadEncoding { word }.text(lang)]);
        Letters::called(word).ok_or_else(why)
    });
    let letters = letters.transpose()?;
    let from = match &args.joined {
        Some(text) => typed::past_date(text, context)?,
        None => context.today,
    };
    let sources: Vec<SheetFile> = args
        .files
        .iter()
        .map(|file| SheetFile::read(context, file, letters))
        .collect::<Result<_, _>>()?;
    let map = match &args.map {
        Some(file) => HeadingMap::read(context, file)?,
        None => HeadingMap::default(),
    };
    let names = context.store()?.register_names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut was_refused = false;
    let answer = Answer::of_change(context, &names, |change| {
        let registers: Vec<&Register> = change.reading.home.registers.values().collect();
        mapping::check(&map, &registers, lang)?;
        let map = HeadingMap::remembered(context).with(map.clone());
        let wanted = wanted(context, args, change)?;
        let mut said = Vec::new();
        for source in &sources {
            let wanted = wanted.as_ref();
            let slip = returned_slip::is_one(&source.grids)
                .then(|| ReturnedSlip::read(context, change, &source.grids));
            let slip = slip.transpose()?;
            let grids = source.tables(wanted);
            let import = Import { context, source, from, map: &map, wanted, grids, slip };
            let (lines, refused) = import.run(change)?;
            was_refused |= refused;
            said.extend(lines);
        }
        if args.map.is_some() && !context.dry_run {
            map.remember(context)?;
        }
        Ok(said)
    })?;
    Ok(answer.found(was_refused))
}

/// What the clerk says that it is.
fn wanted(context: &Context, args: &Args, change: &Change) -> Result<Option<SheetKind>, Failure> {
    let Some(word) = &args.register else { return Ok(None) };
    if let Some(kind) = SheetKind::called(word.trim()) {
        return Ok(Some(kind));
    }
    let register = registers::called(&change.reading.home, word, context.lang)?;
    Ok(Some(SheetKind::Register(register.name.clone())))
}

/// The bringing in of one file.
struct Import<'a> {
    context: &'a Context,
    source: &'a SheetFile,
    from: NaiveDate,
    map: &'a HeadingMap,
    wanted: Option<&'a SheetKind>,
    /// The file's sheets; forms of one child as tables of one row.
    grids: Vec<Grid>,
    /// What the file is, when it is a slip that came back.
    slip: Option<ReturnedSlip>,
}

impl Import<'_> {
    /// Takes the file into the change. Returns what is said, and whether a row was refused.
    fn run(&self, change: &mut Change) -> Result<(Vec<String>, bool), Failure> {
        let (context, lang) = (self.context, self.context.lang);
        let sheets = self.sheets(change)?;
        let mut judged = Judged::default();
        let shown: Vec<String> = match &self.slip {
            Some(slip) => vec![slip.said.clone()],
            None => sheets
                .iter()
                .flat_map(|sheeted| mapping::shown(sheeted, &change.reading.home, lang))
                .collect(),
        };
        self.take(change, &sheets, &mut judged)?;
        judged.refused.sort_by_key(|own| (own.sheet, own.row));
        let counts =
            [judged.added.len(), judged.records_changed, judged.same, judged.refused.len()];
        let [added, changed, same, refused] = counts;
        let names: Vec<String> = sheets.iter().map(|own| own.grid.name.clone()).collect();
        let told = judged.told(&names, context.dry_run, lang);
        let changes = added + changed > 0;
        if changes && !context.dry_run {
            let would = ImportSaid::Would { added, changed, same, refused }.text(lang);
            let asked = shown.iter().chain([&would]).chain(&told).cloned().collect();
            context.sure(|| asked)?;
        }
        let file = self.source.name.as_str();
        let head = match context.dry_run {
            true => ImportSaid::Would { added, changed, same, refused },
            false => ImportSaid::Did { file, added, changed, same, refused },
        };
        let nothing = (!changes && refused == 0).then(|| ImportSaid::Nothing.text(lang));
        let left_out = sheets.iter().filter_map(|own| mapping::left_out(own, lang));
        let left_out: BTreeSet<String> = left_out.collect();
        let mut said = if context.dry_run { shown } else { Vec::new() };
        said.push(head.text(lang));
        said.extend(left_out.into_iter().filter(|_| !context.dry_run));
        said.extend(told.into_iter().chain(nothing));
        if refused > 0 && !context.dry_run {
            let path = self.source.put_refused(&sheets, &judged, lang)?;
            said.push(ImportSaid::RefusedIn { path: &path, rows: refused }.text(lang));
        }
        Ok((said, refused > 0))
    }

    /// The sheets that were understood.
    fn sheets(&self, change: &Change) -> Result<Vec<Sheeted<'_>>, Failure> {
        let (context, lang) = (self.context, self.context.lang);
        let home = &change.reading.home;
        let registers: Vec<RegisterWords> =
            home.registers.values().map(RegisterWords::of).collect();
        if let Some(slip) = &self.slip {
            return Ok(slip.sheets(context, home, &self.source.name));
        }
        let refuse = |why: String| Failure::Usage(vec![format!("{}: {why}", self.source.name)]);
        let mut sheets = Vec::new();
        for grid in &self.grids {
            let called = format!("{} {}", self.source.name, grid.name);
            let asking = SheetAsked {
                grid,
                called: &called,
                registers: &registers,
                wanted: self.wanted,
                remembered: &|kind, heading| self.map.meaning(kind, heading),
            };
            match asking.answer() {
                SheetIs::Found(kind, table) => {
                    let found = (kind, table);
                    let sheeted =
                        Sheeted::new((&self.source.name, grid), found, home, context.today);
                    if let Some(why) = mapping::twice(&sheeted, home, lang) {
                        return Err(refuse(why));
                    }
                    sheets.push(sheeted);
                }
                SheetIs::Several(kinds) => {
                    let kinds = kinds.iter().map(|kind| mapping::kind_said(kind, home, lang));
                    let kinds = listed(&kinds.collect::<Vec<_>>(), lang);
                    let sheet = grid.name.as_str();
                    return Err(refuse(
                        ImportSaid::SeveralKinds { sheet, kinds: &kinds }.text(lang),
                    ));
                }
                SheetIs::Nothing => {}
            }
        }
        match sheets.is_empty() {
            true => Err(refuse(ImportSaid::NothingFound.text(lang))),
            false => Ok(sheets),
        }
    }

    fn take(
        &self,
        change: &mut Change,
        sheets: &[Sheeted],
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        let (context, from) = (self.context, self.from);
        let imported = Imported::of(context)?;
        let numbered = || sheets.iter().enumerate();
        let of = |kind: &SheetKind| -> Vec<(usize, &Sheeted)> {
            numbered().filter(|(_, own)| own.kind == *kind).collect()
        };
        let children = of(&SheetKind::Children);
        if !children.is_empty() {
            let taking = ChildLists { context, joined: from, imported: &imported };
            taking.take(change, &children, judged)?;
        }
        for (at, sheeted) in numbered() {
            let own = (at, sheeted);
            match &sheeted.kind {
                SheetKind::Staff => StaffLists { context, from }.take(change, own, judged)?,
                SheetKind::Pairs => PairLists { context, from }.take(change, own, judged)?,
                SheetKind::Terms => import_terms::take(context, change, own, judged)?,
                SheetKind::Children | SheetKind::Register(_) => {}
            }
        }
        let registers: Vec<Register> = change.reading.home.registers.values().cloned().collect();
        for register in registers {
            let own = of(&SheetKind::Register(register.name.clone()));
            if !own.is_empty() {
                let taking = RecordSheets { context, imported: &imported };
                taking.take(change, &own, &register, judged)?;
            }
        }
        Ok(())
    }
}
