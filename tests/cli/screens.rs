//! The screens on the example homes, in both languages, as expected files that people have read.
//! `CARE_UPDATE_EXPECTED=1` writes them anew; then they are to be read again.

use std::fs;

use crate::harness::{Home, project};

/// Screen, home, and the words after `care`.
const SCREENS: &[(&str, &str, &str)] = &[
    ("overdue", "guzhuang", "overdue --today 2024-12-20"),
    ("overdue-advised", "guzhuang", "overdue --level advised --today 2025-02-10"),
    ("overdue-by-staff", "guzhuang", "overdue --group-by staff --today 2024-12-20"),
    ("overdue-by-class", "goudun", "overdue --group-by class --today 2024-12-20"),
    ("due", "guzhuang", "due --today 2024-12-29 --class 2020-1"),
    ("due-promised", "guzhuang", "due --today 2024-12-18"),
    ("overdue-promised", "guzhuang", "overdue --level advised --today 2024-12-20"),
    ("overdue-inform", "guzhuang", "overdue --level inform --class 2021-2 --today 2024-12-20"),
    ("why-promised", "guzhuang", "why CY8SWX talk-follow-up --today 2024-12-20"),
    ("show", "guzhuang", "show CYQPBC --today 2024-12-20"),
    ("rules", "guzhuang", "rules --today 2024-12-20"),
    ("calendar", "guzhuang", "calendar --today 2024-12-20"),
    ("list", "guzhuang", "list --class 2020-1 --left --today 2024-12-20"),
    ("count", "guzhuang", "list --count-by care_type --today 2024-12-20"),
    ("records", "guzhuang", "records --child CYQPBC --month 2024-11 --today 2024-12-20"),
    ("records-of-one", "guzhuang", "records 谈心 --class 4.2 --month 10 --today 2024-12-20"),
    ("records-of-change", "guzhuang", "records change counselling --today 2025-06-20"),
    ("list-staff", "guzhuang", "list staff --today 2024-12-20"),
    ("list-pairs", "tingshui", "list pairs --class 2024-1 --today 2024-12-20"),
    ("list-classes", "goudun", "list classes --today 2024-12-20"),
    ("find", "guzhuang", "find 欧阳 --today 2024-12-20"),
    ("show-all", "goudun", "show C15JED --all --today 2025-06-27"),
    ("check", "guzhuang", "check --today 2025-07-04"),
    ("check-run-out", "guzhuang", "check --today 2025-09-30"),
    ("why-met", "guzhuang", "why C6750A monthly-talk --today 2024-10-31"),
    ("why-missed", "guzhuang", "why CK1K32 term-visit --today 2024-12-20"),
    ("why-exempt", "guzhuang", "why CEE2MV monthly-letter-or-call --today 2024-12-01"),
    ("why-not-owed", "guzhuang", "why CM3M8D monthly-talk --today 2024-12-20"),
    ("why-contact", "guzhuang", "why CK1Q73 monthly-guardian-contact --today 2024-12-20"),
    ("why-survey", "guzhuang", "why C6E4SR five-heading-survey --today 2024-12-20"),
    ("attention", "guzhuang", "attention --today 2024-12-20"),
    ("attention", "goudun", "attention --today 2024-12-20"),
    ("report", "guzhuang", "print report --today 2025-01-17"),
    ("report", "sunchengsi", "print report --today 2025-01-17"),
    ("report", "tingshui", "print report --today 2025-01-15"),
    ("report", "wangjiaba", "print report --today 2025-01-16"),
    ("report", "goudun", "print report --year 2024 --today 2025-01-20"),
    ("report-month", "goudun", "print report month --month 2024-11 --today 2024-12-03"),
    ("report-absence", "goudun", "print report absence --month 2024-11 --today 2024-12-03"),
    ("overdue", "sunchengsi", "overdue --today 2024-12-20"),
    ("due", "sunchengsi", "due --days 2 --today 2024-12-20"),
    ("rules", "sunchengsi", "rules --why --today 2024-12-20"),
    ("why-file", "sunchengsi", "why C5NK05 child-file --today 2024-12-20"),
    ("why-card", "sunchengsi", "why CPS6Z9 contact-card --today 2024-12-20"),
    ("why-talk", "sunchengsi", "why C5NK05 pair-talk --today 2024-10-20"),
    ("overdue", "tingshui", "overdue --today 2024-12-20"),
    ("due", "tingshui", "due --class 2021-1 --today 2024-12-26"),
    ("rules", "tingshui", "rules --why --today 2024-12-20"),
    ("count", "tingshui", "list --count-by care_type --today 2024-12-20"),
    ("why-not-by", "tingshui", "why CF9F8H monthly-visit --today 2024-12-20"),
    ("why-exempt", "tingshui", "why CS1Y0D monthly-call --today 2024-12-20"),
    ("why-letter", "tingshui", "why C2JCF8 term-letter --today 2025-01-20"),
    ("overdue", "wangjiaba", "overdue --today 2024-12-20"),
    ("due", "wangjiaba", "due --class 2021-2 --today 2024-12-20"),
    ("rules", "wangjiaba", "rules --why --today 2024-12-20"),
    ("why-headings", "wangjiaba", "why CKWVZV weekly-talk --today 2024-10-20"),
    ("why-plan", "wangjiaba", "why C2NQBP individual-plan --today 2024-12-20"),
    ("why-occasion", "wangjiaba", "why CKWVZV occasion-letter --today 2024-10-20"),
    ("overdue", "goudun", "overdue --today 2024-12-20"),
    ("due", "goudun", "due --class 2021-2 --today 2024-12-26"),
    ("rules", "goudun", "rules --why --today 2024-12-20"),
    ("why-lecture", "goudun", "why C1F9F1 term-lecture --today 2025-01-20"),
    ("why-rejoined", "goudun", "why C15JED monthly-visit --today 2025-06-27"),
    ("why-each", "guzhuang", "why CYQPBC --today 2025-03-20"),
    ("why-help", "guzhuang", "why CYQPBC pair-help --today 2024-10-20"),
    ("why-training", "guzhuang", "why CYQPBC guardian-training --today 2024-10-20"),
    ("why-each", "sunchengsi", "why C5NK05 --today 2024-12-20"),
    ("why-visit", "sunchengsi", "why C5NK05 pair-visit --today 2024-10-20"),
    ("why-aid", "sunchengsi", "why C5NK05 aid-to-the-poor --today 2024-12-20"),
    ("why-each", "tingshui", "why CF9F8H --today 2024-12-20"),
    ("why-report", "tingshui", "why CF9F8H report-to-parents --today 2024-12-20"),
    ("why-tutoring", "tingshui", "why CF9F8H tutoring-visit --today 2024-12-20"),
    ("why-each", "wangjiaba", "why CKWVZV --today 2024-10-20"),
    ("why-exchange", "wangjiaba", "why CKWVZV guardian-exchange --today 2024-10-20"),
    ("why-card", "wangjiaba", "why CKWVZV talk-card --today 2024-09-25"),
    ("why-each", "goudun", "why C15JED --today 2024-12-20"),
    ("why-call", "goudun", "why C15JED family-call --today 2024-10-20"),
    ("why-class", "goudun", "why 402 class-handover --today 2025-07-10"),
    ("why-school", "sunchengsi", "why school --today 2024-09-04"),
    ("why-staff", "wangjiaba", "why TM5XR6 care-diary --today 2024-10-20"),
    ("rules-against", "guzhuang", "rules --against national --today 2024-12-20"),
    ("rules-against", "sunchengsi", "rules --against national --today 2024-12-20"),
    ("rules-suggest", "guzhuang", "rules --suggest national --today 2024-12-20"),
    ("matrix-or", "guzhuang", "matrix --rule monthly-letter-or-call --today 2024-12-20"),
    ("matrix-class", "guzhuang", "matrix --class 2021-2 --today 2024-12-20"),
    ("matrix-month", "sunchengsi", "matrix --month 2024-10 --rule home-open --today 2024-12-20"),
    ("matrix", "wangjiaba", "matrix --class 2021-2 --today 2024-12-20"),
    ("rates", "guzhuang", "rates --today 2024-12-20"),
    ("rates-by-staff", "guzhuang", "rates --by staff --today 2024-12-20"),
    ("rates-by-class", "goudun", "rates --by class --today 2024-12-20"),
    ("rates-by-month", "tingshui", "rates --by month --term 2024-2025-2 --today 2025-07-04"),
    ("why-growth", "goudun", "why C15JED growth-bag --today 2024-12-20"),
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

/// Lists on terminals of these widths.
const WIDTHS: &[(usize, &str, &str)] = &[
    (80, "guzhuang", "overdue --today 2024-12-20"),
    (120, "guzhuang", "overdue --today 2024-12-20"),
    (40, "guzhuang", "overdue --today 2024-12-20"),
    (80, "guzhuang", "due --today 2024-12-18"),
    (80, "guzhuang", "list --class 2020-1 --today 2024-12-20"),
    (40, "guzhuang", "list --class 2020-1 --today 2024-12-20"),
    (80, "guzhuang", "list staff --today 2024-12-20"),
    (80, "guzhuang", "rules --today 2024-12-20"),
    (120, "guzhuang", "rules --today 2024-12-20"),
    (80, "guzhuang", "records --child CYQPBC --month 2024-11 --today 2024-12-20"),
    (80, "guzhuang", "why CYQPBC --today 2025-03-20"),
    (80, "goudun", "show C15JED --all --today 2025-06-27"),
    (80, "wangjiaba", "matrix --rule weekly-talk --class 2021-2 --today 2024-12-20"),
    (120, "wangjiaba", "matrix --rule weekly-talk --class 2021-2 --today 2024-12-20"),
    (80, "sunchengsi", "matrix --rule home-open --today 2024-12-20"),
    (80, "wangjiaba", "rates --today 2024-12-20"),
    (100, "tingshui", "list pairs --class 2024-1 --today 2024-12-20"),
];

#[test]
fn the_screens_fit_the_terminals_that_they_were_read_on() {
    let update = std::env::var_os("CARE_UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for (width, example, line) in WIDTHS {
        let home = Home::copy_of(&format!("examples/{example}")).wide(*width);
        home.keep_private();
        for lang in ["zh-CN", "en"] {
            let ran = home.run(&format!("{line} --lang {lang}"));
            let shown = format!("$ care {line} --lang {lang}\n{}{}", ran.out, ran.err);
            let name: Vec<&str> = line.split(' ').filter(|word| !word.contains('-')).collect();
            let file = format!("{example}-{}-{width}.{}.txt", name.join("-"), &lang[..2]);
            let file = project().join("tests/screens/widths").join(file);
            if update {
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(&file, &shown).unwrap();
            }
            if fs::read_to_string(&file).unwrap_or_default() != shown {
                wrong.push(format!("{}:\n{shown}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn no_line_of_a_list_is_wider_than_the_terminal_and_wide_shows_every_column() {
    use unicode_width::UnicodeWidthStr;
    for width in [40, 80, 100, 120] {
        let home = Home::copy_of("examples/guzhuang").wide(width);
        home.keep_private();
        for command in [
            "overdue",
            "due --days 30",
            "list",
            "list staff",
            "rules",
            "list pairs",
            "matrix",
            "rates",
        ] {
            for lang in ["zh-CN", "en"] {
                let line = format!("{command} --today 2024-12-20 --lang {lang}");
                let out = home.run(&line).out;
                let over: Vec<&str> = out.lines().filter(|line| line.width() > width).collect();
                assert_eq!(over, Vec::<&str>::new(), "{width}: {line}");
                let whole = Home::copy_of("examples/guzhuang");
                whole.keep_private();
                assert_eq!(home.run(&format!("{line} --wide")).out, whole.run(&line).out);
            }
        }
    }
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
