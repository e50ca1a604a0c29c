//! What README.md and the clerk's handbook show is what the program does.
//!
//! Ids are random, so the README writes one as its letter and a dot for each further sign:
//! `C.....`, `T.....`, `E..........`. In a command such a placeholder, and in the handbook any id,
//! stands for the id of that kind which the program said last.

use std::fs;

use crate::harness::{Home, project};

pub const README: &str = "README.md";
pub const HANDBOOK: &str = "data-template/README.md";

/// The day on which the handbook's commands are tried: none of their dates lies ahead.
const DAY: &str = "2024-10-10";

/// The ids that the program said last, one of each kind.
#[derive(Default)]
struct Said(Vec<String>);

impl Said {
    /// Takes note of the ids in a text, and returns the text with placeholders in their place.
    fn hear(&mut self, text: &str) -> String {
        replace_ids(text, |id| {
            self.0.retain(|own| own[..1] != id[..1]);
            self.0.push(id.to_owned());
            placeholder(id)
        })
    }

    /// The text with the ids said last in place of its own ids and placeholders.
    fn say(&self, text: &str) -> String {
        let last = |id: &str| self.0.iter().find(|own| own[..1] == id[..1]).cloned();
        let mut text = replace_ids(text, |id| last(id).unwrap_or_else(|| id.to_owned()));
        for id in &self.0 {
            text = text.replace(&placeholder(id), id);
        }
        text
    }
}

fn placeholder(id: &str) -> String {
    format!("{}{}", &id[..1], ".".repeat(id.len() - 1))
}

/// The text with each id in it replaced.
fn replace_ids(text: &str, mut by: impl FnMut(&str) -> String) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_part = |letter: char| letter.is_ascii_alphanumeric();
        let gap = rest.find(is_part).unwrap_or(rest.len());
        let (before, word) = rest.split_at(gap);
        let (word, after) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
        replaced.push_str(before);
        replaced.push_str(&if is_id(word) { by(word) } else { word.to_owned() });
        rest = after;
    }
    replaced
}

fn is_id(word: &str) -> bool {
    let signs = match word.chars().next() {
        Some('C' | 'T') => 6,
        Some('E') => 11,
        _ => return false,
    };
    let is_sign = |c: char| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(c);
    word.len() == signs && word.chars().skip(1).all(is_sign)
}

pub fn text_of(file: &str) -> String {
    fs::read_to_string(project().join(file)).unwrap()
}

/// The insides of a text's fenced blocks of a language.
pub fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        match (fence, line.strip_prefix("```")) {
            (None, Some(opened)) => {
                fence = Some(opened);
                blocks.extend((opened == language).then(String::new));
            }
            (Some(_), Some(_)) => fence = None,
            (Some(own), None) if own == language => {
                let block = blocks.last_mut().unwrap();
                block.push_str(line);
                block.push('\n');
            }
            _ => {}
        }
    }
    assert!(!blocks.is_empty(), "no block of \"{language}\"");
    blocks
}

/// The words after `care` of a line as a shell of any system takes it.
pub fn arguments(line: &str) -> Option<String> {
    line.strip_prefix("care ").map(|line| line.replace('"', "'"))
}

#[track_caller]
fn works(home: &Home, said: &mut Said, line: &str) {
    let ran = home.run(&said.say(line));
    assert_eq!(ran.code, 0, "care {line}\n{}{}", ran.out, ran.err);
    said.hear(&ran.out);
    said.hear(&ran.err);
}

#[test]
fn the_tour_of_the_readme_is_what_the_program_says() {
    let home = Home::empty();
    let mut said = Said::default();
    let mut steps = 0;
    let update = std::env::var_os("CARE_UPDATE_EXPECTED").is_some();
    let mut readme = text_of(README);
    for block in blocks(&text_of(README), "console") {
        for step in format!("\n{block}").split("\n$ care ").skip(1) {
            let (line, shown) = step.split_once('\n').unwrap_or((step, ""));
            let ran = home.run(&said.say(line));
            // A terminal shows both streams; the data come first.
            let output = said.hear(&format!("{}{}", ran.out, ran.err));
            if update {
                let (old, new) = (shown.trim_end_matches('\n'), output.trim_end_matches('\n'));
                readme = readme.replacen(
                    &format!("$ care {line}\n{old}"),
                    &format!("$ care {line}\n{new}"),
                    1,
                );
                steps += 1;
                continue;
            }
            assert_eq!(output.trim_end_matches('\n'), shown.trim_end_matches('\n'), "care {line}");
            steps += 1;
        }
    }
    assert!(steps >= 8, "{steps} steps");
    if update {
        fs::write(project().join(README), readme).unwrap();
    }
}

#[test]
fn the_chinese_quick_start_works() {
    let mut said = Said::default();
    for block in &blocks(&text_of(README), "sh")[..2] {
        let home = Home::empty().at(DAY);
        for line in block.lines().map(|line| line.split('#').next().unwrap().trim_end()) {
            let line = arguments(line).unwrap();
            match line.strip_prefix("-C 示例") {
                Some("") => assert_eq!(home.sit(&line, &[""]).code, 0),
                _ => works(&home, &mut said, &line),
            }
        }
    }
}

#[test]
fn the_first_screen_of_the_readme_is_the_list_of_the_made_up_home() {
    let home = Home::empty().at("2024-12-20");
    assert_eq!(home.run("init --sample --school 柳河小学").code, 0);
    let mut readme = text_of(README);
    let shown = blocks(&readme, "text")[0].clone();
    let lists: Vec<&str> = shown.split("> care ").skip(1).collect();
    assert_eq!(lists.len(), 2, "one in each language");
    for (list, line) in lists.iter().zip(["overdue", "overdue --lang en --class 六1"]) {
        let (command, table) = list.split_once('\n').unwrap();
        assert_eq!(command, line);
        let drawn = home.run(line).out;
        if std::env::var_os("CARE_UPDATE_EXPECTED").is_some() {
            readme = readme.replacen(table.trim_end(), drawn.trim_end(), 1);
            fs::write(project().join(README), &readme).unwrap();
        } else {
            assert_eq!(table.trim_end(), drawn.trim_end());
        }
    }
    let first_screen = readme.split("\n## ").next().unwrap();
    assert!(first_screen.lines().count() < 40, "{}", first_screen.lines().count());
    for word in ["windows.zip", ".deb", "cargo install", "init 示例 --sample"] {
        assert!(first_screen.contains(word), "{word}");
    }
}

/// A home as the handbook's commands leave it.
fn home_of_the_handbook() -> (Home, Said) {
    let home = Home::empty().at(DAY);
    let mut said = Said::default();
    for block in blocks(&text_of(HANDBOOK), "") {
        for line in block.lines() {
            let arguments = arguments(line).unwrap_or_else(|| panic!("not a command: {line}"));
            // The list that the school has, by then beside the records.
            if arguments.starts_with("import 花名册.xls") {
                let list = "姓名,班级,联系电话\n刘小雨,2021-2,13800138000\n";
                fs::write(home.root().join("花名册.xls"), list).unwrap();
            }
            works(&home, &mut said, &arguments);
        }
    }
    fs::remove_file(home.root().join("花名册.xls")).unwrap();
    (home, said)
}

#[test]
fn every_command_of_the_handbook_works_in_its_order() {
    let (home, mut said) = home_of_the_handbook();
    let text = text_of(HANDBOOK);
    let lines: Vec<String> = text.split('`').skip(1).step_by(2).filter_map(arguments).collect();
    assert!(lines.len() > 15, "{lines:?}");
    for line in lines {
        // A command that is named without what it needs asks for it.
        let ran = home.run(&format!("{} --dry-run", said.say(&line)));
        match ran.code {
            2 => assert_eq!(home.sit(&said.say(&line), &[]).code, 130, "care {line}: {}", ran.err),
            _ => works(&home, &mut said, &line),
        }
    }
}

#[test]
fn every_sample_of_the_handbook_can_be_copied_to_the_end_of_its_file() {
    let (home, _) = home_of_the_handbook();
    for sample in blocks(&text_of(HANDBOOK), "toml") {
        // None is of a child or a person: commands write those.
        let file = match sample.lines().next().unwrap() {
            "[[term]]" | "[[workday]]" => "calendar.toml",
            "[[rule]]" => "rules.toml",
            "[mail]" | "[[user]]" => "care.toml",
            other => panic!("{other} is of no file that is written by hand"),
        };
        let before = home.read(file);
        fs::write(home.root().join(file), format!("{before}\n{sample}")).unwrap();
        let ran = home.run("check");
        // The lists that the handbook exports and its backup are still there, nobody has the
        // sample's id, and the sample's term stands alone.
        let known =
            ["export-in-home", "open-backup", "home-beside", "user-of-nobody", "term-left-out"];
        let is_known = |line: &&str| known.iter().any(|name| line.contains(name));
        let others = ran.out.lines().filter(|line| line.contains("提醒[") && !is_known(line));
        assert_eq!((ran.code, others.count()), (0, 0), "{sample}\n{}{}", ran.out, ran.err);
        fs::write(home.root().join(file), before).unwrap();
    }
}

#[test]
fn the_mail_that_the_handbook_sets_up_can_be_previewed() {
    let (home, _) = home_of_the_handbook();
    let samples = blocks(&text_of(HANDBOOK), "toml");
    let mail = samples.iter().find(|sample| sample.starts_with("[mail]")).unwrap();
    let home = home.and("care.toml", mail);
    let commands = blocks(&text_of(HANDBOOK), "text").concat();
    let preview = commands.lines().find(|line| line.starts_with("care mail")).unwrap();
    let ran = home.run(&arguments(preview).unwrap());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("office@school.example"), "{}", ran.out);
}

#[test]
fn the_rule_in_the_readme_is_understood() {
    for rule in blocks(&text_of(README), "toml") {
        let home = Home::new().and("rules.toml", &rule).child("C00001", "");
        let ran = home.run("overdue --today 2024-10-24");
        assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{rule}");
        assert!(ran.out.contains("每周亲情电话"), "{}", ran.out);
    }
}

#[test]
fn the_exit_codes_of_the_readme_are_those_of_the_help() {
    let text = text_of(README);
    let (_, table) = text.split_once("| code | meaning |\n|---|---|\n").unwrap();
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let cells = |row: &str| row.trim_matches('|').replace('|', " ");
    let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: Vec<String> = rows.map(cells).map(plain).collect();
    let help = Home::new().run("help exit-codes --lang en");
    let said: Vec<String> = help.out.lines().map(str::to_owned).map(plain).collect();
    assert_eq!(shown, said);
}
