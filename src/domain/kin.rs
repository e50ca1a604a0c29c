//! What families call each other. Such a word says who it was and names nobody.

const KIN: [&str; 37] = [
    "爸爸",
    "妈妈",
    "爸妈",
    "父亲",
    "母亲",
    "父母",
    "家长",
    "监护人",
    "爷爷",
    "奶奶",
    "外公",
    "外婆",
    "姥爷",
    "姥姥",
    "祖父",
    "祖母",
    "外祖父",
    "外祖母",
    "伯伯",
    "伯父",
    "伯母",
    "大伯",
    "叔叔",
    "婶婶",
    "舅舅",
    "舅妈",
    "姑姑",
    "姑父",
    "姑妈",
    "姨妈",
    "姨父",
    "哥哥",
    "姐姐",
    "嫂子",
    "弟弟",
    "妹妹",
    "本人",
];

/// Is the text made of nothing but such words, and marks between them?
pub fn is_kin(text: &str) -> bool {
    let is_mark = |letter: char| letter.is_whitespace() || "、，,；;和与/（）()".contains(letter);
    let mut rest = text.trim_start_matches(is_mark);
    while !rest.is_empty() {
        let Some(after) = KIN.iter().find_map(|word| rest.strip_prefix(word)) else {
            return false;
        };
        rest = after.trim_start_matches(is_mark);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_kin;

    #[test]
    fn words_for_kin_alone_name_nobody_and_with_anything_else_they_may() {
        for text in ["爸爸", "爷爷、奶奶", "爸爸妈妈", "外祖母", "姑姑 （监护人）"]
        {
            assert!(is_kin(text), "{text}");
        }
        for text in ["李桂芳", "奶奶李桂芳", "李奶奶", "爸", "mother", "13900139000"] {
            assert!(!is_kin(text), "{text}");
        }
    }
}
