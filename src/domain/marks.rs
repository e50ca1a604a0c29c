//! Marks that are no letters: those that would steer a terminal or a mail, or turn a line around.

/// Would a shell take it for anything but a letter of a word? Names have letters, digits and the
/// dots and hyphens between their parts.
pub fn commands(letter: char) -> bool {
    !(letter.is_alphanumeric()
        || matches!(letter, '·' | '•' | '‧' | '・' | '-' | '_' | '（' | '）'))
}

/// Is it such a mark? Line ends and tabs are.
pub fn steers(letter: char) -> bool {
    // Nearly every letter of a text is one of these, which are known at a glance.
    if matches!(letter, ' '..='~' | '\u{3000}'..='\u{d7ff}') {
        return false;
    }
    let turns = matches!(
        letter,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    );
    letter.is_control() || turns
}
