//! What is kept of closed months and of children changes no answer, whatever happens to the records
//! and to it.

use std::fs::{self, File, FileTimes};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, SystemTime};

use care::{Call, run, with_disk};
use chrono::{TimeZone, Utc};

use crate::naive::rng::Rng;
use crate::number;
use crate::of_long_ago::OfLongAgo;

/// How many homes a plain `cargo test` goes through.
const HOMES: u64 = 30;

type Mishap = fn(&Path, &mut Rng);

/// What is asked.
const QUESTIONS: [&[&str]; 6] = [
    &["overdue"],
    &["overdue"],
    &["overdue", "--level", "inform"],
    &["due"],
    &["obligations"],
    &["rates", "--by", "class"],
];

/// Gives the new bytes of a file.
type Edit = fn(&[u8], &mut Rng) -> Vec<u8>;

/// What happens between two questions.
const MISHAPS: [(&str, Mishap); 17] = [
    ("nothing", |_, _| {}),
    ("a letter changed in an old log", |home, rng| change(home, rng, another_letter)),
    ("a day changed in an old log", |home, rng| change(home, rng, another_day)),
    ("a day changed in a child's file", |home, rng| change_in(home, "children", rng, another_day)),
    ("a day changed in the staff's file", |home, rng| {
        change_in(home, "staff.toml", rng, another_day);
    }),
    ("a letter changed in a child's file", |home, rng| {
        change_in(home, "children", rng, another_letter);
    }),
    ("a day changed in the calendar", |home, rng| {
        change_in(home, "calendar.toml", rng, another_day);
    }),
    ("a letter changed in the rules", |home, rng| {
        change_in(home, "rules.toml", rng, another_letter);
    }),
    ("a line cut off an old log", |home, rng| change(home, rng, without_a_line)),
    ("a line twice in an old log", |home, rng| change(home, rng, with_a_line_twice)),
    ("an old log gone", |home, rng| remove(home, rng, "log")),
    ("a child gone", |home, rng| remove(home, rng, "children")),
    ("times of whole seconds", |home, _| set_times(home, None)),
    ("times ahead of the clock", |home, _| set_times(home, Some(true))),
    ("a byte changed in what is kept", a_byte_changed),
    ("what is kept cut short", cut_short),
    ("the keepings of two registers changed for each other", exchanged),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    let mut all: Vec<_> = entries.flat_map(|entry| below(entry.unwrap().path())).collect();
    all.sort();
    all
}

fn pick(folder: &Path, rng: &mut Rng) -> Option<PathBuf> {
    let all = files(folder);
    (!all.is_empty()).then(|| rng.pick(&all).clone())
}

fn kept(home: &Path) -> PathBuf {
    home.join(".care/cache")
}

/// Changes a file in place and leaves it the time that it had.
fn change(home: &Path, rng: &mut Rng, how: Edit) {
    change_in(home, "log", rng, how);
}

fn change_in(home: &Path, part: &str, rng: &mut Rng, how: Edit) {
    let Some(log) = pick(&home.join(part), rng) else { return };
    let before = fs::metadata(&log).unwrap().modified().unwrap();
    fs::write(&log, how(&fs::read(&log).unwrap(), rng)).unwrap();
    let log = File::options().write(true).open(&log).unwrap();
    log.set_times(FileTimes::new().set_modified(before)).unwrap();
}

fn another_letter(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let letters = bytes.iter().enumerate().filter(|(_, own)| own.is_ascii_alphanumeric());
    let letters: Vec<usize> = letters.map(|(at, _)| at).collect();
    let at = *rng.pick(&letters);
    bytes[at] = *rng.pick(b"0123abcXYZ");
    bytes
}

fn another_day(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let days: Vec<usize> = text.match_indices("-0").map(|(at, _)| at + 2).collect();
    if !days.is_empty() {
        bytes[*rng.pick(&days)] = *rng.pick(b"123456789");
    }
    bytes
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|own| *own == b'\n').map(<[u8]>::to_vec).collect()
}

fn without_a_line(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut own = lines(bytes);
    if own.len() > 1 {
        let places: Vec<usize> = (1..own.len()).collect();
        own.remove(*rng.pick(&places));
    }
    own.concat()
}

fn with_a_line_twice(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let own = lines(bytes);
    [bytes, rng.pick(&own).as_slice()].concat()
}

fn remove(home: &Path, rng: &mut Rng, folder: &str) {
    if let Some(file) = pick(&home.join(folder), rng) {
        fs::remove_file(file).unwrap();
    }
}

/// All logs get one time: a fine one before or ahead of the clock, or one of a file system that
/// knows every other second only.
fn set_times(home: &Path, ahead: Option<bool>) {
    // In 2026, and in 2100.
    let seconds = if ahead == Some(true) { 4_102_444_800 } else { 1_767_225_600 };
    let part = u32::from(ahead.is_some());
    let time = SystemTime::UNIX_EPOCH + Duration::new(seconds, part);
    for log in files(&home.join("log")) {
        let log = File::options().write(true).open(log).unwrap();
        log.set_times(FileTimes::new().set_modified(time)).unwrap();
    }
}

fn a_byte_changed(home: &Path, rng: &mut Rng) {
    let Some(file) = pick(&kept(home), rng) else { return };
    let mut bytes = fs::read(&file).unwrap();
    let places: Vec<usize> = (0..bytes.len()).collect();
    bytes[*rng.pick(&places)] ^= 1;
    fs::write(file, bytes).unwrap();
}

fn cut_short(home: &Path, rng: &mut Rng) {
    let Some(file) = pick(&kept(home), rng) else { return };
    let bytes = fs::read(&file).unwrap();
    let lengths: Vec<usize> = (0..bytes.len()).collect();
    fs::write(file, &bytes[..*rng.pick(&lengths)]).unwrap();
}

fn exchanged(home: &Path, rng: &mut Rng) {
    let (Some(one), Some(other)) = (pick(&kept(home), rng), pick(&kept(home), rng)) else { return };
    let (own, others) = (fs::read(&one).unwrap(), fs::read(&other).unwrap());
    fs::write(one, others).unwrap();
    fs::write(other, own).unwrap();
}

fn answer(home: &Path, words: &[&str], today: &str) -> (u8, String, String) {
    answer_on(OfLongAgo { is_timeless: false }, home, words, today)
}

fn answer_on(disk: OfLongAgo, home: &Path, words: &[&str], today: &str) -> (u8, String, String) {
    let fixed = ["--today", today, "--format", "json"];
    let words = words.iter().chain(&fixed).map(ToString::to_string).collect();
    let call = Call::new(words, Utc.with_ymd_and_hms(2030, 1, 1, 4, 0, 0).unwrap(), home.into());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = with_disk(Rc::new(disk), || run(&call, &mut out, &mut err));
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// Where there is no folder of this machine, nothing is kept.
fn answer_without(home: &Path, words: &[&str], today: &str) -> (u8, String, String) {
    let aside = home.join(".aside");
    fs::rename(home.join(".care"), &aside).unwrap();
    let answered = answer(home, words, today);
    assert!(!home.join(".care").exists(), "whoever only reads makes no folder");
    fs::rename(aside, home.join(".care")).unwrap();
    answered
}

/// A golden home of two years of which few logs are left, so that some children were never
/// visited for years; of this machine.
fn begin(home: &Path, rng: &mut Rng) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut homes: Vec<_> = fs::read_dir(&golden).unwrap().map(|own| own.unwrap().path()).collect();
    homes.sort();
    let golden = rng.pick(&homes).join("home");
    let _ = fs::remove_dir_all(home);
    fs::create_dir_all(home.join(".care")).unwrap();
    for file in files(&golden) {
        let below = file.strip_prefix(&golden).unwrap();
        if below.starts_with("log") && rng.chance(85) {
            continue;
        }
        fs::create_dir_all(home.join(below).parent().unwrap()).unwrap();
        fs::copy(&file, home.join(below)).unwrap();
    }
}

#[test]
fn what_is_kept_of_closed_months_and_children_changes_no_answer() {
    let (first, count) = (number("CARE_FIRST", 1), number("CARE_KEPT_HOMES", HOMES));
    let folder = std::env::temp_dir().join(format!("care-kept-{}", std::process::id()));
    let mut homes_with_keepings = 0;
    for seed in first..first + count {
        let mut rng = Rng::new(seed);
        let mut has_kept = false;
        begin(&folder, &mut rng);
        for _ in 0..10 {
            let (name, happen) = *rng.pick(&MISHAPS);
            let today = *rng.pick(&["2025-01-10", "2025-10-15", "2025-12-20", "2026-01-09"]);
            let words = *rng.pick(&QUESTIONS);
            let compare = |place: &str| {
                let plain = answer_without(&folder, words, today);
                for _ in 0..2 {
                    assert_eq!(answer(&folder, words, today), plain, "seed {seed}, {today}{place}");
                }
                plain.0
            };
            compare("");
            has_kept |= !files(&kept(&folder)).is_empty();
            happen(&folder, &mut rng);
            // The next writing is another tick of the disk's clock.
            std::thread::sleep(Duration::from_millis(10));
            if compare(&format!(", after this: {name}")) > 1 {
                begin(&folder, &mut rng);
            }
        }
        homes_with_keepings += u64::from(has_kept);
    }
    let _ = fs::remove_dir_all(&folder);
    assert!(homes_with_keepings * 2 > count, "{homes_with_keepings} of {count}");
}

#[test]
fn where_a_disk_tells_no_times_last_dates_are_kept_by_what_stands_in_the_logs() {
    let folder = std::env::temp_dir().join(format!("care-timeless-{}", std::process::id()));
    let mut homes_with_keepings = 0;
    for seed in 1..=5 {
        let mut rng = Rng::new(seed);
        begin(&folder, &mut rng);
        let ask = || {
            let disk = OfLongAgo { is_timeless: true };
            answer_on(disk, &folder, &["overdue"], "2025-12-20")
        };
        let plain = answer_without(&folder, &["overdue"], "2025-12-20");
        assert_eq!((ask(), ask()), (plain.clone(), plain), "seed {seed}");
        homes_with_keepings += u64::from(!files(&kept(&folder)).is_empty());
        assert!(!kept(&folder).join("children").exists(), "of children only times are trusted");
        change(&folder, &mut rng, another_day);
        assert_eq!(ask(), answer_without(&folder, &["overdue"], "2025-12-20"), "seed {seed}");
    }
    let _ = fs::remove_dir_all(&folder);
    assert!(homes_with_keepings > 0, "nothing was kept");
}

#[test]
fn a_child_that_is_kept_has_the_fault_of_naming_somebody_who_is_gone() {
    let folder = std::env::temp_dir().join(format!("care-gone-{}", std::process::id()));
    let ask = || answer(&folder, &["overdue"], "2025-01-10");
    let first_pair = || {
        let children = files(&folder.join("children")).into_iter();
        let texts: Vec<String> = children.map(|own| fs::read_to_string(own).unwrap()).collect();
        let pair = texts.iter().find_map(|own| own.split("[[pair]]\nstaff = \"").nth(1))?;
        Some(pair.split('"').next().unwrap().to_owned())
    };
    // Not every home has pairs, or is whole without most of its logs.
    let begun = (1..100).find_map(|seed| {
        begin(&folder, &mut Rng::new(seed));
        let is_kept = ask().0 < 2 && kept(&folder).join("children").exists();
        first_pair().filter(|_| is_kept)
    });
    let named = begun.unwrap();
    let staff = folder.join("staff.toml");
    let text = fs::read_to_string(&staff).unwrap();
    fs::write(&staff, text.replace(&named, "T00000")).unwrap();
    let (code, _, err) = ask();
    assert!(code == 3 && err.contains(&named) && err.contains("children/"), "{code}: {err}");
    assert_eq!(ask(), answer_without(&folder, &["overdue"], "2025-01-10"));
    let _ = fs::remove_dir_all(&folder);
}
