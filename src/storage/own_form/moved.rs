//! What must move in a workbook when rows of a sheet are repeated, and what cannot.

use super::cell_ref::{Added, CellRef, mentioned};
use super::xml::{Element, XmlNode};
use crate::domain::own_form::fault::Unmovable;

/// Elements of a sheet with a range, or several, in this attribute.
const RANGED: [(&str, &str); 8] = [
    ("dimension", "ref"),
    ("autoFilter", "ref"),
    ("hyperlink", "ref"),
    ("sortState", "ref"),
    ("conditionalFormatting", "sqref"),
    ("dataValidation", "sqref"),
    ("ignoredError", "sqref"),
    ("protectedRange", "sqref"),
];

/// Elements of a sheet that are of rows which stay.
const FORMULAS: [&str; 4] = ["f", "formula", "formula1", "formula2"];

/// What of a sheet cannot move with its repeated rows, and in which cell it stands, if in any.
pub fn unmovable(sheet: &Element, name: &str, added: &Added) -> Option<(Unmovable, String)> {
    let first = added.first()?;
    for own in sheet.all() {
        let found = match own.local() {
            "tablePart" => Some(Unmovable::Table),
            "legacyDrawing" => Some(Unmovable::Comment),
            "oleObject" | "control" | "dataConsolidate" | "scenario" => Some(Unmovable::Other),
            _ => None,
        };
        if let Some(found) = found {
            return Some((found, first.to_string()));
        }
        let is_formula = FORMULAS.contains(&own.local());
        if is_formula && reaches(&own.text(), (name, name), first, own.local() != "f") {
            return Some((Unmovable::Formula, first.to_string()));
        }
    }
    let rows = sheet.child("sheetData").into_iter().flat_map(Element::elements);
    for cell in rows.flat_map(Element::elements) {
        let place = cell.attribute("r").unwrap_or_default();
        let row = CellRef::read(&place).and_then(|own| own.row);
        if cell.child("f").is_some() && row.is_some_and(|row| row >= first) {
            return Some((Unmovable::Formula, place));
        }
    }
    let joints = sheet.child("mergeCells").into_iter().flat_map(Element::elements);
    for joint in joints.filter_map(|own| own.attribute("ref")) {
        let Some((top, bottom)) = rows_of(&joint) else { continue };
        if top != bottom && (top..=bottom).any(|row| added.of(row) > 0) {
            return Some((Unmovable::Joint, joint));
        }
    }
    None
}

/// Does a formula tell of a row that moves? What is ruled by the row itself may tell of it.
pub fn reaches(formula: &str, (own, sheet): (&str, &str), first: u32, itself: bool) -> bool {
    mentioned(formula).into_iter().any(|place| {
        let is_there = place.sheet.as_deref().unwrap_or(own) == sheet;
        let text = formula.get(place.at).unwrap_or_default();
        let (_, last) = rows_of(text).unwrap_or_default();
        is_there && (last > first || last == first && !itself)
    })
}

/// The rows of a range; none of whole columns.
fn rows_of(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    Some((CellRef::read(first)?.row?, CellRef::read(last)?.row?))
}

/// Does a drawing reach a row that moves?
pub fn drawing_reaches(drawing: &Element, added: &Added) -> bool {
    let Some(first) = added.first() else { return false };
    let rows = drawing.all().into_iter().filter(|own| own.local() == "row");
    // Drawings count rows from 0.
    let mut rows = rows.filter_map(|own| own.text().trim().parse::<u32>().ok());
    rows.any(|row| row + 1 > first)
}

/// Moves what a sheet says of its rows.
pub fn moved(sheet: &mut Element, added: &Added) {
    let Some(first) = added.first() else { return };
    sheet.each_mut(&mut |own| {
        for (name, attribute) in RANGED {
            if own.local() == name
                && let Some(moved) = own.attribute(attribute).and_then(|own| added.ranges(&own))
            {
                own.set(attribute, &moved);
            }
        }
        if own.local() == "sqref"
            && let Some(moved) = added.ranges(&own.text())
        {
            own.set_text(&moved);
        }
    });
    if let Some(breaks) = sheet.child_mut("rowBreaks") {
        for node in &mut breaks.children {
            let XmlNode::Element(own) = node else { continue };
            let row = own.attribute("id").and_then(|own| own.parse::<u32>().ok());
            if let Some(row) = row.filter(|row| *row >= first) {
                own.set("id", &added.ended(row).to_string());
            }
        }
    }
    if let Some(joints) = sheet.child_mut("mergeCells") {
        let own = joints.children.iter().flat_map(|node| joint_moved(node, added));
        let own: Vec<XmlNode> = own.collect();
        let count = own.iter().filter(|node| matches!(node, XmlNode::Element(_))).count();
        joints.fill(own);
        joints.set("count", &count.to_string());
    }
}

/// Joined cells of a repeated row are joined in each.
fn joint_moved(node: &XmlNode, added: &Added) -> Vec<XmlNode> {
    let XmlNode::Element(own) = node else { return vec![node.clone()] };
    let range = own.attribute("ref").unwrap_or_default();
    let (first, last) = range.split_once(':').unwrap_or((&range, &range));
    let ends = CellRef::read(first).zip(CellRef::read(last));
    let Some((first, last)) = ends else { return vec![node.clone()] };
    let (Some(top), Some(bottom)) = (first.row, last.row) else { return vec![node.clone()] };
    let (begun, height) = (added.begun(top), bottom.saturating_sub(top));
    let joints = (0..=added.of(top)).map(|copy| {
        let row = |row| Some(begun + copy + row);
        let (first, last) = (first.in_row(row(0)), last.in_row(row(height)));
        let mut own = own.clone();
        own.set("ref", &format!("{}:{}", first.written(), last.written()));
        XmlNode::Element(own)
    });
    joints.collect()
}

/// A defined name (a print area, headings of a page) with the rows of this sheet moved.
pub fn name_moved(text: &str, sheet: &str, added: &Added) -> String {
    let mut moved = text.to_owned();
    for place in mentioned(text).into_iter().rev() {
        let old = text.get(place.at.clone()).unwrap_or_default();
        if place.sheet.as_deref() == Some(sheet)
            && let Some(new) = added.range(old)
        {
            moved.replace_range(place.at, &new);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::own_form::xml::Xml;

    fn sheet(inner: &str) -> Element {
        Xml::read(format!("<worksheet>{inner}</worksheet>").as_bytes()).unwrap().root
    }

    fn added() -> Added {
        let mut added = Added::default();
        added.add(4, 2);
        added
    }

    #[test]
    fn what_a_sheet_says_of_its_rows_moves_with_them() {
        let mut own = sheet(
            "<dimension ref=\"A1:F6\"/><mergeCells count=\"3\"><mergeCell ref=\"A1:F1\"/>\
             <mergeCell ref=\"B4:C4\"/><mergeCell ref=\"A5:F6\"/></mergeCells>\
             <conditionalFormatting sqref=\"B4 D6\"/><rowBreaks><brk id=\"6\"/></rowBreaks>",
        );
        moved(&mut own, &added());
        let mut text = String::new();
        own.write(&mut text);
        for said in [
            "<dimension ref=\"A1:F8\"/>",
            "count=\"5\"",
            "<mergeCell ref=\"A1:F1\"/><mergeCell ref=\"B4:C4\"/><mergeCell ref=\"B5:C5\"/>\
             <mergeCell ref=\"B6:C6\"/><mergeCell ref=\"A7:F8\"/>",
            "sqref=\"B4:B6 D8\"",
            "<brk id=\"8\"/>",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(
            name_moved("'花 名册'!$A$1:$F$6,Sheet2!$A$5", "花 名册", &added()),
            "'花 名册'!$A$1:$F$8,Sheet2!$A$5"
        );
    }

    #[test]
    fn what_cannot_move_is_named() {
        let row = |row: u32, cell: &str| {
            format!("<sheetData><row r=\"{row}\"><c r=\"B{row}\">{cell}</c></row></sheetData>")
        };
        let told = |inner: &str| unmovable(&sheet(inner), "一班", &added()).map(|(own, _)| own);
        assert_eq!(told(&row(3, "<f>A1+TODAY()</f>")), None);
        assert_eq!(told(&row(3, "<f>二班!B9</f>")), None);
        assert_eq!(told(&row(3, "<f>SUM(B4:B4)</f>")), Some(Unmovable::Formula));
        assert_eq!(told(&row(5, "<f>A1</f>")), Some(Unmovable::Formula));
        assert_eq!(
            told("<mergeCells><mergeCell ref=\"A4:A5\"/></mergeCells>"),
            Some(Unmovable::Joint)
        );
        assert_eq!(told("<mergeCells><mergeCell ref=\"A5:A6\"/></mergeCells>"), None);
        assert_eq!(told("<tableParts><tablePart/></tableParts>"), Some(Unmovable::Table));
        assert_eq!(unmovable(&sheet("<legacyDrawing/>"), "一班", &Added::default()), None);
        let drawing = sheet("<from><row>3</row></from>");
        assert!(!drawing_reaches(&drawing, &added()));
        assert!(drawing_reaches(&sheet("<to><row>4</row></to>"), &added()));
    }
}
