//! Question and answer, line by line: no part of the screen is drawn over, since input methods for
//! Chinese lose their place where that is done.

use std::io::Write;

use unicode_width::UnicodeWidthStr;

use crate::cli::as_meant::plain;
use crate::cli::call::Hear;
use crate::cli::context::Context;
use crate::cli::number;
use crate::lang::Lang;
use crate::lang::wizard_words::WizardWord;
use crate::render::visible;

/// How wide a terminal is that does not say so.
const WIDTH: usize = 80;

/// What somebody answered.
pub enum Reply {
    /// Nothing: the default is meant.
    Blank,
    /// To the question before.
    Back,
    /// The defaults for all that is left.
    End,
    Said(String),
}

/// Nobody is there any more.
pub struct Gone;

/// A person at a terminal.
pub struct Dialog<'d> {
    hear: Hear,
    screen: &'d mut dyn Write,
    pub lang: Lang,
    /// How wide the terminal is, when it says so.
    width: Option<usize>,
}

impl<'d> Dialog<'d> {
    /// The one at the terminal of a run.
    pub fn of(context: &Context, hear: &Hear, screen: &'d mut dyn Write) -> Dialog<'d> {
        Dialog { hear: hear.clone(), screen, lang: context.lang, width: context.width }
    }

    /// Says a line.
    pub fn say(&mut self, line: &str) {
        self.show(&format!("{line}\n"));
    }

    /// Says that something was wrong.
    pub fn refuse(&mut self, lines: &[String]) {
        for line in lines {
            self.say(&format!("  ! {line}"));
        }
    }

    /// Choices with their numbers: in a row while that is short, else each on its line.
    pub fn list(&mut self, choices: &[String], is_of_people: bool) {
        let numbered: Vec<String> =
            choices.iter().enumerate().map(|(at, own)| format!("{:>3} {own}", at + 1)).collect();
        if is_of_people {
            for line in &numbered {
                self.say(line);
            }
            return;
        }
        let mut row = String::new();
        for own in numbered {
            if !row.is_empty() && row.width() + own.width() > self.width.unwrap_or(WIDTH) {
                self.say(row.trim_end());
                row.clear();
            }
            row += &own;
            row.push(' ');
        }
        if !row.is_empty() {
            self.say(row.trim_end());
        }
    }

    /// Asks until one line, or with `takes_lines` several, came.
    ///
    /// # Errors
    /// The input has ended.
    pub fn ask(&mut self, prompt: &str, takes_lines: bool) -> Result<Reply, Gone> {
        loop {
            let colon = if self.lang == Lang::Zh { "：" } else { ": " };
            self.show(&format!("{prompt}{colon}"));
            let Some(text) = (self.hear)() else {
                self.show("\n");
                return Err(Gone);
            };
            let text = text.trim();
            let lines = text.lines().count();
            if lines > 1 && !takes_lines {
                self.refuse(&[WizardWord::SeveralLines { lines }.text(self.lang)]);
                continue;
            }
            return Ok(match text {
                "" => Reply::Blank,
                "<" | "＜" | "《" | "〈" => Reply::Back,
                "." | "。" | "．" => Reply::End,
                text => Reply::Said(text.to_owned()),
            });
        }
    }

    fn show(&mut self, text: &str) {
        // When the terminal is gone, so is whoever would answer: that is noticed on hearing.
        let _ = self.screen.write_all(visible(text).as_bytes()).and_then(|()| self.screen.flush());
    }
}

/// The numbers that an answer like `1 3 5-10` names, of a list as long as `last`; nothing when it
/// is no list of numbers.
///
/// # Errors
/// A number that is not on the list.
pub fn numbers(text: &str, last: usize, lang: Lang) -> Result<Option<Vec<usize>>, Vec<String>> {
    let text = plain(text);
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '、' | ';');
    let mut found = Vec::new();
    for part in text.split(between).filter(|part| !part.is_empty()) {
        let Some((from, to)) = number::range(part) else { return Ok(None) };
        if let Some(number) = [from, to].into_iter().find(|number| !(1..=last).contains(number)) {
            return Err(vec![WizardWord::NotListed { number, last }.text(lang)]);
        }
        if from > to {
            return Err(vec![WizardWord::BackwardsRange { from, to }.text(lang)]);
        }
        found.extend((from..=to).filter(|number| !found.contains(number)).collect::<Vec<_>>());
    }
    Ok(Some(found).filter(|found| !found.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_typed() {
        let read = |text| numbers(text, 12, Lang::Zh);
        assert_eq!(read("1 3 5-7"), Ok(Some(vec![1, 3, 5, 6, 7])));
        assert_eq!(read("１、３，５－６"), Ok(Some(vec![1, 3, 5, 6])));
        assert_eq!(read("3 1-4"), Ok(Some(vec![3, 1, 2, 4])));
        assert_eq!(read("王小雨"), Ok(None));
        assert_eq!(read(" "), Ok(None));
        assert!(read("13").is_err() && read("0").is_err() && read("5-2").is_err());
    }
}
