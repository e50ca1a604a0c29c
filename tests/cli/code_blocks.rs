//! The blocks of README.md and of the handbook that are no tour: the settings of mail, lines for a
//! shell, a fault as it is shown. What is typed one after the other is in `readme`.

use crate::harness::{Home, project};
use crate::readme::{HANDBOOK, README, arguments, blocks, text_of};

#[test]
fn the_mail_of_the_readme_is_understood_key_by_key() {
    let mail = blocks(&text_of(README), "ini").concat();
    let head = "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }";
    let home = Home::new().staff("T4M2XA", head).and("care.toml", &mail);
    home.keep_private();
    let ran = home.run("check --today 2024-10-10 --strict");
    let told = ran.out.lines().filter(|line| line.contains("care.toml"));
    assert_eq!(told.collect::<Vec<_>>(), Vec::<&str>::new(), "{}", ran.out);
    // A key that is not known is told, so that the silence above means something.
    let mistyped = home.read("care.toml").replace("due_days", "due_dayz");
    let home = home.with("care.toml", &mistyped);
    assert!(home.run("check").out.contains("due_dayz"));
}

#[test]
fn the_list_for_a_group_chat_is_made_as_the_readme_says() {
    let block = blocks(&text_of(README), "sh").pop().unwrap();
    let (list, _) = block.split_once(" |\n").unwrap();
    let home = Home::copy_of("examples/guzhuang").at("2024-12-20");
    let ran = home.run(&arguments(list).unwrap());
    assert_eq!((ran.err.as_str(), ran.code), ("", 0));
    assert!(!ran.out.is_empty() && ran.out.len() <= 2048, "{}", ran.out);
}

#[test]
fn what_the_readme_lets_a_shell_run_is_there() {
    let blocks = blocks(&text_of(README), "sh");
    let lines: Vec<&str> = blocks.iter().flat_map(|block| block.lines()).collect();
    let from_source = "cargo run --release -- ";
    let line = lines.iter().find_map(|line| line.strip_prefix(from_source)).unwrap();
    let home = Home::empty();
    let line = line.replace("examples", &project().join("examples").display().to_string());
    assert_eq!(home.run(&line).code, 0);
    assert!(lines.contains(&"tests/run") && project().join("tests/run").is_file());
    // The flags of the static program are those of a release.
    let built = text_of("tests/release/build");
    let flags = lines.iter().find(|line| line.starts_with("RUSTFLAGS=")).unwrap();
    for part in ["-C target-feature=+crt-static", "x86_64-unknown-linux-gnu"] {
        assert!(flags.contains(part) && built.contains(&part.replace("-C ", "-C")), "{part}");
    }
}

#[test]
fn the_fault_that_the_handbook_shows_is_what_check_says() {
    let shown = blocks(&text_of(HANDBOOK), "text")[0].clone();
    let rule = "[[rule]]\nid = \"talk\"\nname = \"谈心\"\nwhy = \"章程\"\nrecords = [\"talk\"]\n\
                every = \"month\"\n";
    let before = "\n".repeat(26 - rule.lines().count());
    let home = Home::new().with("rules.toml", &format!("{before}{rule}from = \"2024-10-14\"\n"));
    let said = home.run("check --today 2024-10-20").out;
    assert!(said.contains(&shown), "{said}");
}

#[test]
fn no_block_is_of_a_language_that_nothing_here_tries() {
    let tried = [
        (README, &["text", "sh", "console", "toml", "ini"][..], [1, 5, 6, 1, 1].iter().sum()),
        (HANDBOOK, &["", "toml", "text"][..], 0),
    ];
    for (file, languages, count) in tried {
        let text = text_of(file);
        let fences: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("```")).collect();
        let opening: Vec<&str> = fences.iter().step_by(2).copied().collect();
        let untried: Vec<&&str> = opening.iter().filter(|own| !languages.contains(own)).collect();
        assert_eq!(untried, Vec::<&&str>::new(), "{file}");
        // A new one of the shell or of text is to be tried by a test of its own.
        assert!(count == 0 || opening.len() == count, "{file}: {} blocks", opening.len());
    }
    assert_eq!(blocks(&text_of(HANDBOOK), "text").len(), 2);
}
