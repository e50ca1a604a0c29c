//! Text that other programs wrote: which letters its bytes stand for. Nothing is ever guessed at
//! the price of a letter: what does not fit is no text.

use encoding_rs::GB18030;

/// The text of bytes that are UTF-8, or UTF-16 that begins with its mark.
pub fn unicode(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }?;
    // Some editors begin a file with a mark.
    let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned);
    // A NUL is what remains of letters that were read in another way, the other sign of such as
    // could not be.
    (!text.contains(['\0', '\u{fffd}'])).then_some(text)
}

/// The text of a sheet that some program saved or handed over: in the old letters of Chinese
/// Windows (GB18030), too.
pub fn sheet(bytes: &[u8]) -> Option<String> {
    unicode(bytes).or_else(|| gb18030(bytes))
}

/// The text of bytes in those letters, when all of them are such as somebody writes.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    // Nearly any bytes are some letters of GB18030; these nobody writes.
    let is_odd = |letter: char| letter == '\0' || ('\u{e000}'..='\u{f8ff}').contains(&letter);
    (!text.contains(is_odd)).then(|| text.into_owned())
}

/// Might this text as well be Chinese in the old letters of Windows? `学习` in those is `ѧϰ` in
/// UTF-8.
pub fn has_another_reading(text: &str) -> bool {
    let other = GB18030.decode_without_bom_handling_and_without_replacement(text.as_bytes());
    let is_foreign = !text.is_ascii() && !text.chars().any(is_chinese);
    is_foreign && other.is_some_and(|other| other.chars().any(is_chinese))
}

/// Is it one of the letters of Chinese?
pub fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '\u{f900}'..='\u{faff}')
}

/// Were these words letters that became question marks on their way, as PowerShell makes them?
pub fn is_lost(words: &str) -> bool {
    let words = words.trim();
    words == "?" || words.contains("??")
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    rest.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
}

/// Bytes are no text that this program reads.
#[derive(Debug, PartialEq, Eq)]
pub struct NoText;

/// The first line of a file that holds a secret; `None` when that is empty. Another letter would be
/// another secret, so a file that is no text has none.
pub fn secret(bytes: &[u8]) -> Result<Option<String>, NoText> {
    let text = unicode(bytes).ok_or(NoText)?;
    Ok(text.lines().next().filter(|line| !line.trim().is_empty()).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_text_is_the_same_in_every_way_of_unicode() {
        let text = "春天的小河\r\n流过𠮷村";
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            wide(&format!("\u{feff}{text}"), u16::to_le_bytes),
            wide(&format!("\u{feff}{text}"), u16::to_be_bytes),
        ] {
            assert_eq!(unicode(&bytes).as_deref(), Some(text));
            assert_eq!(secret(&bytes), Ok(Some("春天的小河".to_owned())));
        }
    }

    #[test]
    fn what_would_lose_a_letter_is_no_text() {
        let half = [0xff, 0xfe, 0x41];
        let lone = [0xff, 0xfe, 0x00, 0xd8];
        let without_mark = wide("小河", u16::to_le_bytes);
        let as_ascii = wide("river", u16::to_le_bytes);
        let replaced = "小\u{fffd}".as_bytes();
        // The same two words as GB18030 has them.
        let chinese = [0xd0, 0xa1, 0xba, 0xd3];
        let all: [&[u8]; 6] = [&half, &lone, &without_mark, &as_ascii, replaced, &chinese];
        for bytes in all {
            assert_eq!((unicode(bytes), secret(bytes)), (None, Err(NoText)), "{bytes:?}");
        }
    }

    #[test]
    fn a_sheet_may_be_in_the_letters_of_chinese_windows() {
        let rows = "姓名,备注\n李小明,𠮷\n";
        let (gb, _, _) = GB18030.encode(rows);
        assert_eq!(sheet(&gb).as_deref(), Some(rows));
        assert_eq!(sheet(rows.as_bytes()).as_deref(), Some(rows));
        assert_eq!(
            sheet(&wide(&format!("\u{feff}{rows}"), u16::to_le_bytes)).as_deref(),
            Some(rows)
        );
        // A letter cut in two, a NUL, and what is in no letters at all.
        for bytes in [&gb[..gb.len() - 3], b"a\0b", b"\xff\xff"] {
            assert_eq!(sheet(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn a_text_that_may_be_read_in_two_ways_is_known() {
        for (text, has) in [("ѧϰ", true), ("学习", false), ("ѧϰ 学", false), ("E1,made", false)]
        {
            assert_eq!(has_another_reading(text), has, "{text}");
        }
    }

    #[test]
    fn words_that_became_question_marks_are_known() {
        for words in ["?", " ??? ", "?????", "6??", "?? 9.20"] {
            assert!(is_lost(words), "{words}");
        }
        for words in ["", "为什么?", "?!", "好吗？？"] {
            assert!(!is_lost(words), "{words}");
        }
    }

    #[test]
    fn a_file_whose_first_line_is_blank_holds_no_secret() {
        for text in ["", "\n", "\u{feff}\n", "  \nriver"] {
            assert_eq!(secret(text.as_bytes()), Ok(None), "{text:?}");
        }
    }
}
