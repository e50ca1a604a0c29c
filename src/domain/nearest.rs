//! The nearest valid name to a mistyped one.

use pinyin::{Pinyin, ToPinyin};

/// The name among `names` that `typed` most probably means, if any is near enough: in its letters,
/// or in its sound, for an input method offers one word of a sound for another.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<&str> = names.into_iter().collect();
    let likely = |name: &&&str| strsim::jaro_winkler(typed, name) >= 0.75;
    let near = names.iter().filter(likely).max_by(|a, b| {
        let (a, b) = (strsim::jaro_winkler(typed, a), strsim::jaro_winkler(typed, b));
        a.total_cmp(&b)
    });
    let sound = sound(typed);
    let same = |name: &&&str| sound.is_some() && sound == self::sound(name);
    near.or_else(|| names.iter().find(same)).copied()
}

/// How a Chinese word is spoken; none when there is no Chinese letter in it.
fn sound(word: &str) -> Option<Vec<&'static str>> {
    word.chars().next()?;
    word.chars().map(|letter| letter.to_pinyin().map(Pinyin::plain)).collect()
}

/// The same among short Chinese words, of which one that shares half its letters is near.
pub fn nearest_word<'a>(typed: &str, words: &[&'a str]) -> Option<&'a str> {
    let near = nearest(typed, words.iter().copied());
    let length = typed.chars().count();
    let shared = |word: &str| {
        let same = typed.chars().zip(word.chars()).filter(|(own, other)| own == other).count();
        if word.chars().count() == length && !word.is_ascii() { same } else { 0 }
    };
    let likest = || words.iter().max_by_key(|word| shared(word)).copied();
    near.or_else(|| likest().filter(|word| length > 1 && shared(word) * 2 >= length))
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_word};

    #[test]
    fn the_nearest_name_is_offered_and_a_strange_one_is_not() {
        let names = ["joined", "left", "reason"];
        assert_eq!(nearest("jioned", names), Some("joined"));
        assert_eq!(nearest("zzz", names), None);
    }

    #[test]
    fn of_chinese_words_that_of_the_same_sound_is_near_and_then_one_that_shares_letters() {
        assert_eq!(nearest("家方", ["书信", "家访"]), Some("家访"));
        assert_eq!(nearest("班纪", ["班级"]), Some("班级"));
        assert_eq!(nearest("走访", ["书信", "家访"]), None);
        assert_eq!(nearest_word("走访", &["书信", "家访"]), Some("家访"));
        assert_eq!(nearest_word("写信", &["书信", "家访"]), Some("书信"));
        assert_eq!(nearest_word("吃饭", &["书信", "家访", "to"]), None);
    }
}
