//! Documents as `LibreOffice` prints them.

use crate::tools::{Made, pages};

/// How many pages each has, and whether they lie across.
const PRINTED: [(&str, usize, bool); 5] = [
    ("overdue", 1, false),
    ("print pairs", 2, true),
    ("print book 谈心 --class 四2 --month 2024-11", 4, false),
    ("print cards --class 四2", 1, false),
    ("print form registration 诸葛明哲", 1, false),
];

#[test]
fn a_document_is_printed_on_a4_a_wide_table_across_and_each_form_on_its_page() {
    for (line, count, is_across) in PRINTED {
        let Some(sizes) = pages(&Made::new(line, "zh-CN", "docx")) else { return };
        assert_eq!(sizes.len(), count, "{line}: {sizes:?}");
        for size in &sizes {
            assert!(size.contains("(A4)"), "{line}: {size}");
            assert_eq!(size.starts_with("84"), is_across, "{line}: {size}");
        }
    }
}
