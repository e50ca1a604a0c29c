//! Many writers and readers at once.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::job::make_home;
use crate::rig::{Findings, Scratch, TODAY, care, files, torture};

/// What a reader waits between two lists: sixteen that never do leave the writers no processor,
/// the less the longer the logs have grown.
fn pause() -> Duration {
    Duration::from_millis(if torture() > 1 { 2_000 } else { 300 })
}

/// One writer: rows with notes of its own, each of which must be saved.
fn write(home: &Path, writer: usize, rows: usize) -> Vec<(Duration, Option<i32>)> {
    let day = |row: usize| format!("2024-{:02}-{:02}", 9 + row / 3 % 3, 2 + row % 17);
    let one = |row: usize| {
        let note = format!("w{writer}r{row}.");
        let begun = Instant::now();
        let ran = care(
            home,
            &[
                ["log-talk", "log-visit", "log-call"][row % 3],
                "C00001",
                "--date",
                &day(row),
                "--note",
                &note,
                "--wait",
                "600",
                "-q",
                "--today",
                TODAY,
            ],
        );
        (begun.elapsed(), ran.code)
    };
    (0..rows).map(one).collect()
}

/// One reader, until the writers are done: every list can always be had.
fn read(home: &Path, reader: usize, done: &AtomicBool, bad: &Mutex<Findings>) -> usize {
    let mut runs = 0;
    while !done.load(Ordering::Relaxed) {
        let command = ["overdue", "check", "list"][(reader + runs) % 3];
        let ran = care(home, &[command, "--today", TODAY]);
        runs += 1;
        if ran.code != Some(0) {
            let said = format!("{}{}", ran.out, ran.err);
            let what = format!("a reader's {command}: {}", ran.end());
            bad.lock().unwrap().add(&what, &format!("run {runs}: {said}"));
        }
        std::thread::sleep(pause());
    }
    runs
}

fn count_rows(home: &Path, findings: &mut Findings, writers: usize, rows: usize) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (name, bytes) in files(home).iter().filter(|(name, _)| name.starts_with("log/")) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        for line in text.lines() {
            let cells: Vec<&str> = line.split(',').collect();
            let note = cells.iter().find(|cell| cell.starts_with('w') && cell.ends_with('.'));
            *seen.entry(note.unwrap_or(&"-").to_string()).or_default() += 1;
            if cells.len() != text.lines().next().unwrap().split(',').count() {
                findings.add("a torn row", &format!("{}: {line}", name.display()));
            }
        }
    }
    for (writer, row) in (0..writers).flat_map(|w| (0..rows).map(move |row| (w, row))) {
        match seen.get(&format!("w{writer}r{row}.")) {
            Some(1) => {}
            None => findings.add("a row is lost", &format!("w{writer}r{row}")),
            Some(_) => findings.add("a row is doubled", &format!("w{writer}r{row}")),
        }
    }
}

#[test]
fn many_writers_lose_double_and_tear_no_row_and_readers_are_never_disturbed() {
    // 8 writers of 20 rows; at 50 times 64 writers of 1,000.
    let (writers, rows) = match torture() {
        1 => (8, 20),
        long => (64.min(8 * long), 20 * long),
    };
    // What is tried is the lock and the order of things, not the disk: a long run is in memory.
    let home = if torture() > 1 { Scratch::new() } else { Scratch::on_disk() };
    make_home(home.path());
    let (done, left) = (AtomicBool::new(false), AtomicUsize::new(writers));
    let bad = Mutex::new(Findings::default());
    let begun = Instant::now();
    let (mut times, mut reads) = (Vec::new(), 0);
    std::thread::scope(|scope| {
        let (home, done, left, bad) = (home.path(), &done, &left, &bad);
        let writing = |writer| {
            let results = write(home, writer, rows);
            if left.fetch_sub(1, Ordering::Relaxed) == 1 {
                done.store(true, Ordering::Relaxed);
            }
            results
        };
        let writers: Vec<_> =
            (0..writers).map(|writer| scope.spawn(move || writing(writer))).collect();
        let readers: Vec<_> =
            (0..16).map(|reader| scope.spawn(move || read(home, reader, done, bad))).collect();
        for (time, code) in writers.into_iter().flat_map(|writer| writer.join().unwrap()) {
            times.push(time);
            if code != Some(0) {
                bad.lock().unwrap().add(&format!("a writer gives {code:?}"), "");
            }
        }
        reads = readers.into_iter().map(|reader| reader.join().unwrap()).sum();
    });
    let took = begun.elapsed();
    times.sort_unstable();
    let part = |percent: usize| times[(times.len() - 1) * percent / 100].as_millis();
    println!(
        "{writers} writers x {rows} rows with 16 readers ({reads} lists) in {:.1} s: \
         a write takes p50 {} ms, p99 {} ms, at most {} ms",
        took.as_secs_f64(),
        part(50),
        part(99),
        part(100)
    );
    let mut findings = bad.into_inner().unwrap();
    count_rows(home.path(), &mut findings, writers, rows);
    let check = care(home.path(), &["check", "--today", TODAY]);
    assert_eq!(check.code, Some(0), "{}", check.out);
    findings.end();
}
