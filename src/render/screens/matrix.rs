//! For each rule a table of marks, subject by slot, with a legend of the marks that occur.

use std::collections::{BTreeMap, BTreeSet};

use unicode_width::UnicodeWidthStr;

use super::matrix_columns::{ColumnRun, runs};
use super::obligations::subject_and_days;
use super::rates::below;
use super::{Names, obligations};
use crate::domain::rule::SubjectKind;
use crate::lang::mark_words::{self, NOT_OWED};
use crate::lang::rate_words::{RateWord, rate};
use crate::lang::words::{self, Word};
use crate::lang::{Lang, label, listed};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::completion::{Completion, CompletionPart};
use crate::reports::matrix::{MatrixRow, RuleMatrix, matrix, register_of};
use crate::rules::case::Case;
use crate::rules::obligation::{Obligation, STATES, State};

/// In which order programs read it: as they read obligations, with who it is and where it was done.
const KEYS: &[&str] = &[
    "rule",
    "subject",
    "subject_id",
    "child",
    "name",
    "class",
    "slot",
    "first",
    "last",
    "due",
    "state",
    "count",
    "met_on",
    "register",
    "lacks",
];

/// Between two columns.
const GAP: usize = 2;

/// What is shown, and where.
pub struct MatrixPage<'a> {
    pub owed: &'a [Obligation],
    /// The term or the days, in words.
    pub of: &'a str,
    /// How wide the terminal is, when it is shown on one.
    pub width: Option<usize>,
    /// Does each row name its rule? Cells have no headings above their tables.
    pub names_rules: bool,
    /// Of how many children a rule cannot tell whether they owe.
    pub not_reached: usize,
}

/// The tables; for programs one object for each obligation.
pub fn screen(names: &Names, page: &MatrixPage) -> Screen {
    let lang = names.lang;
    let tables = matrix(names.plan, page.owed);
    let drawings: Vec<Drawing> = tables.iter().map(|own| Drawing::new(names, own)).collect();
    let title = RateWord::MatrixTitle { of: page.of, today: names.plan.today }.text(lang);
    let mut sheets = vec![for_programs(names, page.owed)];
    sheets.extend(drawings.iter().flat_map(|own| own.sheets(page)));
    let marks = legend(&drawings, lang).join("  ");
    let means = [RateWord::Legend { marks: &marks }, RateWord::ByDueDate];
    let footer = below(names, page.owed.is_empty(), &means, page.not_reached);
    Screen { title: Some(title), sheets, footer: Some(footer), keys: KEYS, ..Screen::default() }
}

fn for_programs(names: &Names, owed: &[Obligation]) -> Sheet {
    let plan = names.plan;
    let word = |word: Word| word.text(names.lang);
    let subject = |one: &Obligation| plan.subject(one.case);
    let rule = |one: &Obligation| plan.rules[one.case.rule].rule;
    let mut columns = vec![
        obligations::duty(names).unread(),
        SheetColumn::for_programs("name", |one: &Obligation| names.name(subject(one)))
            .called(word(Word::Name)),
        SheetColumn::for_programs("class", |one: &Obligation| names.class_cell(subject(one)))
            .called(word(Word::Class)),
        obligations::slot(names).unread(),
        obligations::due(names).unread(),
        obligations::state(names).unread(),
        obligations::count_done(names).without_heading(),
        obligations::met_on(names).unread(),
        SheetColumn::for_programs("register", |one: &Obligation| {
            Cell::text(register_of(plan, one).map(|at| rule(one).records[at].clone()))
        })
        .called(word(Word::Register)),
    ];
    columns.extend(subject_and_days(names));
    Sheet::of(&columns, owed)
}

/// A count of what was done, and what stands above it.
type HeadedCount = (String, fn(&Completion) -> usize);

/// One rule's table with its marks.
struct Drawing<'n> {
    names: &'n Names<'n>,
    table: &'n RuleMatrix<'n>,
    /// Those of the registers, where several can fulfil the rule and are told apart.
    registers: Option<Vec<String>>,
}

impl<'n> Drawing<'n> {
    fn new(names: &'n Names<'n>, table: &'n RuleMatrix<'n>) -> Drawing<'n> {
        let records = names.plan.rules[table.rule].rule.records.iter();
        let labels: Vec<_> = records
            .filter_map(|name| names.home().registers.get(name))
            .map(|register| &register.label)
            .collect();
        Drawing { names, table, registers: mark_words::of_registers(&labels, names.lang) }
    }

    /// The mark of what stands in a cell.
    fn mark(&self, cell: Option<&Obligation>) -> &str {
        let Some(one) = cell else { return NOT_OWED };
        let register = self.register(one);
        match (register, &self.registers) {
            (Some(at), Some(marks)) => &marks[at],
            _ => mark_words::mark(one.state, self.names.lang),
        }
    }

    /// In which of several registers it was done in time.
    fn register(&self, one: &Obligation) -> Option<usize> {
        let has_marks = self.registers.is_some() && one.state == State::Met;
        register_of(self.names.plan, one).filter(|_| has_marks)
    }

    /// The table, or the parts that it is cut into for a terminal.
    fn sheets(&self, page: &MatrixPage) -> Vec<Sheet> {
        let lang = self.names.lang;
        let after = self.after();
        let runs = runs(self.names, self.table, page.width, (self.before(), after));
        let last = runs.len().saturating_sub(1);
        let sheet = |(at, run): (usize, &ColumnRun)| {
            let rule = SheetColumn::for_people(Word::Duty.text(lang), |_: &MatrixRow| {
                self.names.rule(self.table.rule)
            });
            let mut columns: Vec<_> = page.names_rules.then_some(rule).into_iter().collect();
            columns.extend(self.subject_columns());
            columns.extend(run.columns.iter().map(|(at, heading)| {
                SheetColumn::for_people(heading.clone(), |row: &MatrixRow| {
                    self.mark(row.cells[*at])
                })
            }));
            if at == last {
                columns.extend(self.tally().map(|(heading, count)| {
                    SheetColumn::for_people(heading, move |row: &MatrixRow| {
                        Cell::count(count(&row.done))
                    })
                }));
            }
            let sheet = Sheet::of(&columns, &self.table.rows);
            sheet.numbered(Word::Number.text(lang)).headed(self.heading(at, run))
        };
        runs.iter().enumerate().map(sheet).collect()
    }

    /// Whose row it is: what each part repeats.
    fn subject_columns(&self) -> Vec<SheetColumn<'_, MatrixRow<'_>>> {
        let (names, lang) = (self.names, self.names.lang);
        let subject = |row: &MatrixRow| names.plan.subject(row.case);
        let kind = names.plan.rules[self.table.rule].rule.subject;
        let class = SheetColumn::for_people(Word::Class.text(lang), move |row: &MatrixRow| {
            names.class(subject(row))
        });
        let heading = if kind == SubjectKind::Child { Word::Name } else { Word::Subject };
        let name = SheetColumn::for_people(heading.text(lang), move |row: &MatrixRow| {
            names.name(subject(row))
        });
        let class = (kind == SubjectKind::Child).then_some(class);
        class.into_iter().chain([name]).collect()
    }

    /// What stands at a row's end: what was done in time of what has fallen due.
    fn tally(&self) -> [HeadedCount; 2] {
        let word = |word: RateWord| word.text(self.names.lang);
        let in_time = |done: &Completion| done.of(CompletionPart::InTime);
        [(word(RateWord::InTime), in_time), (word(RateWord::Due), Completion::due)]
    }

    /// How wide that is, with the gap inside.
    fn after(&self) -> usize {
        let widest = |(heading, count): HeadedCount| {
            let counts = self.table.rows.iter().map(|row| count(&row.done).to_string().width());
            counts.chain([heading.width()]).max().unwrap_or_default()
        };
        self.tally().map(widest).iter().sum::<usize>() + GAP
    }

    /// How wide the number and whose row it is are, with the gaps behind them.
    fn before(&self) -> usize {
        let (names, lang) = (self.names, self.names.lang);
        let subject = |case: Case| names.plan.subject(case);
        let widest = |heading: Word, word: &dyn Fn(Case) -> String| {
            let rows = self.table.rows.iter().map(|row| word(row.case).width());
            rows.chain([heading.text(lang).width()]).max().unwrap_or_default() + GAP
        };
        let number = self.table.rows.len().to_string();
        let number = number.width().max(Word::Number.text(lang).width()) + GAP;
        let name = widest(Word::Name, &|case| names.name(subject(case)));
        match names.plan.rules[self.table.rule].rule.subject {
            SubjectKind::Child => {
                number + name + widest(Word::Class, &|case| names.class(subject(case)))
            }
            _ => number + name.max(Word::Subject.text(lang).width() + GAP),
        }
    }

    fn heading(&self, at: usize, run: &ColumnRun) -> String {
        let lang = self.names.lang;
        let rule = self.names.rule(self.table.rule);
        let (due, done) = (self.table.done.due(), self.table.done.of(CompletionPart::InTime));
        let rate = rate(self.table.done.rate());
        let own = match (at, due) {
            (0, 0) => RateWord::NoneDue { rule: &rule }.text(lang),
            (0, _) => RateWord::Table { rule: &rule, due, done, rate: &rate }.text(lang),
            _ => RateWord::Ongoing { of: &rule }.text(lang),
        };
        let part = run.of.as_deref();
        part.map_or(own.clone(), |part| RateWord::Part { of: &own, part }.text(lang))
    }
}

/// The marks that occur, each with its meaning: the states, what nobody owes, the registers.
fn legend(drawings: &[Drawing], lang: Lang) -> Vec<String> {
    let mut states: BTreeSet<Option<State>> = BTreeSet::new();
    let mut registers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for own in drawings {
        for cell in own.table.rows.iter().flat_map(|row| row.cells.iter().copied()) {
            let Some(at) = cell.and_then(|one| own.register(one)) else {
                states.insert(cell.map(|one| one.state));
                continue;
            };
            let name = &own.names.plan.rules[own.table.rule].rule.records[at];
            let register = own.names.home().registers.get(name);
            let name = register.map_or(name.as_str(), |register| label(&register.label, lang));
            let said = registers.entry(own.mark(cell).to_owned()).or_default();
            if !said.iter().any(|said| said == name) {
                said.push(name.to_owned());
            }
        }
    }
    let state = |state: &State| {
        let (mark, said) = (mark_words::mark(*state, lang), words::state(*state, lang));
        states.contains(&Some(*state)).then(|| format!("{mark} {said}"))
    };
    let not_owed = states.contains(&None);
    let not_owed = not_owed.then(|| format!("{NOT_OWED} {}", RateWord::NotOwed.text(lang)));
    let register = |(mark, said): (&String, &Vec<String>)| {
        let register = listed(said, lang);
        format!("{mark} {}", RateWord::DoneIn { register: &register }.text(lang))
    };
    let registers = registers.iter().map(register);
    STATES.iter().filter_map(state).chain(not_owed).chain(registers).collect()
}
