//! A view that is a text, or has one above its table, where there are only lines.

use crate::render::fit::folded;
use crate::render::screen::SheetView;
use crate::render::sheet::Prose;

/// How headings are marked: those of a part, those below it, and those within a text.
pub struct HeadingMarks {
    part: &'static str,
    below: &'static str,
    within: &'static str,
}

/// Of lines on a screen.
pub const LINES: HeadingMarks = HeadingMarks { part: "", below: "", within: "" };

/// Of Markdown.
pub const MARKDOWN: HeadingMarks = HeadingMarks { part: "## ", below: "### ", within: "#### " };

/// The heading and the text, paragraph by paragraph, no wider than so many half Chinese letters.
pub fn told(view: &SheetView, manner: &HeadingMarks, width: usize) -> Vec<String> {
    let mark = if view.is_below { manner.below } else { manner.part };
    let heading = view.heading.iter().map(|heading| format!("{mark}{heading}"));
    let text = view.prose.iter().map(|own| match own {
        Prose::Said(text) | Prose::ToWrite(text) => text.clone(),
        Prose::Heading(text) => format!("{}{text}", manner.within),
    });
    let fits = |text: String| {
        let lines: Vec<String> = text.lines().flat_map(|line| folded(line, width)).collect();
        lines.join("\n")
    };
    heading.chain(text).map(fits).collect()
}
