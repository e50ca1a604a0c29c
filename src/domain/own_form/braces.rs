//! Names in braces in a text: `{{儿童.姓名}}`. Braces and points may be full-width, as an input
//! method writes them, and blanks in a name count for nothing.

use std::ops::Range;

/// The longest name that is looked for, in letters: behind it a brace was left open.
const LONGEST: usize = 60;

/// What stands between two pairs of braces, as it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Braced {
    /// Where it stands in the text, braces and all, in bytes.
    pub at: Range<usize>,
    pub name: String,
}

/// A pair of braces without the other one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoneBrace {
    /// Opened, and never closed: what follows it.
    Open(String),
    /// Closed, and never opened: what goes before it.
    Closed(String),
}

/// The names in a text, in order, and braces that have no fellow.
pub fn braced(text: &str) -> (Vec<Braced>, Vec<LoneBrace>) {
    let (mut found, mut lone) = (Vec::new(), Vec::new());
    let mut open: Option<Range<usize>> = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let Some(brace @ ('{' | '}')) = fold(letter) else { continue };
        let Some((next, second)) = rest.next_if(|(_, own)| fold(*own) == Some(brace)) else {
            continue;
        };
        let end = next + second.len_utf8();
        match (brace, open.take()) {
            ('{', None) => open = Some(at..end),
            ('{', Some(first)) => {
                lone.push(LoneBrace::Open(beginning(text, first.end)));
                open = Some(at..end);
            }
            (_, None) => lone.push(LoneBrace::Closed(ending(text, at))),
            (_, Some(first)) => {
                let name = text.get(first.end..at).unwrap_or_default();
                if name.chars().count() > LONGEST {
                    lone.push(LoneBrace::Open(beginning(text, first.end)));
                } else {
                    found.push(Braced { at: first.start..end, name: name.to_owned() });
                }
            }
        }
    }
    lone.extend(open.map(|first| LoneBrace::Open(beginning(text, first.end))));
    (found, lone)
}

/// Are there two braces side by side, of whichever kind?
pub fn has_braces(text: &str) -> bool {
    let mut letters = text.chars().map(fold).peekable();
    while let Some(letter) = letters.next() {
        let is_brace = matches!(letter, Some('{' | '}'));
        if is_brace && letters.peek() == Some(&letter) {
            return true;
        }
    }
    false
}

/// A name as it is compared: narrow, small, and without blanks.
pub fn folded(name: &str) -> String {
    name.chars().filter_map(fold).flat_map(char::to_lowercase).collect()
}

/// A letter in its narrow form; none of a blank, or of what is not seen.
fn fold(letter: char) -> Option<char> {
    let narrow = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0)?,
        other => other,
    };
    match narrow {
        '。' | '·' | '｡' => Some('.'),
        '’' | '‘' => Some('\''),
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '_' | '-' => None,
        blank if blank.is_whitespace() || blank.is_control() => None,
        other => Some(other),
    }
}

fn beginning(text: &str, at: usize) -> String {
    text.get(at..).unwrap_or_default().chars().take(12).collect()
}

fn ending(text: &str, at: usize) -> String {
    let before: Vec<char> = text.get(..at).unwrap_or_default().chars().collect();
    before.iter().skip(before.len().saturating_sub(12)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        braced(text).0.into_iter().map(|own| own.name).collect()
    }

    #[test]
    fn names_are_found_whatever_braces_they_have() {
        assert_eq!(names("姓名：{{儿童.姓名}}，班级{{班级}}。"), ["儿童.姓名", "班级"]);
        assert_eq!(names("｛｛ 儿童．姓名 ｝｝"), [" 儿童．姓名 "]);
        assert_eq!(names("{｛x}｝"), ["x"]);
        assert_eq!(names("{x} } { {"), [""; 0]);
        let (found, lone) = braced("甲{{乙}}丙");
        assert_eq!((found[0].at.clone(), lone.len()), (3..10, 0));
    }

    #[test]
    fn a_brace_without_its_fellow_is_told() {
        let lone = |text: &str| braced(text).1;
        assert_eq!(lone("{{儿童.姓名"), [LoneBrace::Open("儿童.姓名".to_owned())]);
        assert_eq!(lone("{{儿童.姓名}"), [LoneBrace::Open("儿童.姓名}".to_owned())]);
        assert_eq!(lone("儿童.姓名}}"), [LoneBrace::Closed("儿童.姓名".to_owned())]);
        assert_eq!(lone("{{甲{{乙}}"), [LoneBrace::Open("甲{{乙}}".to_owned())]);
        assert_eq!(names("{{甲{{乙}}"), ["乙"]);
        let long = format!("{{{{{}}}}}", "长".repeat(61));
        assert!(matches!(lone(&long)[..], [LoneBrace::Open(_)]));
        assert!(has_braces("｛{") && has_braces("x}}") && !has_braces("{x}") && !has_braces(""));
    }

    #[test]
    fn names_are_compared_without_blanks_and_widths() {
        for name in ["儿童.姓名", " 儿童．姓 名", "儿童。姓\u{3000}名", "儿童·姓名\u{200b}"]
        {
            assert_eq!(folded(name), "儿童.姓名", "{name}");
        }
        assert_eq!(folded("Child.Father’s Phone"), folded("child.father's phone"));
        assert_eq!(folded("ｃｈｉｌｄ．ｉｄ＿ｎｕｍｂｅｒ"), "child.idnumber");
    }
}
