//! The password of the mail server: from a command, or from a file that only its owner reads.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Lack;
use crate::domain::mail::Mail;
use crate::storage::disk;

/// The password; `None` when the settings name no place for one.
pub fn password(root: &Path, mail: &Mail) -> Result<Option<String>, Lack> {
    let failed = |reason: String| Lack::Password { reason };
    if let Some((program, words)) = mail.password_command.split_first() {
        let mut command = Command::new(program);
        command.args(words).current_dir(root).stdin(Stdio::null()).stderr(Stdio::piped());
        let output = command.output().map_err(|error| failed(format!("{program}: {error}")))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            return Err(failed(format!("{program}: {}: {said}", output.status)));
        }
        return first_line(&output.stdout).map(Some).ok_or_else(|| failed(program.clone()));
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
    text.lines().next().filter(|line| !line.is_empty()).map(str::to_owned)
}
