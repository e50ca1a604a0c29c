//! Texts in every encoding: what is read is what was written, or nothing is.

use std::fs;

use encoding_rs::GB18030;

use crate::kept::{Kept, snapshot};
use crate::trial::Desk;

const HEAD: &str = "日期,学生姓名,教师,谈话内容\r\n";
const LINE: &str = "2024-09-20,李小明,刘敏,";

/// All letters that two bytes of GBK mean, but those that no font has.
fn letters() -> String {
    let pairs = (0x81..=0xfe_u8).flat_map(|lead| (0x40..=0xfe_u8).map(move |trail| [lead, trail]));
    let read = pairs.filter_map(|pair| {
        let text = GB18030.decode_without_bom_handling_and_without_replacement(&pair)?;
        let mut letters = text.chars();
        let letter = letters.next().filter(|letter| letters.next().is_none() && !letter.is_ascii());
        letter.filter(|own| !('\u{e000}'..='\u{f8ff}').contains(own) && !own.is_whitespace())
    });
    read.collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    ['\u{feff}'.to_string().as_str(), text]
        .iter()
        .flat_map(|part| part.encode_utf16().collect::<Vec<_>>())
        .flat_map(bytes)
        .collect()
}

#[test]
fn every_letter_of_gbk_is_read_as_itself_in_every_encoding() {
    let letters: Vec<char> = letters().chars().collect();
    assert!(letters.len() > 20_000);
    let mut cells: Vec<String> = letters.chunks(100).map(|own| own.iter().collect()).collect();
    let days = |at: usize| format!("2024-{:02}-{:02}", 1 + at / 28, 1 + at % 28);
    let rows = cells.iter().enumerate();
    let rows: Vec<String> =
        rows.map(|(at, cell)| format!("{},李小明,刘敏,{cell}\r\n", days(at))).collect();
    let text = format!("{HEAD}{}", rows.concat());
    cells.sort();
    for (name, bytes) in [
        ("utf-8", text.clone().into_bytes()),
        ("gb18030", GB18030.encode(&text).0.into_owned()),
        ("utf-16le", utf16(&text, u16::to_le_bytes)),
        ("utf-16be", utf16(&text, u16::to_be_bytes)),
    ] {
        let desk = Desk::new(&format!("encoding-{name}"), "home");
        let file = desk.files().join("谈心记录.csv");
        fs::write(&file, bytes).unwrap();
        let words = ["import", file.to_str().unwrap(), "-y", "--register", "talk"];
        let said = desk.care(&words);
        assert_eq!(said.code, Some(0), "{name}: {}", said.text);
        let rows = Kept::read(&desk.home()).rows;
        let mut found: Vec<String> = rows.iter().map(|row| row.cells["content"].clone()).collect();
        found.sort();
        assert!(found == cells, "{name}");
    }
}

#[test]
fn a_text_that_is_cut_within_a_letter_is_refused_and_one_cut_between_letters_is_not_misread() {
    let text = format!("{HEAD}{LINE}想爸爸妈妈");
    for (name, bytes) in [
        ("utf-8", text.clone().into_bytes()),
        ("gb18030", GB18030.encode(&text).0.into_owned()),
        ("utf-16le", utf16(&text, u16::to_le_bytes)),
    ] {
        let desk = Desk::new(&format!("cut-{name}"), "home");
        let before = snapshot(&desk.home());
        let file = desk.files().join("谈心记录.csv");
        for cut in 1..=9 {
            fs::write(&file, &bytes[..bytes.len() - cut]).unwrap();
            let words = ["import", file.to_str().unwrap(), "-n", "-y", "--register", "talk"];
            let said = desk.care(&words);
            let width = match name {
                "utf-8" => 3,
                _ => 2,
            };
            let whole = cut % width == 0;
            assert_eq!(said.code == Some(0), whole, "{name}, {cut} bytes less: {}", said.text);
            assert!(!said.text.contains('\u{fffd}'), "{}", said.text);
            assert!(snapshot(&desk.home()) == before);
        }
    }
}
