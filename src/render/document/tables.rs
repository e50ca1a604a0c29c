//! Tables and forms as the format writes them.

use std::fmt::Write as _;

use super::value::{DocumentCell, DocumentCellKind, DocumentRow, DocumentTable, LetterSize};
use super::written::runs;

/// Behind headings and labels.
const GREY: &str = "E7E6E6";

/// What is left blank above and below what stands in a cell.
const EDGE: usize = 40;

/// A table of so few rows is not divided.
const TOGETHER: usize = 13;

/// No line around a cell.
const OPEN: &str = "<w:tcBorders><w:top w:val=\"nil\"/><w:left w:val=\"nil\"/>\
                    <w:bottom w:val=\"nil\"/><w:right w:val=\"nil\"/></w:tcBorders>";

/// Its columns are as wide as they are said to be, whatever stands in them.
pub fn table(xml: &mut String, own: &DocumentTable) {
    let margin = super::columns::MARGIN;
    let wide: usize = own.columns.iter().sum();
    let _ = write!(
        xml,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{wide}\" w:type=\"dxa\"/>\
         <w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:top w:w=\"{EDGE}\" w:type=\"dxa\"/><w:left w:w=\"{margin}\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"{EDGE}\" w:type=\"dxa\"/><w:right w:w=\"{margin}\" w:type=\"dxa\"/>\
         </w:tblCellMar><w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" \
         w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>\
         <w:tblGrid>"
    );
    for wide in &own.columns {
        let _ = write!(xml, "<w:gridCol w:w=\"{wide}\"/>");
    }
    xml.push_str("</w:tblGrid>\n");
    let last = own.rows.len().saturating_sub(1);
    for (at, line) in own.rows.iter().enumerate() {
        row(xml, line, (own, own.rows.len() <= TOGETHER && at < last));
    }
    xml.push_str("</w:tbl>\n");
}

/// A row, which no end of a page divides; one that stays with the next stands on its page.
fn row(xml: &mut String, own: &DocumentRow, (table, stays): (&DocumentTable, bool)) {
    xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
    if own.height > 0 {
        let _ = write!(xml, "<w:trHeight w:val=\"{}\" w:hRule=\"atLeast\"/>", own.height);
    }
    if own.is_head {
        xml.push_str("<w:tblHeader/>");
    }
    xml.push_str("</w:trPr>");
    let mut first = 0;
    for one in &own.cells {
        let wide: usize = table.columns.iter().skip(first).take(one.span).sum();
        cell(xml, one, (wide, table.size, stays));
        first += one.span;
    }
    xml.push_str("</w:tr>\n");
}

fn cell(xml: &mut String, own: &DocumentCell, (wide, size, stays): (usize, LetterSize, bool)) {
    let _ = write!(xml, "<w:tc><w:tcPr><w:tcW w:w=\"{wide}\" w:type=\"dxa\"/>");
    if own.span > 1 {
        let _ = write!(xml, "<w:gridSpan w:val=\"{}\"/>", own.span);
    }
    if own.kind == DocumentCellKind::Open {
        xml.push_str(OPEN);
    }
    if own.kind == DocumentCellKind::Heading {
        let _ = write!(xml, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{GREY}\"/>");
    }
    let side = match own.kind {
        DocumentCellKind::Heading => "<w:jc w:val=\"center\"/>",
        DocumentCellKind::Number => "<w:jc w:val=\"right\"/>",
        _ => "",
    };
    let high = if own.kind == DocumentCellKind::Passage { "top" } else { "center" };
    let next = if stays { "<w:keepNext/>" } else { "" };
    let _ = write!(
        xml,
        "<w:vAlign w:val=\"{high}\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/>\
         {next}{side}</w:pPr>"
    );
    let font = match own.kind {
        DocumentCellKind::Marks => "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>",
        DocumentCellKind::Heading => "<w:b/><w:bCs/>",
        _ => "",
    };
    let high = size.half_points();
    let size = match size {
        LetterSize::Usual => String::new(),
        _ => format!("<w:sz w:val=\"{high}\"/><w:szCs w:val=\"{high}\"/>"),
    };
    runs(xml, &own.text, &format!("{font}{size}"));
    xml.push_str("</w:p></w:tc>");
}
