//! Numbers as people write them: in wide digits, with the unit that the column has anyway.

use super::as_meant;

/// The unit of the columns and fields that hold minutes.
const MINUTES: (&str, &[&str]) = ("minutes", &["分钟", "分", "min", "minutes", "minute"]);

/// Units that say no more than the column does.
const OTHERS: &[&str] = &[
    "元", "块", "人", "名", "位", "个", "件", "本", "套", "台", "张", "次", "分", "年", "册", "份",
];

/// The number in plain digits, without its unit. What is no number stays as it is.
pub fn plain(text: &str, column: &str) -> String {
    let plain = as_meant::plain(text);
    let units = if column == MINUTES.0 { MINUTES.1 } else { OTHERS };
    let number = units.iter().find_map(|unit| plain.strip_suffix(unit)).unwrap_or(&plain);
    number.trim().to_owned()
}

/// `3` or `5-10`: the first and the last of the numbers of a list that a word names.
pub fn range(word: &str) -> Option<(usize, usize)> {
    let word = as_meant::plain(word);
    let mark = |letter: char| matches!(letter, '-' | '~' | '～' | '—' | '–' | '到' | '至');
    let (first, last) = word.split_once(mark).unwrap_or((&word, &word));
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_number)
    };
    Some((number(first.trim())?, number(last.trim())?))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_unit_is_dropped_where_the_column_has_it_and_another_is_not() {
        for text in ["8", "８", "8分钟", " ８ 分钟 ", "8分", "8 min"] {
            assert_eq!(plain(text, "minutes"), "8", "{text}");
        }
        assert_eq!(plain("1小时", "minutes"), "1小时");
        assert_eq!(plain("３０.５元", "amount"), "30.5");
        assert_eq!(plain("45人", "guardians"), "45");
        assert_eq!(plain("45分钟", "guardians"), "45分钟");
    }
}
