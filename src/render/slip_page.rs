//! A teacher's slip as one page for a phone. It holds no id but those of its own rows.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::page_text::escaped;
use super::screens::{Names, overdue};
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::privacy::Privacy;
use crate::domain::register::{CellPrivacy, Column, ColumnType, Register};
use crate::domain::slip::Slip;
use crate::domain::subject::Subject;
use crate::lang::form_words::FormWord;
use crate::lang::slip_words::SlipWord;
use crate::lang::{Lang, label, requires};
use crate::reports::overdue::OverdueRow;
use crate::reports::slip::{SlipOwed, SlipReport};
use crate::rules::obligation::Obligation;

/// A page of more than this no old phone opens.
pub const LARGEST: usize = 100_000;

const PAGE: &str = include_str!("slip_page.html");

/// What a page is made of.
pub struct SlipPage<'a> {
    pub names: &'a Names<'a>,
    pub report: &'a SlipReport<'a>,
    pub slip: &'a Slip,
    pub token: &'a str,
    /// The name of whose slip it is.
    pub staff: &'a str,
    /// The children as they are called on it.
    pub called: &'a [String],
}

impl SlipPage<'_> {
    /// The page.
    pub fn bytes(&self) -> Vec<u8> {
        let lang = self.names.lang;
        let title = SlipWord::Title { staff: self.staff }.text(lang);
        let code = if lang == Lang::Zh { "zh-CN" } else { "en" };
        // Nothing in the data can end the element in which it stands.
        let data = self.data().to_string().replace('<', "\\u003c");
        let page = PAGE.replace("{{lang}}", code).replace("{{title}}", &escaped(&title));
        page.replace("{{data}}", &data).into_bytes()
    }

    fn data(&self) -> Value {
        let (slip, names) = (self.slip, self.names);
        let registers = self.registers();
        let place = |name: &str| registers.iter().position(|own| own.name == name);
        let rows = self.report.owed.iter().zip(&slip.rows).map(|(owed, row)| {
            json!({
                "code": row.code,
                "child": self.place_of(owed.child.id),
                "register": place(&row.register),
                "owed": lines(names, owed),
            })
        });
        let described = registers.iter().map(|own| {
            let columns: Vec<Value> =
                asked(names.plan.home, own).iter().map(|own| column(own, names.lang)).collect();
            json!({
                "key": own.name,
                "name": label(&own.label, names.lang),
                "columns": columns,
                "words": words_column(names.plan.home, own),
                "offered": slip.registers.contains(&own.name),
            })
        });
        let day = slip.issued.format("%Y%m%d").to_string();
        json!({
            "id": slip.id,
            "staff": self.staff,
            "until": slip.until,
            "token": self.token,
            "file": SlipWord::File { staff: self.staff, day: &day }.text(names.lang),
            "children": self.report.children.iter().zip(self.called).map(|(child, called)| {
                let class = child.class_on(names.plan.today);
                let class = class.map(|own| names.plan.home.class_name(own, names.plan.today));
                [Some(called.clone()), class].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }).collect::<Vec<_>>(),
            "registers": described.collect::<Vec<_>>(),
            "rows": rows.collect::<Vec<_>>(),
            "others": self.others(),
            "spare": slip.spare,
            "words": words(names.lang),
        })
    }

    /// The registers of its rows and those it offers, each once.
    fn registers(&self) -> Vec<&Register> {
        let slip = self.slip;
        let names = slip.rows.iter().map(|own| &own.register).chain(&slip.registers);
        let mut seen = Vec::new();
        for name in names.filter_map(|name| self.names.plan.home.registers.get(name)) {
            if !seen.iter().any(|own: &&Register| own.name == name.name) {
                seen.push(name);
            }
        }
        seen
    }

    fn place_of(&self, id: Id) -> Option<usize> {
        self.report.children.iter().position(|child| child.id == id)
    }

    /// What no row answers, in lines.
    fn others(&self) -> Vec<String> {
        let names = self.names;
        let who = |subject: &Subject| match subject {
            Subject::Child(at) => {
                let place = self.place_of(names.plan.home.children[*at].id);
                place.and_then(|at| self.called.get(at)).cloned().unwrap_or_default()
            }
            subject => names.name(subject),
        };
        let (late, soon) = &self.report.others;
        let late = late.iter().map(|row| {
            let what = match row.due {
                None => requires::lacking(names.plan.home, &row.lacks, names.lang),
                Some(_) => String::new(),
            };
            let line = if what.is_empty() {
                self::late(names, row)
            } else {
                format!("{} {what}", names.rule(row.case.rule))
            };
            format!("{} {line}", who(names.subject(row.case)))
        });
        let soon = soon
            .iter()
            .map(|own| format!("{} {}", who(names.subject(own.case)), self::soon(names, own)));
        let mut seen = Vec::new();
        for line in late.chain(soon) {
            if !seen.contains(&line) {
                seen.push(line);
            }
        }
        seen
    }
}

fn lines(names: &Names, owed: &SlipOwed) -> Vec<String> {
    let late = owed.late.iter().map(|row| late(names, row));
    late.chain(owed.soon.iter().map(|own| soon(names, own))).collect()
}

/// What is late by its day alone: what was agreed for it may tell of the child.
fn late(names: &Names, row: &OverdueRow) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let (rule, late) = (names.rule(row.case.rule), overdue::late(names, row));
    FormWord::Late { rule: &rule, due: &day(row.due), late: &late }.text(names.lang)
}

fn soon(names: &Names, own: &Obligation) -> String {
    let due = own.dates.map(|dates| dates.due.to_string()).unwrap_or_default();
    FormWord::Soon { rule: &names.rule(own.case.rule), due: &due }.text(names.lang)
}

/// The column for a few words: of what was said where there is one, else the note.
pub fn words_column<'r>(home: &Home, register: &'r Register) -> &'r str {
    let own = register.column("content").filter(|own| matches!(own.holds, ColumnType::Text));
    let is_asked = |own: &&Column| asked(home, register).iter().any(|one| one.name == own.name);
    own.filter(|own| !is_asked(own)).map_or("note", |own| own.name.as_str())
}

/// The columns that a page asks for: how it was done, what a record must have, and what a rule
/// looks at before it counts one.
pub fn asked<'r>(home: &Home, register: &'r Register) -> Vec<&'r Column> {
    let rules = home.rules.iter().filter(|rule| rule.records.contains(&register.name));
    let rules: Vec<_> = rules.collect();
    let is_looked_at = |name: &str| {
        rules.iter().any(|rule| {
            let values = rule.conditions.iter().chain(&rule.unless).map(|(column, _)| column);
            values.chain(&rule.filled).any(|own| own == name)
        })
    };
    let is_open = |own: &Column| own.privacy == CellPrivacy::As(Privacy::Open);
    let wants = |own: &&Column| {
        own.required || is_open(own) && (own.name == "mode" || is_looked_at(&own.name))
    };
    register.columns.iter().filter(wants).collect()
}

fn column(own: &Column, lang: Lang) -> Value {
    let kind = match own.holds {
        ColumnType::Text | ColumnType::Choice(_) => "text",
        ColumnType::Date => "date",
        ColumnType::Integer | ColumnType::Decimal => "number",
    };
    let choices: Vec<[&str; 2]> =
        own.choices().iter().map(|own| [own.code.as_str(), label(&own.label, lang)]).collect();
    let name = label(&own.label, lang);
    let (key, needed) = (&own.name, own.required);
    json!({ "key": key, "name": name, "kind": kind, "needed": needed, "choices": choices })
}

fn words(lang: Lang) -> BTreeMap<&'static str, String> {
    use SlipWord as W;
    let all = [
        ("how", W::How),
        ("until", W::Until),
        ("expired", W::Expired),
        ("no_draft", W::NoDraft),
        ("nothing_owed", W::NothingOwed),
        ("others", W::Others),
        ("more", W::More),
        ("add", W::Add),
        ("remove", W::Remove),
        ("no_more", W::NoMore),
        ("child", W::Child),
        ("register", W::Register),
        ("date", W::Date),
        ("outcome", W::Outcome),
        ("made", W::Made),
        ("attempted", W::Attempted),
        ("words", W::Words),
        ("choose", W::Choose),
        ("save", W::Save),
        ("copy", W::Copy),
        ("saved", W::Saved),
        ("copied", W::Copied),
        ("copy_by_hand", W::CopyByHand),
        ("nothing", W::Nothing),
        ("missing", W::Missing),
        ("ahead", W::Ahead),
        ("sent", W::Sent),
        ("back", W::Back),
    ];
    all.into_iter().map(|(key, word)| (key, word.text(lang))).collect()
}
