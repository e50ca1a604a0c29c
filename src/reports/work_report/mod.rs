//! The report that a school writes at the end of a term, a year or a month: its sections as data,
//! and the figures of each. The numbers T1 to T20 are those that authorities ask for.

mod absences;
mod away;
pub mod basis;
mod changes;
mod children;
mod contacts;
mod doings;
mod enrolment;
pub mod figures;
mod filed;
mod goods;
mod number;
mod number_kinds;
pub mod numbers;
mod outcomes;
pub mod plans;
mod promises;
mod provinces;
mod told;

pub use self::basis::Basis;
pub use self::changes::{Unbalanced, movement};
use self::figures::FigureTable;
use self::numbers::Numbers;
use crate::domain::audience::Audience;
use crate::domain::label::Words;
use crate::domain::privacy::Gate;
use crate::reports::completion::{Completion, part};
use crate::rules::obligation::Obligation;
use crate::rules::plan::Plan;

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// Of a term, a year, or any days.
    Term,
    /// The monthly bulletin.
    Month,
    /// Absences and who was persuaded to come back; one that has none says so.
    Absence,
}

/// A section: what its sentences are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Situation,
    Leadership,
    Systems,
    Files,
    Pairing,
    Contacts,
    Activities,
    Lectures,
    Resources,
    Aid,
    Assessment,
    Outcomes,
    Difficulties,
    NextPlan,
    MonthNumbers,
    MonthChanges,
    MonthWork,
    Absences,
    Persuaded,
    Notes,
}

impl Section {
    /// What stands above it.
    pub fn title(self) -> Words {
        match self {
            Section::Situation => ("基本情况", "The children"),
            Section::Leadership => ("组织领导", "Leadership"),
            Section::Systems => ("制度和计划", "Rules and plans"),
            Section::Files => ("档案、联系卡和成长记录", "Files, contact cards, growth bags"),
            Section::Pairing => ("结对帮扶", "Pairs"),
            Section::Contacts => ("谈心、家访、电话和书信", "Talks, visits, calls and letters"),
            Section::Activities => ("活动开展", "Activities"),
            Section::Lectures => ("讲座和培训", "Lectures and training"),
            Section::Resources => ("阵地和资源", "Rooms and resources"),
            Section::Aid => ("资助和捐赠", "Aid and donations"),
            Section::Assessment => ("考核和表彰", "Assessment and awards"),
            Section::Outcomes => ("工作成效", "Outcomes"),
            Section::Difficulties => ("困难和请求", "Difficulties and requests"),
            Section::NextPlan => ("下一步打算", "Plan for what comes next"),
            Section::MonthNumbers => ("本月人数", "Numbers"),
            Section::MonthChanges => ("本月变动", "Changes"),
            Section::MonthWork => ("本月工作", "Work done"),
            Section::Absences => ("缺勤", "Absences"),
            Section::Persuaded => ("劝返", "Persuading to return"),
            Section::Notes => ("其他说明", "Notes"),
        }
    }
}

impl Section {
    /// What a school has to write there itself, since no record tells it.
    pub fn asks(self) -> Option<Words> {
        Some(match self {
            Section::Situation => (
                "外出务工的特点，儿童和在家老人的难处",
                "what marks those who are away, and the burdens of children and elders",
            ),
            Section::Leadership => ("领导怎样重视，各部门怎样配合", "how those who lead took part"),
            Section::Systems => (
                "制度怎样落实，新定了什么",
                "how the rules were put into practice, and what is new",
            ),
            Section::Pairing => {
                ("结对帮扶的做法和感人的事例", "how the pairs worked, and what moved people")
            }
            Section::Activities => (
                "有特色的活动和孩子们的收获",
                "activities of note, and what the children took from them",
            ),
            Section::Outcomes => (
                "孩子们学习和品行的变化，家长和社会的反响",
                "how the children changed in study and conduct, and what parents say",
            ),
            Section::Difficulties => (
                "经费、人手、家庭教育、周边环境等困难，请上级帮助解决的事",
                "what is hard (funds, hands, families, surroundings), and what is asked for",
            ),
            Section::NextPlan => ("下一步的打算", "what is intended"),
            Section::Notes => ("本期要说明的情况", "what is to be said of these days"),
            _ => return None,
        })
    }
}

/// The sections of a report, in order.
pub fn sections(kind: ReportKind) -> &'static [Section] {
    use Section::{
        Absences, Activities, Aid, Assessment, Contacts, Difficulties, Files, Leadership, Lectures,
        MonthChanges, MonthNumbers, MonthWork, NextPlan, Notes, Outcomes, Pairing, Persuaded,
        Resources, Situation, Systems,
    };
    match kind {
        ReportKind::Term => &[
            Situation,
            Leadership,
            Systems,
            Files,
            Pairing,
            Contacts,
            Activities,
            Lectures,
            Resources,
            Aid,
            Assessment,
            Outcomes,
            Difficulties,
            NextPlan,
        ],
        ReportKind::Month => &[MonthNumbers, MonthChanges, MonthWork, Absences, Persuaded, Notes],
        ReportKind::Absence => &[Absences, Persuaded, Notes],
    }
}

/// The tables of a section.
///
/// # Errors
/// The children who came and went do not make up the difference.
pub fn tables(
    section: Section,
    basis: &Basis,
    (numbers, before): (&Numbers, Option<&Numbers>),
    gate: &Gate,
) -> Result<Vec<FigureTable>, Unbalanced> {
    let compared = || before.map(|before| changes::comparison(&numbers.rows(), &before.rows()));
    let moved = || {
        changes::movement(basis).balance()?;
        Ok(changes::changes(basis))
    };
    let tables = match section {
        Section::Situation => vec![
            children::by_grade(basis),
            children::by_definition(basis),
            children::by_care(basis),
            away::away(basis),
            away::provinces(basis),
            children::circumstances(basis),
            children::by_age(basis),
            plans::risk(basis),
            moved()?,
        ],
        Section::Files => vec![filed::filed(basis)],
        Section::Pairing => vec![promises::pairs(basis)],
        Section::Contacts => {
            let owed = [contacts::contacts(basis), promises::by_rule(basis)];
            owed.into_iter().chain(promises::by_owner(basis)).collect()
        }
        Section::Activities => {
            doings::activities(basis).into_iter().chain([doings::rota(basis)]).collect()
        }
        Section::Lectures => vec![doings::held_list(basis)],
        Section::Resources => vec![goods::rooms(basis), goods::stock(basis), goods::used(basis)],
        Section::Aid => vec![goods::aid(basis), goods::donations(basis), goods::funds(basis)],
        Section::Assessment => vec![plans::assessed(basis), plans::awards(basis)],
        Section::Outcomes => [outcomes::outcomes(basis)].into_iter().chain(compared()).collect(),
        Section::NextPlan => vec![plans::plan_counts(basis), plans::items_done(basis)],
        Section::MonthNumbers => {
            let own = vec![children::by_definition(basis)];
            own.into_iter().chain(compared()).collect()
        }
        Section::MonthChanges => {
            vec![moved()?, absences::came_and_went(basis), absences::edits(basis, gate)]
        }
        Section::MonthWork => {
            let held = [doings::held_list(basis)];
            let own = [contacts::contacts(basis)].into_iter().chain(doings::activities(basis));
            own.chain(held).collect()
        }
        Section::Absences => vec![absences::absences(basis, gate)],
        Section::Persuaded => vec![absences::persuaded(basis, gate)],
        Section::Leadership | Section::Systems | Section::Difficulties | Section::Notes => {
            Vec::new()
        }
    };
    Ok(tables)
}

/// How much of each rule fell due and was done.
pub fn by_rule(plan: &Plan, owed: &[Obligation]) -> Vec<(usize, Completion)> {
    let rules = 0..plan.rules.len();
    let of = |rule: usize| {
        let mut own = Completion::default();
        let owed = owed.iter().filter(|one| one.case.rule == rule);
        owed.for_each(|one| own.add(part(plan, one)));
        (rule, own)
    };
    rules.map(of).collect()
}

/// What stands behind a report of a term: each rule month by month, and, for the school's own
/// office, who was missed.
pub fn annex(basis: &Basis, audience: Audience) -> Vec<FigureTable> {
    let missed = (!audience.is_outside()).then(|| promises::missed(basis));
    promises::by_month(basis).into_iter().chain(missed).collect()
}
