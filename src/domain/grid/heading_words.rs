//! Words of headings, compared without what varies: blanks, brackets, marks, width.

use unicode_normalization::UnicodeNormalization;

/// A heading in the one form in which headings are compared: without blanks, marks, and what
/// stands in brackets.
pub fn plain(text: &str) -> String {
    let mut inside = 0usize;
    let mut kept = String::new();
    for letter in text.nfkc() {
        match letter {
            '(' | '[' | '【' | '〔' => inside += 1,
            ')' | ']' | '】' | '〕' => inside = inside.saturating_sub(1),
            _ if inside > 0 || letter.is_whitespace() => {}
            '*' | '#' | ':' | '、' | ',' | '。' | '“' | '”' | '"' | '\'' => {}
            _ => kept.extend(letter.to_lowercase()),
        }
    }
    kept
}

/// The same of a text of which everything stands in brackets: with them.
pub fn plain_or_all(text: &str) -> String {
    match plain(text) {
        own if own.is_empty() => text.nfkc().filter(|letter| !letter.is_whitespace()).collect(),
        own => own,
    }
}

/// Headings of columns that number lines, or say why a row came back.
const NOTHING: [&str; 8] = ["序号", "no.", "no", "行号", "原因", "退回原因", "应办事项", "reason"];

/// Does a column of this heading tell nothing of its row?
pub fn says_nothing(word: &str) -> bool {
    word.is_empty() || NOTHING.contains(&word)
}

/// The heading of the code by which a row of the program's own sheets comes back.
pub const CODE: &str = "code";

/// The column of the code, when a heading is the code's.
pub fn code(word: &str) -> Option<&'static str> {
    ["编号", "行码", "行编码", "记录编号", "儿童编号", "rowcode", "记录号"]
        .contains(&word)
        .then_some(CODE)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn headings_are_compared_without_what_varies() {
        for (text, same) in [
            ("姓　名", "姓名"),
            ("身份证号（18位）", "身份证号"),
            ("＊出生日期：", "出生日期"),
            ("是否 住校", "是否住校"),
            ("Name", "name"),
        ] {
            assert_eq!(plain(text), same, "{text}");
        }
    }
}
