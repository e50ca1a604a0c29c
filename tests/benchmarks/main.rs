//! How long the main job takes: `cargo bench`. Figures, not a test: nothing here can fail by being
//! slow.
//!
//! The home has 300 children, three school years and about 36,000 rows, with the rules of the
//! guzhuang preset. Each command is run as a whole process, in turn; the median is told.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program of figures")]
#![allow(clippy::disallowed_methods, reason = "it measures time")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{Datelike, Days, NaiveDate};

const CHILDREN: u32 = 300;
const ROUNDS: usize = 31;
const HEADER: &str = "id,date,children,staff,outcome,note,recorded,status,replaces\n";
const TODAY: &str = "2025-06-20";

fn main() {
    let home = write_home();
    let care = env!("CARGO_BIN_EXE_care");
    let dir = home.to_string_lossy().into_owned();
    let jobs: [(&str, Vec<&str>); 5] = [
        ("care --version", vec!["--version"]),
        ("care overdue", vec!["-C", &dir, "overdue", "--today", TODAY]),
        ("care due", vec!["-C", &dir, "due", "--today", TODAY]),
        ("care obligations", vec!["-C", &dir, "obligations", "--today", TODAY]),
        ("care check", vec!["-C", &dir, "check", "--today", TODAY]),
    ];
    let mut times = vec![Vec::new(); jobs.len()];
    for _ in 0..ROUNDS {
        for (job, times) in jobs.iter().zip(&mut times) {
            times.push(run(care, &job.1));
        }
    }
    println!("{CHILDREN} children, 3 school years, {} rows; median of {ROUNDS}", rows(&home));
    for ((name, _), mut times) in jobs.iter().zip(times) {
        times.sort_unstable();
        let (median, best) = (times[times.len() / 2], times[0]);
        println!("{name:<20} {:>7.2} ms   (best {:.2})", millis(median), millis(best));
    }
    if std::env::var_os("KEEP").is_none() {
        let _ = fs::remove_dir_all(home);
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn run(care: &str, args: &[&str]) -> Duration {
    let begun = Instant::now();
    let status = Command::new(care).args(args).stdout(Stdio::null()).status().unwrap();
    let time = begun.elapsed();
    assert!(matches!(status.code(), Some(0 | 1)), "{args:?} ended with {status}");
    time
}

fn rows(home: &Path) -> usize {
    let logs = fs::read_dir(home.join("log")).unwrap().map(|entry| entry.unwrap().path());
    let files = logs.flat_map(|folder| fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()));
    files.map(|file| fs::read_to_string(file).unwrap().lines().count() - 1).sum()
}

fn write_home() -> PathBuf {
    let home = std::env::temp_dir().join(format!("care-benchmark-{}", std::process::id()));
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(home.join("children")).unwrap();
    let put = |file: &str, text: String| fs::write(home.join(file), text).unwrap();
    put("care.toml", "format = 1\n[school]\nname = \"测试小学\"\n".to_owned());
    put("calendar.toml", (2022..2025).map(year).collect());
    put("rules.toml", include_str!("../../data-template/presets/guzhuang.toml").to_owned());
    put("staff.toml", (0..20).map(person).collect());
    for number in 0..CHILDREN {
        put(&format!("children/{}.toml", child_id(number)), child(number));
    }
    write_logs(&home);
    home
}

fn year(year: i32) -> String {
    let next = year + 1;
    format!(
        "[[term]]\nid = \"{year}-{next}-1\"\nyear = \"{year}-{next}\"\nfirst = {year}-09-01\n\
         last = {next}-01-15\n\n[[term]]\nid = \"{year}-{next}-2\"\nyear = \"{year}-{next}\"\n\
         first = {next}-02-17\nlast = {next}-07-04\n\n"
    )
}

fn person(number: u32) -> String {
    format!(
        "[[staff]]\nid = \"T{number:05}\"\nname = \"教师{number}\"\n\
         roles = [{{ role = \"head_teacher\", class = \"2020-{number}\", from = 2022-09-01 }}]\n\n"
    )
}

fn child_id(number: u32) -> String {
    format!("C{number:05}")
}

fn child(number: u32) -> String {
    let class = number % 20;
    format!(
        "id = \"{}\"\nname = \"儿童{number}\"\nsex = \"female\"\nclass = \"2020-{class}\"\n\
         care_type = \"grandparent\"\nrisk = \"low\"\naddress = \"某村某组\"\n\n[father]\n\
         name = \"父亲\"\nphone = [\"13900000000\"]\naway = true\nwork_place = \"某市\"\n\n[carer]\n\
         name = \"奶奶\"\nrelation = \"grandmother\"\nphone = [\"13900000001\"]\n\n[[pair]]\n\
         staff = \"T{class:05}\"\nrole = \"pair_teacher\"\nfrom = 2022-09-01\n\n[[spell]]\n\
         joined = 2022-09-01\n",
        child_id(number)
    )
}

/// Every child is served in every month of a term, but for one in fifty.
fn write_logs(home: &Path) {
    let mut next = 0u64;
    let mut first = NaiveDate::from_ymd_opt(2022, 9, 1).unwrap();
    while first.year() < 2025 || first.month() < 7 {
        if ![2, 7, 8].contains(&first.month()) {
            for register in ["talk", "guardian_contact", "family_call", "visit"] {
                let mut text = HEADER.to_owned();
                for number in (0..CHILDREN).filter(|n| !(n + first.month()).is_multiple_of(50)) {
                    let date = first + Days::new(u64::from(number % 26));
                    let class = number % 20;
                    let _ = writeln!(
                        text,
                        "E{next:010},{date},{},T{class:05},made,一切正常，孩子情绪稳定,\
                         {date}T16:30:00+08:00,,",
                        child_id(number)
                    );
                    next += 1;
                }
                let folder = home.join("log").join(register);
                fs::create_dir_all(&folder).unwrap();
                fs::write(folder.join(first.format("%Y-%m.csv").to_string()), text).unwrap();
            }
        }
        first = (first + Days::new(31)).with_day(1).unwrap();
    }
}
