//! A form that was looked through, filled in for some children: into one file, or into several.

use std::collections::BTreeMap;
use std::path::Path;

use super::asked::{Args, masked};
use crate::cli::answer::{Answer, NamedFiles};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::reveal::Revealed;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::look::Look;
use crate::domain::own_form::answers::At;
use crate::domain::own_form::fault::PlacedFault;
use crate::domain::own_form::known_names::FormNames;
use crate::domain::own_form::name::{ChildPart, FormName, PersonPart, RecordPart};
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::status;
use crate::lang::inspection_words::Inspecting;
use crate::lang::own_form_words::{OwnFormSaid, fault_line};
use crate::lang::print_words::Printing;
use crate::render::screens::form_cells::ChildForms;
use crate::render::screens::own_form::{FormPage, days_read};
use crate::reports::form_records::FormRecords;
use crate::session::read::Reading;
use crate::session::records::Wanted;
use crate::storage::own_form::folder;
use crate::storage::own_form::{Each, Met, OwnForm};

/// Each fault in a line; nothing is written.
pub fn refused(context: &Context, file: &str, faults: &[PlacedFault]) -> Answer {
    let lang = context.lang;
    let lines = faults.iter().map(|own| fault_line(file, own, lang));
    let last = OwnFormSaid::NotFilled { file, faults: faults.len() }.text(lang);
    lines.chain([last]).fold(Answer::default(), Answer::without_list)
}

/// What was done, unless nothing was.
pub fn told_unless_dry(context: &Context, said: String) -> Option<String> {
    (!context.dry_run).then_some(said)
}

/// Bytes for the file of `-o`.
pub fn into_file(context: &Context, output: &Path, bytes: Vec<u8>) -> Answer {
    let whole = context.directory.join(output);
    let folder = whole.parent().unwrap_or(Path::new("")).to_owned();
    let name = whole.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Answer::default().files(context, folder, vec![(name, bytes)])
}

/// One file: of which children.
struct FormFile<'h> {
    name: String,
    children: Vec<&'h Child>,
}

/// A form that was looked through, and what it is filled from.
pub struct Filler<'a> {
    pub context: &'a Context,
    pub args: &'a Args,
    pub reading: &'a Reading,
    pub opened: &'a Revealed,
    pub met: &'a Met,
    pub names: &'a FormNames,
    pub file: &'a str,
}

impl Filler<'_> {
    /// The forms, filled in, and where they go.
    ///
    /// # Errors
    /// Faults in what was read, or the place is taken.
    pub fn answer(&self, form: &OwnForm, whose: &[&Child]) -> Result<Answer, Failure> {
        let (context, lang) = (self.context, self.context.lang);
        let (home, gate) = (&self.reading.home, self.opened.gate());
        let records = self.records(whose, &gate)?;
        let mut files = NamedFiles::new();
        for file in self.files(whose, form.kind.extension()) {
            match self.filled(form, &file, (&gate, &records))? {
                Ok(bytes) => files.push((file.name, bytes)),
                Err(faults) => return Ok(refused(context, self.file, &faults)),
            }
        }
        let ids: Vec<_> = whose.iter().map(|child| child.id).collect();
        let of = vec![folder::stem(self.file).to_owned()];
        let look = self.opened.look((context, home), &gate, ids.iter().copied(), of)?;
        let look = look.unwrap_or(Look { children: ids, ..Look::default() });
        let is_sealed = records.values().any(|own| own.is_sealed);
        let sealed = is_sealed.then(|| Printing::ToReveal.text(lang));
        let closed = masked(context, self.opened, &gate).filter(|_| self.holds_closed(home));
        let (answer, said, look) = match (&self.args.pack, &context.output) {
            (Some(folder), _) => {
                let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
                output::free_in(context, folder, &names)?;
                let dir = folder.display().to_string();
                let said = Inspecting::Packed { dir: &dir, files: files.len() }.text(lang);
                let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
                let look = Look { file: Some(name.into_owned()), ..look };
                let whole = context.directory.join(folder);
                (Answer::default().files(context, whole, files), said, look)
            }
            (None, output) => {
                let output = output.as_deref().unwrap_or(Path::new(self.file));
                let bytes = files.into_iter().next().map(|(_, bytes)| bytes).unwrap_or_default();
                let path = output.display().to_string();
                let said = OwnFormSaid::Filled { path: &path, children: whose.len() }.text(lang);
                (into_file(context, output, bytes), said, look)
            }
        };
        // In a dry run nothing leaves the house.
        let look = Some(look).filter(|_| !context.dry_run);
        let told = told_unless_dry(context, said);
        Ok(answer.seen(look).with_talk(told.into_iter().chain(closed).chain(sealed)))
    }

    /// The files: one of all; else one for each child, or of a form of all children for each class.
    fn files<'h>(&self, whose: &[&'h Child], end: &str) -> Vec<FormFile<'h>> {
        let stem = folder::stem(self.file);
        let class = |child: &&Child| child.class_on(self.context.today).cloned();
        let groups: Vec<&[&Child]> = match (&self.args.pack, self.met.is_of_all) {
            (None, _) => vec![whose],
            (Some(_), true) => whose.chunk_by(|one, other| class(one) == class(other)).collect(),
            (Some(_), false) => whose.chunks(1).collect(),
        };
        let all = groups.len();
        let file = |(at, children): (usize, &&[&'h Child])| FormFile {
            name: format!("{stem}-{}.{end}", self.label((at, all), children.first().copied())),
            children: children.to_vec(),
        };
        groups.iter().enumerate().map(file).collect()
    }

    /// What a form is called among others: its number and its class, nothing of the child.
    fn label(&self, (at, all): (usize, usize), child: Option<&Child>) -> String {
        let (home, today) = (&self.reading.home, self.context.today);
        let width = all.to_string().len().max(2);
        let class = child.and_then(|own| own.class_on(today));
        let class = class.map(|own| home.class_name(own, today)).unwrap_or_default();
        let fits = |own: char| if "/\\:*?\"<>|".contains(own) { '-' } else { own };
        let class: String = class.chars().map(fits).collect();
        let number = format!("{:0width$}", at + 1);
        if class.is_empty() { number } else { format!("{number}-{class}") }
    }

    fn filled(
        &self,
        form: &OwnForm,
        file: &FormFile,
        (gate, records): (&Gate, &BTreeMap<String, FormRecords>),
    ) -> Result<Result<Vec<u8>, Vec<PlacedFault>>, Failure> {
        let (context, home) = (self.context, &self.reading.home);
        let days = self.args.days_or_term(context, home)?;
        let term = days
            .as_ref()
            .and_then(|own| home.calendar.terms().iter().find(|term| term.span == own.span));
        let page = FormPage {
            forms: ChildForms {
                home,
                children: &file.children,
                whose: "",
                day: context.today,
                gate,
                lang: context.lang,
            },
            when: days.as_ref().map_or("", |own| &own.name),
            term: term.or_else(|| home.calendar.term_begun(context.today)),
            records,
        };
        let count = if self.met.is_of_all { 0 } else { file.children.len() };
        let mut ats: Vec<At> = (0..count)
            .map(|child| At { child: Some(child), number: child + 1, ..At::default() })
            .collect();
        if ats.is_empty() {
            ats.push(At::default());
        }
        let labels = file.children.iter().enumerate();
        let labels: Vec<String> =
            labels.map(|(at, child)| self.label((at, file.children.len()), Some(child))).collect();
        Ok(form.filled((self.names, &page), &Each { ats: &ats, labels: &labels }))
    }

    /// The records of the registers that the form names.
    fn records(
        &self,
        whose: &[&Child],
        gate: &Gate,
    ) -> Result<BTreeMap<String, FormRecords<'_>>, Failure> {
        let (context, home) = (self.context, &self.reading.home);
        let days = self.args.days_or_term(context, home)?.map(|own| own.span);
        let term = home.calendar.term_begun(context.today).map(|own| own.span);
        let mut all = BTreeMap::new();
        for name in self.met.names.iter().filter_map(|own| own.name.register()) {
            let Some(register) = home.registers.get(name).filter(|_| !all.contains_key(name))
            else {
                continue;
            };
            let is_theirs = |_: &str, event: &Event| {
                whose.iter().any(|child| event.children.contains(&child.id))
            };
            let wanted = Wanted { days: days_read(days, term), versions: false, is: &is_theirs };
            let rows = self.reading.records(&[name], &wanted)?;
            let rows = rows.into_iter().map(|(_, event, _)| event).collect();
            let is_sealed = register.restricted && !gate.allows(Privacy::Restricted);
            let told = (is_sealed, self.met.tells_outcome(name));
            all.insert(name.to_owned(), FormRecords::new(register, rows, days, told));
        }
        Ok(all)
    }

    /// Does the form tell of anything that not everybody may see?
    fn holds_closed(&self, home: &Home) -> bool {
        self.met.names.iter().any(|own| match &own.name {
            FormName::Child(ChildPart::Field(path) | ChildPart::Boxes(path)) => {
                let known = status::asked(path).map(|field| field.privacy);
                known.unwrap_or(Privacy::Personal) != Privacy::Open
            }
            FormName::Child(ChildPart::Buddies) | FormName::Person(_, PersonPart::Phone) => true,
            FormName::Record(register, RecordPart::Own(column)) => {
                let register = home.registers.get(register);
                register.is_some_and(|own| !own.restricted && own.keeps_closed(column))
            }
            _ => false,
        })
    }
}
