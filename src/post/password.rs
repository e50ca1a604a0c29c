//! The password of the mail server: from a command, or from a file that only its owner reads.

use std::path::Path;
use std::process::Command;

use super::fate::Lack;
use super::program;
use crate::domain::mail::Mail;
use crate::storage::disk;
use crate::storage::encoding::{self, NoText};

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
        return first_line(&ended.out, program.clone());
    }
    let Some(file) = &mail.password_file else { return Ok(None) };
    let path = root.join(file);
    if disk::readable_by_others(&path) {
        return Err(Lack::PasswordOpen { file: path });
    }
    let shown = path.display().to_string();
    let bytes = disk::read(&path).map_err(|error| failed(format!("{shown}: {}", error.source)))?;
    let bytes = bytes.ok_or_else(|| failed(format!("{shown}: -")))?;
    first_line(&bytes, shown)
}

/// The secret in these bytes, which came from a program or a file.
fn first_line(bytes: &[u8], from: String) -> Result<Option<String>, Lack> {
    match encoding::secret(bytes) {
        Ok(Some(line)) => Ok(Some(line)),
        Ok(None) => Err(Lack::Password { reason: from }),
        Err(NoText) => Err(Lack::PasswordNoText { from }),
    }
}
