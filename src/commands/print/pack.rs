//! All boxes of an inspection as files in a folder, numbered as the list numbers them. What is
//! sealed stays out of it.

use std::path::Path;

use super::asked::Args;
use super::book::{BookWanted, of_records};
use super::days::CalledDays;
use super::{children, handover, timetable};
use crate::cli::answer::{Answer, NamedFiles};
use crate::cli::context::Context;
use crate::cli::export_parts::{ExportPart, as_workbook};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::reveal::Revealed;
use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::look::Look;
use crate::domain::privacy::Gate;
use crate::domain::spans::Span;
use crate::lang::inspection_words::Inspecting;
use crate::lang::label;
use crate::lang::print_words::Printing;
use crate::render::Format;
use crate::render::screen::Screen;
use crate::render::screens::form_cells::ChildForms;
use crate::render::screens::staff::StaffPage;
use crate::render::screens::{Names, contact_cards, registration, rules, staff};
use crate::reports::book::BookOf;
use crate::reports::inspection::InspectionLine;
use crate::reports::inspection::boxes::{BoxContent, STANDING};
use crate::rules::plan::Plan;
use crate::session::read::Reading;
use crate::storage::{disk, layout};
use chrono::NaiveDate;

/// What a folder is filled from.
pub struct Pack<'a> {
    pub context: &'a Context,
    pub args: &'a Args,
    pub reading: &'a Reading,
    pub days: &'a CalledDays,
    pub lines: &'a [InspectionLine<'a>],
    pub index: &'a Screen,
}

/// A paper of a box.
struct PackedPaper {
    number: u8,
    name: String,
    screen: Screen,
}

/// Which records of a register: all, or those of a kind, by what people call it.
struct OfBook<'a> {
    is: &'a dyn Fn(&Event) -> bool,
    kind: Option<&'a str>,
}

impl Pack<'_> {
    /// The files in a new or an empty folder.
    ///
    /// # Errors
    /// There is something in the folder, or faults in what was read.
    pub fn put_into(&self, folder: &Path, opened: &Revealed) -> Result<Answer, Failure> {
        let (context, lang) = (self.context, self.context.lang);
        let refused = |word: Inspecting| Failure::Usage(vec![word.text(lang)]);
        if context.output.is_some() {
            return Err(refused(Inspecting::PackOnly));
        }
        let whole = context.directory.join(folder);
        let dir = folder.display().to_string();
        if !disk::list_all(&whole)?.is_empty() || disk::is_file(&whole) {
            return Err(refused(Inspecting::NotEmpty { dir: &dir }));
        }
        let gate = opened.gate();
        let files = self.files(&gate)?;
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        output::free_in(context, folder, &names)?;
        let look = self.look(folder, (opened, &gate))?;
        let said = Inspecting::Packed { dir: &dir, files: files.len() }.text(lang);
        let told = [said].into_iter().chain(super::asked::masked(context, opened, &gate));
        // In a dry run nothing leaves the house.
        let look = Some(look).filter(|_| !context.dry_run);
        Ok(Answer::default().files(context, whole, files).seen(look).with_talk(told))
    }

    /// What is recorded of it: of whom it tells, and what of that was revealed.
    fn look(&self, folder: &Path, (opened, gate): (&Revealed, &Gate)) -> Result<Look, Failure> {
        let home = &self.reading.home;
        let children: Vec<_> = home.children.iter().map(|child| child.id).collect();
        let registers = self.lines.iter().filter(|own| !own.is_sealed && own.count.is_some());
        let mut of: Vec<String> =
            registers.filter_map(|own| Some(own.content.register()?.to_owned())).collect();
        of.dedup();
        let look = opened.look((self.context, home), gate, children.iter().copied(), of)?;
        let file = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        let look = look.unwrap_or(Look { children, ..Look::default() });
        Ok(Look { file: Some(file), ..look })
    }

    fn files(&self, gate: &Gate) -> Result<NamedFiles, Failure> {
        let lang = self.context.lang;
        let index = Screen { paper: Some(self.context.paper()), ..self.index.clone() };
        let page = Format::Html.as_file(&Format::Html.draw(&index));
        let mut files: NamedFiles =
            vec![(format!("00-{}.html", Inspecting::Index.text(lang)), page)];
        let mut papers = Vec::new();
        for line in self.lines.iter().filter(|own| !own.is_sealed && own.count != Some(0)) {
            if line.count.is_some() {
                papers.extend(self.papers(line, gate)?);
            }
        }
        for own in papers {
            let name = format!("{:02}-{}.xlsx", own.number, own.name);
            if !files.iter().any(|(taken, _)| *taken == name) {
                files.push((name, as_workbook(self.context, &own.screen)));
            }
        }
        Ok(files)
    }

    /// The papers that stand behind a line.
    fn papers(&self, line: &InspectionLine, gate: &Gate) -> Result<Vec<PackedPaper>, Failure> {
        let (context, lang) = (self.context, self.context.lang);
        let (home, number) = (&self.reading.home, line.archive.number);
        let day = self.days.span.last;
        let on_roll: Vec<&Child> =
            home.children.iter().filter(|child| child.on_roll().contains(day)).collect();
        let forms = ChildForms { home, children: &on_roll, whose: "", day, gate, lang };
        let paper = |name: String, screen| vec![PackedPaper { number, name, screen }];
        Ok(match line.content {
            BoxContent::Children => {
                let roster = ExportPart::roster(context, home, gate);
                paper(Inspecting::Roster.text(lang), roster.screen)
            }
            BoxContent::Files => {
                paper(Printing::Registration.text(lang), registration::screen(forms))
            }
            BoxContent::Cards => paper(Printing::Cards.text(lang), contact_cards::screen(forms)),
            BoxContent::Pairs => paper(
                Printing::PairTable.text(lang),
                children::pairs(forms, self.args.whom.audience()),
            ),
            BoxContent::Group | BoxContent::Staff => {
                paper(Inspecting::Staff.text(lang), people(home, day, self.context))
            }
            BoxContent::Rules => {
                let plan = Plan::new(home, context.today, |own| own.in_force(day));
                paper(Inspecting::Rules.text(lang), rules::screen(&Names::new(&plan, lang), true))
            }
            BoxContent::Notices | BoxContent::Filled { .. } => Vec::new(),
            BoxContent::Records(name) => {
                let mut own = self.beside(number, name, forms)?;
                own.extend(self.book(number, name, &OfBook { is: &|_| true, kind: None }, gate)?);
                own
            }
            BoxContent::Kind { register, column, code } => {
                let is_of = |event: &Event| event.filled(column) == Some(code);
                let own = home.registers.get(register).and_then(|own| own.column(column));
                let choice = own.and_then(|own| own.choices().iter().find(|own| own.code == code));
                let name = choice.map_or(code, |own| label(&own.label, lang));
                let own = OfBook { is: &is_of, kind: Some(name) };
                self.book(number, register, &own, gate)?.into_iter().collect()
            }
        })
    }

    /// What a register has besides its book.
    fn beside(
        &self,
        number: u8,
        register: &str,
        forms: ChildForms,
    ) -> Result<Vec<PackedPaper>, Failure> {
        let (context, lang) = (self.context, self.context.lang);
        let one =
            |name: Printing, screen| vec![PackedPaper { number, name: name.text(lang), screen }];
        Ok(match register {
            "growth" => {
                let screen = children::bags(context, self.args, self.reading, forms)?;
                one(Printing::GrowthBag, screen)
            }
            "rota" => one(Printing::Timetable, timetable::made(context, self.reading, self.days)?),
            "handover" => {
                let term = self.args.period.term();
                one(Printing::Handover, handover::made(context, self.reading, (None, term))?)
            }
            _ => Vec::new(),
        })
    }

    /// The book of a register, or of the records of a kind.
    fn book(
        &self,
        number: u8,
        register: &str,
        own: &OfBook,
        gate: &Gate,
    ) -> Result<Option<PackedPaper>, Failure> {
        let lang = self.context.lang;
        let Some(register) = self.reading.home.registers.get(register) else { return Ok(None) };
        let all = CalledDays {
            span: Span { first: NaiveDate::MIN, last: self.days.span.last },
            name: Printing::Until { last: self.days.span.last }.text(lang),
        };
        let stays = STANDING.contains(&register.name.as_str());
        let days = Some(if stays { &all } else { self.days });
        let book = BookOf::of(register);
        let wanted = BookWanted { book, days, whose: own.kind.unwrap_or_default(), is: own.is };
        let (screen, _) = of_records(self.context, self.reading, &wanted, gate)?;
        let titled = wanted.book.form.map(|form| crate::lang::words_in(form.title, lang));
        let name = own.kind.or(titled).unwrap_or_else(|| label(&register.label, lang));
        let fits =
            layout::is_file_name(name) && !name.contains(['/', '\\', '<', '>', '"', '|', '?', '*']);
        let name = if fits { name } else { &register.name };
        Ok(Some(PackedPaper { number, name: name.to_owned(), screen }))
    }
}

/// Those who serve on a day.
fn people(home: &Home, day: NaiveDate, context: &Context) -> Screen {
    let people: Vec<_> = home.staff.iter().filter(|own| own.serves_on(day)).collect();
    staff::screen(&StaffPage { home, people: &people, day, all_roles: false, lang: context.lang })
}
