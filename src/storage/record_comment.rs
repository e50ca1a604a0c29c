//! The comments inside a value of a TOML text, which are kept when the value goes.

/// The comments inside a value, each without its line's end. A `#` inside a string is none.
pub fn inside(value: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = value;
    while let Some(at) = rest.find(['"', '\'', '#']) {
        rest = &rest[at..];
        if rest.starts_with('#') {
            let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
            found.push(rest[..end].trim_end());
            rest = &rest[end..];
        } else {
            rest = after_string(rest);
        }
    }
    found
}

/// What follows the string that a text begins with.
fn after_string(text: &str) -> &str {
    let quote = if text.starts_with('"') { '"' } else { '\'' };
    let long = quote.to_string().repeat(3);
    let ending = if text.starts_with(&long) { long } else { quote.to_string() };
    let mut rest = &text[ending.len()..];
    while !rest.is_empty() && !rest.starts_with(&ending) {
        let mut letters = rest.chars();
        // In these strings a backslash takes the next letter's meaning away.
        if letters.next() == Some('\\') && quote == '"' {
            letters.next();
        }
        rest = letters.as_str();
    }
    rest.get(ending.len()..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn a_mark_in_a_string_begins_no_comment() {
        let list =
            "[\n  \"1#2\", # 母亲\n  'a\\', # 停机\r\n  \"\\\"#\" , \"\"\"x\"#\"\"\"\n # 末\n]";
        assert_eq!(inside(list), ["# 母亲", "# 停机", "# 末"]);
        assert_eq!(inside("\"#\""), Vec::<&str>::new());
        assert_eq!(inside("3"), Vec::<&str>::new());
    }
}
