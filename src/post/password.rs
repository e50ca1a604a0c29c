//! The password of the mail server: from a command, or from a file that only its owner reads.

use std::path::Path;
use std::process::Command;

use super::fate::Lack;
use super::program;
use crate::domain::mail::Mail;
use crate::storage::disk;

/// The password; `None` when the settings name no place for one.
pub fn password(root: &Path, mail: &Mail) -> Result<Option<String>, Lack> {
    let failed = |reason: String| Lack::Password { reason };
    if let Some((program, words)) = mail.password_command.split_first() {
        let mut command = Command::new(program);
        let ended = program::run(command.args(words).current_dir(root), Vec::new());
        let ended = ended.map_err(|error| failed(format!("{program}: {error}")))?;
        if !ended.status.is_some_and(|status| status.success()) {
            // Its own words may hold what it was to keep.
            return Err(failed(format!("{program}: {}", ended.end())));
        }
        return first_line(&ended.out).map(Some).ok_or_else(|| failed(program.clone()));
    }
    let Some(file) = &mail.password_file else { return Ok(None) };
    let path = root.join(file);
    if disk::readable_by_others(&path) {
        return Err(Lack::PasswordOpen { file: path });
    }
    let shown = path.display().to_string();
    let bytes = disk::read(&path).map_err(|error| failed(format!("{shown}: {}", error.source)))?;
    let bytes = bytes.ok_or_else(|| failed(format!("{shown}: -")))?;
    first_line(&bytes).map(Some).ok_or_else(|| failed(shown))
}

fn first_line(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    // Some editors begin a file with a mark.
    let text = text.trim_start_matches('\u{feff}');
    text.lines().next().filter(|line| !line.is_empty()).map(str::to_owned)
}
