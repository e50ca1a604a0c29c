//! What a document for Word and WPS calls its own parts.

use super::messages;

messages! {
    /// A style, or a line at the foot of each page.
    DocumentWord {
        ToWrite => "待填写", "To Write";
        Note => "表外说明", "Note";
        Signed => "签名", "Signatures";
        FormHeading => "表名", "Form Heading";
        TableText => "表内文字", "Table Text";
        Gap => "表间距", "Gap";
        PageOf { page: &'a str, pages: &'a str } =>
            format!("第 {page} 页 共 {pages} 页"), format!("Page {page} of {pages}");
    }
}
