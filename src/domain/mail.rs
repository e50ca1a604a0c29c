//! `[mail]` of `care.toml`: by which way mail goes, to whom, and how much it shows.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate, Weekday};

use unicode_normalization::UnicodeNormalization;

use super::mask::Mask;
use super::spans::days_earlier;

/// By which way mail leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    Smtp,
    /// The machine's own mail program, as `sendmail -t -i`.
    Sendmail,
    /// One `.eml` file for each mail.
    Eml,
}

/// The words for the ways.
pub const TRANSPORTS: [(&str, Transport); 3] =
    [("smtp", Transport::Smtp), ("sendmail", Transport::Sendmail), ("eml", Transport::Eml)];

/// How the connection to the server is kept from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    Starttls,
    Tls,
    /// In the clear: to this very machine only.
    Nothing,
}

/// The words for it.
pub const SECURITIES: [(&str, Security); 3] =
    [("starttls", Security::Starttls), ("tls", Security::Tls), ("none", Security::Nothing)];

/// The days on which a sign of life may go.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// What `[mail]` says. Paths are relative to the home's folder.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The sender, as `留守儿童之家 <care@school.example>`.
    pub from: Option<String>,
    pub transport: Transport,
    pub server: Option<String>,
    pub port: Option<u16>,
    pub security: Security,
    pub user: Option<String>,
    pub password_file: Option<PathBuf>,
    pub password_command: Vec<String>,
    /// The school's own certificate authority, trusted besides those of the system.
    pub ca_file: Option<PathBuf>,
    pub sendmail: PathBuf,
    /// Where `.eml` files go.
    pub folder: PathBuf,
    /// Ids of staff, or addresses, that get the summary.
    pub summary_to: Vec<String>,
    pub mask: Mask,
    pub due_days: u32,
    /// After how many days a row also goes to the next person up.
    pub escalate_days: u32,
    /// The day of the weekly sign of life.
    pub heartbeat: Option<Weekday>,
    /// Do lists go outside of terms as well?
    pub in_holidays: bool,
}

impl Default for Mail {
    fn default() -> Mail {
        Mail {
            from: None,
            transport: Transport::Smtp,
            server: None,
            port: None,
            security: Security::Starttls,
            user: None,
            password_file: None,
            password_command: Vec::new(),
            ca_file: None,
            sendmail: PathBuf::from("/usr/sbin/sendmail"),
            folder: PathBuf::from(".care/outbox"),
            summary_to: Vec::new(),
            mask: Mask::Partial,
            due_days: 7,
            escalate_days: 14,
            heartbeat: Some(Weekday::Mon),
            in_holidays: false,
        }
    }
}

impl Mail {
    /// The port: the one written, else the customary one.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::Starttls => 587,
            Security::Tls => 465,
            Security::Nothing => 25,
        })
    }

    /// The last day up to `today` on which a sign of life was to go.
    pub fn heartbeat_due(&self, today: NaiveDate) -> Option<NaiveDate> {
        let behind = today.weekday().days_since(self.heartbeat?);
        Some(days_earlier(today, behind))
    }
}

/// Is it an address by its form: plain letters, one `@`, something on either side?
pub fn is_address(text: &str) -> bool {
    let is_plain = |part: &str| {
        let fits = |byte: u8| byte.is_ascii_graphic() && !b"@,;:<>()[]\"\\".contains(&byte);
        !part.is_empty() && part.bytes().all(fits)
    };
    let is_domain = |domain: &str| !domain.split('.').any(str::is_empty);
    text.split_once('@')
        .is_some_and(|(own, domain)| is_plain(own) && is_plain(domain) && is_domain(domain))
}

/// The mailbox that an address means, however it is spelled.
pub fn mailbox(text: &str) -> String {
    text.nfkc().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Which kind of mail it is. One of each kind goes to a person a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailKind {
    /// What one person ought to do.
    List,
    /// All of it, by class and person.
    Summary,
    /// That all is well, so that silence is never taken for it.
    Heartbeat,
    /// That there is no list, because records cannot be read.
    Fault,
}

impl MailKind {
    /// Its code in the ledger and in file names.
    pub fn code(self) -> &'static str {
        match self {
            MailKind::List => "list",
            MailKind::Summary => "summary",
            MailKind::Heartbeat => "heartbeat",
            MailKind::Fault => "fault",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_plain_letters_and_one_sign_between_them() {
        assert!(is_address("liumin@school.example"));
        for text in
            ["ＬＭ＠school.example", "ＬＭ@school.example", "liumin", "a@b@c", "@b", "a b@c"]
        {
            assert!(!is_address(text), "{text}");
        }
        assert_eq!(mailbox("ＬＭ＠School.example"), "lm@school.example");
    }

    #[test]
    fn the_sign_of_life_of_a_monday_is_still_due_on_the_sunday_after() {
        let mail = Mail::default();
        let day = |d| NaiveDate::from_ymd_opt(2024, 11, d).unwrap();
        assert_eq!(mail.heartbeat_due(day(18)), Some(day(18)));
        assert_eq!(mail.heartbeat_due(day(24)), Some(day(18)));
        assert_eq!(Mail { heartbeat: None, ..mail }.heartbeat_due(day(18)), None);
    }
}
