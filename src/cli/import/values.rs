//! Cells of other people's sheets as the texts that a clerk would type, or what is wrong with them.
//! What is wrong is told by its kind, never with the cell's words: they may be a child's own.

use crate::domain::phone;
use crate::lang::Lang;
use crate::lang::import_words::ImportSaid;

/// Marks of a tick.
const TICKS: [&str; 9] = ["√", "✓", "✔", "是", "有", "yes", "true", "v", "☑"];
const CROSSES: [&str; 9] = ["×", "✗", "✘", "否", "无", "不", "no", "false", "没有"];

/// Texts that stand for nothing, or for nobody.
const DASHES: [&str; 9] = ["—", "——", "－", "-", "--", "/", "\\", "无", "没有"];

/// Is it a dash, or a word that says that there is none?
pub fn is_none(text: &str) -> bool {
    DASHES.contains(&text.trim())
}

/// Is it the dash that the official form has for the dead?
pub fn is_dash(text: &str) -> bool {
    is_none(text) && !["无", "没有", "/", "\\"].contains(&text.trim())
}

/// Is a cell ticked? `None` when it is neither ticked nor crossed.
pub fn tick(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&text.as_str());
    match () {
        () if is(&TICKS) || text == "1" => Some(true),
        () if is(&CROSSES) || text == "0" || text.is_empty() => Some(false),
        () => None,
    }
}

/// The phones in a cell; none where it says that there is none. `above` is what the row above has.
///
/// # Errors
/// One of them cannot be dialled.
pub fn phones(text: &str, above: Option<&str>) -> Result<Vec<String>, ImportSaid<'static>> {
    const NONE: [&str; 8] = ["停机", "空号", "微信同号", "同微信", "欠费", "关机", "未知", "不详"];
    let text = text.trim();
    if text == "同上" {
        return above.map_or(Err(ImportSaid::BadPhone), |above| phones(above, None));
    }
    let marks = ['/', '、', ',', '，', ';', '；', '\n', '／', '|'];
    let parts: Vec<&str> = text.split(marks).flat_map(parts_by_blanks).collect();
    let mut found = Vec::new();
    for part in parts {
        // 13800138000（停机）: what stands in brackets is a remark.
        let own = part.split(['(', '（']).next().unwrap_or_default();
        let own = if own.trim().is_empty() || part.starts_with(['(', '（']) { part } else { own };
        let own = phone::plain(own);
        if own.is_empty() || is_none(&own) || NONE.contains(&own.as_str()) {
            continue;
        }
        let own = one_phone(&own);
        if phone::is_undialable(&own) {
            return Err(ImportSaid::BadPhone);
        }
        found.push(own);
    }
    Ok(found)
}

/// A number without what only groups it, and without the mark that keeps a cell a text.
fn one_phone(text: &str) -> String {
    let marks = ['\'', '’', '‘', '`'];
    let own = text.trim_start_matches(marks);
    let own: String = own.chars().filter(|letter| !letter.is_whitespace()).collect();
    let digits = phone::digits(&own);
    let is_mobile = digits.len() == 11 && digits.starts_with('1');
    let is_grouped = own.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    if is_mobile && is_grouped { digits } else { own }
}

/// Two numbers with a blank between them are two; the groups of one number are one.
fn parts_by_blanks(part: &str) -> Vec<&str> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_whole = |word: &&str| phone::digits(word).len() >= 7;
    if words.len() > 1 && words.iter().all(is_whole) { words } else { vec![part] }
}

/// A name without the blanks that make two letters as wide as three, and without what is not seen.
pub fn name(text: &str) -> String {
    const UNSEEN: [char; 5] = ['\u{200b}', '\u{feff}', '\u{ad}', '\u{2060}', '\u{200d}'];
    let text: String = text.chars().filter(|own| !UNSEEN.contains(own)).collect();
    let is_letter = |letter: char| letter.is_ascii_alphabetic();
    match text.contains(is_letter) {
        true => text.split_whitespace().collect::<Vec<_>>().join(" "),
        false => text.split_whitespace().collect(),
    }
}

/// What the official list says of a relation, by the words of families and of the registry.
pub fn relation(text: &str) -> String {
    const KIN: [(&str, &[&str]); 12] = [
        ("father", &["父亲", "爸爸", "爸", "父", "继父", "养父", "51"]),
        ("mother", &["母亲", "妈妈", "妈", "母", "继母", "养母", "52"]),
        ("grandfather", &["爷爷", "祖父", "爷", "61"]),
        ("grandmother", &["奶奶", "祖母", "奶", "62"]),
        ("maternal_grandfather", &["外公", "姥爷", "外祖父", "姥姥爷", "63"]),
        ("maternal_grandmother", &["外婆", "姥姥", "外祖母", "外奶", "家婆", "64"]),
        (
            "uncle",
            &[
                "伯伯", "大伯", "叔叔", "舅舅", "伯父", "叔父", "舅父", "姑父", "姨父", "叔", "伯",
                "舅", "81", "83", "85",
            ],
        ),
        (
            "aunt",
            &[
                "姑姑", "姨妈", "小姨", "婶婶", "姑妈", "伯母", "舅妈", "舅母", "婶", "姑", "姨",
                "大姨", "82", "84", "86", "88", "90",
            ],
        ),
        ("brother", &["哥哥", "哥", "兄", "71"]),
        ("sister", &["姐姐", "姐", "75"]),
        ("neighbour", &["邻居"]),
        ("friend", &["朋友"]),
    ];
    let text = text.trim();
    let own = KIN.iter().find(|(_, words)| words.contains(&text));
    own.map_or(text, |(code, _)| code).to_owned()
}

/// A choice of a child's field by what schools write for it.
pub fn choice(path: &str, text: &str) -> String {
    type Words = &'static [(&'static str, &'static [&'static str])];
    const CARE: Words = &[
        (
            "grandparent",
            &[
                "隔代监护",
                "隔代",
                "祖辈监护",
                "祖辈",
                "祖父母",
                "外祖父母",
                "爷爷奶奶",
                "外公外婆",
                "隔代抚养",
            ],
        ),
        (
            "one_parent",
            &["父母单方监护", "单方监护", "父亲监护", "母亲监护", "一方监护", "父母一方"],
        ),
        ("kin_friend", &["亲朋监护", "上代监护", "亲戚", "亲友", "上辈监护", "亲属监护"]),
        ("single_or_orphan", &["单亲或孤儿", "单亲", "孤儿"]),
        ("peer_self", &["同辈监护", "自我监护", "同辈或自我监护"]),
        ("none", &["无人监护"]),
        ("institution", &["寄宿托管", "寄宿", "托管"]),
    ];
    const ABLE: Words = &[
        ("able", &["有", "能", "是", "有监护能力", "√"]),
        ("unable", &["无", "没有", "否", "无监护能力", "不能", "×"]),
        ("dead", &["已故", "去世", "死亡", "病故", "—", "－", "-"]),
        ("unknown", &["不详", "未知"]),
    ];
    // The registry of pupils writes the codes of the standard.
    const SEX: Words =
        &[("male", &["男", "男性", "男孩", "1"]), ("female", &["女", "女性", "女孩", "2"])];
    const RISK: Words = &[
        ("high", &["高", "高风险", "红", "红色"]),
        ("medium", &["中", "中风险", "黄", "黄色"]),
        ("low", &["低", "低风险", "绿", "绿色"]),
    ];
    // Two peoples had other names before.
    const PEOPLES: Words = &[("毛南族", &["毛难族", "毛难"]), ("德昂族", &["崩龙族", "崩龙"])];
    let table = match path.rsplit('.').next().unwrap_or(path) {
        "care_type" => CARE,
        "guardianship" => ABLE,
        "sex" => SEX,
        "risk" => RISK,
        "ethnic_group" => PEOPLES,
        _ => return text.trim().to_owned(),
    };
    let text: String = text.split_whitespace().collect();
    let own = table.iter().find(|(_, words)| words.contains(&text.as_str()));
    own.map_or(text.as_str(), |(code, _)| code).to_owned()
}

/// Yes or no, by the words of a field.
pub fn truth(path: &str, text: &str) -> Option<bool> {
    let text: String = text.split_whitespace().collect();
    let is = |words: &[&str]| words.contains(&text.as_str());
    match path.rsplit('.').next().unwrap_or(path) {
        "boarding" if is(&["住校", "寄宿", "住宿", "住校生", "寄宿生", "住读"]) => {
            Some(true)
        }
        "boarding" if is(&["走读", "不住校", "走读生", "不寄宿", "非寄宿"]) => {
            Some(false)
        }
        "away" if is(&["外出", "外出务工", "务工", "在外", "打工"]) => Some(true),
        "away" if is(&["在家", "未外出", "不外出", "务农", "本地"]) => Some(false),
        _ => tick(&text).filter(|_| !text.is_empty()),
    }
}

/// What is wrong with a cell, by the heading of its column.
pub fn of_cell(heading: &str, why: &str, lang: Lang) -> String {
    ImportSaid::Cell { heading, why }.text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_taken_apart_and_words_for_none_are_none() {
        let two = ["13800138000", "0564-3320000"];
        for text in [
            "13800138000/0564-3320000",
            "13800138000、0564-3320000",
            "13800138000 0564-3320000",
            "13800138000\n0564-3320000",
            "１３８００１３８０００；0564-3320000（停机）",
        ] {
            assert_eq!(phones(text, None).ok().unwrap(), two, "{text}");
        }
        for text in ["无", "停机", "—", "", "微信同号"] {
            assert!(phones(text, None).ok().unwrap().is_empty(), "{text}");
        }
        assert_eq!(phones("同上", Some("13800138000")).ok().unwrap(), ["13800138000"]);
        for text in ["1380013800", "找他奶奶", "同上"] {
            assert!(phones(text, None).is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_padded_with_blanks_is_the_name() {
        for text in ["张　三", "张 三", " 张三 ", "张\u{200b}三"] {
            assert_eq!(name(text), "张三", "{text}");
        }
        assert_eq!(name("阿依古丽·买买提"), "阿依古丽·买买提");
        assert_eq!(name("Li  Ming"), "Li Ming");
    }
}
