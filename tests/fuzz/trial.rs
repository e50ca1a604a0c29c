//! One input tried on its parser: it must not panic, take long, or answer other than it should.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::home::Desk;
use crate::oracles::Parser;

/// No input may take longer.
const LONGEST: Duration = Duration::from_millis(100);

/// Tries inputs.
pub struct Trial<'d> {
    desk: &'d Desk,
    seed: u64,
    careful: bool,
    tried: u64,
}

impl<'d> Trial<'d> {
    /// Trials of one seed.
    pub fn new(desk: &'d Desk, seed: u64) -> Trial<'d> {
        Trial { desk, seed, careful: std::env::var_os("CARE_CAREFUL").is_some(), tried: 0 }
    }

    /// Tries an input and returns what was answered, as a number to compare; or what is wrong,
    /// with the place where the input is kept.
    pub fn hold(&mut self, parser: &Parser, input: &[u8]) -> Result<u64, String> {
        self.tried += 1;
        if self.careful {
            keep(parser.name, "last", input);
        }
        self.answer(parser, input).map_err(|wrong| {
            let (name, seed, tried) = (parser.name, self.seed, self.tried);
            let kept = keep(name, &format!("{seed}-{tried}"), input);
            let (kept, input) = (kept.display(), input.escape_ascii());
            format!("{name}, seed {seed}, input {tried}: {wrong}\n{input}\nkept in {kept}\n")
        })
    }

    fn answer(&self, parser: &Parser, input: &[u8]) -> Result<u64, String> {
        let turn = usize::try_from(self.tried).unwrap();
        let try_once = || {
            let held = catch_unwind(AssertUnwindSafe(|| (parser.hold)(self.desk, input, turn)));
            held.unwrap_or_else(|_| Err("it panics".to_owned()))
        };
        let begun = Instant::now();
        let answer = try_once()?;
        let longest = LONGEST * parser.readings;
        if begun.elapsed() < longest {
            return Ok(answer);
        }
        // A busy machine is no fault of the parser's: only what is slow each time is slow.
        let took = (0..5).map(|_| time_of(try_once)).min().unwrap();
        if took < longest { Ok(answer) } else { Err(format!("it takes {took:?}")) }
    }
}

/// How long something takes; where that can be told, without the time that others took.
fn time_of<T>(act: impl FnOnce() -> T) -> Duration {
    let (begun, before) = (Instant::now(), on_processor());
    act();
    let on_processor =
        before.zip(on_processor()).map(|(before, after)| after.saturating_sub(before));
    on_processor.unwrap_or_else(|| begun.elapsed())
}

/// How long this thread was on a processor, as Linux tells.
fn on_processor() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Writes an input where it is found again, and returns the place.
fn keep(parser: &str, name: &str, input: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz").join(parser);
    let path = folder.join(name);
    fs::create_dir_all(&folder).and_then(|()| fs::write(&path, input)).unwrap();
    path
}
