//! The screens on the example homes, in both languages, as expected files that people have read.
//! `CARE_UPDATE_EXPECTED=1` writes them anew; then they are to be read again.

use std::fs;

use crate::harness::{Home, project};

/// Screen, home, and the words after `care`.
const SCREENS: &[(&str, &str, &str)] = &[
    ("overdue", "guzhuang", "overdue --today 2024-12-20"),
    ("overdue-advised", "guzhuang", "overdue --level advised --today 2025-02-10"),
    ("overdue-by-staff", "guzhuang", "overdue --group-by staff --today 2024-12-20"),
    ("due", "guzhuang", "due --today 2024-12-29 --class 2020-1"),
    ("show", "guzhuang", "show CYQPBC --today 2024-12-20"),
    ("rules", "guzhuang", "rules --today 2024-12-20"),
    ("calendar", "guzhuang", "calendar --today 2024-12-20"),
    ("list", "guzhuang", "list --class 2020-1 --left --today 2024-12-20"),
    ("count", "guzhuang", "list --count-by care_type --today 2024-12-20"),
    ("check", "guzhuang", "check --today 2025-07-04"),
    ("check-run-out", "guzhuang", "check --today 2025-09-30"),
];

#[test]
fn the_screens_are_those_that_were_read_by_eye() {
    let update = std::env::var_os("CARE_UPDATE_EXPECTED").is_some();
    let folder = project().join("tests/screens");
    let mut wrong = Vec::new();
    for (name, example, line) in SCREENS {
        let home = Home::copy_of(&format!("examples/{example}"));
        home.keep_private();
        for lang in ["zh-CN", "en"] {
            let ran = home.run(&format!("{line} --lang {lang}"));
            let shown = format!("$ care {line} --lang {lang}\n{}{}", ran.out, ran.err);
            let file = folder.join(format!("{example}-{name}.{}.txt", &lang[..2]));
            if update {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&file, &shown).unwrap();
            }
            let expected = fs::read_to_string(&file).unwrap_or_default();
            if expected != shown {
                wrong.push(format!("{}:\n{shown}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn tables_are_aligned_by_the_width_of_their_letters() {
    use unicode_width::UnicodeWidthStr;
    let home = Home::copy_of("examples/guzhuang");
    for command in ["overdue", "list", "due --days 30", "obligations --class 2022-1"] {
        let out = home.run(&format!("{command} --today 2024-12-20")).out;
        let lines: Vec<&str> = out.lines().collect();
        let rule = lines.iter().position(|line| line.starts_with("----")).unwrap();
        let starts: Vec<usize> = column_starts(lines[rule]);
        for line in lines[rule + 1..].iter().take_while(|line| !line.is_empty()) {
            for start in &starts {
                let before: usize = width_before(line, *start);
                assert!(before == *start || before == line.width(), "{command}: {line}");
            }
        }
    }
}

/// Where the columns of a rule of dashes begin.
fn column_starts(rule: &str) -> Vec<usize> {
    let bytes = rule.as_bytes();
    (1..bytes.len()).filter(|at| bytes[*at] == b'-' && bytes[at - 1] == b' ').collect()
}

/// The width of the longest beginning of a line that ends at a letter's edge and is not wider.
fn width_before(line: &str, width: usize) -> usize {
    use unicode_width::UnicodeWidthChar;
    let mut so_far = 0;
    for letter in line.chars() {
        let next = so_far + letter.width().unwrap_or(0);
        if next > width {
            break;
        }
        so_far = next;
    }
    so_far
}
