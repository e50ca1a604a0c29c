//! `care mark`: the marks of one subject by a score sheet.

use chrono::NaiveDate;

use crate::cli::answer::Answer;
use crate::cli::as_meant::plain;
use crate::cli::child_edit::ChildEdit;
use crate::cli::context::Context;
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::{finder, scoring, typed};
use crate::domain::amount::Amount;
use crate::domain::event::Event;
use crate::domain::facts::Fact;
use crate::domain::fraction::Fraction;
use crate::domain::id::Id;
use crate::domain::month::Month;
use crate::domain::score_marks::{Assessed, GivenMark};
use crate::domain::score_period::ScorePeriod;
use crate::domain::score_sheet::{MARKS, ScoreSheet, ScoreSource};
use crate::lang::help::{Example, Help, Purpose, said, say};
use crate::lang::score_words::Scoring;
use crate::lang::{Lang, label, listed};
use crate::render::screens::Names;
use crate::render::screens::scores::{DECIMALS, called};
use crate::rules::plan::Plan;
use crate::session::change::Change;
use crate::session::edit::CHANGES;
use crate::session::records::Wanted;

pub const ABOUT: Purpose = Purpose {
    name: "评分",
    says: (
        "按考核表或风险评估表给一名儿童、一对、一位老师、一个班打分",
        "Give the marks of one child, pair, person or class by a score sheet",
    ),
    examples: &[
        Example {
            typed: ("pair 欧阳晨曦 过程=13 成效=14", "pair oycx process=13 result=14"),
            does: ("一对的过程和成效", "The process and result of a pair"),
        },
        Example {
            typed: (
                "risk 欧阳晨曦 年龄=5 身体=10 --set-risk",
                "risk oycx age=5 body=10 --set-risk",
            ),
            does: (
                "风险评估；评出等次的记进档案",
                "A risk assessment; its level goes into the file",
            ),
        },
    ],
    see: &["score", "print", "edit-child"],
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = said(("考核表", "SHEET")), help = said(("哪张考核表：care score", "Which score sheet, see care score")))]
    sheet: String,
    #[arg(value_name = said(("对象和分数", "WHO ITEM=SCORE")), num_args = 1..,
          help = said(("评谁（儿童；儿童 老师；老师；班级；学校不写），再写各项的分数：项目=分数",
                       "Whom (CHILD; CHILD STAFF; STAFF; CLASS; nobody for the school), then ITEM=SCORE …")))]
    words: Vec<String>,
    #[arg(long, value_name = say(Help::ValueDate),
          help = said(("哪天评的（默认今天），也定了是哪个周期", "When (default: today); it says of which period")))]
    date: Option<String>,
    #[arg(long, value_name = say(Help::ValueStaff), help = said(("评分人", "Who assesses")))]
    staff: Option<String>,
    #[arg(long, value_name = say(Help::ValueText), help = said(("备注", "A note")))]
    note: Option<String>,
    #[arg(long, help = said(("评出的等次记进儿童档案的风险等级", "Put the level into the child's file as its risk")))]
    set_risk: bool,
}

pub fn run(context: &Context, args: &Args) -> Result<Answer, Failure> {
    Answer::of_change(context, &[MARKS, CHANGES], |change| mark(context, args, change))
}

/// What was typed, understood.
struct Marking<'a> {
    context: &'a Context,
    args: &'a Args,
    sheet: &'a ScoreSheet,
    assessed: Assessed,
    period: ScorePeriod,
    date: NaiveDate,
    staff: Option<Id>,
    /// By the items' places.
    marks: Vec<(usize, Amount)>,
}

fn mark(context: &Context, args: &Args, change: &mut Change) -> Result<Vec<String>, Failure> {
    let lang = context.lang;
    let sheets = change.reading.score_sheets()?;
    let sheet = scoring::sheet(&sheets, &args.sheet, lang)?;
    let refused = |said: Scoring| Err(Failure::Usage(vec![said.text(lang)]));
    if args.set_risk && !sheet.sets_risk {
        return refused(Scoring::SetsNoRisk);
    }
    let home = &change.reading.home;
    let date = args.date.as_deref().map(|text| typed::past_date(text, context)).transpose()?;
    let date = date.unwrap_or(context.today);
    let (typed_marks, who): (Vec<&str>, Vec<&str>) =
        args.words.iter().map(String::as_str).partition(|word| word.contains(['=', '＝']));
    let staff = args.staff.as_deref().map(|word| finder::staff(home, word, lang)).transpose()?;
    let marking = Marking {
        context,
        args,
        sheet,
        assessed: scoring::assessed(context, home, (sheet.of, date), &who)?,
        period: scoring::period_on(context, home, sheet, date)?,
        date,
        staff,
        marks: marks(context, sheet, &typed_marks)?,
    };
    let wanted = Wanted { days: None, versions: false, is: &|_, _| true };
    let before = change.reading.records(&[MARKS], &wanted)?;
    let before: Vec<Event> = before.into_iter().map(|(_, event, _)| event).collect();
    marking.save(change, &before)?;
    let mut said = marking.said(change, &before);
    said.extend(marking.risk(change, &before)?);
    Ok(said)
}

/// The marks as they were typed: each item once, none over its maximum.
fn marks(
    context: &Context,
    sheet: &ScoreSheet,
    words: &[&str],
) -> Result<Vec<(usize, Amount)>, Failure> {
    let lang = context.lang;
    let refused = |said: Scoring| Failure::Usage(vec![said.text(lang)]);
    let mut marks: Vec<(usize, Amount)> = Vec::new();
    for word in words {
        let (name, score) = word.split_once(['=', '＝']).unwrap_or((word, ""));
        let at = scoring::item(sheet, name, lang).map_err(|own| context.placed(own, name))?;
        let Some(own) = sheet.items.get(at) else { continue };
        let item = label(&own.name, lang);
        if own.source != ScoreSource::Mark {
            return Err(refused(Scoring::CountedItem { item }));
        }
        let over = || {
            let said = refused(Scoring::OverMax { item, max: own.max });
            context.placed(said, score)
        };
        let amount = Amount::parse(&plain(score)).ok_or_else(over)?;
        let points = Fraction::given(amount).ok_or_else(over)?;
        if points.compared_to(own.max).is_gt() {
            return Err(over());
        }
        if marks.iter().any(|(before, _)| *before == at) {
            return Err(refused(Scoring::ItemTwice { item }));
        }
        marks.push((at, amount));
    }
    if marks.is_empty() {
        let open = sheet.items.iter().filter(|own| own.source == ScoreSource::Mark);
        let names: Vec<String> = open.map(|own| label(&own.name, lang).to_owned()).collect();
        let items = listed(&names, lang);
        return Err(refused(match names.is_empty() {
            true => Scoring::NoMarks,
            false => Scoring::NeedsMarks { items: &items },
        }));
    }
    Ok(marks)
}

impl Marking<'_> {
    /// A row for each mark; they are saved together. One of the same day corrects what it says.
    fn save(&self, change: &mut Change, before: &[Event]) -> Result<(), Failure> {
        let Some(register) = change.reading.home.registers.get(MARKS).cloned() else {
            return Ok(());
        };
        let month = Month::of(self.date);
        change.families(MARKS, month)?;
        let old = self.before(change, before);
        let same_day = |at| old.iter().find(|mark| mark.item == at && mark.event.date == self.date);
        for (at, score) in &self.marks {
            let Some(item) = self.sheet.items.get(*at) else { continue };
            let (_, mut row) = change.new_row();
            let id = |id: Option<Id>| id.map(|own| own.to_string()).unwrap_or_default();
            let cells = [
                ("date", self.date.to_string()),
                ("children", id(self.assessed.child())),
                ("staff", id(self.staff)),
                ("outcome", "made".to_owned()),
                ("sheet", self.sheet.id.clone()),
                ("subject", self.assessed.to_string()),
                ("item", item.id.clone()),
                ("score", score.to_string()),
                ("max", item.max.to_string()),
                ("period", self.period.id.clone()),
                ("replaces", id(same_day(*at).map(|mark| mark.event.id))),
                ("note", self.args.note.clone().unwrap_or_default()),
            ];
            row.extend(cells.map(|(name, cell)| (name.to_owned(), cell)));
            Draft::admit(self.context, &change.reading.home, &register, &row, false)?;
            change.add_row(&register, month, &row)?;
        }
        Ok(())
    }

    fn called(&self, change: &Change) -> String {
        let plan = Plan::new(&change.reading.home, self.context.today, |_| false);
        called(&Names::new(&plan, self.context.lang), &self.assessed)
    }

    /// The marks that hold once these are saved, by item.
    fn holding(&self, change: &Change, before: &[Event]) -> Vec<Option<Fraction>> {
        let old = self.before(change, before);
        let new = |at| self.marks.iter().find(|(own, _)| *own == at).map(|(_, score)| *score);
        let own = (0..self.sheet.items.len()).map(|at| {
            let newer = old.iter().find(|mark| mark.item == at);
            match (newer, new(at)) {
                // A mark of a later day holds against one of this.
                (Some(mark), Some(_)) if mark.event.date > self.date => mark.points,
                (_, Some(score)) => Fraction::given(score),
                (Some(mark), None) => mark.points,
                (None, None) => None,
            }
        });
        own.collect()
    }

    fn before<'e>(&self, change: &Change, before: &'e [Event]) -> Vec<GivenMark<'e>> {
        let all = self.sheet.marks(&change.reading.home, &self.period.id, before);
        let own = all.into_iter().filter(|((whose, _), _)| *whose == self.assessed);
        own.map(|(_, mark)| mark).collect()
    }

    /// What was saved, and what it comes to.
    fn said(&self, change: &Change, before: &[Event]) -> Vec<String> {
        let (sheet, lang) = (self.sheet, self.context.lang);
        let old = self.before(change, before);
        let told = |(at, score): &(usize, Amount)| {
            let item = sheet.items.get(*at)?;
            let (name, score) = (label(&item.name, lang), score.to_string());
            let mark = Scoring::MarkOf { item: name, score: &score, max: item.max }.text(lang);
            let was = old.iter().find(|own| own.item == *at);
            let was = was.and_then(|own| own.event.filled("score")).filter(|own| *own != score);
            let was = was.map(|old| Scoring::MarkWas { mark: &mark, old }.text(lang));
            Some(was.unwrap_or(mark))
        };
        let marks: Vec<String> = self.marks.iter().filter_map(told).collect();
        let who = self.called(change);
        let saved = Scoring::MarkSaved {
            sheet: label(&sheet.name, lang),
            period: &self.period.called,
            who: &who,
            marks: &listed(&marks, lang),
        };
        let mut said = vec![saved.text(lang)];
        let holding = self.holding(change, before);
        let lacks = sheet.items.iter().zip(&holding);
        let lacks = lacks.filter(|(own, held)| own.source == ScoreSource::Mark && held.is_none());
        let lacks: Vec<String> = lacks.map(|(own, _)| label(&own.name, lang).to_owned()).collect();
        if !lacks.is_empty() {
            said.push(Scoring::StillLacking { items: &listed(&lacks, lang) }.text(lang));
        }
        said.extend(self.total_said(&holding, lang));
        said.extend(self.period.next.map(|day| Scoring::Next { day }.text(lang)));
        said
    }

    /// The total and the level, where marks alone make them.
    fn total_said(&self, holding: &[Option<Fraction>], lang: Lang) -> Vec<String> {
        let sheet = self.sheet;
        if !sheet.is_all_marks() {
            return vec![Scoring::SeeScore { sheet: &sheet.id }.text(lang)];
        }
        let total = total(holding);
        let told = total.map(|own| {
            let total = &own.rounded(DECIMALS, false);
            Scoring::TotalSaid { total, of: sheet.total() }.text(lang)
        });
        let level = sheet.level(holding, total).and_then(|at| sheet.levels.get(at));
        let level = level.map(|own| label(&own.name, lang));
        let level = level.map(|level| Scoring::LevelSaid { level }.text(lang));
        told.into_iter().chain(level).collect()
    }

    /// Puts the level into the child's file where that is asked for; else says how.
    fn risk(&self, change: &mut Change, before: &[Event]) -> Result<Vec<String>, Failure> {
        let (sheet, lang) = (self.sheet, self.context.lang);
        let Assessed::Child(id) = self.assessed else { return Ok(Vec::new()) };
        if !sheet.sets_risk {
            return Ok(Vec::new());
        }
        let holding = self.holding(change, before);
        let level = sheet.level(&holding, total(&holding)).and_then(|at| sheet.levels.get(at));
        let Some(level) = level else {
            let said = Scoring::RiskUndecided.text(lang);
            return Ok(if self.args.set_risk { vec![said] } else { Vec::new() });
        };
        let (word, fact) = (id.to_string(), Fact::Text(level.id.clone()));
        let staff = self.staff.map(|id| id.to_string());
        let mut edit = ChildEdit::open(self.context, change, &word, staff.as_deref())?;
        if self.args.set_risk {
            let why = label(&sheet.name, lang);
            return edit.set("risk", Some(&fact), (self.date, why));
        }
        let now = edit.child.facts.get("risk");
        if now == Some(&fact) {
            return Ok(Vec::new());
        }
        let now = edit.value_said("risk", now, self.date);
        let told = Scoring::ToSetRisk { now: &now, level: &level.id, id: &word };
        Ok(vec![told.text(lang)])
    }
}

fn total(holding: &[Option<Fraction>]) -> Option<Fraction> {
    holding.iter().try_fold(Fraction::ZERO, |sum, own| own.and_then(|own| sum.plus(own)))
}
