//! The text of single rules in a file of rules: found, added and replaced, with every other byte
//! as it was.

use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::disk::Disk;
use super::journal::{self, Step};
use super::layout;

/// Where a `[[rule]]` stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    pub id: String,
    /// The comment lines right above it.
    above: Range<usize>,
    /// From its head to the end of its last line.
    own: Range<usize>,
}

impl RuleText {
    /// The rule with the comment above it.
    pub fn with_comment<'t>(&self, text: &'t str) -> &'t str {
        &text[self.above.start..self.own.end]
    }

    /// The rule alone.
    pub fn alone<'t>(&self, text: &'t str) -> &'t str {
        &text[self.own.clone()]
    }
}

/// The rules of a text that stand under heads of their own, in order; none when it is no TOML.
pub fn find(text: &str) -> Vec<RuleText> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let rules = document.get_ref().get("rule").and_then(|rules| rules.get_ref().as_array());
    let found = rules.into_iter().flat_map(|rules| rules.iter()).filter_map(|rule| {
        let id = rule.get_ref().as_table()?.get("id")?.get_ref().as_str()?;
        let start = text[..rule.span().start].rfind('\n').map_or(0, |at| at + 1);
        let is_headed = text[rule.span()].starts_with("[[");
        let own = start..line_end(text, last_byte(rule));
        is_headed.then(|| RuleText { id: id.to_owned(), above: comment_above(text, start), own })
    });
    if errors.is_empty() { found.collect() } else { Vec::new() }
}

/// Where the last thing in a value ends; a table's own span is that of its head.
fn last_byte(value: &Spanned<DeValue>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Table(table) => table.values().map(last_byte).max(),
        _ => None,
    };
    inner.unwrap_or(0).max(value.span().end)
}

/// The end of the line in which a byte stands, its break included.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |ahead| at + ahead + 1)
}

/// The lines of comment that stand without a gap above a line.
fn comment_above(text: &str, start: usize) -> Range<usize> {
    let lines = text[..start].split_inclusive('\n').rev();
    let comment = lines.take_while(|line| line.starts_with('#'));
    start - comment.map(str::len).sum::<usize>()..start
}

/// A text with rules at its end, each after a blank line.
pub fn with_added(text: &str, rules: &[String]) -> String {
    let mut whole = text.to_owned();
    let line_break = line_break(text);
    for rule in rules {
        if !whole.is_empty() {
            whole.push_str(if whole.ends_with('\n') { "" } else { line_break });
            whole.push_str(line_break);
        }
        whole.push_str(&rule.trim_end().replace('\n', line_break));
        whole.push_str(line_break);
    }
    whole
}

/// A text with another rule in the place of the one of its id; `None` when that does not stand
/// under a head of its own.
pub fn with_replaced(text: &str, id: &str, rule: &str) -> Option<String> {
    let old = find(text).into_iter().find(|own| own.id == id)?;
    let line_break = line_break(text);
    let rule = rule.trim_end().replace('\n', line_break);
    let tail = &text[old.own.end..];
    let gap = if text[..old.own.end].ends_with('\n') { line_break } else { "" };
    Some(format!("{}{rule}{gap}{tail}", &text[..old.own.start]))
}

/// How the lines of a text end.
fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The text of a home's rules.
pub fn read(root: &Path) -> Disk<String> {
    let bytes = journal::read(root, layout::RULES)?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The step that puts a text in the place of a home's rules.
pub fn step(before: String, text: String) -> Step {
    Step::Put { file: layout::RULES.to_owned(), before: Some(before), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# 开头\n\n# 第一条\n# 两行\n[[rule]]\nid = \"a\"\nname = \"甲\" # 尾\n\n\
                        # 里面\nwhy = \"\"\"\n[[rule]]\n\"\"\"\n[rule.where]\nmode = [\n\"x\",\n] \
                        # 末\n\n# 第二条\n[[rule]] # 头\nid = \"b\"\n\n# 收尾\n";

    #[test]
    fn a_rule_goes_from_its_head_to_its_last_line_with_the_comment_right_above_it() {
        let found = find(TEXT);
        let ids: Vec<&str> = found.iter().map(|own| own.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        let (a, b) = (found[0].with_comment(TEXT), found[1].with_comment(TEXT));
        assert!(a.starts_with("# 第一条\n# 两行\n[[rule]]\nid = \"a\"\n"), "{a}");
        assert!(a.ends_with("\n\"x\",\n] # 末\n"), "{a}");
        assert_eq!(b, "# 第二条\n[[rule]] # 头\nid = \"b\"\n");
        assert_eq!(found[1].alone(TEXT), "[[rule]] # 头\nid = \"b\"\n");
    }

    #[test]
    fn every_byte_around_a_rule_that_is_replaced_stays() {
        let new = with_replaced(TEXT, "a", "[[rule]]\nid = \"a\"\nx = 1\n").unwrap();
        let (before, after) = new.split_once("[[rule]]\nid = \"a\"\nx = 1\n").unwrap();
        assert!(TEXT.starts_with(before) && TEXT.ends_with(after), "{new}");
        assert_eq!(after, "\n# 第二条\n[[rule]] # 头\nid = \"b\"\n\n# 收尾\n");
        assert_eq!(with_replaced(TEXT, "c", ""), None);
        assert_eq!(with_replaced("rule = [{ id = \"a\" }]\n", "a", ""), None);
        let last = with_replaced("[[rule]]\nid = \"a\"", "a", "[[rule]]\nid = \"a\"\nx = 1\n");
        assert_eq!(last.as_deref(), Some("[[rule]]\nid = \"a\"\nx = 1"));
    }

    #[test]
    fn what_is_added_takes_the_line_breaks_of_the_text() {
        let rules = ["[[rule]]\nid = \"n\"\n".to_owned()];
        assert_eq!(with_added("", &rules), "[[rule]]\nid = \"n\"\n");
        assert_eq!(with_added("# 空", &rules), "# 空\n\n[[rule]]\nid = \"n\"\n");
        assert_eq!(with_added("# 空\r\n", &rules), "# 空\r\n\r\n[[rule]]\r\nid = \"n\"\r\n");
    }
}
