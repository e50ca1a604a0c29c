//! Reading `[mail]` of `care.toml`.

use std::path::PathBuf;

use super::table::Table;
use crate::domain::mail::{Mail, SECURITIES, TRANSPORTS, WEEKDAYS};
use crate::domain::mask::MASKS;

/// The word that turns the sign of life off.
const NEVER: &str = "never";

/// The settings of mail; keys that are not there have their customary values.
pub fn read(table: Table) -> Mail {
    let usual = Mail::default();
    let text = |key| table.text(key).map(str::to_owned);
    let path = |key| table.text(key).map(PathBuf::from);
    let texts = |key| {
        let found = table.texts(key).unwrap_or_default().into_iter();
        found.map(|(text, _)| text.to_owned()).collect()
    };
    let mail = Mail {
        from: text("from"),
        transport: choice(&table, "transport", &TRANSPORTS).unwrap_or(usual.transport),
        server: text("server"),
        port: table.at_least("port", 1).and_then(|port| u16::try_from(port).ok()),
        security: choice(&table, "security", &SECURITIES).unwrap_or(usual.security),
        user: text("user"),
        password_file: path("password_file"),
        password_command: texts("password_command"),
        ca_file: path("ca_file"),
        sendmail: path("sendmail").unwrap_or(usual.sendmail),
        folder: path("folder").unwrap_or(usual.folder),
        summary_to: texts("summary_to"),
        mask: choice(&table, "mask", &MASKS).unwrap_or(usual.mask),
        due_days: table.at_least("due_days", 0).unwrap_or(usual.due_days),
        escalate_days: table.at_least("escalate_days", 1).unwrap_or(usual.escalate_days),
        heartbeat: match table.text("heartbeat") {
            None => usual.heartbeat,
            Some(NEVER) => None,
            Some(_) => choice(&table, "heartbeat", &WEEKDAYS),
        },
        in_holidays: table.truth("in_holidays").unwrap_or(usual.in_holidays),
    };
    table.table("x");
    table.finish();
    mail
}

fn choice<T: Copy>(table: &Table, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
    let names: Vec<&'static str> = words.iter().map(|(word, _)| *word).collect();
    let word = table.one_of(key, &names)?;
    words.iter().find(|(own, _)| *own == word).map(|(_, value)| *value)
}
