//! A text that is read as plain gives the tree that the TOML library gives, and the library has
//! nothing to say of it.

use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::*;

/// Checks one text and tells whether it was plain.
fn hold(text: &str) -> bool {
    let plain = read(text);
    if let Some(tree) = &plain {
        let (table, errors) = DeTable::parse_recoverable(text);
        assert!(errors.is_empty(), "{text}");
        assert_eq!(*tree, Tree::of(table.into_inner()), "{text}");
    }
    plain.is_some()
}

/// Every TOML file below a folder.
#[allow(clippy::disallowed_methods, reason = "the files of the project, not of a home")]
fn texts(folder: &Path, all: &mut Vec<String>) {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts(&path, all);
        } else if path.extension().is_some_and(|own| own == "toml") {
            all.push(String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned());
        }
    }
}

fn all_texts() -> Vec<String> {
    let mut all = Vec::new();
    for folder in ["examples", "tests/golden", "tests/mistakes", "tests/fuzz", "data-template"] {
        texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut all);
    }
    all
}

#[test]
fn every_file_of_the_homes_here_is_left_to_the_library_or_read_as_it_does() {
    let texts = all_texts();
    let plain = texts.iter().filter(|text| hold(text)).count();
    assert!(texts.len() > 500 && plain * 10 > texts.len() * 8, "{plain} of {}", texts.len());
}

#[test]
fn what_is_not_plain_is_left_to_the_library() {
    for text in [
        "a = 'b'",
        "a = \"\\n\"",
        "a = \"\"\"b\"\"\"",
        "a.b = 1",
        "[a.b]",
        "[ a ]",
        "\"a\" = 1",
        "a = 1.5",
        "a = 1_000",
        "a = +1",
        "a = 0x1",
        "a = 01",
        "a = 2024-02-30",
        "a = 2024-9-1",
        "a = 2024-09-01T08:00:00",
        "a = 2024-09-01 08:00:00",
        "a = 08:00:00",
        "a = true1",
        "a =",
        "a = 1\na = 2",
        "[a]\n[a]",
        "a = 1\n[a]",
        "a = []\n[[a]]",
        "[[a]]\n[a]",
        "[a]\n[[a]]",
        "a = {}",
        "a = { b = 1, }",
        "a = { b = 1\n}",
        "a = { b = 1, b = 2 }",
        "a = [1",
        "a = [,]",
        "a = [1 2]",
        "a = \"b",
        "a = \"b\nc\"",
        "a = 1 b = 2",
        "a = 1\rb = 2",
        "a = \"\u{7f}\"",
        "# \u{1}",
        "\u{feff}a = 1",
        "a",
        "= 1",
        "[a",
        "[[a]",
        "[a]]",
        "a = [[[[[1]]]]]",
    ] {
        assert!(!hold(text), "{text}");
    }
}

#[test]
fn plain_is_what_the_program_writes() {
    for text in [
        "",
        "\n",
        "# 说明",
        "a = \"\"",
        "a = \"文\" # 说明\r\n\r\n",
        "a=1",
        "\ta\t=\ttrue\t",
        "a = 0",
        "a = 999999999999999999",
        "a = 2024-02-29 ",
        "a = []",
        "a = [\n  1, # 一\n  2,\n]",
        "a = { b = [{ c = 1 }], d = false }",
        "b = 1\na = 2\n[d]\n[c]\ne = \"\"\n[[f]]\n[[f]]\ng = 1",
        "[[f]]\n[c]\n[[f]]\n[[e]]\n",
    ] {
        assert!(hold(text), "{text}");
    }
}

#[test]
fn files_that_were_changed_by_chance_are_left_to_the_library_or_read_as_it_does() {
    let texts = all_texts();
    let mut chance = 11u64;
    let mut below = |end: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888);
        usize::try_from(chance >> 33).unwrap() % end
    };
    let pieces = [
        "\"",
        "'",
        "\n",
        "\r\n",
        "\r",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ".",
        ",",
        "#",
        " ",
        "\t",
        "\\",
        "-",
        "_",
        "0",
        "1",
        "true",
        "2024-02-30",
        "2024-09-01",
        "08:00",
        "e",
        "+",
        "x = 1\n",
        "[x]\n",
        "[[x]]\n",
        "\u{7f}",
        "\u{0}",
        "\u{feff}",
        "文",
        "\"\"\"",
        "id = \"C00000\"\n",
    ];
    let mut plain = 0;
    for _ in 0..30_000 {
        let text = &texts[below(texts.len())];
        let mut letters: Vec<char> = text.chars().take(1200).collect();
        for _ in 0..=below(3) {
            let at = below(letters.len() + 1);
            match below(3) {
                0 => letters.truncate(at),
                1 => drop(letters.splice(at..(at + below(12)).min(letters.len()), [])),
                _ => drop(letters.splice(at..at, pieces[below(pieces.len())].chars())),
            }
        }
        plain += u32::from(hold(&letters.into_iter().collect::<String>()));
    }
    assert!(plain > 3_000, "{plain}");
}
