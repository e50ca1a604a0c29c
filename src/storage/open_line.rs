//! Which lines of a child's or a person's file a message may repeat: those on which nothing stands
//! but words of the schema and fields that are not personal.

use super::merge_mark::is_merge_mark;
use crate::domain::entries::{self, Entry, Key};
use crate::domain::privacy::Privacy;
use crate::domain::schema;

/// The entries of `staff.toml`, and the roles that somebody has.
const STAFF: &str = "staff";
const ROLES: &str = "staff.roles";

/// Keys of a person's entry that are not in the schema; what a role says stands on one line.
const OF_STAFF: [&str; 2] = ["id", "roles"];
const OF_ROLES: [&str; 6] = ["role", "class", "from", "until", "rank", "duty"];

/// May the line that follows `before` be repeated? It may when it is a merge's mark or the header
/// of a table that there is, or when every key on it is of a field that is not personal.
pub fn is_open(line: &str, before: &str) -> bool {
    if is_merge_mark(line) {
        return true;
    }
    if let Some(name) = header(line) {
        return is_table(name);
    }
    // Between two signs of equality stand a value and the next key, behind the last a value.
    let mut parts: Vec<&str> = line.split('=').collect();
    parts.pop();
    let table = before.lines().rev().find_map(header).unwrap_or_default();
    let mut keys = parts.iter().enumerate().map(|(at, part)| match at {
        0 => part.trim(),
        _ => last_word(part),
    });
    !parts.is_empty()
        && keys.all(|key| is_open_key(key, table))
        && !line.contains('#')
        && !begins_inside(before)
}

/// The name between the brackets of a table's header, a bracket too few among them.
fn header(line: &str) -> Option<&str> {
    let line = line.trim();
    line.starts_with('[').then(|| line.trim_matches(['[', ']', ' ']))
}

fn is_table(name: &str) -> bool {
    [schema::OWN, STAFF, ROLES].contains(&name)
        || entry(name).is_some()
        || schema::tables(schema::CHILD).contains(&name)
}

fn entry(name: &str) -> Option<&'static Entry> {
    entries::CHILD.into_iter().find(|entry| entry.name == name)
}

fn is_open_key(key: &str, table: &str) -> bool {
    let is_open = |fields, path: &str| {
        schema::find(fields, path).is_some_and(|own| own.privacy == Privacy::Open)
    };
    match (table, entry(table)) {
        ("", _) => key == "id" || is_open(schema::CHILD, key),
        (STAFF, _) => {
            OF_STAFF.contains(&key) || OF_ROLES.contains(&key) || is_open(schema::STAFF, key)
        }
        (ROLES, _) => OF_ROLES.contains(&key),
        (_, Some(entry)) => entry.key(key).is_some_and(Key::may_be_repeated),
        (_, None) => is_open(schema::CHILD, &format!("{table}.{key}")),
    }
}

fn last_word(part: &str) -> &str {
    let part = part.trim_end();
    let is_in_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    &part[part.trim_end_matches(is_in_key).len()..]
}

/// Does a line begin inside a text or a list that an earlier line opened? What looks like a key
/// there is none.
fn begins_inside(before: &str) -> bool {
    let (mut rest, mut depth) = (before, 0_usize);
    while let Some(letter) = rest.chars().next() {
        let long = ["\"\"\"", "'''"].into_iter().find(|quote| rest.starts_with(quote));
        rest = match (long, letter) {
            (Some(quote), _) => match rest[quote.len()..].split_once(quote) {
                Some((_, after)) => after,
                None => return true,
            },
            (None, '"' | '\'') => behind_text(&rest[letter.len_utf8()..], letter),
            (None, '#') => rest.find('\n').map_or("", |end| &rest[end..]),
            (None, _) => {
                match letter {
                    '[' | '{' => depth += 1,
                    ']' | '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                &rest[letter.len_utf8()..]
            }
        };
    }
    depth > 0
}

/// What stands behind a text that ends with this quote, or with its line.
fn behind_text(text: &str, quote: char) -> &str {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        if letter == '\n' {
            return &text[at..];
        }
        if letter == quote && !is_escaped {
            return &text[at + quote.len_utf8()..];
        }
        is_escaped = quote == '"' && letter == '\\' && !is_escaped;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::is_open;

    #[test]
    fn a_line_is_open_when_all_that_stands_on_it_is_known_and_not_personal() {
        for (line, before) in [
            ("[father]", ""),
            ("[[spell]]", "phone = [\n"),
            ("[[spell]", ""),
            (" [ contact_card ] ", ""),
            ("risk = \"hihg\"", "id = \"C7K3FQ\"\n"),
            ("away = 3", "[father]\n"),
            (
                "roles = [{ role = \"nurse\", class = \"2021-2\", from = 2024-09-01 }]",
                "[[staff]]\n",
            ),
            ("joined = 3", "[x]\nid = 1\n[[spell]]\n"),
            ("<<<<<<< HEAD", ""),
        ] {
            assert!(is_open(line, before), "{line}");
        }
    }

    #[test]
    fn a_line_with_a_strange_header_or_a_key_that_is_personal_or_unknown_is_not_open() {
        for line in [
            "[\"990101201503120015\"]",
            "[father.990101201503120015]",
            "990101201503120015 = 1",
            "phone = [\"1\"]",
            "jioned = 2024-09-02",
            "risk = \"low\" birth_date = 2015-03-12",
            "risk = \"low\" # 2015-03-12",
            "role",
        ] {
            assert!(!is_open(line, ""), "{line}");
        }
        for line in ["roles = [{ name = \"x\" }]", "roles = [{ \"x\" = 1 }]", "name = 3"] {
            assert!(!is_open(line, "[[staff]]\n"), "{line}");
        }
        for before in ["[x]\n", "[father]\n", "[990101]\n", ""] {
            assert!(!is_open("role = 13800138000", before), "{before}");
        }
    }

    #[test]
    fn a_line_inside_a_text_or_a_list_of_lines_is_not_open() {
        let line = "risk = 13800138000";
        for before in
            ["address = \"\"\"\n", "phone = [\n", "phone = ['a\n  'b',\n", "x = '''\n\"\n"]
        {
            assert!(!is_open(line, before), "{before}");
        }
        for before in ["address = \"\"\"a\nb\"\"\"\n", "phone = [\"[\\\"\"]\n", "# don't [\n"] {
            assert!(is_open(line, before), "{before}");
        }
    }
}
