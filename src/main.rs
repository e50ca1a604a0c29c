//! The door: words, clock, folder and environment in; exit code out.

mod pager;
mod progress;
mod terminal;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::rc::Rc;

use care::{Call, Pager, read_apart, run};
use terminal_size::{Height, Width, terminal_size};

#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
fn main() -> ExitCode {
    live_on_at_a_full_disk();
    let args = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    let args: Vec<String> = args.collect();
    if let [word, letters] = &args[..]
        && word == read_apart::WORD
    {
        read_apart::work(letters, &mut io::stdin().lock(), &mut io::stdout().lock());
        return ExitCode::SUCCESS;
    }
    let call = Call {
        // A double click opens a window of its own.
        closes: cfg!(windows) && args.is_empty(),
        args,
        now: chrono::Utc::now(),
        directory: std::env::current_dir().unwrap_or_default(),
        program: std::env::current_exe().ok(),
        home: std::env::var_os("CARE_DIR").filter(|dir| !dir.is_empty()).map(PathBuf::from),
        speaks: std::env::var("CARE_LANG").ok(),
        locale: sys_locale::get_locale(),
        letters,
        open,
        ask: io::stdin().is_terminal().then(|| Rc::new(terminal::hear) as _),
        input: terminal::input,
        progress: progress::show,
        width: size("COLUMNS", |(width, _)| width.0),
        pager: size("LINES", |(_, height)| height.0)
            .map(|height| Pager { height, show: pager::show }),
        user: user(),
        completing: std::env::var("CARE_COMPLETE").ok().filter(|shell| !shell.is_empty()),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    let code = run(&call, &mut out, &mut err);
    let _ = out.flush();
    ExitCode::from(code)
}

/// Who runs the program, as each system says it.
fn user() -> Option<String> {
    // Other programs may have set the names of other systems.
    let names = match cfg!(windows) {
        true => ["USERNAME", "USER", "LOGNAME"],
        false => ["USER", "LOGNAME", "USERNAME"],
    };
    let said = names.into_iter().filter_map(std::env::var_os);
    said.map(|name| name.to_string_lossy().into_owned()).find(|name| !name.trim().is_empty())
}

/// How the terminal writes letters: what the environment says of it, or Windows' code page.
fn letters() -> Option<String> {
    if cfg!(windows) {
        let said = Command::new("chcp.com").output().ok()?;
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let page: String = said.chars().filter(char::is_ascii_digit).collect();
        return Some(page).filter(|own| !own.is_empty());
    }
    let said = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(std::env::var_os);
    let mut said = said.map(|own| own.to_string_lossy().into_owned()).filter(|own| !own.is_empty());
    let said = said.next()?;
    Some(said.split_once('.').map_or("ASCII", |(_, letters)| letters).to_owned())
}

/// Opens a file with the machine's own program for it; was there one?
fn open(file: &Path) -> bool {
    let mut command = match cfg!(windows) {
        true => Command::new("explorer.exe"),
        false => Command::new("xdg-open"),
    };
    // Where nobody sits at a screen, nothing is to be opened.
    let is_seen = io::stderr().is_terminal();
    command.arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    is_seen && command.spawn().is_ok()
}

/// The line of the pager: `CARE_PAGER`, else `PAGER`, else `less`, so that it ends by itself when
/// all fits. On Windows none unless one is asked for: `more` breaks Chinese there.
fn pager() -> Option<String> {
    let names = ["CARE_PAGER", "PAGER"].into_iter();
    let mut said = names.filter_map(|name| std::env::var(name).ok());
    let is_plain = std::env::var("TERM").is_ok_and(|terminal| terminal == "dumb");
    let usual = (!cfg!(windows) && !is_plain).then(|| "less -FRX".to_owned());
    said.next().or(usual)
}

/// How wide or high the terminal is that shows the answer, when it or a word of the environment
/// says so.
fn size(said_by: &str, side: fn((Width, Height)) -> u16) -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    let said = std::env::var(said_by).ok().and_then(|size| size.trim().parse().ok());
    said.or_else(|| terminal_size().map(|own| usize::from(side(own)))).filter(|size| *size > 0)
}

/// A file size limit is told as an error of the write, not by ending the program half-way.
#[cfg(unix)]
fn live_on_at_a_full_disk() {
    let told = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    // Where the signal cannot be taken, the limit ends the program, as it would have anyway.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, told);
}

#[cfg(not(unix))]
fn live_on_at_a_full_disk() {}
