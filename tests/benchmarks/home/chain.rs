//! A home with one event that was corrected very often, or whose corrections go in a circle.

use std::fmt::Write as _;
use std::fs;
use std::io::Result;
use std::path::Path;

use crate::calendar::Calendar;
use crate::logs::header;
use crate::people::People;
use crate::rng::id;
use crate::write;

/// So many rows, each of which replaces the one before it; in a circle the first the last.
pub fn write(folder: &Path, links: u64, is_cycle: bool) -> Result<()> {
    let calendar = Calendar::new(1);
    let people = People::invent(30, &calendar);
    let home = folder.join("home");
    write::settings(&home, 1, &calendar)?;
    people.write(folder, &home)?;
    let (child, class) = (&people.children[0], &people.classes[0]);
    let mut text = header("visit");
    for link in 0..links {
        let replaces = match link.checked_sub(1) {
            Some(before) => id('E', 10, before),
            None if is_cycle => id('E', 10, links - 1),
            None => String::new(),
        };
        let (id, child, head) = (id('E', 10, link), &child.id, &class.head);
        let (hour, minute, second) = (link / 3600 % 24, link / 60 % 60, link % 60);
        let _ = writeln!(
            text,
            "{id},2024-09-10,{child},{head},made,in_person,奶奶,,,,,,,,,,,,,更正,\
             2024-09-10T{hour:02}:{minute:02}:{second:02}+08:00,,{replaces}"
        );
    }
    let log = home.join("log/visit");
    fs::create_dir_all(&log)?;
    fs::write(log.join("2024-09.csv"), text)
}
