//! A step of a change, and what it makes of a file: once, however often it is applied.

use serde::{Deserialize, Serialize};

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Whole lines at the end of a file that is `offset` bytes long; rows under this header.
    Append {
        file: String,
        offset: u64,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        header: Option<String>,
    },
    /// A new file, or one in another's place, which held `before`.
    Put { file: String, before: Option<String>, text: String },
    /// A file that goes; it held `before`.
    Remove { file: String, before: String },
}

impl Step {
    /// The path below the home.
    pub fn file(&self) -> &str {
        match self {
            Step::Append { file, .. } | Step::Put { file, .. } | Step::Remove { file, .. } => file,
        }
    }

    /// What the file held that is put in another's place or goes.
    fn before(&self) -> Option<&str> {
        match self {
            Step::Put { before, .. } => before.as_deref(),
            Step::Remove { before, .. } => Some(before),
            Step::Append { .. } => None,
        }
    }

    /// The file as it is once the step is applied, if it is there at all; `None` when somebody
    /// changed it since the step was made.
    #[expect(
        clippy::option_option,
        reason = "a file that goes is another thing than a changed one"
    )]
    pub fn after(&self, bytes: Option<&[u8]>) -> Option<Option<Vec<u8>>> {
        match self {
            Step::Put { before, text, .. } => {
                let is = |own: &str| bytes == Some(own.as_bytes());
                let fits = bytes.is_none() || is(text) || before.as_deref().is_some_and(is);
                fits.then(|| Some(text.clone().into_bytes()))
            }
            Step::Remove { before, .. } => {
                bytes.is_none_or(|bytes| bytes == before.as_bytes()).then_some(None)
            }
            Step::Append { offset, text, header, .. } => {
                let mut bytes = bytes.unwrap_or_default().to_vec();
                match lacks(&bytes, *offset, (header.as_deref(), text)) {
                    Lacks::Unclear => return None,
                    Lacks::Nothing => return Some(Some(bytes)),
                    Lacks::Text => bytes.truncate(usize::try_from(*offset).unwrap_or(usize::MAX)),
                    Lacks::TextAfterOthers => {}
                }
                bytes.extend_from_slice(text.as_bytes());
                Some(Some(bytes))
            }
        }
    }
}

/// One step for each file, so that a step that was applied is known by its file alone.
pub fn together(steps: impl IntoIterator<Item = Step>) -> Vec<Step> {
    let mut all: Vec<Step> = Vec::new();
    for step in steps {
        match (all.iter_mut().find(|own| own.file() == step.file()), step) {
            (Some(Step::Put { text: own, .. }), Step::Put { text, .. }) => *own = text,
            (
                Some(Step::Append { text: own, .. } | Step::Put { text: own, .. }),
                Step::Append { text, .. },
            ) => own.push_str(&text),
            // What comes and goes again was never there.
            (Some(Step::Put { before: None, .. }), Step::Remove { file, .. }) => {
                all.retain(|own| *own.file() != file);
            }
            (Some(own), Step::Remove { file, .. }) if own.before().is_some() => {
                let before = own.before().unwrap_or_default().to_owned();
                *own = Step::Remove { file, before };
            }
            (Some(own @ Step::Remove { .. }), Step::Put { file, text, .. }) => {
                let before = own.before().map(str::to_owned);
                *own = Step::Put { file, before, text };
            }
            (_, step) => all.push(step),
        }
    }
    all
}

/// What a file lacks of a text that was to stand at `offset`.
pub enum Lacks {
    Nothing,
    /// The text at its place; a part that an earlier try wrote is cut back first.
    Text,
    /// Somebody added lines there since: the text goes after theirs.
    TextAfterOthers,
    /// What stands there ends in a torn line of somebody else's, or is not what the text was to
    /// follow: lines were changed or went, or the header did.
    Unclear,
}

/// What a file lacks of lines that were to stand at `offset`, under a header when they are rows.
pub fn lacks(bytes: &[u8], offset: u64, (header, text): (Option<&str>, &str)) -> Lacks {
    let text = text.as_bytes();
    let start = usize::try_from(offset).unwrap_or(usize::MAX);
    let is_whole = |lines: &[u8]| lines.is_empty() || lines.ends_with(b"\n");
    // Text that begins with a line's end follows a torn line.
    let fits = |lines: &[u8]| is_whole(lines) || text.starts_with(b"\n");
    let is_under = header.is_none_or(|header| first_line(bytes) == header.as_bytes());
    let Some((_, tail)) = bytes.split_at_checked(start).filter(|(own, _)| is_under && fits(own))
    else {
        let stands = bytes.windows(text.len()).any(|own| own == text);
        return if stands { Lacks::Nothing } else { Lacks::Unclear };
    };
    // Where a file had grown and the disk had not written yet, zeros stand.
    let is_own = |(own, byte): (&u8, &u8)| own == byte || *own == 0;
    if tail.starts_with(text) || tail.windows(text.len()).any(|own| own == text) {
        Lacks::Nothing
    } else if tail.len() <= text.len() && tail.iter().zip(text).all(is_own) {
        Lacks::Text
    } else if tail.ends_with(b"\n") {
        Lacks::TextAfterOthers
    } else {
        Lacks::Unclear
    }
}

/// A log's header as it stands there.
pub fn first_line(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == b'\n').next().unwrap_or_default()
}
