//! The parts of an export: the roster or a child's file, and the records of each register, each a
//! screen that is drawn into files.

use super::context::Context;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::register::Register;
use crate::lang::export_words::ExportWord;
use crate::lang::paper_words::PaperWord;
use crate::lang::record_words::Listing;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label, listed};
use crate::render::formats::xlsx;
use crate::render::screen::Screen;
use crate::render::screens::records::{RecordsPage, unseen};
use crate::render::screens::{Names, child_file, records, roster};
use crate::render::workbook::Workbook;
use crate::reports::records::Records;
use crate::rules::plan::Plan;
use crate::storage::layout;

/// One part.
pub struct ExportPart {
    /// What people call it.
    pub name: String,
    /// What its files are called, without their ending.
    pub file: String,
    pub count: usize,
    pub screen: Screen,
}

/// All parts, and what is said of those that are left out.
pub struct Exported {
    pub parts: Vec<ExportPart>,
    /// The names of the registers among them.
    pub registers: Vec<String>,
    pub told: Vec<String>,
}

impl ExportPart {
    /// The roster: every child, those who left too.
    pub fn roster(context: &Context, home: &Home, gate: &Gate) -> ExportPart {
        let (today, lang) = (context.today, context.lang);
        let children: Vec<Child> = home.children.iter().map(|child| child.as_of(today)).collect();
        let screen = roster::screen(home, &children, gate, (today, lang));
        let name = Listing::Roster.text(lang);
        ExportPart { file: name.clone(), name, count: children.len(), screen }
    }

    /// A child's file without its records.
    pub fn file_of(context: &Context, home: &Home, child: &Child, gate: &Gate) -> ExportPart {
        let plan = Plan::new(home, context.today, |_| false);
        let names = Names::new(&plan, context.lang);
        let child = child.as_of(context.today);
        let screen = child_file::screen(&names, &child, gate);
        let name = Msg::Facts.text(context.lang);
        ExportPart { file: name.clone(), name, count: 1, screen }
    }
}

/// A part for each register that has records; those that may not be shown are counted in a
/// sentence, and where it is all of them that were asked for, those without a record too.
pub fn of_registers(
    context: &Context,
    home: &Home,
    rows: Vec<(String, Event, bool)>,
    (gate, whose): (&Gate, Option<&Child>),
) -> Exported {
    let lang = context.lang;
    let all: Vec<&Register> = home.registers.values().collect();
    let records = Records::new(home, &all, rows, gate);
    let mut told: Vec<String> = unseen(&with_some(&records), lang).into_iter().collect();
    let may_show = |own: &&Register| !own.restricted || gate.allows(Privacy::Restricted);
    let mut by_register = by_register(records);
    let (mut parts, mut registers, mut empty) = (Vec::new(), Vec::new(), 0);
    for register in all.into_iter().filter(may_show) {
        let Some(records) = by_register.remove(&register.name) else {
            empty += 1;
            continue;
        };
        let taken: Vec<&str> = parts.iter().map(|own: &ExportPart| own.file.as_str()).collect();
        let file = file_name(register, &taken, lang);
        parts.push(part(home, (register, &records), file, (gate, whose), lang));
        registers.push(register.name.clone());
    }
    told.extend(
        (whose.is_none() && empty > 0).then(|| ExportWord::Nothing { count: empty }.text(lang)),
    );
    Exported { parts, registers, told }
}

/// Only the restricted registers that have records.
fn with_some<'h>(records: &Records<'h>) -> Records<'h> {
    let some = records.restricted.iter().filter(|(_, count)| *count > 0);
    Records { shown: Vec::new(), restricted: some.copied().collect() }
}

fn by_register(records: Records) -> std::collections::BTreeMap<String, Records> {
    let mut all = std::collections::BTreeMap::new();
    for record in records.shown {
        let new = || Records { shown: Vec::new(), restricted: Vec::new() };
        let own = all.entry(record.register.name.clone()).or_insert_with(new);
        own.shown.push(record);
    }
    all
}

fn part(
    home: &Home,
    (register, records): (&Register, &Records),
    file: String,
    (gate, whose): (&Gate, Option<&Child>),
    lang: Lang,
) -> ExportPart {
    let page = RecordsPage {
        home,
        records,
        registers: &[register],
        versions: false,
        short: false,
        width: None,
        gate,
        whose: whose.map(|child| child.name.as_str()),
        lang,
    };
    let screen = records::screen(&page);
    let what = label(&register.label, lang);
    let title = screen.title.as_deref().unwrap_or_default();
    let title = ExportWord::Titled { what, title }.text(lang);
    let screen = Screen { title: Some(title), ..screen };
    ExportPart { name: what.to_owned(), file, count: records.shown.len(), screen }
}

/// A screen as a workbook, with what is printed around it.
pub fn as_workbook(context: &Context, screen: &Screen) -> Vec<u8> {
    let screen = Screen { paper: Some(context.paper()), ..screen.clone() };
    Workbook {
        worksheets: xlsx::worksheets(&screen),
        made: context.now.to_utc(),
        lists: PaperWord::Choices.text(context.lang),
    }
    .bytes()
}

/// A register's label where a file can be called so and none is; else its name.
fn file_name(register: &Register, taken: &[&str], lang: Lang) -> String {
    let label = label(&register.label, lang);
    let has_marks = label.contains(['/', '\\', '<', '>', '"', '|', '?', '*']);
    let others = [Listing::Roster.text(lang), Msg::Facts.text(lang)];
    let is_taken = taken.contains(&label) || others.iter().any(|own| own == label);
    match layout::is_file_name(label) && !has_marks && !is_taken && !label.starts_with('.') {
        true => label.to_owned(),
        false => register.name.clone(),
    }
}

/// What the parts are, each with how many it has.
pub fn said(parts: &[ExportPart], lang: Lang) -> String {
    let part = |own: &ExportPart| ExportWord::Part { what: &own.name, count: own.count }.text(lang);
    listed(&parts.iter().map(part).collect::<Vec<_>>(), lang)
}
