//! Texts and paragraphs as the format writes them.

use std::fmt::Write as _;

use super::value::ParagraphStyle;
use crate::render::page_text::{escaped, inert};

/// What letters look like where they are not as their style has them: the inside of `w:rPr`.
pub type RunLook<'a> = &'a str;

impl ParagraphStyle {
    /// What the file calls it.
    fn id(self) -> &'static str {
        match self {
            ParagraphStyle::Title => "Title",
            ParagraphStyle::Subtitle => "Subtitle",
            ParagraphStyle::Heading1 => "Heading1",
            ParagraphStyle::Heading2 => "Heading2",
            ParagraphStyle::Heading3 => "Heading3",
            ParagraphStyle::Body => "BodyText",
            ParagraphStyle::ToWrite => "ToWrite",
            ParagraphStyle::Note => "Note",
            ParagraphStyle::Signed => "Signed",
            ParagraphStyle::FormHeading => "FormHeading",
            ParagraphStyle::Plain => "PlainText",
        }
    }
}

/// A paragraph.
pub fn paragraph(xml: &mut String, style: ParagraphStyle, text: &str) {
    let _ = write!(xml, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", style.id());
    runs(xml, text, "");
    xml.push_str("</w:p>\n");
}

/// A line that is hardly seen; with more in its `w:pPr`.
pub fn gap(xml: &mut String, more: &str) {
    let _ = writeln!(xml, "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/>{more}</w:pPr></w:p>");
}

/// A text: its letters, the ends of its lines and its tabs; nothing in it is a mark of the file.
pub fn runs(xml: &mut String, text: &str, letters: RunLook) {
    for (at, line) in inert(text).split('\n').enumerate() {
        if at > 0 {
            xml.push_str("<w:r><w:br/></w:r>");
        }
        for (at, part) in line.split('\t').enumerate() {
            if at > 0 {
                xml.push_str("<w:r><w:tab/></w:r>");
            }
            if !part.is_empty() {
                run(xml, part, letters);
            }
        }
    }
}

fn run(xml: &mut String, text: &str, letters: RunLook) {
    xml.push_str("<w:r>");
    // Quotes, dashes and marks such as √ are of both scripts; among Chinese they are Chinese.
    let has_chinese = text.chars().any(|own| own >= '\u{2e80}');
    let is_shared = |own: char| {
        matches!(own, '\u{a7}'..='\u{f7}' | '\u{2010}'..='\u{27bf}') && !own.is_alphabetic()
    };
    let hint = match has_chinese || text.chars().all(is_shared) {
        true if text.contains(is_shared) => "<w:rFonts w:hint=\"eastAsia\"/>",
        _ => "",
    };
    let hint = if letters.contains("w:rFonts") { "" } else { hint };
    if !(hint.is_empty() && letters.is_empty()) {
        let _ = write!(xml, "<w:rPr>{hint}{letters}</w:rPr>");
    }
    let _ = write!(xml, "<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text));
}
