//! Marks that are no letters: those that would steer a terminal or a mail, or turn a line around.

/// Is it such a mark? Line ends and tabs are.
pub fn steers(letter: char) -> bool {
    let turns = matches!(
        letter,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    );
    letter.is_control() || turns
}
