//! Examining a home whole: what spans units, and what is only a doubt.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Months, NaiveDate, TimeDelta};

use super::child_depth::Depth;
use super::disk::Disk;
use super::reader::Reader;
use super::store::Store;
use super::{backup_note, exposure, hidden_names, layout};
use crate::domain::event::{Event, Status};
use crate::domain::family_check;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::id_map::IdMap;
use crate::domain::problem::{
    Access, Cause, Children, Count, Dates, Doubled, Files, Known, Leading, Lines, Naming, Problem,
    Quote, Sight,
};
use crate::domain::register::Register;
use crate::domain::row::Header;
use crate::domain::score_sheet::ScoreSheet;

/// What came out of an examination.
pub struct Examined {
    /// Every problem found.
    pub problems: Vec<Problem>,
    /// The home, when there was one to speak of.
    pub home: Option<Home>,
    /// The live events that were asked for, each with its register's name.
    pub events: Vec<(String, Event)>,
    pub sheets: Vec<ScoreSheet>,
    first_seen: IdMap<FirstLine>,
}

impl Examined {
    /// The register in which a row of this id stands.
    pub fn register_of(&self, id: Id) -> Option<&str> {
        layout::register_of(&self.first_seen.get(&id)?.0.file)
    }
}

/// Reads a home whole, each log once, and keeps the events that are asked for. `today` is the day
/// of judgement, `now` the real one; of what is dated after it only plans are kept.
pub fn examine(
    store: &Store,
    (today, now): (NaiveDate, DateTime<FixedOffset>),
    is_asked: impl Fn(&Home, &Register, &Event) -> bool,
) -> Disk<Examined> {
    let reader = Reader::new(store);
    let names = store.register_names();
    let asked: Vec<&str> = names.iter().map(String::as_str).collect();
    let home = reader.home(&asked, Depth::Whole);
    let (mut events, mut sheets) = (Vec::new(), Vec::new());
    let mut first_seen = IdMap::default();
    if let Some(home) = &home {
        reader.check_calendar(home, today);
        hidden_names::tell(&reader, home);
        reader.examine_own_words()?;
        sheets = reader.score_sheets(home).unwrap_or_default();
        for name in &names {
            let Some(register) = home.registers.get(name) else { continue };
            let is_kept = |event: &Event| {
                (register.planned || event.date <= today) && is_asked(home, register, event)
            };
            examine_register(&reader, home, register, (today, now), &mut first_seen, |event| {
                if is_kept(&event) {
                    events.push((name.clone(), event.on_its_own()));
                }
            });
        }
    }
    let files = store.readable_by_others()?;
    if files > 0 {
        let cause = Files::ReadableByOthers { files: Count::of(files) };
        reader.tell(Problem::of_file(".", Sight::Open(None), cause));
    }
    if let Some(remark) = backup_note::problem(store.root(), now.date_naive())? {
        reader.tell(remark);
    }
    for problem in exposure::problems(store.root())? {
        reader.tell(problem);
    }
    Ok(Examined { problems: reader.problems(), home, events, sheets, first_seen })
}

fn examine_register(
    reader: &Reader,
    home: &Home,
    register: &Register,
    (today, now): (NaiveDate, DateTime<FixedOffset>),
    first_seen: &mut IdMap<FirstLine>,
    mut live: impl FnMut(Event),
) {
    let name = register.name.as_str();
    let (mut between_months, mut is_whole) = (Vec::new(), true);
    let (mut last, mut is_closed) = (None, false);
    let units = reader.months(name).into_iter().map(|month| (name, month));
    reader.rows_of(home, units, |_, month, rows| {
        is_whole &= !reader.has_fault_in(&layout::unit(name, month));
        tell_doubles(reader, &rows, first_seen);
        last = last.max(rows.iter().map(|row| row.date).max());
        is_closed = is_closed || rows.iter().any(|row| register.holds_closed(row));
        let between = |row: &&Event| matches!(row.status, Status::Moved | Status::Arrived);
        between_months.extend(rows.iter().filter(between).cloned());
        for event in reader.settle(home, name, month, rows).0 {
            examine_event(reader, home, (&event, register), now);
            live(event);
        }
    });
    let unused = last.filter(|last| is_closed && is_whole && *last + UNUSED <= today);
    if let Some(last) = unused {
        let cause = Access::UnusedRegister { last: Quote::of(last) };
        reader.tell(Problem::of_file(&layout::register(name), Sight::Open(None), cause));
    }
    // Of a log that could not be read it is not known what has arrived there.
    if is_whole {
        for problem in family_check::moves(&between_months) {
            reader.tell(problem);
        }
    }
}

/// After so long without a row nobody seems to need a register.
const UNUSED: Months = Months::new(24);

/// By so much two machines' clocks may differ.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::days(1);

fn examine_event(
    reader: &Reader,
    home: &Home,
    (event, register): (&Event, &Register),
    now: DateTime<FixedOffset>,
) {
    let sight = || if register.restricted { Sight::Withheld } else { Sight::Open(None) };
    let tell = |cause: Cause| reader.tell(Problem::of_row(&event.row, sight(), cause));
    if event.date > now.date_naive() && !register.planned {
        tell(Dates::AfterToday.into());
    }
    if event.recorded > now + CLOCKS_DIFFER {
        tell(Dates::RecordedAhead.into());
    }
    if register.needs_children && event.children.is_empty() {
        tell(Lines::NoChild.into());
    }
    // Who hands over may have laid down the role the day before.
    let is_whole = register.name != "handover" && !reader.has_fault_in(layout::STAFF);
    for id in event.staff.iter().filter(|id| is_whole && is_out_of_service(home, **id, event.date))
    {
        tell(Leading::StaffOutsideDates { staff: Quote::of(*id) }.into());
    }
    for child in event.children.iter().filter_map(|id| home.child(*id)) {
        // Spells that could not be read are not there.
        let is_whole = !reader.has_fault_in(&layout::child(child.id));
        if is_whole && !child.on_roll().contains(event.date) {
            tell(Children::OutsideSpells { child: Quote::of(child.id) }.into());
        }
    }
}

/// Had the person roles, and none on that day, nor a child as a pair? Of one who never held any
/// nothing was written down.
fn is_out_of_service(home: &Home, id: Id, day: NaiveDate) -> bool {
    let Some(person) = home.person(id).filter(|own| !own.roles.is_empty()) else { return false };
    let pairs = || home.children.iter().flat_map(|child| &child.pairs);
    !person.serves_on(day) && !pairs().any(|pair| pair.staff == id && pair.span.contains(day))
}

/// The line on which an id was first seen, and the header of its log.
type FirstLine = (Arc<Header>, u32);

/// An id that two units share; inside a unit the reader tells it.
fn tell_doubles(reader: &Reader, rows: &[Event], first_seen: &mut IdMap<FirstLine>) {
    for row in rows {
        let Some((first, line)) = first_seen.get(&row.id) else {
            first_seen.insert(row.id, (Arc::clone(&row.row.header), row.row.line));
            continue;
        };
        if first.file.split('.').next() != row.row.header.file.split('.').next() {
            let id = Doubled::Event(Known::event(row.id));
            let first = Known::line(&first.file, *line);
            let cause = Naming::DuplicateId { id, first };
            reader.tell(Problem::of_row(&row.row, Sight::Withheld, cause));
        }
    }
}
