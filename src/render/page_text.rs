//! Texts as pages, workbooks and documents hold them.

use unicode_width::UnicodeWidthStr;

use super::visible;

/// A text in which nothing is a mark of the page, and nothing steers it.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// A text that moves nothing: what would turn a line around is shown, and what XML has no letter
/// for.
pub fn inert(text: &str) -> String {
    let text = visible(&text.replace("\r\n", "\n"));
    let lacks = |letter: char| matches!(letter, '\u{fffe}' | '\u{ffff}');
    if !text.contains(lacks) {
        return text;
    }
    let shown = |c: char| if lacks(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

/// How wide a text is, in half Chinese letters; of several lines, the widest.
pub fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or_default()
}

/// How many lines a text takes where there is so much room.
pub fn lines(text: &str, wide: usize) -> usize {
    let wide = wide.max(1);
    text.lines().map(|line| width(line).div_ceil(wide).max(1)).sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_turn_a_line_and_letters_that_xml_lacks_are_shown() {
        assert_eq!(inert("a\u{202e}b\u{0}\u{ffff}\r\nc"), "a\\u{202e}b\\u{0}\\u{ffff}\nc");
    }
}
