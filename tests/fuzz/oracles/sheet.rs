//! Whatever file is brought in, it is taken or refused, leaves a home without a fault, and brought
//! in again changes nothing.

use std::rc::Rc;

use super::file::{fit_for_a_terminal, held};
use crate::home::{Desk, Ran, records};
use crate::memory_disk::MemoryDisk;

const FILE: &str = "sheet.csv";

/// Words that stand in schools' sheets.
pub const WORDS: &[&str] = &[
    "姓名",
    "日期",
    "班级",
    "身份证号",
    "父亲",
    "电话",
    "谈心",
    "9月20日",
    "2024.9.20",
    "三2班",
    "—",
    "√",
    "合计",
    "990101201503010000",
    "9.9E+17",
    "\"",
    ",",
    "\t",
    "\r\n",
    "编号",
    "T-7H3KM2QXA4",
];

/// Tries a file.
pub fn hold(desk: &Desk, input: &[u8], turn: usize) -> Result<u64, String> {
    let disk = desk.with(FILE, input);
    let kind = ["", " --register talk", " --register roster"][turn % 3];
    let bring = || desk.run_line(&disk, &format!("import {FILE} -y --joined 2024-09-02{kind}"));
    let first = bring();
    held(first.code <= 3, || told("the first time", &first))?;
    fit_for_a_terminal(&first.err)?;
    let before = records(&disk.files());
    held(is_sound(desk, &disk), || told("it left a fault", &first))?;
    let second = bring();
    held(second.code == first.code, || told("the second time", &second))?;
    held(records(&disk.files()) == before, || told("it changed the home again", &second))?;
    Ok(u64::from(first.code) + 8 * first.err.lines().count().min(30) as u64)
}

fn is_sound(desk: &Desk, disk: &Rc<MemoryDisk>) -> bool {
    desk.run_line(disk, "check --format json").code == 0
}

fn told(what: &str, ran: &Ran) -> String {
    format!("{what}: {} {}", ran.code, ran.err)
}
