//! What the whole school does: meetings, lectures, gifts, plans. A line of the story says the day,
//! the register, who of the staff (`甲、乙`, `-` for nobody), which children, and the cells in the
//! order of the register's columns.
//!
//! Which children: `-` none, `all` who are there that day, `80%` of them, `2021-2` a class,
//! `=2021-2/甲,2022-1/乙` these, `!2021-2/甲` all but these.

use crate::clerk::Clerk;
use crate::log::Event;
use crate::people::Child;
use crate::registers;
use crate::rng::Rng;
use crate::story::Line;

pub fn enter(clerk: &mut Clerk, line: &mut Line, attempted: bool) {
    let (on, register, staff, who) = (line.day(), line.word(), line.word(), line.word());
    let cells = line.rest();
    let mut rng = clerk.stream(&format!("{register} {on} {who} {cells}"));
    let there = clerk.roll.present_on(on);
    let meant = there.filter(|child| is_meant(child, child.class_on(on), who, &mut rng));
    let event = meant.fold(Event::new(register, on), |event, child| event.child(&child.id));
    let names = staff.split('、').filter(|name| *name != "-");
    let event = names.fold(event, |event, name| event.staff(&clerk.roll.staff(name).id));
    let event = Event { attempted, ..count(fill(event, cells), staff) };
    clerk.log.enter(event, &mut rng);
}

fn is_meant(child: &Child, class: &str, who: &str, rng: &mut Rng) -> bool {
    let named = |keys: &str| keys.split(',').any(|key| key.replace('/', " ") == child.key);
    match who {
        "-" => false,
        "all" => true,
        _ if who.starts_with('=') => named(&who[1..]),
        _ if who.starts_with('!') => !named(&who[1..]),
        _ => match who.strip_suffix('%') {
            Some(percent) => rng.chance(percent.parse().expect("a number of a hundred")),
            None => class == who,
        },
    }
}

/// Cells, with `|` between them, in the order of the register's columns, or `column=cell`.
pub fn fill(mut event: Event, cells: &str) -> Event {
    let columns = registers::columns(event.register);
    for (place, cell) in cells.split('|').enumerate() {
        let named = cell.split_once('=').and_then(|(name, cell)| {
            Some((columns.iter().find(|column| column.name == name)?.name, cell))
        });
        event = match (named, cell.strip_prefix("note=")) {
            (Some((column, cell)), _) => event.set(column, cell),
            (None, Some(note)) => event.note(note),
            (None, None) => event.set(columns[place].name, cell),
        };
    }
    event
}

/// How many guardians came, and who sat in a meeting.
fn count(event: Event, staff: &str) -> Event {
    match event.register {
        "training" => {
            let came = event.children.len().to_string();
            event.set("guardians", came)
        }
        "meeting" if event.cell("present").is_empty() => event.set("present", staff),
        _ => event,
    }
}
