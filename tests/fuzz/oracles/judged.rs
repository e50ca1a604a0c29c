//! What reads without a fault can be judged: no rule, calendar or child is so odd that a command
//! breaks over it.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::file::{answer, fit_for_a_terminal, held, validate};
use crate::home::Desk;

const FILES: [&str; 5] =
    ["rules.toml", "calendar.toml", "children/C7K3FQ.toml", "staff.toml", "care.toml"];

const COMMANDS: [&str; 9] = [
    "overdue",
    "due --days 400",
    "why C7K3FQ",
    "obligations --all --format json",
    "list --format csv",
    "show C7K3FQ",
    "rules",
    "calendar",
    "overdue --today 2025-06-30 --level advised --format json",
];

/// Tries a file in the place where it is read without a fault, if there is one.
pub fn hold(desk: &Desk, input: &[u8], turn: usize) -> Result<u64, String> {
    let begins = |text: &str| input.windows(text.len()).any(|own| own == text.as_bytes());
    let marks = ["[[rule]]", "[[term]]", "[[spell]]", "[[staff]]", "[school]"];
    let likely = FILES.iter().zip(marks).filter(|(_, mark)| begins(mark));
    for (file, _) in likely {
        let proof = validate(desk, file, input, turn)?;
        if proof.has_fault() {
            continue;
        }
        let disk = desk.with(file, input);
        let line = COMMANDS[turn % COMMANDS.len()];
        let ran = desk.run_line(&disk, line);
        held([0, 1, 2, 3].contains(&ran.code), || format!("{line} returned {}", ran.code))?;
        fit_for_a_terminal(&ran.err)?;
        let mut hasher = DefaultHasher::new();
        (answer(&proof), line, ran.code, ran.out.lines().count()).hash(&mut hasher);
        return Ok(hasher.finish());
    }
    Ok(0)
}
