//! What the headings of a school's sheets mean, as a clerk writes it down.

use toml_edit::{DocumentMut, Item};

/// The lines of a map: the kind of list, where one is named, the heading, and the field. Nothing
/// where it is no map.
pub fn parse(text: &str) -> Option<Vec<(Option<String>, String, String)>> {
    let document: DocumentMut = text.parse().ok()?;
    let mut lines = Vec::new();
    for (key, item) in document.iter() {
        match item {
            Item::Table(inside) => {
                for (heading, field) in inside {
                    let field = field.as_str()?.to_owned();
                    lines.push((Some(key.to_owned()), heading.to_owned(), field));
                }
            }
            item => lines.push((None, key.to_owned(), item.as_str()?.to_owned())),
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_map_names_fields_for_every_list_or_for_one_kind() {
        let lines = parse("\"家长手机\" = \"carer.phone\"\n[talk]\n\"心得\" = \"\"\n").unwrap();
        let line = |kind: Option<&str>, heading: &str, field: &str| {
            (kind.map(str::to_owned), heading.to_owned(), field.to_owned())
        };
        assert_eq!(lines, [line(None, "家长手机", "carer.phone"), line(Some("talk"), "心得", "")]);
        for text in ["家长手机 = carer.phone", "\"a\" = 1", "\"a\" = [\"b\"]", "[a]\nb = 2"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
