//! The school's own words in a report, kept by heading: a text that people type in any editor.
//!
//! `# ` begins the report's title, `## ` a section, `### ` a heading within one. Every other line
//! that says something is a paragraph, as it was typed. What stands between `<!--` and `-->` tells
//! whoever types what belongs there, and is not printed.

use super::nearest::nearest;

/// A paragraph of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnText {
    Said(String),
    Heading(String),
}

/// What stands below one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnSection {
    /// As it was typed; blank for what stands above the first.
    pub heading: String,
    pub line: u32,
    pub texts: Vec<OwnText>,
}

/// The school's own words in one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    pub title: Option<String>,
    pub sections: Vec<OwnSection>,
}

impl OwnWords {
    /// What a text says.
    pub fn parse(text: &str) -> OwnWords {
        let mut own = OwnWords::default();
        let mut at = OwnSection::default();
        let shown = without_notes(text.trim_start_matches('\u{feff}'));
        for (line, number) in shown.lines().zip(1..) {
            let line = line.trim();
            let headed = |mark: &str| line.strip_prefix(mark).map(|rest| rest.trim().to_owned());
            if let Some(heading) = headed("### ").or_else(|| headed("#### ")) {
                at.texts.push(OwnText::Heading(heading));
            } else if let Some(heading) = headed("## ") {
                let next = OwnSection { heading, line: number, texts: Vec::new() };
                own.sections.push(std::mem::replace(&mut at, next));
            } else if let (Some(title), None) = (headed("# "), &own.title) {
                own.title = Some(title);
            } else if !line.is_empty() {
                at.texts.push(OwnText::Said(line.to_owned()));
            }
        }
        own.sections.push(at);
        // Above the first heading there is often nothing.
        own.sections.retain(|own| !own.heading.is_empty() || !own.texts.is_empty());
        own
    }

    /// What stands below a heading, in whatever language and however it is numbered.
    pub fn below(&self, headings: &[&str]) -> impl Iterator<Item = &OwnSection> {
        let headings: Vec<String> = headings.iter().map(|own| plain(own)).collect();
        self.sections.iter().filter(move |own| headings.contains(&plain(&own.heading)))
    }

    /// The sections whose heading is none of these, each with the nearest that is.
    pub fn strangers<'h>(&self, headings: &[&'h str]) -> Vec<(&OwnSection, Option<&'h str>)> {
        let known: Vec<String> = headings.iter().map(|own| plain(own)).collect();
        let is_strange =
            |own: &&OwnSection| !own.heading.is_empty() && !known.contains(&plain(&own.heading));
        let near = |own: &OwnSection| nearest(&plain(&own.heading), headings.iter().copied());
        self.sections.iter().filter(is_strange).map(|own| (own, near(own))).collect()
    }
}

/// A heading without its number and blanks: 一、基本情况 is 基本情况.
fn plain(heading: &str) -> String {
    let letters: String = heading.chars().filter(|letter| !letter.is_whitespace()).collect();
    let number =
        |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十（）()".contains(letter);
    let rest = letters.trim_start_matches(number);
    let unnumbered = rest.strip_prefix(['、', '.', '．', '，']).unwrap_or(&letters);
    unnumbered.to_lowercase()
}

/// The text without its notes, line for line; a note that does not end is none.
fn without_notes(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        let Some((note, next)) = after.split_once("-->") else { break };
        shown.push_str(before);
        shown.extend(note.chars().filter(|letter| *letter == '\n'));
        rest = next;
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(section: &OwnSection) -> Vec<&str> {
        let text = |own| match own {
            &OwnText::Said(ref text) | &OwnText::Heading(ref text) => text.as_str(),
        };
        section.texts.iter().map(text).collect()
    }

    #[test]
    fn own_words_are_found_by_heading_however_it_is_numbered() {
        let own = OwnWords::parse(
            "\u{feff}# 总结\r\n导语\r\n\r\n## 一、 基本情况\r\n第一段\r\n第二段\r\n## 困难和请求\n少经费\n",
        );
        assert_eq!(own.title.as_deref(), Some("总结"));
        assert_eq!(said(&own.sections[0]), ["导语"]);
        let found: Vec<_> = own.below(&["基本情况", "The children"]).map(said).collect();
        assert_eq!(found, [["第一段", "第二段"]]);
        assert_eq!(own.below(&["13. 困难和请求"]).count(), 1);
        assert_eq!(own.sections[1].line, 4);
    }

    #[test]
    fn a_note_is_not_printed_and_one_that_does_not_end_is_text() {
        let own = OwnWords::parse("## 甲\n<!-- 写什么\n写在这里 -->\n话\n## 乙\n<!-- 没完\n也是话");
        assert_eq!(said(&own.sections[0]), ["话"]);
        assert_eq!(
            (own.sections[1].line, said(&own.sections[1])),
            (5, vec!["<!-- 没完", "也是话"])
        );
    }

    #[test]
    fn a_heading_that_the_report_has_not_is_told_with_the_nearest() {
        let own = OwnWords::parse("## 基本情况\n一\n## 困难与请求\n二\n");
        let known = ["基本情况", "困难和请求"];
        let strange = own.strangers(&known);
        assert_eq!(strange.len(), 1);
        assert_eq!((strange[0].0.line, strange[0].1), (3, Some("困难和请求")));
    }

    #[test]
    fn what_is_typed_twice_under_one_heading_is_all_there() {
        let own = OwnWords::parse("## 基本情况\n一\n## 基本情况\n二\n");
        assert_eq!(own.below(&["基本情况"]).flat_map(said).collect::<Vec<_>>(), ["一", "二"]);
    }
}
