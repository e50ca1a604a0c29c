//! The file: its parts, one behind the other.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use chrono::SecondsFormat;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::tables::table;
use super::value::{Document, DocumentBlock, DocumentPage, ParagraphStyle};
use super::written::{gap, paragraph, runs};
use crate::lang::Lang;
use crate::lang::document_words::DocumentWord;
use crate::render::page_text::{escaped, inert};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Whose elements they are.
const MAIN: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=",
    "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
);

const DOCUMENT: &str = "word/document.xml";
const END: &str = "</w:body></w:document>\n";

impl Document {
    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let fixed = |text: &str| text.to_owned();
        let parts = [
            ("[Content_Types].xml", fixed(include_str!("parts/content_types.xml"))),
            ("_rels/.rels", fixed(include_str!("parts/package_rels.xml"))),
            (DOCUMENT, self.body()),
            ("word/_rels/document.xml.rels", fixed(include_str!("parts/document_rels.xml"))),
            ("word/styles.xml", self.styles()),
            ("word/settings.xml", fixed(include_str!("parts/settings.xml"))),
            ("word/fontTable.xml", fixed(include_str!("parts/fonts.xml"))),
            ("word/footer1.xml", self.page_numbers()),
            ("docProps/core.xml", self.properties()),
            ("docProps/app.xml", fixed(include_str!("parts/app.xml"))),
        ];
        // Memory does not fail, and no part is longer than the format's largest.
        packed(&parts).expect("a file in memory takes every part")
    }

    /// What is read.
    fn body(&self) -> String {
        let mut xml = format!("{XML}<w:document {MAIN}><w:body>\n");
        let last = self.sections.len().saturating_sub(1);
        for (at, section) in self.sections.iter().enumerate() {
            for block in &section.blocks {
                match block {
                    DocumentBlock::Paragraph(style, text) => paragraph(&mut xml, *style, text),
                    DocumentBlock::Table(own) => {
                        table(&mut xml, own);
                        // Without a line between them two tables would be one.
                        gap(&mut xml, "");
                    }
                    DocumentBlock::NewPage => gap(&mut xml, "<w:pageBreakBefore/>"),
                }
            }
            match at == last {
                true => xml.push_str(&page(section.page)),
                false => gap(&mut xml, &page(section.page)),
            }
        }
        xml + END
    }

    /// The styles, those of the program's own called in the reader's language.
    fn styles(&self) -> String {
        let names = [
            ("{to_write}", DocumentWord::ToWrite),
            ("{note}", DocumentWord::Note),
            ("{signed}", DocumentWord::Signed),
            ("{form}", DocumentWord::FormHeading),
            ("{table}", DocumentWord::TableText),
            ("{gap}", DocumentWord::Gap),
        ];
        names.iter().fold(include_str!("parts/styles.xml").to_owned(), |xml, (place, word)| {
            xml.replace(place, &escaped(&word.text(self.lang)))
        })
    }

    /// At the foot of each page its number, and of how many.
    fn page_numbers(&self) -> String {
        let mut xml =
            format!("{XML}<w:ftr {MAIN}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>");
        let said = DocumentWord::PageOf { page: PAGE, pages: PAGES }.text(self.lang);
        for (at, part) in said.split(FIELD).enumerate() {
            match at % 2 {
                0 => runs(&mut xml, part, ""),
                _ => field(&mut xml, part),
            }
        }
        xml + "</w:p></w:ftr>\n"
    }

    fn properties(&self) -> String {
        let made = self.made.to_rfc3339_opts(SecondsFormat::Secs, true);
        let code = if self.lang == Lang::Zh { "zh-CN" } else { "en-US" };
        let title = escaped(&inert(&self.title));
        let kind = "xsi:type=\"dcterms:W3CDTF\"";
        format!(
            "{XML}<cp:coreProperties \
             xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:dcterms=\"http://purl.org/dc/terms/\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
             <dc:language>{code}</dc:language><dcterms:created {kind}>{made}</dcterms:created>\
             <dcterms:modified {kind}>{made}</dcterms:modified></cp:coreProperties>\n"
        )
    }
}

/// A field stands between two of these, which no word has.
const FIELD: char = '\u{1}';
const PAGE: &str = "\u{1}PAGE\u{1}";
const PAGES: &str = "\u{1}NUMPAGES\u{1}";

/// A number that the program reckons which opens the file.
fn field(xml: &mut String, name: &str) {
    let mark = |kind| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let _ = write!(
        xml,
        "{}<w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>{}<w:r><w:t>1</w:t>\
         </w:r>{}",
        mark("begin"),
        mark("separate"),
        mark("end")
    );
}

/// How the pages of a section lie.
fn page(own: DocumentPage) -> String {
    let (wide, high) = own.paper();
    let lies = if own == DocumentPage::Across { " w:orient=\"landscape\"" } else { "" };
    let blank = own.margin();
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{lies}/><w:pgMar w:top=\"{blank}\" \
         w:right=\"{blank}\" w:bottom=\"{blank}\" w:left=\"{blank}\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
    )
}

/// The parts in a file that is the same whenever it is made.
fn packed<B: AsRef<[u8]>>(parts: &[(&str, B)]) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        archive.start_file(*name, options)?;
        archive.write_all(part.as_ref())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// A file that was made here, with a line below all that stands in it.
pub fn with_line(bytes: &[u8], line: &str) -> Vec<u8> {
    added(bytes, line).unwrap_or_else(|_| bytes.to_vec())
}

fn added(bytes: &[u8], line: &str) -> ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let name = file.name()?.into_owned();
        let mut part = String::new();
        file.read_to_string(&mut part)?;
        if name == DOCUMENT
            && let Some((before, last)) = part.rsplit_once("<w:sectPr>")
        {
            let mut xml = before.to_owned();
            paragraph(&mut xml, ParagraphStyle::Note, line);
            part = format!("{xml}<w:sectPr>{last}");
        }
        parts.push((name, part));
    }
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|(name, part)| (name.as_str(), part.as_str())).collect();
    packed(&parts)
}
