//! The logs: `log/<register>/<month>.csv`, each row as the program itself writes it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Result;
use std::path::Path;

use chrono::NaiveDate;

use crate::calendar::{Calendar, TODAY};
use crate::events::{self, Fate, Happened, MONTHLY, VISIT};
use crate::people::People;
use crate::rng::{Rng, id};
use crate::words::{ATTEMPTED, QUOTED, TOLD, quoted};

const SEED: u64 = 2;

/// A register's own columns.
pub const COLUMNS: [(&str, &str); 5] = [
    (
        "talk",
        "mode,topic,study,life,mood,body,content,effect,follow_up,follow_up_on,thinking,place,time",
    ),
    (
        "visit",
        "mode,met,purpose,home_state,guardian_opinion,problems,measures,effect,at_home,\
         school_feedback,time,place,study_place,signed",
    ),
    ("letter", "direction,occasion,addressee,topic,reply_on"),
    ("family_call", "mode,receiver,minutes,line,time"),
    ("guardian_contact", "mode,carer,life,body,mind,request,result"),
];

/// What stands in a row's short cells, where the register has the column.
const SHORT: [(&str, &[&str]); 6] = [
    ("topic", &["学习", "想念父母", "上学路上", "饮食起居"]),
    ("mood", &["愉快", "话不多", "有点想家"]),
    ("body", &["健康", "睡得香", "轻微感冒"]),
    ("met", &["奶奶", "爷爷"]),
    ("receiver", &["妈妈", "爸爸"]),
    ("result", &["继续留意", "转告任课老师"]),
];

/// Writes all logs, a term at a time.
pub fn write(home: &Path, calendar: &Calendar, people: &People) -> Result<()> {
    let mut rng = Rng::new(SEED);
    let mut logs = Logs::default();
    let (months, windows) = (calendar.months(), calendar.windows());
    for term in calendar.terms.iter().filter(|term| term.span.first <= TODAY) {
        let of_term = |first: NaiveDate| term.span.first <= first && first <= term.span.last;
        let months = months.iter().filter(|month| month.joined_by.is_some());
        let months: Vec<_> = months.filter(|month| of_term(month.span.first)).collect();
        let windows: Vec<_> = windows.iter().filter(|own| of_term(own.span.first)).collect();
        for child in &people.children {
            let (class, never) = (&people.classes[child.class], child.is_forgotten());
            let monthly =
                months.iter().flat_map(|month| MONTHLY.iter().map(|duty| (month.span, *duty)));
            let visits = windows.iter().map(|window| (window.span, VISIT));
            for (slot, duty) in monthly.chain(visits) {
                let days = events::days(slot, child);
                for event in events::of_duty(duty, &days, never, class, &mut rng) {
                    logs.add(&child.id, &event, &mut rng);
                }
            }
        }
        logs.flush(home)?;
    }
    Ok(())
}

#[derive(Default)]
struct Logs {
    next: u64,
    /// By register and month: when each row was entered, and the row.
    months: BTreeMap<(&'static str, String), Vec<(String, String)>>,
}

impl Logs {
    fn add(&mut self, child: &str, event: &Happened, rng: &mut Rng) {
        let first = self.row(child, event, (15, "", ""), rng);
        match event.fate {
            Fate::Stands => {}
            Fate::Corrected => {
                self.row(child, event, (16, "", &first), rng);
            }
            Fate::Withdrawn => {
                self.row(child, event, (16, "void", &first), rng);
            }
        }
    }

    /// Adds a row that is entered at this hour, with its status and what it replaces.
    fn row(
        &mut self,
        child: &str,
        event: &Happened,
        (hour, status, replaces): (u32, &str, &str),
        rng: &mut Rng,
    ) -> String {
        let id = id('E', 10, self.next);
        self.next += 1;
        let outcome = if event.attempted { "attempted" } else { "made" };
        let Happened { register, date, staff, .. } = event;
        let mut row = format!("{id},{date},{child},{staff},{outcome}");
        for column in columns(register).split(',') {
            let short = SHORT.iter().find(|(name, _)| *name == column);
            let cell = match (column, short) {
                ("mode" | "direction", _) => event.way,
                (_, Some((_, cells))) => rng.one_of(cells),
                _ => "",
            };
            let _ = write!(row, ",{cell}");
        }
        let told: &[&str] = match event.attempted {
            true => &ATTEMPTED,
            false if rng.in_thousand(132) => &QUOTED,
            false => &TOLD,
        };
        let note = quoted(rng.one_of(told));
        let recorded = format!("{date}T{hour}:{:02}:{:02}+08:00", rng.below(60), rng.below(60));
        let _ = writeln!(row, ",{note},{recorded},{status},{replaces}");
        let month = date.format("%Y-%m").to_string();
        self.months.entry((register, month)).or_default().push((recorded, row));
        id
    }

    /// Writes what was gathered, in the order in which it was entered.
    fn flush(&mut self, home: &Path) -> Result<()> {
        for ((register, month), mut rows) in std::mem::take(&mut self.months) {
            rows.sort();
            let mut text = header(register);
            text.extend(rows.iter().map(|(_, row)| row.as_str()));
            let folder = home.join("log").join(register);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(format!("{month}.csv")), text)?;
        }
        Ok(())
    }
}

pub fn header(register: &str) -> String {
    let own = columns(register);
    format!("id,date,children,staff,outcome,{own},note,recorded,status,replaces\n")
}

fn columns(register: &str) -> &'static str {
    COLUMNS.iter().find(|(name, _)| *name == register).map_or("", |(_, columns)| columns)
}
