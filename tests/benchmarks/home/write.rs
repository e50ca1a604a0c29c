//! The files of a home that are not people or logs, and the slots for other programs.

use std::fmt::Write as _;
use std::fs;
use std::io::Result;
use std::path::Path;

use crate::calendar::{Calendar, Slot, TODAY};

/// The home's settings, calendar and rules.
pub fn settings(home: &Path, years: i32, calendar: &Calendar) -> Result<()> {
    fs::create_dir_all(home)?;
    // A child may stay through all years that are asked for.
    let grades = (years + 3).max(6);
    let settings = format!(
        "format = 1\n\n[school]\nname = \"柳河小学\"\nhome = \"留守儿童之家\"\n\
         language = \"zh-CN\"\ntime_zone = \"+08:00\"\ngrades = {grades}\n\
         class_format = \"三（2）班\"\n"
    );
    fs::write(home.join("care.toml"), settings)?;
    fs::write(home.join("calendar.toml"), days(calendar))?;
    let rules = include_str!("../../../data-template/presets/guzhuang.toml");
    fs::write(home.join("rules.toml"), rules)
}

fn days(calendar: &Calendar) -> String {
    let mut text = String::new();
    for term in &calendar.terms {
        let _ = writeln!(
            text,
            "[[term]]\nid = \"{}\"\nyear = \"{}-{}\"\nfirst = {}\nlast = {}\n",
            term.id,
            term.year,
            term.year + 1,
            term.span.first,
            term.span.last
        );
    }
    for year in calendar.years() {
        let next = year + 1;
        let _ = writeln!(
            text,
            "[[holiday]]\nname = \"国庆节\"\nfirst = {year}-10-01\nlast = {year}-10-07\n\n\
             [[holiday]]\nname = \"元旦\"\nfirst = {next}-01-01\nlast = {next}-01-01\n"
        );
    }
    text
}

/// The slots that can be late today, for programs that know no calendar.
pub fn slots(folder: &Path, calendar: &Calendar) -> Result<()> {
    let mut text = String::from("rule,slot,first,last,joined_by,in_hand\n");
    let mut add = |rule: &str, slots: &[Slot]| {
        for slot in slots.iter().filter(|slot| slot.span.last < TODAY) {
            let Some(joined_by) = slot.joined_by else { continue };
            let (label, in_hand) = (&slot.label, u8::from(slot.is_in_hand));
            let (first, last) = (slot.span.first, slot.span.last);
            let _ = writeln!(text, "{rule},{label},{first},{last},{joined_by},{in_hand}");
        }
    };
    for rule in ["monthly-talk", "monthly-letter-or-call", "monthly-guardian-contact"] {
        add(rule, &calendar.months());
    }
    add("term-visit", &calendar.windows());
    fs::write(folder.join("slots.csv"), text)
}
