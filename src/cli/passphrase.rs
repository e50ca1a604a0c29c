//! The passphrase of a backup: typed by a person, or the first line of a file that only its owner
//! reads.

use std::path::Path;

use super::context::{Context, STANDARD_INPUT};
use super::failure::{Choosing, Failure};
use crate::lang::backup_words::BackupSaid;
use crate::storage::disk;
use crate::storage::encoding::{self, NoText};

/// A shorter one is guessed.
const LEAST: usize = 8;

/// The passphrase for a new backup: of a file, or typed twice.
pub fn new_one(context: &Context, file: Option<&Path>) -> Result<String, Failure> {
    let lang = context.lang;
    let passphrase = match file {
        Some(file) => of_file(context, file)?,
        None => {
            let first = typed(context, "passphrase", &BackupSaid::AskNew)?;
            let again = typed(context, "passphrase again", &BackupSaid::AskAgain)?;
            if first != again {
                return Err(Failure::Refused(vec![BackupSaid::Unlike.text(lang)]));
            }
            first
        }
    };
    if passphrase.chars().count() < LEAST {
        return Err(Failure::Refused(vec![BackupSaid::TooShort { least: LEAST }.text(lang)]));
    }
    Ok(passphrase)
}

/// The passphrase of a backup that has one.
pub fn old_one(context: &Context, file: Option<&Path>) -> Result<String, Failure> {
    match file {
        Some(file) => of_file(context, file),
        None => typed(context, "passphrase", &BackupSaid::AskOld),
    }
}

/// What a person typed, or the question.
fn typed(context: &Context, about: &str, question: &BackupSaid) -> Result<String, Failure> {
    if let Some((_, line)) = context.chosen.iter().find(|(own, _)| own == about) {
        return Ok(line.clone());
    }
    Err(Failure::Choose(Choosing {
        about: about.to_owned(),
        question: question.text(context.lang),
        refused: vec![BackupSaid::NobodyToAsk.text(context.lang)],
        left: None,
    }))
}

fn of_file(context: &Context, file: &Path) -> Result<String, Failure> {
    let lang = context.lang;
    let shown = file.display().to_string();
    let refused = |said: BackupSaid| Failure::Usage(vec![said.text(lang)]);
    let bytes = context.bytes_of(file)?;
    let bytes = bytes.ok_or_else(|| refused(BackupSaid::NoFile { path: &shown }))?;
    let is_file = file.as_os_str() != STANDARD_INPUT;
    if is_file && disk::readable_by_others(&context.directory.join(file)) {
        return Err(refused(BackupSaid::PassphraseOpen { file: &shown }));
    }
    match encoding::secret(&bytes) {
        Ok(Some(line)) => Ok(line.trim().to_owned()),
        Ok(None) => Err(refused(BackupSaid::NoPassphrase { file: &shown })),
        Err(NoText) => Err(refused(BackupSaid::PassphraseNoText { file: &shown })),
    }
}
