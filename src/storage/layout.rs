//! Every path and file name of a home, once.

use std::path::{Component, Path, PathBuf};

use crate::domain::id::Id;
use crate::domain::month::Month;

/// The file that makes a folder a home.
pub const SETTINGS: &str = "care.toml";
pub const CALENDAR: &str = "calendar.toml";
pub const RULES: &str = "rules.toml";
pub const STAFF: &str = "staff.toml";
pub const CHILDREN: &str = "children";
pub const LOG: &str = "log";
pub const REGISTERS: &str = "registers";
/// The school's own forms.
pub const FORMS: &str = "forms";
/// The school's own words in its reports.
pub const REPORT: &str = "report";
/// The school's score sheets.
pub const SHEETS: &str = "sheets";
/// This machine's own folder; never in git.
pub const MACHINE: &str = ".care";
/// The file that is locked while a command writes.
pub const LOCK: &str = ".care/lock";
/// Who holds the lock, for whoever waits.
pub const HOLDER: &str = ".care/holder";
/// The file that is locked while mail is sent, and who sends it.
pub const MAIL_LOCK: &str = ".care/mail.lock";
pub const MAIL_HOLDER: &str = ".care/mail.holder";
/// Which mails went, and what became of them.
pub const SENT_MAIL: &str = ".care/mail";
pub const SENT_MAIL_BEING_WRITTEN: &str = ".care/mail.tmp";
/// What a command saves, until it is applied.
pub const JOURNAL: &str = ".care/journal";
pub const JOURNAL_BEING_WRITTEN: &str = ".care/journal.tmp";
/// Who saw what is not open, a line for each look, and the file that is locked to add one.
pub const ACCESS: &str = ".care/access";
pub const ACCESS_LOCK: &str = ".care/access.lock";
/// Torn tails that were set aside.
pub const QUARANTINE: &str = ".care/quarantine";
/// What this machine changed, a line for each batch, with what is needed to take it back.
pub const LEDGER: &str = ".care/ledger";
/// The newest instant of entry that this machine has written.
pub const CLOCK: &str = ".care/clock";
pub const CLOCK_BEING_WRITTEN: &str = ".care/clock.tmp";
/// When a backup was last made, and into what folder.
pub const BACKUP: &str = ".care/backup";
/// What the headings of the school's own sheets mean.
pub const HEADINGS: &str = ".care/headings";
/// The slips that went out with phones, and the secret by which they are known.
pub const SLIPS: &str = ".care/slips";
pub const SLIP_SECRET: &str = ".care/slips/secret";
/// By what a copy for practising is known.
pub const PRACTICE: &str = ".care/practice";
/// The name of this machine as a writer, and to what it is bound.
pub const WRITER: &str = ".care/writer";
pub const WRITER_BEING_WRITTEN: &str = ".care/writer.tmp";
/// Where git keeps what it knows of other copies.
pub const GIT_CONFIG: &str = ".git/config";

/// The file of a child.
pub fn child(id: Id) -> String {
    format!("{CHILDREN}/{id}.toml")
}

/// What is kept of a slip.
pub fn slip(id: &str) -> String {
    format!("{SLIPS}/{id}.json")
}

/// The school's own words in the report of a span.
pub fn own_words(span: &str) -> String {
    format!("{REPORT}/{span}.md")
}

/// The folder of a register's logs.
pub fn register(name: &str) -> String {
    format!("{LOG}/{name}")
}

/// With what the paths of a register's logs of one month begin.
pub fn unit(name: &str, month: Month) -> String {
    format!("{}/{month}.", register(name))
}

/// What is kept of the children's files for lists; it can be worked out again.
pub const KEPT_CHILDREN: &str = ".care/cache/children";

/// What is kept of a register's closed months; it can be worked out again.
pub fn last_dates(register: &str) -> String {
    format!(".care/cache/last-dates/{register}")
}

/// The log of a register and month that a writer appends to.
pub fn log(register: &str, month: Month, writer: Option<&str>) -> String {
    match writer {
        Some(writer) => format!("{LOG}/{register}/{month}.{writer}.csv"),
        None => format!("{LOG}/{register}/{month}.csv"),
    }
}

/// The register of a log, by its path.
pub fn register_of(file: &str) -> Option<&str> {
    let (register, _) = file.strip_prefix(LOG)?.strip_prefix('/')?.split_once('/')?;
    Some(register)
}

/// The month of a log's file name, `2024-10.csv` or `2024-10.office.csv`.
pub fn month_of(file_name: &str) -> Option<Month> {
    let stem = file_name.strip_suffix(".csv")?;
    let (month, writer) = stem.split_once('.').map_or((stem, None), |(m, w)| (m, Some(w)));
    if writer.is_some_and(|writer| !is_writer(writer)) {
        return None;
    }
    Month::parse(month)
}

/// The register and month of a log's path.
pub fn log_of(file: &str) -> Option<(&str, Month)> {
    let (register, name) = file.strip_prefix(LOG)?.strip_prefix('/')?.split_once('/')?;
    Some((register, month_of(name)?))
}

/// Does a path name something below the home, and nothing above or beside it?
pub fn is_below(file: &str) -> bool {
    let is_name = |part| matches!(part, Component::Normal(_));
    !file.is_empty() && Path::new(file).components().all(is_name)
}

/// Does a path lead to one of a home's records, or to what this machine keeps in it? On some system
/// or other, for a home goes from one to another on a stick.
pub fn is_record(root: &Path, path: &Path) -> bool {
    let (root, path) = (folded(&straight(root)), folded(&straight(path)));
    let own = [SETTINGS, CALENDAR, RULES, STAFF, CHILDREN, LOG, REGISTERS, SHEETS, MACHINE];
    path.strip_prefix(root).is_ok_and(|below| own.iter().any(|own| below.starts_with(own)))
}

/// A path as Windows compares them: large letters are small ones, and dots and blanks at the end of
/// a name, and what follows a colon in it, are nothing.
fn folded(path: &Path) -> PathBuf {
    let folded = path.components().map(|part| match part {
        Component::Normal(name) => {
            let name = name.to_string_lossy().to_lowercase();
            let name = name.split(':').next().unwrap_or_default();
            name.trim_end_matches(['.', ' ']).into()
        }
        part => PathBuf::from(part.as_os_str()),
    });
    folded.collect()
}

/// Is this name of a file a device's on Windows, whatever its ending?
pub fn is_reserved(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    let stem = name.split(['.', ':']).next().unwrap_or_default().trim_end().to_lowercase();
    let port = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| {
        number.chars().count() == 1 && number.chars().all(|own| "0123456789¹²³".contains(own))
    });
    is_port || DEVICES.contains(&stem.as_str())
}

/// Can a file have this name on every system? A colon leads Windows into another part of a file.
pub fn is_file_name(name: &str) -> bool {
    !name.contains(':') && !is_reserved(name)
}

/// A path without the detours of `.` and `..`.
fn straight(path: &Path) -> PathBuf {
    let mut straight = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                straight.pop();
            }
            part => straight.push(part),
        }
    }
    straight
}

/// May a machine have this name as a writer?
pub fn is_writer(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    (1..=12).contains(&name.len()) && name.bytes().all(fits)
}

/// Does the name end in this extension, in any case?
pub fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own.eq_ignore_ascii_case(extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_one_however_its_name_is_written() {
        let root = Path::new("/school/Home");
        for below in [
            "care.toml",
            "CARE.TOML",
            "Staff.toml. ",
            "rules.toml::$DATA",
            "Children/C00001.toml",
            "log./talk/2024-10.csv",
            "LOG /x",
            ".CARE/ledger",
            "out/../calendar.toml",
        ] {
            assert!(is_record(root, &root.join(below)), "{below}");
        }
        assert!(is_record(root, Path::new("/school/home/log/x")));
        for below in ["out.csv", "logs/x.csv", "care.toml.csv", "名单.csv", ".caretaker"] {
            assert!(!is_record(root, &root.join(below)), "{below}");
        }
        assert!(!is_record(root, Path::new("/school/care.toml")));
    }

    #[test]
    fn a_name_that_windows_keeps_for_a_device_is_known() {
        for name in ["con", "NUL", "Aux.csv", "prn .txt", "com1", "LPT9.toml", "com¹", "conin$"] {
            assert!(is_reserved(name) && !is_file_name(name), "{name}");
        }
        for name in ["contact", "com10", "company.csv", "console.csv", "lpt", "名单.csv", ""] {
            assert!(!is_reserved(name) && is_file_name(name), "{name}");
        }
        assert!(!is_file_name("care.toml::$DATA"));
    }
}
