//! The overdue list for a wall or a group chat: short lines that every chat robot takes, no table.

use std::fmt::Write;

use super::screens::{Names, overdue};
use super::visible;
use crate::lang::mail_words::MailText;
use crate::lang::talk::Msg;
use crate::reports::overdue::{OverdueRow, children};

/// The list as Markdown; when it may only have so many bytes, without its last rows.
pub fn list(names: &Names, rows: &[OverdueRow], max_bytes: Option<usize>) -> Vec<u8> {
    let lang = names.lang;
    let home = plain(&names.plan.home.settings.home);
    let title = Msg::WallTitle {
        home: &home,
        rows: rows.len(),
        children: children(names.plan, rows),
        today: names.plan.today,
    };
    let title = format!("**{}**", title.text(lang));
    let lines: Vec<String> = rows.iter().map(|row| line(names, row)).collect();
    fitting(rows.len(), max_bytes, |hidden| {
        let mut text = title.clone() + "\n";
        for (at, line) in lines[..lines.len() - hidden].iter().enumerate() {
            let _ = write!(text, "\n{}. {line}", at + 1);
        }
        if hidden > 0 {
            let _ = write!(text, "\n\n{}", Msg::Hidden { count: hidden }.text(lang));
        }
        (text + "\n").into_bytes()
    })
}

/// The longest text that fits, with as few of `rows` hidden as can be; a text that never fits is
/// cut off, never inside a letter.
pub fn fitting(rows: usize, max_bytes: Option<usize>, draw: impl Fn(usize) -> Vec<u8>) -> Vec<u8> {
    let whole = draw(0);
    let Some(most) = max_bytes.filter(|most| whole.len() > *most) else { return whole };
    let counts: Vec<usize> = (1..=rows).collect();
    let too_long = counts.partition_point(|hidden| draw(*hidden).len() > most);
    let mut text = draw(counts.get(too_long).copied().unwrap_or(rows));
    if text.len() > most {
        let begins_letter = |at: &usize| text[*at] & 0b1100_0000 != 0b1000_0000;
        let end = (0..=most).rev().find(begins_letter).unwrap_or(0);
        text.truncate(end);
    }
    text
}

fn line(names: &Names, row: &OverdueRow) -> String {
    let subject = names.subject(row.case);
    let late = overdue::late(names, row);
    let state = match row.due {
        Some(_) => MailText::DaysLate { late: &late }.text(names.lang),
        None => overdue::due(names, row),
    };
    let person = names.person(names.plan.responsible(row.case));
    let parts = [
        names.class(subject),
        names.name(subject),
        names.rule(row.case.rule),
        state,
        person.map_or(String::new(), |person| format!("@{person}")),
    ];
    let said: Vec<String> =
        parts.iter().filter(|part| !part.is_empty()).map(|part| plain(part)).collect();
    said.join(" ")
}

/// A text in which no mark of Markdown or HTML is left: chats differ in how they escape them, so
/// the wide form of each stands in its place.
fn plain(text: &str) -> String {
    let wide = |letter: char| match letter {
        '\n' | '\t' => ' ',
        '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '\\' | '~' | '!' | '&' => {
            char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(' ')
        }
        other => other,
    };
    visible(text).chars().map(wide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_may_only_have_so_many_bytes_says_how_many_rows_are_hidden() {
        let draw = |hidden: usize| format!("{}+{hidden}", "行".repeat(9 - hidden)).into_bytes();
        assert_eq!(fitting(9, None, draw), draw(0));
        assert_eq!(fitting(9, Some(14), draw), "行行行行+5".as_bytes());
        assert_eq!(fitting(9, Some(1), draw), b"+");
        assert_eq!(fitting(0, Some(5), draw), "行".as_bytes());
    }

    #[test]
    fn no_mark_of_markdown_is_left_of_a_name() {
        assert_eq!(plain("[a](b) <i>*x*"), "［a］(b) ＜i＞＊x＊");
    }
}
